//! Splits user-edited TOML files other than the event file at their headers, so that one part can be changed
//! while the rest stays byte for byte. A mistake costs only its own statement, as in the event file.

use super::sections::{Section, sections};
use super::spanned::{Kind, Table};
use super::statements::{StatementKind, statement};
use super::vocabulary::Vocabulary;
use crate::diagnostic::Span;

/// The names of tables and keys in a kind of file.
#[derive(Debug, Clone, Copy)]
pub struct FileVocabulary<'a> {
    /// The tables in single brackets.
    pub tables: &'a [&'a str],
    /// The tables in double brackets.
    pub arrays: &'a [&'a str],
    /// The keys of all tables, those of the top level first.
    pub keys: &'a [&'a [&'a str]],
}

/// A header and the statements under it. The first block is the top of the file, without a header.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The path in its header; empty at the top of the file.
    pub path: Vec<String>,
    /// True if its header is in double brackets.
    pub is_double: bool,
    /// From its header through the line of its last statement. Later comments belong to the next block.
    pub span: Span,
    /// The position of the first mistake.
    pub mistake: Option<usize>,
    /// Everything in it that could be parsed.
    pub table: toml::Table,
}

/// A key with a value, and their positions in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPosition {
    /// The key with its tables, separated by dots.
    pub key: String,
    /// The span of the key.
    pub name: Span,
    /// The span of the value.
    pub value: Span,
    /// The spans of the values of an array.
    pub items: Vec<Span>,
}

/// Returns the positions of all keys in the order of the file; those of tables are left out.
#[must_use]
pub fn positions(text: &str, names: FileVocabulary<'_>) -> Vec<KeyPosition> {
    let mut positions = Vec::new();
    for section in sections(text, vocabulary(names)).0 {
        let path = section.header.map(|header| header.path.join(".")).unwrap_or_default();
        add_positions(&path, &section.body, &mut positions);
    }
    positions
}

fn add_positions(path: &str, table: &Table, positions: &mut Vec<KeyPosition>) {
    for entry in table.entries.iter() {
        let key = if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
        let items = match &entry.value.kind {
            Kind::Table(table) => {
                add_positions(&key, table, positions);
                continue;
            }
            Kind::Array(items) => items.iter().map(|item| item.span).collect(),
            _ => Vec::new(),
        };
        positions.push(KeyPosition { key, name: entry.key_span, value: entry.value.span, items });
    }
}

fn vocabulary(names: FileVocabulary<'_>) -> Vocabulary<'_> {
    Vocabulary {
        tables: names.tables,
        arrays: names.arrays,
        keys: names.keys,
        has_form: |_, _| false,
        synonym: |_| None,
    }
}

/// Splits a text into blocks in the order of the file; never fails.
#[must_use]
pub fn blocks(text: &str, names: FileVocabulary<'_>) -> Vec<Block> {
    let (sections, diagnostics) = sections(text, vocabulary(names));
    let start = |section: &Section| section.header.as_ref().map_or(0, |header| header.span.start);
    let starts: Vec<usize> = sections.iter().map(start).collect();
    let mut blocks = Vec::with_capacity(sections.len());
    for (at, section) in sections.into_iter().enumerate() {
        let (start, limit) = (starts[at], starts.get(at + 1).copied().unwrap_or(text.len()));
        let is_here = |at: &usize| (start..limit).contains(at);
        // The last mistake of a file may be after its last character.
        let is_last = limit == text.len();
        let mistakes = diagnostics.iter().map(|diagnostic| diagnostic.span.start);
        let mistake = mistakes.filter(|at| is_here(at) || (is_last && *at >= limit)).min();
        let header = section.header;
        blocks.push(Block {
            is_double: header.as_ref().is_some_and(|header| header.is_double),
            span: Span::new(start, last_statement(text, start, limit)),
            path: header.map(|header| header.path).unwrap_or_default(),
            mistake,
            table: section.body.into(),
        });
    }
    blocks
}

/// Returns the end of the last statement between two positions. `start` is the beginning of the first
/// statement.
fn last_statement(text: &str, start: usize, limit: usize) -> usize {
    let (mut at, mut end) = (start, start);
    while at < limit {
        let statement = statement(&text[..limit], at);
        at = statement.span.end;
        if statement.kind != StatementKind::Blank {
            end = at;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: FileVocabulary<'_> =
        FileVocabulary { tables: &[], arrays: &["picks", "notes"], keys: &[&["format"], &["title", "text"]] };

    /// Lists the headers of the blocks with their keys; `!` marks a mistake.
    fn read(text: &str) -> Vec<String> {
        let describe = |block: &Block| {
            let keys: Vec<&str> = block.table.keys().map(String::as_str).collect();
            let mark = if block.mistake.is_some() { "!" } else { "" };
            format!("{}{mark}: {}", block.path.join("."), keys.join(" "))
        };
        blocks(text, NAMES).iter().map(describe).collect()
    }

    #[test]
    fn each_header_begins_a_block() {
        let text = "# mine\nformat = 1\n\n# first\n[[picks]]\ntitle = \"\"\"\n[[picks]]\n# a\"\"\" # b\n# tail\n\n[picks.own]\nx = 1\n";
        assert_eq!(read(text), [": format", "picks: title", "picks.own: x"]);
        let spans: Vec<&str> =
            blocks(text, NAMES).iter().map(|block| &text[block.span.start..block.span.end]).collect();
        let pick = "[[picks]]\ntitle = \"\"\"\n[[picks]]\n# a\"\"\" # b\n";
        assert_eq!(spans, ["# mine\nformat = 1\n", pick, "[picks.own]\nx = 1\n"]);
        assert_eq!(read(""), [": "]);
    }

    #[test]
    fn keys_have_positions() {
        let text = "format = 1\n[own]\nx = 'y'\ntext\ntitle = ['a', \"b\"]\nz.w = { v = 2 }\n";
        let lines = positions(text, NAMES).into_iter().map(|position| {
            let at = |span: Span| &text[span.start..span.end];
            let items: Vec<&str> = position.items.iter().map(|item| at(*item)).collect();
            format!("{}: {} = {} {}", position.key, at(position.name), at(position.value), items.join(" "))
        });
        assert_eq!(
            lines.collect::<Vec<_>>(),
            [
                "format: format = 1 ",
                "own.x: x = 'y' ",
                "own.title: title = ['a', \"b\"] 'a' \"b\"",
                "own.z.w.v: v = 2 ",
            ]
        );
    }

    #[test]
    fn a_mistake_costs_its_own_statement() {
        let conflict = "format = 1\n[[picks]]\ntitle = 'a'\n<<<<<<< ours\n[[picks]]\ntitle = 'b'\n=======\n[[picks]]\ntitle = 'c'\n>>>>>>> theirs\n[[notes]]\ntitle = 'd'\ntext = 'x\n[[notes]]\ntitle = 'e'\n";
        let expected =
            [": format", "picks!: title", "picks!: title", "picks!: title", "notes!: title", "notes: title"];
        assert_eq!(read(conflict), expected);
        assert_eq!(read("\0\0\0"), ["!: "]);
        assert_eq!(read("[[picks]\ntitle = 'a'"), [": ", "picks!: title"]);
        assert_eq!(
            read("[[picks]]\ntitle = 'a'\ntext = 'b'\ntitle = 'c'\ntext = 'd'"),
            [": ", "picks: text title", "picks!: text title"]
        );
    }
}
