//! Signatures of packs: Ed25519 over `SHA256SUMS`, 64 bytes as they are, which OpenSSL verifies.
//!
//! A private key lies outside the campaign, as PKCS#8 in PEM; the public one in the desk and in the ledger. A retired key signs
//! nothing new, and what it signed still holds.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey, KeypairBytes};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use jiff::Timestamp;

use crate::ledger::{Event, Ledger};

/// Folder of public keys in a desk.
const KEYS: &str = "keys";

/// A key that may sign.
#[derive(Debug, Clone)]
pub struct Private(SigningKey);

/// What a pack is signed with.
#[derive(Debug, Clone)]
pub struct Seal {
    /// The key's name.
    pub name: String,
    /// The key.
    pub key: Private,
}

/// A key that the ledger names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// The public key.
    pub public: String,
    /// Since when.
    pub added: Timestamp,
    /// When it was retired, and why.
    pub retired: Option<(Timestamp, String)>,
}

impl Private {
    /// A new key.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub fn new() -> anyhow::Result<Self> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| anyhow!("the system gives no random bytes: {error}"))?;
        Ok(Self(SigningKey::from_bytes(&secret)))
    }

    /// Where a key of a name lies in a folder of keys.
    pub fn place(keys: &Path, name: &str) -> PathBuf {
        keys.join(format!("{name}.pem"))
    }

    /// Reads a key; none when there is no such file.
    ///
    /// # Errors
    /// It cannot be read, or is no Ed25519 key.
    pub fn read(keys: &Path, name: &str) -> anyhow::Result<Option<Self>> {
        let place = Self::place(keys, name);
        let text = match fs::read_to_string(&place) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("could not read {}", place.display())),
        };
        let key = SigningKey::from_pkcs8_pem(&text);
        let key = key.map_err(|error| anyhow!("{} is no private Ed25519 key: {error}", place.display()))?;
        Ok(Some(Self(key)))
    }

    /// Writes it where none is yet, for its owner alone.
    ///
    /// # Errors
    /// There is a file of that name, or it cannot be written.
    pub fn write(&self, keys: &Path, name: &str) -> anyhow::Result<()> {
        fs::create_dir_all(keys).with_context(|| format!("could not make the folder {}", keys.display()))?;
        let place = Self::place(keys, name);
        // Without the public half, which older programs do not expect in a private key.
        let pair = KeypairBytes { secret_key: self.0.to_bytes(), public_key: None };
        let pem = pair.to_pkcs8_pem(LineEnding::LF).map_err(|error| anyhow!("could not write a key down: {error}"))?;
        let mut builder = tempfile::Builder::new();
        // A temporary file is its owner's alone from the beginning.
        let mut file = builder.prefix(".tmp-").tempfile_in(keys).context("could not begin a new key")?;
        file.write_all(pem.as_bytes()).and_then(|()| file.as_file().sync_all()).context("could not write a key")?;
        let kept = file.persist_noclobber(&place).map_err(|failed| failed.error);
        kept.with_context(|| format!("could not write {}", place.display()))?;
        Ok(())
    }

    /// Its public key, base64 of 32 bytes.
    pub fn public(&self) -> String {
        STANDARD.encode(self.0.verifying_key().as_bytes())
    }

    /// Signs bytes.
    pub(super) fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.sign(bytes).to_bytes().to_vec()
    }
}

impl Seal {
    /// The public key as PEM.
    pub(super) fn pem(&self) -> String {
        self.key.0.verifying_key().to_public_key_pem(LineEnding::LF).unwrap_or_default()
    }
}

impl Known {
    /// The public key as PEM; none when the ledger's is none.
    pub fn pem(&self) -> Option<String> {
        self.key()?.to_public_key_pem(LineEnding::LF).ok()
    }

    /// Where it lies in a desk.
    pub fn place(&self, desk: &Path) -> PathBuf {
        desk.join(KEYS).join(format!("{}.pem", self.name))
    }

    /// Whether it signed these bytes.
    pub(super) fn signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let Ok(signature) = Signature::from_slice(signature) else { return false };
        self.key().is_some_and(|key| key.verify_strict(bytes, &signature).is_ok())
    }

    /// The key itself.
    fn key(&self) -> Option<VerifyingKey> {
        let bytes = STANDARD.decode(&self.public).ok()?;
        VerifyingKey::from_bytes(&bytes.try_into().ok()?).ok()
    }
}

/// The keys that a ledger names, in the order in which they were added.
pub fn known(ledger: &Ledger) -> Vec<Known> {
    let mut keys: Vec<Known> = Vec::new();
    let retired: BTreeMap<&str, (Timestamp, String)> = ledger
        .entries
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::KeyRetired { key, reason } => Some((key.as_str(), (entry.at, reason.clone()))),
            _ => None,
        })
        .collect();
    for entry in &ledger.entries {
        if let Event::KeyAdded { key, public } = &entry.event {
            keys.push(Known {
                name: key.clone(),
                public: public.clone(),
                added: entry.at,
                retired: retired.get(key.as_str()).cloned(),
            });
        }
    }
    keys
}

/// The key of a name.
pub fn known_of(ledger: &Ledger, name: &str) -> Option<Known> {
    known(ledger).into_iter().find(|key| key.name == name)
}
