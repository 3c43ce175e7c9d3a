//! State of sessions at a moment: running, next, past.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::index::Index;
use crate::model::{Conference, Moment, RoomId, Rooms, SessionId, Times, Zone, schedule_day};

/// The times of all sessions.
#[derive(Debug, Clone)]
pub(super) struct TimeStates {
    sessions: Vec<When>,
    day_change: NaiveTime,
    zone: Zone,
    /// Starts of sessions with their schedule days, in order.
    starts: Vec<(NaiveDateTime, Option<NaiveDate>)>,
}

#[derive(Debug, Clone, Copy)]
struct When {
    times: Times,
    is_off: bool,
    /// The start of the previous session in the room where this one is next first.
    after: NaiveDateTime,
}

/// Returns a sortable value for a moment, by instant if that is known.
fn order(moment: Moment, zone: Zone) -> NaiveDateTime {
    moment.instant.or_else(|| zone.instant(moment.clock)).map_or(moment.clock, |instant| instant.naive_utc())
}

impl TimeStates {
    pub(super) fn of(conference: &Conference, index: &Index) -> Self {
        let moment = |session: &crate::model::Session| When {
            times: session.times,
            is_off: session.is_off(),
            after: NaiveDateTime::MAX,
        };
        let mut moments = Self {
            sessions: conference.sessions.iter().map(moment).collect(),
            day_change: conference.day_change,
            zone: conference.zone,
            starts: Vec::new(),
        };
        for room in (0..conference.rooms.len()).map(RoomId::new) {
            moments.put_in_a_row(index.of_room(room));
        }
        // Sessions in all rooms or in unknown ones form one sequence.
        let is_elsewhere = |id: &SessionId| match &conference.session(*id).rooms {
            Rooms::All => true,
            Rooms::In(rooms) => rooms.is_empty(),
        };
        let all = (0..conference.sessions.len()).map(SessionId::new);
        let elsewhere: Vec<SessionId> = all.filter(is_elsewhere).collect();
        moments.put_in_a_row(&elsewhere);
        let timed = moments.sessions.iter().filter(|moment| !moment.is_off);
        let mut starts: Vec<_> = timed
            .filter_map(|moment| Some((order(moment.times.begins()?, conference.zone), moment.times.day)))
            .collect();
        starts.sort_unstable();
        moments.starts = starts;
        moments
    }

    /// Records for the sessions of a room when the previous one starts. Sessions that start together do not precede each other.
    fn put_in_a_row(&mut self, ids: &[SessionId]) {
        let start = |id: &SessionId| {
            let moment = self.sessions[id.index()];
            moment.times.begins().filter(|_| !moment.is_off).map(|start| (order(start, self.zone), *id))
        };
        let mut row: Vec<(NaiveDateTime, SessionId)> = ids.iter().filter_map(start).collect();
        row.sort_unstable();
        let (mut before, mut latest) = (NaiveDateTime::MIN, NaiveDateTime::MIN);
        for (start, id) in row {
            if start > latest {
                (before, latest) = (latest, start);
            }
            let moment = &mut self.sessions[id.index()];
            moment.after = moment.after.min(before);
        }
    }

    pub(super) fn is_running(&self, id: SessionId, now: Moment) -> bool {
        let moment = &self.sessions[id.index()];
        !moment.is_off && moment.times.covers(now)
    }

    /// True if the session starts later, on the next day with any session, and is the first of those in one of its rooms.
    pub(super) fn is_next(&self, id: SessionId, now: Moment) -> bool {
        let moment = &self.sessions[id.index()];
        let later = self.starts.partition_point(|(start, _)| *start <= order(now, self.zone));
        let is_later = !moment.is_off && moment.times.begins().is_some_and(|start| now.is_before(start));
        is_later
            && moment.after <= order(now, self.zone)
            && self.starts.get(later).is_some_and(|(_, day)| *day == moment.times.day)
    }

    /// True if the session has ended, or its day has if its end is unknown.
    pub(super) fn is_past(&self, id: SessionId, now: Moment) -> bool {
        let times = &self.sessions[id.index()].times;
        match times.finishes() {
            Some(end) => !now.is_before(end),
            None => times.last_day().or(times.day).is_some_and(|day| day < self.day(now)),
        }
    }

    /// True if the session is on the schedule day in `days` days.
    pub(super) fn is_in_days(&self, id: SessionId, days: i64, now: Moment) -> bool {
        let day = TimeDelta::try_days(days).and_then(|days| self.day(now).checked_add_signed(days));
        day.is_some_and(|day| self.sessions[id.index()].times.is_on(day, self.day_change))
    }

    /// Returns the schedule day of a moment.
    pub(super) fn day(&self, now: Moment) -> NaiveDate {
        schedule_day(now.clock.date(), now.clock.time(), self.day_change)
    }
}
