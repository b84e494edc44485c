//! Multiplies a campaign out into jobs.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::naming::{fold, join};
use super::said::{Said, Subject, others};
use super::select::select;
use super::{Job, Plan};
use crate::campaign::{Campaign, Product, Query, Selection};
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::format::{Format, Formats};
use crate::record::Dataset;

/// Most jobs of one plan; a campaign beyond it is a mistake or belongs in several.
const MOST_JOBS: usize = 100_000;
/// Longest path of a file below the output folder, in bytes; file systems take 255, and page and ending follow.
const LONGEST_STEM: usize = 220;

/// A product with all that its jobs are multiplied from.
struct Axes<'a> {
    /// The product.
    product: Arc<Product>,
    /// What its assets draw.
    subjects: Vec<Subject<'a>>,
    /// Themes, at least one.
    themes: Vec<String>,
    /// Surfaces.
    formats: Vec<Arc<Format>>,
}

impl Plan {
    /// Every job of a campaign: products, records, languages, themes and formats multiplied, in declared order.
    ///
    /// # Errors
    /// `MB0501` for two assets of one name, `MB0502` for too many jobs, `MB0103` and `MB0106` for a table or a
    /// format that is not there. Warnings: `MB0503` for a selection of no record, `MB0504` for an empty placeholder.
    pub fn expand(campaign: &Campaign, dataset: &Dataset, formats: &Formats, default_theme: &str) -> Checked<Self> {
        let mut findings = Findings::new();
        let products: Vec<Axes<'_>> = campaign
            .products
            .iter()
            .map(|product| axes(product, dataset, formats, default_theme, &mut findings))
            .collect();
        let count = products.iter().map(Axes::count).fold(0, usize::saturating_add);
        if count > MOST_JOBS {
            let largest = products.iter().max_by_key(|axes| axes.count());
            let span = largest.map_or_else(|| Span::whole("campaign.toml"), |axes| axes.product.span.clone());
            let diagnostic = Diagnostic::error("MB0502").arg("count", count).arg("limit", MOST_JOBS);
            findings.push(diagnostic.at(span).hint("hint"));
            return Err(findings.into_vec());
        }
        let mut jobs = Vec::with_capacity(count);
        for axes in &products {
            axes.expand(campaign, &mut jobs, &mut findings);
        }
        collisions(&jobs, dataset, &mut findings);
        findings.finish(Self { jobs })
    }
}

/// What a product's jobs are multiplied from.
fn axes<'a>(
    product: &Product,
    dataset: &'a Dataset,
    formats: &Formats,
    default_theme: &str,
    findings: &mut Findings,
) -> Axes<'a> {
    let mut surfaces = Vec::new();
    for name in &product.formats {
        match formats.get(name) {
            Some(format) => surfaces.push(Arc::clone(format)),
            None => {
                let diagnostic = Diagnostic::error("MB0106").arg("format", name).at(product.span.clone());
                findings.push(diagnostic.suggest(name, formats.names()));
            }
        }
    }
    let themes = if product.themes.is_empty() { vec![default_theme.to_owned()] } else { product.themes.clone() };
    let subjects = subjects(product, dataset, findings);
    Axes { product: Arc::new(product.clone()), subjects, themes, formats: surfaces }
}

/// What each asset of a product draws.
fn subjects<'a>(product: &Product, dataset: &'a Dataset, findings: &mut Findings) -> Vec<Subject<'a>> {
    let mut selected = |query: &Query| {
        let Some(table) = dataset.tables.get(&*query.table) else {
            let diagnostic = Diagnostic::error("MB0103").arg("table", &query.table).at(product.span.clone());
            findings.push(diagnostic.suggest(&query.table, dataset.tables.keys().map(String::as_str)));
            return None;
        };
        let records = select(query, table);
        if records.is_empty() {
            let diagnostic = Diagnostic::warning("MB0503").arg("product", &product.name).arg("table", &query.table);
            findings.push(diagnostic.at(product.span.clone()));
        }
        Some((table, records))
    };
    match &product.selection {
        Selection::None => vec![Subject { table: None, records: Vec::new(), record: None }],
        Selection::All(query) => selected(query)
            // A picture of no record would be an empty frame.
            .filter(|(_, records)| !records.is_empty())
            .map(|(table, records)| Subject { table: Some(table), records, record: None })
            .into_iter()
            .collect(),
        Selection::Each(query) => selected(query)
            .into_iter()
            .flat_map(|(table, records)| {
                records.into_iter().map(move |index| Subject {
                    table: Some(table),
                    records: vec![index],
                    record: table.records.get(index),
                })
            })
            .collect(),
    }
}

