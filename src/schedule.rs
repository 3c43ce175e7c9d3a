//! [`LoadedSchedule`], read from a path.

mod contained;
mod folder;
mod load;
mod loaded_schedule;

pub use contained::{ReaderPanic, is_reader_thread, run_reader, silence_reader_panics};
pub use folder::{Found, Summary, list, open};
pub use load::{PendingRead, ReadError, is_standard_input, read, source};
pub use loaded_schedule::LoadedSchedule;
