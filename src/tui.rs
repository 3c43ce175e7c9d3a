//! The screen program: key → [`Action`](crate::keymap::Action) → [`update()`] → [`view()`].
//!
//! The state, [`App`], changes in [`update()`] alone; [`view()`] draws it and changes nothing. Both ask one pure function,
//! `layout`, where everything stands. What the world must do, [`update()`] says as [`Effect`]s.

mod app;
mod conference;
mod effect;
mod event_list;
mod layout;
mod layout_cache;
mod loaded;
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

pub use app::App;
pub use conference::{SearchRequest, SearchResponse};
pub use effect::{Effect, LONGEST_COPY, StoreJob};
pub use loaded::Loaded;
pub use msg::{Arrival, Msg};
pub use panes::default_keymap;
pub use runtime::{Application, Clock, RunError, run};
pub use terminal::AnsiBackend;
pub use update::update;
pub use view::{Cursor, cursor, view};
pub use view_context::Settings;
