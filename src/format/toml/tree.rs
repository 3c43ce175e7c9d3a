//! A TOML document with the place of everything in it.
//!
//! The tree is what the `toml` crate reads, moved to the place where it stands in the file, with the keys in the order
//! of the file: the first language of a text is the one that is written first.

use std::ops::Range;

use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::diagnostic::Span;

/// A table: the whole document, `[one]`, one of `[[many]]`, `{ an = "inline one" }`, or what a dotted key makes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub(super) form: Form,
    /// Its header, or the inline table with its braces, or the key that made it.
    pub(super) span: Span,
    /// Whether something in it could not be read.
    pub(super) has_mistakes: bool,
    /// The keys whose statements could not be read: they are not missing.
    pub(super) lost: Vec<String>,
    pub(super) entries: Vec<Entry>,
}

/// How a table came to be; it decides what may be added to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By a header of its own.
    Header,
    /// By the header of a table inside it.
    Implicit,
    /// By a dotted key.
    Dotted,
    /// In braces.
    Inline,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) value: Value,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Text(String),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Datetime(Datetime),
    Array(Vec<Value>),
    Table(Table),
    /// What `[[headers]]` make.
    Tables(Vec<Table>),
}

impl Value {
    pub(super) fn into_table(self) -> Option<Table> {
        if let Kind::Table(table) = self.kind { Some(table) } else { None }
    }
}

/// A number that no 64-bit integer or float holds.
#[derive(Debug)]
pub(super) struct OutOfRange(pub(super) Span);

impl Table {
    pub(super) fn new(form: Form, span: Span) -> Self {
        Self { form, span, has_mistakes: false, lost: Vec::new(), entries: Vec::new() }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.key == key)
    }

    /// The table that the `toml` crate read from a part of `text` that begins at `offset`.
    pub(super) fn convert(table: &DeTable<'_>, text: &str, offset: usize) -> Result<Self, OutOfRange> {
        let mut out = Self::new(Form::Header, Span::new(offset, offset));
        out.entries = entries(table, text, offset)?;
        Ok(out)
    }
}

fn entries(table: &DeTable<'_>, text: &str, offset: usize) -> Result<Vec<Entry>, OutOfRange> {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        entries.push(Entry {
            key: key.get_ref().clone().into_owned(),
            key_span: shift(key.span(), offset),
            value: convert(value.get_ref(), shift(value.span(), offset), text, offset)?,
        });
    }
    entries.sort_by_key(|entry| entry.key_span);
    Ok(entries)
}

fn convert(value: &DeValue<'_>, span: Span, text: &str, offset: usize) -> Result<Value, OutOfRange> {
    let kind = match value {
        DeValue::String(text) => Kind::Text(text.clone().into_owned()),
        DeValue::Integer(number) => {
            let number = i64::from_str_radix(number.as_str(), number.radix());
            Kind::Integer(number.map_err(|_| OutOfRange(span))?)
        }
        DeValue::Float(number) => Kind::Float(number.as_str().parse().map_err(|_| OutOfRange(span))?),
        DeValue::Boolean(value) => Kind::Boolean(*value),
        DeValue::Datetime(datetime) => Kind::Datetime(*datetime),
        DeValue::Array(values) => {
            let values = values
                .iter()
                .map(|value| convert(value.get_ref(), shift(value.span(), offset), text, offset));
            Kind::Array(values.collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => {
            let is_inline = text.as_bytes().get(span.start) == Some(&b'{');
            let form = if is_inline { Form::Inline } else { Form::Dotted };
            Kind::Table(Table { entries: entries(table, text, offset)?, ..Table::new(form, span) })
        }
    };
    Ok(Value { kind, span })
}

pub(super) fn shift(span: Range<usize>, offset: usize) -> Span {
    Span::new(span.start + offset, span.end + offset)
}

impl From<Table> for toml::Table {
    fn from(table: Table) -> Self {
        fn value(kind: Kind) -> toml::Value {
            match kind {
                Kind::Text(text) => text.into(),
                Kind::Integer(number) => number.into(),
                Kind::Float(number) => number.into(),
                Kind::Boolean(value) => value.into(),
                Kind::Datetime(datetime) => datetime.into(),
                Kind::Array(values) => {
                    values.into_iter().map(|item| value(item.kind)).collect::<Vec<_>>().into()
                }
                Kind::Table(table) => toml::Value::Table(table.into()),
                Kind::Tables(tables) => tables
                    .into_iter()
                    .map(|table| toml::Value::Table(table.into()))
                    .collect::<Vec<_>>()
                    .into(),
            }
        }
        table.entries.into_iter().map(|entry| (entry.key, value(entry.value.kind))).collect()
    }
}
