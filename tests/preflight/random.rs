//! Random pages that follow the rules: whatever boxes they are made of, preflight has nothing to say, and never fails.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use mocban::atlas::Atlas;
use mocban::campaign::{Product, Selection};
use mocban::diagnostic::{Diagnostic, Span};
use mocban::format::{Format, Use};
use mocban::layout::{Scene, compose};
use mocban::plan::Job;
use mocban::preflight::{Subject, inspect};
use mocban::text::Fonts;
use proptest::prelude::*;

use crate::golden::{KIT, PICTURES, markup, page, surface};

/// The kit's faces, opened once.
static FONTS: LazyLock<Fonts<'static>> = LazyLock::new(|| Fonts::new(&KIT.typefaces));

/// A job for a surface, its alt text said.
fn job(format: Format) -> Job {
    let product = Product {
        name: "case".into(),
        template: "case".into(),
        selection: Selection::None,
        languages: vec!["vi".into()],
        themes: Vec::new(),
        formats: Vec::new(),
        encodings: Vec::new(),
        default: true,
        headline: BTreeMap::new(),
        caption: BTreeMap::new(),
        alt_text: BTreeMap::new(),
        tags: Vec::new(),
        phase: String::new(),
        allows: Vec::new(),
        params: BTreeMap::new(),
        span: Span::whole("campaign.toml"),
    };
    Job {
        product: Arc::new(product),
        table: None,
        records: Vec::new(),
        key: None,
        language: "vi".into(),
        theme: KIT.default_theme.clone(),
        names_theme: false,
        format: Arc::new(format),
        encodings: Vec::new(),
        asset: "case".into(),
        stem: "case/case".into(),
        headline: "Một trang thử".into(),
        caption: String::new(),
        alt_text: "Các ô chữ trên nền trắng".into(),
        others: Vec::new(),
        tags: Vec::new(),
        cells: Vec::new(),
    }
}

/// What preflight finds on a page; none when it has no room for its words.
fn found(boxes: &str, format: Format) -> Option<Vec<Diagnostic>> {
    let job = job(format);
    let theme = &KIT.themes[&KIT.default_theme];
    let (atlas, pictures, format) = (&Atlas::default(), &*PICTURES, &*job.format);
    let scene =
        Scene { brand: &KIT, theme, fonts: &FONTS, atlas, pictures, format, language: "vi", illustrative: false };
    let markup = markup(&page(&format!("<m:ground fill=\"{{color.paper}}\"/>{boxes}")));
    let composed = compose(&markup, &scene).ok()?;
    let frames = &composed.value;
    Some(inspect(&Subject {
        job: &job,
        headline: &job.headline,
        alt_text: &job.alt_text,
        frames,
        markup: &markup,
        fonts: &FONTS,
        painter: &mocban::paint::Painter::default(),
        illustrative: false,
    }))
}

/// One of some texts.
fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(texts)
}

/// A tree of boxes; `over` lets some lie over each other.
fn tree(over: bool) -> impl Strategy<Value = String> {
    let leaf = one_of(&[
        "<m:text>Văn phòng số không giấy tờ</m:text>",
        "<m:text fit=\"shrink\">Chuyển đổi số</m:text>",
        "<m:text lines=\"1..3\" text-align=\"end\">Ẫm ướt Ỷ lại NGHĨA VỤ</m:text>",
        "<m:text type=\"{type.head}\">Tiêu đề</m:text>",
        "<m:text color=\"{color.primary}\">Chữ màu</m:text>",
        "<m:mark height=\"2.6rem\"/>",
        "<m:icon icon=\"check\"/>",
        "<m:rule/>",
        "<m:space width=\"2rem\" height=\"1rem\" fill=\"{color.accent}\"/>",
    ]);
    let kinds: &'static [&'static str] = if over {
        &["layer", "layer", "row", "column"]
    } else {
        &["column", "row", "grid columns=\"2\"", "row wrap=\"true\""]
    };
    leaf.prop_map(str::to_owned).prop_recursive(4, 20, 4, move |inner| {
        let dress = one_of(&[
            "gap=\"0.4rem\"",
            "gap=\"0.4rem\" padding=\"0.5rem\" fill=\"{color.soft}\"",
            "gap=\"0.4rem\" padding=\"0.3rem 0.6rem\" stroke=\"{color.primary}\" radius=\"0.4rem\"",
            "gap=\"1rem\" align=\"center\" padding=\"1rem\"",
        ]);
        (one_of(kinds), dress, proptest::collection::vec(inner, 1..4)).prop_map(|(kind, dress, inside)| {
            let element = kind.split(' ').next().unwrap();
            format!("<m:{kind} {dress}>{}</m:{element}>", inside.concat())
        })
    })
}

/// The surfaces that random pages are for.
fn surfaces() -> impl Strategy<Value = Format> {
    (12.0f32..24.0, 0usize..4).prop_map(|(rem, which)| {
        let mut format = surface(640.0, 480.0, rem, 16.0);
        let uses = [(Use::Screen, false), (Use::Social, false), (Use::Led, true), (Use::Print, false)];
        (format.usage, format.snap) = uses[which];
        if format.usage == Use::Print {
            (format.trim_mm, format.bleed) = (Some((169.3, 127.0)), 12.0);
        }
        format
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_said_of_pages_that_keep_the_rules(tree in tree(false), format in surfaces()) {
        // What is small on a phone or on LEDs is another matter.
        let small = ["MB0806", "MB0810", "MB0811", "MB0812"];
        let found = found(&format!("<m:column>{tree}</m:column>"), format);
        prop_assume!(found.is_some());
        let said: Vec<_> = found.iter().flatten().filter(|finding| !small.contains(&finding.code)).collect();
        prop_assert!(said.is_empty(), "{said:#?}");
    }

    #[test]
    fn pages_of_layers_are_inspected_without_a_fault(tree in tree(true), format in surfaces()) {
        let over = ["MB0805", "MB0806", "MB0807", "MB0810", "MB0811", "MB0812", "MB0823", "MB0824"];
        let found = found(&format!("<m:column>{tree}</m:column>"), format);
        prop_assume!(found.is_some());
        prop_assert!(found.iter().flatten().all(|finding| over.contains(&finding.code)), "{found:#?}");
    }
}
