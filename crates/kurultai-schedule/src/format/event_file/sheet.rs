//! A spreadsheet (CSV) as an event file: each row is a session, each column a key.
//!
//! The rows become the tables of an event file and are read like one, so that the same words are understood and the
//! same mistakes are reported, here at their cell.

mod cells;
mod values;

use self::cells::{Cell, SEPARATORS, row};
use self::values::{entries, entry};
use super::read::read_document;
use super::record::Record;
use super::spanned::{Kind, Table, TableOrigin};
use super::value_hints::DateOrder;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Source, Span};
use crate::format::Parsed;
use crate::format::synonyms::key_synonym;
use crate::model::Session;
use crate::text::SafeText;

/// A column that is read.
struct Column {
    /// Its position in a row.
    index: usize,
    key: &'static str,
    span: Span,
}

/// Reads a table with a row of column names in any language; `None` for any other text. A column of titles and another
/// known one are needed.
pub(in crate::format) fn read(source: &Source) -> Option<Parsed> {
    let text = source.text();
    let start = text.len() - text.trim_start_matches(['\u{feff}', '\n', '\r']).len();
    let mut sheets = SEPARATORS.into_iter().map(|separator| Sheet::new(text, start, separator));
    let sheet = sheets.find(|sheet| sheet.has("title") && sheet.columns.len() > 1)?;
    Some(sheet.read(source))
}

/// The columns of a table, and the position of its first row.
struct Sheet {
    columns: Vec<Column>,
    diagnostics: Vec<Diagnostic>,
    first_row: usize,
    separator: u8,
}

impl Sheet {
    fn new(text: &str, start: usize, separator: u8) -> Self {
        let (header, first_row) = row(text, start, separator);
        let mut sheet = Self { columns: Vec::new(), diagnostics: Vec::new(), first_row, separator };
        for (index, cell) in header.into_iter().enumerate() {
            match key(&cell.text) {
                // The time zone of each row, which `export --to csv` writes.
                _ if cell.text.is_empty() || cell.text == "clock" => {}
                Some(key) if !sheet.has(key) => sheet.columns.push(Column { index, key, span: cell.span }),
                _ => {
                    let diagnostic = Diagnostic::new(Code::UnknownColumn, cell.span);
                    sheet.diagnostics.push(diagnostic.with("column", MessageArg::text(&cell.text)));
                }
            }
        }
        sheet
    }

    fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|column| column.key == key)
    }

    fn read(self, source: &Source) -> Parsed {
        let text = source.text();
        let mut rows: Vec<(Vec<Cell>, Span)> = Vec::new();
        let mut at = self.first_row;
        while at < text.len() {
            let (cells, next) = row(text, at, self.separator);
            if cells.iter().any(|cell| !cell.text.is_empty()) {
                let end = cells.last().map_or(at, |cell| cell.span.end);
                rows.push((cells, Span::new(at, end)));
            }
            at = next;
        }
        let order = self.date_order(&rows);
        let tables = rows.iter().map(|(cells, span)| self.table(cells, *span, order)).collect();
        let mut root = Table::new(TableOrigin::Header, Span::default());
        root.entries.push(entry("title", Span::default(), Kind::Text(title(source).into()), Span::default()));
        root.entries.push(entry("agenda", Span::default(), Kind::Tables(tables), Span::default()));
        let mut parsed = read_document(root, self.diagnostics, source);
        // A table has no place for the dates of the conference.
        parsed.diagnostics.retain(|diagnostic| diagnostic.code != Code::NoDates);
        parsed
    }

    /// Returns the order of day and month in dates such as `03/04/2027`, if another date of the table shows it.
    fn date_order(&self, rows: &[(Vec<Cell>, Span)]) -> Option<DateOrder> {
        let dates =
            self.columns.iter().filter(|column| ["date", "day", "start", "end"].contains(&column.key));
        let mut cells = dates.flat_map(|column| rows.iter().filter_map(|(cells, _)| cells.get(column.index)));
        cells.find_map(|cell| DateOrder::of(&cell.text))
    }

    fn table(&self, cells: &[Cell], span: Span, order: Option<DateOrder>) -> Table<'static> {
        let mut table = Table::new(TableOrigin::Header, span);
        let has = |key: &str| {
            self.columns.iter().any(|column| {
                column.key == key && cells.get(column.index).is_some_and(|cell| !cell.text.is_empty())
            })
        };
        for column in &self.columns {
            let Some(cell) = cells.get(column.index).filter(|cell| !cell.text.is_empty()) else { continue };
            // Tables often have both; the end is the more exact one.
            let is_second = (column.key == "duration" && has("end")) || (column.key == "day" && has("date"));
            if is_second {
                continue;
            }
            let cell = Cell { text: unescaped(&cell.text).to_owned(), span: cell.span };
            for entry in entries(column.key, column.span, &cell, order) {
                if table.get(&entry.key).is_none() {
                    table.entries.push(entry);
                }
            }
        }
        table
    }
}

/// Returns the key of a session for the name of a column in any language.
fn key(column: &str) -> Option<&'static str> {
    let name = column.to_lowercase().replace([' ', '-'], "_");
    let known = Session::KEYS.iter().find(|key| **key == name).copied();
    let key = known.or_else(|| match name.as_str() {
        "rooms" => Some("room"),
        "time" | "время" | "убактысы" | "uhrzeit" | "zeit" => Some("start"),
        _ => key_synonym(&name, Session::KEYS).or_else(|| key_synonym(&column.to_lowercase(), Session::KEYS)),
    })?;
    // These take tables, which a cell cannot contain.
    (!["links", "attachments", "all_day"].contains(&key)).then_some(key)
}

/// Removes the mark before a text that a spreadsheet would take for a formula.
fn unescaped(text: &str) -> &str {
    let rest = text.strip_prefix('\'').filter(|rest| {
        rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])
    });
    rest.unwrap_or(text)
}

/// Returns the name of the file without its ending.
fn title(source: &Source) -> String {
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    SafeText::line(name).to_string()
}
