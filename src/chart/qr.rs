//! A QR code: dark modules on a light ground with a quiet zone, whatever the theme.
//!
//! In: the first datum's value (else its label) as the payload; with both, the label is the caption.

use qrcode::{EcLevel, QrCode};

use super::canvas::{Canvas, size, width_or};
use super::path::PathData;
use super::scale::many;
use super::spec::{Datum, Spec, Style};
use super::words::{Align, Words};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// Modules of quiet zone on each side (ISO/IEC 18004 asks for 4).
const QUIET: usize = 4;
/// Side without a wish, in rem.
const OWN_SIDE: f32 = 7.0;
/// The least contrast of modules and ground that scanners read well.
const CONTRAST: f32 = 7.0;

/// What the code says, and whether the label is its caption.
fn payload(datum: &Datum) -> (&str, bool) {
    if datum.value.text.is_empty() { (&datum.label.text, false) } else { (&datum.value.text, true) }
}

/// The caption of the code.
fn caption(canvas: &mut Canvas<'_>) -> Option<Words> {
    let datum = canvas.spec.data.first().filter(|d| payload(d).1)?;
    canvas.words(&datum.label, &canvas.spec.style.label)
}

/// The smallest good size for a width: the square and its caption.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let mut canvas = Canvas::new(spec, Rect::default(), fonts);
    let side = width_or(spec, width, OWN_SIDE);
    let under = caption(&mut canvas).and_then(|c| c.set(1.0, side, 3)).map_or(0.0, |s| s.height() + s.size * 0.3);
    size(side, side + under)
}

/// Draws the code as large as the box allows.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let Some(datum) = canvas.spec.data.first() else { return };
    let words = caption(canvas);
    let (text, _) = payload(datum);
    let rect = canvas.rect;
    let setting = words.as_ref().and_then(|w| [1.0, 0.88, 0.78].into_iter().find_map(|s| w.set(s, rect.width, 3)));
    let under = setting.as_ref().map_or(0.0, |s| s.height() + s.size * 0.3);
    // A caption must not cost the code more than a third of its size.
    let keep = rect.height - under >= rect.width.min(rect.height) * 0.66;
    let room = if keep { rect.height - under } else { rect.height };
    let Some(code) = (!text.is_empty()).then(|| QrCode::with_error_correction_level(text, EcLevel::M).ok()).flatten()
    else {
        return report(canvas, text);
    };
    let modules = code.width() + 2 * QUIET;
    let wish = rect.width.min(room) / many(modules);
    // Whole pixels where there are some to spare: scanners and LED boards want crisp modules.
    let module = if canvas.style().snap || wish >= 3.0 { wish.floor() } else { wish };
    if module < 1.0 {
        return report(canvas, text);
    }
    let side = module * many(modules);
    let left = (rect.x + (rect.width - side) / 2.0).round().min(rect.right() - side).max(rect.x);
    let ground = Rect::new(left, rect.y, side, side);
    let (dark, light) = inks(canvas.style());
    canvas.panel(ground, 0.0, light);
    canvas.fill(path(&code, ground, module), dark);
    match (words, setting.filter(|_| keep)) {
        (Some(words), Some(setting)) => {
            let y = ground.bottom() + setting.size * 0.3;
            canvas.text(&words, &setting, rect.center().x, Align::Middle, setting.below(y));
        }
        (Some(words), None) => canvas.overset(&words),
        _ => {}
    }
}

/// Notes a payload that cannot be drawn.
fn report(canvas: &mut Canvas<'_>, text: &str) {
    canvas.overset_text(text);
}

/// Dark and light: the style's own where they differ enough, else black and white.
fn inks(style: &Style) -> (Color, Color) {
    let (a, b) = (style.label.color, style.surface);
    let (dark, light) = if a.luminance() < b.luminance() { (a, b) } else { (b, a) };
    let good = dark.contrast(light) >= CONTRAST && light.luminance() > 0.6;
    if good { (dark.with_alpha(1.0), light.with_alpha(1.0)) } else { (Color::BLACK, Color::WHITE) }
}

/// The dark modules, runs of a line as one box.
fn path(code: &QrCode, ground: Rect, module: f32) -> PathData {
    let mut path = PathData::default();
    let width = code.width();
    let colors = code.to_colors();
    for (row, line) in colors.chunks(width.max(1)).enumerate() {
        let mut from = 0;
        while let Some(skip) = line.get(from..).and_then(|rest| rest.iter().position(|c| *c == qrcode::Color::Dark)) {
            let start = from + skip;
            let dark = line.iter().skip(start).take_while(|c| **c == qrcode::Color::Dark).count();
            path.rect(Rect::new(
                ground.x + many(start + QUIET) * module,
                ground.y + many(row + QUIET) * module,
                many(dark) * module,
                module,
            ));
            from = start + dark;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Kind;
    use crate::chart::pictures::{datum, spec, style};

    #[test]
    fn light_on_dark_themes_still_give_dark_on_light() {
        let mut night = style();
        (night.surface, night.label.color) = (Color::BLACK, Color::WHITE);
        let (dark, light) = inks(&night);
        assert!(dark.luminance() < light.luminance());
        night.label.color = Color::BLACK;
        assert_eq!(inks(&night), (Color::BLACK, Color::WHITE));
    }

    #[test]
    fn the_caption_is_the_label_unless_it_is_the_payload() {
        let both = spec(Kind::Qr, vec![datum("Quét mã", "https://example.vn", None)]);
        assert_eq!(payload(&both.data[0]), ("https://example.vn", true));
        let bare = spec(Kind::Qr, vec![datum("https://example.vn", "", None)]);
        assert_eq!(payload(&bare.data[0]), ("https://example.vn", false));
    }
}
