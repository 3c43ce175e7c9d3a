//! Words that people write instead of the correct ones, from `assets/synonyms.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

const FILE: &str = include_str!("../../assets/synonyms.toml");

/// The contents of the file, which has a comment on each list.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Synonyms {
    pub(super) placeholders: Vec<String>,
    pub(super) all_rooms: Vec<String>,
    pub(super) titles: Vec<String>,
    pub(super) name_separators: Vec<String>,
    pub(super) yes: Vec<String>,
    pub(super) no: Vec<String>,
    pub(super) time_suffixes: Vec<String>,
    pub(super) hours: Vec<String>,
    pub(super) minutes: Vec<String>,
    pub(super) months: Vec<Vec<String>>,
    tables: BTreeMap<String, Vec<String>>,
    values: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    keys: Vec<KeySynonym>,
    pub(super) lines: Vec<SuggestedLine>,
}

#[derive(Debug, Deserialize)]
struct KeySynonym {
    written: Vec<String>,
    suggest: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct SuggestedLine {
    pub(super) written: Vec<String>,
    pub(super) has: String,
    pub(super) write: String,
}

pub(super) static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

pub(super) fn contains(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known == word)
}

fn find(words: &'static BTreeMap<String, Vec<String>>, written: &str) -> Option<&'static str> {
    let written = written.to_lowercase();
    let spaced = written.replace(['_', '-'], " ");
    let has_word = |words: &[String]| contains(words, &written) || contains(words, &spaced);
    words.iter().find(|(_, words)| has_word(words)).map(|(word, _)| word.as_str())
}

/// Returns the key with this synonym.
pub(super) fn key_synonym(written: &str, keys: &[&'static str]) -> Option<&'static str> {
    let written = written.to_lowercase();
    let rows = SYNONYMS.keys.iter().filter(|row| contains(&row.written, &written));
    rows.flat_map(|row| &row.suggest).find_map(|key| keys.iter().find(|known| *known == key).copied())
}

/// Returns the table with this synonym.
pub(super) fn table_synonym(written: &str) -> Option<&'static str> {
    find(&SYNONYMS.tables, written)
}

/// Returns the value of `key` with this synonym.
pub(super) fn value_synonym(key: &str, written: &str) -> Option<&'static str> {
    find(SYNONYMS.values.get(if key == "roles" { "role" } else { key })?, written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::event_file::tables;
    use crate::model::{Kind, Role, Status};

    #[test]
    fn the_file_names_only_tables_keys_and_values_of_the_format() {
        let synonyms: Synonyms = toml::from_str(FILE).unwrap();
        let has_key = |key: &str| tables().any(|(_, keys)| keys.contains(&key));
        let is_table = |name: &String| tables().any(|(table, _)| table == name);
        for key in synonyms.keys.iter().flat_map(|row| &row.suggest) {
            assert!(has_key(key), "{key}");
        }
        for line in &synonyms.lines {
            assert!(has_key(&line.has), "{line:?}");
        }
        for (table, words) in &synonyms.tables {
            assert!(is_table(table), "{table}");
            assert!(!words.iter().any(is_table), "{words:?}");
        }
        let known = [("kind", Kind::KNOWN), ("role", Role::KNOWN), ("status", Status::KNOWN)];
        for (key, words) in &synonyms.values {
            let known = known.iter().find(|(known, _)| known == key).unwrap().1;
            assert!(words.keys().all(|word| known.contains(&word.as_str())), "{key}");
        }
        assert_eq!(synonyms.months.len(), 12);
    }

    #[test]
    fn a_word_of_the_file_has_one_meaning() {
        let synonyms: Synonyms = toml::from_str(FILE).unwrap();
        for lists in std::iter::once(&synonyms.tables).chain(synonyms.values.values()) {
            let mut words: Vec<&String> = lists.values().flatten().collect();
            let count = words.len();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), count, "{words:?}");
            assert!(words.iter().all(|word| word.to_lowercase() == **word), "{words:?}");
        }
    }
}
