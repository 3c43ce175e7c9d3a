//! Converts a schedule in any format to iCalendar: `cargo run --package kurultai-schedule --example to_icalendar -- schedule.xml > schedule.ics`

use std::{env, fs, io};

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{self, ical};
use kurultai_schedule::model::SessionId;

fn main() -> io::Result<()> {
    let Some(path) = env::args().nth(1) else {
        return Err(io::Error::other("usage: to_icalendar FILE"));
    };
    let (source, _) = Source::decode(&path, fs::read(&path)?);
    let conference = format::read(&source).conference;
    let options = ical::Options {
        reading: conference.reading(None),
        words: &ical::EnglishWords,
        busy: &[],
        sequence: None,
        plan: None,
    };
    let sessions: Vec<SessionId> = (0..conference.sessions.len()).map(SessionId::new).collect();
    let export = ical::write(&conference, &sessions, &options);
    print!("{}", export.text);
    for loss in &export.lost {
        eprintln!("cannot be written: {} {:?}", loss.table, loss.name);
    }
    Ok(())
}
