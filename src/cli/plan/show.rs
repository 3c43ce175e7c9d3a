//! `kurultai plan show [FILE]`: the plan by days, with what collides in it and what could be done.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::mine::Mine;
use super::page::Page;
use super::{json, list, rows};
use crate::cli::args::{self, Words};
use crate::cli::{Asked, Outcome, Subcommand};
use crate::locale::{Message, Value};
use crate::model::{Muted, Note, SessionId};
use crate::plan::{Advice, Calendar, Collision, PlanDay, Row};
use crate::wording::Wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "show", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let file = words.file().required(false).help(words.say(Message::CliPlanFile));
    // Without a program there is nothing to put a plan into.
    let plan = words.plan().requires("file");
    let command = words.command(name, Message::CliPlanShow, Message::CliPlanShowExamples);
    command.args([file, plan, words.format(), words.venue_tz()])
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    if !matches.contains_id("file") {
        return list::run(matches, asked);
    }
    let Asked { reader, languages, streams } = asked;
    let Some(mine) = Mine::read(matches, &reader, streams) else { return Outcome::Failed };
    let reading = mine.conference().reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words = mine.words(locale, &reading, matches);
    args::note_unknown_zone(&words, streams);
    let calendar = mine.calendar();
    if args::is_json(matches) {
        streams.answer(&crate::cli::json::text(&json::Plan::of(&mine, &words, &calendar)));
    } else if !mine.plan.is_empty() {
        let mut page = Page::new(args::width(matches));
        page.block(&title(&words), &[]);
        for day in by_date(&words, &calendar) {
            self::day(&mine, &words, &calendar, &day, &mut page);
        }
        gone(&mine, &words, &mut page);
        other_notes(&mine, &words, &mut page);
        muted(&mine, &words, &mut page);
        streams.answer(&page.text);
    }
    mine.note(locale, &reading, streams);
    Outcome::Fine
}

/// The title of the schedule, with the clock that times are on where that is not the venue's.
pub(super) fn title(words: &Wording<'_>) -> String {
    let title = words.text(&words.conference.title).to_string();
    [title].into_iter().chain(words.other_clock()).collect::<Vec<_>>().join(" · ")
}

/// The days of the plan by the clock that is shown, each with what stands on it, in order.
fn by_date(words: &Wording<'_>, calendar: &Calendar<'_>) -> Vec<PlanDay> {
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
                Row::Gap { from, .. } => Some(words.moment(*from).date()),
            };
            on_date(&mut days, date).rows.push(row);
        }
        if !untimed.is_empty() {
            on_date(&mut days, date).untimed.extend(untimed);
        }
    }
    days
}

/// The day of this date, which is made where there is none yet.
fn on_date(days: &mut Vec<PlanDay>, date: Option<NaiveDate>) -> &mut PlanDay {
    let at = days.iter().position(|day| day.date == date).unwrap_or_else(|| {
        days.push(PlanDay { date, ..PlanDay::default() });
        days.len() - 1
    });
    &mut days[at]
}

fn day(mine: &Mine, words: &Wording<'_>, calendar: &Calendar<'_>, day: &PlanDay, page: &mut Page) {
    page.head(&head(words, day.date));
    for row in &day.rows {
        match row {
            Row::Session(id, collisions) => session(mine, words, calendar, *id, collisions, page),
            Row::Busy(at) => {
                if let Some(busy) = calendar.busy(*at) {
                    let (beginning, first) = rows::busy(words, busy);
                    page.row(&beginning, &first, &[]);
                }
            }
            Row::Gap { from, to } => {
                let times = [from, to].map(|moment| words.locale.time(words.moment(*moment).time()));
                // From the clock of one session to that of another one, times say nothing.
                let is_on_one = words.clocks.is_some() || !words.index.has_several_clocks();
                let times = if is_on_one { format!("{}  ", times.join("–")) } else { String::new() };
                page.row(&times, &words.free_time(*from, *to), &[]);
            }
        }
    }
    for id in &day.untimed {
        session(mine, words, calendar, *id, &[], page);
    }
}

/// The name of a day of a plan.
pub(super) fn head(words: &Wording<'_>, day: Option<NaiveDate>) -> String {
    day.map_or_else(|| words.word(Message::DayNotAnnounced), |day| words.locale.weekday_day(day))
}

fn session(
    mine: &Mine,
    words: &Wording<'_>,
    calendar: &Calendar<'_>,
    id: SessionId,
    collisions: &[(Collision, Advice)],
    page: &mut Page,
) {
    let Some(level) = calendar.level(id) else { return };
    let mut row = rows::session(words, id, level);
    let said = |(collision, advice): &(Collision, Advice)| {
        format!("! {}: {}", words.collision(calendar, *collision), words.advice(*advice))
    };
    row.others.extend(collisions.iter().map(said));
    row.others.extend(mine.picks.note(id).map(|note| rows::note(words, note)));
    page.row(&row.beginning, &row.first, &row.others);
}

/// What is not in the program any more, as it was known.
fn gone(mine: &Mine, words: &Wording<'_>, page: &mut Page) {
    for (at, place) in mine.picks.gone().enumerate() {
        if at == 0 {
            page.head(&words.word(Message::PlanGone));
        }
        let pick = &mine.plan.picks[place];
        let mut row = rows::gone(words, &pick.session, pick.level);
        row.others.extend(notes_of_gone(mine, place).map(|note| rows::note(words, &note.text)));
        page.row(&row.beginning, &row.first, &row.others);
    }
}

/// The notes to a pick that is not in the program any more.
pub(super) fn notes_of_gone(mine: &Mine, place: usize) -> impl Iterator<Item = &Note> {
    let name = mine.plan.picks[place].session.name();
    mine.plan.notes.iter().filter(move |note| note.session.name() == name)
}

/// The notes to what is not picked, each with the session that it is to, where that is in the program.
pub(super) fn notes_to_others(mine: &Mine) -> Vec<(&Note, Option<SessionId>)> {
    let found = mine.followed.find_all(mine.plan.notes.iter().map(|note| &note.session));
    let is_picked = |note: &Note, id: Option<SessionId>| match id {
        Some(id) => mine.picks.level(id).is_some(),
        None => mine.picks.gone().any(|at| mine.plan.picks[at].session.name() == note.session.name()),
    };
    mine.plan.notes.iter().zip(found).filter(|(note, id)| !is_picked(note, *id)).collect()
}

fn other_notes(mine: &Mine, words: &Wording<'_>, page: &mut Page) {
    for (at, (note, id)) in notes_to_others(mine).into_iter().enumerate() {
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

fn muted(mine: &Mine, words: &Wording<'_>, page: &mut Page) {
    for (at, muted) in mine.plan.muted.iter().enumerate() {
        if at == 0 {
            page.head(&words.word(Message::PlanHidden));
        }
        let (what, name) = match muted {
            Muted::Session(session) => ("session", rows::title(words.locale, session)),
            Muted::Room(name) => ("room", name.to_string()),
            Muted::Track(name) => ("track", name.to_string()),
        };
        let values = [("what", Value::Word(what)), ("name", Value::text(&name))];
        page.block(&words.locale.with(Message::PlanHiddenThing, &values), &[]);
    }
}
