//! Searchable texts of each entity, by field.

use std::collections::{HashMap, HashSet};

use super::Field;
use crate::index::EntityRef;
use crate::model::{
    Conference, Delegation, Kind, Link, LocalizedText, Organizer, Person, PersonId, Role, Room, Rooms,
    Session, Sponsor, Status,
};
use crate::text::SafeText;

/// A searchable text.
#[derive(Debug, Clone, Copy)]
pub(super) enum FieldText<'a> {
    /// Text in one or more languages.
    LocalizedText(&'a LocalizedText),
    /// Text without a language: a tag.
    Word(&'a str),
    /// A keyword of the format, which is translated for display.
    Key(&'a str),
}

/// Names of people in sessions that differ from their own.
pub(super) struct OtherNames<'a>(HashMap<PersonId, Vec<&'a LocalizedText>>);

impl<'a> OtherNames<'a> {
    /// Collects the names of all people.
    pub(super) fn of(conference: &'a Conference) -> Self {
        Self::of_those(conference, |_| true)
    }

    /// Collects the names of one entity, if it is a person.
    pub(super) fn of_item(conference: &'a Conference, item: EntityRef) -> Self {
        match item {
            EntityRef::Person(id) => Self::of_those(conference, |person| person == id),
            _ => Self(HashMap::new()),
        }
    }

    fn of_those(conference: &'a Conference, is_wanted: impl Fn(PersonId) -> bool) -> Self {
        let mut names: HashMap<PersonId, Vec<&'a LocalizedText>> = HashMap::new();
        let mut seen = HashSet::new();
        let parts = conference.sessions.iter().flat_map(|session| &session.people);
        for part in parts.filter(|part| is_wanted(part.person)) {
            if let Some(name) = &part.name {
                let news = name.iter().filter(|(_, name)| seen.insert((part.person, *name))).count();
                if news > 0 {
                    names.entry(part.person).or_default().push(name);
                }
            }
        }
        Self(names)
    }
}

/// Calls `tell` for all texts of an entity, in reading order. Prose is passed as in the file, in Markdown or HTML.
pub(super) fn for_each_field<'a>(
    conference: &'a Conference,
    names: &OtherNames<'a>,
    item: EntityRef,
    tell: impl FnMut(Field, FieldText<'a>),
) {
    let mut teller = Teller { conference, tell };
    match item {
        EntityRef::Session(id) => teller.session(conference.session(id)),
        EntityRef::Person(id) => {
            teller.person(conference.person(id));
            teller.name(names.0.get(&id).into_iter().flatten().copied());
        }
        EntityRef::Organizer(id) => teller.organizer(conference.organizer(id)),
        EntityRef::Sponsor(id) => teller.sponsor(conference.sponsor(id)),
        EntityRef::Room(id) => teller.room(conference.room(id)),
        EntityRef::Track(id) => teller.name(&conference.track(id).name),
        EntityRef::Delegation(id) => teller.delegation(conference.delegation(id)),
        EntityRef::Conference => teller.conference(),
        EntityRef::Info(id) => {
            let info = conference.info(id);
            teller.name(&info.title);
            teller.text(&info.text);
        }
    }
}

struct Teller<'a, T> {
    conference: &'a Conference,
    tell: T,
}

impl<'a, T: FnMut(Field, FieldText<'a>)> Teller<'a, T> {
    fn name(&mut self, texts: impl IntoIterator<Item = &'a LocalizedText>) {
        texts.into_iter().for_each(|texts| (self.tell)(Field::Name, FieldText::LocalizedText(texts)));
    }

    fn about(&mut self, texts: impl IntoIterator<Item = &'a LocalizedText>) {
        texts.into_iter().for_each(|texts| (self.tell)(Field::About, FieldText::LocalizedText(texts)));
    }

    fn text(&mut self, texts: impl IntoIterator<Item = &'a LocalizedText>) {
        texts.into_iter().for_each(|texts| (self.tell)(Field::Text, FieldText::LocalizedText(texts)));
    }

    fn words(&mut self, field: Field, words: impl IntoIterator<Item = &'a SafeText>) {
        words.into_iter().for_each(|word| (self.tell)(field, FieldText::Word(word)));
    }

    fn keys(&mut self, words: impl IntoIterator<Item = &'a str>) {
        words.into_iter().for_each(|word| (self.tell)(Field::About, FieldText::Key(word)));
    }

    fn links(&mut self, links: &'a [Link]) {
        self.about(links.iter().filter_map(|link| link.label.as_ref()));
    }

    fn people(&mut self, people: &'a [PersonId]) {
        self.about(
            people.iter().filter_map(|id| self.conference.person(*id).name.as_ref()).collect::<Vec<_>>(),
        );
    }

    fn session(&mut self, session: &'a Session) {
        let conference = self.conference;
        self.name(&session.title);
        self.about(&session.subtitle);
        for part in &session.people {
            self.about([&part.name, &conference.person(part.person).name].into_iter().flatten());
        }
        if let Rooms::In(rooms) = &session.rooms {
            for room in rooms.iter().map(|id| conference.room(*id)) {
                self.about([&room.name, &room.building, &room.floor].into_iter().flatten());
            }
        }
        self.about(session.track.and_then(|id| conference.track(id).name.as_ref()));
        self.about([&session.source_type, &session.level].into_iter().flatten());
        self.about(&session.tags);
        self.keys(session.kind.as_ref().map(Kind::word));
        let status = session.status.as_ref().filter(|status| **status != Status::Confirmed);
        self.keys(status.map(Status::word));
        self.about(session.attachments.iter().filter_map(|file| file.label.as_ref()));
        self.links(&session.links);
        self.text([&session.summary, &session.description, &session.content_note].into_iter().flatten());
    }

    fn person(&mut self, person: &'a Person) {
        self.name(&person.name);
        self.words(Field::Name, &person.sort_name);
        self.about(&person.positions);
        self.about([&person.organization, &person.country, &person.pronouns].into_iter().flatten());
        self.keys(person.roles.iter().map(Role::word));
        self.links(&person.links);
        self.text(&person.bio);
    }

    fn organizer(&mut self, organizer: &'a Organizer) {
        self.name(&organizer.name);
        self.about([&organizer.role, &organizer.organization, &organizer.contact].into_iter().flatten());
        self.people(&organizer.people);
        self.people(organizer.person.as_slice());
    }

    fn sponsor(&mut self, sponsor: &'a Sponsor) {
        self.name(&sponsor.name);
        self.about(sponsor.tier.and_then(|id| self.conference.tier(id).name.as_ref()));
        self.about(&sponsor.project);
        self.text(&sponsor.description);
    }

    fn room(&mut self, room: &'a Room) {
        self.name(&room.name);
        self.about([&room.building, &room.floor].into_iter().flatten());
        self.text(&room.description);
    }

    fn delegation(&mut self, delegation: &'a Delegation) {
        self.name(&delegation.name);
        self.keys(delegation.kind.as_deref());
        self.people(&delegation.people);
    }

    fn conference(&mut self) {
        let conference = self.conference;
        self.name([&conference.title]);
        self.words(Field::Name, &conference.acronym);
        self.about([&conference.subtitle, &conference.theme].into_iter().flatten());
        if let Some(venue) = &conference.venue {
            self.about([&venue.name, &venue.address, &venue.city, &venue.country].into_iter().flatten());
        }
        self.about(&conference.topics);
        self.words(Field::About, &conference.hashtag);
        self.about(&conference.contact);
        self.about(conference.days.iter().filter_map(|day| day.title.as_ref()));
        self.links(&conference.links);
        self.text(&conference.description);
    }
}
