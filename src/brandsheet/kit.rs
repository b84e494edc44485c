//! What a sheet shows of a kit in one theme: tables of colours, styles, faces, measures, marks and icons.
//!
//! In: a kit, a theme with the sheet's own tokens. Out: a [`Dataset`], whose values the pages print like any other.

use std::collections::BTreeMap;

use super::grounds::{Best, grounds};
use super::table::{Writing, number, text};
use crate::brand::{Brand, Note, Theme, Token, Typography};
use crate::color::{Color, Vision};
use crate::record::{Dataset, Table, Value};
use crate::text::Fonts;

/// Words that show what a face can do: stacked marks in both cases, and what hangs and what rises.
pub(super) const SPECIMEN: &str = "Ấm ướt quỳnh ngữ, Ỡ Ẵ Ể Ỗ Ự";
/// Figures that show what a face can do.
pub(super) const FIGURES: &str = "0123456789 74,5% 1.234";

/// Steps of a scale beside each other, at most.
const IN_A_ROW: usize = 12;

/// Colours of a set, at most: nobody tells more of them apart.
const IN_A_SET: usize = 12;

/// All tables of a theme.
pub(super) fn dataset(brand: &Brand, theme: &Theme, fonts: &Fonts<'_>) -> Dataset {
    let (roles, others) = colors(theme);
    let (grounds, best) = grounds(brand, theme, &roles);
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    tables.extend([
        color_table("colours", &roles, theme),
        color_table("scales", &others, theme),
        seen_table(&roles, theme),
        sight_table(&roles),
        style_table(brand, theme, fonts),
        face_table(brand, fonts),
        measure_table("spaces", "space.", theme),
        measure_table("radii", "radius.", theme),
        name_table("shadows", theme, |token| matches!(token, Token::Shadow(_))),
        name_table("gradients", theme, |token| matches!(token, Token::Gradient(_))),
        mark_table(brand, &best),
        grounds,
        icon_table(brand),
    ]);
    Dataset { tables }
}

/// A colour token.
pub(super) struct Swatch {
    /// Its path.
    pub(super) path: String,
    /// Its colour.
    pub(super) color: Color,
}

impl Swatch {
    /// Name without the first part of the path, or the whole of it.
    pub(super) fn name(&self) -> &str {
        self.path.split_once('.').map_or(self.path.as_str(), |(_, name)| name)
    }
}

/// The kit's colours: roles (`color.…`), and the others, which roles refer to.
fn colors(theme: &Theme) -> (Vec<Swatch>, Vec<Swatch>) {
    let own = |path: &str| path.starts_with("sheet.") || path.starts_with("seen.");
    let all = theme.tokens.iter().filter(|(path, _)| !own(path)).filter_map(|(path, token)| match token {
        Token::Color(color) => Some(Swatch { path: path.clone(), color: *color }),
        _ => None,
    });
    let (mut roles, mut others): (Vec<_>, Vec<_>) = all.partition(|swatch| swatch.path.starts_with("color."));
    if roles.is_empty() {
        std::mem::swap(&mut roles, &mut others);
    }
    // Steps of a scale are numbers: 50 before 100. What is laid over others stands first.
    let order = |swatch: &Swatch| {
        let (group, step) = swatch.path.rsplit_once('.').unwrap_or(("", &swatch.path));
        (group.to_owned(), rank(step), step.parse::<u32>().unwrap_or(0), step.to_owned())
    };
    roles.sort_by_cached_key(order);
    others.sort_by_cached_key(order);
    (roles, others)
}

/// Where a role stands among its kind: grounds, words, what leads, what is good or bad, the rest.
fn rank(name: &str) -> usize {
    const ORDER: [&str; 10] =
        ["surface", "ink", "primary", "accent", "highlight", "positive", "negative", "line", "muted", "shadow"];
    let first = ORDER.iter().position(|start| name.starts_with(start));
    first.unwrap_or(if name.chars().all(|c| c.is_ascii_digit()) { 0 } else { ORDER.len() })
}

