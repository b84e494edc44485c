//! Making a pack: chosen, composed and written without holding the desk, then entered, so that a kill never waits for it.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Serialize;

use super::enclosing::enclosed;
use super::keys::active_seal;
use super::refused;
use super::{look, sit_down};
use crate::brand::Brand;
use crate::diagnostic::{Diagnostic, Findings};
use crate::format::Formats;
use crate::language::words;
use crate::ledger::{Event, Ledger, PackKind};
use crate::pack::{Held, Material, Pack, Seal, Selection, Smalls, Written, compose, contact_sheet, delta, mini};
use crate::paint::ExportError;
use crate::press::event::{Event as Told, Listener};
use crate::press::{Settings, inputs};
use crate::published::{Audience, Published};
use crate::release::{Archive, Release};
use crate::store::{Durable, sweep, write_whole};

/// Folder of packs below the output folder.
const PACKS: &str = "packs";
/// Folder of the desk with the lists of whole packs that were made, by the packs' SHA-256.
const LISTS: &str = "packs";
/// Folder of the desk with texts for the newsroom.
const NEWS: &str = "press";
/// How often a pack is begun anew because the desk changed meanwhile.
const ATTEMPTS: usize = 5;

/// What pack is asked for.
#[derive(Debug, Clone)]
pub struct PackOrder {
    /// The release; none means the last one seen.
    pub release: Option<String>,
    /// What of it.
    pub extent: Extent,
    /// For whom.
    pub audience: Audience,
    /// Where to; none means below the output folder.
    pub to: Option<PathBuf>,
    /// Where a bag of it goes too.
    pub bag: Option<PathBuf>,
    /// Where private keys lie.
    pub keys: PathBuf,
}

/// What of a release a pack holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Whole,
    /// What fits so many bytes.
    Mini(u64),
    /// What changed since a pack of that name, or the last one of that release.
    Since(String),
}

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Packed {
    /// Its name.
    pub pack: String,
    /// What it is.
    pub kind: PackKind,
    /// Its release.
    pub release: String,
    /// Its file.
    pub path: PathBuf,
    /// The bag, when one was asked for.
    pub bag: Option<PathBuf>,
    /// Length, in bytes.
    pub bytes: u64,
    /// SHA-256.
    pub sha256: String,
    /// Files in it.
    pub files: usize,
    /// The key it is signed with.
    pub signed_with: Option<String>,
    /// Whether the ledger has it since now; false when it had it before.
    pub entered: bool,
}

/// Makes a pack and enters it; none when something stands in the way, which the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn pack(settings: &Settings, order: &PackOrder, listener: &dyn Listener) -> anyhow::Result<Option<Packed>> {
    let (folder, _) = inputs::read_folder(&settings.campaign_dir)?;
    let mut findings = Findings::new();
    let kit = findings.take(Brand::read(&folder)).zip(findings.take(Formats::read(&folder)));
    let Some((brand, formats)) = kit else {
        return Ok(refused(findings.into_vec(), listener));
    };
    let news = news(&settings.desk_dir().join(NEWS))?;
    for _ in 0..ATTEMPTS {
        let Some((archive, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
        let seal = active_seal(&ledger, &order.keys)?;
        let bench = Bench { archive: &archive, ledger: &ledger, releases: &releases, brand: &brand, formats: &formats };
        let (pack, mark) = match bench.made(settings, order, news.clone(), seal.as_ref())? {
            Ok(made) => made,
            Err(found) => return Ok(refused(vec![found], listener)),
        };
        let own = settings.output_dir.join(PACKS);
        // A folder of somebody else may hold files of other programs that look like half-written ones.
        if order.to.is_none() {
            sweep(&own)?;
        }
        let folder = order.to.clone().unwrap_or(own);
        let written = pack.write(&folder, &archive)?;
        let Some(done) = entered(settings, order, &mark, (&pack, written), &folder, listener)? else { continue };
        if seal.is_none() {
            listener.hear(&Told::Diagnostic(unsigned(&ledger, &order.keys)));
        }
        let bag = order.bag.as_ref().map(|bag| pack.bag(bag, &organization(&releases, &pack), &archive)).transpose()?;
        return Ok(Some(Packed { bag, signed_with: seal.map(|seal| seal.name), ..done }));
    }
    bail!("the desk changed {ATTEMPTS} times while the pack was made")
}

/// What a pack is made with.
struct Bench<'a> {
    /// Released bytes.
    archive: &'a Archive,
    /// The ledger as it was read.
    ledger: &'a Ledger,
    /// Its releases.
    releases: &'a [Release],
    /// The kit.
    brand: &'a Brand,
    /// What formats are for.
    formats: &'a Formats,
}

