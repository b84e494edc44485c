//! A web server's access log, as far as it says how many hold a version. Nobody's address is kept.
//!
//! In: a log in the common or combined format, and the addresses of released files and packs. Out: for each version, how many
//! different addresses were sent bytes of it: at least so many hold it. Small pictures are counted as a door of their own, as every
//! page shows them.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{Door, Event, Ledger, Version};
use crate::release::Release;

/// Characters of a file's SHA-256 in its address.
const PREFIX: usize = 16;
/// Folder of files by content.
const FOLDER: &str = "f";
/// Folder of the small pictures made of them.
const SMALL: &str = "p";

/// How a released file is addressed: the beginning of its SHA-256 and its name; its small picture by the former, a pack by its
/// name alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    /// `f/<16 digits>/NAME`.
    File(String, String),
    /// `p/<16 digits>-….jpg`.
    Small(String),
    /// `…/PACK.zip`.
    Pack(String),
}

/// What a log says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// At least so many hold a version, which came to them so.
    pub holders: BTreeMap<(Door, Version), u64>,
    /// Lines that could be read.
    pub read: usize,
    /// Numbers of the first lines that could not, and how many there were.
    pub unread: (Vec<usize>, usize),
}

/// The addresses of everything that was released or packed.
pub fn addresses(releases: &[Release], ledger: &Ledger) -> BTreeMap<Address, Vec<Version>> {
    let mut addresses: BTreeMap<Address, Vec<Version>> = BTreeMap::new();
    // Versions of an asset share the files that did not change between them.
    let mut add = |address: Address, version: Version| {
        let versions = addresses.entry(address).or_default();
        if !versions.contains(&version) {
            versions.push(version);
        }
    };
    for asset in releases.iter().flat_map(|release| &release.assets) {
        for file in &asset.files {
            let prefix: String = file.sha256.chars().take(PREFIX).collect();
            add(Address::Small(prefix.clone()), asset.version());
            add(Address::File(prefix, file.name.clone()), asset.version());
        }
    }
    for entry in &ledger.entries {
        if let Event::Packed { pack, assets, .. } = &entry.event {
            addresses.insert(Address::Pack(format!("{pack}.zip")), assets.clone());
        }
    }
    addresses
}

/// Reads a log.
pub fn read_access(log: &str, addresses: &BTreeMap<Address, Vec<Version>>) -> Access {
    let mut access = Access::default();
    let mut holders: BTreeSet<(Door, &Version, &str)> = BTreeSet::new();
    for (number, line) in (1..).zip(log.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let Some(request) = request(line) else {
            access.unread.1 += 1;
            if access.unread.0.len() < 3 {
                access.unread.0.push(number);
            }
            continue;
        };
        access.read += 1;
        let asked = request.is_sent.then(|| address(request.target)).into_iter().flatten();
        for address in asked {
            let versions = addresses.get(&address).into_iter().flatten();
            holders.extend(versions.map(|version| (address.door(), version, request.from)));
        }
    }
    for (door, version, _) in holders {
        *access.holders.entry((door, version.clone())).or_default() += 1;
    }
    access
}

impl Address {
    /// The door that it is.
    fn door(&self) -> Door {
        match self {
            Self::Small(_) => Door::Thumbnail,
            Self::File(..) | Self::Pack(_) => Door::Web,
        }
    }
}

/// One line of a log.
struct Request<'a> {
    /// Who asked.
    from: &'a str,
    /// For what.
    target: &'a str,
    /// Whether bytes were sent.
    is_sent: bool,
}

/// Reads a line: `FROM - - [TIME] "METHOD TARGET PROTOCOL" STATUS BYTES …`.
fn request(line: &str) -> Option<Request<'_>> {
    let (from, rest) = line.split_once(' ')?;
    let (_, rest) = rest.split_once("] \"")?;
    let (said, rest) = rest.split_once("\" ")?;
    let status: u16 = rest.split(' ').next()?.parse().ok()?;
    let mut words = said.split(' ');
    // A request that was no HTTP is logged too; it was sent nothing.
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    Some(Request { from, target, is_sent: method == "GET" && matches!(status, 200 | 206) })
}

/// The addresses that a request's target may be.
fn address(target: &str) -> Vec<Address> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.rsplit('/');
    let (name, prefix, folder) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let file =
        prefix.filter(|_| folder == Some(FOLDER)).map(|prefix| Address::File(prefix.to_owned(), name.to_owned()));
    let small = name.split_once('-').filter(|(sum, _)| prefix == Some(SMALL) && sum.len() == PREFIX);
    let small = small.map(|(sum, _)| Address::Small(sum.to_owned()));
    file.into_iter().chain(small).chain([Address::Pack(name.to_owned())]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_were_sent_bytes_are_counted_once_a_version() {
        let version = |asset: &str| Version { asset: asset.to_owned(), version: 1 };
        let known = [
            (Address::File("0123456789abcdef".to_owned(), "a_v01.png".to_owned()), vec![version("a")]),
            (Address::Small("0123456789abcdef".to_owned()), vec![version("a")]),
            (Address::Pack("p.zip".to_owned()), vec![version("a"), version("b")]),
        ];
        let log = "\
10.0.0.1 - - [09/Oct/2026:10:00:00 +0700] \"GET /f/0123456789abcdef/a_v01.png HTTP/1.1\" 200 5 \"-\" \"x\"
10.0.0.1 - - [09/Oct/2026:10:00:01 +0700] \"GET /sub/f/0123456789abcdef/a_v01.png?x=1 HTTP/1.1\" 206 5
10.0.0.2 - - [09/Oct/2026:10:00:01 +0700] \"HEAD /f/0123456789abcdef/a_v01.png HTTP/1.1\" 200 0
10.0.0.2 - - [09/Oct/2026:10:00:01 +0700] \"GET /f/0123456789abcdef/a_v01.png HTTP/1.1\" 304 0
2001:db8::1 - an [09/Oct/2026:10:00:02 +0700] \"GET https://x.example/packs/p.zip HTTP/2.0\" 200 9
10.0.0.4 - - [09/Oct/2026:10:00:03 +0700] \"\\x16\\x03\" 400 0
10.0.0.5 - - [09/Oct/2026:10:00:03 +0700] \"GET /p/0123456789abcdef-a.jpg HTTP/1.1\" 200 5
10.0.0.5 - - [09/Oct/2026:10:00:03 +0700] \"GET /0123456789abcdef-a.jpg HTTP/1.1\" 200 5
10.0.0.5 - - [09/Oct/2026:10:00:03 +0700] \"GET /f/ffffffffffffffff/a_v01.png HTTP/1.1\" 200 5
not a line of a log
";
        let access = read_access(log, &known.into());
        let (web, small) = (Door::Web, Door::Thumbnail);
        let expected = [((web, version("a")), 2), ((web, version("b")), 1), ((small, version("a")), 1)];
        assert_eq!(access.holders, expected.into());
        assert_eq!((access.read, access.unread), (9, (vec![10], 1)));
    }
}
