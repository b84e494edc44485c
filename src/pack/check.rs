//! Reading a pack back: is every byte as it was made, and who signed for it?

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::Context;
use sha2::{Digest as _, Sha256};

use super::sign::{Known, known};
use super::sums::{SIGNATURE, SUMS, is_seal, sums_of};
use super::zip::{Entry, Layout, Part};
use crate::diagnostic::Diagnostic;
use crate::ledger::{Event, Ledger, Replaced, Version};

/// Lists and signatures longer than this are none.
const LONGEST_LIST: u64 = 64 * 1024 * 1024;
/// Most versions that one warning names.
const MOST_NAMED: usize = 5;

/// What a pack was found to be.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Its name.
    pub pack: String,
    /// How many files it holds.
    pub files: usize,
    /// SHA-256 of the whole.
    pub sha256: String,
    /// Whether the ledger knows a pack of exactly these bytes.
    pub entered: bool,
    /// The key that signed it.
    pub signed_by: Option<String>,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
}

/// A file of the pack, read.
struct Seen {
    /// SHA-256.
    sha256: String,
    /// Its bytes, of a list or a signature.
    bytes: Vec<u8>,
    /// Whether its checksum in the ZIP file is right.
    sound: bool,
}

/// Checks a pack against the keys and packs that a ledger names.
///
/// # Errors
/// The file cannot be read.
pub fn check(path: &Path, ledger: &Ledger) -> anyhow::Result<Checked> {
    let file = File::open(path).with_context(|| format!("could not read {}", path.display()))?;
    let mut file = BufReader::new(file);
    let mut whole = Sha256::new();
    std::io::copy(&mut file, &mut whole).with_context(|| format!("could not read {}", path.display()))?;
    let layout = Layout::read(&mut file);
    let mut checked = Checked { sha256: hex(&whole.finalize()), files: layout.entries.len(), ..Checked::default() };
    for fault in &layout.faults {
        checked.found.push(match fault.part {
            Part::End => Diagnostic::error("MB1237").hint("hint"),
            Part::Directory | Part::Header => Diagnostic::error("MB1238").arg("file", &fault.name).hint("hint"),
        });
    }
    let folder =
        layout.entries.first().and_then(|entry| entry.name.split_once('/')).map(|(folder, _)| folder.to_owned());
    checked.pack = folder.unwrap_or_default();
    let mut seen = BTreeMap::new();
    for entry in &layout.entries {
        let name = entry.name.strip_prefix(&format!("{}/", checked.pack)).unwrap_or(&entry.name).to_owned();
        let read = read(&mut file, entry, is_seal(&name));
        if !read.sound {
            checked.found.push(Diagnostic::error("MB1239").arg("file", &name).hint("hint"));
        }
        seen.insert(name, read);
    }
    compare(&seen, &mut checked);
    let entered = ledger.entries.iter().find_map(|entry| match &entry.event {
        Event::Packed { sha256, release, assets, .. } if *sha256 == checked.sha256 => Some((release, assets)),
        _ => None,
    });
    checked.entered = entered.is_some();
    checked.found.extend(entered.and_then(|(release, assets)| outdated(release, assets, ledger)));
    verify(&seen, &known(ledger), &mut checked);
    Ok(checked)
}

/// What is said by now of versions in a pack: that they are not to be used, or not as they are (`MB1281`).
fn outdated(release: &str, assets: &[Version], ledger: &Ledger) -> Option<Diagnostic> {
    let mut off: BTreeSet<&Version> = BTreeSet::new();
    let mut killed: BTreeSet<&Version> = BTreeSet::new();
    for entry in &ledger.entries {
        let named = |replaced: &Replaced| {
            assets.iter().find(|one| one.asset == replaced.asset && one.version == replaced.version)
        };
        match &entry.event {
            Event::Killed { assets, .. } => killed.extend(assets),
            Event::Withheld { assets, .. } => off.extend(assets),
            Event::Resumed { assets, .. } => off.retain(|version| !assets.contains(version)),
            Event::Corrected(correction) => off.extend(correction.replaced.iter().filter_map(named)),
            _ => {}
        }
    }
    let meant = assets.iter().filter(|version| off.contains(version) || killed.contains(version));
    let names: Vec<String> = meant.map(|one| format!("{} v{:02}", one.asset, one.version)).collect();
    let more = if names.len() > MOST_NAMED { ", …" } else { "" };
    let named = names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ") + more;
    let warning = Diagnostic::warning("MB1281").arg("count", names.len()).arg("versions", named);
    (!names.is_empty()).then(|| warning.arg("release", release).hint("hint"))
}

/// Reads one file of the pack.
fn read(file: &mut (impl Read + Seek), entry: &Entry, keep: bool) -> Seen {
    let long = if entry.size >= u64::from(u32::MAX) { 20 } else { 0 };
    let from = entry.offset.saturating_add(30 + entry.name.len() as u64 + long);
    let (mut sum, mut crc, mut left) = (Sha256::new(), crc32fast::Hasher::new(), entry.size);
    let (mut bytes, mut piece) = (Vec::new(), vec![0; 256 * 1024]);
    let mut sound = file.seek(SeekFrom::Start(from)).is_ok();
    while sound && left > 0 {
        let most = usize::try_from(left).map_or(piece.len(), |left| left.min(piece.len()));
        let count = file.read(&mut piece[..most]).unwrap_or(0);
        sound = count > 0;
        let read = piece.get(..count).unwrap_or_default();
        sum.update(read);
        crc.update(read);
        if keep && entry.size <= LONGEST_LIST {
            bytes.extend_from_slice(read);
        }
        left -= count as u64;
    }
    Seen { sha256: hex(&sum.finalize()), bytes, sound: sound && crc.finalize() == entry.crc }
}

/// Whether files are those that the list names.
fn compare(seen: &BTreeMap<String, Seen>, checked: &mut Checked) {
    let listed = seen.get(SUMS).and_then(|list| sums_of(&list.bytes));
    let Some(listed) = listed else {
        checked.found.push(Diagnostic::error("MB1240").hint("hint"));
        return;
    };
    for (path, sum) in &listed {
        match seen.get(path) {
            None => checked.found.push(Diagnostic::error("MB1241").arg("file", path).hint("hint")),
            // A file whose own checksum is wrong was told already.
            Some(file) if file.sha256 != *sum && file.sound => {
                checked.found.push(Diagnostic::error("MB1242").arg("file", path).hint("hint"));
            }
            Some(_) => {}
        }
    }
    let unlisted = seen.keys().filter(|path| !is_seal(path) && !listed.contains_key(*path));
    checked.found.extend(unlisted.map(|path| Diagnostic::error("MB1243").arg("file", path).hint("hint")));
}

/// Whether the list is signed, and by whom.
fn verify(seen: &BTreeMap<String, Seen>, keys: &[Known], checked: &mut Checked) {
    let Some(signature) = seen.get(SIGNATURE) else {
        checked.found.push(Diagnostic::warning("MB1244").hint("hint"));
        return;
    };
    let list = seen.get(SUMS).map(|list| list.bytes.as_slice()).unwrap_or_default();
    let Some(key) = keys.iter().find(|key| key.signed(list, &signature.bytes)) else {
        checked.found.push(Diagnostic::error("MB1245").hint("hint"));
        return;
    };
    checked.signed_by = Some(key.name.clone());
    if let (Some((at, _)), false) = (&key.retired, checked.entered) {
        checked.found.push(Diagnostic::warning("MB1246").arg("key", &key.name).arg("time", at).hint("hint"));
    }
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
