//! How a terminal is asked to put a text on the clipboard: OSC 52, which reaches the person over any line.

use std::env;

use base64::prelude::{BASE64_STANDARD, Engine};

/// In GNU screen, so much of the text goes into one piece. Its oldest versions drop pieces of more than 256 bytes.
const PIECE: usize = 76;

/// Who the sequence has to get past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The terminal.
    Plain,
    /// tmux, which knows the sequence of the clipboard and passes it on where its owner wants it to; others it drops unless
    /// they come in a form of its own.
    Tmux,
    /// GNU screen, which does not know it, and passes on what stands in pieces of its own form.
    Screen,
}

impl Way {
    /// The one from here.
    pub(super) fn find() -> Self {
        let value = |name| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let term = value("TERM"); // technical, not shown
        let screen = value("STY"); // technical, not shown
        let tmux = value("TMUX"); // technical, not shown
        Self::of(term.as_deref(), screen.as_deref(), tmux.as_deref())
    }

    /// Within tmux, `TERM` may say `screen` all the same. Over ssh from within tmux, `TERM` alone arrives.
    fn of(term: Option<&str>, screen: Option<&str>, tmux: Option<&str>) -> Self {
        let is_named = |name| term.is_some_and(|term| term.starts_with(name));
        let (named_tmux, named_screen) = (is_named("tmux"), is_named("screen")); // technical, not shown
        if tmux.is_some_and(|tmux| !tmux.is_empty()) || named_tmux {
            Self::Tmux
        } else if named_screen && screen.is_some() {
            Self::Screen
        } else {
            Self::Plain
        }
    }
}

/// The bytes that ask for it.
pub(super) fn sequence(text: &str, way: Way) -> String {
    let mut sequence = format!("\u{1b}]52;c;{}\u{7}", BASE64_STANDARD.encode(text));
    if way == Way::Screen {
        let mut pieces = String::new();
        // What is cut is ASCII.
        while !sequence.is_empty() {
            let rest = sequence.split_off(PIECE.min(sequence.len()));
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
    use crate::tui::LONGEST_COPY;

    /// Of so many letters as need two pieces.
    const TEXT: &str = "сәлем, дүйнө! сәлем, дүйнө! сәлем, дүйнө!";

    #[test]
    fn a_text_is_one_sequence() {
        for way in [Way::Plain, Way::Tmux] {
            assert_eq!(sequence("сәлем", way), "\u{1b}]52;c;0YHTmdC70LXQvA==\u{7}");
        }
    }

    #[test]
    fn gnu_screen_gets_pieces_of_it() {
        let plain = sequence(TEXT, Way::Plain);
        assert_eq!(
            sequence(TEXT, Way::Screen),
            format!("\u{1b}P{}\u{1b}\\\u{1b}P{}\u{1b}\\", &plain[..PIECE], &plain[PIECE..])
        );
    }

    #[test]
    fn the_longest_copy_is_the_longest() {
        for (length, bytes) in [(LONGEST_COPY, 100_000), (LONGEST_COPY + 1, 100_004)] {
            assert_eq!(sequence(&"x".repeat(length), Way::Plain).len(), bytes);
        }
    }

    #[test]
    fn gnu_screen_is_known_by_its_session() {
        let session = Some("4711.pts-0.host");
        assert_eq!(Way::of(Some("screen.xterm-256color"), session, None), Way::Screen);
        assert_eq!(Way::of(Some("screen-256color"), session, None), Way::Screen);
        // tmux started within screen; tmux; ssh from within screen; a terminal started within screen.
        assert_eq!(Way::of(Some("screen-256color"), session, Some("/run/tmux")), Way::Tmux);
        assert_eq!(Way::of(Some("screen-256color"), None, Some("/run/tmux")), Way::Tmux);
        assert_eq!(Way::of(Some("screen"), None, None), Way::Plain);
        assert_eq!(Way::of(Some("xterm-256color"), session, None), Way::Plain);
        assert_eq!(Way::of(None, None, None), Way::Plain);
        // ssh from within tmux; a variable that is empty.
        assert_eq!(Way::of(Some("tmux-256color"), None, None), Way::Tmux);
        assert_eq!(Way::of(Some("xterm-256color"), None, Some("")), Way::Plain);
    }
}
