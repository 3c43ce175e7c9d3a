//! [`EventList`]: the files of `kurultai FOLDER`.

mod rows;

use std::collections::HashMap;
use std::path::PathBuf;

pub(super) use rows::WIDEST;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::view_context::ViewContext;
use super::widget::List;
use crate::fetch::OpenError;
use crate::schedule::{Found, Summary};
use kurultai_schedule::model::{Dates, LocalizedText};
use kurultai_schedule::text::fold;

/// The event list with its filter and selection.
#[derive(Debug, Clone, Default)]
pub(super) struct EventList {
    /// The files and folders to scan.
    pub(super) places: Vec<PathBuf>,
    events: Vec<Event>,
    /// Indices in `found`.
    by_path: HashMap<PathBuf, usize>,
    /// The number of files that are not event files.
    pub(super) other_files: usize,
    pub(super) progress: Progress,
    /// The typed text, which displayed events contain.
    pub(super) filter: String,
    /// An index in `found`.
    selected: Option<usize>,
    /// True if the user selected it; otherwise it is the first one.
    is_chosen: bool,
    /// The first visible line.
    pub(super) top: usize,
    layout_key: Option<Key>,
    pub(super) list: List<usize>,
}

/// The progress of the scan.
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
    summary: Result<Box<Summary>, OpenError>,
    /// The folded text that the filter searches.
    words: String,
    /// True if only the previous scan has found it so far.
    is_stale: bool,
}

/// The inputs from which the lines are laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    width: u16,
    today: Option<NaiveDate>,
    filter: String,
}

/// The dates of an event relative to today, by which the list is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RelativeDate {
    /// It takes place, on this day of `days`.
    Running { day: usize, days: usize },
    /// It begins in `days` days.
    Upcoming { days: usize },
    /// It ended, or began without a known end, `days` days ago.
    Past { days: usize, is_over: bool },
    /// It has no dates.
    Unknown,
    /// The file cannot be read.
    Unreadable,
}

impl RelativeDate {
    fn of(dates: Dates, today: NaiveDate) -> Self {
        let days = |from: NaiveDate, to: NaiveDate| usize::try_from((to - from).num_days()).unwrap_or(0);
        match (dates.start, dates.end) {
            (Some(start), _) if today < start => Self::Upcoming { days: days(today, start) },
            (Some(start), Some(end)) if today <= end => {
                Self::Running { day: days(start, today) + 1, days: days(start, end) + 1 }
            }
            // Without a known end, only the first day is certain.
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

    /// Starts a scan. Keeps known events until it ends.
    pub(super) fn begin(&mut self) {
        self.progress = Progress::Reading;
        self.other_files = 0;
        self.events.iter_mut().for_each(|event| event.is_stale = true);
    }

    /// Ends a scan and removes events that it did not find.
    pub(super) fn finish(&mut self) {
        self.progress = Progress::Done;
        self.layout_key = None;
        let selected = self.selected_path().cloned();
        self.events.retain(|event| !event.is_stale);
        let places = self.events.iter().enumerate().map(|(at, event)| (event.path.clone(), at));
        self.by_path = places.collect();
        self.selected = self.events.iter().position(|event| Some(&event.path) == selected.as_ref());
        self.is_chosen &= self.selected.is_some();
    }

    /// Adds a scanned file.
    pub(super) fn add(&mut self, path: PathBuf, found: Found<OpenError>) {
        let what = match found {
            Found::NotAnEvent => {
                self.other_files += 1;
                return;
            }
            Found::Event(summary) => Ok(summary),
            Found::Unreadable(error) => Err(error),
        };
        self.layout_key = None;
        let event = Event::new(path.clone(), what);
        if let Some(at) = self.by_path.get(&path) {
            self.events[*at] = event;
        } else {
            self.by_path.insert(path, self.events.len());
            self.events.push(event);
        }
    }

    /// Returns the number of readable events.
    pub(super) fn count(&self) -> usize {
        self.events.iter().filter(|event| event.summary.is_ok()).count()
    }

    /// True if there are no events, readable or not.
    pub(super) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    pub(super) fn selected(&self) -> Option<usize> {
        self.selected
    }

    pub(super) fn select(&mut self, selected: Option<usize>) {
        self.is_chosen = selected.is_some();
        self.selected = selected;
    }

    pub(super) fn selected_path(&self) -> Option<&PathBuf> {
        self.events.get(self.selected?).map(|event| &event.path)
    }

    /// Updates the laid-out lines and keeps the selection in view.
    pub(super) fn update_layout(&mut self, viewer: &ViewContext) {
        let Some(layout) = viewer.layout() else { return };
        let key = Key {
            width: layout.body.width.saturating_sub(1),
            today: viewer.clock().map(|now| now.date()),
            filter: self.filter.clone(),
        };
        if self.layout_key.as_ref() != Some(&key) {
            self.list = self.rows(viewer, usize::from(key.width));
            self.layout_key = Some(key);
        }
        if !self.is_chosen {
            self.selected = None;
        }
        self.selected = self.list.step(self.selected, 0);
        self.top = self.list.top_for(self.selected, self.top, layout.body.height.into());
    }

    /// Returns the next midnight, when relative dates change.
    pub(super) fn next_tick(viewer: &ViewContext) -> Option<DateTime<Utc>> {
        let tomorrow = viewer.clock()?.date().checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
        viewer.settings.clock.instant(tomorrow)
    }

    /// Returns the folded words of the filter.
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
        Self { path, summary: what, words: fold(&words), is_stale: false }
    }

    /// True if the title, the city or the file name contains each word, in any language.
    fn contains_all(&self, words: &[String]) -> bool {
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
    fn without_an_end_only_the_first_day_is_certain() {
        let when = |start: Option<u32>, end: Option<u32>, today| {
            RelativeDate::of(Dates { start: start.map(date), end: end.map(date) }, date(today))
        };
        assert_eq!(when(Some(3), Some(4), 1), RelativeDate::Upcoming { days: 2 });
        assert_eq!(when(Some(3), Some(4), 4), RelativeDate::Running { day: 2, days: 2 });
        assert_eq!(when(Some(3), Some(4), 5), RelativeDate::Past { days: 1, is_over: true });
        assert_eq!(when(Some(3), None, 3), RelativeDate::Running { day: 1, days: 1 });
        assert_eq!(when(Some(3), None, 4), RelativeDate::Past { days: 1, is_over: false });
        assert_eq!(when(None, Some(4), 3), RelativeDate::Unknown);
        assert_eq!(when(None, Some(4), 5), RelativeDate::Past { days: 1, is_over: true });
        assert_eq!(when(None, None, 5), RelativeDate::Unknown);
    }
}
