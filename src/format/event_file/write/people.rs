//! `[[people]]`, `[[guests]]` and `[[speakers]]`, and the tables that name people: `[[organizers]]`, `[[delegations]]`.

use std::collections::HashMap;

use super::page::{TomlWriter, address, links, text, texts};
use super::references::{ReferenceNames, things};
use super::text::quoted;
use super::{Writer, attendance, indices, list};
use crate::model::{Conference, Person, PersonId, Role};

/// What people are called. Sessions are read first, then organizers, then delegations.
pub(super) fn called(conference: &Conference) -> ReferenceNames {
    let Conference { people, sessions, organizers, delegations, .. } = conference;
    let things = things(people, |one| (&one.id, &one.name), |name| Person { name, ..Person::default() });
    let in_sessions = sessions.iter().flat_map(|session| &session.people).map(|one| one.person);
    let of_organizers = organizers.iter().flat_map(|one| one.people.iter().copied().chain(one.person));
    let of_delegations = delegations.iter().flat_map(|one| one.people.iter().copied());
    ReferenceNames::by_name(
        "person",
        &things,
        &indices(in_sessions.chain(of_organizers).chain(of_delegations)),
    )
}

impl Writer<'_> {
    pub(super) fn people(&self, page: &mut TomlWriter) {
        let people = &self.conference.people[..self.people.tables];
        let mut holders = HashMap::new();
        for id in people.iter().filter_map(|person| person.id.as_ref()) {
            *holders.entry(id).or_insert(0) += 1;
        }
        for (index, person) in people.iter().enumerate() {
            // One id in two different tables would be one human.
            let is_only = person.id.as_ref().is_none_or(|id| holders[id] == 1);
            let table = match &person.roles[..] {
                [Role::Guest] if is_only => "guests",
                [Role::Speaker] if is_only => "speakers",
                _ => "people",
            };
            page.table(table);
            page.put("name", texts(person.name.as_ref()));
            page.put("id", text(self.people.id(index, person.id.as_ref())));
            if table == "people" {
                let roles: Vec<String> = person.roles.iter().map(|role| quoted(role.word())).collect();
                page.list("roles", &roles);
            }
            page.one_or_list("position", list(&person.positions));
            page.put("organization", texts(person.organization.as_ref()));
            page.put("country", texts(person.country.as_ref()));
            page.put("pronouns", texts(person.pronouns.as_ref()));
            page.prose("bio", person.bio.as_ref());
            page.list("links", &links(&person.links));
            page.put("attendance", attendance(person.attendance));
            page.put("sort_name", text(person.sort_name.as_ref()));
            page.put("avatar", text(person.avatar.as_ref()));
            page.put("guid", text(person.guid.as_ref()));
        }
    }

    pub(super) fn organizers(&self, page: &mut TomlWriter) {
        for organizer in &self.conference.organizers {
            page.table("organizers");
            page.put("name", texts(organizer.name.as_ref()));
            page.put("person", organizer.person.and_then(|person| self.person(person)));
            page.put("role", texts(organizer.role.as_ref()));
            page.put("organization", texts(organizer.organization.as_ref()));
            page.put("url", address(organizer.url.as_ref()));
            page.put("contact", texts(organizer.contact.as_ref()));
            page.list("people", &self.persons(&organizer.people));
        }
    }

    pub(super) fn delegations(&self, page: &mut TomlWriter) {
        for delegation in &self.conference.delegations {
            page.table("delegations");
            page.put("name", texts(delegation.name.as_ref()));
            page.put("kind", text(delegation.kind.as_ref()));
            page.put("attendance", attendance(delegation.attendance));
            page.list("people", &self.persons(&delegation.people));
        }
    }

    fn persons(&self, people: &[PersonId]) -> Vec<String> {
        people.iter().filter_map(|person| self.person(*person)).collect()
    }

    /// What somebody is called where they are named.
    pub(super) fn person(&self, person: PersonId) -> Option<String> {
        text(self.people.word(person.index()))
    }
}
