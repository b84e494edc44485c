//! XLSX and ODS: cells of one sheet, each with its sheet and address.
//!
//! XLSX is read cell by cell, so that one value in the last corner costs nothing; ODS as the range that is used.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Style, Xlsx, open_workbook_from_rs};
use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Span};

use super::intake::{Heading, Intake};
use super::limits::{MAX_COLUMNS, MAX_WORKBOOK_BYTES};
use super::raw::Raw;
use super::unzip;

/// Reads a workbook's sheet into the intake.
pub(super) fn read(bytes: &[u8], ending: &str, intake: &mut Intake<'_>) {
    let whole = Span::whole(Arc::clone(&intake.file));
    let read = match unzip::fits(bytes, MAX_WORKBOOK_BYTES) {
        Some(false) => {
            let megabytes = MAX_WORKBOOK_BYTES / 1024 / 1024;
            return intake.report.push(Diagnostic::error("MB0214").arg("maximum", megabytes).at(whole).hint("hint"));
        }
        None => Err("not a ZIP file".to_owned()),
        Some(true) if ending == "ods" => ods(bytes, intake),
        Some(true) => xlsx(bytes, intake),
    };
    if let Err(reason) = read {
        let reason = reason.lines().next().unwrap_or_default();
        intake.report.push(Diagnostic::error("MB0213").arg("reason", reason).at(whole).hint("hint"));
    }
}

/// Reads an XLSX workbook; the error is the library's sentence.
fn xlsx(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), String> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(sentence)?;
    let Some(sheet) = sheet(workbook.sheet_names(), intake) else { return Ok(()) };
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(sentence)?;
    let percent: Vec<bool> = cells.styles().iter().map(is_percent).collect();
    let mut rows = Rows::new(sheet, intake);
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(sentence)? {
        let (row, column) = cell.get_position();
        let raw = match cell.get_value() {
            DataRef::Empty => Raw::Empty,
            DataRef::Float(number) if percent.get(style) == Some(&true) => Raw::Percent(*number),
            DataRef::Int(number) => whole(*number),
            DataRef::Float(number) => fraction(*number),
            DataRef::String(text) => Raw::Text(text.clone().into()),
            DataRef::SharedString(text) => Raw::Text(Cow::Borrowed(text)),
            DataRef::Bool(truth) => Raw::Boolean(*truth),
            DataRef::DateTime(time) => day(time),
            DataRef::DateTimeIso(text) => iso_day(text),
            DataRef::DurationIso(text) => Raw::Text(text.clone().into()),
            DataRef::Error(error) => Raw::Error(error.to_string()),
        };
        if !rows.cell(row, column, raw) {
            return Ok(());
        }
    }
    rows.finish();
    Ok(())
}

/// Reads an ODS workbook; the error is the library's sentence.
fn ods(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), String> {
    let mut workbook: Ods<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(sentence)?;
    let Some(sheet) = sheet(workbook.sheet_names(), intake) else { return Ok(()) };
    let range = workbook.worksheet_range(&sheet).map_err(sentence)?;
    // Positions of used cells count from the first used one.
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Rows::new(sheet, intake);
    for (row, column, value) in range.used_cells() {
        let raw = match value {
            Data::Empty => Raw::Empty,
            Data::Int(number) => whole(*number),
            Data::Float(number) => fraction(*number),
            Data::String(text) => Raw::Text(Cow::Borrowed(text.as_str())),
            Data::Bool(truth) => Raw::Boolean(*truth),
            Data::DateTime(time) => day(time),
            Data::DateTimeIso(text) => iso_day(text),
            Data::DurationIso(text) => Raw::Text(Cow::Borrowed(text.as_str())),
            Data::Error(error) => Raw::Error(error.to_string()),
        };
        let offset = |by: usize| u32::try_from(by).unwrap_or(u32::MAX);
        if !rows.cell(top.saturating_add(offset(row)), left.saturating_add(offset(column)), raw) {
            return Ok(());
        }
    }
    rows.finish();
    Ok(())
}

/// Whether cells of a style show 0.74 as 74%.
fn is_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

/// The declared sheet, or the first one.
fn sheet(names: Vec<String>, intake: &mut Intake<'_>) -> Option<String> {
    let Some((wanted, span)) = &intake.schema.sheet else { return names.into_iter().next() };
    if names.contains(wanted) {
        return Some(wanted.clone());
    }
    let missing = Diagnostic::error("MB0212").arg("sheet", wanted).arg("path", &intake.file).at(span.clone());
    intake.report.push(missing.suggest(wanted, names.iter().map(String::as_str)));
    None
}

