//! Formats errors and warnings about the user's files in one or two sentences.

use crate::config::{ConfigError, ConfigErrorKind};
use crate::i18n::{Locale, Message, MessageArg};
use crate::store::{StoreError, StoreErrorKind, StoreWarning};
use kurultai_schedule::text::SafeText;

/// Formats the error of a failed save.
#[must_use]
pub fn store_error(error: &StoreError, locale: &Locale) -> String {
    let message = match error.kind {
        StoreErrorKind::NotAllowed => Message::StoreNotAllowed,
        StoreErrorKind::Full => Message::StoreFull,
        StoreErrorKind::Busy => Message::StoreBusy,
        StoreErrorKind::NotAFile => Message::StoreNoFile,
        StoreErrorKind::Other => Message::StoreCannotWrite,
    };
    locale
        .with(message, &[("path", MessageArg::from(&error.path)), ("error", MessageArg::from(&error.error))])
}

/// Returns the notice that another process is writing a file.
#[must_use]
pub fn store_waiting(path: &SafeText, locale: &Locale) -> String {
    locale.with(Message::StoreWaits, &[("path", MessageArg::from(path))])
}

/// Formats a warning about a file.
#[must_use]
pub fn store_warning(notice: &StoreWarning, locale: &Locale) -> String {
    let with = |message, path: &SafeText, values: &[_]| {
        locale.with(message, &[&[("path", MessageArg::from(path))][..], values].concat())
    };
    match notice {
        StoreWarning::Damaged { path, line } => {
            with(Message::StoreDamaged, path, &[("line", MessageArg::count(*line))])
        }
        StoreWarning::SetAside { path, copy } => {
            with(Message::StoreSetAside, path, &[("copy", MessageArg::from(copy))])
        }
        StoreWarning::LeftOut { path, count } => {
            with(Message::StoreLeftOut, path, &[("count", MessageArg::count(*count))])
        }
        StoreWarning::Unlocked { path } => with(Message::StoreUnlocked, path, &[]),
        StoreWarning::Unreadable(error) => {
            with(Message::StoreUnreadable, &error.path, &[("error", MessageArg::from(&error.error))])
        }
        StoreWarning::Setting { path, setting } => bad_setting(path, setting, locale),
    }
}

