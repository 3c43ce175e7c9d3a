//! What somebody set for themselves, in `config.toml`.
//!
//! ```toml
//! theme = "auto"      # the colors: "auto" follows the background of the terminal; "dark" or "light"
//!
//! [reminders]
//! minutes = 10        # before a session that is picked; 0 is never
//! bell = false        # whether the terminal rings, too
//! notify = "off"      # whether the terminal shows a notification: "off", "auto", "osc9", "osc99" or "osc777"
//! ```

use toml::Value;

use crate::diagnostic::{Span, closest_match};
use crate::format::event_file::{FileVocabulary, blocks};
use crate::text::SafeText;

/// What somebody set for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Config {
    /// For which background the colors are.
    pub theme: ThemeChoice,
    /// How one is told of a session that is about to begin.
    pub reminders: Reminders,
}

/// How one is told of a session that is about to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminders {
    /// So many minutes before; 0 is never.
    pub minutes: u16,
    /// Whether the terminal rings its bell, too.
    pub bell: bool,
    /// How the terminal is asked to tell it outside of its window.
    pub notify: Notify,
}

impl Default for Reminders {
    fn default() -> Self {
        Self { minutes: 10, bell: false, notify: Notify::Off }
    }
}

/// For which background the colors are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// For that of the terminal, which is asked for it.
    #[default]
    Auto,
    /// For a dark one.
    Dark,
    /// For a light one.
    Light,
}

impl ThemeChoice {
    /// The words for it.
    pub const WORDS: [(&str, Self); 3] = [("auto", Self::Auto), ("dark", Self::Dark), ("light", Self::Light)];

    /// The choice with this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice)
    }
}

/// How a terminal is asked to tell something outside of its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notify {
    /// It is not.
    #[default]
    Off,
    /// By the protocol of the terminal, as its environment names it; by the bell where none is known.
    Auto,
    /// By `OSC 9`, which iTerm2, ghostty, kitty, `WezTerm` and Zed know.
    Osc9,
    /// By `OSC 99`, which kitty and foot know.
    Osc99,
    /// By `OSC 777`, which urxvt, foot, ghostty, kitty, `WezTerm`, Windows Terminal and some builds of VTE know.
    Osc777,
}

impl Notify {
    /// The words for it.
    const WORDS: [(&str, Self); 5] = [
        ("off", Self::Off),
        ("auto", Self::Auto),
        ("osc9", Self::Osc9),
        ("osc99", Self::Osc99),
        ("osc777", Self::Osc777),
    ];
}

/// A setting that is not taken; all others are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: ConfigErrorKind,
}

/// What is wrong with a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// It is no TOML.
    Syntax,
    /// There is no such setting.
    Unknown {
        /// Its name, with that of its table.
        key: SafeText,
        /// What was probably meant.
        meant: Option<&'static str>,
    },
    /// It has no such value.
    Value {
        /// Its name, with that of its table.
        key: &'static str,
        /// What it may be, as the file would have it: an example, or all that there is.
        write: &'static [&'static str],
    },
}

