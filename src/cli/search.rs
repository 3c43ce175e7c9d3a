//! `kurultai search QUERY [FILE]…`: what somebody looks for, in one event or in many.
//!
//! As JSON the answer is one object, with the events in the order of their dates and all keys always there:
//!
//! ```json
//! {
//!   "query": "rust -is:past",
//!   "events": [
//!     {
//!       "file": "fosdem.xml",
//!       "title": "FOSDEM 2025",
//!       "hits": [{ "type": "session", … }, { "type": "person", "id": "7", "name": "…" }]
//!     }
//!   ]
//! }
//! ```
//!
//! Sessions come first, as `json::Session` has them; then `person`, `organizer`, `sponsor`, `room`, `track`, `delegation`
//! and `info`, each with `id` and `name`. These are hits of texts alone: conditions are about sessions.

mod answer;
mod text;

use chrono::NaiveDateTime;
use clap::{Arg, ArgMatches, Command};

use super::args::{self, Words};
use super::{Asked, Outcome, Subcommand, json, open};
use crate::index::{Circumstances, Filter, Item, Mistake, Needle, NoPlan, Query, Wrong, find_names};
use crate::locale::Message;
use crate::program::{self, Program};
use crate::text::Clean;
use crate::wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "search", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let query = Arg::new("query").value_name(words.say(Message::CliQueryName));
    // A query may begin with what it excludes.
    let query =
        query.help(words.say(Message::CliQuery)).required(true).display_order(0).allow_hyphen_values(true);
    let command = words.command(name, Message::CliSearch, Message::CliSearchExamples);
    command.args([query, words.places(), words.format(), words.width(), words.now(), words.times_in()])
}

/// An event, and what was found in it.
struct Hits {
    file: Clean,
    program: Program,
    /// What was found, the sessions first.
    found: Vec<Found>,
}

/// Something that was found.
struct Found {
    item: Item,
    /// The part of a text that it was found by, where that is neither title nor name.
    excerpt: Option<Clean>,
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let typed = matches.get_one::<String>("query").map(String::as_str).unwrap_or_default();
    let (query, mistakes) = Query::read(typed);
    for mistake in &mistakes {
        streams.note(&wording::query_mistake(mistake, locale));
    }
    if query.is_empty() {
        if mistakes.is_empty() {
            streams.note(&locale.text(Message::QueryEmpty));
        }
        return Outcome::Failed;
    }
    let mut events = Vec::new();
    for (path, read) in program::open(&open::places(&args::paths(matches))) {
        match read {
            Ok(program) => events.push((Clean::line(&path.to_string_lossy()), program)),
            Err(error) => streams.note(&error.sentence(locale)),
        }
    }
    if events.is_empty() {
        if args::paths(matches).is_empty() {
            streams.note(&format!(
                "{} {}",
                locale.text(Message::NoEvents),
                locale.text(Message::NoEventsHelp)
            ));
        }
        return Outcome::Failed;
    }
    // By date, the earliest first, as the list of events has them.
    events.sort_by_cached_key(|(file, program)| {
        let dates = program.conference.dates;
        (dates.start.or(dates.end).is_none(), dates.start, file.clone())
    });
    let mut unknown: Option<Vec<Mistake>> = None;
    let mut hits = Vec::new();
    for (file, program) in events {
        let (found, mistakes) = find(&query, &program, matches);
        // What one of the events has is no mistake.
        unknown = Some(match unknown {
            None => mistakes,
            Some(known) => in_both(&known, &mistakes),
        });
        hits.push(Hits { file, program, found });
    }
    for mistake in unknown.unwrap_or_default() {
        streams.note(&wording::query_mistake(&mistake, locale));
    }
    let lang = args::lang(matches);
    if args::is_json(matches) {
        streams.answer(&json::text(&answer::Answer::of(typed, &hits, lang.as_ref())));
    } else {
        let own = matches.contains_id("tz").then(|| args::own_clock(matches));
        let page = text::Page { columns: args::width(matches), locale, lang, own };
        streams.answer(&page.write(&hits));
    }
    if hits.iter().all(|event| event.found.is_empty()) {
        streams.note(&locale.quoting(Message::NothingFound, typed));
    }
    Outcome::Fine
}

/// What two events say alike of a query; what was probably meant may be known to one of them alone.
fn in_both(known: &[Mistake], new: &[Mistake]) -> Vec<Mistake> {
    let both = known.iter().filter_map(|known| {
        let new = new.iter().find(|new| new.place == known.place)?;
        let is_without_help = matches!(known.what, Wrong::NoSuch { meant: None, .. });
        Some(if is_without_help { new } else { known }.clone())
    });
    both.collect()
}

/// What a query finds in a program, the sessions first, and what the program does not have.
fn find(query: &Query, program: &Program, matches: &ArgMatches) -> (Vec<Found>, Vec<Mistake>) {
    let Program { conference, index, .. } = program;
    let search = |needles: &[Needle]| find_names(conference, index, needles);
    let of_sessions = |needles: &[Needle]| {
        let mut found = vec![false; conference.sessions.len()];
        for item in search(needles) {
            if let Item::Session(id) = item {
                found[id.index()] = true;
            }
        }
        found
    };
    let (filter, mistakes) = Filter::with_search(query, conference, index, of_sessions);
    let now = filter.needs_clock().then(|| now(program, matches));
    let at = Circumstances { now, standing: &NoPlan };
    let others = |item: &Item| {
        query.conditions.is_empty() && !query.needles.is_empty() && !matches!(item, Item::Session(_))
    };
    let excluded: Vec<Item> =
        query.excluded.iter().flat_map(|needle| search(std::slice::from_ref(needle))).collect();
    // Where no text is looked for, everything is there to hold conditions against.
    let all =
        if query.needles.is_empty() { find_names(conference, index, &[]) } else { search(&query.needles) };
    let mut items: Vec<Item> = all
        .into_iter()
        .filter(|item| match item {
            Item::Session(id) => filter.matches(*id, &at),
            item => others(item) && !excluded.contains(item),
        })
        .collect();
    items.sort_by_key(|item| !matches!(item, Item::Session(_)));
    (items.into_iter().map(|item| Found { item, excerpt: None }).collect(), mistakes)
}

/// What the venue's clock shows.
fn now(program: &Program, matches: &ArgMatches) -> NaiveDateTime {
    let (zone, own) = (program.conference.zone, args::own_clock(matches));
    let now = args::clock(matches, zone, own).now();
    zone.local(now).unwrap_or_else(|| own.local(now))
}
