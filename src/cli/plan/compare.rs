//! `kurultai plan compare PLAN [PLAN] [--in FILE]`: compares two plans. docs/JSON.md describes the JSON.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::file;
use super::plan_context;
use super::rows;
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::cli::json::{Scope, joined, priority, session, snapshot};
use crate::cli::page::TextWriter;
use crate::cli::source;
use crate::cli::streams::Streams;
use crate::i18n::{Locale, Message};
use crate::presenter::Presenter;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index::Index;
use kurultai_schedule::model::{Conference, LocalizedText, Plan, Priority, SessionId, SessionSnapshot};
use kurultai_schedule::plan::{Comparison, ResolvedPlan, SessionMatcher, compare, compare_in_schedule};
use kurultai_schedule::text::SafeText;

pub(super) const COMMAND: Subcommand = Subcommand { name: "compare", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let plans = Arg::new("plans").value_name(help.text(Message::CliPlanName));
    let plans = plans.help(help.text(Message::CliPlanCompared)).required(true);
    let plans = plans.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(1..=2);
    let schedule = help.option("in", Message::CliFileName, Message::CliPlanIn);
    let schedule = schedule.value_parser(value_parser!(PathBuf));
    let command = help.command(name, Message::CliPlanCompare, Message::CliPlanCompareExamples);
    command.args([plans, schedule, help.format()])
}

/// A pick of either plan.
struct Picked {
    session: SessionSnapshot,
    /// The session, if it is in the schedule.
    id: Option<SessionId>,
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let schedule = match matches.get_one::<PathBuf>("in") {
        Some(path) => match source::read_schedule(path, &user_locale, streams) {
            Some(schedule) => Some((path, schedule)),
            None => return Outcome::Failed,
        },
        None => None,
    };
    let paths: Vec<&PathBuf> = matches.get_many("plans").into_iter().flatten().collect();
    let own = schedule.as_ref().filter(|_| paths.len() < 2);
    if paths.len() < 2 && own.is_none() {
        streams.warn(&user_locale.text(Message::PlanCompareOne));
        return Outcome::Failed;
    }
    let Some([first, second]) = plans(&paths, own, &user_locale, streams) else { return Outcome::Failed };
    let names = match paths[..] {
        [first, second] => [Some(name(first)), Some(name(second))],
        _ => [None, paths.first().map(|path| name(path))],
    };
    let has_schedule = schedule.is_some();
    let (conference, index) = schedule
        .map_or_else(empty_schedule, |(_, LoadedSchedule { conference, index, .. })| (conference, index));
    let comparison = compared(&first, &second, &conference);
    let reading = conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), user_locale);
    let presenter = plan_context::presenter(&conference, &index, locale, &reading, matches);
    if has_schedule {
        args::warn_unknown_zone(&presenter, streams);
    }
    if args::is_json(matches) {
        streams.print(&crate::cli::json::text(&answer(&presenter, &names, &comparison, has_schedule)));
    } else {
        let columns = args::width(matches);
        streams.print(&text(&presenter, &names, &comparison, has_schedule, columns));
    }
    if comparison.both.is_empty() && comparison.only_first.is_empty() && comparison.only_second.is_empty() {
        streams.warn(&locale.text(Message::PlanCompareEmpty));
    }
    Outcome::Ok
}

fn name(path: &Path) -> SafeText {
    SafeText::line(&path.to_string_lossy())
}

