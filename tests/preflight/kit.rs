//! The campaign that pages are tried in: colours, text styles, surfaces, a mark, icons.

use image::{ImageFormat, Rgb, RgbImage};

use crate::workshop::Workshop;

/// Surfaces: a post, a slide, a flyer with bleed, a billboard, an LED board seen from near and from far.
const FORMATS: &str = r#"
[post]
width = "1080px"
height = "1080px"
safe = "5%"
use = "social"
[slide]
width = "1920px"
height = "1080px"
safe = "5%"
use = "screen"
[flyer]
width = "148mm"
height = "105mm"
dpi = 300
bleed = "3mm"
safe = "5mm"
use = "print"
[pano]
width = "6000mm"
height = "3000mm"
dpi = 10
bleed = "50mm"
safe = "150mm"
use = "large"
[board]
width = "3840mm"
height = "1920mm"
led = { pitch = "10mm", module = [32, 16] }
distance = "20m"
[far-board]
width = "3840mm"
height = "1920mm"
led = { pitch = "10mm", module = [32, 16] }
distance = "80m"
rem = "16px"
"#;

/// Colours by name; the figure in a name's comment is its contrast with white.
const COLORS: [(&str, &str); 29] = [
    ("paper", "#ffffff"),
    ("surface", "#ffffff"),
    ("ink", "#1a1a1a"),
    ("ink-muted", "#666666"),
    ("accent", "#b31a1a"),
    ("line", "#cccccc"),
    ("soft", "#e6eef0"),
    ("positive", "#1a1a1a"),
    ("negative", "#b31a1a"),
    ("edge", "#767676"),  // 4.54
    ("near", "#7a7a7a"),  // 4.29
    ("mid", "#8a8a8a"),   // 3.45
    ("faint", "#a0a0a0"), // 2.6
    ("night", "#10202a"),
    ("sun", "#ffcc00"),
    ("pure", "#ff0000"),
    ("red", "#d62728"),
    ("green", "#2ca02c"),
    ("forest", "#007a00"),
    ("orange", "#e07000"),
    ("leaf", "#7a8a10"),
    ("blue", "#0072b2"),
    ("rust", "#b85000"),
    ("indigo", "#3b5bdb"),
    ("violet", "#7048e8"),
    ("teal", "#0b7285"),
    ("pine", "#2f6f4f"),
    ("lagoon", "#2f98a8"),
    ("plum", "#5c1a3a"),
];

/// Text styles: name, size in rem, weight, line height.
const STYLES: [(&str, f32, u16, f32); 4] =
    [("head", 3.0, 700, 1.3), ("body", 1.0, 400, 1.5), ("label", 1.0, 400, 1.5), ("figure", 3.0, 700, 1.3)];

/// A workshop with that kit and no products.
pub fn shop() -> Workshop {
    let shop = Workshop::new();
    shop.write("brand/brand.tokens.json", tokens().to_string());
    shop.write("brand/marks/main.svg", MARK);
    shop.write(
        "brand/marks/marks.toml",
        "[main]\nfile = \"main.svg\"\nclear_space = 0.25\nmin_height = 1.5\nalt.vi = \"Dấu\"\nalt.en = \"Mark\"\n",
    );
    shop.write("brand/icons/dot.svg", DOT);
    shop.write("brand/icons/line.svg", LINE);
    shop.write("formats.toml", FORMATS);
    shop.write("data/towns.csv", DATA);
    std::fs::remove_dir_all(shop.path().join("templates/card")).unwrap();
    shop
}

