//! The brand sheet: what a designer should see first. Colours, type, measures, marks and icons of a kit, drawn from
//! the kit itself by the program's own pipeline.
//!
//! In: a kit, the campaign it belongs to. Out: [`Page`]s for each language and theme, and an HTML page. What a kit does
//! not have is left out. A file `brand/sheet/NAME.svg` of the campaign takes the place of the program's own page.
//!
//! # Steps
//! `look` gives a theme the sheet's own tokens · `kit` writes tables of what there is (`grounds` looks at
//! colours and marks) · `draw` fills and composes the pages of `pages/` · `html` writes the page for browsers.

mod draw;
mod font;
mod grounds;
mod html;
mod kit;
mod look;
mod said;
mod table;
mod view;

pub use draw::{Page, Sheet, pages};
pub use html::html;
pub use look::theme as sheet_theme;
