//! Jobs with their asset's short code, which is of all that any of the asset's pictures prints.
//!
//! In: the jobs that are chosen. Out: each of them filled, its code in place, in the plan's order. The code does not depend on what
//! was chosen: pictures of the same asset that were not are filled too, and only for the code.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::making::{Filled, Making, panicked};
use crate::code::ShortCode;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::paint::said;
use crate::plan::{Job, Plan};
use crate::template::Binding;

/// What became of a plan's jobs.
pub(super) struct Coded<T> {
    /// What was made of each job, in the plan's order; of those that a stop left out, nothing.
    pub(super) jobs: Vec<T>,
    /// Assets that have one code (`MB0511`).
    pub(super) collisions: Vec<Diagnostic>,
}

/// Fills each job of a plan, puts its code in place, and hands it on; on all threads of the pool that it runs in.
pub(super) fn each<'a, T: Send>(
    making: &'a Making<'a>,
    plan: &'a Plan,
    stop: &AtomicBool,
    work: impl Fn(&'a Job, Checked<Filled<'a>>) -> T + Sync,
) -> Coded<T> {
    let whole: HashMap<&str, &[Job]> = assets(&making.material.plan).map(|jobs| (name(jobs), jobs)).collect();
    let chosen: Vec<&[Job]> = assets(plan).collect();
    let done: Vec<(Option<ShortCode>, Vec<T>)> = chosen
        .par_iter()
        .map(|jobs| {
            if stop.load(Ordering::Relaxed) {
                return (None, Vec::new());
            }
            asset(making, jobs, whole.get(name(jobs)).copied().unwrap_or_default(), &work)
        })
        .collect();
    let codes = chosen.iter().zip(&done).filter_map(|(jobs, (code, _))| {
        let first = jobs.first()?;
        Some(((*code)?, &*first.asset, &first.product.span))
    });
    let collisions = collisions(codes);
    Coded { jobs: done.into_iter().flat_map(|(_, made)| made).collect(), collisions }
}

/// A plan's jobs by asset: the formats of one follow each other.
fn assets(plan: &Plan) -> impl Iterator<Item = &[Job]> {
    plan.jobs.chunk_by(|one, next| one.asset == next.asset)
}

/// The asset of some jobs.
fn name(jobs: &[Job]) -> &str {
    jobs.first().map_or("", |job| &job.asset)
}

/// The chosen jobs of one asset. One that cannot be filled prints nothing, and has no part in the code.
fn asset<'a, T: Send>(
    making: &'a Making<'a>,
    chosen: &'a [Job],
    whole: &'a [Job],
    work: &(impl Fn(&'a Job, Checked<Filled<'a>>) -> T + Sync),
) -> (Option<ShortCode>, Vec<T>) {
    let filled: Vec<(&Job, Checked<Filled<'_>>)> = chosen.par_iter().map(|job| (job, guarded(making, job))).collect();
    let left_out: Vec<&Job> = whole.iter().filter(|job| chosen.iter().all(|own| own.stem != job.stem)).collect();
    let others: Vec<Filled<'_>> =
        left_out.into_par_iter().filter_map(|job| Some(guarded(making, job).ok()?.value)).collect();
    let own = filled.iter().filter_map(|(_, filled)| Some(&filled.as_ref().ok()?.value));
    let printed: Vec<&[Binding]> = own.chain(&others).map(|filled| &*filled.markup.bindings).collect();
    let code =
        (!printed.is_empty()).then(|| ShortCode::of(&making.material.campaign.salt, name(chosen), &pairs(&printed)));
    let made = filled.into_par_iter().map(|(job, filled)| {
        let filled = filled.map(|mut warned| {
            code.iter().for_each(|code| warned.value.put_code(code));
            warned
        });
        work(job, filled)
    });
    (code, made.collect())
}

/// Fills a job behind a wall: a fault costs that job alone.
fn guarded<'a>(making: &'a Making<'a>, job: &'a Job) -> Checked<Filled<'a>> {
    catch_unwind(AssertUnwindSafe(|| making.fill(job))).unwrap_or_else(|panic| Err(vec![panicked(job, said(&*panic))]))
}

