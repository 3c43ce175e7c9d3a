//! [`ListFile`]: a TOML file with lists to rewrite. Comments, unknown keys and tables, and entries that this version
//! cannot read are preserved. Parts with syntax errors are rewritten or dropped; the caller keeps a copy of the file.

use std::ops::Range;

use toml::de::DeTable;
use toml_edit::{DocumentMut, Item};

use super::fields::{Fields, KeyValue, key_lines};
use kurultai_schedule::format::event_file::{Block, FileVocabulary, blocks};

/// An entry of a list: a table in double brackets.
pub(super) trait Entry: Clone + PartialEq {
    /// The name of the list.
    const TABLE: &'static str;

    /// Reads an entry; `None` if required keys are missing.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;

    /// Returns its keys in the order of writing.
    fn key_values(&self) -> Vec<KeyValue>;

    /// True if both identify the same thing, so that one replaces the other.
    fn is_same_entry(&self, other: &Self) -> bool;
}

/// A file split at its headers.
pub(super) struct ListFile<'a> {
    text: &'a str,
    parts: Vec<Part>,
    /// The comments after the last statement.
    tail: Range<usize>,
    /// The offset of the first syntax error.
    pub(super) mistake: Option<usize>,
    nothing: toml::Table,
}

/// A header with its statements, or the top of the file.
struct Part {
    path: Vec<String>,
    /// The comments above it that a blank line separates.
    above: Range<usize>,
    /// The range from the comments directly above the header to the last statement, including subtables.
    own: Range<usize>,
    is_double: bool,
    is_whole: bool,
    table: toml::Table,
}

/// A part to keep, with its text.
struct KeptPart {
    at: usize,
    text: String,
}

impl<'a> ListFile<'a> {
    pub(super) fn new(text: &'a str, names: FileVocabulary<'_>) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let blocks = blocks(text, names);
        let mut mistake = blocks.iter().filter_map(|block| block.mistake).min();
        // Conflicts between tables are not reported for any block.
        if mistake.is_none()
            && let Err(error) = DeTable::parse(text)
        {
            mistake = Some(error.span().map_or(0, |span| span.start));
        }
        let mut document = Self {
            text,
            parts: Vec::with_capacity(blocks.len()),
            tail: 0..0,
            mistake,
            nothing: toml::Table::new(),
        };
        let mut end = 0;
        for block in blocks {
            document.add(block, &mut end);
        }
        document.tail = document.close_last(end..text.len())..text.len();
        // In a file without tables, trailing comments belong to the top.
        if let [top] = &mut document.parts[..] {
            (top.own.end, document.tail) = (text.len(), text.len()..text.len());
        }
        document
    }

    fn add(&mut self, block: Block, end: &mut usize) {
        let between = *end..block.span.start;
        *end = block.span.end;
        let is_whole = block.mistake.is_none();
        // A subtable belongs to its entry.
        if block.path.len() > 1
            && let Some(last) = self.parts.last_mut()
            && last.path.first() == block.path.first()
        {
            last.own.end = block.span.end;
            last.is_whole &= is_whole;
            return;
        }
        let above = &self.text[between.clone()];
        let mut start = between.end;
        // Indentation and comments directly above a header belong to it.
        for line in above.split_inclusive('\n').rev() {
            let is_comment = line.trim_start().starts_with('#');
            let is_indent = start == between.end && !line.ends_with('\n');
            if !is_comment && !is_indent {
                break;
            }
            start -= line.len();
        }
        let mut above = between.start..start;
        above.start = self.close_last(above.clone());
        // Everything above the first header belongs to the top.
        if let [top] = &mut self.parts[..] {
            top.own.end = start;
            above.start = start;
        }
        self.parts.push(Part {
            path: block.path,
            above,
            own: start..block.span.end,
            is_double: block.is_double,
            is_whole,
            table: block.table,
        });
    }

    /// Adds the comments directly below the last part to it, and returns the offset after them.
    fn close_last(&mut self, below: Range<usize>) -> usize {
        let Some(last) = self.parts.last_mut() else { return below.start };
        let lines = self.text[below.clone()].split_inclusive('\n');
        let comments: usize = lines.take_while(|line| line.trim_start().starts_with('#')).map(str::len).sum();
        last.own.end = below.start + comments;
        last.own.end
    }

    /// Returns the top-level keys.
    pub(super) fn top(&self) -> &toml::Table {
        self.parts.first().map_or(&self.nothing, |part| &part.table)
    }

    /// Returns the offset of a top-level key.
    pub(super) fn top_key_offset(&self, key: &str) -> usize {
        self.parts.first().map_or(0, |part| key_offset(key, self.text, &part.own))
    }

    /// Returns the line of an offset, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    fn parts_of<T: Entry>(&self) -> impl Iterator<Item = (usize, &Part)> {
        let is_of = |part: &Part| matches!(&part.path[..], [name] if name == T::TABLE) && part.is_double;
        self.parts.iter().enumerate().filter(move |(_, part)| is_of(part))
    }

    /// Returns the readable entries of a list in file order, and the offset of the first unreadable one.
    pub(super) fn entries<T: Entry>(&self) -> (Vec<T>, Option<usize>) {
        let (mut entries, mut mistake) = (Vec::new(), None);
        for (_, part) in self.parts_of::<T>() {
            let mut fields = Fields::new(&part.table);
            let entry = T::read(&mut fields);
            if fields.damaged.is_some() || entry.is_none() {
                let key = fields.damaged.as_deref().unwrap_or_default();
                mistake = mistake.or(Some(key_offset(key, self.text, &part.own)));
            }
            entries.extend(entry);
        }
        // Inline form: `picks = [{ … }]`.
        entries.extend(self::entries::<T>(self.top()));
        (entries, mistake)
    }

    /// Starts a new version of the file.
    pub(super) fn rewrite(&self) -> Rewrite<'_, 'a> {
        Rewrite { former: self, kept: Vec::new(), parts: Vec::new() }
    }
}