/// Returns the sentence about a theme that does not exist, and the closest one.
#[must_use]
pub fn no_theme(name: &str, meant: Option<&SafeText>, locale: &Locale) -> String {
    let sentence = locale.with(Message::NoTheme, &[("name", MessageArg::text(name))]);
    let help = meant.map(|meant| locale.with(Message::DidYouMean, &[("meant", MessageArg::from(meant))]));
    [Some(sentence), help].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn bad_setting(path: &SafeText, setting: &ConfigError, locale: &Locale) -> String {
    let place = [
        ("path", MessageArg::from(path)),
        ("line", MessageArg::count(setting.line)),
        ("column", MessageArg::count(setting.column)),
    ];
    let with = |message, values: &[_]| locale.with(message, &[&place[..], values].concat());
    let meant = |meant: &SafeText| locale.with(Message::DidYouMean, &[("meant", MessageArg::from(meant))]);
    let write = |write: &SafeText| locale.with(Message::WriteThis, &[("write", MessageArg::from(write))]);
    let (sentence, help) = match &setting.kind {
        ConfigErrorKind::Syntax => (with(Message::SettingSyntax, &[]), None),
        ConfigErrorKind::Unknown { key, meant: known } => {
            (with(Message::SettingUnknown, &[("key", key.into())]), known.as_ref().map(meant))
        }
        ConfigErrorKind::Value { key, write: lines } => {
            let help = match &lines[..] {
                [line] => write(line),
                lines => {
                    let words = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                    locale.with(Message::OneOf, &[("words", MessageArg::text(&words))])
                }
            };
            (with(Message::SettingValue, &[("key", key.into())]), Some(help))
        }
        ConfigErrorKind::Reversed { key, write: line } => {
            (with(Message::SettingUnknown, &[("key", key.into())]), Some(write(line)))
        }
        ConfigErrorKind::KeyName { key, meant: known } => {
            (with(Message::SettingKeyName, &[("key", key.into())]), known.as_ref().map(meant))
        }
        ConfigErrorKind::NoTheme { name, meant: known } => {
            (with(Message::SettingNoTheme, &[("name", name.into())]), known.as_ref().map(meant))
        }
        ConfigErrorKind::KeyTwice { key, action, other } => {
            let values = [("key", key.into()), ("action", action.into()), ("other", other.into())];
            (with(Message::SettingKeyTwice, &values), None)
        }
        ConfigErrorKind::KeyPrefix { key, action, other_key, other } => {
            let values = [
                ("key", key.into()),
                ("action", action.into()),
                ("other-key", other_key.into()),
                ("other", other.into()),
            ];
            (with(Message::SettingKeyPrefix, &values), None)
        }
        ConfigErrorKind::KeyReserved { key, action } => {
            let values = [("key", key.into()), ("action", action.into())];
            (with(Message::SettingKeyReserved, &values), None)
        }
        ConfigErrorKind::KeyTaken { key, action, other } => {
            let values = [("key", key.into()), ("action", action.into()), ("other", other.into())];
            (with(Message::SettingKeyTaken, &values), None)
        }
    };
    [Some(sentence), help].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::keymap::{Key, Keymap};

    fn sentences(text: &str) -> Vec<String> {
        let keymap = Keymap::new(['1', '2'].map(Key::char));
        let path = SafeText::line("config.toml");
        let error_sentence = |setting| {
            store_warning(&StoreWarning::Setting { path: path.clone(), setting }, &Locale::english())
        };
        Config::read(text, keymap).1.into_iter().map(error_sentence).collect()
    }

    #[test]
    fn invalid_settings_are_explained() {
        let text = "[reminders]\nminutes = 'soon'\nnotify = 1\nbel = true\nx y\nsound = 1\n";
        assert_eq!(
            sentences(text),
            [
                "config.toml: line 2, column 11: invalid value for `reminders.minutes`; the default is used. Write `minutes = 10`.",
                "config.toml: line 3, column 10: invalid value for `reminders.notify`; the default is used. \
                 Write one of these: notify = \"off\", notify = \"auto\", notify = \"osc9\", notify = \"osc99\", \
                 notify = \"osc777\".",
                "config.toml: line 4, column 1: unknown setting `reminders.bel`. Did you mean `reminders.bell`?",
                "config.toml: line 5, column 1: cannot be read; all other settings are used.",
                "config.toml: line 6, column 1: unknown setting `reminders.sound`.",
            ]
        );
    }

    #[test]
    fn invalid_keys_are_explained() {
        let text = "[keys]\nqiut = 'x'\nq = 'quit'\nquit = 'ctl-x'\nopen = 5\nsearch = ['s', 'x x']\nfilter = ['f', 's']\n\
                    note = 'x'\ncopy = 'ctrl-c'\nhide = 'y'\n";
        assert_eq!(
            sentences(text),
            [
                "config.toml: line 2, column 1: unknown setting `keys.qiut`. Did you mean `keys.quit`?",
                "config.toml: line 3, column 1: unknown setting `keys.q`. Write `quit = \"q\"`.",
                "config.toml: line 4, column 8: unknown key `ctl-x`. Did you mean `ctrl-x`?",
                "config.toml: line 5, column 8: invalid value for `keys.open`; the default is used. \
                 Write one of these: open = \"q\", open = \"f5\", open = \"none\".",
                "config.toml: line 7, column 16: `s` is bound to both `search` and `filter`; only `search` gets it.",
                "config.toml: line 8, column 8: `x` for `note` is not bound, because `x x` for `search` \
                 begins with the same key.",
                "config.toml: line 9, column 8: `Ctrl-C` always quits and cannot be bound to `copy`.",
                "config.toml: line 10, column 8: `y` for `hide` leaves `copy` without a key; \
                 bind another key to `copy`, or \"none\".",
            ]
        );
    }

    #[test]
    fn store_errors_are_one_sentence() {
        let error =
            |why| StoreError { path: SafeText::line("/a"), kind: why, error: SafeText::line("some error") };
        let sentences = [
            StoreErrorKind::NotAllowed,
            StoreErrorKind::Full,
            StoreErrorKind::Busy,
            StoreErrorKind::NotAFile,
            StoreErrorKind::Other,
        ]
        .map(|why| store_error(&error(why), &Locale::english()));
        assert_eq!(
            sentences,
            [
                "/a: no permission to write this file; nothing was saved.",
                "/a: the disk is full; nothing was saved.",
                "/a: another window has been writing this file for too long; nothing was saved.",
                "/a: this is not a file; nothing was saved.",
                "/a: could not be written (some error); nothing was saved.",
            ]
        );
        let unreadable = StoreWarning::Unreadable(error(StoreErrorKind::Other));
        let damaged = StoreWarning::Damaged { path: SafeText::line("/a"), line: 7 };
        let aside =
            StoreWarning::SetAside { path: SafeText::line("/a"), copy: SafeText::line("/a.damaged-1") };
        let left_out = StoreWarning::LeftOut { path: SafeText::line("/a"), count: 2 };
        let unlocked = StoreWarning::Unlocked { path: SafeText::line("/") };
        let sentences = [unreadable, damaged, aside, left_out, unlocked]
            .map(|notice| store_warning(&notice, &Locale::english()));
        assert_eq!(
            sentences,
            [
                "/a: could not be read (some error), so nothing in it is used.",
                "/a: line 7 has an entry that cannot be read; everything else is used.",
                "/a: part of it could not be read; the original file was kept as /a.damaged-1.",
                "/a: 2 changes cannot be saved in this file and were left out; everything else was saved.",
                "/: files cannot be locked there; if two windows save at the same time, one change may be lost.",
            ]
        );
    }
}
