//! How far variables can grow out of each other: `{% set x = x ~ x %}` sixty times would fill any memory.
//!
//! In: template source. Out: the first variable that may hold more than a thousand copies of something. Tera joins
//! strings without asking, so this is told from the source: each variable is counted as often as it is mentioned.

use std::collections::BTreeMap;
use std::ops::Range;

use super::facts::{Mention, dotted_name};
use super::scan::{Piece, Word, scan};

/// Most copies of one value in another.
const MOST_COPIES: f64 = 1000.0;
/// A loop, a message or a component is taken to repeat what it is given so many times.
const REPEATS: f64 = 8.0;

/// Variables met so far, in the order of the source.
#[derive(Default)]
struct Growth {
    /// Copies that each variable may hold.
    copies: BTreeMap<String, f64>,
    /// Blocks of `{% set x %}…{% endset %}` that are open.
    blocks: Vec<Block>,
    /// The component that is being defined.
    component: Option<Component>,
}

/// A component while it is followed.
struct Component {
    /// Its name and place.
    name: Mention,
    /// Where it calls itself.
    itself: Option<Range<usize>>,
    /// How often it prints what stands between its tags.
    bodies: usize,
}

/// A variable whose value is what a block prints.
struct Block {
    /// Its name and place.
    name: Mention,
    /// Copies printed so far.
    copies: f64,
    /// Loops open inside the block.
    loops: i32,
}

/// The first variable of a file that may grow too large, at the `set` that makes it so.
pub(super) fn overgrown(source: &str) -> Option<Mention> {
    let mut growth = Growth::default();
    scan(source).into_iter().find_map(|piece| match piece {
        Piece::Tag(words) => growth.tag(&words),
        Piece::Text(_) => None,
    })
}

impl Growth {
    /// Follows one tag; gives the variable that it makes too large.
    fn tag(&mut self, words: &[Word]) -> Option<Mention> {
        let words = match words {
            [first, rest @ ..] if first.is('-') => rest,
            _ => words,
        };
        let (first, rest) = words.split_first()?;
        match (first.name(), rest) {
            (Some("set"), [name, equals, value @ ..]) if equals.is('=') => {
                let copies = self.copies(value);
                self.keep((name.name()?.to_owned(), first.range.clone()), copies)
            }
            (Some("set"), [name, ..]) => {
                let name = (name.name()?.to_owned(), first.range.clone());
                self.blocks.push(Block { name, copies: 1.0, loops: 0 });
                None
            }
            (Some("endset"), _) => {
                let Block { name, copies, .. } = self.blocks.pop()?;
                self.keep(name, copies)
            }
            (Some(tag @ ("for" | "endfor")), _) => {
                if let Some(block) = self.blocks.last_mut() {
                    block.loops += if tag == "for" { 1 } else { -1 };
                }
                None
            }
            (Some("component"), rest) => {
                let parameters =
                    rest.windows(2).filter(|pair| matches!(pair, [first, _] if first.is('(') || first.is(',')));
                let names = parameters.filter_map(|pair| pair.get(1)?.name()).chain(["body"]);
                self.copies.extend(names.map(|name| (name.to_owned(), 1.0)));
                self.component = dotted_name(rest).map(|name| Component { name, itself: None, bodies: 0 });
                None
            }
            (Some("endcomponent"), _) => {
                let Component { name, itself, bodies } = self.component.take()?;
                itself.filter(|_| bodies > 1).map(|range| (name.0, range))
            }
            _ => {
                let grows = self.recursion(words);
                if grows.is_some() {
                    return grows;
                }
                let copies = self.mentions(words).iter().sum::<f64>() * factor(words);
                if let Some(block) = self.blocks.last_mut() {
                    block.copies += copies * REPEATS.powi(block.loops.max(0));
                }
                None
            }
        }
    }

    /// Follows a component's calls of itself; one that passes on two of its values joined doubles at each level.
    fn recursion(&mut self, words: &[Word]) -> Option<Mention> {
        let mut arguments = words.split(|word| word.is('{') || word.is('}'));
        let doubles = arguments.any(|argument| joins(argument) && self.mentions(argument).len() > 1);
        let component = self.component.as_mut()?;
        component.bodies += words.iter().filter(|word| word.name() == Some("body")).count();
        let mut calls = words.iter().enumerate().filter(|(_, word)| word.is('<'));
        let call =
            calls.find_map(|(at, _)| dotted_name(words.get(at + 1..)?).filter(|call| call.0 == component.name.0));
        let (name, range) = call?;
        component.itself.get_or_insert(range.clone());
        doubles.then_some((name, range))
    }

    /// Notes what a variable may hold; a branch may not be taken, so it never shrinks.
    fn keep(&mut self, name: Mention, copies: f64) -> Option<Mention> {
        let kept = self.copies.entry(name.0.clone()).or_insert(1.0);
        *kept = kept.max(copies);
        (*kept > MOST_COPIES).then_some(name)
    }