/// A setting: its name, what it may be, and how it is taken; `None` when the value is no such thing.
type Setting = (&'static str, &'static [&'static str], fn(&Value, &mut Config) -> Option<()>);

const TABLE: &str = "reminders";
const KEYS: [&str; 3] = ["minutes", "bell", "notify"];
const TOP_KEYS: [&str; 1] = ["theme"];
const SETTINGS: [Setting; 4] = [
    ("theme", &["theme = \"auto\"", "theme = \"dark\"", "theme = \"light\""], |value, config| {
        config.theme = ThemeChoice::named(value.as_str()?)?;
        Some(())
    }),
    ("reminders.minutes", &["minutes = 10"], |value, config| {
        // More than a day before is no reminder.
        let minutes = value.as_integer().filter(|minutes| (0..=24 * 60).contains(minutes))?;
        config.reminders.minutes = u16::try_from(minutes).ok()?;
        Some(())
    }),
    ("reminders.bell", &["bell = true", "bell = false"], |value, config| {
        config.reminders.bell = value.as_bool()?;
        Some(())
    }),
    (
        "reminders.notify",
        &[
            "notify = \"off\"",
            "notify = \"auto\"",
            "notify = \"osc9\"",
            "notify = \"osc99\"",
            "notify = \"osc777\"",
        ],
        |value, config| {
            let word = value.as_str()?;
            config.reminders.notify = Notify::WORDS.iter().find(|(known, _)| *known == word)?.1;
            Some(())
        },
    ),
];

impl Config {
    /// Reads settings; never fails. What is wrong costs its own setting, which is then as usual.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<ConfigError>) {
        let (mut config, mut bad) = (Self::default(), Vec::new());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let names = FileVocabulary { tables: &[TABLE], arrays: &[], keys: &[&TOP_KEYS, &KEYS] };
        for block in blocks(text, names) {
            if let Some(at) = block.mistake {
                bad.push(ConfigError { line: line(text, at), why: ConfigErrorKind::Syntax });
            }
            let mut values = Vec::new();
            collect(&block.path.join("."), &block.table, &mut values);
            for (key, value) in values {
                let line = line(text, place(text, block.span, &key));
                let Some((key, write, take)) = SETTINGS.iter().find(|(known, ..)| *known == key) else {
                    let meant = closest_match(&key, SETTINGS.map(|(known, ..)| known));
                    let why = ConfigErrorKind::Unknown { key: SafeText::line(&key), meant };
                    bad.push(ConfigError { line, why });
                    continue;
                };
                if take(value, &mut config).is_none() {
                    bad.push(ConfigError { line, why: ConfigErrorKind::Value { key, write } });
                }
            }
        }
        bad.sort_by_key(|bad| bad.line);
        (config, bad)
    }
}

/// All values of a table, by their names from the top of the file.
fn collect<'a>(above: &str, table: &'a toml::Table, values: &mut Vec<(String, &'a Value)>) {
    for (key, value) in table {
        let name = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        match value {
            Value::Table(table) if name == TABLE => collect(&name, table, values),
            _ => values.push((name, value)),
        }
    }
}

/// Where a key stands in a block: the line that begins with the last of its names, else the block.
fn place(text: &str, block: Span, key: &str) -> usize {
    let name = key.rsplit('.').next().unwrap_or_default();
    let mut at = block.start;
    for line in text[block.start..block.end].split_inclusive('\n') {
        let key = line.split('=').next().unwrap_or_default();
        if key.rsplit('.').next().unwrap_or_default().trim_matches([' ', '\t', '"', '\'']) == name {
            return at;
        }
        at += line.len();
    }
    block.start
}

/// The line of a place, counted from 1.
fn line(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, reminders: Reminders, bad: &[(usize, &str)]) {
        let (config, found) = Config::read(text);
        let say = |bad: ConfigError| {
            let why = match bad.why {
                ConfigErrorKind::Syntax => "?".to_owned(),
                ConfigErrorKind::Unknown { key, meant } => format!("{key} {}", meant.unwrap_or("-")),
                ConfigErrorKind::Value { key, write } => format!("{key}: {}", write.join(", ")),
            };
            (bad.line, why)
        };
        let found: Vec<_> = found.into_iter().map(say).collect();
        let bad: Vec<_> = bad.iter().map(|(line, why)| (*line, (*why).to_owned())).collect();
        assert_eq!((config.reminders, found), (reminders, bad));
    }

    #[test]
    fn settings_are_read() {
        let usual = Reminders::default();
        check("", usual, &[]);
        check("# nothing\n[reminders]\n", usual, &[]);
        let set = Reminders { minutes: 5, bell: true, notify: Notify::Osc777 };
        check("\u{feff}[reminders]\nminutes = 5\nbell = true\nnotify = 'osc777'\n", set, &[]);
        check(
            "reminders = { minutes = 0, notify = 'osc9' }",
            Reminders { minutes: 0, notify: Notify::Osc9, ..usual },
            &[],
        );
        for (word, notify) in [("auto", Notify::Auto), ("osc99", Notify::Osc99), ("off", Notify::Off)] {
            check(&format!("[reminders]\nnotify = '{word}'"), Reminders { notify, ..usual }, &[]);
        }
        check("reminders.minutes = 1440", Reminders { minutes: 1440, ..usual }, &[]);
    }

    #[test]
    fn a_theme_is_chosen_by_name() {
        for (text, theme) in [
            ("theme = 'light'", ThemeChoice::Light),
            ("# mine\ntheme = \"dark\"\n[reminders]\nbell = true", ThemeChoice::Dark),
            ("theme = 'auto'\n", ThemeChoice::Auto),
            ("[reminders]\nminutes = 5", ThemeChoice::Auto),
        ] {
            let (config, bad) = Config::read(text);
            assert_eq!((config.theme, bad), (theme, Vec::new()), "{text}");
        }
        for text in ["theme = 'Light'", "theme = true", "theme = ''"] {
            let (config, bad) = Config::read(text);
            assert_eq!((config.theme, bad.len()), (ThemeChoice::Auto, 1), "{text}");
        }
        check("them = 'light'", Reminders::default(), &[(1, "them theme")]);
    }

    #[test]
    fn what_is_wrong_costs_itself_alone() {
        let text =
            "theme = 'x'\n[reminders]\nminutes = -1\nbel = true\nnotify = 'osc8'\n[reminder]\nbell = true\n";
        let bad = [
            (1, "theme: theme = \"auto\", theme = \"dark\", theme = \"light\""),
            (3, "reminders.minutes: minutes = 10"),
            (4, "reminders.bel reminders.bell"),
            (
                5,
                &format!(
                    "reminders.notify: {}",
                    ["off", "auto", "osc9", "osc99", "osc777"]
                        .map(|word| format!("notify = \"{word}\""))
                        .join(", ")
                ),
            ),
            (7, "reminder.bell reminders.bell"),
        ];
        check(text, Reminders::default(), &bad);
        let text = "[reminders]\nminutes 5\nbell = true\n";
        check(text, Reminders { bell: true, ..Reminders::default() }, &[(2, "?")]);
        check("\0\0\0", Reminders::default(), &[(1, "?")]);
        check("[reminders]\nminutes = 99999999999999999999\n", Reminders::default(), &[(2, "?")]);
    }
}
