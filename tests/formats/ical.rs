//! iCalendar.

mod clocks;
mod corpus;
mod damage;
mod rules;
mod sessions;
mod several;
mod whole;
mod written;
mod zones;

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::model::{Rooms, SessionId, Status};

/// Returns a calendar with these lines.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Invented\n{lines}END:VCALENDAR\n")
}

/// Returns an event with these lines.
fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}END:VEVENT\n")
}

fn read(text: &str) -> LoadedSchedule {
    LoadedSchedule::decode("invented.ics", text.as_bytes())
}

/// Returns the output of `kurultai check`.
fn check_output(schedule: &LoadedSchedule) -> String {
    let locale = Locale::english();
    let diagnostics =
        schedule.diagnostics.iter().map(|diagnostic| full(diagnostic, &schedule.source, &locale, 80));
    diagnostics.collect::<Vec<_>>().join("\n")
}

/// Returns the diagnostics as code and line.
fn found(schedule: &LoadedSchedule) -> Vec<(&'static str, usize)> {
    let line = |start| schedule.source.position(start).line;
    schedule.diagnostics.iter().map(|it| (it.code.as_str(), line(it.span.start))).collect()
}

/// Returns the properties of a session on one line.
fn facts(schedule: &LoadedSchedule, id: usize) -> String {
    let conference = &schedule.conference;
    let session = conference.session(SessionId::new(id));
    let times = &session.times;
    let reading = conference.reading(None);
    let mut facts: Vec<String> = Vec::new();
    facts.push(times.day.map_or("no day".to_owned(), |day| day.format("%m-%d").to_string()));
    if times.date != times.day {
        facts.extend(times.date.map(|date| format!("on {}", date.format("%m-%d"))));
    }
    facts.extend(times.start.map(|start| start.format("%H:%M").to_string()));
    facts.extend(times.duration.map(|length| format!("{}m", length.num_minutes())));
    facts.extend(times.offset.map(|offset| offset.to_string()));
    facts.extend(times.all_day.then(|| "all day".to_owned()));
    facts.extend(session.title.as_ref().map(|title| format!("“{}”", title.get(&reading))));
    if let Rooms::In(rooms) = &session.rooms {
        let name = |room: &kurultai_schedule::model::RoomId| conference.room(*room).name.clone();
        let names = rooms.iter().filter_map(name);
        facts.extend(names.map(|name| format!("in {}", name.get(&reading))));
    }
    for taking_part in &session.people {
        let name = conference.person(taking_part.person).name.clone();
        let role = taking_part.role.as_ref().map_or("?", |role| role.word());
        facts.extend(name.map(|name| format!("{}: {role}", name.get(&reading))));
    }
    if let Some(track) = session.track {
        let name = conference.track(track).name.clone();
        facts.extend(name.map(|name| format!("track {}", name.get(&reading))));
    }
    facts.extend(session.tags.iter().map(|tag| format!("#{}", crate::localized(Some(tag)))));
    facts.extend(session.status.as_ref().map(Status::word).map(str::to_owned));
    facts.extend(session.guid.as_ref().map(|guid| format!("guid {guid}")));
    facts.extend(session.same_as.map(|of| format!("as {}", of.index())));
    facts.extend(session.description.as_ref().map(|text| format!("{:?}", text.get(&reading).as_str())));
    facts.extend(session.url.as_ref().map(ToString::to_string));
    facts.extend(session.links.iter().map(|link| format!("link {}", link.url)));
    facts.extend(session.attachments.iter().map(|file| format!("file {}", file.url)));
    facts.extend(session.has_mistakes.then(|| "broken".to_owned()));
    facts.join(", ")
}

fn all_facts(schedule: &LoadedSchedule) -> Vec<String> {
    (0..schedule.conference.sessions.len()).map(|id| facts(schedule, id)).collect()
}

/// A generator of pseudo-random numbers with a fixed seed (splitmix64).
struct Numbers(u64);

impl Numbers {
    /// Returns a number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end).expect("small")).expect("small")
    }

    fn number(&mut self, end: u32) -> u32 {
        u32::try_from(self.below(end.try_into().expect("small"))).expect("small")
    }

    fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Returns true in this percentage of cases.
    fn percent(&mut self, of: usize) -> bool {
        self.below(100) < of
    }
}

/// Reads a calendar and compares the properties of its sessions, and the diagnostics by code and line.
#[track_caller]
fn check(text: &str, sessions: &[&str], diagnostics: &[(&str, usize)]) {
    let schedule = read(text);
    assert_eq!(all_facts(&schedule), sessions);
    assert_eq!(found(&schedule), diagnostics);
}
