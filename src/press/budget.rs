//! Work within a budget of memory: threads that each take the largest job that still has room beside those under way.
//!
//! In: jobs with what each needs. Nothing waits inside a job, so nothing can wait for itself: a thread without a job that fits
//! sleeps until one ends. A job that needs more than the budget runs alone.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What jobs may need together unless it is said, in bytes.
pub const MEMORY: u64 = 1 << 30;

/// Jobs not begun and what those under way need.
struct Queue<T> {
    /// Those not begun, what needs most first.
    waiting: Vec<(u64, T)>,
    /// What those under way need together.
    in_use: u64,
}

impl<T> Queue<T> {
    /// The largest job that fits beside those under way; any where none is.
    fn next(&mut self, budget: u64) -> Option<(u64, T)> {
        let room = budget.saturating_sub(self.in_use);
        let idle = self.in_use == 0;
        let at = if idle { 0 } else { self.waiting.partition_point(|(need, _)| *need > room) };
        (at < self.waiting.len()).then(|| self.waiting.remove(at))
    }
}

/// What the threads share.
struct Shared<T> {
    /// The jobs.
    queue: Mutex<Queue<T>>,
    /// Told when a job ends.
    ended: Condvar,
    /// What jobs may need together.
    budget: u64,
}

impl<T> Shared<T> {
    /// The queue; a thread that died holding it left it whole, as all changes are single steps.
    fn hold(&self) -> MutexGuard<'_, Queue<T>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job for a thread, waiting for room; none when all are begun.
    fn take(&self) -> Option<(u64, T)> {
        let mut queue = self.hold();
        loop {
            if queue.waiting.is_empty() {
                return None;
            }
            if let Some(job) = queue.next(self.budget) {
                queue.in_use = queue.in_use.saturating_add(job.0);
                return Some(job);
            }
            queue = self.ended.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Notes that a job has ended.
    fn give_back(&self, need: u64) {
        let mut queue = self.hold();
        queue.in_use = queue.in_use.saturating_sub(need);
        drop(queue);
        self.ended.notify_all();
    }

    /// What one thread does. A job that panics is over like any other; saying so is the caller's.
    fn toil(&self, work: &(impl Fn(T) + Sync)) {
        while let Some((need, job)) = self.take() {
            drop(catch_unwind(AssertUnwindSafe(|| work(job))));
            self.give_back(need);
        }
    }
}

/// Does all jobs, on so many threads at most; each comes with what it needs, in bytes. Those of one need keep their order.
pub(super) fn within<T: Send>(threads: NonZeroUsize, budget: u64, mut jobs: Vec<(u64, T)>, work: impl Fn(T) + Sync) {
    // A job of no need would count as none under way.
    jobs.iter_mut().for_each(|(need, _)| *need = (*need).max(1));
    jobs.sort_by_key(|(need, _)| std::cmp::Reverse(*need));
    let threads = threads.get().min(jobs.len());
    let shared = Shared { queue: Mutex::new(Queue { waiting: jobs, in_use: 0 }), ended: Condvar::new(), budget };
    if threads == 1 {
        return shared.toil(&work);
    }
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| shared.toil(&work));
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    /// Runs jobs of these needs; gives the most that was in use at once, and in which order they began.
    fn run(threads: usize, budget: u64, needs: &[u64]) -> (u64, Vec<u64>) {
        let (in_use, most, begun) = (AtomicU64::new(0), AtomicU64::new(0), Mutex::new(Vec::new()));
        let jobs = needs.iter().map(|need| (*need, *need)).collect();
        within(NonZeroUsize::new(threads).unwrap(), budget, jobs, |need| {
            begun.lock().unwrap().push(need);
            most.fetch_max(in_use.fetch_add(need, Ordering::SeqCst) + need, Ordering::SeqCst);
            thread::sleep(Duration::from_micros(300));
            in_use.fetch_sub(need, Ordering::SeqCst);
        });
        (most.into_inner(), begun.into_inner().unwrap())
    }

    #[test]
    fn the_budget_holds_and_every_job_is_done() {
        let mut state = 9_u64;
        for threads in [1, 2, 3, 8] {
            let needs: Vec<u64> = (0..120)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    1 + (state >> 58)
                })
                .collect();
            let (most, mut begun) = run(threads, 64, &needs);
            assert!(most <= 64, "{most} with {threads} threads");
            let mut wanted = needs.clone();
            begun.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(begun, wanted);
        }
    }

    #[test]
    fn what_is_larger_than_the_budget_runs_alone_and_first() {
        let (most, begun) = run(4, 10, &[3, 25, 2, 30, 4, 1]);
        assert_eq!((most, &begun[..2]), (30, &[30, 25][..]));
        assert_eq!(begun.len(), 6);
    }

    #[test]
    fn big_ones_begin_first_and_equal_ones_in_order() {
        assert_eq!(run(1, 100, &[5, 1, 9, 7]).1, [9, 7, 5, 1]);
        let order = Mutex::new(Vec::new());
        let jobs = (0..50).map(|at| (0, at)).collect();
        within(NonZeroUsize::MIN, 1, jobs, |at| order.lock().unwrap().push(at));
        assert_eq!(order.into_inner().unwrap(), (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn small_ones_pass_one_that_has_no_room() {
        // Two of 6 cannot run together in 10; the 3 beside the first must not wait for the second.
        let beside = AtomicUsize::new(0);
        let big = AtomicUsize::new(0);
        let jobs = vec![(6, 6), (6, 6), (3, 3)];
        within(NonZeroUsize::new(2).unwrap(), 10, jobs, |need: u64| {
            if need == 6 {
                big.fetch_add(1, Ordering::SeqCst);
                // The first waits for the small one; if that had to wait for the second, this would last.
                for _ in 0..2000 {
                    if beside.load(Ordering::SeqCst) == 1 {
                        break;
                    }
                    thread::sleep(Duration::from_millis(1));
                }
            } else {
                assert_eq!(big.load(Ordering::SeqCst), 1);
                beside.fetch_add(1, Ordering::SeqCst);
            }
        });
        assert_eq!((big.into_inner(), beside.into_inner()), (2, 1));
    }

    #[test]
    fn a_job_that_panics_costs_itself_alone() {
        let done = AtomicUsize::new(0);
        let jobs = (0..40).map(|at| (4, at)).collect();
        within(NonZeroUsize::new(3).unwrap(), 9, jobs, |at: usize| {
            assert!(!at.is_multiple_of(4), "a fault");
            done.fetch_add(1, Ordering::SeqCst);
        });
        assert_eq!(done.into_inner(), 30);
        within(NonZeroUsize::new(3).unwrap(), 9, Vec::<(u64, ())>::new(), |()| ());
    }
}
