//! [`Fields`]: the keys of one table, each read as what it is meant to be; what is something else is said.

mod measures;
mod tables;

pub(super) use measures::is_shown;
pub(super) use tables::TextOrTable;

use super::keys;
use super::tree::{Entry, Form, Kind, Table, Value};
use super::wishes::{line_for, meant_key, meant_word};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::locale;
use crate::model::{Attendance, Texts};
use crate::text::{Clean, Cleaned, Lang};

/// One table being read.
pub(super) struct Fields<'t, 'f> {
    pub(super) table: &'t Table,
    /// What sentences call it.
    pub(super) name: &'static str,
    findings: &'f mut Vec<Diagnostic>,
    before: usize,
}

/// A name that stands for something else in the file, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) name: Clean,
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

impl<'t, 'f> Fields<'t, 'f> {
    /// Begins to read a table; keys that are not among `keys` are said.
    pub(super) fn new(
        table: &'t Table,
        name: &'static str,
        keys: &'static [&'static str],
        findings: &'f mut Vec<Diagnostic>,
    ) -> Self {
        let mut fields = Self::open(table, name, findings);
        for entry in table.entries.iter() {
            if !keys.contains(&entry.key.as_str()) {
                fields.unknown(entry, keys);
            }
        }
        fields
    }

    /// Begins to read a table of which somebody else says what is unknown.
    pub(super) fn open(table: &'t Table, name: &'static str, findings: &'f mut Vec<Diagnostic>) -> Self {
        let before = findings.len();
        Self { table, name, findings, before }
    }

    fn unknown(&mut self, entry: &Entry, keys: &[&'static str]) {
        let finding = Diagnostic::new(Code::UnknownKey, entry.key_span)
            .with("table", locale::Value::Word(self.name))
            .with("key", locale::Value::text(&entry.key));
        self.findings.push(key_meant(finding, entry, keys));
    }

    /// Whether something in this table is not shown as it was meant.
    pub(super) fn has_mistakes(&self) -> bool {
        self.table.has_mistakes || self.errors() > 0
    }

    /// How many errors were found in this table so far.
    pub(super) fn errors(&self) -> usize {
        let severities = self.findings[self.before..].iter().map(Diagnostic::severity);
        severities.filter(|severity| *severity == Severity::Error).count()
    }

    /// The place of a key, or of the whole table.
    pub(super) fn span(&self, key: &str) -> Span {
        self.table.get(key).map_or(self.table.span, |entry| entry.value.span)
    }

    pub(super) fn say(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Takes the last finding back if it is this.
    pub(super) fn unsay(&mut self, code: Code) {
        self.findings.pop_if(|finding| finding.code == code);
    }

    /// Says that none of these keys is there, though one has to be.
    pub(super) fn missing(&mut self, key: &'static str) {
        if self.table.lost.iter().any(|lost| lost == key) {
            return;
        }
        let finding = Diagnostic::new(Code::MissingKey, self.table.span)
            .with("table", locale::Value::Word(self.name))
            .with("key", locale::Value::Word(key));
        self.findings.push(finding);
    }

    fn value(&self, key: &str) -> Option<&'t Value> {
        Some(&self.table.get(key)?.value)
    }

    fn wrong(&mut self, key: &str, expected: &'static str, value: &Value) {
        let finding = Diagnostic::new(Code::WrongType, value.span)
            .with("key", locale::Value::text(key))
            .with("expected", locale::Value::Word(expected))
            .with("found", locale::Value::Word(kind_word(&value.kind)));
        self.findings.push(finding);
    }

    fn bad(&mut self, code: Code, written: &str, span: Span) {
        self.findings.push(Diagnostic::new(code, span).with("value", locale::Value::text(written)));
    }

    fn clean(&mut self, key: &str, raw: &str, span: Span, shape: Shape) -> Option<Clean> {
        let Cleaned { text, replaced } = match shape {
            Shape::Line => Clean::read_line(raw),
            Shape::Prose => Clean::read_text(raw),
        };
        if !replaced.is_empty() {
            let names: Vec<String> = replaced.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
            let finding = Diagnostic::new(Code::HiddenCharacter, span)
                .with("key", locale::Value::text(key))
                .with("count", locale::Value::count(names.len()))
                .with("characters", locale::Value::text(&names.join(", ")));
            self.findings.push(finding);
        }
        if text.trim().is_empty() {
            let finding = Diagnostic::new(Code::EmptyText, span).with("key", locale::Value::text(key));
            self.findings.push(finding);
            return None;
        }
        Some(text)
    }

    // ---- texts

    /// A text in no particular language: an id, a word.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Clean> {
        let value = self.value(key)?;
        self.text_of(key, value)
    }

    fn text_of(&mut self, key: &str, value: &Value) -> Option<Clean> {
        let Kind::Text(raw) = &value.kind else {
            self.wrong(key, "text", value);
            return None;
        };
        self.clean(key, raw, value.span, Shape::Line)
    }

    /// A text, or a number taken as one: a version.
    pub(super) fn text_or_number(&mut self, key: &'static str) -> Option<Clean> {
        match self.value(key)?.kind {
            Kind::Integer(number) => Some(Clean::line(&number.to_string())),
            Kind::Float(number) => Some(Clean::line(&number.to_string())),
            _ => self.text(key),
        }
    }

    /// A text in one language or several, or a number taken as one: a floor.
    pub(super) fn texts_or_number(&mut self, key: &'static str) -> Option<Texts> {
        match self.value(key)?.kind {
            Kind::Integer(number) => Some(Texts::plain(Clean::line(&number.to_string()))),
            _ => self.texts(key),
        }
    }

    /// A text, or a date taken as one: when a program was changed is shown as it is written.
    pub(super) fn updated(&mut self, key: &'static str) -> Option<Clean> {
        match &self.value(key)?.kind {
            Kind::Datetime(datetime) => Some(Clean::line(&datetime.to_string())),
            _ => self.text(key),
        }
    }

    /// A text of one line, in one language or several.
    pub(super) fn texts(&mut self, key: &'static str) -> Option<Texts> {
        let value = self.value(key)?;
        self.texts_of(key, value, Shape::Line)
    }

    /// The same of a key that has to be there; `or` says whether another one does as well.
    pub(super) fn needed_texts(&mut self, key: &'static str, or: bool) -> Option<Texts> {
        let before = self.errors();
        let texts = self.texts(key);
        if texts.is_none() && !or && self.errors() == before {
            // An empty text is as good as none: one of the two findings is enough.
            self.unsay(Code::EmptyText);
            self.missing(key);
        }
        texts
    }

    /// A text of several lines, in one language or several.
    pub(super) fn prose(&mut self, key: &'static str) -> Option<Texts> {
        let value = self.value(key)?;
        self.texts_of(key, value, Shape::Prose)
    }

    fn texts_of(&mut self, key: &str, value: &Value, shape: Shape) -> Option<Texts> {
        match &value.kind {
            Kind::Text(raw) => Some(Texts::plain(self.clean(key, raw, value.span, shape)?)),
            Kind::Table(table) => {
                let mut texts = Vec::new();
                for entry in table.entries.iter() {
                    if table.form == Form::Header && self.is_lost_in_text(key, entry) {
                        continue;
                    }
                    let lang = self.lang_of(&entry.key, entry.key_span);
                    let text = if let Kind::Text(raw) = &entry.value.kind {
                        self.clean(key, raw, entry.value.span, shape)
                    } else {
                        self.wrong(&entry.key, "text", &entry.value);
                        None
                    };
                    texts.extend(lang.zip(text));
                }
                if table.entries.is_empty() {
                    let finding =
                        Diagnostic::new(Code::EmptyText, value.span).with("key", locale::Value::text(key));
                    self.findings.push(finding);
                }
                Texts::translated(texts)
            }
            _ => {
                self.wrong(key, "texts", value);
                None
            }
        }
    }

    /// Whether a key below `[agenda.abstract]` is none of a language, but one of the session that stands above it.
    fn is_lost_in_text(&mut self, text: &str, entry: &Entry) -> bool {
        let is_lost = keys::KNOWN.has_key(&entry.key) && Lang::parse(&entry.key).is_err();
        if is_lost {
            let finding = Diagnostic::new(Code::InsideText, entry.key_span)
                .with("key", locale::Value::text(&entry.key))
                .with("text", locale::Value::text(text));
            self.findings.push(finding);
        }
        is_lost
    }

    /// A code of a language. One that is none is said; what was probably meant is taken.
    fn lang_of(&mut self, code: &str, span: Span) -> Option<Lang> {
        match Lang::parse(code) {
            Ok(lang) => Some(lang),
            Err(meant) => {
                self.findings.push(
                    Diagnostic::new(Code::BadLanguage, span)
                        .with("value", locale::Value::text(code))
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

    pub(super) fn texts_list(&mut self, key: &'static str) -> Vec<Texts> {
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
    pub(super) fn open_word(&mut self, key: &'static str, known: &[&'static str]) -> Option<Clean> {
        let word = self.text(key)?;
        self.near_word(key, &word, self.span(key), known);
        Some(word)
    }

    pub(super) fn open_words(&mut self, key: &'static str, known: &[&'static str]) -> Vec<Clean> {
        let mut words = Vec::new();
        for value in self.list(key) {
            if let Some(word) = self.text_of(key, value) {
                self.near_word(key, &word, value.span, known);
                words.push(word);
            }
        }
        words
    }

    fn near_word(&mut self, key: &str, word: &Clean, span: Span, known: &[&'static str]) {
        if known.contains(&word.to_lowercase().as_str()) {
            return;
        }
        let near = nearest(word, known.iter().copied());
        let meant = near.or_else(|| meant_word(key, word));
        // Whether a session takes place is not told by a word that nobody knows; kinds and roles may have words of
        // their own.
        let code = match (near, meant) {
            (Some(_), _) => Code::UnusualWord,
            _ if key == "status" => Code::UnusualWord,
            (None, Some(_)) => Code::OwnWord,
            (None, None) => return,
        };
        let finding = Diagnostic::new(code, span)
            .with("key", locale::Value::text(key))
            .with("value", locale::Value::from(word))
            .meant(meant);
        self.findings.push(if meant.is_some() { finding } else { finding.one_of(known) });
    }

    pub(super) fn attendance(&mut self, key: &'static str) -> Option<Attendance> {
        let word = self.text(key)?;
        let lower = word.to_lowercase();
        let known =
            Attendance::WORDS.iter().find(|(known, _)| *known == lower).map(|(_, attendance)| *attendance);
        if known.is_none() {
            let meant = nearest(&word, Attendance::WORDS.iter().map(|(known, _)| *known));
            let span = self.span(key);
            self.findings.push(
                Diagnostic::new(Code::BadAttendance, span)
                    .with("value", locale::Value::from(&word))
                    .meant(meant),
            );
        }
        known
    }
}

/// What was meant by a key that a table does not have; where nobody can tell, the keys that it has.
pub(super) fn key_meant(finding: Diagnostic, entry: &Entry, keys: &[&'static str]) -> Diagnostic {
    if let Some(line) = line_for(&entry.key, &entry.value, keys) {
        return finding.write(&line);
    }
    let meant = meant_key(&entry.key, keys).or_else(|| nearest(&entry.key, keys.iter().copied()));
    if meant.is_some() {
        return finding.meant(meant);
    }
    // A list of everything helps as little as none.
    let few = keys_for(&entry.key, keys);
    if few.is_empty() { finding } else { finding.one_of(&few) }
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
