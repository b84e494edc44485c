//! The stamp that says a picture is a proof: letters across it, which no small copy loses.

use std::fmt::Write as _;

use crate::brand::FaceId;
use crate::svg::Artwork;
use crate::text::{Fonts, Piece};

/// How much of the picture's diagonal the letters take.
const SPAN: f32 = 0.72;
/// How much of the picture's height they take at most.
const HEIGHT: f32 = 0.6;
/// The steepest they rise, in degrees.
const STEEP: f32 = 32.0;

/// An artwork with words across it, set in the boldest face of the kit that has their letters.
pub fn stamped(artwork: &Artwork, words: &str, fonts: &Fonts<'_>) -> Artwork<'static> {
    let outlines = match (artwork.outlines().rsplit_once("</svg>"), letters(words, fonts)) {
        (Some((drawing, _)), Some((path, width))) => {
            format!("{drawing}{}</svg>", placed(&path, width, artwork))
        }
        _ => artwork.outlines().to_owned(),
    };
    Artwork { bleed: artwork.bleed, ..Artwork::written(outlines, (artwork.width, artwork.height), artwork.dpi) }
}

/// Words as path data at a size of 100, their baseline at 0, and their width.
fn letters(words: &str, fonts: &Fonts<'_>) -> Option<(String, f32)> {
    let faces = &fonts.typefaces().faces;
    let mut order: Vec<usize> = (0..faces.len()).filter(|at| !faces[*at].italic).collect();
    order.sort_by_key(|at| std::cmp::Reverse(faces[*at].weight));
    order.into_iter().find_map(|at| {
        let face = FaceId(u16::try_from(at).ok()?);
        let shaped = fonts.shape(words, &[Piece { range: 0..words.len(), face, tracking: 0.04 }]).ok()?;
        let (mut path, mut x) = (String::new(), 0.0);
        for cluster in &shaped.clusters {
            for (glyph, dx, dy) in &*cluster.glyphs {
                fonts.write_outline(face, *glyph, 100.0, x + dx * 100.0, -dy * 100.0, &mut path);
            }
            x += cluster.advance * 100.0;
        }
        (x > 0.0 && !path.is_empty()).then_some((path, x))
    })
}

/// The letters in the middle of the picture, rising along its diagonal; a red that lets the picture through with a light
/// edge, so that they show on any ground and hide nothing.
#[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
fn placed(path: &str, letters: f32, artwork: &Artwork) -> String {
    let (width, height) = (artwork.width as f32, artwork.height as f32);
    let angle = height.atan2(width).to_degrees().min(STEEP);
    let scale = (SPAN * width.hypot(height).min(width * 1.15) / letters).min(HEIGHT * height / 100.0);
    let (x, y) = (width / 2.0 - artwork.bleed, height / 2.0 - artwork.bleed);
    let mut out = String::with_capacity(path.len() + 300);
    // Writing to a string does not fail. The capitals' middle lies about 36 hundredths above the baseline.
    let _ = write!(
        out,
        "<g transform=\"translate({x} {y}) rotate({:.2}) scale({scale}) translate({} 36)\"><path d=\"{path}\" fill=\"#c2281e\" \
         fill-opacity=\"0.3\" stroke=\"#ffffff\" stroke-opacity=\"0.75\" stroke-width=\"1.6\"/></g>",
        -angle,
        -letters / 2.0,
    );
    out
}
