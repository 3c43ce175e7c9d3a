//! Lints on a parsed conference.

mod capacity;
mod cut_off_text;
mod double_booking;
mod duplicate_title;
mod faint_color;
mod missing_date;
mod no_break;
mod opening_hours;
mod outside_dates;
mod subject;
mod translations;
mod unused;
mod walking;

use crate::diagnostic::{Diagnostic, SourceMap};
use crate::model::Conference;

/// A check. The [`SourceMap`] has the locations of the sessions.
type Check = fn(&Conference, &SourceMap) -> Vec<Diagnostic>;

/// All checks, in the order of their diagnostics.
const CHECKS: &[Check] = &[
    outside_dates::check,
    missing_date::check,
    double_booking::check,
    walking::check,
    opening_hours::check,
    capacity::check,
    unused::check,
    duplicate_title::check,
    no_break::check,
    translations::check,
    faint_color::check,
    cut_off_text::check,
];

/// Runs all checks. Returns the diagnostics that the author of the source does not allow.
#[must_use]
pub fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let diagnostics = CHECKS.iter().flat_map(|check| check(conference, source_map));
    diagnostics.filter(|diagnostic| !source_map.allows(diagnostic)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Source};
    use crate::format::event_file;

    #[track_caller]
    fn lines(text: &str, expected: &[(Code, usize)]) {
        let source = Source::new("test.toml", text);
        let read = event_file::read(&source);
        assert_eq!(read.diagnostics, []);
        let mut found: Vec<_> = check(&read.conference, &read.source_map)
            .iter()
            .map(|diagnostic| (diagnostic.code, source.position(diagnostic.span.start).line))
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn sessions_outside_the_conference() {
        lines(
            "title = 't'\nstart = 2025-02-01\nend = 2025-02-02\nagenda = [\n{ title = 'a', date = 2025-01-31 },\n\
             { title = 'b', date = 2025-02-02 },\n{ title = 'c', date = 2025-02-03, start = '03:00' },\n\
             { title = 'd', date = 2025-02-03 },\n]\n",
            &[(Code::OutsideDates, 5), (Code::OutsideDates, 8)],
        );
        lines("title = 't'\nstart = 2025-02-01\nagenda = [{ title = 'a', date = 2030-01-01 }]\n", &[]);
    }

    #[test]
    fn two_sessions_in_one_room() {
        lines(
            "title = 't'\ndate = 2025-02-01\nagenda = [\n\
             { title = 'a', id = 'a', start = '09:00', end = '10:00', room = 'R' },\n\
             { title = 'part', start = '09:10', end = '09:30', room = 'R', part_of = 'a' },\n\
             { title = 'b', start = '09:30', end = '09:40', room = 'R' },\n\
             { title = 'c', start = '09:30', end = '09:40', room = 'S' },\n\
             { title = 'd', start = '09:50', room = 'R' },\n\
             { title = 'e', start = '10:00', room = 'R' },\n\
             { title = 'f', start = '09:30', end = '09:40', room = 'R', status = 'cancelled' },\n\
             { title = 'g', start = '09:30', end = '09:40', room = '*' },\n]\n",
            &[(Code::RoomOverlap, 6), (Code::RoomOverlap, 8)],
        );
    }

    #[test]
    fn hundreds_of_overlaps_in_one_room_give_one_diagnostic() {
        let mut text = "title = 't'\ndate = 2025-02-01\n".to_owned();
        for n in 0..500 {
            text += &format!(
                "[[agenda]]\ntitle = '{n}'\nstart = '09:{:02}'\nend = '11:00'\nroom = 'R'\n",
                n % 60
            );
        }
        let read = event_file::read(&Source::new("test.toml", &text));
        assert_eq!(check(&read.conference, &read.source_map).len(), 1);
    }
}
