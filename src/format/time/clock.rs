//! From what a file says of when a session is to an instant, a time on the venue's clock and a program day.

use chrono::{Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Hour, Timestamp, is_whole_quarter};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::{LocalInstants, Times, Zone, schedule_day};

/// The times of a session in every form that its file gives.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::format) struct RawTimes {
    /// The day that it is listed under.
    pub(in crate::format) day: Option<NaiveDate>,
    /// The moment of its start.
    pub(in crate::format) moment: Option<Timestamp>,
    /// The wall-clock time at its start.
    pub(in crate::format) start: Option<Hour>,
    /// The moment of its end.
    pub(in crate::format) end: Option<Timestamp>,
    /// The wall-clock time at its end, within a day of its start.
    pub(in crate::format) end_hour: Option<Hour>,
    /// The duration, if its end is not given.
    pub(in crate::format) length: Option<TimeDelta>,
}

/// The way in which the dates of a file's sessions are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::format) enum Dates {
    /// As they are given: a moment with an offset is an instant.
    #[default]
    AsGiven,
    /// For their days alone: their offsets are not meant, and the clock beside them counts.
    ByClock,
}

/// The clock of a venue, as far as a file says.
#[derive(Debug, Clone, Copy)]
pub(in crate::format) struct VenueClock {
    pub(in crate::format) zone: Zone,
    pub(in crate::format) day_change: NaiveTime,
    pub(in crate::format) dates: Dates,
}

/// A doubt about the times of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Doubt {
    /// The clock beside the date shows another time than the date.
    Conflict {
        /// The clock.
        start: NaiveTime,
        /// The date.
        date: NaiveTime,
    },
    /// The clock shows this time twice that night.
    Repeated(NaiveTime),
    /// The clock never shows this time that night.
    Skipped(NaiveTime),
    /// It ends when it begins, or before.
    NoLength,
}

impl Doubt {
    /// Returns the diagnostic for a session at this place.
    pub(in crate::format) fn diagnostic(self, span: Span) -> Diagnostic {
        let shown = |time: NaiveTime| MessageArg::text(&time.format("%H:%M").to_string());
        match self {
            Self::Conflict { start, date } => Diagnostic::new(Code::ClockConflict, span)
                .with("start", shown(start))
                .with("date", shown(date)),
            Self::Repeated(time) => Diagnostic::new(Code::RepeatedTime, span).with("time", shown(time)),
            Self::Skipped(time) => Diagnostic::new(Code::SkippedTime, span).with("time", shown(time)),
            Self::NoLength => Diagnostic::new(Code::NoLength, span),
        }
    }

    /// Returns what is doubtful about a time on the clock of a zone, if anything is.
    pub(in crate::format) fn of(local: NaiveDateTime, zone: Zone) -> Option<Self> {
        match zone.instants_at(local) {
            LocalInstants::Twice(..) => Some(Self::Repeated(local.time())),
            LocalInstants::Never(_) => Some(Self::Skipped(local.time())),
            LocalInstants::Once(_) | LocalInstants::Unknown => None,
        }
    }
}

