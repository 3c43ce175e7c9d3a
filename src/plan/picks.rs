//! [`Picks`]: a plan, as the sessions of one program.

use std::collections::BTreeMap;

use super::Followed;
use crate::model::{Conference, Level, Muted, Plan, Remembered, Rooms, SessionId};
use crate::text::Clean;

/// A plan, as the sessions of one program: what is picked, noted and muted in it, and which picks are not there any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picks {
    levels: BTreeMap<SessionId, Level>,
    notes: BTreeMap<SessionId, Clean>,
    muted: Vec<bool>,
    /// Which session each pick of the plan is.
    places: Vec<Option<SessionId>>,
}

impl Picks {
    /// Finds the sessions of a plan in a program.
    #[must_use]
    pub fn new(plan: &Plan, conference: &Conference) -> Self {
        let mut picks = Self::default();
        if plan.is_empty() {
            return picks;
        }
        let followed = Followed::new(conference);
        for pick in &plan.picks {
            let found = followed.find(&pick.session);
            picks.places.push(found);
            if let Some(id) = found {
                // Of two picks that are one session now, the stronger counts.
                let level = picks.levels.entry(id).or_insert(pick.level);
                *level = pick.level.max(*level);
            }
        }
        for note in &plan.notes {
            if let Some(id) = followed.find(&note.session) {
                let known = picks.notes.entry(id).or_default();
                let both = if known.is_empty() {
                    note.text.clone()
                } else {
                    Clean::text(&format!("{known}\n{}", note.text))
                };
                *known = both;
            }
        }
        if !plan.muted.is_empty() {
            picks.muted = muted(plan, conference, &followed);
        }
        picks
    }

    /// How much a session is wanted; `None` where it is not picked.
    #[must_use]
    pub fn level(&self, id: SessionId) -> Option<Level> {
        self.levels.get(&id).copied()
    }

    /// What was noted to a session.
    #[must_use]
    pub fn note(&self, id: SessionId) -> Option<&Clean> {
        self.notes.get(&id)
    }

    /// Whether a session is not to be seen: itself, its track, or every room that it is in. What is picked is seen.
    #[must_use]
    pub fn is_muted(&self, id: SessionId) -> bool {
        self.muted.get(id.index()).copied().unwrap_or(false) && self.level(id).is_none()
    }

    /// The sessions that are picked, in program order.
    pub fn sessions(&self) -> impl Iterator<Item = (SessionId, Level)> {
        self.levels.iter().map(|(id, level)| (*id, *level))
    }

    /// How many sessions of the program are picked.
    #[must_use]
    pub fn count(&self) -> usize {
        self.levels.len()
    }

    /// The places in [`Plan::picks`] of those that are not in the program any more.
    pub fn gone(&self) -> impl Iterator<Item = usize> {
        self.places.iter().enumerate().filter(|(_, found)| found.is_none()).map(|(at, _)| at)
    }

    /// The picks of the plan that are this session: what a change has to name.
    pub fn names<'a>(&'a self, plan: &'a Plan, id: SessionId) -> impl Iterator<Item = &'a Remembered> {
        let here = plan.picks.iter().zip(&self.places);
        here.filter(move |(_, found)| **found == Some(id)).map(|(pick, _)| &pick.session)
    }
}

fn muted(plan: &Plan, conference: &Conference, followed: &Followed) -> Vec<bool> {
    let mut muted = vec![false; conference.sessions.len()];
    let mut rooms = vec![false; conference.rooms.len()];
    let mut tracks = vec![false; conference.tracks.len()];
    for what in &plan.muted {
        match what {
            Muted::Session(session) => {
                if let Some(id) = followed.find(session) {
                    muted[id.index()] = true;
                }
            }
            Muted::Room(name) => {
                for (room, is_muted) in conference.rooms.iter().zip(&mut rooms) {
                    *is_muted |= is_called(room.name.as_ref(), room.id.as_ref(), name);
                }
            }
            Muted::Track(name) => {
                for (track, is_muted) in conference.tracks.iter().zip(&mut tracks) {
                    *is_muted |= is_called(track.name.as_ref(), track.id.as_ref(), name);
                }
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

fn is_called(names: Option<&crate::model::Texts>, id: Option<&Clean>, name: &Clean) -> bool {
    names.is_some_and(|names| names.is(name)) || (names.is_none() && id == Some(name))
}
