//! How much data one table may hold: generous for people, small enough that no file can exhaust the machine.

/// Most records of one table.
pub(super) const MAX_ROWS: usize = 2_000_000;
/// Most columns of one file.
pub(super) const MAX_COLUMNS: usize = 200;
/// Most bytes of a workbook once unzipped: 64 MiB.
pub(super) const MAX_WORKBOOK_BYTES: u64 = 64 * 1024 * 1024;
/// Most findings reported for one file; the rest are counted.
pub(super) const MAX_FINDINGS: usize = 100;
/// How deep objects may nest in JSON and YAML; a language is one level.
pub(super) const MAX_DEPTH: usize = 8;
/// The first whole number that a 64-bit float cannot tell from its neighbour: 2^53.
pub(super) const INTEGER_LIMIT: f64 = 9_007_199_254_740_992.0;
