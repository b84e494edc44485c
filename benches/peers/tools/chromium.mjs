// Chromium, headless: one browser, a page a lane, fonts loaded once; each row replaces the body and is captured.
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { address, ring, style } from './css.mjs';
import { asked, FACES, FORMATS, mark, pool } from './data.mjs';

const work = await asked();
const { width, height } = FORMATS[work.format];
const sign = address(mark(work.sign));
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const UNITLESS = new Set(['fontWeight']);
const css = (look) => Object.entries(look).map(([key, value]) => `${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${typeof value === 'number' && !UNITLESS.has(key) ? `${value}px` : value}`).join(';').replaceAll('"', "'");

function html(item) {
  const look = css(style(item));
  if (item.kind === 'text') return `<div style="${look}">${plain(item.text)}</div>`;
  if (item.kind === 'mark') return `<img src="${sign}" style="${look}">`;
  if (item.kind === 'ring') return `<div style="${look}">${ring(item)}</div>`;
  return `<div style="${look}"></div>`;
}

const faces = FACES.map(({ family, weight, path }) => `@font-face{font-family:"${family}";font-weight:${weight};src:url("file://${path}")}`).join('');
const folder = mkdtempSync(join(tmpdir(), 'peers-'));
const shell = join(folder, 'shell.html');
writeFileSync(shell, `<!doctype html><html lang="vi"><meta charset="utf-8"><style>${faces}html,body{margin:0;overflow:hidden}svg{display:block}</style><body></body></html>`);

const root = process.getuid() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...root, '--disable-gpu'] });
const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1 });
const lanes = await Promise.all(Array.from({ length: Math.max(1, Math.min(work.lanes, work.rows.length)) }, async () => {
  const page = await context.newPage();
  await page.goto(`file://${shell}`);
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  return { page, session: await context.newCDPSession(page) };
}));
await pool(work.rows, lanes.length, async (row, lane) => {
  const { page, session } = lanes[lane];
  await page.evaluate((body) => { document.body.innerHTML = body; return Promise.all([...document.images].map((image) => image.decode())); }, work.scene(row).items.map(html).join(''));
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  work.keep(row, Buffer.from(data, 'base64'));
});
await browser.close();
rmSync(folder, { recursive: true });
