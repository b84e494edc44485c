//! After a correction or a kill: the site is published again, then the packs that hold what it speaks of are made again.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Edition, Extent, PackOrder, Packed, Written, look, pack, publish};
use crate::ledger::{Event, Ledger, PackKind};
use crate::press::Settings;
use crate::press::event::Listener;
use crate::published::Audience;

/// What was made again.
#[derive(Debug)]
pub struct Reissued {
    /// The site.
    pub site: Written,
    /// The packs.
    pub packs: Vec<Packed>,
}

/// Publishes the site, and makes packs again: of each release, for each audience, as they were made before, a mini pack no
/// larger than it was. A delta is not made again: what it adds to is.
///
/// # Errors
/// When the machine fails; findings go to the listener, and none is given when the site could not be published.
pub fn reissue(
    settings: &Settings,
    packs: &[String],
    keys: &Path,
    listener: &dyn Listener,
) -> anyhow::Result<Option<Reissued>> {
    // Pages and bytes first: nothing waits on a pack.
    let Some(site) = publish(settings, &Edition::default(), listener)? else { return Ok(None) };
    let Some((_, ledger, _)) = look(settings, listener)? else { return Ok(None) };
    let mut made = Vec::new();
    for order in orders(packs, &ledger, keys) {
        made.extend(pack(settings, &order, listener)?);
    }
    Ok(Some(Reissued { site, packs: made }))
}

/// The orders by which packs were made, each once.
fn orders(packs: &[String], ledger: &Ledger, keys: &Path) -> Vec<PackOrder> {
    let (mut orders, mut seen) = (Vec::new(), BTreeSet::new());
    for entry in ledger.entries.iter().rev() {
        let Event::Packed { pack, release, bytes, kind, press, .. } = &entry.event else { continue };
        let extent = match kind {
            PackKind::Whole => Extent::Whole,
            PackKind::Mini => Extent::Mini(*bytes),
            PackKind::Delta => continue,
        };
        let audience = if *press { Audience::Press } else { Audience::Public };
        if !packs.contains(pack) || !seen.insert((release, kind, press)) {
            continue;
        }
        let (release, keys) = (Some(release.clone()), keys.to_owned());
        orders.push(PackOrder { release, extent, audience, to: None, bag: None, keys });
    }
    orders.reverse();
    orders
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;
    use crate::ledger::Entry;

    #[test]
    fn each_kind_of_pack_is_made_again_once_as_it_was() {
        let packed = |release: &str, kind, bytes, press| Event::Packed {
            pack: format!("{release}-{bytes}"),
            release: release.to_owned(),
            sha256: String::new(),
            bytes,
            assets: Vec::new(),
            kind,
            press,
        };
        let events = [
            packed("r1", PackKind::Whole, 9, false),
            packed("r1", PackKind::Mini, 5, false),
            packed("r1", PackKind::Mini, 4, false),
            packed("r2", PackKind::Delta, 2, false),
            packed("r2", PackKind::Whole, 7, true),
            packed("r3", PackKind::Whole, 8, false),
        ];
        let entry = |(number, event): (u64, &Event)| Entry {
            number,
            at: jiff::Timestamp::UNIX_EPOCH,
            by: "Lan".to_owned(),
            before: Digest::of(b""),
            event: event.clone(),
        };
        let ledger = Ledger { entries: (1..).zip(&events).map(entry).collect() };
        let held: Vec<String> = ledger.entries[..5]
            .iter()
            .filter_map(|e| match &e.event {
                Event::Packed { pack, .. } => Some(pack.clone()),
                _ => None,
            })
            .collect();
        let told: Vec<_> = orders(&held, &ledger, Path::new("keys"))
            .into_iter()
            .map(|order| (order.release.unwrap(), order.extent, order.audience))
            .collect();
        let expected = [
            ("r1".to_owned(), Extent::Whole, Audience::Public),
            ("r1".to_owned(), Extent::Mini(4), Audience::Public),
            ("r2".to_owned(), Extent::Whole, Audience::Press),
        ];
        assert_eq!(told, expected);
    }
}
