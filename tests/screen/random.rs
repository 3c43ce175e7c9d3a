//! Random keys, clicks, scrolling, pastes and sizes: nothing panics, every line has the width of the frame,
//! and the selection is visible.

use chrono::TimeDelta;
use kurultai::keymap::{Binding, Code, Key, Pointer, PointerKind};
use kurultai::tui::{Msg, default_keymap};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::harness::{Screen, assert_frame, draw, frame, screen};

const EVENTS: [&str; 7] = [
    "events/kawj-2023.toml",
    "events/fosdem-2025-saturday.toml",
    "events/minimal.toml",
    "events/showcase.toml",
    "tests/event_file/everything.toml",
    "tests/screen/awkward.toml",
    "tests/screen/timeline.toml",
];

/// Texts, one of which is displayed if nothing can be selected; or the frame of an overlay.
const NOTHING: [&str; 13] = [
    "named.",
    "announced.",
    "╭─",
    "no events",
    "No event matches",
    "Esc back",
    "Esc close",
    "Unreadable",
    "Nothing",
    "Type what",
    "No sessions today",
    "busy",
    "no timeline",
];

pub(crate) fn msg() -> impl Strategy<Value = Msg> {
    let bindings: Vec<_> = default_keymap().bindings().flat_map(|(_, keys)| keys.to_vec()).collect();
    let keys: Vec<Key> = bindings.into_iter().filter_map(Binding::single).collect();
    let others = ['0', '7', 'x', 'ж', ' ', '\u{301}', '한'].map(Key::char);
    let typed = [Key::plain(Code::Delete), Key::ctrl('x')].into_iter().chain(others);
    let kinds = vec![PointerKind::Press, PointerKind::WheelUp, PointerKind::WheelDown];
    let cell = || prop_oneof![9 => 0_u16..130, 1 => Just(u16::MAX)];
    let pointer = (prop::sample::select(kinds), cell(), cell());
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Msg::Key),
        4 => prop::sample::select(typed.collect::<Vec<_>>()).prop_map(Msg::Key),
        6 => pointer.prop_map(|(kind, column, row)| Msg::Pointer(Pointer { kind, column, row })),
        2 => (0_u16..130, 0_u16..45).prop_map(|(width, height)| Msg::Resize(width, height)),
        1 => ".{0,20}".prop_map(Msg::Paste),
    ]
}

fn start() -> impl Strategy<Value = Screen> {
    let places = ["events", "tests/screen/events", "tests/screen/awkward.toml"];
    prop_oneof![
        4 => prop::sample::select(EVENTS.to_vec()).prop_map(move |path| screen(path).places(&places)),
        1 => Just(Screen::of_places(&places)),
    ]
}

/// Generates keys with an effect, letters, and keys without an effect.
fn key() -> impl Strategy<Value = Key> {
    msg().prop_filter_map("other messages are no keys", |msg| match msg {
        Msg::Key(key) => Some(key),
        _ => None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    #[test]
    fn time_between_keys_changes_nothing(path in prop::sample::select(EVENTS.to_vec()), keys in vec(key(), 0..25)) {
        // A screen remembers the position of an app that has quit, so each gap needs a separate screen.
        let after = |gap| screen(path).now("2025-02-01T12:20:10Z").size((100, 30)).with_gaps(&keys, gap);
        let [first, others @ ..] = [0, 50, 150, 250, 400, 800].map(TimeDelta::milliseconds);
        let expected = after(first);
        for gap in others {
            let buffer = after(gap);
            prop_assert_eq!(frame(&buffer), frame(&expected), "{} ms", gap.num_milliseconds());
            prop_assert!(buffer == expected, "{} ms: other colors", gap.num_milliseconds());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn keys_clicks_and_sizes_in_any_order(screen in start(), msgs in vec(msg(), 0..50)) {
        let mut app = screen.app();
        let mut size = (80, 24);
        for msg in msgs {
            if let Msg::Resize(width, height) = msg {
                size = (width, height);
            }
            screen.tell(&mut app, msg);
            let buffer = draw(&app);
            assert_frame(&buffer, size);
            // On every screen that is large enough, the selection is marked.
            let is_large = size.0 >= 40 && size.1 >= 8;
            // A key removes a notice that covers part of the list.
            let mut after = app.clone();
            screen.tell(&mut after, Msg::Key(Key::plain(Code::Left)));
            let text = frame(&draw(&after));
            // Narrow screens wrap sentences.
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_empty = NOTHING.iter().any(|sign| words.contains(sign));
            prop_assert!(!is_large || is_empty || text.contains('▌'), "{:?}\n{}", size, text);
        }
    }
}
