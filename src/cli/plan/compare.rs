//! `kurultai plan compare PLAN [PLAN] [--in FILE]`: what two people picked, in common and apart.
//!
//! As JSON the answer is one object:
//!
//! ```json
//! {
//!   "first": "anna.toml", "second": "ben.toml",
//!   "both": [{ "session": { … }, "gone": false, "first": "must", "second": "maybe" }],
//!   "only_first": [{ "session": { … }, "gone": false, "level": "must" }],
//!   "only_second": []
//! }
//! ```
//!
//! Sessions are as `json::Session` has them; `gone` says whether the program does not have it any more, and is `null`
//! where no program is named. The user's own plan is called `null`.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::Serialize;

use super::file;
use super::mine;
use super::page::Page;
use super::rows;
use crate::cli::args::{self, Words};
use crate::cli::json::{Scope, Session, level};
use crate::cli::source;
use crate::cli::streams::Streams;
use crate::cli::{Asked, Outcome, Subcommand};
use crate::index::Index;
use crate::locale::{Locale, Message};
use crate::model::{Conference, Level, Plan, Remembered, SessionId, Texts};
use crate::plan::{Comparison, Followed, Picks, compare, compare_in_program};
use crate::program::Program;
use crate::text::Clean;
use crate::wording::Wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "compare", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let plans = Arg::new("plans").value_name(words.say(Message::CliPlanName));
    let plans = plans.help(words.say(Message::CliPlanCompared)).required(true);
    let plans = plans.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(1..=2);
    let program = words.option("in", Message::CliFileName, Message::CliPlanIn);
    let program = program.value_parser(value_parser!(PathBuf));
    let command = words.command(name, Message::CliPlanCompare, Message::CliPlanCompareExamples);
    command.args([plans, program, words.format()])
}

/// A session that somebody picked: by what it is known now, or was where the program does not have it.
struct Picked {
    session: Remembered,
    /// Which session of the program it is.
    id: Option<SessionId>,
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let program = match matches.get_one::<PathBuf>("in") {
        Some(path) => match source::read_program(path, &reader, streams) {
            Some(program) => Some((path, program)),
            None => return Outcome::Failed,
        },
        None => None,
    };
    let paths: Vec<&PathBuf> = matches.get_many("plans").into_iter().flatten().collect();
    let own = program.as_ref().filter(|_| paths.len() < 2);
    if paths.len() < 2 && own.is_none() {
        streams.note(&reader.text(Message::PlanCompareOne));
        return Outcome::Failed;
    }
    let Some([first, second]) = plans(&paths, own, &reader, streams) else { return Outcome::Failed };
    let names = match paths[..] {
        [first, second] => [Some(name(first)), Some(name(second))],
        _ => [None, paths.first().map(|path| name(path))],
    };
    let has_program = program.is_some();
    let (conference, index) =
        program.map_or_else(nothing, |(_, Program { conference, index, .. })| (conference, index));
    let comparison = compared(&first, &second, &conference);
    let reading = conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words = mine::words(&conference, &index, locale, &reading, matches);
    if has_program {
        args::note_unknown_zone(&words, streams);
    }
    if args::is_json(matches) {
        streams.answer(&crate::cli::json::text(&answer(&words, &names, &comparison, has_program)));
    } else {
        let columns = args::width(matches);
        streams.answer(&text(&words, &names, &comparison, has_program, columns));
    }
    if comparison.both.is_empty() && comparison.only_first.is_empty() && comparison.only_second.is_empty() {
        streams.note(&locale.text(Message::PlanCompareEmpty));
    }
    Outcome::Fine
}

fn name(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}

