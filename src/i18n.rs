//! Localized UI strings, dates and collation.
//!
//! All UI strings are in `locales/*.ftl`, in Fluent format, named by a [`Message`] or the code of a diagnostic. Texts of
//! the schedule come from the file, in its own languages.

mod calendar;
mod city;
mod city_names;
mod collation;
mod date;
mod date_names;
mod message;
mod unicode_data;

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_locale_core::Locale as Tag;

use city_names::CityNames;
use date_names::DateNames;
pub use kurultai_schedule::diagnostic::{MessageArg, MessageArgs};
use kurultai_schedule::text::Lang;
pub use message::Message;
pub(crate) use message::kebab_case;

/// An interface language.
struct Language {
    code: &'static str,
    /// The locale for dates and numbers.
    date_locale: &'static str,
    /// The Fluent source.
    ftl: &'static str,
}

/// British English: `1 December 2023`, `09:30`.
const ENGLISH: Language =
    Language { code: "en", date_locale: "en-GB", ftl: include_str!("../locales/en.ftl") };
const LANGUAGES: &[Language] = &[
    Language { code: "ky", date_locale: "ky", ftl: include_str!("../locales/ky.ftl") },
    Language { code: "ru", date_locale: "ru", ftl: include_str!("../locales/ru.ftl") },
    ENGLISH,
];

/// The lines of a Fluent file that begin the parts parsed on first use: messages that the first frame does not need,
/// and the meanings of codes, which only `check --explain` and reports for other software need.
const LATER: [&str; 2] = ["\n## The command line\n", "\n## Meanings of codes\n"];

/// The messages and date formats of one language.
pub struct Locale {
    bundle: FluentBundle<FluentResource>,
    /// The Fluent sources from the first line of [`LATER`] on; later ones override earlier ones.
    later_words: Vec<String>,
    /// The part below each line of [`LATER`], parsed on first use.
    later: [OnceLock<FluentBundle<FluentResource>>; LATER.len()],
    tag: Tag,
    dates: DateNames,
    /// The city names, loaded on first use; `None` without data.
    cities: OnceLock<Option<CityNames>>,
}

impl Locale {
    /// Returns English, which has every message.
    #[must_use]
    pub fn english() -> Self {
        Self::from_words(ENGLISH.ftl, ENGLISH.date_locale)
    }

    /// Returns the interface in a language, if there is one: `ky` also for `ky-KG`. English is the fallback for missing
    /// messages; other languages are not parsed.
    #[must_use]
    pub fn for_language(lang: &Lang) -> Option<Self> {
        let language = LANGUAGES.iter().find(|language| language.code == lang.primary())?;
        if language.code == ENGLISH.code {
            return Some(Self::english());
        }
        let mut locale = Self::from_words(ENGLISH.ftl, language.date_locale);
        locale.add(language.ftl);
        Some(locale)
    }

