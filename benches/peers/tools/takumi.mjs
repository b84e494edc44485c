// takumi: fonts registered once, one renderer reused, as many renders under way as lanes.
import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { asked, FACES, mark, pool } from './data.mjs';
import { ring, style } from './css.mjs';

const work = await asked();
const renderer = new Renderer();
for (const { family, weight, path } of FACES) await renderer.registerFont({ name: family, weight, data: readFileSync(path) });
const images = [{ src: 'mark', data: Buffer.from(mark(work.sign)) }];

function node(item) {
  if (item.kind === 'text') return { type: 'text', text: item.text, style: style(item) };
  if (item.kind === 'mark') return { type: 'image', src: 'mark', width: item.w, height: item.h, style: style(item) };
  if (item.kind === 'ring') return { type: 'image', src: Buffer.from(ring(item)), width: 2 * item.r, height: 2 * item.r, style: style(item) };
  return { type: 'container', style: style(item) };
}

await pool(work.rows, work.lanes, async (row) => {
  const { width, height, items } = work.scene(row);
  const root = { type: 'container', style: { width, height, position: 'relative' }, children: items.map(node) };
  work.keep(row, await renderer.render(root, { width, height, format: 'png', images, lang: 'vi' }));
});
