//! Parses words for languages, kinds and colors in published formats.

use super::synonyms::value_synonym;
use crate::model::{Color, Kind, LocalizedText};
use crate::text::{Lang, SafeText};

/// Names of languages in published schedules: in lowercase, separated by `|`.
const LANGUAGES: &[(&str, &str)] = &[
    ("english|英文|英語|英语", "en"),
    ("german|deutsch", "de"),
    ("french|français", "fr"),
    ("spanish|español", "es"),
    ("portuguese|português", "pt"),
    ("italian|italiano", "it"),
    ("dutch|nederlands", "nl"),
    ("polish|polski", "pl"),
    ("czech|čeština", "cs"),
    ("russian|русский", "ru"),
    ("ukrainian|українська", "uk"),
    ("kyrgyz|кыргызча", "ky"),
    ("japanese|日本語|日文|日語|日语", "ja"),
    ("korean|한국어|韓文|韓語|韩语", "ko"),
    ("chinese|mandarin|中文|漢語|汉语|華語|华语|國語|普通话", "zh"),
];

/// Parses a language code, or the name of a language.
pub(super) fn language(text: &str) -> Option<Lang> {
    let name = text.trim().to_lowercase();
    let code = LANGUAGES.iter().find(|(names, _)| is_in(&name, names)).map_or(&*name, |(_, code)| code);
    Lang::parse(code).or_else(|suggestion| Lang::parse(suggestion.unwrap_or_default())).ok()
}

fn is_in(word: &str, words: &str) -> bool {
    words.split('|').any(|known| known == word)
}

/// Removes tags that repeat a language of the session.
pub(super) fn leave_languages_out(tags: &mut Vec<LocalizedText>, languages: &[Lang]) {
    let is_spoken = |text: &SafeText| {
        let named = language(text);
        named.is_some_and(|named| languages.iter().any(|lang| lang.primary() == named.primary()))
    };
    tags.retain(|tag| !tag.iter().any(|(_, text)| is_spoken(text)));
}

/// Returns the kind for a published type in any language, if it is a well-known word.
pub(super) fn kind(published: &LocalizedText) -> Option<Kind> {
    published.iter().find_map(|(_, text)| {
        let word = value_synonym("kind", text).map_or_else(|| text.to_lowercase(), str::to_owned);
        Some(Kind::from_word(&SafeText::line(&word))).filter(|kind| !matches!(kind, Kind::Other(_)))
    })
}

/// Parses `#f9b000`, with or without `#`, and its short form.
pub(super) fn color(text: &str) -> Option<Color> {
    let digits = text.trim().trim_start_matches('#');
    let long: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    Color::parse(&format!("#{long}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_well_known_words_are_kinds() {
        let kind_of = |word: &str| kind(&LocalizedText::untagged(SafeText::line(word)));
        assert_eq!(kind_of("Talk"), Some(Kind::Talk));
        assert_eq!(kind_of("LIGHTNING_TALK"), Some(Kind::Lightning));
        assert_eq!(kind_of("Tutorial"), Some(Kind::Workshop));
        assert_eq!(kind_of("Round-table"), Some(Kind::Discussion));
        assert_eq!(kind_of("Мастер-класс"), Some(Kind::Workshop));
        assert_eq!(kind_of("Түшкү тамак"), Some(Kind::Meal));
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
