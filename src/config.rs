//! The user's settings, `config.toml`.
//!
//! ```toml
//! theme = "auto"      # colors: "auto" follows the background of the terminal; "dark" or "light"
//!
//! [reminders]
//! minutes = 10        # before a picked session; 0 means never
//! bell = false        # also ring the terminal bell
//! notify = "off"      # desktop notification: "off", "auto", "osc9", "osc99" or "osc777"
//! ```

use toml::Value;

use kurultai_schedule::diagnostic::{Span, closest_match};
use kurultai_schedule::format::event_file::{FileVocabulary, blocks};
use kurultai_schedule::text::SafeText;

/// The user's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Config {
    /// The background that the colors are made for.
    pub theme: ThemeChoice,
    /// Reminders of sessions that are about to begin.
    pub reminders: Reminders,
}

/// Reminders of sessions that are about to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminders {
    /// Minutes before the session; 0 means never.
    pub minutes: u16,
    /// True if the terminal bell rings.
    pub bell: bool,
    /// The protocol of desktop notifications.
    pub notify: Notify,
}

impl Default for Reminders {
    fn default() -> Self {
        Self { minutes: 10, bell: false, notify: Notify::Off }
    }
}

/// The background that the colors are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// The terminal is asked for its background.
    #[default]
    Auto,
    /// A dark background.
    Dark,
    /// A light background.
    Light,
}

impl ThemeChoice {
    /// The values in the file and on the command line.
    pub const WORDS: [(&str, Self); 3] = [("auto", Self::Auto), ("dark", Self::Dark), ("light", Self::Light)];

    /// Returns the choice with this name.
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice)
    }
}

/// The protocol of desktop notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notify {
    /// No notifications.
    #[default]
    Off,
    /// The protocol of the terminal, detected from the environment; the bell if it is unknown.
    Auto,
    /// `OSC 9`: iTerm2, ghostty, kitty, `WezTerm`, Zed.
    Osc9,
    /// `OSC 99`: kitty, foot.
    Osc99,
    /// `OSC 777`: urxvt, foot, ghostty, kitty, `WezTerm`, Windows Terminal, some builds of VTE.
    Osc777,
}

impl Notify {
    const WORDS: [(&str, Self); 5] = [
        ("off", Self::Off),
        ("auto", Self::Auto),
        ("osc9", Self::Osc9),
        ("osc99", Self::Osc99),
        ("osc777", Self::Osc777),
    ];
}

/// An invalid setting, whose default is used. All other settings are applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The line, counted from 1.
    pub line: usize,
    /// The kind of mistake.
    pub kind: ConfigErrorKind,
}

/// The kind of mistake in a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// Invalid TOML.
    Syntax,
    /// An unknown key.
    Unknown {
        /// The key with its table.
        key: SafeText,
        /// The closest known key.
        meant: Option<&'static str>,
    },
    /// An invalid value.
    Value {
        /// The key with its table.
        key: &'static str,
        /// Valid lines for the file: an example, or all alternatives.
        write: &'static [&'static str],
    },
}

/// The key, valid lines for error messages, and a function that applies a value. The function returns `None`
/// for an invalid value.
type Setting = (&'static str, &'static [&'static str], fn(&Value, &mut Config) -> Option<()>);

const TABLE: &str = "reminders";
const KEYS: &[&str] = &["minutes", "bell", "notify"];
const TOP_KEYS: &[&str] = &["theme"];
const SETTINGS: &[Setting] = &[
    ("theme", &["theme = \"auto\"", "theme = \"dark\"", "theme = \"light\""], |value, config| {
        config.theme = ThemeChoice::from_name(value.as_str()?)?;
        Some(())
    }),
    ("reminders.minutes", &["minutes = 10"], |value, config| {
        // A reminder more than a day ahead is useless.
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
    /// Parses settings. Reports invalid ones and uses their defaults.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<ConfigError>) {
        let (mut config, mut bad) = (Self::default(), Vec::new());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let names = FileVocabulary { tables: &[TABLE], arrays: &[], keys: &[TOP_KEYS, KEYS] };
        for block in blocks(text, names) {
            if let Some(at) = block.mistake {
                bad.push(ConfigError { line: line_at(text, at), kind: ConfigErrorKind::Syntax });
            }
            let mut values = Vec::new();
            collect(&block.path.join("."), &block.table, &mut values);
            for (key, value) in values {
                let line = line_at(text, key_offset(text, block.span, &key));
                let Some((key, write, take)) = SETTINGS.iter().find(|(known, ..)| *known == key) else {
                    let meant = closest_match(&key, SETTINGS.iter().map(|(known, ..)| *known));
                    let why = ConfigErrorKind::Unknown { key: SafeText::line(&key), meant };
                    bad.push(ConfigError { line, kind: why });
                    continue;
                };
                if take(value, &mut config).is_none() {
                    bad.push(ConfigError { line, kind: ConfigErrorKind::Value { key, write } });
                }
            }
        }
        bad.sort_by_key(|bad| bad.line);
        (config, bad)
    }
}

/// Collects all values of a table with their dotted keys.
fn collect<'a>(above: &str, table: &'a toml::Table, values: &mut Vec<(String, &'a Value)>) {
    for (key, value) in table {
        let name = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        match value {
            Value::Table(table) if name == TABLE => collect(&name, table, values),
            _ => values.push((name, value)),
        }
    }
}

/// Returns the offset of a key's line in a block, or the start of the block.
fn key_offset(text: &str, block: Span, key: &str) -> usize {
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

/// Returns the line of an offset, counted from 1.
fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, reminders: Reminders, bad: &[(usize, &str)]) {
        let (config, found) = Config::read(text);
        let format_error = |bad: ConfigError| {
            let why = match bad.kind {
                ConfigErrorKind::Syntax => "?".to_owned(),
                ConfigErrorKind::Unknown { key, meant } => format!("{key} {}", meant.unwrap_or("-")),
                ConfigErrorKind::Value { key, write } => format!("{key}: {}", write.join(", ")),
            };
            (bad.line, why)
        };
        let found: Vec<_> = found.into_iter().map(format_error).collect();
        let bad: Vec<_> = bad.iter().map(|(line, why)| (*line, (*why).to_owned())).collect();
        assert_eq!((config.reminders, found), (reminders, bad));
    }

    #[test]
    fn settings_are_parsed() {
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
    fn invalid_settings_have_their_defaults() {
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