/// What a library says went wrong.
fn sentence(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// A whole number.
fn whole(number: i64) -> Raw<'static> {
    #[expect(clippy::cast_precision_loss, reason = "spreadsheets hold 64-bit floats; larger numbers are not in them")]
    let value = number as f64;
    Raw::Number(value, number.to_string().into())
}

/// A number as spreadsheets hold them; written with the fewest digits that tell it from others.
fn fraction(number: f64) -> Raw<'static> {
    Raw::Number(number, number.to_string().into())
}

/// A day of a spreadsheet; what is a span of time stays words, which no date column takes.
fn day(time: &ExcelDateTime) -> Raw<'static> {
    if time.is_duration() {
        return Raw::Text(time.as_f64().to_string().into());
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Raw::Error(time.as_f64().to_string()) };
    Date::new(year, month, day).map_or_else(|_| Raw::Error(time.as_f64().to_string()), Raw::Date)
}

/// A day written `2026-12-31`, maybe with a time after it.
fn iso_day(text: &str) -> Raw<'static> {
    let day = text.split('T').next().unwrap_or_default();
    day.parse().map_or_else(|_| Raw::Text(text.to_owned().into()), Raw::Date)
}

/// Gathers cells into rows.
struct Rows<'a, 'i, 's> {
    /// Name of the sheet.
    sheet: Arc<str>,
    /// Where rows go.
    intake: &'i mut Intake<'s>,
    /// The headings, once their row has come.
    heading: Option<Heading>,
    /// Index of the row being gathered, from 0.
    row: u32,
    /// Its cells by column, from 0.
    cells: Vec<Raw<'a>>,
    /// Whether nothing more can be read.
    stopped: bool,
}

impl<'a, 'i, 's> Rows<'a, 'i, 's> {
    /// Before the first cell.
    fn new(sheet: String, intake: &'i mut Intake<'s>) -> Self {
        Self { sheet: sheet.into(), intake, heading: None, row: 0, cells: Vec::new(), stopped: false }
    }

    /// Takes a cell (row and column from 0); false when the rest need not come.
    fn cell(&mut self, row: u32, column: u32, raw: Raw<'a>) -> bool {
        if row != self.row {
            self.flush();
            self.row = row;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        // Beyond the most columns: one more is kept, so that the heading's own check sees it.
        if !raw.is_empty() && column <= MAX_COLUMNS {
            if self.cells.len() <= column {
                self.cells.resize(column + 1, Raw::Empty);
            }
            if let Some(slot) = self.cells.get_mut(column) {
                *slot = raw;
            }
        }
        !self.stopped
    }

    /// Place of a cell of the current row, column from 0.
    fn span(&self, column: usize) -> Span {
        let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        Span::cell(Arc::clone(&self.intake.file), Arc::clone(&self.sheet), self.row.saturating_add(1), column)
    }

    /// Hands the gathered row on.
    fn flush(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        let header = self.intake.schema.header_row - 1;
        if self.stopped || self.row < header || cells.is_empty() {
            return;
        }
        if self.row == header {
            let names: Vec<_> = cells.into_iter().enumerate().map(|(at, raw)| (name(raw), self.span(at))).collect();
            self.heading = self.intake.heading(&names);
            self.stopped = self.heading.is_none();
            return;
        }
        let Some(mut heading) = self.heading.take() else {
            return self.no_heading();
        };
        cells.resize(cells.len().max(heading.width()), Raw::Empty);
        let spans: Vec<Span> = (0..cells.len()).map(|at| self.span(at)).collect();
        let place = self.span(0);
        self.stopped = !self.intake.grid_row(&mut heading, cells.into_iter().zip(spans), place);
        self.heading = Some(heading);
    }

    /// Ends the sheet.
    fn finish(mut self) {
        self.flush();
        if self.heading.is_none() && !self.stopped {
            self.no_heading();
        }
    }

    /// Reports that the heading row has no cells.
    fn no_heading(&mut self) {
        self.stopped = true;
        let row = self.intake.schema.header_row;
        let span = Span::cell(Arc::clone(&self.intake.file), Arc::clone(&self.sheet), row, 1);
        self.intake.report.push(Diagnostic::error("MB0218").arg("row", row).at(span).hint("hint"));
    }
}

/// A heading's words.
fn name(raw: Raw<'_>) -> Cow<'_, str> {
    match raw {
        Raw::Text(text) | Raw::Number(_, text) => text,
        Raw::Boolean(truth) => truth.to_string().into(),
        Raw::Date(date) => date.to_string().into(),
        Raw::Error(text) => text.into(),
        Raw::Empty | Raw::Nested | Raw::Percent(_) => Cow::Borrowed(""),
    }
}
