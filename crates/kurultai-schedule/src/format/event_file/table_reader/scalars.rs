//! Numbers, dates, times, colors and URLs.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::TableReader;
use crate::diagnostic::{Code, Diagnostic, MessageArg, closest_match};
use crate::format::address::{self, Base, Written};
use crate::format::event_file::spanned::{Kind, Value};
use crate::format::event_file::value_hints;
use crate::format::event_file::values::{self, Moment};
use crate::model::Color;
use crate::text::{SafeText, is_link, small_scheme};

impl TableReader<'_, '_> {
    pub(crate) fn number(&mut self, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        let Kind::Integer(number) = value.kind else {
            self.type_mismatch(key, "number", value);
            return None;
        };
        let number = u32::try_from(number).ok();
        if number.is_none() {
            self.type_mismatch(key, "number", value);
        }
        number
    }

    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key) {
            Some(Value { kind: Kind::Boolean(flag), .. }) => *flag,
            Some(value) => {
                self.type_mismatch(key, "boolean", value);
                false
            }
            None => false,
        }
    }

    pub(crate) fn date(&mut self, key: &'static str) -> Option<NaiveDate> {
        let value = self.value(key)?;
        match &value.kind {
            Kind::Datetime(datetime) => {
                let date = values::date(datetime);
                if date.is_none() {
                    self.type_mismatch(key, "date", value);
                }
                date
            }
            Kind::Text(text) => {
                let date = values::quoted_date(text.trim());
                if date.is_some() {
                    self.invalid(Code::QuotedDate, text, value.span);
                } else {
                    let is_untimed = || !value_hints::TIME_KEYS.iter().any(|key| self.has(key));
                    let range = match self.name {
                        "event" => value_hints::bad_dates(text, value.span),
                        "agenda" if is_untimed() => value_hints::bad_days(key, text, value.span),
                        _ => None,
                    };
                    self.report(range.unwrap_or_else(|| value_hints::bad_date(text, value.span)));
                }
                date
            }
            _ => {
                self.type_mismatch(key, "date", value);
                None
            }
        }
    }

    pub(crate) fn required_date(&mut self, key: &'static str) -> Option<NaiveDate> {
        self.require(key).date(key)
    }

    /// Reads a time of day, with or without a date and an offset.
    pub(crate) fn moment(&mut self, key: &'static str) -> Option<Moment> {
        let value = self.value(key)?;
        let moment = match &value.kind {
            Kind::Datetime(datetime) => values::moment(datetime),
            Kind::Text(text) => values::quoted_moment(text.trim()),
            _ => None,
        };
        if moment.is_some() {
            return moment;
        }
        let written = match &value.kind {
            Kind::Datetime(datetime) => datetime.to_string(),
            Kind::Text(text) => text.to_string(),
            Kind::Integer(number) => number.to_string(),
            Kind::Float(number) => value_hints::written_with_point(*number),
            _ => {
                self.type_mismatch(key, "time", value);
                return None;
            }
        };
        self.report(value_hints::bad_time(&written, value.span));
        None
    }

    /// Reads a time of day without a date.
    pub(crate) fn time(&mut self, key: &'static str) -> Option<NaiveTime> {
        let moment = self.moment(key)?;
        if moment.date.is_some() {
            let value = self.value(key)?;
            self.type_mismatch(key, "time", value);
            return None;
        }
        Some(moment.time)
    }

    pub(crate) fn duration(&mut self, key: &'static str) -> Option<TimeDelta> {
        let value = self.value(key)?;
        let (length, written) = match &value.kind {
            Kind::Integer(number) => (values::minutes(*number), Cow::Owned(number.to_string())),
            Kind::Text(text) => (values::quoted_duration(text), Cow::Borrowed(&**text)),
            _ => {
                self.type_mismatch(key, "duration", value);
                return None;
            }
        };
        if length.is_none() {
            self.report(value_hints::bad_duration(&written, value.span));
        }
        length
    }

    pub(crate) fn url(&mut self, key: &'static str) -> Option<SafeText> {
        let value = self.value(key)?;
        self.url_value(key, value)
    }

    pub(super) fn url_value(&mut self, key: &str, value: &Value) -> Option<SafeText> {
        let text = self.text_value(key, value)?;
        match address::read(&text, &Base::default()) {
            Written::Link(_) if is_valid_url(&text) => Some(SafeText::line(&small_scheme(&text))),
            Written::Shown(url) => {
                let diagnostic = Diagnostic::new(Code::OtherScheme, value.span);
                let diagnostic = diagnostic.with("count", MessageArg::count(1));
                self.report(diagnostic.with("value", MessageArg::from(&url)));
                Some(url)
            }
            written => {
                let corrected = match &written {
                    Written::Link(url) | Written::Mended(url) => Some(&**url),
                    _ => None,
                };
                self.report(value_hints::bad_url(&text, corrected, value.span));
                None
            }
        }
    }

    pub(crate) fn required_url(&mut self, key: &'static str) -> Option<SafeText> {
        self.require(key).url(key)
    }

    pub(crate) fn color(&mut self, key: &'static str) -> Option<Color> {
        let written = self.text(key)?;
        let color = Color::parse(&written);
        if color.is_none() {
            let similar = closest_match(&written, Color::NAMES.iter().map(|(name, _)| *name));
            let diagnostic = Diagnostic::new(Code::BadColor, self.span(key));
            self.report(diagnostic.with("value", MessageArg::from(&written)).meant(similar));
        }
        color
    }
}

fn is_valid_url(text: &str) -> bool {
    is_link(text) && !text.contains([' ', '\u{FFFD}'])
}

/// True if a URL can be displayed exactly as written, even if it is not a link.
pub(crate) fn is_shown(text: &str) -> bool {
    match address::read(text, &Base::default()) {
        Written::Link(_) => is_valid_url(text),
        Written::Shown(url) => url.as_str() == text,
        _ => false,
    }
}
