//! What a template file says about itself, as far as it can be told without filling it.
//!
//! In: source. Out: what it includes, defines and calls, the messages it says, and tags that are refused.

use std::ops::Range;

use super::scan::{Piece, Word, scan};

/// A name and where it stands in the file.
pub(super) type Mention = (String, Range<usize>);

/// Facts about one file.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// Files it includes.
    pub(super) includes: Vec<Mention>,
    /// Components it defines.
    pub(super) defines: Vec<Mention>,
    /// Components it may call (a comparison without spaces looks the same).
    pub(super) calls: Vec<Mention>,
    /// Messages named outright: `t(key="…")`.
    pub(super) messages: Vec<Mention>,
    /// Tags that templates may not use.
    pub(super) refused: Vec<Mention>,
    /// Loops.
    pub(super) loops: Vec<Range<usize>>,
    /// Fields read from the variable `record` without asking whether they are there.
    pub(super) fields: Vec<Mention>,
    /// Tables it reaches by `tables.NAME`; one without a name may be any.
    pub(super) tables: Vec<Option<String>>,
    /// Where variables are set.
    pub(super) sets: Vec<Range<usize>>,
    /// Whether the file gives the name `record` to something else.
    shadowed: bool,
}

/// Tags that are refused: `extends` can recur without end, `set_global` can grow values without end.
const REFUSED: [&str; 2] = ["extends", "set_global"];

impl Facts {
    /// Reads a file.
    pub(super) fn of(source: &str) -> Self {
        let mut facts = Self::default();
        for piece in scan(source) {
            if let Piece::Tag(words) = piece {
                facts.note(&words);
            }
        }
        if facts.shadowed {
            facts.fields.clear();
        }
        facts
    }

    /// Notes what one tag says.
    fn note(&mut self, words: &[Word]) {
        let words = match words {
            [first, rest @ ..] if first.is('-') => rest,
            _ => words,
        };
        let Some((first, rest)) = words.split_first() else { return };
        match first.name() {
            Some("include") => {
                if let Some((word, name)) = rest.first().and_then(|word| word.literal().map(|name| (word, name))) {
                    self.includes.push((name.to_owned(), word.range.clone()));
                }
            }
            Some("component") => self.defines.extend(dotted_name(rest)),
            Some("set") => self.sets.push(first.range.clone()),
            Some("for") => self.loops.push(first.range.clone()),
            Some(name) if REFUSED.contains(&name) => self.refused.push((name.to_owned(), first.range.clone())),
            _ => {}
        }
        self.shadowed |= names_record(words);
        for (at, word) in words.iter().enumerate() {
            let rest = words.get(at + 1..).unwrap_or_default();
            if word.is('<') && rest.first().is_some_and(|next| next.range.start == word.range.end) {
                self.calls.extend(dotted_name(rest));
            }
            let after_dot = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|w| w.is('.'));
            if word.name() == Some("record") && !after_dot {
                self.fields.extend(field(rest));
            }
            if word.name() == Some("tables") && !after_dot {
                self.tables.push(table(rest));
            }
            // Tera's own name for everything there is.
            if word.name() == Some("__tera_context") {
                self.tables.push(None);
            }
            if word.name() == Some("t") && !after_dot {
                self.messages.extend(message(rest));
            }
        }
    }
}

/// Whether a tag gives the name `record` to a loop's value, a set one or a component's argument.
fn names_record(words: &[Word]) -> bool {
    let ends: &[&str] = match words.first().and_then(Word::name) {
        Some("for") => &["in"],
        Some("set" | "component") => &[],
        _ => return false,
    };
    let head = words.iter().take_while(|word| !word.is('=') && !word.name().is_some_and(|name| ends.contains(&name)));
    let all = words.iter().filter(|_| words.first().and_then(Word::name) == Some("component"));
    head.chain(all).any(|word| word.name() == Some("record"))
}

/// The table after `tables`; none when the name is not written out.
fn table(words: &[Word]) -> Option<String> {
    match words {
        [dot, name, ..] if dot.is('.') => name.name().map(str::to_owned),
        _ => None,
    }
}

