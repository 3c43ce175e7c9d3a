//! Parses `agenda = [{ … }, { … }]` if one of the tables has a mistake.

use toml::de::DeTable;

use super::explain::explain_value;
use super::spanned::{Entry, Kind, Table, Value, shift};
use super::statements::Statement;
use super::vocabulary::{Vocabulary, bare_key};
use crate::diagnostic::{Diagnostic, Span};

/// Returns the array without the keys that cannot be parsed, and one diagnostic per faulty table. `None` if
/// the format has no such array.
pub(super) fn parse_partial_array(
    text: &str,
    statement: &Statement,
    known: Vocabulary<'_>,
) -> Option<(Table<'static>, Vec<Diagnostic>)> {
    let start = statement.span.start;
    // Only arrays of the format are worth parsing in part.
    if !known.arrays.contains(&bare_key(text[start..].trim_start_matches(['"', '\''])).0) {
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(&text[start..statement.span.end]);
    let errors: Vec<(Span, &str)> =
        errors.iter().filter_map(|error| Some((shift(error.span()?, start), error.message()))).collect();
    let mut table = Table::convert(table.get_ref(), text, start).ok()?;
    let [Entry { key, value: Value { kind: Kind::Array(values), .. }, .. }] = &mut table.entries[..] else {
        return None;
    };
    if !known.arrays.contains(&&**key) || !values.iter().all(|value| matches!(value.kind, Kind::Table(_))) {
        return None;
    }
    let mut diagnostics = Vec::new();
    for value in values {
        let Kind::Table(table) = &mut value.kind else { continue };
        let inside = |span: &Span| value.span.start <= span.start && span.end <= value.span.end;
        let mut table_errors: Vec<_> = errors.iter().filter(|(span, _)| inside(span)).collect();
        table_errors.sort();
        let Some((span, message)) = table_errors.first() else { continue };
        table.has_mistakes = true;
        let is_broken = |entry: &Entry| {
            let is_in =
                |span: &Span| entry.key_span.start <= span.start && span.start <= entry.value.span.end;
            table_errors.iter().any(|(span, _)| is_in(span))
        };
        let broken = table.entries.extract(is_broken);
        let broken: Vec<String> = broken.into_iter().map(|entry| entry.key.into_owned()).collect();
        let key = broken.first().map(String::as_str).unwrap_or_default();
        diagnostics.push(explain_value(text, key, *span, message));
        table.lost.extend(broken);
    }
    // With a mistake between the tables, none of them can be trusted.
    (!diagnostics.is_empty()).then_some((table, diagnostics))
}
