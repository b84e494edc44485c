//! Icons of the kit: SVG files whose one colour, `currentColor`, the template says.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::drawing;
use super::token::Theme;
use crate::diagnostic::Findings;
use crate::source::Folder;

/// Where icons lie.
const FOLDER: &str = "brand/icons/";

/// Reads `brand/icons/*.svg`; an icon's name is its file's.
pub(super) fn read(
    folder: &Folder,
    themes: &BTreeMap<String, Theme>,
    findings: &mut Findings,
) -> BTreeMap<String, Arc<str>> {
    let mut icons = BTreeMap::new();
    for (path, _) in folder.under(FOLDER) {
        let Some(name) = path.strip_prefix(FOLDER).and_then(|file| file.strip_suffix(".svg")) else { continue };
        match folder.text(path) {
            Ok(source) => {
                drawing::check(&source, themes, findings);
                icons.insert(name.to_owned(), source.text);
            }
            Err(diagnostic) => findings.push(diagnostic),
        }
    }
    icons
}
