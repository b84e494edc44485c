// A scene as absolutely placed boxes in CSS: what takumi, satori and Chromium are given.
import { arc } from './data.mjs';

/** The CSS of an item, keys in camel case. */
export function style(item) {
  return { position: 'absolute', ...STYLES[item.kind](item) };
}

const place = (left, top, width, height) => ({ left, top, width, height });
const STYLES = {
  box: ({ x, y, w, h, fill, gradient, angle, radius, border, line, shadow }) => ({
    ...place(x, y, w, h),
    ...(gradient ? { backgroundImage: `linear-gradient(${angle}deg, ${gradient[0]}, ${gradient[1]})` } : { backgroundColor: fill }),
    ...(radius && { borderRadius: radius }),
    ...(border && { border: `${line}px solid ${border}`, boxSizing: 'border-box' }),
    ...(shadow && { boxShadow: `0px ${shadow.dy}px ${shadow.blur}px ${shadow.color}` }),
  }),
  disc: ({ cx, cy, r, color }) => ({ ...place(cx - r, cy - r, 2 * r, 2 * r), borderRadius: r, backgroundColor: color }),
  ring: ({ cx, cy, r }) => place(cx - r, cy - r, 2 * r, 2 * r),
  mark: ({ x, y, w, h }) => place(x, y, w, h),
  text: ({ x, y, w, family, size, leading, weight, color, align, wrap }) => ({
    left: x, top: y, width: w, fontFamily: family, fontSize: size, lineHeight: `${leading}px`, fontWeight: weight, color, textAlign: align,
    ...(!wrap && { whiteSpace: 'nowrap' }),
  }),
};

/** A ring as a small SVG. */
export function ring({ r, thick, share, color, track }) {
  const side = 2 * r;
  const shape = arc({ cx: r, cy: r, r, thick, share });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><circle cx="${r}" cy="${r}" r="${r - thick / 2}" fill="none" stroke="${track}" stroke-width="${thick}"/><path d="${shape}" fill="none" stroke="${color}" stroke-width="${thick}" stroke-linecap="round"/></svg>`;
}

/** A picture for an `img`. */
export const address = (svg) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
