//! The pages of the PDF before pictures are put in: rows of cards as markup, so many to a page.

use std::fmt::Write as _;

use super::card::{Found, counts, facts, found};
use super::pages::Pages;
use super::{Entry, Proof, Standing};
use crate::diagnostic::Wording;

/// Cards beside each other.
pub(super) const ACROSS: usize = 2;
/// Room for cards on a page, in rem.
const ROOM: f32 = 79.0;
/// What the first page's summary takes of it.
const SUMMARY: f32 = 13.0;
/// A row of cards with the space above it.
const ROW: f32 = 15.6;
/// A product's heading with the space above it.
const HEADING: f32 = 3.4;
/// Findings a card tells in words.
const TOLD: usize = 2;

/// A line of the sheet.
pub(super) enum Line<'a> {
    /// A product begins.
    Heading(&'a str, usize),
    /// Cards beside each other, with their numbers in the proof.
    Row(Vec<(usize, &'a Entry)>),
}

/// Lines by page; a heading never stands last on one.
pub(super) fn paginated(proof: &Proof) -> Vec<Vec<Line<'_>>> {
    let (mut pages, mut page, mut left) = (Vec::new(), Vec::new(), ROOM - SUMMARY);
    let mut number = 0;
    for (product, entries) in proof.products() {
        for (at, row) in entries.chunks(ACROSS).enumerate() {
            let needed = if at == 0 { HEADING + ROW } else { ROW };
            if needed > left && !page.is_empty() {
                pages.push(std::mem::take(&mut page));
                left = ROOM;
            }
            if at == 0 {
                page.push(Line::Heading(product, entries.len()));
            }
            page.push(Line::Row(row.iter().enumerate().map(|(at, entry)| (number + at, *entry)).collect()));
            number += row.len();
            left -= needed;
        }
    }
    pages.push(page);
    pages
}

/// Writes pages as markup.
pub(super) struct Writing<'a> {
    /// The proof.
    pub(super) proof: &'a Proof,
    /// The words.
    pub(super) wording: &'a Wording,
    /// What pages are set with.
    pub(super) setting: &'a Pages<'a>,
}

