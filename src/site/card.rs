//! Assets in lists: of each work one card, in the reader's language where there is one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::page::{Here, Shell};
use super::preview;
use super::standing::{Tone, standing};
use crate::feed::address;
use crate::html::Html;
use crate::published::{PublicAsset, PublicVersion};

/// An asset with its newest version.
pub(super) type Shown<'a> = (&'a PublicAsset, &'a PublicVersion);

/// Of each work among these the asset that a reader of a language is shown, newest first.
pub(super) fn works<'a>(assets: impl Iterator<Item = &'a PublicAsset>, language: &str, first: &str) -> Vec<Shown<'a>> {
    let mut works: BTreeMap<String, Shown<'a>> = BTreeMap::new();
    let rank = |version: &PublicVersion| {
        let spoken = &version.asset.language;
        (spoken != language, spoken != first)
    };
    for (asset, version) in assets.filter_map(|asset| Some((asset, asset.latest()?))) {
        works
            .entry(version.asset.work())
            .and_modify(|known| {
                if rank(version) < rank(known.1) {
                    *known = (asset, version);
                }
            })
            .or_insert((asset, version));
    }
    let mut works: Vec<Shown<'a>> = works.into_values().collect();
    works.sort_by_key(|(asset, version)| (Reverse(version.at), asset.asset.clone()));
    works
}

/// A list of cards.
pub(super) fn cards(shell: &Shell<'_>, shown: &[Shown<'_>], language: &str, here: &Here, html: &mut Html) {
    html.raw("<ul class=\"cards\">\n");
    for (asset, version) in shown {
        card(shell, asset, version, language, here, html);
    }
    html.raw("</ul>\n");
}

/// One card.
fn card(shell: &Shell<'_>, asset: &PublicAsset, version: &PublicVersion, language: &str, here: &Here, html: &mut Html) {
    let book = shell.book(language);
    html.raw("<li class=\"card\"><a href=\"").text(&here.to(&address::asset(&asset.asset))).raw("\"");
    if version.asset.language != language {
        html.raw(" lang=\"").text(&version.asset.language).raw("\"");
    }
    html.raw("><span class=\"pane\">");
    picture(version, here, true, html);
    html.raw("</span>");
    let (tone, word) = standing(shell, version, book);
    if tone != Tone::Good {
        html.raw("<span class=\"badge ").raw(tone.class()).raw("\">").text(&word).raw("</span>");
    } else if version.embargo.is_some() {
        html.element("<span class=\"badge mind\">", &book.say("embargo"), "</span>");
    }
    html.element("<span class=\"title\">", headline(version), "</span></a><span class=\"when\">");
    time(shell, language, version, html);
    html.raw("</span></li>\n");
}

/// What an asset is called.
pub(super) fn headline(version: &PublicVersion) -> &str {
    let about = &version.asset;
    if about.headline.is_empty() { &about.asset } else { &about.headline }
}

/// When a version came out, and of which period it is.
pub(super) fn time(shell: &Shell<'_>, language: &str, version: &PublicVersion, html: &mut Html) {
    html.raw("<time datetime=\"").text(&version.at.to_string()).raw("\">").text(&shell.book(language).day(version.at));
    html.raw("</time>");
    if !version.asset.period.is_empty() {
        html.raw(" · ").text(&version.asset.period);
    }
}

/// The small picture of a version, or a plain ground when it has none or may not be shown.
pub(super) fn picture(version: &PublicVersion, here: &Here, decorative: bool, html: &mut Html) {
    let Some(file) = preview::source(version).filter(|_| version.is_served()) else {
        html.raw("<span class=\"blank\">");
        // A document has no picture to show, and says what it is.
        if let Some(file) = version.asset.files.first().filter(|_| version.is_served()) {
            html.text(&file.encoding.name().to_uppercase());
        }
        html.raw("</span>");
        return;
    };
    let (width, height) = preview::size(file.width, file.height);
    html.raw("<img src=\"").text(&here.to(&address::preview(file))).raw("\" width=\"").text(&width.to_string());
    html.raw("\" height=\"").text(&height.to_string()).raw("\" alt=\"");
    html.text(if decorative { "" } else { &version.asset.alt_text });
    html.raw(if decorative { "\" loading=\"lazy\">" } else { "\">" });
}