/// Colours with values and contrast.
fn color_table(name: &str, swatches: &[Swatch], theme: &Theme) -> (String, Table) {
    let columns = [
        "name",
        "group",
        "step",
        "token",
        "hex",
        "print",
        "alias",
        "note",
        "label",
        "#on_surface:1",
        "grade_surface",
        "#on_ink:1",
        "grade_ink",
        "row",
        "head",
    ];
    let mut table = Writing::new(name, &columns);
    let plain = Note::default();
    let surface = theme.color("sheet.surface").unwrap_or(Color::WHITE);
    let ink = theme.color("sheet.ink").unwrap_or(Color::BLACK);
    let mut heads = Heads::default();
    let mut in_group = BTreeMap::new();
    for swatch in swatches {
        let note = theme.notes.get(&swatch.path).unwrap_or(&plain);
        let drawn = swatch.color.over(surface);
        let (group, step) = swatch.path.rsplit_once('.').unwrap_or(("", &swatch.path));
        let before = in_group.entry(group).and_modify(|count| *count += 1).or_insert(0_usize);
        let row = format!("{group}/{}", *before / IN_A_ROW);
        let label =
            if drawn.contrast(Color::WHITE) >= drawn.contrast(Color::BLACK) { "sheet.light" } else { "sheet.dark" };
        let hex = match swatch.color.alpha {
            alpha if alpha < 1.0 => format!("{} · {:.0}%", swatch.color, alpha * 100.0),
            _ => swatch.color.to_string(),
        };
        let (on_surface, on_ink) = (drawn.contrast(surface), drawn.contrast(ink));
        let words = [swatch.name(), group, step, &swatch.path, &hex, &in_print(note)].map(text);
        let more = [note.alias.as_deref().unwrap_or(""), note.description.as_deref().unwrap_or(""), label].map(text);
        let contrast =
            [number(rounded(on_surface)), text(grade(on_surface)), number(rounded(on_ink)), text(grade(on_ink))];
        table.add(&swatch.path, words.into_iter().chain(more).chain(contrast).chain([text(&row), heads.head(&row)]));
    }
    table.done()
}

/// Marks the first record of each group.
#[derive(Default)]
struct Heads(Option<String>);

impl Heads {
    /// `yes` where a group begins.
    fn head(&mut self, group: &str) -> Value {
        let begins = self.0.as_deref() != Some(group);
        self.0 = Some(group.to_owned());
        text(if begins { "yes" } else { "" })
    }
}

/// Inks and spot colour, as a printer writes them.
pub(super) fn in_print(note: &Note) -> String {
    let inks = note.cmyk.map(|[c, m, y, k]| format!("C{c:.0} M{m:.0} Y{y:.0} K{k:.0}"));
    inks.into_iter().chain(note.spot.clone()).collect::<Vec<_>>().join(" · ")
}

/// To a tenth, downwards: 4.47 must not be shown as 4.5, which would pass.
fn rounded(ratio: f32) -> f32 {
    (ratio * 10.0).floor() / 10.0
}

/// What words of a contrast may be (WCAG 2.2 §1.4.3 and §1.4.6).
pub(super) fn grade(ratio: f32) -> &'static str {
    match ratio {
        ratio if ratio >= 7.0 => "aaa",
        ratio if ratio >= 4.5 => "aa",
        ratio if ratio >= 3.0 => "large",
        _ => "none",
    }
}

/// Sets of colours that must be told apart: those numbered under one name, and roles that carry a meaning.
fn sets(roles: &[Swatch]) -> Vec<(String, Vec<&Swatch>)> {
    let mut sets: BTreeMap<&str, Vec<&Swatch>> = BTreeMap::new();
    for swatch in roles {
        if let Some((group, step)) = swatch.path.rsplit_once('.')
            && step.chars().all(|c| c.is_ascii_digit())
        {
            sets.entry(group).or_default().push(swatch);
        }
    }
    let telling = ["primary", "accent", "highlight", "positive", "negative"];
    let telling: Vec<&Swatch> = roles.iter().filter(|swatch| telling.contains(&swatch.name())).collect();
    let numbered = sets.into_iter().map(|(group, swatches)| (group.to_owned(), swatches));
    let all = numbered.chain([("color".to_owned(), telling)]).map(|(group, mut swatches)| {
        swatches.truncate(IN_A_SET);
        (group, swatches)
    });
    all.filter(|(_, swatches)| swatches.len() > 1).collect()
}

