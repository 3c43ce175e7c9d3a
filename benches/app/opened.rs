//! The app with a schedule, for benchmarks: it draws frames, but has no terminal, and no files of a user.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::DateTime;
use kurultai::config::Reminders;
use kurultai::i18n::Locale;
use kurultai::keymap::{Code, Key};
use kurultai::schedule::LoadedSchedule;
use kurultai::theme::{Background, Palette, Theme};
use kurultai::tui::{App, Loaded, Msg, Settings, default_keymap, update};
use kurultai_schedule::model::ViewerTimeZone;

/// The size of the screen in columns and rows.
pub(crate) const SIZE: (u16, u16) = (120, 40);

/// Opens a schedule on a screen of [`SIZE`].
pub(crate) fn open(schedule: LoadedSchedule) -> App {
    let settings = Settings {
        locale: Arc::new(Locale::english()),
        lang: None,
        theme: Theme::for_palette(Palette::True(Background::Dark)),
        theme_file: None,
        ascii: false,
        clock: ViewerTimeZone::Named(chrono_tz::Tz::UTC),
        reminders: Reminders::default(),
        keymap: default_keymap(),
    };
    let path = PathBuf::from("generated.toml");
    let loaded = Loaded::new(&path, schedule);
    let mut app = App::open(path, loaded, Vec::new(), settings);
    drop(update(&mut app, Msg::Resize(SIZE.0, SIZE.1)));
    drop(update(&mut app, Msg::Tick(DateTime::UNIX_EPOCH)));
    app
}

/// Presses keys.
pub(crate) fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        drop(update(app, Msg::Key(Key { code: Code::Char(key), ctrl: false, alt: false })));
    }
}
