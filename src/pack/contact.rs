//! The contact sheet: every picture of a pack with file name, size, caption and credit, in the kit's faces.

use std::fmt::Write as _;

use super::choose::{Chosen, Selection};
use super::small::{Smalls, can_be_read};
use super::texts::{Say, any, credit};
use crate::brand::{Brand, Theme};
use crate::metadata::Metadata;
use crate::paint::ExportError;
use crate::proof::{Pages, Picture};
use crate::release::ReleasedFile;

/// Longest side of a small picture, in pixels.
const LONGEST: u32 = 320;
/// Cards beside each other.
const ACROSS: usize = 2;
/// Rows of cards on a page.
const ROWS: usize = 6;
/// Height of a row, in rem.
const ROW: f32 = 13.9;

/// A picture: what one format shows of an asset on one page, in one or more file types.
struct Card<'p> {
    /// Whose it is.
    chosen: Chosen<'p>,
    /// Its files.
    files: Vec<&'p ReleasedFile>,
    /// Itself, small.
    picture: Option<Picture>,
}

/// Sets the contact sheet of what is given out; none when nothing is.
///
/// # Errors
/// The kit cannot set it, or the archive lacks a file.
pub fn contact_sheet(
    selection: &Selection<'_>,
    smalls: &Smalls<'_>,
    brand: &Brand,
    theme: &Theme,
) -> Result<Option<Vec<u8>>, ExportError> {
    let cards = cards(selection, smalls).map_err(ExportError::Machine)?;
    if cards.is_empty() {
        return Ok(None);
    }
    let setting = Pages::new(brand, theme)?;
    let writing = Writing { selection, setting: &setting, say: Say::new() };
    let pages: Vec<&[Card<'_>]> = cards.chunks(ACROSS * ROWS).collect();
    let written: Vec<String> = pages.iter().enumerate().map(|(at, page)| writing.page(page, at, pages.len())).collect();
    let title = format!("{}: {}", writing.say.vi.say("pack-sheet", &[]), selection.name());
    let metadata = Metadata {
        language: "vi".to_owned(),
        headline: title.clone(),
        alt_text: title,
        asset: format!("{}_contact-sheet", selection.name()),
        program: selection.release.release.program.clone(),
        ..Metadata::default()
    };
    setting.pdf(&written, |number| cards.get(number)?.picture.as_ref(), "vi", &metadata).map(Some)
}

/// Every picture, by asset, format and page.
fn cards<'p>(selection: &Selection<'p>, smalls: &Smalls<'_>) -> anyhow::Result<Vec<Card<'p>>> {
    let mut cards: Vec<Card<'p>> = Vec::new();
    for chosen in &selection.chosen {
        let mut files: Vec<&ReleasedFile> = chosen.version.asset.files.iter().collect();
        files.sort_by(|one, other| (&one.format, one.page, &one.name).cmp(&(&other.format, other.page, &other.name)));
        for same in files.chunk_by(|one, other| (&one.format, one.page) == (&other.format, other.page)) {
            cards.push(Card { chosen: *chosen, files: same.to_vec(), picture: None });
        }
    }
    let shown =
        |card: &Card<'p>| card.files.iter().copied().filter(|file| can_be_read(file)).min_by_key(|file| file.bytes);
    let opened: Vec<&ReleasedFile> = cards.iter().filter_map(shown).collect();
    smalls.prepare(&opened, LONGEST)?;
    for card in &mut cards {
        if let Some(file) = shown(card) {
            let small = smalls.of(file, LONGEST)?;
            card.picture =
                small.map(|small| Picture { jpeg: small.jpeg.clone(), width: small.width, height: small.height });
        }
    }
    Ok(cards)
}

/// Writes pages as markup.
struct Writing<'a> {
    /// What is given out.
    selection: &'a Selection<'a>,
    /// What pages are set with.
    setting: &'a Pages<'a>,
    /// The words.
    say: Say,
}

