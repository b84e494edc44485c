//! Searching what was made. In: words and filters; out: assets, and what they can be narrowed by.

use super::event::{Event, Listener};
use super::{Settings, desk};
use crate::catalogue::{self, Answer, Ask, Catalogue, Filter, Statuses};
use crate::store::Shelf;

/// Most answers a search for words gives; a list is not cut.
const MOST_HITS: usize = 100;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words; nothing lists everything.
    pub query: String,
    /// What it is narrowed to.
    pub filter: Filter,
    /// Whether to count what else it could be narrowed by.
    pub facets: bool,
}

/// The assets that are wanted; none when a value of the filter is unknown, which the listener hears (`MB1110`).
///
/// # Errors
/// When the catalogue cannot be read.
pub fn search(settings: &Settings, wanted: &Wanted, listener: &dyn Listener) -> anyhow::Result<Option<Answer>> {
    let shelf = Shelf::at(&settings.output_dir);
    let Wanted { query, filter, facets } = wanted;
    let limit = if query.trim().is_empty() { usize::MAX } else { MOST_HITS };
    let statuses = if filter.names_status() || *facets { statuses(settings, listener)? } else { Statuses::new() };
    let ask = Ask { query, filter, statuses: &statuses, limit, facets: *facets };
    let answer = match Catalogue::current(&shelf)?.0.ask(&ask) {
        // Damage deep in the file shows only when it is read; all of it follows from the store.
        Err(error) if catalogue::is_damaged(&error) => {
            catalogue::remove(&settings.output_dir)?;
            Catalogue::current(&shelf)?.0.ask(&ask)?
        }
        answer => answer?,
    };
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(unknown) => {
            unknown.into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
            Ok(None)
        }
    }
}

/// How assets stand: the public status of those whose bytes are out, else how far they have come.
fn statuses(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Statuses> {
    let whole = Settings { choice: crate::plan::Choice::default(), ..settings.clone() };
    let standings = desk::status(&whole, &[], listener)?;
    let status = |standing: &desk::Standing| match (&standing.status, standing.stage) {
        (status, _) if !status.is_empty() && !standing.changed => status.clone(),
        (_, Some(stage)) => stage.name().to_owned(),
        (_, None) => catalogue::DRAFT.to_owned(),
    };
    Ok(standings.iter().map(|standing| (standing.asset.clone(), status(standing))).collect())
}
