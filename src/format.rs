//! From the text of a file to a conference: one folder per format, chosen by what stands in the file, never by its name.
//!
//! The event file, `toml`, is read by rules of its own, since people write it. What programs publish is read into a
//! `draft`, which knows what all of these formats have in common: people, rooms and tracks by what they are called, and
//! times that may be given in several ways at once.

mod address;
mod builder;
pub mod c3voc;
pub mod csv;
mod day_room_table;
pub mod event_file;
mod field_parser;
mod giggity;
pub mod ical;
mod json;
mod media;
mod one_line;
mod opass;
mod pretalx;
mod roundtrip;
pub mod schedule_xml;
mod sessionize;
mod stable_ids;
mod time;
mod titles;
mod unknown;
mod xml;
pub mod zone;

use crate::diagnostic::{Diagnostic, Source, SourceMap};
use crate::model::Conference;
pub use day_room_table::ExportError;
pub use roundtrip::{Export, LossKind, RoundTripLoss, lost};
pub(crate) use time::doubts;

/// What reading a source gives: always a conference, however much of it could be read.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The conference.
    pub conference: Conference,
    /// Where its sessions stand in the source.
    pub source_map: SourceMap,
    /// What is wrong with the source, in its order.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that no reader has recognized yet.
struct Detected<'s> {
    source: &'s Source,
    /// Its text without blanks and a byte order mark at its beginning.
    text: &'s str,
    /// The parsed document if the file is JSON.
    json: Option<json::Document>,
}

impl Detected<'_> {
    fn is_xml(&self) -> bool {
        self.text.starts_with('<')
    }
}

/// A reader of one format: it tells its files by keys that only this format has, and gives `None` for any other.
type Reader = fn(&Detected<'_>) -> Option<Parsed>;

/// All formats that are read. No two of them recognize the same file; what is quick to tell comes first.
const READERS: [Reader; 9] = [
    |file| {
        (ical::is_calendar(file.text) || ical::is_calendar(file.source.text()))
            .then(|| ical::read(file.source))
    },
    |file| if file.is_xml() { giggity::read(file.source, file.text) } else { None },
    |file| if file.is_xml() { schedule_xml::read(file.source) } else { None },
    |file| c3voc::read(file.source, file.json.as_ref()?),
    |file| pretalx::widget::read(file.source, file.json.as_ref()?),
    |file| pretalx::read(file.source, file.json.as_ref()?),
    |file| sessionize::read(file.source, file.json.as_ref()?),
    |file| opass::read(file.source, file.json.as_ref()?),
    |file| {
        let is_other = file.json.is_some() || file.is_xml();
        (!is_other && event_file::evidence::is_event_file(file.text)).then(|| event_file::read(file.source))
    },
];

/// Reads a schedule in whatever format it is. Of a file in none of them, the kind is a diagnostic.
#[must_use]
pub fn read(source: &Source) -> Parsed {
    let mut read = read_format(source);
    titles::point_at_titles(&mut read, source);
    titles::name_sessions(&mut read);
    read
}

fn read_format(source: &Source) -> Parsed {
    let text = source.text().trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let json = (unknown::magic(text).is_none() && is_json(text)).then(|| json::parse(source.text()));
    let file = Detected { source, text, json };
    let read = READERS.iter().find_map(|reader| reader(&file));
    read.unwrap_or_else(|| unknown::read(source, file.json.as_ref()))
}

/// A header of TOML begins with a bracket, too; what follows tells the two apart. Where the first bracket is damaged, the
/// first name with its colon is still there.
fn is_json(text: &str) -> bool {
    let mut parts = text.splitn(3, '"');
    if let (Some(before), Some(name), Some(after)) = (parts.next(), parts.next(), parts.next())
        && before.split_whitespace().map(str::len).sum::<usize>() <= LONGEST_BEGINNING
        && !before.is_empty()
        && !before.starts_with('#')
        && !is_key(before)
        && !name.contains('\n')
        && after.trim_start().starts_with(':')
    {
        return true;
    }
    match text.strip_prefix('[') {
        // A calendar in JSON begins with its name.
        Some(rest) => {
            rest.trim_start().starts_with(['{', ']']) || rest.trim_start().starts_with("\"vcalendar\"")
        }
        None => text.starts_with('{'),
    }
}

/// True if what stands before a quote is a key of TOML, whose value begins there.
fn is_key(before: &str) -> bool {
    let key = before.trim_end().strip_suffix('=');
    key.is_some_and(|key| key.contains(|c: char| c.is_alphanumeric()))
}

/// As many bytes stand before the first quote at most: brackets, or one of them and what stands in place of the other.
const LONGEST_BEGINNING: usize = 6;

/// The source as every reader reads it, also those that its content would not choose.
#[cfg(test)]
pub(crate) fn read_as_each(source: &Source) -> Vec<Parsed> {
    let document = json::parse(source.text());
    let of_json = [c3voc::read, pretalx::widget::read, pretalx::read, sessionize::read, opass::read];
    let of_json = of_json.into_iter().filter_map(|read| read(source, &document));
    let others = [event_file::read(source), ical::read(source), unknown::read(source, Some(&document))];
    let of_xml = schedule_xml::read(source).into_iter().chain(giggity::read(source, source.text()));
    of_json.chain(others).chain(of_xml).chain([unknown::read(source, None)]).collect()
}
