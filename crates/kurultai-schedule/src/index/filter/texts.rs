//! Simple search in titles and names, without an index.

use crate::index::{EntityRef, Index, SearchTerm};
use crate::model::{
    Conference, DelegationId, InfoId, LocalizedText, OrganizerId, PersonId, RoomId, SessionId, SponsorId,
    TrackId,
};
use crate::text::fold;

/// Finds the entities whose title or name contains all terms: sessions by time, then people, organizers, sponsors, rooms,
/// tracks, delegations and infos in schedule order. A session also matches by its people.
#[must_use]
pub fn find_names(conference: &Conference, index: &Index, needles: &[SearchTerm]) -> Vec<EntityRef> {
    let needles = Needles::of(needles);
    let days = index.days().iter();
    let sessions = days.flat_map(|day| day.timed.iter().chain(&day.untimed)).copied();
    let mut found: Vec<EntityRef> =
        sessions.filter(|id| has_session(conference, *id, &needles)).map(EntityRef::Session).collect();
    let mut find = |item: EntityRef, texts: &[Option<&LocalizedText>]| {
        if needles.are_in(&texts.iter().copied().flatten()) {
            found.push(item);
        }
    };
    for (at, person) in conference.people.iter().enumerate() {
        let id = PersonId::new(at);
        let others = index.participations(conference, id).map(|part| part.name.as_ref());
        let names: Vec<_> = std::iter::once(person.name.as_ref()).chain(others).collect();
        find(EntityRef::Person(id), &names);
    }
    for (at, organizer) in conference.organizers.iter().enumerate() {
        find(EntityRef::Organizer(OrganizerId::new(at)), &[organizer.name.as_ref()]);
    }
    for (at, sponsor) in conference.sponsors.iter().enumerate() {
        find(EntityRef::Sponsor(SponsorId::new(at)), &[sponsor.name.as_ref(), sponsor.project.as_ref()]);
    }
    for (at, room) in conference.rooms.iter().enumerate() {
        find(EntityRef::Room(RoomId::new(at)), &[room.name.as_ref()]);
    }
    for (at, track) in conference.tracks.iter().enumerate() {
        find(EntityRef::Track(TrackId::new(at)), &[track.name.as_ref()]);
    }
    for (at, delegation) in conference.delegations.iter().enumerate() {
        find(EntityRef::Delegation(DelegationId::new(at)), &[delegation.name.as_ref()]);
    }
    for (at, info) in conference.infos.iter().enumerate() {
        find(EntityRef::Info(InfoId::new(at)), &[info.title.as_ref()]);
    }
    found
}

/// Returns for each session if it matches all terms.
pub(super) fn sessions(conference: &Conference, needles: &[SearchTerm]) -> Vec<bool> {
    let needles = Needles::of(needles);
    let ids = (0..conference.sessions.len()).map(SessionId::new);
    ids.map(|id| has_session(conference, id, &needles)).collect()
}

/// Returns for each session if its title or subtitle contains a text.
pub(super) fn titled(conference: &Conference, text: &str) -> Vec<bool> {
    let needles = Needles { folded: vec![fold(text)], exact: Vec::new() };
    let has = |session: &crate::model::Session| {
        needles.are_in(&[&session.title, &session.subtitle].into_iter().flatten())
    };
    conference.sessions.iter().map(has).collect()
}

fn has_session(conference: &Conference, id: SessionId, needles: &Needles) -> bool {
    let session = conference.session(id);
    let people = session.people.iter();
    let people = people.flat_map(|part| [&part.name, &conference.person(part.person).name]);
    needles.are_in(&[&session.title, &session.subtitle].into_iter().chain(people).flatten())
}

/// Search terms prepared for comparison.
struct Needles {
    folded: Vec<String>,
    /// Quoted terms in lower case, with accents.
    exact: Vec<String>,
}

impl Needles {
    fn of(needles: &[SearchTerm]) -> Self {
        let all = |is_exact: bool| needles.iter().filter(move |needle| needle.is_exact == is_exact);
        Self {
            folded: all(false).map(|needle| fold(&needle.text)).collect(),
            exact: all(true).map(|needle| needle.text.to_lowercase()).collect(),
        }
    }

    /// True if each term occurs in one of the texts, in any language.
    fn are_in<'a>(&self, texts: &(impl Iterator<Item = &'a LocalizedText> + Clone)) -> bool {
        let all = |needles: &[String], prepare: fn(&str) -> String| {
            if needles.is_empty() {
                return true;
            }
            let texts: Vec<String> =
                texts.clone().flat_map(LocalizedText::iter).map(|(_, text)| prepare(text)).collect();
            needles.iter().all(|needle| texts.iter().any(|text| text.contains(needle)))
        };
        all(&self.folded, fold) && all(&self.exact, str::to_lowercase)
    }
}
