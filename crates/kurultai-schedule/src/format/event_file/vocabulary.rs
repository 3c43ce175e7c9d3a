//! [`Vocabulary`]: the names of tables and keys, which tell TOML lines from prose.

use crate::diagnostic::closest_match;

/// The names of a file format.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vocabulary<'a> {
    /// The tables in single brackets.
    pub(super) tables: &'a [&'a str],
    /// The tables in double brackets.
    pub(super) arrays: &'a [&'a str],
    /// The keys of all tables, those of the top level first.
    pub(super) keys: &'a [&'a [&'a str]],
    /// True if the values of a key have this form: `flag`, `number`.
    pub(super) has_form: fn(&str, &str) -> bool,
    /// Returns the array with this synonym.
    pub(super) synonym: fn(&str) -> Option<&'static str>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn has_key(&self, name: &str) -> bool {
        self.keys.iter().any(|keys| keys.contains(&name))
    }

    pub(super) fn has_table(&self, name: &str) -> bool {
        self.tables.contains(&name) || self.arrays.contains(&name)
    }

    /// Returns the table that a misspelled name probably means: wrong case or number, or one typo in a long
    /// word.
    pub(super) fn guess_table(&self, name: &str) -> Option<&'a str> {
        let is_top = self.keys.first().is_some_and(|keys| keys.contains(&name));
        if self.has_table(name) || is_top {
            return None;
        }
        let lower = name.to_lowercase();
        let is_plural =
            |known: &str| known.strip_suffix('s') == Some(&lower) || lower.strip_suffix('s') == Some(known);
        let is_typo = |known: &str| known.len() > 5 && closest_match(name, [known]).is_some();
        let array = self.arrays.iter().find(|known| lower == **known || is_plural(known) || is_typo(known));
        let known = array.or_else(|| self.tables.iter().find(|known| lower == **known)).copied();
        known.or_else(|| (self.synonym)(name).filter(|array| self.arrays.contains(array)))
    }

    /// True if a line is the header of a known table.
    pub(super) fn has_header(&self, line: &str) -> bool {
        let line = line.trim_start_matches([' ', '\t']);
        let (name, rest) = bare_key(line.trim_start_matches('['));
        line.starts_with('[') && self.has_table(name) && rest.starts_with(['.', ']', ' ', '\t'])
    }

    /// True if a line is the header of a known table, or begins with a known key and `=` or `:`.
    pub(super) fn is_known_line(&self, line: &str) -> bool {
        // A key may be in quotes.
        let (name, rest) = bare_key(line.trim_start_matches([' ', '\t', '"', '\'']));
        let is_pair = rest.trim_start_matches([' ', '\t', '"', '\'']).starts_with(['=', ':']);
        (is_pair && self.has_key(name)) || self.has_header(line)
    }

    /// Returns the table named in brackets of any kind: `agenda]]`, `- [[agenda]]`, `((agenda))`.
    pub(super) fn table_in_brackets(&self, line: &'a str) -> Option<&'a str> {
        let line = line.trim();
        let name = line.trim_matches(|c: char| !c.is_alphanumeric());
        let has_brackets = line.contains(['[', ']', '(', '{', '［', '【']);
        (has_brackets && self.has_table(name)).then_some(name)
    }
}

/// Splits a text after its leading bare key.
pub(super) fn bare_key(text: &str) -> (&str, &str) {
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let end = text.find(|c: char| !is_key(c)).unwrap_or(text.len());
    text.split_at(end)
}
