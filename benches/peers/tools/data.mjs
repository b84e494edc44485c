// What every peer shares: formats, rows, fonts, the mark, and the few words of geometry of scenes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROOT = join(HERE, '..', '..');

/** Pixels and rem of each surface, as in formats.toml. */
export const FORMATS = {
  social: { width: 1200, height: 630, rem: 24 },
  square: { width: 1080, height: 1080, rem: 30 },
  info: { width: 1080, height: 2400, rem: 40 },
  poster: { width: 3508, height: 4961, rem: 116 },
  pano: { width: 12000, height: 6000, rem: 230 },
};

/** The faces the pictures are set in. */
export const FACES = [
  ['Be Vietnam Pro', 400, 'BeVietnamPro_400Regular.ttf'],
  ['Be Vietnam Pro', 500, 'BeVietnamPro_500Medium.ttf'],
  ['Be Vietnam Pro', 600, 'BeVietnamPro_600SemiBold.ttf'],
  ['Be Vietnam Pro', 700, 'BeVietnamPro_700Bold.ttf'],
  ['Be Vietnam Pro', 800, 'BeVietnamPro_800ExtraBold.ttf'],
  ['Inter', 600, 'Inter_600SemiBold.ttf'],
  ['Inter', 700, 'Inter_700Bold.ttf'],
].map(([family, weight, file]) => ({ family, weight, path: join(ROOT, 'brand', 'fonts', file) }));

const COLOURS = {
  '{color.accent}': '#bf3527', '{color.primary}': '#0d4f55', '{color.primary-ink}': '#ffffff', '{color.highlight}': '#cfa33a',
  '{color.surface-inverse}': '#0b3c43', '{color.ink-inverse}': '#fbfaf6', '{color.highlight-inverse}': '#e4c364',
};

/** A mark of the kit as a plain SVG. */
export function mark(name = 'main') {
  const source = readFileSync(join(ROOT, 'brand', 'marks', `${name}.svg`), 'utf8').replace(/<!--[^]*?-->/g, '');
  const plain = Object.entries(COLOURS).reduce((svg, [token, hex]) => svg.replaceAll(token, hex), source);
  return plain.replace('<svg ', '<svg width="96" height="96" ');
}

/** The rows of a table, as objects of strings. */
export function rows(scene, table) {
  const lines = readFileSync(join(HERE, scene, 'data', `${table}.csv`), 'utf8').trim().split('\n').map(cells);
  return lines.slice(1).map((line) => Object.fromEntries(lines[0].map((name, at) => [name.replace('.vi', ''), line[at]])));
}

function cells(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
}

const PLAIN = new Intl.NumberFormat('vi-VN');
const ONE = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** A whole number as Vietnamese writes it. */
export const whole = (cell) => PLAIN.format(Number(cell));
/** A number with one decimal. */
export const tenth = (number) => ONE.format(number);
/** The number in a cell that has a decimal comma. */
export const number = (cell) => Number(cell.replace(',', '.'));

/** Scenes are written in rem; this makes pixels of them. */
export function pen(format) {
  const { width, height, rem } = FORMATS[format];
  const items = [];
  const px = (value) => value * rem;
  const box = (kind) => (x, y, w, h, more) => items.push({ kind, x: px(x), y: px(y), w: px(w), h: px(h), ...scaled(more) });
  const scaled = (more = {}) => ({ ...more, ...('radius' in more && { radius: px(more.radius) }), ...('line' in more && { line: Math.max(1, px(more.line)) }),
    ...(more.shadow && { shadow: { ...more.shadow, dy: px(more.shadow.dy), blur: px(more.shadow.blur) } }) });
  return {
    w: width / rem, h: height / rem,
    done: () => ({ width, height, items }),
    ground: (more) => items.push({ kind: 'box', x: 0, y: 0, w: width, h: height, ...more }),
    disc: (cx, cy, r, color) => items.push({ kind: 'disc', cx: px(cx), cy: px(cy), r: px(r), color }),
    ring: (cx, cy, r, thick, share, color, track) => items.push({ kind: 'ring', cx: px(cx), cy: px(cy), r: px(r), thick: px(thick), share, color, track }),
    mark: box('mark'),
    box: box('box'),
    text: (x, y, w, size, leading, weight, color, text, more = {}) => items.push({ kind: 'text', family: 'Be Vietnam Pro', align: 'left', wrap: false, ...more,
      x: px(x), y: px(y), w: px(w), size: px(size), leading: px(size) * leading, weight, color, text }),
  };
}

/** Ends of a linear gradient through a box, for CSS angles. */
export function ends({ x, y, w, h, angle }) {
  const turn = (angle * Math.PI) / 180;
  const reach = Math.abs(w * Math.sin(turn)) + Math.abs(h * Math.cos(turn));
  const [dx, dy] = [(Math.sin(turn) * reach) / 2, (-Math.cos(turn) * reach) / 2];
  return [x + w / 2 - dx, y + h / 2 - dy, x + w / 2 + dx, y + h / 2 + dy];
}

/** The path of a ring's reached part. */
export function arc({ cx, cy, r, thick, share }) {
  const middle = r - thick / 2;
  const turn = 2 * Math.PI * Math.min(share, 0.9999);
  return `M${cx} ${cy - middle}A${middle} ${middle} 0 ${share > 0.5 ? 1 : 0} 1 ${cx + middle * Math.sin(turn)} ${cy - middle * Math.cos(turn)}`;
}

/** What a tool was asked for: scene, format, which rows, where to. */
export async function asked() {
  const [name, format, first, count, step, lanes, out] = process.argv.slice(2);
  const { draw, table, sign } = await import(join(HERE, name, 'scene.mjs'));
  const all = rows(name, table);
  const wanted = [];
  for (let at = Number(first); at < Number(count); at += Number(step)) wanted.push(all[at % all.length]);
  const scene = (row) => draw(format, row);
  const path = (row, ending = 'png') => join(out, `${row.id}.${ending}`);
  return { rows: wanted, scene, sign, format, lanes: Number(lanes), path, keep: (row, bytes) => writeFileSync(path(row), bytes) };
}

/** Works through rows with so many under way at once. */
export async function pool(rows, lanes, work) {
  const queue = rows.values();
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => { for (const row of queue) await work(row, lane); }));
}
