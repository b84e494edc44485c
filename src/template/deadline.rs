//! Filling under a deadline: an endless template ends in a diagnostic.
//!
//! A loop that prints nothing calls nothing of ours, so only another thread can give up on it. Each drawing thread keeps
//! one that fills for it, with a stack of known size, which also keeps deep nesting from the caller's stack; making a new
//! one for each job would cost more than the job. An overdue thread cannot be stopped: it is left to itself.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::plan::Job;

use super::Markup;
use super::bounded::Progress;
use super::scene::Scene;
use super::set::{Template, TemplateSet};

/// Stack of a filling thread, in bytes: room for Tera's deepest nesting of components and includes.
pub(super) const STACK: usize = 16 * 1024 * 1024;

/// What a filling thread is given to do.
type Work = Box<dyn FnOnce() + Send>;

thread_local! {
    /// The thread that fills for this one; it ends when this one does.
    static FILLER: RefCell<Option<mpsc::Sender<Work>>> = const { RefCell::new(None) };
}

/// Gives work to the filling thread of this one, making it if need be; false when the system gives none.
fn give(work: Work) -> bool {
    FILLER.with_borrow_mut(|filler| {
        let unsent = match filler {
            Some(known) => match known.send(work) {
                Ok(()) => return true,
                Err(mpsc::SendError(work)) => work,
            },
            None => work,
        };
        let (sender, receiver) = mpsc::channel::<Work>();
        let idle = thread::Builder::new().name("fill".to_owned()).stack_size(STACK);
        let begun = idle.spawn(move || receiver.into_iter().for_each(|work| work())).is_ok();
        *filler = (begun && sender.send(unsent).is_ok()).then_some(sender);
        filler.is_some()
    })
}

/// Leaves the filling thread of this one to itself: it hangs, or a fault ended it.
fn leave() {
    FILLER.with_borrow_mut(|filler| *filler = None);
}

impl TemplateSet {
    /// Fills the template of a job, giving up after `deadline`; the thread of an overdue fill runs on.
    ///
    /// A template that was overdue once is not filled again: its other jobs fail with the same finding, so that a
    /// plan of thousands ends, and few threads run on.
    ///
    /// When the system gives no thread, the fill runs on this one without a deadline.
    ///
    /// # Errors
    /// Those of [`TemplateSet::fill`]; `MB0630` on overrun, with the loop that is probably meant.
    pub fn fill_within(self: &Arc<Self>, deadline: Duration, job: &Job, scene: &Arc<Scene>) -> Checked<Markup> {
        if let Some(finding) = self.get(&job.product.template).and_then(|template| template.overdue.get()) {
            return Err(vec![finding.clone()]);
        }
        // Turning a large table into values takes its time and cannot hang: it is no part of the deadline.
        if let Some(template) = self.get(&job.product.template) {
            let tables = template.needs.iter().map(String::as_str).chain(job.table.as_deref());
            tables.for_each(|table| drop(scene.sheet(table, &job.language)));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let progress = Arc::new(Progress::default());
        let work = {
            let (set, job, scene) = (Arc::clone(self), job.clone(), Arc::clone(scene));
            let progress = Arc::clone(&progress);
            move || {
                // Nobody listens any more when the fill is overdue.
                let _ = sender.send(set.fill_watched(&job, &scene, &progress));
            }
        };
        if !give(Box::new(work)) {
            return self.fill(job, scene);
        }
        match receiver.recv_timeout(deadline) {
            Ok(result) => result,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                leave();
                let template = self.template_of(job).map_err(|finding| vec![finding])?;
                let finding = Diagnostic::error("MB0630").arg("seconds", deadline.as_secs_f64()).hint("hint");
                let finding = finding.at(template.endless(&progress));
                Err(vec![template.overdue.get_or_init(|| finding).clone()])
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                leave();
                let template = self.template_of(job).map_err(|finding| vec![finding])?;
                Err(vec![Diagnostic::error("MB0635").at(template.whole())])
            }
        }
    }
}

impl Template {
    /// The loop that a fill probably hangs in: the first one after the last element it wrote.
    fn endless(&self, progress: &Progress) -> Span {
        let (file, line) = progress.last();
        let loops = self.facts.get(file).zip(self.sources.get(file)).map(|(facts, (_, file))| {
            facts.loops.iter().map(|range| file.source.span(range.clone())).collect::<Vec<_>>()
        });
        let after = loops.unwrap_or_default().into_iter().find(|span| line_of(span) >= line);
        after.unwrap_or_else(|| if line > 0 { self.line(file, line) } else { self.whole() })
    }
}

/// The line of a place.
fn line_of(span: &Span) -> u32 {
    match span.place {
        crate::diagnostic::Place::Text { line, .. } => line,
        _ => 0,
    }
}
