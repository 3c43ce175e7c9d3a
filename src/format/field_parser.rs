//! What the formats of programs write alike: addresses, languages, the words for what a session is.

use std::collections::HashSet;

use super::builder::{ConferenceBuilder, Keys, Meant};
use super::json::Node;
use super::time::Timestamp;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::{Color, Kind, Link, LocalizedText, Participation, Person, Role};
use crate::text::{Lang, SafeText};

/// The values of one file.
#[derive(Default)]
pub(super) struct FieldParser {
    /// What was said already, for one mistake of a kind tells of all.
    said: HashSet<&'static str>,
    /// Whom the file names without describing them.
    unknown: HashSet<String>,
    /// The number of times that a key shared by several people is used.
    shared: usize,
}

/// As many are said.
const MOST_UNKNOWN: usize = 10;
const MOST_SHARED: usize = 100;

impl FieldParser {
    /// A value that cannot be read; the first one of its key is said.
    pub(super) fn invalid_value(
        &mut self,
        builder: &mut ConferenceBuilder,
        key: &'static str,
        value: &str,
        span: Span,
    ) {
        if self.said.insert(key) {
            let diagnostic = Diagnostic::new(Code::BadValue, span).with("key", MessageArg::text(key));
            builder.report(diagnostic.with("value", MessageArg::text(value)));
        }
    }

    /// Somebody whom the file does not describe; the first ones are said.
    pub(super) fn unresolved_person(&mut self, builder: &mut ConferenceBuilder, id: &str, span: Span) {
        if self.unknown.len() < MOST_UNKNOWN && self.unknown.insert(id.to_owned()) {
            let diagnostic =
                Diagnostic::new(Code::UnknownReference, span).with("what", MessageArg::Word("person"));
            builder.report(diagnostic.with("id", MessageArg::text(id)));
        }
    }

    /// Puts a person into a session who is named by a word of the list of speakers. One whom the file does not describe cannot be
    /// shown; of several who are called so none is taken, since the file does not tell which.
    pub(super) fn speaker(
        &mut self,
        builder: &mut ConferenceBuilder,
        people: &mut Vec<Participation>,
        word: &str,
        span: Span,
    ) {
        match builder.meant(word) {
            Meant::One(person) => {
                people.push(Participation { person, role: Some(Role::Speaker), name: None });
            }
            Meant::Unknown => self.unresolved_person(builder, word, span),
            Meant::Several => {
                self.shared += 1;
                if self.shared <= MOST_SHARED {
                    builder.report(Diagnostic::new(Code::SharedKey, span).with("id", MessageArg::text(word)));
                }
                let name = Some(LocalizedText::untagged(SafeText::line(word)));
                builder.take_part(
                    people,
                    &Keys::default(),
                    Person { name, ..Person::default() },
                    Some(Role::Speaker),
                );
            }
        }
    }

    /// `en`; `de, en`.
    pub(super) fn languages(
        &mut self,
        builder: &mut ConferenceBuilder,
        node: &Node,
        key: &'static str,
    ) -> Vec<Lang> {
        let Some(text) = node.text(key) else { return Vec::new() };
        let (mut languages, mut known) = (Vec::new(), HashSet::new());
        for code in text.split([',', ';', '/', ' ']).filter(|code| !code.is_empty()) {
            match language(code) {
                Some(lang) if known.insert(lang.clone()) => languages.push(lang),
                Some(_) => {}
                None => {
                    self.invalid_value(builder, key, text, node.get(key).map_or(node.span, |node| node.span));
                }
            }
        }
        languages
    }

    pub(super) fn moment(
        &mut self,
        builder: &mut ConferenceBuilder,
        node: &Node,
        key: &'static str,
    ) -> Option<Timestamp> {
        let text = node.text(key)?;
        let moment = Timestamp::read(text);
        if moment.is_none() {
            self.invalid_value(builder, key, text, node.get(key).map_or(node.span, |node| node.span));
        }
        moment
    }
}

/// The address under a key: a whole one, or one that the base of the file makes whole.
pub(super) fn address(builder: &mut ConferenceBuilder, node: &Node, key: &str) -> Option<SafeText> {
    let value = node.get(key)?;
    let text = value.as_text().or_else(|| value.text("url"))?;
    builder.address(text, value.span)
}

