//! Labels with their values in two columns, and running text.

use super::Line;
use crate::text::{width, wrap};
use crate::theme::Role;

/// Wider than this no text is set, however wide the terminal: eyes lose the line.
pub(in crate::tui) const TEXT_WIDTH: usize = 88;

/// Text of several lines, wrapped.
pub(in crate::tui) fn prose(text: &str, columns: usize, role: Role) -> Vec<Line> {
    wrap(text, columns.min(TEXT_WIDTH)).into_iter().map(|line| Line::new(line, role)).collect()
}

/// Labels, faint and right-aligned, and beside them their values. What is not known has no row.
#[derive(Debug, Default)]
pub(in crate::tui) struct Labels {
    rows: Vec<(String, Vec<(String, Role)>)>,
}

impl Labels {
    /// Adds a row; a value that begins a line of its own is an item of `values`.
    pub(in crate::tui) fn add(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        self.add_as(label, values, Role::Text);
    }

    pub(in crate::tui) fn add_as(
        &mut self,
        label: String,
        values: impl IntoIterator<Item = String>,
        role: Role,
    ) {
        let values: Vec<_> = values.into_iter().map(|value| (value, role)).collect();
        if !values.is_empty() {
            self.rows.push((label, values));
        }
    }

    /// The two columns as lines. Where there is no room for two, each label stands above its values.
    pub(in crate::tui) fn lines(self, columns: usize) -> Vec<Line> {
        let columns = columns.min(TEXT_WIDTH);
        let labels = self.rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let Some(room) = columns.checked_sub(labels + 2).filter(|room| *room >= 16) else {
            return self.stacked(columns);
        };
        let mut lines = Vec::new();
        for (label, values) in self.rows {
            let blanks = " ".repeat(labels - width(&label));
            let mut before = Line::new(blanks, Role::Text).and(label, Role::Faint).and("  ", Role::Text);
            for (value, role) in values {
                for line in wrap(&value, room) {
                    lines.push(before.and(line, role));
                    before = Line::new(" ".repeat(labels + 2), Role::Text);
                }
            }
        }
        lines
    }

    fn stacked(self, columns: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for (label, values) in self.rows {
            lines.extend(wrap(&label, columns).into_iter().map(|line| Line::new(line, Role::Faint)));
            for (value, role) in values {
                let value = wrap(&value, columns.saturating_sub(2));
                lines.extend(value.into_iter().map(|line| Line::new("  ", Role::Text).and(line, role)));
            }
        }
        lines
    }
}
