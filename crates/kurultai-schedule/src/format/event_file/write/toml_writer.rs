//! [`TomlWriter`]: lays out an event file table by table.

use super::context::WriteContext;
use super::text::{block, inline_table, localized_text, quoted, tagged_texts};
use crate::model::LocalizedText;
use crate::text::{Lang, SafeText};

/// The width in characters of the longest list on one line.
const WIDTH: usize = 110;

pub(crate) struct TomlWriter<'a> {
    pub(super) context: &'a WriteContext,
    text: String,
    /// The name of the current table; empty at the top.
    pub(super) table: &'static str,
    /// The index of the record in the current table among those of its type.
    pub(super) index: usize,
    /// The id generated for the record in the current table.
    pub(super) made_id: Option<&'a SafeText>,
    /// The tables for long texts, written after the other keys of the current table.
    below: String,
    /// The entries of the current inline table.
    inline: Option<Vec<String>>,
}

impl<'a> TomlWriter<'a> {
    pub(super) fn new(context: &'a WriteContext) -> Self {
        let (text, below) = (String::new(), String::new());
        Self { context, text, table: "", index: 0, made_id: None, below, inline: None }
    }

    /// Begins the table of a record.
    pub(super) fn begin_table(&mut self, table: &'static str, index: usize) {
        self.end_table();
        (self.table, self.index) = (table, index);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text += &format!("[[{table}]]\n");
    }

    /// Returns the entries that `write` adds as an inline table.
    pub(super) fn inline_table(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let outer = self.inline.replace(Vec::new());
        write(self);
        let entries = std::mem::replace(&mut self.inline, outer).unwrap_or_default();
        inline_table(&entries)
    }

    fn end_table(&mut self) {
        let below = std::mem::take(&mut self.below);
        // A file must not begin with an empty line.
        self.text += if self.text.is_empty() { below.trim_start_matches('\n') } else { &below };
    }

    pub(super) fn finish(mut self) -> String {
        self.end_table();
        self.text
    }

    /// Writes a key with its TOML value, unless that is `None`.
    pub(super) fn put(&mut self, key: &str, value: Option<String>) {
        let Some(entry) = value.map(|value| format!("{key} = {value}")) else { return };
        match &mut self.inline {
            Some(entries) => entries.push(entry),
            None => self.text += &(entry + "\n"),
        }
    }

    /// Writes a key with a list, unless the list is empty.
    pub(super) fn list(&mut self, key: &str, values: &[String]) {
        let line = format!("[{}]", values.join(", "));
        let is_short = values.len() == 1 || key.len() + " = ".len() + line.chars().count() <= WIDTH;
        let lines = || format!("[\n  {},\n]", values.join(",\n  "));
        self.put(key, (!values.is_empty()).then(|| if is_short { line } else { lines() }));
    }

    /// Writes a key with a list; a single value has no brackets.
    pub(super) fn value_or_list(&mut self, key: &str, values: Vec<String>) {
        match <[String; 1]>::try_from(values) {
            Ok([value]) => self.put(key, Some(value)),
            Err(values) => self.list(key, &values),
        }
    }

    /// Writes a text that may have several lines; if it has several languages, it becomes a table.
    pub(super) fn prose_text(&mut self, key: &str, text: &LocalizedText) {
        let is_long = |text: &SafeText| text.contains('\n');
        if !text.iter().any(|(_, text)| is_long(text)) {
            return self.put(key, localized_text(text));
        }
        let parts = tagged_texts(text);
        match &parts[..] {
            [] => return,
            [(None, text)] => return self.put(key, Some(block(text))),
            _ => {}
        }
        let name = if self.table.is_empty() { key.to_owned() } else { format!("{}.{key}", self.table) };
        self.below += &format!("\n[{name}]\n");
        for (lang, text) in parts {
            let text = if is_long(text) { block(text) } else { quoted(text) };
            self.below += &format!("{} = {text}\n", lang.map_or("", Lang::as_str));
        }
    }
}
