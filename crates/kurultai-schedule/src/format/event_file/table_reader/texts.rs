//! Texts, languages and words of an open vocabulary.

use super::{TableReader, unique};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span, closest_match};
use crate::format::event_file::open_enum::{DELEGATION_KINDS, OpenEnum};
use crate::format::event_file::schema;
use crate::format::event_file::spanned::{Entry, Kind, TableOrigin, Value};
use crate::format::synonyms::value_synonym;
use crate::model::{Attendance, LocalizedText, Role};
use crate::text::{Cleaned, Lang, SafeText};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

impl TableReader<'_, '_> {
    /// Sanitizes a text; `None` if nothing is left.
    fn sanitize(&mut self, key: &str, raw: &str, span: Span, lines: Lines) -> Option<SafeText> {
        let Cleaned { text, replaced } = match lines {
            Lines::One => SafeText::sanitize_line(raw),
            Lines::Many => SafeText::sanitize_text(raw),
        };
        if !replaced.is_empty() {
            let names: Vec<String> = replaced.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
            let diagnostic = Diagnostic::new(Code::HiddenCharacter, span)
                .with("key", MessageArg::text(key))
                .with("count", MessageArg::count(names.len()))
                .with("characters", MessageArg::text(&names.join(", ")));
            self.report(diagnostic);
        }
        if text.trim().is_empty() {
            self.empty_text(key, span);
            return None;
        }
        Some(text)
    }

    fn empty_text(&mut self, key: &str, span: Span) {
        self.report(Diagnostic::new(Code::EmptyText, span).with("key", MessageArg::text(key)));
    }

