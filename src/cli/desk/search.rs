//! `mocban search`. In: words and filters as typed; out: assets, and counts by facet.

use clap::builder::NonEmptyStringValueParser;
use serde_json::json;

use crate::cli::print::Console;
use crate::cli::{COULD_NOT_RUN, GOOD, table};
use crate::press::{self, Facet, FacetCount, Filter, Wanted};

/// How many values of a facet people are shown.
const LISTED: usize = 12;

/// Shown after the help of `search`.
pub(in crate::cli) const SEARCH_EXAMPLES: &str = "\
Examples:
  mocban search khong giay to
  mocban search chuyển đổi số --format fb-square --language vi
  mocban search --unit don-vi-07
  mocban search kết quả --facets";

/// Words and filters.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SearchArgs {
    /// Words to look for
    #[arg(required_unless_present_any = [
        "product", "phase", "period", "unit", "record", "format", "language", "theme", "encoding", "status", "colour",
        "facets",
    ], value_parser = NonEmptyStringValueParser::new())]
    query: Vec<String>,
    /// Only assets of these products
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filters")]
    product: Vec<String>,
    /// Only of these phases of the campaign
    #[arg(long, value_name = "KEY", value_delimiter = ',', help_heading = "Filters")]
    phase: Vec<String>,
    /// Only of these reporting periods, such as 2026q3
    #[arg(long, value_name = "P", value_delimiter = ',', help_heading = "Filters")]
    period: Vec<String>,
    /// Only about these units, by key or by name
    #[arg(long, value_name = "KEY", value_delimiter = ',', help_heading = "Filters")]
    unit: Vec<String>,
    /// Only made for these records of any table
    #[arg(long, value_name = "KEY", value_delimiter = ',', help_heading = "Filters")]
    record: Vec<String>,
    /// Only with files for these formats
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Filters")]
    format: Vec<String>,
    /// Only in these languages
    #[arg(long, visible_alias = "lang", value_name = "LANG", value_delimiter = ',', help_heading = "Filters")]
    language: Vec<String>,
    /// Only in these themes
    #[arg(long, value_name = "THEME", value_delimiter = ',', help_heading = "Filters")]
    theme: Vec<String>,
    /// Only with files of these types, such as pdf
    #[arg(long, value_name = "TYPE", value_delimiter = ',', help_heading = "Filters")]
    encoding: Vec<String>,
    /// Only of this standing, such as draft or usable
    #[arg(long, value_name = "STATUS", value_delimiter = ',', help_heading = "Filters")]
    status: Vec<String>,
    /// Only of this colour: red, orange, yellow, green, teal, blue, purple, pink, white, grey, black
    #[arg(id = "colour", long = "colour", visible_alias = "hue", value_name = "COLOUR", value_delimiter = ',')]
    #[arg(help_heading = "Filters")]
    color: Vec<String>,
    /// Say how many assets each value of each filter would leave
    #[arg(long)]
    facets: bool,
}

impl SearchArgs {
    /// What is wanted.
    pub(in crate::cli) fn wanted(self) -> Wanted {
        let chosen = [
            (Facet::Product, self.product),
            (Facet::Phase, self.phase),
            (Facet::Period, self.period),
            (Facet::Unit, self.unit),
            (Facet::Record, self.record),
            (Facet::Format, self.format),
            (Facet::Language, self.language),
            (Facet::Theme, self.theme),
            (Facet::Encoding, self.encoding),
            (Facet::Status, self.status),
            (Facet::Color, self.color),
        ];
        let pairs = chosen.into_iter().flat_map(|(facet, values)| values.into_iter().map(move |value| (facet, value)));
        let filter = pairs.fold(Filter::default(), |filter, (facet, value)| filter.with(facet, value));
        Wanted { query: self.query.join(" "), filter, facets: self.facets }
    }
}

/// Searches; gives the exit code.
pub(in crate::cli) fn search(settings: &press::Settings, wanted: &Wanted, console: &Console) -> anyhow::Result<u8> {
    let Some(answer) = press::search(settings, wanted, console)? else { return Ok(COULD_NOT_RUN) };
    if !wanted.facets {
        table::hits(&answer.hits, console);
        return Ok(GOOD);
    }
    if console.json() {
        table::hits(&answer.hits, console);
        for count in &answer.facets {
            console.object(&table::tagged("facet", json!(count)));
        }
        console.object(&json!({"event": "found", "assets": answer.assets}));
        return Ok(GOOD);
    }
    if answer.facets.is_empty() {
        console.say("say-nothing-found", &[]);
    }
    facets(&answer.facets, console);
    console.say("say-facets", &[("assets", answer.assets.to_string())]);
    Ok(GOOD)
}

/// Writes the counts: a line a value, the facet's name before its first.
fn facets(counts: &[FacetCount], console: &Console) {
    let mut rows = Vec::new();
    for facet in Facet::ALL {
        let mut of_facet: Vec<&FacetCount> = counts.iter().filter(|count| count.facet == facet).collect();
        // What is asked for is never among those left out.
        of_facet.sort_by_key(|count| !count.chosen);
        for (nth, count) in of_facet.iter().take(LISTED).enumerate() {
            let name = if nth == 0 { facet.name() } else { "" };
            let mark = if count.chosen { "*" } else { "" };
            rows.push(vec![name.to_owned(), format!("{:>6}", count.assets), format!("{}{mark}", count.value)]);
        }
        if let Some(more) = of_facet.len().checked_sub(LISTED).filter(|more| *more > 0) {
            let words = console.wording.say("say-more-values", &[("more", more.to_string())]);
            rows.push(vec![String::new(), String::new(), words]);
        }
    }
    table::write(&rows, true, console);
}
