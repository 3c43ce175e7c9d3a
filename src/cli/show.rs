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
use super::progress::Progress;
use super::{source, venue};
use crate::i18n::Message;
use crate::presenter::Presenter;
use kurultai_schedule::index::{ScheduleDay, delegations_by_attendance, later_days, now, sponsors_by_tier};
use kurultai_schedule::model::{Moment, SessionId, Status};
use kurultai_schedule::text::width;

pub(super) const COMMAND: Subcommand = Subcommand {
    name: "show",
    command,
    run: |matches, context| print(&args::path(matches), matches, context),
};

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    help.command(name, Message::CliShow, Message::CliShowExamples).args([
        help.file(),
        help.format(),
        help.venue_tz(),
    ])
}

/// Prints the schedule at a path.
pub(super) fn print(path: &Path, matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let Some(mut schedule) = source::read(path, &user_locale, streams) else { return Outcome::Failed };
    if source::report_empty(&schedule, &user_locale, streams) {
        return Outcome::Failed;
    }
    venue::set(&mut schedule, matches, &user_locale, streams);
    let reading = schedule.conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), user_locale);
    let presenter = Presenter {
        conference: &schedule.conference,
        index: &schedule.index,
        locale,
        reading: &reading,
        clocks: args::clocks(matches),
    };
    args::warn_unknown_zone(&presenter, streams);
    let _progress = Progress::start(|| locale.text(Message::Formatting));
    if args::is_json(matches) {
        streams.print(&super::json::text(&json::schedule(&schedule, &presenter)));
        source::warn_mistakes(&schedule, locale, streams);
        return Outcome::Ok;
    }
    let moment = args::requested_moment(matches, schedule.conference.zone);
    let mut page = TextWriter::new(args::width(matches));
    about(&presenter, &mut page);
    agenda(&presenter, moment, &mut page);
    people(&presenter, &mut page);
    organizers(&presenter, &mut page);
    sponsors(&presenter, &mut page);
    delegations(&presenter, &mut page);
    facts::rooms(&presenter, &mut page);
    infos(&presenter, &mut page);
    streams.print(&page.text);
    source::warn_mistakes(&schedule, locale, streams);
    Outcome::Ok
}

/// The largest number of later days on which a session is listed in another time zone.
const MAX_DAYS: usize = 366;

fn about(presenter: &Presenter<'_>, page: &mut TextWriter) {
    let about = presenter.conference;
    page.hanging("", presenter.text(&about.title));
    let texts = [&about.subtitle, &about.theme];
    for text in texts.into_iter().flatten() {
        page.hanging("", presenter.text(text));
    }
    let facts = presenter
        .dates(about.known_dates())
        .into_iter()
        .chain(about.venue.iter().flat_map(|venue| presenter.venue(venue)));
    for fact in facts.chain(presenter.clock()).chain(about.url.iter().map(ToString::to_string)) {
        page.hanging("", &fact);
    }
    facts::about(presenter, page);
    if let Some(description) = &about.description {
        page.blank();
        page.prose("", presenter.text(description));
    }
    if !about.topics.is_empty() {
        page.head(&presenter.word(Message::LabelTopics));
        for topic in &about.topics {
            page.hanging("– ", presenter.text(topic));
        }
    }
}

fn agenda(presenter: &Presenter<'_>, moment: Option<Moment>, page: &mut TextWriter) {
    if presenter.conference.sessions.is_empty() {
        return;
    }
    page.head(&presenter.word(Message::PaneAgenda));
    let days = match presenter.clocks {
        Some(_) => days_by_clock(presenter),
        None => presenter.index.days().to_vec(),
    };
    let running = moment.map(|moment| running(presenter, moment)).unwrap_or_default();
    for day in &days {
        match day.date {
            Some(date) => {
                page.blank();
                page.line(&day_head(presenter, date));
            }
            None if days.len() > 1 || !day.timed.is_empty() => {
                page.blank();
                page.line(&presenter.word(Message::DayNotAnnounced));
            }
            None => {}
        }
        for id in day.listed() {
            let time =
                presenter.time_on(day.date, &presenter.conference.session(id).times).unwrap_or_default();
            session(presenter, id, &format!("  {time:<14} "), running.contains(&id), page);
        }
        if !day.untimed.is_empty() {
            page.line(&format!("  {}", presenter.word(Message::NoTimesAnnounced)));
        }
        for (n, id) in day.untimed.iter().enumerate() {
            session(presenter, *id, &format!("  {:>3}  ", n + 1), running.contains(id), page);
        }
    }
    facts::broken(presenter, page);
}

/// Regroups the sessions by date in the viewer's zone. Sessions without a known instant stay on their
/// conference day.
fn days_by_clock(presenter: &Presenter<'_>) -> Vec<ScheduleDay> {
    let mut days: BTreeMap<(bool, Option<NaiveDate>), ScheduleDay> = BTreeMap::new();
    let times = |id: &SessionId| presenter.shown(&presenter.conference.session(*id).times);
    for day in presenter.index.days() {
        for id in &day.timed {
            on(&mut days, times(id).day).timed.push(*id);
        }
        for id in day.ongoing.iter().filter(|id| times(id).all_day) {
            on(&mut days, day.date).ongoing.push(*id);
        }
        on(&mut days, day.date).untimed.extend(&day.untimed);
    }
    let starts = presenter.index.days().iter().flat_map(|day| &day.timed).filter(|id| !times(id).all_day);
    let mut later: Vec<(NaiveDate, SessionId)> = Vec::new();
    for id in starts {
        later.extend(
            later_days(&times(id), presenter.conference.day_change).take(MAX_DAYS).map(|date| (date, *id)),
        );
    }
    for (date, id) in later {
        if times(&id).fills_days() || days.contains_key(&(false, Some(date))) {
            on(&mut days, Some(date)).ongoing.push(id);
        }
    }
    days.retain(|_, day| day.listed().next().is_some() || !day.untimed.is_empty());
    let mut days: Vec<ScheduleDay> = days.into_values().collect();
    for day in &mut days {
        day.timed.sort_by_cached_key(|id| (!times(id).all_day, times(id).start));
    }
    days
}

