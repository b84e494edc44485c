//! The templates of a campaign, compiled and checked.
//!
//! In: `templates/` and the campaign's languages. Out: a [`TemplateSet`], or everything that is wrong with any of them.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use tera::Tera;

use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::digest::Digest;
use crate::language;
use crate::record::Dataset;
use crate::source::{Folder, Source};

use super::complaint::Places;
use super::deadline::STACK;
use super::declaration::{self, Allow, Declaration, Sequence};
use super::facts::Facts;
use super::functions;
use super::gather::{self, File};
use super::room::Room;
use super::stamp::Stamped;
use super::words::Words;

/// All templates of a campaign by name.
#[derive(Debug, Default)]
pub struct TemplateSet {
    /// The templates.
    templates: BTreeMap<String, Template>,
}

/// A compiled template.
pub struct Template {
    /// Its name, the folder below `templates/`.
    pub name: Arc<str>,
    /// Title by language.
    pub title: language::Words,
    /// Tables it reads.
    pub needs: Vec<String>,
    /// Columns each table must have.
    pub columns: BTreeMap<String, Vec<String>>,
    /// Surfaces it is drawn for.
    pub room: Room,
    /// What it draws.
    pub sequence: Sequence,
    /// Strings with digits that it may draw unbound.
    pub allow: Vec<Allow>,
    /// Every file it uses: its SVG and those it includes, `template.toml`, its words.
    pub files: Vec<Arc<str>>,
    /// Digest of those files.
    pub digest: Digest,
    /// The declaration, which knows the places of its entries.
    declaration: Declaration,
    /// All SVG files it could use by Tera's name, its own `template.svg` first; `m:at` counts in this order.
    pub(super) sources: Vec<(String, Stamped)>,
    /// Which of them it does use.
    pub(super) used: Vec<usize>,
    /// Facts of the same files.
    pub(super) facts: Vec<Facts>,
    /// Components it could call.
    pub(super) components: Vec<String>,
    /// Its words.
    pub(super) words: Arc<Words>,
    /// The compiled source.
    pub(super) tera: Tera,
    /// That it took too long to fill once; each attempt leaves a thread that nothing can stop.
    pub(super) overdue: OnceLock<Diagnostic>,
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Template").field("name", &self.name).field("digest", &self.digest).finish_non_exhaustive()
    }
}

impl TemplateSet {
    /// Reads and compiles every template; those that no product uses are checked too.
    ///
    /// # Errors
    /// Everything that is wrong with any file, at once: `MB0001`, `MB0002`, `MB0601` to `MB0618`.
    pub fn read(folder: &Folder, languages: &[String]) -> Checked<Self> {
        let mut findings = Findings::new();
        let parts = gather::parts(folder, &mut findings);
        let mut set = Self::default();
        let names: Vec<String> = gather::names(folder).into_iter().collect();
        let read = |name: String| {
            let mut own = Findings::new();
            let template = read_template(folder, &name, languages, &parts, &mut own);
            (name, template, own)
        };
        // On threads with as much stack as a filling one: a template is read as deep as it is filled.
        let read: Vec<_> = match rayon::ThreadPoolBuilder::new().stack_size(STACK).build() {
            Ok(pool) => pool.install(|| names.into_par_iter().map(read).collect()),
            Err(_) => names.into_iter().map(read).collect(),
        };
        for (name, template, own) in read {
            findings.extend(own.into_vec());
            if let Some(template) = template {
                set.templates.insert(name, template);
            }
        }
        // A broken part is met once by each template.
        let mut once: Vec<Diagnostic> = Vec::new();
        for finding in findings.into_vec() {
            if !once.contains(&finding) {
                once.push(finding);
            }
        }
        let mut findings = Findings::new();
        findings.extend(once);
        findings.finish(set)
    }

    /// A template by name.
    pub fn get(&self, name: &str) -> Option<&Template> {
        self.templates.get(name)
    }

    /// All templates in order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Template> {
        self.templates.values()
    }

    /// Whether the data has what the templates need.
    pub fn check(&self, dataset: &Dataset) -> Vec<Diagnostic> {
        self.iter().flat_map(|template| template.check(dataset)).collect()
    }
}

