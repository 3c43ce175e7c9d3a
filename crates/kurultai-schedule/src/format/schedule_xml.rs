//! schedule.xml, published by pentabarf, frab, pretalx, wafer and others.
//!
//! `shape` describes the nesting of elements; `about` reads the conference, `days` the days, `events` the
//! sessions and `people` their people.

mod about;
mod days;
mod events;
mod people;
mod shape;
mod write;

use std::collections::HashSet;

use self::write::OWN;
use super::builder::ConferenceBuilder;
use super::day_room_table::{DayRoomTable, ExportError};
use super::parsed::Parsed;
use super::roundtrip::Export;
use super::xml::{self, Document, Element};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::model::{Conference, LanguagePreference, LocalizedText};
use crate::text::SafeText;

use self::shape::Schedule;

/// Reads a schedule; `None` for a file without the elements of this format.
pub(super) fn read(source: &Source) -> Option<Parsed> {
    let document = xml::parse::<Schedule>(source.text());
    let roots = roots(&document);
    if roots.is_empty() {
        return None;
    }
    let conference = roots.iter().find_map(|root| root.child("conference"));
    let title = conference.and_then(|about| line(about, "title").or_else(|| line(about, "acronym")));
    let mut reading = Reading {
        builder: ConferenceBuilder::new(source, title.map(LocalizedText::untagged)),
        text: source.text(),
        is_own: roots.iter().any(|root| is_own(root)),
        damage: document.damage,
        oddities: Oddities::default(),
    };
    reading.builder.is_exact = reading.is_own;
    if let Some(damage) = document.damage {
        reading.builder.report(Diagnostic::new(Code::Damaged, damage));
    }
    if let Some(about) = conference {
        reading.about(about);
    }
    for root in &roots {
        reading.lists(root);
    }
    reading.days(&roots);
    Some(reading.finish())
}

/// Writes a conference as schedule.xml, in one language.
///
/// Generates stable identifiers where the format requires them, but no other values. A session in several
/// rooms is listed in the first.
///
/// # Errors
///
/// If no session has a date and a time, or if the time zone is unknown.
pub fn write(conference: &Conference, reading: &LanguagePreference) -> Result<Export, ExportError> {
    let table = DayRoomTable::new(conference, reading.clone())?;
    Ok(table.export(write::document(&table), read))
}

/// Returns the root elements: more than one if the file is damaged or concatenated.
fn roots<'d, 'a>(document: &'d Document<'a>) -> Vec<&'d Element<'a>> {
    let top = &document.top;
    let is_ours =
        |root: &&Element<'_>| ["conference", "day", "event"].iter().any(|name| root.has_within(name));
    let roots: Vec<_> = top.within("schedule").into_iter().filter(is_ours).collect();
    // If the root tag is lost, its children are at the top level.
    let is_loose = top.all("conference").next().is_some() && top.all("day").next().is_some();
    if roots.is_empty() && is_loose { vec![top] } else { roots }
}

fn is_own(root: &Element<'_>) -> bool {
    root.all("generator").any(|generator| generator.attribute("name") == Some(OWN))
}

/// The file being read.
struct Reading<'a> {
    builder: ConferenceBuilder,
    text: &'a str,
    /// True if this app wrote the file.
    is_own: bool,
    damage: Option<Span>,
    oddities: Oddities,
}

/// Irregularities that are reported once per file.
#[derive(Default)]
struct Oddities {
    /// The first name with surrounding blanks, and the number of such names.
    padded: Option<(Span, usize)>,
    /// Words that are not languages.
    languages: HashSet<SafeText>,
}

impl Reading<'_> {
    /// Returns a trimmed name; counts those with surrounding blanks.
    fn name(&mut self, written: &str, span: Span) -> SafeText {
        if written.starts_with(char::is_whitespace) || written.ends_with(char::is_whitespace) {
            self.oddities.padded.get_or_insert((span, 0)).1 += 1;
        }
        SafeText::line(written)
    }

    /// Returns the URL from the first element with this name.
    fn address(&mut self, parent: &Element<'_>, name: &str) -> Option<SafeText> {
        let element = parent.child(name)?;
        self.builder.address(element.text()?, element.tag)
    }

    fn bad_value(&mut self, key: &'static str, value: &str, span: Span) {
        let diagnostic = Diagnostic::new(Code::BadValue, span).with("key", MessageArg::Word(key));
        self.builder.report(diagnostic.with("value", MessageArg::text(value.trim())));
    }

    fn finish(mut self) -> Parsed {
        if let Some((span, count)) = self.oddities.padded {
            self.builder
                .report(Diagnostic::new(Code::PaddedName, span).with("count", MessageArg::count(count)));
        }
        self.builder.finish()
    }
}

/// Returns the single-line text of the first element with this name.
fn line(parent: &Element<'_>, name: &str) -> Option<SafeText> {
    parent.child_text(name).map(SafeText::line).filter(|text| !text.is_empty())
}

/// Returns the text of the first element with this name, which may contain markup.
fn long(parent: &Element<'_>, name: &str, source: &str) -> Option<LocalizedText> {
    let text = SafeText::text(parent.child(name)?.markup(source)?);
    Some(LocalizedText::untagged(text)).filter(|text| !text.has_version(""))
}
