//! A writer of HTML that cannot forget to escape: markup comes from the program's own source only, all else is text.

/// A page while it is written.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    /// An empty page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds markup as it stands; only what is written in the program's source can be given.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds words, for an element or a quoted attribute.
    pub fn text(&mut self, words: &str) -> &mut Self {
        for letter in words.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\t' | '\n' => self.0.push(letter),
                // A mark that turns the direction of reading would turn what follows it too.
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
                letter if letter.is_control() => {}
                letter => self.0.push(letter),
            }
        }
        self
    }

    /// Adds rules of a style sheet; what could end the element is left out.
    pub fn css(&mut self, rules: &str) -> &mut Self {
        self.0.push_str(&rules.replace("</", "").replace("<!", ""));
        self
    }

    /// Adds a page that was written before.
    pub fn add(&mut self, page: &Self) -> &mut Self {
        self.0.push_str(&page.0);
        self
    }

    /// Adds data for programs inside a `script` element; what could end the element is left out.
    pub fn data(&mut self, json: &[u8]) -> &mut Self {
        self.0.push_str(&String::from_utf8_lossy(json).replace('<', ""));
        self
    }

    /// Adds an element that holds words alone.
    pub fn element(&mut self, open: &'static str, words: &str, close: &'static str) -> &mut Self {
        self.raw(open).text(words).raw(close)
    }

    /// The page.
    pub fn done(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        let mut html = Html::new();
        html.raw("<a title=\"").text("\"><script>alert('1')</script>&\u{0}\u{202E}").raw("\">").raw("</a>");
        let expected = "<a title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\"></a>";
        assert_eq!(html.done(), expected);
    }

    #[test]
    fn rules_cannot_end_their_element() {
        let mut html = Html::new();
        html.css("a{content:\"</style><script>\"}");
        assert_eq!(html.done(), "a{content:\"style><script>\"}");
    }

    proptest::proptest! {
        /// Whatever the words, no tag and no quote comes of them.
        #[test]
        fn no_words_break_out(words in ".*") {
            let mut html = Html::new();
            html.text(&words);
            proptest::prop_assert!(!html.done().contains(['<', '>', '"', '\'']));
        }
    }
}