/// A new version of a file.
pub(super) struct Rewrite<'d, 'a> {
    former: &'d ListFile<'a>,
    /// The parts to keep.
    kept: Vec<KeptPart>,
    /// All parts of the new file, in order.
    parts: Vec<OutputPart>,
}

/// A part of the new file.
enum OutputPart {
    /// A part of the former file: its index in `kept`.
    Kept(usize),
    /// The text of a new entry.
    New(String),
}

impl Rewrite<'_, '_> {
    /// Adds a list. Unchanged entries keep their text; in changed ones, only the changed keys are rewritten.
    pub(super) fn list<T: Entry>(&mut self, entries: &[T]) {
        let read = |part: &Part| T::read(&mut Fields::new(&part.table));
        let mut known: Vec<(usize, &Part, Option<T>)> =
            self.former.parts_of::<T>().map(|(at, part)| (at, part, read(part))).collect();
        for entry in entries {
            let is_it = |known: &(usize, &Part, Option<T>)| {
                known.2.as_ref().is_some_and(|of| of.is_same_entry(entry))
            };
            let Some(place) = known.iter().position(is_it) else {
                self.parts.push(OutputPart::New(canonical(entry)));
                continue;
            };
            let (at, part, former) = known.remove(place);
            let own = &self.former.text[part.own.clone()];
            let text = match former {
                Some(former) if part.is_whole && former == *entry => Some(own.to_owned()),
                Some(former) if part.is_whole => {
                    edit_keys(own, Some(T::TABLE), &former.key_values(), &entry.key_values())
                }
                _ => None,
            };
            self.keep(at, text.unwrap_or_else(|| canonical(entry)));
        }
        // Unreadable entries may come from a later version of the app.
        for (at, part, former) in known {
            if former.is_none() && part.is_whole {
                self.keep(at, self.former.text[part.own.clone()].to_owned());
            }
        }
    }

    fn keep(&mut self, at: usize, text: String) {
        self.parts.push(OutputPart::Kept(self.kept.len()));
        self.kept.push(KeptPart { at, text });
    }

