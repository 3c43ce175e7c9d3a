//! Asks a terminal to tell what must not be missed: by its bell, and by a notification outside of its window.

use std::env;

use super::clipboard::Way;
use crate::config::Notify;
use crate::text::SafeText;

/// Longer than this no note gets, in characters; terminals show a line or two of it.
const LONGEST: usize = 200;
/// The name under which a notification is shown.
const NAME: &str = "kurultai"; // technical, not shown

/// The beginning of what tmux hands through.
const TMUX: &str = "\u{1b}Ptmux;"; // technical, not shown

/// Terminals by the beginning of `TERM`, which also arrives over ssh. foot knows `OSC 99` only in later versions.
const BY_TERM: &[(&str, Notify)] = &[
    ("xterm-kitty", Notify::Osc99),    // technical, not shown
    ("foot", Notify::Osc777),          // technical, not shown
    ("xterm-ghostty", Notify::Osc777), // technical, not shown
    ("rxvt-unicode", Notify::Osc777),  // technical, not shown
];
/// Terminals by `TERM_PROGRAM`.
const BY_PROGRAM: &[(&str, Notify)] = &[
    ("ghostty", Notify::Osc777), // technical, not shown
    ("WezTerm", Notify::Osc777), // technical, not shown
    ("iTerm.app", Notify::Osc9), // technical, not shown
    ("zed", Notify::Osc9),       // technical, not shown
];
/// Variables that only one terminal, or one family of them, sets.
const BY_VARIABLE: &[(&str, Notify)] = &[
    ("KITTY_WINDOW_ID", Notify::Osc99), // technical, not shown
    ("WT_SESSION", Notify::Osc777),     // technical, not shown
    ("ITERM_SESSION_ID", Notify::Osc9), // technical, not shown
    ("LC_TERMINAL", Notify::Osc9),      // technical, not shown
    ("VTE_VERSION", Notify::Osc777),    // technical, not shown
];

/// Returns the value of an environment variable; an empty one counts as not set.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

/// Returns the bytes that ask for it.
pub(super) fn sequence(
    text: &str,
    bell: bool,
    notify: Notify,
    way: Way,
    variable: impl Fn(&str) -> Option<String>,
) -> String {
    let chosen = if notify == Notify::Auto { known(variable) } else { Some(notify) };
    let note = chosen.map(|notify| note(text, notify)).filter(|note| !note.is_empty());
    let note = note.map(|note| match way {
        Way::Plain => note,
        // GNU screen shows such sequences on its own status line unless they are handed through.
        Way::Screen => format!("\u{1b}P{note}\u{1b}\\"),
        // tmux drops them otherwise, and wants each escape twice.
        Way::Tmux => format!("{TMUX}{}\u{1b}\\", note.replace('\u{1b}', "\u{1b}\u{1b}")),
    });
    // Every terminal has a bell, also one that is not known to show notifications.
    let bell = if bell || chosen.is_none() { "\u{7}" } else { "" };
    format!("{}{bell}", note.unwrap_or_default())
}

/// Returns the notification as one sequence. It ends with BEL, which does not end the sequence that hands it through GNU
/// screen, as ESC \ would.
fn note(text: &str, notify: Notify) -> String {
    // Nothing of what strangers wrote may end the sequence.
    let text: String = SafeText::line(text).chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    match notify {
        Notify::Off | Notify::Auto => String::new(),
        // A number in front is a command to some terminals: of their progress bar, their folder, their title.
        Notify::Osc9 if text.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("\u{1b}]9;{NAME}: {text}\u{7}") // technical, not shown
        }
        Notify::Osc9 => format!("\u{1b}]9;{text}\u{7}"),
        Notify::Osc99 => format!("\u{1b}]99;;{text}\u{7}"),
        // A semicolon would part it.
        Notify::Osc777 => format!("\u{1b}]777;notify;{NAME};{}\u{7}", text.replace(';', ",")), // technical, not shown
    }
}

