//! [`Format`]: writes generated schedules as the app reads them.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::schedule::{Schedule, Session};

/// The time zone of the venue and its offset from UTC, which is the same in all seasons.
const ZONE: &str = "Asia/Bishkek";
const OFFSET: &str = "+06:00";
const OFFSET_HOURS: chrono::TimeDelta = chrono::TimeDelta::hours(6);
/// The length of a line of a calendar (RFC 5545) without the line break.
const LINE: usize = 75;

/// A format that the app reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// An event file.
    Toml,
    /// schedule.xml.
    Xml,
    /// c3voc schedule JSON.
    Json,
    /// iCalendar.
    Ical,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Toml, Self::Xml, Self::Json, Self::Ical];

    /// Returns the usual end of the file name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Ical => "ics",
        }
    }

    /// Returns the text of a file.
    #[must_use]
    pub fn write(self, schedule: &Schedule) -> String {
        match self {
            Self::Toml => toml(schedule),
            Self::Xml => xml(schedule),
            Self::Json => json(schedule),
            Self::Ical => ical(schedule),
        }
    }
}

/// Adds formatted text, which never fails.
macro_rules! add {
    ($text:expr, $($arguments:tt)*) => { let _ = write!($text, $($arguments)*); };
}

/// Names of rooms and their sessions.
type RoomSessions<'a> = Vec<(&'a str, Vec<&'a Session>)>;

impl Schedule {
    /// Returns the dates with their rooms, and the sessions of each room.
    fn days(&self) -> Vec<(NaiveDate, RoomSessions<'_>)> {
        let dates = self.sessions.chunk_by(|one, next| one.start.date() == next.start.date());
        let day = |sessions: &[Session]| {
            sessions.first().map_or_else(NaiveDate::default, |first| first.start.date())
        };
        dates
            .map(|of_day| {
                let mut rooms: Vec<_> = self.rooms.iter().map(|room| (room.as_str(), Vec::new())).collect();
                for session in of_day {
                    rooms[session.room].1.push(session);
                }
                rooms.retain(|(_, sessions)| !sessions.is_empty());
                (day(of_day), rooms)
            })
            .collect()
    }

    fn names<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a str> {
        session.people.iter().map(|person| self.people[*person].as_str())
    }
}

fn toml(schedule: &Schedule) -> String {
    let mut text = format!("title = \"{}\"\ntimezone = \"{ZONE}\"\n", schedule.title);
    for (table, names) in
        [("rooms", &schedule.rooms), ("tracks", &schedule.tracks), ("speakers", &schedule.people)]
    {
        for name in names {
            add!(text, "\n[[{table}]]\nname = \"{name}\"\n");
        }
    }
    for session in &schedule.sessions {
        add!(text, "\n[[agenda]]\nid = \"{}\"\ntitle = \"{}\"\n", session.id, session.title);
        add!(text, "start = {}\n", session.start.format("%Y-%m-%dT%H:%M:%S"));
        add!(
            text,
            "duration = {}\nroom = \"{}\"\n",
            Session::LENGTH.num_minutes(),
            schedule.rooms[session.room]
        );
        add!(text, "track = \"{}\"\n", schedule.tracks[session.track]);
        let people: Vec<String> = schedule.names(session).map(|name| format!("\"{name}\"")).collect();
        add!(text, "speakers = [{}]\nabstract = \"\"\"\n{}\"\"\"\n", people.join(", "), session.text);
    }
    text
}

fn xml(schedule: &Schedule) -> String {
    let mut text = "<?xml version='1.0' encoding='utf-8'?>\n<schedule>".to_owned();
    add!(text, "<conference><title>{}</title>", schedule.title);
    add!(text, "<time_zone_name>{ZONE}</time_zone_name></conference>\n");
    for (number, (date, rooms)) in (1..).zip(schedule.days()) {
        add!(text, "<day index=\"{number}\" date=\"{date}\">\n");
        for (room, sessions) in rooms {
            add!(text, "<room name=\"{room}\">\n");
            for session in sessions {
                xml_event(&mut text, schedule, session, room);
            }
            text.push_str("</room>\n");
        }
        text.push_str("</day>\n");
    }
    text + "</schedule>\n"
}

fn xml_event(text: &mut String, schedule: &Schedule, session: &Session, room: &str) {
    let (id, start) = (&session.id, session.start);
    add!(text, "<event id=\"{id}\" guid=\"{id}\"><date>{}{OFFSET}</date>", start.format("%Y-%m-%dT%H:%M:%S"));
    add!(text, "<start>{}</start><duration>{}</duration>", start.format("%H:%M"), duration());
    add!(text, "<room>{room}</room><slug>{id}</slug><title>{}</title><subtitle/>", session.title);
    add!(text, "<track>{}</track><type>lecture</type>", schedule.tracks[session.track]);
    add!(text, "<language>en</language><abstract>{}</abstract><description/><persons>", session.text);
    for name in schedule.names(session) {
        add!(text, "<person>{name}</person>");
    }
    text.push_str("</persons><links/></event>\n");
}

