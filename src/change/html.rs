//! The change report for browsers and paper: one page that needs no other file and no script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{AssetChange, Changes, Fate, Pictures, Piece, Small, Step, TextChange};
use crate::diagnostic::{MessageLanguage, Wording};
use crate::html::Html;
use crate::language::words;
use crate::lineage::Place;

/// The rules of the page.
const CSS: &str = include_str!("change.css");

/// What the page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The campaign's title.
    pub title: &'a str,
    /// What changed.
    pub changes: &'a Changes,
    /// Small pictures by asset: before and after.
    pub pictures: &'a Pictures,
    /// The language of the page.
    pub messages: MessageLanguage,
}

/// Writes the page.
pub fn html(sheet: &Sheet) -> String {
    let wording = Wording::new(sheet.messages);
    let say = |id: &str| wording.say(id, &[]);
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html lang=\"").text(sheet.messages.code()).raw("\">\n<head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    html.text(&heading(sheet, &wording)).raw("</title>\n<style>").css(CSS).raw("</style></head>\n<body><header>");
    head(&mut html, sheet, &wording);
    html.raw("</header><main>\n");
    numbers(&mut html, sheet.changes, &wording);
    for (fate, title) in [(Fate::Changed, "change-changed"), (Fate::Added, "change-added")] {
        let assets: Vec<_> = sheet.changes.assets.iter().filter(|asset| asset.fate == fate).collect();
        if !assets.is_empty() {
            section(&mut html, &say(title), assets.len());
            assets.into_iter().for_each(|asset| card(&mut html, asset, sheet, &wording));
            html.raw("</section>\n");
        }
    }
    let absent: Vec<_> = sheet.changes.assets.iter().filter(|asset| asset.fate == Fate::Absent).collect();
    if !absent.is_empty() {
        section(&mut html, &say("change-absent"), absent.len());
        html.raw("<ul>");
        for asset in absent {
            html.element("<li>", &asset.asset, "</li>");
        }
        html.raw("</ul></section>\n");
    }
    files(&mut html, sheet.changes, &wording);
    html.raw("</main></body></html>\n");
    html.done()
}

/// What the report is of.
fn heading(sheet: &Sheet, wording: &Wording) -> String {
    let to = if sheet.changes.to.is_empty() { wording.say("change-store", &[]) } else { sheet.changes.to.clone() };
    wording.say("change-heading", &[("from", sheet.changes.from.clone()), ("to", to)])
}

/// Title, counts, and what was said of the change.
fn head(html: &mut Html, sheet: &Sheet, wording: &Wording) {
    html.element("<p class=\"lead\">", sheet.title, "</p>").element("<h1>", &heading(sheet, wording), "</h1>");
    html.raw("<ul class=\"counts\">");
    let fates = [
        (Fate::Changed, "change-changed"),
        (Fate::Added, "change-added"),
        (Fate::Absent, "change-absent"),
        (Fate::Unchanged, "change-unchanged"),
    ];
    for (fate, name) in fates {
        html.element("<li><b>", &sheet.changes.count(fate).to_string(), "</b>")
            .text(&wording.say(name, &[]))
            .raw("</li>");
    }
    html.raw("</ul>");
    for notice in &sheet.changes.notices {
        html.element(
            "<p class=\"notice\"><b>",
            notice.kind.word(sheet.messages == MessageLanguage::Vietnamese),
            "</b> ",
        );
        html.text(
            words(&notice.note, sheet.messages.code())
                .or(notice.note.values().next().map(String::as_str))
                .unwrap_or_default(),
        );
        html.raw("</p>");
    }
}

/// A part of the page with its title and count; left open.
fn section(html: &mut Html, title: &str, count: usize) {
    html.raw("<section><h2>").text(title).raw("<small>").text(&count.to_string()).raw("</small></h2>\n");
}

/// Every text that changed, old → new.
fn numbers(html: &mut Html, changes: &Changes, wording: &Wording) {
    if changes.texts.is_empty() {
        return;
    }
    section(html, &wording.say("change-texts", &[]), changes.texts.len());
    html.raw("<table><thead><tr>");
    for id in ["recall-cell", "recall-before", "recall-after", "change-pictures"] {
        html.element("<th>", &wording.say(id, &[]), "</th>");
    }
    html.raw("</tr></thead>");
    for (text, assets) in &changes.texts {
        html.raw("<tr><td>");
        cells(html, text, wording);
        html.raw("</td>");
        before_after(html, text);
        html.element("<td>", &assets.len().to_string(), "</td></tr>\n");
    }
    html.raw("</table></section>\n");
}

/// The cells of a text; of many, the first and how many more.
fn cells(html: &mut Html, text: &TextChange, wording: &Wording) {
    let Some((first, more)) = text.cells.split_first() else { return };
    html.element("<code>", first, "</code>");
    if !more.is_empty() {
        html.raw(" <small>")
            .text(&wording.say("change-more-cells", &[("more", more.len().to_string())]))
            .raw("</small>");
    }
}

