//! Chooses the language of the output by arguments, schedule or environment.

use std::ffi::OsString;

use crate::i18n::Locale;
use kurultai_schedule::text::Lang;

/// The requested languages. They are read before clap runs because the help needs them.
pub(super) struct Languages {
    /// `--ui-lang`, then `--lang`.
    context: Vec<Lang>,
    environment: Option<Lang>,
}

impl Languages {
    /// Reads arguments and environment.
    pub(super) fn new(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Self {
        let context = ["--ui-lang", "--lang"].into_iter().filter_map(|flag| value(arguments, flag));
        let context = context.filter_map(|code| Lang::parse(&code).ok()).collect();
        // The first variable that is set wins, even if it is `C`.
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
        let named = named.into_iter().find(|value| !value.is_empty());
        let code = named.as_deref().and_then(|value| value.split(['.', '@']).next());
        Self { context, environment: code.and_then(|code| Lang::parse(code).ok()) }
    }

    /// Returns the language of the environment.
    pub(super) fn environment(&self) -> Option<&Lang> {
        self.environment.as_ref()
    }

    /// Returns the interface for a person: by the arguments, else the environment, else English.
    pub(super) fn for_user(&self) -> Locale {
        self.context
            .iter()
            .chain(self.environment())
            .find_map(Locale::for_language)
            .unwrap_or_else(Locale::english)
    }

    /// Returns the interface for reproducible output: by the arguments, else the schedule, else English.
    /// Reuses `user_locale` if possible.
    pub(super) fn for_text(&self, own: Option<&Lang>, user_locale: Locale) -> Locale {
        let has = |lang: &&Lang| Locale::languages().any(|code| code == lang.primary());
        match self.context.iter().chain(own).find(has) {
            Some(lang) if lang.primary() == user_locale.code() => user_locale,
            None if user_locale.code() == "en" => user_locale,
            lang => lang.and_then(Locale::for_language).unwrap_or_else(Locale::english),
        }
    }
}

/// Returns the value of an option: `--lang ru`, `--lang=ru`.
fn value(arguments: &[OsString], flag: &str) -> Option<String> {
    let mut arguments =
        arguments.iter().map(|argument| argument.to_string_lossy()).take_while(|text| text != "--");
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix(flag) {
            Some("") => return arguments.next().map(Into::into),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Message;

    /// Checks the language of the help, and of the output for a Kyrgyz event.
    #[track_caller]
    fn check(arguments: &str, environment: &[(&str, &str)], user_locale: &str, text: &str) {
        let arguments: Vec<OsString> = arguments.split(' ').map(OsString::from).collect();
        let variable = |name: &str| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let languages = Languages::new(&arguments, variable);
        let own = Lang::parse("ky").ok();
        let for_text = languages.for_text(own.as_ref(), languages.for_user());
        let actual = [languages.for_user(), for_text].map(|locale| locale.text(Message::Help));
        assert_eq!(actual, [user_locale, text].map(str::to_owned));
    }

    #[test]
    fn arguments_take_precedence() {
        let russian = [("LANG", "ru_RU.UTF-8")];
        check("a.toml --ui-lang en", &russian, "Help", "Help");
        check("--lang=ky show a.toml", &russian, "Жардам", "Жардам");
        check("--lang ky --ui-lang en a.toml", &russian, "Help", "Help");
        check("-- a.toml --lang ky", &russian, "Справка", "Жардам");
    }

    #[test]
    fn the_environment_does_not_affect_reproducible_output() {
        check("a.toml", &[("LANG", "ru_RU.UTF-8")], "Справка", "Жардам");
        check("a.toml", &[("LC_ALL", ""), ("LC_MESSAGES", "ky_KG"), ("LANG", "ru_RU")], "Жардам", "Жардам");
        for posix in ["C", "POSIX", "C.UTF-8"] {
            check("a.toml", &[("LC_ALL", posix), ("LANG", "ru_RU")], "Help", "Жардам");
        }
        check("a.toml", &[], "Help", "Жардам");
    }

    #[test]
    fn unsupported_languages_are_skipped() {
        check("--lang kk a.toml", &[("LANG", "ru_RU")], "Справка", "Жардам");
        check("--ui-lang kk --lang ru a.toml", &[], "Справка", "Справка");
        check("--lang kg a.toml", &[("LANG", "ru@cyrillic")], "Справка", "Жардам");
        check("a.toml --lang", &[("LANG", "de_DE.UTF-8")], "Help", "Жардам");
    }
}
