//! A TOML document with spans.
//!
//! Mirrors the tree of the `toml` crate, with spans relative to the whole file and keys in file order: the
//! language written first is the original language of a text.

use std::collections::HashMap;
use std::ops::{Deref, DerefMut, Range};

use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::diagnostic::Span;

/// A table: the document, `[table]`, `[[array]]`, `{ inline = "table" }`, or the table of a dotted key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub(super) form: TableOrigin,
    /// The span of its header, its braces, or its dotted key.
    pub(super) span: Span,
    /// True if something in it could not be parsed.
    pub(super) has_mistakes: bool,
    /// The keys whose statements could not be parsed; they must not be reported as missing.
    pub(super) lost: Vec<String>,
    pub(super) entries: Entries,
}

/// The entries of a table in the order of the file, with lookup by key in constant time.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries {
    all: Vec<Entry>,
    /// The index of each key; empty for up to [`FEW`] entries.
    indices: HashMap<String, usize>,
}

/// The largest number of entries to search linearly.
const FEW: usize = 16;

impl Entries {
    pub(super) fn push(&mut self, entry: Entry) {
        self.all.push(entry);
        match self.all.len() {
            ..=FEW => {}
            length if self.indices.is_empty() => self.index_keys(0..length),
            length => self.index_keys(length - 1..length),
        }
    }

    /// Removes and returns the entries that satisfy a condition.
    pub(super) fn extract(&mut self, condition: impl Fn(&Entry) -> bool) -> Vec<Entry> {
        let extracted: Vec<Entry> = self.all.extract_if(.., |entry| condition(entry)).collect();
        if !extracted.is_empty() {
            *self = std::mem::take(&mut self.all).into();
        }
        extracted
    }

    /// Returns the index of the first entry with this key.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        if self.indices.is_empty() {
            return self.all.iter().position(|entry| entry.key == key);
        }
        self.indices.get(key).copied()
    }

    fn index_keys(&mut self, range: Range<usize>) {
        for index in range {
            self.indices.entry(self.all[index].key.clone()).or_insert(index);
        }
    }
}

impl From<Vec<Entry>> for Entries {
    fn from(all: Vec<Entry>) -> Self {
        let mut entries = Self { all, indices: HashMap::new() };
        if entries.all.len() > FEW {
            entries.index_keys(0..entries.all.len());
        }
        entries
    }
}

impl Deref for Entries {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.all
    }
}

impl DerefMut for Entries {
    fn deref_mut(&mut self) -> &mut [Entry] {
        &mut self.all
    }
}

impl IntoIterator for Entries {
    type Item = Entry;
    type IntoIter = std::vec::IntoIter<Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl PartialEq for Entries {
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
    /// The tables of `[[headers]]`.
    Tables(Vec<Table>),
}

impl Value {
    pub(super) fn into_table(self) -> Option<Table> {
        if let Kind::Table(table) = self.kind { Some(table) } else { None }
    }
}

/// The span of a number that does not fit into 64 bits.
#[derive(Debug)]
pub(super) struct OutOfRange(pub(super) Span);

impl Table {
    pub(super) fn new(form: TableOrigin, span: Span) -> Self {
        Self { form, span, has_mistakes: false, lost: Vec::new(), entries: Entries::default() }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.position(key).map(|index| &self.entries[index])
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.position(key).map(|index| &mut self.entries[index])
    }

    /// Converts a table of the `toml` crate, parsed from the part of `text` that begins at `offset`.
    pub(super) fn convert(table: &DeTable<'_>, text: &str, offset: usize) -> Result<Self, OutOfRange> {
        let mut out = Self::new(TableOrigin::Header, Span::new(offset, offset));
        out.entries = entries(table, text, offset)?;
        Ok(out)
    }
}

fn entries(table: &DeTable<'_>, text: &str, offset: usize) -> Result<Entries, OutOfRange> {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        entries.push(Entry {
            key: key.get_ref().clone().into_owned(),
            key_span: shift(key.span(), offset),
            value: convert(value.get_ref(), shift(value.span(), offset), text, offset)?,
        });
    }
    entries.sort_by_key(|entry| entry.key_span);
    Ok(entries.into())
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
            let form = if is_inline { TableOrigin::Inline } else { TableOrigin::Dotted };
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
