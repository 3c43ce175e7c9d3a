//! [`LocalizedText`]: a text in one or more languages, and [`LanguagePreference`]: the one to show.

use crate::text::{Lang, SafeText};

/// A text with optional translations. It has at least one version.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LocalizedText {
    first: (Option<Lang>, SafeText),
    others: Vec<(Lang, SafeText)>,
}

/// The languages to prefer when a text is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LanguagePreference {
    /// The viewer's preferred language.
    pub wanted: Option<Lang>,
    /// The language of the conference's untagged texts.
    pub own: Option<Lang>,
}

impl LanguagePreference {
    /// Chooses from available languages: the preferred one, else the conference's own, else the first.
    #[must_use]
    pub fn choose<'a>(&self, languages: &'a [Lang]) -> Option<&'a Lang> {
        let find = |lang: &Lang| {
            let primary = || languages.iter().find(|known| known.primary() == lang.primary());
            languages.iter().find(|known| *known == lang).or_else(primary)
        };
        [&self.wanted, &self.own].into_iter().flatten().find_map(find).or(languages.first())
    }
}

impl LocalizedText {
    /// Creates a text in the conference's language.
    #[must_use]
    pub fn untagged(text: SafeText) -> Self {
        Self { first: (None, text), others: Vec::new() }
    }

    /// Creates a text with translations; `None` for an empty list.
    #[must_use]
    pub fn translated(texts: impl IntoIterator<Item = (Lang, SafeText)>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let (lang, text) = texts.next()?;
        Some(Self { first: (Some(lang), text), others: texts.collect() })
    }

    /// Returns the version to show: in the preferred language, else in the conference's, else the first. `pt-BR` matches `pt`
    /// and vice versa; untagged text is in the conference's language.
    #[must_use]
    pub fn get(&self, reading: &LanguagePreference) -> &SafeText {
        [&reading.wanted, &reading.own]
            .into_iter()
            .flatten()
            .find_map(|lang| self.in_language(lang, reading.own.as_ref()))
            .unwrap_or(&self.first.1)
    }

    /// Returns the language tag of the version to show.
    #[must_use]
    pub fn language(&self, reading: &LanguagePreference) -> Option<&Lang> {
        let shown = self.get(reading);
        self.iter().find(|(_, text)| std::ptr::eq(*text, shown)).and_then(|(lang, _)| lang)
    }

    fn in_language(&self, lang: &Lang, own: Option<&Lang>) -> Option<&SafeText> {
        let is_match = |known: Option<&Lang>, test: &dyn Fn(&Lang) -> bool| known.or(own).is_some_and(test);
        let find = |test: &dyn Fn(&Lang) -> bool| {
            self.iter().find(|(known, _)| is_match(*known, test)).map(|(_, text)| text)
        };
        find(&|known| known == lang).or_else(|| find(&|known| known.primary() == lang.primary()))
    }

    /// Iterates over all versions, in order, with their language tags.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&Lang>, &SafeText)> {
        let first = (self.first.0.as_ref(), &self.first.1);
        std::iter::once(first).chain(self.others.iter().map(|(lang, text)| (Some(lang), text)))
    }

    /// Returns the text with `f` applied to every version.
    #[must_use]
    pub fn map(&self, f: impl Fn(&SafeText) -> SafeText) -> Self {
        let others = self.others.iter().map(|(lang, text)| (lang.clone(), f(text)));
        Self { first: (self.first.0.clone(), f(&self.first.1)), others: others.collect() }
    }

    /// Changes every version for which `change` returns a new text.
    pub fn change(&mut self, change: impl Fn(&SafeText) -> Option<SafeText>) {
        let texts = std::iter::once(&mut self.first.1).chain(self.others.iter_mut().map(|(_, text)| text));
        for text in texts {
            if let Some(changed) = change(text) {
                *text = changed;
            }
        }
    }

    /// True if any version equals `text`.
    #[must_use]
    pub fn has_version(&self, text: &str) -> bool {
        self.iter().any(|(_, known)| known.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> LocalizedText {
        LocalizedText::translated(
            pairs.iter().map(|(lang, text)| (Lang::parse(lang).unwrap(), SafeText::line(text))),
        )
        .unwrap()
    }

    #[track_caller]
    fn check(texts: &LocalizedText, wanted: &str, own: &str, expected: &str) {
        let reading = LanguagePreference { wanted: Lang::parse(wanted).ok(), own: Lang::parse(own).ok() };
        assert_eq!(texts.get(&reading).as_str(), expected, "{wanted}, {own}");
    }

    #[test]
    fn each_text_falls_back_separately() {
        let both = texts(&[("ky", "күн"), ("ru", "день")]);
        check(&both, "ru", "ky", "день");
        check(&both, "en", "ru", "день");
        check(&both, "en", "de", "күн");
        check(&both, "ru-KG", "", "день");
        check(&texts(&[("pt-BR", "dia")]), "pt", "", "dia");
        check(&texts(&[("zh-TW", "天"), ("zh-CN", "日")]), "zh-CN", "", "日");
    }

    #[test]
    fn a_plain_text_is_in_the_conferences_language() {
        let plain = LocalizedText::untagged(SafeText::line("Janson"));
        check(&plain, "ru", "ky", "Janson");
        check(&plain, "", "", "Janson");
    }
}
