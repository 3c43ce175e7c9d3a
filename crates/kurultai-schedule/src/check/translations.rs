//! Texts of sessions that lack a language that most others have.

use std::collections::BTreeMap;

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Conference, LocalizedText, Session};
use crate::text::Lang;

/// The translated texts of a session, each with its word in the message.
const PARTS: [(&str, Part); 4] = [
    ("title", |session| session.title.as_ref()),
    ("subtitle", |session| session.subtitle.as_ref()),
    ("abstract", |session| session.summary.as_ref()),
    ("description", |session| session.description.as_ref()),
];

type Part = fn(&Session) -> Option<&LocalizedText>;

/// Finds texts without a language that more than half of the texts of their kind have. One diagnostic per session.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let own = conference.language.as_ref();
    let expected = PARTS.map(|(_, part)| common_languages(conference.sessions.iter().filter_map(part), own));
    if expected.iter().all(|languages| languages.len() < 2) {
        return Vec::new();
    }
    ids(conference)
        .filter_map(|id| {
            let session = conference.session(id);
            let (what, languages) = PARTS.iter().zip(&expected).find_map(|((what, part), expected)| {
                let missing = missing(part(session)?, expected, own);
                (!missing.is_empty()).then(|| (*what, missing.join(", ")))
            })?;
            let diagnostic = Diagnostic::new(Code::MissingTranslation, source_map.title(id));
            let diagnostic =
                diagnostic.with("title", title(conference, id)).with("what", MessageArg::Word(what));
            Some(diagnostic.with("languages", MessageArg::text(&languages)))
        })
        .collect()
}

/// Returns the languages of more than half of the texts; fewer than two if the texts are not translated.
fn common_languages<'a>(
    texts: impl Iterator<Item = &'a LocalizedText>,
    own: Option<&'a Lang>,
) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0;
    for text in texts {
        all += 1;
        for language in languages(text, own) {
            *counts.entry(language).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| count * 2 > all).map(|(language, _)| language).collect()
}

fn missing<'a>(text: &LocalizedText, expected: &[&'a str], own: Option<&Lang>) -> Vec<&'a str> {
    if expected.len() < 2 {
        return Vec::new();
    }
    let present: Vec<&str> = languages(text, own).collect();
    // A text without a language, in a conference without one, may be in any.
    if present.is_empty() {
        return Vec::new();
    }
    expected.iter().filter(|language| !present.contains(language)).copied().collect()
}

fn languages<'a>(text: &'a LocalizedText, own: Option<&'a Lang>) -> impl Iterator<Item = &'a str> {
    text.iter().filter_map(move |(language, _)| language.or(own)).map(Lang::primary)
}
