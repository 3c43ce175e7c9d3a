//! What a program that was read without trouble still has wrong.

mod dates;
mod double_bookings;
mod texts;

use crate::diagnostic::{Diagnostic, SourceMap};
use crate::i18n::MessageArg;
use crate::model::{Conference, Session, SessionId, Status};

/// Looks a conference over; `places` says where its sessions stand in the source.
#[must_use]
pub fn check(conference: &Conference, places: &SourceMap) -> Vec<Diagnostic> {
    let mut diagnostics = dates::outside_dates(conference, places);
    diagnostics.extend(dates::missing_dates(conference, places));
    diagnostics.extend(double_bookings::double_bookings(conference, places));
    diagnostics.extend(texts::cut_off(conference, places));
    diagnostics
}

fn ids(conference: &Conference) -> impl Iterator<Item = SessionId> {
    (0..conference.sessions.len()).map(SessionId::new)
}

/// The name of a session in a diagnostic: its title, else its id.
fn title(conference: &Conference, id: SessionId) -> MessageArg {
    let session = conference.session(id);
    let title = session.title.as_ref().map(|title| title.get(&conference.reading(None)));
    title
        .or(session.id.as_ref())
        .or(session.guid.as_ref())
        .map_or_else(|| MessageArg::text("?"), MessageArg::from)
}

/// Whether a session is held when it says.
fn takes_place(session: &Session) -> bool {
    !matches!(session.status, Some(Status::Cancelled | Status::Postponed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{self, Code, Source};
    use crate::format::event_file;
    use crate::i18n::Locale;

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
    fn texts_that_are_not_shown_to_their_end() {
        let text = |one: &str| one.repeat(30_000);
        let session = format!(
            "title = 't'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'a'\nabstract = \"{}\"\n",
            text("a\\n\\n")
        );
        let person =
            format!("title = 't'\ndate = 2025-02-01\n[[people]]\nname = 'P'\nbio = '{}'\n", text("*a* "));
        let about = format!("title = 't'\ndate = 2025-02-01\ndescription = '''\n{}'''\n", text("- a\n"));
        for (text, line, sentence) in [
            (session, 3, "A text of “a” is shown without its end: it has more than 20000 lines."),
            (
                person,
                1,
                "A text of “P” is shown without its end: it has more than 50000 marks of Markdown or HTML.",
            ),
            (about, 1, "A text of “t” is shown without its end: it has more than 20000 lines."),
        ] {
            lines(&text, &[(Code::CutOff, line)]);
            let read = event_file::read(&Source::new("test.toml", &text));
            let said = check(&read.conference, &read.source_map);
            let said: Vec<String> =
                said.iter().map(|it| diagnostic::sentence(it, &Locale::english())).collect();
            assert_eq!(said, [sentence]);
        }
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
    fn of_very_many_parts_at_once_the_first_and_the_last_are_compared() {
        let part = |title: &str, start: &str, end: &str| {
            format!(
                "[[agenda]]\ntitle = '{title}'\nstart = '{start}'\nend = '{end}'\nroom = 'R'\npart_of = 'w'\n"
            )
        };
        let mut text = "title = 't'\ndate = 2025-02-01\n[[agenda]]\nid = 'w'\ntitle = 'w'\nstart = '09:00'\n\
                        end = '23:00'\nroom = 'R'\n"
            .to_owned();
        for n in 0..300 {
            text += &part(&n.to_string(), "09:00", &format!("{:02}:{:02}", 10 + n / 60, n % 60));
        }
        text += &part("late", "14:58", "15:00");
        let read = event_file::read(&Source::new("test.toml", &text));
        let said = check(&read.conference, &read.source_map);
        let said: Vec<String> = said.iter().map(|it| diagnostic::sentence(it, &Locale::english())).collect();
        let expected = [
            "While “0” is in R, 299 other sessions begin there, “1” first.",
            "When “late” begins, “299” is still in R.",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn of_hundreds_in_one_that_contains_them_one_thing_is_found() {
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
