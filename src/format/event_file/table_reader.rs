//! [`TableReader`]: the keys of one table, each read as what it is meant to be; what is something else is said.

mod scalars;
mod tables;

pub(super) use scalars::is_shown;
pub(super) use tables::TextOrTable;

use super::keys;
use super::spanned::{Entry, Kind, Table, TableOrigin, Value};
use super::synonyms::{key_synonym, suggested_line, value_synonym};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Severity, Span, closest_match};
use crate::model::{Attendance, LocalizedText};
use crate::text::{Cleaned, Lang, SafeText};

/// One table being read.
pub(super) struct TableReader<'t, 'f> {
    pub(super) table: &'t Table,
    /// What sentences call it.
    pub(super) name: &'static str,
    diagnostics: &'f mut Vec<Diagnostic>,
    before: usize,
}

/// A name that stands for something else in the file, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) name: SafeText,
    pub(super) span: Span,
    /// Whether several may stand in its place: `["…", "…"]`.
    pub(super) is_listed: bool,
}

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Line,
    Prose,
}

impl<'t, 'f> TableReader<'t, 'f> {
    /// Begins to read a table; keys that are not among `keys` are said.
    pub(super) fn new(
        table: &'t Table,
        name: &'static str,
        keys: &'static [&'static str],
        diagnostics: &'f mut Vec<Diagnostic>,
    ) -> Self {
        let mut fields = Self::open(table, name, diagnostics);
        for entry in table.entries.iter() {
            if !keys.contains(&entry.key.as_str()) {
                fields.unknown(entry, keys);
            }
        }
        fields
    }

    /// Begins to read a table of which somebody else says what is unknown.
    pub(super) fn open(table: &'t Table, name: &'static str, diagnostics: &'f mut Vec<Diagnostic>) -> Self {
        let before = diagnostics.len();
        Self { table, name, diagnostics, before }
    }

    fn unknown(&mut self, entry: &Entry, keys: &[&'static str]) {
        let diagnostic = Diagnostic::new(Code::UnknownKey, entry.key_span)
            .with("table", MessageArg::Word(self.name))
            .with("key", MessageArg::text(&entry.key));
        self.diagnostics.push(key_meant(diagnostic, entry, keys));
    }

    /// Whether something in this table is not shown as it was meant.
    pub(super) fn has_mistakes(&self) -> bool {
        self.table.has_mistakes || self.errors() > 0
    }

    /// How many errors were found in this table so far.
    pub(super) fn errors(&self) -> usize {
        let severities = self.diagnostics[self.before..].iter().map(Diagnostic::severity);
        severities.filter(|severity| *severity == Severity::Error).count()
    }

    /// The place of a key, or of the whole table.
    pub(super) fn span(&self, key: &str) -> Span {
        self.table.get(key).map_or(self.table.span, |entry| entry.value.span)
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes the last finding back if it is this.
    pub(super) fn retract(&mut self, code: Code) {
        self.diagnostics.pop_if(|diagnostic| diagnostic.code == code);
    }

    /// Says that none of these keys is there, though one has to be.
    pub(super) fn missing(&mut self, key: &'static str) {
        if self.table.lost.iter().any(|lost| lost == key) {
            return;
        }
        let diagnostic = Diagnostic::new(Code::MissingKey, self.table.span)
            .with("table", MessageArg::Word(self.name))
            .with("key", MessageArg::Word(key));
        self.diagnostics.push(diagnostic);
    }

    fn value(&self, key: &str) -> Option<&'t Value> {
        Some(&self.table.get(key)?.value)
    }

    fn type_mismatch(&mut self, key: &str, expected: &'static str, value: &Value) {
        let diagnostic = Diagnostic::new(Code::WrongType, value.span)
            .with("key", MessageArg::text(key))
            .with("expected", MessageArg::Word(expected))
            .with("found", MessageArg::Word(kind_word(&value.kind)));
        self.diagnostics.push(diagnostic);
    }

    fn invalid(&mut self, code: Code, written: &str, span: Span) {
        self.diagnostics.push(Diagnostic::new(code, span).with("value", MessageArg::text(written)));
    }

    fn clean(&mut self, key: &str, raw: &str, span: Span, shape: Shape) -> Option<SafeText> {
        let Cleaned { text, replaced } = match shape {
            Shape::Line => SafeText::sanitize_line(raw),
            Shape::Prose => SafeText::sanitize_text(raw),
        };
        if !replaced.is_empty() {
            let names: Vec<String> = replaced.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
            let diagnostic = Diagnostic::new(Code::HiddenCharacter, span)
                .with("key", MessageArg::text(key))
                .with("count", MessageArg::count(names.len()))
                .with("characters", MessageArg::text(&names.join(", ")));
            self.diagnostics.push(diagnostic);
        }
        if text.trim().is_empty() {
            let diagnostic = Diagnostic::new(Code::EmptyText, span).with("key", MessageArg::text(key));
            self.diagnostics.push(diagnostic);
            return None;
        }
        Some(text)
    }

    // ---- texts

    /// A text in no particular language: an id, a word.
    pub(super) fn text(&mut self, key: &'static str) -> Option<SafeText> {
        let value = self.value(key)?;
        self.text_of(key, value)
    }

    fn text_of(&mut self, key: &str, value: &Value) -> Option<SafeText> {
        let Kind::Text(raw) = &value.kind else {
            self.type_mismatch(key, "text", value);
            return None;
        };
        self.clean(key, raw, value.span, Shape::Line)
    }

    /// A text, or a number taken as one: a version.
    pub(super) fn text_or_number(&mut self, key: &'static str) -> Option<SafeText> {
        match self.value(key)?.kind {
            Kind::Integer(number) => Some(SafeText::line(&number.to_string())),
            Kind::Float(number) => Some(SafeText::line(&number.to_string())),
            _ => self.text(key),
        }
    }

    /// A text in one language or several, or a number taken as one: a floor.
    pub(super) fn texts_or_number(&mut self, key: &'static str) -> Option<LocalizedText> {
        match self.value(key)?.kind {
            Kind::Integer(number) => Some(LocalizedText::untagged(SafeText::line(&number.to_string()))),
            _ => self.texts(key),
        }
    }

    /// A text, or a date taken as one: when a program was changed is shown as it is written.
    pub(super) fn updated(&mut self, key: &'static str) -> Option<SafeText> {
        match &self.value(key)?.kind {
            Kind::Datetime(datetime) => Some(SafeText::line(&datetime.to_string())),
            _ => self.text(key),
        }
    }

    /// A text of one line, in one language or several.
    pub(super) fn texts(&mut self, key: &'static str) -> Option<LocalizedText> {
        let value = self.value(key)?;
        self.texts_of(key, value, Shape::Line)
    }

    /// The same of a key that has to be there; `or` says whether another one does as well.
    pub(super) fn required_text(&mut self, key: &'static str, or: bool) -> Option<LocalizedText> {
        let before = self.errors();
        let texts = self.texts(key);
        if texts.is_none() && !or && self.errors() == before {
            // An empty text is as good as none: one of the two findings is enough.
            self.retract(Code::EmptyText);
            self.missing(key);
        }
        texts
    }

    /// A text of several lines, in one language or several.
    pub(super) fn prose(&mut self, key: &'static str) -> Option<LocalizedText> {
        let value = self.value(key)?;
        self.texts_of(key, value, Shape::Prose)
    }

    fn texts_of(&mut self, key: &str, value: &Value, shape: Shape) -> Option<LocalizedText> {
        match &value.kind {
            Kind::Text(raw) => Some(LocalizedText::untagged(self.clean(key, raw, value.span, shape)?)),
            Kind::Table(table) => {
                let mut texts = Vec::new();
                for entry in table.entries.iter() {
                    if table.form == TableOrigin::Header && self.is_lost_in_text(key, entry) {
                        continue;
                    }
                    let lang = self.lang_of(&entry.key, entry.key_span);
                    let text = if let Kind::Text(raw) = &entry.value.kind {
                        self.clean(key, raw, entry.value.span, shape)
                    } else {
                        self.type_mismatch(&entry.key, "text", &entry.value);
                        None
                    };
                    texts.extend(lang.zip(text));
                }
                if table.entries.is_empty() {
                    let diagnostic =
                        Diagnostic::new(Code::EmptyText, value.span).with("key", MessageArg::text(key));
                    self.diagnostics.push(diagnostic);
                }
                LocalizedText::translated(texts)
            }
            _ => {
                self.type_mismatch(key, "texts", value);
                None
            }
        }
    }

    /// Whether a key below `[agenda.abstract]` is none of a language, but one of the session that stands above it.
    fn is_lost_in_text(&mut self, text: &str, entry: &Entry) -> bool {
        let is_lost = keys::KNOWN.has_key(&entry.key) && Lang::parse(&entry.key).is_err();
        if is_lost {
            let diagnostic = Diagnostic::new(Code::InsideText, entry.key_span)
                .with("key", MessageArg::text(&entry.key))
                .with("text", MessageArg::text(text));
            self.diagnostics.push(diagnostic);
        }
        is_lost
    }

    /// A code of a language. One that is none is said; what was probably meant is taken.
    fn lang_of(&mut self, code: &str, span: Span) -> Option<Lang> {
        match Lang::parse(code) {
            Ok(lang) => Some(lang),
            Err(meant) => {
                self.diagnostics.push(
                    Diagnostic::new(Code::BadLanguage, span)
                        .with("value", MessageArg::text(code))
                        .meant(meant),
                );
                meant.and_then(|code| Lang::parse(code).ok())
            }
        }
    }

    pub(super) fn lang(&mut self, key: &'static str) -> Option<Lang> {
        let code = self.text(key)?;
        self.lang_of(&code, self.span(key))
    }

    /// The values of a list; a single value is a list of one.
    pub(super) fn list(&mut self, key: &'static str) -> &'t [Value] {
        match self.value(key) {
            Some(Value { kind: Kind::Array(values), .. }) => values,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    pub(super) fn texts_list(&mut self, key: &'static str) -> Vec<LocalizedText> {
        self.list(key).iter().filter_map(|value| self.texts_of(key, value, Shape::Line)).collect()
    }

    pub(super) fn lang_list(&mut self, key: &'static str) -> Vec<Lang> {
        let mut langs = Vec::new();
        for value in self.list(key) {
            let code = self.text_of(key, value);
            langs.extend(code.and_then(|code| self.lang_of(&code, value.span)));
        }
        langs
    }

    pub(super) fn references(&mut self, key: &'static str) -> Vec<Reference> {
        let listed = |reference| Reference { is_listed: true, ..reference };
        self.list(key).iter().filter_map(|value| self.reference_of(key, value)).map(listed).collect()
    }

    pub(super) fn reference(&mut self, key: &'static str) -> Option<Reference> {
        let value = self.value(key)?;
        self.reference_of(key, value)
    }

    pub(super) fn reference_of(&mut self, key: &str, value: &Value) -> Option<Reference> {
        Some(Reference { name: self.text_of(key, value)?, span: value.span, is_listed: false })
    }

    // ---- words

    /// A word of an open vocabulary; one that is nearly a known one is said.
    pub(super) fn open_enum_value(&mut self, key: &'static str, known: &[&'static str]) -> Option<SafeText> {
        let word = self.text(key)?;
        self.near_word(key, &word, self.span(key), known);
        Some(word)
    }

    pub(super) fn open_words(&mut self, key: &'static str, known: &[&'static str]) -> Vec<SafeText> {
        let mut words = Vec::new();
        for value in self.list(key) {
            if let Some(word) = self.text_of(key, value) {
                self.near_word(key, &word, value.span, known);
                words.push(word);
            }
        }
        words
    }

    fn near_word(&mut self, key: &str, word: &SafeText, span: Span, known: &[&'static str]) {
        if known.contains(&word.to_lowercase().as_str()) {
            return;
        }
        let near = closest_match(word, known.iter().copied());
        let meant = near.or_else(|| value_synonym(key, word));
        // Whether a session takes place is not told by a word that nobody knows; kinds and roles may have words of
        // their own.
        let code = match (near, meant) {
            (Some(_), _) => Code::UnusualWord,
            _ if key == "status" => Code::UnusualWord,
            (None, Some(_)) => Code::OwnWord,
            (None, None) => return,
        };
        let diagnostic = Diagnostic::new(code, span)
            .with("key", MessageArg::text(key))
            .with("value", MessageArg::from(word))
            .meant(meant);
        self.diagnostics.push(if meant.is_some() { diagnostic } else { diagnostic.allowed_values(known) });
    }

    pub(super) fn attendance(&mut self, key: &'static str) -> Option<Attendance> {
        let word = self.text(key)?;
        let lower = word.to_lowercase();
        let known =
            Attendance::WORDS.iter().find(|(known, _)| *known == lower).map(|(_, attendance)| *attendance);
        if known.is_none() {
            let meant = closest_match(&word, Attendance::WORDS.iter().map(|(known, _)| *known));
            let span = self.span(key);
            self.diagnostics.push(
                Diagnostic::new(Code::BadAttendance, span)
                    .with("value", MessageArg::from(&word))
                    .meant(meant),
            );
        }
        known
    }
}

/// What was meant by a key that a table does not have; where nobody can tell, the keys that it has.
pub(super) fn key_meant(diagnostic: Diagnostic, entry: &Entry, keys: &[&'static str]) -> Diagnostic {
    if let Some(line) = suggested_line(&entry.key, &entry.value, keys) {
        return diagnostic.replacement(&line);
    }
    let meant = key_synonym(&entry.key, keys).or_else(|| closest_match(&entry.key, keys.iter().copied()));
    if meant.is_some() {
        return diagnostic.meant(meant);
    }
    // A list of everything helps as little as none.
    let few = keys_for(&entry.key, keys);
    if few.is_empty() { diagnostic } else { diagnostic.allowed_values(&few) }
}

/// So few keys are named in full.
const FEW: usize = 6;

/// The keys of a table that may hold what was written under another name: those for pictures and pages, else all of a
/// small table.
fn keys_for(written: &str, keys: &[&'static str]) -> Vec<&'static str> {
    let groups: [(&[&str], &[&str]); 2] = [
        (
            &["photo", "picture", "image", "logo", "foto", "img", "icon", "portrait"],
            &["avatar", "links", "url"],
        ),
        (
            &["url", "website", "homepage", "web", "site", "page", "link", "www", "email", "mail", "phone"],
            &["url", "links", "contact"],
        ),
    ];
    let written = written.to_lowercase();
    let group = groups.iter().find(|(words, _)| words.contains(&written.as_str()));
    let few: Vec<&'static str> = group
        .map(|(_, few)| keys.iter().copied().filter(|key| few.contains(key)).collect())
        .unwrap_or_default();
    if few.is_empty() && keys.len() <= FEW { keys.to_vec() } else { few }
}

fn kind_word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text(_) => "text",
        Kind::Integer(_) | Kind::Float(_) => "number",
        Kind::Boolean(_) => "boolean",
        Kind::Datetime(_) => "date",
        Kind::Array(_) => "list",
        Kind::Table(_) | Kind::Tables(_) => "table",
    }
}
