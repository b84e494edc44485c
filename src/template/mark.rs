//! The mark of corrected figures: what a template sees as `correction`.
//!
//! In: what the campaign says of a picture's cells. Out: words; day and note between fences, since their digits are the editor's
//! and come from no cell. All are empty on a picture that prints nothing corrected, where `when="corrected"` hides them.

use tera::value::Key;
use tera::{Map, Value};

use crate::campaign::Correction;
use crate::diagnostic::Diagnostic;
use crate::language::words;
use crate::record::print_date;

use super::Binding;
use super::recorder::Recorder;
use super::scene::plain;

/// The value of `correction`.
///
/// # Errors
/// Those of [`Recorder::bind`].
pub(super) fn value(correction: Option<&Correction>, recorder: &mut Recorder) -> Result<Value, Diagnostic> {
    let language = recorder.language.clone();
    let text = |read: &dyn Fn(&Correction) -> String| correction.map(read).unwrap_or_default();
    let kind = text(&|correction| correction.kind.name().to_owned());
    let word = text(&|correction| correction.kind.word(&language).to_owned());
    let date = text(&|correction| print_date(correction.date, &language));
    let note = text(&|correction| words(&correction.note, &language).unwrap_or_default().to_owned());
    let mut map = Map::new();
    map.insert(Key::Str("kind"), plain(&kind));
    map.insert(Key::Str("word"), plain(&word));
    map.insert(Key::Str("date"), bound(date, recorder)?);
    map.insert(Key::Str("note"), bound(note, recorder)?);
    Ok(map.into())
}

/// A correction in a line, for whoever asks why a picture is made again.
pub(super) fn summary(correction: &Correction, language: &str) -> String {
    let note = words(&correction.note, language).unwrap_or_default();
    format!("{} {} {note}", correction.kind.name(), correction.date).trim_end().to_owned()
}

/// A text of the editor's, bound; nothing stays nothing, so that templates can ask for it.
fn bound(text: String, recorder: &mut Recorder) -> Result<Value, Diagnostic> {
    if text.is_empty() {
        return Ok(plain(""));
    }
    recorder.bind(Binding { cells: Vec::new(), text, number: None, exact: false, presence: false })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Arc;

    use super::super::strip_fences;
    use super::super::tests::{campaign_and_data, fill_of, only};
    use super::super::{Markup, Scene};
    use super::*;
    use crate::campaign::CorrectedKind;
    use crate::diagnostic::Diagnostic;
    use crate::record::CellId;

    /// Fills a template with the first record, the score of a record corrected.
    fn corrected(key: &str, language: &str, source: &str) -> Result<Markup, Vec<Diagnostic>> {
        let (campaign, dataset) = campaign_and_data();
        let cell = CellId { table: "units".into(), key: key.into(), column: "score".into() };
        let correction = Correction {
            cells: BTreeSet::from([cell]),
            kind: CorrectedKind::Correction,
            date: jiff::civil::date(2026, 10, 9),
            note: BTreeMap::from([("vi".to_owned(), "Không phải 71,5 <%>".to_owned())]),
        };
        let campaign = crate::campaign::Campaign { corrections: vec![correction], ..Clone::clone(&*campaign) };
        fill_of(language, source, &Arc::new(Scene::new(Arc::new(campaign), dataset)))
    }

    /// A page that prints the score of its record, and its mark.
    const PAGE: &str = "{{ value(of=record, field=\"score\") }}|{{ correction.word | upper }} {{ correction.date }}|{{ correction.note }}|";

    #[test]
    fn who_prints_a_corrected_cell_sees_the_mark_and_nobody_else() {
        let of = |key, language| {
            corrected(key, language, PAGE).map(|m| (strip_fences(&m.text), m.correction.is_some())).unwrap()
        };
        assert_eq!(of("a", "vi"), ("74,5|ĐÍNH CHÍNH 09/10/2026|Không phải 71,5 &lt;%&gt;|".to_owned(), true));
        assert_eq!(of("a", "en"), ("74.5|CORRECTION 9 October 2026||".to_owned(), true));
        assert_eq!(of("b", "vi"), ("74,5| ||".to_owned(), false));
        let plain = super::super::tests::fill(PAGE).unwrap();
        assert_eq!(corrected("b", "vi", PAGE).unwrap().digest, plain.digest, "what is not corrected is as it was");
        let marked = corrected("a", "vi", PAGE).unwrap();
        let day = marked.bindings.iter().find(|binding| binding.text == "09/10/2026").unwrap();
        assert!(day.cells.is_empty(), "a day is of no cell");
    }

    #[test]
    fn a_sum_is_corrected_with_its_parts_and_a_count_is_not() {
        let is = |source: &str| corrected("b", "vi", source).unwrap().correction.is_some();
        assert!(is("{{ mean(of=tables.units, field=\"score\") }}"));
        assert!(is("{{ rank(of=record, among=tables.units, field=\"score\") }}"));
        assert!(!is("{{ count(of=tables.units, field=\"score\") }}{{ count(of=tables.units) }}"));
        assert!(is("{{ count(of=tables.units, field=\"score\", equals=80) }}"));
        assert!(!is("{{ sum(of=tables.units, field=\"staff\") }}"));
        let silent = |key| corrected(key, "vi", "{{ value(of=record, field=\"score\") }}").unwrap().digest;
        assert_ne!(silent("a"), silent("b"), "blocks of a correction may be shown without its words");
    }

    #[test]
    fn a_misspelt_word_of_the_mark_is_found() {
        assert_eq!(only(corrected("a", "vi", "{{ correction.dat }}")).0, "MB0621");
    }
}
