//! The public ledger of corrections: what is said of versions that were replaced, paused or taken back.

use jiff::Timestamp;
use serde::Serialize;

use crate::language::Words;
use crate::ledger::{CellChange, CorrectionKind, Entry, Event, Replaced, Version};

/// One notice about versions that somebody may hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Number of the ledger's event, by which an office confirms it.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// By which fixed word it is called.
    pub kind: NoticeKind,
    /// The versions it speaks of.
    pub versions: Vec<Version>,
    /// What stands in their place.
    pub replaced: Vec<Replaced>,
    /// Cells that read otherwise now.
    pub cells: Vec<CellChange>,
    /// What the office says, by language.
    pub note: Words,
}

/// The fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeKind {
    /// *Cập nhật kỳ*.
    Update,
    /// *Điều chỉnh*.
    Revision,
    /// *Đính chính*.
    Correction,
    /// *Thu hồi*.
    Kill,
    /// *Tạm dừng*.
    Withheld,
    /// *Dùng lại được*.
    Resumed,
}

impl NoticeKind {
    /// The fixed word, in Vietnamese or English.
    pub fn word(self, vietnamese: bool) -> &'static str {
        match (self, vietnamese) {
            (Self::Update, true) => "cập nhật kỳ",
            (Self::Update, false) => "periodic update",
            (Self::Revision, true) => "điều chỉnh",
            (Self::Revision, false) => "revision",
            (Self::Correction, true) => "đính chính",
            (Self::Correction, false) => "correction",
            (Self::Kill, true) => "thu hồi",
            (Self::Kill, false) => "withdrawal",
            (Self::Withheld, true) => "tạm dừng",
            (Self::Withheld, false) => "withheld",
            (Self::Resumed, true) => "dùng lại được",
            (Self::Resumed, false) => "usable again",
        }
    }
}

impl Notice {
    /// The notice that an entry of the ledger gives, whoever sees it; none for events that no holder needs to hear of.
    pub fn of(entry: &Entry) -> Option<Self> {
        of(entry)
    }
}

/// The notice that an event gives; none for events that no holder needs to hear of.
pub(super) fn of(entry: &Entry) -> Option<Notice> {
    let notice = |kind, versions: &[Version], note: &Words| Notice {
        number: entry.number,
        at: entry.at,
        kind,
        versions: versions.to_vec(),
        replaced: Vec::new(),
        cells: Vec::new(),
        note: note.clone(),
    };
    Some(match &entry.event {
        Event::Killed { assets, reason } => notice(NoticeKind::Kill, assets, reason),
        Event::Withheld { assets, reason } => notice(NoticeKind::Withheld, assets, reason),
        Event::Resumed { assets, reason } => notice(NoticeKind::Resumed, assets, reason),
        Event::Corrected(correction) => {
            let kind = match correction.kind {
                CorrectionKind::Update => NoticeKind::Update,
                CorrectionKind::Revision => NoticeKind::Revision,
                CorrectionKind::Correction => NoticeKind::Correction,
            };
            let old = |one: &Replaced| Version { asset: one.asset.clone(), version: one.version };
            let versions: Vec<Version> = correction.replaced.iter().map(old).collect();
            Notice {
                replaced: correction.replaced.clone(),
                cells: correction.cells.clone(),
                ..notice(kind, &versions, &correction.note)
            }
        }
        _ => return None,
    })
}