/// Two cells of a table: before and after.
fn before_after(html: &mut Html, text: &TextChange) {
    let or_dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    html.element("<td class=\"old\">", &or_dash(&text.before), "</td>");
    html.element("<td class=\"new\">", &or_dash(&text.after), "</td>");
}

/// One asset: pictures, texts, words.
fn card(html: &mut Html, asset: &AssetChange, sheet: &Sheet, wording: &Wording) {
    html.raw("<article><h3 lang=\"")
        .text(&asset.language)
        .raw("\">")
        .text(&asset.headline)
        .raw("</h3><p class=\"name\">");
    html.text(&asset.asset).raw(" · ").text(&versions(asset)).raw("</p>");
    match sheet.pictures.get(&asset.asset) {
        Some((None, None)) | None => {
            html.element("<p class=\"none\">", &wording.say("change-no-picture", &[]), "</p>");
        }
        Some((before, after)) => {
            html.raw(if before.is_some() && after.is_some() {
                "<div class=\"pair\">"
            } else {
                "<div class=\"pair one\">"
            });
            let sides = [(before, "recall-before", false), (after, "recall-after", true)];
            for (small, title, now) in sides {
                if let Some(small) = small {
                    picture(html, asset, small, now, &wording.say(title, &[]));
                }
            }
            html.raw("</div>");
        }
    }
    if !asset.texts.is_empty() {
        html.raw("<table>");
        for text in &asset.texts {
            html.raw("<tr><td>");
            cells(html, text, wording);
            html.raw("</td>");
            before_after(html, text);
            html.raw("</tr>");
        }
        html.raw("</table>");
    }
    for change in &asset.words {
        html.raw("<p class=\"words\" lang=\"")
            .text(&asset.language)
            .raw("\"><small lang=\"")
            .text(sheet.messages.code());
        html.raw("\">").text(&wording.say(&format!("change-{}", change.what), &[])).raw("</small> ");
        for piece in &change.pieces {
            said(html, piece);
        }
        html.raw("</p>");
    }
    html.raw("</article>\n");
}

/// Some words, marked when they went or came.
fn said(html: &mut Html, piece: &Piece) {
    match piece {
        Piece::Same(words) => html.text(words).raw(" "),
        Piece::Gone(words) => html.element("<del>", words, "</del> "),
        Piece::New(words) => html.element("<ins>", words, "</ins> "),
    };
}

/// Versions before and after.
fn versions(asset: &AssetChange) -> String {
    let named = |version: Option<u32>| version.map(|version| format!("v{version:02}"));
    let both = [named(asset.before), named(asset.after)];
    both.into_iter().flatten().collect::<Vec<_>>().join(" → ")
}

/// A picture with boxes around what changed.
fn picture(html: &mut Html, asset: &AssetChange, small: &Small, now: bool, title: &str) {
    html.raw("<figure><div class=\"sheet\" style=\"").text(&format!("--w:{};--t:{}", small.width, small.height));
    html.raw("\"><img loading=\"lazy\" width=\"").text(&small.width.to_string()).raw("\" height=\"");
    html.text(&small.height.to_string()).raw("\" alt=\"").text(&format!("{title}: {}", asset.headline));
    html.raw("\" src=\"data:image/jpeg;base64,").text(&STANDARD.encode(&small.jpeg)).raw("\">");
    for text in &asset.texts {
        let boxes = if now { &text.boxes.after } else { &text.boxes.before };
        let here = boxes.get(&small.format).into_iter().flatten().filter(|place| place.page == small.page);
        here.for_each(|place| {
            html.raw(if now { "<i class=\"now\" style=\"" } else { "<i style=\"" })
                .text(&outline(place))
                .raw("\"></i>");
        });
    }
    html.raw("</div><figcaption>").text(title).raw(" · ").text(&small.format).raw("</figcaption></figure>");
}

/// A box as parts of the picture.
fn outline(place: &Place) -> String {
    let part = |value: f32| format!("{:.3}%", value.clamp(0.0, 1.0) * 100.0);
    let (left, top) = (part(place.x), part(place.y));
    format!("left:{left};top:{top};width:{};height:{}", part(place.width), part(place.height))
}

/// The list of files, folded away on a screen.
fn files(html: &mut Html, changes: &Changes, wording: &Wording) {
    let count = |step| changes.files.iter().filter(|file| file.step == step).count().to_string();
    let args = [("add", count(Step::Add)), ("remove", count(Step::Remove)), ("keep", count(Step::Keep))];
    html.element("<section><details><summary>", &wording.say("change-files", &args), "</summary><ul class=\"files\">");
    for file in changes.files.iter().filter(|file| file.step != Step::Keep) {
        html.raw(if file.step == Step::Add { "<li>+ " } else { "<li>− " }).text(&file.name).raw("</li>\n");
    }
    html.raw("</ul></details></section>\n");
}
