//! The app in a pseudo-terminal: how it starts, how it ends, and the state in which it leaves the terminal.
//!
//! Each test has its own terminal, shell and process, so the tests run in parallel.

#![cfg(unix)]
#![cfg(test)]

#[path = "pty/background.rs"]
mod background;
#[path = "pty/children.rs"]
mod children;
#[path = "pty/cursor.rs"]
mod cursor;
#[path = "pty/frames.rs"]
mod frames;
#[path = "pty/input.rs"]
mod input;
#[path = "pty/language.rs"]
mod language;
#[path = "pty/live.rs"]
mod live;
#[path = "pty/opening.rs"]
mod opening;
#[path = "pty/pace.rs"]
mod pace;
#[path = "pty/progress.rs"]
mod progress;
#[path = "pty/questions.rs"]
mod questions;
#[path = "pty/replies.rs"]
mod replies;
#[path = "pty/session.rs"]
mod session;
#[cfg(target_os = "linux")]
#[path = "pty/slow.rs"]
mod slow;
#[path = "pty/venue.rs"]
mod venue;

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rustix::process::Signal;
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use session::{Session, Setup};

/// The binary.
const PROGRAM: &str = env!("CARGO_BIN_EXE_kurultai");
/// The arguments, for the folder of the package.
const ARGUMENTS: &[&str] = &["events/kawj-2023.toml"];
/// A text on the first screen.
const AWAITED: &str = "Agenda";
/// A key that changes the first screen.
const CHANGE: &str = "j";
/// The key that quits.
const QUIT: &str = "q";

const CTRL_C: &str = "\u{3}";
const CTRL_Z: &str = "\u{1a}";

/// The first and the last output of the app, the output around each frame, and the first output of a frame
/// that redraws everything.
const ENTER: &str = "\u{1b}[?1049h\u{1b}[?25l\u{1b}[?1000h\u{1b}[?1006h\u{1b}[?2004h";
const LEAVE: &str = "\u{1b}[?2004l\u{1b}[?1006l\u{1b}[?1000l\u{1b}[0m\u{1b}[?25h\u{1b}[?1049l";
/// The first question to the terminal if the app asks for its background, and the output when it stops the
/// reports.
const ASK: &str = "\u{1b}[?2031h\u{1b}]11;?\u{7}\u{1b}[c";
const ASK_NO_MORE: &str = "\u{1b}[?2031l";
const FRAME: (&str, &str) = ("\u{1b}[?2026h", "\u{1b}[?2026l");
const CLEAR: &str = "\u{1b}[2J";

/// Starts the app under a shell, with the screen open.
fn open() -> Session {
    opened(Setup::new(PROGRAM, ARGUMENTS))
}

fn opened(setup: Setup) -> Session {
    let session = setup.start();
    session.wait_for_text(AWAITED);
    session.wait_until("it has taken the terminal over", |output| has_taken_over(output.screen()));
    session
}

/// True if the app controls the screen, the cursor, the mouse and pastes.
fn has_taken_over(screen: &vt100::Screen) -> bool {
    let mouse = (screen.mouse_protocol_mode(), screen.mouse_protocol_encoding());
    screen.alternate_screen()
        && screen.hide_cursor()
        && screen.bracketed_paste()
        && mouse == (MouseProtocolMode::PressRelease, MouseProtocolEncoding::Sgr)
}

/// Prepares one of the processes in [`children`] under a shell.
fn child(name: &str) -> Setup {
    let schedule = std::env::current_exe().unwrap();
    Setup::new(schedule.to_str().unwrap(), &children::arguments(name)).variable(children::VARIABLE, "1")
}

/// Checks that the app ends with this status, as reported by its shell, and that the terminal is restored.
#[track_caller]
fn ends(session: &Session, status: i32) {
    session.wait_for_text(&format!("status={status}\n"));
    is_given_back(session);
}

