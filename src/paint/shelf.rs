//! What was made before and may be wanted again, shared by all threads; the oldest goes when it becomes too much.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Things kept by what they were made from. Each is a function of its key alone, so that nothing depends on who
/// was first.
pub(super) struct Shelf<K, V> {
    /// The most weight that is kept.
    most: usize,
    /// What is kept.
    kept: Mutex<Kept<K, V>>,
}

/// What a shelf holds.
struct Kept<K, V> {
    /// Things by key.
    things: HashMap<K, Arc<V>>,
    /// Keys with their weights, oldest first.
    order: VecDeque<(K, usize)>,
    /// The sum of all weights.
    weight: usize,
}

impl<K: Clone + Eq + Hash, V> Shelf<K, V> {
    /// An empty shelf that keeps so much.
    pub(super) fn new(most: usize) -> Self {
        Self { most, kept: Mutex::new(Kept { things: HashMap::new(), order: VecDeque::new(), weight: 0 }) }
    }

    /// What was kept under a key.
    pub(super) fn get(&self, key: &K) -> Option<Arc<V>> {
        self.lock().things.get(key).cloned()
    }

    /// Keeps something, and lets the oldest go.
    pub(super) fn keep(&self, key: K, thing: Arc<V>, weight: usize) {
        let mut kept = self.lock();
        if kept.things.insert(key.clone(), thing).is_some() {
            return;
        }
        kept.order.push_back((key, weight));
        kept.weight += weight;
        while kept.weight > self.most {
            let Some((oldest, weight)) = kept.order.pop_front() else { break };
            kept.things.remove(&oldest);
            kept.weight -= weight;
        }
    }

    /// The shelf; a panic elsewhere leaves it whole.
    fn lock(&self) -> MutexGuard<'_, Kept<K, V>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_when_it_becomes_too_much() {
        let shelf = Shelf::new(10);
        for (key, weight) in [("a", 4), ("b", 4), ("a", 4), ("c", 4)] {
            shelf.keep(key, Arc::new(weight), weight);
        }
        assert_eq!(["a", "b", "c"].map(|key| shelf.get(&key).is_some()), [false, true, true]);
        shelf.keep("d", Arc::new(11), 11);
        assert_eq!(["b", "c", "d"].map(|key| shelf.get(&key).is_some()), [false; 3]);
    }
}
