// A scene on an HTML canvas context.
import { ends } from './data.mjs';

/** Lines of a text, broken between words where they are full. */
export function wrapped(context, text, width) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) { lines.push(line); line = word; } else line = longer;
  }
  return [...lines, line];
}

export class Brush {
  constructor(context, mark) { this.context = context; this.sign = mark; this.metrics = new Map(); }

  paint(items) { for (const item of items) this[item.kind](item); }

  filling(item) {
    if (!item.gradient) return item.fill;
    const gradient = this.context.createLinearGradient(...ends(item));
    item.gradient.forEach((color, at) => gradient.addColorStop(at, color));
    return gradient;
  }

  box(item) {
    const { context } = this;
    const { x, y, w, h, radius = 0, shadow, border, line } = item;
    context.fillStyle = this.filling(item);
    if (shadow) Object.assign(context, { shadowColor: shadow.color, shadowBlur: shadow.blur, shadowOffsetY: shadow.dy });
    if (radius) { context.beginPath(); context.roundRect(x, y, w, h, radius); context.fill(); } else context.fillRect(x, y, w, h);
    if (shadow) Object.assign(context, { shadowColor: 'transparent', shadowBlur: 0, shadowOffsetY: 0 });
    if (!border) return;
    context.strokeStyle = border;
    context.lineWidth = line;
    context.beginPath();
    context.roundRect(x + line / 2, y + line / 2, w - line, h - line, radius - line / 2);
    context.stroke();
  }

  disc({ cx, cy, r, color }) {
    this.context.fillStyle = color;
    this.context.beginPath();
    this.context.arc(cx, cy, r, 0, 2 * Math.PI);
    this.context.fill();
  }

  ring({ cx, cy, r, thick, share, color, track }) {
    const { context } = this;
    context.lineWidth = thick;
    context.lineCap = 'round';
    for (const [paint, part] of [[track, 1], [color, share]]) {
      context.strokeStyle = paint;
      context.beginPath();
      context.arc(cx, cy, r - thick / 2, -Math.PI / 2, (2 * part - 0.5) * Math.PI);
      context.stroke();
    }
  }

  mark({ x, y, w, h }) { this.context.drawImage(this.sign, x, y, w, h); }

  text(item) {
    const { context } = this;
    context.font = `${item.weight} ${item.size}px "${item.family}"`;
    context.fillStyle = item.color;
    context.textAlign = item.align;
    for (const { text, x, y } of this.set(item)) context.fillText(text, x, y);
  }

  /** The lines of a text with the points they hang on; the context has its font. */
  set({ x, y, w, size, leading, align, wrap, text, family, weight }) {
    const { context } = this;
    const key = `${family}${weight}${size}`;
    if (!this.metrics.has(key)) this.metrics.set(key, context.measureText(text));
    const { fontBoundingBoxAscent: rise, fontBoundingBoxDescent: fall } = this.metrics.get(key);
    const at = align === 'center' ? x + w / 2 : align === 'right' ? x + w : x;
    const first = y + (leading - rise - fall) / 2 + rise;
    return (wrap ? wrapped(context, text, w) : [text]).map((line, index) => ({ text: line, x: at, y: first + index * leading }));
  }
}
