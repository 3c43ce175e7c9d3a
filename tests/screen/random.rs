//! Random keys on random sizes: nothing panics, every line has the frame's width, the selection is in sight.

use std::path::Path;
use std::sync::Arc;

use chrono::DateTime;
use kurultai::diagnostic::Source;
use kurultai::keymap::{BINDINGS, Key};
use kurultai::locale::Locale;
use kurultai::program::Program;
use kurultai::theme::{Palette, Theme};
use kurultai::tui::{App, Msg, Settings, update, view};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::harness::{assert_frame, frame};

fn app(text: &str) -> App {
    let theme = Theme::for_palette(Palette::Mono);
    let settings = Settings { locale: Arc::new(Locale::english()), lang: None, theme, utc_offset: 0 };
    App::new(Arc::new(Program::of(Source::new("test.toml", text))), settings)
}

fn event(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("the event is there")
}

#[derive(Debug, Clone)]
enum Step {
    Key(Key),
    Resize(u16, u16),
}

fn step() -> impl Strategy<Value = Step> {
    let keys: Vec<Key> = BINDINGS.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
    prop_oneof![
        8 => prop::sample::select(keys).prop_map(Step::Key),
        1 => (0_u16..130, 0_u16..45).prop_map(|(width, height)| Step::Resize(width, height)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn keys_and_sizes_in_any_order(
        name in prop::sample::select(vec![
            "events/kawj-2023.toml", "events/fosdem-2025-saturday.toml", "events/minimal.toml",
            "tests/event_file/everything.toml", "tests/screen/awkward.toml",
        ]),
        steps in vec(step(), 0..40),
    ) {
        let mut app = app(&event(name));
        let mut size = (80, 24);
        update(&mut app, Msg::Resize(80, 24));
        update(&mut app, Msg::Tick(DateTime::UNIX_EPOCH));
        for step in steps {
            match step {
                Step::Key(key) => {
                    update(&mut app, Msg::Key(key));
                }
                Step::Resize(width, height) => {
                    size = (width, height);
                    update(&mut app, Msg::Resize(width, height));
                }
            }
            let buffer = view(&app);
            assert_frame(&buffer, size);
            // Whatever can be selected is marked on every screen that is large enough for it.
            let is_large = size.0 >= 40 && size.1 >= 8;
            let text = frame(&buffer);
            let is_empty = ["named.", "announced.", "Help", "Esc back"].iter().any(|sign| text.contains(sign));
            prop_assert!(!is_large || is_empty || text.contains('▌'), "{:?}\n{}", size, text);
        }
    }
}
