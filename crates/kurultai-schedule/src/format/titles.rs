//! Finds the titles of sessions in the source, so that diagnostics show the title instead of the first line
//! of a session.

use std::collections::HashMap;

use super::parsed::Parsed;
use crate::diagnostic::{Code, MessageArg, Source, Span};
use crate::model::Session;

/// The number of bytes to search from the start of a session.
const FAR: usize = 16 << 10;
/// The largest distance in bytes between a title and its key.
const NEAR: usize = 48;
/// The keys of titles in all formats.
const KEYS: [&str; 3] = ["title", "summary", "name"];

/// Adds the positions of titles to the source map.
pub(super) fn point_at_titles(read: &mut Parsed, source: &Source) {
    let sessions = &read.conference.sessions;
    let begins: Vec<Span> = (0..sessions.len()).map(|at| read.source_map.session(at)).collect();
    let mut starts: Vec<usize> = begins.iter().map(|span| span.start).collect();
    starts.sort_unstable();
    starts.dedup();
    let titles = sessions.iter().zip(&begins).map(|(session, begin)| {
        let next = starts.get(starts.partition_point(|start| *start <= begin.start)).copied();
        let end = next.unwrap_or(source.text().len()).min(begin.start.saturating_add(FAR));
        find(session, source.text(), Span::new(begin.start, end)).unwrap_or(*begin)
    });
    let titles = titles.collect();
    read.source_map = std::mem::take(&mut read.source_map).with_titles(titles);
}

/// Adds the session title to diagnostics at the start of a session, and moves them to the title.
pub(super) fn name_sessions(read: &mut Parsed) {
    let mut at: HashMap<Span, usize> = HashMap::new();
    for index in 0..read.conference.sessions.len() {
        at.entry(read.source_map.session(index)).or_insert(index);
    }
    for diagnostic in &mut read.diagnostics {
        let counts = diagnostic.args.iter().any(|(name, _)| *name == "count");
        if counts || is_about_header(diagnostic.code) || diagnostic.span == Span::default() {
            continue;
        }
        let Some(index) = at.get(&diagnostic.span) else { continue };
        let title = read.conference.sessions[*index].title.as_ref();
        let Some(title) = title.map(|title| title.get(&read.conference.reading(None))) else { continue };
        diagnostic.args.push(("session", MessageArg::from(title)));
        // Damage is reported at its own position.
        if !matches!(diagnostic.code, Code::BrokenComponent | Code::Damaged) {
            diagnostic.span = read.source_map.title(*index);
        }
    }
}

/// True if a diagnostic is about the header of a table and must point at it.
const fn is_about_header(code: Code) -> bool {
    matches!(
        code,
        Code::BrokenHeader
            | Code::OneBracket
            | Code::TwoBrackets
            | Code::ForgottenHeader
            | Code::MisspeltTable
    )
}

/// Finds the title of a session, or its beginning, after a key.
fn find(session: &Session, text: &str, part: Span) -> Option<Span> {
    let texts = session.title.as_ref()?.iter();
    let places = texts.filter_map(|(_, title)| {
        // Escaped characters end the search text.
        let beginning =
            title.split(['&', '<', '>', '"', '\'', '\\', ',', ';', '\u{fffd}']).next()?.trim_end();
        let part_of_text = text.as_bytes().get(part.start..part.end)?;
        // Building a `memchr::memmem::Finder` takes longer than this search.
        let starts = memchr::memchr_iter(*beginning.as_bytes().first()?, part_of_text);
        let found = starts.filter(|at| part_of_text[*at..].starts_with(beginning.as_bytes()));
        let spans = found.map(|at| Span::new(part.start + at, part.start + at + beginning.len()));
        let spans: Vec<Span> = spans.take(8).collect();
        spans.into_iter().find(|span| is_title(text, *span, part.start))
    });
    places.min_by_key(|span| span.start)
}

/// True if the position is at word boundaries and near a key.
fn is_title(text: &str, place: Span, from: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..place.start), text.get(place.end..)) else { return false };
    let is_whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    let mut near = place.start.saturating_sub(NEAR).max(from);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    let near = text.get(near..place.start).unwrap_or_default().to_lowercase();
    is_whole && KEYS.iter().any(|key| near.contains(key))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Source;

    /// Checks the source positions of titles, reduced to their underlines.
    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let source = Source::new("x", text);
        let read = crate::format::read(&source);
        let found: Vec<(usize, &str)> = (0..read.conference.sessions.len())
            .map(|at| read.source_map.title(at))
            .map(|span| (source.position(span.start).line, &text[span.start..span.end]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_in_every_format() {
        check(
            "title = 'agenda'\n[[agenda]]\nid = 'a'\ntitle = 'a'\n[[agenda]]\ntitle = { ky = 'Суу', ru = 'Вода' }\n",
            &[(4, "a"), (6, "Суу")],
        );
        check(
            "<schedule><day index='1' date='2025-02-01'><room name='R'>\n<event id='1'>\n<title>Q &amp; A</title>\n\
             </event>\n<event id='2'>\n<title>Ice, fog</title></event></room></day></schedule>",
            &[(3, "Q"), (6, "Ice")],
        );
        check(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250201T100000\nUID:Ice@x\nSUMMARY;LANGUAGE=en:Ice\nEND:VEVENT\nEND:VCALENDAR\n",
            &[(5, "Ice")],
        );
    }

    #[test]
    fn a_session_without_a_title_stays_where_it_begins() {
        check(
            "title = 'T'\n[[agenda]]\nstart = '10:00'\n[[agenda]]\ntitle = 'b'\n",
            &[(2, "[[agenda]]"), (5, "b")],
        );
    }
}
