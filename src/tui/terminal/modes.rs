//! Input modes of the terminal: mouse and bracketed paste.
//!
//! The mouse reports presses, releases and the wheel with decimal coordinates, but no moves, which would wake
//! the app and load the connection. A paste arrives as one text; otherwise every letter of it would be a
//! command.

use std::io;

#[cfg(not(windows))]
const ON: &str = "\u{1b}[?1000h\u{1b}[?1006h\u{1b}[?2004h";
#[cfg(not(windows))]
const OFF: &str = "\u{1b}[?2004l\u{1b}[?1006l\u{1b}[?1000l";

/// Asks for the background color and for reports of its changes (mode 2031), and finally asks a question that
/// every terminal answers, to detect that there is no other answer. The first question ends with BEL, because
/// terminals end the answer in the same way, and some implement the other terminator badly.
#[cfg(not(windows))]
pub(super) const ENABLE_BACKGROUND_REPORTS: &str = "\u{1b}[?2031h\u{1b}]11;?\u{7}\u{1b}[c";
#[cfg(not(windows))]
pub(super) const QUERY_BACKGROUND: &str = "\u{1b}]11;?\u{7}";
#[cfg(not(windows))]
pub(super) const DISABLE_BACKGROUND_REPORTS: &str = "\u{1b}[?2031l";
/// A Windows console does not answer.
#[cfg(windows)]
pub(super) const ENABLE_BACKGROUND_REPORTS: &str = "";
#[cfg(windows)]
pub(super) const QUERY_BACKGROUND: &str = "";
#[cfg(windows)]
pub(super) const DISABLE_BACKGROUND_REPORTS: &str = "";

/// Appends the bytes that turn the modes on.
#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as where the console is asked")]
pub(super) fn switch_on(bytes: &mut Vec<u8>) -> io::Result<()> {
    bytes.extend_from_slice(ON.as_bytes());
    Ok(())
}

/// Appends the bytes that turn the modes off.
#[cfg(not(windows))]
pub(super) fn switch_off(bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(OFF.as_bytes());
}

/// Turns the modes on directly, because a console accepts no bytes for them. It always reports moves, and
/// reports pastes as keys.
#[cfg(windows)]
pub(super) fn switch_on(_: &mut Vec<u8>) -> io::Result<()> {
    use ratatui::crossterm::{event::EnableMouseCapture, execute};
    execute!(io::stdout(), EnableMouseCapture)
}

/// Restores the mode before [`switch_on`], which is raw; the end of raw mode must follow.
#[cfg(windows)]
pub(super) fn switch_off(_: &mut Vec<u8>) {
    use ratatui::crossterm::{event::DisableMouseCapture, execute};
    // Errors cannot be reported.
    drop(execute!(io::stdout(), DisableMouseCapture));
}
