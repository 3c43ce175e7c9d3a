//! Time zones given by the user for schedules without one.

use super::fields::{Fields, Writer, key_lines};
use super::{ConferenceKey, Folders, StoreError, WaitCallback, file};
use kurultai_schedule::text::SafeText;

const FILE: &str = "venues.toml";
/// The largest number of events to remember; the oldest are dropped.
const MAX_ENTRIES: usize = 200;

/// Returns the time zone that the user gave for an event.
#[must_use]
pub fn load(folders: &Folders, event: &ConferenceKey) -> Option<SafeText> {
    let content = file::read(&folders.state.join(FILE)).ok()?;
    read(&content.text).into_iter().rev().find(|(name, _)| event.matches(name)).map(|(_, zone)| zone)
}

/// Saves the time zone of an event.
///
/// # Errors
/// If the file cannot be written.
pub fn save(
    folders: &Folders,
    event: &ConferenceKey,
    zone: &SafeText,
    waits: WaitCallback<'_>,
) -> Result<(), StoreError> {
    let save = |former: &file::Content| {
        let mut venues = read(&former.text);
        venues.retain(|(name, _)| !event.matches(name));
        venues.push((event.name(), zone.clone()));
        let forgotten = venues.len().saturating_sub(MAX_ENTRIES);
        file::NewContent { text: write(&venues[forgotten..]), is_lossy: false, value: () }
    };
    file::update(&folders.state.join(FILE), waits, save).map(|_| ())
}

/// Parses events with their zones, the latest last. A damaged file is treated as empty.
fn read(text: &str) -> Vec<(SafeText, SafeText)> {
    let table: toml::Table = text.parse().unwrap_or_default();
    let venues = table.get("venues").and_then(toml::Value::as_array);
    let tables = venues.into_iter().flatten().filter_map(toml::Value::as_table);
    let known = |table| {
        let mut fields = Fields::new(table);
        Some((fields.line("conference")?, fields.line("timezone")?))
    };
    tables.filter_map(known).collect()
}

fn write(venues: &[(SafeText, SafeText)]) -> String {
    let mut text = String::new();
    for (name, zone) in venues {
        let mut keys = Writer::default();
        keys.text("conference", Some(name));
        keys.text("timezone", Some(zone));
        text.push_str(if text.is_empty() { "[[venues]]\n" } else { "\n[[venues]]\n" });
        text.push_str(&key_lines(&keys.0));
    }
    text
}
