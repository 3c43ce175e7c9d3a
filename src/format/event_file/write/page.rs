//! [`Page`]: the text of an event file, table by table, and the values in it.

use super::text::{block, quoted};
use crate::model::{Link, LocalizedText};
use crate::text::{Lang, SafeText};

/// A list that is longer than this has a line for each of its values.
const WIDTH: usize = 110;

/// An event file that is being written.
pub(super) struct TomlWriter {
    text: String,
    /// The name of the table that is being written; empty at the top.
    table: &'static str,
    /// The tables of long texts, which stand below the other keys of their table.
    below: String,
}

impl TomlWriter {
    pub(super) fn new() -> Self {
        Self { text: String::new(), table: "", below: String::new() }
    }

    /// Begins one of many tables.
    pub(super) fn table(&mut self, name: &'static str) {
        self.end_table();
        self.table = name;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text += &format!("[[{name}]]\n");
    }

    fn end_table(&mut self) {
        let below = std::mem::take(&mut self.below);
        // A file does not begin with an empty line.
        self.text += if self.text.is_empty() { below.trim_start_matches('\n') } else { &below };
    }

    /// The whole file.
    pub(super) fn end(mut self) -> String {
        self.end_table();
        self.text
    }

    /// A key with its value, if that is known.
    pub(super) fn put(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value {
            self.text += &format!("{key} = {value}\n");
        }
    }

    /// A key with a list, if there is anything in it.
    pub(super) fn list(&mut self, key: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        let line = format!("{key} = [{}]", values.join(", "));
        if values.len() == 1 || line.chars().count() <= WIDTH {
            self.text += &line;
        } else {
            self.text += &format!("{key} = [\n");
            for value in values {
                self.text += &format!("  {value},\n");
            }
            self.text.push(']');
        }
        self.text.push('\n');
    }

    /// The same of a list whose only value stands without brackets.
    pub(super) fn one_or_list(&mut self, key: &str, values: Vec<String>) {
        match <[String; 1]>::try_from(values) {
            Ok([value]) => self.put(key, Some(value)),
            Err(values) => self.list(key, &values),
        }
    }

    /// A key with a text that may have several lines. In several languages these have a table of their own.
    pub(super) fn prose(&mut self, key: &str, written: Option<&LocalizedText>) {
        let is_long = |text: &SafeText| text.contains('\n');
        let long = written.filter(|texts| texts.iter().any(|(_, text)| is_long(text)));
        let Some(long) = long else { return self.put(key, texts(written)) };
        let parts = parts(long);
        match &parts[..] {
            [] => return,
            [(None, text)] => return self.put(key, Some(block(text))),
            _ => {}
        }
        let name =
            [self.table, key].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
        self.below += &format!("\n[{name}]\n");
        for (lang, text) in parts {
            let text = if is_long(text) { block(text) } else { quoted(text) };
            self.below += &format!("{} = {text}\n", lang.map_or("", Lang::as_str));
        }
    }
}

/// A text in no particular language.
pub(super) fn text(text: Option<&SafeText>) -> Option<String> {
    text.filter(|text| says_something(text)).map(|text| quoted(text))
}

/// A text of one line, in one language or several.
pub(super) fn texts(texts: Option<&LocalizedText>) -> Option<String> {
    let parts = parts(texts?);
    match &parts[..] {
        [] => None,
        [(None, text)] => Some(quoted(text)),
        _ => {
            Some(inline(parts.iter().map(|(lang, text)| (lang.map_or("", Lang::as_str), Some(quoted(text))))))
        }
    }
}

/// What can be written of a text: in each language once, and nothing that is empty.
fn parts(texts: &LocalizedText) -> Vec<(Option<&Lang>, &SafeText)> {
    let mut parts: Vec<(Option<&Lang>, &SafeText)> = Vec::new();
    for (lang, text) in texts.iter() {
        let is_free = parts.iter().all(|(known, _)| *known != lang);
        if is_free && says_something(text) {
            parts.push((lang, text));
        }
    }
    parts
}

fn says_something(text: &SafeText) -> bool {
    !text.trim().is_empty()
}

/// A table on one line.
pub(super) fn inline<'a>(entries: impl IntoIterator<Item = (&'a str, Option<String>)>) -> String {
    let known = entries.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}", value?)));
    let known: Vec<String> = known.collect();
    if known.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", known.join(", ")) }
}

/// An address, if readers of the file take it for one.
pub(super) fn address(url: Option<&SafeText>) -> Option<String> {
    url.filter(|url| crate::format::event_file::table_reader::is_shown(url)).map(|url| quoted(url))
}

/// Links: those without a label are their address alone.
pub(super) fn links(links: &[Link]) -> Vec<String> {
    let one = |link: &Link| {
        let url = address(Some(&link.url))?;
        match texts(link.label.as_ref()) {
            None => Some(url),
            label => Some(inline([("label", label), ("url", Some(url))])),
        }
    };
    links.iter().filter_map(one).collect()
}
