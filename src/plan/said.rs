//! A product's words about one subject: placeholders of headline, caption and alt text filled.

use std::sync::Arc;

use super::OtherWords;
use crate::campaign::{Piece, Product, pieces};
use crate::diagnostic::{Diagnostic, Findings};
use crate::language::{Words, words};
use crate::record::{CellId, ColumnKind, Record, Table, Value, print_date, print_number};

/// Printed for a number or date that is missing, as templates print it.
const NOTHING: &str = "—";

/// What one asset draws.
#[derive(Clone)]
pub(super) struct Subject<'a> {
    /// The table and the indices in it.
    pub(super) table: Option<&'a Table>,
    /// The records.
    pub(super) records: Vec<usize>,
    /// The one record of an `each`.
    pub(super) record: Option<&'a Record>,
}

/// A product's words in one language, about one subject.
#[derive(Default)]
pub(super) struct Said {
    /// Headline.
    pub(super) headline: String,
    /// Caption.
    pub(super) caption: String,
    /// Alt text.
    pub(super) alt_text: String,
    /// Caption and alt text in other languages.
    pub(super) others: Vec<OtherWords>,
    /// Cells they show.
    pub(super) cells: Vec<(CellId, String)>,
}

impl Said {
    /// Fills the placeholders; what the product does not say stays empty.
    pub(super) fn of(product: &Product, subject: &Subject<'_>, language: &str, findings: &mut Findings) -> Self {
        let mut filling = Filling { product, subject, language, cells: Vec::new(), findings };
        let mut fill = |said: &Words| words(said, language).map(|text| filling.text(text)).unwrap_or_default();
        let (headline, caption, alt_text) = (fill(&product.headline), fill(&product.caption), fill(&product.alt_text));
        Self { headline, caption, alt_text, others: Vec::new(), cells: filling.cells }
    }
}

/// Caption and alt text in the campaign's other languages, where the product has words of their own for them whose
/// placeholders can all be filled.
pub(super) fn others(product: &Product, subject: &Subject<'_>, own: &str, languages: &[String]) -> Vec<OtherWords> {
    let in_language = |language: &String| {
        let mut words = OtherWords { language: language.clone(), ..OtherWords::default() };
        for (said, place) in [(&product.caption, &mut words.caption), (&product.alt_text, &mut words.alt_text)] {
            let mut findings = Findings::new();
            let mut filling = Filling { product, subject, language, cells: Vec::new(), findings: &mut findings };
            let Some(text) = said.get(language).map(|text| filling.text(text)) else { continue };
            let cells = filling.cells;
            // A key in the place of a missing word is fit for a name, not for what nobody has looked at.
            if findings.into_vec().is_empty() {
                *place = text;
                words.cells.extend(cells);
            }
        }
        (!words.caption.is_empty() || !words.alt_text.is_empty()).then_some(words)
    };
    languages.iter().filter(|language| *language != own).filter_map(in_language).collect()
}

/// Placeholders while they are filled.
struct Filling<'a> {
    /// The product.
    product: &'a Product,
    /// What it is about.
    subject: &'a Subject<'a>,
    /// The language.
    language: &'a str,
    /// Cells shown so far.
    cells: Vec<(CellId, String)>,
    /// What was found.
    findings: &'a mut Findings,
}

impl Filling<'_> {
    /// A text with its placeholders filled from the subject's record.
    fn text(&mut self, text: &str) -> String {
        // The campaign has been checked; a text with broken braces stays as it is.
        let Some(pieces) = pieces(text) else { return text.to_owned() };
        let piece = |piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Column(column) => self.column(column),
        };
        pieces.into_iter().map(piece).collect()
    }

    /// What stands for a column, printed as the template's `value` prints it: the words and numbers of one cell are
    /// the same beside the picture as in it. Words that are missing are shown as the record's key.
    fn column(&mut self, name: &str) -> String {
        let Some((table, record)) = self.subject.table.zip(self.subject.record) else { return String::new() };
        let found = table.column_for(name, self.language);
        let found = found.and_then(|at| table.columns.get(at).zip(record.cells.get(at)));
        let printed = match found.map(|(column, cell)| (column, &cell.value)) {
            Some((_, Value::Text(words))) => words.to_string(),
            Some((column, Value::Number(number))) => print_number(*number, self.language, column.decimals),
            Some((_, Value::Date(date))) => print_date(*date, self.language),
            // A key in the place of a number would be read as one.
            Some((column, Value::Missing)) if column.kind != ColumnKind::Text => NOTHING.to_owned(),
            _ => {
                let diagnostic = Diagnostic::warning("MB0504").arg("column", name).arg("key", &record.key);
                let place = found.map(|(_, cell)| cell.span.clone());
                let spans = place.into_iter().chain([self.product.span.clone()]);
                self.findings.push(spans.fold(diagnostic, Diagnostic::at));
                record.key.to_string()
            }
        };
        if let Some((column, _)) = found {
            let (table, key) = (Arc::clone(&table.name), Arc::clone(&record.key));
            self.cells.push((CellId { table, key, column: column.full_name().into() }, printed.clone()));
        }
        printed
    }
}
