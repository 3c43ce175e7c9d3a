//! What a program that was read without trouble still has wrong.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Places};
use crate::locale::Value;
use crate::model::{Conference, RoomId, Rooms, Session, SessionId, Status};

/// Looks a conference over; `places` says where its sessions stand in the source.
#[must_use]
pub fn check(conference: &Conference, places: &Places) -> Vec<Diagnostic> {
    let mut findings = outside_dates(conference, places);
    findings.extend(room_overlaps(conference, places));
    findings
}

/// Sessions before the first day or after the last.
fn outside_dates(conference: &Conference, places: &Places) -> Vec<Diagnostic> {
    let is_outside = |session: &Session| {
        session.times.day.is_some_and(|day| {
            conference.dates.start.is_some_and(|start| day < start)
                || conference.dates.end.is_some_and(|end| day > end)
        })
    };
    let outside = ids(conference).filter(|id| is_outside(conference.session(*id)));
    outside.map(|id| Diagnostic::new(Code::OutsideDates, places.session(id))).collect()
}

/// Sessions that begin in a room while another one is in it. A session and its parts may be there together.
fn room_overlaps(conference: &Conference, places: &Places) -> Vec<Diagnostic> {
    let mut by_room: BTreeMap<RoomId, Vec<SessionId>> = BTreeMap::new();
    for id in ids(conference) {
        let session = conference.session(id);
        let takes_place = !matches!(session.status, Some(Status::Cancelled | Status::Postponed));
        if let (Rooms::In(rooms), true, true) =
            (&session.rooms, takes_place, session.times.starts().is_some())
        {
            for room in rooms {
                by_room.entry(*room).or_default().push(id);
            }
        }
    }
    let mut findings = Vec::new();
    for (room, mut sessions) in by_room {
        sessions.sort_by_key(|id| conference.session(*id).times.starts());
        let mut running: Vec<SessionId> = Vec::new();
        for id in sessions {
            let times = &conference.session(id).times;
            running.retain(|other| conference.session(*other).times.overlap(times));
            if let Some(other) = running.iter().find(|other| !are_whole_and_part(conference, id, **other)) {
                findings.push(overlap(conference, places, room, id, *other));
                // One finding a session: of many that run at once, the longest stays to be compared with.
                let ends = |id: SessionId| conference.session(id).times.ends();
                if ends(id) <= ends(*other) {
                    continue;
                }
                running.retain(|kept| conference.session(*kept).part_of.is_some() || ends(*kept) > ends(id));
            }
            running.push(id);
        }
    }
    findings
}

fn are_whole_and_part(conference: &Conference, one: SessionId, two: SessionId) -> bool {
    // Programs nest papers in sessions and sessions in blocks, not deeper.
    let is_part = |part: SessionId, whole: SessionId| {
        let above = |id: &SessionId| conference.session(*id).part_of;
        std::iter::successors(above(&part), above).take(8).any(|id| id == whole)
    };
    is_part(one, two) || is_part(two, one)
}

fn overlap(
    conference: &Conference,
    places: &Places,
    room: RoomId,
    id: SessionId,
    other: SessionId,
) -> Diagnostic {
    let reading = conference.reading(None);
    let name = conference.room(room).name.as_ref().map(|name| name.get(&reading).clone());
    let name = name.or_else(|| conference.room(room).id.clone()).unwrap_or_default();
    let title = conference.session(other).title.as_ref().map(|title| title.get(&reading).clone());
    Diagnostic::new(Code::RoomOverlap, places.session(id))
        .with("room", Value::from(&name))
        .with("other", Value::from(&title.unwrap_or_default()))
}

fn ids(conference: &Conference) -> impl Iterator<Item = SessionId> {
    (0..conference.sessions.len()).map(SessionId::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::toml;

    #[track_caller]
    fn lines(text: &str, expected: &[(Code, usize)]) {
        let source = Source::new("test.toml", text);
        let read = toml::read(&source);
        assert_eq!(read.findings, []);
        let mut found: Vec<_> = check(&read.conference, &read.places)
            .iter()
            .map(|finding| (finding.code, source.position(finding.span.start).line))
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn sessions_outside_the_conference() {
        lines(
            "title = 't'\nstart = 2025-02-01\nend = 2025-02-02\nagenda = [\n{ title = 'a', date = 2025-01-31 },\n\
             { title = 'b', date = 2025-02-02 },\n{ title = 'c', date = 2025-02-03, start = '03:00' },\n\
             { title = 'd', date = 2025-02-03 },\n]\n",
            &[(Code::OutsideDates, 5), (Code::OutsideDates, 8)],
        );
        lines("title = 't'\nstart = 2025-02-01\nagenda = [{ title = 'a', date = 2030-01-01 }]\n", &[]);
    }

    #[test]
    fn two_sessions_in_one_room() {
        lines(
            "title = 't'\ndate = 2025-02-01\nagenda = [\n\
             { title = 'a', id = 'a', start = '09:00', end = '10:00', room = 'R' },\n\
             { title = 'part', start = '09:10', end = '09:30', room = 'R', part_of = 'a' },\n\
             { title = 'b', start = '09:30', end = '09:40', room = 'R' },\n\
             { title = 'c', start = '09:30', end = '09:40', room = 'S' },\n\
             { title = 'd', start = '09:50', room = 'R' },\n\
             { title = 'e', start = '10:00', room = 'R' },\n\
             { title = 'f', start = '09:30', end = '09:40', room = 'R', status = 'cancelled' },\n\
             { title = 'g', start = '09:30', end = '09:40', room = '*' },\n]\n",
            &[(Code::RoomOverlap, 6), (Code::RoomOverlap, 8)],
        );
    }

    #[test]
    fn five_hundred_at_once_are_five_hundred_findings_at_most() {
        let mut text = "title = 't'\ndate = 2025-02-01\n".to_owned();
        for n in 0..500 {
            text += &format!(
                "[[agenda]]\ntitle = '{n}'\nstart = '09:{:02}'\nend = '11:00'\nroom = 'R'\n",
                n % 60
            );
        }
        let read = toml::read(&Source::new("test.toml", &text));
        assert_eq!(check(&read.conference, &read.places).len(), 499);
    }
}
