//! Placeholders of headlines and captions: `Kết quả của {name}` takes a word from the drawn record.

/// A part of a text with placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// A column, without its language.
    Column(&'t str),
}

/// The parts of a text, in order; `{{` and `}}` stand for the braces themselves. None when a brace has no partner.
pub fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (words, tail) = rest.split_at(at);
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        let (brace, after) = tail.split_at(1);
        if let Some(after_both) = after.strip_prefix(brace) {
            pieces.push(Piece::Words(brace));
            rest = after_both;
        } else if brace == "{" {
            let (column, after) = after.split_once('}')?;
            let column = column.trim();
            if column.is_empty() || column.contains('{') {
                return None;
            }
            pieces.push(Piece::Column(column));
            rest = after;
        } else {
            return None;
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_columns_alternate() {
        let expected = vec![Piece::Words("Kết quả của "), Piece::Column("name"), Piece::Words("!")];
        assert_eq!(pieces("Kết quả của { name }!"), Some(expected));
        assert_eq!(pieces("100%"), Some(vec![Piece::Words("100%")]));
        assert_eq!(pieces(""), Some(vec![]));
        assert_eq!(pieces("{{a}}"), Some(vec![Piece::Words("{"), Piece::Words("a"), Piece::Words("}")]));
    }

    #[test]
    fn a_lone_brace_is_refused() {
        for bad in ["{name", "name}", "{}", "{ }", "{a{b}", "đ}"] {
            assert_eq!(pieces(bad), None, "{bad}");
        }
    }

    proptest::proptest! {
        /// Any text is read without a panic, and the parts never hold more than the text.
        #[test]
        fn any_text_is_read(text in ".*") {
            let total: usize = pieces(&text).unwrap_or_default().iter().map(|piece| match piece {
                Piece::Words(words) | Piece::Column(words) => words.len(),
            }).sum();
            proptest::prop_assert!(total <= text.len());
        }
    }
}
