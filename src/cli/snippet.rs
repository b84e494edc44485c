//! Findings for people. In: a diagnostic, the words, the campaign's text files; out: a report that shows the place
//! as rustc does, or one line.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use crate::diagnostic::{Diagnostic, Place, Severity, Span, Wording};

/// Files above this are not read for the sake of showing a line, in bytes.
const LARGEST_FILE: u64 = 64 << 20;
/// Lines above this are not shown (embedded pictures), in bytes.
const LONGEST_LINE: usize = 4000;

/// The campaign's text files, read when a finding first points into them.
pub(super) struct Sources {
    /// The campaign folder.
    root: PathBuf,
    /// Contents by path; none where the file cannot be shown.
    texts: BTreeMap<Arc<str>, Option<String>>,
}

impl Sources {
    /// Nothing read yet.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), texts: BTreeMap::new() }
    }

    /// Forgets what was read, because files may have changed.
    pub(super) fn forget(&mut self) {
        self.texts.clear();
    }

    /// One line of a file, counted from 1, without its end.
    fn line(&mut self, file: &Arc<str>, line: u32) -> Option<&str> {
        let root = &self.root;
        let text = self.texts.entry(Arc::clone(file)).or_insert_with(|| read(root, file)).as_deref()?;
        let index = usize::try_from(line.checked_sub(1)?).ok()?;
        let line = text.split('\n').nth(index)?.trim_end_matches('\r');
        (line.len() <= LONGEST_LINE).then_some(line)
    }
}

/// A file of the campaign as text, if it lies inside, is not huge and can be read.
fn read(root: &Path, file: &str) -> Option<String> {
    let relative = Path::new(file);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let path = root.join(relative);
    let about = std::fs::metadata(&path).ok()?;
    if !about.is_file() || about.len() > LARGEST_FILE {
        return None;
    }
    let bytes = std::fs::read(&path).ok()?;
    // Places are counted without a byte-order mark, and up to the first bad byte.
    let text = String::from_utf8_lossy(&bytes);
    Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// The bytes of `length` characters from `column` (counted from 1), kept inside the line.
fn stretch(line: &str, column: u32, length: u32) -> Range<usize> {
    let byte = |characters: u64| {
        let characters = usize::try_from(characters).unwrap_or(usize::MAX);
        line.char_indices().nth(characters).map_or(line.len(), |(at, _)| at)
    };
    let first = u64::from(column.saturating_sub(1));
    byte(first)..byte(first + u64::from(length.max(1)))
}

/// How reports are drawn.
pub(super) struct Style {
    /// Whether in colour.
    pub(super) color: bool,
    /// Columns.
    pub(super) width: usize,
}

/// A finding with its lines and hints, without a line end.
pub(super) fn report(diagnostic: &Diagnostic, wording: &Wording, sources: &mut Sources, style: &Style) -> String {
    let (level, name) = match (&diagnostic.allowed, diagnostic.severity) {
        (Some(_), _) => (Level::INFO, wording.say("say-allowed", &[])),
        (None, Severity::Error) => (Level::ERROR, wording.say("say-error", &[])),
        (None, Severity::Warning) => (Level::WARNING, wording.say("say-warning", &[])),
    };
    let title = level.with_name(name).primary_title(wording.message(diagnostic)).id(diagnostic.code);
    let mut group = Group::with_title(title);
    for span in &diagnostic.spans {
        group = place(group, span, sources);
    }
    if let Some(reason) = &diagnostic.allowed {
        let level = Level::NOTE.with_name(wording.say("say-reason", &[]));
        group = group.element(level.message(normalize_untrusted_str(reason)));
    } else if let Some(hint) = wording.hint(diagnostic) {
        let level = Level::HELP.with_name(wording.say("say-hint", &[]));
        group = group.element(level.message(normalize_untrusted_str(&hint)));
    }
    if let Some(artwork) = diagnostic.met.as_ref().map(|met| &met.artwork) {
        let level = Level::NOTE.with_name(wording.say("say-artwork", &[]));
        group = group.element(level.message(normalize_untrusted_str(artwork)));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).term_width(style.width).render(&[group])
}

/// Adds a place: its line when it can be shown, else an arrow to it.
fn place<'a>(group: Group<'a>, span: &Span, sources: &mut Sources) -> Group<'a> {
    let Place::Text { line, column, length } = span.place else {
        return group.element(Origin::path(span.to_string()));
    };
    match sources.line(&span.file, line) {
        Some(text) => {
            let annotation = AnnotationKind::Primary.span(stretch(text, column, length));
            let start = usize::try_from(line).unwrap_or(1);
            let snippet = Snippet::source(text.to_owned()).line_start(start).path(span.file.to_string());
            group.element(snippet.annotation(annotation))
        }
        None => group.element(Origin::path(span.to_string())),
    }
}

