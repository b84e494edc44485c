// Writes scenes as SVG files, text already broken into lines: what rsvg-convert reads. Not part of what is measured.
import { writeFileSync } from 'node:fs';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { arc, asked, ends, FACES, mark } from './data.mjs';
import { Brush } from './brush.mjs';

const work = await asked();
for (const face of FACES) GlobalFonts.registerFromPath(face.path, face.family);
const brush = new Brush(createCanvas(8, 8).getContext('2d'));
const sign = mark(work.sign);
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function document({ width, height, items }) {
  const defs = [];
  const drawn = items.map((item, at) => KINDS[item.kind](item, `p${at}`, defs)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<defs>${defs.join('')}</defs>\n${drawn}\n</svg>\n`;
}

const KINDS = {
  box(item, id, defs) {
    const { x, y, w, h, radius = 0, shadow, border, line, gradient, fill } = item;
    if (gradient) {
      const [x1, y1, x2, y2] = ends(item);
      defs.push(`<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0" stop-color="${gradient[0]}"/><stop offset="1" stop-color="${gradient[1]}"/></linearGradient>`);
    }
    if (shadow) {
      const far = 2 * shadow.blur;
      defs.push(`<filter id="${id}s" filterUnits="userSpaceOnUse" x="${x - far}" y="${y - far}" width="${w + 2 * far}" height="${h + 2 * far}" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${shadow.blur / 2}"/></filter>`);
    }
    const under = shadow ? `<rect x="${x}" y="${y + shadow.dy}" width="${w}" height="${h}" rx="${radius}" fill="${shadow.color}" filter="url(#${id}s)"/>` : '';
    const edge = border ? `<rect x="${x + line / 2}" y="${y + line / 2}" width="${w - line}" height="${h - line}" rx="${radius - line / 2}" fill="none" stroke="${border}" stroke-width="${line}"/>` : '';
    return `${under}<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${gradient ? `url(#${id})` : fill}"/>${edge}`;
  },
  disc: ({ cx, cy, r, color }) => `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${color}"/>`,
  ring: (item) => `<circle cx="${item.cx}" cy="${item.cy}" r="${item.r - item.thick / 2}" fill="none" stroke="${item.track}" stroke-width="${item.thick}"/><path d="${arc(item)}" fill="none" stroke="${item.color}" stroke-width="${item.thick}" stroke-linecap="round"/>`,
  mark: ({ x, y, w, h }) => sign.replace('<svg ', `<svg x="${x}" y="${y}" `).replace('width="96" height="96"', `width="${w}" height="${h}"`),
  text(item) {
    brush.context.font = `${item.weight} ${item.size}px "${item.family}"`;
    const anchor = { left: 'start', center: 'middle', right: 'end' }[item.align];
    return brush.set(item).map(({ text, x, y }) => `<text x="${x}" y="${y}" font-family="${item.family}" font-weight="${item.weight}" font-size="${item.size}" fill="${item.color}" text-anchor="${anchor}">${plain(text)}</text>`).join('');
  },
};

for (const row of work.rows) writeFileSync(work.path(row, 'svg'), document(work.scene(row)));