/// Each colour of each set, as each sight has it.
fn seen_table(roles: &[Swatch], theme: &Theme) -> (String, Table) {
    let mut table = Writing::new("seen", &["set", "sight", "name", "token", "label"]);
    for (set, swatches) in sets(roles) {
        for sight in Vision::ALL {
            for swatch in &swatches {
                let token = format!("seen.{}.{}", sight.name(), swatch.path);
                let color = theme.color(&token).unwrap_or(swatch.color);
                let dark = color.contrast(Color::WHITE) >= color.contrast(Color::BLACK);
                let label = if dark { "sheet.light" } else { "sheet.dark" };
                let name = swatch.path.rsplit('.').next().unwrap_or_default();
                table.add(&token, [&set, sight.name(), name, &token, label].map(text));
            }
        }
    }
    table.done()
}

/// For each set and sight: the two colours that come closest.
fn sight_table(roles: &[Swatch]) -> (String, Table) {
    let mut table = Writing::new("sights", &["set", "sight", "first", "second", "#apart:0", "plain", "head"]);
    let mut heads = Heads::default();
    for (set, swatches) in sets(roles) {
        for sight in Vision::ALL {
            let pairs = swatches.iter().enumerate().flat_map(|(at, a)| {
                swatches.iter().skip(at + 1).map(move |b| (100.0 * sight.difference(a.color, b.color), *a, *b))
            });
            let Some((apart, a, b)) = pairs.min_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
            let [a, b] = [a, b].map(|swatch: &Swatch| swatch.path.rsplit('.').next().unwrap_or_default());
            let enough = if apart >= 10.0 { "yes" } else { "" };
            let values = [text(&set), text(sight.name()), text(a), text(b), number(apart.floor()), text(enough)];
            table.add(&format!("{set}/{}", sight.name()), values.into_iter().chain([heads.head(&set)]));
        }
    }
    table.done()
}

/// Text styles, large ones first.
fn style_table(brand: &Brand, theme: &Theme, fonts: &Fonts<'_>) -> (String, Table) {
    let columns = ["name", "token", "family", "#weight:0", "#size", "#leading", "specimen", "note"];
    let mut table = Writing::new("styles", &columns);
    let own = |path: &str| path.starts_with("sheet.");
    let mut styles: Vec<(&String, &Typography)> = theme
        .tokens
        .iter()
        .filter(|(path, _)| !own(path))
        .filter_map(|(path, token)| match token {
            Token::Typography(style) => Some((path, style)),
            _ => None,
        })
        .collect();
    styles.sort_by(|a, b| b.1.size.total_cmp(&a.1.size).then_with(|| a.0.cmp(b.0)));
    for (path, style) in styles {
        let Ok(face) = brand.typefaces.resolve(&style.family, style.weight, false) else { continue };
        let name = path.split_once('.').map_or(path.as_str(), |(_, name)| name);
        let words = if name.contains("figure") || name.contains("number") { FIGURES } else { SPECIMEN };
        let note = theme.notes.get(path).and_then(|note| note.description.clone()).unwrap_or_default();
        let family = &brand.typefaces.face(face).family;
        let measures = [f32::from(style.weight), style.size, style.leading].map(number);
        let words = [text(&fonts.settable(words, face)), text(&note)];
        table.add(path, [name, path, family].map(text).into_iter().chain(measures).chain(words));
    }
    table.done()
}

