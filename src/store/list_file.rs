//! [`ListFile`]: a file of the user, of which some lists are read and written anew while all else stays: comments, keys
//! and tables that this program does not know, and entries that it cannot read.

use std::ops::Range;

use toml::de::DeTable;
use toml_edit::{DocumentMut, Item};

use super::fields::{Fields, Written, statements};
use crate::format::event_file::{Block, FileVocabulary, blocks};

/// One thing in a list of a file: a table in double brackets.
pub(super) trait Entry: Clone + PartialEq {
    /// What its table is called.
    const TABLE: &'static str;

    /// Reads it; `None` when what is there is no such thing.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;

    /// Its keys, in the order in which they are written.
    fn written(&self) -> Vec<Written>;

    /// Whether both are about the same thing, so that one takes the place of the other.
    fn is(&self, other: &Self) -> bool;
}

/// A file in parts.
pub(super) struct ListFile<'a> {
    text: &'a str,
    parts: Vec<Part>,
    /// The comments after its last statement.
    tail: Range<usize>,
    /// Where the first thing is that cannot be read.
    pub(super) mistake: Option<usize>,
    nothing: toml::Table,
}

/// A header with what stands under it, or the top of the file.
struct Part {
    path: Vec<String>,
    /// Comments that stand above it and that a blank line parts from it.
    above: Range<usize>,
    /// From the comments right above its header to the end of its last statement, with the tables inside of it.
    own: Range<usize>,
    is_double: bool,
    is_whole: bool,
    table: toml::Table,
}

/// A part that is to be written.
struct Kept {
    at: usize,
    text: String,
}

impl<'a> ListFile<'a> {
    pub(super) fn new(text: &'a str, names: FileVocabulary<'_>) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let blocks = blocks(text, names);
        let mut mistake = blocks.iter().filter_map(|block| block.mistake).min();
        // What TOML forbids across tables is no mistake of one of them.
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
        // Where there is nothing but the top, comments below it are its own.
        if let [top] = &mut document.parts[..] {
            (top.own.end, document.tail) = (text.len(), text.len()..text.len());
        }
        document
    }

    fn add(&mut self, block: Block, end: &mut usize) {
        let between = *end..block.span.start;
        *end = block.span.end;
        let is_whole = block.mistake.is_none();
        // A table inside of an entry belongs to it.
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
        // The blanks before a header, and the comments right above it, are its own.
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
        // What stands above the first header belongs to the file.
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

    /// Gives comments right below a part to it; the rest begins where this says.
    fn close_last(&mut self, below: Range<usize>) -> usize {
        let Some(last) = self.parts.last_mut() else { return below.start };
        let lines = self.text[below.clone()].split_inclusive('\n');
        let comments: usize = lines.take_while(|line| line.trim_start().starts_with('#')).map(str::len).sum();
        last.own.end = below.start + comments;
        last.own.end
    }

    /// The keys at the top of the file.
    pub(super) fn top(&self) -> &toml::Table {
        self.parts.first().map_or(&self.nothing, |part| &part.table)
    }

    /// Where a key at the top of the file stands.
    pub(super) fn place_at_top(&self, key: &str) -> usize {
        self.parts.first().map_or(0, |part| place_of(key, self.text, &part.own))
    }

    /// The line that a place is in, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    fn parts_of<T: Entry>(&self) -> impl Iterator<Item = (usize, &Part)> {
        let is_of = |part: &Part| matches!(&part.path[..], [name] if name == T::TABLE) && part.is_double;
        self.parts.iter().enumerate().filter(move |(_, part)| is_of(part))
    }

    /// The entries of a list that can be read, in the order of the file; and where the first one is in which something
    /// cannot be read.
    pub(super) fn entries<T: Entry>(&self) -> (Vec<T>, Option<usize>) {
        let (mut entries, mut mistake) = (Vec::new(), None);
        for (_, part) in self.parts_of::<T>() {
            let mut fields = Fields::new(&part.table);
            let entry = T::read(&mut fields);
            if fields.damaged.is_some() || entry.is_none() {
                let key = fields.damaged.as_deref().unwrap_or_default();
                mistake = mistake.or(Some(place_of(key, self.text, &part.own)));
            }
            entries.extend(entry);
        }
        // `picks = [{ … }]` is another way to write the same.
        entries.extend(self::entries::<T>(self.top()));
        (entries, mistake)
    }

    /// Begins a file anew in which all lists are still to be written.
    pub(super) fn rewrite(&self) -> Rewrite<'_, 'a> {
        Rewrite { former: self, kept: Vec::new(), lists: Vec::new() }
    }
}

/// A file that is written anew.
pub(super) struct Rewrite<'d, 'a> {
    former: &'d ListFile<'a>,
    /// What of the former file is kept.
    kept: Vec<Kept>,
    /// All entries in their order: the place in `kept`, or a new text.
    lists: Vec<Result<usize, String>>,
}

