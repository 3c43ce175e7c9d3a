//! How a terminal is asked to tell something that must not be missed: the bell, and what some of them show outside of
//! their window.

use super::clipboard::Way;
use crate::config::Notify;
use crate::text::Clean;

/// Longer than this no note gets, in characters; terminals show a line or two of it.
const LONGEST: usize = 200;

/// The bytes that ask for it.
pub(super) fn sequence(text: &str, bell: bool, notify: Notify, way: Way) -> String {
    // Nothing of what strangers wrote may end the sequence; a semicolon would part it.
    let text: String = Clean::line(text).chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let note = match notify {
        Notify::Off => String::new(),
        Notify::Osc9 => format!("\u{1b}]9;{text}\u{7}"),
        Notify::Osc777 => format!("\u{1b}]777;notify;kurultai;{}\u{7}", text.replace(';', ",")), // technical, not shown
    };
    // GNU screen shows such sequences on its own status line unless they are handed through.
    let note = match way {
        Way::Screen if !note.is_empty() => format!("\u{1b}P{note}\u{1b}\\"),
        _ => note,
    };
    let bell = if bell { "\u{7}" } else { "" };
    format!("{note}{bell}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_sequence_whatever_stands_in_it() {
        let text = "In 5 min: a;b\u{7}\u{1b}]0;x\n";
        assert_eq!(sequence(text, false, Notify::Off, Way::Plain), "");
        assert_eq!(sequence(text, true, Notify::Off, Way::Plain), "\u{7}");
        let clean = "In 5 min: a;b\u{fffd}\u{fffd}]0;x";
        assert_eq!(sequence(text, false, Notify::Osc9, Way::Plain), format!("\u{1b}]9;{clean}\u{7}"));
        assert_eq!(
            sequence(text, true, Notify::Osc777, Way::Plain),
            format!("\u{1b}]777;notify;kurultai;{}\u{7}\u{7}", clean.replace(';', ","))
        );
        assert_eq!(sequence("x", false, Notify::Osc9, Way::Screen), "\u{1b}P\u{1b}]9;x\u{7}\u{1b}\\");
    }
}
