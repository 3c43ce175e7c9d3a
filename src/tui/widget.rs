//! What screens are built of. Nothing here knows what a conference is.

mod labels;
mod line;
mod list;
mod page;

pub(super) use labels::Labels;
pub(super) use line::Line;
pub(super) use list::{Entry, List};
pub(super) use page::{Page, TEXT_WIDTH};
