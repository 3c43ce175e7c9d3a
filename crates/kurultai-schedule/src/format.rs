//! Readers and writers of schedule formats. Each reader recognizes its format by content, never by file name.
//!
//! Event files, written by hand, have a reader of their own. The readers of published formats build the
//! conference with `ConferenceBuilder`, which contains their shared rules.

mod address;
mod builder;
pub mod c3voc;
pub mod csv;
mod day_room_table;
pub mod event_file;
mod export;
mod field_parser;
mod giggity;
pub mod ical;
mod json;
mod limits;
mod media;
mod one_line;
mod opass;
mod parsed;
mod pretalx;
mod roundtrip;
pub mod schedule_xml;
mod sessionize;
mod stable_ids;
mod synonyms;
mod time;
mod titles;
mod unknown;
mod xml;
pub mod zone;

use crate::diagnostic::Source;
pub use day_room_table::ExportError;
pub use export::{CalendarScope, ExportJob, Writer};
pub use parsed::Parsed;
pub use roundtrip::{Export, LossKind, RoundTripLoss, lost};
pub use time::doubts;

/// A file to be offered to each reader.
struct Candidate<'s> {
    source: &'s Source,
    /// The text without leading whitespace and byte order marks.
    text: &'s str,
    /// The parsed document if the file is JSON.
    json: Option<json::Document<'s>>,
}

impl Candidate<'_> {
    fn is_xml(&self) -> bool {
        self.text.starts_with('<')
    }
}

/// A reader of one format. It recognizes the format by keys that no other format has and returns `None` for
/// other files.
type Reader = fn(&Candidate<'_>) -> Option<Parsed>;

/// All readers. No two of them recognize the same file; cheap tests come first.
const READERS: &[Reader] = &[
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
    |file| {
        let is_other = file.json.is_some() || file.is_xml() || event_file::evidence::is_event_file(file.text);
        if is_other || unknown::magic(file.text).is_some() {
            None
        } else {
            event_file::sheet::read(file.source)
        }
    },
];

/// All formats that schedules can be exported to.
pub const WRITERS: &[Writer] = &[
    Writer { name: "toml", keeps_plan: false, write: |job| Ok(event_file::write(job.conference)) },
    Writer { name: "ics", keeps_plan: true, write: |job| Ok(ical::write_job(job)) },
    Writer { name: "json", keeps_plan: false, write: |job| c3voc::write(job.conference, &job.reading) },
    Writer { name: "xml", keeps_plan: false, write: |job| schedule_xml::write(job.conference, &job.reading) },
    Writer { name: "csv", keeps_plan: false, write: |job| Ok(csv::write(job.conference, &job.reading)) },
];

/// Reads a schedule in any format. A file in no known format gives a diagnostic that names its kind.
#[must_use]
pub fn read(source: &Source) -> Parsed {
    let mut read = read_format(source);
    limits::keep(&mut read, source);
    titles::point_at_titles(&mut read, source);
    titles::name_sessions(&mut read);
    read
}

fn read_format(source: &Source) -> Parsed {
    let text = source.text().trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let json = (unknown::magic(text).is_none() && is_json(text)).then(|| json::parse(source.text()));
    let file = Candidate { source, text, json };
    let read = READERS.iter().find_map(|reader| reader(&file));
    read.unwrap_or_else(|| unknown::read(source, file.json.as_ref()))
}

/// True if the text looks like JSON. A TOML header also begins with a bracket, so the following characters
/// decide. If the first bracket is damaged, a quoted name with a colon decides.
fn is_json(text: &str) -> bool {
    let mut parts = text.splitn(3, '"');
    if let (Some(before), Some(name), Some(after)) = (parts.next(), parts.next(), parts.next())
        && before.split_whitespace().map(str::len).sum::<usize>() <= MAX_BEGINNING
        && !before.is_empty()
        && !before.starts_with('#')
        && !is_key(before)
        && !name.contains('\n')
        && after.trim_start().starts_with(':')
    {
        return true;
    }
    match text.strip_prefix('[') {
        // jCal begins with its name.
        Some(rest) => {
            rest.trim_start().starts_with(['{', ']']) || rest.trim_start().starts_with("\"vcalendar\"")
        }
        None => text.starts_with('{'),
    }
}

/// True if the text before a quote is a TOML key.
fn is_key(before: &str) -> bool {
    let key = before.trim_end().strip_suffix('=');
    key.is_some_and(|key| key.contains(|c: char| c.is_alphanumeric()))
}

/// The largest number of bytes before the first quote: brackets, or a bracket and one wrong character.
const MAX_BEGINNING: usize = 6;

/// Returns the results of all readers, even of those that do not recognize the file. For tests with damaged
/// files: no reader may panic on any input.
#[must_use]
pub fn read_as_each(source: &Source) -> Vec<Parsed> {
    let document = json::parse(source.text());
    let of_json = [c3voc::read, pretalx::widget::read, pretalx::read, sessionize::read, opass::read];
    let of_json = of_json.into_iter().filter_map(|read| read(source, &document));
    let others = [event_file::read(source), ical::read(source), unknown::read(source, Some(&document))];
    let others = others.into_iter().chain(event_file::sheet::read(source));
    let of_xml = schedule_xml::read(source).into_iter().chain(giggity::read(source, source.text()));
    of_json.chain(others).chain(of_xml).chain([unknown::read(source, None)]).collect()
}
