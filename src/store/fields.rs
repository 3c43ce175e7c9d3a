//! [`Fields`]: reads typed values from a table. An invalid value costs only its own key.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use toml::Value;

use kurultai_schedule::format::event_file::{
    block_text, date, date_text, moment, quoted, quoted_date, quoted_duration, quoted_moment, time_text,
};
use kurultai_schedule::text::SafeText;

/// A key with its value as TOML text.
pub(super) type KeyValue = (&'static str, String);

/// A table with typed getters.
pub(super) struct Fields<'a> {
    table: &'a toml::Table,
    /// The first key with an invalid value.
    pub(super) damaged: Option<String>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(table: &'a toml::Table) -> Self {
        Self { table, damaged: None }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Reads a string, or an integer as a string.
    pub(super) fn raw(&mut self, key: &str) -> Option<String> {
        self.read(key, |value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Integer(number) => Some(number.to_string()),
            _ => None,
        })
    }

    pub(super) fn line(&mut self, key: &str) -> Option<SafeText> {
        self.raw(key).map(|text| SafeText::line(&text))
    }

    pub(super) fn text(&mut self, key: &str) -> Option<SafeText> {
        self.raw(key).map(|text| SafeText::text(&text))
    }

    /// Reads a string or an array of strings.
    pub(super) fn lines(&mut self, key: &str) -> Vec<SafeText> {
        let lines = self.read(key, |value| match value {
            Value::String(text) => Some(vec![SafeText::line(text)]),
            Value::Array(values) => {
                values.iter().map(|value| value.as_str().map(SafeText::line)).collect::<Option<Vec<_>>>()
            }
            _ => None,
        });
        lines.unwrap_or_default()
    }

    pub(super) fn date(&mut self, key: &str) -> Option<NaiveDate> {
        self.read(key, |value| match value {
            Value::Datetime(value) => date(value),
            Value::String(text) => quoted_date(text),
            _ => None,
        })
    }

    pub(super) fn time(&mut self, key: &str) -> Option<NaiveTime> {
        let moment = |value: &Value| match value {
            Value::Datetime(value) => moment(value),
            Value::String(text) => quoted_moment(text),
            _ => None,
        };
        self.read(key, |value| moment(value).filter(|moment| moment.date.is_none()).map(|moment| moment.time))
    }

    /// Reads `"1h30m"`, or a number of minutes.
    pub(super) fn duration(&mut self, key: &str) -> Option<TimeDelta> {
        self.read(key, |value| match value {
            Value::String(text) => quoted_duration(text),
            Value::Integer(minutes) => quoted_duration(&format!("{minutes}m")),
            _ => None,
        })
    }

    pub(super) fn flag(&mut self, key: &str) -> bool {
        self.read(key, Value::as_bool).unwrap_or(false)
    }

    /// Reads one of a set of words.
    pub(super) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        self.read(key, |value| {
            let word = value.as_str()?;
            words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
        })
    }

    fn read<T>(&mut self, key: &str, read: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        let value = self.table.get(key)?;
        let read = read(value);
        if read.is_none() && self.damaged.is_none() {
            self.damaged = Some(key.to_owned());
        }
        read
    }
}

/// Formats a string as TOML, several lines as a multi-line string.
pub(super) fn text(text: &str) -> String {
    if text.contains('\n') { block_text(text) } else { quoted(text) }
}

pub(super) fn lines(texts: &[SafeText]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// Collects the keys whose values are known.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<KeyValue>);

impl Writer {
    pub(super) fn value(&mut self, key: &'static str, value: Option<String>) {
        self.0.extend(value.map(|value| (key, value)));
    }

    pub(super) fn text(&mut self, key: &'static str, value: Option<&SafeText>) {
        self.value(key, value.map(|value| text(value)));
    }

    pub(super) fn lines(&mut self, key: &'static str, values: &[SafeText]) {
        self.value(key, (!values.is_empty()).then(|| lines(values)));
    }

    pub(super) fn date(&mut self, key: &'static str, value: Option<NaiveDate>) {
        self.value(key, value.and_then(date_text));
    }

    pub(super) fn time(&mut self, key: &'static str, value: Option<NaiveTime>) {
        self.value(key, value.map(time_text));
    }
}

/// Formats keys and values as lines.
pub(super) fn key_lines(written: &[KeyValue]) -> String {
    written.iter().flat_map(|(key, value)| [key, " = ", value, "\n"]).collect()
}
