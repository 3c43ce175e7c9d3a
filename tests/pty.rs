//! The program under a pseudo-terminal: how it opens, how it ends, and what it leaves behind.
//!
//! Each test has a terminal, a shell and a program of its own, so they run side by side.

#![cfg(unix)]
#![cfg(test)]

#[path = "pty/children.rs"]
mod children;
#[path = "pty/language.rs"]
mod language;
#[path = "pty/session.rs"]
mod session;

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use session::{Session, Setup};

/// What is run.
const PROGRAM: &str = env!("CARGO_BIN_EXE_kurultai");
/// With these arguments, in the folder of the package.
const ARGUMENTS: &[&str] = &["events/kawj-2023.toml"];
/// A text of the first screen.
const AWAITED: &str = "Agenda";
/// A key that changes something on the first screen.
const CHANGE: &str = "j";
/// The key that ends the program.
const QUIT: &str = "q";

const CTRL_C: &str = "\u{3}";
const CTRL_Z: &str = "\u{1a}";

/// What the program writes first, last, around each frame, and first in a frame that draws everything.
const ENTER: &str = "\u{1b}[?1049h\u{1b}[?25l";
const LEAVE: &str = "\u{1b}[0m\u{1b}[?25h\u{1b}[?1049l";
const FRAME: (&str, &str) = ("\u{1b}[?2026h", "\u{1b}[?2026l");
const CLEAR: &str = "\u{1b}[2J";

/// The program in the middle of a terminal, open, under a shell.
fn open() -> Session {
    opened(Setup::new(PROGRAM, ARGUMENTS))
}

fn opened(setup: Setup) -> Session {
    let session = setup.start();
    session.wait_for_text(AWAITED);
    session.wait_until("it has taken the terminal over", |output| {
        output.screen().alternate_screen() && output.screen().hide_cursor()
    });
    session
}

/// One of the programs in [`children`], under a shell.
fn child(name: &str) -> Setup {
    let program = std::env::current_exe().unwrap();
    Setup::new(program.to_str().unwrap(), &children::arguments(name)).variable(children::VARIABLE, "1")
}

/// The program ends with this status, as its shell sees it, and the terminal is as it was.
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
        let (_, after) = output.text().rsplit_once(LEAVE).expect("it has left");
        assert!(!after.contains(FRAME.0), "a frame on the screen of the shell");
    });
    assert_eq!(session.modes(), session.modes_before, "the modes of the line");
}

// Ends.

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
    // A shell cannot tell a signal from a status that looks like one. The parent of the process can.
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
fn half_an_escape_sequence_stops_neither_a_resize_nor_a_signal() {
    let session = open();
    session.type_keys("\u{1b}[");
    session.resize(70, 20);
    session.wait_until("it has drawn everything anew", |output| output.text().matches(CLEAR).count() >= 2);
    session.send(Signal::TERM);
    ends(&session, 128 + Signal::TERM.as_raw());
}

// Suspension.

