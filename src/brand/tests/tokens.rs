//! The Design Tokens reader: types, references, inheritance, and what is refused.

use super::*;

/// The default theme's value at a path.
fn value(text: &str, path: &str) -> Token {
    let brand = tokens(text).unwrap_or_else(|errors| panic!("{errors:#?}")).value;
    brand.themes["default"].tokens.get(path).unwrap_or_else(|| panic!("no {path}")).clone()
}

/// Printed colour at a path.
fn color(text: &str, path: &str) -> String {
    match value(text, path) {
        Token::Color(color) => color.to_string(),
        other => panic!("{other:?}"),
    }
}

/// A red and a blue.
const COLORS: &str = r##""c": {"$type": "color",
    "red": {"$value": {"colorSpace": "srgb", "components": [1, 0, 0]}},
    "blue": {"$value": {"colorSpace": "hsl", "components": [240, 100, 50], "alpha": 0.5, "hex": "#0000ff"}}}"##;

/// A file of [`COLORS`] and more.
fn with_colors(more: &str) -> String {
    format!("{{{COLORS},\n{more}}}")
}

#[test]
fn every_simple_type_is_read() {
    let text = r#"{
      "d": {"$type": "dimension", "px": {"$value": {"value": 8, "unit": "px"}}, "zero": {"$value": {"value": 0, "unit": "rem"}}},
      "f": {"$type": "fontFamily", "one": {"$value": "Inter"}, "two": {"$value": ["{f.one}", "Arial"]}},
      "w": {"$type": "fontWeight", "n": {"$value": 350}, "s": {"$value": "demi-bold"}},
      "t": {"$type": "duration", "s": {"$value": {"value": 0.5, "unit": "s"}}},
      "b": {"$type": "cubicBezier", "$root": {"$value": [0, -1, 1, 2]}},
      "n": {"$type": "number", "half": {"$value": 0.5}}
    }"#;
    assert_eq!(value(text, "d.px"), Token::Dimension(Dimension { value: 8.0, unit: DimensionUnit::Px }));
    assert_eq!(value(text, "f.two"), Token::FontFamily(vec!["Inter".to_owned(), "Arial".to_owned()]));
    assert_eq!(value(text, "w.n"), Token::FontWeight(350));
    assert_eq!(value(text, "w.s"), Token::FontWeight(600));
    assert_eq!(value(text, "t.s"), Token::Duration(500.0));
    assert_eq!(value(text, "b.$root"), Token::CubicBezier([0.0, -1.0, 1.0, 2.0]));
    assert_eq!(value(text, "n.half"), Token::Number(0.5));
}

#[test]
fn every_composite_type_is_read() {
    let text = with_colors(
        r##""s": {"$type": "shadow", "one": {"$value": {"color": "{c.blue}", "offsetX": {"value": 0, "unit": "rem"},
             "offsetY": {"value": 16, "unit": "px"}, "blur": {"value": 2, "unit": "rem"}, "spread": {"value": 0, "unit": "rem"}, "inset": true}},
           "two": {"$value": ["{s.one}", {"$ref": "#/s/one/$value"}]}},
         "g": {"$type": "gradient", "$root": {"$value": [{"color": "{c.blue}", "position": 7}, {"color": "{c.red}", "position": -1}]}},
         "o": {"$type": "border", "b": {"$value": {"color": "{c.red}", "width": {"value": 1, "unit": "px"},
             "style": {"dashArray": [{"value": 0.5, "unit": "rem"}, {"value": 4, "unit": "px"}], "lineCap": "round"}}}},
         "m": {"$type": "transition", "$value": {"duration": {"value": 200, "unit": "ms"}, "delay": {"value": 0, "unit": "ms"}, "timingFunction": [0, 0, 1, 1]}},
         "y": {"$type": "typography", "$value": {"fontFamily": "Inter", "fontSize": {"value": 24, "unit": "px"}, "fontWeight": "bold",
             "letterSpacing": {"value": 0, "unit": "rem"}, "lineHeight": 1.25}}"##,
    );
    let Token::Shadow(layers) = value(&text, "s.two") else { panic!() };
    assert_eq!((layers.len(), layers[0].offset_y, layers[0].color.alpha, layers[1].inset), (2, 1.0, 0.5, true));
    let Token::Gradient(gradient) = value(&text, "g.$root") else { panic!() };
    assert_eq!(
        gradient.stops.iter().map(|(at, c)| (*at, c.to_string())).collect::<Vec<_>>(),
        [(0.0, "#ff0000".to_owned()), (1.0, "#0000ff".to_owned())]
    );
    let Token::Border { style, width, .. } = value(&text, "o.b") else { panic!() };
    assert_eq!((style.as_str(), width.rem()), ("dash 0.5 0.25 round", 0.0625));
    assert!(matches!(value(&text, "m"), Token::Transition { duration_ms: 200.0, .. }));
    let Token::Typography(style) = value(&text, "y") else { panic!() };
    assert_eq!((style.size, style.weight, style.leading), (1.5, 700, 1.25));
}

