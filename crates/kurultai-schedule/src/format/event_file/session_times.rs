//! Converts `date`, `day`, `start`, `end`, `duration` and `all_day` of a session to [`Times`].

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::table_reader::TableReader;
use super::time_context::{MAX_NIGHT, TimeContext};
use super::values::Moment;
use crate::diagnostic::{Code, Diagnostic, MessageArg};
use crate::format::time::Doubt;
use crate::model::{Times, calendar_date, schedule_day};

impl TableReader<'_, '_> {
    /// Reads the times of a session. A mistake costs only its own key.
    pub(super) fn times(&mut self) -> Times {
        let clock = self.context.clock;
        let mut reading = SessionTime { reader: self, clock, day: None, times: Times::default() };
        let start = reading.start();
        reading.end(start);
        let (day, times) = (reading.day, reading.times);
        let whole = times.as_whole_days();
        if times.is_in_utc(clock.zone) || !whole.all_day {
            return times;
        }
        // An explicit `day` wins even if the days of the conference begin after midnight.
        let day = day.or(whole.day);
        Times { day, date: day, ..whole }
    }
}

struct SessionTime<'r, 't, 'c> {
    reader: &'r mut TableReader<'t, 'c>,
    clock: TimeContext,
    /// The value of `day`.
    day: Option<NaiveDate>,
    times: Times,
}

impl SessionTime<'_, '_, '_> {
    fn report(&mut self, code: Code, key: &'static str) {
        let span = self.reader.span(key);
        self.reader.report(Diagnostic::new(code, span).with("key", MessageArg::Word(key)));
    }

    /// Reads the date and time of the start; returns the time.
    fn start(&mut self) -> Option<NaiveTime> {
        let date = self.reader.date("date");
        let day = self.reader.date("day");
        let start = self.reader.moment("start");
        self.day = day;
        let shown = start.and_then(|start| self.at_venue(start, "start"));
        let time = shown.map_or(start.map(|start| start.time), |shown| shown.start);
        let given = shown.map_or(start.and_then(|start| start.date), |shown| shown.date);
        if let (Some(given), Some(date)) = (given, date)
            && given != date
        {
            self.report(Code::DateConflict, "date");
        }
        let on_calendar = |day: NaiveDate| match time {
            Some(time) => calendar_date(day, time, self.clock.day_change),
            None => day,
        };
        self.times = shown.unwrap_or_default();
        self.times.start = time;
        self.times.date = given.or(date).or_else(|| day.or(self.clock.only_day).map(on_calendar));
        if self.times.offset.is_none() {
            self.check_clock_change(self.times.start_datetime(), "start");
        }
        // A time that the clocks skip may be shown after the change of the day.
        self.times = self.times.resolved(self.clock.zone);
        self.times.day = self.times.date.map(|date| match self.times.start {
            Some(start) => schedule_day(date, start, self.clock.day_change),
            None => date,
        });
        if day.is_some() && self.times.day != day {
            self.report(Code::DateConflict, "day");
        }
        self.times.all_day = self.reader.flag("all_day");
        if self.times.all_day && time.is_some() {
            self.times.all_day = false;
            self.report(Code::AllDayWithTime, "all_day");
        }
        self.times.start
    }

    /// Reports a local time that occurs twice or never because of a DST change.
    fn check_clock_change(&mut self, local: Option<NaiveDateTime>, key: &'static str) {
        if let Some(doubt) = local.and_then(|local| Doubt::find(local, self.clock.zone)) {
            let diagnostic = doubt.diagnostic(self.reader.span(key));
            self.reader.report(diagnostic);
        }
    }

    /// Converts a time with an offset to the time zone of the venue; reports a difference.
    fn at_venue(&mut self, moment: Moment, key: &'static str) -> Option<Times> {
        let offset = moment.offset?;
        let written = moment.date?.and_time(moment.time);
        let shown = Times::default().starting_at(
            written.checked_sub_offset(offset)?.and_utc(),
            self.clock.zone,
            offset,
        );
        if shown.start_datetime() != Some(written) {
            self.report(Code::OffsetConflict, key);
        }
        Some(shown)
    }

    fn end(&mut self, start: Option<NaiveTime>) {
        let end = self.reader.moment("end");
        let shown = end.and_then(|end| self.at_venue(end, "end"));
        let duration = self.reader.duration("duration");
        let Some(start) = start else {
            self.times.end_only = shown.map_or(end.map(|end| end.time), |shown| shown.start);
            self.times.duration = duration;
            return;
        };
        let length = end.and_then(|end| {
            let length = self.elapsed(end, shown).or_else(|| self.length(start, end));
            if length.is_none() {
                self.report(Code::EndBeforeStart, "end");
            }
            length
        });
        if length.is_some() && duration.is_some() && length != duration {
            self.report(Code::EndAndDuration, "duration");
        }
        self.times.duration = length.or(duration);
        self.times = self.times.resolved(self.clock.zone);
    }

    /// Returns the time between two instants; `None` if one of them is unknown.
    fn elapsed(&self, end: Moment, shown: Option<Times>) -> Option<TimeDelta> {
        let end = shown.and_then(|shown| shown.instant).or_else(|| {
            let local = end.date?.and_time(end.time);
            Some(local.checked_sub_offset(end.offset?)?.and_utc())
        });
        Some(end? - self.times.instant?).filter(|length| *length > TimeDelta::zero())
    }

    /// Returns the time between start and end; `None` if the end is not after the start.
    fn length(&mut self, start: NaiveTime, end: Moment) -> Option<TimeDelta> {
        let ahead = end.time - start;
        let is_night = end.date.is_none() && ahead <= TimeDelta::zero();
        if is_night && !end.ends_day && ahead + TimeDelta::days(1) > MAX_NIGHT {
            return None;
        }
        let Some(start_date) = self.times.date else {
            return Some(if is_night { ahead + TimeDelta::days(1) } else { ahead })
                .filter(|length| *length > TimeDelta::zero());
        };
        let date = if is_night { start_date.succ_opt()? } else { end.date.unwrap_or(start_date) };
        let end = NaiveDateTime::new(date, end.time);
        self.check_clock_change(Some(end), "end");
        self.times.until(end, self.clock.zone)
    }
}
