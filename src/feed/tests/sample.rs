//! A newsroom's history to look at: three releases, a correction, a kill, a pause, an embargo, hostile words.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::campaign::Rights;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::language::Words;
use crate::ledger::{
    CellChange, Correction, CorrectionKind, Embargo, EmbargoKind, Entry, Event, Ledger, Replaced, Version,
};
use crate::lineage::{Lineage, Number};
use crate::published::{Audience, Published};
use crate::release::{Facts, Release, ReleasedAsset, ReleasedFile, sha256};

/// Words that try to become markup, to end strings, and to turn the direction of reading.
pub(crate) const HOSTILE: &str = "<script>alert(\"1\")</script> & 'x' ]]> \u{202E}82,5\u{202C} --> {{ }}";

/// A second of the history.
pub(crate) fn second(second: i64) -> Timestamp {
    Timestamp::from_second(1_760_000_000 + second).unwrap()
}

/// Words in both languages.
fn both(vi: &str, en: &str) -> Words {
    [("vi".to_owned(), vi.to_owned()), ("en".to_owned(), en.to_owned())].into()
}

/// An asset; its bytes say its name and version.
fn asset(name: &str, version: u32, language: &str, value: &str) -> ReleasedAsset {
    let file = |format: &str, encoding: Encoding, width, height| {
        let name = format!("{name}_{format}_{language}_v{version:02}.{}", encoding.extension());
        ReleasedFile {
            format: format.to_owned(),
            encoding,
            page: 1,
            width,
            height,
            bytes: 41_233,
            content: Digest::of(name.as_bytes()),
            sha256: sha256(name.as_bytes()),
            name,
        }
    };
    let number = |cell: &str, text: &str, value| Number {
        cells: vec![cell.to_owned()],
        text: text.to_owned(),
        value,
        source: "Báo cáo quý III, bảng 2".to_owned(),
        places: Vec::new(),
    };
    let key = name.trim_start_matches("t_card_");
    let numbers = vec![
        number(&format!("units/{key}/name.{language}"), &format!("Đơn vị {key}"), None),
        number(&format!("units/{key}/value"), value, Some(82.5)),
    ];
    ReleasedAsset {
        asset: format!("{name}_{language}"),
        version,
        code: format!("7K3F-9QX2-{}{version}", if language == "vi" { "V" } else { "E" }) + &key.to_uppercase(),
        product: "card".to_owned(),
        table: Some("units".to_owned()),
        key: Some(key.to_owned()),
        language: language.to_owned(),
        theme: "light".to_owned(),
        period: "2026q3".to_owned(),
        headline: format!("Tỷ lệ hồ sơ trực tuyến {key} đạt {value}"),
        caption: format!("Đến hết quý III/2026, {value} hồ sơ được nộp trực tuyến."),
        alt_text: format!("Biểu đồ cột: {value}"),
        description: String::new(),
        tags: vec!["hồ sơ".to_owned(), "trực tuyến".to_owned()],
        words: format!("Tỷ lệ {value}"),
        illustrative: false,
        composite: false,
        phase: String::new(),
        lineage: BTreeMap::from([("og".to_owned(), Lineage { numbers })]),
        files: vec![file("og", Encoding::Png, 1200, 630), file("a4", Encoding::Pdf, 0, 0)],
    }
}

/// A release of assets.
fn release(name: &str, assets: Vec<ReleasedAsset>) -> Release {
    Release {
        name: name.to_owned(),
        made: second(0),
        by: "Lan".to_owned(),
        program: String::new(),
        campaign: Facts {
            slug: "cds".to_owned(),
            title: both("Chuyển đổi số", "Digital transformation"),
            base_url: "https://press.example/cds".to_owned(),
            languages: vec!["vi".to_owned(), "en".to_owned()],
            period: "2026q3".to_owned(),
            rights: Rights {
                creator: both("Phòng Thiết kế", "Design office"),
                credit_line: both("Đồ họa: Phòng Thiết kế", "Graphic: Design office"),
                copyright_notice: both("© 2026 UBND tỉnh", "© 2026 the province"),
                usage_terms: both("Được dùng lại, ghi nguồn", "May be reused with attribution"),
                license_url: "https://creativecommons.org/licenses/by-nd/4.0/".to_owned(),
                contact_email: "bao@press.example".to_owned(),
                contact_url: "https://press.example/lien-he".to_owned(),
                copyright_owner: both("UBND tỉnh", "The province"),
                ..Rights::default()
            },
            phases: Vec::new(),
        },
        assets,
        data: Vec::new(),
    }
}