impl Bench<'_> {
    /// The pack that is asked for, and by what it is known whether it still is so.
    fn made(
        &self,
        settings: &Settings,
        order: &PackOrder,
        news: BTreeMap<String, Vec<u8>>,
        seal: Option<&Seal>,
    ) -> anyhow::Result<Result<(Pack, Mark), Diagnostic>> {
        let seen = Published::at(inputs::now(), order.audience, self.releases, self.ledger);
        let Some(selection) = Selection::of(&seen, order.release.as_deref()) else {
            let names = seen.releases.iter().map(|seen| seen.release.name.as_str());
            let given = order.release.as_deref().unwrap_or("–");
            return Ok(Err(Diagnostic::error("MB1230").arg("release", given).hint("hint").suggest(given, names)));
        };
        if selection.chosen.is_empty() {
            let name = &selection.release.release.name;
            return Ok(Err(Diagnostic::error("MB1231").arg("release", name).hint("hint")));
        }
        let mark = Mark::of(&selection);
        let uses = self.formats.presets().map(|preset| (preset.format.name.clone(), preset.usage)).collect();
        let smalls = Smalls::of_archive(self.archive);
        let contact_sheet = match order.extent {
            Extent::Mini(_) => None,
            _ => match self.contact_sheet(&selection, &smalls)? {
                Ok(sheet) => sheet,
                Err(found) => return Ok(Err(found)),
            },
        };
        let material = Material {
            uses,
            smalls,
            contact_sheet,
            news,
            meta: enclosed(&selection, self.archive, order)?,
            seal: seal.cloned(),
        };
        let pack = match &order.extent {
            Extent::Whole => compose(&selection, &material)?,
            Extent::Mini(budget) => match mini(&selection, &material, *budget)? {
                Ok(pack) => pack,
                Err(small) => {
                    let found = Diagnostic::error("MB1249").arg("budget", budget).arg("least", small.least);
                    return Ok(Err(found.hint("hint")));
                }
            },
            Extent::Since(name) => {
                let Some(held) = held(&settings.desk_dir(), self.ledger, name)? else {
                    return Ok(Err(Diagnostic::error("MB1232").arg("pack", name).hint("hint")));
                };
                let delta = delta(&compose(&selection, &material)?, &held, seal)?;
                delta.with_context(|| format!("the list of {} cannot be read", held.pack))?
            }
        };
        Ok(Ok((pack, mark)))
    }

    /// The contact sheet; as a diagnostic, what the kit lacks for it.
    fn contact_sheet(
        &self,
        selection: &Selection<'_>,
        smalls: &Smalls<'_>,
    ) -> anyhow::Result<Result<Option<Vec<u8>>, Diagnostic>> {
        let theme = self.brand.themes.get(&self.brand.default_theme).context("a kit has a default theme")?;
        match contact_sheet(selection, smalls, self.brand, theme) {
            Ok(sheet) => Ok(Ok(sheet)),
            Err(ExportError::Machine(error)) => Err(error.context("could not set the contact sheet")),
            Err(ExportError::Input(found)) => {
                Ok(Err(found.into_iter().next().context("a refusal says what is wrong")?))
            }
        }
    }
}

/// By what it is known whether what is given out is still the same.
#[derive(Debug, PartialEq, Eq)]
struct Mark {
    /// Name of the whole pack, which has its version and day.
    name: String,
    /// Versions in it.
    versions: Vec<crate::ledger::Version>,
}

impl Mark {
    /// The mark of a selection.
    fn of(selection: &Selection<'_>) -> Self {
        Self { name: selection.name(), versions: selection.versions() }
    }
}

