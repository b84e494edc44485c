//! Ctrl-C, and a polite request to end. The first time the run is asked to stop, the second time the process ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::print::Console;

/// Exit code of a run that was stopped by hand.
pub(super) const STOPPED: u8 = 130;

/// Sets `stop` on the first request and ends the process on the second; gives whether one was made so far.
///
/// Where no handler can be set, a request ends the process at once, as it does for any other program: what is
/// finished stays, because files are written beside their place and then renamed.
pub(super) fn catch(stop: Arc<AtomicBool>, console: Arc<Console>) -> Arc<AtomicBool> {
    let asked = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&asked);
    let _not_set = ctrlc::set_handler(move || {
        if told.swap(true, Ordering::Relaxed) {
            leave();
        }
        stop.store(true, Ordering::Relaxed);
        console.say("say-stopping", &[]);
    });
    asked
}

/// Ends the process at once.
#[expect(clippy::exit, reason = "the second Ctrl-C is a demand, whatever the threads are doing")]
fn leave() {
    std::process::exit(i32::from(STOPPED))
}
