//! Why a file must be made again: today's inputs against those it was made from.

use std::collections::BTreeMap;

use super::bound;
use super::event::{Cause, Change, Reason};
use super::making::{Filled, PROGRAM};
use super::material::Material;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::picture::FOLDERS;
use crate::plan::Job;
use crate::preflight::allowed_codes;
use crate::record::{Cell, CellId, Value};
use crate::store::{Entries, InputKind, Inputs, Kept, Shelf};

/// Tells the digest of a small file from that of a usual one.
const SMALL: &[u8] = b"small";
/// What a plan calls the short code.
const CODE: &str = "metadata.code";

/// The snapshot of everything a filled job may have drawn from.
///
/// The cells are those it printed and all of the records it was given, since a template's logic may read
/// any of them; tokens, fonts and template files are those of the whole kit and of its own template.
pub(super) fn inputs(filled: &Filled, material: &Material) -> Inputs {
    let job = filled.job;
    let mut inputs = Inputs { program: PROGRAM.to_owned(), ..Inputs::default() };
    inputs.cells = cells(filled, material);
    inputs.scopes = bound::scopes(&filled.markup, job);
    inputs.tokens = filled.tokens.iter().map(|(path, token)| ((*path).to_owned(), token.to_string())).collect();
    let own = |path: &str| {
        ["brand/fonts/", "brand/marks/", "brand/icons/"].iter().any(|home| path.starts_with(home))
            || path.ends_with(crate::atlas::ENDING)
    };
    let used = |path: &str| filled.markup.files.iter().any(|file| &**file == path);
    let words = format!("templates/{}/{}.ftl", job.product.template, job.language);
    let wanted = |path: &str| own(path) || used(path) || path == words;
    inputs.files =
        material.files.iter().filter(|(path, _)| wanted(path)).map(|(path, digest)| (path.clone(), *digest)).collect();
    let pictures = filled.pictures.iter().filter_map(|(path, digest)| Some((path.clone(), (*digest)?)));
    inputs.files.extend(pictures);
    inputs.campaign = settings(filled);
    inputs.campaign.extend(filled.markup.correction.clone().map(|said| ("correction".to_owned(), said)));
    let allowed = allowed_codes(&material.campaign.allows, job);
    if !allowed.is_empty() {
        inputs.campaign.insert("allow".to_owned(), allowed.join(" "));
    }
    inputs
}

/// Raw values of the cells a job may have read.
fn cells(filled: &Filled, material: &Material) -> BTreeMap<String, String> {
    let job = filled.job;
    let mut cells = BTreeMap::new();
    for id in filled.markup.bindings.iter().flat_map(|binding| &binding.cells) {
        if let Some(cell) = find(id, material) {
            cells.insert(id.to_string(), raw(cell));
        }
    }
    let table = job.table.as_ref().and_then(|name| material.dataset.tables.get(&**name));
    for record in table.iter().flat_map(|table| job.records.iter().filter_map(|index| table.records.get(*index))) {
        let columns = table.iter().flat_map(|table| table.columns.iter().zip(&record.cells).enumerate());
        // Of a column in languages the template sees one.
        let seen = |at: usize, name: &str| table.is_some_and(|t| t.column_for(name, &job.language) == Some(at));
        for (_, (column, cell)) in columns.filter(|(at, (column, _))| seen(*at, &column.name)) {
            let table = job.table.as_deref().unwrap_or_default();
            cells.insert(format!("{table}/{}/{}", record.key, column.full_name()), raw(cell));
        }
    }
    cells
}

/// A cell by its identity.
fn find<'m>(id: &CellId, material: &'m Material) -> Option<&'m Cell> {
    let table = material.dataset.tables.get(&*id.table)?;
    let column = table.column(&id.column)?;
    table.record(&id.key)?.cells.get(column)
}

/// A value as it would be typed.
fn raw(cell: &Cell) -> String {
    match &cell.value {
        Value::Missing => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Date(date) => date.to_string(),
    }
}

/// Settings of product and format that enter the picture or its metadata.
fn settings(filled: &Filled) -> BTreeMap<String, String> {
    let format = &*filled.job.format;
    let mut settings = BTreeMap::new();
    if let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(format) {
        for (name, value) in fields {
            settings.insert(format!("format.{}.{name}", format.name), value.to_string());
        }
    }
    let metadata = &filled.metadata;
    for (name, value) in [
        ("headline", &metadata.headline),
        ("caption", &metadata.caption),
        ("alt_text", &metadata.alt_text),
        ("credit_line", &metadata.credit_line),
        ("copyright_notice", &metadata.copyright_notice),
        ("usage_terms", &metadata.usage_terms),
        ("code", &metadata.code),
        ("copyright_owner", &metadata.copyright_owner),
        ("supplier", &metadata.supplier),
        ("address", &metadata.address),
        ("job", &metadata.job),
    ] {
        settings.insert(format!("metadata.{name}"), value.clone());
    }
    for other in &metadata.others {
        settings.insert(format!("metadata.caption.{}", other.language), other.caption.clone());
        settings.insert(format!("metadata.alt_text.{}", other.language), other.alt_text.clone());
    }
    settings
}

