//! `kurultai plan show [FILE]`: prints the plan by days, with conflicts and advice.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::plan_context::PlannedSchedule;
use super::{json, list, rows};
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::cli::page::TextWriter;
use crate::i18n::{Message, MessageArg};
use crate::presenter::Presenter;
use kurultai_schedule::model::{HiddenItem, SessionId};
use kurultai_schedule::plan::{Advice, Conflict, ConflictChecker, PlanDay, Row};

pub(super) const COMMAND: Subcommand = Subcommand { name: "show", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let file = help.file().required(false).help(help.text(Message::CliPlanFile));
    let plan = help.plan().requires("file");
    let command = help.command(name, Message::CliPlanShow, Message::CliPlanShowExamples);
    command.args([file, plan, help.format(), help.venue_tz()])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    if !matches.contains_id("file") {
        return list::run(matches, context);
    }
    PlannedSchedule::run(matches, context, |plan_context, presenter, streams| {
        let checker = plan_context.conflict_checker();
        if args::is_json(matches) {
            streams.print(&crate::cli::json::text(&json::plan(plan_context, presenter, &checker)));
        } else if !plan_context.plan.is_empty() {
            let mut page = TextWriter::new(args::width(matches));
            page.block(&title(presenter), &[]);
            for day in by_date(presenter, &checker) {
                self::day(plan_context, presenter, &checker, &day, &mut page);
            }
            gone(plan_context, presenter, &mut page);
            other_notes(plan_context, presenter, &mut page);
            hidden(plan_context, presenter, &mut page);
            streams.print(&page.text);
        }
    })
}

/// Returns the title of the schedule, with the time zone if it is not the venue's.
pub(super) fn title(presenter: &Presenter<'_>) -> String {
    let title = presenter.text(&presenter.conference.title).to_string();
    [title].into_iter().chain(presenter.other_clock()).collect::<Vec<_>>().join(" · ")
}

/// Regroups the plan by date in the time zone of the output.
fn by_date(presenter: &Presenter<'_>, checker: &ConflictChecker<'_>) -> Vec<PlanDay> {
    let of_session = |id: SessionId| presenter.shown(&presenter.conference.session(id).times).day;
    if presenter.clocks.is_none() {
        return checker.days();
    }
    let mut days: Vec<PlanDay> = Vec::new();
    for PlanDay { date, ongoing, rows, untimed } in checker.days() {
        if !ongoing.is_empty() {
            on_date(&mut days, date).ongoing.extend(ongoing);
        }
        for row in rows {
            let date = match &row {
                Row::Session(id, _) => of_session(*id),
                Row::Busy(at) => checker.busy(*at).map(|busy| presenter.moment(busy.start).date()).or(date),
                Row::Free { from, .. } => Some(presenter.moment(*from).date()),
            };
            on_date(&mut days, date).rows.push(row);
        }
        if !untimed.is_empty() {
            on_date(&mut days, date).untimed.extend(untimed);
        }
    }
    days
}

/// Returns the day with this date, adding it if necessary.
fn on_date(days: &mut Vec<PlanDay>, date: Option<NaiveDate>) -> &mut PlanDay {
    let at = days.iter().position(|day| day.date == date).unwrap_or_else(|| {
        days.push(PlanDay { date, ..PlanDay::default() });
        days.len() - 1
    });
    &mut days[at]
}

