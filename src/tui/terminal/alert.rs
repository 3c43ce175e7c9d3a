//! Escape sequences that ring the bell or show a desktop notification.

use std::env;

use super::clipboard::Multiplexer;
use crate::config::Notify;
use kurultai_schedule::text::SafeText;

/// The largest number of characters in a notification; terminals show a line or two.
const MAX_LENGTH: usize = 200;
/// The title of notifications.
const NAME: &str = "kurultai"; // not UI text

/// The prefix of sequences that tmux passes through.
const TMUX: &str = "\u{1b}Ptmux;"; // not UI text

/// Terminals by prefix of `TERM`, which also arrives over ssh. foot knows `OSC 99` only in later versions.
const BY_TERM: &[(&str, Notify)] = &[
    ("xterm-kitty", Notify::Osc99),    // not UI text
    ("foot", Notify::Osc777),          // not UI text
    ("xterm-ghostty", Notify::Osc777), // not UI text
    ("rxvt-unicode", Notify::Osc777),  // not UI text
];
/// Terminals by `TERM_PROGRAM`.
const BY_PROGRAM: &[(&str, Notify)] = &[
    ("ghostty", Notify::Osc777), // not UI text
    ("WezTerm", Notify::Osc777), // not UI text
    ("iTerm.app", Notify::Osc9), // not UI text
    ("zed", Notify::Osc9),       // not UI text
];
/// Variables that are set only by one terminal or one family of terminals.
const BY_VARIABLE: &[(&str, Notify)] = &[
    ("KITTY_WINDOW_ID", Notify::Osc99), // not UI text
    ("WT_SESSION", Notify::Osc777),     // not UI text
    ("ITERM_SESSION_ID", Notify::Osc9), // not UI text
    ("LC_TERMINAL", Notify::Osc9),      // not UI text
    ("VTE_VERSION", Notify::Osc777),    // not UI text
];

/// Returns the value of an environment variable, unless it is empty.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

/// Returns the sequence for a text.
pub(super) fn sequence(
    text: &str,
    bell: bool,
    notify: Notify,
    multiplexer: Multiplexer,
    variable: impl Fn(&str) -> Option<String>,
) -> String {
    let chosen = if notify == Notify::Auto { detect(variable) } else { Some(notify) };
    let notification =
        chosen.map(|notify| notification(text, notify)).filter(|notification| !notification.is_empty());
    let notification = notification.map(|notification| match multiplexer {
        Multiplexer::Direct => notification,
        // GNU screen shows such sequences in its own status line unless they are passed through.
        Multiplexer::Screen => format!("\u{1b}P{notification}\u{1b}\\"),
        // tmux drops unwrapped sequences, and requires each escape to be doubled.
        Multiplexer::Tmux => format!("{TMUX}{}\u{1b}\\", notification.replace('\u{1b}', "\u{1b}\u{1b}")),
    });
    // Every terminal has a bell, even if it is not known to support notifications.
    let bell = if bell || chosen.is_none() { "\u{7}" } else { "" };
    format!("{}{bell}", notification.unwrap_or_default())
}

/// Returns the notification as one sequence. It ends with BEL, because ESC \ would also end the passthrough
/// sequence of GNU screen.
fn notification(text: &str, notify: Notify) -> String {
    // An untrusted text must not be able to end the sequence.
    let text: String = SafeText::line(text).chars().filter(|c| !c.is_control()).take(MAX_LENGTH).collect();
    match notify {
        Notify::Off | Notify::Auto => String::new(),
        // Some terminals interpret a leading number as a command for a progress bar, the folder or the title.
        Notify::Osc9 if text.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("\u{1b}]9;{NAME}: {text}\u{7}") // not UI text
        }
        Notify::Osc9 => format!("\u{1b}]9;{text}\u{7}"),
        Notify::Osc99 => format!("\u{1b}]99;;{text}\u{7}"),
        // A semicolon separates fields.
        Notify::Osc777 => format!("\u{1b}]777;notify;{NAME};{}\u{7}", text.replace(';', ",")), // not UI text
    }
}