/// A finding on one line: `path:line:column: error[CODE]: message`; the keywords stay English for editors.
pub(super) fn one_line(diagnostic: &Diagnostic, wording: &Wording) -> String {
    let severity = match (&diagnostic.allowed, diagnostic.severity) {
        (Some(_), _) => "allowed",
        (None, Severity::Error) => "error",
        (None, Severity::Warning) => "warning",
    };
    let place = diagnostic.spans.first().map(|span| format!("{span}: ")).unwrap_or_default();
    let message = normalize_untrusted_str(&wording.message(diagnostic)).replace(['\n', '\r'], " ");
    let reason = diagnostic.allowed.as_ref().map(|reason| format!(" ({})", normalize_untrusted_str(reason)));
    format!("{place}{severity}[{}]: {message}{}", diagnostic.code, reason.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    const STYLE: Style = Style { color: false, width: 100 };

    fn shown(text: &[u8], diagnostic: &Diagnostic, language: MessageLanguage) -> String {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("data")).unwrap();
        std::fs::write(dir.path().join("data/x.csv"), text).unwrap();
        report(diagnostic, &Wording::new(language), &mut Sources::new(dir.path()), &STYLE)
    }

    fn finding() -> Diagnostic {
        Diagnostic::error("MB0001").arg("path", "logo.svg").hint("hint")
    }

    #[test]
    fn a_report_points_at_characters_not_bytes() {
        let text = "\u{feff}mã,tên\r\nđường sắt,12\r\n".as_bytes();
        let report = shown(text, &finding().at(Span::text("data/x.csv", 2, 11, 2)), MessageLanguage::English);
        snapbox::assert_data_eq!(
            report,
            snapbox::str![[r#"
error[MB0001]: there is no file logo.svg
 --> data/x.csv:2:11
  |
2 | đường sắt,12
  |           ^^
  |
  = hint: names are relative to the campaign folder and tell capitals from small letters
"#]]
        );
    }

    #[test]
    fn a_sheet_cell_and_vietnamese() {
        let finding = finding().at(Span::cell("data/x.xlsx", "Q3", 7, 3)).at(Span::text("data/x.csv", 1, 1, 0));
        snapbox::assert_data_eq!(
            shown(b"a,b\n", &finding, MessageLanguage::Vietnamese),
            snapbox::str![[r#"
lỗi[MB0001]: không có tệp logo.svg
 --> data/x.xlsx › Q3!C7
  |
 ::: data/x.csv:1:1
  |
1 | a,b
  | ^
  |
  = gợi ý: đường dẫn tính từ thư mục chiến dịch và phân biệt chữ hoa, chữ thường
"#]]
        );
    }

    #[test]
    fn no_place_and_no_file_are_fine() {
        let english = Wording::new(MessageLanguage::English);
        let mut sources = Sources::new(Path::new("/nowhere"));
        for span in ["../etc/passwd", "/etc/hostname", "gone.csv"] {
            let text = report(&finding().at(Span::text(span, 1, 1, 1)), &english, &mut sources, &STYLE);
            assert!(text.contains(&format!("--> {span}:1:1")), "{text}");
        }
        assert!(report(&finding(), &english, &mut sources, &STYLE).starts_with("error[MB0001]: there is no"));
    }

    #[test]
    fn wild_places_and_texts_never_panic() {
        let texts: [&[u8]; 6] = [b"", b"\n\n", "ữ".as_bytes(), b"\xff\xfe\x00", b"a\tb\x1b[31m\r\n", &[b'x'; 9000]];
        for text in texts {
            for (line, column, length) in
                [(0, 0, 0), (1, 0, 9), (1, 1, 0), (1, 99, 1), (2, 1, u32::MAX), (u32::MAX, u32::MAX, u32::MAX)]
            {
                let span = Span::text("data/x.csv", line, column, length);
                assert!(shown(text, &finding().at(span), MessageLanguage::English).contains("data/x.csv"));
            }
        }
    }

    #[test]
    fn one_line_stays_one_line() {
        let finding = Diagnostic::warning("MB0001").arg("path", "a\nb\u{1b}[31m").at(Span::text("x.csv", 3, 4, 1));
        let line = one_line(&finding, &Wording::new(MessageLanguage::English));
        assert!(line.starts_with("x.csv:3:4: warning[MB0001]: there is no file a b"), "{line}");
        assert!(!line.contains('\u{1b}') && !line.contains('\n'));
    }
}
