//! Labeled values of sessions, people and other entities.

use crate::cli::page::TextWriter;
use crate::i18n::Message;
use crate::presenter::{LabeledValue, Presenter};
use kurultai_schedule::model::{Delegation, LocalizedText, Organizer, PersonId, Room, Session, Sponsor};

fn list(facts: impl IntoIterator<Item = LabeledValue>, indent: &str, page: &mut TextWriter) {
    for LabeledValue { label, value } in facts {
        page.hanging(indent, &format!("{label}: {value}"));
    }
}

fn prose(presenter: &Presenter<'_>, text: Option<&LocalizedText>, indent: &str, page: &mut TextWriter) {
    if let Some(text) = text {
        page.prose(indent, text.get(presenter.reading));
    }
}

/// Returns the names of people as labeled values.
fn members(presenter: &Presenter<'_>, people: &[PersonId]) -> impl Iterator<Item = LabeledValue> {
    let names: Vec<_> = people.iter().map(|id| presenter.person(presenter.conference.person(*id))).collect();
    presenter.labeled([(Message::LabelPeople, Some(names.join(", ")))])
}

pub(super) fn about(presenter: &Presenter<'_>, page: &mut TextWriter) {
    list(presenter.conference_facts(), "", page);
}

pub(super) fn session(presenter: &Presenter<'_>, session: &Session, indent: &str, page: &mut TextWriter) {
    if session.summary.is_some() {
        prose(presenter, session.description.as_ref(), indent, page);
    }
    let recording = session.do_not_record.then(|| presenter.word(Message::DoNotRecord));
    let recording = presenter.labeled([(Message::LabelRecording, recording)]);
    let facts = presenter.session_facts(session).chain(recording).chain(presenter.session_material(session));
    list(facts, indent, page);
}

pub(super) fn person(presenter: &Presenter<'_>, id: PersonId, indent: &str, page: &mut TextWriter) {
    list(presenter.person_facts(id), indent, page);
    prose(presenter, presenter.conference.person(id).bio.as_ref(), indent, page);
}

pub(super) fn organizer(
    presenter: &Presenter<'_>,
    organizer: &Organizer,
    indent: &str,
    page: &mut TextWriter,
) {
    list(members(presenter, &organizer.people).chain(presenter.organizer_facts(organizer)), indent, page);
}

pub(super) fn sponsor(presenter: &Presenter<'_>, sponsor: &Sponsor, indent: &str, page: &mut TextWriter) {
    prose(presenter, sponsor.description.as_ref(), indent, page);
    let url = sponsor.url.as_ref().map(ToString::to_string);
    list(presenter.labeled([(Message::LabelPage, url)]), indent, page);
}

/// Formats `Kazakhstan · country`.
pub(super) fn name_and_kind(presenter: &Presenter<'_>, delegation: &Delegation) -> String {
    let kind = delegation.kind.as_ref().map(|kind| presenter.delegation_kind(kind));
    let name = presenter.name(delegation.name.as_ref(), None);
    [name].into_iter().chain(kind).collect::<Vec<_>>().join(" · ")
}

pub(super) fn delegation(
    presenter: &Presenter<'_>,
    delegation: &Delegation,
    indent: &str,
    page: &mut TextWriter,
) {
    list(members(presenter, &delegation.people), indent, page);
}

/// Writes the rooms that have more than a name.
pub(super) fn rooms(presenter: &Presenter<'_>, page: &mut TextWriter) {
    let is_described =
        |room: &&Room| room.description.is_some() || presenter.room_facts(room).next().is_some();
    let mut rooms = presenter.conference.rooms.iter().filter(is_described).peekable();
    if rooms.peek().is_some() {
        page.head(&presenter.word(Message::Rooms));
    }
    for room in rooms {
        page.hanging("  ", &presenter.name(room.name.as_ref(), room.id.as_ref()));
        list(presenter.room_facts(room), "    ", page);
        prose(presenter, room.description.as_ref(), "    ", page);
    }
}

/// Explains the mark of incomplete sessions.
pub(super) fn broken(presenter: &Presenter<'_>, page: &mut TextWriter) {
    if presenter.conference.sessions.iter().any(|session| session.has_mistakes) {
        page.blank();
        page.hanging(
            &format!("{} ", presenter.word(Message::Broken)),
            &presenter.word(Message::BrokenSession),
        );
    }
}
