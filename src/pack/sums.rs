//! `SHA256SUMS`: every file of a pack with its digest, as `sha256sum -c` reads it.

use std::collections::BTreeMap;

use super::Files;

/// The list's name.
pub const SUMS: &str = "SHA256SUMS";
/// The name of its signature.
pub(super) const SIGNATURE: &str = "SHA256SUMS.sig";

/// The list for these files, without itself and its signature.
pub(super) fn sums(files: &Files) -> Vec<u8> {
    let listed = files.iter().filter(|(path, _)| !is_seal(path));
    listed.flat_map(|(path, content)| format!("{}  {path}\n", content.sha256()).into_bytes()).collect()
}

/// Whether a file is the list or its signature.
pub(super) fn is_seal(path: &str) -> bool {
    path == SUMS || path == SIGNATURE
}

/// Digests by path; none when it is no such list.
pub fn sums_of(list: &[u8]) -> Option<BTreeMap<String, String>> {
    let text = std::str::from_utf8(list).ok()?;
    let line = |line: &str| {
        let (sum, path) = line.split_once("  ")?;
        let sound = sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()) && !path.is_empty();
        sound.then(|| (path.to_owned(), sum.to_owned()))
    };
    text.lines().map(line).collect()
}
