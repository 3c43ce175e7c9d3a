//! Fields that published formats share. Repeated diagnostics are limited.

use std::collections::HashSet;

use super::{ConferenceBuilder, Keys, SpeakerReference};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::field_parser::language;
use crate::format::json::Node;
use crate::format::time::Timestamp;
use crate::model::{Link, LocalizedText, Participation, Person, Role};
use crate::text::{Lang, SafeText};

const MAX_UNKNOWN: usize = 10;
const MAX_SHARED: usize = 100;

impl ConferenceBuilder {
    /// Reports an invalid value, once per key.
    pub(in crate::format) fn invalid_value(&mut self, key: &'static str, value: &str, span: Span) {
        if self.reported.keys.insert(key) {
            let diagnostic = Diagnostic::new(Code::BadValue, span).with("key", MessageArg::text(key));
            self.report(diagnostic.with("value", MessageArg::text(value)));
        }
    }

    /// Reports a reference to a person that the file does not describe, up to a limit.
    pub(in crate::format) fn unresolved_person(&mut self, id: &str, span: Span) {
        if self.reported.unknown_people.len() < MAX_UNKNOWN
            && self.reported.unknown_people.insert(id.to_owned())
        {
            let diagnostic =
                Diagnostic::new(Code::UnknownReference, span).with("what", MessageArg::Word("person"));
            self.report(diagnostic.with("id", MessageArg::text(id)));
        }
    }

    /// Adds a person to a session, given a reference to the list of speakers. Reports an unknown reference;
    /// adds an ambiguous one as a new person with the reference as name.
    pub(in crate::format) fn add_speaker(&mut self, people: &mut Vec<Participation>, word: &str, span: Span) {
        match self.speaker(word) {
            SpeakerReference::Found(person) => {
                people.push(Participation { person, role: Some(Role::Speaker), name: None });
            }
            SpeakerReference::Unknown => self.unresolved_person(word, span),
            SpeakerReference::Ambiguous => {
                self.reported.ambiguous_people += 1;
                if self.reported.ambiguous_people <= MAX_SHARED {
                    self.report(Diagnostic::new(Code::SharedKey, span).with("id", MessageArg::text(word)));
                }
                let name = Some(LocalizedText::untagged(SafeText::line(word)));
                self.add_participant(
                    people,
                    &Keys::default(),
                    Person { name, ..Person::default() },
                    Some(Role::Speaker),
                );
            }
        }
    }

    /// Parses `en` or `de, en`.
    pub(in crate::format) fn languages(&mut self, node: &Node, key: &'static str) -> Vec<Lang> {
        let Some(text) = node.text(key) else { return Vec::new() };
        let (mut languages, mut known) = (Vec::new(), HashSet::new());
        for code in text.split([',', ';', '/', ' ']).filter(|code| !code.is_empty()) {
            match language(code) {
                Some(lang) if known.insert(lang.clone()) => languages.push(lang),
                Some(_) => {}
                None => {
                    self.invalid_value(key, text, node.get(key).map_or(node.span, |node| node.span));
                }
            }
        }
        languages
    }

    pub(in crate::format) fn moment(&mut self, node: &Node, key: &'static str) -> Option<Timestamp> {
        let text = node.text(key)?;
        let moment = Timestamp::read(text);
        if moment.is_none() {
            self.invalid_value(key, text, node.get(key).map_or(node.span, |node| node.span));
        }
        moment
    }

    /// Returns the speakers of a session: references to the list of speakers, or people read by `read`.
    pub(in crate::format) fn speakers(
        &mut self,
        session: &Node,
        read: impl Fn(&mut Self, &Node) -> (Keys, Person),
    ) -> Vec<Participation> {
        let mut people = Vec::new();
        for speaker in session.list("speakers") {
            if let Some(reference) = speaker.as_text() {
                self.add_speaker(&mut people, reference, speaker.span);
            } else {
                let (keys, person) = read(self, speaker);
                self.add_participant(&mut people, &keys, person, Some(Role::Speaker));
            }
        }
        people
    }

    /// Reads the URL under a key.
    pub(in crate::format) fn url(&mut self, node: &Node, key: &str) -> Option<SafeText> {
        let value = node.get(key)?;
        let text = value.as_text().or_else(|| value.text("url"))?;
        self.address(text, value.span)
    }

    /// Reads a link; its label is dropped if it repeats the URL.
    pub(in crate::format) fn link(&mut self, node: &Node) -> Option<Link> {
        let url = match node.as_text() {
            Some(text) => self.address(text, node.span)?,
            None => self.url(node, "url")?,
        };
        let label = ["title", "label", "name", "service"].iter().find_map(|name| node.localized_line(name));
        Some(Link { label: label.filter(|label| !label.has_version(&url)), url })
    }
}
