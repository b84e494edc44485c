// The report card for tools that place boxes: the same look as templates/report, with room for lines reserved.
import { number, pen, rows, tenth } from '../tools/data.mjs';

export const table = 'reports';
export const sign = 'main-inverse';
const subjects = rows('second', 'subjects');
const INK = '#10201f', MUTED = '#475a5c', PAPER = '#fbfaf6', GOLD = '#e4c364';
const BAND = ['#0b3c43', '#0d4f55'];
const SOFT = { dy: 0.5, blur: 1.5, color: 'rgba(16,32,31,0.18)' };
const TONES = { up: ['#0f6469', 'rgba(15,100,105,0.14)'], down: ['#a1281e', 'rgba(161,40,30,0.14)'] };
/** Heights of rows, width of names, by format. */
const PLANS = {
  social: { wide: true, tall: 1.4, name: 13, size: 0.75, lead: 4 },
  pano: { wide: true, tall: 1.4, name: 13, size: 0.75, lead: 3 },
  square: { tall: 1.4, name: 13, size: 0.85, lead: 3 },
  info: { slim: true, tall: 3, name: 8, size: 0.85, lead: 3 },
  poster: { tall: 1.8, name: 13, size: 0.85, lead: 4 },
};

/** A row's picture as a list of boxes. */
export function draw(format, row) {
  const plan = PLANS[format];
  const to = pen(format);
  to.ground({ fill: PAPER });
  to.box(0, 0, to.w, 4.2, { gradient: BAND, angle: 90 });
  to.mark(2.1, 1.1, 2, 2);
  to.text(4.9, 1.31, 14, 1.2, 1.32, 700, PAPER, 'Phiếu kết quả');
  to.text(to.w - 13.6, 1.36, 12, 1.1, 1.35, 500, GOLD, row.name, { align: 'right' });
  const wide = plan.wide ? 30 : to.w - 3.2;
  const bottom = list(to, plan, row, { x: 1.6, y: 5.3, w: wide });
  if (plan.wide) remarks(to, plan, row, { x: 33.1, y: 5.3, w: to.w - 34.7 }, true);
  else remarks(to, plan, row, { x: 1.6, y: bottom + 1.2, w: to.w - 3.2 }, plan.slim);
  to.text(1.6, to.h - 1.89, 6.6, 0.75, 1.3, 600, '#a1281e', 'Số liệu minh họa');
  to.text(8.3, to.h - 1.93, 16, 0.75, 1.4, 400, MUTED, 'Đơn vị, con số đều bịa ra để đo tốc độ.');
  return to.done();
}

function list(to, plan, row, { x, y, w }) {
  const h = 1.4 + 1.5 + plan.tall * subjects.length;
  const [left, right] = [x + 1.3, x + w - 1.3];
  to.box(x, y, w, h, { fill: '#ffffff', radius: 1, shadow: SOFT });
  to.text(left, y + 1, 8, 0.7, 1.3, 600, MUTED, 'Nội dung');
  to.text(right - 7.4, y + 1, 3.2, 0.7, 1.3, 600, MUTED, 'Kết quả', { align: 'right' });
  to.text(right - 3.4, y + 1, 3.4, 0.7, 1.3, 600, MUTED, 'Thay đổi', { align: 'center' });
  subjects.forEach((subject, at) => {
    const top = y + 2.2 + at * plan.tall;
    const middle = top + plan.tall / 2;
    if (at % 2 === 0) to.box(x + 0.8, top, w - 1.6, plan.tall, { fill: 'rgba(214,234,232,0.45)', radius: 0.4 });
    to.text(left, middle - (plan.slim && subject.name.length > 16 ? 1.04 : 0.52), plan.name, 0.8, 1.3, 500, INK, subject.name, { wrap: true });
    const score = number(row[`s${at + 1}`]);
    const change = score - number(row[`p${at + 1}`]);
    const bar = { x: left + plan.name + 0.8, w: right - 8.2 - (left + plan.name + 0.8) };
    to.box(bar.x, middle - 0.25, bar.w, 0.5, { fill: 'rgba(202,199,186,0.55)', radius: 0.25 });
    to.box(bar.x, middle - 0.25, (bar.w * score) / 100, 0.5, { gradient: ['#0d4f55', '#41999a'], angle: 90, radius: 0.25 });
    to.text(right - 7.4, middle - 0.51, 3.2, 0.85, 1.2, 700, INK, `${tenth(score)}%`, { align: 'right', family: 'Inter' });
    const [ink, ground] = change < 0 ? TONES.down : TONES.up;
    to.box(right - 3.4, middle - 0.575, 3.4, 1.15, { fill: ground, radius: 0.575 });
    to.text(right - 3.4, middle - 0.42, 3.4, 0.7, 1.2, 600, ink, `${change < 0 ? '−' : '+'}${tenth(Math.abs(change))}`, { align: 'center', family: 'Inter' });
  });
  return y + h;
}

function remarks(to, plan, row, { x, y, w }, below) {
  const box = below ? w : 9;
  to.box(x, y, box, 3.6, { gradient: BAND, angle: 135, radius: 1 });
  to.text(x + 1, y + 1.21, 5, 0.9, 1.3, 500, PAPER, 'Xếp thứ');
  to.text(x + box - 4, y + 0.6, 3, 2, 1.2, 700, GOLD, row.place, { align: 'right', family: 'Inter' });
  const text = below ? { x, y: y + 4.6, w } : { x: x + 10.2, y, w: w - 10.2 };
  to.text(text.x, text.y, text.w, plan.size, 1.45, 600, INK, row.lead, { wrap: true });
  to.text(text.x, text.y + plan.size * 1.45 * plan.lead + 0.7, text.w, plan.size, 1.45, 400, MUTED, row.remark, { wrap: true });
}
