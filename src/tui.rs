//! The terminal UI: key → [`Action`](crate::keymap::Action) → [`update()`] → [`view()`].
//!
//! Only [`update()`] changes the state, [`App`]; [`view()`] draws it. Both take the position of each part of the screen from
//! `layout`. [`update()`] returns side effects as [`Effect`]s.

mod app;
mod conference;
mod effect;
mod event_list;
mod layout;
mod layout_cache;
mod msg;
mod overlay;
mod panes;
mod prompt;
mod runtime;
mod terminal;
mod update;
mod view;
mod view_context;
mod widget;

pub use crate::clock::Clock;
pub use crate::loaded::Loaded;
pub use app::App;
pub use conference::{SearchRequest, SearchResponse};
pub use effect::{Effect, MAX_COPY, StoreJob};
pub use msg::{Arrival, Msg};
pub use panes::default_keymap;
pub use runtime::{Application, RunError, run};
pub use terminal::AnsiBackend;
pub use update::update;
pub use view::{Cursor, cursor, view};
pub use view_context::Settings;