    /// The copies that an expression may hold.
    fn copies(&self, value: &[Word]) -> f64 {
        let mentions = self.mentions(value);
        let copies = if value.iter().any(|word| word.is('|')) {
            // A filter such as `replace` can put one whole value in many places of another.
            mentions.iter().product()
        } else if joins(value) || value.iter().any(|word| word.is('{')) || factor(value) > 1.0 {
            mentions.iter().sum()
        } else {
            // Sums of numbers are numbers.
            mentions.into_iter().fold(1.0, f64::max)
        };
        copies.max(1.0) * factor(value)
    }

    /// Copies of each variable that is mentioned, names of arguments and fields left out.
    fn mentions(&self, words: &[Word]) -> Vec<f64> {
        let neighbour = |at: Option<usize>, mark: char| at.and_then(|at| words.get(at)).is_some_and(|w| w.is(mark));
        let known = words.iter().enumerate().filter_map(|(at, word)| {
            let field = neighbour(at.checked_sub(1), '.');
            let argument = neighbour(Some(at + 1), '=') && !neighbour(Some(at + 2), '=');
            self.copies.get(word.name()?).filter(|_| !field && !argument).copied()
        });
        known.collect()
    }
}

/// Whether an expression joins strings or makes a list.
fn joins(words: &[Word]) -> bool {
    words.iter().any(|word| word.is('~') || word.is('['))
}

/// How often an expression may repeat what it is given: more than once in messages and components.
fn factor(words: &[Word]) -> f64 {
    let repeats = words.windows(2).any(|pair| match pair {
        [first, second] => {
            let message = first.name() == Some("t") && second.is('(');
            let component = first.is('<') && second.name().is_some() && touches(&first.range, &second.range);
            message || component
        }
        _ => false,
    });
    if repeats { REPEATS } else { 1.0 }
}

/// Whether one stretch follows another without a space.
fn touches(first: &Range<usize>, second: &Range<usize>) -> bool {
    first.end == second.start
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name and line of what grows too large.
    fn found(source: &str) -> Option<(String, usize)> {
        overgrown(source).map(|(name, range)| (name, source[..range.start].matches('\n').count() + 1))
    }

    #[test]
    fn doubling_is_found_where_it_passes_the_limit() {
        let doubling = format!("{{% set x = 'đường' %}}\n{}", "{% set x = x ~ x %}\n".repeat(60));
        assert_eq!(found(&doubling), Some(("x".to_owned(), 11)));
        let lists = format!("{{% set x = [1] %}}{}", "{% set y = [x, x] %}{% set x = [y, y] %}".repeat(9));
        assert!(found(&lists).is_some());
        let squares = "{% set x = x ~ x %}".repeat(0)
            + "{% set x = 'aa' %}{% set x = x ~ x ~ x %}"
            + &"{% set x = x | replace(from='a', to=x) %}".repeat(6);
        assert!(found(&squares).is_some());
    }

    #[test]
    fn blocks_messages_and_components_multiply() {
        let block = "{% set x %}{% for a in b %}{% for c in d %}{{ x }}{% endfor %}{% endfor %}{% endset %}";
        assert!(found(&format!("{{% set x = 'a' %}}{}", block.repeat(2))).is_some());
        for repeating in ["{% set x = t(key=\"k\", n=x) %}", "{% set x %}{{ <twice a={x}/> }}{% endset %}"] {
            assert!(found(&format!("{{% set x = 'a' %}}{}", repeating.repeat(5))).is_some(), "{repeating}");
        }
    }

    #[test]
    fn components_that_grow_by_calling_themselves() {
        for source in [
            "{% component d(x) %}{{ <d x={x ~ x}/> }}{% endcomponent d %}",
            "{% component d(x, y) %}{{ <d x={[x, y]} y={1}/> }}{% endcomponent d %}",
            "{% component d() %}{% <d> %}{{ body }}{{ body }}{% </d> %}{% endcomponent d %}",
        ] {
            assert_eq!(found(source), Some(("d".to_owned(), 1)), "{source}");
        }
        for source in [
            "{% component d(x, n) %}{% if n > 0 %}{{ <d x={x ~ \"-\"} n={n - 1}/> }}{% endif %}{% endcomponent d %}",
            "{% component d(x, y) %}{{ <e x={x ~ y}/> }}{{ body }}{{ body }}{% endcomponent d %}{{ <d x={a ~ b}/> }}",
        ] {
            assert_eq!(found(source), None, "{source}");
        }
    }

    #[test]
    fn ordinary_work_is_left_alone() {
        let steps = "{% set y = y + h * 2 %}{% set h = (y + h) / 2 %}".repeat(100);
        let joins = "{% set words = words ~ \", \" ~ record.x %}".repeat(200);
        let fields = "{% set a = value(of=record, field=\"a\") %}{% set b = a.b ~ c.a %}".repeat(100);
        let printed = "{% set a = 1 %}{% for r in records %}{% for q in r %}{{ a ~ a ~ a }}{% endfor %}{% endfor %}";
        for source in [steps.as_str(), &joins, &fields, printed, "{% endset %}{% set", "{% set x", "{% endfor %}"] {
            assert_eq!(found(source), None, "{source:.60}");
        }
    }
}
