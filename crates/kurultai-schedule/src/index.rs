//! Lookups derived once from a conference: days, sessions by person, room and track, queries, search, timeline.

mod entity;
mod filter;
mod groups;
mod languages;
mod now;
mod query;
mod search;
mod timeline;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::model::{
    Conference, Moment, Participation, PersonId, RoomId, Rooms, SessionId, Times, TrackId, schedule_day,
};
use crate::text::Lang;

use languages::Languages;

pub use entity::EntityRef;
pub use filter::{Choice, EvalContext, Facet, Filter, NoPlan, PlanLookup, find_names};
pub use now::{RoomNow, now, time_until};
pub use query::{
    CompletionContext, Condition, Is, Key, Operand, Query, QueryError, QueryErrorKind, SearchTerm,
};

pub use groups::{Groups, delegations_by_attendance, people_by_role, sponsors_by_tier};
pub use search::{Field, Highlighter, Hit, SearchIndex, excerpt, group_by_kind, marks};
pub use timeline::{Cell, Column, Direction, Point, Row, Timeline};

/// Lookups for one [`Conference`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    days: Vec<ScheduleDay>,
    by_person: Vec<Vec<SessionId>>,
    by_room: Vec<Vec<SessionId>>,
    by_track: Vec<Vec<SessionId>>,
    parts: Vec<Vec<SessionId>>,
    languages: Languages,
    has_several_clocks: bool,
    has_times: bool,
    has_instants: bool,
    /// For each person, their sessions in schedule order, with the index in the participants of each.
    participations: Vec<Vec<(SessionId, usize)>>,
}

/// A schedule day with its sessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScheduleDay {
    /// The date; `None` for sessions without a day, which come last.
    pub date: Option<NaiveDate>,
    /// Sessions with a time, by time, then in schedule order.
    pub timed: Vec<SessionId>,
    /// Sessions without a time, in schedule order.
    pub untimed: Vec<SessionId>,
    /// Sessions that began on an earlier day and continue, by time.
    pub ongoing: Vec<SessionId>,
}

impl ScheduleDay {
    /// Iterates over the sessions with a time: ongoing ones, then those that start on this day.
    pub fn listed(&self) -> impl Iterator<Item = SessionId> + '_ {
        self.ongoing.iter().chain(&self.timed).copied()
    }
}

