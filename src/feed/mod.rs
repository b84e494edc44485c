//! Feeds: what is published, for programs that fetch it: ninjs 3.2 items, Atom with tombstones, JSON Feed 1.1, site maps.
//!
//! In: [`Published`]; out: bytes by address. The same for the same moment's view, whatever the clock says: a reader sees
//! `updated` move only when something happened. A recall is told twice, as a tombstone and as an ordinary entry, because
//! few readers know tombstones.

pub mod address;
mod atom;
mod channel;
mod entry;
mod json_feed;
mod ninjs;
mod plain;
mod sitemap;
mod wordbook;

pub use channel::{Channel, Scope, channels};
pub use entry::{editors_note, notice_title};
pub use ninjs::item;
pub use plain::json;
pub use sitemap::sitemap;
pub use wordbook::Wordbook;

use std::collections::BTreeMap;

use crate::published::Published;

/// All feeds and items, by address below the site.
///
/// # Errors
/// A feed could not be written down.
pub fn files(published: &Published) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for (asset, version) in published.versions() {
        let item = item(published, asset, version);
        files.insert(address::item(&asset.asset, version.version), json(&item));
    }
    for channel in channels(published) {
        let entries = entry::entries(published, &channel);
        files.insert(channel.address("atom"), atom::feed(published, &channel, &entries)?);
        files.insert(channel.address("json"), json(&json_feed::feed(published, &channel, &entries)));
        if channel.scope != Scope::Corrections {
            files.insert(channel.address("ninjs.json"), json(&ninjs::list(published, &channel)));
        }
    }
    Ok(files)
}

#[cfg(test)]
pub(crate) mod tests;
