//! Keys that packs are signed with: made, listed, retired.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use jiff::Timestamp;
use serde::Serialize;

use super::{look, sit_down};
use crate::diagnostic::Diagnostic;
use crate::ledger::{Event, Ledger};
use crate::pack::{Known, Private, Seal, known, known_of};
use crate::press::event::{Event as Told, Listener};
use crate::press::{Settings, inputs};
use crate::settings::is_name;
use crate::store::{Durable, write_whole};

/// A key as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Key {
    /// Its name.
    pub key: String,
    /// The public key, base64 of its 32 bytes.
    pub public: String,
    /// Since when.
    pub added: Timestamp,
    /// When it was retired.
    pub retired: Option<Timestamp>,
    /// Why.
    pub reason: String,
    /// Whether its private half is at hand, so that packs are signed with it.
    pub at_hand: bool,
}

impl Key {
    /// A key of the ledger, beside a folder of private ones.
    fn of(key: Known, keys: &Path) -> Self {
        Self {
            at_hand: key.retired.is_none() && Private::place(keys, &key.name).is_file(),
            retired: key.retired.as_ref().map(|(at, _)| *at),
            reason: key.retired.map(|(_, reason)| reason).unwrap_or_default(),
            key: key.name,
            public: key.public,
            added: key.added,
        }
    }
}

/// Makes a key and enters it; none when it cannot be, which the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn new_key(settings: &Settings, keys: &Path, name: &str, listener: &dyn Listener) -> anyhow::Result<Option<Key>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let fault = if !is_name(name) {
        Some(Diagnostic::error("MB1233").arg("name", name).hint("hint"))
    } else if known_of(desk.writer.ledger(), name).is_some() {
        Some(Diagnostic::error("MB1234").arg("key", name).hint("hint"))
    } else if is_within(keys, &settings.campaign_dir)? {
        Some(Diagnostic::error("MB1235").arg("dir", keys.display()).hint("hint"))
    } else {
        None
    };
    if let Some(fault) = fault {
        listener.hear(&Told::Diagnostic(fault));
        return Ok(None);
    }
    // One that is there already was left by a command that was killed before it entered it.
    let private = match Private::read(keys, name)? {
        Some(private) => private,
        None => {
            let private = Private::new()?;
            private.write(keys, name)?;
            private
        }
    };
    let public = private.public();
    let event = Event::KeyAdded { key: name.to_owned(), public: public.clone() };
    let (now, desk_dir) = (inputs::now(), settings.desk_dir());
    let key = Known { name: name.to_owned(), public, added: now, retired: None };
    let (place, pem) = (key.place(&desk_dir), key.pem().context("a new key can be written down")?);
    let folder = place.parent().context("a key lies in a folder")?;
    std::fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    write_whole(&place, pem.as_bytes(), Durable::Yes)?;
    desk.writer.enter(now, &settings.by, event)?;
    Ok(Some(Key::of(key, keys)))
}

/// Retires a key: nothing new is signed with it. None when it cannot be, which the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn retire_key(
    settings: &Settings,
    keys: &Path,
    name: &str,
    reason: &str,
    listener: &dyn Listener,
) -> anyhow::Result<Option<Key>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let fault = match known_of(desk.writer.ledger(), name) {
        None => {
            let all = known(desk.writer.ledger());
            let names = all.iter().map(|key| key.name.as_str());
            Some(Diagnostic::error("MB1236").arg("key", name).suggest(name, names))
        }
        Some(key) if key.retired.is_some() => Some(Diagnostic::error("MB1247").arg("key", name)),
        Some(_) => None,
    };
    if let Some(fault) = fault {
        listener.hear(&Told::Diagnostic(fault));
        return Ok(None);
    }
    let event = Event::KeyRetired { key: name.to_owned(), reason: reason.to_owned() };
    desk.writer.enter(inputs::now(), &settings.by, event)?;
    Ok(known_of(desk.writer.ledger(), name).map(|key| Key::of(key, keys)))
}

/// All keys, in the order in which they were added.
///
/// # Errors
/// When the machine fails.
pub fn keys(settings: &Settings, keys: &Path, listener: &dyn Listener) -> anyhow::Result<Vec<Key>> {
    let Some((_, ledger, _)) = look(settings, listener)? else { return Ok(Vec::new()) };
    Ok(known(&ledger).into_iter().map(|key| Key::of(key, keys)).collect())
}

/// The key that packs are signed with: the last that is not retired and whose private half is at hand.
pub(super) fn active_seal(ledger: &Ledger, keys: &Path) -> anyhow::Result<Option<Seal>> {
    for known in known(ledger).into_iter().rev().filter(|key| key.retired.is_none()) {
        if let Some(key) = Private::read(keys, &known.name)? {
            let place = Private::place(keys, &known.name);
            ensure!(key.public() == known.public, "{} is another key than the ledger's", place.display());
            return Ok(Some(Seal { name: known.name, key }));
        }
    }
    Ok(None)
}

/// Whether a folder is, or would be, inside another.
fn is_within(folder: &Path, other: &Path) -> anyhow::Result<bool> {
    let other = other.canonicalize().with_context(|| format!("could not look at {}", other.display()))?;
    let absolute: PathBuf = std::path::absolute(folder).context("could not tell where the keys are")?;
    // As much of it as there is; links could lead back.
    let real = absolute.ancestors().find_map(|above| above.canonicalize().ok());
    Ok(real.is_some_and(|real| real.starts_with(&other)))
}
