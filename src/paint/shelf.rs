//! What was made before and may be wanted again, shared by all threads; the oldest goes when it becomes too much.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Things kept by what they were made from; no picture depends on what is there.
pub(super) struct Shelf<K, V> {
    /// The most weight that is kept.
    most: usize,
    /// What is kept.
    kept: Mutex<Kept<K, V>>,
}

/// What a shelf holds.
struct Kept<K, V> {
    /// Things by key, with their weights.
    things: HashMap<K, (Arc<V>, usize)>,
    /// Keys, oldest first.
    order: VecDeque<K>,
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
        self.lock().things.get(key).map(|(thing, _)| Arc::clone(thing))
    }

    /// Keeps something, in the place of what was kept under that key, and lets the oldest go.
    pub(super) fn keep(&self, key: K, thing: Arc<V>, weight: usize) {
        let mut kept = self.lock();
        kept.weight += weight;
        match kept.things.insert(key.clone(), (thing, weight)) {
            Some((_, before)) => kept.weight -= before,
            None => kept.order.push_back(key),
        }
        while kept.weight > self.most {
            let Some(oldest) = kept.order.pop_front() else { break };
            if let Some((_, weight)) = kept.things.remove(&oldest) {
                kept.weight -= weight;
            }
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
        shelf.keep("b", Arc::new(6), 6);
        assert_eq!(["b", "c"].map(|key| shelf.get(&key).is_some()), [true; 2], "4 and 6");
        shelf.keep("d", Arc::new(11), 11);
        assert_eq!(["b", "c", "d"].map(|key| shelf.get(&key).is_some()), [false; 3]);
    }
}
