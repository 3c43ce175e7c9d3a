//! [`Effect`]: what the screen program asks of the world.

use std::path::PathBuf;

use crate::markup::Address;

/// The longest text that can be copied, in bytes.
///
/// The terminal gets it in base64, in a sequence of which many take no more than 100,000 bytes and drop longer ones
/// without a word: 8 bytes around, and 4 for 3 of the text.
pub const LONGEST_COPY: usize = 74_994;

/// What [`update`](super::update()) asks the runtime to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put this text on the clipboard. Nobody tells whether that was done: a terminal may not be able to, or not be
    /// allowed to. Nothing is done for an empty text, and for one longer than [`LONGEST_COPY`].
    Copy(String),
    /// Open this address in the browser or mail program of whoever looks; where none can be started from here,
    /// [`Msg::CannotOpen`](super::Msg::CannotOpen) says so.
    Open(Address),
    /// End the program.
    Quit,
    /// Stop until the shell brings the program back to the foreground.
    Suspend,
    /// Look for events in these files and folders; what is found comes as [`Msg::Found`](super::Msg::Found), the end of it
    /// as [`Msg::Listed`](super::Msg::Listed).
    List(Vec<PathBuf>),
    /// Read a file; it comes as [`Msg::Read`](super::Msg::Read).
    Read(PathBuf),
}
