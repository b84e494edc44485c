//! The shipped campaign, read and composed through the public rooms as a run does it.

#![allow(dead_code, reason = "each binary uses a part")]
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "what cannot set itself up has failed")]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use mocban::atlas::Atlas;
use mocban::brand::Brand;
use mocban::campaign::{Campaign, Surroundings};
use mocban::format::Formats;
use mocban::frame::Frame;
use mocban::layout;
use mocban::picture::Pictures;
use mocban::plan::{Job, Plan};
use mocban::preflight;
use mocban::record::Dataset;
use mocban::source::Folder;
use mocban::template::{self, Markup, TemplateSet};
use mocban::text::Fonts;

/// What is read of it.
pub struct Shipped {
    /// The kit.
    pub brand: Brand,
    /// Its pictures.
    pub pictures: Pictures,
    /// The data.
    pub dataset: Arc<Dataset>,
    /// The templates.
    pub templates: Arc<TemplateSet>,
    /// Every job.
    pub plan: Plan,
    /// Contexts for filling.
    pub scene: Arc<template::Scene>,
}

impl Shipped {
    /// Reads it.
    pub fn read() -> Self {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folder = Folder::new();
        for root in ["campaign.toml", "formats.toml", "data", "brand", "templates"] {
            for entry in walkdir::WalkDir::new(home.join(root)).sort_by_file_name().into_iter().map(Result::unwrap) {
                if entry.file_type().is_file() {
                    let name = entry.path().strip_prefix(home).unwrap().to_str().unwrap().to_owned();
                    folder.insert(name, std::fs::read(entry.path()).unwrap());
                }
            }
        }
        let dataset = Arc::new(Dataset::read(&folder).unwrap().value);
        let brand = Brand::read(&folder).unwrap().value;
        let formats = Formats::read(&folder).unwrap().value;
        let themes: Vec<String> = brand.themes.keys().cloned().collect();
        let around =
            Surroundings { dataset: Some(&dataset), formats: Some(&formats), themes: Some(&themes), templates: None };
        let campaign = Arc::new(Campaign::read(&folder, &around).unwrap().value);
        let templates = Arc::new(TemplateSet::read(&folder, &campaign.languages).unwrap().value);
        let plan = Plan::expand(&campaign, &dataset, &formats, &brand.default_theme).unwrap().value;
        let scene = Arc::new(template::Scene::new(campaign, Arc::clone(&dataset)));
        Self { brand, pictures: Pictures::read(&folder), dataset, templates, plan, scene }
    }

    /// Fills a job's template.
    pub fn fill(&self, job: &Job) -> Markup {
        let filled = self.templates.fill_within(Duration::from_secs(30), job, &self.scene);
        filled.unwrap_or_else(|found| panic!("{}: {found:#?}", job.stem)).value
    }

    /// Lays it out; none when it does not fit.
    pub fn compose(&self, job: &Job, markup: &Markup, fonts: &Fonts<'_>) -> Option<Vec<Frame>> {
        let scene = layout::Scene {
            brand: &self.brand,
            theme: &self.brand.themes[&job.theme],
            fonts,
            atlas: &Atlas::default(),
            pictures: &self.pictures,
            format: &job.format,
            language: &job.language,
            illustrative: preflight::is_illustrative(&markup.bindings, &self.dataset),
        };
        layout::compose(markup, &scene).ok().map(|warned| warned.value)
    }
}
