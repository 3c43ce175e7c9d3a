//! Labeled facts of sessions, people and others.

use crate::cli::page::TextWriter;
use crate::i18n::Message;
use crate::model::{Delegation, LocalizedText, Organizer, PersonId, Room, Session, Sponsor};
use crate::presenter::{LabeledValue, Presenter};

fn list(facts: impl IntoIterator<Item = LabeledValue>, indent: &str, page: &mut TextWriter) {
    for LabeledValue { label, value } in facts {
        page.hanging(indent, &format!("{label}: {value}"));
    }
}

fn prose(words: &Presenter<'_>, text: Option<&LocalizedText>, indent: &str, page: &mut TextWriter) {
    if let Some(text) = text {
        page.prose(indent, text.get(words.reading));
    }
}

/// The names of people, as a fact.
fn members(words: &Presenter<'_>, people: &[PersonId]) -> impl Iterator<Item = LabeledValue> {
    let names: Vec<_> = people.iter().map(|id| words.person(words.conference.person(*id))).collect();
    words.labeled([(Message::LabelPeople, Some(names.join(", ")))])
}

pub(super) fn about(words: &Presenter<'_>, page: &mut TextWriter) {
    list(words.conference_facts(), "", page);
}

pub(super) fn session(words: &Presenter<'_>, session: &Session, indent: &str, page: &mut TextWriter) {
    if session.summary.is_some() {
        prose(words, session.description.as_ref(), indent, page);
    }
    let recording = session.do_not_record.then(|| words.word(Message::DoNotRecord));
    let recording = words.labeled([(Message::LabelRecording, recording)]);
    let facts = words.session_facts(session).chain(recording).chain(words.session_material(session));
    list(facts, indent, page);
}

pub(super) fn person(words: &Presenter<'_>, id: PersonId, indent: &str, page: &mut TextWriter) {
    list(words.person_facts(id), indent, page);
    prose(words, words.conference.person(id).bio.as_ref(), indent, page);
}

pub(super) fn organizer(words: &Presenter<'_>, organizer: &Organizer, indent: &str, page: &mut TextWriter) {
    list(members(words, &organizer.people).chain(words.organizer_facts(organizer)), indent, page);
}

pub(super) fn sponsor(words: &Presenter<'_>, sponsor: &Sponsor, indent: &str, page: &mut TextWriter) {
    prose(words, sponsor.description.as_ref(), indent, page);
    let url = sponsor.url.as_ref().map(ToString::to_string);
    list(words.labeled([(Message::LabelPage, url)]), indent, page);
}

/// `Kazakhstan · country`
pub(super) fn name_and_kind(words: &Presenter<'_>, delegation: &Delegation) -> String {
    let kind = delegation.kind.as_ref().map(|kind| words.delegation_kind(kind));
    let name = words.name(delegation.name.as_ref(), None);
    [name].into_iter().chain(kind).collect::<Vec<_>>().join(" · ")
}

pub(super) fn delegation(
    words: &Presenter<'_>,
    delegation: &Delegation,
    indent: &str,
    page: &mut TextWriter,
) {
    list(members(words, &delegation.people), indent, page);
}

/// Rooms with more than a name.
pub(super) fn rooms(words: &Presenter<'_>, page: &mut TextWriter) {
    let is_described = |room: &&Room| {
        room.building.is_some()
            || room.floor.is_some()
            || room.capacity.is_some()
            || room.description.is_some()
    };
    let mut rooms = words.conference.rooms.iter().filter(is_described).peekable();
    if rooms.peek().is_some() {
        page.head(&words.word(Message::Rooms));
    }
    for room in rooms {
        page.hanging("  ", &words.name(room.name.as_ref(), room.id.as_ref()));
        list(words.room_facts(room), "    ", page);
        prose(words, room.description.as_ref(), "    ", page);
    }
}

/// Explains the mark of incomplete sessions.
pub(super) fn broken(words: &Presenter<'_>, page: &mut TextWriter) {
    if words.conference.sessions.iter().any(|session| session.has_mistakes) {
        page.blank();
        page.hanging(&format!("{} ", words.word(Message::Broken)), &words.word(Message::BrokenSession));
    }
}
