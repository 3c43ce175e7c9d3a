//! The Fluent files: every language has every message, each can be formatted with every value, and no message
//! is unused.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use kurultai::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::text::Lang;

/// The variables, variants and references in a message or in one of its attributes.
#[derive(Debug, Default, Clone, PartialEq)]
struct Contents {
    variables: BTreeSet<String>,
    /// The variants of each selector, the default marked with a star.
    choices: BTreeMap<String, BTreeSet<String>>,
    /// The referenced messages.
    messages: BTreeSet<String>,
    has_braces: bool,
}

/// The messages of a Fluent file by name, attributes as `message.attribute`.
type Words = BTreeMap<String, Contents>;

/// The plural categories of Unicode.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
const COUNTS: [i64; 7] = [0, 1, 2, 5, 11, 21, 1105];

fn words(lang: &str) -> Words {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{lang}.ftl"));
    let text = std::fs::read_to_string(path).expect("the words are there");
    let file = parser::parse(text.as_str()).map_err(|(_, errors)| errors).expect("no mistakes");
    let mut words = Words::new();
    for entry in file.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        let mut own = Contents::default();
        // Variables named in a comment may be used, too: not every language needs the same ones.
        for word in
            message.comment.iter().flat_map(|comment| &comment.content).flat_map(|line| line.split(' '))
        {
            let variable = word.strip_prefix('$').map(|name| name.trim_end_matches([',', '.', ':']));
            own.variables.extend(variable.map(str::to_owned));
        }
        own.read(&message.value.expect("a message says something"));
        assert_eq!(words.insert(name.to_owned(), own), None, "{name} is there twice in {lang}.ftl");
        for attribute in &message.attributes {
            let mut own = Contents::default();
            own.read(&attribute.value);
            words.insert(format!("{name}.{}", attribute.id.name), own);
        }
    }
    words
}

impl Contents {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let InlineExpression::VariableReference { id } = selector else { panic!("{selector:?}") };
                for variant in variants {
                    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                        &variant.key;
                    let key = format!("{}{key}", if variant.default { "*" } else { "" });
                    self.choices.entry(id.name.to_owned()).or_default().insert(key);
                    self.read(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute: None } => {
                self.messages.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.has_braces |= value.contains(['{', '}']),
            other => panic!("{other:?}"),
        }
    }

    /// True if the variants of a selector are plural categories or numbers.
    fn is_by_number(keys: &BTreeSet<String>) -> bool {
        keys.iter().all(|key| {
            let key = key.trim_start_matches('*');
            PLURALS.contains(&key) || key.parse::<i64>().is_ok()
        })
    }

    fn words(&self) -> BTreeMap<&String, &BTreeSet<String>> {
        self.choices.iter().filter(|(_, keys)| !Self::is_by_number(keys)).collect()
    }
}

/// Returns the message with everything in the messages that it references.
fn whole(words: &Words, name: &str) -> Contents {
    let mut contents = words[name].clone();
    for message in words[name].messages.clone() {
        let other = whole(words, &message);
        contents.variables.extend(other.variables);
        contents.choices.extend(other.choices);
        contents.has_braces |= other.has_braces;
    }
    contents
}

fn leaked(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Returns all values of a variable that the message can distinguish.
fn values(name: &str, keys: Option<&BTreeSet<String>>) -> Vec<MessageArg> {
    match keys {
        _ if ["count", "day", "hours", "minutes", "start-day", "offset", "known"].contains(&name) => {
            COUNTS.map(MessageArg::Number).to_vec()
        }
        Some(keys) => keys.iter().map(|key| MessageArg::Word(leaked(key.trim_start_matches('*')))).collect(),
        None => vec![MessageArg::text("…")],
    }
}

fn languages() -> Vec<&'static str> {
    Locale::languages().collect()
}

#[test]
fn there_is_a_word_file_for_every_language_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the words are there")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().replace(".ftl", ""))
        .collect();
    assert_eq!(files, languages().into_iter().map(str::to_owned).collect());
}

#[test]
fn every_message_is_there_and_none_is_unused() {
    let english = words("en");
    let names = |words: &Words| words.keys().cloned().collect::<BTreeSet<_>>();
    for lang in languages() {
        let own = words(lang);
        assert_eq!(&names(&own) - &names(&english), BTreeSet::new(), "in {lang}.ftl alone");
        assert_eq!(&names(&english) - &names(&own), BTreeSet::new(), "not in {lang}.ftl");
    }
    let written: BTreeSet<String> = english.keys().filter(|name| !name.contains('.')).cloned().collect();
    let mut used: BTreeSet<String> = Message::ALL.iter().map(|message| message.id()).collect();
    used.extend(Code::ALL.iter().flat_map(|code| [code.message_id(), code.meaning_id()]));
    assert_eq!(&used - &written, BTreeSet::new(), "not in en.ftl");
    used.extend(english.values().flat_map(|contents| contents.messages.clone()));
    assert_eq!(&written - &used, BTreeSet::new(), "used nowhere");
}

