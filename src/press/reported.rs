//! Which units have not reported for a period: records of it without any number.

use crate::diagnostic::{Diagnostic, Span};
use crate::record::{ColumnKind, Dataset, Table, Value};

/// The column that says which period a record is about.
const PERIOD: &str = "period";

/// For each table with a `period` column: the records of that period with no number in any number column (`MB1016`).
pub(super) fn missing(dataset: &Dataset, period: &str) -> Vec<Diagnostic> {
    dataset.tables.values().flat_map(|table| missing_in(table, period)).collect()
}

/// What is missing in one table.
fn missing_in(table: &Table, period: &str) -> Vec<Diagnostic> {
    let Some(column) = table.columns.iter().position(|column| &*column.name == PERIOD) else { return Vec::new() };
    let numbers: Vec<usize> = (0..table.columns.len())
        .filter(|index| matches!(table.columns[*index].kind, ColumnKind::Number | ColumnKind::Integer))
        .collect();
    let mut found = Vec::new();
    for record in &table.records {
        let about =
            matches!(record.cells.get(column).map(|cell| &cell.value), Some(Value::Text(text)) if &**text == period);
        let empty =
            |index: &usize| matches!(record.cells.get(*index).map(|cell| &cell.value), Some(Value::Missing) | None);
        if about && !numbers.is_empty() && numbers.iter().all(empty) {
            let place = record.cells.get(column).map_or_else(|| Span::whole(&*table.path), |cell| cell.span.clone());
            let diagnostic = Diagnostic::warning("MB1016").arg("table", &table.name).arg("key", &record.key);
            found.push(diagnostic.arg("period", period).at(place));
        }
    }
    found
}
