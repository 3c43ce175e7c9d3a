//! The position of the terminal's cursor, and clicks on an outdated screen.

use std::time::Duration;

use rustix::process::Signal;

use super::session::{Session, Setup};
use super::{PROGRAM, QUIT, ends, opened};

const EVENT: &[&str] = &["--now", "2025-02-01T11:42", "events/fosdem-2025-saturday.toml"];

/// Returns the row and the column of the cursor, and true if it is hidden.
fn cursor(session: &Session) -> ((u16, u16), bool) {
    session.wait_until_quiet(Duration::from_millis(200));
    session.look(|output| (output.screen().cursor_position(), output.screen().hide_cursor()))
}

/// Returns the text of a row before a column.
fn before(session: &Session, (row, column): (u16, u16)) -> String {
    session.look(|output| {
        let (_, columns) = output.screen().size();
        let row = output.screen().rows(0, columns.get()).nth(row.into()).unwrap();
        row.chars().take(column.into()).collect()
    })
}

#[test]
fn the_cursor_is_hidden_on_the_selected_row() {
    let session = opened(Setup::new(PROGRAM, EVENT));
    for key in ["j", "j", "G", "k", "g"] {
        session.type_keys(key);
        let ((row, column), is_hidden) = cursor(&session);
        assert!(is_hidden);
        assert_eq!((before(&session, (row, 1)).as_str(), column), ("▌", 0), "{key}");
    }
}

#[test]
fn the_cursor_is_shown_where_the_next_letter_comes() {
    let session = opened(Setup::new(PROGRAM, EVENT));
    session.type_keys("/");
    session.type_keys("rust");
    let (at, is_hidden) = cursor(&session);
    assert!(!is_hidden);
    assert_eq!((at.0, before(&session, at).as_str()), (23, " / rust"));
    // Two letters to the left.
    session.type_keys("\u{1b}[D\u{1b}[D");
    let (at, is_hidden) = cursor(&session);
    assert_eq!((before(&session, at).as_str(), is_hidden), (" / ru", false));
    session.type_keys("\u{1b}");
    let (at, is_hidden) = cursor(&session);
    assert_eq!((before(&session, (at.0, 1)).as_str(), is_hidden), ("▌", true));
    session.type_keys(QUIT);
    ends(&session, 0);
}

#[test]
fn the_cursor_is_where_events_are_looked_for() {
    let session = Setup::new(PROGRAM, &["events"]).start();
    session.wait_for_text("Type to find");
    let (_, is_hidden) = cursor(&session);
    assert!(is_hidden);
    session.type_keys("fos");
    let (at, is_hidden) = cursor(&session);
    assert!(!is_hidden);
    assert_eq!(at.0, 1);
    assert!(before(&session, at).ends_with("fos"), "{at:?}");
}

/// Runs the app under a shell that does not notice stops, so that keys wait for the app.
const LEADER: &str = r#"sh -c 'echo $$ > "$PIDS"; exec "$@"' sh "$@"; echo "status=$?"; read end"#;

#[test]
fn a_click_from_before_a_resize_hits_nothing() {
    let session = opened(Setup::new(PROGRAM, EVENT).leader(LEADER));
    session.resize(60, 20);
    let hint = |output: &super::session::Output| {
        let rows: Vec<String> = output.screen().rows(0, 60).collect();
        rows.iter()
            .position(|row| row.contains("q quit"))
            .map(|row| (row + 1, rows[row].find("q quit").unwrap() + 1))
    };
    session.wait_until("it has drawn anew", |output| hint(output).is_some_and(|(row, _)| row == 20));
    session.wait_until_quiet(Duration::from_millis(300));
    let (row, column) = session.look(hint).unwrap();
    for _ in 0..5 {
        session.resize(80, 24);
        session.wait_until_quiet(Duration::from_millis(500));
        // The click and the new size are both waiting for the app.
        session.send(Signal::STOP);
        session.type_keys(&format!("\u{1b}[<0;{column};{row}M"));
        session.resize(60, 20);
        session.send(Signal::CONT);
        session.wait_until_quiet(Duration::from_millis(500));
        session.look(|output| assert!(!output.text().contains("status="), "it has ended"));
    }
    // When the new screen is visible, it can be clicked on.
    session.type_keys(&format!("\u{1b}[<0;{column};{row}M"));
    ends(&session, 0);
}
