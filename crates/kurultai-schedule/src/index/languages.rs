//! Languages of a schedule, and which of them are complete.

use std::collections::{HashMap, HashSet};

use crate::model::{Conference, TextKind};
use crate::text::Lang;

/// The languages of a schedule, its own first, then in order of appearance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Languages {
    pub(super) all: Vec<Lang>,
    /// For each language, true if every translated or prose text has it.
    is_complete: Vec<bool>,
}

impl Languages {
    pub(super) fn new(conference: &Conference) -> Self {
        let mut all: Vec<Lang> = Vec::new();
        let mut known = HashSet::new();
        let mut has_plain = false;
        conference.for_each_text(|_, texts| {
            for (lang, _) in texts.iter() {
                match lang {
                    None => has_plain = true,
                    Some(lang) if known.contains(lang) => {}
                    Some(lang) => {
                        known.insert(lang.clone());
                        all.push(lang.clone());
                    }
                }
            }
        });
        if let Some(own) = &conference.language {
            let known = all.iter().position(|lang| lang.primary() == own.primary());
            match known {
                Some(at) => all[..=at].rotate_right(1),
                None if has_plain => all.insert(0, own.clone()),
                None => {}
            }
        }
        let own = conference.language.as_ref();
        let numbers: HashMap<&str, usize> = all.iter().map(Lang::primary).zip(0..).collect();
        // The number of texts in each language, and the number of the last one counted.
        let mut count = 0_usize;
        let mut counts = vec![(0_usize, 0_usize); all.len()];
        conference.for_each_text(|kind, texts| {
            let is_plain = texts.iter().all(|(lang, _)| lang.is_none());
            if is_plain && kind == TextKind::Name {
                return;
            }
            count += 1;
            for (lang, _) in texts.iter() {
                let number = lang.or(own).and_then(|lang| numbers.get(lang.primary()));
                if let Some((in_language, last)) = number.and_then(|number| counts.get_mut(*number))
                    && *last != count
                {
                    *in_language += 1;
                    *last = count;
                }
            }
        });
        let number = |lang: &Lang| numbers.get(lang.primary()).and_then(|number| counts.get(*number));
        let is_complete = all.iter().map(|lang| number(lang).is_some_and(|(found, _)| *found == count));
        let is_complete = is_complete.collect();
        Self { all, is_complete }
    }

    /// True if no text falls back to another language.
    pub(super) fn is_complete(&self, lang: &Lang) -> bool {
        self.all.iter().zip(&self.is_complete).any(|(known, is_complete)| known == lang && *is_complete)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::event_file;

    /// Returns the languages, those with missing texts in brackets.
    fn languages(agenda: &str) -> String {
        let text = format!("title = {{ en = 'Day', ru = 'День' }}\nlanguage = 'en'\n{agenda}\n");
        let languages = Languages::new(&event_file::read(&Source::new("", &text)).conference);
        let shown =
            |lang: &Lang| if languages.is_complete(lang) { lang.to_string() } else { format!("({lang})") };
        languages.all.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_text_counts() {
        assert_eq!(languages(""), "en ru");
        let url = "url = 'https://example.org/a'";
        for agenda in [
            "agenda = [{ title = 'A' }]".to_owned(),
            "rooms = [{ name = 'A', description = 'Round' }]".to_owned(),
            format!("links = [{{ label = {{ en = 'Map' }}, {url} }}]"),
            format!("agenda = [{{ attachments = [{{ label = {{ en = 'Paper' }}, {url} }}] }}]"),
            "agenda = [{ people = [{ person = 'A', written = { en = 'A. A.' } }] }]".to_owned(),
        ] {
            assert_eq!(languages(&agenda), "en (ru)", "{agenda}");
        }
        let agenda = format!("links = [{{ label = {{ en = 'Map', ky = 'Карта' }}, {url} }}]");
        assert_eq!(languages(&agenda), "en (ru) (ky)");
        // Names and labels without a language are the same in all languages.
        assert_eq!(
            languages(&format!("rooms = [{{ name = 'A' }}]\nlinks = [{{ label = 'Map', {url} }}]")),
            "en ru"
        );
    }
}
