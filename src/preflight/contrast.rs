//! Words and data stand out from what is behind them (WCAG 2.2 §1.4.3 and §1.4.11).

use super::backdrop::{Patch, colors};
use super::extent::line_box;
use super::{Page, place};
use crate::color::Color;
use crate::diagnostic::Diagnostic;
use crate::frame::{BlockKind, Item, TextRun};
use crate::units::Rect;

/// Least contrast of text.
const TEXT: f32 = 4.5;
/// Least contrast of large text.
const LARGE_TEXT: f32 = 3.0;
/// Least contrast of graphics that carry meaning.
const GRAPHICS: f32 = 3.0;
/// Large text in rem: WCAG's 24 CSS pixels, 16 to the rem.
const LARGE_REM: f32 = 1.5;
/// Large bold text in rem: WCAG's 18.66 CSS pixels.
const LARGE_BOLD_REM: f32 = 1.166;
/// From this weight on text counts as bold.
const BOLD: u16 = 700;
/// Over drawings and pictures, this share of the ground may stand out less: a letter in ten.
const SPARED: f32 = 0.1;
/// Rounding of what is reckoned with eight bits.
const SLACK: f32 = 0.005;

/// Words with too little contrast (`MB0807`), one finding a block, the worst line of it.
pub(super) fn low(page: &Page) -> Vec<Diagnostic> {
    let mut worst: Vec<(usize, f32, f32, &TextRun)> = Vec::new();
    for (at, item) in page.frame.items.iter().enumerate() {
        let Item::Text(run) = item else { continue };
        let behind = colors(page, at, &line_box(run));
        let Some(contrast) = least(run.color, &behind) else { continue };
        let wanted = if large(page, run) { LARGE_TEXT } else { TEXT };
        if contrast + SLACK >= wanted || run.text.trim().is_empty() {
            continue;
        }
        match worst.iter_mut().find(|(block, ..)| *block == run.block) {
            Some(known) if known.1 <= contrast => {}
            Some(known) => *known = (run.block, contrast, wanted, run),
            None => worst.push((run.block, contrast, wanted, run)),
        }
    }
    let finding = |(block, contrast, wanted, run): (usize, f32, f32, &TextRun)| {
        Diagnostic::warning("MB0807")
            .arg("words", &run.text)
            .arg("contrast", format!("{contrast:.1}"))
            .arg("least", wanted)
            .at(place(page, block))
            .hint("hint")
    };
    worst.into_iter().map(finding).collect()
}

/// Whether words are large as WCAG means it.
fn large(page: &Page, run: &TextRun) -> bool {
    let bold = page.fonts.typefaces().face(run.face).weight >= BOLD;
    run.size >= LARGE_REM * page.format.rem || (bold && run.size >= LARGE_BOLD_REM * page.format.rem)
}

/// Colours of a chart that hardly differ from the ground (`MB0818`), one finding a chart, the worst of them.
///
/// The colours are those its data are told apart by. Lighter marks of earlier values, receding ones beside an
/// emphasised one and tracks are not looked at: their figures are printed beside them.
pub(super) fn pale_data(page: &Page) -> Vec<Diagnostic> {
    let charts = page.frame.boxes.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Chart);
    let finding = |(index, block): (usize, &crate::frame::BlockBox)| {
        let ground = ground(page, index);
        let pale = block.meaning.iter().filter_map(|(name, color)| Some((least(*color, &ground)?, name)));
        let (contrast, name) = pale.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(c, _)| c + SLACK < GRAPHICS)?;
        let diagnostic = Diagnostic::warning("MB0818").arg("name", name).arg("contrast", format!("{contrast:.1}"));
        Some(diagnostic.at(place(page, index)).hint("hint"))
    };
    charts.filter_map(finding).collect()
}

/// The colours behind a chart, its own filling among them.
fn ground(page: &Page, chart: usize) -> Vec<Patch> {
    let block = &page.frame.boxes[chart];
    let own = |item: &Item| matches!(item, Item::Panel { rect, fill: Some(_), .. } if *rect == block.rect);
    let first = block.items.start;
    let end = if page.frame.items.get(first).is_some_and(own) { first + 1 } else { first };
    let middle = Rect { y: block.rect.center().y, height: block.rect.height.min(1.0), ..block.rect };
    colors(page, end, &middle)
}

/// The contrast of a colour with a ground, but for the share of it that may be worse; none without a ground.
fn least(color: Color, ground: &[Patch]) -> Option<f32> {
    let contrast = |patch: &Patch| (color.over(patch.color).contrast(patch.color), patch.parts);
    let mut contrasts: Vec<(f32, usize)> = ground.iter().map(contrast).collect();
    contrasts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let parts: usize = contrasts.iter().map(|(_, parts)| parts).sum();
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
    let mut spared = (parts as f32 * SPARED) as usize;
    let worst = contrasts.iter().find(|(_, parts)| {
        let last = *parts > spared;
        spared = spared.saturating_sub(*parts);
        last
    });
    worst.map(|(contrast, _)| *contrast)
}
