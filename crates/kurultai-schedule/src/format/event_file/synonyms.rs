//! Words that people write instead of the correct ones, from `assets/synonyms.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::spanned::{Kind, Value};

const FILE: &str = include_str!("../../../assets/synonyms.toml");

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
    lines: Vec<SuggestedLine>,
}

#[derive(Debug, Deserialize)]
struct KeySynonym {
    written: Vec<String>,
    suggest: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct SuggestedLine {
    written: Vec<String>,
    has: String,
    write: String,
}

pub(super) static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

pub(super) fn contains(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known == word)
}

fn find(words: &'static BTreeMap<String, Vec<String>>, written: &str) -> Option<&'static str> {
    let written = written.to_lowercase();
    words.iter().find(|(_, words)| contains(words, &written)).map(|(word, _)| word.as_str())
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

/// Returns the line to write instead of an unknown key where renaming the key is not enough.
pub(super) fn suggested_line(written: &str, value: &Value, keys: &[&str]) -> Option<String> {
    let written = written.to_lowercase();
    let has = |key: &str| keys.contains(&key);
    let text = match &value.kind {
        Kind::Text(text) if text.len() <= 60 && !text.contains(['"', '\n', '\\']) => text,
        _ => "…",
    };
    let is_time = ["time", "время", "убактысы", "uhrzeit"].contains(&written.as_str());
    if is_time && has("start") && has("room") {
        return Some(match text.split_once(['-', '–']) {
            Some((start, end)) => format!("start = \"{}\"`, `end = \"{}\"", start.trim(), end.trim()),
            None => format!("start = \"{text}\""),
        });
    }
    let role = written.strip_suffix('s').unwrap_or(&written);
    let role = value_synonym("role", role).unwrap_or(role);
    if ["moderator", "chair", "panelist", "host"].contains(&role) && has("people") && has("room") {
        return Some(format!("people = [{{ person = \"{text}\", role = \"{role}\" }}]"));
    }
    let mut lines = SYNONYMS.lines.iter().filter(|line| has(&line.has));
    let line = lines.find(|line| contains(&line.written, &written));
    line.map(|line| line.write.replace("{text}", text)).or_else(|| translated(&written, keys))
}

/// Returns an inline table of languages for a key with a language suffix, such as `title_ky`, or for a
/// language code alone.
fn translated(written: &str, keys: &[&str]) -> Option<String> {
    let (key, lang) = written.rsplit_once(['_', '-']).unwrap_or(("title", written));
    let is_lang = ["ky", "ru", "en", "kg", "kk", "uz", "tr", "de", "fr", "zh"].contains(&lang);
    let key = keys.iter().find(|known| **known == key).filter(|_| is_lang)?;
    Some(format!("{key} = {{ {lang} = \"…\", … = \"…\" }}"))
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::*;
    use crate::model::{Kind, Role, Status};

    #[test]
    fn the_file_names_only_tables_keys_and_values_of_the_format() {
        let synonyms: Synonyms = toml::from_str(FILE).unwrap();
        let has_key = |key: &str| schema::tables().any(|(_, keys)| keys.contains(&key));
        for key in synonyms.keys.iter().flat_map(|row| &row.suggest) {
            assert!(has_key(key), "{key}");
        }
        for line in &synonyms.lines {
            assert!(has_key(&line.has), "{line:?}");
        }
        for (table, words) in &synonyms.tables {
            assert!(schema::ARRAY_NAMES.contains(&table.as_str()), "{table}");
            assert!(words.iter().all(|word| !schema::ARRAY_NAMES.contains(&word.as_str())), "{words:?}");
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
