//! The captions file: a row for each picture, for spreadsheets and newsroom systems alike.

use std::collections::BTreeMap;

use super::choose::Selection;
use super::compose::Draft;
use super::texts::{Say, credit};
use crate::language::words;
use crate::release::ReleasedAsset;

/// Its place.
pub(super) const PATH: &str = "05_chu-thich/chu-thich.csv";
/// Its columns.
const COLUMNS: [&str; 11] = [
    "file",
    "headline",
    "caption_vi",
    "caption_en",
    "alt",
    "credit",
    "licence",
    "embargo",
    "version",
    "code",
    "sha256",
];

/// Writes it: UTF-8 with a byte order mark, so that spreadsheets read the marks; commas, CRLF.
pub(super) fn table(draft: &Draft<'_>, say: &Say) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    row(&mut out, COLUMNS.map(str::to_owned));
    let facts = &draft.selection.facts;
    let rights = &facts.rights;
    let mut captions: BTreeMap<(String, &str, &str), &str> = BTreeMap::new();
    for (chosen, _) in draft.assets() {
        let asset: &ReleasedAsset = &chosen.version.asset;
        captions.insert((asset.work(), &asset.theme, &asset.language), &asset.caption);
    }
    for placed in &draft.pictures {
        let (version, asset) = (placed.chosen.version, &*placed.chosen.version.asset);
        let caption = |language: &str| {
            captions
                .get(&(asset.work(), asset.theme.as_str(), language))
                .map_or_else(String::new, |text| (*text).to_owned())
        };
        let terms = words(&rights.usage_terms, &asset.language).unwrap_or_default();
        let licence = [terms, rights.license_url.as_str()].into_iter().filter(|part| !part.is_empty());
        let licence = licence.collect::<Vec<_>>().join(" · ");
        let embargo = Selection::embargoed_until(version).map(|until| until.to_string()).unwrap_or_default();
        row(
            &mut out,
            [
                placed.path.clone(),
                asset.headline.clone(),
                caption("vi"),
                caption("en"),
                asset.alt_text.clone(),
                credit(asset, facts, say),
                licence,
                embargo,
                format!("v{:02}", version.version),
                asset.code.clone(),
                placed.sha256(),
            ],
        );
    }
    out.into_bytes()
}

/// Writes a row.
fn row(out: &mut String, cells: [String; 11]) {
    out.push_str(&cells.map(|text| cell(&text)).join(","));
    out.push_str("\r\n");
}

/// A cell in quotes; one that a spreadsheet would take for a formula begins with an apostrophe.
pub(super) fn cell(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) || text.starts_with(['\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "\"'=1+1\""),
            ("+84", "\"'+84\""),
            ("-3,25%", "\"'-3,25%\""),
            ("@x", "\"'@x\""),
            ("  =1", "\"'  =1\""),
            ("\t=1", "\"'\t=1\""),
            ("an \"ninh\", mạng", "\"an \"\"ninh\"\", mạng\""),
            ("a=b", "\"a=b\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
