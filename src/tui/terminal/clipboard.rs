//! Escape sequences that copy a text to the clipboard: OSC 52, which also works over remote connections.

use std::env;

use base64::prelude::{BASE64_STANDARD, Engine};

/// The size in bytes of a chunk in GNU screen, whose oldest versions drop chunks of more than 256 bytes.
const PIECE_LENGTH: usize = 76;

/// The multiplexer between the app and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Multiplexer {
    /// None.
    Direct,
    /// tmux, which supports the clipboard sequence and passes it on if configured. It drops unknown sequences
    /// unless they are wrapped.
    Tmux,
    /// GNU screen, which does not support the sequence, but passes on wrapped chunks.
    Screen,
}

impl Multiplexer {
    /// Detects the multiplexer from the environment.
    pub(super) fn detect() -> Self {
        let value = |name| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let term = value("TERM"); // not UI text
        let screen = value("STY"); // not UI text
        let tmux = value("TMUX"); // not UI text
        Self::from_variables(term.as_deref(), screen.as_deref(), tmux.as_deref())
    }

    /// Within tmux, `TERM` may be `screen`. Over ssh from within tmux, only `TERM` is available.
    fn from_variables(term: Option<&str>, screen: Option<&str>, tmux: Option<&str>) -> Self {
        let is_named = |name| term.is_some_and(|term| term.starts_with(name));
        let (named_tmux, named_screen) = (is_named("tmux"), is_named("screen")); // not UI text
        if tmux.is_some_and(|tmux| !tmux.is_empty()) || named_tmux {
            Self::Tmux
        } else if named_screen && screen.is_some() {
            Self::Screen
        } else {
            Self::Direct
        }
    }
}

/// Returns the sequence for a text.
pub(super) fn sequence(text: &str, multiplexer: Multiplexer) -> String {
    let mut sequence = format!("\u{1b}]52;c;{}\u{7}", BASE64_STANDARD.encode(text));
    if multiplexer == Multiplexer::Screen {
        let mut pieces = String::new();
        // The sequence is ASCII, so it can be split anywhere.
        while !sequence.is_empty() {
            let rest = sequence.split_off(PIECE_LENGTH.min(sequence.len()));
            pieces.push_str(&format!("\u{1b}P{sequence}\u{1b}\\"));
            sequence = rest;
        }
        return pieces;
    }
    sequence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::MAX_COPY;

    /// A text that needs two chunks.
    const TEXT: &str = "сәлем, дүйнө! сәлем, дүйнө! сәлем, дүйнө!";

    #[test]
    fn a_text_is_one_sequence() {
        for multiplexer in [Multiplexer::Direct, Multiplexer::Tmux] {
            assert_eq!(sequence("сәлем", multiplexer), "\u{1b}]52;c;0YHTmdC70LXQvA==\u{7}");
        }
    }

    #[test]
    fn gnu_screen_gets_pieces_of_it() {
        let plain = sequence(TEXT, Multiplexer::Direct);
        assert_eq!(
            sequence(TEXT, Multiplexer::Screen),
            format!("\u{1b}P{}\u{1b}\\\u{1b}P{}\u{1b}\\", &plain[..PIECE_LENGTH], &plain[PIECE_LENGTH..])
        );
    }

    #[test]
    fn the_longest_copy_is_the_longest() {
        for (length, bytes) in [(MAX_COPY, 100_000), (MAX_COPY + 1, 100_004)] {
            assert_eq!(sequence(&"x".repeat(length), Multiplexer::Direct).len(), bytes);
        }
    }

    #[test]
    fn gnu_screen_is_known_by_its_session() {
        let session = Some("4711.pts-0.host");
        assert_eq!(
            Multiplexer::from_variables(Some("screen.xterm-256color"), session, None),
            Multiplexer::Screen
        );
        assert_eq!(Multiplexer::from_variables(Some("screen-256color"), session, None), Multiplexer::Screen);
        // tmux started within screen; tmux; ssh from within screen; a terminal started within screen.
        assert_eq!(
            Multiplexer::from_variables(Some("screen-256color"), session, Some("/run/tmux")),
            Multiplexer::Tmux
        );
        assert_eq!(
            Multiplexer::from_variables(Some("screen-256color"), None, Some("/run/tmux")),
            Multiplexer::Tmux
        );
        assert_eq!(Multiplexer::from_variables(Some("screen"), None, None), Multiplexer::Direct);
        assert_eq!(Multiplexer::from_variables(Some("xterm-256color"), session, None), Multiplexer::Direct);
        assert_eq!(Multiplexer::from_variables(None, None, None), Multiplexer::Direct);
        // ssh from within tmux; an empty variable.
        assert_eq!(Multiplexer::from_variables(Some("tmux-256color"), None, None), Multiplexer::Tmux);
        assert_eq!(Multiplexer::from_variables(Some("xterm-256color"), None, Some("")), Multiplexer::Direct);
    }
}
