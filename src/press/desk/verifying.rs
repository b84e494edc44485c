//! Answering whoever holds a file or a code: from what the public sees, and nothing else.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, ensure};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::look;
use crate::digest::Digest;
use crate::picture::open;
use crate::press::event::Listener;
use crate::press::{Settings, inputs};
use crate::published::{Audience, Published};
use crate::release::{Archive, ReleasedFile};
use crate::verify::{Answer, Fingerprint, Verdict, of_bytes, of_code, of_likeness, of_qr, pictures, spelled};

/// Larger files are no picture of ours.
const LARGEST: u64 = 1 << 30;
/// Pictures of more pixels are not looked at for a likeness: their smaller formats are.
const MOST_PIXELS: u64 = 12_000_000;

/// What is known of a file, or of a code when no file has that name; none when the ledger was altered, which the listener is
/// told.
///
/// # Errors
/// When it is neither a file that can be read nor a code, or the machine fails.
pub fn verify(settings: &Settings, what: &str, listener: &dyn Listener) -> anyhow::Result<Option<Answer>> {
    let path = Path::new(what);
    let is_code = spelled(what).is_some() && !path.exists();
    let bytes = if is_code { Vec::new() } else { read(path)? };
    let Some((archive, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let published = Published::at(inputs::now(), Audience::Public, &releases, &ledger);
    if is_code {
        return Ok(Some(of_code(&published, what)));
    }
    let answer = of_bytes(&published, &bytes);
    if answer.answer != Verdict::NotFound {
        return Ok(Some(answer));
    }
    // What is no picture has no likeness.
    let Ok(picture) = open(what, &bytes) else { return Ok(Some(answer)) };
    let coded = of_qr(&published, &picture);
    if coded.answer != Verdict::NotFound {
        return Ok(Some(coded));
    }
    let known = fingerprints(&published, &archive);
    Ok(Some(of_likeness(&published, &Fingerprint::of(&picture), &known)))
}

/// A file's bytes.
fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let about = std::fs::metadata(path).with_context(|| format!("could not read {}", path.display()))?;
    ensure!(about.len() <= LARGEST, "{} is too large to be a picture of a release", path.display());
    std::fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// What the released pictures look like; those that do not open are passed over.
fn fingerprints(published: &Published, archive: &Archive) -> BTreeMap<Digest, Fingerprint> {
    let handy = |file: &&ReleasedFile| u64::from(file.width) * u64::from(file.height) <= MOST_PIXELS;
    let files: BTreeMap<Digest, &ReleasedFile> =
        pictures(published).filter(handy).map(|file| (file.content, file)).collect();
    let looked = files.par_iter().filter_map(|(content, file)| {
        let picture = open(&file.name, &archive.get(content).ok()?).ok()?;
        Some((*content, Fingerprint::of(&picture)))
    });
    looked.collect()
}
