//! `kurultai now [FILE]…`: prints running and next sessions by room.

mod event;
mod json;
mod text;

use clap::{ArgMatches, Command};

use self::event::Event;
use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::{library, source, venue};
use crate::i18n::Message;
use crate::presenter::{Clocks, Presenter};
use crate::schedule::LoadedSchedule;
use crate::store::Folders;
use kurultai_schedule::model::Moment;

pub(super) const COMMAND: Subcommand = Subcommand { name: "now", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let files = help.places().help(help.text(Message::CliOnNowFiles));
    let room = help.option("room", Message::CliRoomName, Message::CliRoom);
    let command = help.command(name, Message::CliOnNow, Message::CliOnNowExamples);
    command.args([files, room, help.format(), help.venue_tz()])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let own = args::viewer_zone(matches);
    let paths = args::paths(matches);
    let room = matches.get_one::<String>("room");
    let folders = Folders::find();
    let venue_zone = venue::requested(matches);
    let (events, is_fine) = source::open(&paths, &user_locale, streams, |path, mut schedule| {
        venue::set_quietly(&mut schedule, path, venue_zone, folders.as_ref(), &user_locale);
        schedule.set_viewer_zone(own.zone());
        let instant = args::clock(matches, schedule.conference.zone, own).now();
        // Without arguments, only list events that run today.
        let moment = Moment::at_instant(instant, schedule.conference.zone, own);
        let is_asked_for = paths.iter().any(|named| named == path) || runs_at(&schedule, moment);
        is_asked_for.then(|| Event::new(schedule, path, moment, room, folders.as_ref()))
    });
    let events: Vec<Event> = events.into_iter().flatten().collect();
    let outcome = if is_fine { Outcome::Ok } else { Outcome::Failed };
    let has_room = room.is_none() || events.iter().any(|event| event.has_room(room));
    for event in &events {
        library::warn_all(&event.own.notices, &user_locale, streams);
    }
    let language = match &events[..] {
        [event] => event.schedule.conference.language.clone(),
        _ => None,
    };
    let locale = &languages.for_text(language.as_ref(), user_locale);
    if let Some(room) = room.filter(|_| !has_room && !events.is_empty()) {
        streams.warn(&locale.quoting(Message::NoSuchRoom, room));
        return Outcome::Failed;
    }
    if events.is_empty() && outcome == Outcome::Ok {
        streams.warn(&locale.text(Message::NowNoEvent));
    }
    if args::is_json(matches) {
        let answer = json::answer(&events, args::lang(matches).as_ref(), args::requested_zone(matches));
        streams.print(&super::json::text(&answer));
        return outcome;
    }
    let clocks = args::requested_zone(matches).map(|own| Clocks { own, shows_own: true, moves_days: false });
    let mut texts = Vec::new();
    for event in &events {
        let LoadedSchedule { conference, index, .. } = &event.schedule;
        let reading = &conference.reading(args::lang(matches));
        let presenter = Presenter { conference, index, locale, reading, clocks };
        texts.push(text::text(&presenter, event, own, args::width(matches)));
    }
    streams.print(&texts.join("\n"));
    outcome
}

/// True if the event takes place on the conference day of a moment.
fn runs_at(schedule: &LoadedSchedule, moment: Moment) -> bool {
    let today = moment.clock.date();
    let LoadedSchedule { conference, index, .. } = schedule;
    let dates = conference.known_dates();
    let is_between = match (dates.start, dates.end) {
        (Some(start), Some(end)) => (start..=end).contains(&today),
        (Some(day), None) | (None, Some(day)) => day == today,
        (None, None) => false,
    };
    is_between || index.running_day(conference, moment).is_some()
}