impl Index {
    /// Builds the index.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        let mut index = Self {
            days: days(conference),
            by_person: vec![Vec::new(); conference.people.len()],
            by_room: vec![Vec::new(); conference.rooms.len()],
            by_track: vec![Vec::new(); conference.tracks.len()],
            parts: vec![Vec::new(); conference.sessions.len()],
            languages: Languages::new(conference),
            has_several_clocks: conference.has_several_clocks(),
            has_times: conference.sessions.iter().any(|session| session.times.start.is_some()),
            has_instants: conference.has_instants(),
            participations: vec![Vec::new(); conference.people.len()],
        };
        for id in (0..conference.sessions.len()).map(SessionId::new) {
            let session = conference.session(id);
            for (place, participation) in session.people.iter().enumerate() {
                push(&mut index.by_person[participation.person.index()], id);
                index.participations[participation.person.index()].push((id, place));
            }
            if let Rooms::In(rooms) = &session.rooms {
                for room in rooms {
                    push(&mut index.by_room[room.index()], id);
                }
            }
            if let Some(track) = session.track {
                push(&mut index.by_track[track.index()], id);
            }
            if let Some(whole) = session.part_of {
                push(&mut index.parts[whole.index()], id);
            }
        }
        let lists = [&mut index.by_person, &mut index.by_room, &mut index.by_track];
        lists.into_iter().flatten().for_each(|ids| sort_by_time(conference, ids));
        index
    }

    /// Returns the days in order, sessions without a day last. At least one day, which may be empty.
    #[must_use]
    pub fn days(&self) -> &[ScheduleDay] {
        &self.days
    }

    /// Returns the sessions of a person, by time.
    #[must_use]
    pub fn of_person(&self, id: PersonId) -> &[SessionId] {
        &self.by_person[id.index()]
    }

    /// Iterates over a person's participations, by time of the session, without a scan of all participants.
    pub fn participations<'c>(
        &self,
        conference: &'c Conference,
        id: PersonId,
    ) -> impl Iterator<Item = &'c Participation> {
        let all = self.participations[id.index()].as_slice();
        self.of_person(id).iter().flat_map(move |session| {
            let first = all.partition_point(|(other, _)| other < session);
            let of_session = all.iter().skip(first).take_while(move |(other, _)| other == session);
            of_session.filter_map(|(session, place)| conference.session(*session).people.get(*place))
        })
    }

    /// Returns the sessions in a room, by time.
    #[must_use]
    pub fn of_room(&self, id: RoomId) -> &[SessionId] {
        &self.by_room[id.index()]
    }

    /// Returns the sessions of a track, by time.
    #[must_use]
    pub fn of_track(&self, id: TrackId) -> &[SessionId] {
        &self.by_track[id.index()]
    }

    /// True if the sessions have different offsets, and none is known to be that of the venue.
    #[must_use]
    pub fn has_several_clocks(&self) -> bool {
        self.has_several_clocks
    }

    /// True if any session has a start time.
    #[must_use]
    pub fn has_times(&self) -> bool {
        self.has_times
    }

    /// True if the instant of any start is known.
    #[must_use]
    pub fn has_instants(&self) -> bool {
        self.has_instants
    }

    /// Returns the parts of a session, in schedule order.
    #[must_use]
    pub fn parts(&self, id: SessionId) -> &[SessionId] {
        &self.parts[id.index()]
    }

    /// Returns the languages of the schedule, its own first, then in order of appearance.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        &self.languages.all
    }

    /// True if every text is available in this language.
    #[must_use]
    pub fn is_complete_in(&self, lang: &Lang) -> bool {
        self.languages.is_complete(lang)
    }

    /// Returns the index in [`Index::days`] of a session's day.
    #[must_use]
    pub fn day_of(&self, conference: &Conference, id: SessionId) -> usize {
        let date = conference.session(id).times.day;
        self.days.iter().position(|day| day.date == date).unwrap_or(0)
    }

    /// Returns the index in [`Index::days`] of the schedule day at a moment.
    #[must_use]
    pub fn running_day(&self, conference: &Conference, moment: impl Into<Moment>) -> Option<usize> {
        let clock = moment.into().clock;
        let today = schedule_day(clock.date(), clock.time(), conference.day_change);
        self.days.iter().position(|day| day.date == Some(today))
    }
}

fn days(conference: &Conference) -> Vec<ScheduleDay> {
    let mut by_date: BTreeMap<Option<NaiveDate>, ScheduleDay> = BTreeMap::new();
    let declared = conference.days.iter().map(|day| Some(day.date));
    for date in declared {
        by_date.entry(date).or_default().date = date;
    }
    for id in (0..conference.sessions.len()).map(SessionId::new) {
        let times = &conference.session(id).times;
        let day = by_date.entry(times.day).or_default();
        day.date = times.day;
        let list = if times.is_timed() { &mut day.timed } else { &mut day.untimed };
        list.push(id);
    }
    let mut left = MAX_DAYS;
    for fills_days in [true, false] {
        let times = |id: SessionId| &conference.session(id).times;
        let ids = (0..conference.sessions.len()).map(SessionId::new);
        for id in ids.filter(|id| times(*id).fills_days() == fills_days) {
            for date in later_days(times(id), conference.day_change).take(left) {
                if fills_days || by_date.contains_key(&Some(date)) {
                    let day = by_date.entry(Some(date)).or_default();
                    day.date = Some(date);
                    day.ongoing.push(id);
                    left -= 1;
                }
            }
        }
    }
    let undated = by_date.remove(&None);
    let mut days: Vec<ScheduleDay> = by_date.into_values().chain(undated).collect();
    for day in &mut days {
        sort_by_time(conference, &mut day.timed);
        sort_by_time(conference, &mut day.ongoing);
    }
    if days.is_empty() {
        days.push(ScheduleDay::default());
    }
    days
}

