//! What is said of versions that are out: withheld, usable again, killed. None of it waits on a pack or a page.

use serde::Serialize;

use super::{refused, sit_down};
use crate::diagnostic::Diagnostic;
use crate::language::Words;
use crate::ledger::{Entry, Event, Ledger, Version};
use crate::press::event::Listener;
use crate::press::{Settings, inputs};

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Said {
    /// Not to be used until it is said otherwise.
    Withheld,
    /// May be used again.
    Resumed,
    /// Taken back for good.
    Killed,
}

/// The last of such things that was said of any of some versions.
fn last_about<'l>(versions: &[Version], ledger: &'l Ledger) -> Option<&'l Entry> {
    let touches = |assets: &[Version]| assets.iter().any(|one| versions.contains(one));
    ledger.entries.iter().rfind(|entry| match &entry.event {
        Event::Withheld { assets, .. } | Event::Resumed { assets, .. } | Event::Killed { assets, .. } => {
            touches(assets)
        }
        _ => false,
    })
}

/// Says it of all versions of the named assets, or of those alone that are named `ASSET@VERSION`. Gives the number of the
/// event, by which offices confirm it, and the versions; none when a name is unknown, which the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn say(
    settings: &Settings,
    said: Said,
    named: &[String],
    reason: &Words,
    listener: &dyn Listener,
) -> anyhow::Result<Option<(u64, Vec<Version>)>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let released: Vec<Version> =
        desk.releases.iter().flat_map(|release| &release.assets).map(|asset| asset.version()).collect();
    let (mut versions, mut unknown) = (Vec::new(), Vec::new());
    for name in named {
        let meant =
            |version: &&Version| *name == version.asset || *name == format!("{}@{}", version.asset, version.version);
        let found: Vec<Version> = released.iter().filter(meant).cloned().collect();
        if found.is_empty() {
            let diagnostic = Diagnostic::error("MB1226").arg("asset", name);
            unknown.push(diagnostic.suggest(name, released.iter().map(|version| version.asset.as_str())));
        }
        versions.extend(found);
    }
    if !unknown.is_empty() {
        return Ok(refused(unknown, listener));
    }
    versions.sort();
    versions.dedup();
    let (assets, reason) = (versions.clone(), reason.clone());
    let event = match said {
        Said::Withheld => Event::Withheld { assets, reason },
        Said::Resumed => Event::Resumed { assets, reason },
        Said::Killed => Event::Killed { assets, reason },
    };
    // Given again, as after a death before site and packs followed, it is said already: nobody is told twice.
    if let Some(last) = last_about(&versions, desk.writer.ledger()).filter(|last| last.event == event) {
        return Ok(Some((last.number, versions)));
    }
    let number = desk.writer.enter(inputs::now(), &settings.by, event)?;
    Ok(Some((number, versions)))
}
