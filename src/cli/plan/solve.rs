//! `kurultai plan solve FILE`: as much of the plan as fits, and why the rest does not. It changes nothing.
//!
//! As JSON the answer is one object:
//!
//! ```json
//! {
//!   "file": "fosdem.xml", "title": "FOSDEM 2025", "exact": true,
//!   "kept": [{ "level": "must", "session": { … }, "instead_of": null }],
//!   "left_out": [{ "level": "maybe", "session": { … }, "held": true, "collisions": [{ … }], "text": "…" }]
//! }
//! ```
//!
//! `session` is where one goes; `instead_of` is what was picked, where another time of it is taken. `held` is `false` of what
//! is cancelled or postponed. `exact` is `false` where not everything was tried. The shapes of the rest are those of `plan show`.

use clap::{ArgMatches, Command};
use serde::Serialize;

use super::mine::Mine;
use super::page::Page;
use super::{json, rows, show};
use crate::cli::args::{self, Words};
use crate::cli::json::{Scope, Session, level};
use crate::cli::{Asked, Outcome, Subcommand};
use crate::locale::Message;
use crate::model::{Level, SessionId};
use crate::plan::{Calendar, Kept, Solution, Why};
use crate::wording::Wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "solve", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let command = words.command(name, Message::CliPlanSolve, Message::CliPlanSolveExamples);
    command.args([words.file(), words.plan(), words.format(), words.venue_tz()])
}

#[derive(Serialize)]
struct Answer {
    file: String,
    title: String,
    exact: bool,
    kept: Vec<KeptPick>,
    left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct KeptPick {
    level: &'static str,
    session: Session,
    instead_of: Option<Session>,
}

#[derive(Serialize)]
struct LeftOut {
    level: &'static str,
    session: Session,
    held: bool,
    collisions: Vec<json::Collision>,
    text: String,
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let Some(mine) = Mine::read(matches, &reader, streams) else { return Outcome::Failed };
    let reading = mine.conference().reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words = mine.words(locale, &reading, matches);
    args::note_unknown_zone(&words, streams);
    let calendar = mine.calendar();
    let solution = calendar.solve();
    if args::is_json(matches) {
        streams.answer(&crate::cli::json::text(&answer(&mine, &words, &calendar, &solution)));
    } else if mine.picks.count() > 0 {
        streams.answer(&text(&words, &calendar, &solution, args::width(matches)));
    }
    if mine.picks.count() == 0 && !mine.plan.is_empty() {
        streams.note(&locale.text(Message::PlanNothingHere));
    }
    mine.note(locale, &reading, streams);
    Outcome::Fine
}

fn wanted(calendar: &Calendar<'_>, pick: SessionId) -> Level {
    calendar.level(pick).unwrap_or(Level::Maybe)
}

fn text(words: &Wording<'_>, calendar: &Calendar<'_>, solution: &Solution, columns: usize) -> String {
    let mut page = Page::new(columns);
    page.block(&show::title(words), &[]);
    let day = |kept: &Kept| words.shown(&words.conference.session(kept.session).times).day;
    // What has a day comes first, in order of time, also where another thing of its day has no time.
    let mut kept = solution.kept.clone();
    kept.sort_by_key(|kept| (day(kept).is_none(), day(kept)));
    for kept in kept.chunk_by(|one, other| day(one) == day(other)) {
        page.head(&show::head(words, kept.first().and_then(day)));
        for kept in kept {
            let mut row = rows::session(words, kept.session, wanted(calendar, kept.pick));
            row.others.extend(words.moved(*kept));
            page.row(&row.beginning, &row.first, &row.others);
        }
    }
    for (at, (pick, why)) in solution.left_out.iter().enumerate() {
        if at == 0 {
            page.head(&words.word(Message::PlanLeftOut));
        }
        page.block(&words.left_out(calendar, *pick, why), &[]);
    }
    if !solution.is_exact {
        page.text.push('\n');
        page.block(&words.word(Message::SolutionNotExact), &[]);
    }
    page.text
}

fn answer(mine: &Mine, words: &Wording<'_>, calendar: &Calendar<'_>, solution: &Solution) -> Answer {
    let session = |id| Session::of(Scope::of(words), id);
    let kept = |kept: &Kept| KeptPick {
        level: level(wanted(calendar, kept.pick)),
        session: session(kept.session),
        instead_of: (kept.pick != kept.session).then(|| session(kept.pick)),
    };
    let left_out = |(pick, why): &(SessionId, Why)| LeftOut {
        level: level(wanted(calendar, *pick)),
        session: session(*pick),
        held: *why != Why::NotHeld,
        collisions: match why {
            Why::Collides(with) => {
                with.iter().map(|with| json::collision(words, calendar, *with, None)).collect()
            }
            Why::NotHeld => Vec::new(),
        },
        text: words.left_out(calendar, *pick, why),
    };
    Answer {
        file: mine.program.source.name().to_string(),
        title: words.text(&words.conference.title).to_string(),
        exact: solution.is_exact,
        kept: solution.kept.iter().map(kept).collect(),
        left_out: solution.left_out.iter().map(left_out).collect(),
    }
}
