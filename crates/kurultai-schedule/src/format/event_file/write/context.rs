//! [`WriteContext`]: the names of all entities, and what else values depend on.

use std::collections::HashSet;

use super::references::ReferenceNames;
use crate::format::event_file::cycles::cycles;
use crate::format::event_file::time_context::TimeContext;
use crate::model::{Conference, Rooms};

/// The names of all entities and other data that the written values depend on.
pub(in crate::format::event_file) struct WriteContext {
    pub(in crate::format::event_file) clock: TimeContext,
    pub(in crate::format::event_file) rooms: ReferenceNames,
    pub(in crate::format::event_file) tracks: ReferenceNames,
    pub(in crate::format::event_file) people: ReferenceNames,
    pub(in crate::format::event_file) tiers: ReferenceNames,
    pub(in crate::format::event_file) sessions: ReferenceNames,
    /// The references that close a cycle of sessions.
    pub(in crate::format::event_file) cycles: HashSet<(&'static str, usize)>,
}

impl WriteContext {
    pub(super) fn new(conference: &Conference) -> Self {
        let Conference { rooms, tracks, sessions, tiers, sponsors, people, organizers, delegations, .. } =
            conference;
        let rooms_of_sessions = sessions.iter().flat_map(|session| match &session.rooms {
            Rooms::In(rooms) => &rooms[..],
            Rooms::All => &[],
        });
        // In the order in which the reader adds them.
        let in_sessions =
            sessions.iter().flat_map(|session| &session.people).map(|participation| participation.person);
        let in_organizers = organizers
            .iter()
            .flat_map(|organizer| organizer.person.into_iter().chain(organizer.people.iter().copied()));
        let in_delegations = delegations.iter().flat_map(|delegation| delegation.people.iter().copied());
        let related = sessions.iter().flat_map(|session| session.part_of.into_iter().chain(session.same_as));
        Self {
            clock: TimeContext::from(conference),
            rooms: ReferenceNames::by_name(rooms, rooms_of_sessions.copied()),
            tracks: ReferenceNames::by_name(tracks, sessions.iter().filter_map(|session| session.track)),
            people: ReferenceNames::by_name(people, in_sessions.chain(in_organizers).chain(in_delegations)),
            tiers: ReferenceNames::by_name(tiers, sponsors.iter().filter_map(|sponsor| sponsor.tier)),
            sessions: ReferenceNames::by_id(sessions, related),
            cycles: cycles(sessions).into_iter().collect(),
        }
    }
}