/// The field after `record`, unless the template asks whether it is there or what to take instead.
fn field(words: &[Word]) -> Option<Mention> {
    let [dot, name, rest @ ..] = words else { return None };
    let field = name.name().filter(|_| dot.is('.'))?;
    let asks = match rest {
        [is, not, word, ..] if is.name() == Some("is") && not.name() == Some("not") => word.name(),
        [is, word, ..] if is.name() == Some("is") || is.is('|') => word.name(),
        _ => None,
    };
    let asks = matches!(asks, Some("defined" | "undefined" | "default"));
    (!asks).then(|| (field.to_owned(), name.range.clone()))
}

/// A name like `ui.card` at the start of some words.
pub(super) fn dotted_name(words: &[Word]) -> Option<Mention> {
    let first = words.first()?;
    let mut name = first.name()?.to_owned();
    let mut range = first.range.clone();
    let mut rest = words.get(1..)?;
    while let [dot, next, tail @ ..] = rest
        && dot.is('.')
        && let Some(part) = next.name()
    {
        name.push('.');
        name.push_str(part);
        range.end = next.range.end;
        rest = tail;
    }
    Some((name, range))
}

/// The literal key among the arguments of a call of `t`.
fn message(words: &[Word]) -> Option<Mention> {
    let (open, words) = words.split_first()?;
    if !open.is('(') {
        return None;
    }
    let mut depth = 0_u32;
    for (at, word) in words.iter().enumerate() {
        if word.is('(') {
            depth += 1;
        } else if word.is(')') {
            depth = depth.checked_sub(1)?;
        } else if depth == 0 && word.name() == Some("key") {
            let [equals, literal, after, ..] = words.get(at + 1..)? else { return None };
            let ends = after.is(',') || after.is(')');
            return (equals.is('=') && ends)
                .then(|| literal.literal().map(|key| (key.to_owned(), literal.range.clone())))?;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(mentions: &[Mention]) -> Vec<&str> {
        mentions.iter().map(|(name, _)| name.as_str()).collect()
    }

    #[test]
    fn finds_what_a_file_mentions() {
        let facts = Facts::of(
            r#"{%- include "parts/a.svg" -%}{% component ui.card(title) %}{{ t(key="in") }}{% endcomponent ui.card %}
            {{ <ui.big.card title={1 < 2}/> }}{% <frame> %}{% for r in records %}{% endfor %}{% </frame> %}
            {{ t(n=value(key="no"), key="card.title") }}{{ t(key="a" ~ b) }}{{ x.t(key="no") }}{{ t(key=k) }}
            {% set_global x = 1 %}{# {% extends "no" %} #}{% extends "base" %}"#,
        );
        assert_eq!(names(&facts.includes), ["parts/a.svg"]);
        assert_eq!(names(&facts.defines), ["ui.card"]);
        assert_eq!(names(&facts.calls), ["ui.big.card", "frame"]);
        assert_eq!(names(&facts.messages), ["in", "card.title"]);
        assert_eq!(names(&facts.refused), ["set_global", "extends"]);
        assert_eq!(facts.loops.len(), 1);
    }

    #[test]
    fn tables_that_are_reached_beside_the_selection() {
        let facts =
            Facts::of("{% for r in tables.units %}{{ x.tables.no }}{% endfor %}{% set all = tables %}{{ tables[x] }}");
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(facts.tables, [named("units"), None, None]);
        assert_eq!(Facts::of("{{ __tera_context }}").tables, [None]);
        assert!(Facts::of("tables.text {{ records }}").tables.is_empty());
    }

    #[test]
    fn fields_of_the_record() {
        let source = "{% if record.a > 1 and record.b is defined %}{{ record.c | default(value=1) }}{{ x.record.d }}\
            {{ record.e | upper }}{% for r in record.f %}{% endfor %}{% if record.g is not defined %}{% endif %}";
        assert_eq!(names(&Facts::of(source).fields), ["a", "e", "f"]);
        for shadow in ["{% for record in records %}", "{% set record = 1 %}", "{% component x(a, record) %}"] {
            assert!(Facts::of(&format!("{source}{shadow}")).fields.is_empty(), "{shadow}");
        }
    }
}
