//! [`Page`]: plain text of a width, in blocks under heads.

use crate::text::{width, wrap};

/// Plain text of a width.
pub(super) struct Page {
    pub(super) columns: usize,
    pub(super) text: String,
}

/// So far lines stand in below the first one of a block.
const INDENT: &str = "    ";

impl Page {
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
        for line in wrap(first, self.columns) {
            self.line("", &line);
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
