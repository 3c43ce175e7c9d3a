//! `kurultai now [FILE]…`: what is on now in each room, and what is next there.

mod json;
mod text;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, NaiveDateTime, Utc};
use clap::{ArgMatches, Command};

use super::args::{self, Words};
use super::{Asked, Outcome, Subcommand, open};
use crate::index::{RoomNow, now};
use crate::locale::Message;
use crate::model::{OwnClock, RoomId, Texts};
use crate::program::{self, Found, Program, ReadError};
use crate::text::{Clean, fold};
use crate::wording::{Clocks, Wording};

pub(super) const COMMAND: Subcommand = Subcommand { name: "now", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let files = words.places().help(words.say(Message::CliOnNowFiles));
    let room = words.option("room", Message::CliRoomName, Message::CliRoom);
    let tz = words.tz().help(words.say(Message::CliOnNowTz));
    let command = words.command(name, Message::CliOnNow, Message::CliOnNowExamples);
    command.args([files, room, words.format(), words.width(), words.now(), tz])
}

/// An event as it is at a moment.
struct Event {
    file: Clean,
    program: Program,
    /// What the venue's clock shows.
    moment: NaiveDateTime,
    /// The rooms that were asked for, and in which anything is or will be.
    rooms: Vec<RoomNow>,
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let own = args::own_clock(matches);
    let paths = args::paths(matches);
    let room = matches.get_one::<String>("room");
    let mut events = Vec::new();
    let mut outcome = Outcome::Fine;
    let mut has_room = room.is_none();
    for (path, read) in programs(&paths) {
        match read {
            Ok(program) => {
                let zone = program.conference.zone;
                let moment = moment(&program, args::clock(matches, zone, own).now(), own);
                // What nobody named is told while it runs.
                if paths.contains(&path) || runs_at(&program, moment) {
                    let asked_for = |id: Option<RoomId>| is_asked_for(&program, id, room);
                    has_room |=
                        (0..program.conference.rooms.len()).any(|at| asked_for(Some(RoomId::new(at))));
                    let mut rooms = now(&program.conference, &program.index, moment);
                    rooms.retain(|room| {
                        asked_for(room.room) && (!room.running.is_empty() || room.next.is_some())
                    });
                    events.push(Event { file: Clean::line(&path.to_string_lossy()), program, moment, rooms });
                }
            }
            Err(error) => {
                streams.note(&error.sentence(&reader));
                outcome = Outcome::Failed;
            }
        }
    }
    let language = match &events[..] {
        [event] => event.program.conference.language.clone(),
        _ => None,
    };
    let locale = &languages.for_text(language.as_ref(), reader);
    if let Some(room) = room.filter(|_| !has_room && !events.is_empty()) {
        streams.note(&locale.quoting(Message::NoSuchRoom, room));
        return Outcome::Failed;
    }
    if events.is_empty() && outcome == Outcome::Fine {
        streams.note(&locale.text(Message::NowNoEvent));
    }
    if args::is_json(matches) {
        streams.answer(&json::text(&events));
        return outcome;
    }
    let clocks = matches.contains_id("tz").then_some(Clocks { own, shows_own: true });
    let mut texts = Vec::new();
    for Event { program, moment, rooms, .. } in &events {
        let Program { conference, index, .. } = program;
        let reading = &conference.reading(args::lang(matches));
        let words = Wording { conference, index, locale, reading, clocks };
        texts.push(text::text(&words, *moment, rooms, args::width(matches)));
    }
    streams.answer(&texts.join("\n"));
    outcome
}

/// The programs in these files and folders; without any, those in the usual place.
fn programs(paths: &[PathBuf]) -> Vec<(PathBuf, Result<Program, ReadError>)> {
    let found = Mutex::new(Vec::new());
    program::list(&open::places(paths), |path, what| {
        if !matches!(what, Found::Other) {
            found.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort();
    found.into_iter().map(|path| (path.clone(), program::read(&path))).collect()
}

/// What the venue's clock shows; where its zone is not known, that of whoever asks.
fn moment(program: &Program, instant: DateTime<Utc>, own: OwnClock) -> NaiveDateTime {
    program.conference.zone.local(instant).unwrap_or_else(|| own.local(instant))
}

/// Whether an event takes place on the day of a moment, which ends at its change of days.
fn runs_at(program: &Program, moment: NaiveDateTime) -> bool {
    let Program { conference, index, .. } = program;
    let dates = conference.dates;
    let is_between = match (dates.start, dates.end) {
        (Some(start), Some(end)) => (start..=end).contains(&moment.date()),
        (Some(day), None) | (None, Some(day)) => day == moment.date(),
        (None, None) => false,
    };
    is_between || index.running_day(conference, moment).is_some()
}

/// Whether a room has what was asked for in its name, in any language; what is everywhere, or nowhere, has no name.
fn is_asked_for(program: &Program, room: Option<RoomId>, asked: Option<&String>) -> bool {
    let Some(asked) = asked.map(|asked| fold(asked.trim())) else { return true };
    let Some(room) = room.map(|id| program.conference.room(id)) else { return false };
    let names = room.name.iter().flat_map(Texts::iter).map(|(_, name)| name);
    names.chain(&room.id).any(|name| fold(name).contains(&asked))
}
