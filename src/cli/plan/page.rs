//! [`Page`]: plain text of a width, in blocks under heads.

use crate::text::{width, wrap};

/// Plain text of a width.
pub(super) struct TextWriter {
    columns: usize,
    pub(super) text: String,
}

/// So far lines stand in below the first one of a block.
const INDENT: &str = "    ";
/// Behind a beginning there are so many columns at least; where there are fewer, it is text like all other.
const LEAST: usize = 20;

impl TextWriter {
    pub(super) fn new(columns: usize) -> Self {
        Self { columns, text: String::new() }
    }

    /// A head with a line under it, and a blank line before it where it is not the first.
    pub(super) fn head(&mut self, head: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let lines = wrap(head, self.columns);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or_default();
        for line in lines.into_iter().chain(["─".repeat(widest)]) {
            self.line("", &line);
        }
    }

    /// A first text, and others standing in below it.
    pub(super) fn block(&mut self, first: &str, others: &[String]) {
        self.row("", first, others);
    }

    /// The same behind a beginning, below which further lines of the first text are left free.
    pub(super) fn row(&mut self, beginning: &str, first: &str, others: &[String]) {
        let mut indent = width(beginning);
        let is_narrow = self.columns < indent + LEAST;
        let text = if is_narrow { format!("{beginning}{first}") } else { first.to_owned() };
        if is_narrow {
            indent = 0;
        }
        let mut before = if is_narrow { String::new() } else { beginning.to_owned() };
        for line in wrap(&text, self.columns.saturating_sub(indent)) {
            self.line(&before, &line);
            before = " ".repeat(indent);
        }
        for other in others {
            for line in wrap(other, self.columns.saturating_sub(INDENT.len()).max(1)) {
                self.line(INDENT, &line);
            }
        }
    }

    fn line(&mut self, indent: &str, line: &str) {
        self.text += format!("{indent}{line}").trim_end();
        self.text.push('\n');
    }
}