/// What files of one encoding are made from, as the digest that is noted with them says it.
///
/// A file made small is the same picture, so whoever does not ask for small files takes either: nothing else would know how
/// a run was made, not the plan, and not a release, which refuses what is no longer current.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    /// The digest of a file made as usual.
    usual: Digest,
    /// The digest of one made small; the same where a file type cannot be made smaller.
    small: Digest,
    /// Whether small files are asked for.
    asked: bool,
}

impl Origin {
    /// From the digest of all inputs.
    pub(super) fn new(usual: Digest, encoding: Encoding, asked: bool) -> Self {
        let small = if encoding.can_be_smaller() { Digest::of_parts([usual.as_bytes(), SMALL]) } else { usual };
        Self { usual, small, asked }
    }

    /// The digest of a file made now.
    pub(super) fn digest(self) -> Digest {
        if self.asked { self.small } else { self.usual }
    }

    /// Whether a file with this digest need not be made again.
    fn is_of(self, digest: Digest) -> bool {
        digest == self.small || (digest == self.usual && !self.asked)
    }
}

/// The entries of a job's files in one encoding, by page.
pub(super) fn entries_of<'e>(entries: &'e Entries, job: &Job, encoding: Encoding) -> Vec<&'e Kept> {
    let (first, extension) = (path(job, encoding, None), encoding.extension());
    let paged = format!("{}_p", job.stem);
    let mut found: Vec<&Kept> = entries.get(&first).map(|entry| &**entry).into_iter().collect();
    let pages = entries.range(paged.clone()..).take_while(|(path, _)| path.starts_with(&paged));
    found.extend(pages.map(|(_, entry)| &**entry).filter(|entry| {
        let number = entry.path[paged.len()..].strip_suffix(extension).and_then(|rest| rest.strip_suffix('.'));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    }));
    found
}

/// The path of a job's file; pages of several carry their number.
pub(super) fn path(job: &Job, encoding: Encoding, page: Option<usize>) -> String {
    let page = page.map(|page| format!("_p{:02}", page + 1)).unwrap_or_default();
    format!("{}{page}.{}", job.stem, encoding.extension())
}

/// Whether a job's files in one encoding are there, sound, and made from the same inputs.
pub(super) fn cached(entries: &[&Kept], origin: Origin, shelf: &Shelf) -> bool {
    !entries.is_empty()
        && entries
            .iter()
            .all(|entry| origin.is_of(entry.digest) && shelf.sound(&entry.path, &entry.content, entry.bytes))
}

/// Whether what is noted beside a file is there and still true.
pub(super) fn traced(entry: &Kept, bound: Digest, shelf: &Shelf) -> bool {
    entry.bound == Some(bound) && entry.lineage.is_some_and(|lineage| shelf.has_lineage(&lineage))
}

/// Why a job's files in one encoding must be made, or need not.
pub(super) fn reason(entries: &[&Kept], origin: Origin, now: &Inputs, shelf: &Shelf, fresh: bool) -> Reason {
    let Some(first) = entries.first() else { return Reason::New };
    if origin.is_of(first.digest) {
        let missing = entries.iter().any(|entry| !shelf.root().join(&entry.path).exists());
        let sound = entries.iter().all(|entry| shelf.sound(&entry.path, &entry.content, entry.bytes));
        return match (missing, sound) {
            (true, _) => Reason::Missing,
            (false, false) => Reason::Damaged,
            (false, true) if fresh => Reason::Fresh,
            (false, true) => Reason::Unchanged,
        };
    }
    let before = shelf.inputs(&first.inputs);
    let changes = before.map(|before| before.changes(now)).unwrap_or_default();
    let mut changes: Vec<Change> = changes.into_iter().map(change).collect();
    // The code changes with what it is of; alone only where another picture of the asset prints that.
    if changes.iter().any(|change| change.name != CODE) {
        changes.retain(|change| change.name != CODE);
    }
    if changes.is_empty() {
        // Logic outside the records given, or a snapshot that is gone: the template's result differs, that is sure.
        changes.push(Change { cause: Cause::Template, name: first.product.clone(), before: None, after: None });
    }
    Reason::Changed(changes)
}

/// A difference of snapshots in the words of a plan.
fn change(change: crate::store::InputChange) -> Change {
    let cause = match change.kind {
        InputKind::Cell => Cause::Cell,
        InputKind::Token => Cause::Token,
        InputKind::File if change.name.starts_with("templates/") => Cause::Template,
        InputKind::File if FOLDERS.iter().any(|home| change.name.starts_with(home)) => Cause::Picture,
        InputKind::File => Cause::Font,
        InputKind::Campaign if change.name.starts_with("format.") => Cause::Format,
        InputKind::Campaign => Cause::Metadata,
        InputKind::Program => Cause::Program,
    };
    // Digests say nothing to a reader.
    let told = change.kind != InputKind::File;
    Change { cause, name: change.name, before: change.before.filter(|_| told), after: change.now.filter(|_| told) }
}
