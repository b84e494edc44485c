//! The table of contents of a manifest, beside it, so that a run need not read every entry whole.
//!
//! It says of which manifest it is by digest, and has a digest of its own before it. One that fits neither is passed
//! over and the manifest is read whole: nothing is lost but time.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::kept::Kept;
use super::manifest::{Entries, Heading};
use super::place;
use super::whole::{self, Durable};
use crate::digest::Digest;

/// The table as it is written.
#[derive(Serialize, Deserialize)]
struct Table {
    /// Digest of the manifest.
    of: Digest,
    /// Program, campaign and period of its heading.
    heading: [String; 3],
    /// Its entries in order.
    rows: Vec<Row>,
}

/// An entry: path, asset and product; digests of content, job and inputs; those of lineage and what is bound; bytes; where
/// it begins and ends.
#[derive(Serialize, Deserialize)]
struct Row([String; 3], [Digest; 3], [Option<Digest>; 2], u64, usize, usize);

/// What a table says of a manifest; none when it is of another one, or damaged.
pub(super) fn read(path: &Path, of: &Digest, manifest: &Arc<Vec<u8>>) -> Option<(Heading, Entries)> {
    let bytes = fs::read(path).ok()?;
    let (seal, body) = bytes.split_at_checked(64)?;
    if Digest::of(body).to_string().as_bytes() != seal {
        return None;
    }
    let table: Table = serde_json::from_slice(body).ok()?;
    let [program, campaign, period] = table.heading;
    let mut entries = Entries::new();
    for Row(names, digests, lineage, bytes, start, end) in table.rows {
        let kept = Kept::within(names, digests, lineage, bytes, manifest, start..end)?;
        if !place::is_plain(&kept.path) {
            return None;
        }
        entries.insert(kept.path.clone(), Arc::new(kept));
    }
    (table.of == *of).then_some((Heading { program, campaign, period }, entries))
}

/// Whether a table, by its bytes, is whole and of another manifest than this one.
pub(super) fn of_another(bytes: &[u8], of: &Digest) -> bool {
    let Some((seal, body)) = bytes.split_at_checked(64) else { return false };
    let whole = Digest::of(body).to_string().as_bytes() == seal;
    whole && serde_json::from_slice::<Table>(body).is_ok_and(|table| table.of != *of)
}

/// Writes the table of a manifest whose entries stand at these places.
///
/// # Errors
/// The disk is full.
pub(super) fn write(
    path: &Path,
    of: Digest,
    heading: &Heading,
    entries: &Entries,
    places: &[Range<usize>],
) -> anyhow::Result<()> {
    let row = |(kept, place): (&Arc<Kept>, &Range<usize>)| {
        let names = [&kept.path, &kept.asset, &kept.product].map(Clone::clone);
        let digests = [kept.content, kept.digest, kept.inputs];
        Row(names, digests, [kept.lineage, kept.bound], kept.bytes, place.start, place.end)
    };
    let heading = [&heading.program, &heading.campaign, &heading.period].map(Clone::clone);
    let table = Table { of, heading, rows: entries.values().zip(places).map(row).collect() };
    let body = serde_json::to_vec(&table).context("could not write a table of contents")?;
    let mut bytes = Digest::of(&body).to_string().into_bytes();
    bytes.extend(body);
    whole::write(path, &bytes, Durable::No)
}
