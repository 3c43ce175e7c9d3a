//! [`ResolvedPlan`]: a plan mapped to the sessions of one schedule.

use std::collections::BTreeMap;

use super::SessionMatcher;
use super::fingerprint::normalize;
use crate::model::{
    Conference, HiddenItem, LocalizedText, Plan, Priority, Rooms, SessionId, SessionSnapshot,
};
use crate::text::SafeText;

/// A plan mapped to the sessions of one schedule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResolvedPlan {
    priorities: BTreeMap<SessionId, Priority>,
    notes: BTreeMap<SessionId, SafeText>,
    /// The hidden sessions in schedule order, without picked ones.
    hidden: Vec<SessionId>,
    /// The session of each pick.
    places: Vec<Option<SessionId>>,
    /// The session of each note.
    noted: Vec<Option<SessionId>>,
    /// The session of each individually hidden session.
    hidden_by_itself: Vec<Option<SessionId>>,
}

impl ResolvedPlan {
    /// Finds the sessions of a plan in a schedule.
    #[must_use]
    pub fn new(plan: &Plan, conference: &Conference) -> Self {
        if plan.is_empty() {
            return Self::default();
        }
        Self::with(plan, conference, &SessionMatcher::new(conference))
    }

    /// Finds the sessions of a plan with an existing matcher.
    #[must_use]
    pub fn with(plan: &Plan, conference: &Conference, matcher: &SessionMatcher) -> Self {
        let picked = plan.picks.iter().map(|pick| &pick.session);
        let noted = plan.notes.iter().map(|note| &note.session);
        let hidden = plan.hidden.iter().filter_map(|hidden| match hidden {
            HiddenItem::Session(session) => Some(session),
            HiddenItem::Room(_) | HiddenItem::Track(_) => None,
        });
        let mut found = matcher.find_all(picked.chain(noted).chain(hidden));
        let found_hidden = found.split_off(plan.picks.len() + plan.notes.len());
        let found_noted = found.split_off(plan.picks.len());
        let mut picks = Self { places: found, ..Self::default() };
        for (pick, found) in plan.picks.iter().zip(&picks.places) {
            if let Some(id) = found {
                // Two picks of one session count with the higher priority.
                let priority = picks.priorities.entry(*id).or_insert(pick.priority);
                *priority = pick.priority.max(*priority);
            }
        }
        for (note, found) in plan.notes.iter().zip(&found_noted) {
            if let Some(id) = found {
                let known = picks.notes.entry(*id).or_default();
                *known = if known.is_empty() {
                    note.text.clone()
                } else {
                    SafeText::text(&format!("{known}\n{}", note.text))
                };
            }
        }
        if !plan.hidden.is_empty() {
            let hidden = hidden_sessions(plan, conference, &found_hidden).into_iter().enumerate();
            let ids = hidden.filter(|(_, is_hidden)| *is_hidden).map(|(at, _)| SessionId::new(at));
            picks.hidden = ids.filter(|id| picks.priority(*id).is_none()).collect();
        }
        (picks.noted, picks.hidden_by_itself) = (found_noted, found_hidden);
        picks
    }

    /// Returns the priority of a picked session.
    #[must_use]
    pub fn priority(&self, id: SessionId) -> Option<Priority> {
        self.priorities.get(&id).copied()
    }

    /// Returns the note on a session.
    #[must_use]
    pub fn note(&self, id: SessionId) -> Option<&SafeText> {
        self.notes.get(&id)
    }

    /// Iterates over sessions with notes that are not picked, in schedule order.
    pub fn noted(&self) -> impl Iterator<Item = SessionId> {
        self.notes.keys().copied().filter(|id| self.priority(*id).is_none())
    }

    /// True if a session is hidden, by itself, by its track, or by all of its rooms. Picked sessions are never hidden.
    #[must_use]
    pub fn is_hidden(&self, id: SessionId) -> bool {
        self.hidden.binary_search(&id).is_ok()
    }

    /// Returns the hidden sessions in schedule order.
    #[must_use]
    pub fn hidden(&self) -> &[SessionId] {
        &self.hidden
    }

