//! The organizers.

use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::presenter::Presenter;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Entry, Page};
use kurultai_schedule::model::{OrganizerId, PersonId};

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (presenter, columns) = (&context.presenter, context.columns);
    if presenter.conference.organizers.is_empty() {
        return rows::nothing(presenter, Message::NoOrganizers, columns);
    }
    let mut entries = Vec::new();
    for (at, organizer) in presenter.conference.organizers.iter().enumerate() {
        let below = [&organizer.role, &organizer.organization];
        let below: Vec<String> =
            below.into_iter().flatten().map(|text| presenter.text(text).to_string()).collect();
        entries.push(rows::named_row(
            PaneItem::Organizer(OrganizerId::new(at)),
            &presenter.organizer(organizer),
            &below,
            columns,
        ));
    }
    entries
}

pub(super) fn detail(presenter: &Presenter<'_>, id: OrganizerId, page: &mut Page<PaneItem>) {
    let organizer = presenter.conference.organizer(id);
    page.title(&presenter.organizer(organizer));
    let mut facts = DefinitionList::default();
    let word = |message| presenter.word(message);
    let person = |id: &PersonId| (presenter.person(presenter.conference.person(*id)), PaneItem::Person(*id));
    facts.add(word(Message::LabelRole), presenter.known(organizer.role.as_ref()));
    facts.add(word(Message::LabelOrganization), presenter.known(organizer.organization.as_ref()));
    facts.links(word(Message::LabelPerson), organizer.person.iter().map(person));
    facts.links(word(Message::LabelPeople), organizer.people.iter().map(person));
    facts.add(word(Message::LabelContact), presenter.known(organizer.contact.as_ref()));
    facts.addresses(word(Message::LabelPage), organizer.url.iter().map(ToString::to_string));
    page.facts(facts);
}
