//! What screens are built of. Nothing here knows what a conference is.

mod bar;
mod field;
mod labels;
mod line;
mod list;
mod page;
mod scrollbar;

pub(super) use bar::Bar;
pub(super) use field::{Field, Typed};
pub(super) use labels::{Labels, Led};
pub(super) use line::Line;
pub(super) use list::{Entry, List, select};
pub(super) use page::{Page, TEXT_WIDTH, Target};
pub(super) use scrollbar::scrollbar;
