//! Converts cells to values of an event file.

use toml::value::{Date, Datetime};

use super::cells::Cell;
use crate::diagnostic::Span;
use crate::format::builder::is_several;
use crate::format::event_file::spanned::{Entry, Kind, Table, TableOrigin, Value};
use crate::format::event_file::value_hints::{DateOrder, date_in_order, duration, range, time};
use crate::model::Role;
use crate::text::SafeText;

/// Returns an entry of a table.
pub(super) fn entry(key: &str, key_span: Span, kind: Kind<'static>, span: Span) -> Entry<'static> {
    Entry { key: key.to_owned().into(), key_span, value: Value { kind, span } }
}

fn owned(text: &str) -> Kind<'static> {
    Kind::Text(text.to_owned().into())
}

/// Converts a cell to the entries for the key of its column. A value that cannot be converted stays as it is written,
/// so that it is reported.
pub(super) fn entries(
    key: &'static str,
    header: Span,
    cell: &Cell,
    order: Option<DateOrder>,
) -> Vec<Entry<'static>> {
    let text = cell.text.as_str();
    let entry = |key: &str, kind: Kind<'static>| entry(key, header, kind, cell.span);
    let one = |kind: Kind<'static>| vec![entry(key, kind)];
    match key {
        "date" | "day" => one(date(text, order)),
        "start" => match range(text) {
            Some((from, to)) => {
                vec![entry("start", Kind::Text(from.into())), entry("end", Kind::Text(to.into()))]
            }
            None => one(moment(text, order)),
        },
        "end" => one(moment(text, order)),
        "duration" => one(Kind::Text(duration(text).unwrap_or_else(|| text.to_owned()).into())),
        "room" | "languages" | "tags" => one(list(text, &[";", "\n"], cell.span)),
        "speakers" | "people" => people(text, header, cell.span),
        _ => one(owned(text)),
    }
}

fn date(text: &str, order: Option<DateOrder>) -> Kind<'static> {
    let Some(date) = date_in_order(text, order) else { return owned(text) };
    let parts = date.format("%Y %m %d").to_string();
    let mut numbers = parts.split(' ').map(str::parse::<u16>);
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
            let [month, day] = [month, day].map(|part| u8::try_from(part).unwrap_or_default());
            Kind::Datetime(Datetime { date: Some(Date { year, month, day }), time: None, offset: None })
        }
        _ => owned(text),
    }
}

/// Converts a time of day, with or without a date before it: `9:00 AM`, `01.05.2026 09:00`.
fn moment(text: &str, order: Option<DateOrder>) -> Kind<'static> {
    // `24:30` is in the night after that day, which a time alone cannot express.
    if let Some(time) = time(text).filter(|_| !text.starts_with("24")) {
        return Kind::Text(time.into());
    }
    let split = text.split_once([' ', 'T']).and_then(|(day, clock)| {
        Some(format!(
            "{}T{}:00",
            date_in_order(day.trim_end_matches(','), order)?,
            time(clock.trim_end_matches(":00"))?
        ))
    });
    match split.and_then(|written| written.parse::<Datetime>().ok()) {
        Some(moment) => Kind::Datetime(moment),
        None => owned(text),
    }
}

fn list(text: &str, separators: &[&str], span: Span) -> Kind<'static> {
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    let texts: Vec<Value<'static>> = parts.map(|part| Value { kind: owned(part), span }).collect();
    Kind::Array(texts)
}

/// Converts names: `A; B`, `A, B`, `A (moderator)`.
fn people(text: &str, header: Span, span: Span) -> Vec<Entry<'static>> {
    let separators: &[&str] = if text.contains([';', '\n']) {
        &[";", "\n"]
    } else if is_several(text) {
        &[", ", " & ", " and ", " und ", " / "]
    } else {
        &[]
    };
    let Kind::Array(names) = list(text, separators, span) else { return Vec::new() };
    let (mut speakers, mut others) = (Vec::new(), Vec::new());
    for name in names {
        match &name.kind {
            Kind::Text(written) => match with_role(written) {
                Some((person, role)) => others.push(participation(person, role, span)),
                None => speakers.push(name),
            },
            _ => speakers.push(name),
        }
    }
    let lists = [("speakers", speakers), ("people", others)];
    let lists = lists.into_iter().filter(|(_, values)| !values.is_empty());
    lists.map(|(key, values)| entry(key, header, Kind::Array(values), span)).collect()
}

/// Splits a name and the role in parentheses after it.
fn with_role(written: &str) -> Option<(&str, &str)> {
    let (person, role) = written.strip_suffix(')')?.rsplit_once(" (")?;
    let is_known = !matches!(Role::from_word(&SafeText::line(role)), Role::Other(_));
    is_known.then_some((person, role))
}

fn participation(person: &str, role: &str, span: Span) -> Value<'static> {
    let text = |key: &str, text: &str| entry(key, span, owned(text), span);
    let mut table = Table::new(TableOrigin::Inline, span);
    table.entries.push(text("person", person));
    table.entries.push(text("role", role));
    Value { kind: Kind::Table(Box::new(table)), span }
}
