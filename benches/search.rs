//! How long a search takes among 100,000 files: opening, words, filters, counts by facet.
//!
//! `cargo bench --bench search` writes a manifest of 100,000 entries to a temporary folder (12,500 assets of 8 files; with
//! `-- flat`, 100,000 assets of one), makes its catalogue and prints medians and 95th percentiles. The program's own build
//! profile matters little: most of it is spent in `SQLite`, which is optimised in every profile.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that fails has to stop")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use mocban::catalogue::{Ask, Catalogue, Facet, Filter, Statuses};
use mocban::digest::Digest;
use mocban::store::{Heading, RenditionEntry, Shelf, Store};

/// Files in all.
const FILES: usize = 100_000;
/// Times each question is asked.
const ROUNDS: usize = 25;
/// Headlines that assets take turns at.
const HEADLINES: &str = include_str!("../tests/data/headlines.vi.txt");
/// Formats, one a file of an asset.
const FORMATS: [&str; 8] =
    ["fb-square", "fb-portrait", "fb-story", "x-post", "zalo-article-image", "a4", "slide-16x9", "led-p5-768x384"];

fn main() {
    let flat = std::env::args().any(|argument| argument == "flat");
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let headlines: Vec<String> = HEADLINES.lines().map(|line| line.replace('_', " ")).collect();
    for number in 0..FILES {
        let asset = if flat { number } else { number / FORMATS.len() };
        store.record(&entry(asset, FORMATS[number % FORMATS.len()], &headlines)).unwrap();
    }
    store.finish(&Heading::default()).unwrap();
    drop(store);
    let shelf = Shelf::at(home.path());
    let begun = Instant::now();
    drop(Catalogue::current(&shelf).unwrap());
    println!(
        "{} assets, {FILES} files; made anew in {:.1} s",
        if flat { FILES } else { FILES / 8 },
        begun.elapsed().as_secs_f64()
    );
    report("opened", || drop(Catalogue::current(&shelf).unwrap()));
    let catalogue = Catalogue::current(&shelf).unwrap().0;
    let led = Filter::default().with(Facet::Format, "led-p5-768x384").with(Facet::Phase, "giai-doan-2");
    let unit = Filter::default().with(Facet::Unit, "don-vi-37");
    let none = Filter::default();
    let statuses: Statuses = (0..500).map(|nth| (format!("cds_tin-{nth:06}_vi"), "usable".to_owned())).collect();
    for (name, query, filter, facets) in [
        ("words with marks", "sốt xuất huyết mùa mưa", &none, false),
        ("words without marks", "chuyen doi so", &none, false),
        ("a word of every asset", "kết quả", &none, false),
        ("wrong marks", "giãi ngân vôn đâu tư", &none, false),
        ("keyboard off", "giar ngaan voons ddaauf tuw", &none, false),
        ("nothing found", "zzzz yyyy xxxx", &none, false),
        ("a file's name", "cds_tin-000037_x-post_vi.png", &none, false),
        ("words and filters", "chuyển đổi số", &led, false),
        ("filters alone", "", &unit, false),
        ("words, filters, facets", "chuyen doi so", &led, true),
        ("a word of every asset, facets", "kết quả", &none, true),
        ("facets of everything", "", &none, true),
    ] {
        let ask = Ask { query, filter, statuses: &statuses, limit: 100, facets };
        report(name, || drop(catalogue.ask(&ask).unwrap().unwrap()));
    }
}

/// Times something and prints median and 95th percentile.
fn report(name: &str, mut done: impl FnMut()) {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        done();
        times.push(begun.elapsed());
    }
    times.sort();
    let at = |part: usize| times[(ROUNDS - 1) * part / 100].as_secs_f64() * 1000.0;
    println!("{name:<32} p50 {:7.2} ms   p95 {:7.2} ms", at(50), at(95));
}

/// A file of an asset, with as many words as one of the shipped campaign.
fn entry(asset: usize, format: &str, headlines: &[String]) -> RenditionEntry {
    let line = |nth: usize| headlines[nth % headlines.len()].clone();
    let name = format!("cds_tin-{asset:06}_vi");
    let digest = Digest::of(name.as_bytes());
    let unit = format!("don-vi-{:02}", asset % 95 + 1);
    let color = ["red", "white", "blue", "black"][asset % 4];
    let words = [line(asset * 13 + 3), line(asset * 17 + 4), line(asset * 19 + 5)].join("\n");
    let value = serde_json::json!({
        "path": format!("tin/cds_tin-{asset:06}_{format}_vi.png"), "asset": name, "product": format!("p{}", asset % 30),
        "table": "units", "key": unit, "format": format, "language": if asset.is_multiple_of(5) { "en" } else { "vi" },
        "theme": if asset.is_multiple_of(2) { "light" } else { "dark" }, "encoding": "png", "bytes": 1, "content": digest,
        "digest": digest, "inputs": digest, "headline": line(asset), "width": 1080, "height": 1080,
        "caption": format!("Kết quả của đơn vị {:02}: {}", asset % 95 + 1, line(asset * 7 + 1)),
        "alt_text": line(asset * 11 + 2), "tags": ["kết quả", "đơn vị"],
        "words": words,
        "period": format!("{}q{}", 2025 + asset % 3, asset % 4 + 1), "phase": format!("giai-doan-{}", asset % 3 + 1),
        "unit": unit, "color": color,
        "subjects": [format!("Đơn vị {:02}", asset % 95 + 1), "%".to_owned()],
        "cells": BTreeMap::from([(format!("units/{unit}/score"), format!("{},{}", asset % 100, asset % 10))]),
    });
    serde_json::from_value(value).unwrap()
}
