//! Jumps to a time of the schedule: the current time, or a typed time such as `14:00` or `sun 14:00`.

use chrono::{NaiveDate, NaiveTime};

use super::state::ConferenceState;
use super::{Anchor, Detail, Focus, ListCursor, Pane, PaneItem, Past};
use crate::presenter::Presenter;
use crate::tui::view_context::ViewContext;
use kurultai_schedule::index::{Filter, Query};
use kurultai_schedule::model::{Moment, SessionId, calendar_date};

/// A typed time, and the session to which it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct TimeTarget {
    pub(in crate::tui) date: Option<NaiveDate>,
    pub(in crate::tui) time: NaiveTime,
    day: usize,
    session: SessionId,
}

impl ConferenceState {
    /// Selects the current session that began last, or else the next one. Does nothing outside the days of the schedule.
    pub(in crate::tui) fn go_to_now(&mut self, viewer: &ViewContext) {
        let conference = &self.schedule.conference;
        let (Some(day), Some(now)) = (self.running_day(viewer), viewer.venue_clock(conference)) else {
            return;
        };
        self.day = day;
        let listed = self.schedule.index.days()[day].listed();
        let timed: Vec<SessionId> = listed.filter(|id| self.shows(*id)).collect();
        let when = |id: &SessionId| conference.session(*id).times;
        let running = || timed.iter().filter(|id| when(id).covers(now));
        let last_start = running().filter_map(|id| when(id).start_datetime()).max();
        // The last of them is closest to the line of the current time.
        let next = running()
            .rfind(|id| when(id).start_datetime() == last_start)
            .or_else(|| timed.iter().find(|id| when(id).begins().is_some_and(|start| now.is_before(start))));
        if let Some(id) = next {
            let cursor = ListCursor { selected: Some(PaneItem::Session(*id)), top: 0 };
            self.cursors.set(Pane::AGENDA, day, cursor);
            self.anchor = Some(Anchor::Now);
            self.grid.reset_scroll();
        }
    }

    /// Parses a time with or without a day; `None` if that fails, or if the day has no sessions.
    pub(in crate::tui) fn time_target(&self, text: &str, presenter: &Presenter<'_>) -> Option<TimeTarget> {
        let (day, time) = day_and_time(text)?;
        let days = self.schedule.index.days();
        let is_timed = |at: &usize| days.get(*at).is_some_and(|day| day.listed().next().is_some());
        let at = if day.is_empty() {
            Some(self.day).filter(is_timed).or_else(|| (0..days.len()).find(is_timed))?
        } else {
            self.day_by_name(day).filter(is_timed)?
        };
        let (date, conference) = (days[at].date, &self.schedule.conference);
        let moment = date.map(|date| calendar_date(date, time, conference.day_change).and_time(time));
        let is_from = |id: &&SessionId| {
            let times = presenter.shown(&conference.session(**id).times);
            match (times.start_datetime(), moment) {
                (Some(start), Some(moment)) => start >= moment,
                _ => times.start.is_some_and(|start| start >= time),
            }
        };
        let timed: Vec<SessionId> = days[at].listed().collect();
        let session = timed.iter().find(is_from).or(timed.last())?;
        Some(TimeTarget { date, time, day: at, session: *session })
    }

    /// Returns the index of the day with this name in the query language.
    pub(in crate::tui) fn day_by_name(&self, name: &str) -> Option<usize> {
        let condition = format!("day:\"{}\"", name.replace('"', "")); // not UI text
        let (query, mistakes) = Query::read(&condition);
        let conference = &self.schedule.conference;
        let (filter, unknown) = Filter::new(&query, conference, &self.schedule.index);
        if !mistakes.is_empty() || !unknown.is_empty() {
            return None;
        }
        let circumstances = self.eval_context();
        let found = |id: &SessionId| filter.matches(*id, &circumstances);
        self.schedule.index.days().iter().position(|day| day.timed.iter().any(found))
    }