/// The largest number of list entries for sessions on later days, more than in any real schedule.
const MAX_DAYS: usize = 20_000;

/// Returns the later days on which a multi-day session continues.
pub fn later_days(times: &Times, day_change: NaiveTime) -> impl Iterator<Item = NaiveDate> + use<> {
    let last = times.final_day(day_change);
    let first = times.day.filter(|_| last.is_some()).and_then(|day| day.succ_opt());
    let days = std::iter::successors(first, NaiveDate::succ_opt);
    days.take_while(move |day| last.is_some_and(|last| *day <= last))
}

/// Returns the sort key of a session: day, all-day sessions first, then local start, or end if only that is known.
fn clock_key(times: &Times) -> impl Ord + use<> {
    let start = times.start.or(times.end_only);
    (times.day.is_none(), times.day, !times.all_day, start.is_none(), times.date, start)
}

/// Sorts sessions by local time. Those with known instants are then sorted by instant among themselves, which matters when
/// clocks are set back or offsets differ.
fn sort_by_time(conference: &Conference, ids: &mut [SessionId]) {
    let times = |id: SessionId| &conference.session(id).times;
    ids.sort_by_key(|id| clock_key(times(*id)));
    for day in ids.chunk_by_mut(|one, other| times(*one).day == times(*other).day) {
        let instant = |id: SessionId| times(id).instant;
        let places: Vec<usize> = (0..day.len()).filter(|at| instant(day[*at]).is_some()).collect();
        let mut known: Vec<SessionId> = places.iter().map(|at| day[*at]).collect();
        let by_instant = |id: &SessionId| -> Option<DateTime<Utc>> { instant(*id) };
        known.sort_by_key(by_instant);
        for (at, id) in places.into_iter().zip(known) {
            day[at] = id;
        }
    }
}

