//! Everything that is known of each file: its entry, its lineage and the snapshot of its inputs, each read once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::RenditionEntry;
use super::inputs::Inputs;
use super::manifest::Entries;
use super::shelf::Shelf;
use crate::digest::Digest;
use crate::lineage::{self, Drawing, Lineage, Touch};

/// One file with what lies beside it.
#[derive(Debug, Clone)]
pub struct Known {
    /// What the manifest says.
    pub entry: RenditionEntry,
    /// What it draws and says; none when that is lost.
    pub lineage: Option<Arc<Lineage>>,
    /// What it was made from; none when that is lost.
    pub inputs: Option<Arc<Inputs>>,
}

impl Known {
    /// Whether it may have read a cell. Of a file of which something is lost, it may.
    pub fn reads(&self, cell: &str) -> bool {
        self.lineage.is_none() || self.inputs.as_ref().is_none_or(|inputs| inputs.reads(cell))
    }
}

impl Shelf {
    /// The files of some entries with all that is known of them, in order of path.
    ///
    /// # Errors
    /// Never in practice: entries are written by this program.
    pub fn known(&self, entries: &Entries) -> anyhow::Result<Vec<Known>> {
        let mut lineages: BTreeMap<Digest, Option<Arc<Lineage>>> = BTreeMap::new();
        let mut snapshots: BTreeMap<Digest, Option<Arc<Inputs>>> = BTreeMap::new();
        let known = |kept: &Arc<super::Kept>| {
            let entry = kept.whole()?;
            let read = |digest: Digest| self.lineage(&digest).map(Arc::new);
            let lineage = entry.lineage.and_then(|of| lineages.entry(of).or_insert_with(|| read(of)).clone());
            let of = entry.inputs;
            let inputs = snapshots.entry(of).or_insert_with(|| self.inputs(&of).map(Arc::new)).clone();
            Ok(Known { entry, lineage, inputs })
        };
        entries.values().map(known).collect()
    }
}

/// How each file depends on a cell; none when no change of the cell can change it.
pub fn touched(cell: &str, known: &[Known]) -> Vec<Option<Touch>> {
    let lost = Lineage::default();
    let drawings = known.iter().map(|known| Drawing {
        asset: &known.entry.asset,
        lineage: known.lineage.as_deref().unwrap_or(&lost),
        reads: known.reads(cell),
    });
    lineage::touched(cell, drawings)
}
