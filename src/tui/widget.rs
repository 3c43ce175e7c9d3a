//! Widgets that are independent of conferences.

mod bar;
mod definition_list;
mod field;
mod highlight;
mod line;
mod link;
mod list;
mod page;
mod pop_up;
mod rule;
mod scrollbar;
mod themed;

pub(super) use bar::Bar;
pub(super) use definition_list::{DefinitionList, PrefixedLink};
pub(super) use field::{Edit, Field, tail};
pub(super) use highlight::Highlight;
pub(super) use line::Line;
pub(super) use link::Target;
pub(super) use list::{Entry, List};
pub(super) use page::{Page, TEXT_WIDTH};
pub(super) use pop_up::PopUp;
pub(super) use rule::Rule;
pub(super) use scrollbar::Scrollbar;
pub(super) use themed::Themed;