impl Axes<'_> {
    /// How many jobs it gives.
    fn count(&self) -> usize {
        [self.product.languages.len(), self.themes.len(), self.formats.len()]
            .into_iter()
            .fold(self.subjects.len(), usize::saturating_mul)
    }

    /// Adds the jobs.
    fn expand(&self, campaign: &Campaign, jobs: &mut Vec<Job>, findings: &mut Findings) {
        let names_theme = self.themes.len() > 1;
        for subject in &self.subjects {
            for language in &self.product.languages {
                let mut said = Said::of(&self.product, subject, language, findings);
                said.others = others(&self.product, subject, language, &campaign.languages);
                for theme in &self.themes {
                    let theme_part = if names_theme { fold(theme) } else { String::new() };
                    for format in &self.formats {
                        jobs.push(self.job(campaign, subject, language, theme, &theme_part, format, &said));
                    }
                }
            }
        }
    }

    /// One job.
    #[expect(clippy::too_many_arguments, reason = "one argument an axis of the matrix")]
    fn job(
        &self,
        campaign: &Campaign,
        subject: &Subject<'_>,
        language: &str,
        theme: &str,
        theme_part: &str,
        format: &Arc<Format>,
        said: &Said,
    ) -> Job {
        let product = &self.product;
        let key = subject.record.map(|record| Arc::clone(&record.key));
        let key_part = key.as_deref().map(fold).unwrap_or_default();
        let head = [campaign.slug.as_str(), &product.name, &key_part, &campaign.period];
        let asset = join(head.into_iter().chain([language, theme_part]));
        let file = join(head.into_iter().chain([format.name.as_str(), language, theme_part]));
        let takes = |name: &str| format.encodings.is_empty() || format.encodings.iter().any(|taken| taken == name);
        Job {
            product: Arc::clone(product),
            table: subject.table.map(|table| Arc::clone(&table.name)),
            records: subject.records.clone(),
            key,
            language: language.to_owned(),
            theme: theme.to_owned(),
            names_theme: !theme_part.is_empty(),
            format: Arc::clone(format),
            encodings: product.encodings.iter().copied().filter(|encoding| takes(encoding.name())).collect(),
            asset,
            stem: format!("{}/{file}", product.name),
            headline: said.headline.clone(),
            caption: said.caption.clone(),
            alt_text: said.alt_text.clone(),
            others: said.others.clone(),
            tags: product.tags.clone(),
            cells: said.cells.clone(),
        }
    }
}

/// Notes names that are too long, and every two assets that would be written to the same file, once for each pair.
fn collisions(jobs: &[Job], dataset: &Dataset, findings: &mut Findings) {
    let mut first: BTreeMap<&str, &Job> = BTreeMap::new();
    let mut noted = None;
    for job in jobs {
        if job.stem.len() > LONGEST_STEM {
            let diagnostic = Diagnostic::error("MB0510").arg("stem", &job.stem).arg("limit", LONGEST_STEM).hint("hint");
            findings.push(diagnostic.at(job.product.span.clone()));
        }
        let other = match first.entry(&job.stem) {
            Entry::Vacant(vacant) => {
                vacant.insert(job);
                continue;
            }
            Entry::Occupied(occupied) => *occupied.get(),
        };
        // The formats and languages of one pair follow one another.
        let pair = (&other.product.name, &other.key, &job.product.name, &job.key);
        if noted == Some(pair) {
            continue;
        }
        noted = Some(pair);
        let mut spans: Vec<Span> = [job, other].into_iter().filter_map(|job| key_place(job, dataset)).collect();
        spans.push(job.product.span.clone());
        if other.product.span != job.product.span {
            spans.push(other.product.span.clone());
        }
        let diagnostic = Diagnostic::error("MB0501").arg("stem", &job.stem).hint("hint");
        findings.push(spans.into_iter().fold(diagnostic, Diagnostic::at));
    }
}

/// The place of the record that an asset draws.
fn key_place(job: &Job, dataset: &Dataset) -> Option<Span> {
    job.key.as_ref()?;
    let table = dataset.tables.get(&**job.table.as_ref()?)?;
    Some(table.records.get(*job.records.first()?)?.cells.first()?.span.clone())
}
