//! Suggestions for unknown keys.

use crate::diagnostic::{Diagnostic, closest_match};
use crate::format::event_file::spanned::{Entry, Kind, Value};
use crate::format::synonyms::{SYNONYMS, contains, key_synonym, value_synonym};

/// The length of the longest list of allowed keys in a diagnostic.
const MAX_KEYS: usize = 6;

/// Adds the closest key to the diagnostic of an unknown key, or else the keys of a small table.
pub(crate) fn suggest_key(diagnostic: Diagnostic, entry: &Entry, keys: &[&'static str]) -> Diagnostic {
    if let Some(line) = suggested_line(&entry.key, &entry.value, keys) {
        return diagnostic.replacement(&line);
    }
    let similar = key_synonym(&entry.key, keys).or_else(|| closest_match(&entry.key, keys.iter().copied()));
    if similar.is_some() {
        return diagnostic.meant(similar);
    }
    let allowed = related_keys(&entry.key, keys);
    if allowed.is_empty() { diagnostic } else { diagnostic.allowed_values(&allowed) }
}

/// Returns the keys for pictures or pages if the unknown key resembles one, or else all keys of a small
/// table.
fn related_keys(written: &str, keys: &[&'static str]) -> Vec<&'static str> {
    const PICTURES: &[&str] = &["photo", "picture", "image", "logo", "foto", "img", "icon", "portrait"];
    const PAGES: &[&str] =
        &["url", "website", "homepage", "web", "site", "page", "link", "www", "email", "mail", "phone"];
    let written = written.to_lowercase();
    let related: &[&str] = match written.as_str() {
        word if PICTURES.contains(&word) => &["avatar", "url", "links"],
        word if PAGES.contains(&word) => &["url", "contact", "links"],
        _ => &[],
    };
    let related: Vec<&'static str> = related.iter().copied().filter(|key| keys.contains(key)).collect();
    if related.is_empty() && keys.len() <= MAX_KEYS { keys.to_vec() } else { related }
}

/// Returns the line to write instead of an unknown key where renaming the key is not enough.
fn suggested_line(written: &str, value: &Value, keys: &[&str]) -> Option<String> {
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
