//! Whether the replacements of a correction carry its mark: they do when `campaign.toml` says so.

use std::collections::BTreeSet;

use crate::campaign::{Campaign, Surroundings};
use crate::diagnostic::Diagnostic;
use crate::press::{Settings, inputs};
use crate::record::Dataset;

/// A warning (`MB1282`) for each cell that `campaign.toml` has no correction of; none where it cannot be read, for that is said
/// by whatever needs it.
pub(super) fn unmarked(settings: &Settings, cells: &BTreeSet<String>) -> Vec<Diagnostic> {
    let Ok((folder, _)) = inputs::read_folder(&settings.campaign_dir) else { return Vec::new() };
    let Ok(dataset) = Dataset::read(&folder) else { return Vec::new() };
    let around = Surroundings { dataset: Some(&dataset.value), ..Surroundings::default() };
    let Ok(campaign) = Campaign::read(&folder, &around) else { return Vec::new() };
    let marked: BTreeSet<String> =
        campaign.value.corrections.iter().flat_map(|one| &one.cells).map(ToString::to_string).collect();
    let bare = cells.iter().filter(|cell| !marked.contains(*cell));
    bare.map(|cell| Diagnostic::warning("MB1282").arg("cell", cell).hint("hint")).collect()
}