fn day(
    plan_context: &PlannedSchedule,
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
    day: &PlanDay,
    page: &mut TextWriter,
) {
    page.head(&head(presenter, day.date));
    for id in &day.ongoing {
        session(plan_context, presenter, checker, (*id, day.date), &[], page);
    }
    for row in &day.rows {
        match row {
            Row::Session(id, conflicts) => {
                session(plan_context, presenter, checker, (*id, day.date), conflicts, page);
            }
            Row::Busy(at) => {
                if let Some(busy) = checker.busy(*at) {
                    let (beginning, first) = rows::busy(presenter, busy);
                    page.row(&beginning, &first, &[]);
                }
            }
            Row::Free { from, to } => {
                let times = [from, to].map(|moment| presenter.locale.time(presenter.moment(*moment).time()));
                // Between sessions in unknown time zones, free times are meaningless.
                let is_on_one = presenter.clocks.is_some() || !presenter.index.has_several_clocks();
                let times = if is_on_one { format!("{}  ", times.join("–")) } else { String::new() };
                page.row(&times, &presenter.free_time(*from, *to), &[]);
            }
        }
    }
    for id in &day.untimed {
        session(plan_context, presenter, checker, (*id, day.date), &[], page);
    }
}

/// Returns the heading of a day.
pub(super) fn head(presenter: &Presenter<'_>, day: Option<NaiveDate>) -> String {
    day.map_or_else(|| presenter.word(Message::DayNotAnnounced), |day| presenter.locale.weekday_day(day))
}

fn session(
    plan_context: &PlannedSchedule,
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
    (id, day): (SessionId, Option<NaiveDate>),
    conflicts: &[(Conflict, Advice)],
    page: &mut TextWriter,
) {
    let Some(priority) = checker.priority(id) else { return };
    let mut row = rows::session(presenter, id, day, priority);
    let texts = |(conflict, advice): &(Conflict, Advice)| {
        format!("! {}: {}", presenter.conflict(checker, *conflict), presenter.advice(*advice))
    };
    row.others.extend(conflicts.iter().map(texts));
    row.others.extend(plan_context.picks.note(id).map(|note| rows::note(presenter, note)));
    page.row(&row.beginning, &row.first, &row.others);
}

/// Writes the picks that are missing from the schedule.
fn gone(plan_context: &PlannedSchedule, presenter: &Presenter<'_>, page: &mut TextWriter) {
    for (at, place) in plan_context.picks.missing().enumerate() {
        if at == 0 {
            page.head(&presenter.word(Message::PlanGone));
        }
        let pick = &plan_context.plan.picks[place];
        let mut row = rows::missing(presenter, &pick.session, pick.priority);
        row.others.extend(plan_context.notes_of_gone(place).map(|note| rows::note(presenter, &note.text)));
        page.row(&row.beginning, &row.first, &row.others);
    }
}

fn other_notes(plan_context: &PlannedSchedule, presenter: &Presenter<'_>, page: &mut TextWriter) {
    for (at, (note, id)) in plan_context.other_notes().into_iter().enumerate() {
        if at == 0 {
            page.head(&presenter.word(Message::PlanOtherNotes));
        }
        let (title, beside) = match id {
            Some(id) => {
                let session = presenter.conference.session(id);
                let when = presenter.when(&session.times);
                (presenter.title(session), when.into_iter().chain(presenter.rooms(session)).collect())
            }
            None => {
                (rows::title(presenter.locale, &note.session), rows::snapshot_facts(presenter, &note.session))
            }
        };
        let texts = [rows::join(&beside), Some(rows::note(presenter, &note.text))];
        page.block(&title, &texts.into_iter().flatten().collect::<Vec<_>>());
    }
}

fn hidden(plan_context: &PlannedSchedule, presenter: &Presenter<'_>, page: &mut TextWriter) {
    for (at, hidden) in plan_context.plan.hidden.iter().enumerate() {
        if at == 0 {
            page.head(&presenter.word(Message::PlanHidden));
        }
        let (what, name) = match hidden {
            HiddenItem::Session(session) => ("session", rows::title(presenter.locale, session)),
            HiddenItem::Room(name) => ("room", name.to_string()),
            HiddenItem::Track(name) => ("track", name.to_string()),
        };
        let values = [("what", MessageArg::Word(what)), ("name", MessageArg::text(&name))];
        page.block(&presenter.locale.with(Message::PlanHiddenThing, &values), &[]);
    }
}
