// A contact sheet: one picture of each tool, a row a surface.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { FACES } from './data.mjs';

const [folder, out] = process.argv.slice(2);
const TOOLS = ['mocban', 'takumi', 'canvas', 'rsvg', 'chromium', 'satori'];
const ROWS = [['first', 'social', 252], ['first', 'square', 400], ['first', 'info', 620], ['second', 'social', 252], ['second', 'square', 400]];
const WIDTH = 420, GAP = 16, HEAD = 44;
for (const face of FACES) GlobalFonts.registerFromPath(face.path, face.family);
const height = ROWS.reduce((sum, [, , tall]) => sum + tall + GAP, HEAD + GAP);
const canvas = createCanvas(TOOLS.length * (WIDTH + GAP) + GAP, height);
const context = canvas.getContext('2d');
context.fillStyle = '#5f7173';
context.fillRect(0, 0, canvas.width, height);
context.imageSmoothingQuality = 'high';
context.font = '600 24px "Be Vietnam Pro"';
context.fillStyle = '#ffffff';
TOOLS.forEach((tool, at) => context.fillText(tool, GAP + at * (WIDTH + GAP), 32));
let y = HEAD;
for (const [picture, form, tall] of ROWS) {
  for (const [at, tool] of TOOLS.entries()) {
    const path = join(folder, picture, form, `${tool}.png`);
    if (!existsSync(path)) continue;
    const image = await loadImage(path);
    const scale = Math.min(WIDTH / image.width, tall / image.height);
    context.drawImage(image, GAP + at * (WIDTH + GAP), y, image.width * scale, image.height * scale);
  }
  y += tall + GAP;
}
writeFileSync(out, await canvas.encode('jpeg', 82));
