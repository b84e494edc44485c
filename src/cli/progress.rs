//! How far a run is. In: the number of files and each that is done; out: a bar on a terminal, now and then a line
//! elsewhere, nothing when asked to be quiet.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::Wording;
use crate::press::Status;

/// A line at least this often where no bar can be drawn.
const LONGEST_SILENCE: Duration = Duration::from_secs(5);
/// Never two lines within this time.
const SHORTEST_SILENCE: Duration = Duration::from_secs(1);

/// Files done so far, by how they ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    /// Made now.
    rendered: usize,
    /// Left as they were.
    cached: usize,
    /// Not made.
    failed: usize,
}

impl Tally {
    /// Counts one.
    fn add(&mut self, status: Status) {
        match status {
            Status::Rendered => self.rendered += 1,
            Status::Cached => self.cached += 1,
            Status::Failed => self.failed += 1,
        }
    }

    /// All that is done.
    fn done(self) -> usize {
        self.rendered + self.cached + self.failed
    }

    /// The counts in words.
    fn words(self, wording: &Wording) -> String {
        let Self { rendered, cached, failed } = self;
        let args = [("rendered", rendered), ("cached", cached), ("failed", failed)];
        wording.say("say-progress", &args.map(|(name, count)| (name, count.to_string())))
    }
}

/// Where progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surface {
    /// Nowhere.
    Silent,
    /// Lines on standard error.
    Lines,
    /// A bar on standard error.
    Bar,
}

/// The progress of one run.
pub(super) struct Progress {
    /// Where it is shown.
    surface: Surface,
    /// What is done.
    tally: Tally,
    /// What there is to do.
    total: usize,
    /// The bar, while one stands.
    bar: Option<ProgressBar>,
    /// When lines are due.
    pace: Pace,
    /// When the run began.
    began: Instant,
}

impl Progress {
    /// Shows nothing until [`Progress::start`].
    pub(super) fn new(surface: Surface) -> Self {
        let (tally, pace) = (Tally::default(), Pace::default());
        Self { surface, tally, total: 0, bar: None, pace, began: Instant::now() }
    }

    /// Begins counting up to `total` files.
    pub(super) fn start(&mut self, total: usize, wording: &Wording) {
        self.close();
        *self = Self::new(self.surface);
        self.total = total;
        if self.surface == Surface::Bar {
            let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
            let left = wording.say("say-left", &[]);
            let template = format!("{{bar:24}} {{pos}}/{{len}} · {{msg}} · {left} {{eta}}");
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style.progress_chars("━╸─"));
            }
            bar.set_message(self.tally.words(wording));
            bar.enable_steady_tick(Duration::from_millis(200));
            self.bar = Some(bar);
        }
    }

    /// Counts a file; gives a line to write, when one is due.
    pub(super) fn count(&mut self, status: Status, wording: &Wording) -> Option<String> {
        self.tally.add(status);
        if let Some(bar) = &self.bar {
            bar.set_message(self.tally.words(wording));
            bar.inc(1);
        }
        let done = self.tally.done();
        let due = self.surface == Surface::Lines && self.pace.due(self.began.elapsed(), done, self.total);
        due.then(|| format!("{done}/{} · {}", self.total, self.tally.words(wording)))
    }

    /// Runs `write` with the bar out of the way.
    pub(super) fn aside(&self, write: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub(super) fn close(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// Decides when a line is due: at each tenth, or after a long silence, but not too often.
#[derive(Debug, Default)]
struct Pace {
    /// When the last line was written, since the start.
    last: Duration,
    /// The last tenth that was said.
    tenth: usize,
}

impl Pace {
    /// Whether to write a line now.
    fn due(&mut self, now: Duration, done: usize, total: usize) -> bool {
        let silence = now.saturating_sub(self.last);
        let tenth = done.saturating_mul(10).checked_div(total).unwrap_or(0);
        let due = silence >= LONGEST_SILENCE || (tenth > self.tenth && silence >= SHORTEST_SILENCE);
        // The end has its own line.
        if !due || done >= total {
            return false;
        }
        (self.last, self.tenth) = (now, tenth);
        true
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    #[test]
    fn lines_come_at_tenths_or_after_a_silence() {
        let mut pace = Pace::default();
        let at = |seconds: f32| Duration::from_secs_f32(seconds);
        assert!(!pace.due(at(0.2), 10, 100), "too soon");
        assert!(pace.due(at(1.5), 11, 100), "a tenth");
        assert!(!pace.due(at(3.0), 12, 100), "no new tenth");
        assert!(pace.due(at(6.6), 13, 100), "a long silence");
        assert!(!pace.due(at(60.0), 100, 100), "the end has its own line");
        assert!(!Pace::default().due(at(60.0), 0, 0), "nothing to do");
    }

    #[test]
    fn silence_counts_but_says_nothing() {
        let wording = Wording::new(MessageLanguage::English);
        let mut progress = Progress::new(Surface::Silent);
        progress.start(2, &wording);
        assert_eq!(progress.count(Status::Rendered, &wording), None);
        assert_eq!(progress.count(Status::Failed, &wording), None);
        assert_eq!(progress.tally, Tally { rendered: 1, cached: 0, failed: 1 });
        assert_eq!(progress.tally.words(&wording), "rendered 1 · cached 0 · failed 1");
    }
}
