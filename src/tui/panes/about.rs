//! The conference itself, its delegations and its statistics.

use super::{PaneContext, PaneItem};
use crate::i18n::Message;
use crate::index::delegations_by_attendance;
use crate::model::{Delegation, Info, InfoId, PersonId};
use crate::presenter::Presenter;
use crate::tui::widget::{DefinitionList, Entry, Page};

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (words, columns) = (&context.presenter, context.columns);
    let conference = words.conference;
    let row = |item, name: &str| super::named_row(item, name, &[], columns);
    let mut entries = vec![row(PaneItem::Conference, &words.word(Message::AboutConference))];
    for (at, info) in conference.infos.iter().enumerate() {
        entries.push(row(PaneItem::Info(InfoId::new(at)), &words.name(info.title.as_ref(), None)));
    }
    entries.push(row(PaneItem::Numbers, &words.word(Message::AboutNumbers)));
    for (attendance, delegations) in delegations_by_attendance(conference) {
        entries.extend(super::group(words.delegations_heading(attendance), false));
        for id in delegations {
            let name = words.name(conference.delegation(id).name.as_ref(), None);
            entries.push(row(PaneItem::Delegation(id), &name));
        }
    }
    entries
}

pub(super) fn detail(words: &Presenter<'_>, item: PaneItem, page: &mut Page<PaneItem>) {
    match item {
        PaneItem::Delegation(id) => delegation(words, words.conference.delegation(id), page),
        PaneItem::Info(id) => info(words, words.conference.info(id), page),
        PaneItem::Numbers => numbers(words, page),
        _ => conference(words, page),
    }
}

fn info(words: &Presenter<'_>, info: &Info, page: &mut Page<PaneItem>) {
    page.title(&words.name(info.title.as_ref(), None));
    if let Some(text) = &info.text {
        page.prose(words.text(text));
    }
}

fn delegation(words: &Presenter<'_>, delegation: &Delegation, page: &mut Page<PaneItem>) {
    page.title(&words.name(delegation.name.as_ref(), None));
    let mut facts = DefinitionList::default();
    let person = |id: &PersonId| (words.person(words.conference.person(*id)), PaneItem::Person(*id));
    facts.add(words.word(Message::LabelKind), delegation.kind.iter().map(|kind| words.delegation_kind(kind)));
    facts.add(words.word(Message::LabelAttendance), delegation.attendance.map(|how| words.attendance(how)));
    facts.links(words.word(Message::LabelPeople), delegation.people.iter().map(person));
    page.facts(facts);
}

fn conference(words: &Presenter<'_>, page: &mut Page<PaneItem>) {
    let about = words.conference;
    page.title(words.text(&about.title));
    if let Some(subtitle) = &about.subtitle {
        page.subtitle(words.text(subtitle));
    }
    let mut facts = DefinitionList::default();
    let word = |message| words.word(message);
    let version =
        about.version.iter().chain(&about.updated).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    facts.add(word(Message::LabelTheme), words.known(about.theme.as_ref()));
    facts.add(word(Message::LabelEdition), about.edition.map(|edition| edition.to_string()));
    facts.add(word(Message::LabelWhen), words.dates(about.known_dates()));
    facts.add(word(Message::LabelWhere), about.venue.iter().flat_map(|venue| words.venue(venue)));
    facts.add(word(Message::LabelTopics), about.topics.iter().map(|topic| words.text(topic).to_string()));
    facts.add(word(Message::LabelHashtag), about.hashtag.as_ref().map(ToString::to_string));
    facts.add(word(Message::LabelContact), words.known(about.contact.as_ref()));
    facts.add(word(Message::LabelVersion), Some(version).filter(|text| !text.is_empty()));
    facts.addresses(word(Message::LabelPage), about.url.iter().map(ToString::to_string));
    facts.pages(word(Message::LabelLink), super::pages(words, &about.links));
    page.facts(facts);
    if let Some(description) = &about.description {
        page.prose(words.text(description));
    }
}

fn numbers(words: &Presenter<'_>, page: &mut Page<PaneItem>) {
    page.title(&words.word(Message::AboutNumbers));
    page.plain(&words.entity_counts().join("\n"));
}
