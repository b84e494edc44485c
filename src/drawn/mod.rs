//! Drawn templates: an SVG drawing of Inkscape, Penpot or Figma becomes a template folder.
//!
//! In: the drawing, the kit, the campaign's languages. Out: the files of the folder, and a finding with its place for
//! everything that could not be taken over.
//!
//! # Steps
//! `sheet` reads the tree and its styles, `walk` cuts it into pieces (`name`, `words`, `photo`), `room` finds boxes for
//! words, `markup` writes them with the kit's tokens (`kit`, `paint`), `places` named rectangles, `art` shapes.

mod art;
mod bounds;
mod files;
mod kit;
mod markup;
mod name;
mod paint;
mod photo;
mod piece;
mod places;
mod plane;
mod room;
mod settle;
mod sheet;
mod speech;
mod walk;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::brand::Brand;
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::source::Source;
use kit::Kit;
use markup::Writer;
use piece::Piece;
use plane::Matrix;
use sheet::Styles;
use speech::Speech;
use walk::Walk;

/// What a drawing is taken over with.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The drawing.
    pub drawing: &'a Source,
    /// The template's name.
    pub name: &'a str,
    /// The kit.
    pub brand: &'a Brand,
    /// The campaign's languages; the drawing's words are of the first.
    pub languages: &'a [String],
    /// Paths of the campaign's pictures.
    pub pictures: &'a BTreeSet<String>,
}

/// A template folder, not yet on the disk.
#[derive(Debug, Clone)]
pub struct Imported {
    /// Files by path below the campaign folder.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The name of the shape it is drawn for.
    pub shape: String,
    /// How many texts, named places and pictures it has.
    pub places: usize,
}

/// `MB0642` for a file that is too large to be looked into.
pub fn refused(name: &str, bytes: u64) -> Option<Diagnostic> {
    (bytes > sheet::LARGEST).then(|| sheet::too_large(name))
}

/// Takes a drawing over.
///
/// # Errors
/// `MB0640` to `MB0645`: no SVG, no page, too large, nothing on it, a name that cannot be a folder's.
pub fn import(request: &Request) -> Checked<Imported> {
    let mut findings = Findings::new();
    let (source, one) = (request.drawing, |diagnostic| vec![diagnostic]);
    if request.name.is_empty() || name::slug(request.name, 60) != request.name {
        let wrong = Diagnostic::error("MB0645").arg("name", request.name).hint("hint");
        return Err(vec![wrong.at(Span::whole(source.name.clone()))]);
    }
    let document = sheet::document(source).map_err(one)?;
    let page = sheet::page(source, document.root_element()).map_err(one)?;
    let styles = Styles::of(&document);
    let ids = document.descendants().filter_map(|node| Some((sheet::unprefixed(node, "id")?, node))).collect();
    let (pieces, editors, panels) = (Vec::new(), BTreeMap::new(), HashMap::new());
    let mut walk = Walk { source, styles: &styles, page, ids, pieces, findings: Findings::new(), editors, panels };
    let root = document.root_element();
    walk.children(root, &Matrix::NONE.of(&sheet::transform(&styles, root)));
    walk.bounded();
    let Walk { pieces, findings: found, editors, panels, .. } = walk;
    findings.extend(found.into_vec());
    findings.extend(left_to_editors(&editors, source));
    if pieces.is_empty() {
        findings.push(Diagnostic::error("MB0643").at(sheet::place(source, root)).hint("hint"));
    }
    let Some(kit) = Kit::new(request.brand).filter(|_| !findings.has_errors()) else {
        return Err(findings.into_vec());
    };
    let mut writer = Writer {
        source,
        document: &document,
        page,
        name: request.name,
        kit,
        pictures: request.pictures,
        speech: Speech::default(),
        findings,
        grounds: String::new(),
        sheet: String::new(),
        taken: BTreeMap::new(),
        panels,
        said: BTreeSet::new(),
    };
    let pieces = settle::framed(pieces, &mut writer);
    let settled = settle::rooms(&pieces, &mut writer);
    writer.pieces(&pieces, &settled);
    let places = pieces.iter().filter(|piece| !matches!(piece, Piece::Ground(..) | Piece::Art { .. })).count();
    files::written(writer, request, places)
}

/// `MB0647`: what only an editor reads, in one finding.
fn left_to_editors(editors: &BTreeMap<String, usize>, source: &Source) -> Option<Diagnostic> {
    if editors.is_empty() {
        return None;
    }
    let told = editors.iter().map(|(element, count)| match count {
        1 => element.clone(),
        _ => format!("{element} × {count}"),
    });
    let told: Vec<String> = told.collect();
    Some(Diagnostic::warning("MB0647").arg("elements", told.join(", ")).at(Span::whole(source.name.clone())))
}