impl Rewrite<'_, '_> {
    /// Writes a list, in this order. Entries that are in the former file stay as they are there, and of those that are no
    /// longer the same only what has changed is written anew.
    pub(super) fn list<T: Entry>(&mut self, entries: &[T]) {
        let read = |part: &Part| T::read(&mut Fields::new(&part.table));
        let mut known: Vec<(usize, &Part, Option<T>)> =
            self.former.parts_of::<T>().map(|(at, part)| (at, part, read(part))).collect();
        for entry in entries {
            let is_it = |known: &(usize, &Part, Option<T>)| known.2.as_ref().is_some_and(|of| of.is(entry));
            let Some(place) = known.iter().position(is_it) else {
                self.lists.push(Err(canonical(entry)));
                continue;
            };
            let (at, part, former) = known.remove(place);
            let own = &self.former.text[part.own.clone()];
            let text = match former {
                Some(former) if part.is_whole && former == *entry => Some(own.to_owned()),
                Some(former) if part.is_whole => {
                    edited(own, Some(T::TABLE), &former.written(), &entry.written())
                }
                _ => None,
            };
            self.keep(at, text.unwrap_or_else(|| canonical(entry)));
        }
        // What cannot be understood may be understood by a later version, or by whoever wrote it.
        for (at, part, former) in known {
            if former.is_none() && part.is_whole {
                self.keep(at, self.former.text[part.own.clone()].to_owned());
            }
        }
    }

    fn keep(&mut self, at: usize, text: String) {
        self.lists.push(Ok(self.kept.len()));
        self.kept.push(Kept { at, text });
    }

    /// The file: its top with these keys, the lists, and the tables of others.
    pub(super) fn finish(mut self, former: &[Written], top: &[Written], lists: &[&str]) -> String {
        let document = self.former;
        let text_of = |range: &Range<usize>| &document.text[range.clone()];
        let head = match document.parts.first() {
            // Comments at the top are about the file, so its first keys come below them.
            Some(part) if part.is_whole && part.table.is_empty() => {
                let comments = text_of(&part.own).trim();
                Some(if comments.is_empty() {
                    statements(top)
                } else {
                    format!("{comments}\n\n{}", statements(top))
                })
            }
            Some(part) if part.is_whole => edited(text_of(&part.own), None, former, top),
            _ => None,
        };
        let mut out = String::new();
        push(&mut out, &head.unwrap_or_else(|| statements(top)));
        for (at, part) in document.parts.iter().enumerate().skip(1) {
            let is_list =
                part.path.first().is_some_and(|name| lists.contains(&name.as_str())) && part.is_double;
            if !is_list && part.is_whole {
                self.keep(at, text_of(&part.own).to_owned());
            }
        }
        // Comments that stand alone outlive what stood below them.
        let mut above = vec![String::new(); document.parts.len()];
        let mut carried = String::new();
        for (at, part) in document.parts.iter().enumerate() {
            push(&mut carried, text_of(&part.above));
            if self.kept.iter().any(|kept| kept.at == at) {
                above[at] = std::mem::take(&mut carried);
            }
        }
        for entry in &self.lists {
            match entry {
                Ok(place) => {
                    let kept = &self.kept[*place];
                    push(&mut out, &above[kept.at]);
                    push(&mut out, &kept.text);
                }
                Err(text) => push(&mut out, text),
            }
        }
        push(&mut out, &carried);
        push(&mut out, text_of(&document.tail));
        out
    }
}

/// The entries of a list in a file that is whole; those that cannot be understood are left out.
pub(super) fn entries<T: Entry>(file: &toml::Table) -> Vec<T> {
    let list = file.get(T::TABLE).and_then(toml::Value::as_array);
    let tables = list.into_iter().flatten().filter_map(toml::Value::as_table);
    tables.filter_map(|table| T::read(&mut Fields::new(table))).collect()
}

/// True if an entry is read as it was when it is written.
pub(super) fn can_be_written<T: Entry>(entry: &T) -> bool {
    let table = canonical(entry).parse::<toml::Table>();
    table.is_ok_and(|table| entries::<T>(&table) == std::slice::from_ref(entry))
}

/// Where a key stands in a part of a text; where it cannot be found, where the part begins.
fn place_of(key: &str, text: &str, part: &Range<usize>) -> usize {
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

/// Adds a part below a blank line.
fn push(out: &mut String, part: &str) {
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
    format!("[[{}]]\n{}", T::TABLE, statements(&entry.written()))
}

/// A part in which the keys whose values have changed are written anew; `None` when it is not what it seems to be.
fn edited(text: &str, table: Option<&str>, former: &[Written], now: &[Written]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let keys = match table {
        Some(name) => document.get_mut(name)?.as_array_of_tables_mut()?.get_mut(0)?,
        None => document.as_table_mut(),
    };
    let get = |written: &[Written], key: &str| {
        written.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone())
    };
    for (key, value) in now {
        if get(former, key).as_ref() == Some(value) {
            continue;
        }
        let mut value: toml_edit::Value = value.parse().ok()?;
        match keys.get_mut(key).and_then(Item::as_value_mut) {
            Some(known) => {
                // The comment behind a value is part of how it is written.
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
