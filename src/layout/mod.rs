//! Composing: filled markup becomes frames, every item at a fixed position.
//!
//! In: [`Markup`], a kit, a theme and a format. Out: one [`Frame`] a page. Steps: `parse` reads blocks and
//! resolves tokens, `copyfit` finds sizes and drops what has no room (asking `flex` for boxes and
//! `paragraph` for lines), `place` writes the frame, `pages` does so page by page, `quarters` puts letters on quarters of pixels.

mod attributes;
mod block;
mod copyfit;
mod datum;
mod dress;
mod dump;
mod figure;
mod flex;
mod fragment;
mod length;
mod pages;
mod paragraph;
mod parse;
mod picture;
mod place;
mod quarters;
mod scene;
mod sheet;
mod words;

pub use dump::dump;
pub use picture::named_pictures;
pub use scene::Scene;

use crate::diagnostic::{Checked, Diagnostic, Findings};
use crate::frame::Frame;
use crate::template::Markup;
use crate::units::{Rect, Size};
use block::{Blocks, Content};

/// The namespace of our elements (`xmlns:m`).
pub const NAMESPACE: &str = "urn:mocban:1";
/// Tokens that are asked for without being named in a template.
pub const ROLES: [&str; 10] = [
    "color.ink",
    "color.ink-muted",
    "color.accent",
    "color.line",
    "color.surface",
    "color.positive",
    "color.negative",
    "type.body",
    "type.label",
    "type.figure",
];
/// What the paths of tokens begin with that charts ask for without being told: those of their classes and series.
pub const CHART_ROLES: [&str; 2] = ["chart.", "color.series."];
/// SVG's own.
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Lays a page out.
///
/// # Errors
/// `MB07xx`: markup that does not read, unknown elements, attributes, tokens or faces, missing glyphs,
/// overset text, marks below their smallest size.
pub fn compose(markup: &Markup, scene: &Scene) -> Checked<Vec<Frame>> {
    let mut findings = Findings::new();
    let blocks = match findings.take(parse::parse(markup, scene)) {
        Some(blocks) => blocks,
        None => return Err(findings.into_vec()),
    };
    match lay_out(&blocks, scene, &mut findings) {
        Ok(mut frames) => {
            frames.iter_mut().for_each(quarters::settle);
            findings.finish(frames)
        }
        Err(error) => Err(vec![Diagnostic::error("MB0735").arg("error", format!("{error:#}"))]),
    }
}

/// Blocks to frames.
fn lay_out(blocks: &Blocks, scene: &Scene, findings: &mut Findings) -> anyhow::Result<Vec<Frame>> {
    let mut beyond = Vec::new();
    let ground = || ground(blocks, scene);
    if matches!(blocks.all[blocks.root].content, Content::Pages) {
        let (frames, found) = pages::pages(blocks, blocks.root, scene, &ground)?;
        findings.extend(found);
        return Ok(frames);
    }
    let mut frame = ground()?;
    let (room, scene) = match &blocks.sheet {
        Some(sheet) => (sheet.rect, Scene { format: &sheet.format, ..*scene }),
        None => (scene.format.safe_box(), *scene),
    };
    let fitted = copyfit::fit(blocks, blocks.root, room, &scene)?;
    beyond.extend(fitted.overset.iter().cloned());
    beyond.extend(place::place(blocks, blocks.root, &fitted, &scene, &mut frame));
    findings.extend(beyond);
    Ok(vec![frame])
}

/// An empty frame with its grounds, which fill the bleed.
fn ground(blocks: &Blocks, scene: &Scene) -> anyhow::Result<Frame> {
    let format = scene.format;
    let trim = Size { width: format.trim.width, height: format.trim.height };
    let mut frame = Frame { trim, bleed: format.bleed, ..Frame::default() };
    let room = Rect::new(0.0, 0.0, trim.width, trim.height).outset(format.bleed);
    for index in &blocks.grounds {
        let fitted = copyfit::fit(blocks, *index, room, scene)?;
        place::place(blocks, *index, &fitted, scene, &mut frame);
    }
    Ok(frame)
}