/// A picture's name, its width in pixels, and its colour at a place.
type Painted = (&'static str, u32, fn(u32, u32) -> [u8; 3]);
/// A bright field, a night, a crowd, and a picture that was enlarged before it came.
const PICTURES: [Painted; 6] = [
    ("field", 1600, field),
    ("field", 400, field),
    ("field", 120, field),
    ("night", 1600, |x, _| [10, 20, 30 + shade(x / 40)]),
    ("noise", 1600, |x, y| [if (x / 8 * 7 + y / 8 * 13) % 29 < 12 { 20 } else { 235 }; 3]),
    ("blocks", 1600, |x, y| [if (x / 16 + y / 16) % 2 == 0 { 90 } else { 160 }; 3]),
];

/// Green below, bright above.
fn field(x: u32, y: u32) -> [u8; 3] {
    [150 + shade(x), 190 + shade(y), 120]
}

/// A little of a wave.
fn shade(at: u32) -> u8 {
    u8::try_from(at % 40).unwrap()
}

/// Three records of measured data and one made up.
const DATA: &str = "id,name.vi,name.en,score,status\nnorth,Bắc,North,71.5,measured\nsouth,Nam,South,48,measured\n\
    east,Đông,East,33.3,measured\nwest,Tây,West,60,illustrative\n";
/// A mark of three shapes.
const MARK: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40" fill="#10202a"/><circle cx="20" cy="20" r="12" fill="#ffcc00"/></svg>"##;
/// A filled icon.
const DOT: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" fill="currentColor"/></svg>"#;
/// An icon of strokes, two units of twenty-four wide.
const LINE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M3 12h18M12 3v18"/></svg>"#;

/// Puts the pictures into a campaign.
pub fn pictures(shop: &Workshop) {
    for (name, side, paint) in PICTURES {
        let picture = RgbImage::from_fn(side, side * 3 / 4, |x, y| Rgb(paint(x, y)));
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        shop.write(&format!("data/pictures/{name}-{side}.png"), bytes.into_inner());
    }
}

/// A template of its own around some boxes.
pub fn template(shop: &Workshop, name: &str, boxes: &str) {
    let ground = if boxes.contains("<m:ground") { "" } else { "<m:ground fill=\"{color.paper}\"/>" };
    let page = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\">{ground}\n{boxes}\n</svg>");
    let about = "title.vi = \"Thử\"\ntitle.en = \"Try\"\nneeds = [\"towns\"]\nshapes = [\"wide\", \"square\", \"tall\"]\n\
        sequence = \"still\"\n[[allow]]\ntext = \"2025–2028\"\nreason = \"the programme's name\"\n";
    shop.write(&format!("templates/{name}/template.svg"), page);
    shop.write(&format!("templates/{name}/template.toml"), about);
    for language in ["vi", "en"] {
        shop.write(&format!("templates/{name}/{language}.ftl"), "word = x\n");
    }
}

/// The tokens as a design tokens file.
fn tokens() -> serde_json::Value {
    let color = |hex: &str| {
        let channel = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        serde_json::json!({"colorSpace": "srgb", "components": [channel(1), channel(3), channel(5)], "hex": hex})
    };
    let rem = |value: f32| serde_json::json!({"value": value, "unit": "rem"});
    let mut colors = serde_json::json!({"$type": "color"});
    for (name, hex) in COLORS {
        colors[name] = serde_json::json!({"$value": color(hex)});
    }
    let mut styles = serde_json::json!({"$type": "typography"});
    for (name, size, weight, leading) in STYLES {
        styles[name] = serde_json::json!({"$value": {
            "fontFamily": "Be Vietnam Pro", "fontSize": rem(size), "fontWeight": weight, "letterSpacing": rem(0.0),
            "lineHeight": leading,
        }});
    }
    let stops = [("#ffffff", 0), ("#10202a", 1)];
    let stops = stops.map(|(hex, position)| serde_json::json!({"color": color(hex), "position": position}));
    let shadow = serde_json::json!({"color": color("#1a1a1a"), "offsetX": rem(0.0), "offsetY": rem(0.1), "blur": rem(0.4), "spread": rem(0.0)});
    serde_json::json!({
        "color": colors,
        "type": styles,
        "gradient": {"$type": "gradient", "fade": {"$value": stops}},
        "shadow": {"$type": "shadow", "card": {"$value": [shadow]}},
    })
}