/// Returns the protocol of the terminal that these variables name; `None` where they name none that is known to have one.
/// `TERM` comes first: the others also reach a terminal that was started from within another one.
fn known(variable: impl Fn(&str) -> Option<String>) -> Option<Notify> {
    let named = |name: &str, list: &[(&str, Notify)], fits: fn(&str, &str) -> bool| {
        let value = variable(name)?;
        list.iter().find(|(known, _)| fits(&value, known)).map(|(_, notify)| *notify)
    };
    named("TERM", BY_TERM, |value, known| value.starts_with(known)) // technical, not shown
        .or_else(|| named("TERM_PROGRAM", BY_PROGRAM, str::eq_ignore_ascii_case)) // technical, not shown
        .or_else(|| BY_VARIABLE.iter().find(|(name, _)| variable(name).is_some()).map(|(_, notify)| *notify))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, bell: bool, notify: Notify, way: Way, expected: &str) {
        assert_eq!(sequence(text, bell, notify, way, |_| None), expected, "{notify:?} {way:?}");
    }

    #[test]
    fn a_note_is_one_sequence_whatever_stands_in_it() {
        let text = "In 5 min: a;b\u{7}\u{1b}]0;x\n\u{9c}\u{1b}\\c";
        let clean = "In 5 min: a;b\u{fffd}\u{fffd}]0;x \u{fffd}\u{fffd}\\c";
        check(text, false, Notify::Off, Way::Plain, "");
        check(text, true, Notify::Off, Way::Plain, "\u{7}");
        check(text, false, Notify::Osc9, Way::Plain, &format!("\u{1b}]9;{clean}\u{7}"));
        check(text, false, Notify::Osc99, Way::Plain, &format!("\u{1b}]99;;{clean}\u{7}"));
        let parted = clean.replace(';', ",");
        let of_777 = format!("\u{1b}]777;notify;kurultai;{parted}\u{7}");
        check(text, false, Notify::Osc777, Way::Plain, &of_777);
        check(text, true, Notify::Osc777, Way::Plain, &format!("{of_777}\u{7}"));
    }

    #[test]
    fn a_number_in_front_is_no_command() {
        for text in ["4;3;50", "5 мүнөттөн кийин: Ачылышы", "9;/etc"] {
            check(text, false, Notify::Osc9, Way::Plain, &format!("\u{1b}]9;kurultai: {text}\u{7}"));
        }
    }

    #[test]
    fn it_is_handed_through_screen_and_tmux_and_the_bell_is_not() {
        check("x", false, Notify::Osc9, Way::Screen, "\u{1b}P\u{1b}]9;x\u{7}\u{1b}\\");
        check("x", true, Notify::Osc9, Way::Tmux, "\u{1b}Ptmux;\u{1b}\u{1b}]9;x\u{7}\u{1b}\\\u{7}");
        check("x", false, Notify::Osc99, Way::Tmux, "\u{1b}Ptmux;\u{1b}\u{1b}]99;;x\u{7}\u{1b}\\");
        let of_777 = "\u{1b}Ptmux;\u{1b}\u{1b}]777;notify;kurultai;x\u{7}\u{1b}\\";
        check("x", false, Notify::Osc777, Way::Tmux, of_777);
        for way in [Way::Plain, Way::Screen, Way::Tmux] {
            check("x", false, Notify::Off, way, "");
            check("x", true, Notify::Off, way, "\u{7}");
        }
        // What would end the sequence of tmux is gone before.
        let text = "a\u{1b}\\b\u{1b}\u{1b}";
        let handed = "\u{1b}Ptmux;\u{1b}\u{1b}]9;a\u{fffd}\\b\u{fffd}\u{fffd}\u{7}\u{1b}\\";
        check(text, false, Notify::Osc9, Way::Tmux, handed);
    }

    #[track_caller]
    fn chosen(variables: &[(&str, &str)], expected: &str) {
        let value = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let said = sequence("x", false, Notify::Auto, Way::Plain, value);
        assert_eq!(said, expected, "{variables:?}");
    }

    #[test]
    fn auto_speaks_what_the_terminal_knows_and_rings_elsewhere() {
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
        // The terminal itself counts before what it was started from.
        chosen(&[("TERM", "xterm-kitty"), ("VTE_VERSION", "7600")], osc99);
        chosen(&[("TERM", "foot"), ("KITTY_WINDOW_ID", "1")], osc777);
        for unknown in
            [&[][..], &[("TERM", "linux")], &[("TERM", "xterm"), ("TERM_PROGRAM", "Apple_Terminal")]]
        {
            chosen(unknown, "\u{7}");
        }
        assert_eq!(sequence("x", true, Notify::Auto, Way::Plain, |_| None), "\u{7}", "it rings once");
    }
}
