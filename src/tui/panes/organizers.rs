//! The organizers.

use super::{PaneContext, PaneItem};
use crate::i18n::Message;
use crate::model::{OrganizerId, PersonId};
use crate::presenter::Presenter;
use crate::tui::widget::{DefinitionList, Entry, Page};

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (words, columns) = (&context.presenter, context.columns);
    if words.conference.organizers.is_empty() {
        return super::nothing(words, Message::NoOrganizers, columns);
    }
    let mut entries = Vec::new();
    for (at, organizer) in words.conference.organizers.iter().enumerate() {
        let below = [&organizer.role, &organizer.organization];
        let below: Vec<String> =
            below.into_iter().flatten().map(|text| words.text(text).to_string()).collect();
        entries.push(super::named_row(
            PaneItem::Organizer(OrganizerId::new(at)),
            &words.organizer(organizer),
            &below,
            columns,
        ));
    }
    entries
}

pub(super) fn detail(words: &Presenter<'_>, id: OrganizerId, page: &mut Page<PaneItem>) {
    let organizer = words.conference.organizer(id);
    page.title(&words.organizer(organizer));
    let mut facts = DefinitionList::default();
    let word = |message| words.word(message);
    let person = |id: &PersonId| (words.person(words.conference.person(*id)), PaneItem::Person(*id));
    facts.add(word(Message::LabelRole), words.known(organizer.role.as_ref()));
    facts.add(word(Message::LabelOrganization), words.known(organizer.organization.as_ref()));
    facts.links(word(Message::LabelPerson), organizer.person.iter().map(person));
    facts.links(word(Message::LabelPeople), organizer.people.iter().map(person));
    facts.add(word(Message::LabelContact), words.known(organizer.contact.as_ref()));
    facts.addresses(word(Message::LabelPage), organizer.url.iter().map(ToString::to_string));
    page.facts(facts);
}
