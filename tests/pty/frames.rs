//! The output of the running app, and when it is written.

use std::fs;
use std::thread;
use std::time::Duration;

use super::live::folder;
use super::session::{Session, Setup};
use super::{
    ARGUMENTS, ASK, ASK_NO_MORE, AWAITED, CHANGE, CLEAR, ENTER, FRAME, LEAVE, PROGRAM, QUIT, child, ends,
    opened,
};

/// Checks that nothing is written and no thread runs for a second.
#[track_caller]
pub(crate) fn sleeps(session: &Session) {
    session.wait_until_quiet(Duration::from_millis(500));
    let before = (session.work(), session.look(|output| output.text().to_owned()));
    thread::sleep(Duration::from_secs(1));
    assert_eq!((session.work(), session.look(|output| output.text().to_owned())), before);
}

#[test]
fn nothing_happens_while_nothing_happens() {
    // Use a separate folder: the watcher wakes for every file in it, and other tests open files in `events`.
    let file = folder("quiet").join("event.toml");
    fs::copy(ARGUMENTS[0], &file).unwrap();
    sleeps(&opened(Setup::new(PROGRAM, &[file.to_str().unwrap()])));
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
        let frames = frames.strip_prefix(ASK).expect("it asks next");
        let frames = frames.strip_suffix(LEAVE).expect("it leaves last");
        let frames = frames.strip_suffix(ASK_NO_MORE).expect("it asks no more");
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
        // There are no color sequences at all, not even for the default colors.
        let looks = output.text().split("\u{1b}[").filter_map(|rest| {
            let (codes, _) = rest.split_once('m')?;
            codes.chars().all(|c| c.is_ascii_digit() || c == ';').then_some(codes)
        });
        for code in looks.flat_map(|codes| codes.split(';')) {
            assert!(["", "0", "1", "2", "3", "4", "7", "9", "22"].contains(&code), "a look of {code:?}");
        }
    });
    session.type_keys(QUIT);
    ends(&session, 0);
}
