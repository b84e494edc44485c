//! The files of a template folder.

use super::markup::{Writer, short};
use super::{Imported, Request};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::format::Shape;
use crate::template::MOST_SOURCE;
use crate::units::Size;

/// The most that stands around a template's shapes and words, in bytes.
const HEAD: usize = 1024;

/// Ends the writing: the folder's files, or everything that stood in the way.
pub(super) fn written(mut writer: Writer, request: &Request, places: usize) -> Checked<Imported> {
    if writer.grounds.is_empty() && writer.sheet.is_empty() {
        let root = writer.document.root_element();
        writer.findings.push(Diagnostic::error("MB0643").at(super::sheet::place(writer.source, root)).hint("hint"));
    }
    if writer.sheet.len() + writer.grounds.len() > MOST_SOURCE - HEAD {
        let large = Diagnostic::error("MB0642").arg("what", "KiB").arg("limit", MOST_SOURCE >> 10).hint("hint");
        writer.findings.push(large.at(Span::whole(writer.source.name.clone())));
    }
    if writer.grounds.is_empty() {
        writer.grounds.push_str("  <m:ground fill=\"{color.surface}\"/>\n");
    }
    for key in writer.speech.answer() {
        let at = writer.source.text.find(key.as_str()).unwrap_or(0);
        let silent = Diagnostic::warning("MB0663").arg("name", &key).hint("hint");
        writer.findings.push(silent.at(writer.source.span(at..at + key.len())));
    }
    let digits = std::mem::take(&mut writer.speech.digits);
    if !digits.is_empty() {
        let listed = digits.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let place = digits.iter().find_map(|text| {
            let at = writer.source.text.find(text.as_str())?;
            Some(writer.source.span(at..at + text.len()))
        });
        let place = place.unwrap_or_else(|| Span::whole(writer.source.name.clone()));
        writer.findings.push(Diagnostic::warning("MB0654").arg("digits", listed).at(place).hint("hint"));
    }
    #[expect(clippy::cast_possible_truncation, reason = "a page's size is small")]
    let size = Size { width: writer.page.width as f32, height: writer.page.height as f32 };
    let shape = serde_json::to_string(&Shape::of(size)).unwrap_or_default().trim_matches('"').to_owned();
    let folder = format!("templates/{}", request.name);
    let mut files = std::mem::take(&mut writer.taken);
    files.insert(format!("{folder}/template.svg"), template(&writer).into_bytes());
    let settings = settings(request, &shape, &digits, &writer);
    files.insert(format!("{folder}/template.toml"), settings.into_bytes());
    for (number, language) in request.languages.iter().enumerate() {
        files.insert(format!("{folder}/{language}.ftl"), writer.speech.fluent(number == 0).into_bytes());
    }
    writer.findings.finish(Imported { files, shape, places })
}

/// `template.svg`.
fn template(writer: &Writer) -> String {
    let ratio = short(writer.page.width / writer.page.height, 6);
    let file = writer.source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let file: String = file.chars().filter(|c| !matches!(c, '#' | '{' | '}' | '%')).collect();
    format!(
        "{{# Drawn in {file}; see \"Drawn templates\" in templates/README.md. #}}\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\">\n{}  <m:sheet ratio=\"{ratio}\">\n{}  </m:sheet>\n</svg>\n",
        writer.grounds, writer.sheet
    )
}

/// `template.toml`.
fn settings(request: &Request, shape: &str, digits: &std::collections::BTreeSet<String>, writer: &Writer) -> String {
    let mut title = request.name.replace('-', " ");
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let quoted = |text: &str| toml_string(text);
    let mut out: String =
        request.languages.iter().map(|language| format!("title.{language} = {}\n", quoted(&title))).collect();
    if !writer.speech.tables.is_empty() {
        let tables: Vec<String> = writer.speech.tables.iter().map(|table| quoted(table)).collect();
        out.push_str(&format!("needs = [{}]\n", tables.join(", ")));
    }
    out.push_str(&format!("shapes = [{}]\nsequence = \"still\"\n", quoted(shape)));
    for text in digits {
        let reason = "words of the drawing; look whether it is data";
        out.push_str(&format!("[[allow]]\ntext = {}\nreason = {}\n", quoted(text), quoted(reason)));
    }
    out
}

/// A string as TOML writes it.
fn toml_string(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