impl Template {
    /// Whether the data has what the template needs: `MB0622` and `MB0623`, with places in `template.toml`.
    pub fn check(&self, dataset: &Dataset) -> Vec<Diagnostic> {
        let tables = || dataset.tables.keys().map(String::as_str);
        let mut findings = Vec::new();
        for (table, span) in &self.declaration.needs {
            if !dataset.tables.contains_key(table) {
                let finding = Diagnostic::error("MB0622").arg("table", table).at(span.clone());
                findings.push(finding.suggest(table, tables()));
            }
        }
        for (name, columns) in &self.declaration.columns {
            let Some(table) = dataset.tables.get(name) else {
                let finding = Diagnostic::error("MB0622").arg("table", name);
                let place = columns.first().map(|(_, span)| span.clone());
                findings.push(place.into_iter().fold(finding, Diagnostic::at).suggest(name, tables()));
                continue;
            };
            for (column, span) in columns {
                if table.column(column).is_none() && !table.columns.iter().any(|known| *known.name == **column) {
                    let finding = Diagnostic::error("MB0623").arg("table", name).arg("column", column);
                    let known = table.columns.iter().map(|known| &*known.name);
                    findings.push(finding.at(span.clone()).suggest(column, known));
                }
            }
        }
        findings
    }

    /// What places are looked up in.
    pub(super) fn places(&self) -> Places<'_> {
        Places { files: &self.sources, components: &self.components }
    }

    /// The main file as a whole.
    pub(super) fn whole(&self) -> Span {
        Span::whole(self.sources.first().map_or_else(|| Arc::clone(&self.name), |(_, file)| file.source.name.clone()))
    }
}

/// Reads one template with the shared parts.
fn read_template(
    folder: &Folder,
    name: &str,
    languages: &[String],
    parts: &[File],
    findings: &mut Findings,
) -> Option<Template> {
    let toml = gather::needed_file(folder, name, "template.toml").map_err(|finding| findings.push(finding)).ok();
    let declaration = toml.as_ref().and_then(|source| findings.take(declaration::read(source)));
    let own = gather::own_files(folder, name, findings);
    if own.is_empty() {
        return None;
    }
    let files: Vec<&File> = own.iter().chain(parts).collect();
    gather::look_at_includes(&files, findings);
    let used = gather::used(&files, own.len());
    let (words, mut side) = read_words(folder, name, languages, findings);
    for file in used.iter().filter_map(|at| files.get(*at)) {
        check_messages(file, &words, languages, findings);
    }
    let sources: Vec<(String, Stamped)> =
        files.iter().enumerate().map(|(at, file)| (file.name.clone(), Stamped::new(file.source.clone(), at))).collect();
    let components: Vec<String> =
        files.iter().flat_map(|file| file.facts.defines.iter().map(|(name, _)| name.clone())).collect();
    let tera = compile(&files, &sources, &components, findings)?;
    let (declaration, toml) = (declaration?, toml?);
    if findings.has_errors() {
        return None;
    }
    let mut all: Vec<Source> = used.iter().filter_map(|at| files.get(*at)).map(|file| file.source.clone()).collect();
    all.push(toml);
    all.append(&mut side);
    let pieces = all.iter().flat_map(|source| [source.name.as_bytes(), source.text.as_bytes()]);
    Some(Template {
        name: name.into(),
        title: declaration.title.clone(),
        needs: declaration.needs.iter().map(|(table, _)| table.clone()).collect(),
        columns: plain_columns(&declaration),
        room: declaration.room.clone(),
        sequence: declaration.sequence,
        allow: declaration.allow.clone(),
        digest: Digest::of_parts(pieces),
        files: all.iter().map(|source| Arc::clone(&source.name)).collect(),
        declaration,
        facts: files.iter().map(|file| file.facts.clone()).collect(),
        sources,
        used,
        components,
        words: Arc::new(words),
        tera,
        overdue: OnceLock::new(),
    })
}

/// The declared columns without their places.
fn plain_columns(declaration: &Declaration) -> BTreeMap<String, Vec<String>> {
    let names = |columns: &[(String, Span)]| columns.iter().map(|(name, _)| name.clone()).collect();
    declaration.columns.iter().map(|(table, columns)| (table.clone(), names(columns))).collect()
}

