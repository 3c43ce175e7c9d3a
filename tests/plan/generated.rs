//! Property tests with generated schedules and plans.

use std::collections::BTreeMap;

use std::collections::BTreeSet;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use kurultai_schedule::model::{
    BusyBlock, Conference, HiddenItem, LocalizedText, Note, Pick, Plan, Priority, Room, RoomId, Rooms,
    Session, SessionId, SessionSnapshot, Status, Times, WalkingTimes, Zone,
};
use kurultai_schedule::plan::{Commitment, ConflictKind, Rejection, Row, compare, merge};
use kurultai_schedule::text::SafeText;
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;

use super::Planned;

fn evening() -> NaiveDateTime {
    // Clocks are set forward in this night.
    NaiveDate::from_ymd_opt(2025, 3, 29).unwrap().and_time(NaiveTime::from_hms_opt(20, 0, 0).unwrap())
}

fn minutes(count: i64) -> TimeDelta {
    TimeDelta::minutes(count)
}

prop_compose! {
    fn times()(
        start in weighted(0.95, 0_i64..60),
        length in weighted(0.9, 1_i64..24),
        offset in weighted(0.1, -2_i32..3),
        all_day in weighted(0.05, Just(())),
    ) -> Times {
        let start = start.map(|start| evening() + minutes(start * 10));
        let schedule_day = start.map(|start| (start - TimeDelta::hours(4)).date());
        Times {
            day: schedule_day,
            date: start.map(|start| start.date()),
            start: start.map(|start| start.time()).filter(|_| all_day.is_none()),
            duration: length.map(|length| minutes(length * 5)),
            offset: offset.and_then(|offset| FixedOffset::east_opt(offset * 3600)),
            all_day: all_day.is_some(),
            ..Times::default()
        }
    }
}

prop_compose! {
    fn session()(
        times in times(),
        rooms in prop_oneof![
            8 => vec(0_usize..4, 0..3).prop_map(|rooms| Rooms::In(rooms.into_iter().map(RoomId::new).collect())),
            1 => Just(Rooms::All),
        ],
        same_as in weighted(0.3, 0_usize..4),
        part_of in weighted(0.15, 0_usize..4),
        is_cancelled in weighted(0.05, Just(())),
    ) -> Session {
        Session {
            times,
            rooms,
            same_as: same_as.map(SessionId::new),
            part_of: part_of.map(SessionId::new),
            status: is_cancelled.map(|()| Status::Cancelled),
            ..Session::default()
        }
    }
}

prop_compose! {
    fn planned()(
        mut sessions in vec(session(), 1..12),
        priorities in vec(weighted(0.7, any::<bool>()), 12),
        busy in vec((0_i64..60, 1_i64..12), 0..3),
        walking in of((of(0_u32..9), of(0_u32..20))),
        is_in_zone in any::<bool>(),
    ) -> Planned {
        let mut conference = Conference::new(LocalizedText::untagged(SafeText::line("t")));
        for (at, session) in sessions.iter_mut().enumerate() {
            session.id = Some(SafeText::line(&at.to_string()));
            // References lead only to earlier sessions, so that there are no cycles.
            session.same_as = session.same_as.filter(|same| same.index() < at);
            session.part_of = session.part_of.filter(|whole| whole.index() < at);
        }
        conference.zone = if is_in_zone { Zone::Named(chrono_tz::Europe::Brussels) } else { Zone::Unknown };
        let building = |name| Some(LocalizedText::untagged(SafeText::line(name)));
        let room = |building| Room { building, ..Room::default() };
        conference.rooms = vec![room(building("H")), room(building("H")), room(building("K")), room(None)];
        conference.walking = walking.map(|(same, other)| WalkingTimes { same, other });
        let picks = (0..sessions.len()).filter_map(|at| {
            Some((at, if priorities[at]? { Priority::Must } else { Priority::Maybe }))
        });
        let picks: Vec<_> = picks.collect();
        let busy = busy.into_iter().map(|(start, length)| {
            let start = evening() + minutes(start * 10);
            BusyBlock { start, end: start + minutes(length * 15), title: None }
        });
        conference.sessions = sessions;
        Planned::new(conference, &picks, busy.collect())
    }
}

