//! Everything a run works from, read and checked as a whole: all errors of all files at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::atlas::{self, Atlas};
use crate::brand::Brand;
use crate::campaign::{Campaign, Surroundings};
use crate::diagnostic::{Checked, Diagnostic, Findings};
use crate::digest::Digest;
use crate::format::Formats;
use crate::picture::Pictures;
use crate::plan::Plan;
use crate::preflight;
use crate::record::Dataset;
use crate::source::Folder;
use crate::template::TemplateSet;

/// A checked campaign with all that it names.
pub(super) struct Material {
    /// The wishes.
    pub(super) campaign: Arc<Campaign>,
    /// The data.
    pub(super) dataset: Arc<Dataset>,
    /// The kit.
    pub(super) brand: Brand,
    /// The surfaces.
    pub(super) formats: Formats,
    /// The maps.
    pub(super) atlas: Atlas,
    /// Its pictures.
    pub(super) pictures: Pictures,
    /// The templates.
    pub(super) templates: Arc<TemplateSet>,
    /// The whole matrix.
    pub(super) plan: Plan,
    /// Digest of each file below `brand/` and `templates/`, and of each map.
    pub(super) files: BTreeMap<String, Digest>,
}

/// Reads and checks a campaign.
///
/// # Errors
/// Everything that is wrong with any of its files.
pub(super) fn gather(folder: &Folder) -> Checked<Material> {
    let mut findings = Findings::new();
    let (dataset, brand) = rayon::join(|| Dataset::read(folder), || Brand::read(folder));
    let (dataset, brand) = (findings.take(dataset).map(Arc::new), findings.take(brand));
    let atlas = findings.take(Atlas::read(folder));
    let formats = findings.take(Formats::read(folder));
    let names = template_names(folder);
    let themes: Option<Vec<String>> = brand.as_ref().map(|brand| brand.themes.keys().cloned().collect());
    let around = Surroundings {
        dataset: dataset.as_deref(),
        formats: formats.as_ref(),
        themes: themes.as_deref(),
        templates: Some(&names),
    };
    let campaign = findings.take(Campaign::read(folder, &around)).map(Arc::new);
    let languages = campaign.as_ref().map(|campaign| campaign.languages.clone()).unwrap_or_default();
    let templates = findings.take(TemplateSet::read(folder, &languages)).map(Arc::new);
    if let (Some(templates), Some(dataset)) = (&templates, &dataset) {
        findings.extend(templates.check(dataset));
    }
    let (Some(campaign), Some(dataset), Some(brand), Some(atlas), Some(formats), Some(templates)) =
        (campaign, dataset, brand, atlas, formats, templates)
    else {
        return Err(findings.into_vec());
    };
    findings.extend(surfaces(&campaign, &formats, &templates));
    findings.extend(preflight::refused(&campaign.allows));
    match findings.take(Plan::expand(&campaign, &dataset, &formats, &brand.default_theme)) {
        Some(plan) => {
            let (files, pictures) = (digests(folder), Pictures::read(folder));
            findings.finish(Material { campaign, dataset, brand, formats, atlas, pictures, templates, plan, files })
        }
        None => Err(findings.into_vec()),
    }
}

/// Names of the folders below `templates/` that hold a template.
fn template_names(folder: &Folder) -> Vec<String> {
    let names: BTreeSet<String> = folder
        .under("templates/")
        .filter_map(|(path, _)| path.strip_prefix("templates/")?.strip_suffix("/template.svg").map(str::to_owned))
        .collect();
    names.into_iter().collect()
}

/// Products that ask a template for a surface it is not drawn for (`MB1012`).
fn surfaces(campaign: &Campaign, formats: &Formats, templates: &TemplateSet) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for product in &campaign.products {
        let Some(template) = templates.get(&product.template) else { continue };
        for format in product.formats.iter().filter_map(|name| formats.get(name)) {
            if let Err(unfit) = template.room.takes(format) {
                let shape = serde_json::to_string(&format.shape).unwrap_or_default();
                let safe = format.safe_box();
                found.push(
                    Diagnostic::error("MB1012")
                        .arg("template", &product.template)
                        .arg("unfit", unfit.name())
                        .arg("shape", shape.trim_matches('"'))
                        .arg("width", format!("{:.1}", safe.width / format.rem))
                        .arg("height", format!("{:.1}", safe.height / format.rem))
                        .arg("format", &format.name)
                        .at(product.span.clone())
                        .hint("hint"),
                );
            }
        }
    }
    found
}

/// Digests of the files that shape every picture.
fn digests(folder: &Folder) -> BTreeMap<String, Digest> {
    let maps = folder.under("data/").filter(|(path, _)| path.ends_with(atlas::ENDING));
    ["brand/", "templates/"]
        .into_iter()
        .flat_map(|root| folder.under(root))
        .chain(maps)
        .map(|(path, bytes)| (path.to_owned(), Digest::of(bytes)))
        .collect()
}
