//! The library: the paths and URLs of the user's events. It stores no copies.

use std::path::{Path, PathBuf};

use super::conference_key::normalized;
use super::fields::{Fields, KeyValue, Writer};
use super::list_file::{Entry, ListFile, entries};
use super::{Folders, StoreError, StoreWarning, WaitCallback, file};
use crate::fetch::ScheduleUrl;
use kurultai_schedule::format::event_file::{FileVocabulary, quoted};
use kurultai_schedule::text::SafeText;

const FILE: &str = "library.toml";
const LISTS: &[&str] = &["events"];
const NAMES: FileVocabulary<'_> =
    FileVocabulary { tables: &[], arrays: LISTS, keys: &[&["format"], &["path", "title"]] };

/// An event in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The absolute path, or the URL.
    pub path: PathBuf,
    /// The title at the time when it was added.
    pub title: Option<SafeText>,
}

impl Event {
    /// Creates an event; `None` if the path is not UTF-8.
    #[must_use]
    pub fn new(path: &Path, title: Option<SafeText>) -> Option<Self> {
        let path = normalized(path);
        path.to_str().is_some().then_some(Self { path, title })
    }

    /// True if this is the event at a path, resolving symlinks.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        let is_same =
            || self.path.canonicalize().is_ok_and(|own| path.canonicalize().is_ok_and(|path| own == path));
        self.path == normalized(path) || is_same()
    }
}

impl Entry for Event {
    const TABLE: &'static str = "events";

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let title = fields.line("title");
        let path = fields.raw("path").map(PathBuf::from);
        let is_whole = |path: &PathBuf| path.is_absolute() || ScheduleUrl::from_path(path).is_some();
        Some(Self { path: path.filter(is_whole)?, title })
    }

    fn key_values(&self) -> Vec<KeyValue> {
        let mut keys = Writer::default();
        keys.value("path", self.path.to_str().map(quoted));
        keys.text("title", self.title.as_ref());
        keys.0
    }

    fn is_same_entry(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

/// Returns the events in the order in which they were added.
#[must_use]
pub fn load(folders: &Folders) -> (Vec<Event>, Vec<StoreWarning>) {
    let path = folders.data.join(FILE);
    let content = match file::read(&path) {
        Ok(content) => content,
        Err(error) => return (Vec::new(), vec![StoreWarning::Unreadable(error)]),
    };
    let document = ListFile::new(&content.text, NAMES);
    let (events, odd) = document.entries();
    let unreadable = (!content.is_whole).then_some(0);
    let mistake = document.mistake.or(odd).or(unreadable).map(|at| document.line(at));
    let notice =
        mistake.map(|line| StoreWarning::Damaged { path: SafeText::line(&path.to_string_lossy()), line });
    (events, notice.into_iter().collect())
}

/// Adds events. Returns for each if it is new.
///
/// # Errors
/// If the file cannot be read or written. It is then unchanged.
pub fn add(
    folders: &Folders,
    events: &[Event],
    waits: WaitCallback<'_>,
) -> Result<(Vec<bool>, Vec<StoreWarning>), StoreError> {
    update(folders, waits, |known| {
        let mut is_new = Vec::with_capacity(events.len());
        for event in events {
            is_new.push(!known.iter().any(|known| known.is_at(&event.path)));
            if is_new.ends_with(&[true]) {
                known.push(event.clone());
            }
        }
        is_new
    })
}

/// Removes events from the library. Does not delete their files.
///
/// # Errors
/// If the file cannot be read or written. It is then unchanged.
pub fn remove(
    folders: &Folders,
    events: &[Event],
    waits: WaitCallback<'_>,
) -> Result<Vec<StoreWarning>, StoreError> {
    let ((), notices) = update(folders, waits, |known| {
        known.retain(|known| !events.iter().any(|event| event.is_same_entry(known)));
    })?;
    Ok(notices)
}

fn update<T>(
    folders: &Folders,
    waits: WaitCallback<'_>,
    change: impl FnOnce(&mut Vec<Event>) -> T,
) -> Result<(T, Vec<StoreWarning>), StoreError> {
    file::update(&folders.data.join(FILE), waits, |former| {
        let document = ListFile::new(&former.text, NAMES);
        let mut events = document.entries().0;
        let value = change(&mut events);
        let text = format(&events, &document);
        // Editing TOML text can go wrong, so read the result back.
        let is_right = text.parse().is_ok_and(|table| entries::<Event>(&table) == events);
        if is_right {
            return file::NewContent { text, is_lossy: document.mistake.is_some(), value };
        }
        file::NewContent { text: format(&events, &ListFile::new("", NAMES)), is_lossy: true, value }
    })
}

fn format(events: &[Event], former: &ListFile<'_>) -> String {
    let mut rewriting = former.rewrite();
    rewriting.list(events);
    let format = [("format", "1".to_owned())];
    let known: &[KeyValue] = if former.top().contains_key("format") { &format } else { &[] };
    rewriting.finish(known, &format, LISTS)
}
