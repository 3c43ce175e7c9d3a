//! The program of a conference as it was when one last looked, to tell what has changed since.

use super::fields::{Fields, Writer, statements};
use super::{Folders, Identity, StoreError, file, session};
use crate::model::{Conference, Remembered, SessionId};
use crate::text::Clean;

/// The folder, below that of state.
const FOLDER: &str = "seen";

/// A program as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// Its version, in the words of whoever published it.
    pub version: Option<Clean>,
    /// Its sessions, in the order of the program; those that have neither an id nor a name are left out when it is saved.
    pub sessions: Vec<Remembered>,
}

impl Seen {
    /// A program as it is.
    #[must_use]
    pub fn of(conference: &Conference) -> Self {
        let ids = (0..conference.sessions.len()).map(SessionId::new);
        let sessions = ids.map(|id| conference.remember(id)).collect();
        Self { version: conference.version.clone(), sessions }
    }
}

/// The program as it was when it was last saved; `None` where that is not known, which is all that a damaged file is.
#[must_use]
pub fn load(folders: &Folders, conference: &Identity) -> Option<Seen> {
    let content = file::read(&conference.file(&folders.state.join(FOLDER))).ok()?;
    if content.text.is_empty() || !content.is_whole {
        return None;
    }
    read(&content.text)
}

/// Remembers a program as it is now.
///
/// # Errors
/// When the file cannot be written.
pub fn save(folders: &Folders, conference: &Identity, seen: &Seen) -> Result<(), StoreError> {
    let path = conference.file(&folders.state.join(FOLDER));
    let text = write(conference, seen);
    file::update(&path, |_| file::New { text, is_lossy: false, value: () }).map(|_| ())
}

fn read(text: &str) -> Option<Seen> {
    let table: toml::Table = text.parse().ok()?;
    let sessions = table.get("sessions").and_then(toml::Value::as_array);
    let tables = sessions.into_iter().flatten().filter_map(toml::Value::as_table);
    let sessions = tables.filter_map(|table| session::read(&mut Fields::new(table))).collect();
    Some(Seen { version: Fields::new(&table).line("version"), sessions })
}

fn write(conference: &Identity, seen: &Seen) -> String {
    let mut top = Writer::default();
    top.text("conference", Some(&conference.name()));
    top.text("title", conference.title.as_ref());
    top.text("version", seen.version.as_ref());
    let mut text = statements(&top.0);
    for session in &seen.sessions {
        text.push_str("\n[[sessions]]\n");
        text.push_str(&statements(&session::written(session)));
    }
    text
}
