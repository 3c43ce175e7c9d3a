//! Adds people to a conference, finding known ones by their keys and names.

use super::people::{Keys, SpeakerReference, push};
use super::{ConferenceBuilder, Counted};
use crate::diagnostic::Span;
use crate::model::{LocalizedText, Participation, Person, PersonId, Role};
use crate::text::SafeText;

impl ConferenceBuilder {
    /// Returns the person with these keys and this name, creating a new one if necessary. Fills missing
    /// fields of a known person. `None` without a key and a name, and beyond the limit.
    pub(in crate::format) fn person(&mut self, keys: &Keys, person: Person) -> Option<PersonId> {
        Some(self.person_or_new(keys, person)?.0)
    }

    /// Returns the person, and true for a new one.
    pub(in crate::format) fn person_or_new(
        &mut self,
        keys: &Keys,
        mut person: Person,
    ) -> Option<(PersonId, bool)> {
        person.name = person.name.filter(|name| name.iter().any(|(_, name)| !name.trim().is_empty()));
        let people = &mut self.people;
        let name = person.name.clone();
        let exact = if self.is_exact { people.with_guid(keys) } else { None };
        if let Some(id) = exact.or_else(|| people.find(keys, name.as_ref())) {
            people.record(id, keys, name.as_ref());
            fill(&mut self.conference.people[id.index()], person);
            return Some((id, false));
        }
        if keys.is_empty() && name.is_none() {
            return None;
        }
        if name.is_none() {
            // The key is shared by several people and there is no other information.
            let is_shared = keys.all().any(|(kind, key)| people.by_key.contains_key(&(kind, key.clone())));
            person.name =
                keys.all().next().filter(|_| is_shared).map(|(_, key)| LocalizedText::untagged(key.clone()));
            if let Some(id) = people.find(keys, person.name.as_ref()).filter(|_| is_shared) {
                return Some((id, false));
            }
        }
        let id = PersonId::new(self.conference.people.len());
        if !self.limits.allow(Counted::People, id.index(), Span::default()) {
            return None;
        }
        people.record(id, keys, person.name.as_ref());
        self.conference.people.push(person);
        Some((id, true))
    }

    /// Adds a person to a session under the given name. Returns true for a new person. `deduplicate` removes
    /// duplicates.
    pub(in crate::format) fn add_participant(
        &mut self,
        people: &mut Vec<Participation>,
        keys: &Keys,
        person: Person,
        role: Option<Role>,
    ) -> Option<bool> {
        let name = person.name.clone().filter(|name| name.iter().any(|(_, name)| !name.trim().is_empty()));
        let (person, is_new) = self.person_or_new(keys, person)?;
        people.push(Participation { person, role, name });
        Some(is_new)
    }

    /// Adds a person to the list of speakers, to which sessions refer by `word`.
    pub(in crate::format) fn list_speaker(&mut self, keys: &Keys, word: Option<SafeText>, person: Person) {
        let Some(id) = self.person(keys, person) else { return };
        self.people.speakers.insert(id);
        if let Some(word) = word {
            push(self.people.by_word.entry(word).or_default(), id);
        }
    }

    /// Resolves a reference to a listed speaker.
    pub(in crate::format) fn speaker(&self, word: &str) -> SpeakerReference {
        match self.people.by_word.get(&SafeText::line(word)).map(Vec::as_slice) {
            Some([one]) => SpeakerReference::Found(*one),
            Some([_, ..]) => SpeakerReference::Ambiguous,
            _ => SpeakerReference::Unknown,
        }
    }
}

/// Fills missing fields of a person.
fn fill(known: &mut Person, new: Person) {
    fn set<T>(known: &mut Option<T>, new: Option<T>) {
        if known.is_none() {
            *known = new;
        }
    }
    set(&mut known.id, new.id);
    set(&mut known.guid, new.guid);
    set(&mut known.name, new.name);
    set(&mut known.organization, new.organization);
    set(&mut known.country, new.country);
    set(&mut known.pronouns, new.pronouns);
    set(&mut known.bio, new.bio);
    set(&mut known.avatar, new.avatar);
    set(&mut known.attendance, new.attendance);
    if known.links.is_empty() {
        known.links = new.links;
    }
    if known.positions.is_empty() {
        known.positions = new.positions;
    }
    for role in new.roles {
        if !known.roles.contains(&role) {
            known.roles.push(role);
        }
    }
}
