//! How the sheet itself looks: its own tokens, made of what the kit has, so that any kit can be shown.

use crate::brand::{Brand, Theme, Token, Typography};
use crate::color::{Color, Vision};

/// Colours of the sheet and where they are looked for, best first.
const COLORS: [(&str, &[&str]); 8] = [
    ("surface", &["color.surface", "color.surface-raised", "color.paper", "color.background"]),
    ("raised", &["color.surface-raised", "color.surface", "color.paper"]),
    ("ink", &["color.ink"]),
    ("muted", &["color.ink-muted"]),
    ("line", &["color.line"]),
    ("accent", &["color.accent", "color.primary"]),
    ("good", &["color.positive", "color.primary"]),
    ("bad", &["color.negative", "color.accent"]),
];

/// Text styles of the sheet and where they are looked for, best first.
const STYLES: [(&str, &[&str]); 5] = [
    ("title", &["type.headline", "type.display", "type.head", "type.title"]),
    ("heading", &["type.title", "type.headline", "type.head"]),
    ("body", &["type.body"]),
    ("label", &["type.label"]),
    ("caption", &["type.caption"]),
];

/// A theme with the sheet's own tokens (`sheet.…`) and its colours as others see them (`seen.SIGHT.PATH`).
pub fn theme(brand: &Brand, theme: &Theme) -> Theme {
    let mut theme = theme.clone();
    let ink = theme.color("color.ink").unwrap_or(Color::BLACK);
    let ground = if ink.luminance() < 0.4 { Color::WHITE } else { Color::BLACK };
    let mut own = Vec::new();
    for (name, paths) in COLORS {
        let found = paths.iter().find_map(|path| theme.color(path));
        let otherwise = match name {
            "surface" | "raised" => ground,
            "line" => ink.with_alpha(0.2),
            "muted" => ink.with_alpha(0.75),
            _ => ink,
        };
        own.push((name, Token::Color(found.unwrap_or(otherwise))));
    }
    own.push(("light", Token::Color(Color::WHITE)));
    own.push(("dark", Token::Color(Color::from_rgb8(17, 17, 17))));
    for (name, paths) in STYLES {
        let body = theme.typography("type.body");
        let found = paths.iter().find_map(|path| theme.typography(path)).or(body).cloned();
        own.extend(found.map(|style| (name, Token::Typography(style))));
    }
    let seen: Vec<_> = theme
        .tokens
        .iter()
        .filter_map(|(path, token)| match token {
            Token::Color(color) => Some((path.clone(), *color)),
            _ => None,
        })
        .collect();
    theme.tokens.extend(own.into_iter().map(|(name, token)| (format!("sheet.{name}"), token)));
    for sight in Vision::ALL {
        let as_seen = |(path, color): &(String, Color)| {
            (format!("seen.{}.{path}", sight.name()), Token::Color(sight.see(*color)))
        };
        theme.tokens.extend(seen.iter().map(as_seen));
    }
    for (at, face) in brand.typefaces.faces.iter().enumerate() {
        let family = vec![face.family.clone()];
        let style = Typography { family, size: 1.0, weight: face.weight, tracking: 0.0, leading: 1.4 };
        theme.tokens.insert(format!("sheet.face.{at}"), Token::Typography(style));
    }
    theme
}
