//! What a filled job binds: which values are said, which cells it may have read, its lineage, and digests of these.

use super::making::{Composed, Filled, Making};
use super::material::Material;
use super::noted::Noted;
use crate::campaign::Selection;
use crate::digest::Digest;
use crate::lineage::{self, Drawn, Lineage, Scope};
use crate::plan::Job;
use crate::template::{Binding, Markup, Said};

/// Adds what the campaign's words print to the bindings; gives the indexes of all values that headline, caption and alt
/// text say. Words of the campaign take the place of the template's.
pub(super) fn said(markup: &mut Markup, job: &Job) -> Vec<usize> {
    let Said { bound: [headline, caption, alt], .. } = &markup.said;
    let slots = [(&job.headline, headline), (&job.caption, caption), (&job.alt_text, alt)];
    let own = slots.into_iter().filter(|(words, _)| words.is_empty()).flat_map(|(_, bound)| bound);
    let mut said: Vec<usize> = own.copied().collect();
    said.extend(markup.bindings.len()..markup.bindings.len() + job.cells.len());
    markup.bindings.extend(job.cells.iter().map(|(cell, text)| Binding {
        cells: vec![cell.clone()],
        text: text.clone(),
        number: None,
        exact: false,
        presence: false,
    }));
    said
}

/// The cells behind all bindings, written down: they enter every file.
pub(super) fn cells(markup: &Markup) -> Vec<u8> {
    let mut out = Vec::new();
    for binding in &markup.bindings {
        for cell in &binding.cells {
            out.extend(cell.to_string().bytes().chain([b'\n']));
        }
        out.push(b'\n');
    }
    out
}

/// Cells that a job may have read beside those of its records: whole tables that its template reaches, and the columns that
/// choose and order its records, which those of other records could have been.
pub(super) fn scopes(markup: &Markup, job: &Job) -> Vec<Scope> {
    let mut scopes: Vec<Scope> =
        markup.tables.iter().map(|table| Scope { table: table.clone(), column: None }).collect();
    let chosen = match &job.product.selection {
        Selection::All(query) => Some(query),
        // What other records say counts only where there is no room for all.
        Selection::Each(query) => Some(query).filter(|query| query.limit.is_some()),
        Selection::None => None,
    };
    if let Some(query) = chosen {
        let sort = query.sort.as_deref().map(|column| column.strip_prefix('-').unwrap_or(column));
        let columns = query.filter.keys().map(String::as_str).chain(sort);
        let scope = |column: &str| Scope { table: query.table.to_string(), column: Some(column.to_owned()) };
        scopes.extend(columns.map(scope));
    }
    scopes.sort();
    scopes.dedup();
    scopes
}

/// Digest of what lineage, snapshot of inputs and catalogue say beyond what is drawn: cells, texts, exact numbers, sources,
/// what else may have been read, and what it is found by. It changes when the file need not, so that what is kept beside the file stays true.
pub(super) fn digest(filled: &Filled, material: &Material) -> Digest {
    let (markup, job) = (&filled.markup, filled.job);
    let mut parts: Vec<Vec<u8>> = vec![cells(markup), format!("{:?}", filled.said).into_bytes()];
    for binding in &markup.bindings {
        let number = binding.number.map(f64::to_bits);
        let source = lineage::sources(binding, &material.dataset, &job.language);
        parts.push(format!("{number:?}{}", binding.text).into_bytes());
        parts.push(source.into_bytes());
    }
    parts.push(format!("{:?}", scopes(markup, job)).into_bytes());
    let table = job.table.as_ref().and_then(|name| material.dataset.tables.get(&**name));
    let records = table.iter().flat_map(|table| job.records.iter().filter_map(|row| table.records.get(*row)));
    parts.extend(records.map(|record| record.key.as_bytes().to_vec()));
    parts.push(format!("{:?}", Noted::of(filled, material)).into_bytes());
    Digest::of_parts(parts.iter().map(Vec::as_slice))
}

impl Making<'_> {
    /// The lineage of a composed job.
    pub(super) fn lineage(&self, filled: &Filled, composed: &Composed) -> Lineage {
        lineage::trace(&Drawn {
            markup: &filled.markup,
            said: &filled.said,
            frames: &composed.frames,
            fonts: self.fonts(),
            dataset: &self.material.dataset,
            language: &filled.job.language,
        })
    }
}
