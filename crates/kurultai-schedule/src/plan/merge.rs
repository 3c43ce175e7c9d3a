//! Merging and comparing plans.

use std::collections::{BTreeMap, BTreeSet};

use super::ResolvedPlan;
use crate::model::{
    BusyBlock, HiddenItem, Note, Pick, Plan, Priority, SessionId, SessionSnapshot, SnapshotKey,
};
use crate::text::SafeText;

/// Merges two plans. Sessions are matched by [`key`](SessionSnapshot::key). Keeps the higher priority, both
/// notes, and the greater snapshot, so that merging is commutative and idempotent. Both plans should be for
/// the same conference.
///
/// ```
/// use kurultai_schedule::model::{Priority, Pick, Plan, SessionSnapshot};
/// use kurultai_schedule::plan::merge;
/// use kurultai_schedule::text::SafeText;
///
/// let session = || SessionSnapshot { id: Some(SafeText::line("a")), ..SessionSnapshot::default() };
/// let plan = |priority| Plan { picks: vec![Pick { session: session(), priority }], ..Plan::default() };
/// assert_eq!(merge(&plan(Priority::Maybe), &plan(Priority::Must)), plan(Priority::Must));
/// ```
#[must_use]
pub fn merge(one: &Plan, other: &Plan) -> Plan {
    let mut picks: BTreeMap<SnapshotKey<'_>, Pick> = BTreeMap::new();
    for pick in one.picks.iter().chain(&other.picks) {
        let known = picks.entry(pick.session.key()).or_insert_with(|| pick.clone());
        known.priority = known.priority.max(pick.priority);
        keep_greater(&mut known.session, &pick.session);
    }
    let mut notes: BTreeMap<(SnapshotKey<'_>, &SafeText), Note> = BTreeMap::new();
    for note in one.notes.iter().chain(&other.notes) {
        let known = notes.entry((note.session.key(), &note.text)).or_insert_with(|| note.clone());
        keep_greater(&mut known.session, &note.session);
    }
    let (mut sessions, mut places) = (BTreeMap::new(), BTreeSet::new());
    for hidden in one.hidden.iter().chain(&other.hidden) {
        match hidden {
            HiddenItem::Session(session) => {
                keep_greater(sessions.entry(session.key()).or_insert_with(|| session.clone()), session);
            }
            _ => {
                places.insert(hidden.clone());
            }
        }
    }
    let busy: BTreeSet<&BusyBlock> = one.busy.iter().chain(&other.busy).collect();
    Plan {
        conference: one.conference.clone().max(other.conference.clone()),
        title: one.title.clone().max(other.title.clone()),
        picks: sorted(picks.into_values(), |pick| &pick.session),
        notes: sorted(notes.into_values(), |note| &note.session),
        busy: busy.into_iter().cloned().collect(),
        hidden: sorted(sessions.into_values(), |session| session)
            .into_iter()
            .map(HiddenItem::Session)
            .chain(places)
            .collect(),
    }
}

fn keep_greater(known: &mut SessionSnapshot, other: &SessionSnapshot) {
    if *known < *other {
        known.clone_from(other);
    }
}

/// Sorts by time, unknown times last.
fn sorted<T: Ord>(things: impl Iterator<Item = T>, session: impl Fn(&T) -> &SessionSnapshot) -> Vec<T> {
    let mut things: Vec<T> = things.collect();
    things.sort_by(|one, other| {
        let key = |thing| {
            let session = session(thing);
            (session.date.is_none(), session.date, session.start, &session.title)
        };
        key(one).cmp(&key(other)).then_with(|| one.cmp(other))
    });
    things
}

/// A comparison of the picks of two plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison<T> {
    /// Picks in both, with both priorities.
    pub both: Vec<(T, Priority, Priority)>,
    /// Picks in the first plan only.
    pub only_first: Vec<(T, Priority)>,
    /// Picks in the second plan only.
    pub only_second: Vec<(T, Priority)>,
}