    /// Assembles the file: top-level keys, lists, other tables.
    pub(super) fn finish(mut self, former: &[KeyValue], top: &[KeyValue], lists: &[&str]) -> String {
        let document = self.former;
        let text_of = |range: &Range<usize>| &document.text[range.clone()];
        let head = match document.parts.first() {
            // Comments at the top describe the file, so keys go below them.
            Some(part) if part.is_whole && part.table.is_empty() => {
                let comments = text_of(&part.own).trim();
                Some(if comments.is_empty() {
                    key_lines(top)
                } else {
                    format!("{comments}\n\n{}", key_lines(top))
                })
            }
            Some(part) if part.is_whole => edit_keys(text_of(&part.own), None, former, top),
            _ => None,
        };
        let mut out = String::new();
        push_part(&mut out, &head.unwrap_or_else(|| key_lines(top)));
        for (at, part) in document.parts.iter().enumerate().skip(1) {
            let is_list =
                part.path.first().is_some_and(|name| lists.contains(&name.as_str())) && part.is_double;
            if !is_list && part.is_whole {
                self.keep(at, text_of(&part.own).to_owned());
            }
        }
        // Separate comments remain even if the part below them is removed.
        let mut above = vec![String::new(); document.parts.len()];
        let mut carried = String::new();
        for (at, part) in document.parts.iter().enumerate() {
            push_part(&mut carried, text_of(&part.above));
            if self.kept.iter().any(|kept| kept.at == at) {
                above[at] = std::mem::take(&mut carried);
            }
        }
        for part in &self.parts {
            match part {
                OutputPart::Kept(at) => {
                    let kept = &self.kept[*at];
                    push_part(&mut out, &above[kept.at]);
                    push_part(&mut out, &kept.text);
                }
                OutputPart::New(text) => push_part(&mut out, text),
            }
        }
        push_part(&mut out, &carried);
        push_part(&mut out, text_of(&document.tail));
        out
    }
}

/// Returns the readable entries of a list in a parsed file.
pub(super) fn entries<T: Entry>(file: &toml::Table) -> Vec<T> {
    let list = file.get(T::TABLE).and_then(toml::Value::as_array);
    let tables = list.into_iter().flatten().filter_map(toml::Value::as_table);
    tables.filter_map(|table| T::read(&mut Fields::new(table))).collect()
}

/// True if an entry survives writing and reading.
pub(super) fn is_writable<T: Entry>(entry: &T) -> bool {
    let table = canonical(entry).parse::<toml::Table>();
    table.is_ok_and(|table| entries::<T>(&table) == std::slice::from_ref(entry))
}

/// Returns the offset of a key in a part, or the start of the part.
fn key_offset(key: &str, text: &str, part: &Range<usize>) -> usize {
    let mut at = part.start;
    for line in text[part.clone()].split_inclusive('\n') {
        let rest = line.trim_start().strip_prefix(key).filter(|_| !key.is_empty());
        if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return at;
        }
        at += line.len();
    }
    part.start
}

/// Appends a part after a blank line.
fn push_part(out: &mut String, part: &str) {
    let part = part.trim_matches(['\n', '\r']).trim_end();
    if part.is_empty() {
        return;
    }
    let length = out.trim_end().len();
    out.truncate(length);
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(part);
    out.push('\n');
}

fn canonical<T: Entry>(entry: &T) -> String {
    format!("[[{}]]\n{}", T::TABLE, key_lines(&entry.key_values()))
}

/// Rewrites changed keys in the text of a part; `None` if it does not parse as expected.
fn edit_keys(text: &str, table: Option<&str>, former: &[KeyValue], now: &[KeyValue]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let keys = match table {
        Some(name) => document.get_mut(name)?.as_array_of_tables_mut()?.get_mut(0)?,
        None => document.as_table_mut(),
    };
    let get = |written: &[KeyValue], key: &str| {
        written.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone())
    };
    for (key, value) in now {
        if get(former, key).as_ref() == Some(value) {
            continue;
        }
        let mut value: toml_edit::Value = value.parse().ok()?;
        match keys.get_mut(key).and_then(Item::as_value_mut) {
            Some(known) => {
                // The decor contains the comment after the value.
                *value.decor_mut() = known.decor().clone();
                *known = value;
            }
            None => {
                keys.insert(key, Item::Value(value));
            }
        }
    }
    for (key, _) in former {
        if get(now, key).is_none() {
            keys.remove(key);
        }
    }
    Some(document.to_string())
}
