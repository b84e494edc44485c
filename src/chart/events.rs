//! When events are, as shares of a timeline's axis, and beside which others spans run.

use super::scale::{Domain, finite, many};
use super::spec::Spec;

/// The share of the axis that dated events have where others have no date.
pub(super) const OPEN: f32 = 0.86;

/// One event on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Event {
    /// Where it starts, 0 to 1.
    pub(super) start: f32,
    /// Where it ends, if it lasts.
    pub(super) end: Option<f32>,
    /// Which of the lanes beside the axis a lasting one runs in.
    pub(super) lane: Option<usize>,
    /// Whether it has a date at all.
    pub(super) dated: bool,
}

/// All events of a chart, and where now is.
pub(super) fn place(spec: &Spec) -> (Vec<Event>, Option<f32>) {
    let now = finite(spec.now.number);
    let numbers = || spec.data.iter().flat_map(|d| [finite(d.number), finite(d.end.number)]).chain([now]).flatten();
    let (low, high) = numbers().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), n| (l.min(n), h.max(n)));
    // All at one moment: it stands in the middle.
    let domain = match (low < high, low.is_finite()) {
        (true, _) => Domain { low, high },
        (_, true) => Domain { low: low - low.abs().max(1.0), high: low + low.abs().max(1.0) },
        _ => Domain { low: 0.0, high: 1.0 },
    };
    let undated = spec.data.iter().filter(|d| finite(d.number).is_none()).count();
    let whole = if undated > 0 { OPEN } else { 1.0 };
    let at = |n: f64| domain.at(n) * whole;
    let mut next = 0;
    let mut events: Vec<Event> = spec
        .data
        .iter()
        .map(|datum| match finite(datum.number) {
            Some(start) => {
                let end = finite(datum.end.number).filter(|end| *end > start).map(at);
                Event { start: at(start), end, lane: None, dated: true }
            }
            None => {
                next += 1;
                let start = OPEN + (1.0 - OPEN) * many(next) / many(undated);
                Event { start, end: None, lane: None, dated: false }
            }
        })
        .collect();
    lanes(&mut events);
    (events, now.map(at))
}

/// Gives each span the first lane that is free when it starts.
fn lanes(events: &mut [Event]) {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by(|a, b| match (events.get(*a), events.get(*b)) {
        (Some(a), Some(b)) => a.start.total_cmp(&b.start),
        _ => std::cmp::Ordering::Equal,
    });
    let mut free: Vec<f32> = Vec::new();
    for index in order {
        let Some(event) = events.get_mut(index) else { continue };
        let Some(end) = event.end else { continue };
        let lane = free.iter().position(|until| *until <= event.start).unwrap_or(free.len());
        match free.get_mut(lane) {
            Some(until) => *until = end,
            None => free.push(end),
        }
        event.lane = Some(lane);
    }
}

/// How far a lane lies from the axis, in lanes: the lanes are centred on it.
pub(super) fn offset(lane: usize, lanes: usize) -> f32 {
    many(lane) - many(lanes.saturating_sub(1)) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::pictures::{datum, spec};
    use crate::chart::{Datum, Figure, Kind};

    /// Something that lasts.
    fn span(from: f64, to: f64) -> Datum {
        let end = Figure { number: Some(to), ..Figure::default() };
        Datum { end, ..datum("Giai đoạn", "", Some(from)) }
    }

    #[test]
    fn time_is_even() {
        let data = [2024.0, 2025.0, 2028.0].map(|year| datum("Mốc", "", Some(year)));
        let (events, now) = place(&spec(Kind::Timeline, data.to_vec()));
        assert_eq!(events.iter().map(|e| e.start).collect::<Vec<_>>(), [0.0, 0.25, 1.0]);
        assert_eq!(now, None);
    }

    #[test]
    fn spans_that_overlap_run_side_by_side() {
        let data = vec![span(0.0, 4.0), span(2.0, 6.0), span(4.0, 8.0), span(1.0, 8.0)];
        let lanes: Vec<Option<usize>> = place(&spec(Kind::Timeline, data)).0.iter().map(|e| e.lane).collect();
        assert_eq!(lanes, [Some(0), Some(2), Some(0), Some(1)]);
    }

    #[test]
    fn what_has_no_date_comes_last() {
        let data = vec![datum("Chưa rõ", "", None), datum("Mốc", "", Some(1.0)), datum("Mốc", "", Some(2.0))];
        let events = place(&spec(Kind::Timeline, data)).0;
        assert!(!events[0].dated && events[0].start > events[2].start && events[2].start <= OPEN);
        let alone = place(&spec(Kind::Timeline, vec![datum("Mốc", "", Some(5.0))])).0;
        assert!((alone[0].start - 0.5).abs() < 1e-6);
    }
}
