//! Numbers drawn, as image regions of IPTC Photo Metadata: which cell, which text, and where.

use std::collections::BTreeMap;

use super::property::{ANYONE, EXTENSION, Property, Value, XMP};
use crate::lineage::Lineage;

/// What kind of thing stands in a region (IPTC NewsCodes, Image Region Type).
const TEXT: &str = "http://cv.iptc.org/newscodes/imageregiontype/text";
/// The longest name of a region, in bytes; a sum of a hundred cells names the first and how many more.
const LONGEST_ID: usize = 120;

/// A number that is drawn, and where.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Region {
    /// The cells it shows (`table/key/column`).
    pub cells: Vec<String>,
    /// What is printed; of a chart that prints nothing, its values.
    pub text: String,
    /// Whether a chart draws it without words.
    pub of_chart: bool,
    /// The page, counted from 1.
    pub page: u32,
    /// Left edge of its box, as a part of the canvas's width; bleed is part of the canvas.
    pub x: f32,
    /// Upper edge, as a part of the height.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The numbers of a lineage that are drawn, a region for each box; words that are bound too are left to the lineage.
///
/// Several numbers in one box are drawn by a chart without words: it is one region that names them all.
pub fn regions(lineage: &Lineage) -> Vec<Region> {
    let numbers = lineage.numbers.iter();
    let numbers = numbers.filter(|number| number.value.is_some() || number.text.contains(|c: char| c.is_ascii_digit()));
    let mut regions: Vec<Region> = Vec::new();
    let mut known = BTreeMap::new();
    for (number, place) in numbers.flat_map(|number| number.places.iter().map(move |place| (number, place))) {
        let sides = [place.x, place.y, place.width, place.height].map(f32::to_bits);
        let at = *known.entry((place.page, sides)).or_insert(regions.len());
        match regions.get_mut(at) {
            Some(region) => {
                region.cells.extend(number.cells.iter().cloned());
                region.text = format!("{}; {}", region.text, number.text);
                region.of_chart = true;
            }
            None => regions.push(Region {
                cells: number.cells.clone(),
                text: number.text.clone(),
                of_chart: false,
                page: place.page,
                x: place.x,
                y: place.y,
                width: place.width,
                height: place.height,
            }),
        }
    }
    regions
}

/// The property that marks regions; none when there are none.
pub(super) fn property<'a>(regions: impl IntoIterator<Item = &'a Region>) -> Option<Property> {
    let mut seen = BTreeMap::new();
    let regions = regions.into_iter().map(|region| {
        let id = id(region);
        let times: &mut usize = seen.entry(id.clone()).or_default();
        *times += 1;
        let id = if *times > 1 { format!("{id} #{times}") } else { id };
        marked(region, &id)
    });
    Property::new(EXTENSION, "ImageRegion", Value::Bag(regions.collect()))
}

/// A region's name: its cells, or the first of them and how many more.
fn id(region: &Region) -> String {
    let all = region.cells.join(" ");
    match region.cells.as_slice() {
        [first, more @ ..] if !more.is_empty() && all.len() > LONGEST_ID => format!("{first} +{}", more.len()),
        _ => all,
    }
}

/// One region.
fn marked(region: &Region, id: &str) -> Value {
    let part = |part: f32| format!("{:.4}", part.clamp(0.0, 1.0));
    let boundary = [
        ("rbShape", "rectangle".to_owned()),
        ("rbUnit", "relative".to_owned()),
        ("rbX", part(region.x)),
        ("rbY", part(region.y)),
        ("rbW", part(region.width)),
        ("rbH", part(region.height)),
    ];
    let boundary = boundary.iter().filter_map(|(name, text)| Property::text(EXTENSION, name, text)).collect();
    let kind = Property::new(XMP, "Identifier", Value::bag([TEXT])).filter(|_| !region.of_chart);
    let fields = [
        Property::new(EXTENSION, "RegionBoundary", Value::Fields(boundary)),
        Property::text(EXTENSION, "rId", id),
        Property::new(EXTENSION, "Name", Value::Words(vec![(ANYONE.to_owned(), region.text.clone())])),
        kind.and_then(|kind| Property::new(EXTENSION, "rCtype", Value::Bag(vec![Value::Fields(vec![kind])]))),
    ];
    Value::Fields(fields.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineage::{Number, Place};

    #[test]
    fn numbers_are_marked_where_they_are_printed_and_a_silent_chart_once() {
        let at = |x: f32| Place { page: 1, x, y: 0.5, width: 0.2, height: 0.1 };
        let number = |key: &str, text: &str, places: &[Place]| Number {
            cells: vec![format!("t/{key}/score")],
            text: text.to_owned(),
            value: None,
            source: String::new(),
            places: places.to_vec(),
        };
        let numbers = vec![
            number("a", "71,5%", &[at(0.0), at(0.3)]),
            number("b", "Bắc", &[at(0.1)]),
            number("c", "3", &[at(0.6)]),
            number("d", "2025", &[at(0.6)]),
            number("e", "5", &[]),
        ];
        let regions = regions(&Lineage { numbers });
        let said: Vec<_> = regions.iter().map(|r| (&*r.text, r.cells.len(), r.of_chart)).collect();
        assert_eq!(said, [("71,5%", 1, false), ("71,5%", 1, false), ("3; 2025", 2, true)]);
        let packet = super::super::property::written(&[property(&regions).unwrap()]);
        assert_eq!(packet.matches(TEXT).count(), 2, "a chart is not text");
    }

    #[test]
    fn a_region_is_named_after_its_cells_once() {
        let region =
            |cells: &[&str]| Region { cells: cells.iter().map(|c| (*c).to_owned()).collect(), ..Region::default() };
        assert_eq!(id(&region(&["units/a/score", "units/b/score"])), "units/a/score units/b/score");
        let long: Vec<String> = (0..40).map(|at| format!("units/{at}/score")).collect();
        assert_eq!(id(&Region { cells: long, ..Region::default() }), "units/0/score +39");
        let twice = [region(&["t/k/c"]), region(&["t/k/c"])];
        let packet = super::super::property::written(&[property(&twice).unwrap()]);
        assert!(packet.contains(">t/k/c<") && packet.contains(">t/k/c #2<"), "{packet}");
        assert_eq!(property(&[]), None);
    }
}
