//! Tests of maps: invented shapes, read, refused and unrolled.

use super::Atlas;
use crate::diagnostic::Diagnostic;
use crate::source::Folder;

/// Reads one file.
fn read(text: &str) -> Result<Atlas, Vec<Diagnostic>> {
    let mut folder = Folder::new();
    folder.insert("data/isle.geojson", text.as_bytes().to_vec());
    Atlas::read(&folder).map(|checked| checked.value)
}

/// A square as a feature.
fn square(key: &str, x: f64, y: f64, side: f64) -> String {
    let (right, top) = (x + side, y + side);
    format!(
        r#"{{"type":"Feature","properties":{{"key":"{key}"}},"geometry":{{"type":"Polygon","coordinates":[[[{x},{y}],[{right},{y}],[{right},{top}],[{x},{top}],[{x},{y}]]]}}}}"#
    )
}

/// A collection of features.
fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

/// The codes that a text is refused with.
fn codes(text: &str) -> Vec<&'static str> {
    read(text).err().unwrap_or_default().into_iter().map(|d| d.code).collect()
}

#[test]
fn polygons_become_areas_with_open_rings() {
    let atlas = read(&collection(&[square("a", 1.0, 2.0, 3.0), square("b", 4.0, 2.0, 3.0)])).unwrap();
    assert_eq!(atlas.names().collect::<Vec<_>>(), ["isle"]);
    let map = atlas.get("isle").unwrap();
    assert_eq!(map.areas.len(), 2);
    assert_eq!(map.areas[0].rings, [vec![(1.0, 2.0), (4.0, 2.0), (4.0, 5.0), (1.0, 5.0)]]);
    assert_eq!(map.areas[1].key, "b");
}

#[test]
fn what_is_no_map_is_refused_with_its_place() {
    assert_eq!(codes("{\n\"type\": \"FeatureCollection\",,}"), ["MB0745"]);
    let found = read("{\n\"type\": \"FeatureCollection\",,}").unwrap_err();
    assert_eq!(found[0].spans[0].to_string(), "data/isle.geojson:2:29");
    assert_eq!(codes(r#"{"type":"Point","coordinates":[1,2]}"#), ["MB0745"]);
    assert_eq!(codes(r#"{"type":"FeatureCollection","features":[]}"#), ["MB0745"]);
    assert_eq!(codes("null"), ["MB0745"]);
    assert_eq!(codes(""), ["MB0745"]);
    assert_eq!(codes(&collection(&[square("a", 1.0, 2.0, 3.0).replace("key", "kee")])), ["MB0746"]);
    assert_eq!(codes(&collection(&[square("a", 1.0, 2.0, 3.0), square("a", 5.0, 2.0, 3.0)])), ["MB0747"]);
    let line =
        r#"{"type":"Feature","properties":{"key":"a"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}"#;
    let none = r#"{"type":"Feature","properties":{"key":"b"},"geometry":null}"#;
    assert_eq!(codes(&collection(&[line.to_owned(), none.to_owned()])), ["MB0748", "MB0748"]);
    assert_eq!(codes(&collection(&[square("utm", 553_120.0, 2_324_110.0, 900.0)])), ["MB0749"]);
    assert_eq!(codes(&collection(&[square("pole", 10.0, 88.0, 3.0)])), ["MB0749"]);
}

#[test]
fn a_map_over_the_antimeridian_is_unrolled() {
    let atlas = read(&collection(&[square("west", 178.0, -17.0, 2.0), square("east", -180.0, -17.0, 2.0)])).unwrap();
    let east = &atlas.get("isle").unwrap().areas[1];
    assert_eq!(east.rings[0][0], (180.0, -17.0));
}

#[test]
fn a_ring_torn_at_the_antimeridian_is_refused() {
    let torn = r#"{"type":"Feature","properties":{"key":"torn"},"geometry":{"type":"Polygon","coordinates":[[[-100,0],[100,0],[100,9],[-100,9],[-100,0]]]}}"#;
    let wide = square("zero", -5.0, 0.0, 9.0);
    assert_eq!(codes(&collection(&[torn.to_owned(), wide])), ["MB0750"]);
}