/// Compares the picks of two plans by [`key`](SessionSnapshot::key), sorted by time.
#[must_use]
pub fn compare(first: &Plan, second: &Plan) -> Comparison<SessionSnapshot> {
    let named = |plan: &Plan| {
        // Duplicates count with their higher priority, as in a merged plan.
        let picks = merge(plan, &Plan::default()).picks;
        picks.into_iter().map(|pick| (pick.session, pick.priority)).collect::<Vec<_>>()
    };
    compared(named(first), named(second), |one, other| one.key().cmp(&other.key()))
}

/// Compares the picks of two plans in one schedule, in schedule order, without missing sessions: see
/// [`compare`].
#[must_use]
pub fn compare_in_schedule(first: &ResolvedPlan, second: &ResolvedPlan) -> Comparison<SessionId> {
    compared(first.sessions().collect(), second.sessions().collect(), Ord::cmp)
}

fn compared<T>(
    first: Vec<(T, Priority)>,
    second: Vec<(T, Priority)>,
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Comparison<T> {
    let mut comparison = Comparison { both: Vec::new(), only_first: Vec::new(), only_second: Vec::new() };
    let mut places: Vec<usize> = (0..second.len()).collect();
    places.sort_by(|one, other| order(&second[*one].0, &second[*other].0));
    let mut is_shared = vec![false; second.len()];
    for (thing, priority) in first {
        match places.binary_search_by(|at| order(&second[*at].0, &thing)) {
            Ok(place) => {
                let at = places[place];
                is_shared[at] = true;
                comparison.both.push((thing, priority, second[at].1));
            }
            Err(_) => comparison.only_first.push((thing, priority)),
        }
    }
    let others = second.into_iter().zip(is_shared).filter(|(_, is_shared)| !is_shared);
    comparison.only_second = others.map(|(other, _)| other).collect();
    comparison
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(picks: &[(&str, Priority)]) -> Plan {
        let session =
            |id: &str| SessionSnapshot { id: Some(SafeText::line(id)), ..SessionSnapshot::default() };
        let pick = |(id, priority): &(&str, Priority)| Pick { session: session(id), priority: *priority };
        Plan { picks: picks.iter().map(pick).collect(), ..Plan::default() }
    }

    #[test]
    fn two_people_see_what_they_have_in_common() {
        let first = plan(&[
            ("a", Priority::Must),
            ("b", Priority::Maybe),
            ("c", Priority::Maybe),
            ("c", Priority::Must),
        ]);
        let second = plan(&[("d", Priority::Must), ("c", Priority::Maybe), ("a", Priority::Maybe)]);
        let Comparison { both, only_first, only_second } = compare(&first, &second);
        let id = |session: &SessionSnapshot| session.id.as_ref().unwrap().to_string();
        let both: Vec<_> = both.iter().map(|(it, first, second)| (id(it), *first, *second)).collect();
        let expected = [("a", Priority::Must, Priority::Maybe), ("c", Priority::Must, Priority::Maybe)];
        assert_eq!(both, expected.map(|(id, first, second)| (id.to_owned(), first, second)));
        assert_eq!(only_first.iter().map(|(it, _)| id(it)).collect::<Vec<_>>(), ["b"]);
        assert_eq!(only_second.iter().map(|(it, _)| id(it)).collect::<Vec<_>>(), ["d"]);
    }

    #[test]
    fn in_a_schedule_picks_are_compared_by_session() {
        let text = |text| crate::model::LocalizedText::untagged(SafeText::line(text));
        let mut conference = crate::model::Conference::new(text("t"));
        let session = |id: &str| crate::model::Session { id: Some(SafeText::line(id)), ..Default::default() };
        conference.sessions = ["a", "b", "c"].map(session).into();
        let picks = |picks: &[(&str, Priority)]| ResolvedPlan::new(&plan(picks), &conference);
        let first = picks(&[("c", Priority::Must), ("a", Priority::Maybe), ("gone", Priority::Must)]);
        let second = picks(&[("b", Priority::Must), ("c", Priority::Maybe)]);
        let [a, b, c] = [0, 1, 2].map(SessionId::new);
        let expected = Comparison {
            both: vec![(c, Priority::Must, Priority::Maybe)],
            only_first: vec![(a, Priority::Maybe)],
            only_second: vec![(b, Priority::Must)],
        };
        assert_eq!(compare_in_schedule(&first, &second), expected);
    }
}
