//! `kurultai FOLDER` into a pipe: the list of events as text. Same files, same bytes: nothing is said that depends on today.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::{Asked, Outcome};
use crate::locale::{Locale, Message};
use crate::program::{self, Found, Summary};
use crate::text::{Clean, Lang, wrap};
use crate::wording;

pub(super) fn run(places: &[PathBuf], lang: Option<&Lang>, columns: usize, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let found = Mutex::new(Vec::new());
    program::list(places, |path, what| {
        found.lock().unwrap_or_else(PoisonError::into_inner).push((path, what));
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    // By date, the earliest first, as a calendar has them.
    found.sort_by_cached_key(|(path, what)| (start(what), path.clone()));
    let (mut events, mut others, mut outcome) = (0, 0, Outcome::Fine);
    for (path, what) in &found {
        match what {
            Found::Event(summary) => {
                events += 1;
                let path = Clean::line(&path.to_string_lossy());
                streams.answer(&text(summary, &path, lang.cloned(), columns, locale));
            }
            Found::Unreadable(error) => {
                streams.note(&error.sentence(locale));
                outcome = Outcome::Failed;
            }
            Found::Other => others += 1,
        }
    }
    if others > 0 {
        streams.note(&locale.count(Message::CountOtherFiles, others));
    }
    if events == 0 && outcome == Outcome::Fine {
        streams.note(&format!("{} {}", locale.text(Message::NoEvents), locale.text(Message::NoEventsHelp)));
        return Outcome::Failed;
    }
    outcome
}

fn start(found: &Found) -> impl Ord + use<> {
    match found {
        Found::Event(summary) => (summary.dates.start.or(summary.dates.end).is_none(), summary.dates.start),
        Found::Unreadable(_) | Found::Other => (true, None),
    }
}

/// The title, and below it when and where it is, how large, and in which file.
fn text(summary: &Summary, path: &str, lang: Option<Lang>, columns: usize, locale: &Locale) -> String {
    let reading = summary.reading(lang);
    let city = summary.city.as_ref().map(|city| city.get(&reading).to_string());
    let sessions = (summary.sessions > 0).then(|| locale.count(Message::CountSessions, summary.sessions));
    let facts = wording::dates(locale, summary.dates).into_iter().chain(city).chain(sessions);
    let facts: Vec<String> = facts.chain([path.to_owned()]).collect();
    let mut text = String::new();
    for line in wrap(summary.title.get(&reading), columns) {
        text += &format!("{line}\n");
    }
    for line in wrap(&facts.join(" · "), columns.saturating_sub(2).max(1)) {
        text += &format!("  {line}\n");
    }
    text
}
