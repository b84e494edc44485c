//! The grid: what every asset can be narrowed by, as small numbers in one piece, so that counting a hundred thousand
//! files is one walk through memory.
//!
//! It is made from the tables whenever they change and is kept in them as one value.

use std::collections::BTreeMap;

use anyhow::Context;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::facet::{DRAFT, Facet, FacetCount, Filter, meant};
use crate::diagnostic::Diagnostic;

/// What is known of every asset.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// The values of each facet, in order of [`Facet::ALL`]; elsewhere they are given by number.
    values: Vec<Vec<String>>,
    /// The assets, in order of identifier.
    assets: Vec<Row>,
    /// Format, encoding and colour of every file, those of one asset together.
    files: Vec<[u32; Facet::OF_FILES]>,
}

/// One asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    /// Its identifier in the tables.
    id: u32,
    /// Its value of each facet of assets.
    own: [u32; Facet::OF_ASSETS],
    /// Where its files end in [`Grid::files`]; they begin where those of the row before end.
    end: u32,
}

/// The head of a grid as it is kept.
#[derive(Serialize, Deserialize)]
struct Head {
    /// The values of each facet.
    values: Vec<Vec<String>>,
    /// How many assets.
    assets: usize,
}

/// A filter in the grid's numbers.
pub(super) struct Mask {
    /// For each facet the values that pass, by number; none lets all pass.
    passing: Vec<Option<Vec<bool>>>,
}

impl Mask {
    /// Whether a value passes.
    fn passes(&self, facet: usize, value: u32) -> bool {
        match self.passing.get(facet) {
            Some(Some(passing)) => passing.get(value as usize).copied().unwrap_or_default(),
            _ => true,
        }
    }

    /// How many of an asset's own values fail, and the last one that does.
    fn failing(&self, own: &[u32]) -> (usize, usize) {
        let failing = own.iter().enumerate().filter(|(facet, value)| !self.passes(*facet, **value));
        failing.fold((0, 0), |(count, _), (facet, _)| (count + 1, facet))
    }

    /// Whether a file passes, with regard to one facet passed over.
    fn takes(&self, file: &[u32], passed_over: usize) -> bool {
        let facets = file.iter().enumerate().map(|(nth, value)| (nth + Facet::OF_ASSETS, *value));
        facets.into_iter().all(|(facet, value)| facet == passed_over || self.passes(facet, value))
    }
}

/// No facet at all, where one could be passed over.
const NONE: usize = usize::MAX;

