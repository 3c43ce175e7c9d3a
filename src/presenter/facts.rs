//! Labeled values of entities, in the order of plain text and exported pages.

use super::Presenter;
use crate::i18n::Message;
use kurultai_schedule::model::{Link, LocalizedText, Organizer, PersonId, Room, Session, SessionId};
use kurultai_schedule::text::{Lang, SafeText};

/// A value with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabeledValue {
    /// The label, such as `Track`.
    pub label: String,
    /// The value, never empty.
    pub value: String,
}

impl Presenter<'_> {
    /// Labels the values that are known.
    pub fn labeled(
        &self,
        values: impl IntoIterator<Item = (Message, Option<String>)>,
    ) -> impl Iterator<Item = LabeledValue> {
        let known = values.into_iter().filter_map(|(label, value)| Some((label, value?)));
        let known = known.filter(|(_, value)| !value.is_empty());
        known.map(|(label, value)| LabeledValue { label: self.word(label), value })
    }

    /// Returns the values of the conference other than title, dates and venue.
    #[must_use]
    pub fn conference_facts(&self) -> Vec<LabeledValue> {
        let about = self.conference;
        let version: Vec<_> = about.version.iter().chain(&about.updated).map(SafeText::as_str).collect();
        let facts = self.labeled([
            (Message::LabelEdition, about.edition.map(|edition| edition.to_string())),
            (Message::LabelHashtag, about.hashtag.as_ref().map(ToString::to_string)),
            (Message::LabelContact, self.known(about.contact.as_ref())),
            (Message::LabelVersion, Some(version.join(", "))),
        ]);
        facts.chain(self.links(&about.links)).collect()
    }

    /// Returns the values of a session other than time, place and people.
    pub fn session_facts(&self, session: &Session) -> impl Iterator<Item = LabeledValue> {
        let title = |id: SessionId| self.title(self.conference.session(id));
        let tags: Vec<_> = session.tags.iter().map(|tag| tag.get(self.reading).as_str()).collect();
        let languages: Vec<_> = session.languages.iter().map(Lang::as_str).collect();
        self.labeled([
            (Message::LabelType, self.translated(session.source_type.as_ref())),
            (Message::LabelPartOf, session.part_of.map(title)),
            (Message::LabelSameAs, session.same_as.map(title)),
            (Message::LabelLanguages, Some(languages.join(", "))),
            (Message::LabelLevel, self.translated(session.level.as_ref())),
            (Message::LabelTags, Some(tags.join(", "))),
        ])
    }

    /// Returns the material of a session: slides, recordings, links, files.
    pub fn session_material(&self, session: &Session) -> impl Iterator<Item = LabeledValue> {
        let text = |text: Option<&SafeText>| text.map(ToString::to_string);
        let files = session.attachments.iter().map(|file| self.link(file.label.as_ref(), &file.url));
        let files: Vec<_> = self.links(&session.links).chain(files).collect();
        let facts = self.labeled([
            (Message::LabelSlides, text(session.slides.as_ref())),
            (Message::LabelRecording, text(session.recording.as_ref())),
            (Message::LabelStream, text(session.stream.as_ref())),
            (Message::LabelFeedback, text(session.feedback.as_ref())),
            (Message::LabelLicense, text(session.recording_license.as_ref())),
        ]);
        facts.chain(files)
    }

    /// Returns the values of a person other than name, positions and organization.
    #[must_use]
    pub fn person_facts(&self, id: PersonId) -> Vec<LabeledValue> {
        let person = self.conference.person(id);
        let facts = self.labeled([
            (Message::LabelOtherNames, Some(self.other_names(id).join(", "))),
            (Message::LabelCountry, self.known(person.country.as_ref())),
            (Message::LabelPronouns, self.known(person.pronouns.as_ref())),
            (Message::LabelAttendance, person.attendance.map(|attendance| self.attendance(attendance))),
        ]);
        facts.chain(self.links(&person.links)).collect()
    }

    /// Returns the values of an organizer other than name, role and organization.
    pub fn organizer_facts(&self, organizer: &Organizer) -> impl Iterator<Item = LabeledValue> {
        self.labeled([
            (Message::LabelContact, self.translated(organizer.contact.as_ref())),
            (Message::LabelPage, organizer.url.as_ref().map(ToString::to_string)),
        ])
    }

    /// Returns the values of a room other than its name.
    pub fn room_facts(&self, room: &Room) -> impl Iterator<Item = LabeledValue> {
        self.labeled([
            (Message::LabelBuilding, self.translated(room.building.as_ref())),
            (Message::LabelFloor, self.translated(room.floor.as_ref())),
            (Message::LabelCapacity, room.capacity.map(|capacity| capacity.to_string())),
        ])
    }

    fn links(&self, links: &[Link]) -> impl Iterator<Item = LabeledValue> {
        links.iter().map(|link| self.link(link.label.as_ref(), &link.url))
    }

    fn link(&self, label: Option<&LocalizedText>, url: &str) -> LabeledValue {
        let label = self.translated(label).unwrap_or_else(|| self.word(Message::LabelLink));
        LabeledValue { label, value: url.to_owned() }
    }

    fn translated(&self, text: Option<&LocalizedText>) -> Option<String> {
        text.map(|text| text.get(self.reading).to_string())
    }
}