#[track_caller]
fn is_given_back(session: &Session) {
    session.look(|output| {
        assert!(!output.screen().alternate_screen(), "the alternate screen is still on");
        assert!(!output.screen().hide_cursor(), "the cursor is still hidden");
        assert!(!output.screen().bracketed_paste(), "pastes are still marked");
        assert_eq!(output.screen().mouse_protocol_mode(), MouseProtocolMode::None);
        assert_eq!(output.screen().mouse_protocol_encoding(), MouseProtocolEncoding::Default);
        let (_, after) = output.text().rsplit_once(LEAVE).expect("it has left");
        assert!(!after.contains(FRAME.0), "a frame on the screen of the shell");
        let count = |text: &str| output.text().matches(text).count();
        assert_eq!(count("[?2031h"), count("[?2031l"), "changes of the background are still told");
    });
    assert_eq!(session.modes(), session.modes_before, "the modes of the line");
}

// Quitting.

#[test]
fn q_quits() {
    let session = open();
    session.type_keys(QUIT);
    ends(&session, 0);
}

#[test]
fn ctrl_c_quits() {
    let session = open();
    session.type_keys(CTRL_C);
    ends(&session, 0);
}

#[track_caller]
fn dies_of(signal: Signal) {
    let session = open();
    session.send(signal);
    ends(&session, 128 + signal.as_raw());
    // A shell cannot distinguish a signal from a status that looks like one, but the parent of the process
    // can.
    let mut session = opened(Setup::new(PROGRAM, ARGUMENTS).leader("exec \"$@\""));
    session.send_to_leader(signal);
    assert_eq!(session.wait().signal(), Some(signal.as_raw()));
}

#[test]
fn sigterm_ends_it() {
    dies_of(Signal::TERM);
}

#[test]
fn sighup_ends_it() {
    dies_of(Signal::HUP);
}

#[test]
fn sigint_ends_it() {
    dies_of(Signal::INT);
}

#[test]
fn sigquit_ends_it() {
    dies_of(Signal::QUIT);
}

#[test]
fn every_signal_that_can_be_handled_ends_it_in_the_same_way() {
    let everywhere = [
        Signal::ABORT,
        Signal::ALARM,
        Signal::FPE,
        Signal::ILL,
        Signal::PROF,
        Signal::SYS,
        Signal::TRAP,
        Signal::USR1,
        Signal::USR2,
        Signal::VTALARM,
        Signal::XCPU,
        Signal::XFSZ,
    ];
    for signal in everywhere {
        dies_of(signal);
    }
    #[cfg(target_os = "linux")]
    for signal in [Signal::IO, Signal::POWER, Signal::STKFLT] {
        dies_of(signal);
    }
}

#[test]
fn half_an_escape_sequence_stops_neither_a_resize_nor_a_signal() {
    let session = open();
    session.type_keys("\u{1b}[");
    session.resize(70, 20);
    session.wait_until("it has drawn everything anew", |output| output.text().matches(CLEAR).count() >= 2);
    session.send(Signal::TERM);
    ends(&session, 128 + Signal::TERM.as_raw());
}

// Suspension.

/// Continues the app with `fg` and quits it.
#[track_caller]
fn comes_back(session: &Session) {
    session.resize(70, 20);
    session.type_keys("fg\n");
    session.wait_until("it is back", |output| {
        output.text().matches(ENTER).count() == 2
            && has_taken_over(output.screen())
            && output.screen().contents().contains(AWAITED)
    });
    session.type_keys(QUIT);
    ends(session, 0);
    session.look(|output| assert_eq!(output.text().matches(ENTER).count(), 2, "it came back once"));
}

#[test]
fn ctrl_z_suspends_it() {
    let session = open();
    session.type_keys(CTRL_Z);
    ends(&session, 128 + Signal::STOP.as_raw());
    comes_back(&session);
}

#[test]
fn sigtstp_suspends_it() {
    let session = open();
    session.send(Signal::TSTP);
    ends(&session, 128 + Signal::STOP.as_raw());
    comes_back(&session);
}

#[test]
fn sigstop_does_no_harm_either() {
    let session = open();
    session.send(Signal::STOP);
    session.wait_for_text(&format!("status={}\n", 128 + Signal::STOP.as_raw()));
    // It had no time to restore the terminal, so the user does.
    session.type_keys("stty sane\n");
    comes_back(&session);
}