/// Continues the program as a person would, and ends it.
#[track_caller]
fn comes_back(session: &Session) {
    session.resize(70, 20);
    session.type_keys("fg\n");
    session.wait_until("it is back", |output| {
        output.text().matches(ENTER).count() == 2
            && output.screen().alternate_screen()
            && output.screen().hide_cursor()
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
    // It had no time to give the terminal back, so its person does.
    session.type_keys("stty sane\n");
    comes_back(&session);
}

#[test]
fn in_the_background_it_waits_for_the_foreground() {
    let session = open();
    session.type_keys(CTRL_Z);
    ends(&session, 128 + Signal::STOP.as_raw());
    // Waits until it has been stopped again: a stopped process has the state T.
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
fn it_is_not_suspended_when_nobody_could_continue_it() {
    for script in ["exec \"$@\"", "\"$@\"; exit $?"] {
        let mut session = opened(Setup::new(PROGRAM, ARGUMENTS).leader(script));
        session.type_keys(CTRL_Z);
        session.send_to_leader(Signal::TSTP);
        session.type_keys(QUIT);
        assert_eq!(session.wait().code(), Some(0), "{script}");
    }
}

// The terminal goes away.

#[test]
fn it_ends_when_its_terminal_is_closed() {
    let mut session = opened(Setup::new(PROGRAM, ARGUMENTS).leader("exec \"$@\""));
    session.close();
    assert_eq!(session.wait().signal(), Some(Signal::HUP.as_raw()));
}

#[test]
fn it_ends_when_its_terminal_is_closed_and_nobody_tells() {
    // Only the leader of a session is told, and this one keeps it to itself.
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
fn without_a_terminal_it_says_so_at_once() {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(children::arguments("children::finds_no_terminal"))
        .env(children::VARIABLE, "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn behind_a_pipe_it_says_so_at_once() {
    let session = child("children::finds_no_terminal").job("\"$@\" > /dev/null").start();
    session.wait_for_text("status=0\n");
    assert_eq!(session.modes(), session.modes_before, "the modes of the line");
}

// Panics.

/// A program that panics when a key is pressed gives the terminal back, then says why.
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

// Frames.

/// Nothing is written and no thread runs for a second.
#[track_caller]
fn sleeps(session: &Session) {
    session.wait_until_quiet(Duration::from_millis(500));
    let before = (session.work(), session.look(|output| output.text().to_owned()));
    thread::sleep(Duration::from_secs(1));
    assert_eq!((session.work(), session.look(|output| output.text().to_owned())), before);
}

#[test]
fn nothing_happens_while_nothing_happens() {
    sleeps(&open());
}

#[test]
fn a_tick_comes_in_time() {
    let session = child("children::ticks").start();
    session.wait_for_text("tick 3");
}

#[test]
fn a_tick_that_has_been_does_not_keep_it_awake() {
    let session = child("children::asks_for_the_same_tick").start();
    session.wait_for_text("tick 1");
    sleeps(&session);
}

#[test]
fn a_fixed_clock_does_not_tick() {
    let session = child("children::ticks_by_a_fixed_clock").start();
    session.wait_for_text("tick 1 at 86400");
    sleeps(&session);
}

#[test]
fn every_byte_is_part_of_a_frame() {
    let session = Setup::new(PROGRAM, ARGUMENTS).leader("\"$@\"; read end").start();
    session.wait_for_text(AWAITED);
    for frames in 1..=3 {
        session.wait_until("a frame is whole", |output| output.text().matches(FRAME.1).count() >= frames);
        session.type_keys(CHANGE);
    }
    session.wait_until("it has changed", |output| output.text().matches(FRAME.1).count() >= 4);
    session.resize(70, 20);
    session.wait_until("it has drawn everything anew", |output| output.text().matches(CLEAR).count() >= 2);
    session.type_keys(QUIT);
    session.wait_until("it has left", |output| output.text().ends_with(LEAVE));
    session.look(|output| {
        let frames = output.text().strip_prefix(ENTER).expect("it enters first");
        let frames = frames.strip_suffix(LEAVE).expect("it leaves last");
        let mut count = 0;
        for frame in frames.split_inclusive(FRAME.1) {
            let frame = frame.strip_prefix(FRAME.0).expect("a frame begins");
            let frame = frame.strip_suffix(FRAME.1).expect("a frame ends");
            assert!(!frame.contains(FRAME.0) && !frame.is_empty(), "{frame:?}");
            count += 1;
        }
        assert!(count >= 5, "{count} frames");
    });
}

#[test]
fn any_size_will_do() {
    for size in [(0, 0), (80, 0), (0, 24), (1, 1), (2, 1), (1, 2), (65535, 65535)] {
        let session = Setup::new(PROGRAM, ARGUMENTS).size(size).start();
        session.wait_until("it has entered", |output| output.text().contains(ENTER));
        if size.0 == 0 || size.1 == 0 {
            session.wait_until_quiet(Duration::from_millis(100));
        } else {
            session.wait_until("it has drawn", |output| output.text().contains(FRAME.1));
        }
        session.type_keys(CHANGE);
        session.resize(80, 24);
        session.wait_for_text(AWAITED);
        session.resize(size.0, size.1);
        session.type_keys(QUIT);
        ends(&session, 0);
    }
}

#[test]
fn no_color_takes_the_colors_and_leaves_the_rest() {
    let session = opened(Setup::new(PROGRAM, ARGUMENTS).variable("NO_COLOR", "1"));
    session.look(|output| {
        let (rows, columns) = output.screen().size();
        let mut is_styled = false;
        for row in 0..rows.get() {
            for column in 0..columns.get() {
                let cell = output.screen().cell(row, column).unwrap();
                assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
                is_styled |= cell.bold() || cell.inverse() || cell.underline();
            }
        }
        assert!(is_styled, "nothing stands out");
        for reset in ["\u{1b}[;m", "\u{1b}[m"] {
            assert!(!output.text().contains(reset), "a sequence that takes more than colors away");
        }
    });
    session.type_keys(QUIT);
    ends(&session, 0);
}
