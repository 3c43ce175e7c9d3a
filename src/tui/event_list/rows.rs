//! The lines of the event list.

use chrono::NaiveDate;

use super::{Event, EventList, RelativeDate};
use crate::fetch::{OpenError, ScheduleUrl};
use crate::i18n::Message;
use crate::presenter;
use crate::presenter::diagnostic::concise;
use crate::schedule::Summary;
use crate::theme::TextRole;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::{Entry, Line, List};
use kurultai_schedule::model::LanguagePreference;
use kurultai_schedule::text::{SafeText, width, wrap};

/// The largest width of the list, which keeps the dates close to the titles.
pub(in crate::tui) const WIDEST: usize = 120;

impl EventList {
    /// Returns current events, then future ones, the next first, then past ones, the latest first.
    pub(super) fn rows(&self, viewer: &ViewContext, columns: usize) -> List<usize> {
        let columns = columns.min(WIDEST);
        let today = viewer.clock().map(|now| now.date());
        let words = self.words();
        let shown = self.events.iter().enumerate().filter(|(_, event)| event.contains_all(&words));
        let mut shown: Vec<_> = shown.map(|(at, event)| (event.when(today), at, event)).collect();
        shown.sort_by_cached_key(|(when, _, event)| (when.order(), event.path.clone()));
        let mut entries = Vec::new();
        let mut group = None;
        for (when, at, event) in shown {
            let head = when.head();
            if group != Some(head) {
                if group.is_some() {
                    entries.push(Entry::spacer());
                }
                let text = viewer.locale().text(head);
                entries.push(Entry::heading(Line::new(" ", TextRole::Text).add(text, TextRole::Faint)));
                group = Some(head);
            }
            entries.push(Entry::row(at, event.lines(when, viewer, columns)));
        }
        List::new(entries)
    }
}

impl RelativeDate {
    /// Returns the sort key: group, and days from today.
    fn order(self) -> (u8, usize) {
        match self {
            Self::Running { day, .. } => (0, day),
            Self::Upcoming { days } => (1, days),
            Self::Past { days, .. } => (2, days),
            Self::Unknown => (3, 0),
            Self::Unreadable => (4, 0),
        }
    }

    fn head(self) -> Message {
        match self {
            Self::Running { .. } => Message::EventsRunning,
            Self::Upcoming { .. } => Message::EventsUpcoming,
            Self::Past { .. } => Message::EventsPast,
            Self::Unknown => Message::EventsUndated,
            Self::Unreadable => Message::EventsUnreadable,
        }
    }

    /// Returns the text on the right; `None` for past events without a known end.
    fn words(self, viewer: &ViewContext) -> Option<String> {
        let locale = viewer.locale();
        match self {
            Self::Running { day: 1, days: 1 } => Some(locale.text(Message::EventToday)),
            Self::Running { day, days } => Some(presenter::day_of(locale, day, days)),
            Self::Upcoming { days: 1 } => Some(locale.text(Message::EventTomorrow)),
            Self::Upcoming { days } => Some(locale.count(Message::EventInDays, days)),
            Self::Past { is_over: true, .. } => Some(locale.text(Message::EventEnded)),
            Self::Past { is_over: false, .. } | Self::Unknown | Self::Unreadable => None,
        }
    }

    fn role(self) -> TextRole {
        match self {
            Self::Running { .. } => TextRole::Now,
            _ => TextRole::Dim,
        }
    }
}

impl Event {
    fn when(&self, today: Option<NaiveDate>) -> RelativeDate {
        match (&self.summary, today) {
            (Ok(summary), Some(today)) => RelativeDate::of(summary.dates, today),
            (Ok(_), None) | (Err(OpenError::NotFetched(_)), _) => RelativeDate::Unknown,
            (Err(_), _) => RelativeDate::Unreadable,
        }
    }

    fn lines(&self, when: RelativeDate, viewer: &ViewContext, columns: usize) -> Vec<Line> {
        // The file name, or the whole URL.
        let name = match ScheduleUrl::from_path(&self.path) {
            Some(url) => url.into(),
            None => self.path.file_name().unwrap_or_default().to_string_lossy(),
        };
        let path = SafeText::line(&name);
        let room = columns.saturating_sub(2);
        let summary = match &self.summary {
            Ok(summary) => summary,
            Err(OpenError::NotFetched(_)) => {
                let below = viewer.locale().text(Message::EventNotFetched);
                return [first(&path, None, when.role(), room), below_it(&below, TextRole::Dim, room)]
                    .concat();
            }
            Err(error) => {
                let below = error.sentence(viewer.locale());
                return [first(&path, None, when.role(), room), below_it(&below, TextRole::Bad, room)]
                    .concat();
            }
        };
        let reading = summary.reading(viewer.settings.lang.clone());
        let title = summary.title.get(&reading);
        let mut lines = first(title, when.words(viewer), when.role(), room);
        lines.extend(below_it(&facts(summary, &reading, viewer, &path), TextRole::Dim, room));
        if let Some((line, diagnostic)) = &summary.first {
            let count = viewer.locale().count(Message::EventMistakes, summary.mistakes);
            let text = format!("{count}: {}", concise(diagnostic, *line, viewer.locale()));
            lines.extend(below_it(&text, TextRole::Warn, room));
        }
        lines
    }
}

/// Returns the title, with the relative date on the right of its first line.
fn first(title: &str, state: Option<String>, role: TextRole, room: usize) -> Vec<Line> {
    let state = state.unwrap_or_default();
    let beside = if state.is_empty() { 0 } else { width(&state) + 2 };
    let titles = wrap(title, room.saturating_sub(beside).max(1));
    let mut lines: Vec<Line> =
        titles.into_iter().map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Title)).collect();
    if let Some(first) = lines.first_mut().filter(|_| beside > 0) {
        *first = std::mem::take(first).pad_to((room + 1).saturating_sub(width(&state))).add(state, role);
    }
    lines
}

fn below_it(text: &str, role: TextRole, room: usize) -> Vec<Line> {
    let lines = wrap(text, room.saturating_sub(2).max(1)).into_iter();
    lines.map(|line| Line::new("   ", TextRole::Text).add(line, role)).collect()
}

/// Returns dates, city, size, age and file name.
fn facts(summary: &Summary, reading: &LanguagePreference, viewer: &ViewContext, path: &str) -> String {
    let locale = viewer.locale();
    let dates = presenter::dates(locale, summary.dates);
    let city = summary.city.as_ref().map(|city| city.get(reading).to_string());
    let sessions = (summary.sessions > 0).then(|| locale.count(Message::CountSessions, summary.sessions));
    let age = summary.fetched_at.zip(viewer.now).map(|(then, now)| presenter::as_of(locale, then, now));
    let facts = dates.into_iter().chain(city).chain(sessions).chain(age).chain([path.to_owned()]);
    facts.collect::<Vec<_>>().join(" · ")
}
