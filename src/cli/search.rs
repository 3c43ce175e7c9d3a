//! `kurultai search QUERY [FILE]…`: searches one event or many. docs/JSON.md describes the JSON.

mod answer;
mod searched;
mod text;

use clap::{Arg, ArgMatches, Command};

use self::searched::Searched;
use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::user_plan::UserPlan;
use super::{json, library, source, venue};
use crate::i18n::Message;
use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::store::Folders;
use kurultai_schedule::index::{Query, QueryError, QueryErrorKind};
use kurultai_schedule::model::Moment;

pub(super) const COMMAND: Subcommand = Subcommand { name: "search", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let query = Arg::new("query").value_name(help.text(Message::CliQueryName));
    // A query may begin with `-`.
    let query =
        query.help(help.text(Message::CliQuery)).required(true).display_order(0).allow_hyphen_values(true);
    let command = help.command(name, Message::CliSearch, Message::CliSearchExamples);
    command.args([query, help.places(), help.format(), help.venue_tz()])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
    let typed = matches.get_one::<String>("query").map(String::as_str).unwrap_or_default();
    let (query, mistakes) = Query::read(typed);
    for mistake in &mistakes {
        streams.warn(&presenter::query_error(mistake, locale));
    }
    if query.is_empty() {
        if mistakes.is_empty() {
            streams.warn(&locale.text(Message::QueryEmpty));
        }
        return Outcome::Failed;
    }
    let (paths, folders) = (args::paths(matches), Folders::find());
    // Searching runs on the threads that read the files.
    let (mut events, is_fine) = source::open(&paths, locale, streams, |path, mut schedule| {
        venue::set_quietly(&mut schedule, path, venue::requested(matches), folders.as_ref(), locale);
        schedule.set_viewer_zone(args::viewer_zone(matches).zone());
        let own = UserPlan::load(folders.as_ref(), &schedule, path);
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
    // Sort like the event list.
    events.sort_by_cached_key(|event| {
        let dates = event.schedule.conference.known_dates();
        (dates.start.or(dates.end).is_none(), dates.start, event.file.clone())
    });
    for event in &events {
        library::warn_all(&event.own.notices, locale, streams);
    }
    // Values that any event has are not errors.
    let unknown = events.iter().map(|event| event.mistakes.clone());
    for mistake in unknown.reduce(|known, new| errors_in_both(&known, &new)).unwrap_or_default() {
        streams.warn(&presenter::query_error(&mistake, locale));
    }
    let asks_for_plan = events.iter().any(|event| event.needs_plan);
    if asks_for_plan && events.iter().all(|event| event.own.plan.is_empty()) {
        streams.warn(&locale.text(Message::QueryNoPlan));
    }
    let (lang, own) = (args::lang(matches), args::requested_zone(matches));
    if args::is_json(matches) {
        streams.print(&json::text(&answer::answer(typed, &events, lang.as_ref(), own)));
    } else {
        let page =
            text::HitWriter { columns: args::width(matches), locale, lang, clocks: args::clocks(matches) };
        streams.print(&page.write(&events));
    }
    if events.iter().all(|event| event.hits.is_empty()) {
        streams.warn(&locale.quoting(Message::NothingFound, typed));
    }
    if is_fine { Outcome::Ok } else { Outcome::Failed }
}

/// Returns the errors in both lists, with a suggestion if either has one.
fn errors_in_both(known: &[QueryError], new: &[QueryError]) -> Vec<QueryError> {
    let both = known.iter().filter_map(|known| {
        let new = new.iter().find(|new| new.place == known.place)?;
        let is_without_help = matches!(known.what, QueryErrorKind::NoSuch { meant: None, .. });
        Some(if is_without_help { new } else { known }.clone())
    });
    both.collect()
}

fn now(schedule: &LoadedSchedule, matches: &ArgMatches) -> Moment {
    let (zone, own) = (schedule.conference.zone, args::viewer_zone(matches));
    Moment::at_instant(args::clock(matches, zone, own).now(), zone, own)
}
