//! [`Effect`]: what the screen program asks of the world.

use std::path::PathBuf;

/// So many bytes of text fit into what most terminals take as one sequence, which is 100,000 bytes long in base64.
pub(super) const LONGEST_COPY: usize = 74_994;

/// What [`update`](super::update()) asks the runtime to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell brings the program back to the foreground.
    Suspend,
    /// Put a text into the clipboard.
    Copy(String),
    /// Look for events in these files and folders; what is found comes as [`Msg::Found`](super::Msg::Found), the end of it
    /// as [`Msg::Listed`](super::Msg::Listed).
    List(Vec<PathBuf>),
    /// Read a file; it comes as [`Msg::Read`](super::Msg::Read).
    Read(PathBuf),
}
