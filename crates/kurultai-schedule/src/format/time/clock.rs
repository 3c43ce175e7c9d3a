//! [`VenueClock`]: combines the times of a session into an instant, a local time and a schedule day.

use chrono::{Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Hour, Timestamp, is_whole_quarter};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, SourceMap, Span};
use crate::model::{Conference, LanguagePreference, LocalInstants, Session, Times, Zone, schedule_day};

/// The times of a session in all forms that the file contains.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::format) struct RawTimes {
    /// The day under which it is listed.
    pub(in crate::format) day: Option<NaiveDate>,
    /// The start.
    pub(in crate::format) moment: Option<Timestamp>,
    /// The wall-clock time of the start.
    pub(in crate::format) start: Option<Hour>,
    /// The end.
    pub(in crate::format) end: Option<Timestamp>,
    /// The wall-clock time of the end, within a day of the start.
    pub(in crate::format) end_hour: Option<Hour>,
    /// The duration, if the end is not given.
    pub(in crate::format) length: Option<TimeDelta>,
}

/// The interpretation of the session dates in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::format) enum Dates {
    /// A timestamp with an offset is an instant.
    #[default]
    AsGiven,
    /// Offsets are wrong; only days and wall-clock times count.
    ByClock,
}

/// The clock of the venue, as far as known.
#[derive(Debug, Clone, Copy)]
pub(in crate::format) struct VenueClock {
    pub(in crate::format) zone: Zone,
    pub(in crate::format) day_change: NaiveTime,
    pub(in crate::format) dates: Dates,
}

/// A doubtful time of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Doubt {
    /// The wall-clock time differs from the time of the timestamp.
    Conflict {
        start: NaiveTime,
        /// The time of the timestamp.
        date: NaiveTime,
    },
    /// The local time occurs twice that night.
    Repeated(NaiveTime),
    /// The local time is skipped that night.
    Skipped(NaiveTime),
    /// The end is not after the start.
    NoLength,
}

impl Doubt {
    /// Returns the diagnostic for a session at this position.
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

    /// Returns the doubt about a local time in a zone.
    pub(in crate::format) fn find(local: NaiveDateTime, zone: Zone) -> Option<Self> {
        match zone.instants_at(local) {
            LocalInstants::Twice(..) => Some(Self::Repeated(local.time())),
            LocalInstants::Never(_) => Some(Self::Skipped(local.time())),
            LocalInstants::Once(_) | LocalInstants::Unknown => None,
        }
    }
}

/// Adds the title of the session to diagnostics about skipped and repeated times.
pub(in crate::format) fn name_doubts(
    diagnostics: &mut [Diagnostic],
    session: &Session,
    reading: &LanguagePreference,
) {
    let title = session.title.as_ref().map(|title| title.get(reading));
    let title = title.or(session.id.as_ref()).or(session.guid.as_ref());
    let title = title.map_or_else(|| MessageArg::text("?"), MessageArg::from);
    for diagnostic in
        diagnostics.iter_mut().filter(|it| matches!(it.code, Code::SkippedTime | Code::RepeatedTime))
    {
        *diagnostic = diagnostic.clone().with("title", title.clone());
    }
}

/// Returns diagnostics for local times that a zone skips or repeats.
#[must_use]
pub fn doubts(conference: &Conference, zone: Zone, source_map: &SourceMap) -> Vec<Diagnostic> {
    let reading = conference.reading(None);
    let mut diagnostics = Vec::new();
    for (at, session) in conference.sessions.iter().enumerate() {
        let times = Some(session.times).filter(|times| times.instant.is_none());
        let Some(start) = times.and_then(|times| times.start_datetime()) else { continue };
        let end = session.times.end_datetime().filter(|end| *end != start);
        let doubt = |local, span| Some(Doubt::find(local, zone)?.diagnostic(span));
        let mut found: Vec<_> = doubt(start, source_map.start(at)).into_iter().collect();
        found.extend(end.and_then(|end| doubt(end, source_map.session(at))));
        name_doubts(&mut found, session, &reading);
        diagnostics.extend(found);
    }
    diagnostics
}

