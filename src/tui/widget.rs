//! What screens are built of. Nothing here knows what a conference is.

mod labels;
mod line;
mod list;

pub(super) use labels::{Labels, TEXT_WIDTH, prose};
pub(super) use line::Line;
pub(super) use list::{Entry, List};
