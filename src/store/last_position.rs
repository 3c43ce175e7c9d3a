//! The last position in each conference.

use chrono::NaiveDate;

use super::fields::{Fields, Writer, key_lines};
use super::{ConferenceKey, Folders, NO_CALLBACK, StoreError, file, session};
use kurultai_schedule::model::SessionSnapshot;
use kurultai_schedule::text::SafeText;

const FILE: &str = "places.toml";
/// The largest number of conferences to remember; the oldest are dropped.
const MAX_ENTRIES: usize = 200;

/// A position on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The stored name of the pane.
    pub pane: Option<SafeText>,
    /// The conference day.
    pub day: Option<NaiveDate>,
    /// The selected session.
    pub session: Option<SessionSnapshot>,
}

type Known = (SafeText, Place);

/// Returns the last position in a conference.
#[must_use]
pub fn load(folders: &Folders, conference: &ConferenceKey) -> Option<Place> {
    let content = file::read(&folders.state.join(FILE)).ok()?;
    read(&content.text).into_iter().rev().find(|(name, _)| conference.matches(name)).map(|(_, place)| place)
}

/// Saves the last position in a conference.
///
/// # Errors
/// If the file cannot be written.
pub fn save(folders: &Folders, conference: &ConferenceKey, place: &Place) -> Result<(), StoreError> {
    let save = |former: &file::Content| {
        let mut places = read(&former.text);
        places.retain(|(name, _)| !conference.matches(name));
        places.push((conference.name(), place.clone()));
        let forgotten = places.len().saturating_sub(MAX_ENTRIES);
        file::NewContent { text: write(&places[forgotten..]), is_lossy: false, value: () }
    };
    file::update(&folders.state.join(FILE), NO_CALLBACK, save).map(|_| ())
}

/// Parses positions, the latest last. A damaged file is treated as empty.
fn read(text: &str) -> Vec<Known> {
    let table: toml::Table = text.parse().unwrap_or_default();
    let places = table.get("places").and_then(toml::Value::as_array);
    let tables = places.into_iter().flatten().filter_map(toml::Value::as_table);
    let known = |table| {
        let mut fields = Fields::new(table);
        let place = Place {
            pane: fields.line("pane"),
            day: fields.date("shown_day"),
            session: session::read(&mut fields),
        };
        Some((fields.line("conference")?, place))
    };
    tables.filter_map(known).collect()
}

fn write(places: &[Known]) -> String {
    let mut text = String::new();
    for (name, place) in places {
        let mut keys = Writer::default();
        keys.text("conference", Some(name));
        keys.text("pane", place.pane.as_ref());
        keys.date("shown_day", place.day);
        keys.0.extend(place.session.iter().flat_map(session::key_values));
        text.push_str(if text.is_empty() { "[[places]]\n" } else { "\n[[places]]\n" });
        text.push_str(&key_lines(&keys.0));
    }
    text
}
