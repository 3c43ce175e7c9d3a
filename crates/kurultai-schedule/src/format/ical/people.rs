//! People of a session: `ATTENDEE`, `ORGANIZER`, and a description that begins with its speakers.

use std::collections::HashSet;

use super::components::Component;
use super::lines::Line;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::builder::{ConferenceBuilder, Keys, is_several};
use crate::model::{LocalizedText, Organizer, Participation, Person, Role};
use crate::text::SafeText;

/// Placeholders for a speaker.
const NOBODY: [&str; 9] =
    ["tba", "tbd", "tbc", "to be announced", "to be confirmed", "various", "unknown", "none", "n/a"];

/// Returns `CN`, unless it is an e-mail address.
fn name(line: &Line) -> Option<SafeText> {
    let name = line.parameter("CN").map(|name| SafeText::line(&name))?;
    let is_address = name.split_once('@').is_some_and(|(_, host)| host.contains('.') && !name.contains(' '));
    (!name.is_empty() && !is_address).then_some(name)
}

/// Returns the organizer of the conference: the same organizer in several sessions and no other one.
pub(super) fn organizer(header: &Component, events: &[Component]) -> Option<SafeText> {
    let of_header = header.line("ORGANIZER").and_then(name);
    let names: Vec<SafeText> =
        events.iter().filter_map(|event| event.line("ORGANIZER").and_then(name)).collect();
    let is_shared = names.len() > 1 && names.iter().collect::<HashSet<_>>().len() == 1;
    of_header.or_else(|| names.into_iter().next().filter(|_| is_shared))
}

pub(super) fn hold(builder: &mut ConferenceBuilder, organizer: Option<&SafeText>) {
    let name = organizer.map(|name| LocalizedText::untagged(name.clone()));
    builder
        .conference
        .organizers
        .extend(name.map(|name| Organizer { name: Some(name), ..Organizer::default() }));
}

/// Returns the people of a session. `speakers` come from its description.
pub(super) fn people(
    builder: &mut ConferenceBuilder,
    event: &Component,
    speakers: Vec<SafeText>,
    holder: Option<&SafeText>,
) -> Vec<Participation> {
    let mut people = Vec::new();
    for name in speakers {
        let span = event.line("DESCRIPTION").map_or(event.span, |line| line.span);
        add_participant(builder, &mut people, name, Some(Role::Speaker), span);
    }
    for line in event.lines("ATTENDEE") {
        let is = |key: &str, words: &[&str]| {
            let value = line.parameter(key).unwrap_or_default();
            words.iter().any(|word| value.eq_ignore_ascii_case(word))
        };
        if is("CUTYPE", &["ROOM", "RESOURCE"]) || is("PARTSTAT", &["DECLINED"]) {
            continue;
        }
        // Attendees probably speak, but the file does not state it.
        let role = is("ROLE", &["CHAIR"]).then_some(Role::Chair);
        if let Some(name) = name(line) {
            add_participant(builder, &mut people, name, role, line.span);
        }
    }
    let organizer = event.line("ORGANIZER").and_then(|line| Some((name(line)?, line.span)));
    // The organizer of a single session probably speaks, too.
    if let Some((name, span)) = organizer.filter(|(name, _)| Some(name) != holder) {
        add_participant(builder, &mut people, name, None, span);
    }
    people
}

fn add_participant(
    builder: &mut ConferenceBuilder,
    people: &mut Vec<Participation>,
    name: SafeText,
    role: Option<Role>,
    span: Span,
) {
    let is_several = is_several(&name);
    let text = name.clone();
    let person = Person { name: Some(LocalizedText::untagged(name)), ..Person::default() };
    let is_new = builder.add_participant(people, &Keys::default(), person, role);
    if is_several && is_new == Some(true) {
        builder.report(Diagnostic::new(Code::SeveralNames, span).with("name", MessageArg::from(&text)));
    }
}

/// Splits `Speaker: Name` or `Speakers: Name, Name` off a description, if the first paragraph contains only
/// names.
pub(super) fn speakers(description: &str) -> (Vec<SafeText>, &str) {
    let (first, rest) = description.split_once('\n').unwrap_or((description, ""));
    let names: Vec<SafeText> = if let Some(names) = first.strip_prefix("Speakers: ") {
        names.split(',').map(SafeText::line).collect()
    } else if let Some(name) = first.strip_prefix("Speaker: ") {
        vec![SafeText::line(name)]
    } else {
        return (Vec::new(), description);
    };
    let is_name = |name: &SafeText| {
        let words = name.split(' ').count();
        name.chars().any(char::is_alphabetic)
            && name.chars().count() <= 80
            && words <= 8
            && !name.contains(['<', '>', ':', ';', '@', '?', '!'])
            && !name.ends_with('.')
            && !NOBODY.contains(&name.to_lowercase().as_str())
    };
    if names.iter().all(is_name) { (names, rest) } else { (Vec::new(), description) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_a_line_of_names_only() {
        let names = |text: &str| {
            let (names, rest) = speakers(text);
            (names.iter().map(ToString::to_string).collect::<Vec<_>>(), rest.to_owned())
        };
        let is = |names: &[&str], rest: &str| {
            (names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), rest.to_owned())
        };
        assert_eq!(names("Speaker: Ada Lovelace\nOn engines."), is(&["Ada Lovelace"], "On engines."));
        assert_eq!(names("Speakers: Ada, Sean \"x\" Cross"), is(&["Ada", "Sean \"x\" Cross"], ""));
        for text in [
            "Speaker: TBA\nx",
            "Speaker: see http://example.org\nx",
            "Speaker: this talk is about loudspeakers.\nx",
            "Speakers: Ada, \nx",
            "speaker: Ada",
            "Our Speaker: Ada",
            "<p>Speaker: Ada</p>",
        ] {
            assert_eq!(names(text), is(&[], text));
        }
    }
}
