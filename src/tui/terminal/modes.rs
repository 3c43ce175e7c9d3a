//! What the terminal is asked to tell besides keys.
//!
//! Of the mouse: presses, releases and the wheel, with places in plain numbers. Never its moves, which would wake the
//! program for every cell that it passes, and be sent over every line. And a paste as one text, or every letter of it would
//! be a command.

use std::io;

#[cfg(not(windows))]
const ON: &str = "\u{1b}[?1000h\u{1b}[?1006h\u{1b}[?2004h";
#[cfg(not(windows))]
const OFF: &str = "\u{1b}[?2004l\u{1b}[?1006l\u{1b}[?1000l";

/// Asks for the background and to be told of its changes (mode 2031), then what every terminal answers: so that we know when
/// there is no answer. A bell ends the question, since a terminal ends its answer in the same way, and some end the other one badly.
#[cfg(not(windows))]
pub(super) const ASK: &str = "\u{1b}[?2031h\u{1b}]11;?\u{7}\u{1b}[c";
#[cfg(not(windows))]
pub(super) const ASK_AGAIN: &str = "\u{1b}]11;?\u{7}";
#[cfg(not(windows))]
pub(super) const ASK_NO_MORE: &str = "\u{1b}[?2031l";
/// A console has nothing to answer.
#[cfg(windows)]
pub(super) const ASK: &str = "";
#[cfg(windows)]
pub(super) const ASK_AGAIN: &str = "";
#[cfg(windows)]
pub(super) const ASK_NO_MORE: &str = "";

/// Adds to these bytes what switches it on.
#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as where the console is asked")]
pub(super) fn switch_on(bytes: &mut Vec<u8>) -> io::Result<()> {
    bytes.extend_from_slice(ON.as_bytes());
    Ok(())
}

/// Adds to these bytes what switches it off.
#[cfg(not(windows))]
pub(super) fn switch_off(bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(OFF.as_bytes());
}

/// Asks the console at once. It is not told in bytes, tells moves whether it is asked or not, and
/// of a paste tells only keys.
#[cfg(windows)]
pub(super) fn switch_on(_: &mut Vec<u8>) -> io::Result<()> {
    use ratatui::crossterm::{event::EnableMouseCapture, execute};
    execute!(io::stdout(), EnableMouseCapture)
}

/// Puts the console back in the mode that [`switch_on`] found, which is raw: the end of raw mode must follow.
#[cfg(windows)]
pub(super) fn switch_off(_: &mut Vec<u8>) {
    use ratatui::crossterm::{event::DisableMouseCapture, execute};
    // There is nobody left to tell about an error.
    drop(execute!(io::stdout(), DisableMouseCapture));
}
