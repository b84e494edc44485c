//! After a correction or a kill: the site is published again, then the packs that hold what it speaks of are made again.

use std::path::Path;

use super::{Edition, Extent, PackOrder, Packed, Written, look, pack, publish};
use crate::ledger::{Event, Ledger};
use crate::pack::{is_delta, is_for_press, is_mini};
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
    let mut orders: Vec<PackOrder> = Vec::new();
    for entry in ledger.entries.iter().rev() {
        let Event::Packed { pack, release, bytes, .. } = &entry.event else { continue };
        if !packs.contains(pack) || is_delta(pack) {
            continue;
        }
        let order = PackOrder {
            release: Some(release.clone()),
            extent: if is_mini(pack) { Extent::Mini(*bytes) } else { Extent::Whole },
            audience: if is_for_press(pack) { Audience::Press } else { Audience::Public },
            to: None,
            bag: None,
            keys: keys.to_owned(),
        };
        let is_small = |order: &PackOrder| matches!(order.extent, Extent::Mini(_));
        let same = |known: &PackOrder| {
            known.release == order.release && known.audience == order.audience && is_small(known) == is_small(&order)
        };
        if !orders.iter().any(same) {
            orders.push(order);
        }
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
        let packed = |pack: &str, release: &str, bytes| Event::Packed {
            pack: pack.to_owned(),
            release: release.to_owned(),
            sha256: String::new(),
            bytes,
            assets: Vec::new(),
        };
        let events = [
            packed("t-r1_v01_20261009", "r1", 9),
            packed("t-r1_v01_20261009_mini", "r1", 5),
            packed("t-r1_v02_20261010_mini", "r1", 4),
            packed("t-r2_v02_tu_t-r1_v01", "r2", 2),
            packed("t-r2_v01_20261011_baochi", "r2", 7),
            packed("t-r3_v01_20261011", "r3", 7),
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
