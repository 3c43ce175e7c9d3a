//! Changing the zone in which a conference is shown, and the days that follow from it.

use chrono::{FixedOffset, NaiveTime, TimeDelta, Timelike as _};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::conference::DAY_CHANGE;
use super::{ClockFrom, Conference, SessionSnapshot, Times, Zone, schedule_day};

/// Minutes per day.
const DAY: usize = 24 * 60;

impl Conference {
    /// Shows all times in another zone. Known instants are kept; other times are interpreted in that zone.
    pub fn set_zone(&mut self, zone: Zone) {
        self.zone = zone;
        let Some(utc) = FixedOffset::east_opt(0) else { return };
        for session in &mut self.sessions {
            let times = session.times;
            session.times = match times.instant {
                Some(instant) => times.starting_at(instant, zone, utc),
                None => Times { offset: None, ..times }.resolved(zone),
            };
        }
    }

    /// Ends the days in the longest daily pause, because in a foreign zone the night at the venue is unknown.
    /// With `moves`, also reassigns each session to its day.
    pub fn infer_days(&mut self, moves: bool) {
        self.day_change = self.quietest_time();
        if !moves {
            return;
        }
        for session in &mut self.sessions {
            let times = &mut session.times;
            if let (Some(date), Some(time)) = (times.date, times.start) {
                times.day = Some(schedule_day(date, time, self.day_change));
            }
        }
    }

    /// True if the schedule gives its times in UTC and does not name the venue's zone.
    #[must_use]
    pub fn is_in_utc(&self) -> bool {
        self.zone == Zone::Utc
            || matches!(self.clock_from, ClockFrom::Viewer | ClockFrom::User { was_utc: true })
    }

    /// Shows a conference that has only instants in the zone of the viewer.
    pub fn set_viewer_zone(&mut self, zone: Zone) {
        self.set_zone(zone);
        self.infer_days(true);
        self.clock_from = ClockFrom::Viewer;
    }

    /// Sets the zone of the venue, for a schedule that does not name one. Otherwise changes nothing and
    /// returns false.
    pub fn set_venue_zone(&mut self, zone: Zone) -> bool {
        let was_utc = self.is_in_utc();
        if !was_utc && self.zone != Zone::Unknown {
            return false;
        }
        self.set_zone(zone);
        self.clock_from = ClockFrom::User { was_utc };
        let moves = was_utc || self.sessions.iter().any(|session| session.times.instant.is_some());
        if was_utc {
            self.day_change = DAY_CHANGE;
        }
        for session in &mut self.sessions {
            session.times = session.times.as_whole_days();
        }
        if moves {
            self.assign_days();
        }
        true
    }

    /// Returns the UTC offset of a session as a label, `UTC+2`, if it is known.
    #[must_use]
    pub fn clock_label(&self, times: &Times) -> Option<String> {
        times.start?;
        let of_zone = || self.zone.offset(times.instant?);
        times.offset.or_else(of_zone).map(offset_label)
    }

    /// True if the zone is unknown and the offsets of the sessions fit no single zone.
    #[must_use]
    pub fn has_several_clocks(&self) -> bool {
        let timed =
            || self.sessions.iter().map(|session| &session.times).filter(|times| times.start.is_some());
        let mut starts: Vec<_> = timed().filter_map(|times| Some((times.instant?, times.offset?))).collect();
        let is_utc = |(_, offset): &(_, FixedOffset)| offset.local_minus_utc() == 0;
        if self.zone != Zone::Unknown || starts.is_empty() {
            return false;
        }
        // Times in UTC and times without an offset are never in the same zone.
        if starts.iter().any(is_utc) && timed().any(|times| times.offset.is_none()) {
            return true;
        }
        starts.sort_unstable_by_key(|(instant, offset)| (*instant, offset.local_minus_utc()));
        starts.dedup();
        let is_one = starts.iter().all(|(_, offset)| *offset == starts[0].1);
        let shows_all = |zone: &Tz| {
            starts.iter().all(|(instant, offset)| Zone::Named(*zone).offset(*instant) == Some(*offset))
        };
        !is_one && !TZ_VARIANTS.iter().any(shows_all)
    }

