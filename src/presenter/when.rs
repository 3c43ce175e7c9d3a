//! Formats times of sessions, in the venue's time zone or the viewer's.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

use super::{Clocks, Presenter, day_of};
use crate::i18n::{Message, MessageArg};
use kurultai_schedule::model::{
    ClockFrom, Moment, SessionId, Times, ViewerTimeZone, Zone, offset_label, schedule_day,
};

impl Presenter<'_> {
    /// Converts times to the displayed time zone. Keeps the conference day unless [`Clocks::moves_days`] is
    /// set, and keeps times without a known instant.
    #[must_use]
    pub fn shown(&self, times: &Times) -> Times {
        match self.clocks {
            Some(Clocks { own, shows_own: true, .. }) => self.convert(own, times).unwrap_or(*times),
            _ => *times,
        }
    }

    fn convert(&self, own: ViewerTimeZone, times: &Times) -> Option<Times> {
        let instant = self.conference.starts_at(times)?;
        let shown = times.starting_at(instant, own.zone(), own.zone().offset(instant)?);
        let moves_days = self.clocks.is_some_and(|clocks| clocks.moves_days);
        let day = if moves_days { shown.date } else { times.day };
        Some(Times { day, ..shown })
    }

    /// True if times are displayed in the viewer's time zone, but these cannot be converted.
    #[must_use]
    pub fn stays_at_venue(&self, times: &Times) -> bool {
        let shows_own = self.clocks.is_some_and(|clocks| clocks.shows_own);
        shows_own && times.start.is_some() && !times.all_day && self.conference.starts_at(times).is_none()
    }

    /// Formats the difference between calendar day and conference day: `+1`, `-1`, or empty.
    #[must_use]
    pub fn day_mark(times: &Times) -> String {
        match times.days_after() {
            0 => String::new(),
            days => format!("{days:+}"),
        }
    }

    /// Formats the time of day: `09:30–09:50`, `09:30 –`, with `+1` after midnight.
    #[must_use]
    pub fn time_of_day(&self, times: &Times) -> Option<String> {
        let clock = self.clock_of(times);
        let parts = self.format_times(&self.shown(times)).into_iter().chain(clock);
        Some(parts.collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
    }

    /// Formats the time of a session in the list of a day: `until 18:00` or `until Sun 18:00` if it began on
    /// an earlier day.
    #[must_use]
    pub fn time_on(&self, day: Option<NaiveDate>, times: &Times) -> Option<String> {
        let Some(day) = self.later_day(day, times) else { return self.time_of_day(times) };
        let parts = self.until_on(day, times).into_iter().chain(self.clock_of(times));
        Some(parts.collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
    }

    /// Formats the end of a session that runs on a day: `until 18:00`, or `until Sun 18:00` if it ends on a
    /// later day.
    #[must_use]
    pub fn until_on(&self, day: NaiveDate, times: &Times) -> Option<String> {
        let shown = self.shown(times);
        let last = shown.final_day(self.conference.day_change).filter(|last| *last > day);
        match last.and(shown.end_datetime()) {
            Some(end) => Some(self.until(&self.end_on(day, end))),
            None => shown.end().map(|end| self.until(&self.locale.time(end))),
        }
    }

    /// Returns the day if a session that began on an earlier day has a time of day on it: its end.
    #[must_use]
    pub fn later_day(&self, day: Option<NaiveDate>, times: &Times) -> Option<NaiveDate> {
        let first = self.shown(times).day?;
        day.filter(|day| first < *day && !times.all_day && times.start.is_some() && times.duration.is_some())
    }

    /// Returns the schedule day at a moment in the venue's time zone.
    #[must_use]
    pub fn schedule_day(&self, moment: Moment) -> NaiveDate {
        schedule_day(moment.clock.date(), moment.clock.time(), self.conference.day_change)
    }

    /// Formats an end on a later day: `Sun 18:00`, or `Sun 2 Feb 18:00` if that is a week away.
    #[must_use]
    pub fn end_on(&self, day: NaiveDate, end: NaiveDateTime) -> String {
        let is_near = (end.date() - day).num_days() < 7;
        let date =
            if is_near { self.locale.weekday(end.date()) } else { self.locale.weekday_day(end.date()) };
        format!("{date} {}", self.locale.time(end.time()))
    }

    /// Formats the time zone of a session, if sessions are in several: `UTC+2`.
    #[must_use]
    pub fn clock_of(&self, times: &Times) -> Option<String> {
        let shows_own = self.clocks.is_some_and(|clocks| clocks.shows_own);
        if shows_own || times.start.is_none() || !self.index.has_several_clocks() {
            return None;
        }
        Some(times.offset.map_or_else(|| self.word(Message::VenueTime), offset_label))
    }

    /// Formats the duration, unless the time of day already includes several days.
    #[must_use]
    pub fn length(&self, times: &Times) -> Option<String> {
        let length = times.duration.filter(|_| times.last_day().is_none())?;
        Some(self.locale.duration(length))
    }

    /// Formats several whole days: `2–4 Oct`.
    fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return format!("{}–{}", first.day(), self.locale.day_month(last));
        }
        format!("{} – {}", self.locale.day_month(first), self.locale.day_month(last))
    }

    fn format_times(&self, times: &Times) -> Option<String> {
        let time = |time| self.locale.time(time);
        let text = match (times.start, times.end()) {
            _ if times.all_day => match times.day.zip(times.last_day()) {
                Some((first, last)) => return Some(self.days(first, last)),
                None => self.word(Message::AllDay),
            },
            // An end on another day must include that day.
            (Some(start), Some(end)) if times.duration.is_some_and(|length| length >= TimeDelta::days(1)) => {
                let day = times.end_datetime().map(|end| self.locale.weekday_day(end.date()));
                format!("{}–{} {}", time(start), day.unwrap_or_default(), time(end))
            }
            (Some(start), Some(end)) => format!("{}–{}", time(start), time(end)),
            (Some(start), None) => format!("{} –", time(start)),
            (None, Some(end)) => format!("– {}", time(end)),
            (None, None) => return None,
        };
        let mark = Self::day_mark(times);
        Some(if mark.is_empty() { text } else { format!("{text} {mark}") })
    }

    /// Formats day, time and duration: `Sat 1 Feb, 09:30–09:50 (20 min)`.
    #[must_use]
    pub fn when(&self, times: &Times) -> Option<String> {
        // For several days, the time includes them.
        let day = self.shown(times).day.filter(|_| times.last_day().is_none());
        let day = day.map(|day| self.locale.weekday_day(day));
        let parts: Vec<String> = day.into_iter().chain(self.time_of_day(times)).collect();
        let length = self.length(times);
        match (parts.is_empty(), length) {
            (true, length) => length,
            (false, Some(length)) => Some(format!("{} ({length})", parts.join(", "))),
            (false, None) => Some(parts.join(", ")),
        }
    }

    /// Formats the time in the other of the two time zones, if it differs: `14:30–14:50, Bishkek time`.
    #[must_use]
    pub fn other_clock_time(&self, times: &Times) -> Option<String> {
        let Clocks { own, shows_own, .. } = self.clocks?;
        let by_own = self
            .convert(own, times)
            .filter(|by_own| (by_own.start, by_own.date) != (times.start, times.date))?;
        let other = if shows_own {
            let own = times.offset.filter(|_| self.index.has_several_clocks());
            (self.format_times(times), own.map_or_else(|| self.venue_clock(), offset_label))
        } else {
            (self.format_times(&by_own), self.own_clock(own))
        };
        Some(format!("{}, {}", other.0?, other.1))
    }

    /// Formats day and start: `Sat 1 Feb 09:30`; empty if unknown.
    #[must_use]
    pub fn day_and_start(&self, id: SessionId) -> String {
        let times = &self.conference.session(id).times;
        let day = self.shown(times).day;
        let day = day.map(|day| self.locale.weekday_day(day));
        let parts = day.into_iter().chain(Some(self.start_of(times)).filter(|start| !start.is_empty()));
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Formats weekday and start: `Sat 09:30`; with the date if the conference is longer than a week.
    #[must_use]
    pub fn short_start(&self, id: SessionId) -> String {
        let days = self.index.days();
        let dates = || days.iter().filter_map(|day| day.date);
        let is_long =
            dates().min().zip(dates().max()).is_some_and(|(first, last)| (last - first).num_days() > 6);
        if is_long {
            return self.day_and_start(id);
        }
        let day = self.shown(&self.conference.session(id).times).day.filter(|_| days.len() > 1);
        let parts = [day.map(|day| self.locale.weekday(day)), Some(self.start(id))];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Formats the start of a session; empty if unknown.
    #[must_use]
    pub fn start(&self, id: SessionId) -> String {
        self.start_of(&self.conference.session(id).times)
    }

    /// Formats the start, with the time zone if sessions are in several; empty if unknown.
    pub(super) fn start_of(&self, times: &Times) -> String {
        let start = self.shown(times).start.map(|start| self.locale.time(start));
        start.into_iter().chain(self.clock_of(times)).collect::<Vec<_>>().join(" ")
    }

    /// Formats an end: `until 13:50`.
    #[must_use]
    pub fn until(&self, time: &str) -> String {
        self.locale.with(Message::NowUntil, &[("time", MessageArg::text(time))])
    }

    /// Formats a waiting time: `in 12 min`.
    #[must_use]
    pub fn starts_in(&self, wait: TimeDelta) -> String {
        let length = self.locale.duration(wait);
        self.locale.with(Message::NowIn, &[("duration", MessageArg::text(&length))])
    }

    /// Converts a moment to the displayed time zone.
    #[must_use]
    pub fn moment(&self, moment: impl Into<Moment>) -> NaiveDateTime {
        let moment = self.conference.moment(moment);
        let by_own = match self.clocks {
            Some(Clocks { own, shows_own: true, .. }) => moment.instant.map(|instant| own.local(instant)),
            _ => None,
        };
        by_own.unwrap_or(moment.clock)
    }

    /// Formats a moment in the displayed time zone: `now 11:42`.
    #[must_use]
    pub fn now(&self, moment: impl Into<Moment>) -> String {
        let time = self.moment(moment).time();
        self.locale.with(Message::Now, &[("time", MessageArg::text(&self.locale.time(time)))])
    }

    /// Formats the position of a day, counted from 1: `day 1 of 2`.
    #[must_use]
    pub fn day_of(&self, day: usize, count: usize) -> String {
        day_of(self.locale, day, count)
    }

    /// Returns the name of the displayed time zone, if there are any times. It is the viewer's only if at
    /// least one time can be converted.
    #[must_use]
    pub fn clock(&self) -> Option<String> {
        self.index.has_times().then(|| match self.clocks {
            Some(Clocks { own, shows_own: true, .. })
                if self.has_instants() && self.conference.clock_from != ClockFrom::Viewer =>
            {
                self.own_clock(own)
            }
            _ if self.index.has_several_clocks() => self.word(Message::SeveralClocks),
            _ => self.venue_clock(),
        })
    }

    /// Returns the name of the displayed time zone, unless it is the venue's known one.
    #[must_use]
    pub fn other_clock(&self) -> Option<String> {
        let conference = self.conference;
        let is_other = conference.zone == Zone::Utc || conference.clock_from == ClockFrom::Viewer;
        let is_named = self.clocks.is_some() || self.index.has_several_clocks() || is_other;
        self.clock().filter(|_| is_named)
    }

    /// Returns a shorter name of the displayed time zone.
    #[must_use]
    pub fn short_clock(&self) -> Option<String> {
        let name = self.clock()?;
        let conference = self.conference;
        let shows_own = self.clocks.is_some_and(|clocks| clocks.shows_own) && self.has_instants();
        Some(match (conference.clock_from, conference.zone) {
            (ClockFrom::Viewer, Zone::Named(zone)) => self.city_message(Message::MyTimeIn, zone),
            (ClockFrom::Viewer, _) => self.word(Message::MyTime),
            (_, Zone::Utc) if !shows_own => offset_label(FixedOffset::east_opt(0)?),
            _ => name,
        })
    }

    /// True if the instant of any start is known.
    #[must_use]
    pub fn has_instants(&self) -> bool {
        self.index.has_instants()
    }

    /// Returns the name of the schedule's own time zone: `Brussels time`, or `venue time` if it is unknown.
    #[must_use]
    pub fn venue_clock(&self) -> String {
        if self.conference.clock_from == ClockFrom::Viewer {
            let city = match self.conference.zone {
                Zone::Named(zone) => self.city(zone),
                zone => zone.offset(DateTime::default()).map(offset_label).unwrap_or_default(),
            };
            return self.locale.with(Message::ReaderTime, &[("city", MessageArg::text(&city))]);
        }
        match self.conference.zone {
            Zone::Unknown => self.word(Message::VenueTime),
            Zone::Utc => self.word(Message::UtcTime),
            Zone::Named(zone) => self.city_message(Message::ZoneTime, zone),
            Zone::Fixed(offset) => offset_label(offset),
        }
    }

    /// Returns the name of the viewer's time zone: `my time, Bishkek`.
    #[must_use]
    pub fn own_clock(&self, own: ViewerTimeZone) -> String {
        match own {
            ViewerTimeZone::Named(zone) => self.city_message(Message::MyTimeIn, zone),
            ViewerTimeZone::Offset(_) => self.word(Message::MyTime),
        }
    }

    fn city_message(&self, message: Message, zone: Tz) -> String {
        self.locale.with(message, &[("city", MessageArg::text(&self.city(zone)))])
    }

    fn city(&self, zone: Tz) -> String {
        let last = || zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
        self.locale.city(zone.name()).unwrap_or_else(last)
    }
}
