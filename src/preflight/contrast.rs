//! Words stand out from what is behind them (WCAG 2.2 §1.4.3, "Contrast (Minimum)").

use crate::color::Color;
use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::frame::{Frame, Item, Paint, TextRun};
use crate::template::Markup;
use crate::units::Rect;

/// Least contrast of text.
const TEXT: f32 = 4.5;
/// Least contrast of large text.
const LARGE_TEXT: f32 = 3.0;
/// Large text in rem: WCAG's 24 CSS pixels, 16 to the rem.
const LARGE_REM: f32 = 1.5;
/// Large bold text in rem: WCAG's 18.66 CSS pixels.
const LARGE_BOLD_REM: f32 = 1.166;

/// Words with too little contrast (`MB0807`), one finding a block, the worst line of it.
///
/// The ground is the topmost box behind the middle of the line; of a gradient, the stop that is nearest to the
/// words. What a fragment draws is not looked at.
pub(super) fn low(frame: &Frame, markup: &Markup, format: &Format, bold: impl Fn(&TextRun) -> bool) -> Vec<Diagnostic> {
    let mut worst: Vec<(usize, f32, f32, &TextRun)> = Vec::new();
    for (at, item) in frame.items.iter().enumerate() {
        let Item::Text(run) = item else { continue };
        let Some(contrast) = behind(&frame.items[..at], run) else { continue };
        let large = run.size >= LARGE_REM * format.rem || (bold(run) && run.size >= LARGE_BOLD_REM * format.rem);
        let least = if large { LARGE_TEXT } else { TEXT };
        if contrast + 0.005 >= least {
            continue;
        }
        match worst.iter_mut().find(|(block, ..)| *block == run.block) {
            Some(known) if known.1 <= contrast => {}
            Some(known) => *known = (run.block, contrast, least, run),
            None => worst.push((run.block, contrast, least, run)),
        }
    }
    let finding = |(block, contrast, least, run): (usize, f32, f32, &TextRun)| {
        Diagnostic::warning("MB0807")
            .arg("words", &run.text)
            .arg("contrast", format!("{contrast:.1}"))
            .arg("least", least)
            .at(super::place(frame, block, markup))
            .hint("hint")
    };
    worst.into_iter().map(finding).collect()
}

/// The contrast of a line with what is painted behind it; none when nothing opaque is.
fn behind(items: &[Item], run: &TextRun) -> Option<f32> {
    let middle = Rect::new(run.origin.x + run.width / 2.0, run.origin.y - 0.3 * run.size, 0.0, 0.0);
    let mut veils: Vec<Color> = Vec::new();
    for item in items.iter().rev() {
        let Item::Panel { rect, fill: Some(paint), .. } = item else { continue };
        if !rect.contains(&middle, 0.0) {
            continue;
        }
        let stops: Vec<Color> = match paint {
            Paint::Solid(color) => vec![*color],
            Paint::Linear { stops, .. } => stops.iter().map(|(_, color)| *color).collect(),
        };
        if let [veil] = stops[..]
            && veil.alpha < 1.0
        {
            veils.push(veil);
            continue;
        }
        let contrast = |stop: &Color| {
            let ground = veils.iter().rev().fold(*stop, |ground, veil| veil.over(ground));
            run.color.over(ground).contrast(ground)
        };
        return stops.iter().map(contrast).min_by(f32::total_cmp);
    }
    None
}
