//! The conference itself, its delegations and its statistics.

use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::presenter::Presenter;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Entry, Page};
use kurultai_schedule::index::delegations_by_attendance;
use kurultai_schedule::model::{Delegation, Info, InfoId, PersonId};

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (presenter, columns) = (&context.presenter, context.columns);
    let conference = presenter.conference;
    let row = |item, name: &str| rows::named_row(item, name, &[], columns);
    let mut entries = vec![row(PaneItem::Conference, &presenter.word(Message::AboutConference))];
    for (at, info) in conference.infos.iter().enumerate() {
        entries.push(row(PaneItem::Info(InfoId::new(at)), &presenter.name(info.title.as_ref(), None)));
    }
    entries.push(row(PaneItem::Numbers, &presenter.word(Message::AboutNumbers)));
    for (attendance, delegations) in delegations_by_attendance(conference) {
        entries.extend(rows::group(presenter.delegations_heading(attendance), false));
        for id in delegations {
            let name = presenter.name(conference.delegation(id).name.as_ref(), None);
            entries.push(row(PaneItem::Delegation(id), &name));
        }
    }
    entries
}

pub(super) fn detail(presenter: &Presenter<'_>, item: PaneItem, page: &mut Page<PaneItem>) {
    match item {
        PaneItem::Delegation(id) => delegation(presenter, presenter.conference.delegation(id), page),
        PaneItem::Info(id) => info(presenter, presenter.conference.info(id), page),
        PaneItem::Numbers => numbers(presenter, page),
        _ => conference(presenter, page),
    }
}

fn info(presenter: &Presenter<'_>, info: &Info, page: &mut Page<PaneItem>) {
    page.title(&presenter.name(info.title.as_ref(), None));
    if let Some(text) = &info.text {
        page.prose(presenter.text(text));
    }
}

fn delegation(presenter: &Presenter<'_>, delegation: &Delegation, page: &mut Page<PaneItem>) {
    page.title(&presenter.name(delegation.name.as_ref(), None));
    let mut facts = DefinitionList::default();
    let person = |id: &PersonId| (presenter.person(presenter.conference.person(*id)), PaneItem::Person(*id));
    facts.add(
        presenter.word(Message::LabelKind),
        delegation.kind.iter().map(|kind| presenter.delegation_kind(kind)),
    );
    facts.add(
        presenter.word(Message::LabelAttendance),
        delegation.attendance.map(|how| presenter.attendance(how)),
    );
    facts.links(presenter.word(Message::LabelPeople), delegation.people.iter().map(person));
    page.facts(facts);
}

fn conference(presenter: &Presenter<'_>, page: &mut Page<PaneItem>) {
    let conference = presenter.conference;
    page.title(presenter.text(&conference.title));
    if let Some(subtitle) = &conference.subtitle {
        page.subtitle(presenter.text(subtitle));
    }
    let mut facts = DefinitionList::default();
    let word = |message| presenter.word(message);
    let version = conference
        .version
        .iter()
        .chain(&conference.updated)
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    facts.add(word(Message::LabelTheme), presenter.known(conference.theme.as_ref()));
    facts.add(word(Message::LabelEdition), conference.edition.map(|edition| edition.to_string()));
    facts.add(word(Message::LabelWhen), presenter.dates(conference.known_dates()));
    facts.add(word(Message::LabelWhere), conference.venue.iter().flat_map(|venue| presenter.venue(venue)));
    facts.add(
        word(Message::LabelTopics),
        conference.topics.iter().map(|topic| presenter.text(topic).to_string()),
    );
    facts.add(word(Message::LabelHashtag), conference.hashtag.as_ref().map(ToString::to_string));
    facts.add(word(Message::LabelContact), presenter.known(conference.contact.as_ref()));
    facts.add(word(Message::LabelVersion), Some(version).filter(|text| !text.is_empty()));
    facts.addresses(word(Message::LabelPage), conference.url.iter().map(ToString::to_string));
    facts.pages(word(Message::LabelLink), rows::pages(presenter, &conference.links));
    page.facts(facts);
    if let Some(description) = &conference.description {
        page.prose(presenter.text(description));
    }
}

fn numbers(presenter: &Presenter<'_>, page: &mut Page<PaneItem>) {
    page.title(&presenter.word(Message::AboutNumbers));
    page.plain(&presenter.entity_counts().join("\n"));
}
