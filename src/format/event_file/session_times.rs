//! When a session is: the rules that make [`Times`] of `date`, `day`, `start`, `end`, `duration` and `all_day`.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::table_reader::TableReader;
use super::values::Moment;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};
use crate::format::time::Doubt;
use crate::model::{Times, Zone, calendar_date, schedule_day};

/// What the conference says about all times.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeContext {
    pub(super) zone: Zone,
    pub(super) day_change: NaiveTime,
    /// The day of a conference that has one day.
    pub(super) only_day: Option<NaiveDate>,
}

/// An end that is given as a time alone is on the next day if the session then lasts this long at most.
pub(super) const LONGEST_NIGHT: TimeDelta = TimeDelta::hours(12);

/// Reads when a session is. A mistake costs its own key: an end that cannot be is an unknown end.
pub(super) fn times(fields: &mut TableReader<'_, '_>, clock: &TimeContext) -> Times {
    let mut reading = SessionTime { fields, clock, written: None, day: None, times: Times::default() };
    let start = reading.start();
    reading.end(start);
    let whole = reading.times.as_whole_days();
    if reading.times.is_in_utc(clock.zone) || !whole.all_day {
        return reading.times;
    }
    // A day that is named counts, also where days begin later than at midnight.
    let day = reading.day.or(whole.day);
    Times { day, date: day, ..whole }
}

struct SessionTime<'r, 't, 'f> {
    fields: &'r mut TableReader<'t, 'f>,
    clock: &'r TimeContext,
    /// The start as it is written.
    written: Option<Moment>,
    /// The program day as it is written.
    day: Option<NaiveDate>,
    times: Times,
}

impl SessionTime<'_, '_, '_> {
    fn say(&mut self, code: Code, key: &'static str) {
        let span = self.fields.span(key);
        self.fields.report(Diagnostic::new(code, span).with("key", MessageArg::Word(key)));
    }

    /// Date and time of the start, as far as they are known.
    fn start(&mut self) -> Option<NaiveTime> {
        let date = self.fields.date("date");
        let day = self.fields.date("day");
        let start = self.fields.moment("start");
        (self.written, self.day) = (start, day);
        let shown = start.and_then(|start| self.on_the_clock(start, "start"));
        let time = shown.map_or(start.map(|start| start.time), |shown| shown.start);
        let given = shown.map_or(start.and_then(|start| start.date), |shown| shown.date);
        if let (Some(given), Some(date)) = (given, date)
            && given != date
        {
            self.say(Code::DateConflict, "date");
        }
        let on = |day: NaiveDate| match time {
            Some(time) => calendar_date(day, time, self.clock.day_change),
            None => day,
        };
        self.times = shown.unwrap_or_default();
        self.times.start = time;
        self.times.date = given.or(date).or_else(|| day.or(self.clock.only_day).map(on));
        if self.times.offset.is_none() {
            self.doubt(self.times.start_datetime(), "start");
        }
        self.times.day = self.times.date.map(|date| match time {
            Some(time) => schedule_day(date, time, self.clock.day_change),
            None => date,
        });
        self.times = self.times.settled(self.clock.zone);
        if day.is_some() && self.times.day != day {
            self.say(Code::DateConflict, "day");
        }
        self.times.all_day = self.fields.flag("all_day");
        if self.times.all_day && time.is_some() {
            self.times.all_day = false;
            self.say(Code::AllDayWithTime, "all_day");
        }
        self.times.start
    }

    /// Says that the clock of the conference shows a time twice, or never.
    fn doubt(&mut self, local: Option<NaiveDateTime>, key: &'static str) {
        if let Some(doubt) = local.and_then(|local| Doubt::of(local, self.clock.zone)) {
            let diagnostic = doubt.diagnostic(self.fields.span(key));
            self.fields.report(diagnostic);
        }
    }

    /// A moment with an offset, as the venue's clock shows it. The offset wins; that the two differ is said.
    fn on_the_clock(&mut self, moment: Moment, key: &'static str) -> Option<Times> {
        let offset = moment.offset?;
        let written = moment.date?.and_time(moment.time);
        let shown =
            Times::default().at(written.checked_sub_offset(offset)?.and_utc(), self.clock.zone, offset);
        if shown.start_datetime() != Some(written) {
            self.say(Code::OffsetConflict, key);
        }
        Some(shown)
    }

    fn end(&mut self, start: Option<NaiveTime>) {
        let end = self.fields.moment("end");
        let shown = end.and_then(|end| self.on_the_clock(end, "end"));
        let duration = self.fields.duration("duration");
        let Some(start) = start else {
            self.times.end_only = shown.map_or(end.map(|end| end.time), |shown| shown.start);
            self.times.duration = duration;
            return;
        };
        let length = end.and_then(|end| {
            let length = self.elapsed(end, shown).or_else(|| self.length(start, end));
            if length.is_none() {
                self.say(Code::EndBeforeStart, "end");
            }
            length
        });
        if length.is_some() && duration.is_some() && length != duration {
            self.say(Code::EndAndDuration, "duration");
        }
        self.times.duration = length.or(duration);
        self.times = self.times.settled(self.clock.zone);
    }

    /// From start to end where both are known as instants: that holds whatever the clocks do in between.
    fn elapsed(&self, end: Moment, shown: Option<Times>) -> Option<TimeDelta> {
        let end = shown.and_then(|shown| shown.instant).or_else(|| {
            let local = end.date?.and_time(end.time);
            Some(local.checked_sub_offset(end.offset?)?.and_utc())
        });
        Some(end? - self.times.instant?).filter(|length| *length > TimeDelta::zero())
    }

    /// From start to end; `None` when that is not more than nothing.
    fn length(&mut self, start: NaiveTime, end: Moment) -> Option<TimeDelta> {
        let ahead = end.time - start;
        let is_night = end.date.is_none() && ahead <= TimeDelta::zero();
        if is_night && !end.ends_day && ahead + TimeDelta::days(1) > LONGEST_NIGHT {
            return None;
        }
        let Some(on) = self.times.date else {
            return Some(if is_night { ahead + TimeDelta::days(1) } else { ahead })
                .filter(|length| *length > TimeDelta::zero());
        };
        let date = if is_night { on.succ_opt()? } else { end.date.unwrap_or(on) };
        let end = NaiveDateTime::new(date, end.time);
        self.doubt(Some(end), "end");
        self.times.until(end, self.clock.zone)
    }
}
