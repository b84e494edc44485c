//! Reads `[rights]`, `[place]` and `[[topic]]`: who made the pictures, who owns them, and what they are about.

use super::credit::credit_line;
use super::reading::{address, words};
use super::{DataMining, Place, Rights, Topic};
use crate::diagnostic::{Diagnostic, Findings};
use crate::language::Words;
use crate::settings::{Entry, Section, plain};

/// Words by language that the campaign's languages need, or none at all.
fn said(section: &mut Section<'_>, key: &'static str, languages: &[String]) -> Words {
    plain(&words(section, key, languages, languages))
}

/// Rights and contact.
pub(super) fn rights(section: &mut Section<'_>, languages: &[String], period: &str) -> Rights {
    let creator = said(section, "creator", languages);
    let credit = said(section, "credit_line", languages);
    let source = said(section, "data_source", languages);
    if let (false, false, Some(entry)) = (credit.is_empty(), source.is_empty(), section.entry("data_source")) {
        section.push(Diagnostic::error("MB0124").at(entry.key_span()).hint("hint"));
    }
    let credit_line = if credit.is_empty() { credit_line(&creator, &source, period, languages) } else { credit };
    Rights {
        creator,
        credit_line,
        copyright_notice: said(section, "copyright_notice", languages),
        copyright_owner: said(section, "copyright_owner", languages),
        usage_terms: said(section, "usage_terms", languages),
        license_url: at(section, "license_url"),
        licensor: said(section, "licensor", languages),
        supplier: said(section, "supplier", languages),
        data_mining: section.read("data_mining", mining).map(|given| given.value),
        contact_email: section.text("contact_email"),
        contact_url: at(section, "contact_url"),
    }
}

/// A web address, empty when it is not given.
fn at(section: &mut Section<'_>, key: &'static str) -> String {
    section.read(key, address).map(|given| given.value).unwrap_or_default()
}

/// What machines may learn.
fn mining(entry: &Entry<'_>) -> Result<DataMining, Diagnostic> {
    let name = entry.text()?;
    let found = DataMining::ALL.into_iter().find(|(known, _)| *known == name);
    found.map(|(_, mining)| mining).ok_or_else(|| {
        let diagnostic = Diagnostic::error("MB0123").arg("name", &name).at(entry.span());
        diagnostic.suggest(&name, DataMining::ALL.into_iter().map(|(known, _)| known))
    })
}

/// The place that the pictures are about.
pub(super) fn place(section: &mut Section<'_>, languages: &[String]) -> Place {
    Place {
        name: said(section, "name", languages),
        city: said(section, "city", languages),
        state: said(section, "state", languages),
        country: said(section, "country", languages),
        country_code: section.read("country_code", country_code).map(|given| given.value).unwrap_or_default(),
    }
}

/// A country's three letters (ISO 3166-1 alpha-3), which IIM has room for.
fn country_code(entry: &Entry<'_>) -> Result<String, Diagnostic> {
    let code = entry.text()?;
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(code);
    }
    Err(Diagnostic::error("MB0125").arg("code", code).at(entry.span()).hint("hint"))
}

/// Every `[[topic]]`.
pub(super) fn topics(section: &mut Section<'_>, languages: &[String], findings: &mut Findings) -> Vec<Topic> {
    let entries = section.read("topic", Entry::list).map(|given| given.value).unwrap_or_default();
    let mut topics = Vec::new();
    for entry in &entries {
        let Some(mut inner) = section.keep(Section::of(entry)) else { continue };
        let id = inner.require("id", address);
        let name = said(&mut inner, "name", languages);
        inner.finish(findings);
        topics.extend(id.map(|id| Topic { id: id.value, name }));
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::assert_worded;
    use crate::settings::parse;
    use crate::source::Source;

    /// What `reading` makes of a file, and codes and places of what it finds.
    fn read<T>(text: &str, reading: impl FnOnce(&mut Section<'_>) -> T) -> (T, Vec<String>) {
        let source = Source::from_text("campaign.toml", text);
        let mut findings = Findings::new();
        let document = parse(&source, &mut findings).unwrap();
        let mut section = Section::root(&source, &document);
        let value = reading(&mut section);
        section.finish(&mut findings);
        let found = findings.into_vec();
        assert_worded(&found);
        (value, found.iter().map(|d| format!("{} {}", d.code, d.spans[0])).collect())
    }

    /// The languages of the tests.
    fn languages() -> Vec<String> {
        vec!["vi".to_owned(), "en".to_owned()]
    }

    #[test]
    fn the_credit_line_is_said_or_takes_its_fixed_form() {
        let of = |text: &str| read(text, |section| rights(section, &languages(), "2026q3"));
        let (form, found) = of("creator = \"Ban\"\ndata_source.vi = \"Sở Y tế\"\ndata_source.en = \"Health office\"\n");
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(form.credit_line["vi"], "Đồ họa: Ban · Số liệu: Sở Y tế, quý III/2026");
        assert_eq!(form.credit_line["en"], "Graphic: Ban · Data: Health office, Q3 2026");
        assert!(of("creator = \"Ban\"").0.credit_line.is_empty());
        let (both, found) = of("credit_line = \"Ban\"\ndata_source = \"Sở\"\n");
        assert_eq!((&*both.credit_line[""], found), ("Ban", vec!["MB0124 campaign.toml:2:1".to_owned()]));
    }

    #[test]
    fn words_for_machines_and_countries_are_of_a_few() {
        let of = |text: &str| read(text, |section| rights(section, &languages(), ""));
        assert_eq!(of("data_mining = \"search-only\"").0.data_mining, Some(DataMining::SearchOnly));
        let (none, found) = of("data_mining = \"no-trainning\"\nlicenser = \"x\"\n");
        assert_eq!(
            (none.data_mining, found),
            (None, vec!["MB0123 campaign.toml:1:15".to_owned(), "MB0011 campaign.toml:2:1".to_owned(),])
        );
        let place = |text: &str| read(text, |section| place(section, &languages()));
        let (good, found) = place("state.vi = \"Đồng Nai\"\nstate.en = \"Dong Nai\"\ncountry_code = \"VNM\"\n");
        assert_eq!((&*good.state["vi"], &*good.country_code, found), ("Đồng Nai", "VNM", Vec::new()));
        assert_eq!(
            place("country_code = \"vn\"\nprovince = \"x\"").1,
            ["MB0125 campaign.toml:1:16", "MB0011 campaign.toml:2:1"]
        );
        assert_eq!(place("state.vi = \"Đồng Nai\"").1, ["MB0117 campaign.toml:1:12"]);
    }

    #[test]
    fn a_topic_has_an_address() {
        let of = |text: &str| {
            let mut findings = Findings::new();
            let (topics, found) = read(text, |section| topics(section, &languages(), &mut findings));
            (topics, [findings.into_vec().iter().map(|d| d.code.to_owned()).collect(), found].concat())
        };
        let (good, found) = of("[[topic]]\nid = \"http://cv.iptc.org/newscodes/mediatopic/11000000\"\nname = \"x\"\n");
        assert_eq!((good.len(), found), (1, Vec::new()));
        assert_eq!(
            of("[[topic]]\nname = \"x\"\n[[topic]]\nid = \"medtop:1\"\nnam = \"x\"\n").1,
            ["MB0013", "MB0121", "MB0011"]
        );
    }
}
