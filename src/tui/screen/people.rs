//! The people, by what they are; their posts stand whole under their names.

use super::Item;
use crate::index::people_by_role;
use crate::locale::Message;
use crate::model::{DelegationId, OrganizerId, Person, PersonId, SessionId};
use crate::tui::widget::{Entry, Labels, Page};
use crate::wording::Wording;

pub(super) fn list(words: &Wording<'_>, columns: usize) -> Vec<Entry<Item>> {
    let groups = people_by_role(words.conference, words.index);
    if groups.is_empty() {
        return super::nothing(words, Message::NoPeople, columns);
    }
    let mut entries = Vec::new();
    for (role, ids) in groups {
        let is_first = entries.is_empty();
        entries.extend(super::group(words.role_head(role), is_first));
        entries.extend(ids.into_iter().map(|id| row(words, id, columns)));
    }
    entries
}

fn row(words: &Wording<'_>, id: PersonId, columns: usize) -> Entry<Item> {
    let person = words.conference.person(id);
    super::named_row(Item::Person(id), &words.person(person), &below_name(words, person), columns)
}

/// The posts, or where somebody works if no post is known.
fn below_name(words: &Wording<'_>, person: &Person) -> Vec<String> {
    if person.positions.is_empty() {
        return words.known(person.organization.as_ref()).into_iter().collect();
    }
    person.positions.iter().map(|position| words.text(position).to_string()).collect()
}

pub(super) fn detail(words: &Wording<'_>, id: PersonId, page: &mut Page<Item>) {
    let person = words.conference.person(id);
    page.title(&words.person(person));
    let mut facts = Labels::default();
    let word = |message| words.word(message);
    let title = |id: &SessionId| words.title(words.conference.session(*id));
    let sessions = words.index.of_person(id).iter();
    let sessions = sessions.map(|id| (words.day_and_start(*id), title(id), Item::Session(*id)));
    facts.add(word(Message::LabelMistakes), person.has_mistakes.then(|| word(Message::BrokenPerson)));
    facts.add(word(Message::LabelRole), person.roles.iter().map(|role| words.role(role)));
    facts.add(word(Message::LabelPosition), person.positions.iter().map(|text| words.text(text).to_string()));
    facts.add(word(Message::LabelOrganization), words.known(person.organization.as_ref()));
    facts.add(word(Message::LabelCountry), words.known(person.country.as_ref()));
    facts.add(word(Message::LabelPronouns), words.known(person.pronouns.as_ref()));
    facts.add(word(Message::LabelAttendance), person.attendance.map(|how| words.attendance(how)));
    facts.led_links(word(Message::LabelSessions), sessions);
    facts.links(word(Message::LabelMemberOf), memberships(words, id));
    for link in &person.links {
        let label = words.known(link.label.as_ref()).unwrap_or_else(|| word(Message::LabelLink));
        facts.addresses(label, [link.url.to_string()]);
    }
    page.facts(facts);
    if let Some(bio) = &person.bio {
        page.prose(words.text(bio));
    }
}

/// The committees and delegations that somebody is in.
fn memberships(words: &Wording<'_>, id: PersonId) -> Vec<(String, Item)> {
    let conference = words.conference;
    let organizers = conference.organizers.iter().enumerate();
    let organizers = organizers.filter(|(_, one)| one.person == Some(id) || one.people.contains(&id));
    let organizers =
        organizers.map(|(at, one)| (words.organizer(one), Item::Organizer(OrganizerId::new(at))));
    let delegations = conference.delegations.iter().enumerate().filter(|(_, one)| one.people.contains(&id));
    let delegations = delegations
        .map(|(at, one)| (words.name(one.name.as_ref(), None), Item::Delegation(DelegationId::new(at))));
    organizers.chain(delegations).collect()
}
