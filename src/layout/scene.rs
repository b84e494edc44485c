//! What composing a page needs to know besides the markup.

use crate::brand::{Brand, Theme, Token};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Span};
use crate::format::Format;
use crate::layout::length::{Length, Scale};
use crate::picture::Pictures;
use crate::template::Markup;
use crate::text::Fonts;

/// The surroundings of one artwork.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The kit.
    pub brand: &'a Brand,
    /// The theme in force.
    pub theme: &'a Theme,
    /// The kit's faces, opened.
    pub fonts: &'a Fonts<'a>,
    /// The campaign's pictures.
    pub pictures: &'a Pictures,
    /// The surface.
    pub format: &'a Format,
    /// The language, for what is printed by charts.
    pub language: &'a str,
    /// Whether any record drawn is illustrative, so that blocks marked so are shown.
    pub illustrative: bool,
}

impl Scene<'_> {
    /// What lengths are resolved against.
    pub(super) fn scale(&self) -> Scale {
        Scale { rem: self.format.rem, hairline: self.hairline() }
    }

    /// The thinnest line that shows: 1/24 rem, never under a pixel.
    pub(super) fn hairline(&self) -> f32 {
        let thin = (self.format.rem / 24.0).max(1.0);
        if self.format.snap { thin.round() } else { thin }
    }

    /// A token by its path in braces, `{color.ink}`.
    ///
    /// # Errors
    /// `MB0705` when the theme has no such token.
    pub(super) fn token(&self, alias: &str, span: &Span) -> Result<&Token, Diagnostic> {
        let path = alias.strip_prefix('{').and_then(|a| a.strip_suffix('}')).unwrap_or(alias).trim();
        self.theme.tokens.get(path).ok_or_else(|| {
            let known = self.theme.tokens.keys().map(String::as_str);
            Diagnostic::error("MB0705")
                .arg("token", path)
                .arg("theme", &self.theme.name)
                .at(span.clone())
                .suggest(path, known)
        })
    }

    /// A colour: `{color.ink}`, or with an opacity `{color.ink}/40%`.
    ///
    /// # Errors
    /// `MB0705` for an unknown token, `MB0706` for anything that is not a colour token.
    pub(super) fn color(&self, text: &str, span: &Span) -> Result<Color, Diagnostic> {
        let wrong = || Diagnostic::error("MB0706").arg("value", text).at(span.clone()).hint("hint");
        let (alias, alpha) = match text.split_once('/') {
            Some((alias, percent)) => {
                let share = percent.strip_suffix('%').and_then(|p| p.parse::<f32>().ok()).ok_or_else(wrong)?;
                (alias, Some((share / 100.0).clamp(0.0, 1.0)))
            }
            None => (text, None),
        };
        if !alias.starts_with('{') {
            return Err(wrong());
        }
        match self.token(alias, span)? {
            Token::Color(color) => Ok(alpha.map_or(*color, |a| color.with_alpha(color.alpha * a))),
            _ => Err(wrong()),
        }
    }

    /// A length, or a dimension token.
    ///
    /// # Errors
    /// `MB0704` when it is no length, `MB0705` for an unknown token.
    pub(super) fn length(&self, text: &str, span: &Span) -> Result<Length, Diagnostic> {
        let wrong = || Diagnostic::error("MB0704").arg("value", text).at(span.clone()).hint("hint");
        if text.starts_with('{') {
            return match self.token(text, span)? {
                Token::Dimension(dimension) => Ok(Length::Px(dimension.rem() * self.format.rem)),
                _ => Err(wrong()),
            };
        }
        Length::parse(text, self.scale()).ok_or_else(wrong)
    }
}

/// The place that an `m:at="F:L:C"` names.
pub(super) fn place(markup: &Markup, at: &str) -> Span {
    let mut parts = at.split(':');
    let file = parts.next().and_then(|file| file.parse::<usize>().ok());
    let name = file.and_then(|index| markup.files.get(index)).or(markup.files.first());
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
    let (line, column) = (number(), number());
    Span::text(name.map_or_else(|| "templates".into(), std::sync::Arc::clone), line, column, 0)
}
