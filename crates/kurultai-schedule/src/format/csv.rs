//! A table of the sessions for spreadsheets: CSV of RFC 4180.

use std::collections::HashSet;

use super::roundtrip::{Export, ReadBack, diff};
use crate::markup;
use crate::model::{
    Conference, Kind, LanguagePreference, LocalizedText, Person, Role, Room, Rooms, Session, Status, Times,
    Track, Zone,
};
use crate::text::SafeText;

/// The name of a column and its value.
type Column = (&'static str, fn(&Table, &Session) -> String);

/// The conference and the language of the table.
struct Table<'a> {
    conference: &'a Conference,
    reading: &'a LanguagePreference,
}

const COLUMNS: &[Column] = &[
    ("id", |_, session| word(session.id.as_ref())),
    ("guid", |_, session| word(session.guid.as_ref())),
    ("title", |table, session| table.say(session.title.as_ref())),
    ("subtitle", |table, session| table.say(session.subtitle.as_ref())),
    ("kind", |_, session| word(session.kind.as_ref().map(Kind::word))),
    ("type", |table, session| table.say(session.source_type.as_ref())),
    ("status", |_, session| word(session.status.as_ref().map(Status::word))),
    ("day", |_, session| word(session.times.day)),
    ("date", |_, session| word(session.times.date)),
    ("start", |_, session| time(session.times.start)),
    ("end", |_, session| time(session.times.end())),
    ("minutes", |_, session| minutes(&session.times)),
    ("rooms", |table, session| table.rooms(session)),
    ("track", |table, session| table.track(session)),
    ("people", |table, session| table.people(session)),
    ("languages", |_, session| join(session.languages.iter().map(ToString::to_string))),
    ("level", |table, session| table.say(session.level.as_ref())),
    ("tags", |table, session| join(session.tags.iter().map(|tag| table.say(Some(tag))))),
    ("abstract", |table, session| table.prose(session.summary.as_ref())),
    ("description", |table, session| table.prose(session.description.as_ref())),
    ("url", |_, session| word(session.url.as_ref())),
    ("slides", |_, session| word(session.slides.as_ref())),
    ("recording", |_, session| word(session.recording.as_ref())),
    ("stream", |_, session| word(session.stream.as_ref())),
    ("feedback", |_, session| word(session.feedback.as_ref())),
    ("clock", |table, session| table.conference.clock_label(&session.times).unwrap_or_default()),
];

/// Writes the sessions of a conference as a table, one per line, in one language. The first line names the columns.
///
/// Cells that a spreadsheet would interpret as formulas begin with `'`, which spreadsheets hide.
///
/// ```
/// use kurultai_schedule::diagnostic::Source;
/// use kurultai_schedule::format::{csv, event_file};
/// let text = "title = 'T'\nagenda = [{ title = '=1+1', start = '09:30', duration = '45m' }]\n";
/// let conference = event_file::read(&Source::new("", text)).conference;
/// let table = csv::write(&conference, &conference.reading(None)).text;
/// assert!(table.ends_with("clock\r\n,,'=1+1,,,,,,,09:30,10:15,45,,,,,,,,,,,,,,\r\n"));
/// ```
#[must_use]
pub fn write(conference: &Conference, reading: &LanguagePreference) -> Export {
    let table = Table { conference, reading };
    let mut text = COLUMNS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",");
    text.push_str("\r\n");
    for session in &conference.sessions {
        let cells = COLUMNS.iter().map(|(_, value)| cell(&value(&table, session)));
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push_str("\r\n");
    }
    Export { lost: diff(conference, &representable(conference, reading)), text }
}

