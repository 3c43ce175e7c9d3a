//! `kurultai plan solve FILE`: prints the best conflict-free part of the plan, and why the rest does not fit.
//! docs/JSON.md describes the JSON.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::plan_context::PlannedSchedule;
use super::{json, rows, show};
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::cli::json::{Scope, priority, session};
use crate::cli::page::TextWriter;
use crate::i18n::Message;
use crate::presenter::Presenter;
use kurultai_schedule::model::{Priority, SessionId};
use kurultai_schedule::plan::{Assignment, ConflictChecker, Rejection, Solution};

pub(super) const COMMAND: Subcommand = Subcommand { name: "solve", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let command = help.command(name, Message::CliPlanSolve, Message::CliPlanSolveExamples);
    command.args([help.file(), help.plan(), help.format(), help.venue_tz()])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    PlannedSchedule::run(matches, context, |plan_context, presenter, streams| {
        let checker = plan_context.conflict_checker();
        let solution = checker.solve();
        if args::is_json(matches) {
            streams.print(&crate::cli::json::text(&answer(plan_context, presenter, &checker, &solution)));
        } else if plan_context.picks.count() > 0 {
            streams.print(&text(presenter, &checker, &solution, args::width(matches)));
        }
        if plan_context.picks.count() == 0 && !plan_context.plan.is_empty() {
            streams.warn(&presenter.locale.text(Message::PlanNothingHere));
        }
    })
}

fn priority_of(checker: &ConflictChecker<'_>, pick: SessionId) -> Priority {
    checker.priority(pick).unwrap_or(Priority::Maybe)
}

fn text(
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
    solution: &Solution,
    columns: usize,
) -> String {
    let mut page = TextWriter::new(columns);
    page.block(&show::title(presenter), &[]);
    let day = |kept: &Assignment| presenter.shown(&presenter.conference.session(kept.session).times).day;
    // Sessions without a day come last.
    let mut kept = solution.kept.clone();
    kept.sort_by_key(|kept| (day(kept).is_none(), day(kept)));
    for kept in kept.chunk_by(|one, other| day(one) == day(other)) {
        page.head(&show::head(presenter, kept.first().and_then(day)));
        for kept in kept {
            let mut row = rows::session(presenter, kept.session, None, priority_of(checker, kept.pick));
            row.others.extend(presenter.other_time_taken(*kept));
            page.row(&row.beginning, &row.first, &row.others);
        }
    }
    for (at, (pick, why)) in solution.left_out.iter().enumerate() {
        if at == 0 {
            page.head(&presenter.word(Message::PlanLeftOut));
        }
        page.block(&presenter.rejection(checker, *pick, why), &[]);
    }
    if !solution.is_exact {
        page.text.push('\n');
        page.block(&presenter.word(Message::SolutionNotExact), &[]);
    }
    page.text
}

fn answer(
    plan_context: &PlannedSchedule,
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
    solution: &Solution,
) -> Value {
    let session = |id| session(Scope::new(presenter), id);
    let kept = |kept: &Assignment| {
        json!({
            "level": priority(priority_of(checker, kept.pick)),
            "session": session(kept.session),
            "instead_of": (kept.pick != kept.session).then(|| session(kept.pick)),
        })
    };
    let left_out = |(pick, why): &(SessionId, Rejection)| {
        let conflicts = if let Rejection::Conflicts(with) = why { &with[..] } else { &[] };
        let conflicts = conflicts.iter().map(|with| json::conflict(presenter, checker, *with, None));
        json!({
            "level": priority(priority_of(checker, *pick)),
            "session": session(*pick),
            "held": *why != Rejection::NotHeld,
            "collisions": conflicts.collect::<Vec<_>>(),
            "text": presenter.rejection(checker, *pick, why),
        })
    };
    json!({
        "file": plan_context.schedule.source.name().as_str(),
        "title": presenter.text(&presenter.conference.title).as_str(),
        "exact": solution.is_exact,
        "kept": solution.kept.iter().map(kept).collect::<Vec<_>>(),
        "left_out": solution.left_out.iter().map(left_out).collect::<Vec<_>>(),
    })
}
