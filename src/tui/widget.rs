//! Widgets that know nothing about conferences.

mod bar;
mod definition_list;
mod field;
mod line;
mod list;
mod page;
mod scrollbar;

pub(super) use bar::Bar;
pub(super) use definition_list::{DefinitionList, Led};
pub(super) use field::{Field, Typed};
pub(super) use line::Line;
pub(super) use list::{Entry, List, select};
pub(super) use page::{Page, TEXT_WIDTH, Target};
pub(super) use scrollbar::scrollbar;
