//! Input from the terminal: the mouse, pastes, and invalid bytes; and the clipboard.

use std::time::Duration;

use rustix::process::Signal;

use super::session::Session;
use super::{CTRL_C, ENTER, FRAME, QUIT, child, children, ends, open};

/// Starts an app that displays its input, in a terminal of 80 × 24.
fn listening() -> Session {
    shown("children::listens")
}

fn shown(name: &str) -> Session {
    let session = child(name).start();
    session.wait_for_text(children::AWAITED);
    session
}

/// Checks that there is one more input after the `before` earlier ones, and that it is `what`.
#[track_caller]
fn hears(session: &Session, before: usize, what: &str) {
    session.wait_for_text(&format!("heard {}: {what}", before + 1));
}

#[test]
fn the_mouse_is_heard_where_it_is() {
    let session = listening();
    session.type_keys("\u{1b}[<0;8;4M");
    hears(&session, 0, "Pointer(Pointer { kind: Press, column: 7, row: 3 })");
    session.type_keys("\u{1b}[<64;1;1M");
    hears(&session, 1, "Pointer(Pointer { kind: WheelUp, column: 0, row: 0 })");
    session.type_keys("\u{1b}[<65;80;24M");
    hears(&session, 2, "Pointer(Pointer { kind: WheelDown, column: 79, row: 23 })");
    // Releases, presses with Shift, and the other buttons are ignored.
    session.type_keys("\u{1b}[<0;8;4m\u{1b}[<4;8;4M\u{1b}[<1;8;4M\u{1b}[<2;8;4Mx");
    hears(&session, 3, "Key(");
}

#[test]
fn a_place_outside_of_the_screen_is_at_its_edge() {
    // The first ones report the column and the row before the first.
    for (place, column, row) in [
        ("\u{1b}[M   ", 0, 0),
        ("\u{1b}[<0;0;0M", 0, 0),
        ("\u{1b}[32;0;0M", 0, 0),
        ("\u{1b}[<0;65535;65535M", 79, 23),
        ("\u{1b}[<0;81;25M", 79, 23),
    ] {
        let session = listening();
        session.type_keys(place);
        hears(&session, 0, &format!("Pointer(Pointer {{ kind: Press, column: {column}, row: {row} }})"));
        session.type_keys("x");
        hears(&session, 1, "Key(");
    }
}

#[test]
fn invalid_mouse_sequences_are_harmless() {
    let half = "\u{1b}[<0;5";
    for garbage in [
        "\u{1b}[<999999999;1;1M",
        "\u{1b}[<0;999999999;1M",
        "\u{1b}[<0;-1;-1M",
        "\u{1b}[<;;M",
        "\u{1b}[<M",
        "\u{1b}[<255;1;1M",
        "\u{1b}[999999999;1;1M",
        &format!("{half}\u{1b}"),
        &format!("{half}j"),
        &format!("\u{1b}[<{}M", "9;".repeat(5000)),
    ] {
        let session = listening();
        session.type_keys(garbage);
        // An escape may be the beginning of a sequence for a while.
        session.type_keys(if garbage.ends_with('\u{1b}') { "[Ix" } else { "x" });
        hears(&session, 0, "Key(");
    }
    // A complete sequence after half of another one is recognized.
    let session = listening();
    session.type_keys(&format!("{half}\u{1b}[<64;1;1M"));
    hears(&session, 0, "Pointer(Pointer { kind: WheelUp, column: 0, row: 0 })");
    session.type_keys(&format!("{half}jM"));
    hears(&session, 1, "Key(Key { code: Char('M')");
}

#[test]
fn a_turn_of_the_wheel_is_answered_in_few_frames() {
    let session = listening();
    session.type_keys(&"\u{1b}[<65;8;4M".repeat(1000));
    hears(&session, 999, "Pointer(");
    session.look(|output| {
        let frames = output.text().matches(FRAME.1).count();
        assert!(frames < 200, "{frames} frames");
    });
}

/// Returns the bytes that a terminal sends for a paste.
fn paste(text: &str) -> String {
    format!("\u{1b}[200~{text}\u{1b}[201~")
}

#[test]
fn a_paste_is_one_text() {
    let session = listening();
    session.type_keys(&paste("Ғылым q\r\n\u{3}\u{1b}[A\u{1b}[<0;1;1M"));
    hears(&session, 0, r#"Paste("Ғылым q\r\n\u{3}\u{1b}[A\u{1b}[<0;1;1M")"#);
    session.type_keys(&paste(""));
    hears(&session, 1, r#"Paste("")"#);
    session.type_keys(&paste(&"q".repeat(1 << 20)));
    hears(&session, 2, "Paste(\"qqq");
    session.type_keys("x");
    hears(&session, 3, "Key(");
}

#[test]
fn a_paste_is_no_command() {
    let session = open();
    session.type_keys(&paste(&format!("{QUIT}{CTRL_C}")));
    // The help key follows the paste.
    session.type_keys("?");
    session.wait_for_text("type to filter");
    session.send(Signal::TERM);
    ends(&session, 128 + Signal::TERM.as_raw());
}

/// Checks that the only output between frames is this sequence.
#[track_caller]
fn copies(session: &Session, sequence: &str) {
    session.type_keys("bcx");
    hears(session, 2, "Key(");
    session.wait_until_quiet(Duration::from_millis(100));
    session.look(|output| {
        let (_, since) = output.text().split_once(ENTER).unwrap();
        let frames = since.split(FRAME.0);
        let outside: String =
            frames.map(|part| part.split_once(FRAME.1).map_or(part, |(_, after)| after)).collect();
        assert_eq!(outside, sequence);
    });
}

#[test]
fn a_text_is_copied_in_one_sequence() {
    let session = child("children::listens").leader("exec \"$@\"").start();
    session.wait_for_text(children::AWAITED);
    copies(&session, "\u{1b}]52;c;0YHTmdC70LXQvA==\u{7}");
}

#[test]
fn in_gnu_screen_a_text_is_copied_past_it() {
    let setup = child("children::listens").leader("exec \"$@\"");
    let setup = setup.variable("TERM", "screen-256color").variable("STY", "4711.pts-0.host");
    let session = setup.start();
    session.wait_for_text(children::AWAITED);
    copies(&session, "\u{1b}P\u{1b}]52;c;0YHTmdC70LXQvA==\u{7}\u{1b}\\");
}
