// satori to SVG, resvg-js to PNG: fonts read once; satori turns text into paths, so resvg needs none.
import { readFileSync } from 'node:fs';
import satori from 'satori';
import { Resvg } from '@resvg/resvg-js';
import { address, ring, style } from './css.mjs';
import { asked, FACES, mark } from './data.mjs';

const work = await asked();
const fonts = FACES.map(({ family, weight, path }) => ({ name: family, weight, style: 'normal', data: readFileSync(path) }));
const sign = address(mark(work.sign));
const element = (type, props) => ({ type, props });

function node(item) {
  const look = style(item);
  if (item.kind === 'text') {
    // satori aligns words of a flex box, and knows no text-align without one.
    const justifyContent = { left: 'flex-start', center: 'center', right: 'flex-end' }[item.align];
    return element('div', { style: { ...look, display: 'flex', justifyContent }, children: item.text });
  }
  if (item.kind === 'mark') return element('img', { src: sign, width: item.w, height: item.h, style: look });
  if (item.kind === 'ring') return element('img', { src: address(ring(item)), width: 2 * item.r, height: 2 * item.r, style: look });
  return element('div', { style: { ...look, display: 'flex' } });
}

for (const row of work.rows) {
  const { width, height, items } = work.scene(row);
  const root = element('div', { lang: 'vi', style: { width, height, display: 'flex', position: 'relative' }, children: items.map(node) });
  const svg = await satori(root, { width, height, fonts });
  work.keep(row, new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}
