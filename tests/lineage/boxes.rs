//! Boxes, tried on pixels: what changes on a picture when its cells change lies inside the boxes of its numbers, and each
//! box is full of ink from edge to edge.

use std::collections::BTreeMap;

use image::{GrayImage, ImageReader};
use mocban::lineage::on_pixels;
use mocban::store::{Known, Shelf};

use crate::campaign::campaign;
use crate::workshop::Workshop;

/// Files of the cards with what is known of them, and their pixels.
fn cards(shop: &Workshop) -> BTreeMap<String, (Known, GrayImage)> {
    let shelf = Shelf::at(shop.output());
    let known = shelf.known(&shelf.read().unwrap().entries).unwrap();
    let of_card = known.into_iter().filter(|known| known.entry.product == "card");
    let read = |known: Known| {
        let image = ImageReader::open(shop.output().join(&known.entry.path)).unwrap().decode().unwrap();
        (known.entry.path.clone(), (known, image.into_luma8()))
    };
    of_card.map(read).collect()
}

/// Boxes of a file in pixels, with the text of each.
fn boxes(known: &Known) -> Vec<(String, [u32; 4])> {
    let numbers = known.lineage.as_ref().unwrap().numbers.iter();
    let (width, height) = (known.entry.width, known.entry.height);
    let of = |text: &str, place| (text.to_owned(), on_pixels(place, width, height));
    numbers.flat_map(|number| number.places.iter().map(|place| of(&number.text, place))).collect()
}

/// Whether a pixel lies in one of some boxes.
fn inside(boxes: &[(String, [u32; 4])], at: (u32, u32)) -> bool {
    boxes.iter().any(|(_, [x, y, width, height])| (*x..x + width).contains(&at.0) && (*y..y + height).contains(&at.1))
}

#[test]
fn nothing_changes_outside_the_boxes() {
    let shop = campaign();
    shop.edit("campaign.toml", "encodings = [\"svg\"]", "encodings = [\"png\"]");
    shop.render(&[]);
    let mut before = cards(&shop);
    let (mut pixels, mut files) = (0_usize, 0_usize);
    for (from, to) in [
        ("71.52", "17.4"),
        ("64.00", "101.9"),
        ("80.49,80.48", "80.49,96.3"),
        ("Bắc,North", "Hằng Ỷ,Quigley"),
        ("55.25,", ","),
        ("Tây,West", "Đậu Nghĩa,W"),
        ("17.4,70.1", "8,70.1"),
        ("101.9,66.5", "66.51,66.5"),
    ] {
        shop.edit("data/towns.csv", from, to);
        assert_eq!(shop.render(&[]).failed, 0);
        let now = cards(&shop);
        for (path, (known, image)) in &now {
            let (known_before, image_before) = &before[path];
            let boxes = [boxes(known), boxes(known_before)].concat();
            let differing = image.enumerate_pixels().filter(|(x, y, pixel)| image_before.get_pixel(*x, *y) != *pixel);
            let differing: Vec<(u32, u32)> = differing.map(|(x, y, _)| (x, y)).collect();
            files += usize::from(!differing.is_empty());
            pixels += differing.len();
            let stray: Vec<_> = differing.into_iter().filter(|at| !inside(&boxes, *at)).collect();
            assert!(stray.is_empty(), "{path}, {from} → {to}: {} pixels, first {:?}", stray.len(), stray[0]);
        }
        before = now;
    }
    assert!(files > 20 && pixels > 2000, "{files} pictures changed by {pixels} pixels");
}

#[test]
fn boxes_are_full_of_ink() {
    let shop = campaign();
    shop.edit("campaign.toml", "encodings = [\"svg\"]", "encodings = [\"png\"]");
    shop.render(&[]);
    let mut tried = 0;
    for (path, (known, image)) in cards(&shop) {
        for (text, [x, y, width, height]) in boxes(&known) {
            let inked = |x: u32, y: u32| image.get_pixel(x, y)[0] < 200;
            let columns: Vec<u32> = (x..x + width).filter(|x| (y..y + height).any(|y| inked(*x, y))).collect();
            let rows: Vec<u32> = (y..y + height).filter(|y| (x..x + width).any(|x| inked(x, *y))).collect();
            let (first, last) = (columns[0], columns[columns.len() - 1]);
            // Letters are 14 pixels high at most here; before and after them stands a part of their advance.
            assert!(first - x <= 3 && x + width - 1 - last <= 4, "{path}: {text:?} {x}+{width}, ink {first} to {last}");
            // A dash is flat, and keeps the height of a capital.
            let (above, below) = (rows[0] - y, y + height - 1 - rows[rows.len() - 1]);
            assert!(text == "—" || (above <= 4 && below <= 3), "{path}: {text:?} {y}+{height}, {rows:?}");
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried}");
}
