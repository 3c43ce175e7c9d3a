//! [`ResolvedPlan`]: a plan, as the sessions of one program.

use std::collections::BTreeMap;

use super::SessionMatcher;
use super::fingerprint::normalize;
use crate::model::{
    Conference, HiddenSession, LocalizedText, Plan, Priority, Rooms, SessionId, SessionSnapshot,
};
use crate::text::SafeText;

/// A plan, as the sessions of one program: what is picked, noted and muted in it, and which picks are not there any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResolvedPlan {
    levels: BTreeMap<SessionId, Priority>,
    notes: BTreeMap<SessionId, SafeText>,
    muted: Vec<bool>,
    /// Which session each pick of the plan is.
    places: Vec<Option<SessionId>>,
    /// Which session each note of the plan is about.
    noted: Vec<Option<SessionId>>,
    /// Which session each is that is muted by itself.
    hidden: Vec<Option<SessionId>>,
}

impl ResolvedPlan {
    /// Finds the sessions of a plan in a program.
    #[must_use]
    pub fn new(plan: &Plan, conference: &Conference) -> Self {
        if plan.is_empty() {
            return Self::default();
        }
        Self::with(plan, conference, &SessionMatcher::new(conference))
    }

    /// The same in a program whose sessions are looked up already.
    #[must_use]
    pub fn with(plan: &Plan, conference: &Conference, followed: &SessionMatcher) -> Self {
        let picked = plan.picks.iter().map(|pick| &pick.session);
        let noted = plan.notes.iter().map(|note| &note.session);
        let muted = plan.muted.iter().filter_map(|muted| match muted {
            HiddenSession::Session(session) => Some(session),
            HiddenSession::Room(_) | HiddenSession::Track(_) => None,
        });
        let mut found = followed.find_all(picked.chain(noted).chain(muted));
        let found_muted = found.split_off(plan.picks.len() + plan.notes.len());
        let found_noted = found.split_off(plan.picks.len());
        let mut picks = Self { places: found, ..Self::default() };
        for (pick, found) in plan.picks.iter().zip(&picks.places) {
            if let Some(id) = found {
                // Of two picks that are one session now, the stronger counts.
                let level = picks.levels.entry(*id).or_insert(pick.level);
                *level = pick.level.max(*level);
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
        if !plan.muted.is_empty() {
            picks.muted = muted_sessions(plan, conference, &found_muted);
        }
        (picks.noted, picks.hidden) = (found_noted, found_muted);
        picks
    }

    /// How much a session is wanted; `None` where it is not picked.
    #[must_use]
    pub fn level(&self, id: SessionId) -> Option<Priority> {
        self.levels.get(&id).copied()
    }

    /// What was noted to a session.
    #[must_use]
    pub fn note(&self, id: SessionId) -> Option<&SafeText> {
        self.notes.get(&id)
    }

    /// The sessions that something is noted to and that are not picked, in program order.
    pub fn noted(&self) -> impl Iterator<Item = SessionId> {
        self.notes.keys().copied().filter(|id| self.level(*id).is_none())
    }

    /// Whether a session is not to be seen: itself, its track, or every room that it is in. What is picked is seen.
    #[must_use]
    pub fn is_muted(&self, id: SessionId) -> bool {
        self.muted.get(id.index()).copied().unwrap_or(false) && self.level(id).is_none()
    }

    /// The sessions that are picked, in program order.
    pub fn sessions(&self) -> impl Iterator<Item = (SessionId, Priority)> {
        self.levels.iter().map(|(id, level)| (*id, *level))
    }

    /// How many sessions of the program are picked.
    #[must_use]
    pub fn count(&self) -> usize {
        self.levels.len()
    }

    /// The places in [`Plan::picks`] of those that are not in the program any more.
    pub fn missing(&self) -> impl Iterator<Item = usize> {
        self.places.iter().enumerate().filter(|(_, found)| found.is_none()).map(|(at, _)| at)
    }

    /// The picks of the plan that are this session: what a change has to name.
    pub fn names<'a>(&'a self, plan: &'a Plan, id: SessionId) -> impl Iterator<Item = &'a SessionSnapshot> {
        let here = plan.picks.iter().zip(&self.places);
        here.filter(move |(_, found)| **found == Some(id)).map(|(pick, _)| &pick.session)
    }

    /// What the notes to this session call it, as [`Self::names`].
    pub fn noted_names<'a>(
        &'a self,
        plan: &'a Plan,
        id: SessionId,
    ) -> impl Iterator<Item = &'a SessionSnapshot> {
        let here = plan.notes.iter().zip(&self.noted);
        here.filter(move |(_, found)| **found == Some(id)).map(|(note, _)| &note.session)
    }

    /// What it is called where it is muted by itself, as [`Self::names`].
    pub fn muted_names<'a>(
        &'a self,
        plan: &'a Plan,
        id: SessionId,
    ) -> impl Iterator<Item = &'a SessionSnapshot> {
        let sessions = plan.muted.iter().filter_map(|muted| match muted {
            HiddenSession::Session(session) => Some(session),
            HiddenSession::Room(_) | HiddenSession::Track(_) => None,
        });
        sessions.zip(&self.hidden).filter(move |(_, found)| **found == Some(id)).map(|(session, _)| session)
    }
}

/// Which sessions are muted by themselves, by their track or by all of their rooms.
fn muted_sessions(plan: &Plan, conference: &Conference, found: &[Option<SessionId>]) -> Vec<bool> {
    let mut muted = vec![false; conference.sessions.len()];
    for id in found.iter().flatten() {
        muted[id.index()] = true;
    }
    let mut rooms = vec![false; conference.rooms.len()];
    let mut tracks = vec![false; conference.tracks.len()];
    for what in &plan.muted {
        match what {
            HiddenSession::Session(_) => {}
            HiddenSession::Room(name) => {
                mute(&mut rooms, name, &conference.rooms, |room| (&room.name, &room.id));
            }
            HiddenSession::Track(name) => {
                mute(&mut tracks, name, &conference.tracks, |track| (&track.name, &track.id));
            }
        }
    }
    for (session, is_muted) in conference.sessions.iter().zip(&mut muted) {
        let in_track = session.track.is_some_and(|track| tracks[track.index()]);
        let in_rooms = match &session.rooms {
            Rooms::In(in_rooms) => !in_rooms.is_empty() && in_rooms.iter().all(|room| rooms[room.index()]),
            Rooms::All => false,
        };
        *is_muted |= in_track || in_rooms;
    }
    muted
}

/// Mutes what is called so, in any language: exactly so if there is such a thing, else but for case and accents.
fn mute<T>(
    muted: &mut [bool],
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
        muted[at] = true;
    }
}
