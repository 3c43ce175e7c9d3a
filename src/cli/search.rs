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
//!       "hits": [{ "type": "session", "excerpt": null, "picked": "must", … }, { "type": "person", "excerpt": null, "id": "7", "name": "…" }]
//!     }
//!   ]
//! }
//! ```
//!
//! Sessions are as `json::Session` has them, with `picked` before; `person`, `organizer`, `sponsor`, `room`, `track`,
//! `delegation`, `info` and `conference` have `id` and `name`. Those of one kind stand together, the kind of the best first.
//! `excerpt` is the line in which what was looked for stands, `null` where the name has it. These others are hits of texts
//! alone: conditions are about sessions.

mod answer;
mod text;

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::args::{self, Words};
use super::own::Own;
use super::{Asked, Outcome, Subcommand, json, library, source, venue};
use crate::index::{
    Circumstances, Field, Filter, Hit, Item, Marker, Mistake, Query, SearchIndex, Wrong, by_kind, find_names,
};
use crate::locale::Message;
use crate::model::{Moment, Reading};
use crate::program::Program;
use crate::store::Folders;
use crate::text::Clean;
use crate::wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "search", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let query = Arg::new("query").value_name(words.say(Message::CliQueryName));
    // A query may begin with what it excludes.
    let query =
        query.help(words.say(Message::CliQuery)).required(true).display_order(0).allow_hyphen_values(true);
    let command = words.command(name, Message::CliSearch, Message::CliSearchExamples);
    command.args([query, words.places(), words.format(), words.venue_tz()])
}

/// An event, and what was found in it.
struct Searched {
    file: Clean,
    program: Program,
    own: Own,
    /// The best first, those of one kind together.
    hits: Vec<Hit>,
    /// What shows where a text was found; `None` where none was looked for.
    marker: Option<Marker>,
    /// What the program does not have.
    mistakes: Vec<Mistake>,
    needs_plan: bool,
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
    let (paths, folders) = (args::paths(matches), Folders::find());
    // Each is searched by who reads it, several at a time.
    let (mut events, is_fine) = source::open(&paths, locale, streams, |path, mut program| {
        venue::set_quietly(&mut program, path, venue::given(matches), folders.as_ref(), locale);
        program.set_reader(args::own_clock(matches).zone());
        let own = Own::of(folders.as_ref(), &program, path);
        let now = now(&program, matches);
        Searched::new(&query, path, program, own, now)
    });
    if events.is_empty() {
        if paths.is_empty() {
            streams.note(&format!(
                "{} {}",
                locale.text(Message::NoEvents),
                locale.text(Message::NoEventsHelp)
            ));
        }
        return Outcome::Failed;
    }
    // By date, the earliest first, as the list of events has them.
    events.sort_by_cached_key(|event| {
        let dates = event.program.conference.known_dates();
        (dates.start.or(dates.end).is_none(), dates.start, event.file.clone())
    });
    for event in &events {
        library::tell(&event.own.notices, locale, streams);
    }
    // What one of the events has is no mistake.
    let unknown = events.iter().map(|event| event.mistakes.clone());
    for mistake in unknown.reduce(|known, new| in_both(&known, &new)).unwrap_or_default() {
        streams.note(&wording::query_mistake(&mistake, locale));
    }
    let asks_for_plan = events.iter().any(|event| event.needs_plan);
    if asks_for_plan && events.iter().all(|event| event.own.plan.is_empty()) {
        streams.note(&locale.text(Message::QueryNoPlan));
    }
    let (lang, own) = (args::lang(matches), args::asked_clock(matches));
    if args::is_json(matches) {
        streams.answer(&json::text(&answer::Answer::of(typed, &events, lang.as_ref(), own)));
    } else {
        let page = text::Page { columns: args::width(matches), locale, lang, clocks: args::clocks(matches) };
        streams.answer(&page.write(&events));
    }
    if events.iter().all(|event| event.hits.is_empty()) {
        streams.note(&locale.quoting(Message::NothingFound, typed));
    }
    if is_fine { Outcome::Fine } else { Outcome::Failed }
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

impl Searched {
    /// Looks for something in a program that was read from a path.
    fn new(query: &Query, path: &Path, program: Program, own: Own, now: Moment) -> Self {
        let Program { conference, index, .. } = &program;
        // What is looked for in texts is what the search is for.
        let conditions = Query { needles: Vec::new(), ..query.clone() };
        let (filter, mistakes) = Filter::new(&conditions, conference, index);
        let at = Circumstances { now: Some(now), standing: &own.planned };
        let search = (!query.needles.is_empty()).then(|| SearchIndex::new(conference, index));
        let hits = match &search {
            Some(search) => search.find(&query.needles),
            None => in_order(&program),
        };
        let excluded: Vec<Item> = query
            .excluded
            .iter()
            .flat_map(|needle| find_names(conference, index, std::slice::from_ref(needle)))
            .collect();
        let fits = |hit: &Hit| match hit.item {
            Item::Session(id) => filter.matches(id, &at),
            // A condition says something of sessions alone.
            item => query.conditions.is_empty() && !excluded.contains(&item),
        };
        let hits = by_kind(hits.into_iter().filter(fits).collect());
        let marker = search.map(|search| search.marker(&query.needles));
        let needs_plan = filter.needs_plan();
        let file = Clean::line(&path.to_string_lossy());
        Self { file, program, own, hits, marker, mistakes, needs_plan }
    }

    /// The line of at most so many columns in which what was looked for stands, where the name does not have it.
    fn excerpt(&self, hit: &Hit, reading: &Reading, columns: usize) -> Option<String> {
        let marker = self.marker.as_ref().filter(|_| hit.farthest > Field::Name)?;
        marker.line(&self.program.conference, hit.item, reading, columns)
    }
}

/// All sessions, in order of time.
fn in_order(program: &Program) -> Vec<Hit> {
    let hit = |id| Hit { item: Item::Session(id), field: Field::Name, farthest: Field::Name };
    let days = program.index.days().iter();
    days.flat_map(|day| day.timed.iter().chain(&day.untimed)).map(|id| hit(*id)).collect()
}

/// What the venue's clock shows.
fn now(program: &Program, matches: &ArgMatches) -> Moment {
    let (zone, own) = (program.conference.zone, args::own_clock(matches));
    Moment::of(args::clock(matches, zone, own).now(), zone, own)
}
