// The result card for tools that place boxes: the same look as templates/card, with room for lines reserved.
import { pen, whole, number } from '../tools/data.mjs';

export const table = 'cards';
export const sign = 'main';
const INK = '#10201f', MUTED = '#475a5c', PRIMARY = '#0d4f55';
const WORDS = ['văn bản điện tử', 'văn bản được ký số', 'xử lý một hồ sơ', 'cán bộ được bồi dưỡng'];
const RINGS = ['Chỉ đạo, điều hành', 'Ký số văn bản', 'Họp không giấy'];
const SOFT = { dy: 0.5, blur: 1.5, color: 'rgba(16,32,31,0.18)' };
/** Lines reserved and sizes, by format. */
const PLANS = {
  social: { wide: true, headline: [1.5, 2], body: 4, more: 0, across: 4, plot: 4.6, ring: 3 },
  pano: { wide: true, headline: [1.5, 2], body: 4, more: 0, across: 4, plot: 4.6, ring: 3 },
  square: { beside: true, headline: [1.8, 2], body: 3, more: 0, across: 4, plot: 5.5, ring: 3.65 },
  info: { headline: [1.8, 3], body: 4, more: 3, across: 2, plot: 9, ring: 3.7 },
  poster: { beside: true, headline: [1.6, 2], body: 3, more: 3, across: 4, plot: 5.5, ring: 2.75 },
};

/** A row's picture as a list of boxes. */
export function draw(format, row) {
  const plan = PLANS[format];
  const to = pen(format);
  to.ground({ gradient: ['#fbfaf6', '#d6eae8'], angle: 160 });
  to.disc(to.w * 0.93, to.h * 0.06, 9, 'rgba(13,79,85,0.07)');
  to.disc(to.w * 0.98, to.h * 0.3, 6, 'rgba(207,163,58,0.14)');
  to.disc(to.w * 0.05, to.h * 0.96, 10, 'rgba(191,53,39,0.06)');
  to.mark(2.1, 2.1, 2, 2);
  to.text(4.9, 2.36, 10, 1.1, 1.35, 600, PRIMARY, 'Văn phòng số');
  to.text(to.w - 13.6, 2.36, 12, 1.1, 1.35, 500, MUTED, row.name, { align: 'right' });
  const foot = to.h - 2.8;
  to.text(1.6, foot + 0.11, 6.6, 0.75, 1.3, 600, '#a1281e', 'Số liệu minh họa');
  to.text(8.3, foot + 0.07, 16, 0.75, 1.4, 400, MUTED, 'Đơn vị, con số đều bịa ra để đo tốc độ.');
  const left = plan.wide ? 26 : to.w - 3.2;
  const below = words(to, plan, row, left);
  const cards = plan.wide ? foot - 0.8 - 4.4 : below;
  const bottom = figures(to, plan, row, cards, left);
  const card = plan.wide ? { x: 29.1, y: 5.4, w: to.w - 30.7 } : { x: 1.6, y: bottom + 0.8, w: to.w - 3.2 };
  chart(to, plan, row, { ...card, h: foot - 0.8 - card.y });
  return to.done();
}

function words(to, plan, row, width) {
  const [size, lines] = plan.headline;
  let y = 5.4;
  to.text(1.6, y, width, size, 1.3, 800, INK, row.headline, { wrap: true });
  y += size * 1.3 * lines + 0.6;
  to.text(1.6, y, width, 0.9, 1.45, 400, MUTED, row.body, { wrap: true });
  y += 0.9 * 1.45 * plan.body;
  if (plan.more) {
    to.text(1.6, y + 0.6, width, 0.9, 1.45, 400, MUTED, row.more, { wrap: true });
    y += 0.6 + 0.9 * 1.45 * plan.more;
  }
  return y + 0.8;
}

function figures(to, plan, row, top, width) {
  const values = [whole(row.documents), `${row.signed}%`, `${row.hours} giờ`, whole(row.trained)];
  const w = (width - 0.75 * (plan.across - 1)) / plan.across;
  values.forEach((value, at) => {
    const x = 1.6 + (at % plan.across) * (w + 0.75);
    const y = top + Math.floor(at / plan.across) * 5.15;
    to.box(x, y, w, 4.4, { fill: 'rgba(255,255,255,0.72)', border: '#cac7ba', line: 0.05, radius: 0.7 });
    to.text(x + 0.6, y + 0.5, w - 1.2, 1.15, 1.2, 700, PRIMARY, value, { family: 'Inter' });
    to.text(x + 0.6, y + 1.88, w - 1.2, 0.75, 1.3, 500, MUTED, WORDS[at], { wrap: true });
  });
  return top + Math.ceil(4 / plan.across) * 5.15 - 0.75;
}

function chart(to, plan, row, { x, y, w, h }) {
  to.box(x, y, w, h, { fill: '#ffffff', radius: 1, shadow: SOFT });
  to.text(x + 1, y + 1, w - 2, 1.1, 1.32, 700, INK, 'Hồ sơ trực tuyến theo tháng, %');
  const inner = plan.beside ? (w - 3) / 2 : w - 2;
  const base = plan.beside ? y + h - 1 - 0.98 : y + 1 + 1.45 + 0.6 + 0.92 + plan.plot;
  const bar = (inner - 0.3 * 11) / 12;
  for (let k = 0; k < 12; k += 1) {
    const tall = (number(row[`m${k + 1}`]) * plan.plot) / 100;
    const at = x + 1 + k * (bar + 0.3);
    to.box(at, base - tall, bar, tall, { gradient: ['#41999a', '#0d4f55'], angle: 180, radius: 0.25 });
    to.text(at - 0.5, base - tall - 0.92, bar + 1, 0.6, 1.2, 600, MUTED, row[`m${k + 1}`], { align: 'center', family: 'Inter' });
    to.text(at - 0.5, base + 0.2, bar + 1, 0.6, 1.3, 500, MUTED, `T${k + 1}`, { align: 'center' });
  }
  const start = plan.beside ? x + 2 + inner : x + 1;
  const third = (inner - 2.4) / 3;
  const rings = y + h - 1 - (plan.wide ? 5.4 : 6);
  RINGS.forEach((label, at) => {
    const middle = start + third / 2 + at * (third + 1.2);
    const share = number(row[`r${at + 1}`]) / 100;
    to.ring(middle, rings + plan.ring / 2, plan.ring / 2, plan.ring * 0.115, share, PRIMARY, '#d6eae8');
    to.text(middle - 2, rings + plan.ring / 2 - 0.48, 4, 0.8, 1.2, 700, INK, `${row[`r${at + 1}`]}%`, { align: 'center', family: 'Inter' });
    to.text(middle - third / 2 - 0.1, rings + plan.ring + 0.45, third + 0.2, 0.75, 1.3, 500, INK, label, { align: 'center', wrap: true });
  });
}
