//! [`TextWriter`]: plain text with headings, wrapped to a width.

use kurultai_schedule::markup;
use kurultai_schedule::text::{width, wrap};

/// Writes plain text, wrapped to a width.
pub(super) struct TextWriter {
    columns: usize,
    pub(super) text: String,
}

/// The indentation of all but the first line of a block.
const INDENT: &str = "    ";
/// The minimum width beside a prefix; below it, the prefix is wrapped with the text.
const LEAST: usize = 20;

impl TextWriter {
    pub(super) fn new(columns: usize) -> Self {
        Self { columns, text: String::new() }
    }

    /// Adds an underlined heading, after a blank line unless it is the first.
    pub(super) fn head(&mut self, head: &str) {
        if !self.text.is_empty() {
            self.blank();
        }
        let lines = wrap(head, self.columns);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or_default();
        for line in lines.into_iter().chain(["─".repeat(widest)]) {
            self.line(&line);
        }
    }

    /// Adds a text, followed by indented texts.
    pub(super) fn block(&mut self, first: &str, others: &[String]) {
        self.row("", first, others);
    }

    /// Adds a text with a prefix and a hanging indent, followed by indented texts.
    pub(super) fn row(&mut self, prefix: &str, first: &str, others: &[String]) {
        if self.columns < width(prefix) + LEAST {
            self.hanging("", &format!("{prefix}{first}"));
        } else {
            self.hanging(prefix, first);
        }
        for other in others {
            for line in wrap(other, self.columns.saturating_sub(INDENT.len()).max(1)) {
                self.line(&format!("{INDENT}{line}"));
            }
        }
    }

    /// Adds a text with a prefix and a hanging indent.
    pub(super) fn hanging(&mut self, prefix: &str, text: &str) {
        let indent = width(prefix);
        let mut before = prefix.to_owned();
        for line in wrap(text, self.columns.saturating_sub(indent).max(1)) {
            self.line(&format!("{before}{line}"));
            before = " ".repeat(indent);
        }
    }

    /// Adds an indented description as plain text, without markup.
    pub(super) fn prose(&mut self, indent: &str, text: &str) {
        for line in markup::read(text).plain(self.columns.saturating_sub(width(indent)).max(1)) {
            self.line(&format!("{indent}{line}"));
        }
    }

    pub(super) fn line(&mut self, line: &str) {
        self.text += line.trim_end();
        self.text.push('\n');
    }

    pub(super) fn blank(&mut self) {
        self.line("");
    }
}
