//! Events as JSON objects, one a line, for scripts. In: what the press tells; out: values whose keys are promised.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Place, Span, Wording};
use crate::press::{Event, Reason, Rendition, Report, Status};

/// An event's object.
pub(super) fn event(event: &Event, wording: &Wording) -> Value {
    match event {
        Event::Started { jobs, renditions } => json!({"event": "started", "jobs": jobs, "renditions": renditions}),
        Event::Diagnostic(found) => diagnostic(found, wording),
        Event::Planned(planned) => {
            let changes = match &planned.reason {
                Reason::Changed(changes) => json!(changes),
                _ => json!([]),
            };
            let more = [("reason", json!(reason(&planned.reason))), ("changes", changes)];
            rendition("planned", &planned.rendition, more)
        }
        Event::Job(job) => {
            let digest = job.digest.map(|digest| digest.to_string());
            rendition("job", &job.rendition, [("status", json!(status(job.status))), ("digest", json!(digest))])
        }
        Event::Finished(report) => finished(report),
    }
}

/// A status as scripts know it.
fn status(status: Status) -> &'static str {
    match status {
        Status::Rendered => "rendered",
        Status::Cached => "cached",
        Status::Failed => "failed",
    }
}

/// A reason as scripts know it.
pub(super) fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::New => "new",
        Reason::Changed(_) => "changed",
        Reason::Missing => "missing",
        Reason::Damaged => "damaged",
        Reason::Fresh => "fresh",
        Reason::Unchanged => "unchanged",
    }
}

/// A file of an asset, with two more members.
fn rendition(event: &str, rendition: &Rendition, more: [(&str, Value); 2]) -> Value {
    let mut object = json!({
        "event": event,
        "asset": rendition.asset,
        "format": rendition.format,
        "language": rendition.language,
        "theme": rendition.theme,
        "encoding": rendition.encoding.name(),
        "path": rendition.path,
    });
    if let Value::Object(members) = &mut object {
        members.extend(more.map(|(name, value)| (name.to_owned(), value)));
    }
    object
}

/// A finding: its places in full, the most telling first. Its surface and the reason it is allowed for are there when
/// there are any.
fn diagnostic(diagnostic: &Diagnostic, wording: &Wording) -> Value {
    let mut object = json!({
        "event": "diagnostic",
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": wording.message(diagnostic),
        "spans": diagnostic.spans.iter().map(span).collect::<Vec<_>>(),
        "hint": wording.hint(diagnostic),
        "artwork": diagnostic.met.as_ref().map(|met| &met.artwork),
    });
    if let Value::Object(members) = &mut object {
        let format = diagnostic.met.as_ref().map(|met| met.format.as_str());
        let more = [("format", format), ("allowed", diagnostic.allowed.as_deref())];
        members.extend(more.into_iter().filter_map(|(name, said)| Some((name.to_owned(), json!(said?)))));
    }
    object
}

/// A place; `line` and `column` are null for a whole file, and row and column for a sheet's cell.
fn span(span: &Span) -> Value {
    match &span.place {
        Place::Whole => json!({"file": span.file, "line": null, "column": null}),
        Place::Text { line, column, length } => {
            json!({"file": span.file, "line": line, "column": column, "length": length})
        }
        Place::Cell { sheet, row, column } => {
            let cell = span.cell_name();
            json!({"file": span.file, "line": row, "column": column, "sheet": sheet, "cell": cell})
        }
    }
}

/// The account of a run.
fn finished(report: &Report) -> Value {
    json!({
        "event": "finished",
        "rendered": report.rendered,
        "cached": report.cached,
        "failed": report.failed,
        "seconds": report.seconds,
        "errors": report.found.errors,
        "warnings": report.found.warnings,
        "allowed": report.found.allowed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;
    use crate::digest::Digest;
    use crate::encode::Encoding;
    use crate::press::{Cause, Change, Found, JobEvent, Planned};

    fn line(of: &Event) -> String {
        event(of, &Wording::new(MessageLanguage::English)).to_string()
    }

    fn card() -> Rendition {
        Rendition {
            asset: "cds_card".to_owned(),
            format: "fb".to_owned(),
            language: "vi".to_owned(),
            theme: "light".to_owned(),
            encoding: Encoding::Jpeg,
            path: "card/cds.jpg".to_owned(),
        }
    }

    #[test]
    fn the_last_line_is_as_promised() {
        let found = Found { errors: 0, warnings: 3, allowed: 1 };
        let report = Report { rendered: 212, cached: 788, failed: 0, seconds: 14.25, found };
        let expected = r#"{"event":"finished","rendered":212,"cached":788,"failed":0,"seconds":14.25,"errors":0,"warnings":3,"allowed":1}"#;
        assert_eq!(line(&Event::Finished(report)), expected);
    }

    #[test]
    fn a_job_is_as_promised() {
        let digest = Digest::of(b"x");
        let job = JobEvent { rendition: card(), status: Status::Rendered, digest: Some(digest) };
        let expected = format!(
            r#"{{"event":"job","asset":"cds_card","format":"fb","language":"vi","theme":"light","encoding":"jpeg","path":"card/cds.jpg","status":"rendered","digest":"{digest}"}}"#
        );
        assert_eq!(line(&Event::Job(job)), expected);
    }

    #[test]
    fn a_planned_file_says_why() {
        let change = Change {
            cause: Cause::Cell,
            name: "indicators/ha-tang/value".to_owned(),
            before: Some("71".to_owned()),
            after: Some("74".to_owned()),
        };
        let planned = Planned { rendition: card(), reason: Reason::Changed(vec![change]) };
        let value: Value = serde_json::from_str(&line(&Event::Planned(planned))).unwrap();
        assert_eq!(value["reason"], "changed");
        assert_eq!(value["changes"][0]["cause"], "cell");
        assert_eq!(value["changes"][0]["after"], "74");
    }

    #[test]
    fn findings_carry_every_kind_of_place() {
        let finding = Diagnostic::error("MB0001")
            .arg("path", "a\"b")
            .at(Span::text("data/x.csv", 12, 4, 3))
            .at(Span::cell("x.xlsx", "Q3", 7, 28))
            .at(Span::whole("y.toml"));
        let value: Value = serde_json::from_str(&line(&Event::Diagnostic(finding))).unwrap();
        assert_eq!(value["code"], "MB0001");
        assert_eq!(value["severity"], "error");
        assert_eq!(value["message"], "there is no file a\"b");
        assert_eq!(value["spans"][0], json!({"file": "data/x.csv", "line": 12, "column": 4, "length": 3}));
        assert_eq!(value["spans"][1]["sheet"], "Q3");
        assert_eq!(value["spans"][1]["cell"], "AB7");
        assert!(value["spans"][2]["line"].is_null() && value["hint"].is_null());
    }
}
