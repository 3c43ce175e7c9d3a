//! `kurultai plan show [FILE]`: prints the plan by days, with conflicts and advice.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::plan_context::PlanContext;
use super::{json, list, rows};
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::cli::page::TextWriter;
use crate::i18n::{Message, MessageArg};
use crate::model::{HiddenSession, SessionId};
use crate::plan::{Advice, Conflict, ConflictChecker, PlanDay, Row};
use crate::presenter::Presenter;

pub(super) const COMMAND: Subcommand = Subcommand { name: "show", command: describe, run };

fn describe(name: &'static str, words: HelpText<'_>) -> Command {
    let file = words.file().required(false).help(words.say(Message::CliPlanFile));
    let plan = words.plan().requires("file");
    let command = words.command(name, Message::CliPlanShow, Message::CliPlanShowExamples);
    command.args([file, plan, words.format(), words.venue_tz()])
}

fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    if !matches.contains_id("file") {
        return list::run(matches, asked);
    }
    let CommandContext { reader, languages, streams } = asked;
    let Some(plan_context) = PlanContext::read(matches, &reader, streams) else { return Outcome::Failed };
    let reading = plan_context.conference().reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words = plan_context.words(locale, &reading, matches);
    args::note_unknown_zone(&words, streams);
    let calendar = plan_context.calendar();
    if args::is_json(matches) {
        streams.print(&crate::cli::json::text(&json::plan(&plan_context, &words, &calendar)));
    } else if !plan_context.plan.is_empty() {
        let mut page = TextWriter::new(args::width(matches));
        page.block(&title(&words), &[]);
        for day in by_date(&words, &calendar) {
            self::day(&plan_context, &words, &calendar, &day, &mut page);
        }
        gone(&plan_context, &words, &mut page);
        other_notes(&plan_context, &words, &mut page);
        muted(&plan_context, &words, &mut page);
        streams.print(&page.text);
    }
    plan_context.note(locale, &reading, streams);
    Outcome::Ok
}

/// The title of the schedule, with the clock if it is not the venue's.
pub(super) fn title(words: &Presenter<'_>) -> String {
    let title = words.text(&words.conference.title).to_string();
    [title].into_iter().chain(words.other_clock()).collect::<Vec<_>>().join(" · ")
}

/// Regroups the plan by the days of the shown clock.
fn by_date(words: &Presenter<'_>, calendar: &ConflictChecker<'_>) -> Vec<PlanDay> {
    let of_session = |id: SessionId| words.shown(&words.conference.session(id).times).day;
    if words.clocks.is_none() {
        return calendar.days();
    }
    let mut days: Vec<PlanDay> = Vec::new();
    for PlanDay { date, rows, untimed } in calendar.days() {
        for row in rows {
            let date = match &row {
                Row::Session(id, _) => of_session(*id),
                Row::Busy(at) => calendar.busy(*at).map(|busy| words.moment(busy.start).date()).or(date),
                Row::Free { from, .. } => Some(words.moment(*from).date()),
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
    plan_context: &PlanContext,
    words: &Presenter<'_>,
    calendar: &ConflictChecker<'_>,
    day: &PlanDay,
    page: &mut TextWriter,
) {
    page.head(&head(words, day.date));
    for row in &day.rows {
        match row {
            Row::Session(id, collisions) => session(plan_context, words, calendar, *id, collisions, page),
            Row::Busy(at) => {
                if let Some(busy) = calendar.busy(*at) {
                    let (beginning, first) = rows::busy(words, busy);
                    page.row(&beginning, &first, &[]);
                }
            }
            Row::Free { from, to } => {
                let times = [from, to].map(|moment| words.locale.time(words.moment(*moment).time()));
                // Between sessions on different clocks, times are meaningless.
                let is_on_one = words.clocks.is_some() || !words.index.has_several_clocks();
                let times = if is_on_one { format!("{}  ", times.join("–")) } else { String::new() };
                page.row(&times, &words.free_time(*from, *to), &[]);
            }
        }
    }
    for id in &day.untimed {
        session(plan_context, words, calendar, *id, &[], page);
    }
}

/// The heading of a day.
pub(super) fn head(words: &Presenter<'_>, day: Option<NaiveDate>) -> String {
    day.map_or_else(|| words.word(Message::DayNotAnnounced), |day| words.locale.weekday_day(day))
}

fn session(
    plan_context: &PlanContext,
    words: &Presenter<'_>,
    calendar: &ConflictChecker<'_>,
    id: SessionId,
    collisions: &[(Conflict, Advice)],
    page: &mut TextWriter,
) {
    let Some(level) = calendar.level(id) else { return };
    let mut row = rows::session(words, id, level);
    let said = |(collision, advice): &(Conflict, Advice)| {
        format!("! {}: {}", words.collision(calendar, *collision), words.advice(*advice))
    };
    row.others.extend(collisions.iter().map(said));
    row.others.extend(plan_context.picks.note(id).map(|note| rows::note(words, note)));
    page.row(&row.beginning, &row.first, &row.others);
}

/// Picks that the schedule no longer has.
fn gone(plan_context: &PlanContext, words: &Presenter<'_>, page: &mut TextWriter) {
    for (at, place) in plan_context.picks.missing().enumerate() {
        if at == 0 {
            page.head(&words.word(Message::PlanGone));
        }
        let pick = &plan_context.plan.picks[place];
        let mut row = rows::gone(words, &pick.session, pick.level);
        row.others.extend(plan_context.notes_of_gone(place).map(|note| rows::note(words, &note.text)));
        page.row(&row.beginning, &row.first, &row.others);
    }
}

fn other_notes(plan_context: &PlanContext, words: &Presenter<'_>, page: &mut TextWriter) {
    for (at, (note, id)) in plan_context.other_notes().into_iter().enumerate() {
        if at == 0 {
            page.head(&words.word(Message::PlanOtherNotes));
        }
        let (title, beside) = match id {
            Some(id) => {
                let session = words.conference.session(id);
                let when = words.when(&session.times);
                (words.title(session), when.into_iter().chain(words.rooms(session)).collect())
            }
            None => (rows::title(words.locale, &note.session), rows::known(words, &note.session)),
        };
        let said = [rows::line(&beside), Some(rows::note(words, &note.text))];
        page.block(&title, &said.into_iter().flatten().collect::<Vec<_>>());
    }
}

fn muted(plan_context: &PlanContext, words: &Presenter<'_>, page: &mut TextWriter) {
    for (at, muted) in plan_context.plan.muted.iter().enumerate() {
        if at == 0 {
            page.head(&words.word(Message::PlanHidden));
        }
        let (what, name) = match muted {
            HiddenSession::Session(session) => ("session", rows::title(words.locale, session)),
            HiddenSession::Room(name) => ("room", name.to_string()),
            HiddenSession::Track(name) => ("track", name.to_string()),
        };
        let values = [("what", MessageArg::Word(what)), ("name", MessageArg::text(&name))];
        page.block(&words.locale.with(Message::PlanHiddenThing, &values), &[]);
    }
}
