//! [`Vocabulary`]: what the format of a file calls its tables and keys; it tells a line of the file from a line of prose.

use crate::diagnostic::closest_match;

/// The names of a format.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vocabulary<'a> {
    /// The tables at the top that come once.
    pub(super) tables: &'a [&'a str],
    /// The tables at the top that come in double brackets.
    pub(super) arrays: &'a [&'a str],
    /// The keys of all of them; first those of the top.
    pub(super) keys: &'a [&'a [&'a str]],
    /// The array that another word stands for.
    pub(super) synonym: fn(&str) -> Option<&'static str>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn has_key(&self, name: &str) -> bool {
        self.keys.iter().any(|keys| keys.contains(&name))
    }

    pub(super) fn has_table(&self, name: &str) -> bool {
        self.tables.contains(&name) || self.arrays.contains(&name)
    }

    /// The table that a name was probably meant for: in other capitals, without its plural, or with one slip in a long
    /// word. A short word is another word.
    pub(super) fn guess_table(&self, name: &str) -> Option<&'a str> {
        let is_top = self.keys.first().is_some_and(|keys| keys.contains(&name));
        if self.has_table(name) || is_top {
            return None;
        }
        let lower = name.to_lowercase();
        let is_plural =
            |known: &str| known.strip_suffix('s') == Some(&lower) || lower.strip_suffix('s') == Some(known);
        let is_slip = |known: &str| known.len() > 5 && closest_match(name, [known]).is_some();
        let array = self.arrays.iter().find(|known| lower == **known || is_plural(known) || is_slip(known));
        let known = array.or_else(|| self.tables.iter().find(|known| lower == **known)).copied();
        known.or_else(|| (self.synonym)(name).filter(|meant| self.arrays.contains(meant)))
    }

    /// Whether a line is a header of a known table.
    pub(super) fn has_header(&self, line: &str) -> bool {
        let line = line.trim_start_matches([' ', '\t']);
        let (name, rest) = bare_key(line.trim_start_matches('['));
        line.starts_with('[') && self.has_table(name) && rest.starts_with(['.', ']', ' ', '\t'])
    }

    /// Whether a line is a header of a known table, or begins with a known key and `=` (or the `:` of a slip).
    pub(super) fn is_known_line(&self, line: &str) -> bool {
        // A key may stand in quotes.
        let (name, rest) = bare_key(line.trim_start_matches([' ', '\t', '"', '\'']));
        let is_pair = rest.trim_start_matches([' ', '\t', '"', '\'']).starts_with(['=', ':']);
        (is_pair && self.has_key(name)) || self.has_header(line)
    }

    /// The table that a line without `=` names among brackets of any kind: `agenda]]`, `- [[agenda]]`, `((agenda))`.
    pub(super) fn table_in_brackets(&self, line: &'a str) -> Option<&'a str> {
        let line = line.trim();
        let name = line.trim_matches(|c: char| !c.is_alphanumeric());
        let has_brackets = line.contains(['[', ']', '(', '{', '［', '【']);
        (has_brackets && self.has_table(name)).then_some(name)
    }
}

/// The bare key that a text begins with, and the rest.
pub(super) fn bare_key(text: &str) -> (&str, &str) {
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let end = text.find(|c: char| !is_key(c)).unwrap_or(text.len());
    text.split_at(end)
}
