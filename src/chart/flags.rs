//! A timeline across: flags over and under the axis, none on another, as near to it as can be.

use super::canvas::{Canvas, Entry};
use super::events;
use super::scale::many;
use super::timeline::{Content, LINES, color_of, dot};
use super::words::{Align, Setting, Words};
use crate::units::{Point, Rect, Size};

/// Words of one event at their place.
pub(super) struct Flag {
    /// Which event; none for the mark of now.
    pub(super) event: Option<usize>,
    /// Date and name as set.
    words: [Option<Setting>; 2],
    /// The box around both.
    rect: Rect,
    /// Whether they end at the event instead of starting there.
    turned: bool,
}

/// The axis of a timeline across: its stretch of x and its height.
fn axis(canvas: &Canvas<'_>) -> (f32, f32, f32) {
    let (rect, em) = (canvas.rect, canvas.em());
    let inset = (em * 0.5).min(rect.width * 0.1);
    (rect.x + inset, (rect.width - 2.0 * inset).max(0.0), rect.center().y)
}

/// Flags beside the axis, none on another or on another's pole; none at all when one has no place, unless `strict`
/// is off: then it is left out.
pub(super) fn flags(
    canvas: &Canvas<'_>,
    content: &Content<'_>,
    scale: f32,
    measure: f32,
    strict: bool,
) -> Option<Vec<Flag>> {
    let (left, length, middle) = axis(canvas);
    let (em, rect) = (canvas.em(), canvas.rect);
    let reach = em * 0.75 + many(content.lanes()) * em * 0.35;
    let mut placed: Vec<Flag> = Vec::new();
    if let Some((at, Some(words))) = &content.now {
        let setting = words.set(scale, em * measure, 1);
        let top = rect.y;
        let size = setting.as_ref().map(|s| Size { width: s.width, height: s.height() });
        let flag = size.and_then(|size| {
            let x = left + at * length;
            let turned = x + size.width + em * 0.4 > rect.right();
            let at = if turned { x - size.width - em * 0.3 } else { x + em * 0.3 };
            let own = Rect::new(at, top, size.width, size.height);
            rect.contains(&own, 0.1).then_some(Flag { event: None, words: [setting, None], rect: own, turned })
        });
        match flag {
            Some(flag) => placed.push(flag),
            None if strict => return None,
            None => {}
        }
    }
    let mut above = true;
    for index in content.order() {
        let (Some(entry), Some(event)) = (content.entries.get(index), content.events.get(index)) else { continue };
        let x = left + event.start * length;
        let found = words_of(entry, scale, em * measure).and_then(|(words, size)| {
            let place = Place { rect, x, middle, reach, em };
            let free = |up: bool| place.find(&placed, content, (left, length), size, up).map(|at| (at, up));
            free(above).or_else(|| free(!above)).map(|((rect, turned), up)| {
                above = !up;
                Flag { event: Some(index), words, rect, turned }
            })
        });
        match found {
            Some(flag) => placed.push(flag),
            None if strict => return None,
            None => {}
        }
    }
    Some(placed)
}

/// Date over name, set, and the size of both; none where they do not fit a measure.
fn words_of(entry: &Entry<'_>, scale: f32, measure: f32) -> Option<([Option<Setting>; 2], Size)> {
    let fit = |words: &Option<Words>, lines| match words {
        Some(words) => words.set(scale, measure, lines).map(Some),
        None => Some(None),
    };
    let words = [fit(&entry.value, 2)?, fit(&entry.label, LINES)?];
    let width = words.iter().flatten().map(|s| s.width).fold(0.0, f32::max);
    let height = words.iter().flatten().map(Setting::height).sum::<f32>();
    Some((words, Size { width, height }))
}

/// Where a flag may stand.
struct Place {
    /// The box.
    rect: Rect,
    /// Where its pole stands.
    x: f32,
    /// Where the axis is.
    middle: f32,
    /// Space that the axis keeps free.
    reach: f32,
    /// Pixels in an em.
    em: f32,
}

