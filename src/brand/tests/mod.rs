//! Tests of the whole reader, on small kits in memory and on the shipped one.

mod kit;
mod marks;
mod resolver;
mod tokens;

use std::path::Path;

use super::*;

/// The shipped campaign's kit.
fn shipped() -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folder = Folder::new();
    for entry in walkdir::WalkDir::new(root.join("brand")).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            folder.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    folder
}

/// A kit of the shipped Inter faces and these files.
fn small(files: &[(&str, &str)]) -> Folder {
    let mut folder = Folder::new();
    for (path, bytes) in shipped().under("brand/fonts/Inter_") {
        folder.insert(path, bytes.clone());
    }
    for (path, text) in files {
        folder.insert(*path, text.as_bytes());
    }
    folder
}

/// A kit of one token file.
fn tokens(text: &str) -> Checked<Brand> {
    Brand::read(&small(&[("brand/brand.tokens.json", text)]))
}

/// Codes and places of all findings, `MB0301 3:7` each.
fn found(checked: &Checked<Brand>) -> Vec<String> {
    let findings = match checked {
        Ok(warned) => &warned.warnings,
        Err(errors) => errors,
    };
    findings
        .iter()
        .map(|d| {
            let place = d.spans.first().map(ToString::to_string).unwrap_or_default();
            format!("{} {}", d.code, place.replace("brand/brand.tokens.json:", ""))
        })
        .collect()
}
