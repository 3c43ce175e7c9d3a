//! Suggestions for unknown keys.

use crate::diagnostic::{Diagnostic, closest_match};
use crate::format::event_file::spanned::Entry;
use crate::format::event_file::synonyms::{key_synonym, suggested_line};

/// The length of the longest list of allowed keys in a diagnostic.
const MOST_KEYS: usize = 6;

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
    if related.is_empty() && keys.len() <= MOST_KEYS { keys.to_vec() } else { related }
}