/// Faces with the letters they can show.
fn face_table(brand: &Brand, fonts: &Fonts<'_>) -> (String, Table) {
    let columns = ["family", "#weight:0", "slope", "token", "upper", "lower", "figures", "stacked", "head"];
    let mut table = Writing::new("faces", &columns);
    let mut heads = Heads::default();
    for (at, face) in brand.typefaces.faces.iter().enumerate() {
        let Ok(id) = u16::try_from(at).map(crate::brand::FaceId) else { continue };
        let slope = if face.italic { "italic" } else { "normal" };
        let head = [text(&face.family), number(f32::from(face.weight)), text(slope), text(&format!("sheet.face.{at}"))];
        let letters = [
            "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY",
            "aăâbcdđeêghiklmnoôơpqrstuưvxy",
            "0123456789 %,.–/()",
            "Ấ Ẩ Ẵ Ặ Ế Ể Ỗ Ộ Ỡ Ợ Ữ Ự Ỹ ấ ẩ ẵ ặ ế ể ỗ ộ ỡ ợ ữ ự ỹ",
        ];
        let letters = letters.map(|letters| text(&fonts.settable(letters, id)));
        table.add(&at.to_string(), head.into_iter().chain(letters).chain([heads.head(&face.family)]));
    }
    table.done()
}

/// Dimensions under one name, small ones first.
fn measure_table(name: &str, under: &str, theme: &Theme) -> (String, Table) {
    let mut table = Writing::new(name, &["name", "token", "#rem"]);
    let mut measures: Vec<(&String, f32)> = theme
        .tokens
        .iter()
        .filter(|(path, _)| path.starts_with(under))
        .filter_map(|(path, token)| match token {
            Token::Dimension(dimension) => Some((path, dimension.rem())),
            _ => None,
        })
        .collect();
    measures.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (path, rem) in measures {
        table.add(path, [text(path.trim_start_matches(under)), text(path), number(rem)]);
    }
    table.done()
}

/// Tokens of one kind by name.
fn name_table(name: &str, theme: &Theme, of_kind: fn(&Token) -> bool) -> (String, Table) {
    let mut table = Writing::new(name, &["name", "token"]);
    for (path, _) in theme.tokens.iter().filter(|(_, token)| of_kind(token)) {
        table.add(path, [path.split_once('.').map_or(path.as_str(), |(_, name)| name), path].map(text));
    }
    table.done()
}

/// Marks with their clear space and smallest height, and their drawing for the page of misuse.
fn mark_table(brand: &Brand, best: &Best) -> (String, Table) {
    let columns = ["name", "#clear:0", "#least", "#room", "#aspect", "view", "drawing", "ground", "label"];
    let mut table = Writing::new("marks", &columns);
    for mark in brand.marks.values() {
        let document = roxmltree::Document::parse(&mark.svg);
        let root = document.as_ref().ok().map(roxmltree::Document::root_element);
        let view = root.and_then(|root| root.attribute("viewBox")).unwrap_or("0 0 100 100");
        let inner: String =
            root.iter().flat_map(|root| root.children()).filter_map(|child| mark.svg.get(child.range())).collect();
        let room = mark.min_height * (1.0 + 2.0 * mark.clear_space);
        let numbers = [mark.clear_space * 100.0, mark.min_height, room, mark.aspect].map(number);
        let (ground, label) =
            best.get(&mark.name).map_or(("sheet.surface", "sheet.ink"), |(ground, label)| (ground, label));
        let words = [view, &inner, ground, label].map(text);
        let values = [text(&mark.name)].into_iter().chain(numbers).chain(words);
        table.add(&mark.name, values);
    }
    table.done()
}

/// Icons by name.
fn icon_table(brand: &Brand) -> (String, Table) {
    let mut table = Writing::new("icons", &["name"]);
    brand.icons.keys().for_each(|name| table.add(name, [Value::Text(name.as_str().into())]));
    table.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_those_of_wcag_and_never_rounded_up() {
        assert_eq!([7.0, 6.99, 4.5, 4.49, 3.0, 2.99].map(grade), ["aaa", "aa", "aa", "large", "large", "none"]);
        assert!((rounded(4.49) - 4.4).abs() < 1e-6);
    }
}
