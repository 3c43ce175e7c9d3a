//! The organizers.

use super::Item;
use crate::locale::Message;
use crate::model::OrganizerId;
use crate::theme::Role;
use crate::tui::widget::{Entry, Labels, Line, prose};
use crate::wording::Wording;

pub(super) fn list(words: &Wording<'_>, columns: usize) -> Vec<Entry<Item>> {
    if words.conference.organizers.is_empty() {
        return super::nothing(words, Message::NoOrganizers);
    }
    let mut entries = Vec::new();
    for (at, organizer) in words.conference.organizers.iter().enumerate() {
        let below = [&organizer.role, &organizer.organization];
        let below: Vec<String> =
            below.into_iter().flatten().map(|text| words.text(text).to_string()).collect();
        entries.push(super::named_row(
            Item::Organizer(OrganizerId::new(at)),
            &words.organizer(organizer),
            &below,
            columns,
        ));
    }
    entries
}

pub(super) fn detail(words: &Wording<'_>, id: OrganizerId, columns: usize) -> Vec<Line> {
    let organizer = words.conference.organizer(id);
    let mut lines = prose(&words.organizer(organizer), columns, Role::Title);
    lines.push(Line::default());
    let mut facts = Labels::default();
    let one = |text: Option<String>| text.into_iter().collect::<Vec<_>>();
    let person = |id: &crate::model::PersonId| words.person(words.conference.person(*id));
    facts.add(words.word(Message::LabelRole), one(words.known(organizer.role.as_ref())));
    facts.add(words.word(Message::LabelOrganization), one(words.known(organizer.organization.as_ref())));
    facts.add(words.word(Message::LabelPerson), organizer.person.iter().map(person));
    facts.add(words.word(Message::LabelPeople), organizer.people.iter().map(person));
    facts.add(words.word(Message::LabelContact), one(words.known(organizer.contact.as_ref())));
    facts.add_as(words.word(Message::LabelPage), organizer.url.iter().map(ToString::to_string), Role::Link);
    lines.extend(facts.lines(columns));
    lines
}