impl Place {
    /// The place nearest to the axis on one side, and whether the words end at the pole.
    fn find(
        &self,
        placed: &[Flag],
        content: &Content<'_>,
        (left, length): (f32, f32),
        size: Size,
        up: bool,
    ) -> Option<(Rect, bool)> {
        let step = self.em * 0.4;
        let steps = super::scale::whole_of(self.rect.height / 2.0 / step.max(1.0)).min(200);
        for level in 0..=steps {
            let away = self.reach + many(level) * step;
            let y = if up { self.middle - away - size.height } else { self.middle + away };
            if y < self.rect.y - 0.1 || y + size.height > self.rect.bottom() + 0.1 {
                return None;
            }
            for turned in [false, true] {
                let x = if turned { self.x - size.width - self.em * 0.35 } else { self.x + self.em * 0.35 };
                let own = Rect::new(x, y, size.width, size.height);
                let roomy = own.outset(self.em * 0.22);
                let pole = self.pole(self.x, &own, up);
                let clear = |flag: &Flag| {
                    let at = flag.event.and_then(|event| content.events.get(event)).map(|e| left + e.start * length);
                    let other = at.map(|x| self.pole(x, &flag.rect, flag.rect.y < self.middle));
                    !flag.rect.overlaps(&roomy, 0.0)
                        && !flag.rect.overlaps(&pole, 0.0)
                        && !other.is_some_and(|other| other.overlaps(&own, 0.0))
                };
                let now = content.now.as_ref().map(|(at, _)| left + at * length);
                let uncut = now.is_none_or(|x| x < own.x - 1.0 || x > own.right() + 1.0);
                if self.rect.contains(&own, 0.1) && uncut && placed.iter().all(clear) {
                    return Some((own, turned));
                }
            }
        }
        None
    }

    /// The pole of a flag.
    fn pole(&self, x: f32, flag: &Rect, up: bool) -> Rect {
        let (top, foot) = if up { (flag.y, self.middle) } else { (self.middle, flag.bottom()) };
        Rect::new(x - 0.5, top, 1.0, (foot - top).max(0.0))
    }
}

/// Draws axis, spans, poles and flags.
pub(super) fn draw_across(canvas: &mut Canvas<'_>, content: &Content<'_>, flags: &[Flag]) {
    let (left, length, middle) = axis(canvas);
    let em = canvas.em();
    let at = |share: f32| left + share * length;
    for flag in flags {
        let Some(event) = flag.event.and_then(|index| content.events.get(index)) else { continue };
        let (x, wide) = (at(event.start), canvas.hairline());
        let up = flag.rect.y < middle;
        let (top, foot) = if up { (flag.rect.y, middle) } else { (middle, flag.rect.bottom()) };
        let color = canvas.style().line;
        canvas.panel(Rect::new(x - wide / 2.0, top, wide, foot - top), 0.0, color);
    }
    let end = if content.open { events::OPEN } else { 1.0 };
    let wide = canvas.hairline().max(em * 0.12);
    let line = canvas.style().muted;
    canvas.panel(Rect::new(at(0.0), middle - wide / 2.0, end * length, wide), 0.0, line);
    if content.open {
        canvas.stub(at(end), middle, length * (1.0 - end));
    }
    for (index, event) in content.events.iter().enumerate() {
        let Some(entry) = content.entries.get(index) else { continue };
        if let (Some(to), Some(lane)) = (event.end, event.lane) {
            let thick = em * 0.5;
            let y = middle + events::offset(lane, content.lanes()) * em * 0.7;
            let color = color_of(canvas, entry);
            let rect = Rect::new(at(event.start), y - thick / 2.0, (to - event.start) * length, thick);
            canvas.mark(rect, [thick / 2.0; 4], color, entry.datum.status);
        } else {
            dot(canvas, entry, Point { x: at(event.start), y: middle }, event.dated);
        }
    }
    if let Some((share, words)) = &content.now {
        let (x, color) = (at(*share), canvas.style().accent);
        let wide = canvas.hairline().max(1.0) * 1.5;
        let rect = canvas.rect;
        canvas.panel(Rect::new(x - wide / 2.0, rect.y, wide, rect.height), 0.0, color);
        if let (Some(words), false) = (words, flags.iter().any(|flag| flag.event.is_none())) {
            canvas.overset(words);
        }
    }
    for flag in flags {
        say(canvas, content, flag);
    }
}

/// The words of a flag.
fn say(canvas: &mut Canvas<'_>, content: &Content<'_>, flag: &Flag) {
    let now = content.now.as_ref().and_then(|(_, words)| words.as_ref());
    let said = match flag.event.and_then(|index| content.entries.get(index)) {
        Some(entry) => [entry.value.as_ref(), entry.label.as_ref()],
        None => [now, None],
    };
    let (x, align) = if flag.turned { (flag.rect.right(), Align::End) } else { (flag.rect.x, Align::Start) };
    let mut y = flag.rect.y;
    for (words, setting) in said.into_iter().zip(&flag.words) {
        if let (Some(words), Some(setting)) = (words, setting) {
            canvas.text(words, setting, x, align, setting.below(y));
            y += setting.height();
        }
    }
}
