//! Numbers, dates, times and links among the keys of a table.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::{TableReader, TextOrTable};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};
use crate::format::address::{self, Base, Written};
use crate::format::event_file::spanned::{Kind, Value};
use crate::format::event_file::values::{self, Moment};
use crate::format::event_file::{keys, value_hints};
use crate::model::Link;
use crate::text::{SafeText, is_link, small_scheme};

impl TableReader<'_, '_> {
    pub(in crate::format::event_file) fn number(&mut self, key: &'static str) -> Option<u32> {
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

    pub(in crate::format::event_file) fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key) {
            Some(Value { kind: Kind::Boolean(flag), .. }) => *flag,
            Some(value) => {
                self.type_mismatch(key, "boolean", value);
                false
            }
            None => false,
        }
    }

    pub(in crate::format::event_file) fn date(&mut self, key: &'static str) -> Option<NaiveDate> {
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
                    let is_untimed = || !value_hints::TIME_KEYS.iter().any(|key| self.value(key).is_some());
                    let both = match self.name {
                        "event" => value_hints::bad_dates(text, value.span),
                        "agenda" if is_untimed() => value_hints::bad_days(key, text, value.span),
                        _ => None,
                    };
                    self.report(both.unwrap_or_else(|| value_hints::bad_date(text, value.span)));
                }
                date
            }
            _ => {
                self.type_mismatch(key, "date", value);
                None
            }
        }
    }

    pub(in crate::format::event_file) fn moment(&mut self, key: &'static str) -> Option<Moment> {
        let value = self.value(key)?;
        let (moment, written) = match &value.kind {
            Kind::Datetime(datetime) => (values::moment(datetime), datetime.to_string()),
            Kind::Text(text) => (values::quoted_moment(text.trim()), text.clone()),
            Kind::Integer(number) => (None, number.to_string()),
            Kind::Float(number) => (None, value_hints::written_with_point(*number)),
            _ => {
                self.type_mismatch(key, "time", value);
                return None;
            }
        };
        if moment.is_none() {
            self.report(value_hints::bad_time(&written, value.span));
        }
        moment
    }

    /// A time of day alone.
    pub(in crate::format::event_file) fn time(&mut self, key: &'static str) -> Option<NaiveTime> {
        let moment = self.moment(key)?;
        if moment.date.is_some() {
            let value = self.value(key)?;
            self.type_mismatch(key, "time", value);
            return None;
        }
        Some(moment.time)
    }

    pub(in crate::format::event_file) fn duration(&mut self, key: &'static str) -> Option<TimeDelta> {
        let value = self.value(key)?;
        let (length, written) = match &value.kind {
            Kind::Integer(number) => (values::minutes(*number), number.to_string()),
            Kind::Text(text) => (values::quoted_duration(text), text.clone()),
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

    pub(in crate::format::event_file) fn url(&mut self, key: &'static str) -> Option<SafeText> {
        let value = self.value(key)?;
        self.url_of(key, value)
    }

    fn url_of(&mut self, key: &str, value: &Value) -> Option<SafeText> {
        let text = self.text_of(key, value)?;
        match address::read(&text, &Base::default()) {
            Written::Link(_) if is_address(&text) => Some(SafeText::line(&small_scheme(&text))),
            Written::Shown(url) => {
                let diagnostic =
                    Diagnostic::new(Code::OtherScheme, value.span).with("count", MessageArg::count(1));
                self.report(diagnostic.with("value", MessageArg::from(&url)));
                Some(url)
            }
            Written::Link(meant) | Written::Mended(meant) => {
                self.report(value_hints::bad_url(&text, Some(&meant), value.span));
                None
            }
            _ => {
                self.report(value_hints::bad_url(&text, None, value.span));
                None
            }
        }
    }

    pub(in crate::format::event_file) fn links(&mut self, key: &'static str) -> Vec<Link> {
        let mut links = Vec::new();
        for entry in self.texts_or_tables(key, "links") {
            let link = match entry {
                TextOrTable::Text(value) => self.url_of(key, value).map(|url| Link { label: None, url }),
                TextOrTable::Table(table) => {
                    let mut link = self.inner(table, "links", keys::LINK);
                    let label = link.texts("label");
                    link.needed_url().map(|url| Link { label, url })
                }
            };
            links.extend(link);
        }
        links
    }

    /// The `url` without which a link is none.
    pub(in crate::format::event_file) fn needed_url(&mut self) -> Option<SafeText> {
        if self.table.get("url").is_none() {
            self.missing("url");
        }
        self.url("url")
    }
}

/// Whether a text is the address of a page or a mailbox.
fn is_address(text: &str) -> bool {
    is_link(text) && !text.contains([' ', '\u{FFFD}'])
}

/// True if a text is an address that a reader of the event file shows as it is, whether it can be followed or not.
pub(in crate::format::event_file) fn is_shown(text: &str) -> bool {
    match address::read(text, &Base::default()) {
        Written::Link(_) => is_address(text),
        Written::Shown(url) => url.as_str() == text,
        _ => false,
    }
}
