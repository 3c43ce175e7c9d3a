//! [`ConferenceState`]: the open conference and the location in it.
//!
//! `state` has its fields and moves the location. `filter`, `search`, `timeline`, `moment`, `reminders`, `copy`, `reload`
//! and `persist` add one task each; the other files are the types of the fields.

mod copy;
mod filter;
mod filter_state;
mod grid;
mod location;
mod moment;
mod pane_item;
mod persist;
mod plan_context;
mod reload;
mod reload_error;
mod reminders;
mod search;
mod search_state;
mod state;
mod timeline;

pub(super) use filter_state::is_condition;
pub(super) use grid::Grid;
pub(super) use location::{Detail, Focus, ListCursor, Location, Pane};
pub(super) use moment::TimeTarget;
pub(super) use pane_item::PaneItem;
pub(super) use plan_context::UndoStep;
pub(super) use reload_error::ReloadError;
use search_state::SearchState;
pub use search_state::{SearchRequest, SearchResponse};
pub(super) use state::{Anchor, ConferenceState, Past};
