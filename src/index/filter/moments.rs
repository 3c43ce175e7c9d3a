//! What sessions are at a moment: running, next, past.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::index::Index;
use crate::model::{Conference, RoomId, Rooms, SessionId, Status, Times, program_day};

/// When the sessions of a program are, as far as the clock asks.
#[derive(Debug, Clone, Default)]
pub(super) struct Moments {
    sessions: Vec<Moment>,
    day_change: NaiveTime,
    /// When sessions start and on which program day that is, in order of time.
    starts: Vec<(NaiveDateTime, Option<NaiveDate>)>,
}

#[derive(Debug, Clone, Copy)]
struct Moment {
    times: Times,
    takes_place: bool,
    /// When the one before it starts in the room where it is next soonest.
    after: NaiveDateTime,
}

impl Moments {
    pub(super) fn of(conference: &Conference, index: &Index) -> Self {
        let moment = |session: &crate::model::Session| Moment {
            times: session.times,
            takes_place: !matches!(session.status, Some(Status::Cancelled | Status::Postponed)),
            after: NaiveDateTime::MAX,
        };
        let mut moments = Self {
            sessions: conference.sessions.iter().map(moment).collect(),
            day_change: conference.day_change,
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
        let mut starts: Vec<_> =
            takes_place.filter_map(|moment| Some((moment.times.starts()?, moment.times.day))).collect();
        starts.sort_unstable();
        moments.starts = starts;
        moments
    }

    /// Notes for the sessions of one room when the one before each starts; those that start together are no row.
    fn put_in_a_row(&mut self, ids: &[SessionId]) {
        let start = |id: &SessionId| {
            let moment = self.sessions[id.index()];
            moment.times.starts().filter(|_| moment.takes_place).map(|start| (start, *id))
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

    pub(super) fn is_running(&self, id: SessionId, now: NaiveDateTime) -> bool {
        let moment = &self.sessions[id.index()];
        moment.takes_place && moment.times.covers(now)
    }

    /// Whether it starts later, on the first day on which anything does, and nothing before it in one of its rooms.
    pub(super) fn is_next(&self, id: SessionId, now: NaiveDateTime) -> bool {
        let moment = &self.sessions[id.index()];
        let later = self.starts.partition_point(|(start, _)| *start <= now);
        let is_later = moment.takes_place && moment.times.starts().is_some_and(|start| start > now);
        is_later
            && moment.after <= now
            && self.starts.get(later).is_some_and(|(_, day)| *day == moment.times.day)
    }

    /// Whether it is over: its end, or its day where the end is not known.
    pub(super) fn is_past(&self, id: SessionId, now: NaiveDateTime) -> bool {
        let times = &self.sessions[id.index()].times;
        match times.ends() {
            Some(end) => end <= now,
            None => times.day.is_some_and(|day| day < self.day(now)),
        }
    }

    /// Whether its program day is so many days after the one that runs.
    pub(super) fn is_in_days(&self, id: SessionId, days: i64, now: NaiveDateTime) -> bool {
        let day = self.sessions[id.index()].times.day;
        day.is_some_and(|day| day.signed_duration_since(self.day(now)).num_days() == days)
    }

    /// The program day that runs.
    pub(super) fn day(&self, now: NaiveDateTime) -> NaiveDate {
        program_day(now.date(), now.time(), self.day_change)
    }
}