/// What starts before this hour on the day after the one that it is listed under belongs to the night before, in a file
/// that does not say when its days change.
const NIGHT: NaiveTime = match NaiveTime::from_hms_opt(6, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl Dates {
    /// Returns how dates are read, by those that have a clock beside them.
    ///
    /// The clock counts where no date of the file shows it in the zone of the conference, and all of them are wrong in one
    /// way: they have the digits of the clock with an offset that is not the zone's, or they differ from it by the zone's
    /// offset, or by one and the same number of quarters of an hour.
    pub(in crate::format) fn of(zone: Zone, pairs: &[(Timestamp, NaiveTime)]) -> Self {
        let ahead = |(moment, start): &(Timestamp, NaiveTime)| -> Option<(TimeDelta, bool, bool)> {
            let instant = moment.utc()?.and_utc();
            let (offset, shown) = (zone.offset(instant)?, zone.local(instant)?);
            let ahead = nearest(shown, *start) - shown;
            let of_zone = TimeDelta::seconds(offset.local_minus_utc().into());
            Some((ahead, moment.local.time() == *start, ahead == of_zone || ahead == -of_zone))
        };
        let all: Option<Vec<_>> = pairs.iter().map(ahead).collect();
        let Some([first, rest @ ..]) = all.as_deref() else { return Self::AsGiven };
        let every = |test: &dyn Fn(&(TimeDelta, bool, bool)) -> bool| test(first) && rest.iter().all(test);
        let is_other = every(&|(ahead, ..)| *ahead != TimeDelta::zero());
        let has_digits = every(&|(_, has_digits, _)| *has_digits);
        let is_by_zone = every(&|(.., is_by_zone)| *is_by_zone);
        let is_one = !rest.is_empty() && is_whole_quarter(first.0) && every(&|(ahead, ..)| *ahead == first.0);
        if is_other && (has_digits || is_by_zone || is_one) { Self::ByClock } else { Self::AsGiven }
    }
}

impl VenueClock {
    /// Returns when a session is, and what is doubtful about it.
    ///
    /// A moment with an offset counts most, and is kept as the instant that it is; `start` is what the venue's clock
    /// shows. Where the zone is not known and the two differ by whole quarters of an hour, the moment is given on another
    /// clock, as wafer does it: then `start` says the offset.
    pub(in crate::format) fn times(self, told: RawTimes) -> (Times, Vec<Doubt>) {
        let mut doubts = Vec::new();
        let mut times = match told.moment {
            Some(moment) => self.at(moment, &told, &mut doubts),
            None => self.on_day(&told, &mut doubts),
        };
        let length = self.length(&times, &told, &mut doubts);
        times.duration = length.filter(|length| *length > TimeDelta::zero());
        if length.is_some() && times.duration.is_none() {
            doubts.push(Doubt::NoLength);
        }
        (times.resolved(self.zone), doubts)
    }

    /// When something is whose date and time are given.
    fn at(self, moment: Timestamp, told: &RawTimes, doubts: &mut Vec<Doubt>) -> Times {
        let start = told.start.map(|start| start.time);
        let mut times = Times::default();
        match (moment.utc(), moment.offset, self.dates) {
            (Some(utc), Some(offset), Dates::AsGiven) => {
                // A clock that shows the given time is the given one, be it thirteen hours ahead or eleven behind.
                let other = start.filter(|start| *start != moment.local.time());
                let by_start = || other.and_then(|start| venue_offset(utc.time(), start));
                let given = if self.zone == Zone::Unknown { by_start() } else { None };
                times = times.starting_at(utc.and_utc(), self.zone, given.unwrap_or(offset));
            }
            (_, offset, _) => {
                let by_clock = start.filter(|_| offset.is_some());
                let local = by_clock.map_or(moment.local, |start| nearest(moment.local, start));
                doubts.extend(Doubt::of(local, self.zone));
                (times.date, times.start) = (Some(local.date()), Some(local.time()));
                // A time that the clock skips is not what `start` says any more.
                let shown = times.resolved(self.zone);
                if shown.start != times.start {
                    times = shown;
                    times.day = self.day(&times, told.day);
                    return times;
                }
                times = shown;
            }
        }
        if let (Some(start), Some(date)) = (start, times.start)
            && start != date
        {
            doubts.push(Doubt::Conflict { start, date });
        }
        times.day = self.day(&times, told.day);
        times
    }

    /// When something is of which no more is known than the day, and what the clock shows on it or in the night after it.
    fn on_day(self, told: &RawTimes, doubts: &mut Vec<Doubt>) -> Times {
        let is_midnight = told.start == Some(Hour { time: NaiveTime::MIN, is_next_day: false });
        let end = told.end_hour.filter(|end| end.is_next_day).map(|end| end.time - NaiveTime::MIN);
        let length = end.map_or(told.length, |end| end.checked_add(&TimeDelta::days(1)));
        let whole =
            Times { date: told.day, start: Some(NaiveTime::MIN), duration: length, ..Times::default() };
        if is_midnight && whole.as_whole_days().all_day {
            return Times { day: told.day, ..whole }.resolved(self.zone);
        }
        let is_night = |start: Hour| start.is_next_day || start.time < self.day_change;
        let next = told.start.is_some_and(is_night);
        let date = if next { told.day.and_then(|day| day.succ_opt()) } else { told.day };
        let start = told.start.map(|start| start.time);
        let times = Times { day: told.day, date, start, ..Times::default() };
        doubts.extend(times.start_datetime().and_then(|start| Doubt::of(start, self.zone)));
        times.resolved(self.zone)
    }

    /// Returns the duration: until its end, else as given.
    fn length(self, times: &Times, told: &RawTimes, doubts: &mut Vec<Doubt>) -> Option<TimeDelta> {
        let until = |end: NaiveDateTime, doubts: &mut Vec<Doubt>| {
            doubts.extend(Doubt::of(end, self.zone));
            // What is not after the start is no length, which is said.
            times.start_datetime().map(|_| times.until(end, self.zone).unwrap_or_default())
        };
        if let Some(end) = told.end {
            return match (end.utc(), times.instant, told.moment, self.dates) {
                (Some(utc), Some(start), _, Dates::AsGiven) => Some(utc.and_utc() - start),
                (Some(_), _, Some(start), Dates::ByClock) | (_, None, Some(start), _) => {
                    Some(start.until(end))
                }
                _ => until(end.local, doubts),
            };
        }
        if let (Some(end), Some(start)) = (told.end_hour, times.start_datetime()) {
            let is_next_day = end.is_next_day || end.time < start.time();
            let date = start.date().checked_add_days(Days::new(u64::from(is_next_day)))?;
            return until(date.and_time(end.time), doubts);
        }
        if let (Some(end), Some(start)) = (told.end_hour, told.start) {
            let length = end.time - start.time;
            return Some(if length < TimeDelta::zero() { length + TimeDelta::days(1) } else { length });
        }
        told.length
    }

    /// The program day: the one that the session is listed under if that can be, else the one that the clock says.
    fn day(self, times: &Times, listed: Option<NaiveDate>) -> Option<NaiveDate> {
        let (date, time) = (times.date?, times.start?);
        // Of a venue whose clock is not known, nobody can tell on which date it is then.
        let is_utc = self.zone == Zone::Unknown && times.is_in_utc(self.zone);
        let is_night = time < self.day_change.max(NIGHT);
        let is_beside = |day: NaiveDate| (date - day).num_days().abs() <= 1;
        Some(match listed {
            Some(day) if day == date || (is_utc && is_beside(day)) => day,
            Some(day) if day.succ_opt() == Some(date) && is_night => day,
            _ => schedule_day(date, time, self.day_change),
        })
    }
}

impl Timestamp {
    /// Returns the time from here to `end`; by the clock alone if only one of the two has an offset.
    fn until(self, end: Self) -> TimeDelta {
        match (self.utc(), end.utc()) {
            (Some(start), Some(end)) => end - start,
            _ => end.local - self.local,
        }
    }
}

/// The moment at which a clock shows a time, nearest to another one.
fn nearest(to: NaiveDateTime, time: NaiveTime) -> NaiveDateTime {
    let there = to.date().and_time(time);
    let half = TimeDelta::hours(12);
    let day = Days::new(1);
    if there - to > half {
        there.checked_sub_days(day).unwrap_or(there)
    } else if to - there > half {
        there.checked_add_days(day).unwrap_or(there)
    } else {
        there
    }
}

/// Returns the offset from UTC of a clock that shows `start`, if a zone can have it.
fn venue_offset(utc: NaiveTime, start: NaiveTime) -> Option<FixedOffset> {
    let mut seconds = i32::try_from((start - utc).num_seconds()).ok()?;
    // Of two days that the clock may be on, the one that is nearer to Greenwich.
    if seconds > 14 * 3600 {
        seconds -= 24 * 3600;
    } else if seconds <= -12 * 3600 {
        seconds += 24 * 3600;
    }
    FixedOffset::east_opt(seconds).filter(|_| seconds % 900 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::time;

    /// The written forms in the order of [`Told`]: day, date, start, end, duration; a dash is none.
    #[track_caller]
    fn check(zone: &str, written: [&str; 5], expected: &str) {
        let zone = crate::format::zone::named(zone).unwrap_or(Zone::Unknown);
        let [day, date, start, end, length] = written;
        let told = RawTimes {
            day: time::date(day),
            moment: Timestamp::read(date),
            start: time::hour(start),
            end: Timestamp::read(end),
            end_hour: time::hour(end),
            length: time::duration(length),
        };
        let day_change = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
        let (times, doubts) = VenueClock { zone, day_change, dates: Dates::AsGiven }.times(told);
        let utc = times.instant.map_or("-".to_owned(), |instant| instant.format("%dT%H:%MZ").to_string());
        let shown =
            times.start_datetime().map_or("-".to_owned(), |start| start.format("%d %H:%M").to_string());
        let end = times.end_datetime().map_or("-".to_owned(), |end| end.format("%d %H:%M").to_string());
        let day = times.day.map_or("-".to_owned(), |day| day.format("%d").to_string());
        let codes: Vec<_> =
            doubts.iter().map(|doubt| doubt.diagnostic(Span::default()).code.as_str()).collect();
        let said = format!("{utc} | {shown} - {end} | {day} | {}", codes.join(" "));
        assert_eq!(said.trim_end(), expected, "{written:?}");
    }

    #[test]
    fn an_offset_that_the_clock_agrees_with_is_kept() {
        // Auckland and Tonga in summer, and Kiribati: no other offset is nearer to Greenwich.
        check(
            "-",
            ["-", "2026-01-10T09:00:00+13:00", "09:00", "-", "01:00"],
            "09T20:00Z | 10 09:00 - 10 10:00 | 10 |",
        );
        check("-", ["-", "2026-01-10T00:15:00+14:00", "00:15", "-", "-"], "09T10:15Z | 10 00:15 - - | 09 |");
        check(
            "-",
            ["2026-01-10", "2026-01-10T09:00:00-12:00", "09:00", "-", "-"],
            "10T21:00Z | 10 09:00 - - | 10 |",
        );
        // Where the clock shows another time, it says the offset.
        check("-", ["-", "2026-01-10T20:00:00Z", "09:00", "-", "-"], "10T20:00Z | 10 09:00 - - | 10 |");
    }

    #[test]
    fn from_what_is_written_to_instant_clock_and_day() {
        // An instant is kept, whatever the clock shows.
        check(
            "Europe/Berlin",
            ["-", "2026-10-25T00:30:00Z", "-", "2026-10-25T01:00Z", "-"],
            "25T00:30Z | 25 02:30 - 25 02:00 | 24 |",
        );
        check(
            "Europe/Berlin",
            ["-", "2026-10-25T02:30:00+01:00", "02:30", "-", "0:30"],
            "25T01:30Z | 25 02:30 - 25 03:00 | 24 |",
        );
        check(
            "Europe/Berlin",
            ["2026-10-24", "2026-10-25T01:00:00+02:00", "01:00", "-", "03:00"],
            "24T23:00Z | 25 01:00 - 25 03:00 | 24 |",
        );
        check(
            "America/New_York",
            ["-", "20261101T053000Z", "-", "20261101T063000Z", "-"],
            "01T05:30Z | 01 01:30 - 01 01:30 | 31 |",
        );
        // A length is what passes; an end is what the clock shows.
        check(
            "Europe/Berlin",
            ["-", "2026-03-29T01:30", "-", "2026-03-29T03:30", "-"],
            "29T00:30Z | 29 01:30 - 29 03:30 | 28 |",
        );
        check(
            "Europe/Berlin",
            ["-", "2026-03-29T01:30", "-", "-", "2h"],
            "29T00:30Z | 29 01:30 - 29 04:30 | 28 |",
        );
        check(
            "Europe/Berlin",
            ["2026-03-28", "-", "1:30", "3.30", "-"],
            "29T00:30Z | 29 01:30 - 29 03:30 | 28 |",
        );
        // What the clock never shows, or shows twice, is said where no offset tells which it is.
        check(
            "Europe/Berlin",
            ["-", "2026-03-29T02:30", "-", "-", "PT30M"],
            "29T01:30Z | 29 03:30 - 29 04:00 | 28 | skipped-time",
        );
        check(
            "Europe/Berlin",
            ["-", "2026-10-25T02:30", "02:30", "-", "PT30M"],
            "25T00:30Z | 25 02:30 - 25 02:00 | 24 | repeated-time",
        );
        check(
            "Europe/Berlin",
            ["-", "2026-10-25T01:30", "-", "2026-10-25T02:15", "-"],
            "24T23:30Z | 25 01:30 - 25 02:15 | 24 | repeated-time",
        );
        // Hours after midnight, in days and in dates.
        check(
            "Asia/Bishkek",
            ["2026-05-01", "-", "25:00", "-", "60"],
            "01T19:00Z | 02 01:00 - 02 02:00 | 01 |",
        );
        check(
            "Asia/Bishkek",
            ["2026-05-01", "-", "24:00", "-", "1h"],
            "01T18:00Z | 02 00:00 - 02 01:00 | 01 |",
        );
        check(
            "Asia/Bishkek",
            ["2026-05-01", "-", "23:30", "24:30", "-"],
            "01T17:30Z | 01 23:30 - 02 00:30 | 01 |",
        );
        // Without a zone: an offset that `start` says, one that the date says, and none.
        check(
            "-",
            ["2026-05-01", "2026-05-01T05:00:00+00:00", "10:30", "-", "45"],
            "01T05:00Z | 01 10:30 - 01 11:15 | 01 |",
        );
        check(
            "-",
            ["2026-05-01", "2026-05-01T09:30:00+02:00", "09:30", "-", "45"],
            "01T07:30Z | 01 09:30 - 01 10:15 | 01 |",
        );
        check("-", ["2026-05-01", "-", "0930", "9:45 AM", "-"], "- | 01 09:30 - 01 09:45 | 01 |");
        // What cannot be.
        check(
            "Asia/Bishkek",
            ["-", "2026-05-01T10:00Z", "10:00", "-", "-"],
            "01T10:00Z | 01 16:00 - - | 01 | clock-conflict",
        );
        check(
            "Asia/Bishkek",
            ["-", "2026-05-01T10:00", "-", "2026-05-01T09:00", "-"],
            "01T04:00Z | 01 10:00 - - | 01 | no-length",
        );
        check("-", ["-", "-", "9:30", "-", "45"], "- | - - - | - |");
    }

    #[test]
    fn dates_whose_offsets_are_not_meant() {
        let of = |zone: &str, pairs: &[(&str, &str)]| {
            let pair = |(date, start): &(&str, &str)| Some((Timestamp::read(date)?, time::time(start)?));
            let pairs: Vec<_> = pairs.iter().filter_map(pair).collect();
            Dates::of(crate::format::zone::named(zone).unwrap_or(Zone::Unknown), &pairs) == Dates::ByClock
        };
        // The local time marked as UTC, also over a change of the clock.
        assert!(of("Europe/Berlin", &[("2023-05-26T09:30:00Z", "09:30"), ("2023-12-01T10:30:00Z", "10:30")]));
        // The zone's offset added twice, and taken away.
        assert!(of(
            "Europe/Berlin",
            &[("2023-05-26T11:30:00+02:00", "09:30"), ("2023-12-26T12:30:00+01:00", "11:30")]
        ));
        assert!(of("Asia/Kolkata", &[("2023-05-26T04:00:00+05:30", "09:30")]));
        // One and the same number of hours, from whatever zone.
        assert!(of(
            "Europe/Berlin",
            &[("2023-05-26T15:30:00+02:00", "09:30"), ("2023-05-26T16:30:00+02:00", "10:30")]
        ));
        // Dates that are right, one of several that is wrong, and nothing to compare with.
        assert!(!of("Europe/Berlin", &[("2023-05-26T07:30:00Z", "09:30")]));
        assert!(!of(
            "Europe/Berlin",
            &[("2023-05-26T11:30:00+02:00", "09:30"), ("2023-05-26T10:30:00+02:00", "10:30")]
        ));
        assert!(!of(
            "Europe/Berlin",
            &[("2023-05-26T11:37:00+02:00", "09:30"), ("2023-05-26T12:30:00+02:00", "10:30")]
        ));
        assert!(!of("-", &[("2023-05-26T11:30:00Z", "11:30")]));
        assert!(!of("Europe/Berlin", &[]));
    }
}