    /// Iterates over the picked sessions, in schedule order.
    pub fn sessions(&self) -> impl Iterator<Item = (SessionId, Priority)> {
        self.priorities.iter().map(|(id, priority)| (*id, *priority))
    }

    /// Returns the number of picked sessions.
    #[must_use]
    pub fn count(&self) -> usize {
        self.priorities.len()
    }

    /// Iterates over the indices in [`Plan::picks`] of sessions that are not in the schedule.
    pub fn missing(&self) -> impl Iterator<Item = usize> {
        self.places.iter().enumerate().filter(|(_, found)| found.is_none()).map(|(at, _)| at)
    }

    /// Iterates over the snapshots of picks that are this session, for [`PlanChange`](crate::model::PlanChange).
    pub fn names<'a>(&'a self, plan: &'a Plan, id: SessionId) -> impl Iterator<Item = &'a SessionSnapshot> {
        let here = plan.picks.iter().zip(&self.places);
        here.filter(move |(_, found)| **found == Some(id)).map(|(pick, _)| &pick.session)
    }

    /// Iterates over the snapshots of notes on this session.
    pub fn noted_names<'a>(
        &'a self,
        plan: &'a Plan,
        id: SessionId,
    ) -> impl Iterator<Item = &'a SessionSnapshot> {
        let here = plan.notes.iter().zip(&self.noted);
        here.filter(move |(_, found)| **found == Some(id)).map(|(note, _)| &note.session)
    }

    /// Iterates over the snapshots by which this session is hidden.
    pub fn hidden_names<'a>(
        &'a self,
        plan: &'a Plan,
        id: SessionId,
    ) -> impl Iterator<Item = &'a SessionSnapshot> {
        let sessions = plan.hidden.iter().filter_map(|hidden| match hidden {
            HiddenItem::Session(session) => Some(session),
            HiddenItem::Room(_) | HiddenItem::Track(_) => None,
        });
        sessions
            .zip(&self.hidden_by_itself)
            .filter(move |(_, found)| **found == Some(id))
            .map(|(session, _)| session)
    }
}

/// Returns for each session if it is hidden by itself, its track, or all of its rooms.
fn hidden_sessions(plan: &Plan, conference: &Conference, found: &[Option<SessionId>]) -> Vec<bool> {
    let mut hidden = vec![false; conference.sessions.len()];
    for id in found.iter().flatten() {
        hidden[id.index()] = true;
    }
    let mut rooms = vec![false; conference.rooms.len()];
    let mut tracks = vec![false; conference.tracks.len()];
    for what in &plan.hidden {
        match what {
            HiddenItem::Session(_) => {}
            HiddenItem::Room(name) => {
                hide(&mut rooms, name, &conference.rooms, |room| (&room.name, &room.id));
            }
            HiddenItem::Track(name) => {
                hide(&mut tracks, name, &conference.tracks, |track| (&track.name, &track.id));
            }
        }
    }
    for (session, is_hidden) in conference.sessions.iter().zip(&mut hidden) {
        let in_track = session.track.is_some_and(|track| tracks[track.index()]);
        let in_rooms = match &session.rooms {
            Rooms::In(in_rooms) => !in_rooms.is_empty() && in_rooms.iter().all(|room| rooms[room.index()]),
            Rooms::All => false,
        };
        *is_hidden |= in_track || in_rooms;
    }
    hidden
}

/// Hides entities by name, in any language: exact matches, or else those that differ in case and accents only.
fn hide<T>(
    hidden: &mut [bool],
    name: &SafeText,
    things: &[T],
    names: impl Fn(&T) -> (&Option<LocalizedText>, &Option<SafeText>),
) {
    let called = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let is_called = |thing: &T| match names(thing) {
            (Some(names), _) => names.iter().any(|(_, name)| is(name)),
            (None, id) => id.as_ref().is_some_and(|id| is(id)),
        };
        (0..things.len()).filter(|at| is_called(&things[*at])).collect()
    };
    let exactly = called(&|known| known == name.as_str());
    let tidied = normalize(name);
    let places = if exactly.is_empty() { called(&|known| normalize(known) == tidied) } else { exactly };
    for at in places {
        hidden[at] = true;
    }
}
