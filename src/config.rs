//! The user's settings, `config.toml`.
//!
//! ```toml
//! theme = "auto"      # a theme of the app, or of a file in the folder `themes`
//!
//! [screen]
//! ascii = true        # only ASCII symbols; without it, the environment decides
//!
//! [reminders]
//! minutes = 10        # before a picked session; 0 means never
//! bell = false        # also ring the terminal bell
//! notify = "off"      # desktop notification: "off", "auto", "osc9", "osc99" or "osc777"
//!
//! [keys]
//! quit = "x"          # an action and its key, a list of keys, or "none"
//! ```

mod error;
mod keys;
mod theme_file;

use toml::Value;

use kurultai_schedule::diagnostic::{Span, closest_match};
use kurultai_schedule::format::event_file::{FileVocabulary, KeyPosition, blocks, positions};
use kurultai_schedule::text::SafeText;

use crate::keymap::Keymap;
use keys::{BoundKeys, ValueSpans};

pub use error::{ConfigError, ConfigErrorKind};
pub use theme_file::read_theme;

/// The user's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The theme.
    pub theme: ThemeName,
    /// Reminders of sessions that are about to begin.
    pub reminders: Reminders,
    /// True if the screen uses only ASCII symbols, false if not; `None` if the environment decides.
    pub ascii: Option<bool>,
    /// The keys of all actions.
    pub keymap: Keymap,
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

/// The name of a theme, and its position in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeName {
    /// The name: of a theme of the app, or of a file of the user.
    pub name: SafeText,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted in characters from 1.
    pub column: usize,
}

