//! Searching: in come words and a filter, out come assets, best first, and what else they could be narrowed by.

use std::collections::BTreeSet;

use anyhow::Context;
use rusqlite::{OptionalExtension, params};

use super::facet::{Facet, FacetCount, Filter, Statuses};
use super::grid::{Grid, Mask};
use super::hit::Hit;
use super::query::Query;
use super::{Catalogue, schema};
use crate::diagnostic::Diagnostic;

/// Score of an asset found by its very name, above that of any other.
const NAMED: f64 = 100.0;

/// More answers than this are not weighed against one another.
const RANKABLE: u32 = 1_500;

/// Answers in order of name.
const BY_NAME: &str = "SELECT a.id, 0.0 FROM fts JOIN asset a ON a.id = fts.rowid WHERE fts MATCH ?1 ORDER BY a.asset";

/// Answers in order of weight, then of name.
fn by_weight() -> String {
    format!(
        "SELECT a.id, bm25(fts, {}) AS rank FROM fts JOIN asset a ON a.id = fts.rowid
         WHERE fts MATCH ?1 ORDER BY rank, a.asset",
        schema::WEIGHTS
    )
}

/// What is asked of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What was typed; nothing finds everything.
    pub query: &'a str,
    /// What it is narrowed to.
    pub filter: &'a Filter,
    /// How assets stand.
    pub statuses: &'a Statuses,
    /// Most answers.
    pub limit: usize,
    /// Whether to count what else they could be narrowed by.
    pub facets: bool,
}

/// What the catalogue answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Assets, best first (in order of name when nothing was typed), each once, with the file that best stands for it.
    pub hits: Vec<Hit>,
    /// How many there are, those beyond the limit too.
    pub assets: usize,
    /// Counts by facet and value, the most frequent value first; empty unless asked for.
    pub facets: Vec<FacetCount>,
}

/// What a search has found so far.
#[derive(Default)]
struct Found {
    /// Identifiers of assets with their scores, best first.
    ranked: Vec<(u32, f64)>,
    /// The same, to look up.
    seen: BTreeSet<u32>,
    /// How many are enough.
    limit: usize,
}

impl Found {
    /// Adds an asset unless it is there.
    fn add(&mut self, id: u32, score: f64) {
        if self.ranked.len() < self.limit && self.seen.insert(id) {
            self.ranked.push((id, score));
        }
    }
}

