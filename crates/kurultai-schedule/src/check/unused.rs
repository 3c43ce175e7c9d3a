//! Tables of rooms, tracks and people that nothing refers to.

use std::collections::HashSet;

use super::subject::name;
use crate::diagnostic::{Code, DeclaredSpans, Diagnostic, SourceMap, Span, closest_match};
use crate::model::{Conference, LocalizedText, PersonId, Role, RoomId, Rooms, TrackId};
use crate::text::SafeText;

/// Finds unused tables. A kind of table is skipped as long as no session uses any: the schedule is not finished.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let DeclaredSpans { rooms, tracks, people } = source_map.declared();
    let used = Used::new(conference);
    let mut diagnostics = Vec::new();
    if !used.rooms.is_empty() {
        let all: Vec<_> =
            conference.rooms.iter().map(|room| (room.name.as_ref(), room.id.as_ref())).collect();
        let is_used = |at| used.rooms.contains(&RoomId::new(at));
        diagnostics.extend(unused(conference, &all, rooms, |at| (!is_used(at)).then_some(Code::UnusedRoom)));
    }
    if !used.tracks.is_empty() {
        let all: Vec<_> =
            conference.tracks.iter().map(|track| (track.name.as_ref(), track.id.as_ref())).collect();
        let is_used = |at| used.tracks.contains(&TrackId::new(at));
        diagnostics
            .extend(unused(conference, &all, tracks, |at| (!is_used(at)).then_some(Code::UnusedTrack)));
    }
    if used.has_participants {
        let all: Vec<_> =
            conference.people.iter().map(|person| (person.name.as_ref(), person.id.as_ref())).collect();
        let code = |at: usize| match &conference.people[at].roles[..] {
            _ if used.people.contains(&PersonId::new(at)) => None,
            [] => Some(Code::UnusedPerson),
            roles => roles.contains(&Role::Speaker).then_some(Code::SpeakerWithoutSession),
        };
        diagnostics.extend(unused(conference, &all, people, code));
    }
    diagnostics
}

/// The name and id of an entity.
type Named<'a> = (Option<&'a LocalizedText>, Option<&'a SafeText>);

/// Reports the declared entities for which `code` returns a code. Entities without a table follow the declared ones.
fn unused(
    conference: &Conference,
    all: &[Named<'_>],
    declared: &[Span],
    code: impl Fn(usize) -> Option<Code>,
) -> Vec<Diagnostic> {
    let reading = conference.reading(None);
    let undeclared =
        all.iter().skip(declared.len()).filter_map(|(name, _)| Some(name.as_ref()?.get(&reading)));
    let undeclared: Vec<&str> = undeclared.map(SafeText::as_str).collect();
    // A misspelled reference is reported where it is.
    let is_misspelled = |(text, id): &Named<'_>| {
        let names = text.iter().flat_map(|text| text.iter().map(|(_, name)| name)).chain(*id);
        names.into_iter().any(|name| {
            closest_match(name, undeclared.iter().copied()).is_some()
                || undeclared.iter().any(|other| other.contains(name.as_str()))
        })
    };
    let entities = all.iter().zip(declared).enumerate();
    let unused = entities.filter_map(|(at, (entity, span))| Some((code(at)?, entity, *span)));
    unused
        .filter(|(_, entity, _)| !is_misspelled(entity))
        .map(|(code, (text, id), span)| {
            Diagnostic::new(code, span).with("name", name(conference, *text, *id))
        })
        .collect()
}

/// The entities that are referred to.
struct Used {
    rooms: HashSet<RoomId>,
    tracks: HashSet<TrackId>,
    people: HashSet<PersonId>,
    /// True if any session has people.
    has_participants: bool,
}

impl Used {
    fn new(conference: &Conference) -> Self {
        let sessions = || conference.sessions.iter();
        let rooms = sessions().flat_map(|session| match &session.rooms {
            Rooms::In(rooms) => &rooms[..],
            Rooms::All => &[],
        });
        let participants = || sessions().flat_map(|session| &session.people);
        let organizers = conference.organizers.iter();
        let of_organizers = organizers.flat_map(|organizer| organizer.people.iter().chain(&organizer.person));
        let of_delegations = conference.delegations.iter().flat_map(|delegation| &delegation.people);
        let people = participants().map(|participation| participation.person);
        Self {
            rooms: rooms.copied().collect(),
            tracks: sessions().filter_map(|session| session.track).collect(),
            people: people.chain(of_organizers.copied()).chain(of_delegations.copied()).collect(),
            has_participants: participants().next().is_some(),
        }
    }
}