/// Returns the day with this date, creating it if necessary.
fn on(
    days: &mut BTreeMap<(bool, Option<NaiveDate>), ScheduleDay>,
    date: Option<NaiveDate>,
) -> &mut ScheduleDay {
    let day = days.entry((date.is_none(), date)).or_default();
    day.date = date;
    day
}

/// Returns the sessions that run at a moment.
fn running(presenter: &Presenter<'_>, moment: Moment) -> BTreeSet<SessionId> {
    now(presenter.conference, presenter.index, moment).into_iter().flat_map(|room| room.running).collect()
}

/// Formats `Sat 1 Feb 2025 · Workshops`. A day in the viewer's zone has no title.
fn day_head(presenter: &Presenter<'_>, date: NaiveDate) -> String {
    let day = presenter.conference.days.iter().find(|day| day.date == date && presenter.clocks.is_none());
    let title = day.and_then(|day| presenter.known(day.title.as_ref()));
    [presenter.locale.full_date(date)].into_iter().chain(title).collect::<Vec<_>>().join(" · ")
}

fn session(presenter: &Presenter<'_>, id: SessionId, beginning: &str, runs: bool, page: &mut TextWriter) {
    let session = presenter.conference.session(id);
    let mut facts = vec![presenter.title(session)];
    facts.extend(presenter.stays_at_venue(&session.times).then(|| presenter.venue_clock()));
    facts.extend(runs.then(|| presenter.word(Message::NowRunning)));
    facts.extend(session.has_mistakes.then(|| presenter.word(Message::Broken)));
    facts.extend(
        session
            .status
            .iter()
            .filter(|status| **status != Status::Confirmed)
            .map(|status| presenter.status(status)),
    );
    facts.extend(presenter.kind_unless_in_title(session));
    facts.extend(presenter.rooms(session));
    facts.extend(session.track.map(|id| presenter.track(id)));
    facts.extend(session.attendance.map(|how| presenter.attendance(how)));
    page.hanging(beginning, &facts.join(" · "));
    let indent = " ".repeat(width(beginning));
    if let Some(subtitle) = &session.subtitle {
        page.hanging(&indent, presenter.text(subtitle));
    }
    let people: Vec<String> = session.people.iter().map(|person| presenter.participant(person)).collect();
    if !people.is_empty() {
        page.hanging(&indent, &people.join(", "));
    }
    let text = session.summary.as_ref().or(session.description.as_ref());
    for text in session.content_note.iter().chain(text) {
        page.prose(&indent, presenter.text(text));
    }
    if let Some(url) = &session.url {
        page.hanging(&indent, url);
    }
    facts::session(presenter, session, &indent, page);
}

fn people(presenter: &Presenter<'_>, page: &mut TextWriter) {
    for (role, ids) in presenter.people_groups() {
        page.head(&presenter.role_heading(role));
        for id in ids {
            let person = presenter.conference.person(id);
            page.hanging("  ", &presenter.person(person));
            let below = person.positions.iter().chain(&person.organization);
            for text in below {
                page.hanging("    ", presenter.text(text));
            }
            facts::person(presenter, id, "    ", page);
        }
    }
}

fn organizers(presenter: &Presenter<'_>, page: &mut TextWriter) {
    if presenter.conference.organizers.is_empty() {
        return;
    }
    page.head(&presenter.word(Message::Organizers));
    for organizer in &presenter.conference.organizers {
        page.hanging("  ", &presenter.organizer(organizer));
        for text in [&organizer.role, &organizer.organization].into_iter().flatten() {
            page.hanging("    ", presenter.text(text));
        }
        facts::organizer(presenter, organizer, "    ", page);
    }
}

fn sponsors(presenter: &Presenter<'_>, page: &mut TextWriter) {
    if presenter.conference.sponsors.is_empty() {
        return;
    }
    page.head(&presenter.word(Message::Sponsors));
    for (tier, sponsors) in sponsors_by_tier(presenter.conference) {
        if let Some(id) = tier {
            page.line(&presenter.tier(id));
        }
        for id in sponsors {
            let sponsor = presenter.conference.sponsor(id);
            let project = presenter.known(sponsor.project.as_ref());
            let name = presenter.name(sponsor.name.as_ref(), None);
            let parts: Vec<String> = std::iter::once(name).chain(project).collect();
            page.hanging("  ", &parts.join(" – "));
            facts::sponsor(presenter, sponsor, "    ", page);
        }
    }
}

fn delegations(presenter: &Presenter<'_>, page: &mut TextWriter) {
    for (way, delegations) in delegations_by_attendance(presenter.conference) {
        page.head(&presenter.delegations_heading(way));
        for id in delegations {
            let delegation = presenter.conference.delegation(id);
            page.hanging("  ", &facts::name_and_kind(presenter, delegation));
            facts::delegation(presenter, delegation, "    ", page);
        }
    }
}

fn infos(presenter: &Presenter<'_>, page: &mut TextWriter) {
    for info in &presenter.conference.infos {
        page.head(&presenter.name(info.title.as_ref(), None));
        if let Some(text) = &info.text {
            page.prose("  ", presenter.text(text));
        }
    }
}
