//! Numbers to places: the range that is shown, fractions of it, round ticks.

use fixed_decimal::{Decimal, FloatPrecision};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;

use super::spec::{Datum, Spec};

/// A number that can be drawn: none for missing, NaN and infinity.
pub(super) fn finite(number: Option<f64>) -> Option<f64> {
    number.filter(|n| n.is_finite())
}

/// The range of numbers that a length shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Domain {
    /// At the start.
    pub(super) low: f64,
    /// At the end, greater than `low`.
    pub(super) high: f64,
}

impl Domain {
    /// From zero over all numbers of a chart; lengths without a zero would lie.
    pub(super) fn from_zero(spec: &Spec) -> Self {
        Self::around([0.0].into_iter().chain(numbers(spec)))
    }

    /// From zero over the sums of what stands on each other, up and down apart.
    pub(super) fn stacked(spec: &Spec) -> Self {
        let sums = spec.data.iter().flat_map(|datum| {
            let sum = |up: bool| {
                let numbers = datum.values.iter().filter_map(|figure| finite(figure.number));
                numbers.filter(|n| (*n > 0.0) == up).sum::<f64>().clamp(f64::MIN, f64::MAX)
            };
            [sum(true), sum(false)]
        });
        let own = [spec.minimum, spec.maximum, spec.target, Some(0.0)].into_iter().filter_map(finite);
        Self::around(sums.chain(own))
    }

    /// Over all numbers of a chart; for lines, whose slope and not length is read.
    pub(super) fn spread(spec: &Spec) -> Self {
        let found: Vec<f64> = numbers(spec).collect();
        let bare = Self::around(found.iter().copied());
        let near_zero = bare.low >= 0.0 && bare.low < bare.high * 0.5;
        if near_zero { Self::around(found.into_iter().chain([0.0])) } else { bare }
    }

    /// From the minimum (else zero) to the maximum (else 100, or the greatest number when that is more).
    pub(super) fn whole(spec: &Spec) -> Self {
        let low = finite(spec.minimum).unwrap_or(0.0);
        let most = numbers(spec).fold(100.0, f64::max);
        Self { low, high: finite(spec.maximum).unwrap_or(most) }.proper()
    }

    /// Around some numbers.
    fn around(numbers: impl Iterator<Item = f64>) -> Self {
        let (low, high) = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), n| (l.min(n), h.max(n)));
        if low > high { Self { low: 0.0, high: 1.0 } } else { Self { low, high }.proper() }
    }

    /// With an end above the start.
    fn proper(self) -> Self {
        if self.high > self.low { self } else { Self { low: self.low, high: self.low + self.low.abs().max(1.0) } }
    }

    /// Where a number lies, 0 to 1.
    pub(super) fn at(&self, number: f64) -> f32 {
        // Halves, because the difference of two finite numbers may be infinite.
        let share = (number * 0.5 - self.low * 0.5) / (self.high * 0.5 - self.low * 0.5);
        #[expect(clippy::cast_possible_truncation, reason = "clamped to 0..=1")]
        let share = share.clamp(0.0, 1.0) as f32;
        if share.is_finite() { share } else { 0.0 }
    }

    /// Where lengths start: zero, or the end nearest to it.
    pub(super) fn zero(&self) -> f32 {
        self.at(0.0)
    }

    /// Round numbers (1, 2 or 5 times a power of ten apart) inside the range, `most` at most.
    pub(super) fn ticks(&self, most: usize) -> Vec<f64> {
        let span = self.high - self.low;
        if !span.is_finite() || span <= 0.0 || most < 2 {
            return Vec::new();
        }
        let rough = span / count(most - 1);
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= rough * (1.0 - 1e-9));
        let Some(step) = step.filter(|s| s.is_normal()) else { return Vec::new() };
        let first = (self.low / step - 1e-9).ceil();
        (0..most).map(|i| (first + count(i)) * step).take_while(|t| *t <= self.high + step * 1e-9).collect()
    }
}

/// A small count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of ticks and data are far below 2^52")]
pub(super) fn count(n: usize) -> f64 {
    n as f64
}

/// A small count as a length.
#[expect(clippy::cast_precision_loss, reason = "counts of data are far below 2^24")]
pub(super) fn many(n: usize) -> f32 {
    n as f32
}

/// A length that is not negative as a count, rounded down.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "negative and NaN become zero, as wanted")]
pub(super) fn whole_of(length: f32) -> usize {
    length.floor().clamp(0.0, 1e6) as usize
}

/// Every finite number that a chart has to show, bounds and targets too.
fn numbers(spec: &Spec) -> impl Iterator<Item = f64> {
    let of = |d: &Datum| [d.number, d.target, d.previous];
    let own = [spec.minimum, spec.maximum, spec.target];
    let several = spec.data.iter().flat_map(|d| &d.values).map(|figure| figure.number);
    own.into_iter().chain(spec.data.iter().flat_map(of)).chain(several).filter_map(finite)
}

/// A tick as the language writes it, without needless decimals.
pub(super) fn tick_words(tick: f64, language: &str) -> String {
    // Sums of steps carry noise in the last digits; ticks have few.
    let rounded: f64 = format!("{tick:.6}").parse().unwrap_or(tick);
    let Ok(number) = Decimal::try_from_f64(rounded.abs(), FloatPrecision::RoundTrip) else { return String::new() };
    let sign = if rounded < 0.0 { "\u{2212}" } else { "" };
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    match DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()) {
        Ok(formatter) => format!("{sign}{}", formatter.format(&number)),
        Err(_) => format!("{sign}{number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(Domain { low: 0.0, high: 100.0 }.ticks(6), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(Domain { low: -3.0, high: 7.0 }.ticks(4), [0.0, 5.0]);
        assert_eq!(Domain { low: 0.0, high: 0.73 }.ticks(5).len(), 4);
        assert!(Domain { low: -1e308, high: 1.5e308 }.ticks(5).is_empty());
    }

    #[test]
    fn places_are_never_nan() {
        let wide = Domain { low: -1.7e308, high: 1.7e308 };
        assert!((wide.at(0.0) - 0.5).abs() < 1e-6);
        let flat = Domain::around([0.0, 0.0].into_iter());
        assert!(flat.at(0.0).abs() < 1e-6 && flat.high > flat.low);
        assert!(Domain::around([5.0].into_iter()).at(f64::MAX) <= 1.0);
        assert_eq!(Domain::around(std::iter::empty()), Domain { low: 0.0, high: 1.0 });
        assert_eq!(finite(Some(f64::NAN)), None);
    }

    #[test]
    fn ticks_speak_the_language() {
        assert_eq!(tick_words(12_500.0, "vi"), "12.500");
        assert_eq!(tick_words(0.1 + 0.2, "vi"), "0,3");
        assert_eq!(tick_words(-1_000.0, "en"), "\u{2212}1,000");
    }
}
