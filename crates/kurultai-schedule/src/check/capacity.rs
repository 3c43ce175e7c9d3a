//! Sessions with more people than seats.

use super::subject::{ids, name, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Attendance, Conference, Rooms};

/// Finds sessions whose participants alone do not fit into their rooms.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for id in ids(conference) {
        let session = conference.session(id);
        let Rooms::In(rooms) = &session.rooms else { continue };
        if rooms.is_empty() || session.is_off() || session.attendance == Some(Attendance::Online) {
            continue;
        }
        let seats: Option<u32> = rooms
            .iter()
            .map(|room| conference.room(*room).capacity)
            .try_fold(0_u32, |sum, capacity| Some(sum.saturating_add(capacity?)));
        let is_present = |attendance: Option<Attendance>| attendance != Some(Attendance::Online);
        let people = session
            .people
            .iter()
            .filter(|participation| is_present(conference.person(participation.person).attendance))
            .count();
        let Some(seats) = seats.and_then(|seats| usize::try_from(seats).ok()) else { continue };
        if people <= seats {
            continue;
        }
        let room = conference.room(rooms[0]);
        diagnostics.push(
            Diagnostic::new(Code::TooFewSeats, source_map.title(id))
                .with("title", title(conference, id))
                .with("people", MessageArg::count(people))
                .with("count", MessageArg::count(seats))
                .with("room", name(conference, room.name.as_ref(), room.id.as_ref())),
        );
    }
    diagnostics
}
