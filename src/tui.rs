//! The screen program: key → [`Action`](crate::keymap::Action) → [`update()`] → [`view()`].
//!
//! The state, [`App`], changes in [`update()`] alone; [`view()`] draws it and changes nothing. Both ask one pure function,
//! `layout`, where everything stands. What the world must do, [`update()`] says as [`Effect`]s.

mod app;
mod arrange;
mod effect;
mod events;
mod filtered;
mod found;
mod layout;
mod mine;
mod msg;
mod opened;
mod overlay;
mod prompt;
mod reminders;
mod runtime;
mod screen;
mod terminal;
mod timeline;
mod update;
mod view;
mod viewer;
mod visit;
mod widget;

pub use app::App;
pub use effect::{Effect, Errand, LONGEST_COPY};
pub use found::{Catch, Hunt};
pub use msg::{Arrival, Msg};
pub use opened::Opened;
pub use runtime::{Clock, Driven, RunError, run};
pub use update::update;
pub use view::{Cursor, cursor, view};
pub use viewer::Settings;
