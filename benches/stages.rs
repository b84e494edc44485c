//! What each stage of one artwork costs, through the public rooms: `cargo bench --bench stages [PRODUCT…]`.
//!
//! For the first job of each product named (`unit-card`, `benefits` and `phases` unless said) it prints the least of
//! many runs, in milliseconds, for filling, composing, writing SVG, painting, drawing that SVG by resvg, and encoding
//! as PNG. The least is what other work on the machine disturbs least.
//!
//! `cargo bench --bench stages -- --instructions [PRODUCT…]` counts what the processor does instead, in millions of instructions
//! of a run that is not the first, for the first format of each: no other work disturbs that. It runs itself in valgrind, each
//! stage once and thrice; the difference is two runs.

#![expect(clippy::print_stdout, reason = "a bench prints times")]

#[path = "../tests/shipped/mod.rs"]
mod shipped;

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use mocban::encode::{Encoding, Fitted, Settings, encode};
use mocban::paint::{Painter, reference};
use mocban::svg::draw;
use mocban::text::Fonts;
use shipped::Shipped;

/// The stages whose instructions are counted.
const STAGES: [&str; 5] = ["fill", "compose", "svg", "paint", "png"];
/// How long a stage is repeated.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The least time of a stage, in milliseconds, and what it made.
fn least<T>(mut stage: impl FnMut() -> T) -> (f64, T) {
    let started = Instant::now();
    let mut best = Duration::MAX;
    loop {
        let begun = Instant::now();
        let made = black_box(stage());
        best = best.min(begun.elapsed());
        if started.elapsed() > PATIENCE {
            return (best.as_secs_f64() * 1e3, made);
        }
    }
}

/// Instructions that this program takes to do a stage of a product so many times, in millions.
fn instructions(stage: &str, product: &str, times: u32) -> Option<f64> {
    let valgrind = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().ok()?)
        .args(["--times", &times.to_string(), stage, product])
        .output();
    let said = String::from_utf8(valgrind.ok()?.stderr).ok()?;
    let (_, count) = said.rsplit_once("Collected :")?;
    Some(count.split_whitespace().next()?.parse::<f64>().ok()? / 1e6)
}

/// Prints the instructions of each stage of some products.
fn count(products: &[String]) {
    print!("{:<34}", "million instructions");
    STAGES.iter().for_each(|stage| print!("{stage:>8}"));
    println!();
    for product in products {
        print!("{product:<34}");
        for stage in STAGES {
            let run = |times| instructions(stage, product, times);
            match run(3).zip(run(1)) {
                Some((thrice, once)) => print!("{:>8.2}", (thrice - once) / 2.0),
                None => print!("{:>8}", "?"),
            }
        }
        println!();
    }
}

/// Does something so many times, once at least; gives what it made last.
fn again<T>(times: u32, mut stage: impl FnMut() -> T) -> T {
    (1..times).for_each(|_| drop(black_box(stage())));
    black_box(stage())
}

/// Does a stage of a product's first job so many times, and what comes before it once.
fn repeat(times: u32, stage: &str, product: &str) -> Option<()> {
    let shipped = Shipped::read();
    let fonts = Fonts::new(&shipped.brand.typefaces);
    let painter = Painter::default();
    let job = shipped.plan.jobs.iter().find(|job| *job.product.name == *product)?;
    let times = |wanted: &str| if stage == wanted { times } else { 1 };
    let markup = again(times("fill"), || shipped.fill(job));
    let frames = again(times("compose"), || shipped.compose(job, &markup, &fonts))?;
    let frame = frames.first()?;
    again(times("svg"), || draw(frame, &fonts, &job.format).outlines().len());
    let artwork = draw(frame, &fonts, &job.format);
    let pixels = again(times("paint"), || painter.paint(&artwork)).ok()?;
    let settings = Settings { dpi: job.format.dpi, xmp: "", iim: &[], max_bytes: None, small: false };
    again(times("png"), || encode(&pixels, Encoding::Png, &settings)).ok()?;
    Some(())
}

/// Prints the times of each stage of some products in each of their formats.
fn time(products: &[String]) {
    let shipped = Shipped::read();
    let fonts = Fonts::new(&shipped.brand.typefaces);
    let painter = Painter::default();
    println!(
        "{:<34}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "ms", "fill", "compose", "svg", "paint", "resvg", "png", "KiB"
    );
    for name in products {
        let mut seen = Vec::new();
        for job in shipped.plan.jobs.iter().filter(|job| &*job.product.name == name.as_str()) {
            if seen.contains(&job.format.name) {
                continue;
            }
            seen.push(job.format.name.clone());
            let (fill, markup) = least(|| shipped.fill(job));
            let (compose, frames) = least(|| shipped.compose(job, &markup, &fonts));
            let Some(frame) = frames.as_ref().and_then(|frames| frames.first()) else { continue };
            let (svg, _) = least(|| draw(frame, &fonts, &job.format).outlines().len());
            let artwork = draw(frame, &fonts, &job.format);
            let (paint, pixels) = least(|| painter.paint(&artwork));
            let (resvg, _) = least(|| reference(&artwork).is_ok());
            let Ok(pixels) = pixels else { continue };
            let settings = Settings { dpi: job.format.dpi, xmp: "", iim: &[], max_bytes: None, small: false };
            let (png, file) = least(|| encode(&pixels, Encoding::Png, &settings));
            let size = if let Ok(Fitted::File(file)) = file { file.len() / 1024 } else { 0 };
            let title = format!("{name} {} {}×{}", job.format.name, pixels.width(), pixels.height());
            println!("{title:<34}{fill:>8.2}{compose:>8.2}{svg:>8.2}{paint:>8.2}{resvg:>8.2}{png:>8.2}{size:>8}");
        }
    }
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [times, count, stage, product] = &given[..]
        && times == "--times"
    {
        repeat(count.parse().unwrap_or(1), stage, product);
        return;
    }
    let named: Vec<String> = given.iter().filter(|argument| !argument.starts_with('-')).cloned().collect();
    let named = if named.is_empty() { ["unit-card", "benefits", "phases"].map(str::to_owned).to_vec() } else { named };
    if given.iter().any(|argument| argument == "--instructions") { count(&named) } else { time(&named) }
}