impl Catalogue {
    /// The files that pass a filter, in order of path; how assets stand is not looked at.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn list(&self, filter: &Filter) -> anyhow::Result<Vec<Hit>> {
        let sql = format!("SELECT {} FROM rendition r JOIN asset a ON a.id = r.asset ORDER BY r.path", Hit::COLUMNS);
        let list = || {
            let mut statement = self.connection.prepare(&sql)?;
            statement.query_map([], Hit::from_row)?.collect::<rusqlite::Result<Vec<Hit>>>()
        };
        let mut hits = list().context("could not list the catalogue")?;
        hits.retain(|hit| {
            Facet::ALL.iter().all(|facet| filter.of(*facet).is_none_or(|of| of.contains(&hit.of(*facet))))
        });
        Ok(hits)
    }

    /// Assets that answer a query, best first, at most `limit` (see [`Catalogue::ask`]).
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn search(&self, query: &str, limit: usize) -> anyhow::Result<Vec<Hit>> {
        if query.trim().is_empty() {
            return Ok(Vec::new());
        }
        let ask = Ask { query, filter: &Filter::default(), statuses: &Statuses::new(), limit, facets: false };
        Ok(self.ask(&ask)?.map(|answer| answer.hits).unwrap_or_default())
    }

    /// Assets that answer a query and pass a filter.
    ///
    /// All words must be in an asset; the last may be the beginning of one; words in double quotes follow one another.
    /// Exact spelling ranks first, then other accepted spellings, then the same letters with other marks. A query
    /// without marks finds words with any. The full name of an asset or a file finds that asset. Any text is safe.
    ///
    /// The inner error says which values of the filter no asset has (`MB1110`).
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn ask(&self, ask: &Ask<'_>) -> anyhow::Result<Result<Answer, Vec<Diagnostic>>> {
        self.answer(ask).context("could not search the catalogue")
    }

    /// [`Catalogue::ask`] without the context of its errors.
    fn answer(&self, ask: &Ask<'_>) -> anyhow::Result<Result<Answer, Vec<Diagnostic>>> {
        let narrowed = ask.facets || !ask.filter.is_empty();
        let mut grid = if narrowed { Grid::read(&self.connection)? } else { Grid::default() };
        if narrowed {
            grid.stand(&self.standing(ask.statuses)?);
        }
        let mask = match grid.mask(ask.filter) {
            Ok(mask) => mask,
            Err(unknown) => return Ok(Err(unknown)),
        };
        let passing = (!ask.filter.is_empty()).then(|| grid.passing(&mask));
        let (ranked, found) = self.ranked(ask, passing.as_deref())?;
        let mut answer = Answer { assets: ranked.len(), ..Answer::default() };
        if let Some(found) = &found {
            let passes = |id: &&u32| passing.as_ref().is_none_or(|passing| passing.binary_search(id).is_ok());
            answer.assets = found.iter().filter(passes).count();
        }
        if ask.facets {
            answer.facets = grid.counts(&mask, found.as_deref());
        }
        for (id, score) in ranked {
            let hit = self.hit(id, (!ask.filter.is_empty()).then_some((&grid, &mask)))?;
            answer.hits.extend(hit.map(|hit| Hit {
                score,
                status: ask.statuses.get(&hit.asset).cloned().unwrap_or_else(|| hit.status.clone()),
                ..hit
            }));
        }
        Ok(Ok(answer))
    }

    /// The best answers that pass, and when they have to be counted the identifiers of all, passing or not, in order.
    #[expect(clippy::type_complexity, reason = "two lists, told apart by what they hold")]
    fn ranked(&self, ask: &Ask<'_>, passing: Option<&[u32]>) -> anyhow::Result<(Vec<(u32, f64)>, Option<Vec<u32>>)> {
        let passes = |id: u32| passing.is_none_or(|passing| passing.binary_search(&id).is_ok());
        if ask.query.trim().is_empty() {
            let mut statement = self.connection.prepare_cached("SELECT id FROM asset ORDER BY asset")?;
            let ids = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<u32>>>()?;
            let mut ranked: Vec<(u32, f64)> = ids.iter().filter(|id| passes(**id)).map(|id| (*id, 0.0)).collect();
            let mut all = ids;
            all.sort_unstable();
            ranked.truncate(ask.limit);
            return Ok((ranked, Some(all)));
        }
        let query = Query::parse(ask.query);
        let mut found = Found { limit: ask.limit, ..Found::default() };
        let named = self.named(ask.query.trim())?;
        named.iter().filter(|id| passes(**id)).for_each(|id| found.add(*id, NAMED));
        self.try_each(&query.expressions(), &passes, &mut found)?;
        let mut all = None;
        // Looser readings only when the words find nothing at all, not when the filter leaves nothing of it.
        if found.ranked.is_empty() && (passing.is_none() || self.all_of(query.widest().as_slice())?.is_empty()) {
            let tiers = query.second_thoughts();
            self.try_each(&tiers, &passes, &mut found)?;
            all = Some(self.all_of(&tiers)?);
        }
        if ask.facets || found.ranked.len() >= ask.limit {
            let words = all.filter(|all| !all.is_empty());
            let mut all = words.map_or_else(|| self.all_of(query.widest().as_slice()), Ok)?;
            all.extend(named);
            all.sort_unstable();
            all.dedup();
            return Ok((found.ranked, Some(all)));
        }
        Ok((found.ranked, None))
    }

    /// Assets that have this very name, or a file of it.
    fn named(&self, name: &str) -> rusqlite::Result<BTreeSet<u32>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id FROM asset WHERE asset = ?1 UNION SELECT asset FROM rendition WHERE path = ?1
             UNION SELECT asset FROM rendition WHERE name = ?1",
        )?;
        statement.query_map([name], |row| row.get(0))?.collect()
    }

    /// Every asset that one of the expressions finds, in order of identifier.
    fn all_of(&self, expressions: &[String]) -> rusqlite::Result<Vec<u32>> {
        let mut all = Vec::new();
        let mut statement = self.connection.prepare_cached("SELECT rowid FROM fts WHERE fts MATCH ?1")?;
        for expression in expressions {
            let mut rows = statement.query([expression])?;
            while let Some(row) = rows.next()? {
                all.push(row.get(0)?);
            }
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// Adds what each expression finds, in order, until there is enough.
    ///
    /// What finds more than [`RANKABLE`] assets tells none from another: weighing each would take longer than all the
    /// rest, so those that say it in their headline come first, and otherwise the order is that of names.
    fn try_each(
        &self,
        expressions: &[String],
        passes: &dyn Fn(u32) -> bool,
        found: &mut Found,
    ) -> rusqlite::Result<()> {
        let tiers = u32::try_from(expressions.len()).unwrap_or(u32::MAX);
        for (tier, expression) in (0..tiers).zip(expressions) {
            if found.ranked.len() >= found.limit {
                return Ok(());
            }
            let score = f64::from(tiers - tier);
            if self.finds_more_than(RANKABLE, expression)? {
                let in_headlines = format!("{{headline plain_headline}} : ({expression})");
                self.try_one(BY_NAME, &in_headlines, &|_| score + 0.5, passes, found)?;
                self.try_one(BY_NAME, expression, &|_| score, passes, found)?;
            } else {
                let weighed = |rank: f64| score + (-rank).max(0.0) / (1.0 + (-rank).max(0.0));
                self.try_one(&by_weight(), expression, &weighed, passes, found)?;
            }
        }
        Ok(())
    }

    /// Whether an expression finds more than so many assets.
    fn finds_more_than(&self, most: u32, expression: &str) -> rusqlite::Result<bool> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM fts WHERE fts MATCH ?1 LIMIT 1 OFFSET ?2")?;
        statement.exists(params![expression, most])
    }

    /// Adds what an expression finds, in the order of a statement that gives identifier and rank.
    fn try_one(
        &self,
        sql: &str,
        expression: &str,
        score: &dyn Fn(f64) -> f64,
        passes: &dyn Fn(u32) -> bool,
        found: &mut Found,
    ) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([expression])?;
        while found.ranked.len() < found.limit
            && let Some(row) = rows.next()?
        {
            let id = row.get(0)?;
            if passes(id) {
                found.add(id, score(row.get(1)?));
            }
        }
        Ok(())
    }

    /// How the assets stand that are not drafts, in order of identifier.
    fn standing<'s>(&self, statuses: &'s Statuses) -> rusqlite::Result<Vec<(u32, &'s str)>> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM asset WHERE asset = ?1")?;
        let mut standing = Vec::new();
        for (asset, status) in statuses {
            let id = statement.query_row([asset], |row| row.get(0)).optional()?;
            standing.extend(id.map(|id| (id, status.as_str())));
        }
        standing.sort_unstable();
        Ok(standing)
    }

    /// An asset with the file that stands for it best, of those that pass.
    fn hit(&self, id: u32, narrowed: Option<(&Grid, &Mask)>) -> rusqlite::Result<Option<Hit>> {
        let sql = format!(
            "SELECT {} FROM rendition r JOIN asset a ON a.id = r.asset WHERE r.asset = ?1 ORDER BY r.place",
            Hit::COLUMNS
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            let hit = Hit::from_row(row)?;
            let file = [hit.format.as_str(), &hit.encoding, &hit.color];
            if narrowed.is_none_or(|(grid, mask)| grid.takes(mask, file)) {
                return Ok(Some(hit));
            }
        }
        Ok(None)
    }
}
