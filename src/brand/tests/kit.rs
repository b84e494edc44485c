//! The shipped kit keeps its own promises.

use super::*;
use crate::color::Color;

/// The shipped kit, which must have no findings at all.
fn brand() -> Brand {
    let brand = Brand::read(&shipped()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(brand.warnings, []);
    brand.value
}

/// A role's colour in a theme.
fn role(theme: &Theme, name: &str) -> Color {
    theme.color(&format!("color.{name}")).unwrap_or_else(|| panic!("{}: no color.{name}", theme.name))
}

#[test]
fn it_has_every_theme_and_role() {
    let brand = brand();
    assert_eq!(brand.themes.keys().collect::<Vec<_>>(), ["contrast", "dark", "light"]);
    assert_eq!(brand.default_theme, "light");
    assert_eq!(brand.marks.keys().collect::<Vec<_>>(), ["main", "main-inverse"]);
    for theme in brand.themes.values() {
        for style in
            ["display", "headline", "title", "subtitle", "body", "caption", "figure", "figure-large", "label", "slogan"]
        {
            assert!(theme.typography(&format!("type.{style}")).is_some(), "{} {style}", theme.name);
        }
        for path in
            ["gradient.ground", "shadow.card", "shadow.lifted", "radius.small", "radius.card", "radius.pill", "space.m"]
        {
            assert!(theme.tokens.contains_key(path), "{} {path}", theme.name);
        }
    }
    assert_ne!(brand.themes["light"].digest, brand.themes["dark"].digest);
}

#[test]
fn text_is_readable_in_every_theme() {
    for theme in brand().themes.values() {
        for (ink, ground) in [
            ("ink", "surface"),
            ("ink", "surface-raised"),
            ("ink-muted", "surface"),
            ("ink-muted", "surface-raised"),
            ("ink-inverse", "surface-inverse"),
            ("accent-ink", "accent"),
            ("primary-ink", "primary"),
            ("accent", "surface"),
            ("primary", "surface"),
            ("ink", "primary-soft"),
            ("positive", "surface"),
            ("negative", "surface"),
        ] {
            let contrast = role(theme, ink).contrast(role(theme, ground));
            let needed = if theme.name == "contrast" { 7.0 } else { 4.5 };
            assert!(contrast >= needed, "{}: {ink} on {ground} is {contrast}", theme.name);
        }
    }
}

#[test]
fn indicators_and_series_differ_in_grey_and_stand_out() {
    for (theme, group) in brand().themes.values().flat_map(|theme| [(theme, "indicator"), (theme, "series")]) {
        let mut grey: Vec<Color> = (1..=5).map(|n| role(theme, &format!("{group}.{n}"))).collect();
        grey.sort_by(|a, b| a.luminance().total_cmp(&b.luminance()));
        for pair in grey.windows(2) {
            assert!(pair[0].contrast(pair[1]) >= 1.3, "{}: {} {}", theme.name, pair[0], pair[1]);
        }
        for color in grey {
            assert!(color.contrast(role(theme, "surface")) >= 3.0, "{}: {color}", theme.name);
        }
    }
}

#[test]
fn stacked_marks_have_room() {
    let brand = brand();
    for style in ["display", "slogan", "headline", "title", "subtitle", "body", "caption", "label"] {
        let style = brand.themes["light"].typography(&format!("type.{style}")).unwrap();
        let id = brand.typefaces.resolve(&style.family, style.weight, false).unwrap();
        let font = skrifa::FontRef::new(&brand.typefaces.face(id).data).unwrap();
        assert!(style.leading >= 1.2);
        // Small letters with stacked marks clear every letter above them; capitals clear those without a descender.
        let bounds = |letter: char| {
            use skrifa::MetadataProvider;
            use skrifa::instance::{LocationRef, Size};
            let glyph = font.charmap().map(letter).unwrap();
            font.glyph_metrics(Size::new(1.0), LocationRef::default()).bounds(glyph).unwrap()
        };
        let top = |letters: &str| letters.chars().map(|c| bounds(c).y_max).fold(0.0, f32::max);
        let bottom = "ậựợịạgypqỵ".chars().map(|c| bounds(c).y_min).fold(0.0, f32::min);
        let needed = (top("ấầẩẫắằẳẵếềểễốồổỗ") - bottom).max(top("ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖ"));
        assert!(style.leading >= needed, "{} at {}: needs {needed}", style.weight, style.leading);
    }
}

#[test]
fn marks_draw_in_every_theme() {
    let brand = brand();
    for theme in brand.themes.values() {
        for mark in brand.marks.values() {
            let svg = mark.colored(theme);
            let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
            let mut pixmap = resvg::tiny_skia::Pixmap::new(192, 192).unwrap();
            resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(2.0, 2.0), &mut pixmap.as_mut());
            let drawn = pixmap.pixels().iter().filter(|pixel| pixel.alpha() == 255).count();
            assert!(drawn > 25_000 && !svg.contains('{'), "{} {drawn}", mark.name);
        }
    }
}
