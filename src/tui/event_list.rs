//! [`Events`]: the list of events, from which one is opened.

mod rows;

use std::collections::HashMap;
use std::path::PathBuf;

pub(super) use rows::WIDEST;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::view_context::ViewContext;
use super::widget::List;
use crate::fetch::OpenError;
use crate::model::{Dates, LocalizedText};
use crate::schedule::{Found, Summary};
use crate::text::fold;

/// The list of events, and where one is in it.
#[derive(Debug, Clone, Default)]
pub(super) struct EventList {
    /// Where events are looked for: files and folders.
    pub(super) places: Vec<PathBuf>,
    /// What was found so far.
    found: Vec<Event>,
    /// The places in `found`.
    by_path: HashMap<PathBuf, usize>,
    /// How many files of the folders are no events.
    pub(super) others: usize,
    pub(super) progress: Progress,
    /// What is typed: only events that have it are shown.
    pub(super) filter: String,
    /// By its place in `found`.
    selected: Option<usize>,
    /// Whether somebody selected it; until then it is whatever comes first.
    is_chosen: bool,
    /// The first line that is shown.
    pub(super) top: usize,
    arranged_for: Option<Key>,
    pub(super) list: List<usize>,
}

/// How far the looking has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Progress {
    #[default]
    NotBegun,
    Reading,
    Done,
}

/// A file in the list.
#[derive(Debug, Clone)]
struct Event {
    path: PathBuf,
    what: Result<Box<Summary>, OpenError>,
    /// What it is searched by.
    words: String,
    /// Whether it was found when events were looked for before, and not yet again.
    is_stale: bool,
}

/// What the lines of the list depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    width: u16,
    today: Option<NaiveDate>,
    filter: String,
}

/// When an event is, seen from today: the groups of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// It runs, on this day of so many.
    Running { day: usize, days: usize },
    /// It begins in so many days.
    Upcoming { days: usize },
    /// It is over since so many days, or began so long ago and says nothing of its end.
    Past { days: usize, is_over: bool },
    /// It does not say when it is.
    Unknown,
    /// It cannot be read.
    Unreadable,
}

impl When {
    fn of(dates: Dates, today: NaiveDate) -> Self {
        let days = |from: NaiveDate, to: NaiveDate| usize::try_from((to - from).num_days()).unwrap_or(0);
        match (dates.start, dates.end) {
            (Some(start), _) if today < start => Self::Upcoming { days: days(today, start) },
            (Some(start), Some(end)) if today <= end => {
                Self::Running { day: days(start, today) + 1, days: days(start, end) + 1 }
            }
            // Of an end that is not known nothing can be said but that the first day is today.
            (Some(start), None) if today == start => Self::Running { day: 1, days: 1 },
            (_, Some(end)) if today > end => Self::Past { days: days(end, today), is_over: true },
            (Some(start), _) => Self::Past { days: days(start, today), is_over: false },
            (None, _) => Self::Unknown,
        }
    }
}

impl EventList {
    pub(super) fn new(places: Vec<PathBuf>) -> Self {
        Self { places, ..Self::default() }
    }

    /// Events are looked for, perhaps not for the first time: what is known stays until all is known anew.
    pub(super) fn begin(&mut self) {
        self.progress = Progress::Reading;
        self.others = 0;
        self.found.iter_mut().for_each(|event| event.is_stale = true);
    }

    /// Everything was looked into; what was not found again is gone.
    pub(super) fn finish(&mut self) {
        self.progress = Progress::Done;
        self.arranged_for = None;
        let selected = self.selected_path().cloned();
        self.found.retain(|event| !event.is_stale);
        let places = self.found.iter().enumerate().map(|(at, event)| (event.path.clone(), at));
        self.by_path = places.collect();
        self.selected = self.found.iter().position(|event| Some(&event.path) == selected.as_ref());
        self.is_chosen &= self.selected.is_some();
    }

    /// Puts what was found under a path into the list.
    pub(super) fn found(&mut self, path: PathBuf, found: Found<OpenError>) {
        let what = match found {
            Found::NotAnEvent => {
                self.others += 1;
                return;
            }
            Found::Event(summary) => Ok(summary),
            Found::Unreadable(error) => Err(error),
        };
        self.arranged_for = None;
        let event = Event::new(path.clone(), what);
        if let Some(at) = self.by_path.get(&path) {
            self.found[*at] = event;
        } else {
            self.by_path.insert(path, self.found.len());
            self.found.push(event);
        }
    }

    /// How many events are known.
    pub(super) fn count(&self) -> usize {
        self.found.iter().filter(|event| event.what.is_ok()).count()
    }

    /// Whether nothing was found, readable or not.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn selected(&self) -> Option<usize> {
        self.selected
    }

    pub(super) fn select(&mut self, selected: Option<usize>) {
        self.is_chosen = selected.is_some();
        self.selected = selected;
    }

    pub(super) fn selected_path(&self) -> Option<&PathBuf> {
        self.found.get(self.selected?).map(|event| &event.path)
    }

    /// Makes the lines anew if they are no longer right, and keeps the selection in the list and in view.
    pub(super) fn arrange(&mut self, viewer: &ViewContext) {
        let Some(layout) = viewer.layout() else { return };
        let key = Key {
            width: layout.body.width.saturating_sub(1),
            today: viewer.clock().map(|now| now.date()),
            filter: self.filter.clone(),
        };
        if self.arranged_for.as_ref() != Some(&key) {
            self.list = self.rows(viewer, usize::from(key.width));
            self.arranged_for = Some(key);
        }
        if !self.is_chosen {
            self.selected = None;
        }
        self.selected = self.list.step(self.selected, 0);
        self.top = self.list.scroll(self.selected, self.top, layout.body.height.into());
    }

    /// Midnight, when what is upcoming comes nearer.
    pub(super) fn next_tick(viewer: &ViewContext) -> Option<DateTime<Utc>> {
        let tomorrow = viewer.clock()?.date().checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
        viewer.settings.clock.instant(tomorrow)
    }

    /// The words that are typed.
    fn words(&self) -> Vec<String> {
        fold(&self.filter).split_whitespace().map(str::to_owned).collect()
    }
}

impl Event {
    fn new(path: PathBuf, what: Result<Box<Summary>, OpenError>) -> Self {
        let mut words = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Ok(summary) = &what {
            let texts = summary.title.iter().chain(summary.city.iter().flat_map(LocalizedText::iter));
            texts.for_each(|(_, text)| words.extend([" ", text]));
        }
        Self { path, what, words: fold(&words), is_stale: false }
    }

    /// Whether it has every one of these words, in any language, or in the name of its file.
    fn has(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.words.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 2, day).unwrap()
    }

    #[test]
    fn nothing_is_said_of_an_end_that_is_not_known() {
        let when = |start: Option<u32>, end: Option<u32>, today| {
            When::of(Dates { start: start.map(date), end: end.map(date) }, date(today))
        };
        assert_eq!(when(Some(3), Some(4), 1), When::Upcoming { days: 2 });
        assert_eq!(when(Some(3), Some(4), 4), When::Running { day: 2, days: 2 });
        assert_eq!(when(Some(3), Some(4), 5), When::Past { days: 1, is_over: true });
        assert_eq!(when(Some(3), None, 3), When::Running { day: 1, days: 1 });
        assert_eq!(when(Some(3), None, 4), When::Past { days: 1, is_over: false });
        assert_eq!(when(None, Some(4), 3), When::Unknown);
        assert_eq!(when(None, Some(4), 5), When::Past { days: 1, is_over: true });
        assert_eq!(when(None, None, 5), When::Unknown);
    }
}