impl Writing<'_> {
    /// One page.
    pub(super) fn page(&self, lines: &[Line<'_>], page: usize, pages: usize) -> String {
        let mut out = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\"><m:ground fill=\"{sheet.surface}\"/>\
             <m:column gap=\"0.8rem\">",
        );
        self.head(&mut out, page);
        out.push_str("<m:column grow=\"1\" gap=\"0.8rem\">");
        for line in lines {
            match line {
                Line::Heading(product, count) => self.heading(&mut out, product, *count),
                Line::Row(cards) => self.row(&mut out, cards),
            }
        }
        let foot = self.say("proof-foot");
        // Writing to a string does not fail, here and below.
        let _ = write!(
            out,
            "</m:column><m:rule fill=\"{{sheet.line}}\"/><m:row gap=\"1rem\"><m:text type=\"{{sheet.caption}}\" \
             size=\"0.72rem\" color=\"{{sheet.muted}}\" grow=\"1\" lines=\"1\" fit=\"shrink\">{}</m:text>\
             <m:text type=\"{{sheet.caption}}\" size=\"0.72rem\" color=\"{{sheet.muted}}\" lines=\"1\">{page}/{pages}</m:text>\
             </m:row></m:column></svg>",
            self.words(&foot)
        );
        out
    }

    /// Stamp, title and number; on the first page the counts too.
    fn head(&self, out: &mut String, page: usize) {
        let number = self.wording.say("proof-number", &[("number", self.proof.number())]);
        let _ = write!(
            out,
            "<m:row gap=\"1rem\" align=\"center\"><m:row stroke=\"{{sheet.bad}}\" stroke-width=\"0.1rem\" \
             radius=\"0.3rem\" padding=\"0.15rem 0.7rem\"><m:text type=\"{{sheet.heading}}\" size=\"1rem\" leading=\"1.4\" \
             color=\"{{sheet.bad}}\" lines=\"1\">{}</m:text></m:row><m:text type=\"{{sheet.label}}\" size=\"0.95rem\" \
             grow=\"1\" lines=\"1\" ellipsis=\"true\">{}</m:text><m:text type=\"{{sheet.caption}}\" size=\"0.8rem\" \
             color=\"{{sheet.muted}}\" lines=\"1\">{}</m:text></m:row>",
            self.words(&self.say("proof-stamp")),
            self.words(&self.proof.title),
            self.words(&number),
        );
        if page > 1 {
            return;
        }
        let _ = write!(
            out,
            "<m:column gap=\"0.5rem\" padding=\"1rem 0 0.5rem 0\"><m:text type=\"{{sheet.title}}\" size=\"2.4rem\" \
             leading=\"1.28\" lines=\"1..2\" fit=\"shrink\" min=\"1.4rem\" ellipsis=\"true\">{}</m:text>\
             <m:text type=\"{{sheet.body}}\" size=\"0.95rem\" color=\"{{sheet.muted}}\" lines=\"1..2\">{}</m:text>\
             <m:row gap=\"2.6rem\" padding=\"0.5rem 0 0 0\">",
            self.words(&self.proof.title),
            self.words(&self.say("proof-lead")),
        );
        let colors = ["ink", "ink", "good", "ink", "bad"];
        for ((count, name), color) in counts(self.proof, self.wording).iter().zip(colors) {
            let _ = write!(
                out,
                "<m:column><m:text type=\"{{sheet.title}}\" size=\"1.7rem\" leading=\"1.25\" color=\"{{sheet.{color}}}\" \
                 lines=\"1\">{count}</m:text><m:text type=\"{{sheet.caption}}\" size=\"0.8rem\" color=\"{{sheet.muted}}\" \
                 lines=\"1\">{}</m:text></m:column>",
                self.words(name)
            );
        }
        out.push_str("</m:row></m:column>");
    }

    /// Where a product begins.
    fn heading(&self, out: &mut String, product: &str, count: usize) {
        let _ = write!(
            out,
            "<m:column height=\"{}rem\" justify=\"end\" gap=\"0.4rem\"><m:rule fill=\"{{sheet.line}}\"/><m:row gap=\"0.8rem\" \
             align=\"baseline\"><m:text type=\"{{sheet.heading}}\" size=\"1.15rem\" leading=\"1.3\" lines=\"1\">{}</m:text>\
             <m:text type=\"{{sheet.caption}}\" size=\"0.8rem\" color=\"{{sheet.muted}}\" lines=\"1\">{count}</m:text></m:row>\
             </m:column>",
            HEADING - 0.8,
            self.words(product)
        );
    }

    /// Cards beside each other.
    fn row(&self, out: &mut String, cards: &[(usize, &Entry)]) {
        let _ = write!(out, "<m:grid columns=\"1fr 1fr\" gap=\"1rem\" height=\"{}rem\">", ROW - 0.8);
        for (number, entry) in cards {
            self.card(out, *number, entry);
        }
        out.push_str("</m:grid>");
    }

    /// One artwork: its picture's place, its words, what was found.
    fn card(&self, out: &mut String, number: usize, entry: &Entry) {
        let edge = if entry.standing() == Standing::Failed { "bad" } else { "line" };
        let missing = if entry.picture.is_none() { self.say("proof-no-picture") } else { String::new() };
        let _ = write!(
            out,
            "<m:row gap=\"0.9rem\" fill=\"{{sheet.raised}}\" stroke=\"{{sheet.{edge}}}\" radius=\"0.5rem\" padding=\"0.6rem\">\
             <m:column name=\"picture-{number}\" width=\"13rem\" fill=\"{{sheet.line}}/45%\" justify=\"center\" padding=\"0.4rem\">\
             <m:text type=\"{{sheet.label}}\" size=\"0.85rem\" color=\"{{sheet.bad}}\" text-align=\"center\">{}</m:text></m:column>\
             <m:column grow=\"1\" basis=\"0\" gap=\"0.12rem\">",
            self.words(&missing)
        );
        self.line(out, "label", 0.9, "ink", 2, &entry.headline);
        for fact in facts(entry, self.wording) {
            self.line(out, "caption", 0.74, "muted", 1, &fact);
        }
        self.line(out, "caption", 0.66, "muted", 2, &entry.stem);
        // What is read aloud is approved too, where findings leave it room.
        let spare = [5, 2].get(entry.findings.len()).copied().unwrap_or(0);
        if spare > 0 {
            self.line(out, "caption", 0.74, "ink", spare, &entry.alt_text);
        }
        let mut findings: Vec<Found> = entry.findings.iter().map(|finding| found(finding, self.wording)).collect();
        findings.sort_by_key(|found| !found.severe);
        let more = findings.len().saturating_sub(TOLD);
        for found in findings.iter().take(TOLD) {
            let color = if found.severe { "bad" } else { "ink" };
            self.line(out, "caption", 0.74, color, 3, &format!("{} {}", found.code, found.message));
        }
        if more > 0 {
            let more = self.wording.say("proof-more", &[("count", more.to_string())]);
            self.line(out, "caption", 0.7, "muted", 1, &more);
        }
        out.push_str("<m:space grow=\"1\"/><m:row gap=\"1rem\">");
        for id in ["proof-approve", "proof-change"] {
            let _ = write!(
                out,
                "<m:row gap=\"0.35rem\" align=\"center\"><m:column width=\"0.75rem\" height=\"0.75rem\" \
                 stroke=\"{{sheet.muted}}\" stroke-width=\"0.07rem\"/><m:text type=\"{{sheet.caption}}\" size=\"0.74rem\" \
                 color=\"{{sheet.muted}}\" lines=\"1\">{}</m:text></m:row>",
                self.words(&self.say(id))
            );
        }
        out.push_str("</m:row></m:column></m:row>");
    }

    /// A line of a card, cut where its room ends.
    fn line(&self, out: &mut String, style: &str, size: f32, color: &str, lines: usize, words: &str) {
        let _ = write!(
            out,
            "<m:text type=\"{{sheet.{style}}}\" size=\"{size}rem\" leading=\"1.32\" color=\"{{sheet.{color}}}\" \
             lines=\"{lines}\" ellipsis=\"true\" shrink=\"0\">{}</m:text>",
            self.words(words)
        );
    }

    /// Words of the program by their key.
    fn say(&self, id: &str) -> String {
        self.wording.say(id, &[])
    }

    /// Words as XML, without what the face has no glyph for.
    fn words(&self, words: &str) -> String {
        self.setting.words(words)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::proof;
    use super::*;

    #[test]
    fn rows_fill_pages_and_headings_keep_a_row() {
        let mut long = proof();
        let first = long.entries[0].clone();
        long.entries = (0..40).map(|at| Entry { product: format!("p{}", at / 7), ..first.clone() }).collect();
        let pages = paginated(&long);
        assert!(pages.len() > 3);
        let mut shown = Vec::new();
        for page in &pages {
            let rooms = page.iter().map(|line| match line {
                Line::Heading(..) => HEADING,
                Line::Row(_) => ROW,
            });
            assert!(rooms.sum::<f32>() <= ROOM);
            assert!(matches!(page.last(), Some(Line::Row(_))), "no heading stands alone");
            for line in page {
                if let Line::Row(cards) = line {
                    shown.extend(cards.iter().map(|(number, _)| *number));
                }
            }
        }
        assert_eq!(shown, (0..40).collect::<Vec<_>>());
    }
}
