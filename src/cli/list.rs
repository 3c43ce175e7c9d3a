//! `kurultai list`: prints the events of the library. Also prints the event list for `kurultai FOLDER`
//! without a terminal. The output depends only on the files, except for the age of downloads.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{NaiveDate, SecondsFormat};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::{library, source};
use crate::fetch::{OpenError, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter;
use crate::schedule::{Found, Summary};
use crate::store::library::{Event, load};
use kurultai_schedule::model::{Dates, LocalizedText, Zone};
use kurultai_schedule::text::{Lang, SafeText, wrap};

pub(super) const COMMAND: Subcommand = Subcommand { name: "list", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    help.command(name, Message::CliList, Message::CliListExamples).arg(help.format())
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
    let Some(folders) = library::folders(locale, streams) else { return Outcome::Failed };
    let (events, notices) = load(&folders);
    library::warn_all(&notices, locale, streams);
    let places: Vec<PathBuf> = events.iter().map(|event| event.path.clone()).collect();
    let found = find(&places);
    let lang = args::lang(matches);
    if args::is_json(matches) {
        let listed: Value = found
            .iter()
            .filter_map(|(path, what)| listed(path, what, &events, lang.as_ref(), locale))
            .collect();
        streams.print(&super::json::text(&listed));
        return Outcome::Ok;
    }
    for (path, what) in &found {
        match what {
            Found::Event(summary) => {
                streams.print(&text(summary, path, lang.clone(), matches, locale));
            }
            Found::Unreadable(error) if is_there(path) => streams.warn(&error.sentence(locale)),
            Found::Unreadable(_) | Found::NotAnEvent => streams.warn(&gone(path, locale)),
        }
    }
    if found.is_empty() {
        streams.warn(&locale.text(Message::LibraryEmpty));
    }
    Outcome::Ok
}

/// Prints the events at these places.
pub(super) fn print(places: &[PathBuf], matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let lang = args::lang(matches);
    let locale = &languages.for_text(None, user_locale);
    let library = library::events();
    let (mut events, mut others, mut outcome) = (0, 0, Outcome::Ok);
    for (path, what) in &find(places) {
        match what {
            Found::Event(summary) => {
                events += 1;
                streams.print(&text(summary, path, lang.clone(), matches, locale));
            }
            // It is not an error because the user did not name it.
            Found::Unreadable(_) if !is_there(path) && is_of(&library, path) => {
                streams.warn(&gone(path, locale));
            }
            Found::Unreadable(error) => {
                streams.warn(&error.sentence(locale));
                outcome = Outcome::Failed;
            }
            Found::NotAnEvent => others += 1,
        }
    }
    if others > 0 {
        streams.warn(&locale.count(Message::CountOtherFiles, others));
    }
    if events == 0 && outcome == Outcome::Ok {
        streams.warn(&format!("{} {}", locale.text(Message::NoEvents), locale.text(Message::NoEventsHelp)));
        return Outcome::Failed;
    }
    outcome
}

/// Returns the results sorted by date.
fn find(places: &[PathBuf]) -> Vec<(PathBuf, Found<OpenError>)> {
    let found = Mutex::new(Vec::new());
    source::fetcher().list(places, |path, what| {
        found.lock().unwrap_or_else(PoisonError::into_inner).push((path, what));
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_cached_key(|(path, what)| (start(what), path.clone()));
    found
}

fn start(found: &Found<OpenError>) -> impl Ord + use<> {
    match found {
        Found::Event(summary) => (summary.dates.start.or(summary.dates.end).is_none(), summary.dates.start),
        Found::Unreadable(_) | Found::NotAnEvent => (true, None),
    }
}

/// True if a file exists. A missing download is not a missing file.
fn is_there(path: &Path) -> bool {
    ScheduleUrl::from_path(path).is_some() || path.symlink_metadata().is_ok()
}

fn is_of(library: &[Event], path: &Path) -> bool {
    library.iter().any(|event| event.path == path)
}

fn gone(path: &Path, locale: &Locale) -> String {
    locale.with(Message::LibraryGone, &[("path", MessageArg::text(&path.to_string_lossy()))])
}

/// Formats an event: the title, then dates, city, size and path.
fn text(summary: &Summary, path: &Path, lang: Option<Lang>, matches: &ArgMatches, locale: &Locale) -> String {
    let columns = args::width(matches);
    let now = args::clock(matches, Zone::Unknown, args::viewer_zone(matches)).now();
    let reading = summary.reading(lang);
    let city = summary.city.as_ref().map(|city| city.get(&reading).to_string());
    let sessions = (summary.sessions > 0).then(|| locale.count(Message::CountSessions, summary.sessions));
    let facts = presenter::dates(locale, summary.dates).into_iter().chain(city).chain(sessions);
    let age = summary.fetched_at.map(|then| presenter::as_of(locale, then, now));
    let facts: Vec<String> =
        facts.chain(age).chain([SafeText::line(&path.to_string_lossy()).to_string()]).collect();
    let mut text = String::new();
    for line in wrap(summary.title.get(&reading), columns) {
        text += &format!("{line}\n");
    }
    for line in wrap(&facts.join(" · "), columns.saturating_sub(2).max(1)) {
        text += &format!("  {line}\n");
    }
    text
}

/// Returns an event of the library as JSON.
fn listed(
    path: &Path,
    what: &Found<OpenError>,
    library: &[Event],
    lang: Option<&Lang>,
    locale: &Locale,
) -> Option<Value> {
    let stored = library.iter().find(|event| event.path == path).and_then(|event| event.title.as_deref());
    let (summary, error) = match what {
        Found::Event(summary) => (Some(summary), None),
        Found::Unreadable(error) => (None, Some(error.sentence(locale))),
        Found::NotAnEvent => return None,
    };
    let text = |text: fn(&Summary) -> Option<&LocalizedText>| {
        summary.and_then(|summary| Some(text(summary)?.get(&summary.reading(lang.cloned())).to_string()))
    };
    let date = |date: fn(&Dates) -> Option<NaiveDate>| {
        summary.and_then(|summary| date(&summary.dates)).map(|date| date.to_string())
    };
    let fetched_at = summary.and_then(|summary| summary.fetched_at);
    Some(json!({
        "title": text(|summary| Some(&summary.title)).or(stored.map(str::to_owned)),
        "path": path.to_string_lossy(),
        "fetched_at": fetched_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        "start": date(|dates| dates.start),
        "end": date(|dates| dates.end),
        "city": text(|summary| summary.city.as_ref()),
        "sessions": summary.map(|summary| summary.sessions),
        "mistakes": summary.map(|summary| summary.mistakes),
        "error": error,
    }))
}