/// Returns the protocol of the terminal, based on environment variables; `None` if unknown. `TERM` comes
/// first, because a terminal inherits the others from the one in which it was started.
fn detect(variable: impl Fn(&str) -> Option<String>) -> Option<Notify> {
    let named = |name: &str, list: &[(&str, Notify)], matches: fn(&str, &str) -> bool| {
        let value = variable(name)?;
        list.iter().find(|(known, _)| matches(&value, known)).map(|(_, notify)| *notify)
    };
    named("TERM", BY_TERM, |value, known| value.starts_with(known)) // not UI text
        .or_else(|| named("TERM_PROGRAM", BY_PROGRAM, str::eq_ignore_ascii_case)) // not UI text
        .or_else(|| BY_VARIABLE.iter().find(|(name, _)| variable(name).is_some()).map(|(_, notify)| *notify))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, bell: bool, notify: Notify, multiplexer: Multiplexer, expected: &str) {
        assert_eq!(
            sequence(text, bell, notify, multiplexer, |_| None),
            expected,
            "{notify:?} {multiplexer:?}"
        );
    }

    #[test]
    fn a_notification_is_one_sequence() {
        let text = "In 5 min: a;b\u{7}\u{1b}]0;x\n\u{9c}\u{1b}\\c";
        let clean = "In 5 min: a;b\u{fffd}\u{fffd}]0;x \u{fffd}\u{fffd}\\c";
        check(text, false, Notify::Off, Multiplexer::Direct, "");
        check(text, true, Notify::Off, Multiplexer::Direct, "\u{7}");
        check(text, false, Notify::Osc9, Multiplexer::Direct, &format!("\u{1b}]9;{clean}\u{7}"));
        check(text, false, Notify::Osc99, Multiplexer::Direct, &format!("\u{1b}]99;;{clean}\u{7}"));
        let parted = clean.replace(';', ",");
        let osc_777 = format!("\u{1b}]777;notify;kurultai;{parted}\u{7}");
        check(text, false, Notify::Osc777, Multiplexer::Direct, &osc_777);
        check(text, true, Notify::Osc777, Multiplexer::Direct, &format!("{osc_777}\u{7}"));
    }

    #[test]
    fn a_leading_number_is_no_command() {
        for text in ["4;3;50", "5 мүнөттөн кийин: Ачылышы", "9;/etc"] {
            check(text, false, Notify::Osc9, Multiplexer::Direct, &format!("\u{1b}]9;kurultai: {text}\u{7}"));
        }
    }

    #[test]
    fn screen_and_tmux_pass_it_through_but_not_the_bell() {
        check("x", false, Notify::Osc9, Multiplexer::Screen, "\u{1b}P\u{1b}]9;x\u{7}\u{1b}\\");
        check("x", true, Notify::Osc9, Multiplexer::Tmux, "\u{1b}Ptmux;\u{1b}\u{1b}]9;x\u{7}\u{1b}\\\u{7}");
        check("x", false, Notify::Osc99, Multiplexer::Tmux, "\u{1b}Ptmux;\u{1b}\u{1b}]99;;x\u{7}\u{1b}\\");
        let osc_777 = "\u{1b}Ptmux;\u{1b}\u{1b}]777;notify;kurultai;x\u{7}\u{1b}\\";
        check("x", false, Notify::Osc777, Multiplexer::Tmux, osc_777);
        for multiplexer in [Multiplexer::Direct, Multiplexer::Screen, Multiplexer::Tmux] {
            check("x", false, Notify::Off, multiplexer, "");
            check("x", true, Notify::Off, multiplexer, "\u{7}");
        }
        // The text must not end the sequence of tmux.
        let text = "a\u{1b}\\b\u{1b}\u{1b}";
        let handed = "\u{1b}Ptmux;\u{1b}\u{1b}]9;a\u{fffd}\\b\u{fffd}\u{fffd}\u{7}\u{1b}\\";
        check(text, false, Notify::Osc9, Multiplexer::Tmux, handed);
    }

    #[track_caller]
    fn chosen(variables: &[(&str, &str)], expected: &str) {
        let value = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let actual = sequence("x", false, Notify::Auto, Multiplexer::Direct, value);
        assert_eq!(actual, expected, "{variables:?}");
    }

    #[test]
    fn auto_detects_the_protocol_and_rings_the_bell_elsewhere() {
        let (osc9, osc99) = ("\u{1b}]9;x\u{7}", "\u{1b}]99;;x\u{7}");
        let osc777 = "\u{1b}]777;notify;kurultai;x\u{7}";
        chosen(&[("TERM", "xterm-kitty")], osc99);
        chosen(&[("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1")], osc99);
        chosen(&[("TERM", "foot-extra")], osc777);
        chosen(&[("TERM", "xterm-ghostty")], osc777);
        chosen(&[("TERM", "rxvt-unicode-256color")], osc777);
        chosen(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")], osc777);
        chosen(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")], osc9);
        chosen(&[("TERM", "screen-256color"), ("TERM_PROGRAM", "tmux"), ("LC_TERMINAL", "iTerm2")], osc9);
        chosen(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], osc777);
        chosen(&[("WT_SESSION", "0f2a")], osc777);
        // `TERM` precedes inherited variables.
        chosen(&[("TERM", "xterm-kitty"), ("VTE_VERSION", "7600")], osc99);
        chosen(&[("TERM", "foot"), ("KITTY_WINDOW_ID", "1")], osc777);
        for unknown in
            [&[][..], &[("TERM", "linux")], &[("TERM", "xterm"), ("TERM_PROGRAM", "Apple_Terminal")]]
        {
            chosen(unknown, "\u{7}");
        }
        assert_eq!(
            sequence("x", true, Notify::Auto, Multiplexer::Direct, |_| None),
            "\u{7}",
            "it rings once"
        );
    }
}
