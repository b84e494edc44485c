//! What each stage of one artwork costs, through the public rooms: `cargo bench --bench stages [PRODUCT…]`.
//!
//! For the first job of each product named (`unit-card`, `benefits` and `phases` unless said) it prints the least of
//! many runs, in milliseconds, for filling, composing, writing SVG, painting, drawing that SVG by resvg, and encoding
//! as PNG. The least is what other work on the machine disturbs least.

#![expect(clippy::print_stdout, reason = "a bench prints times")]

#[path = "../tests/shipped/mod.rs"]
mod shipped;

use std::hint::black_box;
use std::time::{Duration, Instant};

use mocban::encode::{Encoding, Fitted, Settings, encode};
use mocban::paint::{Painter, reference};
use mocban::svg::draw;
use mocban::text::Fonts;
use shipped::Shipped;

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

fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let named = if named.is_empty() { ["unit-card", "benefits", "phases"].map(str::to_owned).to_vec() } else { named };
    let shipped = Shipped::read();
    let fonts = Fonts::new(&shipped.brand.typefaces);
    let painter = Painter::default();
    println!(
        "{:<34}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "ms", "fill", "compose", "svg", "paint", "resvg", "png", "KiB"
    );
    for name in named {
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
