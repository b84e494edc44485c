//! Colours that are told apart by colour-blind readers, and on a copy: in charts, and in the kit's own sets.

use std::collections::BTreeMap;

use super::confusion::{Confusion, confusion};
use super::{Page, place};
use crate::brand::{Brand, Token};
use crate::color::{Color, Vision};
use crate::diagnostic::{Diagnostic, Span};
use crate::format::Use;
use crate::frame::BlockKind;

/// Colour-blind eyes.
const EYES: [Vision; 3] = [Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia];
/// The same, and a copier, which is how paper goes on.
const EYES_AND_COPIER: [Vision; 4] = [Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia, Vision::Grey];
/// Groups of colour tokens that are sets: each of their colours stands for something else.
const SETS: [&str; 5] = ["indicator", "series", "category", "status", "data"];
/// Tokens that are a pair wherever they stand.
const PAIR: [&str; 2] = ["color.positive", "color.negative"];
/// Where a kit's tokens stand.
const TOKENS: &str = "brand/brand.tokens.json";

/// Charts whose data have colours that some readers take for one (`MB0816`), the worst pair of each.
pub(super) fn charts(page: &Page) -> Vec<Diagnostic> {
    let eyes = if page.format.usage == Use::Print { &EYES_AND_COPIER[..] } else { &EYES };
    let charts = page.frame.boxes.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Chart);
    let finding = |(index, block): (usize, &crate::frame::BlockBox)| {
        let confusion = confusion(&block.meaning, eyes)?;
        Some(worded("MB0816", &confusion).at(place(page, index)).hint("hint"))
    };
    charts.filter_map(finding).collect()
}

/// Sets of colour tokens in which some readers take two for one (`MB0817`), a finding a set and theme.
pub fn kit(brand: &Brand) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for theme in brand.themes.values() {
        let mut sets: BTreeMap<&str, Vec<(String, Color)>> = BTreeMap::new();
        for (path, token) in &theme.tokens {
            let Token::Color(color) = token else { continue };
            let Some((group, _)) = path.rsplit_once('.') else { continue };
            if group.rsplit('.').next().is_some_and(|name| SETS.contains(&name)) {
                sets.entry(group).or_default().push((path.clone(), *color));
            } else if PAIR.contains(&path.as_str()) {
                sets.entry(PAIR[0]).or_default().push((path.clone(), *color));
            }
        }
        let confused = sets.values().filter_map(|set| confusion(set, &EYES));
        found.extend(confused.map(|confusion| {
            let diagnostic = worded("MB0817", &confusion).arg("theme", &theme.name);
            diagnostic.at(Span::whole(TOKENS)).hint("hint")
        }));
    }
    found
}

/// A finding about two colours.
fn worded(code: &'static str, confusion: &Confusion) -> Diagnostic {
    Diagnostic::warning(code)
        .arg("first", &confusion.first)
        .arg("second", &confusion.second)
        .arg("vision", confusion.vision.name())
        .arg("difference", format!("{:.3}", confusion.difference))
        .arg("least", super::confusion::LEAST)
}