impl Writing<'_> {
    /// One page, counted from 0.
    fn page(&self, cards: &[Card<'_>], page: usize, pages: usize) -> String {
        let mut out = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\"><m:ground fill=\"{sheet.surface}\"/>\
             <m:column gap=\"0.7rem\">",
        );
        let title = any(&self.selection.facts.title, "vi");
        // Writing to a string does not fail, here and below.
        let _ = write!(
            out,
            "<m:row gap=\"1rem\" align=\"baseline\"><m:text type=\"{{sheet.heading}}\" size=\"1.05rem\" leading=\"1.3\" \
             lines=\"1\">{}</m:text><m:text type=\"{{sheet.label}}\" size=\"0.85rem\" color=\"{{sheet.muted}}\" grow=\"1\" \
             basis=\"0\" lines=\"1\" ellipsis=\"true\">{}</m:text><m:text type=\"{{sheet.caption}}\" size=\"0.78rem\" \
             color=\"{{sheet.muted}}\" lines=\"1\">{} · {}/{pages}</m:text></m:row><m:rule fill=\"{{sheet.line}}\"/>\
             <m:column grow=\"1\" gap=\"0.5rem\">",
            self.setting.words(&self.say.vi.say("pack-sheet", &[])),
            self.setting.words(title),
            self.setting.words(&self.selection.name()),
            page + 1,
        );
        for (row, cards) in cards.chunks(ACROSS).enumerate() {
            let _ = write!(out, "<m:grid columns=\"1fr 1fr\" gap=\"0.8rem\" height=\"{}rem\">", ROW - 0.5);
            for (column, card) in cards.iter().enumerate() {
                self.card(&mut out, page * ACROSS * ROWS + row * ACROSS + column, card);
            }
            out.push_str("</m:grid>");
        }
        out.push_str("</m:column></m:column></svg>");
        out
    }

    /// One picture: its place, its files, its words.
    fn card(&self, out: &mut String, number: usize, card: &Card<'_>) {
        let asset = &*card.chosen.version.asset;
        let missing = if card.picture.is_none() { self.say.vi.say("pack-no-preview", &[]) } else { String::new() };
        let _ = write!(
            out,
            "<m:row gap=\"0.7rem\" fill=\"{{sheet.raised}}\" stroke=\"{{sheet.line}}\" radius=\"0.35rem\" padding=\"0.45rem\">\
             <m:column name=\"picture-{number}\" width=\"12.4rem\" fill=\"{{sheet.line}}/35%\" justify=\"center\" \
             padding=\"0.4rem\"><m:text type=\"{{sheet.caption}}\" size=\"0.74rem\" color=\"{{sheet.muted}}\" \
             text-align=\"center\">{}</m:text></m:column><m:column grow=\"1\" basis=\"0\" gap=\"0.12rem\">",
            self.setting.words(&missing)
        );
        for file in card.files.iter().take(3) {
            self.line(out, "caption", 0.62, "ink", 2, &breakable(&file.name));
        }
        if let Some(file) = card.files.first() {
            let types: Vec<&str> = card.files.iter().map(|file| file.encoding.name()).collect();
            let bytes: u64 = card.files.iter().map(|file| file.bytes).sum();
            let size = format!("{} × {} px · {} · {}", file.width, file.height, types.join(" "), kilobytes(bytes));
            self.line(out, "caption", 0.62, "muted", 1, &size);
        }
        self.line(out, "label", 0.8, "ink", 2, &asset.headline);
        self.line(out, "caption", 0.68, "ink", 4, &asset.caption);
        let facts = &self.selection.facts;
        self.line(out, "caption", 0.62, "muted", 2, &credit(asset, facts, &self.say));
        out.push_str("</m:column></m:row>");
    }

    /// A line of a card, cut where its room ends; nothing for no words.
    fn line(&self, out: &mut String, style: &str, size: f32, color: &str, lines: usize, words: &str) {
        if words.is_empty() {
            return;
        }
        let _ = write!(
            out,
            "<m:text type=\"{{sheet.{style}}}\" size=\"{size}rem\" leading=\"1.34\" color=\"{{sheet.{color}}}\" \
             lines=\"1..{lines}\" ellipsis=\"true\" shrink=\"0\">{}</m:text>",
            self.setting.words(words)
        );
    }
}

/// A file name that may be broken after its underlines.
fn breakable(name: &str) -> String {
    name.replace('_', "_\u{200B}")
}

/// A length as people read it.
pub(super) fn kilobytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}
