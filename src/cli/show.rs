//! `kurultai show FILE`: prints the whole schedule as text.

mod facts;
mod json;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::page::TextWriter;
use super::{source, venue};
use crate::i18n::Message;
use crate::index::{ScheduleDay, delegations_by_attendance, now, sponsors_by_tier};
use crate::model::{Moment, SessionId, Status};
use crate::presenter::Presenter;
use crate::text::width;

pub(super) const COMMAND: Subcommand = Subcommand {
    name: "show",
    command: describe,
    run: |matches, asked| print(&args::path(matches), matches, asked),
};

fn describe(name: &'static str, words: HelpText<'_>) -> Command {
    words.command(name, Message::CliShow, Message::CliShowExamples).args([
        words.file(),
        words.format(),
        words.venue_tz(),
    ])
}

/// Prints the schedule at a path.
pub(super) fn print(path: &Path, matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let CommandContext { reader, languages, streams } = asked;
    let Some(mut schedule) = source::read(path, &reader, streams) else { return Outcome::Failed };
    if source::says_nothing(&schedule, &reader, streams) {
        return Outcome::Failed;
    }
    venue::set(&mut schedule, matches, &reader, streams);
    let reading = schedule.conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words = Presenter {
        conference: &schedule.conference,
        index: &schedule.index,
        locale,
        reading: &reading,
        clocks: args::clocks(matches),
    };
    args::note_unknown_zone(&words, streams);
    if args::is_json(matches) {
        streams.print(&super::json::text(&json::schedule(&schedule, &words)));
        source::note_mistakes(&schedule, locale, streams);
        return Outcome::Ok;
    }
    let moment = args::asked_moment(matches, schedule.conference.zone);
    let mut page = TextWriter::new(args::width(matches));
    about(&words, &mut page);
    agenda(&words, moment, &mut page);
    people(&words, &mut page);
    organizers(&words, &mut page);
    sponsors(&words, &mut page);
    delegations(&words, &mut page);
    facts::rooms(&words, &mut page);
    infos(&words, &mut page);
    streams.print(&page.text);
    source::note_mistakes(&schedule, locale, streams);
    Outcome::Ok
}

fn about(words: &Presenter<'_>, page: &mut TextWriter) {
    let about = words.conference;
    page.hanging("", words.text(&about.title));
    let texts = [&about.subtitle, &about.theme];
    for text in texts.into_iter().flatten() {
        page.hanging("", words.text(text));
    }
    let facts = words
        .dates(about.known_dates())
        .into_iter()
        .chain(about.venue.iter().flat_map(|venue| words.venue(venue)));
    for fact in facts.chain(words.clock()).chain(about.url.iter().map(ToString::to_string)) {
        page.hanging("", &fact);
    }
    facts::about(words, page);
    if let Some(description) = &about.description {
        page.blank();
        page.prose("", words.text(description));
    }
    if !about.topics.is_empty() {
        page.head(&words.word(Message::LabelTopics));
        for topic in &about.topics {
            page.hanging("– ", words.text(topic));
        }
    }
}

fn agenda(words: &Presenter<'_>, moment: Option<Moment>, page: &mut TextWriter) {
    if words.conference.sessions.is_empty() {
        return;
    }
    page.head(&words.word(Message::PaneAgenda));
    let days = match words.clocks {
        Some(_) => days_by_clock(words),
        None => words.index.days().to_vec(),
    };
    let running = moment.map(|moment| running(words, moment)).unwrap_or_default();
    for day in &days {
        match day.date {
            Some(date) => {
                page.blank();
                page.line(&day_head(words, date));
            }
            None if days.len() > 1 || !day.timed.is_empty() => {
                page.blank();
                page.line(&words.word(Message::DayNotAnnounced));
            }
            None => {}
        }
        for id in day.listed() {
            let time = words.time_of_day(&words.conference.session(id).times).unwrap_or_default();
            session(words, id, &format!("  {time:<14} "), running.contains(&id), page);
        }
        if !day.untimed.is_empty() {
            page.line(&format!("  {}", words.word(Message::NoTimesAnnounced)));
        }
        for (n, id) in day.untimed.iter().enumerate() {
            session(words, *id, &format!("  {:>3}  ", n + 1), running.contains(id), page);
        }
    }
    facts::broken(words, page);
}

/// The days on the viewer's clock. Sessions without a known instant stay on their conference day.
fn days_by_clock(words: &Presenter<'_>) -> Vec<ScheduleDay> {
    let mut days: BTreeMap<(bool, Option<NaiveDate>), ScheduleDay> = BTreeMap::new();
    let mut on = |date: Option<NaiveDate>, id, is_timed: bool| {
        let day = days.entry((date.is_none(), date)).or_default();
        day.date = date;
        if is_timed { day.timed.push(id) } else { day.untimed.push(id) }
    };
    for day in words.index.days() {
        for id in &day.timed {
            on(words.shown(&words.conference.session(*id).times).day, *id, true);
        }
        for id in &day.ongoing {
            on(day.date, *id, true);
        }
        for id in &day.untimed {
            on(day.date, *id, false);
        }
    }
    let mut days: Vec<ScheduleDay> = days.into_values().collect();
    for day in &mut days {
        let times = |id: &SessionId| words.shown(&words.conference.session(*id).times);
        day.timed.sort_by_cached_key(|id| (!times(id).all_day, times(id).start));
    }
    days
}

