//! Property tests with generated schedules that are reordered, renumbered and edited.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use kurultai_schedule::model::{
    Conference, LocalizedText, Participation, Person, PersonId, Pick, Plan, Priority, Room, RoomId, Rooms,
    Session, SessionId, SessionSnapshot, Status, Times,
};
use kurultai_schedule::plan::{
    About, Edition, Fact, Item, ResolvedPlan, SessionMatcher, changes, pair_sessions,
};
use kurultai_schedule::text::{SafeText, fold};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;

/// Generates few names, so that many sessions share them. `A` and `a` are different titles that match each
/// other.
fn title() -> impl Strategy<Value = Option<LocalizedText>> {
    let title = prop_oneof![Just("A"), Just("a"), Just("B"), Just("Lunch"), Just("Ё"), Just("C C")];
    weighted(0.9, title.prop_map(|title| LocalizedText::untagged(SafeText::line(title))))
}

fn name(of: &'static str, count: u8) -> impl Strategy<Value = Option<SafeText>> {
    weighted(0.6, (0..count).prop_map(move |number| SafeText::line(&format!("{of}{number}"))))
}

fn times() -> impl Strategy<Value = Times> {
    let time = (0..3_u32, of(8..11_u32), of(1..3_i64));
    time.prop_map(|(day, hour, length)| {
        let date = NaiveDate::from_ymd_opt(2025, 2, 1 + day).filter(|_| day < 2);
        let start = hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
        Times { day: date, date, start, duration: length.map(TimeDelta::hours), ..Times::default() }
    })
}

prop_compose! {
    fn session()(
        guid in name("g", 40), id in name("i", 8), url in name("https://u/", 6), title in title(), times in times(),
        is_cancelled in weighted(0.1, Just(Status::Cancelled)), rooms in vec(0..3_usize, 0..3),
        people in vec(0..3_usize, 0..3), tags in vec(name("tag ", 3), 0..3),
    ) -> Session {
        let people = people.into_iter().map(PersonId::new);
        let people = people.map(|person| Participation { person, role: None, name: None }).collect();
        let tags = tags.into_iter().flatten().map(LocalizedText::untagged).collect();
        let rooms = Rooms::In(rooms.into_iter().map(RoomId::new).collect());
        Session { guid, id, url, title, times, status: is_cancelled, rooms, people, tags, ..Session::default() }
    }
}

fn conference(sessions: Vec<Session>) -> Conference {
    let text = |text: &str| Some(LocalizedText::untagged(SafeText::line(text)));
    let mut conference = Conference::new(LocalizedText::untagged(SafeText::line("t")));
    conference.rooms = ["R", "S", "T"].map(|name| Room { name: text(name), ..Room::default() }).to_vec();
    conference.people = ["P", "Q", "V"].map(|name| Person { name: text(name), ..Person::default() }).to_vec();
    conference.sessions = sessions;
    conference
}

fn schedule() -> impl Strategy<Value = Conference> {
    vec(session(), 0..12).prop_map(conference)
}

/// Generates a schedule and another edition of it: some sessions are edited, removed or added, and all are
/// reordered.
fn editions() -> impl Strategy<Value = (Conference, Conference)> {
    let edited = vec((session(), session(), 0..12_u8), 0..12);
    let edition = edited.prop_flat_map(|sessions| {
        let old: Vec<Session> = sessions.iter().map(|(session, ..)| session.clone()).collect();
        let new = sessions.into_iter().filter_map(|(session, other, edit)| match edit {
            0 => None,
            1 => Some(other),
            2 => Some(Session { times: other.times, ..session }),
            3 => Some(Session { rooms: other.rooms, ..session }),
            4 => Some(Session { title: other.title, ..session }),
            5 => Some(Session { status: other.status, ..session }),
            6 => Some(Session { id: other.id, ..session }),
            7 => Some(Session { guid: other.guid, url: other.url, ..session }),
            8 => Some(Session { people: other.people, tags: other.tags, ..session }),
            _ => Some(session),
        });
        (Just(old), Just(new.collect::<Vec<_>>()).prop_shuffle())
    });
    edition.prop_map(|(old, new)| (conference(old), conference(new)))
}

/// Generates the same schedule with sessions, people and rooms reordered.
fn reordered(conference: &Conference) -> impl Strategy<Value = Conference> + use<> {
    let whole = conference.clone();
    Just(conference.sessions.clone()).prop_shuffle().prop_map(move |mut sessions| {
        for session in &mut sessions {
            session.people.reverse();
            if let Rooms::In(rooms) = &mut session.rooms {
                rooms.reverse();
            }
        }
        Conference { sessions, ..whole.clone() }
    })
}

/// Adds a unique guid to each session.
fn with_guids(mut conference: Conference) -> Conference {
    for (at, session) in conference.sessions.iter_mut().enumerate() {
        session.guid = Some(SafeText::line(&format!("guid {at}")));
    }
    conference
}