    /// Reads a text without a language, such as an id.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<SafeText> {
        self.text_value(key, self.value(key)?)
    }

    pub(super) fn text_value(&mut self, key: &str, value: &Value) -> Option<SafeText> {
        let Kind::Text(raw) = &value.kind else {
            self.type_mismatch(key, "text", value);
            return None;
        };
        self.sanitize(key, raw, value.span, Lines::One)
    }

    /// Reads a text, or a number in its displayed form.
    pub(crate) fn text_or_number(&mut self, key: &'static str) -> Option<SafeText> {
        match self.value(key)?.kind {
            Kind::Integer(number) => Some(SafeText::line(&number.to_string())),
            Kind::Float(number) => Some(SafeText::line(&number.to_string())),
            _ => self.text(key),
        }
    }

    /// Reads a text, or a date or time in its written form.
    pub(crate) fn text_or_datetime(&mut self, key: &'static str) -> Option<SafeText> {
        match &self.value(key)?.kind {
            Kind::Datetime(datetime) => Some(SafeText::line(&datetime.to_string())),
            _ => self.text(key),
        }
    }

    /// Reads a single-line text in one or more languages.
    pub(crate) fn localized(&mut self, key: &'static str) -> Option<LocalizedText> {
        self.localized_value(key, self.value(key)?, Lines::One)
    }

    /// Reads a single-line text in one or more languages, or a number.
    pub(crate) fn localized_or_number(&mut self, key: &'static str) -> Option<LocalizedText> {
        match self.value(key)?.kind {
            Kind::Integer(number) => Some(LocalizedText::untagged(SafeText::line(&number.to_string()))),
            _ => self.localized(key),
        }
    }

    /// Reads a text. The flag is true if the text is missing or empty and that is not reported yet.
    pub(super) fn localized_or_missing(&mut self, key: &'static str) -> (Option<LocalizedText>, bool) {
        let (before, errors) = (self.context.diagnostics.len(), self.errors());
        let text = self.localized(key);
        let is_missing = text.is_none() && self.errors() == errors;
        if is_missing && self.context.diagnostics.len() > before {
            // An empty text counts as missing; report it only once.
            self.context.diagnostics.pop_if(|diagnostic| diagnostic.code == Code::EmptyText);
        }
        (text, is_missing)
    }

    /// Reads a required text.
    pub(crate) fn required(&mut self, key: &'static str) -> Option<LocalizedText> {
        let (text, is_missing) = self.localized_or_missing(key);
        if is_missing {
            self.missing(key);
        }
        text
    }

    /// Reads a name, which is required unless `person` is given.
    pub(crate) fn name_or_person(&mut self, key: &'static str) -> Option<LocalizedText> {
        if self.has("person") { self.localized(key) } else { self.required(key) }
    }

    /// Reads a multi-line text in one or more languages.
    pub(crate) fn prose(&mut self, key: &'static str) -> Option<LocalizedText> {
        self.localized_value(key, self.value(key)?, Lines::Many)
    }

    pub(crate) fn localized_list(&mut self, key: &'static str) -> Vec<LocalizedText> {
        self.list(key).iter().filter_map(|value| self.localized_value(key, value, Lines::One)).collect()
    }

    fn localized_value(&mut self, key: &str, value: &Value, lines: Lines) -> Option<LocalizedText> {
        match &value.kind {
            Kind::Text(raw) => Some(LocalizedText::untagged(self.sanitize(key, raw, value.span, lines)?)),
            Kind::Table(table) => {
                let mut texts = Vec::new();
                for entry in table.entries.iter() {
                    if table.form == TableOrigin::Header && self.is_key_in_text(key, entry) {
                        continue;
                    }
                    let lang = self.parse_language(&entry.key, entry.key_span);
                    let text = if let Kind::Text(raw) = &entry.value.kind {
                        self.sanitize(key, raw, entry.value.span, lines)
                    } else {
                        self.type_mismatch(&entry.key, "text", &entry.value);
                        None
                    };
                    texts.extend(lang.zip(text));
                }
                if table.entries.is_empty() {
                    self.empty_text(key, value.span);
                }
                LocalizedText::translated(texts)
            }
            _ => {
                self.type_mismatch(key, "texts", value);
                None
            }
        }
    }

    /// True if a key under a header such as `[agenda.abstract]` belongs to the table above and is not a
    /// language.
    fn is_key_in_text(&mut self, text: &str, entry: &Entry) -> bool {
        let is_key = schema::KNOWN.has_key(&entry.key) && Lang::parse(&entry.key).is_err();
        if is_key {
            let diagnostic = Diagnostic::new(Code::InsideText, entry.key_span)
                .with("key", MessageArg::text(&entry.key))
                .with("text", MessageArg::text(text));
            self.report(diagnostic);
        }
        is_key
    }

    /// Parses a language code; reports an invalid one and replaces it by the closest valid code.
    fn parse_language(&mut self, code: &str, span: Span) -> Option<Lang> {
        match Lang::parse(code) {
            Ok(lang) => Some(lang),
            Err(similar) => {
                let diagnostic = Diagnostic::new(Code::BadLanguage, span);
                self.report(diagnostic.with("value", MessageArg::text(code)).meant(similar));
                similar.and_then(|code| Lang::parse(code).ok())
            }
        }
    }

    pub(crate) fn language(&mut self, key: &'static str) -> Option<Lang> {
        let code = self.text(key)?;
        self.parse_language(&code, self.span(key))
    }

    pub(crate) fn languages(&mut self, key: &'static str) -> Vec<Lang> {
        let mut langs = Vec::new();
        for value in self.list(key) {
            let code = self.text_value(key, value);
            langs.extend(code.and_then(|code| self.parse_language(&code, value.span)));
        }
        langs
    }

    /// Reads a word of an open vocabulary; reports a misspelled known word.
    pub(crate) fn open_enum<T: OpenEnum>(&mut self, key: &'static str) -> Option<T> {
        let word = self.open_word(key, self.value(key)?, T::KNOWN)?;
        Some(T::from_word(&word))
    }

    pub(crate) fn delegation_kind(&mut self, key: &'static str) -> Option<SafeText> {
        self.open_word(key, self.value(key)?, &DELEGATION_KINDS)
    }

    /// Reads the roles of a person; the tables `guests` and `speakers` imply one.
    pub(crate) fn roles(&mut self, key: &'static str) -> Vec<Role> {
        let mut roles: Vec<Role> = match self.name {
            "guests" => vec![Role::Guest],
            "speakers" => vec![Role::Speaker],
            _ => Vec::new(),
        };
        let words = self.list(key).iter().filter_map(|value| self.open_word(key, value, Role::KNOWN));
        roles.extend(words.map(|word| Role::from_word(&word)));
        unique(roles)
    }

    fn open_word(&mut self, key: &str, value: &Value, known: &[&'static str]) -> Option<SafeText> {
        let word = self.text_value(key, value)?;
        if known.contains(&word.to_lowercase().as_str()) {
            return Some(word);
        }
        let nearest = closest_match(&word, known.iter().copied());
        let similar = nearest.or_else(|| value_synonym(key, &word));
        // Any word is a valid kind or role, but an unknown status leaves open whether the session takes
        // place.
        let code = match (nearest, similar) {
            (Some(_), _) => Code::UnusualWord,
            _ if key == "status" => Code::UnusualWord,
            (None, Some(_)) => Code::OwnWord,
            (None, None) => return Some(word),
        };
        let diagnostic = Diagnostic::new(code, value.span)
            .with("key", MessageArg::text(key))
            .with("value", MessageArg::from(&word))
            .meant(similar);
        self.report(if similar.is_some() { diagnostic } else { diagnostic.allowed_values(known) });
        Some(word)
    }

    pub(crate) fn attendance(&mut self, key: &'static str) -> Option<Attendance> {
        let word = self.text(key)?;
        let lower = word.to_lowercase();
        let known = Attendance::WORDS.iter().find(|(known, _)| *known == lower);
        if known.is_none() {
            let similar = closest_match(&word, Attendance::WORDS.iter().map(|(known, _)| *known));
            let diagnostic = Diagnostic::new(Code::BadAttendance, self.span(key));
            self.report(diagnostic.with("value", MessageArg::from(&word)).meant(similar));
        }
        known.map(|(_, attendance)| *attendance)
    }
}