#[test]
fn in_the_background_it_waits_for_the_foreground() {
    let session = open();
    session.type_keys(CTRL_Z);
    ends(&session, 128 + Signal::STOP.as_raw());
    // Wait until it has been stopped again: a stopped process has the state T.
    session
        .type_keys("bg; until grep -q '^State:.T' /proc/$(cat $PIDS)/status; do :; done; echo sto''pped\n");
    session.wait_for_text("stopped\n");
    is_given_back(&session);
    comes_back(&session);
}

#[test]
fn a_script_is_suspended_with_it() {
    let session =
        opened(Setup::new(PROGRAM, ARGUMENTS).job("sh -c 'echo $$ > $PIDS; \"$@\"; exit $?' sh \"$@\""));
    session.type_keys(CTRL_Z);
    ends(&session, 128 + Signal::STOP.as_raw());
    comes_back(&session);
}

#[test]
fn it_is_not_suspended_without_job_control() {
    for script in ["exec \"$@\"", "\"$@\"; exit $?"] {
        let mut session = opened(Setup::new(PROGRAM, ARGUMENTS).leader(script));
        session.type_keys(CTRL_Z);
        session.send_to_leader(Signal::TSTP);
        session.type_keys(QUIT);
        assert_eq!(session.wait().code(), Some(0), "{script}");
    }
}

// Loss of the terminal.

#[test]
fn it_ends_when_its_terminal_is_closed() {
    let mut session = opened(Setup::new(PROGRAM, ARGUMENTS).leader("exec \"$@\""));
    session.close();
    assert_eq!(session.wait().signal(), Some(Signal::HUP.as_raw()));
}

#[test]
fn it_ends_without_sighup_when_its_terminal_is_closed() {
    // Only the session leader is notified, and this one does not pass the signal on.
    let report = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("closed-and-nobody-tells");
    drop(fs::remove_file(&report));
    let script = "trap '' HUP; \"$@\"; echo $? > \"$REPORT\"";
    let setup = Setup::new(PROGRAM, ARGUMENTS).leader(script).variable("REPORT", report.to_str().unwrap());
    let mut session = opened(setup);
    session.close();
    session.wait();
    assert_eq!(fs::read_to_string(report).unwrap(), format!("{}\n", 128 + Signal::HUP.as_raw()));
}

#[test]
fn it_reads_keys_from_the_terminal_when_standard_input_is_something_else() {
    let session = opened(Setup::new(PROGRAM, ARGUMENTS).job("\"$@\" < /dev/null"));
    session.type_keys(QUIT);
    ends(&session, 0);
}

#[test]
fn without_a_terminal_it_fails_immediately() {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(children::arguments("children::finds_no_terminal"))
        .env(children::VARIABLE, "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn in_a_pipe_it_fails_immediately() {
    let session = child("children::finds_no_terminal").job("\"$@\" > /dev/null").start();
    session.wait_for_text("status=0\n");
    assert_eq!(session.modes(), session.modes_before, "the modes of the line");
}

// Panics.

/// Checks that an app that panics after a key press restores the terminal, then prints the report.
#[track_caller]
fn panics(name: &str) {
    let session = child(name).start();
    session.wait_for_text(children::AWAITED);
    session.type_keys("p");
    ends(&session, 101);
    session.look(|output| {
        let after = output.text().rsplit_once(LEAVE).unwrap().1;
        assert!(after.contains("children.rs:"), "no place in {after:?}");
        assert!(after.contains(children::REPORT), "no reason in {after:?}");
        assert!(!after.contains('\u{1b}'), "an escape sequence in {after:?}");
    });
}

#[test]
fn a_panic_while_drawing_gives_the_terminal_back() {
    panics("children::panics_in_view");
}

#[test]
fn a_panic_while_updating_gives_the_terminal_back() {
    panics("children::panics_in_update");
}

#[test]
fn a_panic_in_another_thread_gives_the_terminal_back() {
    panics("children::panics_in_worker");
}
