//! schedule.xml, as pentabarf, frab, pretalx, wafer and others publish it.
//!
//! `shape` says which element stands in which; `about` reads the conference, `days` its days, `events` the sessions and
//! `people` who is in them. Times, rooms and tracks are those of the `Draft`.

mod about;
mod days;
mod events;
mod people;
mod shape;
mod write;

use std::collections::HashSet;

pub use self::write::write;
use super::Parsed;
use super::builder::ConferenceBuilder;
use super::xml::{self, Document, Element};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::model::LocalizedText;
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
        ids: HashSet::new(),
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

/// The schedules of a file: one, unless it is damaged or several were put together.
fn roots<'d, 'a>(document: &'d Document<'a>) -> Vec<&'d Element<'a>> {
    let top = &document.top;
    let is_ours = |root: &&Element<'_>| {
        let has = |name: &str| !root.within(name).is_empty();
        has("conference") || has("day") || has("event")
    };
    let roots: Vec<_> = top.within("schedule").into_iter().filter(is_ours).collect();
    // Where the first tag is lost, what it held stands at the top.
    let is_loose = top.all("conference").next().is_some() && top.all("day").next().is_some();
    if roots.is_empty() && is_loose { vec![top] } else { roots }
}

/// The name of the generator in schedules that this app wrote.
const OWN: &str = "kurultai";

fn is_own(root: &Element<'_>) -> bool {
    root.all("generator").any(|generator| generator.attribute("name") == Some(OWN))
}

/// A file that is being read.
struct Reading<'a> {
    builder: ConferenceBuilder,
    text: &'a str,
    /// True of a schedule that this app wrote.
    is_own: bool,
    damage: Option<Span>,
    /// The ids of the sessions so far.
    ids: HashSet<SafeText>,
    oddities: Oddities,
}

/// What a file may have so often that it is said once.
#[derive(Default)]
struct Oddities {
    /// Blanks around names: where first, and how many.
    padded: Option<(Span, usize)>,
    /// Words that are no languages.
    languages: HashSet<SafeText>,
}

impl Reading<'_> {
    /// A name; blanks around it are counted.
    fn name(&mut self, written: &str, span: Span) -> SafeText {
        if written.starts_with(char::is_whitespace) || written.ends_with(char::is_whitespace) {
            self.oddities.padded.get_or_insert((span, 0)).1 += 1;
        }
        SafeText::line(written)
    }

    /// The address in the first element with this name.
    fn address(&mut self, parent: &Element<'_>, name: &str) -> Option<SafeText> {
        let element = parent.child(name)?;
        self.builder.address(element.text()?, element.tag)
    }

    /// Something that stands in the file but cannot be read.
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

/// What the first element with this name says, in one line.
fn line(parent: &Element<'_>, name: &str) -> Option<SafeText> {
    parent.child_text(name).map(SafeText::line).filter(|text| !text.is_empty())
}

/// A text of several lines, maybe in markup.
fn long(parent: &Element<'_>, name: &str, source: &str) -> Option<LocalizedText> {
    let text = SafeText::text(parent.child(name)?.markup(source)?);
    Some(LocalizedText::untagged(text)).filter(|text| !text.has_version(""))
}
