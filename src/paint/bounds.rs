//! Bounds on what a drawing may cost, looked at before a library begins to draw it.
//!
//! Templates are not trusted: an SVG of a few hundred bytes can ask for gigabytes of layers or for hours of noise.

use roxmltree::{Document, Node, ParsingOptions};

use super::failure::ExportError;
use crate::diagnostic::Diagnostic;

/// The most memory that layers lying within each other may take, in bytes.
const LAYER_BYTES: u64 = 4 << 30;
/// So many layers are allowed on any canvas.
const FEW_LAYERS: u64 = 4;
/// The most octaves of noise: an eighth is finer than a pixel can show on any surface here.
const MOST_OCTAVES: f32 = 8.0;

/// Attributes that make a library draw an element on a layer of its own; `style` may hide any of them.
const LAYERING: [&str; 7] = ["opacity", "filter", "mask", "clip-path", "mix-blend-mode", "isolation", "style"];

/// Reads SVG text and checks what it would cost on a canvas of this width and height.
///
/// # Errors
/// `MB0901` when it is not XML, `MB0910` for too many nested layers, `MB0911` for each noise that is too fine.
pub fn read_bounded(text: &str, canvas: (u32, u32)) -> Result<Document<'_>, ExportError> {
    // As the SVG reader itself does; it and this reader both refuse entity bombs.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| Diagnostic::error("MB0901").arg("said", error).hint("hint"))?;
    let mut found: Vec<Diagnostic> = document.descendants().filter_map(fine_noise).collect();
    found.extend(deep_layers(&document, canvas));
    if found.is_empty() { Ok(document) } else { Err(ExportError::Input(found)) }
}

/// `MB0911` for noise with too many octaves: each costs as much as the first.
fn fine_noise(node: Node<'_, '_>) -> Option<Diagnostic> {
    let octaves = node.attribute("numOctaves")?;
    let few = octaves.trim().parse::<f32>().is_ok_and(|octaves| octaves <= MOST_OCTAVES);
    (!few).then(|| Diagnostic::error("MB0911").arg("octaves", octaves).arg("most", MOST_OCTAVES).hint("hint"))
}

/// `MB0910` when layers lie so deep within each other that they may not fit into memory.
fn deep_layers(document: &Document<'_>, (width, height): (u32, u32)) -> Option<Diagnostic> {
    let deepest = document.descendants().filter(|node| layers(*node)).map(|node| {
        let count = node.ancestors().filter(|outer| layers(*outer)).count();
        u64::try_from(count).unwrap_or(u64::MAX)
    });
    let deepest = deepest.max()?;
    let canvas = u64::from(width).saturating_mul(u64::from(height)).saturating_mul(4);
    let too_deep = deepest > FEW_LAYERS && deepest.saturating_mul(canvas) > LAYER_BYTES;
    too_deep.then(|| {
        let layers = Diagnostic::error("MB0910").arg("layers", deepest).hint("hint");
        layers.arg("width", width).arg("height", height)
    })
}

/// Whether an element may be drawn on a layer of its own.
fn layers(node: Node<'_, '_>) -> bool {
    LAYERING.iter().any(|name| node.has_attribute(*name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paint::codes;

    /// Groups within each other.
    fn nested(depth: usize) -> String {
        let (open, close) = ("<g opacity='.9'>".repeat(depth), "</g>".repeat(depth));
        format!("<svg xmlns='http://www.w3.org/2000/svg'>{open}{close}</svg>")
    }

    #[test]
    fn layers_are_bounded_by_the_memory_they_may_take() {
        let (card, pano) = ((1080, 1080), (12_000, 6_000));
        assert!(read_bounded(&nested(40), card).is_ok());
        assert!(read_bounded(&nested(14), pano).is_ok());
        assert_eq!(codes(read_bounded(&nested(15), pano)), ["MB0910"]);
        assert_eq!(codes(read_bounded(&nested(1000), card)), ["MB0910"]);
        assert!(read_bounded(&nested(4), (26_000, 26_000)).is_ok());
    }

    #[test]
    fn noise_is_bounded() {
        let noise = |octaves: &str| {
            format!("<svg xmlns='http://www.w3.org/2000/svg'><feTurbulence numOctaves='{octaves}'/></svg>")
        };
        assert!(read_bounded(&noise("8"), (9, 9)).is_ok());
        for octaves in ["9", "1000", "1e9", "x", "NaN"] {
            assert_eq!(codes(read_bounded(&noise(octaves), (9, 9))), ["MB0911"], "{octaves}");
        }
    }

    #[test]
    fn entity_bombs_do_not_go_off() {
        let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
            <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>\
            <svg xmlns='http://www.w3.org/2000/svg'><text>&d;&d;&d;&d;&d;&d;&d;</text></svg>";
        assert_eq!(codes(read_bounded(bomb, (9, 9))), ["MB0901"]);
    }
}
