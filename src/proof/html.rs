//! The proof for browsers: one page that needs no other file and no script, filtered by its own style sheet.

use std::fmt::Write as _;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::card::{counts, facts, found};
use super::{Entry, Picture, Proof, Standing};
use crate::diagnostic::{MessageLanguage, Wording};
use crate::html::Html;

/// The rules of the page.
const CSS: &str = include_str!("proof.css");

/// Writes the page.
pub fn html(proof: &Proof) -> String {
    let wording = Wording::new(proof.messages);
    let say = |id: &str| wording.say(id, &[]);
    let language = match proof.messages {
        MessageLanguage::Vietnamese => "vi",
        MessageLanguage::English => "en",
    };
    let products = proof.products();
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html lang=\"").text(language).raw("\">\n<head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    html.text(&say("proof-stamp")).text(": ").text(&proof.title).raw("</title>\n<style>");
    html.css(CSS).css(&product_rules(products.len())).raw("</style></head>\n<body><header>");
    html.element("<p class=\"stamp\">", &say("proof-stamp"), "</p>").element("<h1>", &proof.title, "</h1>");
    html.raw("<p class=\"lead\">").text(&say("proof-lead")).text(" ");
    html.text(&wording.say("proof-number", &[("number", proof.number())])).raw("</p><ul class=\"counts\">");
    let classes = ["", "", "clean", "warned", "failed"];
    for ((count, name), class) in counts(proof, &wording).iter().zip(classes) {
        html.raw("<li class=\"").text(class).raw("\"><b>").text(count).raw("</b>").text(name).raw("</li>");
    }
    html.raw("</ul>");
    filters(&mut html, &products, &wording);
    html.raw("</header><main>\n");
    for (at, (product, entries)) in products.iter().enumerate() {
        html.raw("<section class=\"p").text(&at.to_string()).raw("\"><h2>").text(product).raw("<small>");
        html.text(&entries.len().to_string()).raw("</small></h2><div class=\"cards\">\n");
        entries.iter().for_each(|entry| card(&mut html, entry, &wording));
        html.raw("</div></section>\n");
    }
    html.element("</main><footer>", &say("proof-foot"), "</footer></body></html>\n");
    html.done()
}

/// Which product is shown.
fn product_rules(count: usize) -> String {
    let mut css = String::new();
    for at in 0..count {
        // Writing to a string does not fail.
        let _ = write!(css, "body:has(#p{at}:checked) section:not(.p{at}){{display:none}}");
    }
    css
}

/// Buttons that choose by finding and by product.
fn filters(html: &mut Html, products: &[(&str, Vec<&Entry>)], wording: &Wording) {
    html.raw("<fieldset><legend>").text(&wording.say("proof-by-finding", &[])).raw("</legend>");
    for id in ["all", "found", "failed", "clean"] {
        html.raw("<label><input type=\"radio\" name=\"s\" id=\"s-").text(id).raw("\"");
        html.raw(if id == "all" { " checked>" } else { ">" });
        html.text(&wording.say(&format!("proof-show-{id}"), &[])).raw("</label>");
    }
    html.raw("</fieldset>");
    if products.len() < 2 {
        return;
    }
    html.raw("<fieldset><legend>").text(&wording.say("proof-by-product", &[])).raw("</legend>");
    html.raw("<label><input type=\"radio\" name=\"p\" checked>")
        .text(&wording.say("proof-show-all", &[]))
        .raw("</label>");
    for (at, (product, _)) in products.iter().enumerate() {
        html.raw("<label><input type=\"radio\" name=\"p\" id=\"p").text(&at.to_string()).raw("\">").text(product);
        html.raw("</label>");
    }
    html.raw("</fieldset>");
}

/// One artwork.
fn card(html: &mut Html, entry: &Entry, wording: &Wording) {
    let class = match entry.standing() {
        Standing::Failed => "failed",
        Standing::Warned => "warned",
        Standing::Clean => "clean",
    };
    html.raw("<article class=\"card ").text(class).raw("\"><figure>");
    match &entry.picture {
        Some(picture) => image(html, picture, entry),
        None => {
            html.element("<p>", &wording.say("proof-no-picture", &[]), "</p>");
        }
    }
    html.raw("</figure><div class=\"about\" lang=\"").text(&entry.language).raw("\">");
    html.element("<h3>", &entry.headline, "</h3>");
    for fact in facts(entry, wording) {
        html.element("<p>", &fact, "</p>");
    }
    html.element("<p>", &entry.stem, "</p>");
    if !entry.alt_text.is_empty() {
        html.element("<p class=\"alt\">", &entry.alt_text, "</p>");
    }
    if !entry.findings.is_empty() {
        html.raw("<ul class=\"found\">");
        for found in entry.findings.iter().map(|diagnostic| found(diagnostic, wording)) {
            html.raw(if found.severe { "<li class=\"severe\">" } else { "<li>" }).element("<b>", found.code, "</b> ");
            html.text(&found.message);
            for more in found.hint.into_iter().chain([found.place]).filter(|more| !more.is_empty()) {
                html.element("<span>", &more, "</span>");
            }
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
    html.raw("<div class=\"sign\">");
    for id in ["proof-approve", "proof-change"] {
        html.raw("<span><i></i>").text(&wording.say(id, &[])).raw("</span>");
    }
    html.raw("</div></div></article>\n");
}

/// A picture inside the page.
fn image(html: &mut Html, picture: &Picture, entry: &Entry) {
    html.raw("<img loading=\"lazy\" width=\"").text(&picture.width.to_string()).raw("\" height=\"");
    html.text(&picture.height.to_string()).raw("\" alt=\"").text(&entry.alt_text);
    html.raw("\" src=\"data:image/jpeg;base64,").text(&STANDARD.encode(&picture.jpeg)).raw("\">");
}

#[cfg(test)]
mod tests {
    use super::super::tests::proof;
    use super::*;

    #[test]
    fn every_artwork_has_a_card_and_every_finding_its_words() {
        let page = html(&proof());
        assert_eq!(page.matches("<article").count(), 3);
        assert_eq!(page.matches("<img").count(), 2);
        for part in [
            "BẢN DUYỆT",
            "MB0802",
            "MB1013",
            "Kết quả &lt;a&gt; &amp; &quot;hơn&quot;",
            "id=\"p1\"",
            "alt=\"Bắc đạt 71,5%.\"",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("<script") && !page.contains("http"));
        assert_eq!(page, html(&proof()), "the same proof");
    }
}
