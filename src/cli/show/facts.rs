//! What is said of people, sessions and others beside their names, each fact with its label.

use super::TextWriter;
use crate::i18n::Message;
use crate::model::{
    Conference, Delegation, Link, LocalizedText, Organizer, PersonId, Room, Session, SessionId, Sponsor,
};
use crate::presenter::Presenter;
use crate::text::Lang;

/// Labels with what stands behind them.
struct Facts<'w, 'a> {
    words: &'w Presenter<'a>,
    lines: Vec<String>,
}

impl<'w, 'a> Facts<'w, 'a> {
    fn new(words: &'w Presenter<'a>) -> Self {
        Self { words, lines: Vec::new() }
    }

    fn add(&mut self, label: Message, value: Option<impl ToString>) {
        if let Some(value) = value.map(|value| value.to_string()).filter(|value| !value.is_empty()) {
            self.lines.push(format!("{}: {value}", self.words.word(label)));
        }
    }

    fn text(&mut self, label: Message, texts: Option<&'a LocalizedText>) {
        self.add(label, self.words.known(texts));
    }

    fn list(&mut self, label: Message, values: impl IntoIterator<Item = String>) {
        self.add(label, Some(values.into_iter().collect::<Vec<_>>().join(", ")));
    }

    fn links(&mut self, links: impl IntoIterator<Item = &'a Link>) {
        for Link { label, url } in links {
            let label = self.words.known(label.as_ref());
            let label = label.unwrap_or_else(|| self.words.word(Message::LabelLink));
            self.lines.push(format!("{label}: {url}"));
        }
    }

    fn print(self, indent: &str, page: &mut TextWriter) {
        for line in self.lines {
            page.hanging(indent, &line);
        }
    }
}

/// Prose, with its markup read.
fn long(words: &Presenter<'_>, text: Option<&LocalizedText>, indent: &str, page: &mut TextWriter) {
    if let Some(text) = text {
        page.prose(indent, text.get(words.reading));
    }
}

pub(super) fn about(words: &Presenter<'_>, page: &mut TextWriter) {
    let about: &Conference = words.conference;
    let mut facts = Facts::new(words);
    facts.add(Message::LabelEdition, about.edition);
    facts.add(Message::LabelHashtag, about.hashtag.as_ref());
    facts.text(Message::LabelContact, about.contact.as_ref());
    facts.list(Message::LabelVersion, about.version.iter().chain(&about.updated).map(ToString::to_string));
    facts.links(&about.links);
    facts.print("", page);
}

pub(super) fn session(words: &Presenter<'_>, session: &Session, indent: &str, page: &mut TextWriter) {
    if session.summary.is_some() {
        long(words, session.description.as_ref(), indent, page);
    }
    let title = |id: SessionId| words.title(words.conference.session(id));
    let mut facts = Facts::new(words);
    facts.text(Message::LabelType, session.source_type.as_ref());
    facts.add(Message::LabelPartOf, session.part_of.map(title));
    facts.add(Message::LabelSameAs, session.same_as.map(title));
    facts.list(Message::LabelLanguages, session.languages.iter().map(Lang::as_str).map(str::to_owned));
    facts.text(Message::LabelLevel, session.level.as_ref());
    facts.list(Message::LabelTags, session.tags.iter().map(|tag| words.text(tag).to_string()));
    let recording = session.do_not_record.then(|| words.word(Message::DoNotRecord));
    facts.add(Message::LabelRecording, recording);
    facts.add(Message::LabelSlides, session.slides.as_ref());
    facts.add(Message::LabelRecording, session.recording.as_ref());
    facts.add(Message::LabelStream, session.stream.as_ref());
    facts.add(Message::LabelFeedback, session.feedback.as_ref());
    facts.add(Message::LabelLicense, session.recording_license.as_ref());
    facts.links(&session.links);
    for file in &session.attachments {
        let label = words.known(file.label.as_ref()).unwrap_or_else(|| words.word(Message::LabelLink));
        facts.lines.push(format!("{label}: {}", file.url));
    }
    facts.print(indent, page);
}

pub(super) fn person(words: &Presenter<'_>, id: PersonId, indent: &str, page: &mut TextWriter) {
    let person = words.conference.person(id);
    let mut facts = Facts::new(words);
    facts.list(Message::LabelOtherNames, words.other_names(id));
    facts.text(Message::LabelCountry, person.country.as_ref());
    facts.text(Message::LabelPronouns, person.pronouns.as_ref());
    facts.add(Message::LabelAttendance, person.attendance.map(|how| words.attendance(how)));
    facts.links(&person.links);
    facts.print(indent, page);
    long(words, person.bio.as_ref(), indent, page);
}

pub(super) fn organizer(words: &Presenter<'_>, organizer: &Organizer, indent: &str, page: &mut TextWriter) {
    let members = organizer.people.iter().map(|id| words.person(words.conference.person(*id)));
    let mut facts = Facts::new(words);
    facts.list(Message::LabelPeople, members);
    facts.text(Message::LabelContact, organizer.contact.as_ref());
    facts.add(Message::LabelPage, organizer.url.as_ref());
    facts.print(indent, page);
}

pub(super) fn sponsor(words: &Presenter<'_>, sponsor: &Sponsor, indent: &str, page: &mut TextWriter) {
    long(words, sponsor.description.as_ref(), indent, page);
    let mut facts = Facts::new(words);
    facts.add(Message::LabelPage, sponsor.url.as_ref());
    facts.print(indent, page);
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
    let members = delegation.people.iter().map(|id| words.person(words.conference.person(*id)));
    let mut facts = Facts::new(words);
    facts.list(Message::LabelPeople, members);
    facts.print(indent, page);
}

/// The rooms of which more is known than their name.
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
        let mut facts = Facts::new(words);
        facts.text(Message::LabelBuilding, room.building.as_ref());
        facts.text(Message::LabelFloor, room.floor.as_ref());
        facts.add(Message::LabelCapacity, room.capacity);
        facts.print("    ", page);
        long(words, room.description.as_ref(), "    ", page);
    }
}

/// What the mark of a session that could not be read whole means, where one has it.
pub(super) fn broken(words: &Presenter<'_>, page: &mut TextWriter) {
    if words.conference.sessions.iter().any(|session| session.has_mistakes) {
        page.blank();
        page.hanging(&format!("{} ", words.word(Message::Broken)), &words.word(Message::BrokenSession));
    }
}