/// Returns a quoted cell that is not a formula.
fn cell(text: &str) -> String {
    // Text that already looks like an escaped formula gets another `'`, so that the two can be told apart.
    let is_formula =
        text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    let is_plain = !text.contains(['"', ',', '\n', '\r']) && text.trim() == text;
    if is_plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

impl Table<'_> {
    fn say(&self, texts: Option<&LocalizedText>) -> String {
        texts.map_or_else(String::new, |texts| texts.get(self.reading).to_string())
    }

    /// Returns a text without markup.
    fn prose(&self, texts: Option<&LocalizedText>) -> String {
        markup::plain(&self.say(texts))
    }

    fn name(&self, name: Option<&LocalizedText>, id: Option<&SafeText>) -> String {
        name.map(|name| name.get(self.reading)).or(id).map_or_else(String::new, ToString::to_string)
    }

    fn rooms(&self, session: &Session) -> String {
        match &session.rooms {
            Rooms::All => "*".to_owned(),
            Rooms::In(rooms) => join(rooms.iter().map(|room| {
                let room = self.conference.room(*room);
                self.name(room.name.as_ref(), room.id.as_ref())
            })),
        }
    }

    fn track(&self, session: &Session) -> String {
        let track = session.track.map(|track| self.conference.track(track));
        track.map_or_else(String::new, |track| self.name(track.name.as_ref(), track.id.as_ref()))
    }

    fn people(&self, session: &Session) -> String {
        join(session.people.iter().map(|one| {
            let person = self.conference.person(one.person);
            let name = self.name(one.name.as_ref().or(person.name.as_ref()), person.id.as_ref());
            match &one.role {
                None | Some(Role::Speaker) => name,
                Some(role) => format!("{name} ({})", role.word()),
            }
        }))
    }
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

fn word<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn time(time: Option<chrono::NaiveTime>) -> String {
    word(time.map(|time| time.format("%H:%M")))
}

fn minutes(times: &Times) -> String {
    word(times.duration.map(|length| length.num_minutes()))
}

/// Returns the part of the conference that the table represents.
fn representable(conference: &Conference, reading: &LanguagePreference) -> ReadBack {
    let sessions = || conference.sessions.iter();
    let rooms = sessions().flat_map(|session| match &session.rooms {
        Rooms::In(rooms) => &rooms[..],
        Rooms::All => &[],
    });
    let rooms = rooms.map(|room| room.index()).collect();
    let tracks = sessions().filter_map(|session| session.track).map(usize::from).collect();
    let people = sessions().flat_map(|session| &session.people).map(|one| one.person.index()).collect();
    let used: [(&'static str, usize, HashSet<usize>); 3] = [
        ("rooms", conference.rooms.len(), rooms),
        ("tracks", conference.tracks.len(), tracks),
        ("people", conference.people.len(), people),
    ];
    let missing = used.iter().flat_map(|(table, count, used)| {
        (0..*count).filter(|index| !used.contains(index)).map(|index| (*table, index))
    });
    let missing = missing.collect();
    let mut represented = conference.clone();
    represented.keep_one_language(reading);
    for room in &mut represented.rooms {
        *room = Room { name: room.name.take(), ..Room::default() };
    }
    for track in &mut represented.tracks {
        *track = Track { name: track.name.take(), ..Track::default() };
    }
    for person in &mut represented.people {
        *person = Person { name: person.name.take(), ..Person::default() };
    }
    for session in &mut represented.sessions {
        let times = &mut session.times;
        times.all_day = false;
        times.duration = times.duration.filter(|length| length.num_seconds() % 60 == 0);
        *session = Session {
            attendance: None,
            part_of: None,
            same_as: None,
            content_note: None,
            links: Vec::new(),
            attachments: Vec::new(),
            recording_license: None,
            do_not_record: false,
            ..std::mem::take(session)
        };
    }
    let mut about = Conference::new(LocalizedText::untagged(SafeText::default()));
    about.zone = Zone::Unknown;
    ReadBack::holding(
        Conference {
            rooms: represented.rooms,
            tracks: represented.tracks,
            people: represented.people,
            sessions: represented.sessions,
            ..about
        },
        missing,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::{LossKind, event_file};

    #[test]
    fn translations_of_all_written_texts_are_lost() {
        let both = "{ en = 'a', ru = 'б' }";
        for key in ["title", "type", "level", "tags"] {
            let value = if key == "tags" { format!("[{both}]") } else { both.to_owned() };
            let text = format!("title = 'T'\nagenda = [{{ id = 's', {key} = {value} }}]\n");
            let conference = event_file::read(&Source::new("", &text)).conference;
            let lost = write(&conference, &conference.reading(None)).lost;
            let lost: Vec<_> =
                lost.iter().filter(|loss| loss.table == "agenda").map(|loss| &loss.lost).collect();
            assert_eq!(lost, [&LossKind::Key(key)]);
        }
    }

    #[test]
    fn no_cell_is_a_formula_or_breaks_out() {
        for (text, expected) in [
            ("a", "a"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("+1, 2", "\"'+1, 2\""),
            ("'=1", "''=1"),
            ("'a", "'a"),
            ("\ta", "'\ta"),
            ("＝1", "'＝1"),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("a\nb", "\"a\nb\""),
            (" a", "\" a\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
