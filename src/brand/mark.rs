//! Marks: logos with clear space and a minimum size.
//!
//! In: `brand/marks/marks.toml` and the SVG files it names. Out: [`Mark`]s whose drawing is safe to place.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::drawing;
use super::token::Theme;
use crate::diagnostic::{Diagnostic, Findings};
use crate::source::{Folder, Source};

/// The file that lists the marks.
const LIST: &str = "brand/marks/marks.toml";
/// Where the drawings lie.
const HOME: &str = "brand/marks/";
/// What may be said of a mark.
const KEYS: [&str; 4] = ["file", "clear_space", "min_height", "alt"];

/// A mark of the kit.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Its name (the key in `marks.toml`).
    pub name: String,
    /// SVG source; colours may be written as `{color.accent}` and follow the theme.
    pub svg: String,
    /// Path in the campaign folder, for diagnostics.
    pub path: String,
    /// Width divided by height of the drawing (viewBox), without clear space.
    pub aspect: f32,
    /// Clear space on each side, as a fraction of the mark's height.
    pub clear_space: f32,
    /// Smallest legible height, in rem.
    pub min_height: f32,
    /// What it says, by language; empty when decorative.
    pub alt: BTreeMap<String, String>,
}

impl Mark {
    /// The drawing in a theme's colours: each `{color.…}` becomes `#rrggbb` (`#rrggbbaa` when translucent).
    pub fn colored(&self, theme: &Theme) -> String {
        let mut drawn = String::with_capacity(self.svg.len());
        let mut rest = self.svg.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            drawn.push_str(before);
            match after.split_once('}').and_then(|(path, tail)| Some((theme.color(path)?, tail))) {
                Some((color, tail)) => {
                    drawn.push_str(&drawing::paint(color));
                    rest = tail;
                }
                None => {
                    drawn.push('{');
                    rest = after;
                }
            }
        }
        drawn + rest
    }
}

/// Reads the marks of a kit; without a list there are none.
pub(super) fn read(
    folder: &Folder,
    themes: &BTreeMap<String, Theme>,
    findings: &mut Findings,
) -> BTreeMap<String, Mark> {
    if folder.bytes(LIST).is_none() {
        return BTreeMap::new();
    }
    let source = match folder.text(LIST) {
        Ok(source) => source,
        Err(error) => {
            findings.push(error);
            return BTreeMap::new();
        }
    };
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in &errors {
        let at = error.span().unwrap_or(0..0);
        let reason = error.message().replace('\n', ", ");
        findings.push(Diagnostic::error("MB0350").arg("reason", reason).at(source.span(at)));
    }
    if !errors.is_empty() {
        return BTreeMap::new();
    }
    let mut marks = BTreeMap::new();
    for (name, value) in table.get_ref() {
        let list = List { folder, source: &source, themes, name: name.get_ref() };
        if let Some(mark) = list.mark(value, findings) {
            marks.insert(mark.name.clone(), mark);
        }
    }
    marks
}

/// One entry of the list being read.
struct List<'a> {
    /// The campaign.
    folder: &'a Folder,
    /// The list itself.
    source: &'a Source,
    /// Themes that the drawing's colours must exist in.
    themes: &'a BTreeMap<String, Theme>,
    /// The mark's name.
    name: &'a str,
}

impl List<'_> {
    /// The mark, when nothing is wrong with it.
    fn mark(&self, value: &Spanned<DeValue<'_>>, findings: &mut Findings) -> Option<Mark> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(self.name, "[table]", value.span(), findings);
            return None;
        };
        for key in table.keys().filter(|key| !KEYS.contains(&key.get_ref().as_ref())) {
            let unknown = Diagnostic::error("MB0351").arg("key", key.get_ref()).at(self.source.span(key.span()));
            findings.push(unknown.suggest(key.get_ref(), KEYS));
        }
        let clear_space = self.number(table, value.span(), "clear_space", 0.0..=4.0, findings);
        let min_height = self.number(table, value.span(), "min_height", 0.01..=1000.0, findings);
        let alt = self.alt(table, findings);
        let (path, svg, aspect) = self.drawing(table, value.span(), findings)?;
        Some(Mark {
            name: self.name.to_owned(),
            svg,
            path,
            aspect,
            clear_space: clear_space?,
            min_height: min_height?,
            alt: alt?,
        })
    }

    /// The drawing's path, source and aspect.
    fn drawing(
        &self,
        table: &DeTable<'_>,
        whole: Range<usize>,
        findings: &mut Findings,
    ) -> Option<(String, String, f32)> {
        let Some(file) = table.get("file") else {
            self.missing("file", whole, findings);
            return None;
        };
        let Some(name) = file.get_ref().as_str() else {
            self.wrong("file", "\"….svg\"", file.span(), findings);
            return None;
        };
        let path = format!("{HOME}{name}");
        if self.folder.bytes(&path).is_none() {
            let missing = Diagnostic::error("MB0337").arg("path", name).at(self.source.span(file.span()));
            let known = self.folder.under(HOME).filter_map(|(path, _)| path.strip_prefix(HOME));
            findings.push(missing.suggest(name, known.filter(|path| path.ends_with(".svg"))));
            return None;
        }
        let svg = self.folder.text(&path).map_err(|error| findings.push(error)).ok()?;
        let aspect = drawing::check(&svg, self.themes, findings)?;
        Some((path, svg.text.as_ref().to_owned(), aspect))
    }

    /// A number in a range.
    fn number(
        &self,
        table: &DeTable<'_>,
        whole: Range<usize>,
        key: &str,
        range: std::ops::RangeInclusive<f32>,
        findings: &mut Findings,
    ) -> Option<f32> {
        let Some(value) = table.get(key) else {
            self.missing(key, whole, findings);
            return None;
        };
        let text = match value.get_ref() {
            DeValue::Float(number) => Some(number.as_str()),
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            _ => None,
        };
        let number = text.and_then(|text| text.replace('_', "").parse::<f32>().ok()).filter(|n| range.contains(n));
        if number.is_none() {
            let expected = format!("{}–{}", range.start(), range.end());
            self.wrong(key, &expected, value.span(), findings);
        }
        number
    }

    /// The words for those who cannot see it, by language; none for a decorative mark.
    fn alt(&self, table: &DeTable<'_>, findings: &mut Findings) -> Option<BTreeMap<String, String>> {
        let Some(alt) = table.get("alt") else { return Some(BTreeMap::new()) };
        let Some(languages) = alt.get_ref().as_table() else {
            self.wrong("alt", "alt.vi, alt.en", alt.span(), findings);
            return None;
        };
        let mut words = BTreeMap::new();
        for (language, text) in languages {
            match text.get_ref().as_str() {
                Some(text) => {
                    words.insert(language.get_ref().clone().into_owned(), text.to_owned());
                }
                None => self.wrong(language.get_ref(), "\"…\"", text.span(), findings),
            }
        }
        Some(words)
    }

    /// Reports a key that must be there.
    fn missing(&self, key: &str, whole: Range<usize>, findings: &mut Findings) {
        let missing = Diagnostic::error("MB0352").arg("mark", self.name).arg("key", key);
        findings.push(missing.at(self.source.span(whole)));
    }

    /// Reports a value that cannot be taken.
    fn wrong(&self, key: &str, expected: &str, at: Range<usize>, findings: &mut Findings) {
        let wrong = Diagnostic::error("MB0353").arg("mark", self.name).arg("key", key).arg("expected", expected);
        findings.push(wrong.at(self.source.span(at)));
    }
}