/// Reads the words of every language that has a file.
fn read_words(folder: &Folder, name: &str, languages: &[String], findings: &mut Findings) -> (Words, Vec<Source>) {
    let mut words = Words::default();
    let mut sources = Vec::new();
    for language in languages {
        match gather::side_file(folder, name, &format!("{language}.ftl")) {
            Some(Ok(source)) => {
                if let Err(errors) = words.add(language, &source) {
                    findings.extend(errors);
                }
                sources.push(source);
            }
            Some(Err(finding)) => findings.push(finding),
            None => {}
        }
    }
    (words, sources)
}

/// Finds messages that a file names outright and a language does not have.
fn check_messages(file: &File, words: &Words, languages: &[String], findings: &mut Findings) {
    for (key, range) in &file.facts.messages {
        for language in languages.iter().filter(|language| !words.has(language, key)) {
            let span = file.source.span(range.clone());
            let finding = Diagnostic::error("MB0611").arg("key", key).arg("language", language).at(span);
            findings.push(finding.suggest(key, words.keys(language)));
        }
    }
}

/// Compiles the files; the references between them are checked only when each one reads well.
fn compile(
    files: &[&File],
    sources: &[(String, Stamped)],
    components: &[String],
    findings: &mut Findings,
) -> Option<Tera> {
    let places = Places { files: sources, components };
    let mut good = !findings.has_errors();
    let twice = defined_twice(files);
    // Together they read only if each does alone.
    if good
        && twice.is_empty()
        && let Ok(Ok(tera)) = together(sources)
    {
        return Some(tera);
    }
    for (name, file) in sources {
        // Alone in an instance of its own, so that each file's syntax is reported; references fail there and are
        // looked at below.
        match add(&mut Tera::default(), [(name.as_str(), file.text.as_str())]) {
            Ok(Err(error)) if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) => {
                good = false;
                findings.extend(places.building(&error));
            }
            Ok(_) => {}
            Err(()) => {
                good = false;
                findings.push(Diagnostic::error("MB0635").at(Span::whole(file.source.name.clone())));
            }
        }
    }
    good &= twice.is_empty();
    findings.extend(twice);
    if !good {
        return None;
    }
    match together(sources) {
        Ok(Ok(tera)) => return Some(tera),
        Ok(Err(error)) => findings.extend(places.building(&error)),
        Err(()) => findings.extend(
            sources.first().map(|(_, file)| Diagnostic::error("MB0635").at(Span::whole(file.source.name.clone()))),
        ),
    }
    None
}

/// Components that an earlier file defines too.
fn defined_twice(files: &[&File]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, file) in files.iter().enumerate() {
        for (name, range) in &file.facts.defines {
            // Tera itself refuses a second one in the same file.
            let mut earlier = files.iter().take(at).flat_map(|file| &file.facts.defines);
            if earlier.any(|(other, _)| other == name) {
                let span = file.source.span(range.clone());
                found.push(Diagnostic::error("MB0613").arg("name", name).at(span).hint("hint"));
            }
        }
    }
    found
}

/// The instance that templates are filled by, with all their sources.
fn together(sources: &[(String, Stamped)]) -> Result<tera::TeraResult<Tera>, ()> {
    let mut tera = Tera::default();
    tera.autoescape_on([".svg"]);
    tera.set_escape_fn(escape_xml);
    functions::register(&mut tera);
    let added = add(&mut tera, sources.iter().map(|(name, file)| (name.as_str(), file.text.as_str())))?;
    Ok(added.map(|()| tera))
}

/// Adds sources to an instance; a fault inside Tera is an error like any other.
fn add<'s>(tera: &mut Tera, sources: impl IntoIterator<Item = (&'s str, &'s str)>) -> Result<tera::TeraResult<()>, ()> {
    catch_unwind(AssertUnwindSafe(|| tera.add_raw_templates(sources))).map_err(|_| ())
}

/// Escapes text for XML; control characters that XML forbids are dropped.
fn escape_xml(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| escape(c).is_some()) {
        let (head, tail) = rest.split_at(at);
        out.write_all(head.as_bytes())?;
        let mut chars = tail.chars();
        let escaped = chars.next().and_then(escape).unwrap_or_default();
        out.write_all(escaped.as_bytes())?;
        rest = chars.as_str();
    }
    out.write_all(rest.as_bytes())
}

/// What stands for a character that XML does not take as it is.
fn escape(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\t' | '\n' | '\r' => None,
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => Some(""),
        _ => None,
    }
}
