// napi-canvas (Skia): fonts registered once, one canvas reused, text wrapped by measuring.
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { asked, FACES, FORMATS, mark } from './data.mjs';
import { Brush } from './brush.mjs';

const work = await asked();
for (const face of FACES) GlobalFonts.registerFromPath(face.path, face.family);
const { width, height } = FORMATS[work.format];
const canvas = createCanvas(width, height);
const brush = new Brush(canvas.getContext('2d'), await loadImage(Buffer.from(mark(work.sign))));
for (const row of work.rows) {
  brush.paint(work.scene(row).items);
  work.keep(row, await canvas.encode('png'));
}
