//! Pairing the sessions of two editions.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::fingerprint::Fingerprint;
use super::pairing::{Pairing, Pairs};
use crate::model::{Conference, SessionId, SessionSnapshot};

/// Returns for each session of the old edition the same session in the new one. Sessions are paired one to one, strongest
/// identifiers first.
///
/// The rules are those of [`SessionMatcher`](super::SessionMatcher), but uniqueness is required in both editions, so the
/// result is symmetric.
#[must_use]
pub fn pair_sessions(old: &[SessionSnapshot], new: &Conference) -> Vec<Option<SessionId>> {
    let old: Vec<Fingerprint> = old.iter().map(Fingerprint::of).collect();
    let mut new = Fingerprint::of_schedule(new, &new.snapshots());
    // Of a title in several languages, use the version known to the old edition.
    let titles: HashSet<&String> = old.iter().flat_map(|trace| &trace.titles).collect();
    for trace in &mut new {
        let at = trace.titles.iter().position(|title| titles.contains(title)).unwrap_or(0);
        trace.titles = trace.titles.drain(..).skip(at).take(1).collect();
    }
    matched(&old, &new).into_iter().map(|at| at.map(SessionId::new)).collect()
}

/// The attributes that two sessions must share in a round. `None` means unknown, or irrelevant in the round.
#[derive(Debug, PartialEq, Eq, Hash, Default)]
struct Key<'a> {
    names: [Option<&'a str>; 3],
    title: Option<&'a str>,
    people: Option<&'a [String]>,
    day: Option<NaiveDate>,
    start: Option<(Option<NaiveDate>, NaiveTime)>,
    rooms: Option<&'a [String]>,
    /// Duration and cancellation.
    others: Option<(Option<TimeDelta>, bool)>,
}

impl<'a> Key<'a> {
    /// Requires a known title.
    fn title(trace: &'a Fingerprint) -> Option<Self> {
        Some(Self { title: Some(trace.titles.first()?), ..Self::default() })
    }

    /// Requires title and known people.
    fn people(trace: &'a Fingerprint) -> Option<Self> {
        let people = Some(trace.people.as_slice()).filter(|people| !people.is_empty())?;
        Some(Self { people: Some(people), ..Self::title(trace)? })
    }

    /// Requires title and known start.
    fn start(trace: &'a Fingerprint) -> Option<Self> {
        Some(Self { start: Some(trace.start?), ..Self::title(trace)? })
    }

    /// Requires everything except the identifiers.
    fn all(trace: &'a Fingerprint) -> Self {
        Self {
            names: [None; 3],
            title: trace.titles.first().map(String::as_str),
            people: Some(&trace.people),
            day: trace.day,
            start: trace.start,
            rooms: Some(&trace.rooms),
            others: Some((trace.length, trace.is_cancelled)),
        }
    }
}

fn matched(old: &[Fingerprint], new: &[Fingerprint]) -> Vec<Option<usize>> {
    let mut pairs = Pairs::new(old, new);
    let always = |_: &Fingerprint, _: &Fingerprint| true;
    let (old_titled, new_titled) = (titled(old), titled(new));
    // If the title and its people still exist under another identifier, this is a different session.
    let is_here = |old: &Fingerprint, new: &Fingerprint| {
        let is_elsewhere = who(old).is_some_and(|who| new_titled.contains(&who))
            || who(new).is_some_and(|who| old_titled.contains(&who));
        old.has_title_of(new) || !is_elsewhere
    };
    let is_id_of = |old: &Fingerprint, new: &Fingerprint| old.may_have_id_of(new) && is_here(old, new);
    // Unchanged sessions are the same even if they share identifiers.
    pairs.round(Pairing::InOrder, &always, |trace| {
        let names = [&trace.guid, &trace.id, &trace.url].map(Option::as_deref);
        Some(Key { names, ..Key::all(trace) })
    });
    match_by_name(&mut pairs, |trace| trace.guid.as_deref(), Pairing::InOrder, &always);
    match_by_name(&mut pairs, |trace| trace.id.as_deref(), Pairing::InOrder, &is_id_of);
    // A URL shared by several sessions is the page of the whole schedule.
    match_by_name(&mut pairs, |trace| trace.url.as_deref(), Pairing::OnlyOnes, &is_here);
    // Sessions without identifiers match themselves.
    pairs.round(Pairing::InOrder, &always, |trace| Some(Key::all(trace)));
    pairs.round(Pairing::OnlyOnes, &always, Key::title);
    pairs.round(Pairing::OnlyOnes, &always, Key::people);
    pairs.round(Pairing::InOrder, &always, |trace| {
        Some(Key { rooms: Some(&trace.rooms), ..Key::start(trace)? })
    });
    pairs.round(Pairing::InOrder, &always, Key::start);
    let is_no_other = |old: &Fingerprint, new: &Fingerprint| !old.has_other_guid(new);
    for key in [Key::people, Key::title] {
        pairs.round(Pairing::OnlyLeft, &is_no_other, |trace| {
            Some(Key { day: Some(trace.day?), ..key(trace)? })
        });
    }
    pairs.to_new
}

/// Pairs sessions with equal identifiers, those with most in common first: title, then start, then rooms.
fn match_by_name(
    pairs: &mut Pairs<'_, Fingerprint>,
    name: fn(&Fingerprint) -> Option<&str>,
    taken: Pairing,
    may_be: &dyn Fn(&Fingerprint, &Fingerprint) -> bool,
) {
    for common in (0..8_u8).rev() {
        let has_title = common & 4 > 0;
        let taken = if has_title { Pairing::InOrder } else { taken };
        pairs.round(taken, may_be, |trace| {
            let Key { title, start, rooms, .. } = Key::all(trace);
            Some(Key {
                names: [Some(name(trace)?), None, None],
                title: title.filter(|_| has_title),
                start: start.filter(|_| common & 2 > 0),
                rooms: rooms.filter(|_| common & 1 > 0),
                ..Key::default()
            })
        });
    }
}

/// Returns title and people.
fn who(trace: &Fingerprint) -> Option<(&str, &[String])> {
    Some((trace.titles.first()?, &trace.people))
}

/// Returns the unique combinations of title and people.
fn titled(traces: &[Fingerprint]) -> HashSet<(&str, &[String])> {
    let mut counts: HashMap<_, usize> = HashMap::new();
    traces.iter().filter_map(who).for_each(|who| *counts.entry(who).or_default() += 1);
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(who, _)| who).collect()
}
