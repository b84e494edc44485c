//! Themes by the resolver module.

use super::*;

/// A number token of this value.
fn number(value: u32) -> String {
    format!(r#"{{"n": {{"$type": "number", "$value": {value}}}}}"#)
}

/// A kit with this resolver and two token files.
fn kit(resolver: &str) -> Checked<Brand> {
    let (base, sub) = (number(1), number(2));
    Brand::read(&small(&[
        ("brand/brand.resolver.json", resolver),
        ("brand/base.tokens.json", &base),
        ("brand/sub/two.tokens.json", &sub),
    ]))
}

/// Theme names with their number, and the default.
fn themes(checked: Checked<Brand>) -> (Vec<(String, String)>, String) {
    let brand = checked.unwrap_or_else(|errors| panic!("{errors:#?}")).value;
    let listed = brand.themes.iter().map(|(name, theme)| {
        let Some(Token::Number(n)) = theme.tokens.get("n") else { panic!("{name}") };
        (name.clone(), n.to_string())
    });
    (listed.collect(), brand.default_theme)
}

/// Pairs as [`themes`] gives them.
fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn later_wins_and_contexts_multiply() {
    let (listed, default) = themes(kit(&format!(
        r##"{{"version": "2025.10", "sets": {{"base": {{"sources": [{{"$ref": "base.tokens.json"}}]}}}},
        "modifiers": {{
          "theme": {{"contexts": {{"light": [], "dark": [{{"$ref": "sub/two.tokens.json"}}]}}, "default": "light"}},
          "contrast": {{"contexts": {{"normal": [], "highcontrast": [{}]}}, "default": "normal"}}}},
        "resolutionOrder": [{{"$ref": "#/sets/base"}}, {{"$ref": "#/modifiers/theme"}}, {{"$ref": "#/modifiers/contrast"}}]}}"##,
        number(3)
    )));
    assert_eq!(
        listed,
        pairs(&[("dark", "2"), ("dark-highcontrast", "3"), ("light", "1"), ("light-highcontrast", "3")])
    );
    assert_eq!(default, "light");
}

#[test]
fn inline_steps_and_sets_of_sets() {
    let (listed, default) = themes(kit(
        r##"{"version": "2025.10", "sets": {"a": {"sources": [{"$ref": "#/sets/b"}]}, "b": {"sources": [{"$ref": "base.tokens.json#/"}, {"$ref": "./base.tokens.json"}]}},
        "resolutionOrder": [{"name": "x", "type": "set", "sources": [{"$ref": "#/sets/a"}]},
          {"name": "size", "type": "modifier", "contexts": {"b": [{"$ref": "sub/two.tokens.json"}], "a": []}, "default": "a"}]}"##
            .replace(r#"{"$ref": "base.tokens.json#/"}, "#, "")
            .as_str(),
    ));
    assert_eq!(listed, pairs(&[("b", "2"), ("default", "1")]));
    assert_eq!(default, "default");
}

#[test]
fn a_theme_without_default_takes_the_first_written() {
    let (_, default) = themes(kit(
        r##"{"version": "2025.10", "modifiers": {"theme": {"contexts": {"z": [{"$ref": "base.tokens.json"}], "a": [{"$ref": "sub/two.tokens.json"}]}}},
        "resolutionOrder": [{"$ref": "#/modifiers/theme"}]}"##,
    ));
    assert_eq!(default, "z");
}

#[test]
fn references_are_resolved_after_merging() {
    let brand = Brand::read(&small(&[(
        "brand/brand.resolver.json",
        r##"{"version": "2025.10", "modifiers": {"theme": {"contexts": {
          "light": [{"p": {"$type": "number", "$value": 1}}], "dark": [{"p": {"$type": "number", "$value": 2}}]}, "default": "dark"}},
          "resolutionOrder": [{"name": "s", "type": "set", "sources": [{"role": {"$value": "{p}"}}]}, {"$ref": "#/modifiers/theme"}]}"##,
    )]))
    .unwrap()
    .value;
    assert_eq!(brand.themes["light"].tokens["role"], Token::Number(1.0));
    assert_eq!(brand.themes["dark"].tokens["role"], Token::Number(2.0));
    assert_eq!(brand.default_theme, "dark");
}

#[test]
fn what_is_wrong_is_said() {
    for (body, code) in [
        (r##""version": "2024.1", "resolutionOrder": [{"$ref": "#/sets/s"}]"##, "MB0330"),
        (r##""resolutionOrder": [{"$ref": "#/sets/s"}]"##, "MB0320"),
        (r#""version": "2025.10""#, "MB0320"),
        (r##""version": "2025.10", "resolutionOrder": []"##, "MB0309"),
        (r##""version": "2025.10", "resolutionOrder": [{"$ref": "#/sets/ss"}]"##, "MB0332"),
        (r##""version": "2025.10", "resolutionOrder": [{"$ref": "#/sets/ring"}]"##, "MB0335"),
        (r##""version": "2025.10", "resolutionOrder": [{"$ref": "#/sets/gone"}]"##, "MB0337"),
        (r##""version": "2025.10", "resolutionOrder": [{"$ref": "#/sets/out"}]"##, "MB0337"),
        (r##""version": "2025.10", "resolutionOrder": [{"$ref": "#/sets/bad"}]"##, "MB0336"),
        (
            r##""version": "2025.10", "resolutionOrder": [{"name": "m", "type": "modifier", "contexts": {"a": []}}]"##,
            "MB0333",
        ),
        (r##""version": "2025.10", "resolutionOrder": [{"name": "m", "type": "modifier", "contexts": {}}]"##, "MB0333"),
        (
            r##""version": "2025.10", "resolutionOrder": [{"name": "m", "type": "modifier", "contexts": {"a": [], "b": []}, "default": "c"}]"##,
            "MB0334",
        ),
        (r##""version": "2025.10", "resolutionOrder": [{"name": "m", "type": "modifer", "sources": []}]"##, "MB0325"),
        (r##""version": "2025.10", "resolutionOder": [], "resolutionOrder": [{"$ref": "#/sets/s"}]"##, "MB0321"),
    ] {
        let checked = kit(&format!(
            r##"{{"sets": {{"s": {{"sources": []}}, "ring": {{"sources": [{{"$ref": "#/sets/ring2"}}]}}, "ring2": {{"sources": [{{"$ref": "#/sets/ring"}}]}},
              "gone": {{"sources": [{{"$ref": "bas.tokens.json"}}]}}, "out": {{"sources": [{{"$ref": "../campaign.toml"}}]}},
              "bad": {{"sources": [{{"$ref": "#/modifiers/m"}}]}}}}, {body}}}"##
        ));
        let all = found(&checked);
        assert!(checked.is_err() && all.iter().any(|f| f.starts_with(code)), "{body}: {all:?}");
    }
}

#[test]
fn contexts_that_multiply_are_stopped() {
    let modifier = |n: usize| {
        format!(r#"{{"name": "m{n}", "type": "modifier", "contexts": {{"a": [], "b": []}}, "default": "a"}}"#)
    };
    let steps: Vec<String> = (0..80).map(modifier).collect();
    let checked = kit(&format!(r#"{{"version": "2025.10", "resolutionOrder": [{}]}}"#, steps.join(",")));
    assert!(found(&checked)[0].starts_with("MB0338"));
}
