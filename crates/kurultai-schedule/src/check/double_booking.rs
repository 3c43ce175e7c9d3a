//! Sessions at the same time in one room or with one person.

use std::collections::{BTreeMap, HashSet};

use super::subject::{ids, name, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Conference, Kind, Moment, Rooms, SessionId};

/// Finds sessions that start while another session occupies their room or one of their people. A pair with
/// the same room is reported once. A session and its parts may overlap.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let (mut by_room, mut by_person) = (BTreeMap::new(), BTreeMap::new());
    for id in ids(conference) {
        let session = conference.session(id);
        if session.is_off() || session.times.start_datetime().is_none() {
            continue;
        }
        if let Rooms::In(rooms) = &session.rooms {
            for room in rooms {
                by_room.entry(*room).or_insert_with(Vec::new).push(id);
            }
        }
        // People may show several posters at once.
        if session.kind != Some(Kind::Poster) {
            let people: HashSet<_> =
                session.people.iter().map(|participation| participation.person).collect();
            for person in people {
                by_person.entry(person).or_insert_with(Vec::new).push(id);
            }
        }
    }
    let mut diagnostics = Vec::new();
    let mut in_one_room = HashSet::new();
    for (room, sessions) in by_room {
        let room = conference.room(room);
        let room = name(conference, room.name.as_ref(), room.id.as_ref());
        let found = overlaps(conference, sessions);
        in_one_room.extend(found.iter().copied());
        for (other, starting) in by_running_session(found) {
            let of_other = diagnostics_of(conference, source_map, Code::RoomOverlap, &starting, other);
            diagnostics.extend(of_other.into_iter().map(|diagnostic| diagnostic.with("room", room.clone())));
        }
    }
    for (person, sessions) in by_person {
        let person = conference.person(person);
        let person = name(conference, person.name.as_ref(), person.id.as_ref());
        let mut found = overlaps(conference, sessions);
        found.retain(|pair| !in_one_room.contains(pair));
        for (other, starting) in by_running_session(found) {
            let of_other = diagnostics_of(conference, source_map, Code::PersonOverlap, &starting, other);
            diagnostics
                .extend(of_other.into_iter().map(|diagnostic| diagnostic.with("person", person.clone())));
        }
    }
    diagnostics
}

/// The largest number of concurrent sessions in one place to compare; real blocks have fewer parts.
const MAX_AT_ONCE: usize = 200;
/// The largest number of overlaps to report one by one. A session with more overlaps probably contains the
/// others.
const ONE_BY_ONE: usize = 3;

/// Groups overlaps by the session that is already running.
fn by_running_session(found: Vec<(SessionId, SessionId)>) -> BTreeMap<SessionId, Vec<SessionId>> {
    let mut by_running_session: BTreeMap<SessionId, Vec<SessionId>> = BTreeMap::new();
    for (id, other) in found {
        by_running_session.entry(other).or_default().push(id);
    }
    by_running_session
}

/// Reports few overlaps one by one, and many once at the running session.
fn diagnostics_of(
    conference: &Conference,
    source_map: &SourceMap,
    code: Code,
    starting: &[SessionId],
    other: SessionId,
) -> Vec<Diagnostic> {
    let diagnostic = |id: SessionId, at: SessionId, count: usize| {
        let starts = |id: SessionId| conference.session(id).times.begins();
        // If two sessions start together, neither is "still" running.
        let start_together = starts(id)
            .zip(starts(other))
            .is_some_and(|(one, other)| !one.is_before(other) && !other.is_before(one));
        let how = if count > 1 {
            "several"
        } else if start_together {
            "at-once"
        } else {
            "later"
        };
        Diagnostic::new(code, source_map.title(at))
            .with("title", title(conference, id))
            .with("other", title(conference, other))
            .with("how", MessageArg::Word(how))
            .with("count", MessageArg::count(count))
    };
    match starting {
        [first, ..] if starting.len() > ONE_BY_ONE => vec![diagnostic(*first, other, starting.len())],
        few => few.iter().map(|id| diagnostic(*id, *id, 1)).collect(),
    }
}

/// Returns pairs of sessions where the first starts while the second is running.
///
/// A session without an end conflicts only with sessions that started before it, and with another one without
/// an end that starts at the same time.
fn overlaps(conference: &Conference, mut sessions: Vec<SessionId>) -> Vec<(SessionId, SessionId)> {
    let mut found = Vec::new();
    let lasts = |id: SessionId| conference.session(id).times.duration.is_some();
    // Local times are not monotonic when clocks are set back.
    let has_instants = sessions.iter().all(|id| conference.session(*id).times.instant.is_some());
    let order = |moment: Option<Moment>| {
        let moment = moment?;
        if has_instants { moment.instant.map(|instant| instant.naive_utc()) } else { Some(moment.clock) }
    };
    // Among sessions that start together, those without an end come first.
    sessions.sort_by_key(|id| (order(conference.session(*id).times.begins()), lasts(*id)));
    let mut running: Vec<SessionId> = Vec::new();
    for id in sessions {
        let times = &conference.session(id).times;
        running.retain(|other| conference.session(*other).times.overlap(times));
        let collides =
            |other: &SessionId| (lasts(*other) || !lasts(id)) && !are_whole_and_part(conference, id, *other);
        if let Some(other) = running.iter().copied().find(collides) {
            found.push((id, other));
            // One diagnostic per session: keep the longest-running one for comparison.
            let ends = |id: SessionId| order(conference.session(id).times.finishes());
            if ends(id) <= ends(other) {
                continue;
            }
            running.retain(|kept| conference.session(*kept).part_of.is_some() || ends(*kept) > ends(id));
        }
        if running.len() >= MAX_AT_ONCE {
            running.pop();
        }
        running.push(id);
    }
    found
}

fn are_whole_and_part(conference: &Conference, one: SessionId, two: SessionId) -> bool {
    // Schedules nest papers in sessions and sessions in blocks, but no deeper.
    let is_part = |part: SessionId, whole: SessionId| {
        let above = |id: &SessionId| conference.session(*id).part_of;
        std::iter::successors(above(&part), above).take(8).any(|id| id == whole)
    };
    is_part(one, two) || is_part(two, one)
}
