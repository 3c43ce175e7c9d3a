//! What the formats of programs write alike: addresses, languages, the words for what a session is.

use std::collections::HashSet;

use super::draft::{Draft, Keys, Meant};
use super::json::Node;
use super::time::Moment;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::locale::Value;
use crate::model::{Color, Kind, Link, Participation, Person, Role, Texts};
use crate::text::{Clean, Lang, is_link, small_scheme};

/// The values of one file, with the address that the others are relative to.
#[derive(Default)]
pub(super) struct Values {
    base: Option<String>,
    /// What was said already, for one mistake of a kind tells of all.
    said: HashSet<&'static str>,
    /// Whom the file names without describing them.
    unknown: HashSet<String>,
}

/// As many are said.
const MOST_UNKNOWN: usize = 10;

impl Values {
    pub(super) fn new(base: Option<&str>) -> Self {
        let base =
            base.map(|base| if base.starts_with("//") { format!("https:{base}") } else { base.to_owned() });
        Self { base: base.filter(|base| is_link(base)), ..Self::default() }
    }

    /// A value that cannot be read; the first one of its key is said.
    pub(super) fn bad(&mut self, draft: &mut Draft, key: &'static str, value: &str, span: Span) {
        if self.said.insert(key) {
            let finding = Diagnostic::new(Code::BadValue, span).with("key", Value::text(key));
            draft.find(finding.with("value", Value::text(value)));
        }
    }

    /// Somebody whom the file does not describe; the first ones are said.
    pub(super) fn unknown(&mut self, draft: &mut Draft, id: &str, span: Span) {
        if self.unknown.len() < MOST_UNKNOWN && self.unknown.insert(id.to_owned()) {
            let finding = Diagnostic::new(Code::UnknownReference, span).with("what", Value::Word("person"));
            draft.find(finding.with("id", Value::text(id)));
        }
    }

    /// Puts a person into a session who is named by a word of the list of speakers. One whom the file does not describe cannot be
    /// shown; of several who are called so none is taken, since the file does not tell which.
    pub(super) fn speaker(
        &mut self,
        draft: &mut Draft,
        people: &mut Vec<Participation>,
        word: &str,
        span: Span,
    ) {
        match draft.meant(word) {
            Meant::One(person) => {
                people.push(Participation { person, role: Some(Role::Speaker), name: None });
            }
            Meant::Unknown => self.unknown(draft, word, span),
            Meant::Several => {
                draft.find(Diagnostic::new(Code::SharedKey, span).with("id", Value::text(word)));
                let name = Some(Texts::plain(Clean::line(word)));
                draft.take_part(
                    people,
                    &Keys::default(),
                    Person { name, ..Person::default() },
                    Some(Role::Speaker),
                );
            }
        }
    }

    /// The address under a key: a whole one, or one that the base makes whole.
    pub(super) fn address(&mut self, draft: &mut Draft, node: &Node, key: &'static str) -> Option<Clean> {
        let value = node.get(key)?;
        let text = value.as_text().or_else(|| value.text("url"))?;
        self.written(draft, text, key, value.span)
    }

    /// An address as it is written under a key: a whole one, or one that the base makes whole.
    pub(super) fn written(
        &mut self,
        draft: &mut Draft,
        text: &str,
        key: &'static str,
        span: Span,
    ) -> Option<Clean> {
        let address = self.whole(text);
        // A name is no address, and is not meant for one.
        if address.is_none() && !text.starts_with("urn:") {
            self.bad(draft, key, text, span);
        }
        address
    }

    fn whole(&self, text: &str) -> Option<Clean> {
        let text = text.trim();
        let whole = match &self.base {
            _ if is_link(text) => small_scheme(text),
            _ if text.starts_with("//") => format!("https:{text}"),
            Some(base) if text.starts_with('/') => {
                let host = base.find("://").map_or(0, |at| at + 3);
                let end = base[host..].find('/').map_or(base.len(), |at| host + at);
                format!("{}{text}", &base[..end])
            }
            Some(base) if !text.contains(':') => {
                let folder = base.rfind('/').filter(|at| *at > base.find("://").map_or(0, |at| at + 2));
                format!("{}/{text}", &base[..folder.unwrap_or(base.len())])
            }
            _ => return None,
        };
        let whole = Clean::line(&whole);
        Some(whole).filter(|whole| !whole.contains([' ', '\u{FFFD}']))
    }

    /// A link with what it is called, if that is more than its address.
    pub(super) fn link(&mut self, draft: &mut Draft, node: &Node) -> Option<Link> {
        let url = match node.as_text() {
            Some(text) => self.whole(text)?,
            None => self.address(draft, node, "url")?,
        };
        let label = ["title", "label", "name", "service"].iter().find_map(|name| node.title(name));
        Some(Link { label: label.filter(|label| !label.is(&url)), url })
    }

    /// `en`; `de, en`.
    pub(super) fn languages(&mut self, draft: &mut Draft, node: &Node, key: &'static str) -> Vec<Lang> {
        let Some(text) = node.text(key) else { return Vec::new() };
        let (mut languages, mut known) = (Vec::new(), HashSet::new());
        for code in text.split([',', ';', '/', ' ']).filter(|code| !code.is_empty()) {
            match language(code) {
                Some(lang) if known.insert(lang.clone()) => languages.push(lang),
                Some(_) => {}
                None => self.bad(draft, key, text, node.get(key).map_or(node.span, |node| node.span)),
            }
        }
        languages
    }

    pub(super) fn moment(&mut self, draft: &mut Draft, node: &Node, key: &'static str) -> Option<Moment> {
        let text = node.text(key)?;
        let moment = Moment::read(text);
        if moment.is_none() {
            self.bad(draft, key, text, node.get(key).map_or(node.span, |node| node.span));
        }
        moment
    }
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
pub(super) fn leave_languages_out(tags: &mut Vec<Texts>, languages: &[Lang]) {
    let is_spoken = |text: &Clean| {
        let named = language(text);
        named.is_some_and(|named| languages.iter().any(|lang| lang.primary() == named.primary()))
    };
    tags.retain(|tag| !tag.iter().any(|(_, text)| is_spoken(text)));
}

/// The kind that a published type is, where its word, in any language, is one of the well-known.
pub(super) fn kind(published: &Texts) -> Option<Kind> {
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
pub(super) fn left_out(draft: &mut Draft, places: &[Span]) {
    if let Some(first) = places.first() {
        draft.find(Diagnostic::new(Code::LeftOut, *first).with("count", Value::count(places.len())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_whole() {
        let whole = |base: &str, text: &str| Values::new(Some(base)).whole(text).map(|url| url.to_string());
        let base = "https://a.example/2024/talks/";
        for (text, url) in [
            ("HTTP://B.example", Some("http://B.example")),
            ("//b.example/x", Some("https://b.example/x")),
            ("/x.pdf", Some("https://a.example/x.pdf")),
            ("x.pdf", Some("https://a.example/2024/talks/x.pdf")),
            ("javascript:alert(1)", None),
            ("https://a b", None),
        ] {
            assert_eq!(whole(base, text).as_deref(), url, "{text}");
        }
        assert_eq!(whole("https://a.example", "x").as_deref(), Some("https://a.example/x"));
        assert_eq!(whole("//a.example/b/", "/x").as_deref(), Some("https://a.example/x"));
        assert_eq!(whole("", "/x"), None);
    }

    #[test]
    fn kinds_are_known_by_well_known_words_alone() {
        let kind_of = |word: &str| kind(&Texts::plain(Clean::line(word)));
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
