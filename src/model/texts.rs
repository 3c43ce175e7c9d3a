//! [`LocalizedText`]: one text in one or several languages, and [`LanguagePreference`]: which of them is shown.

use crate::text::{Lang, SafeText};

/// A text as the program gives it: plain, or in several languages. There is always at least one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LocalizedText {
    first: (Option<Lang>, SafeText),
    others: Vec<(Lang, SafeText)>,
}

/// Which language a reader wants, and which the program itself speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LanguagePreference {
    /// The language that was asked for.
    pub wanted: Option<Lang>,
    /// The language of the conference's plain texts.
    pub own: Option<Lang>,
}

impl LanguagePreference {
    /// Which of the languages of a program is shown: the wanted one, else its own, else the first.
    #[must_use]
    pub fn shown<'a>(&self, languages: &'a [Lang]) -> Option<&'a Lang> {
        let find = |lang: &Lang| {
            let primary = || languages.iter().find(|known| known.primary() == lang.primary());
            languages.iter().find(|known| *known == lang).or_else(primary)
        };
        [&self.wanted, &self.own].into_iter().flatten().find_map(find).or(languages.first())
    }
}

impl LocalizedText {
    /// A text without a language of its own: it is in the conference's language, whichever that is.
    #[must_use]
    pub fn untagged(text: SafeText) -> Self {
        Self { first: (None, text), others: Vec::new() }
    }

    /// A text in several languages, in the order of the program; `None` when there is none.
    #[must_use]
    pub fn translated(texts: impl IntoIterator<Item = (Lang, SafeText)>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let (lang, text) = texts.next()?;
        Some(Self { first: (Some(lang), text), others: texts.collect() })
    }

    /// The text to show: in the wanted language, else in the conference's own, else the first. A wanted `pt-BR` takes
    /// a `pt` and the other way round; a plain text is in the conference's own language.
    #[must_use]
    pub fn get(&self, reading: &LanguagePreference) -> &SafeText {
        [&reading.wanted, &reading.own]
            .into_iter()
            .flatten()
            .find_map(|lang| self.in_language(lang, reading.own.as_ref()))
            .unwrap_or(&self.first.1)
    }

    /// The language of the text to show, where it has one of its own.
    #[must_use]
    pub fn language(&self, reading: &LanguagePreference) -> Option<&Lang> {
        let shown = self.get(reading);
        self.iter().find(|(_, text)| std::ptr::eq(*text, shown)).and_then(|(lang, _)| lang)
    }

    fn in_language(&self, lang: &Lang, own: Option<&Lang>) -> Option<&SafeText> {
        let of = |known: Option<&Lang>, test: &dyn Fn(&Lang) -> bool| known.or(own).is_some_and(test);
        let find = |test: &dyn Fn(&Lang) -> bool| {
            self.iter().find(|(known, _)| of(*known, test)).map(|(_, text)| text)
        };
        find(&|known| known == lang).or_else(|| find(&|known| known.primary() == lang.primary()))
    }

    /// Every text with its language, in the order of the program; `None` for a plain one.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&Lang>, &SafeText)> {
        let first = (self.first.0.as_ref(), &self.first.1);
        std::iter::once(first).chain(self.others.iter().map(|(lang, text)| (Some(lang), text)))
    }

    /// Returns another text for each of its languages.
    #[must_use]
    pub fn map(&self, of: impl Fn(&SafeText) -> SafeText) -> Self {
        let others = self.others.iter().map(|(lang, text)| (lang.clone(), of(text)));
        Self { first: (self.first.0.clone(), of(&self.first.1)), others: others.collect() }
    }

    /// Changes the text in each language; where there is nothing to change, it stays.
    pub fn change(&mut self, change: impl Fn(&SafeText) -> Option<SafeText>) {
        let texts = std::iter::once(&mut self.first.1).chain(self.others.iter_mut().map(|(_, text)| text));
        for text in texts {
            if let Some(changed) = change(text) {
                *text = changed;
            }
        }
    }

    /// Whether the text, in any language, is exactly this one.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
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
    fn each_text_falls_back_on_its_own() {
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