fn json(schedule: &Schedule) -> String {
    let mut text = "{\"schedule\": {\"version\": \"1\", \"conference\": {".to_owned();
    let days = schedule.days();
    let date = |day: Option<&(NaiveDate, _)>| day.map(|(date, _)| *date).unwrap_or_default();
    add!(text, "\"acronym\": \"generated\", \"title\": \"{}\", ", schedule.title);
    add!(text, "\"start\": \"{}\", \"end\": \"{}\", ", date(days.first()), date(days.last()));
    add!(text, "\"daysCount\": {}, \"timeslot_duration\": \"00:05\", ", days.len());
    add!(text, "\"time_zone_name\": \"{ZONE}\", \"days\": [");
    for (number, (date, rooms)) in (1..).zip(days) {
        text.push_str(if number == 1 { "\n" } else { ",\n" });
        add!(
            text,
            "{{\"index\": {number}, \"date\": \"{date}\", \"day_start\": \"{date}T09:00:00{OFFSET}\", "
        );
        add!(text, "\"day_end\": \"{date}T23:59:00{OFFSET}\", \"rooms\": {{");
        for (at, (room, sessions)) in rooms.into_iter().enumerate() {
            add!(text, "{}\"{room}\": [", if at == 0 { "" } else { ", " });
            for (at, session) in sessions.into_iter().enumerate() {
                text.push_str(if at == 0 { "\n" } else { ",\n" });
                json_event(&mut text, schedule, session, room);
            }
            text.push(']');
        }
        text.push_str("}}");
    }
    text + "]}}}\n"
}

fn json_event(text: &mut String, schedule: &Schedule, session: &Session, room: &str) {
    let (id, start) = (&session.id, session.start);
    let number = id.trim_start_matches('s');
    add!(text, "{{\"id\": {number}, \"guid\": \"{id}\", ");
    add!(text, "\"date\": \"{}{OFFSET}\", ", start.format("%Y-%m-%dT%H:%M:%S"));
    add!(text, "\"start\": \"{}\", \"duration\": \"{}\", ", start.format("%H:%M"), duration());
    add!(text, "\"room\": \"{room}\", \"slug\": \"{id}\", \"title\": \"{}\", ", session.title);
    add!(text, "\"subtitle\": \"\", \"track\": \"{}\", ", schedule.tracks[session.track]);
    add!(text, "\"type\": \"lecture\", \"language\": \"en\", ");
    add!(
        text,
        "\"abstract\": \"{}\", \"description\": \"\", \"persons\": [",
        session.text.replace('\n', "\\n")
    );
    for (at, (person, name)) in session.people.iter().zip(schedule.names(session)).enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        add!(text, "{comma}{{\"id\": {}, \"public_name\": \"{name}\"}}", person + 1);
    }
    text.push_str("], \"links\": []}");
}

/// Returns the length of a session in hours and minutes.
fn duration() -> String {
    let minutes = Session::LENGTH.num_minutes();
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn ical(schedule: &Schedule) -> String {
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kurultai//generated//EN"] {
        fold(&mut text, line);
    }
    fold(&mut text, &format!("X-WR-CALNAME:{}", schedule.title));
    fold(&mut text, &format!("X-WR-TIMEZONE:{ZONE}"));
    for session in &schedule.sessions {
        let start = session.start - OFFSET_HOURS;
        let form = "%Y%m%dT%H%M%SZ";
        for line in [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@example.org", session.id),
            "DTSTAMP:20270101T000000Z".to_owned(),
            format!("DTSTART:{}", start.format(form)),
            format!("DTEND:{}", (start + Session::LENGTH).format(form)),
            format!("SUMMARY:{}", escaped(&session.title)),
            format!("LOCATION:{}", schedule.rooms[session.room]),
            format!("CATEGORIES:{}", schedule.tracks[session.track]),
            format!("DESCRIPTION:{}", escaped(&session.text)),
            "END:VEVENT".to_owned(),
        ] {
            fold(&mut text, &line);
        }
    }
    fold(&mut text, "END:VCALENDAR");
    text
}

fn escaped(text: &str) -> String {
    text.replace(',', "\\,").replace('\n', "\\n")
}

/// Adds a line of a calendar, folded.
fn fold(text: &mut String, line: &str) {
    let mut left = LINE;
    for c in line.chars() {
        if c.len_utf8() > left {
            text.push_str("\r\n ");
            left = LINE - 1;
        }
        text.push(c);
        left -= c.len_utf8();
    }
    text.push_str("\r\n");
}
