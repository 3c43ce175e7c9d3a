//! Writes an event file from any conference.
//!
//! The output is TOML 1.0 with the tables in the order of docs/FORMAT.md; unknown values are omitted. The
//! output is read back to report everything that the format cannot represent.

mod context;
mod records;
mod references;
mod text;
mod times;
mod toml_writer;
mod values;

use std::collections::{HashMap, HashSet};

pub(super) use context::WriteContext;
pub(super) use references::ReferenceNames;
pub use text::{block as block_text, quoted};
pub use times::{date as date_text, time as time_text};
pub(super) use toml_writer::TomlWriter;

use super::read::read;
use super::record::Record;
use crate::diagnostic::Source;
use crate::format::roundtrip::{Export, ReadBack, diff};
use crate::model::{Conference, Role};

/// Writes a conference as an event file.
///
/// ```
/// use kurultai_schedule::diagnostic::Source;
/// use kurultai_schedule::format::event_file;
/// let text = "title = \"Our day\"\ndate = 2026-03-07\n\n[[agenda]]\ntitle = \"Opening\"\nroom = \"Hall\"\n";
/// let conference = event_file::read(&Source::new("day.toml", text)).conference;
/// assert_eq!(event_file::write(&conference).text, text);
/// assert_eq!(event_file::write(&conference).lost, []);
/// ```
#[must_use]
pub fn write(conference: &Conference) -> Export {
    let text = to_toml(conference);
    let read = read(&Source::new("", &text)).conference;
    Export { lost: diff(conference, &ReadBack::in_place(read)), text }
}

fn to_toml(conference: &Conference) -> String {
    let context = WriteContext::new(conference);
    let mut writer = TomlWriter::new(&context);
    conference.write(&mut writer);
    // A day without a date and a repeated date would be mistakes.
    let mut dates = HashSet::new();
    let days = conference.days.iter().filter(|day| times::date(day.date).is_some() && dates.insert(day.date));
    writer.records("days", days);
    writer.entities("rooms", &conference.rooms, &context.rooms);
    writer.entities("tracks", &conference.tracks, &context.tracks);
    let mut owners = HashMap::new();
    for id in conference.people.iter().filter_map(|person| person.id.as_ref()) {
        *owners.entry(id).or_insert(0) += 1;
    }
    writer.entities_in(&conference.people, &context.people, |person| match &person.roles[..] {
        // The reader merges people with one id from different tables.
        _ if person.id.as_ref().is_some_and(|id| owners[id] > 1) => "people",
        [Role::Guest] => "guests",
        [Role::Speaker] => "speakers",
        _ => "people",
    });
    writer.entities("agenda", &conference.sessions, &context.sessions);
    writer.records("organizers", &conference.organizers);
    writer.entities("tiers", &conference.tiers, &context.tiers);
    writer.records("sponsors", &conference.sponsors);
    writer.records("delegations", &conference.delegations);
    writer.records("info", &conference.infos);
    writer.finish()
}
