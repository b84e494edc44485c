//! Reads `[[allow]]`: findings of preflight that a campaign, or one of its products, accepts, each with its reason.

use super::Allow;
use crate::diagnostic::{Diagnostic, Findings};
use crate::settings::{Entry, Section};

/// Every `[[allow]]` of a table; below a product they are about that product.
pub(super) fn allows(section: &mut Section<'_>, product: Option<&str>) -> Vec<Allow> {
    let entries = section.read("allow", Entry::list).map(|given| given.value).unwrap_or_default();
    let mut allows = Vec::new();
    for entry in &entries {
        let Some(mut inner) = section.keep(Section::of(entry)) else { continue };
        allows.extend(allow(&mut inner, product));
        let mut findings = Findings::new();
        inner.finish(&mut findings);
        findings.into_vec().into_iter().for_each(|diagnostic| section.push(diagnostic));
    }
    allows
}

/// One allowance; none without a code or a reason.
fn allow(section: &mut Section<'_>, product: Option<&str>) -> Option<Allow> {
    let code = section.require("code", Entry::text);
    // Below a product the key is unknown: it could only contradict.
    let named = if product.is_none() { section.read("product", Entry::text).map(|given| given.value) } else { None };
    let format = section.read("format", Entry::text).map(|given| given.value);
    let reason = section.read("reason", Entry::text);
    let span = code.as_ref().map_or_else(|| section.span(), |code| code.span.clone());
    let Some(reason) = reason.map(|given| given.value).filter(|reason| !reason.trim().is_empty()) else {
        section.push(Diagnostic::error("MB0830").at(span).hint("hint"));
        return None;
    };
    let product = product.map(str::to_owned).or(named);
    Some(Allow { code: code?.value, product, format, reason, span })
}