impl Grid {
    /// Makes it from the tables.
    pub(super) fn make(connection: &Connection) -> rusqlite::Result<Self> {
        let mut numbers: Vec<BTreeMap<String, u32>> = vec![BTreeMap::new(); Facet::ALL.len()];
        let mut grid = Self { values: vec![Vec::new(); Facet::ALL.len()], ..Self::default() };
        let mut statement = connection.prepare(
            "SELECT a.id, a.product, a.phase, a.period, a.unit, ifnull(a.record, ''), a.language, a.theme,
                r.format, r.encoding, r.color
             FROM asset a JOIN rendition r ON r.asset = a.id ORDER BY a.id, r.place",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            let mut number = |facet: Facet, column: usize| -> rusqlite::Result<u32> {
                let text = row.get_ref(column)?.as_str()?;
                let place = facet.place();
                let (Some(known), Some(values)) = (numbers.get_mut(place), grid.values.get_mut(place)) else {
                    return Ok(0);
                };
                if let Some(number) = known.get(text) {
                    return Ok(*number);
                }
                let number = short(values.len());
                known.insert(text.to_owned(), number);
                values.push(text.to_owned());
                Ok(number)
            };
            if grid.assets.last().is_none_or(|last| last.id != id) {
                let mut own = [0; Facet::OF_ASSETS];
                for (column, facet) in (1..).zip(Facet::ALL.into_iter().take(Facet::Status.place())) {
                    own[facet.place()] = number(facet, column)?;
                }
                grid.assets.push(Row { id, own, end: 0 });
            }
            let file = [number(Facet::Format, 8)?, number(Facet::Encoding, 9)?, number(Facet::Color, 10)?];
            grid.files.push(file);
            if let Some(last) = grid.assets.last_mut() {
                last.end = short(grid.files.len());
            }
        }
        Ok(grid)
    }

    /// Keeps it in the tables.
    pub(super) fn keep(&self, connection: &Connection) -> anyhow::Result<()> {
        let head = serde_json::to_vec(&Head { values: self.values.clone(), assets: self.assets.len() })?;
        let mut bytes = short(head.len()).to_le_bytes().to_vec();
        bytes.extend(head);
        let rows = self.assets.iter().flat_map(|row| [row.id].into_iter().chain(row.own).chain([row.end]));
        let numbers = rows.chain(self.files.iter().flatten().copied());
        bytes.extend(numbers.flat_map(u32::to_le_bytes));
        connection.execute("INSERT OR REPLACE INTO grid (id, bytes) VALUES (1, ?1)", [bytes])?;
        Ok(())
    }

    /// Reads the one that is kept.
    ///
    /// # Errors
    /// It is not there or not whole.
    pub(super) fn read(connection: &Connection) -> anyhow::Result<Self> {
        let bytes: Option<Vec<u8>> =
            connection.query_row("SELECT bytes FROM grid WHERE id = 1", [], |row| row.get(0)).optional()?;
        // A catalogue of nothing has none yet.
        let Some(bytes) = bytes else {
            return Ok(Self { values: vec![Vec::new(); Facet::ALL.len()], ..Self::default() });
        };
        Self::parse(&bytes).context("the catalogue's grid is damaged")
    }

    /// [`Grid::read`] of its bytes.
    fn parse(bytes: &[u8]) -> Option<Self> {
        /// Numbers of one asset.
        const WIDTH: usize = Facet::OF_ASSETS + 2;
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (head, body) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let Head { values, assets } = serde_json::from_slice(head).ok()?;
        let numbers: Vec<u32> = body.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let (rows, files) = numbers.split_at_checked(assets.checked_mul(WIDTH)?)?;
        let row = |numbers: &[u32; WIDTH]| {
            let [id, own @ .., end] = *numbers;
            Row { id, own, end }
        };
        let assets: Vec<Row> = rows.as_chunks().0.iter().map(row).collect();
        let files = files.as_chunks().0.to_vec();
        (values.len() == Facet::ALL.len() && assets.last().is_none_or(|last| last.end as usize == files.len()))
            .then_some(Self { values, assets, files })
    }

    /// Fills in how each asset stands: those given, in order of identifier, and all others are drafts.
    pub(super) fn stand(&mut self, standing: &[(u32, &str)]) {
        let place = Facet::Status.place();
        let mut values = vec![DRAFT.to_owned()];
        for row in &mut self.assets {
            let known = standing.binary_search_by_key(&row.id, |(id, _)| *id).ok();
            let status = known.and_then(|at| standing.get(at)).map_or(DRAFT, |(_, status)| status);
            let number = values.iter().position(|value| value == status).unwrap_or_else(|| {
                values.push(status.to_owned());
                values.len() - 1
            });
            row.own[place] = short(number);
        }
        if let Some(known) = self.values.get_mut(place) {
            *known = values;
        }
    }

    /// A filter in the grid's numbers.
    ///
    /// # Errors
    /// `MB1110` for each value that no asset has.
    pub(super) fn mask(&self, filter: &Filter) -> Result<Mask, Vec<Diagnostic>> {
        let mut passing = vec![None; Facet::ALL.len()];
        let mut unknown = Vec::new();
        for (facet, values) in filter.chosen() {
            let known = self.values.get(facet.place()).map(Vec::as_slice).unwrap_or_default();
            let mut taken = vec![false; known.len()];
            for given in values {
                match meant(facet, given, known) {
                    Ok(value) => known.iter().zip(&mut taken).for_each(|(other, taken)| *taken |= other == value),
                    Err(diagnostic) => unknown.push(diagnostic),
                }
            }
            if let Some(slot) = passing.get_mut(facet.place()) {
                *slot = Some(taken);
            }
        }
        if unknown.is_empty() { Ok(Mask { passing }) } else { Err(unknown) }
    }

    /// Every asset with its files.
    fn rows(&self) -> impl Iterator<Item = (&Row, &[[u32; Facet::OF_FILES]])> {
        let mut from = 0;
        self.assets.iter().map(move |row| {
            let files = self.files.get(from..row.end as usize).unwrap_or_default();
            from = row.end as usize;
            (row, files)
        })
    }

    /// Identifiers of the assets that pass, in order.
    pub(super) fn passing(&self, mask: &Mask) -> Vec<u32> {
        let passes = |(row, files): &(&Row, &[[u32; Facet::OF_FILES]])| {
            mask.failing(&row.own).0 == 0 && files.iter().any(|file| mask.takes(file, NONE))
        };
        self.rows().filter(passes).map(|(row, _)| row.id).collect()
    }

    /// Whether a file of these values passes.
    pub(super) fn takes(&self, mask: &Mask, file: [&str; Facet::OF_FILES]) -> bool {
        let known = self.values.iter().skip(Facet::OF_ASSETS);
        let numbers: Vec<u32> = known
            .zip(file)
            .map(|(known, value)| known.iter().position(|other| other == value).map_or(u32::MAX, short))
            .collect();
        mask.takes(&numbers, NONE)
    }

    /// How many assets each value would leave, every other filter on, of those that `found` names (all when none).
    pub(super) fn counts(&self, mask: &Mask, found: Option<&[u32]>) -> Vec<FacetCount> {
        let mut tally: Vec<Vec<u32>> = self.values.iter().map(|values| vec![0; values.len()]).collect();
        let mut found = found.map(|ids| ids.iter().peekable());
        for (row, files) in self.rows() {
            if let Some(ids) = &mut found {
                while ids.next_if(|id| **id < row.id).is_some() {}
                if ids.peek().is_none_or(|id| **id != row.id) {
                    continue;
                }
            }
            count_row(&mut tally, mask, row, files);
        }
        let mut counts = Vec::new();
        for (facet, (values, tally)) in Facet::ALL.into_iter().zip(self.values.iter().zip(tally)) {
            let asked = mask.passing.get(facet.place()).is_some_and(Option::is_some);
            let mut of_facet: Vec<FacetCount> = (0..)
                .zip(values.iter().zip(tally))
                .filter(|(_, (value, assets))| *assets > 0 && !value.is_empty())
                .map(|(number, (value, assets))| {
                    let chosen = asked && mask.passes(facet.place(), number);
                    FacetCount { facet, value: value.clone(), assets, chosen }
                })
                .collect();
            of_facet.sort_by(|one, other| other.assets.cmp(&one.assets).then_with(|| one.value.cmp(&other.value)));
            counts.extend(of_facet);
        }
        counts
    }
}

/// Counts an asset for every value of it that would be left by the filters of the other facets.
fn count_row(tally: &mut [Vec<u32>], mask: &Mask, row: &Row, files: &[[u32; Facet::OF_FILES]]) {
    let mut add = |facet: usize, value: u32| {
        if let Some(count) = tally.get_mut(facet).and_then(|of_facet| of_facet.get_mut(value as usize)) {
            *count += 1;
        }
    };
    let (failing, last) = mask.failing(&row.own);
    if failing > 1 {
        return;
    }
    if files.iter().any(|file| mask.takes(file, NONE)) {
        for (facet, value) in row.own.iter().enumerate().filter(|(facet, _)| failing == 0 || *facet == last) {
            add(facet, *value);
        }
    }
    if failing == 1 {
        return;
    }
    for nth in 0..Facet::OF_FILES {
        let facet = nth + Facet::OF_ASSETS;
        let mut seen: Vec<u32> = Vec::new();
        for file in files.iter().filter(|file| mask.takes(&file[..], facet)) {
            let Some(value) = file.get(nth).filter(|value| !seen.contains(value)) else { continue };
            seen.push(*value);
            add(facet, *value);
        }
    }
}

/// A number of things as 32 bits.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