/// Both plans, the user's own first where only one is named.
fn plans(
    paths: &[&PathBuf],
    own: Option<&(&PathBuf, Program)>,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<[Plan; 2]> {
    let own = match own {
        Some((path, program)) => Some(mine::own_plan(program, path, locale, streams)?),
        None => None,
    };
    let named: Vec<Plan> = paths.iter().filter_map(|path| file::plan(path, locale, streams)).collect();
    own.into_iter().chain(named).collect::<Vec<_>>().try_into().ok()
}

/// A program of which nothing is known.
fn nothing() -> (Conference, Index) {
    let conference = Conference::new(Texts::plain(Clean::default()));
    let index = Index::new(&conference);
    (conference, index)
}

/// What is in both plans and in one alone: by session of the program, and what the program does not have by name, after it.
fn compared(first: &Plan, second: &Plan, conference: &Conference) -> Comparison<Picked> {
    let followed = Followed::new(conference);
    let picks = [first, second].map(|plan| Picks::with(plan, conference, &followed));
    let gone = |plan: &Plan, picks: &Picks| Plan {
        picks: picks.gone().map(|at| plan.picks[at].clone()).collect(),
        ..Plan::default()
    };
    let here = compare_in_program(&picks[0], &picks[1]);
    let gone = compare(&gone(first, &picks[0]), &gone(second, &picks[1]));
    let of_program = |id: SessionId| Picked { session: conference.remember(id), id: Some(id) };
    let of_gone = |session: Remembered| Picked { session, id: None };
    let one = |here: Vec<(SessionId, Level)>, gone: Vec<(Remembered, Level)>| {
        let here = here.into_iter().map(|(id, level)| (of_program(id), level));
        here.chain(gone.into_iter().map(|(session, level)| (of_gone(session), level))).collect()
    };
    let both = here.both.into_iter().map(|(id, first, second)| (of_program(id), first, second));
    let both_gone = gone.both.into_iter().map(|(session, first, second)| (of_gone(session), first, second));
    Comparison {
        both: both.chain(both_gone).collect(),
        only_first: one(here.only_first, gone.only_first),
        only_second: one(here.only_second, gone.only_second),
    }
}

fn text(
    words: &Wording<'_>,
    names: &[Option<Clean>; 2],
    comparison: &Comparison<Picked>,
    has_program: bool,
    columns: usize,
) -> String {
    let mut page = Page::new(columns);
    let line = |picked: &Picked, levels: &[Level]| {
        let session = &picked.session;
        let (when, title) = match picked.id {
            Some(id) => {
                let session = words.conference.session(id);
                (words.when(&session.times), words.title(session))
            }
            None => (words.when(&rows::times(session)), rows::title(words.locale, session)),
        };
        let levels = levels.iter().map(|level| {
            let (sign, word) = rows::level(words, *level);
            format!("{sign} {word}")
        });
        let levels = levels.collect::<Vec<_>>().join(" / ");
        let gone = (has_program && picked.id.is_none()).then(|| words.word(Message::PlanGoneMark));
        when.into_iter().chain([title, levels]).chain(gone).collect::<Vec<_>>().join(" · ")
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
        let levels = [*first, *second];
        line(picked, if first == second { &levels[..1] } else { &levels })
    });
    list(words.word(Message::PlanInBoth), both.collect());
    for (name, only) in names.iter().zip([&comparison.only_first, &comparison.only_second]) {
        let head = match name {
            Some(name) => words.locale.quoting(Message::PlanOnlyIn, name),
            None => words.word(Message::PlanOnlyInMine),
        };
        list(head, only.iter().map(|(picked, level)| line(picked, &[*level])).collect());
    }
    page.text
}

#[derive(Serialize)]
struct Answer<'a> {
    first: Option<&'a str>,
    second: Option<&'a str>,
    both: Vec<Both>,
    only_first: Vec<Only>,
    only_second: Vec<Only>,
}

#[derive(Serialize)]
struct Both {
    session: Session,
    gone: Option<bool>,
    first: &'static str,
    second: &'static str,
}

#[derive(Serialize)]
struct Only {
    session: Session,
    gone: Option<bool>,
    level: &'static str,
}

fn answer<'a>(
    words: &Wording<'_>,
    names: &'a [Option<Clean>; 2],
    comparison: &Comparison<Picked>,
    has_program: bool,
) -> Answer<'a> {
    let gone = |picked: &Picked| has_program.then_some(picked.id.is_none());
    let session = |picked: &Picked| match picked.id {
        Some(id) => Session::of(Scope::of(words), id),
        None => Session::remembered(Scope::of(words), &picked.session),
    };
    let only = |only: &[(Picked, Level)]| {
        let only = only.iter().map(|(picked, wanted)| Only {
            session: session(picked),
            gone: gone(picked),
            level: level(*wanted),
        });
        only.collect()
    };
    let both = comparison.both.iter().map(|(picked, first, second)| Both {
        session: session(picked),
        gone: gone(picked),
        first: level(*first),
        second: level(*second),
    });
    let [first, second] = names.each_ref().map(|name| name.as_ref().map(Clean::as_str));
    Answer {
        first,
        second,
        both: both.collect(),
        only_first: only(&comparison.only_first),
        only_second: only(&comparison.only_second),
    }
}