    /// Assigns each session to its day. The night belongs to the evening before, and a day begins no later
    /// than its first session.
    fn assign_days(&mut self) {
        let change = self.day_change;
        let starts = self.sessions.iter().filter_map(|session| session.times.start);
        let first = starts.filter(|start| *start >= change).min();
        for session in &mut self.sessions {
            let times = &mut session.times;
            if let (Some(date), Some(time)) = (times.date, times.start) {
                times.day = Some(schedule_day(date, time, change));
            }
        }
        self.day_change = first.map_or(change, |first| change.min(first));
    }

    /// Returns the times of a session as in the schedule, independent of the zone shown, for snapshots.
    pub(super) fn published_times(&self, times: &Times) -> Times {
        let Some(instant) = times.instant.filter(|_| self.is_in_utc()) else { return *times };
        let utc = instant.naive_utc();
        let date = Some(utc.date());
        Times { day: date, date, start: Some(utc.time()), shift: TimeDelta::zero(), ..*times }
    }

    /// Returns the times of a snapshot in the zone shown.
    #[must_use]
    pub fn snapshot_times(&self, session: &SessionSnapshot) -> Times {
        let SessionSnapshot { day, date, start, length, .. } = *session;
        let times = Times { day, date, start, duration: length, ..Times::default() };
        let (true, Some(utc), Some(zero)) =
            (self.is_in_utc(), times.start_datetime(), FixedOffset::east_opt(0))
        else {
            return times.resolved(self.zone);
        };
        let shown = times.starting_at(utc.and_utc(), self.zone, zero);
        let day = shown.date.zip(shown.start).map(|(date, time)| schedule_day(date, time, self.day_change));
        Times { day, ..shown }
    }

    /// Returns the middle of the longest daily pause, preferably a whole hour; midnight if that is in the pause.
    fn quietest_time(&self) -> NaiveTime {
        let mut is_busy = [false; DAY];
        for times in self.sessions.iter().map(|session| &session.times) {
            let Some(start) = times.start else { continue };
            let length = times.duration.unwrap_or_else(|| TimeDelta::minutes(1));
            // Sessions of half a day or more run beside others.
            let length = if length > TimeDelta::hours(12) { 1 } else { length.num_minutes().max(1) };
            let start = usize::try_from(start.num_seconds_from_midnight() / 60).unwrap_or(0);
            for minute in (start..).take(usize::try_from(length).unwrap_or(1)) {
                is_busy[minute % DAY] = true;
            }
        }
        let Some(first) = is_busy.iter().position(|is_busy| *is_busy) else { return NaiveTime::MIN };
        let (mut longest, mut since) = ((0, 0), first);
        for minute in first + 1..=first + DAY {
            if is_busy[minute % DAY] {
                if minute - since > longest.0 {
                    longest = (minute - since, since);
                }
                since = minute;
            }
        }
        // The first and the last minute of the pause.
        let (begin, end) = (longest.1 + 1, longest.1 + longest.0);
        let is_midnight_in = begin <= DAY && DAY <= end || begin == 0;
        let middle = usize::midpoint(begin, end);
        let hour = middle / 60 * 60;
        let cut = if is_midnight_in {
            0
        } else if hour >= begin {
            hour
        } else {
            end
        };
        let seconds = u32::try_from(cut % DAY * 60).unwrap_or(0);
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(NaiveTime::MIN)
    }
}

/// Formats a UTC offset: `UTC+5:30`.
#[must_use]
pub fn offset_label(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let (sign, minutes) = (if seconds < 0 { '\u{2212}' } else { '+' }, seconds.abs() / 60);
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}
