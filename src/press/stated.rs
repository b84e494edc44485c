//! What a job's files say about themselves, as far as campaign and template give it.

use std::ops::Range;

use crate::campaign::Campaign;
use crate::frame::{Frame, Item};
use crate::language::{Words, words};
use crate::metadata::{self, Licensor, Metadata};
use crate::plan::Job;
use crate::template::{Binding, Said};

use super::making::PROGRAM;

/// The campaign's own words before the template's; no headline of either is the campaign's title.
///
/// Of illustrative data nothing is said in other languages: the picture's label, which each text must carry, is in its
/// own language alone.
pub(super) fn metadata(campaign: &Campaign, job: &Job, said: &Said, illustrative: bool) -> Metadata {
    let rights = &campaign.rights;
    let say = |said: &Words| words(said, &job.language).unwrap_or_default().to_owned();
    let first = |own: &String, template: &Option<String>| {
        if own.is_empty() { template.clone().unwrap_or_default() } else { own.clone() }
    };
    let headline = first(&job.headline, &said.headline);
    Metadata {
        language: job.language.clone(),
        headline: if headline.is_empty() { say(&campaign.title) } else { headline },
        caption: first(&job.caption, &said.caption),
        alt_text: first(&job.alt_text, &said.alt),
        others: if illustrative { Vec::new() } else { job.others.clone() },
        creator: say(&rights.creator),
        credit_line: say(&rights.credit_line),
        copyright_notice: say(&rights.copyright_notice),
        copyright_owner: say(&rights.copyright_owner),
        usage_terms: say(&rights.usage_terms),
        license_url: rights.license_url.clone(),
        licensor: licensor(campaign, &job.language),
        supplier: say(&rights.supplier),
        data_mining: rights.data_mining,
        keywords: job.tags.clone(),
        topics: campaign.topics.clone(),
        place: campaign.place.clone(),
        asset: job.asset.clone(),
        address: metadata::address(&campaign.base_url, &job.asset),
        period: campaign.period.clone(),
        job: [&*campaign.slug, &campaign.period]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("_"),
        program: PROGRAM.to_owned(),
        ..Metadata::default()
    }
}

/// Who gives licences: whom the campaign names, else the owner, else the creator, with its ways of contact; nobody
/// where the campaign says neither who nor how.
fn licensor(campaign: &Campaign, language: &str) -> Licensor {
    let rights = &campaign.rights;
    let say = |said: &Words| words(said, language).map(str::to_owned);
    if rights.licensor.is_empty() && rights.contact_url.is_empty() && rights.contact_email.is_empty() {
        return Licensor::default();
    }
    let name = say(&rights.licensor).or_else(|| say(&rights.copyright_owner)).or_else(|| say(&rights.creator));
    let (url, email) = (rights.contact_url.clone(), rights.contact_email.clone());
    Licensor { name: name.unwrap_or_default(), url, email }
}

/// Binds the cells that words in other languages show, beside those that are bound already: these are what is drawn.
/// Gives the indexes of the new bindings.
pub(super) fn bind_others(bindings: &mut Vec<Binding>, metadata: &Metadata) -> Range<usize> {
    let before = bindings.len();
    for (cell, text) in metadata.others.iter().flat_map(|other| &other.cells) {
        if !bindings.iter().any(|binding| binding.cells.contains(cell)) {
            bindings.push(Binding {
                cells: vec![cell.clone()],
                text: text.clone(),
                number: None,
                exact: false,
                presence: false,
            });
        }
    }
    before..bindings.len()
}

/// Whether a photograph is drawn.
pub(super) fn composite(frames: &[Frame]) -> bool {
    frames.iter().flat_map(|frame| &frame.items).any(|item| matches!(item, Item::Picture { .. }))
}