impl std::fmt::Debug for Planned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sessions = self.conference.sessions.iter().map(|session| {
            (
                session.times.start_datetime(),
                session.times.duration,
                &session.rooms,
                session.same_as,
                session.part_of,
            )
        });
        f.debug_list().entries(sessions).finish()?;
        f.debug_list().entries(self.picks().sessions()).entries(&self.plan.busy).finish()
    }
}

/// Tries all choices that are possible beside the sessions already taken; returns the most musts, then
/// maybes.
fn try_all(
    fits: &impl Fn(&[Commitment], Commitment) -> bool,
    ways: &[(Priority, Vec<Commitment>)],
    taken: &mut Vec<Commitment>,
) -> (usize, usize) {
    let Some(((priority, first), rest)) = ways.split_first() else { return (0, 0) };
    let mut most = try_all(fits, rest, taken);
    for way in first {
        if fits(taken, *way) {
            taken.push(*way);
            let (musts, maybes) = try_all(fits, rest, taken);
            let is_must = usize::from(*priority == Priority::Must);
            most = most.max((musts + is_must, maybes + 1 - is_must));
            taken.pop();
        }
    }
    most
}

/// Returns musts and maybes of the best choice by trying all of them.
fn most(planned: &Planned) -> (usize, usize) {
    let checker = planned.checker();
    let busy: Vec<Commitment> = (0..planned.plan.busy.len()).map(Commitment::Busy).collect();
    let picks: Vec<_> = planned.picks().sessions().collect();
    let ways = |pick: SessionId| {
        let repeats = planned.timetable().repeats(pick);
        let repeats = repeats.filter(|other| {
            let session = planned.conference.session(*other);
            planned.picks().priority(*other).is_none() && session.times.start_datetime().is_some()
        });
        let ways = repeats.chain([pick]).filter(|way| planned.conference.session(*way).status.is_none());
        ways.map(Commitment::Session).collect::<Vec<_>>()
    };
    let ways: Vec<(Priority, Vec<Commitment>)> =
        picks.iter().map(|(pick, priority)| (*priority, ways(*pick))).collect();
    let fits = |taken: &[Commitment], way: Commitment| {
        !taken.contains(&way) && taken.iter().all(|other| checker.conflict_kind(way, *other).is_none())
    };
    try_all(&fits, &ways, &mut busy.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_clash_is_the_same_from_both_sides(planned in planned()) {
        let checker = planned.checker();
        let sessions = (0..planned.conference.sessions.len()).map(|at| Commitment::Session(SessionId::new(at)));
        let parties: Vec<Commitment> = sessions.chain((0..planned.plan.busy.len()).map(Commitment::Busy)).collect();
        for (one, other) in parties.iter().flat_map(|one| parties.iter().map(move |other| (*one, *other))) {
            prop_assert_eq!(checker.conflict_kind(one, other), checker.conflict_kind(other, one));
            if one == other {
                prop_assert_eq!(checker.conflict_kind(one, other), None);
            }
        }
    }

    #[test]
    fn nothing_that_collides_is_too_far_away_to_be_found(planned in planned()) {
        let checker = planned.checker();
        let picks = planned.picks();
        let picked = picks.sessions().map(|(id, _)| Commitment::Session(id));
        let parties: Vec<Commitment> = picked.chain((0..planned.plan.busy.len()).map(Commitment::Busy)).collect();
        for id in (0..planned.conference.sessions.len()).map(SessionId::new) {
            let is_in_conflict = |party: &&Commitment| checker.conflict_kind(Commitment::Session(id), **party).is_some();
            let all: BTreeSet<Commitment> = parties.iter().filter(is_in_conflict).copied().collect();
            let found: BTreeSet<Commitment> = checker.conflicts(id).iter().map(|conflict| conflict.with).collect();
            prop_assert_eq!(found, all);
        }
    }

    #[test]
    fn overlapping_sessions_share_a_minute(mut planned in planned()) {
        planned.conference.zone = Zone::Unknown;
        for session in &mut planned.conference.sessions {
            session.times.offset = None;
            session.part_of = None;
            session.status = None;
        }
        let planned = Planned::new(planned.conference, &[], Vec::new());
        let taken = |times: &Times| {
            let start = times.start_datetime().filter(|_| !times.all_day);
            let length = times.duration.map_or(1, |length| length.num_minutes());
            start.map(|start| (0..length).map(|minute| start + minutes(minute)).collect::<Vec<_>>())
        };
        let sessions = &planned.conference.sessions;
        for one in 0..sessions.len() {
            for other in 0..one {
                let all = taken(&sessions[one].times).zip(taken(&sessions[other].times));
                let shared = all.map_or(0, |(one, other)| one.iter().filter(|at| other.contains(at)).count());
                let parties = [one, other].map(|at| Commitment::Session(SessionId::new(at)));
                let conflict = planned.checker().conflict_kind(parties[0], parties[1]);
                let is_known = [one, other].iter().all(|at| sessions[*at].times.duration.is_some());
                prop_assert_eq!(matches!(conflict, Some(ConflictKind::Overlap { .. })), shared > 0);
                if let Some(ConflictKind::Overlap { minutes }) = conflict {
                    prop_assert_eq!(minutes, is_known.then_some(u32::try_from(shared).unwrap()));
                }
            }
        }
    }

    #[test]
    fn a_solved_plan_has_no_clash_and_is_the_best_there_is(planned in planned()) {
        let (checker, solution) = (planned.checker(), planned.checker().solve());
        prop_assert!(solution.is_exact);
        let busy = (0..planned.plan.busy.len()).map(Commitment::Busy);
        let kept_commitments: Vec<Commitment> = solution.kept.iter().map(|kept_commitments| Commitment::Session(kept_commitments.session)).chain(busy).collect();
        for (at, one) in kept_commitments.iter().enumerate() {
            for other in &kept_commitments[..at] {
                prop_assert_ne!(one, other);
                prop_assert_eq!(checker.conflict_kind(*one, *other), None);
            }
        }
        let count = |priority| {
            solution.kept.iter().filter(|kept_commitments| planned.picks().priority(kept_commitments.pick) == Some(priority)).count()
        };
        prop_assert_eq!((count(Priority::Must), count(Priority::Maybe)), most(&planned));
        let mut all: Vec<SessionId> = solution.kept.iter().map(|kept_commitments| kept_commitments.pick).collect();
        all.extend(solution.left_out.iter().map(|(id, _)| *id));
        all.sort_unstable();
        prop_assert_eq!(all, planned.picks().sessions().map(|(id, _)| id).collect::<Vec<_>>());
        for (id, why) in &solution.left_out {
            match why {
                Rejection::NotHeld => prop_assert!(planned.conference.session(*id).status.is_some()),
                Rejection::Conflicts(with) => {
                    prop_assert!(!with.is_empty());
                    for conflict in with {
                        prop_assert!(kept_commitments.contains(&conflict.with));
                        prop_assert_eq!(checker.conflict_kind(Commitment::Session(*id), conflict.with), Some(conflict.kind));
                    }
                }
            }
        }
    }

    #[test]
    fn days_have_every_pick_once_and_gaps_where_nothing_is(planned in planned()) {
        let days = planned.checker().days();
        let mut met: BTreeMap<SessionId, usize> = BTreeMap::new();
        let mut busy = vec![0; planned.plan.busy.len()];
        let times = |id: SessionId| planned.conference.session(id).times;
        // Clocks skip some of the times.
        let shown = |busy: &BusyBlock| busy.times(&planned.conference);
        let taken: Vec<(NaiveDateTime, NaiveDateTime)> = planned
            .picks()
            .sessions()
            .filter(|(id, _)| planned.conference.session(*id).status.is_none() && !times(*id).all_day)
            .filter_map(|(id, _)| Some((times(id).start_datetime()?, times(id).end_datetime().or(times(id).start_datetime())?)))
            .chain(planned.plan.busy.iter().filter_map(|busy| shown(busy).start_datetime().zip(shown(busy).end_datetime())))
            .collect();
        for day in &days {
            day.untimed.iter().for_each(|id| *met.entry(*id).or_default() += 1);
            let mut last = None;
            for row in &day.rows {
                let start = match row {
                    Row::Session(id, _) => {
                        *met.entry(*id).or_default() += 1;
                        times(*id).start_datetime().unwrap()
                    }
                    Row::Busy(at) => {
                        busy[*at] += 1;
                        shown(&planned.plan.busy[*at]).start_datetime().unwrap()
                    }
                    Row::Free { from, to } => {
                        prop_assert!(from.until(*to) >= minutes(15));
                        let (from, to) = (&from.clock, &to.clock);
                        for (start, end) in &taken {
                            prop_assert!(end <= from || to <= start, "{start}–{end} in {from}–{to}");
                        }
                        prop_assert!(taken.iter().any(|(_, end)| end == from));
                        prop_assert!(taken.iter().any(|(start, _)| start == to));
                        *from
                    }
                };
                prop_assert!(last <= Some(start));
                last = Some(start);
            }
        }
        let picked: BTreeMap<SessionId, usize> = planned.picks().sessions().map(|(id, _)| (id, 1)).collect();
        prop_assert_eq!(met, picked);
        prop_assert!(busy.iter().all(|count| *count == 1));
    }

    #[test]
    fn merging_does_not_depend_on_order_or_number(one in plan(), two in plan(), three in plan()) {
        let both = merge(&one, &two);
        prop_assert_eq!(&both, &merge(&two, &one));
        prop_assert_eq!(&both, &merge(&both, &both));
        prop_assert_eq!(&both, &merge(&both, &two));
        prop_assert_eq!(merge(&both, &three), merge(&one, &merge(&two, &three)));
        for pick in one.picks.iter().chain(&two.picks) {
            let is_there = |kept_commitments: &&Pick| kept_commitments.session.key() == pick.session.key();
            let kept_commitments: Vec<_> = both.picks.iter().filter(is_there).collect();
            prop_assert!(kept_commitments.len() == 1 && kept_commitments[0].priority >= pick.priority);
        }
        let (there, back) = (compare(&one, &two), compare(&two, &one));
        prop_assert_eq!(there.both.len() + there.only_first.len() + there.only_second.len(), both.picks.len());
        prop_assert_eq!(there.only_first, back.only_second);
        prop_assert_eq!(compare(&both, &both).both.len(), both.picks.len());
    }
}

fn remembered() -> impl Strategy<Value = SessionSnapshot> {
    let text = || of("[ab]".prop_map(|text| SafeText::line(&text)));
    let day = of((1_u32..3).prop_map(|day| NaiveDate::from_ymd_opt(2025, 2, day).unwrap()));
    (text(), text(), text(), text(), day).prop_map(|(guid, id, url, title, date)| SessionSnapshot {
        guid,
        id,
        url,
        title,
        date,
        ..SessionSnapshot::default()
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    let priority = prop_oneof![Just(Priority::Maybe), Just(Priority::Must)];
    let picks =
        vec((remembered(), priority).prop_map(|(session, priority)| Pick { session, priority }), 0..5);
    let text = || "[xy]".prop_map(|text| SafeText::line(&text));
    let notes = vec((remembered(), text()).prop_map(|(session, text)| Note { session, text }), 0..4);
    let hidden = prop_oneof![
        remembered().prop_map(HiddenItem::Session),
        text().prop_map(HiddenItem::Room),
        text().prop_map(HiddenItem::Track),
    ];
    let busy = (0_i64..3, of(text())).prop_map(|(start, title)| {
        let start = evening() + minutes(start * 10);
        BusyBlock { start, end: start + minutes(15), title }
    });
    (of(text()), picks, notes, vec(busy, 0..3), vec(hidden, 0..3)).prop_map(
        |(conference, picks, notes, busy, hidden)| Plan {
            conference,
            title: None,
            picks,
            notes,
            busy,
            hidden,
        },
    )
}
