//! The shipped kit against the published JSON Schemas of Design Tokens 2025.10.
//!
//! The schemas are not part of the project: they are looked for beside it, and the test says so when they are not there.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Address that the schemas' own names start with.
const HOME: &str = "https://www.designtokens.org/schemas/2025.10/";

/// The folder of the published schemas, when it is there.
fn schemas() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let near = ["../shared", "../../shared"].map(|up| root.join(up).join("reference/schemas/design-tokens-2025.10"));
    near.into_iter().find(|folder| folder.join("format.json").is_file())
}

#[test]
fn the_shipped_kit_follows_the_published_schemas() {
    let Some(folder) = schemas() else {
        println!("NOT CHECKED: no published schemas in ../shared/reference/schemas");
        return;
    };
    let json = |path: &Path| -> Value {
        let bytes = std::fs::read(path).unwrap();
        serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let mut registry = jsonschema::Registry::new();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            registry = registry.add(format!("{HOME}{name}"), json(entry.path())).unwrap();
        }
    }
    let registry = registry.prepare().unwrap();
    let brand = Path::new(env!("CARGO_MANIFEST_DIR")).join("brand");
    let mut checked = 0;
    for entry in std::fs::read_dir(&brand).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let schema = match name.as_str() {
            name if name.ends_with(".tokens.json") => "format.json",
            name if name.ends_with(".resolver.json") => "resolver.json",
            _ => continue,
        };
        let validator = jsonschema::options().with_registry(&registry).build(&json(&folder.join(schema))).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&json(&path)).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        // The schema must be able to refuse.
        assert!(!validator.is_valid(&serde_json::json!({"$value": 1, "child": 3})), "{schema} takes anything");
        checked += 1;
    }
    assert!(checked >= 2, "only {checked} files");
}
