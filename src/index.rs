//! What is looked up in a conference again and again, made once when it is read: its days, and what belongs to whom.

mod entity;
mod filter;
mod groups;
mod languages;
mod now;
mod query;
mod search;
mod timeline;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

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

/// Derived from one [`Conference`], and only good for that one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    days: Vec<ScheduleDay>,
    by_person: Vec<Vec<SessionId>>,
    by_room: Vec<Vec<SessionId>>,
    by_track: Vec<Vec<SessionId>>,
    parts: Vec<Vec<SessionId>>,
    languages: Languages,
    has_several_clocks: bool,
    /// For each person the sessions, in program order, with their places in the lists of people there.
    participations: Vec<Vec<(SessionId, usize)>>,
}

/// One day of the program with its sessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScheduleDay {
    /// Which day; `None` for the sessions whose day is not announced, which come last.
    pub date: Option<NaiveDate>,
    /// The sessions with a time, in order of time, those of one time in program order.
    pub timed: Vec<SessionId>,
    /// The others, in program order.
    pub untimed: Vec<SessionId>,
    /// The sessions that began on an earlier day and last whole days, this one among them, in order of time.
    pub ongoing: Vec<SessionId>,
}

impl ScheduleDay {
    /// Returns the sessions with a time on this day: those that go on from an earlier one, then those that begin on it.
    pub fn listed(&self) -> impl Iterator<Item = SessionId> + '_ {
        self.ongoing.iter().chain(&self.timed).copied()
    }
}

impl Index {
    /// Looks everything up once.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        let mut index = Self {
            days: days(conference),
            by_person: vec![Vec::new(); conference.people.len()],
            by_room: vec![Vec::new(); conference.rooms.len()],
            by_track: vec![Vec::new(); conference.tracks.len()],
            parts: vec![Vec::new(); conference.sessions.len()],
            languages: Languages::of(conference),
            has_several_clocks: conference.has_several_clocks(),
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

    /// The days of the program, in order; the sessions without a day last. At least one, which may be empty.
    #[must_use]
    pub fn days(&self) -> &[ScheduleDay] {
        &self.days
    }

    /// The sessions that somebody takes part in, in order of time.
    #[must_use]
    pub fn of_person(&self, id: PersonId) -> &[SessionId] {
        &self.by_person[id.index()]
    }

    /// Returns what a person is in each of their sessions, in order of time, without a look at the others in these.
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

    /// The sessions in a room, in order of time.
    #[must_use]
    pub fn of_room(&self, id: RoomId) -> &[SessionId] {
        &self.by_room[id.index()]
    }

    /// The sessions of a track, in order of time.
    #[must_use]
    pub fn of_track(&self, id: TrackId) -> &[SessionId] {
        &self.by_track[id.index()]
    }

    /// True if the sessions are on several clocks, none of which is known to be the venue's.
    #[must_use]
    pub fn has_several_clocks(&self) -> bool {
        self.has_several_clocks
    }

    /// The parts of a session, in program order.
    #[must_use]
    pub fn parts(&self, id: SessionId) -> &[SessionId] {
        &self.parts[id.index()]
    }

    /// The languages that the program has: its own first, the others in the order in which they come.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        &self.languages.all
    }

    /// Whether somebody who reads the program in this language meets no text in another one.
    #[must_use]
    pub fn is_complete_in(&self, lang: &Lang) -> bool {
        self.languages.is_complete(lang)
    }

    /// Where in [`Index::days`] a session is.
    #[must_use]
    pub fn day_of(&self, conference: &Conference, id: SessionId) -> usize {
        let date = conference.session(id).times.day;
        self.days.iter().position(|day| day.date == date).unwrap_or(0)
    }

    /// Where in [`Index::days`] the program day is that runs at a moment of the venue's clock.
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
    let mut left = MOST_DAYS;
    for id in (0..conference.sessions.len()).map(SessionId::new) {
        let times = &conference.session(id).times;
        let day = by_date.entry(times.day).or_default();
        day.date = times.day;
        let list = if times.is_timed() { &mut day.timed } else { &mut day.untimed };
        list.push(id);
        for date in later_days(times).take(left) {
            let day = by_date.entry(Some(date)).or_default();
            day.date = Some(date);
            day.ongoing.push(id);
            left -= 1;
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

/// Sessions are listed on so many later days in all, which is more than any schedule has.
const MOST_DAYS: usize = 20_000;

/// Returns the days after its first on which a session lasts whole days.
fn later_days(times: &Times) -> impl Iterator<Item = NaiveDate> + use<> {
    let last = times.last_day();
    let first = times.day.filter(|_| last.is_some()).and_then(|day| day.succ_opt());
    let days = std::iter::successors(first, NaiveDate::succ_opt);
    days.take_while(move |day| last.is_some_and(|last| *day <= last))
}

/// The key by which sessions stand in order of time: by days; in a day what lasts all of it comes first, then by what the
/// clock shows at the start, or at the end where that is all that is known.
fn clock_key(times: &Times) -> impl Ord + use<> {
    let start = times.start.or(times.end_only);
    (times.day.is_none(), times.day, !times.all_day, start.is_none(), times.date, start)
}

/// Puts sessions in order of time. Where the clock shows one time twice, or sessions are on several clocks, those whose
/// instants are known stand in the order of these, in the places that they have among the others.
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
    fn what_a_person_is_in_each_session_in_order_of_time() {
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
    fn what_lasts_whole_days_is_on_each_of_them() {
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
    fn what_belongs_to_whom() {
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
