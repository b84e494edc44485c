//! Preflight: what is checked on a finished layout before it goes to the press.
//!
//! In: frames, their bindings, the format, the kit. Out: findings, rated by what the surface is for. It changes nothing.
//! Limits and their sources stand beside each check; `tests/preflight` measures what is caught on seeded defects.

mod about;
mod allow;
mod backdrop;
mod bleed;
mod codes;
mod confusion;
mod contrast;
mod corrected;
mod crossing;
mod drawing;
mod extent;
mod illustrative;
mod letters;
mod numbers;
mod palette;
mod pictures;
mod profile;
mod room;
mod strokes;

pub use allow::{Allowances, allowed_codes, refused};
pub use illustrative::is_illustrative;
pub use palette::kit;
pub use profile::{PROFILES, Rating, USES};

use std::cell::OnceCell;

use crate::diagnostic::{Diagnostic, Span};
use crate::format::Format;
use crate::frame::Frame;
use crate::paint::Painter;
use crate::plan::Job;
use crate::svg::Sketches;
use crate::template::Markup;
use crate::text::Fonts;
use crate::units::Rect;

/// What is looked at: the pages of one artwork and what they were made from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What was to be made.
    pub job: &'a Job,
    /// The headline in its files.
    pub headline: &'a str,
    /// The alt text in its files.
    pub alt_text: &'a str,
    /// The pages.
    pub frames: &'a [Frame],
    /// The filled template.
    pub markup: &'a Markup,
    /// The kit's faces, opened.
    pub fonts: &'a Fonts<'a>,
    /// Who paints pieces of them.
    pub painter: &'a Painter,
    /// Whether illustrative data is drawn.
    pub illustrative: bool,
}

/// One page with its surroundings.
#[derive(Clone, Copy)]
struct Page<'a> {
    /// The page.
    frame: &'a Frame,
    /// The filled template.
    markup: &'a Markup,
    /// The surface.
    format: &'a Format,
    /// The kit's faces, opened.
    fonts: &'a Fonts<'a>,
    /// Who paints pieces of it.
    painter: &'a Painter,
    /// How far each of its items reaches.
    extents: &'a [Rect],
    /// Its pictures, once they were asked for.
    sketches: &'a OnceCell<Sketches>,
}

/// Checks the pages of one artwork.
///
/// Codes: `MB0801` a number bound to no cell, `MB0802` illustrative data without its label, `MB0803` its label too
/// small, `MB0804` words outside the safe area, `MB0805` words over each other, `MB0806` words too small for the
/// viewing distance, `MB0807` words with too little contrast, `MB0810` lines too thin, `MB0811` pure colours one LED
/// wide, `MB0812` letters too fine, `MB0813` and `MB0819` pictures
/// with too few pixels, `MB0814` bleed not reached, `MB0815` marks, charts and icons outside the safe
/// area, `MB0816` colours of a chart that are taken for one, `MB0818` pale data, `MB0820` no alt text, `MB0821` words
/// too long for archives, `MB0822` costly filters, `MB0823` words across an edge, `MB0824` words under a shape, `MB0825`
/// codes too small to be scanned, `MB0826` a corrected figure without its mark, `MB0827` its mark too small.
pub fn inspect(subject: &Subject) -> Vec<Diagnostic> {
    let Subject { job, frames, markup, fonts, painter, illustrative, .. } = *subject;
    let format = &*job.format;
    let mut found = Vec::new();
    for frame in frames {
        let sketches = OnceCell::new();
        let extents: Vec<Rect> = frame.items.iter().map(extent::extent).collect();
        let page = Page { frame, markup, format, fonts, painter, extents: &extents, sketches: &sketches };
        found.extend(numbers::unbound(frame, markup));
        found.extend(room::outside(&page));
        found.extend(room::overlaps(&page));
        found.extend(room::too_small(&page));
        found.extend(contrast::low(&page));
        found.extend(contrast::pale_data(&page));
        found.extend(strokes::thin(&page));
        found.extend(letters::fine(&page));
        found.extend(bleed::short(&page));
        found.extend(bleed::outside(&page));
        found.extend(bleed::costly(&page));
        found.extend(pictures::coarse(&page));
        found.extend(codes::small(&page));
        found.extend(palette::charts(&page));
        found.extend(crossing::edges(&page));
        found.extend(crossing::covered(&page));
    }
    if illustrative {
        found.extend(illustrative::label(frames, markup, format));
    }
    if markup.correction.is_some() {
        found.extend(corrected::mark(frames, markup, format));
    }
    found.extend(about::words(subject));
    found.into_iter().filter_map(|finding| profile::rate(finding, format.usage)).collect()
}

/// The place of a block in its template.
fn place(page: &Page, block: usize) -> Span {
    block_place(page.frame, block, page.markup)
}

/// The place of a block in its template; of a page without any, the template.
fn block_place(frame: &Frame, block: usize, markup: &Markup) -> Span {
    let whole = || Span::whole(markup.files.first().map_or("templates", |file| file));
    frame.boxes.get(block).map_or_else(whole, |block| block.span.clone())
}
