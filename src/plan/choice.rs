//! Narrows a plan to what the command line asks for.

use std::collections::BTreeSet;

use super::{Job, Plan};
use crate::diagnostic::{Checked, Diagnostic, Findings};

/// What of a plan is wanted; an empty list wants all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Products, also such as are not made by default.
    pub products: Vec<String>,
    /// Formats.
    pub formats: Vec<String>,
    /// Languages.
    pub languages: Vec<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Also the products that are not made by default.
    pub all: bool,
}

impl Plan {
    /// The jobs that are wanted, in the plan's order. Without named products or `all`, those made by default.
    ///
    /// # Errors
    /// `MB0505`–`MB0508` for each product, format, language or theme that no job of the plan has.
    pub fn only(&self, choice: &Choice) -> Checked<Self> {
        let mut findings = Findings::new();
        self.known(&choice.products, "MB0505", |job| &job.product.name, &mut findings);
        self.known(&choice.formats, "MB0506", |job| &job.format.name, &mut findings);
        self.known(&choice.languages, "MB0507", |job| &job.language, &mut findings);
        self.known(&choice.themes, "MB0508", |job| &job.theme, &mut findings);
        let wants = |list: &[String], name: &str| list.is_empty() || list.iter().any(|wanted| wanted == name);
        let wanted = |job: &&Job| {
            wants(&choice.products, &job.product.name)
                && wants(&choice.formats, &job.format.name)
                && wants(&choice.languages, &job.language)
                && wants(&choice.themes, &job.theme)
                && (choice.all || !choice.products.is_empty() || job.product.default)
        };
        let jobs: Vec<Job> = self.jobs.iter().filter(wanted).cloned().collect();
        if jobs.is_empty() && !self.jobs.is_empty() && !findings.has_errors() {
            findings.push(Diagnostic::warning("MB0509").hint("hint"));
        }
        findings.finish(Self { jobs })
    }

    /// Notes each wanted name that no job has.
    fn known<'p>(
        &'p self,
        wanted: &[String],
        code: &'static str,
        name: impl Fn(&'p Job) -> &'p str,
        findings: &mut Findings,
    ) {
        if wanted.is_empty() {
            return;
        }
        let known: BTreeSet<&str> = self.jobs.iter().map(name).collect();
        for wanted in wanted.iter().filter(|wanted| !known.contains(wanted.as_str())) {
            let diagnostic = Diagnostic::error(code).arg("name", wanted);
            findings.push(diagnostic.suggest(wanted, known.iter().copied()));
        }
    }
}
