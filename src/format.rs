//! From the text of a file to a conference: one folder per format, chosen by what stands in the file, never by its name.
//!
//! The event file, `toml`, is read by rules of its own, since people write it. What programs publish is read into a
//! `draft`, which knows what all of these formats have in common: people, rooms and tracks by what they are called, and
//! times that may be given in several ways at once.

mod clock;
pub mod csv;
mod draft;
pub mod frab;
mod grid;
pub mod ical;
mod identity;
mod json;
mod lost;
mod opass;
mod pretalx;
mod sessionize;
mod titles;
pub mod toml;
mod values;
pub mod voc;
mod xml;

use crate::diagnostic::{Code, Diagnostic, Places, Source, Span};
use crate::model::{Conference, Texts};
use crate::text::Clean;
pub use grid::Refused;
pub use lost::{Loss, Lost, Written, lost};

/// What reading a source gives: always a conference, however much of it could be read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The conference.
    pub conference: Conference,
    /// Where its sessions stand in the source.
    pub places: Places,
    /// What is wrong with the source, in its order.
    pub findings: Vec<Diagnostic>,
}

/// Reads a program in whatever format it is.
///
/// XML whose root is `<schedule>` is pentabarf, frab or pretalx; `BEGIN:VCALENDAR` is iCalendar; JSON is told by its
/// keys; everything else is an event file in TOML.
#[must_use]
pub fn read(source: &Source) -> Read {
    let mut read = read_format(source);
    titles::point_at_titles(&mut read, source);
    titles::name_sessions(&mut read);
    read
}

fn read_format(source: &Source) -> Read {
    let text = source.text().trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if ical::is_calendar(text) || ical::is_calendar(source.text()) {
        ical::read(source)
    } else if is_json(text) {
        read_json(source)
    } else if text.starts_with('<') {
        frab::read(source)
    } else {
        toml::read(source)
    }
}

/// A header of TOML begins with a bracket, too; what follows tells the two apart. Where the first bracket is damaged, the
/// first name with its colon is still there.
fn is_json(text: &str) -> bool {
    let mut parts = text.splitn(3, '"');
    if let (Some(before), Some(name), Some(after)) = (parts.next(), parts.next(), parts.next())
        && before.split_whitespace().map(str::len).sum::<usize>() <= LONGEST_BEGINNING
        && !before.is_empty()
        && !before.starts_with('#')
        && !name.contains('\n')
        && after.trim_start().starts_with(':')
    {
        return true;
    }
    match text.strip_prefix('[') {
        Some(rest) => rest.trim_start().starts_with(['{', ']']),
        None => text.starts_with('{'),
    }
}

/// As many bytes stand before the first quote at most: brackets, or one of them and what stands in place of the other.
const LONGEST_BEGINNING: usize = 6;

fn read_json(source: &Source) -> Read {
    let document = json::parse(source.text());
    let readers = [voc::read, pretalx::read, sessionize::read, opass::read];
    readers.iter().find_map(|read| read(source, &document)).unwrap_or_else(|| {
        let mut read = unknown(source);
        read.findings.extend(document.findings);
        read
    })
}

/// What is told of a file that has another format: its name in place of a title, and that it is no program.
fn unknown(source: &Source) -> Read {
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    Read {
        conference: Conference::new(Texts::plain(Clean::line(name))),
        places: Places::default(),
        findings: vec![Diagnostic::new(Code::UnknownFormat, Span::default())],
    }
}

/// The source as every reader reads it, also those that its content would not choose.
#[cfg(test)]
pub(crate) fn read_as_each(source: &Source) -> Vec<Read> {
    let document = json::parse(source.text());
    let of_json = [voc::read, pretalx::read, sessionize::read, opass::read];
    let of_json = of_json.into_iter().filter_map(|read| read(source, &document));
    of_json.chain([toml::read(source), frab::read(source), ical::read(source), unknown(source)]).collect()
}
