//! Taking in reports. In: the campaign and a period as typed; out: an account of what came in for it.

use super::event::{Event, Listener};
use super::{Settings, prepare};
use crate::diagnostic::Diagnostic;
use crate::intake::{Account, Period};

/// What came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// For which period.
    pub period: Period,
    /// The account.
    pub account: Account,
}

/// What came in for a period, the campaign's own when none is given; none when the campaign cannot be read or the period is
/// none (`MB1050`). All findings go to the listener.
///
/// # Errors
/// When the machine fails.
pub fn intake(settings: &Settings, period: Option<&str>, listener: &dyn Listener) -> anyhow::Result<Option<Taken>> {
    let Some((material, _)) = prepare(settings, listener)? else { return Ok(None) };
    let given = period.unwrap_or(&material.campaign.period);
    let Some(period) = Period::parse(given) else {
        listener.hear(&Event::Diagnostic(Diagnostic::error("MB1050").arg("given", given).hint("hint")));
        return Ok(None);
    };
    let account = Account::of(&material.dataset, period);
    if account.standings.is_empty() {
        listener.hear(&Event::Diagnostic(Diagnostic::warning("MB1051").arg("period", period).hint("hint")));
    }
    Ok(Some(Taken { period, account }))
}
