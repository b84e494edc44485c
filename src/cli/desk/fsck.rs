//! `mocban fsck`. In: the output folder; out: findings, what was put right, an account.

use serde_json::json;

use crate::cli::print::Console;
use crate::cli::{FINDINGS, GOOD};
use crate::press;

/// Checks; gives the exit code: 1 when anything is wrong, a warning too.
pub(in crate::cli) fn fsck(settings: &press::Settings, repair: bool, console: &Console) -> anyhow::Result<u8> {
    let checkup = press::fsck(settings, repair, console)?;
    for path in &checkup.repaired {
        if console.json() {
            console.object(&json!({"event": "repaired", "path": path}));
        }
        console.say("say-repaired", &[("path", path.clone())]);
    }
    if console.json() {
        console.object(&json!({"event": "checked", "files": checkup.files, "findings": checkup.findings}));
    }
    let args = [("files", checkup.files.to_string()), ("findings", checkup.findings.to_string())];
    console.say("say-checked-files", &args);
    Ok(if checkup.findings > 0 { FINDINGS } else { GOOD })
}
