//! A TOML document with spans.
//!
//! Mirrors the tree of the `toml` crate, with spans relative to the whole file and keys in file order: the
//! language written first is the original language of a text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::{Deref, DerefMut, Range};

use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::diagnostic::Span;

/// A table: the document, `[table]`, `[[array]]`, `{ inline = "table" }`, or the table of a dotted key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table<'a> {
    pub(super) form: TableOrigin,
    /// The span of its header, its braces, or its dotted key.
    pub(super) span: Span,
    /// True if something in it could not be parsed.
    pub(super) has_mistakes: bool,
    /// The keys whose statements could not be parsed; they must not be reported as missing.
    pub(super) lost: Vec<String>,
    pub(super) entries: Entries<'a>,
}

/// The entries of a table in the order of the file, with lookup by key in constant time.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries<'a> {
    all: Vec<Entry<'a>>,
    /// The index of each key; `None` for up to [`FEW`] entries.
    indices: Option<HashMap<String, usize>>,
}

/// The largest number of entries to search linearly.
const FEW: usize = 16;

impl<'a> Entries<'a> {
    pub(super) fn push(&mut self, entry: Entry<'a>) {
        self.all.push(entry);
        match self.all.len() {
            ..=FEW => {}
            length if self.indices.is_none() => self.index_keys(0..length),
            length => self.index_keys(length - 1..length),
        }
    }

    /// Removes and returns the entries that satisfy a condition.
    pub(super) fn extract(&mut self, condition: impl Fn(&Entry<'_>) -> bool) -> Vec<Entry<'a>> {
        let extracted: Vec<Entry<'a>> = self.all.extract_if(.., |entry| condition(entry)).collect();
        if !extracted.is_empty() {
            *self = std::mem::take(&mut self.all).into();
        }
        extracted
    }

    /// Returns the index of the first entry with this key.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        match &self.indices {
            Some(indices) => indices.get(key).copied(),
            None => self.all.iter().position(|entry| entry.key == key),
        }
    }

    fn index_keys(&mut self, range: Range<usize>) {
        let indices = self.indices.get_or_insert_default();
        for index in range {
            indices.entry(self.all[index].key.to_string()).or_insert(index);
        }
    }
}

impl<'a> From<Vec<Entry<'a>>> for Entries<'a> {
    fn from(all: Vec<Entry<'a>>) -> Self {
        let mut entries = Self { all, indices: None };
        if entries.all.len() > FEW {
            entries.index_keys(0..entries.all.len());
        }
        entries
    }
}

impl<'a> Deref for Entries<'a> {
    type Target = [Entry<'a>];

    fn deref(&self) -> &[Entry<'a>] {
        &self.all
    }
}

impl<'a> DerefMut for Entries<'a> {
    fn deref_mut(&mut self) -> &mut [Entry<'a>] {
        &mut self.all
    }
}

impl<'a> IntoIterator for Entries<'a> {
    type Item = Entry<'a>;
    type IntoIter = std::vec::IntoIter<Entry<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl PartialEq for Entries<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

/// The syntax that created a table; it decides what may be added to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableOrigin {
    /// Its own header.
    Header,
    /// The header of a table inside it.
    Implicit,
    /// A dotted key.
    Dotted,
    /// Braces.
    Inline,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) key_span: Span,
    pub(super) value: Value<'a>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind<'a> {
    Text(Cow<'a, str>),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Datetime(Datetime),
    Array(Vec<Value<'a>>),
    /// In a box, because most values are smaller.
    Table(Box<Table<'a>>),
    /// The tables of `[[headers]]`.
    Tables(Vec<Table<'a>>),
}

impl<'a> Value<'a> {
    pub(super) fn into_table(self) -> Option<Table<'a>> {
        if let Kind::Table(table) = self.kind { Some(*table) } else { None }
    }
}

/// The span of a number that does not fit into 64 bits.
#[derive(Debug)]
pub(super) struct OutOfRange(pub(super) Span);

impl<'a> Table<'a> {
    pub(super) fn new(form: TableOrigin, span: Span) -> Self {
        Self { form, span, has_mistakes: false, lost: Vec::new(), entries: Entries::default() }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.position(key).map(|index| &self.entries[index])
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Entry<'a>> {
        self.entries.position(key).map(|index| &mut self.entries[index])
    }

    /// Converts a table of the `toml` crate, parsed from the part of `text` that begins at `offset`.
    pub(super) fn convert(table: &DeTable<'_>, text: &str, offset: usize) -> Result<Self, OutOfRange> {
        let mut out = Self::new(TableOrigin::Header, Span::new(offset, offset));
        out.entries = entries(table, text, offset)?;
        Ok(out)
    }
}

fn entries(table: &DeTable<'_>, text: &str, offset: usize) -> Result<Entries<'static>, OutOfRange> {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        entries.push(Entry {
            key: Cow::Owned(key.get_ref().clone().into_owned()),
            key_span: shift(key.span(), offset),
            value: convert(value.get_ref(), shift(value.span(), offset), text, offset)?,
        });
    }
    entries.sort_by_key(|entry| entry.key_span);
    Ok(entries.into())
}

fn convert(value: &DeValue<'_>, span: Span, text: &str, offset: usize) -> Result<Value<'static>, OutOfRange> {
    let kind = match value {
        DeValue::String(text) => Kind::Text(Cow::Owned(text.clone().into_owned())),
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
            let form = if is_inline { TableOrigin::Inline } else { TableOrigin::Dotted };
            Kind::Table(Box::new(Table { entries: entries(table, text, offset)?, ..Table::new(form, span) }))
        }
    };
    Ok(Value { kind, span })
}

pub(super) fn shift(span: Range<usize>, offset: usize) -> Span {
    Span::new(span.start + offset, span.end + offset)
}

impl From<Table<'_>> for toml::Table {
    fn from(table: Table<'_>) -> Self {
        fn value(kind: Kind<'_>) -> toml::Value {
            match kind {
                Kind::Text(text) => text.into_owned().into(),
                Kind::Integer(number) => number.into(),
                Kind::Float(number) => number.into(),
                Kind::Boolean(value) => value.into(),
                Kind::Datetime(datetime) => datetime.into(),
                Kind::Array(values) => {
                    values.into_iter().map(|item| value(item.kind)).collect::<Vec<_>>().into()
                }
                Kind::Table(table) => toml::Value::Table((*table).into()),
                Kind::Tables(tables) => tables
                    .into_iter()
                    .map(|table| toml::Value::Table(table.into()))
                    .collect::<Vec<_>>()
                    .into(),
            }
        }
        table.entries.into_iter().map(|entry| (entry.key.into_owned(), value(entry.value.kind))).collect()
    }
}
