//! Where each asset stands: on the way to the public, or before it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::candidates::candidates;
use super::{look, refused};
use crate::ledger::Stage;
use crate::press::event::Listener;
use crate::press::{Settings, inputs};
use crate::published::{Audience, Published};
use crate::release::last_version;

/// How an asset stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The asset.
    pub asset: String,
    /// How far the bytes in the store have come; none when the store no longer has it.
    pub stage: Option<Stage>,
    /// Whether the store has other bytes than were last released.
    pub changed: bool,
    /// The version that was last released; 0 when none was.
    pub version: u32,
    /// The public status of that version: `usable`, `withheld`, `canceled`; empty when the public does not see it.
    pub status: String,
    /// Who approved the bytes in the store.
    pub approved_by: Vec<String>,
}

/// How all assets of store and releases stand, by name.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn status(settings: &Settings, named: &[String], listener: &dyn Listener) -> anyhow::Result<Vec<Standing>> {
    let Some((_, ledger, releases)) = look(settings, listener)? else { return Ok(Vec::new()) };
    let found = match candidates(settings, named)? {
        Ok(found) => found,
        Err(unknown) => return Ok(refused(unknown, listener)),
    };
    let seen = Published::at(inputs::now(), Audience::Public, &releases, &ledger);
    let mut standings = BTreeMap::new();
    for candidate in found {
        let state = candidate.state();
        let last = last_version(&releases, &state.asset);
        let public = seen.asset(&state.asset).and_then(|asset| asset.latest());
        standings.insert(
            state.asset.clone(),
            Standing {
                stage: Some(ledger.stage(&state)),
                changed: last.is_some_and(|last| last.contents() != candidate.contents()),
                version: last.map_or(0, |asset| asset.version),
                status: public.map(|version| version.status.name().to_owned()).unwrap_or_default(),
                approved_by: ledger.approvers(&state).into_iter().map(str::to_owned).collect(),
                asset: state.asset,
            },
        );
    }
    Ok(standings.into_values().collect())
}
