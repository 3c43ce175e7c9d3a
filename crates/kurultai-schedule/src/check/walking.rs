//! People whose next session is too far away.

use std::collections::BTreeMap;

use super::subject::{ids, name, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Conference, PersonId, RoomId, Rooms, SessionId, WalkingTimes};

/// Finds sessions that a person cannot reach in time from their previous one. Needs the walking times of the
/// conference and the buildings of the rooms.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let Some(walking) = conference.walking else { return Vec::new() };
    let mut by_person: BTreeMap<PersonId, Vec<SessionId>> = BTreeMap::new();
    for id in ids(conference) {
        let session = conference.session(id);
        if session.is_off() || session.times.all_day || session.times.begins().is_none() {
            continue;
        }
        for participation in &session.people {
            let sessions = by_person.entry(participation.person).or_default();
            if sessions.last() != Some(&id) {
                sessions.push(id);
            }
        }
    }
    let mut diagnostics = Vec::new();
    for (person, mut sessions) in by_person {
        sessions.sort_by_key(|id| conference.session(*id).times.begins().map(|moment| moment.clock));
        for pair in sessions.windows(2) {
            let &[from, to] = pair else { continue };
            let Some(walk) = short_walk(conference, walking, from, to) else { continue };
            let known = conference.person(person);
            let person = name(conference, known.name.as_ref(), known.id.as_ref());
            diagnostics.push(
                Diagnostic::new(Code::ShortWalk, source_map.start(to))
                    .with("title", title(conference, to))
                    .with("other", title(conference, from))
                    .with("person", person)
                    .with("free", MessageArg::count(walk.free))
                    .with("needed", MessageArg::count(walk.needed)),
            );
        }
    }
    diagnostics
}

/// Times in minutes.
struct Walk {
    free: usize,
    needed: usize,
}

/// Returns the walk between two sessions if the time between them is too short for it.
fn short_walk(
    conference: &Conference,
    walking: WalkingTimes,
    from: SessionId,
    to: SessionId,
) -> Option<Walk> {
    let (Rooms::In(from_rooms), Rooms::In(to_rooms)) =
        (&conference.session(from).rooms, &conference.session(to).rooms)
    else {
        return None;
    };
    let end = conference.session(from).times.finishes()?;
    let free = end.until(conference.session(to).times.begins()?).num_minutes();
    // Overlaps are another diagnostic.
    let free = usize::try_from(free).ok()?;
    // A session in several rooms has no single place to walk to.
    let (&[from], &[to]) = (&from_rooms[..], &to_rooms[..]) else { return None };
    let needed = minutes(conference, walking, from, to)?;
    (free < needed).then_some(Walk { free, needed })
}

fn minutes(conference: &Conference, walking: WalkingTimes, from: RoomId, to: RoomId) -> Option<usize> {
    if from == to {
        return None;
    }
    let is_same = conference.room(from).shares_building(conference.room(to))?;
    let minutes = if is_same { walking.same } else { walking.other };
    usize::try_from(minutes?).ok()
}
