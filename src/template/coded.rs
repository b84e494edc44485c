//! The short code in a template: `code()` and `code_address()` print a blank, which the code takes the place of later.
//!
//! A code is of what all pictures of an asset print, so it is known only when each of them is filled. Its binding names no
//! cell, for it comes from all.

use tera::{Kwargs, Tera, Value};

use crate::code::ShortCode;
use crate::diagnostic::Diagnostic;

use super::arguments::Arguments;
use super::fence::{Segment, parse_fences, write_fence};
use super::functions::register_one;
use super::recorder::Recorder;
use super::{Binding, Markup};

/// Gives the functions to a Tera instance.
pub(super) fn register(tera: &mut Tera) {
    register_one(tera, "code", code);
    register_one(tera, "code_address", address);
}

/// `code`: the asset's short code.
fn code(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    Arguments::new(function, kwargs, &[])?;
    recorder.bind(blank(ShortCode::BLANK.to_owned()))
}

/// `code_address`: where it is looked up; the bare code where the campaign has no address.
fn address(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    Arguments::new(function, kwargs, &[])?;
    let base_url = &recorder.scene.campaign.base_url;
    let text = if base_url.is_empty() { ShortCode::BLANK.to_owned() } else { ShortCode::blank_address(base_url) };
    recorder.bind(blank(text))
}

/// The binding of a text that holds a blank.
fn blank(text: String) -> Binding {
    Binding { cells: Vec::new(), text, number: None, exact: false, presence: false }
}

impl Binding {
    /// Whether it is of a code that is still blank. What is printed of data has cells.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.is_empty() && self.text.contains(ShortCode::BLANK)
    }
}

impl Markup {
    /// Puts the code where the template asks for it. The digest stays that of the blank.
    pub fn put_code(&mut self, code: &ShortCode) {
        if !self.bindings.iter().any(Binding::is_blank) {
            return;
        }
        let code = code.to_string();
        let filled = |text: &str| text.replace(ShortCode::BLANK, &code);
        let mut text = String::with_capacity(self.text.len());
        // Fences were found whole when the markup was made.
        for segment in parse_fences(&self.text).unwrap_or_default() {
            match segment {
                Segment::Plain(plain) => text.push_str(plain),
                Segment::Bound { index, text: drawn } => {
                    let blank = self.bindings.get(index).is_some_and(Binding::is_blank);
                    let drawn = if blank { filled(drawn) } else { drawn.to_owned() };
                    write_fence(&mut text, index, &drawn);
                }
            }
        }
        self.text = text;
        for binding in self.bindings.iter_mut().filter(|binding| binding.is_blank()) {
            binding.text = filled(&binding.text);
        }
        for words in [&mut self.said.headline, &mut self.said.caption, &mut self.said.alt].into_iter().flatten() {
            *words = filled(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::template::strip_fences;
    use crate::template::tests::{fill, only};

    #[test]
    fn the_code_takes_the_place_of_the_blank_and_of_nothing_else() {
        let source = "<m:alt>{{ code() }}</m:alt>{{ t(key=\"check\", code=code()) }} <a>{{ code_address() }}</a> \
            {{ value(of=record, field=\"staff\", missing=\"0000-0000-000\") }} 0000-0000-000 {{ code() | lower }}";
        let source = source.replace("t(key=\"check\", code=code())", "\"Check: \" ~ code()");
        let blank = fill(&format!("<svg xmlns:m=\"urn:mocban:1\">{source}</svg>")).expect("fills");
        assert_eq!(blank.bindings.iter().filter(|binding| binding.is_blank()).count(), 4);
        let code = ShortCode::of("salt", "asset", &BTreeSet::new());
        let mut markup = blank.clone();
        markup.put_code(&code);
        let seen = strip_fences(&markup.text);
        let expected = format!("Check: {code} <a");
        assert!(seen.contains(&expected) && seen.contains(&format!(">https://example.vn/c/{code}</a>")), "{seen}");
        assert!(seen.ends_with(&format!("12 0000-0000-000 {code}</svg>")), "{seen}");
        assert_eq!(markup.said.alt, Some(code.to_string()));
        assert_eq!(markup.digest, blank.digest);
        assert_eq!(markup.bindings.len(), blank.bindings.len());
        assert!(markup.bindings.iter().any(|binding| binding.text == code.to_string() && binding.cells.is_empty()));
        let whole = markup.text.clone();
        markup.put_code(&ShortCode::of("salt", "other", &BTreeSet::new()));
        assert_eq!(markup.text, whole, "a code stays");
    }

    #[test]
    fn a_filter_that_changes_the_code_is_refused() {
        for source in
            ["{{ code() | replace(from=\"-\", to=\"\") }}", "{{ code_address() | replace(from=\"0\", to=\"\") }}"]
        {
            assert_eq!(only(fill(source)).0, "MB0632", "{source}");
        }
        assert_eq!(only(fill("{{ code(of=record) }}")).0, "MB0624");
    }
}