/// The sessions that run at a moment.
fn running(words: &Presenter<'_>, moment: Moment) -> BTreeSet<SessionId> {
    now(words.conference, words.index, moment).into_iter().flat_map(|room| room.running).collect()
}

/// `Sat 1 Feb 2025 · Workshops`. A day on the viewer's clock has no title.
fn day_head(words: &Presenter<'_>, date: NaiveDate) -> String {
    let day = words.conference.days.iter().find(|day| day.date == date && words.clocks.is_none());
    let title = day.and_then(|day| words.known(day.title.as_ref()));
    [words.locale.full_date(date)].into_iter().chain(title).collect::<Vec<_>>().join(" · ")
}

fn session(words: &Presenter<'_>, id: SessionId, beginning: &str, runs: bool, page: &mut TextWriter) {
    let session = words.conference.session(id);
    let mut facts = vec![words.title(session)];
    facts.extend(words.stays_at_venue(&session.times).then(|| words.venue_clock()));
    facts.extend(runs.then(|| words.word(Message::NowRunning)));
    facts.extend(session.has_mistakes.then(|| words.word(Message::Broken)));
    facts.extend(
        session
            .status
            .iter()
            .filter(|status| **status != Status::Confirmed)
            .map(|status| words.status(status)),
    );
    facts.extend(words.untold_kind(session));
    facts.extend(words.rooms(session));
    facts.extend(session.track.map(|id| words.track(id)));
    facts.extend(session.attendance.map(|how| words.attendance(how)));
    page.hanging(beginning, &facts.join(" · "));
    let indent = " ".repeat(width(beginning));
    if let Some(subtitle) = &session.subtitle {
        page.hanging(&indent, words.text(subtitle));
    }
    let people: Vec<String> = session.people.iter().map(|person| words.participant(person)).collect();
    if !people.is_empty() {
        page.hanging(&indent, &people.join(", "));
    }
    let text = session.summary.as_ref().or(session.description.as_ref());
    for text in session.content_note.iter().chain(text) {
        page.prose(&indent, words.text(text));
    }
    if let Some(url) = &session.url {
        page.hanging(&indent, url);
    }
    facts::session(words, session, &indent, page);
}

fn people(words: &Presenter<'_>, page: &mut TextWriter) {
    for (role, ids) in words.people_groups() {
        page.head(&words.role_head(role));
        for id in ids {
            let person = words.conference.person(id);
            page.hanging("  ", &words.person(person));
            let below = person.positions.iter().chain(&person.organization);
            for text in below {
                page.hanging("    ", words.text(text));
            }
            facts::person(words, id, "    ", page);
        }
    }
}

fn organizers(words: &Presenter<'_>, page: &mut TextWriter) {
    if words.conference.organizers.is_empty() {
        return;
    }
    page.head(&words.word(Message::Organizers));
    for organizer in &words.conference.organizers {
        page.hanging("  ", &words.organizer(organizer));
        for text in [&organizer.role, &organizer.organization].into_iter().flatten() {
            page.hanging("    ", words.text(text));
        }
        facts::organizer(words, organizer, "    ", page);
    }
}

fn sponsors(words: &Presenter<'_>, page: &mut TextWriter) {
    if words.conference.sponsors.is_empty() {
        return;
    }
    page.head(&words.word(Message::Sponsors));
    for (tier, sponsors) in sponsors_by_tier(words.conference) {
        if let Some(id) = tier {
            page.line(&words.tier(id));
        }
        for id in sponsors {
            let sponsor = words.conference.sponsor(id);
            let project = words.known(sponsor.project.as_ref());
            let name = words.name(sponsor.name.as_ref(), None);
            let parts: Vec<String> = std::iter::once(name).chain(project).collect();
            page.hanging("  ", &parts.join(" – "));
            facts::sponsor(words, sponsor, "    ", page);
        }
    }
}

fn delegations(words: &Presenter<'_>, page: &mut TextWriter) {
    for (way, delegations) in delegations_by_attendance(words.conference) {
        page.head(&words.delegations_head(way));
        for id in delegations {
            let delegation = words.conference.delegation(id);
            page.hanging("  ", &facts::name_and_kind(words, delegation));
            facts::delegation(words, delegation, "    ", page);
        }
    }
}

fn infos(words: &Presenter<'_>, page: &mut TextWriter) {
    for info in &words.conference.infos {
        page.head(&words.name(info.title.as_ref(), None));
        if let Some(text) = &info.text {
            page.prose("  ", words.text(text));
        }
    }
}