/// A link with what it is called, if that is more than its address.
pub(super) fn link(builder: &mut ConferenceBuilder, node: &Node) -> Option<Link> {
    let url = match node.as_text() {
        Some(text) => builder.address(text, node.span)?,
        None => address(builder, node, "url")?,
    };
    let label = ["title", "label", "name", "service"].iter().find_map(|name| node.localized_line(name));
    Some(Link { label: label.filter(|label| !label.has_version(&url)), url })
}

/// A language by its code, or by its name as people choose it from a list.
pub(super) fn language(text: &str) -> Option<Lang> {
    let name = text.trim().to_lowercase();
    let code = match name.as_str() {
        "english" | "英文" | "英語" | "英语" => "en",
        "german" | "deutsch" => "de",
        "french" | "français" => "fr",
        "spanish" | "español" => "es",
        "portuguese" | "português" => "pt",
        "italian" | "italiano" => "it",
        "dutch" | "nederlands" => "nl",
        "polish" | "polski" => "pl",
        "czech" | "čeština" => "cs",
        "russian" | "русский" => "ru",
        "ukrainian" | "українська" => "uk",
        "kyrgyz" | "кыргызча" => "ky",
        "japanese" | "日本語" | "日文" | "日語" | "日语" => "ja",
        "korean" | "한국어" | "韓文" | "韓語" | "韩语" => "ko",
        "chinese" | "mandarin" | "中文" | "漢語" | "汉语" | "華語" | "华语" | "國語" | "普通话" => {
            "zh"
        }
        code => code,
    };
    Lang::parse(code).or_else(|meant| Lang::parse(meant.unwrap_or_default())).ok()
}

/// Leaves out the tags that say no more than that a session is in one of these languages.
pub(super) fn leave_languages_out(tags: &mut Vec<LocalizedText>, languages: &[Lang]) {
    let is_spoken = |text: &SafeText| {
        let named = language(text);
        named.is_some_and(|named| languages.iter().any(|lang| lang.primary() == named.primary()))
    };
    tags.retain(|tag| !tag.iter().any(|(_, text)| is_spoken(text)));
}

/// The kind that a published type is, where its word, in any language, is one of the well-known.
pub(super) fn kind(published: &LocalizedText) -> Option<Kind> {
    published.iter().find_map(|(_, text)| {
        let word = text.to_lowercase().replace(['_', '-'], " ");
        Some(match word.as_str() {
            "talk" | "lecture" | "presentation" => Kind::Talk,
            "keynote" => Kind::Keynote,
            "lightning" | "lightning talk" | "lightning talks" => Kind::Lightning,
            "workshop" => Kind::Workshop,
            "panel" | "panel discussion" => Kind::Panel,
            "discussion" => Kind::Discussion,
            "poster" => Kind::Poster,
            "break" | "coffee break" | "coffee" | "tea break" => Kind::Break,
            "lunch" | "lunch break" | "breakfast" | "dinner" | "meal" => Kind::Meal,
            "social" | "social event" | "party" => Kind::Social,
            "tour" => Kind::Tour,
            "ceremony" => Kind::Ceremony,
            "greeting" => Kind::Greeting,
            "opening" | "opening ceremony" => Kind::Opening,
            "closing" | "closing ceremony" => Kind::Closing,
            _ => return None,
        })
    })
}

/// `#f9b000`, also without the sign and in its short form.
pub(super) fn color(text: &str) -> Option<Color> {
    let digits = text.trim().trim_start_matches('#');
    let long: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    Color::parse(&format!("#{long}"))
}

/// Says how many sessions are left out since they are no part of the program, at the first of them.
pub(super) fn left_out(builder: &mut ConferenceBuilder, places: &[Span]) {
    if let Some(first) = places.first() {
        builder.report(Diagnostic::new(Code::LeftOut, *first).with("count", MessageArg::count(places.len())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_well_known_words_alone() {
        let kind_of = |word: &str| kind(&LocalizedText::untagged(SafeText::line(word)));
        assert_eq!(kind_of("Talk"), Some(Kind::Talk));
        assert_eq!(kind_of("LIGHTNING_TALK"), Some(Kind::Lightning));
        assert_eq!(kind_of("Talk 40 (30min +10 Q&A)"), None);
        assert_eq!(kind_of("maintrack"), None);
    }

    #[test]
    fn colors_in_their_short_forms() {
        assert_eq!(color("#F9B000"), color("f9b000"));
        assert_eq!(color("#abc"), color("#aabbcc"));
        assert_eq!(color("#ab"), None);
    }
}
