//! `kurultai now [FILE]…`: what is on now in each room, and what is next there.

mod json;
mod text;

use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{self, Words};
use super::own::Own;
use super::{Asked, Outcome, Subcommand, library, source, venue};
use crate::index::{RoomNow, now};
use crate::locale::Message;
use crate::model::{Moment, RoomId, Texts};
use crate::plan::PlanNow;
use crate::program::Program;
use crate::store::Folders;
use crate::text::{Clean, fold};
use crate::wording::{Clocks, Wording};

pub(super) const COMMAND: Subcommand = Subcommand { name: "now", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let files = words.places().help(words.say(Message::CliOnNowFiles));
    let room = words.option("room", Message::CliRoomName, Message::CliRoom);
    let command = words.command(name, Message::CliOnNow, Message::CliOnNowExamples);
    command.args([files, room, words.format(), words.venue_tz()])
}

/// An event as it is at a moment.
struct Event {
    file: Clean,
    program: Program,
    /// What the venue's clock shows.
    moment: Moment,
    /// The user's own plan for it.
    own: Own,
    /// What of that is on, unless rooms were asked for.
    of_plan: PlanNow,
    /// The rooms that were asked for, and in which anything is or will be.
    rooms: Vec<RoomNow>,
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let own = args::own_clock(matches);
    let paths = args::paths(matches);
    let room = matches.get_one::<String>("room");
    let folders = Folders::find();
    let venue_zone = venue::given(matches);
    let (events, is_fine) = source::open(&paths, &reader, streams, |path, mut program| {
        venue::set_quietly(&mut program, path, venue_zone, folders.as_ref(), &reader);
        program.set_reader(own.zone());
        let instant = args::clock(matches, program.conference.zone, own).now();
        // What nobody named is told while it runs.
        let moment = Moment::of(instant, program.conference.zone, own);
        let is_asked_for = paths.iter().any(|named| named == path) || runs_at(&program, moment);
        is_asked_for.then(|| Event::new(program, path, moment, room, folders.as_ref()))
    });
    let events: Vec<Event> = events.into_iter().flatten().collect();
    let outcome = if is_fine { Outcome::Fine } else { Outcome::Failed };
    let has_room = room.is_none() || events.iter().any(|event| event.has_room(room));
    for event in &events {
        library::tell(&event.own.notices, &reader, streams);
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
        streams.answer(&json::text(&events, args::lang(matches).as_ref(), args::asked_clock(matches)));
        return outcome;
    }
    let clocks = args::asked_clock(matches).map(|own| Clocks { own, shows_own: true, moves_days: false });
    let mut texts = Vec::new();
    for event in &events {
        let Program { conference, index, .. } = &event.program;
        let reading = &conference.reading(args::lang(matches));
        let words = Wording { conference, index, locale, reading, clocks };
        texts.push(text::text(&words, event, own, args::width(matches)));
    }
    streams.answer(&texts.join("\n"));
    outcome
}

impl Event {
    fn new(
        program: Program,
        path: &Path,
        moment: Moment,
        room: Option<&String>,
        folders: Option<&Folders>,
    ) -> Self {
        let own = Own::of(folders, &program, path);
        let (conference, index) = (&program.conference, &program.index);
        let mut rooms = now(conference, index, moment);
        rooms.retain(|of| {
            is_asked_for(&program, of.room, room) && (!of.running.is_empty() || of.next.is_some())
        });
        // Who asks for a room asks for that.
        let of_plan = match room {
            None => PlanNow::at(conference, index, &own.planned.picks, moment),
            Some(_) => PlanNow::default(),
        };
        Self { file: Clean::line(&path.to_string_lossy()), program, moment, own, of_plan, rooms }
    }

    /// Whether it has a room of that name.
    fn has_room(&self, asked: Option<&String>) -> bool {
        let rooms = (0..self.program.conference.rooms.len()).map(RoomId::new);
        rooms.map(Some).any(|room| is_asked_for(&self.program, room, asked))
    }
}

/// Whether an event takes place on the day of a moment, which ends at its change of days.
fn runs_at(program: &Program, moment: Moment) -> bool {
    let today = moment.clock.date();
    let Program { conference, index, .. } = program;
    let dates = conference.known_dates();
    let is_between = match (dates.start, dates.end) {
        (Some(start), Some(end)) => (start..=end).contains(&today),
        (Some(day), None) | (None, Some(day)) => day == today,
        (None, None) => false,
    };
    is_between || index.running_day(conference, moment).is_some()
}

/// Whether a room has what was asked for in its name or in that of its building, in any language; what is everywhere, or
/// nowhere, has no name.
fn is_asked_for(program: &Program, room: Option<RoomId>, asked: Option<&String>) -> bool {
    let Some(asked) = asked.map(|asked| fold(asked.trim())) else { return true };
    let Some(room) = room.map(|id| program.conference.room(id)) else { return false };
    let names =
        [&room.name, &room.building].into_iter().flatten().flat_map(Texts::iter).map(|(_, name)| name);
    names.chain(&room.id).any(|name| fold(name).contains(&asked))
}