/// All releases: `bad` is killed, `fix` corrected, `hold` paused, `evil` says hostile words, `late` is sealed until second 500,
/// `soon` timed for the press until then.
pub(crate) fn releases() -> Vec<Release> {
    let mut evil = asset("t_card_evil", 1, "vi", "1,5%");
    for words in [&mut evil.headline, &mut evil.caption, &mut evil.alt_text, &mut evil.description, &mut evil.words] {
        *words = HOSTILE.to_owned();
    }
    evil.tags = vec![HOSTILE.to_owned()];
    if let Some(number) = evil.lineage.get_mut("og").and_then(|lineage| lineage.numbers.last_mut()) {
        number.text = format!("{HOSTILE} 9");
        number.source = HOSTILE.to_owned();
    }
    let first = ["bad", "fix", "hold"].map(|key| asset(&format!("t_card_{key}"), 1, "vi", "87,5%"));
    let mut first = first.to_vec();
    first.extend([asset("t_card_fix", 1, "en", "87.5%"), evil]);
    vec![
        release("r1", first),
        release("r2", vec![asset("t_card_fix", 2, "vi", "82,5%"), asset("t_card_fix", 2, "en", "82.5%")]),
        release("sealed", vec![asset("t_card_late", 1, "vi", "99,1%")]),
        release("timed", vec![asset("t_card_soon", 1, "vi", "98,2%")]),
    ]
}

/// The ledger of that history.
pub(crate) fn ledger() -> Ledger {
    let released = |release: &str, embargo, expires| Event::Released {
        release: release.to_owned(),
        manifest: Digest::of(b""),
        embargo,
        expires,
        overruled: BTreeMap::new(),
    };
    let until = |kind| Some(Embargo { until: second(500), kind });
    let version = |asset: &str, version| Version { asset: asset.to_owned(), version };
    let correction = Correction {
        kind: CorrectionKind::Correction,
        release: "r2".to_owned(),
        cells: vec![CellChange {
            cell: "units/fix/value".to_owned(),
            before: "87,5%".to_owned(),
            after: "82,5%".to_owned(),
        }],
        replaced: ["t_card_fix_vi", "t_card_fix_en"]
            .map(|asset| Replaced { asset: asset.to_owned(), version: 1, by: 2 })
            .to_vec(),
        note: both("Số đúng là 82,5%", "The right figure is 82.5%"),
    };
    let events = [
        (10, released("r1", None, Some(second(9000)))),
        (20, released("sealed", until(EmbargoKind::Sealed), None)),
        (30, released("timed", until(EmbargoKind::Timed), None)),
        (40, released("r2", None, None)),
        (41, Event::Corrected(correction)),
        (50, Event::Killed { assets: vec![version("t_card_bad_vi", 1)], reason: both(HOSTILE, "wrong picture") }),
        (
            60,
            Event::Withheld {
                assets: vec![version("t_card_hold_vi", 1)],
                reason: both("Đang kiểm tra", "Being checked"),
            },
        ),
    ];
    let entries = (1..).zip(events).map(|(number, (at, event))| Entry {
        number,
        at: second(at),
        by: "Lan".to_owned(),
        before: Digest::of(b""),
        event,
    });
    Ledger { entries: entries.collect() }
}

/// What is seen at a second.
pub(crate) fn seen(at: i64, audience: Audience) -> Published {
    Published::at(second(at), audience, &releases(), &ledger())
}