    /// Selects the first session at or after a time.
    pub(in crate::tui) fn go_to_time(&mut self, target: TimeTarget) {
        self.pane = self.day_pane;
        self.day = target.day;
        self.focus = Focus::List;
        self.detail = Detail::default();
        self.set_cursor(ListCursor { selected: Some(PaneItem::Session(target.session)), top: 0 });
        self.anchor = Some(Anchor::Selected);
        self.grid.reset_scroll();
        self.pin();
    }

    /// Folds or unfolds the sessions that are over, and returns their number; `None` outside the days of the
    /// schedule.
    pub(in crate::tui) fn fold_past(&mut self, viewer: &ViewContext) -> Option<(Past, usize)> {
        let day = self.running_day(viewer)?;
        self.past = if self.past == Past::Folded { Past::Listed } else { Past::Folded };
        self.anchor = Some(Anchor::Now);
        self.refresh();
        let now = viewer.venue_clock(&self.schedule.conference);
        let timed = self.schedule.index.days()[day].listed();
        let folded = timed.filter(|id| self.shows(*id) && self.is_folded(*id, now)).count();
        Some((self.past, folded))
    }

    /// True if a session is folded.
    pub(in crate::tui) fn is_folded(&self, id: SessionId, now: Option<Moment>) -> bool {
        let ends = || self.schedule.conference.session(id).times.finishes();
        self.past == Past::Folded && now.is_some_and(|now| ends().is_some_and(|end| !now.is_before(end)))
    }
}

/// Splits a typed time into the name of the day, which may be empty, and the time of day.
fn day_and_time(text: &str) -> Option<(&str, NaiveTime)> {
    let text = text.trim();
    let (before, last) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
    // `2 pm` consists of two words.
    Some(match (clock_time(last), before.rsplit_once(char::is_whitespace)) {
        (Some(time), _) => (before.trim(), time),
        (None, Some((day, hour))) => (day.trim(), clock_time(&format!("{hour}{last}"))?),
        (None, None) => ("", clock_time(&format!("{before}{last}"))?),
    })
}

/// True if a text ends with a time of day.
pub(super) fn has_time(text: &str) -> bool {
    day_and_time(text).is_some()
}

/// Parses a time of day: `14:00`, `9.30`, `14h`, `14h30`, `2pm`, `2:30pm`.
fn clock_time(text: &str) -> Option<NaiveTime> {
    let text = text.to_lowercase();
    let halves = [("am", 0), ("pm", 12)]; // not UI text
    let half = halves.into_iter().find_map(|(name, hours)| {
        let rest = text.strip_suffix(name)?;
        Some((rest.to_owned(), hours))
    });
    let (clock, afternoon) = match &half {
        Some((clock, hours)) => (clock.as_str(), Some(*hours)),
        None => (text.as_str(), None),
    };
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some((hour, "")) if clock.ends_with('h') => (hour, "00"),
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if afternoon.is_some() => (clock, "00"),
        _ => return None,
    };
    let is_number =
        |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hour) || !is_number(minute) {
        return None;
    }
    let hour: u32 = hour.parse().ok()?;
    let hour = match afternoon {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(hours) => hour % 12 + hours,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_in_common_notations() {
        let read = |text: &str| clock_time(text).map(|time| time.format("%H:%M").to_string());
        for (text, time) in [
            ("14:00", "14:00"),
            ("9:30", "09:30"),
            ("9.30", "09:30"),
            ("14h", "14:00"),
            ("14h30", "14:30"),
            ("2pm", "14:00"),
            ("12am", "00:00"),
            ("12PM", "12:00"),
            ("2:30pm", "14:30"),
        ] {
            assert_eq!(read(text).as_deref(), Some(time), "{text}");
        }
        for text in ["14", "24:00", "9:5", "13pm", "h", "", "rust", "1.105", "0pm", "১৪:০০", "-1:00"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
