//! The sheet for browsers: one page a language, every theme in it, fonts and drawings inside. It needs no script and no
//! other file, follows the reader's light or dark setting, and reads well on a phone.

use std::fmt::Write as _;

use super::draw::Sheet;
use super::font;
use super::kit::dataset;
use super::look;
use super::said::say;
use super::view::View;
use crate::brand::Theme;
use crate::color::Color;
use crate::html::Html;
use crate::language::words;
use crate::text::Fonts;

/// The rules of the page.
const CSS: &str = include_str!("pages/sheet.css");

/// The page in a language; `file` gives the name of the page in each other language.
pub fn html(sheet: &Sheet<'_>, language: &str, file: impl Fn(&str) -> String) -> String {
    let fonts = Fonts::new(&sheet.brand.typefaces);
    let themes: Vec<Theme> = sheet.themes().into_iter().map(|theme| look::theme(sheet.brand, theme)).collect();
    let title = words(&sheet.campaign.title, language).unwrap_or_default();
    let others = sheet.languages().iter().filter(|other| *other != language);
    let links: Vec<(String, String)> = others.map(|other| (other.clone(), file(other))).collect();
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html lang=\"").text(language).raw("\">\n<head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    html.text(&say(language, "kit", "")).text(": ").text(title).raw("</title>\n<style>");
    html.css(&font::rules(&sheet.brand.typefaces)).css(CSS).css(&choice(&themes)).raw("</style></head>\n<body>");
    picker(&mut html, &themes);
    for (at, theme) in themes.iter().enumerate() {
        let dataset = dataset(sheet.brand, theme, &fonts);
        html.raw("<main class=\"t").text(&at.to_string()).raw("\">");
        let view = View { sheet, theme, language, dataset: &dataset };
        view.write(&mut html, title, &links);
        html.raw("</main>\n");
    }
    html.raw("</body></html>\n");
    html.done()
}

/// Which theme is shown: the one that is picked; until then the kit's own dark one where the reader asks for dark.
fn choice(themes: &[Theme]) -> String {
    const FREE: &str = "body:not(:has(.pick input:checked))";
    let mut css = String::new();
    for (at, theme) in themes.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = writeln!(css, ".t{at}{{{}}}\nbody:has(#p{at}:checked) .t{at}{{display:block}}", variables(theme));
    }
    let _ = writeln!(css, "{FREE} .t0{{display:block}}");
    if let Some(dark) = themes.iter().position(|theme| theme.name == "dark").filter(|at| *at > 0) {
        let _ = writeln!(
            css,
            "@media screen and (prefers-color-scheme:dark){{{FREE} .t0{{display:none}}{FREE} .t{dark}{{display:block}}}}"
        );
    }
    css
}

/// The sheet's own tokens as CSS has them.
fn variables(theme: &Theme) -> String {
    let mut css = String::new();
    for name in ["surface", "raised", "ink", "muted", "line", "accent", "bad"] {
        if let Some(color) = theme.color(&format!("sheet.{name}")) {
            let _ = write!(css, "--{name}:{};", css_color(color));
        }
    }
    if let (Some(body), Some(title)) = (theme.typography("sheet.body"), theme.typography("sheet.title")) {
        let first = body.family.first().map_or("sans-serif", String::as_str);
        let _ = write!(css, "--text:{};--bold:{}", font::family(first), title.weight);
    }
    css
}

/// A colour with its opacity.
pub(super) fn css_color(color: Color) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255")]
    let alpha = (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    if alpha == u8::MAX { color.to_string() } else { format!("{color}{alpha:02x}") }
}

/// Buttons that choose the theme, without a script.
fn picker(html: &mut Html, themes: &[Theme]) {
    if themes.len() < 2 {
        return;
    }
    html.raw("<div class=\"pick\">");
    for (at, theme) in themes.iter().enumerate() {
        html.raw("<label><input type=\"radio\" name=\"theme\" id=\"p").text(&at.to_string()).raw("\">");
        html.text(&theme.name).raw("</label>");
    }
    html.raw("</div>\n");
}
