//! How a version stands, in words and as a banner: may be used, replaced, corrected, paused, taken back, out of date.

use super::page::{Here, Shell};
use crate::feed::{Wordbook, address, editors_note};
use crate::html::Html;
use crate::language::words;
use crate::published::{NoticeKind, PublicAsset, PublicVersion, Status};

/// How a version stands, for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// It may be used.
    Good,
    /// There is something to know.
    Mind,
    /// It may not be used.
    Stop,
}

impl Tone {
    /// Its class in the style sheet.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Mind => "mind",
            Self::Stop => "stop",
        }
    }
}

/// How a version stands: tone, and the word for it.
pub(super) fn standing(shell: &Shell<'_>, version: &PublicVersion, book: &Wordbook) -> (Tone, String) {
    let kind = shell.published.notices.iter().find(|notice| Some(notice.number) == version.notice).map(|n| n.kind);
    let capitals = |kind: NoticeKind| kind.word(book.is_vietnamese()).to_uppercase();
    match (version.status, version.replaced_by) {
        (Status::Withheld, _) => (Tone::Stop, capitals(NoticeKind::Withheld)),
        (Status::Canceled, _) => (Tone::Stop, capitals(kind.unwrap_or(NoticeKind::Kill))),
        (Status::Usable, Some(by)) => (Tone::Mind, book.fill("replaced-by", &[("version", format!("v{by:02}"))])),
        (Status::Usable, None) if version.has_expired(shell.published.now) => (Tone::Mind, book.say("expired")),
        (Status::Usable, None) => (Tone::Good, book.say("usable")),
    }
}

/// The banner over an asset: what its newest version is, and, where that replaced one with an error, that too.
pub(super) fn banner(shell: &Shell<'_>, asset: &PublicAsset, version: &PublicVersion, here: &Here, html: &mut Html) {
    let language = shell.language(&version.asset.language);
    let book = shell.book(language);
    let (tone, word) = standing(shell, version, book);
    let note = editors_note(shell.published, &asset.asset, version);
    if let Some(embargo) = version.embargo {
        html.raw("<div class=\"banner mind\" role=\"note\"><b>").text(&book.say("embargo")).raw("</b> <p>");
        html.text(&book.fill("embargo-note", &[("moment", book.moment(embargo.until))])).raw("</p></div>\n");
    }
    if tone == Tone::Stop {
        html.raw("<div class=\"banner stop\" role=\"note\"><b>").text(&word).raw("</b> <p>");
        html.text(words(&version.reason, language).unwrap_or_default());
        html.raw("</p>");
        if let Some(notice) = version.notice {
            ledger_link(shell, language, notice, here, html);
        }
        html.raw("</div>\n");
    } else if tone == Tone::Mind {
        html.raw("<div class=\"banner mind\" role=\"note\"><b>").text(&word).raw("</b>");
        if let Some(expires) = version.expires.filter(|_| version.replaced_by.is_none()) {
            html.raw(" <p>").text(&book.fill("expired-note", &[("moment", book.moment(expires))])).raw("</p>");
        }
        html.raw("</div>\n");
    } else if !note.is_empty() && version.embargo.is_none() {
        // This version put something right.
        let notices = shell.published.notices.iter().rev();
        let of = notices
            .into_iter()
            .find(|notice| notice.replaced.iter().any(|one| one.asset == asset.asset && one.by == version.version));
        html.raw("<div class=\"banner fixed\" role=\"note\"><p>").text(&note).raw("</p>");
        if let Some(notice) = of {
            ledger_link(shell, language, notice.number, here, html);
        }
        html.raw("</div>\n");
    }
}

/// The way to a notice in the ledger of corrections.
fn ledger_link(shell: &Shell<'_>, language: &str, notice: u64, here: &Here, html: &mut Html) {
    html.raw("<a href=\"").text(&here.to(&address::notice(&shell.root(language), notice))).raw("\">");
    html.text(&shell.book(language).fill("see-notice", &[("number", notice.to_string())])).raw("</a>");
}
