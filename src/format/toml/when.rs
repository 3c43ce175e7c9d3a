//! When a session is: the rules that make [`Times`] of `date`, `day`, `start`, `end`, `duration` and `all_day`.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::fields::Fields;
use super::values::Moment;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Value;
use crate::model::{Times, Zone, calendar_date, program_day};

/// What the conference says about all times.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    pub(super) zone: Zone,
    pub(super) day_change: NaiveTime,
    /// The day of a conference that has one day.
    pub(super) only_day: Option<NaiveDate>,
}

/// An end that is given as a time alone is on the next day if the session then lasts this long at most.
pub(super) const LONGEST_NIGHT: TimeDelta = TimeDelta::hours(12);

/// Reads when a session is. A mistake costs its own key: an end that cannot be is an unknown end.
pub(super) fn times(fields: &mut Fields<'_, '_>, clock: &Clock) -> Times {
    let mut reading = When { fields, clock, written: None, times: Times::default() };
    let start = reading.start();
    reading.end(start);
    reading.times
}

struct When<'r, 't, 'f> {
    fields: &'r mut Fields<'t, 'f>,
    clock: &'r Clock,
    /// The start as it is written.
    written: Option<Moment>,
    times: Times,
}

impl When<'_, '_, '_> {
    fn say(&mut self, code: Code, key: &'static str) {
        let span = self.fields.span(key);
        self.fields.say(Diagnostic::new(code, span).with("key", Value::Word(key)));
    }

    /// Date and time of the start, as far as they are known.
    fn start(&mut self) -> Option<NaiveTime> {
        let date = self.fields.date("date");
        let day = self.fields.date("day");
        let start = self.fields.moment("start");
        self.written = start;
        let start = start.map(|start| self.on_the_clock(start, "start"));
        let time = start.map(|start| start.time);
        self.times.start = time;
        self.times.offset = start.and_then(|start| start.offset);

        let given = start.and_then(|start| start.date);
        if let (Some(given), Some(date)) = (given, date)
            && given != date
        {
            self.say(Code::DateConflict, "date");
        }
        let on = |day: NaiveDate| match time {
            Some(time) => calendar_date(day, time, self.clock.day_change),
            None => day,
        };
        self.times.date = given.or(date).or_else(|| day.or(self.clock.only_day).map(on));
        self.times.day = self.times.date.map(|date| match time {
            Some(time) => program_day(date, time, self.clock.day_change),
            None => date,
        });
        if day.is_some() && self.times.day != day {
            self.say(Code::DateConflict, "day");
        }
        self.times.all_day = self.fields.flag("all_day");
        if self.times.all_day && time.is_some() {
            self.times.all_day = false;
            self.say(Code::AllDayWithTime, "all_day");
        }
        time
    }

    /// A moment with an offset, as the venue's clock shows it. The offset wins; that the two differ is said.
    fn on_the_clock(&mut self, moment: Moment, key: &'static str) -> Moment {
        let (Some(date), Some(offset)) = (moment.date, moment.offset) else { return moment };
        let written = date.and_time(moment.time);
        let shown = written.checked_sub_offset(offset).and_then(|utc| self.clock.zone.local(utc.and_utc()));
        match shown {
            Some(shown) if shown != written => {
                self.say(Code::OffsetConflict, key);
                Moment { date: Some(shown.date()), time: shown.time(), ..moment }
            }
            _ => moment,
        }
    }

    fn end(&mut self, start: Option<NaiveTime>) {
        let end = self.fields.moment("end");
        let written = end;
        let end = end.map(|end| self.on_the_clock(end, "end"));
        let duration = self.fields.duration("duration");
        let Some(start) = start else {
            self.times.end_alone = end.map(|end| end.time);
            self.times.length = duration;
            return;
        };
        let length = end.and_then(|end| {
            let length = self.elapsed(written).or_else(|| self.length(start, end));
            if length.is_none() {
                self.say(Code::EndBeforeStart, "end");
            }
            length
        });
        if length.is_some() && duration.is_some() && length != duration {
            self.say(Code::EndAndDuration, "duration");
        }
        self.times.length = length.or(duration);
    }

    /// From start to end where both are written with their offsets: that holds whatever the clocks do in between.
    fn elapsed(&self, end: Option<Moment>) -> Option<TimeDelta> {
        let instant = |moment: Moment| {
            let local = moment.date?.and_time(moment.time);
            local.checked_sub_offset(moment.offset?)
        };
        let length = instant(end?)? - instant(self.written?)?;
        Some(length).filter(|length| *length > TimeDelta::zero())
    }

    /// From start to end; `None` when that is not more than nothing.
    fn length(&self, start: NaiveTime, end: Moment) -> Option<TimeDelta> {
        if let (Some(on), Some(date)) = (self.times.date, end.date) {
            let length: TimeDelta = NaiveDateTime::new(date, end.time) - NaiveDateTime::new(on, start);
            return Some(length).filter(|length| *length > TimeDelta::zero());
        }
        let length = end.time - start;
        if length > TimeDelta::zero() {
            return Some(length);
        }
        Some(length + TimeDelta::days(1)).filter(|length| *length <= LONGEST_NIGHT)
    }
}