#[test]
fn references_lead_to_tokens_and_to_parts() {
    let text = with_colors(
        r##""a": {"$value": "{b}"}, "b": {"$ref": "#/c/red/$value"}, "whole": {"$ref": "#/c/red"},
         "part": {"$type": "number", "$ref": "#/c/blue/$value/alpha"},
         "through": {"$type": "number", "$ref": "#/b/$value/components/0"},
         "mixed": {"$type": "color", "$value": {"colorSpace": {"$ref": "#/c/red/$value/colorSpace"},
            "components": [0, {"$ref": "#/c/blue/$value/alpha"}, "none"], "alpha": {"$ref": "#/half/$value"}}},
         "half": {"$type": "number", "$value": 0.5}"##,
    );
    assert_eq!(color(&text, "a"), "#ff0000");
    assert_eq!(color(&text, "whole"), "#ff0000");
    assert_eq!(color(&text, "mixed"), "#008000");
    assert_eq!(value(&text, "part"), Token::Number(0.5));
    assert_eq!(value(&text, "through"), Token::Number(1.0));
}

#[test]
fn types_come_from_the_token_its_target_or_its_group_and_are_never_guessed() {
    // The target's type wins over the group's.
    let text =
        r#"{"n": {"$type": "number", "x": {"$value": 1}}, "g": {"$type": "dimension", "y": {"$value": "{n.x}"}}}"#;
    assert_eq!(value(text, "g.y"), Token::Number(1.0));
    assert_eq!(found(&tokens(r#"{"a": {"$value": 1}}"#)), ["MB0310 1:7"]);
    assert_eq!(
        found(&tokens(r##"{"a": {"$type": "number", "$value": 1}, "b": {"$ref": "#/a/$value/x"}}"##)),
        ["MB0311 1:46"]
    );
    assert_eq!(
        found(&tokens(r#"{"a": {"$type": "number", "$value": 1}, "b": {"$type": "color", "$value": "{a}"}}"#)),
        ["MB0313 1:75"]
    );
}

#[test]
fn groups_extend_groups_by_deep_merge() {
    let text = with_colors(
        r##""base": {"$type": "color", "x": {"$value": "{c.red}"}, "deep": {"y": {"$value": "{c.red}"}, "z": {"$value": "{c.blue}"}}},
         "own": {"$extends": "{base}", "deep": {"y": {"$value": "{c.blue}", "$description": "another"}}},
         "third": {"$extends": "#/own/deep"}, "fourth": {"inner": {"$extends": "{third}"}, "$type": "color"}"##,
    );
    assert_eq!(color(&text, "own.x"), "#ff0000");
    assert_eq!(color(&text, "own.deep.y"), "#0000ff");
    assert_eq!(color(&text, "own.deep.z"), "#0000ff");
    assert_eq!(color(&text, "third.z"), "#0000ff");
    assert_eq!(color(&text, "fourth.inner.y"), "#0000ff");
    // A literal inherits its type from the group it was extended into.
    let text = r#"{"a": {"$type": "number", "x": {"$value": 1}}, "b": {"$extends": "{a}", "y": {"$value": 2}}}"#;
    assert_eq!(value(text, "b.y"), Token::Number(2.0));
}

#[test]
fn rings_and_bad_targets_of_extends_are_errors() {
    for (text, expected) in [
        (r#"{"a": {"$extends": "{b}"}, "b": {"$extends": "{a}"}}"#, "MB0317"),
        (r#"{"a": {"$extends": "{a}"}}"#, "MB0317"),
        (r#"{"a": {"b": {"$extends": "{a}"}}}"#, "MB0317"),
        (r#"{"a": {"b": {"$extends": "{c}"}}, "c": {"d": {"$extends": "{a}"}}}"#, "MB0317"),
        (r#"{"a": {"$type": "number", "$value": 1}, "b": {"$extends": "{a}"}}"#, "MB0316"),
        (r#"{"a": {}, "b": {"$extends": "{aa}"}}"#, "MB0311"),
        (r#"{"b": {"$extends": "aa"}}"#, "MB0315"),
        (r#"{"b": {"$extends": 3}}"#, "MB0315"),
    ] {
        let all = found(&tokens(text));
        assert!(!all.is_empty() && all.iter().all(|f| f.starts_with(expected)), "{text} {all:?}");
    }
}

#[test]
fn groups_that_multiply_are_stopped() {
    let mut text = r#"{"g0": {"$type": "number", "x": {"$value": 1}}"#.to_owned();
    for n in 1..30 {
        text +=
            &format!(r#", "g{n}": {{"a": {{"$extends": "{{g{m}}}"}}, "b": {{"$extends": "{{g{m}}}"}}}}"#, m = n - 1);
    }
    let all = found(&tokens(&(text + "}")));
    assert!(all.iter().any(|f| f.starts_with("MB0318")), "{all:?}");
    let mut chain = r#"{"g0": {"$type": "number", "x": {"$value": 1}}"#.to_owned();
    for n in 1..5000 {
        chain += &format!(r#", "g{n}": {{"a": {{"$extends": "{{g{}}}"}}}}"#, n - 1);
    }
    assert!(tokens(&(chain + "}")).is_err());
}

#[test]
fn rings_of_references_name_the_ring() {
    for text in [
        r#"{"a": {"$type": "color", "$value": "{a}"}}"#,
        r#"{"$type": "color", "a": {"$value": "{b}"}, "b": {"$value": "{a}"}}"#,
        r##"{"$type": "number", "a": {"$ref": "#/a/$value/x"}}"##,
        r##"{"$type": "color", "a": {"$value": {"colorSpace": "srgb", "components": [{"$ref": "#/a/$value/components/0"}, 0, 0]}}}"##,
    ] {
        let errors = tokens(text).unwrap_err();
        assert!(errors.iter().all(|e| e.code == "MB0312"), "{text} {errors:#?}");
        let chain = &errors[0].args.iter().find(|(name, _)| *name == "chain").unwrap().1;
        assert!(chain.contains('→') && chain.len() < 200, "{chain}");
    }
    let mut long = r#"{"$type": "number", "t0": {"$value": 1}"#.to_owned();
    for n in 1..2_000 {
        long += &format!(r#", "t{n}": {{"$value": "{{t{}}}"}}"#, n - 1);
    }
    assert!(tokens(&(long + "}")).is_err());
}

#[test]
fn unknown_targets_get_a_suggestion_and_groups_a_hint() {
    let text = with_colors(r#""a": {"$value": "{c.redd}"}, "b": {"$type": "color", "$value": "{c}"}"#);
    let errors = tokens(&text).unwrap_err();
    assert_eq!((errors[0].code, errors[0].hint), ("MB0311", Some("did-you-mean")));
    assert!(errors[0].args.contains(&("suggestion", "c.red".to_owned())));
    assert_eq!((errors[1].code, errors[1].hint), ("MB0314", Some("hint")));
}

#[test]
fn shape_errors_are_all_found_at_once_with_their_places() {
    let text = "{\n\"a\": {\"$type\": \"number\", \"$value\": 1, \"child\": {}},\n\"b\": {\"$type\": \"number\", \"$value\": 1, \"$ref\": \"#/a\"},\n\"c.d\": {},\n\"e\": 3,\n\"f\": {\"$descripton\": \"\"},\n\"g\": {\"$type\": \"colour\"},\n\"h\": {\"$description\": 1, \"$deprecated\": 0, \"$extensions\": []},\n\"$x\": {}\n}";
    assert_eq!(
        found(&tokens(text)),
        [
            "MB0305 2:39",
            "MB0306 3:39",
            "MB0303 4:1",
            "MB0304 5:1",
            "MB0307 6:7",
            "MB0308 7:16",
            "MB0309 8:23",
            "MB0309 8:41",
            "MB0309 8:59",
            "MB0307 9:1"
        ]
    );
    for text in ["[]", "7", "{\"$value\": 1}", "{\"a\": {\"$root\": {}}}", "{\"a\": null}", "", "{\"a\""] {
        assert!(tokens(text).is_err(), "{text}");
    }
    assert!(tokens(r#"{"$schema": "x", "$extensions": {"any.vendor": {"$odd": [1]}}, "a": {"$type": "number", "$value": 1, "$extensions": {"x": 1}}}"#).is_ok());
}

#[test]
fn wrong_values_are_refused() {
    for (kind, value, code) in [
        ("color", r##"{"colorSpace": "srgbb", "components": [0, 0, 0]}"##, "MB0325"),
        ("color", r##"{"colorSpace": "srgb", "components": [0, 0]}"##, "MB0319"),
        ("color", r##"{"colorSpace": "srgb", "components": [0, 0, 2]}"##, "MB0322"),
        ("color", r##"{"colorSpace": "hsl", "components": [360, 0, 0]}"##, "MB0322"),
        ("color", r##"{"colorSpace": "srgb", "components": [0, 0, "none"], "alpha": 1.5}"##, "MB0322"),
        ("color", r##"{"colorSpace": "srgb", "components": [0, 0, 0], "hex": "#fff"}"##, "MB0319"),
        ("color", r##"{"colorSpace": "srgb", "components": [0, 0, 0], "alfa": 1}"##, "MB0321"),
        ("color", r#"{"components": [0, 0, 0]}"#, "MB0320"),
        ("color", r#""red""#, "MB0319"),
        ("color", "null", "MB0319"),
        ("dimension", "16", "MB0319"),
        ("dimension", r#"{"value": 1, "unit": "mm"}"#, "MB0325"),
        ("dimension", r#"{"value": "1", "unit": "px"}"#, "MB0319"),
        ("dimension", r#"{"value": 1}"#, "MB0320"),
        ("dimension", r#""1em""#, "MB0319"),
        ("dimension", r#"{"value": 1e300, "unit": "px"}"#, "MB0322"),
        ("fontWeight", "0", "MB0322"),
        ("fontWeight", "1001", "MB0322"),
        ("fontWeight", r#""Bold""#, "MB0325"),
        ("fontFamily", "[]", "MB0319"),
        ("fontFamily", r#"["a", 3]"#, "MB0319"),
        ("duration", r#"{"value": -1, "unit": "ms"}"#, "MB0322"),
        ("cubicBezier", "[0, 0, 1]", "MB0319"),
        ("cubicBezier", "[-0.1, 0, 1, 0]", "MB0322"),
        ("number", r#""1""#, "MB0319"),
        ("strokeStyle", r#""wavy""#, "MB0325"),
        ("strokeStyle", r#"{"dashArray": [], "lineCap": "butt"}"#, "MB0319"),
        ("gradient", "[]", "MB0319"),
        ("shadow", "[]", "MB0319"),
        ("typography", "{}", "MB0320"),
        (
            "typography",
            r#"{"fontFamily": "Inter", "fontSize": {"value": 0, "unit": "rem"}, "fontWeight": 400, "letterSpacing": {"value": 0, "unit": "px"}, "lineHeight": 1}"#,
            "MB0322",
        ),
    ] {
        let all = found(&tokens(&format!(r#"{{"a": {{"$type": "{kind}", "$value": {value}}}}}"#)));
        assert!(!all.is_empty() && all.iter().all(|f| f.starts_with(code)), "{kind} {value}: {all:?}");
    }
}

#[test]
fn an_element_reference_gives_one_element() {
    let text = r#"{"$type": "fontFamily", "many": {"$value": ["Inter", "Arial"]}, "a": {"$value": ["{many}", "X"]}}"#;
    assert_eq!(found(&tokens(text)), ["MB0319 1:44"]);
}

#[test]
fn old_forms_are_read_with_a_warning() {
    let brand = tokens(
        r##"{"a": {"$type": "color", "$value": "#0d9488"}, "b": {"$type": "dimension", "$value": "16px"}, "c": {"$type": "dimension", "$value": "1.5rem"}}"##,
    );
    assert_eq!(found(&brand), ["MB0323 1:36", "MB0323 1:86", "MB0323 1:133"]);
    let theme = &brand.unwrap().value.themes["default"];
    assert_eq!(theme.color("a").unwrap().to_string(), "#0d9488");
    assert_eq!(theme.tokens["b"], Token::Dimension(Dimension { value: 16.0, unit: DimensionUnit::Px }));
}

#[test]
fn a_text_style_without_tracking_is_read_with_a_warning_and_needs_a_face() {
    let style = |family: &str, weight: u16| {
        tokens(&format!(
            r#"{{"t": {{"$type": "typography", "$value": {{"fontFamily": "{family}", "fontSize": {{"value": 1, "unit": "rem"}}, "fontWeight": {weight}, "lineHeight": 1.4}}}}}}"#
        ))
    };
    assert_eq!(found(&style("Inter", 400)), ["MB0324 1:41"]);
    assert_eq!(found(&style("Inter", 450)), ["MB0324 1:41", "MB0343 1:41"]);
    assert_eq!(found(&style("Intre", 400)), ["MB0324 1:41", "MB0342 1:41"]);
}

#[test]
fn a_deprecated_token_in_use_is_a_warning() {
    let text =
        with_colors(r#""old": {"$deprecated": "use c.red", "x": {"$value": "{c.red}"}}, "new": {"$value": "{old.x}"}"#);
    let brand = tokens(&text).unwrap();
    assert_eq!(brand.warnings.len(), 1);
    assert_eq!((brand.warnings[0].code, brand.warnings[0].hint), ("MB0326", Some("hint")));
}

#[test]
fn a_kit_without_tokens_or_with_other_bytes_is_an_error() {
    assert_eq!(found(&Brand::read(&small(&[]))), ["MB0001 brand/brand.tokens.json"]);
    let mut folder = small(&[]);
    folder.insert("brand/brand.tokens.json", *b"{\"\xff\": 1}");
    assert_eq!(found(&Brand::read(&folder)), ["MB0002 1:3"]);
    folder.insert("brand/brand.tokens.json", *b"\xef\xbb\xbf{}");
    assert!(Brand::read(&folder).is_ok());
}

#[test]
fn a_value_changes_the_digest_and_a_description_does_not() {
    let digest = |text: &str| tokens(text).unwrap().value.themes["default"].digest;
    let one = digest(r#"{"a": {"$type": "number", "$value": 1}}"#);
    assert_eq!(one, digest(r#"{"a": {"$type": "number", "$value": 1.0, "$description": "x"}}"#));
    assert_ne!(one, digest(r#"{"a": {"$type": "number", "$value": 1.5}}"#));
}
