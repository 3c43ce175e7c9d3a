//! Widgets that are independent of conferences.

mod bar;
mod definition_list;
mod field;
mod line;
mod list;
mod page;
mod scrollbar;

pub(super) use bar::Bar;
pub(super) use definition_list::{DefinitionList, PrefixedLink};
pub(super) use field::{Edit, Field, tail};
pub(super) use line::Line;
pub(super) use list::{Entry, List, highlight};
pub(super) use page::{Page, TEXT_WIDTH, Target};
pub(super) use scrollbar::scrollbar;