/// Gives a written pack its name and enters it, unless the desk has changed since it was composed: then none.
fn entered(
    settings: &Settings,
    order: &PackOrder,
    mark: &Mark,
    (pack, written): (&Pack, Written),
    folder: &Path,
    listener: &dyn Listener,
) -> anyhow::Result<Option<Packed>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let (now, ledger) = (inputs::now(), desk.writer.ledger());
    let seen = Published::at(now, order.audience, &desk.releases, ledger);
    if Selection::of(&seen, Some(&pack.release)).map(|selection| Mark::of(&selection)).as_ref() != Some(mark) {
        return Ok(None);
    }
    let known = ledger
        .entries
        .iter()
        .any(|entry| matches!(&entry.event, Event::Packed { sha256, .. } if *sha256 == written.sha256));
    let (sha256, bytes) = (written.sha256.clone(), written.bytes);
    if pack.kind == PackKind::Whole {
        let lists = settings.desk_dir().join(LISTS);
        fs::create_dir_all(&lists).with_context(|| format!("could not make the folder {}", lists.display()))?;
        write_whole(&lists.join(format!("{sha256}.sums")), pack.list(), Durable::Yes)?;
    }
    let path = written.keep(folder)?;
    if !known {
        let event = Event::Packed {
            pack: pack.name.clone(),
            release: pack.release.clone(),
            sha256: sha256.clone(),
            bytes,
            assets: pack.assets.clone(),
            kind: pack.kind,
            press: order.audience == Audience::Press,
        };
        desk.writer.enter(now, &settings.by, event)?;
    }
    Ok(Some(Packed {
        pack: pack.name.clone(),
        kind: pack.kind,
        release: pack.release.clone(),
        path,
        bag: None,
        bytes,
        sha256,
        files: pack.files.len(),
        signed_with: None,
        entered: !known,
    }))
}

/// The whole pack that an office is said to hold: the last one of that name, or of that release.
fn held(desk: &Path, ledger: &Ledger, name: &str) -> anyhow::Result<Option<Held>> {
    for entry in ledger.entries.iter().rev() {
        let Event::Packed { pack, release, sha256, .. } = &entry.event else { continue };
        if pack != name && release != name {
            continue;
        }
        let list = desk.join(LISTS).join(format!("{sha256}.sums"));
        match fs::read(&list) {
            Ok(list) => return Ok(Some(Held { pack: pack.clone(), list })),
            // A mini or a delta: nothing leads on from those.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("could not read {}", list.display())),
        }
    }
    Ok(None)
}

/// Texts for the newsroom that lie at the desk; other files are left there.
fn news(folder: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(error).with_context(|| format!("could not list {}", folder.display())),
    };
    let mut news = BTreeMap::new();
    for item in listing {
        let path = item.with_context(|| format!("could not list {}", folder.display()))?.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if ending.is_some_and(|ending| ending == "txt" || ending == "docx") && path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            news.insert(name, fs::read(&path).with_context(|| format!("could not read {}", path.display()))?);
        }
    }
    Ok(news)
}

/// Whose the pack is, as a bag says it.
fn organization(releases: &[Release], pack: &Pack) -> String {
    let facts = releases.iter().find(|release| release.name == pack.release).map(|release| &release.campaign);
    let said = facts.and_then(|facts| words(&facts.rights.creator, facts.languages.first()?));
    said.unwrap_or_default().to_owned()
}

/// Why a pack is not signed.
fn unsigned(ledger: &Ledger, keys: &Path) -> Diagnostic {
    let known: Vec<String> =
        crate::pack::known(ledger).into_iter().filter(|key| key.retired.is_none()).map(|key| key.name).collect();
    let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
    Diagnostic::warning("MB1248").arg("dir", keys.display()).arg("known", known).hint("hint")
}

/// Checks a pack against the keys and packs of the campaign's ledger; none when that was altered, which the listener is
/// told, as it is what is wrong with the pack.
///
/// # Errors
/// When the machine fails.
pub fn check_pack(
    settings: &Settings,
    path: &Path,
    listener: &dyn Listener,
) -> anyhow::Result<Option<crate::pack::Checked>> {
    let Some((_, ledger, _)) = look(settings, listener)? else { return Ok(None) };
    let checked = crate::pack::check(path, &ledger)?;
    checked.found.iter().for_each(|diagnostic| listener.hear(&Told::Diagnostic(diagnostic.clone())));
    Ok(Some(checked))
}