/// The different cells with their texts. Most formats print what the first one does, in the same order: what they have in
/// common with it is passed over unseen.
fn pairs<'f>(printed: &[&'f [Binding]]) -> BTreeSet<([&'f str; 3], &'f str)> {
    let first = printed.first().copied().unwrap_or_default();
    let known = |at: usize, binding: &Binding| {
        first
            .get(at)
            .is_some_and(|one| !std::ptr::eq(one, binding) && one.text == binding.text && one.cells == binding.cells)
    };
    let new =
        printed.iter().flat_map(|bindings| bindings.iter().enumerate().filter(|(at, binding)| !known(*at, binding)));
    let cells = new.flat_map(|(_, binding)| {
        binding.cells.iter().map(|cell| ([&*cell.table, &*cell.key, &*cell.column], &*binding.text))
    });
    cells.collect()
}

/// Assets that would print the code of another one.
fn collisions<'a>(codes: impl Iterator<Item = (ShortCode, &'a str, &'a Span)>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<ShortCode, (&str, &Span)> = BTreeMap::new();
    let mut found = Vec::new();
    for (code, asset, span) in codes {
        match seen.get(&code) {
            Some((first, place)) => {
                let diagnostic = Diagnostic::error("MB0511").arg("code", code).arg("first", first).arg("second", asset);
                found.push(diagnostic.at(Span::clone(place)).at(span.clone()).hint("hint"));
            }
            None => drop(seen.insert(code, (asset, span))),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{MessageLanguage, Wording};
    use crate::record::CellId;

    /// A printed text of cells of the table `t`.
    fn binding(keys: &[&str], text: &str) -> Binding {
        let cell = |key: &&str| CellId { table: "t".into(), key: (*key).into(), column: "score".into() };
        Binding {
            cells: keys.iter().map(cell).collect(),
            text: text.to_owned(),
            number: None,
            exact: false,
            presence: false,
        }
    }

    #[test]
    fn formats_print_together_and_nothing_counts_twice() {
        let card = [binding(&["a"], "74,5"), binding(&["a", "b"], "2"), binding(&[], "0000-0000-000")];
        let poster = [binding(&["a"], "74,5"), binding(&["b"], "80"), binding(&["a"], "74,5")];
        let expected =
            [("a", "2"), ("a", "74,5"), ("b", "2"), ("b", "80")].map(|(key, text)| (["t", key, "score"], text));
        let both = pairs(&[&card, &poster]);
        assert_eq!(both, BTreeSet::from(expected));
        assert_eq!(pairs(&[&poster, &card]), both);
        assert_eq!(pairs(&[&card, &card, &poster, &poster]), both);
        assert_eq!(pairs(&[]), BTreeSet::new());
    }

    #[test]
    fn two_assets_of_one_code_are_both_named() {
        let (code, other) = (ShortCode::of("s", "a", &BTreeSet::new()), ShortCode::of("s", "b", &BTreeSet::new()));
        let spans = [1, 2, 3].map(|line| Span::text("campaign.toml", line, 1, 1));
        let codes = [(code, "cds_a", &spans[0]), (other, "cds_b", &spans[1]), (code, "cds_c", &spans[2])];
        let found = collisions(codes.into_iter());
        assert_eq!((found.len(), found[0].code), (1, "MB0511"));
        let places: Vec<String> = found[0].spans.iter().map(ToString::to_string).collect();
        assert_eq!(places, ["campaign.toml:1:1", "campaign.toml:3:1"]);
        for language in [MessageLanguage::English, MessageLanguage::Vietnamese] {
            let words = Wording::new(language).message(&found[0]);
            assert!(["cds_a", "cds_c", &*code.to_string()].iter().all(|part| words.contains(part)), "{words}");
        }
        assert!(collisions([(code, "a", &spans[0]), (other, "b", &spans[1])].into_iter()).is_empty());
    }
}
