//! The conference itself: what it is about, when and where, who took part in it, its numbers.

use super::Item;
use crate::index::delegations_by_attendance;
use crate::locale::Message;
use crate::model::{Delegation, Info, InfoId};
use crate::theme::Role;
use crate::tui::widget::{Entry, Labels, Line, prose};
use crate::wording::Wording;

pub(super) fn list(words: &Wording<'_>, columns: usize) -> Vec<Entry<Item>> {
    let conference = words.conference;
    let row = |item, name: &str| super::named_row(item, name, &[], columns);
    let mut entries = vec![row(Item::Conference, &words.word(Message::AboutConference))];
    for (at, info) in conference.infos.iter().enumerate() {
        entries.push(row(Item::Info(InfoId::new(at)), &words.name(info.title.as_ref(), None)));
    }
    entries.push(row(Item::Numbers, &words.word(Message::AboutNumbers)));
    for (way, delegations) in delegations_by_attendance(conference) {
        entries.extend(super::group(words.delegations_head(way), false));
        for id in delegations {
            let name = words.name(conference.delegation(id).name.as_ref(), None);
            entries.push(row(Item::Delegation(id), &name));
        }
    }
    entries
}

pub(super) fn detail(words: &Wording<'_>, item: Item, columns: usize) -> Vec<Line> {
    match item {
        Item::Delegation(id) => delegation(words, words.conference.delegation(id), columns),
        Item::Info(id) => info(words, words.conference.info(id), columns),
        Item::Numbers => numbers(words, columns),
        _ => conference(words, columns),
    }
}

fn titled(mut title: Vec<Line>, body: Vec<Line>) -> Vec<Line> {
    title.push(Line::default());
    title.extend(body);
    title
}

fn info(words: &Wording<'_>, info: &Info, columns: usize) -> Vec<Line> {
    let title = prose(&words.name(info.title.as_ref(), None), columns, Role::Title);
    let text = info.text.as_ref().map(|text| prose(words.text(text), columns, Role::Text));
    titled(title, text.unwrap_or_default())
}

fn delegation(words: &Wording<'_>, delegation: &Delegation, columns: usize) -> Vec<Line> {
    let mut facts = Labels::default();
    let kind = delegation.kind.iter().map(|kind| words.delegation_kind(kind));
    facts.add(words.word(Message::LabelKind), kind);
    facts.add(words.word(Message::LabelAttendance), delegation.attendance.map(|how| words.attendance(how)));
    let people = delegation.people.iter().map(|id| words.person(words.conference.person(*id)));
    facts.add(words.word(Message::LabelPeople), people);
    titled(prose(&words.name(delegation.name.as_ref(), None), columns, Role::Title), facts.lines(columns))
}

fn conference(words: &Wording<'_>, columns: usize) -> Vec<Line> {
    let about = words.conference;
    let mut title = prose(words.text(&about.title), columns, Role::Title);
    if let Some(subtitle) = &about.subtitle {
        title.extend(prose(words.text(subtitle), columns, Role::Dim));
    }
    let mut facts = Labels::default();
    let mut add = |label, values: Vec<String>| facts.add(words.word(label), values);
    let one = |text: Option<String>| text.into_iter().collect::<Vec<_>>();
    add(Message::LabelTheme, one(words.known(about.theme.as_ref())));
    add(Message::LabelEdition, one(about.edition.map(|edition| edition.to_string())));
    add(Message::LabelWhen, one(words.dates(about.dates)));
    add(Message::LabelWhere, about.venue.as_ref().map(|venue| words.venue(venue)).unwrap_or_default());
    add(Message::LabelTopics, about.topics.iter().map(|topic| words.text(topic).to_string()).collect());
    add(Message::LabelHashtag, one(about.hashtag.as_ref().map(ToString::to_string)));
    add(Message::LabelContact, one(words.known(about.contact.as_ref())));
    let version = about.version.iter().chain(&about.updated).map(ToString::to_string);
    add(
        Message::LabelVersion,
        one(Some(version.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty())),
    );
    facts.add_as(words.word(Message::LabelPage), about.url.iter().map(ToString::to_string), Role::Link);
    for link in &about.links {
        let label = words.known(link.label.as_ref()).unwrap_or_else(|| words.word(Message::LabelLink));
        facts.add_as(label, [link.url.to_string()], Role::Link);
    }
    let mut body = facts.lines(columns);
    if let Some(description) = &about.description {
        if !body.is_empty() {
            body.push(Line::default());
        }
        body.extend(prose(words.text(description), columns, Role::Text));
    }
    titled(title, body)
}

fn numbers(words: &Wording<'_>, columns: usize) -> Vec<Line> {
    let lines = words.numbers().into_iter().map(|line| Line::new(line, Role::Text)).collect();
    titled(prose(&words.word(Message::AboutNumbers), columns, Role::Title), lines)
}