    /// Returns the codes of all interface languages.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|language| language.code)
    }

    /// Returns the language code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.tag.id.language.as_str()
    }

    /// Creates a locale from Fluent source, and a language tag for dates and collation. Later messages
    /// override earlier ones.
    #[must_use]
    pub fn from_words(words: &str, tag: &str) -> Self {
        let bundle = bundle(tag);
        let tag: Tag = tag.parse().unwrap_or(Tag::UNKNOWN);
        let dates = DateNames::new(&tag);
        let mut locale = Self {
            bundle,
            later_words: Vec::new(),
            later: Default::default(),
            tag,
            dates,
            cities: OnceLock::new(),
        };
        locale.add(words);
        locale
    }

    /// Adds messages; they override those with the same name.
    fn add(&mut self, words: &str) {
        let at = words.find(LATER[0]).unwrap_or(words.len());
        let (first, later) = words.split_at(at);
        self.bundle.add_resource_overriding(resource(first));
        self.later_words.push(later.to_owned());
    }

    /// Returns the messages that contain this one. Parses a later part only if the earlier ones do not have it.
    fn bundle_with(&self, id: &str) -> Option<&FluentBundle<FluentResource>> {
        let later = self.later.iter().enumerate().map(|(at, part)| part.get_or_init(|| self.later_part(at)));
        std::iter::once(&self.bundle).chain(later).find(|bundle| bundle.has_message(id))
    }

    /// Parses the part below a line of [`LATER`].
    fn later_part(&self, at: usize) -> FluentBundle<FluentResource> {
        let mut bundle = bundle(&self.tag.to_string());
        for words in &self.later_words {
            let part = words.split_once(LATER[at]).map_or("", |(_, part)| part);
            let end = LATER.get(at + 1).and_then(|next| part.find(next)).unwrap_or(part.len());
            bundle.add_resource_overriding(resource(&part[..end]));
        }
        bundle
    }

    /// Formats a message without arguments.
    #[must_use]
    pub fn text(&self, message: Message) -> String {
        self.with(message, &[])
    }

    /// Formats a message with arguments.
    #[must_use]
    pub fn with(&self, message: Message, values: MessageArgs) -> String {
        let id = message.id();
        self.find(&id, None, values).unwrap_or(id)
    }

    /// Formats a message with the argument `count`.
    #[must_use]
    pub fn count(&self, message: Message, count: usize) -> String {
        self.with(message, &[("count", MessageArg::count(count))])
    }

    /// Formats a message with `number` of `count`, from 1.
    #[must_use]
    pub fn of(&self, message: Message, number: usize, count: usize) -> String {
        self.with(message, &[("number", MessageArg::count(number)), ("count", MessageArg::count(count))])
    }

    /// Formats a message with the argument `text`.
    #[must_use]
    pub fn quoting(&self, message: Message, text: &str) -> String {
        self.with(message, &[("text", MessageArg::text(text))])
    }

    /// True if the language has this message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle_with(id).is_some()
    }

    /// Formats a message, or one of its attributes, by id; `None` if it is missing.
    #[must_use]
    pub fn find(&self, id: &str, attribute: Option<&str>, values: MessageArgs) -> Option<String> {
        let bundle = self.bundle_with(id)?;
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, fluent_value(value));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text.into_owned())
    }
}

/// Creates an empty bundle.
fn bundle(tag: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle
}

/// Parses Fluent source. Tests find syntax errors; at run time, invalid messages are ignored.
fn resource(words: &str) -> FluentResource {
    FluentResource::try_new(words.to_owned()).unwrap_or_else(|(partial, _)| partial)
}

fn fluent_value(arg: &MessageArg) -> FluentValue<'_> {
    match arg {
        MessageArg::Text(text) => FluentValue::from(text.as_str()),
        MessageArg::Number(number) => FluentValue::from(*number),
        MessageArg::Word(word) => FluentValue::from(*word),
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_first_subtag_and_falls_back_on_english() {
        let text =
            |lang| Locale::for_language(&Lang::parse(lang).unwrap()).map(|locale| locale.text(Message::Help));
        assert_eq!(text("ky-KG").as_deref(), Some("Жардам"));
        assert_eq!(text("ru").as_deref(), Some("Справка"));
        assert_eq!(text("en-US").as_deref(), Some("Help"));
        assert_eq!(text("kk"), None);
        assert_eq!(Locale::english().code(), "en");
        let mut locale = Locale::from_words("one = one\ntwo = two\n", "ky");
        locale.add("two = эки\n");
        let find = |id| locale.find(id, None, &[]);
        assert_eq!((find("one").as_deref(), find("two").as_deref()), (Some("one"), Some("эки")));
    }

    #[test]
    fn values_are_not_wrapped_in_isolates() {
        let locale = Locale::from_words(
            "greet = Hello, { $name }: { $n ->\n    [one] one\n   *[other] many\n }\n",
            "en",
        );
        let values = [("name", MessageArg::text("Айжан")), ("n", MessageArg::count(1))];
        assert_eq!(locale.find("greet", None, &values).as_deref(), Some("Hello, Айжан: one"));
    }

    #[test]
    fn a_locale_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locale>();
    }
}
