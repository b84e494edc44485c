//! Words and the boxes they are to stand in: frames that were drawn for them, or the room around them.

use std::collections::{BTreeMap, BTreeSet};

use super::markup::{Settled, Writer};
use super::name::Kind;
use super::piece::{Anchor, Look, Piece, Place, Run, Words};
use super::plane::Area;
use super::room::{Asking, Neighbour, Room, apart, room};
use crate::brand::FaceId;
use crate::diagnostic::Diagnostic;

/// A box holds its lines and a little more: sums of rounded numbers must not push the last one out.
const EASE: f64 = 1.02;
/// A named place without words is set so large that its height has room for this many lines.
const LINES: f64 = 1.5;

/// Puts words that stand in a rectangle named for them into it; a rectangle without any gets its name as words.
pub(super) fn framed(pieces: Vec<Piece>, writer: &mut Writer) -> Vec<Piece> {
    let frames: Vec<(usize, Area)> = pieces
        .iter()
        .enumerate()
        .filter_map(|(number, piece)| match piece {
            Piece::Place(place) if place.name.kind == Kind::Text => Some((number, place.area)),
            _ => None,
        })
        .collect();
    let mut inside: BTreeMap<usize, Vec<Words>> = BTreeMap::new();
    let mut gone = BTreeSet::new();
    for (number, piece) in pieces.iter().enumerate() {
        let Piece::Words(words) = piece else { continue };
        let holds = |(_, area): &&(usize, Area)| area.holds((words.at.0, words.at.1 - words.size() * 0.3));
        if let Some((frame, _)) = frames.iter().find(holds).filter(|_| words.name.is_none()) {
            inside.entry(*frame).or_default().push(words.clone());
            gone.insert(number);
        }
    }
    let kept = pieces.into_iter().enumerate().filter(|(number, _)| !gone.contains(number));
    kept.map(|(number, piece)| match piece {
        Piece::Place(place) if place.name.kind == Kind::Text => Piece::Words(match inside.remove(&number) {
            Some(words) => joined(words, &place),
            None => named(&place, writer),
        }),
        other => other,
    })
    .collect()
}

/// Words that stand in one frame, from above.
fn joined(mut words: Vec<Words>, place: &Place) -> Words {
    words.sort_by(|a, b| a.at.1.total_cmp(&b.at.1));
    let mut all = words.into_iter();
    let first = all.next();
    let mut joined = first.unwrap_or_else(|| empty(place));
    for other in all {
        joined.last = other.last;
        joined.lines.extend(other.lines);
        joined.flowed |= other.flowed;
    }
    Words { name: Some(place.name.name.clone()), frame: Some(place.area), ..joined }
}

/// No words yet.
fn empty(place: &Place) -> Words {
    let Place { name, area, span, .. } = place;
    Words {
        name: Some(name.name.clone()),
        lines: Vec::new(),
        at: (area.x, area.bottom()),
        last: area.bottom(),
        anchor: Anchor::Start,
        frame: Some(*area),
        flowed: false,
        span: span.clone(),
    }
}

/// A place without words: they are to be written into the `.ftl`, where its name stands meanwhile.
fn named(place: &Place, writer: &mut Writer) -> Words {
    let theme = writer.kit.theme;
    let own = theme.tokens.get(&format!("type.{}", place.name.name));
    let body = own.or_else(|| theme.tokens.get("type.body"));
    let (families, weight) = match body {
        Some(crate::brand::Token::Typography(style)) => (style.family.clone(), style.weight),
        _ => (Vec::new(), 400),
    };
    let size = place.area.height / LINES;
    let look = Look { families, size, weight, italic: false, color: None };
    let text = place.name.name.replace(['-', '_'], " ");
    writer
        .findings
        .push(Diagnostic::warning("MB0663").arg("name", &place.name.name).at(place.span.clone()).hint("hint"));
    Words { lines: vec![vec![Run { text, look }]], ..empty(place) }
}