/// Reads the two plans to compare. A single argument is compared with the user's own plan.
fn plans(
    paths: &[&PathBuf],
    own: Option<&(&PathBuf, LoadedSchedule)>,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<[Plan; 2]> {
    let own = match own {
        Some((path, schedule)) => Some(plan_context::own_plan(schedule, path, locale, streams)?),
        None => None,
    };
    let named: Vec<Plan> = paths.iter().filter_map(|path| file::plan(path, locale, streams)).collect();
    own.into_iter().chain(named).collect::<Vec<_>>().try_into().ok()
}

/// An empty schedule.
fn empty_schedule() -> (Conference, Index) {
    let conference = Conference::new(LocalizedText::untagged(SafeText::default()));
    let index = Index::new(&conference);
    (conference, index)
}

/// Compares picks by session. Picks missing from the schedule are compared by name.
fn compared(first: &Plan, second: &Plan, conference: &Conference) -> Comparison<Picked> {
    let followed = SessionMatcher::new(conference);
    let picks = [first, second].map(|plan| ResolvedPlan::with(plan, conference, &followed));
    let gone = |plan: &Plan, picks: &ResolvedPlan| Plan {
        picks: picks.missing().map(|at| plan.picks[at].clone()).collect(),
        ..Plan::default()
    };
    let here = compare_in_schedule(&picks[0], &picks[1]);
    let gone = compare(&gone(first, &picks[0]), &gone(second, &picks[1]));
    let of_schedule = |id: SessionId| Picked { session: conference.snapshot(id), id: Some(id) };
    let of_gone = |session: SessionSnapshot| Picked { session, id: None };
    let one = |here: Vec<(SessionId, Priority)>, gone: Vec<(SessionSnapshot, Priority)>| {
        let here = here.into_iter().map(|(id, priority)| (of_schedule(id), priority));
        here.chain(gone.into_iter().map(|(session, priority)| (of_gone(session), priority))).collect()
    };
    let both = here.both.into_iter().map(|(id, first, second)| (of_schedule(id), first, second));
    let both_gone = gone.both.into_iter().map(|(session, first, second)| (of_gone(session), first, second));
    Comparison {
        both: both.chain(both_gone).collect(),
        only_first: one(here.only_first, gone.only_first),
        only_second: one(here.only_second, gone.only_second),
    }
}

fn text(
    presenter: &Presenter<'_>,
    names: &[Option<SafeText>; 2],
    comparison: &Comparison<Picked>,
    has_schedule: bool,
    columns: usize,
) -> String {
    let mut page = TextWriter::new(columns);
    let line = |picked: &Picked, priorities: &[Priority]| {
        let session = &picked.session;
        let (when, title) = match picked.id {
            Some(id) => {
                let session = presenter.conference.session(id);
                (presenter.when(&session.times), presenter.title(session))
            }
            None => (presenter.when(&rows::snapshot_times(session)), rows::title(presenter.locale, session)),
        };
        let priorities = priorities.iter().map(|priority| {
            let (sign, word) = rows::priority(presenter, *priority);
            format!("{sign} {word}")
        });
        let priorities = priorities.collect::<Vec<_>>().join(" / ");
        let gone = (has_schedule && picked.id.is_none()).then(|| presenter.word(Message::PlanGoneMark));
        when.into_iter().chain([title, priorities]).chain(gone).collect::<Vec<_>>().join(" · ")
    };
    let mut list = |head: String, lines: Vec<String>| {
        for (at, line) in lines.iter().enumerate() {
            if at == 0 {
                page.head(&head);
            }
            page.block(line, &[]);
        }
    };
    let both = comparison.both.iter().map(|(picked, first, second)| {
        let priorities = [*first, *second];
        line(picked, if first == second { &priorities[..1] } else { &priorities })
    });
    list(presenter.word(Message::PlanInBoth), both.collect());
    for (name, only) in names.iter().zip([&comparison.only_first, &comparison.only_second]) {
        let head = match name {
            Some(name) => presenter.locale.quoting(Message::PlanOnlyIn, name),
            None => presenter.word(Message::PlanOnlyInMine),
        };
        list(head, only.iter().map(|(picked, priority)| line(picked, &[*priority])).collect());
    }
    page.text
}

fn answer(
    presenter: &Presenter<'_>,
    names: &[Option<SafeText>; 2],
    comparison: &Comparison<Picked>,
    has_schedule: bool,
) -> Value {
    let session = |picked: &Picked, priorities: Value| {
        let session = match picked.id {
            Some(id) => session(Scope::new(presenter), id),
            None => snapshot(Scope::new(presenter), &picked.session),
        };
        let gone = has_schedule.then_some(picked.id.is_none());
        joined(json!({ "session": session, "gone": gone }), priorities)
    };
    let only = |only: &[(Picked, Priority)]| -> Value {
        only.iter().map(|(picked, wanted)| session(picked, json!({ "level": priority(*wanted) }))).collect()
    };
    let both: Value = comparison
        .both
        .iter()
        .map(|(picked, first, second)| {
            session(picked, json!({ "first": priority(*first), "second": priority(*second) }))
        })
        .collect();
    let [first, second] = names.each_ref().map(Option::as_deref);
    json!({
        "first": first,
        "second": second,
        "both": both,
        "only_first": only(&comparison.only_first),
        "only_second": only(&comparison.only_second),
    })
}
