//! One GeoJSON file: features to areas, every wrong one reported by its place in the file's list.

use std::collections::BTreeSet;

use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue, JsonValue, Position, feature};

use super::{Area, Map, Ring};
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};

/// Most corners of a map: enough for a country's communes, and still quick to draw.
const MOST_CORNERS: usize = 500_000;
/// A step in longitude that only a ring torn at the antimeridian takes, in degrees.
const TORN: f64 = 180.0;

/// Reads a file's text.
pub(super) fn read(path: &str, text: &str) -> Checked<Map> {
    let collection = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection,
        Ok(GeoJson::Feature(feature)) => FeatureCollection { features: vec![feature], ..FeatureCollection::default() },
        Ok(GeoJson::Geometry(_)) => return Err(vec![unreadable(path, "a geometry without properties", (0, 0))]),
        Err(error) => {
            let at = match &error {
                geojson::Error::MalformedGeoJson(json) => (json.line(), json.column()),
                _ => (0, 0),
            };
            return Err(vec![unreadable(path, &error.to_string(), at)]);
        }
    };
    let mut findings = Findings::new();
    let (mut map, mut keys, mut corners) = (Map::default(), BTreeSet::new(), 0);
    for (index, feature) in collection.features.iter().enumerate() {
        match area(feature, index) {
            Ok(area) if !keys.insert(area.key.clone()) => {
                findings.push(Diagnostic::error("MB0747").arg("key", &area.key).at(Span::whole(path)));
            }
            Ok(area) => {
                corners += area.rings.iter().map(Vec::len).sum::<usize>();
                map.areas.push(area);
            }
            Err(diagnostic) => findings.push(diagnostic.at(Span::whole(path))),
        }
    }
    if corners > MOST_CORNERS {
        let diagnostic = Diagnostic::error("MB0751").arg("corners", corners).arg("limit", MOST_CORNERS);
        findings.push(diagnostic.at(Span::whole(path)).hint("hint"));
    }
    if map.areas.is_empty() && !findings.has_errors() {
        findings.push(unreadable(path, "a collection without features", (0, 0)));
    }
    if let Err(key) = unroll(&mut map) {
        findings.push(Diagnostic::error("MB0750").arg("key", key).at(Span::whole(path)).hint("hint"));
    }
    findings.finish(map)
}

/// The finding for a file that does not read; lines and columns count from 1, 0 is unknown.
fn unreadable(path: &str, error: &str, (line, column): (usize, usize)) -> Diagnostic {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let file: std::sync::Arc<str> = path.into();
    let span = if line > 0 { Span::text(file, small(line), small(column.max(1)), 0) } else { Span::whole(path) };
    // The words of the error end in the place, which is shown beside them, and begin with what the code says.
    let words = error.rsplit_once(" at line ").map_or(error, |(words, _)| words);
    let words = words.strip_prefix("Error while deserializing GeoJSON: ").unwrap_or(words);
    Diagnostic::error("MB0745").arg("error", words).at(span).hint("hint")
}

/// One feature.
fn area(feature: &Feature, index: usize) -> Result<Area, Diagnostic> {
    let key = feature.property("key").or(feature.property("id")).and_then(said).or_else(|| match &feature.id {
        Some(feature::Id::String(id)) => Some(id.clone()),
        Some(feature::Id::Number(id)) => Some(id.to_string()),
        None => None,
    });
    let key = key.ok_or_else(|| Diagnostic::error("MB0746").arg("index", index + 1).hint("hint"))?;
    let mut rings = Vec::new();
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => {
            rings.extend(coordinates.iter().map(|line| ring(line, &key)));
        }
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            rings.extend(coordinates.iter().flatten().map(|line| ring(line, &key)));
        }
        _ => {}
    }
    let rings = rings.into_iter().collect::<Result<Vec<_>, _>>()?;
    let rings: Vec<Ring> = rings.into_iter().filter(|ring| ring.len() >= 3).collect();
    if rings.is_empty() {
        return Err(Diagnostic::error("MB0748").arg("key", key).hint("hint"));
    }
    Ok(Area { key, rings })
}

/// A property as text.
fn said(value: &JsonValue) -> Option<String> {
    match value {
        JsonValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        JsonValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The corners of a line, each a place on earth.
fn ring(line: &[Position], key: &str) -> Result<Ring, Diagnostic> {
    let mut corners: Ring = Vec::with_capacity(line.len());
    for position in line {
        let (longitude, latitude) = match position.as_slice() {
            [longitude, latitude, ..] => (*longitude, *latitude),
            _ => (f64::NAN, f64::NAN),
        };
        if !((-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude)) {
            let place = format!("{longitude} {latitude}");
            return Err(Diagnostic::error("MB0749").arg("key", key).arg("place", place).hint("hint"));
        }
        if corners.last() != Some(&(longitude, latitude)) {
            corners.push((longitude, latitude));
        }
    }
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    Ok(corners)
}

/// Moves western longitudes behind the eastern ones where the map is narrower so.
///
/// # Errors
/// The key of an area with a ring that is torn either way.
fn unroll(map: &mut Map) -> Result<(), String> {
    let width = |moved: bool| {
        let all = map.areas.iter().flat_map(|area| area.rings.iter().flatten());
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (longitude, _)| {
            let at = if moved && *longitude < 0.0 { longitude + 360.0 } else { *longitude };
            (low.min(at), high.max(at))
        });
        high - low
    };
    if width(true) < width(false) {
        for (longitude, _) in map.areas.iter_mut().flat_map(|area| area.rings.iter_mut().flatten()) {
            if *longitude < 0.0 {
                *longitude += 360.0;
            }
        }
    }
    let torn = |ring: &Ring| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).any(|(a, b)| (a.0 - b.0).abs() > TORN)
    };
    match map.areas.iter().find(|area| area.rings.iter().any(torn)) {
        Some(area) => Err(area.key.clone()),
        None => Ok(()),
    }
}
