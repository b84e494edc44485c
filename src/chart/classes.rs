//! Classes of numbers: breaks that are round, as many as asked for or fewer.

use super::scale::count;
use super::spec::Breaks;

/// Least and most classes; more tints than seven are not told apart.
const FEW: usize = 2;
/// See [`FEW`].
const MANY: usize = 7;
/// Classes where none are asked for.
const OWN: usize = 5;

/// The inner breaks, rising: a number is in the class of as many breaks as do not exceed it.
pub(super) fn breaks(numbers: &[f64], asked: Option<usize>, by: Breaks) -> Vec<f64> {
    let classes = asked.unwrap_or(OWN).clamp(FEW, MANY);
    let mut sorted: Vec<f64> = numbers.iter().copied().filter(|n| n.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let mut found = match by {
        Breaks::Quantile => quantiles(&sorted, classes),
        Breaks::Equal => steps(&sorted, classes),
    };
    found.dedup_by(|a, b| a.total_cmp(b).is_eq());
    found
}

/// The class of a number.
pub(super) fn class(breaks: &[f64], number: f64) -> usize {
    breaks.iter().filter(|b| **b <= number).count()
}

/// The roundest numbers that part the sorted ones into about equally many.
fn quantiles(sorted: &[f64], classes: usize) -> Vec<f64> {
    // A rounder break is worth a few numbers more or less in a class.
    let slack = sorted.len() / (classes * 4);
    let last = sorted.len().saturating_sub(1);
    let part = |index: usize| {
        let at = (sorted.len() * index / classes).max(1);
        // Equal numbers stay together: the break goes before the first of them.
        let high = *sorted.get((at + slack).min(last))?;
        let near = *sorted.get(at.saturating_sub(slack))?;
        let low = *sorted.iter().rev().find(|n| **n < near)?;
        roundest(low, high)
    };
    (1..classes).filter_map(part).collect()
}

/// Round numbers equally far apart.
fn steps(sorted: &[f64], classes: usize) -> Vec<f64> {
    let (Some(low), Some(high)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let rough = (high - low) / count(classes);
    if !(rough.is_finite() && rough > 0.0) {
        return Vec::new();
    }
    let power = 10_f64.powf(rough.log10().floor());
    let inner = |m: f64| (high / (m * power)).floor() - (low / (m * power)).floor();
    let all = [1.0, 2.0, 5.0, 10.0, 2.5, 4.0, 3.0, 6.0, 8.0];
    let exact = all.into_iter().find(|m| (inner(*m) - count(classes - 1)).abs() < 0.5);
    let fewer =
        || all.into_iter().filter(|m| inner(*m) < count(classes)).max_by(|a, b| inner(*a).total_cmp(&inner(*b)));
    let Some(step) = exact.or_else(fewer).map(|m| m * power) else {
        return Vec::new();
    };
    let first = (low / step).floor() + 1.0;
    (0..classes).map(|i| tidy((first + count(i)) * step, step)).take_while(|b| b <= high).collect()
}

/// The roundest number above `low` and up to `high`: with the fewest digits, then the nearest to the middle.
fn roundest(low: f64, high: f64) -> Option<f64> {
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return None;
    }
    let top = low.abs().max(high.abs()).log10().floor() + 1.0;
    let mut power = 10_f64.powf(top);
    for _ in 0..18 {
        for step in [power, power * 0.5] {
            let middle = low + span / 2.0;
            let nearest = tidy((middle / step).round() * step, step);
            let others =
                [nearest, tidy((low / step).floor() * step + step, step), tidy((high / step).floor() * step, step)];
            if let Some(found) = others.into_iter().find(|n| *n > low && *n <= high) {
                return Some(found);
            }
        }
        power /= 10.0;
    }
    Some(high)
}

/// A multiple of a step without the noise of its last digits.
fn tidy(number: f64, step: f64) -> f64 {
    let digits = (-step.log10().floor()).clamp(0.0, 15.0) + 1.0;
    let scale = 10_f64.powf(digits);
    let tidied = (number * scale).round() / scale;
    if tidied.is_finite() { tidied } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many numbers each class has.
    fn sizes(numbers: &[f64], breaks: &[f64]) -> Vec<usize> {
        let mut sizes = vec![0; breaks.len() + 1];
        numbers.iter().for_each(|n| sizes[class(breaks, *n)] += 1);
        sizes
    }

    #[test]
    fn quantiles_hold_equally_many_and_are_round() {
        let numbers: Vec<f64> = (1..=20).map(|n| f64::from(n) * 3.7).collect();
        let found = breaks(&numbers, Some(4), Breaks::Quantile);
        assert_eq!(found, [20.0, 40.0, 60.0]);
        assert_eq!(sizes(&numbers, &found), [5, 5, 6, 4]);
        let percents: Vec<f64> = (0..96).map(|n| f64::from(n * 37 % 96 + 3)).collect();
        let found = breaks(&percents, Some(5), Breaks::Quantile);
        assert_eq!(found, [20.0, 40.0, 60.0, 80.0]);
        assert!(sizes(&percents, &found).iter().all(|size| (15..=22).contains(size)));
    }

    #[test]
    fn equal_steps_are_round_and_equal() {
        assert_eq!(breaks(&[3.0, 98.0, 41.0], Some(5), Breaks::Equal), [20.0, 40.0, 60.0, 80.0]);
        assert_eq!(breaks(&[0.12, 0.47], Some(4), Breaks::Equal), [0.2, 0.3, 0.4]);
        assert_eq!(breaks(&[-30.0, 30.0], Some(3), Breaks::Equal), [0.0, 30.0]);
        assert_eq!(breaks(&[12.0, 91.0], Some(3), Breaks::Equal), [40.0, 80.0]);
    }

    #[test]
    fn few_numbers_have_few_classes() {
        assert!(breaks(&[], None, Breaks::Quantile).is_empty());
        assert!(breaks(&[5.0, 5.0, 5.0], None, Breaks::Quantile).is_empty());
        assert!(breaks(&[5.0], None, Breaks::Equal).is_empty());
        let two = breaks(&[1.0, 9.0], Some(5), Breaks::Quantile);
        assert_eq!(sizes(&[1.0, 9.0], &two), [1, 1]);
        assert!(breaks(&[f64::NAN, f64::INFINITY, -1e308, 1e308], None, Breaks::Equal).len() < 8);
    }

    #[test]
    fn equal_numbers_are_in_one_class() {
        let numbers = [1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 3.0, 4.0];
        let found = breaks(&numbers, Some(4), Breaks::Quantile);
        let of_two = class(&found, 2.0);
        assert!(class(&found, 1.0) < of_two && of_two < class(&found, 3.0), "{found:?}");
    }
}
