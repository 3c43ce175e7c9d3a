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

use super::args::{self, HelpText};
use super::user_plan::UserPlan;
use super::{CommandContext, Outcome, Subcommand, json, library, source, venue};
use crate::i18n::Message;
use crate::index::{
    EntityRef, EvalContext, Field, Filter, Highlighter, Hit, Query, QueryError, QueryErrorKind, SearchIndex,
    find_names, group_by_kind,
};
use crate::model::{LanguagePreference, Moment};
use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::store::Folders;
use crate::text::SafeText;

pub(super) const COMMAND: Subcommand = Subcommand { name: "search", command: describe, run };

fn describe(name: &'static str, words: HelpText<'_>) -> Command {
    let query = Arg::new("query").value_name(words.say(Message::CliQueryName));
    // A query may begin with what it excludes.
    let query =
        query.help(words.say(Message::CliQuery)).required(true).display_order(0).allow_hyphen_values(true);
    let command = words.command(name, Message::CliSearch, Message::CliSearchExamples);
    command.args([query, words.places(), words.format(), words.venue_tz()])
}

/// An event, and what was found in it.
struct Searched {
    file: SafeText,
    schedule: LoadedSchedule,
    own: UserPlan,
    /// The best first, those of one kind together.
    hits: Vec<Hit>,
    /// What shows where a text was found; `None` where none was looked for.
    marker: Option<Highlighter>,
    /// What the program does not have.
    mistakes: Vec<QueryError>,
    needs_plan: bool,
}

fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let CommandContext { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let typed = matches.get_one::<String>("query").map(String::as_str).unwrap_or_default();
    let (query, mistakes) = Query::read(typed);
    for mistake in &mistakes {
        streams.warn(&presenter::query_mistake(mistake, locale));
    }
    if query.is_empty() {
        if mistakes.is_empty() {
            streams.warn(&locale.text(Message::QueryEmpty));
        }
        return Outcome::Failed;
    }
    let (paths, folders) = (args::paths(matches), Folders::find());
    // Each is searched by who reads it, several at a time.
    let (mut events, is_fine) = source::open(&paths, locale, streams, |path, mut schedule| {
        venue::set_quietly(&mut schedule, path, venue::given(matches), folders.as_ref(), locale);
        schedule.set_reader(args::own_clock(matches).zone());
        let own = UserPlan::of(folders.as_ref(), &schedule, path);
        let now = now(&schedule, matches);
        Searched::new(&query, path, schedule, own, now)
    });
    if events.is_empty() {
        if paths.is_empty() {
            streams.warn(&format!(
                "{} {}",
                locale.text(Message::NoEvents),
                locale.text(Message::NoEventsHelp)
            ));
        }
        return Outcome::Failed;
    }
    // By date, the earliest first, as the list of events has them.
    events.sort_by_cached_key(|event| {
        let dates = event.schedule.conference.known_dates();
        (dates.start.or(dates.end).is_none(), dates.start, event.file.clone())
    });
    for event in &events {
        library::tell(&event.own.notices, locale, streams);
    }
    // What one of the events has is no mistake.
    let unknown = events.iter().map(|event| event.mistakes.clone());
    for mistake in unknown.reduce(|known, new| in_both(&known, &new)).unwrap_or_default() {
        streams.warn(&presenter::query_mistake(&mistake, locale));
    }
    let asks_for_plan = events.iter().any(|event| event.needs_plan);
    if asks_for_plan && events.iter().all(|event| event.own.plan.is_empty()) {
        streams.warn(&locale.text(Message::QueryNoPlan));
    }
    let (lang, own) = (args::lang(matches), args::asked_clock(matches));
    if args::is_json(matches) {
        streams.print(&json::text(&answer::answer(typed, &events, lang.as_ref(), own)));
    } else {
        let page =
            text::TextWriter { columns: args::width(matches), locale, lang, clocks: args::clocks(matches) };
        streams.print(&page.write(&events));
    }
    if events.iter().all(|event| event.hits.is_empty()) {
        streams.warn(&locale.quoting(Message::NothingFound, typed));
    }
    if is_fine { Outcome::Ok } else { Outcome::Failed }
}

/// What two events say alike of a query; what was probably meant may be known to one of them alone.
fn in_both(known: &[QueryError], new: &[QueryError]) -> Vec<QueryError> {
    let both = known.iter().filter_map(|known| {
        let new = new.iter().find(|new| new.place == known.place)?;
        let is_without_help = matches!(known.what, QueryErrorKind::NoSuch { meant: None, .. });
        Some(if is_without_help { new } else { known }.clone())
    });
    both.collect()
}

impl Searched {
    /// Looks for something in a program that was read from a path.
    fn new(query: &Query, path: &Path, schedule: LoadedSchedule, own: UserPlan, now: Moment) -> Self {
        let LoadedSchedule { conference, index, .. } = &schedule;
        // What is looked for in texts is what the search is for.
        let conditions = Query { needles: Vec::new(), ..query.clone() };
        let (filter, mistakes) = Filter::new(&conditions, conference, index);
        let at = EvalContext { now: Some(now), standing: &own.planned };
        let search = (!query.needles.is_empty()).then(|| SearchIndex::new(conference, index));
        let hits = match &search {
            Some(search) => search.find(&query.needles),
            None => in_order(&schedule),
        };
        let excluded: Vec<EntityRef> = query
            .excluded
            .iter()
            .flat_map(|needle| find_names(conference, index, std::slice::from_ref(needle)))
            .collect();
        let fits = |hit: &Hit| match hit.item {
            EntityRef::Session(id) => filter.matches(id, &at),
            // A condition says something of sessions alone.
            item => query.conditions.is_empty() && !excluded.contains(&item),
        };
        let hits = group_by_kind(hits.into_iter().filter(fits).collect());
        let marker = search.map(|search| search.marker(&query.needles));
        let needs_plan = filter.needs_plan();
        let file = SafeText::line(&path.to_string_lossy());
        Self { file, schedule, own, hits, marker, mistakes, needs_plan }
    }

    /// The line of at most so many columns in which what was looked for stands, where the name does not have it.
    fn excerpt(&self, hit: &Hit, reading: &LanguagePreference, columns: usize) -> Option<String> {
        let marker = self.marker.as_ref().filter(|_| hit.farthest > Field::Name)?;
        marker.line(&self.schedule.conference, hit.item, reading, columns)
    }
}

/// All sessions, in order of time.
fn in_order(schedule: &LoadedSchedule) -> Vec<Hit> {
    let hit = |id| Hit { item: EntityRef::Session(id), field: Field::Name, farthest: Field::Name };
    let days = schedule.index.days().iter();
    days.flat_map(|day| day.timed.iter().chain(&day.untimed)).map(|id| hit(*id)).collect()
}

/// What the venue's clock shows.
fn now(schedule: &LoadedSchedule, matches: &ArgMatches) -> Moment {
    let (zone, own) = (schedule.conference.zone, args::own_clock(matches));
    Moment::of(args::clock(matches, zone, own).now(), zone, own)
}