fn push(list: &mut Vec<SessionId>, id: SessionId) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::event_file;
    use crate::model::Role;

    fn read(text: &str) -> (Conference, Index) {
        let conference = event_file::read(&Source::new("test.toml", text)).conference;
        let index = Index::new(&conference);
        (conference, index)
    }

    fn show(conference: &Conference, index: &Index) -> Vec<String> {
        let titles = |ids: &[SessionId]| {
            let reading = conference.reading(None);
            let title =
                |id: &SessionId| conference.session(*id).title.as_ref().unwrap().get(&reading).to_string();
            ids.iter().map(title).collect::<Vec<_>>().join(" ")
        };
        let date = |day: &ScheduleDay| day.date.map_or("-".to_owned(), |date| date.to_string());
        index
            .days()
            .iter()
            .map(|day| {
                let listed: Vec<SessionId> = day.listed().collect();
                format!("{}: {} | {}", date(day), titles(&listed), titles(&day.untimed))
            })
            .collect()
    }

    #[test]
    fn participations_are_in_order_of_time() {
        let (conference, index) = read(
            "title = 't'\ndate = 2025-02-01\n\
             agenda = [\n\
             { title = 'late', start = '12:00', people = ['Ann', { person = 'Bob', role = 'host' }] },\n\
             { title = 'early', start = '09:00', people = [{ person = 'Bob', role = 'chair' }, 'Cy'] },\n\
             { title = 'twice', start = '10:00', people = ['Bob', 'Cy', { person = 'Bob', role = 'guest' }] },\n]\n",
        );
        let roles = |person: usize| -> Vec<Option<&str>> {
            let all = index.participations(&conference, PersonId::new(person));
            all.map(|part| part.role.as_ref().map(Role::word)).collect()
        };
        assert_eq!(roles(0), [None]);
        assert_eq!(roles(1), [Some("chair"), None, Some("guest"), Some("host")]);
        assert_eq!(roles(2), [None, None]);
    }

    #[test]
    fn days_in_order_and_the_unknown_last() {
        let (conference, index) = read(
            "title = 't'\nstart = 2025-02-01\nend = 2025-02-03\n\
             agenda = [\n\
             { title = 'c', date = 2025-02-02, start = '10:00' },\n\
             { title = 'u' },\n\
             { title = 'b', date = 2025-02-02 },\n\
             { title = 'n', date = 2025-02-03, start = '01:00' },\n\
             { title = 'a', date = 2025-02-02, start = '09:00' },\n\
             { title = 'w', date = 2025-02-02, all_day = true },\n\
             { title = 'x', start = '09:00' },\n\
             ]\n[[days]]\ndate = 2025-02-01\n",
        );
        assert_eq!(show(&conference, &index), ["2025-02-01:  | ", "2025-02-02: w a c n | b", "-: x | u"]);
    }

    #[test]
    fn all_day_sessions_are_on_each_of_their_days() {
        let (conference, index) = read(
            "title = 't'\n\
             agenda = [\n\
             { title = 'a', date = 2025-02-02, start = '09:00' },\n\
             { title = 'w', date = 2025-02-01, all_day = true, duration = '72h' },\n\
             { title = 'v', date = 2025-02-02, start = '00:00', end = 2025-02-04T00:00:00 },\n\
             { title = 'o', date = 2025-02-02, all_day = true },\n\
             ]\n",
        );
        assert_eq!(
            show(&conference, &index),
            ["2025-02-01: w | ", "2025-02-02: w v o a | ", "2025-02-03: w v | "]
        );
        assert_eq!(index.day_of(&conference, SessionId::new(1)), 0);
    }

    #[test]
    fn a_session_that_goes_on_is_on_each_day() {
        let (conference, index) = read(
            "title = 't'\n\
             agenda = [\n\
             { title = 'w', start = 2025-02-01T09:00:00, end = 2025-02-03T18:00:00 },\n\
             { title = 'a', date = 2025-02-02, start = '08:00' },\n\
             { title = 'n', start = 2025-02-01T23:00:00, end = 2025-02-02T05:00:00 },\n\
             { title = 'm', start = 2025-02-03T23:00:00, end = 2025-02-04T05:00:00 },\n\
             ]\n",
        );
        assert_eq!(
            show(&conference, &index),
            ["2025-02-01: w n | ", "2025-02-02: w n a | ", "2025-02-03: w m | "]
        );
        let dates = conference.known_dates();
        assert_eq!(
            [dates.start, dates.end].map(|date| date.unwrap().to_string()),
            ["2025-02-01", "2025-02-03"]
        );
    }

    #[test]
    fn a_conference_without_sessions_has_one_empty_day() {
        let (_, index) = read("title = 't'");
        assert_eq!(index.days(), [ScheduleDay::default()]);
    }

    #[test]
    fn the_night_runs_with_the_evening_before() {
        let (conference, index) =
            read("title = 't'\n[[agenda]]\ntitle = 'a'\ndate = 2025-02-01\nstart = '22:00'\n");
        let at = |day, hour| {
            let moment = NaiveDate::from_ymd_opt(2025, 2, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
            index.running_day(&conference, moment)
        };
        assert_eq!([at(1, 3), at(1, 5), at(2, 3), at(2, 4)], [None, Some(0), Some(0), None]);
    }

    #[test]
    fn sessions_are_found_by_person_room_and_track() {
        let (conference, index) = read(
            "title = 't'\ndate = 2025-02-01\n\
             agenda = [\n\
             { title = 'b', id = 'b', start = '10:00', room = ['R', 'S'], track = 'T', speakers = ['P'] },\n\
             { title = 'a', start = '09:00', room = 'R', people = [{ person = 'P', role = 'chair' }] },\n\
             { title = 'c', part_of = 'b' },\n\
             ]\n",
        );
        let id = SessionId::new;
        assert_eq!(index.of_person(PersonId::new(0)), [id(1), id(0)]);
        assert_eq!(index.of_room(RoomId::new(0)), [id(1), id(0)]);
        assert_eq!(index.of_room(RoomId::new(1)), [id(0)]);
        assert_eq!(index.of_track(TrackId::new(0)), [id(0)]);
        assert_eq!(index.parts(id(0)), [id(2)]);
        let chairs = [(Some(&Role::Chair), vec![PersonId::new(0)])];
        assert_eq!(people_by_role(&conference, &index), chairs);
    }
}
