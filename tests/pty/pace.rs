//! The pace of typing: the same keys lead to the same screen, regardless of the gaps between them.

use std::thread;
use std::time::Duration;

use super::session::Setup;
use super::{AWAITED, PROGRAM};

/// Keys that used to depend on the pace: digits that open panes, counts, Esc, and text between commands.
const KEYS: [&str; 9] = ["6", "1", "j", "2", "5", "\u{1b}", "1", "}", "о"];
const GAPS: [u64; 5] = [50, 150, 250, 400, 800];
const EVENT: &str = "events/fosdem-2025-saturday.toml";

fn screen_after(gap: Duration) -> String {
    let arguments = ["--lang", "en", "--now", "2024-01-01T12:00", EVENT];
    let session = Setup::new(PROGRAM, &arguments).size((80, 24)).start();
    session.wait_for_text(AWAITED);
    for key in KEYS {
        session.type_keys(key);
        thread::sleep(gap);
    }
    session.wait_until_quiet(Duration::from_millis(300));
    session.look(|output| output.screen().contents())
}

#[test]
fn the_pace_of_typing_changes_nothing() {
    let screens: Vec<String> = thread::scope(|scope| {
        let started = GAPS.map(|gap| scope.spawn(move || screen_after(Duration::from_millis(gap))));
        started.into_iter().map(|thread| thread.join().expect("a screen")).collect()
    });
    for (screen, gap) in screens.iter().zip(GAPS) {
        assert_eq!(screen, &screens[0], "{gap} ms");
    }
    assert!(screens[0].contains("10:00"), "{}", screens[0]);
}