#[test]
fn every_language_uses_the_same_values_and_variants() {
    let english = words("en");
    for lang in languages() {
        for (name, own) in &words(lang) {
            let extra = &own.variables - &english[name].variables;
            assert_eq!(extra, BTreeSet::new(), "{name} in {lang}.ftl: values that it does not get");
            assert_eq!(own.words(), english[name].words(), "{name} in {lang}.ftl: other variants");
            for (variable, keys) in own.choices.iter().filter(|(_, keys)| Contents::is_by_number(keys)) {
                let forms: &[&str] =
                    if lang == "ru" { &["*other", "few", "many", "one"] } else { &["*other", "one"] };
                let is_exact = keys.iter().all(|key| key == "*other" || key.parse::<i64>().is_ok());
                let has_all = keys.iter().eq(forms);
                assert!(is_exact || has_all, "{name} in {lang}.ftl: {variable} has the forms {keys:?}");
            }
        }
    }
}

#[test]
fn every_message_can_be_formatted_with_every_value() {
    let english = words("en");
    for lang in languages() {
        let locale = Locale::for_language(&Lang::parse(lang).expect("a language")).expect("it is there");
        for name in english.keys() {
            let contents = whole(&english, name);
            let (id, attribute) =
                name.split_once('.').map_or((name.as_str(), None), |(id, of)| (id, Some(of)));
            let all: Vec<(&'static str, Vec<MessageArg>)> = contents
                .variables
                .iter()
                .map(|name| (leaked(name), values(name, contents.choices.get(name))))
                .collect();
            for round in 0..all.iter().map(|(_, values)| values.len()).max().unwrap_or(1) {
                let given: Vec<(&'static str, MessageArg)> =
                    all.iter().map(|(name, values)| (*name, values[round % values.len()].clone())).collect();
                // A mistake in a message panics here, with the name of the message.
                let text = locale.find(id, attribute, &given).expect("the message is there");
                assert!(!text.trim().is_empty(), "{name} in {lang}.ftl says nothing");
                assert!(contents.has_braces || !text.contains(['{', '}']), "{name} in {lang}.ftl: {text}");
            }
        }
    }
}

#[test]
fn numbers_choose_the_forms_of_their_words() {
    for (lang, contents) in [
        ("en", "0 sessions, 1 session, 2 sessions, 5 sessions, 11 sessions, 21 sessions, 1105 sessions"),
        ("ky", "0 сессия, 1 сессия, 2 сессия, 5 сессия, 11 сессия, 21 сессия, 1105 сессия"),
        ("ru", "0 сессий, 1 сессия, 2 сессии, 5 сессий, 11 сессий, 21 сессия, 1105 сессий"),
    ] {
        let locale = Locale::for_language(&Lang::parse(lang).expect("a language")).expect("it is there");
        let sessions = |count| locale.with(Message::CountSessions, &[("count", MessageArg::Number(count))]);
        assert_eq!(COUNTS.map(sessions).join(", "), contents);
    }
}

#[test]
fn the_messages_parsed_later_are_the_same_in_every_language() {
    let first = |lang: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{lang}.ftl"));
        let text = std::fs::read_to_string(path).expect("the words are there");
        let (first, _) = text.split_once("\n## The command line\n").expect("a head");
        let is_name = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let names = first.lines().filter(is_name).map(|line| line.split(' ').next().unwrap_or_default());
        names.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    // Otherwise the English message would be found first.
    assert_eq!(first("ky"), first("en"));
    assert_eq!(first("ru"), first("en"));
}

#[test]
fn every_code_has_a_sentence_and_a_meaning() {
    let locale = Locale::english();
    for id in Code::ALL.iter().flat_map(|code| [code.message_id(), code.meaning_id()]) {
        assert!(locale.has(&id), "{id} is not in locales/en.ftl");
    }
}

#[test]
fn the_last_part_has_the_meanings_of_codes_and_nothing_else() {
    for lang in languages() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{lang}.ftl"));
        let text = std::fs::read_to_string(path).expect("the words are there");
        let (_, last) = text.split_once("\n## Meanings of codes\n").expect("the last part");
        let others = last.lines().filter(|line| !line.is_empty() && !line.starts_with("meaning-"));
        assert_eq!(others.collect::<Vec<_>>(), Vec::<&str>::new(), "{lang}");
    }
}

#[test]
fn messages_are_listed_under_the_headings_of_the_fluent_files() {
    let read = |path: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file")
    };
    let (english, source) = (read("locales/en.ftl"), read("src/i18n/message.rs"));
    let mut headings: Vec<&str> = english.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let (_, list) = source.split_once("messages! {\n").expect("the list");
    let comments: Vec<&str> = list.lines().filter_map(|line| line.trim_start().strip_prefix("// ")).collect();
    // Some sections contain only diagnostics.
    headings.retain(|heading| comments.contains(heading));
    assert_eq!(comments, headings);
    let is_listed: BTreeSet<String> = Message::ALL.iter().map(|message| message.id()).collect();
    let names = english.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name);
    let names: Vec<&str> = names.filter(|name| is_listed.contains(*name)).collect();
    assert_eq!(Message::ALL.iter().map(|message| message.id()).collect::<Vec<_>>(), names);
}