fn plan(sessions: impl IntoIterator<Item = SessionSnapshot>) -> Plan {
    let picks = sessions.into_iter().map(|session| Pick { session, priority: Priority::Must });
    Plan { picks: picks.collect(), ..Plan::default() }
}

/// Formats all properties of a session, independent of their order.
fn shown(session: Option<&SessionSnapshot>) -> String {
    let Some(session) = session else { return String::new() };
    let (mut people, mut rooms) = (session.people.clone(), session.rooms.clone());
    people.sort();
    rooms.sort();
    format!("{:?}", SessionSnapshot { people, rooms, ..session.clone() })
}

/// Formats a value, independent of the order of its items.
fn values(items: &[Item]) -> Vec<String> {
    let mut items: Vec<String> = items.iter().map(|item| format!("{item:?}")).collect();
    items.sort();
    items
}

proptest! {
    #[test]
    fn nothing_changes_by_order(
        (one, other) in schedule().prop_flat_map(|one| (Just(one.clone()), reordered(&one)))
    ) {
        prop_assert_eq!(changes(&Edition::of(&one), &other), []);
    }

    #[test]
    fn the_other_way_round_it_is_the_inverse((old, new) in editions()) {
        let there = changes(&Edition::of(&old), &new).into_iter();
        let back = changes(&Edition::of(&new), &old).into_iter();
        let mut there: Vec<_> = there
            .map(|change| {
                let sides = (shown(change.is.as_ref()), shown(change.was.as_ref()));
                (change.about, change.fact.inverse(), sides, values(&change.to), values(&change.from))
            })
            .collect();
        let mut back: Vec<_> =
            back.map(|change| {
                let sides = (shown(change.was.as_ref()), shown(change.is.as_ref()));
                (change.about, change.fact, sides, values(&change.from), values(&change.to))
            })
            .collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn each_session_matches_at_most_one_session((old, new) in editions()) {
        let pairs = pair_sessions(&old.snapshots(), &new);
        let common: Vec<SessionId> = pairs.iter().copied().flatten().collect();
        prop_assert_eq!(common.iter().collect::<BTreeSet<_>>().len(), common.len());
        let changes = changes(&Edition::of(&old), &new);
        let of_sessions = || changes.iter().filter(|change| change.about == About::Session);
        let count = |fact| of_sessions().filter(|change| change.fact == fact).count();
        prop_assert_eq!(count(Fact::Gone), old.sessions.len() - common.len());
        prop_assert_eq!(count(Fact::New), new.sessions.len() - common.len());
    }

    #[test]
    fn picks_survive_all_changes_that_keep_guids((old, edits, order) in schedule().prop_flat_map(|old| {
        let old = with_guids(old);
        let count = old.sessions.len();
        let order: Vec<usize> = (0..count).collect();
        (Just(old), vec(session(), count), Just(order).prop_shuffle())
    })) {
        let edited = order.iter().map(|at| {
            Session { guid: old.sessions[*at].guid.clone(), ..edits[*at].clone() }
        });
        let new = conference(edited.collect());
        let plan = plan((0..old.sessions.len()).map(|at| old.snapshot(SessionId::new(at))));
        let picks = ResolvedPlan::new(&plan, &new);
        prop_assert_eq!((picks.count(), picks.missing().count()), (old.sessions.len(), 0));
        for (at, was) in order.into_iter().enumerate() {
            let names: Vec<_> = picks.names(&plan, SessionId::new(at)).collect();
            prop_assert_eq!(names, [&plan.picks[was].session]);
        }
        // With guids, both algorithms give the same result.
        let followed = SessionMatcher::new(&new);
        let found: Vec<_> = old.snapshots().iter().map(|session| followed.find(session)).collect();
        prop_assert_eq!(found, pair_sessions(&old.snapshots(), &new));
    }

    #[test]
    fn a_pick_finds_itself(conference in schedule()) {
        let all: Vec<SessionSnapshot> =
            (0..conference.sessions.len()).map(|at| conference.snapshot(SessionId::new(at))).collect();
        let followed = SessionMatcher::new(&conference);
        let found = followed.find_all(&all);
        for (at, session) in all.iter().enumerate() {
            prop_assert_eq!(found[at], followed.find(session));
            let found = found[at];
            // Of indistinguishable sessions, the first is acceptable.
            let is_it = found.is_some_and(|found| {
                let (found, own) = (conference.snapshot(found), conference.snapshot(SessionId::new(at)));
                let look = |session: &SessionSnapshot| (fold(session.title.as_deref().unwrap_or_default()), session.day, session.start);
                found.key() == own.key() || look(&found) == look(&own)
            });
            prop_assert!(is_it, "{:?} is {:?}", session, found);
        }
    }
}