/// The box of each piece of words, by its number.
pub(super) fn rooms(pieces: &[Piece], writer: &mut Writer) -> BTreeMap<usize, Settled> {
    let mut settled = BTreeMap::new();
    let mut asking: Vec<(usize, &Words, Asking)> = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        let Piece::Words(words) = piece else { continue };
        let Some(face) = face(words, writer) else { continue };
        if let Some(area) = words.frame {
            // Texts that stand below each other in a frame are drawn lines; paragraphs of a flowing one are not.
            let drawn_lines = words.lines.len() > 1 && !words.flowed;
            let steps = f64::from(u32::try_from(words.lines.len().max(2) - 1).unwrap_or(1));
            let leading = (words.last - words.at.1) / steps / words.size().max(1e-6);
            let leading = Some(leading).filter(|leading| drawn_lines && (0.9..=2.5).contains(leading));
            settled.insert(number, Settled { area, leading, drawn_lines });
            continue;
        }
        let (size, width) = (words.size(), writer.drawn_width(words, face));
        asking.push((number, words, Asking { size, width, extent: writer.kit.extent(face) }));
    }
    let neighbours = neighbours(pieces, &asking);
    let panels = panels(pieces, writer);
    let mut rooms: Vec<(Room, Asking, usize)> = Vec::new();
    for (number, words, own) in &asking {
        let others: Vec<Neighbour> =
            neighbours.iter().filter(|(other, _)| other != number).map(|(_, neighbour)| *neighbour).collect();
        rooms.push((room(words, *own, &writer.page, &others, &panels), *own, words.lines.len()));
    }
    for (upper, lower) in apart(&mut rooms) {
        let of = |at: usize| asking[at].1.lines.iter().flatten().map(|run| run.text.as_str()).collect::<String>();
        let over = Diagnostic::warning("MB0664").arg("first", of(upper)).arg("second", of(lower));
        writer.findings.push(over.at(asking[lower].1.span.clone()).hint("hint"));
    }
    for ((number, ..), (room, ..)) in asking.iter().zip(rooms) {
        // What was drawn beyond the page, or turned on it, is brought back.
        let page = writer.page;
        let x = room.area.x.min(page.right() - room.area.width).max(page.x);
        let area = Area { x, height: room.area.height * EASE, ..room.area };
        settled.insert(*number, Settled { area, leading: Some(room.leading), drawn_lines: true });
    }
    settled
}

/// The face of the largest run.
fn face(words: &Words, writer: &mut Writer) -> Option<FaceId> {
    let look = words.lines.iter().flatten().max_by(|a, b| a.look.size.total_cmp(&b.look.size))?.look.clone();
    let rems = writer.rems(look.size);
    writer.kit.style(&look, rems, words, &mut writer.findings).map(|style| style.face)
}

/// What words may come close to: other words as they were drawn, and named places.
fn neighbours(pieces: &[Piece], asking: &[(usize, &Words, Asking)]) -> Vec<(usize, Neighbour)> {
    let framed = pieces.iter().enumerate().filter_map(|(number, piece)| match piece {
        Piece::Words(words) => words.frame.map(|area| (number, Neighbour { area, left: false, right: false })),
        Piece::Place(place) if place.name.kind != Kind::Box => {
            Some((number, Neighbour { area: place.area, left: false, right: false }))
        }
        Piece::Photo(photo) => Some((number, Neighbour { area: photo.area, left: false, right: false })),
        _ => None,
    });
    let free = asking.iter().map(|(number, words, own)| {
        let (x, size) = (words.at.0, own.size);
        let x = match words.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - own.width / 2.0,
            Anchor::End => x - own.width,
        };
        let area =
            Area { x, y: words.at.1 - size, width: own.width.max(size), height: words.last - words.at.1 + size * 1.2 };
        let (left, right) = (words.anchor != Anchor::Start, words.anchor != Anchor::End);
        (*number, Neighbour { area, left, right })
    });
    framed.chain(free).collect()
}

/// Rectangles that words may stand on.
fn panels(pieces: &[Piece], writer: &Writer) -> Vec<Area> {
    let mut found = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Place(place) if place.name.kind == Kind::Box => found.push(place.area),
            Piece::Art { leaves, .. } => {
                found.extend(leaves.iter().filter_map(|leaf| writer.panels.get(leaf).copied()));
            }
            _ => {}
        }
    }
    found
}
