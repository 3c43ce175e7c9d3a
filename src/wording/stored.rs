//! What there is to say of the user's own files, each in a sentence or two.

use crate::config::{BadSetting, BadSettingWhy};
use crate::locale::{Locale, Message, Value};
use crate::store::{Notice, StoreError, Why};
use crate::text::Clean;

/// Why something was not saved.
#[must_use]
pub fn store_error(error: &StoreError, locale: &Locale) -> String {
    let message = match error.why {
        Why::NotAllowed => Message::StoreNotAllowed,
        Why::Full => Message::StoreFull,
        Why::Busy => Message::StoreBusy,
        Why::NoFile => Message::StoreNoFile,
        Why::Other => Message::StoreCannotWrite,
    };
    locale.with(message, &[("path", Value::from(&error.path)), ("error", Value::from(&error.error))])
}

/// Returns the sentence that says that another process is waited for, which is writing a file.
#[must_use]
pub fn store_waits(path: &Clean, locale: &Locale) -> String {
    locale.with(Message::StoreWaits, &[("path", Value::from(path))])
}

/// What whoever uses a file should know of it.
#[must_use]
pub fn store_notice(notice: &Notice, locale: &Locale) -> String {
    let with = |message, path: &Clean, values: &[_]| {
        locale.with(message, &[&[("path", Value::from(path))][..], values].concat())
    };
    match notice {
        Notice::Damaged { path, line } => with(Message::StoreDamaged, path, &[("line", Value::count(*line))]),
        Notice::SetAside { path, copy } => with(Message::StoreSetAside, path, &[("copy", Value::from(copy))]),
        Notice::LeftOut { path, count } => {
            with(Message::StoreLeftOut, path, &[("count", Value::count(*count))])
        }
        Notice::Unlocked { path } => with(Message::StoreUnlocked, path, &[]),
        Notice::Unreadable(error) => {
            with(Message::StoreUnreadable, &error.path, &[("error", Value::from(&error.error))])
        }
        Notice::Setting { path, setting } => bad_setting(path, setting, locale),
    }
}

fn bad_setting(path: &Clean, setting: &BadSetting, locale: &Locale) -> String {
    let place = [("path", Value::from(path)), ("line", Value::count(setting.line))];
    let with = |message, key: Value| locale.with(message, &[&place[..], &[("key", key)]].concat());
    let (sentence, help) = match &setting.why {
        BadSettingWhy::Syntax => (locale.with(Message::SettingSyntax, &place), None),
        BadSettingWhy::Unknown { key, meant } => {
            let help = |meant| locale.with(Message::DidYouMean, &[("meant", Value::text(meant))]);
            (with(Message::SettingUnknown, Value::from(key)), meant.map(help))
        }
        BadSettingWhy::Value { key, write } => {
            let help = match write {
                [write] => locale.with(Message::WriteThis, &[("write", Value::text(write))]),
                words => locale.with(Message::OneOf, &[("words", Value::text(&words.join(", ")))]),
            };
            (with(Message::SettingValue, Value::text(key)), Some(help))
        }
    };
    [Some(sentence), help].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn what_is_wrong_with_settings_is_said_with_what_to_write() {
        let text = "[reminders]\nminutes = 'soon'\nnotify = 1\nbel = true\nx y\nsound = 1\n";
        let path = Clean::line("config.toml");
        let say =
            |setting| store_notice(&Notice::Setting { path: path.clone(), setting }, &Locale::english());
        let said: Vec<String> = Config::read(text).1.into_iter().map(say).collect();
        assert_eq!(
            said,
            [
                "config.toml: line 2: `reminders.minutes` cannot be this; it is as usual. Write `minutes = 10`.",
                "config.toml: line 3: `reminders.notify` cannot be this; it is as usual. \
                 Write one of these: notify = \"off\", notify = \"auto\", notify = \"osc9\", notify = \"osc99\", \
                 notify = \"osc777\".",
                "config.toml: line 4: there is no setting `reminders.bel`. Did you mean `reminders.bell`?",
                "config.toml: line 5: this cannot be read; all other settings are.",
                "config.toml: line 6: there is no setting `reminders.sound`.",
            ]
        );
    }

    #[test]
    fn what_is_in_the_way_is_one_sentence() {
        let error = |why| StoreError { path: Clean::line("/a"), why, error: Clean::line("some error") };
        let said = [Why::NotAllowed, Why::Full, Why::Busy, Why::NoFile, Why::Other]
            .map(|why| store_error(&error(why), &Locale::english()));
        assert_eq!(
            said,
            [
                "/a: this file may not be written; nothing was saved.",
                "/a: the disk is full; nothing was saved.",
                "/a: another window has been writing this file for too long; nothing was saved.",
                "/a: what is there is no file; nothing was saved.",
                "/a: cannot be written (some error); nothing was saved.",
            ]
        );
        let unreadable = Notice::Unreadable(error(Why::Other));
        let damaged = Notice::Damaged { path: Clean::line("/a"), line: 7 };
        let aside = Notice::SetAside { path: Clean::line("/a"), copy: Clean::line("/a.damaged-1") };
        let left_out = Notice::LeftOut { path: Clean::line("/a"), count: 2 };
        let unlocked = Notice::Unlocked { path: Clean::line("/") };
        let said = [unreadable, damaged, aside, left_out, unlocked]
            .map(|notice| store_notice(&notice, &Locale::english()));
        assert_eq!(
            said,
            [
                "/a: cannot be read (some error); nothing of it is used.",
                "/a: something in line 7 cannot be read; everything else is used.",
                "/a: something in it could not be read; the file as it was is kept as /a.damaged-1.",
                "/a: 2 changes cannot be saved in this file and were left out; everything else was saved.",
                "/: files cannot be locked there; of what two windows save at one moment only one may stay.",
            ]
        );
    }
}
