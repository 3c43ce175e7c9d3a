//! Where one was in each conference, so that it opens where it was left.

use chrono::NaiveDate;

use super::fields::{Fields, Writer, statements};
use super::{ConferenceKey, Folders, IN_SILENCE, StoreError, file, session};
use crate::model::SessionSnapshot;
use crate::text::SafeText;

/// The file, in the folder of state.
const FILE: &str = "places.toml";
/// So many conferences are remembered, those that were left last.
const MOST: usize = 200;

/// Where one was in a conference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The pane, by a word of the screen's own.
    pub pane: Option<SafeText>,
    /// The program day.
    pub day: Option<NaiveDate>,
    /// The session that was selected.
    pub session: Option<SessionSnapshot>,
}

/// A place with the conference that it is in.
type Known = (SafeText, Place);

/// Where one was in a conference; `None` where that is not known.
#[must_use]
pub fn load(folders: &Folders, conference: &ConferenceKey) -> Option<Place> {
    let content = file::read(&folders.state.join(FILE)).ok()?;
    read(&content.text).into_iter().rev().find(|(name, _)| conference.is(name)).map(|(_, place)| place)
}

/// Remembers where one is in a conference. Of too many, those that were left longest ago are forgotten.
///
/// # Errors
/// When the file cannot be written.
pub fn save(folders: &Folders, conference: &ConferenceKey, place: &Place) -> Result<(), StoreError> {
    let save = |former: &file::Content| {
        let mut places = read(&former.text);
        places.retain(|(name, _)| !conference.is(name));
        places.push((conference.name(), place.clone()));
        let forgotten = places.len().saturating_sub(MOST);
        file::NewContent { text: write(&places[forgotten..]), is_lossy: false, value: () }
    };
    file::update(&folders.state.join(FILE), IN_SILENCE, save).map(|_| ())
}

/// The places, that of the conference that was left last at the end. Of a damaged file nothing is known.
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
        keys.0.extend(place.session.iter().flat_map(session::written));
        text.push_str(if text.is_empty() { "[[places]]\n" } else { "\n[[places]]\n" });
        text.push_str(&statements(&keys.0));
    }
    text
}
