//! Is this genuine? The answer to somebody who holds a file, or a code read off a wall.
//!
//! In: [`Published`], and bytes or a code. Out: an [`Answer`] of three kinds that are never mixed: the bytes are a released
//! file's; or a design is known, whose numbers are to be compared by eye; or nothing is known. A code or a likeness never says
//! that a picture is genuine: both stay when a digit is forged. What the public does not see yet is not known here either.

mod answer;
mod code;
mod likeness;
mod qr;

pub use answer::{Answer, Known, KnownNumber, Standing, Verdict, standing};
pub use code::spelled;
pub use likeness::{Fingerprint, MOST_DISTANCE};

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::published::{PublicVersion, Published};
use crate::release::{ReleasedFile, sha256};

/// Most designs that a likeness names.
const MOST_ALIKE: usize = 3;

/// Looks bytes up: first among the released files, then for a code inside them.
pub fn of_bytes(published: &Published, bytes: &[u8]) -> Answer {
    let digest = sha256(bytes);
    let mut identical = Vec::new();
    for (_, version) in published.versions() {
        if let Some(file) = version.asset.files.iter().find(|file| file.sha256 == digest) {
            identical.push(Known::of(published, version, Some(file)));
        }
    }
    if !identical.is_empty() {
        // The newest first: a format that a correction left as it was is current.
        identical.reverse();
        return Answer { answer: Verdict::Identical, found: identical };
    }
    let known = codes(published);
    let found = code::within(bytes, |code| known.contains_key(code));
    compare(published, found.iter().filter_map(|code| known.get(code)).flatten().copied())
}

/// Looks a code up, as it was typed. That a code is known says nothing of the picture it was read from.
pub fn of_code(published: &Published, typed: &str) -> Answer {
    let Some(code) = spelled(typed) else { return Answer::nothing() };
    compare(published, codes(published).get(&code).into_iter().flatten().copied())
}

/// Looks up the codes that a picture shows as QR.
pub fn of_qr(published: &Published, picture: &image::RgbImage) -> Answer {
    let known = codes(published);
    compare(published, qr::codes(picture).iter().filter_map(|code| known.get(code)).flatten().copied())
}

/// Looks for designs like a picture, among fingerprints of released files.
pub fn of_likeness(published: &Published, picture: &Fingerprint, known: &BTreeMap<Digest, Fingerprint>) -> Answer {
    let mut nearest: BTreeMap<&str, (u32, &PublicVersion, &ReleasedFile)> = BTreeMap::new();
    for (asset, version) in published.versions() {
        for file in &version.asset.files {
            let Some(distance) = known.get(&file.content).map(|one| one.distance(picture)) else { continue };
            // Of versions as near as each other, the newest: only digits tell them apart.
            let nearer = nearest.get(asset.asset.as_str()).is_none_or(|(best, ..)| distance <= *best);
            if distance <= MOST_DISTANCE && nearer {
                nearest.insert(&asset.asset, (distance, version, file));
            }
        }
    }
    let mut found: Vec<_> = nearest.into_values().collect();
    found.sort_by_key(|(distance, version, _)| (*distance, &version.asset.asset));
    found.truncate(MOST_ALIKE);
    let found: Vec<Known> =
        found.into_iter().map(|(_, version, file)| Known::of(published, version, Some(file))).collect();
    if found.is_empty() { Answer::nothing() } else { Answer { answer: Verdict::Compare, found } }
}

/// The files whose likeness can be taken.
pub fn pictures(published: &Published) -> impl Iterator<Item = &ReleasedFile> {
    use crate::encode::Encoding;
    let files = published.versions().flat_map(|(_, version)| &version.asset.files);
    files.filter(|file| matches!(file.encoding, Encoding::Png | Encoding::Jpeg | Encoding::Webp))
}

/// Versions by code.
fn codes(published: &Published) -> BTreeMap<String, Vec<&PublicVersion>> {
    let mut codes: BTreeMap<String, Vec<&PublicVersion>> = BTreeMap::new();
    for (_, version) in published.versions() {
        if let Some(code) = spelled(&version.asset.code) {
            codes.entry(code).or_default().push(version);
        }
    }
    codes
}

/// Versions whose numbers are to be compared, newest first; nothing when there are none.
fn compare<'a>(published: &Published, versions: impl Iterator<Item = &'a PublicVersion>) -> Answer {
    let mut found: Vec<Known> = versions.map(|version| Known::of(published, version, None)).collect();
    found.reverse();
    if found.is_empty() { Answer::nothing() } else { Answer { answer: Verdict::Compare, found } }
}

#[cfg(test)]
mod tests;
