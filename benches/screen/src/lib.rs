//! Generated schedules of any size. All their words and names are invented, and the same size gives the same bytes.

mod formats;
mod schedule;
mod words;

pub use formats::Format;
pub use schedule::{Schedule, Session, Size};

/// A word in the title of the first session.
pub const FIRST: &str = "FIRSTSESSION";
/// The first word of the abstract of the first session.
pub const FIRST_TEXT: &str = "FIRSTABSTRACT";
/// A word in the title of the last session.
pub const LAST: &str = "LASTSESSION";
