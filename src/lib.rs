//! mocban (*mộc bản*, the carved woodblock): structured data and a brand identity in, pictures out.
//!
//! # Steps
//! The modules stand in the order of the flow; each imports only what stands above it.

pub mod diagnostic;
pub mod source;
pub mod language;
pub mod settings;
pub mod units;
pub mod color;
pub mod digest;
pub mod code;
pub mod html;
pub mod brand;
pub mod format;
pub mod record;
pub mod atlas;
pub mod encode;
pub mod picture;
pub mod campaign;
pub mod plan;
pub mod template;
pub mod text;
pub mod frame;
pub mod chart;
pub mod layout;
pub mod drawn;
pub mod svg;
pub mod paint;
pub mod preflight;
pub mod lineage;
pub mod metadata;
pub mod export;
pub mod brandsheet;
pub mod proof;
pub mod store;
pub mod catalogue;
pub mod ledger;
pub mod release;
pub mod published;
pub mod intake;
pub mod change;
pub mod correction;
pub mod verify;
pub mod press;
pub mod cli;