impl ThemeName {
    /// Returns a name that is not in a file.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: SafeText::line(name), line: 1, column: 1 }
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

/// The key, valid lines for error messages, and a function that applies a value. The function returns `None`
/// for an invalid value.
type Setting = (&'static str, &'static [&'static str], fn(&Value, &mut Config) -> Option<()>);

const TABLES: &[&str] = &["reminders", "screen", keys::TABLE];
const KEYS: &[&str] = &["minutes", "bell", "notify", "ascii"];
const TOP_KEYS: &[&str] = &["theme"];
const SETTINGS: &[Setting] = &[
    ("theme", &["theme = \"auto\"", "theme = \"dark\"", "theme = \"light\""], |value, config| {
        config.theme = ThemeName::new(value.as_str().filter(|name| !name.is_empty())?);
        Some(())
    }),
    ("screen.ascii", &["ascii = true", "ascii = false"], |value, config| {
        config.ascii = Some(value.as_bool()?);
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
    /// Returns the default settings with these keys.
    #[must_use]
    pub fn new(keymap: Keymap) -> Self {
        Self { theme: ThemeName::new("auto"), reminders: Reminders::default(), ascii: None, keymap }
    }

    /// Parses settings. Reports invalid ones and uses their defaults; `keymap` has the default keys.
    #[must_use]
    pub fn read(text: &str, keymap: Keymap) -> (Self, Vec<ConfigError>) {
        let (mut config, mut bad) = (Self::new(keymap), Vec::new());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let actions: Vec<String> = config.keymap.bindings().map(|(action, _)| action.name()).collect();
        let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
        let names = FileVocabulary { tables: TABLES, arrays: &[], keys: &[TOP_KEYS, KEYS, &actions] };
        let positions = positions(text, names);
        let mut bound = BoundKeys::default();
        for block in blocks(text, names) {
            if let Some(at) = block.mistake {
                bad.push((Span::new(at, at), ConfigErrorKind::Syntax));
            }
            let mut values = Vec::new();
            collect(&block.path.join("."), &block.table, &mut values);
            let with_spans = values.into_iter().map(|(key, value)| {
                let is_here = |at: &&KeyPosition| {
                    at.key == key && (block.span.start..=block.span.end).contains(&at.name.start)
                };
                let spans = match positions.iter().find(is_here) {
                    Some(at) => ValueSpans { name: at.name, value: at.value, items: &at.items },
                    None => ValueSpans { name: block.span, value: block.span, items: &[] },
                };
                (key, value, spans)
            });
            let mut values: Vec<_> = with_spans.collect();
            values.sort_by_key(|(.., spans)| spans.name.start);
            for (key, value, spans) in values {
                if let Some(name) = key.strip_prefix(keys::TABLE).and_then(|rest| rest.strip_prefix('.')) {
                    bound.read(name, value, &spans, &config.keymap);
                    continue;
                }
                let mistake = config.set(&key, value);
                if key == "theme" && mistake.is_none() {
                    (config.theme.line, config.theme.column) = line_and_column(text, spans.value.start);
                }
                if let Some(mistake) = mistake {
                    let is_unknown = matches!(mistake, ConfigErrorKind::Unknown { .. });
                    bad.push((if is_unknown { spans.name } else { spans.value }, mistake));
                }
            }
        }
        bad.extend(bound.apply(&mut config.keymap));
        bad.sort_by_key(|(span, _)| span.start);
        (config, bad.into_iter().map(|(span, kind)| at(text, span, kind)).collect())
    }

    /// Applies a value, or explains the mistake in it.
    fn set(&mut self, key: &str, value: &Value) -> Option<ConfigErrorKind> {
        let Some((key, write, take)) = SETTINGS.iter().find(|(known, ..)| *known == key) else {
            let known = SETTINGS.iter().map(|(known, ..)| *known).chain([keys::TABLE]);
            let meant = closest_match(key, known).map(SafeText::line);
            return Some(ConfigErrorKind::Unknown { key: SafeText::line(key), meant });
        };
        let write = || write.iter().copied().map(SafeText::line).collect();
        let is_invalid = take(value, self).is_none();
        is_invalid.then(|| ConfigErrorKind::Value { key: SafeText::line(key), write: write() })
    }
}

/// Collects all values of a table with their dotted keys.
fn collect<'a>(above: &str, table: &'a toml::Table, values: &mut Vec<(String, &'a Value)>) {
    for (key, value) in table {
        let name = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        match value {
            Value::Table(table) if TABLES.contains(&name.as_str()) => collect(&name, table, values),
            _ => values.push((name, value)),
        }
    }
}

/// Returns a mistake at a position.
fn at(text: &str, span: Span, kind: ConfigErrorKind) -> ConfigError {
    let (line, column) = line_and_column(text, span.start);
    ConfigError { line, column, kind }
}

/// Returns the line of an offset and the column in characters, counted from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::Key;

    fn read(text: &str) -> (Config, Vec<ConfigError>) {
        Config::read(text, Keymap::new(['1', '2'].map(Key::char)))
    }

    fn why(bad: &ConfigErrorKind) -> String {
        match bad {
            ConfigErrorKind::Syntax => "?".to_owned(),
            ConfigErrorKind::Unknown { key, meant } => {
                format!("{key} {}", meant.as_deref().unwrap_or("-"))
            }
            ConfigErrorKind::Value { key, write } => {
                format!("{key}: {}", write.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
            }
            other => format!("{other:?}"),
        }
    }

    #[track_caller]
    fn check(text: &str, reminders: Reminders, bad: &[(usize, &str)]) {
        let (config, found) = read(text);
        let format_error = |bad: ConfigError| (bad.line, why(&bad.kind));
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
            ("theme = 'light'", ("light", 1, 9)),
            ("# mine\ntheme = \"dark\"\n[reminders]\nbell = true", ("dark", 2, 9)),
            ("theme = 'my theme'\n", ("my theme", 1, 9)),
            ("[reminders]\nminutes = 5", ("auto", 1, 1)),
        ] {
            let (config, bad) = read(text);
            let ThemeName { name, line, column } = config.theme;
            assert_eq!(((&*name, line, column), bad), (theme, Vec::new()), "{text}");
        }
        for text in ["theme = 5", "theme = true", "theme = ''"] {
            let (config, bad) = read(text);
            assert_eq!((config.theme, bad.len()), (ThemeName::new("auto"), 1), "{text}");
        }
        check("them = 'light'", Reminders::default(), &[(1, "them theme")]);
    }

    #[test]
    fn symbols_are_a_setting() {
        for (text, ascii) in [
            ("[screen]\nascii = true", Some(true)),
            ("screen.ascii = false", Some(false)),
            ("", None),
            ("[screen]\n", None),
        ] {
            assert_eq!(read(text).0.ascii, ascii, "{text}");
        }
        check(
            "[screen]\nascii = 1\nasci = true\n",
            Reminders::default(),
            &[(2, "screen.ascii: ascii = true, ascii = false"), (3, "screen.asci screen.ascii")],
        );
    }

    #[test]
    fn invalid_settings_have_their_defaults() {
        let text =
            "theme = 1\n[reminders]\nminutes = -1\nbel = true\nnotify = 'osc8'\n[reminder]\nbell = true\n";
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
