//! The campaign's maps: areas with a key each, read from `data/NAME.geojson`.
//!
//! In: GeoJSON feature collections of polygons in degrees. Out: an [`Atlas`], or every error of every file. A file
//! that crosses the antimeridian is unrolled, so that what lies together is drawn together.

mod reading;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Checked, Findings};
use crate::source::Folder;

/// Where maps lie.
const FOLDER: &str = "data/";
/// How their files end.
pub const ENDING: &str = ".geojson";

/// A closed line of longitudes and latitudes in degrees; its end is not repeated.
pub type Ring = Vec<(f64, f64)>;

/// The maps by name.
#[derive(Debug, Clone, Default)]
pub struct Atlas {
    /// A map's name is its file's.
    maps: BTreeMap<String, Arc<Map>>,
}

/// Areas that are drawn together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Map {
    /// In the order of the file.
    pub areas: Vec<Area>,
}

/// One area.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Area {
    /// What data call it.
    pub key: String,
    /// Outlines of its parts and of the holes in them, filled by the even-odd rule.
    pub rings: Vec<Ring>,
}

impl Atlas {
    /// Reads all maps of a campaign.
    ///
    /// # Errors
    /// `MB0745`–`MB0751`: files that are no GeoJSON, areas without key or polygon, places that are not on earth.
    pub fn read(folder: &Folder) -> Checked<Self> {
        let mut findings = Findings::new();
        let mut atlas = Self::default();
        for (path, _) in folder.under(FOLDER) {
            let Some(name) = path.strip_prefix(FOLDER).and_then(|file| file.strip_suffix(ENDING)) else { continue };
            let source = match folder.text(path) {
                Ok(source) => source,
                Err(diagnostic) => {
                    findings.push(diagnostic);
                    continue;
                }
            };
            if let Some(map) = findings.take(reading::read(path, &source.text)) {
                atlas.maps.insert(name.to_owned(), Arc::new(map));
            }
        }
        findings.finish(atlas)
    }

    /// A map by its name.
    pub fn get(&self, name: &str) -> Option<&Arc<Map>> {
        self.maps.get(name)
    }

    /// Names of all maps.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.maps.keys().map(String::as_str)
    }

    /// Puts a map in.
    pub fn insert(&mut self, name: impl Into<String>, map: Map) {
        self.maps.insert(name.into(), Arc::new(map));
    }
}
