//! The kit's faces as a browser takes them: inside the page, so that it needs no other file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::brand::{Face, Typefaces};

/// `@font-face` rules of all faces.
pub(super) fn rules(typefaces: &Typefaces) -> String {
    typefaces.faces.iter().map(rule).collect()
}

/// One face.
fn rule(face: &Face) -> String {
    let (slope, data) = (if face.italic { "italic" } else { "normal" }, STANDARD.encode(&face.data));
    let (kind, name) = if face.data.starts_with(b"OTTO") { ("otf", "opentype") } else { ("ttf", "truetype") };
    format!(
        "@font-face{{font-family:{};font-weight:{};font-style:{slope};src:url(data:font/{kind};base64,{data}) format(\"{name}\")}}\n",
        family(&face.family),
        face.weight,
    )
}

/// A family's name as CSS writes it; what could end the string is left out.
pub(super) fn family(name: &str) -> String {
    format!("\"{}\"", name.replace(['"', '\\', '<', '\n', '\r'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_cannot_leave_its_string() {
        assert_eq!(family("A\"}</style><b>"), "\"A}/style>b>\"");
    }
}
