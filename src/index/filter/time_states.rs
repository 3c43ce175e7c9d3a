//! What sessions are at a moment: running, next, past.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::index::Index;
use crate::model::{Conference, Moment, RoomId, Rooms, SessionId, Status, Times, Zone, schedule_day};

/// When the sessions of a program are, as far as the clock asks.
#[derive(Debug, Clone)]
pub(super) struct TimeStates {
    sessions: Vec<When>,
    day_change: NaiveTime,
    zone: Zone,
    /// When sessions start and on which program day that is, in order of time.
    starts: Vec<(NaiveDateTime, Option<NaiveDate>)>,
}

#[derive(Debug, Clone, Copy)]
struct When {
    times: Times,
    takes_place: bool,
    /// When the one before it starts in the room where it is next soonest.
    after: NaiveDateTime,
}

/// Returns the position of a moment among those of a schedule: by its instant if that is known.
fn order(moment: Moment, zone: Zone) -> NaiveDateTime {
    moment.instant.or_else(|| zone.instant(moment.clock)).map_or(moment.clock, |instant| instant.naive_utc())
}

impl TimeStates {
    pub(super) fn of(conference: &Conference, index: &Index) -> Self {
        let moment = |session: &crate::model::Session| When {
            times: session.times,
            takes_place: !matches!(session.status, Some(Status::Cancelled | Status::Postponed)),
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
        // What is everywhere, or nobody knows where, is one row.
        let is_elsewhere = |id: &SessionId| match &conference.session(*id).rooms {
            Rooms::All => true,
            Rooms::In(rooms) => rooms.is_empty(),
        };
        let all = (0..conference.sessions.len()).map(SessionId::new);
        let elsewhere: Vec<SessionId> = all.filter(is_elsewhere).collect();
        moments.put_in_a_row(&elsewhere);
        let takes_place = moments.sessions.iter().filter(|moment| moment.takes_place);
        let mut starts: Vec<_> = takes_place
            .filter_map(|moment| Some((order(moment.times.begins()?, conference.zone), moment.times.day)))
            .collect();
        starts.sort_unstable();
        moments.starts = starts;
        moments
    }

    /// Notes for the sessions of one room when the one before each starts; those that start together are no row.
    fn put_in_a_row(&mut self, ids: &[SessionId]) {
        let start = |id: &SessionId| {
            let moment = self.sessions[id.index()];
            moment.times.begins().filter(|_| moment.takes_place).map(|start| (order(start, self.zone), *id))
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
        moment.takes_place && moment.times.covers(now)
    }

    /// Whether it starts later, on the first day on which anything does, and nothing before it in one of its rooms.
    pub(super) fn is_next(&self, id: SessionId, now: Moment) -> bool {
        let moment = &self.sessions[id.index()];
        let later = self.starts.partition_point(|(start, _)| *start <= order(now, self.zone));
        let is_later = moment.takes_place && moment.times.begins().is_some_and(|start| now.is_before(start));
        is_later
            && moment.after <= order(now, self.zone)
            && self.starts.get(later).is_some_and(|(_, day)| *day == moment.times.day)
    }

    /// Whether it is over: its end, or its day where the end is not known.
    pub(super) fn is_past(&self, id: SessionId, now: Moment) -> bool {
        let times = &self.sessions[id.index()].times;
        match times.finishes() {
            Some(end) => !now.is_before(end),
            None => times.last_day().or(times.day).is_some_and(|day| day < self.day(now)),
        }
    }

    /// Whether its program day is so many days after the one that runs.
    pub(super) fn is_in_days(&self, id: SessionId, days: i64, now: Moment) -> bool {
        let day = TimeDelta::try_days(days).and_then(|days| self.day(now).checked_add_signed(days));
        day.is_some_and(|day| self.sessions[id.index()].times.is_on(day))
    }

    /// The program day that runs.
    pub(super) fn day(&self, now: Moment) -> NaiveDate {
        schedule_day(now.clock.date(), now.clock.time(), self.day_change)
    }
}