/// Sessions before this time of the next day belong to the listed day, unless the file has a day change.
const NIGHT: NaiveTime = match NaiveTime::from_hms_opt(6, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl Dates {
    /// Chooses by the dates that also have a wall-clock time.
    ///
    /// The wall-clock times count if no date matches its own in the zone of the conference, and all dates are
    /// wrong in the same way: the digits are right but the offset is not, or they differ by the offset of the
    /// zone, or by the same number of quarter hours.
    pub(in crate::format) fn decide(zone: Zone, pairs: &[(Timestamp, NaiveTime)]) -> Self {
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
    /// Combines the times of a session. Also returns doubts.
    ///
    /// A timestamp with an offset takes precedence and is kept as an instant. `start` is local time at the
    /// venue: in an unknown zone, if the two differ by quarter hours, it reveals the offset (wafer).
    pub(in crate::format) fn times(self, raw: RawTimes) -> (Times, Vec<Doubt>) {
        let mut doubts = Vec::new();
        let mut times = match raw.moment {
            Some(moment) => self.at(moment, &raw, &mut doubts),
            None => self.on_day(&raw, &mut doubts),
        };
        let length = self.length(&times, &raw, &mut doubts);
        times.duration = length.filter(|length| *length > TimeDelta::zero());
        if length.is_some() && times.duration.is_none() {
            doubts.push(Doubt::NoLength);
        }
        (times.resolved(self.zone), doubts)
    }

    /// Combines times that include a timestamp.
    fn at(self, moment: Timestamp, raw: &RawTimes, doubts: &mut Vec<Doubt>) -> Times {
        let start = raw.start.map(|start| start.time);
        let mut times = Times::default();
        match (moment.utc(), moment.offset, self.dates) {
            (Some(utc), Some(offset), Dates::AsGiven) => {
                // `start` may be up to thirteen hours ahead or eleven hours behind.
                let other = start.filter(|start| *start != moment.local.time());
                let by_start = || other.and_then(|start| venue_offset(utc.time(), start));
                let given = if self.zone == Zone::Unknown { by_start() } else { None };
                times = times.starting_at(utc.and_utc(), self.zone, given.unwrap_or(offset));
            }
            (_, offset, _) => {
                let by_clock = start.filter(|_| offset.is_some());
                let local = by_clock.map_or(moment.local, |start| nearest(moment.local, start));
                doubts.extend(Doubt::find(local, self.zone));
                (times.date, times.start) = (Some(local.date()), Some(local.time()));
                // A skipped local time no longer equals `start`.
                let shown = times.resolved(self.zone);
                if shown.start != times.start {
                    times = shown;
                    times.day = self.day(&times, raw.day);
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
        times.day = self.day(&times, raw.day);
        times
    }

    /// Combines times that have a day but no timestamp.
    fn on_day(self, raw: &RawTimes, doubts: &mut Vec<Doubt>) -> Times {
        let is_midnight = raw.start == Some(Hour { time: NaiveTime::MIN, is_next_day: false });
        let end = raw.end_hour.filter(|end| end.is_next_day).map(|end| end.time - NaiveTime::MIN);
        let length = end.map_or(raw.length, |end| end.checked_add(&TimeDelta::days(1)));
        let whole =
            Times { date: raw.day, start: Some(NaiveTime::MIN), duration: length, ..Times::default() };
        if is_midnight && whole.as_whole_days().all_day {
            return Times { day: raw.day, ..whole }.resolved(self.zone);
        }
        let is_night = |start: Hour| start.is_next_day || start.time < self.day_change;
        let next = raw.start.is_some_and(is_night);
        let date = if next { raw.day.and_then(|day| day.succ_opt()) } else { raw.day };
        let start = raw.start.map(|start| start.time);
        let times = Times { day: raw.day, date, start, ..Times::default() };
        doubts.extend(times.start_datetime().and_then(|start| Doubt::find(start, self.zone)));
        times.resolved(self.zone)
    }

    /// Returns the duration until the end, or else the given duration.
    fn length(self, times: &Times, raw: &RawTimes, doubts: &mut Vec<Doubt>) -> Option<TimeDelta> {
        let until = |end: NaiveDateTime, doubts: &mut Vec<Doubt>| {
            doubts.extend(Doubt::find(end, self.zone));
            // An end that is not after the start is reported.
            times.start_datetime().map(|_| times.until(end, self.zone).unwrap_or_default())
        };
        if let Some(end) = raw.end {
            return match (end.utc(), times.instant, raw.moment, self.dates) {
                (Some(utc), Some(start), _, Dates::AsGiven) => Some(utc.and_utc() - start),
                (Some(_), _, Some(start), Dates::ByClock) | (_, None, Some(start), _) => {
                    Some(start.until(end))
                }
                _ => until(end.local, doubts),
            };
        }
        if let (Some(end), Some(start)) = (raw.end_hour, times.start_datetime()) {
            let is_next_day = end.is_next_day || end.time < start.time();
            let date = start.date().checked_add_days(Days::new(u64::from(is_next_day)))?;
            return until(date.and_time(end.time), doubts);
        }
        if let (Some(end), Some(start)) = (raw.end_hour, raw.start) {
            let length = end.time - start.time;
            return Some(if length < TimeDelta::zero() { length + TimeDelta::days(1) } else { length });
        }
        raw.length
    }

    /// Returns the schedule day: the listed one if possible, or else the one implied by the time.
    fn day(self, times: &Times, listed: Option<NaiveDate>) -> Option<NaiveDate> {
        let (date, time) = (times.date?, times.start?);
        // Without a zone, the local date at the venue is uncertain.
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
    /// Returns the time until `end`; between local times if an offset is missing.
    fn until(self, end: Self) -> TimeDelta {
        match (self.utc(), end.utc()) {
            (Some(start), Some(end)) => end - start,
            _ => end.local - self.local,
        }
    }
}

/// Returns the local time with this time of day that is closest to another one.
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

/// Returns the offset of a zone in which `utc` is `start`, if such a zone is possible.
fn venue_offset(utc: NaiveTime, start: NaiveTime) -> Option<FixedOffset> {
    let mut seconds = i32::try_from((start - utc).num_seconds()).ok()?;
    // Of two possible days, choose the one with the smaller offset.
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

    /// Checks the combination of the [`RawTimes`] day, date, start, end and duration; a dash means absent.
    #[track_caller]
    fn check(zone: &str, written: [&str; 5], expected: &str) {
        let zone = crate::format::zone::named(zone).unwrap_or(Zone::Unknown);
        let [day, date, start, end, length] = written;
        let raw = RawTimes {
            day: time::date(day),
            moment: Timestamp::read(date),
            start: time::hour(start),
            end: Timestamp::read(end),
            end_hour: time::hour(end),
            length: time::duration(length),
        };
        let day_change = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
        let (times, doubts) = VenueClock { zone, day_change, dates: Dates::AsGiven }.times(raw);
        let utc = times.instant.map_or("-".to_owned(), |instant| instant.format("%dT%H:%MZ").to_string());
        let shown =
            times.start_datetime().map_or("-".to_owned(), |start| start.format("%d %H:%M").to_string());
        let end = times.end_datetime().map_or("-".to_owned(), |end| end.format("%d %H:%M").to_string());
        let day = times.day.map_or("-".to_owned(), |day| day.format("%d").to_string());
        let codes: Vec<_> =
            doubts.iter().map(|doubt| doubt.diagnostic(Span::default()).code.as_str()).collect();
        let actual = format!("{utc} | {shown} - {end} | {day} | {}", codes.join(" "));
        assert_eq!(actual.trim_end(), expected, "{written:?}");
    }

    #[test]
    fn an_offset_confirmed_by_the_clock_is_kept() {
        // Auckland and Tonga in summer, and Kiribati: no smaller offset is possible.
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
        // A different wall-clock time reveals the offset.
        check("-", ["-", "2026-01-10T20:00:00Z", "09:00", "-", "-"], "10T20:00Z | 10 09:00 - - | 10 |");
    }

    #[test]
    fn combining_times() {
        // An instant is kept, regardless of the wall-clock time.
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
        // A duration is elapsed time; an end is a local time.
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
        // Skipped and repeated times without an offset are reported.
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
        // Without a zone: an offset revealed by `start`, one in the date, and none.
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
        // Impossible times.
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
    fn dates_with_wrong_offsets() {
        let is_by_clock = |zone: &str, pairs: &[(&str, &str)]| {
            let pair = |(date, start): &(&str, &str)| Some((Timestamp::read(date)?, time::time(start)?));
            let pairs: Vec<_> = pairs.iter().filter_map(pair).collect();
            Dates::decide(crate::format::zone::named(zone).unwrap_or(Zone::Unknown), &pairs) == Dates::ByClock
        };
        // Local times marked as UTC, also across a clock change.
        assert!(is_by_clock(
            "Europe/Berlin",
            &[("2023-05-26T09:30:00Z", "09:30"), ("2023-12-01T10:30:00Z", "10:30")]
        ));
        // The zone's offset added twice, and subtracted.
        assert!(is_by_clock(
            "Europe/Berlin",
            &[("2023-05-26T11:30:00+02:00", "09:30"), ("2023-12-26T12:30:00+01:00", "11:30")]
        ));
        assert!(is_by_clock("Asia/Kolkata", &[("2023-05-26T04:00:00+05:30", "09:30")]));
        // A constant number of hours, from any zone.
        assert!(is_by_clock(
            "Europe/Berlin",
            &[("2023-05-26T15:30:00+02:00", "09:30"), ("2023-05-26T16:30:00+02:00", "10:30")]
        ));
        // Correct dates, a single wrong one, and no dates to compare.
        assert!(!is_by_clock("Europe/Berlin", &[("2023-05-26T07:30:00Z", "09:30")]));
        assert!(!is_by_clock(
            "Europe/Berlin",
            &[("2023-05-26T11:30:00+02:00", "09:30"), ("2023-05-26T10:30:00+02:00", "10:30")]
        ));
        assert!(!is_by_clock(
            "Europe/Berlin",
            &[("2023-05-26T11:37:00+02:00", "09:30"), ("2023-05-26T12:30:00+02:00", "10:30")]
        ));
        assert!(!is_by_clock("-", &[("2023-05-26T11:30:00Z", "11:30")]));
        assert!(!is_by_clock("Europe/Berlin", &[]));
    }
}
