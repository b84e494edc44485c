//! Draft → review → approved, and back.

use serde::Serialize;

use super::candidates::candidates;
use super::refused;
use super::sit_down;
use crate::diagnostic::Diagnostic;
use crate::ledger::{Event, Stage, State};
use crate::press::event::Listener;
use crate::press::{Settings, inputs};

/// What is said of bytes of assets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They are handed in for review, with a note.
    Submit(String),
    /// They are fit for release, with a note.
    Approve(String),
    /// They are sent back, for a reason.
    Reject(String),
}

/// An asset that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The asset.
    pub asset: String,
    /// Where it stood.
    pub from: Stage,
    /// Where it stands.
    pub to: Stage,
}

impl Verdict {
    /// Where it moves assets to, and from where.
    fn way(&self) -> (&'static [Stage], Stage) {
        match self {
            Self::Submit(_) => (&[Stage::Draft], Stage::Review),
            // Approved ones too: some need a second approver.
            Self::Approve(_) => (&[Stage::Review, Stage::Approved], Stage::Approved),
            Self::Reject(_) => (&[Stage::Review, Stage::Approved], Stage::Draft),
        }
    }

    /// As an event about some bytes.
    fn event(&self, assets: Vec<State>) -> Event {
        match self {
            Self::Submit(note) => Event::Submitted { assets, note: note.clone() },
            Self::Approve(note) => Event::Approved { assets, note: note.clone() },
            Self::Reject(reason) => Event::Rejected { assets, reason: reason.clone() },
        }
    }
}

/// Says a verdict on the named assets, or on all of a choice that stand where it applies. Gives those that moved.
///
/// # Errors
/// When the machine fails; findings go to the listener: `MB1220` unknown asset, `MB1221` a named asset that does not stand
/// where the verdict applies, `MB1222` approval by the one who handed it in, `MB1223` nothing to move.
pub fn approval(
    settings: &Settings,
    verdict: &Verdict,
    named: &[String],
    listener: &dyn Listener,
) -> anyhow::Result<Vec<Moved>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(Vec::new()) };
    let found = match candidates(settings, named)? {
        Ok(found) => found,
        Err(unknown) => return Ok(refused(unknown, listener)),
    };
    let ledger = desk.writer.ledger();
    let (from, to) = verdict.way();
    let (mut moved, mut states, mut refusals) = (Vec::new(), Vec::new(), Vec::new());
    for state in found.iter().map(crate::release::Candidate::state) {
        let stage = ledger.stage(&state);
        let own = matches!(verdict, Verdict::Approve(_)) && ledger.submitter(&state) == Some(settings.by.as_str());
        let again = matches!(verdict, Verdict::Approve(_)) && ledger.approvers(&state).contains(&settings.by.as_str());
        let about = |code| Diagnostic::error(code).arg("asset", &state.asset).hint("hint");
        if own && from.contains(&stage) {
            refusals.push(about("MB1222").arg("by", &settings.by));
        } else if from.contains(&stage) && !again {
            moved.push(Moved { asset: state.asset.clone(), from: stage, to });
            states.push(state);
        } else if !named.is_empty() {
            refusals.push(about("MB1221").arg("stage", stage.name()));
        }
    }
    if !refusals.is_empty() {
        return Ok(refused(refusals, listener));
    }
    if states.is_empty() {
        return Ok(refused(vec![Diagnostic::error("MB1223").hint("hint")], listener));
    }
    desk.writer.enter(inputs::now(), &settings.by, verdict.event(states))?;
    Ok(moved)
}
