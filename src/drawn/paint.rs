//! Paints of a drawing, and the nearest colour of the kit.

use std::str::FromStr;

use roxmltree::Node;

use super::sheet::{Styles, share};
use crate::brand::{Theme, Token};
use crate::color::{Color, Vision};

/// Colours closer than this (in Oklab, where 1 is from black to white) are one to the eye.
const SAME: f32 = 0.02;
/// Of equally close colours the first of these by role is taken.
const TIE: f32 = 0.002;

/// How something is filled or outlined.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Paint {
    /// Not at all.
    None,
    /// In one colour.
    Plain(Color),
    /// By a gradient or pattern with this identifier.
    Server(String),
}

/// A paint property of an element with its opacity.
pub(super) fn paint<'a>(styles: &Styles<'a>, node: Node<'a, '_>, name: &str) -> Paint {
    let text = styles.of_node(node, name).unwrap_or(if name == "fill" { "black" } else { "none" });
    let opacity = |suffix: &str| styles.of_node(node, &format!("{name}{suffix}")).and_then(share).unwrap_or(1.0);
    let plain = |color: svgtypes::Color| {
        let alpha = f32::from(color.alpha) / 255.0 * opacity("-opacity");
        Paint::Plain(Color::from_rgb8(color.red, color.green, color.blue).with_alpha(alpha))
    };
    match svgtypes::Paint::from_str(text) {
        Ok(svgtypes::Paint::None) => Paint::None,
        Ok(svgtypes::Paint::Color(color)) => plain(color),
        Ok(svgtypes::Paint::CurrentColor) => {
            let color = styles.of_node(node, "color").and_then(|text| svgtypes::Color::from_str(text).ok());
            plain(color.unwrap_or_else(svgtypes::Color::black))
        }
        Ok(svgtypes::Paint::FuncIRI(id, _)) => Paint::Server(id.to_owned()),
        // What does not read is black, as renderers have it.
        _ => plain(svgtypes::Color::black()),
    }
}

/// What a colour is used for: of tokens of one colour the fitting name is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Letters.
    Ink,
    /// Areas and lines.
    Area,
}

/// The nearest token, whether it is the same to the eye, and other near ones.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Nearest {
    /// Path of the token.
    pub(super) token: String,
    /// Whether the eye sees a difference.
    pub(super) same: bool,
    /// The next ones.
    pub(super) others: Vec<String>,
}

/// The colour token of a theme that is nearest to a drawn colour; its opacity is not looked at.
pub(super) fn nearest(theme: &Theme, color: Color, role: Role) -> Option<Nearest> {
    let mut known: Vec<(f32, u8, &str)> = theme
        .tokens
        .iter()
        .filter(|(path, _)| path.starts_with("color."))
        .filter_map(|(path, token)| match token {
            Token::Color(own) if own.alpha >= 1.0 => {
                Some((Vision::Plain.difference(*own, color), rank(path, role), path.as_str()))
            }
            _ => None,
        })
        .collect();
    let least = known.iter().map(|(distance, ..)| *distance).fold(f32::INFINITY, f32::min);
    let tied = |distance: f32| if distance <= least + TIE { least } else { distance };
    known.sort_by(|a, b| {
        tied(a.0).total_cmp(&tied(b.0)).then(a.1.cmp(&b.1)).then(a.2.len().cmp(&b.2.len())).then(a.2.cmp(b.2))
    });
    let mut paths = known.iter().map(|(.., path)| (*path).to_owned());
    let token = paths.next()?;
    Some(Nearest { token, same: least <= SAME, others: paths.take(3).collect() })
}

/// Names of inks are for letters, those of surfaces for areas.
fn rank(path: &str, role: Role) -> u8 {
    let ink = path.contains("ink");
    u8::from(ink != (role == Role::Ink))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    /// A theme of some colours.
    fn theme(colors: &[(&str, &str)]) -> Theme {
        let tokens = colors.iter().map(|(path, hex)| ((*path).to_owned(), Token::Color(Color::from_hex(hex).unwrap())));
        Theme {
            name: "t".to_owned(),
            tokens: tokens.collect(),
            notes: std::collections::BTreeMap::new(),
            digest: Digest::of(b""),
        }
    }

    #[test]
    fn the_role_decides_between_equals_and_distance_before_it() {
        let kit = theme(&[
            ("color.ink-inverse", "#fff"),
            ("color.surface", "#fff"),
            ("color.accent", "#bf3527"),
            ("palette.red", "#b00"),
        ]);
        let of = |hex: &str, role: Role| nearest(&kit, Color::from_hex(hex).unwrap(), role).unwrap();
        assert_eq!(of("#fefefe", Role::Ink).token, "color.ink-inverse");
        assert_eq!(of("#fefefe", Role::Area).token, "color.surface");
        let red = of("#c03828", Role::Ink);
        assert_eq!((red.token.as_str(), red.same), ("color.accent", true));
        let green = of("#00aa00", Role::Area);
        assert!(!green.same && green.others.len() == 2, "{green:?}");
        assert_eq!(nearest(&theme(&[]), Color::BLACK, Role::Ink), None);
    }
}
