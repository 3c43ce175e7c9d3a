//! Different sessions with the same title.

use std::collections::{BTreeSet, HashMap};

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, SourceMap};
use crate::model::{Conference, Kind, PersonId, Session, SessionId};
use crate::text::SafeText;

/// Finds sessions that have the title of an earlier one but other people. With the same people, a session is a
/// repeat.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let reading = conference.reading(None);
    let mut first: HashMap<&SafeText, (SessionId, BTreeSet<PersonId>)> = HashMap::new();
    let mut diagnostics = Vec::new();
    for id in ids(conference) {
        let session = conference.session(id);
        let Some(text) = session.title.as_ref().filter(|_| is_about_something(session)) else { continue };
        let people: BTreeSet<PersonId> =
            session.people.iter().map(|participation| participation.person).collect();
        // Without people, equal titles are usual: welcome, questions, open space.
        if people.is_empty() {
            continue;
        }
        let Some((other, others)) = first.get(text.get(&reading)) else {
            first.insert(text.get(&reading), (id, people));
            continue;
        };
        let is_related = [id, *other].into_iter().any(|one| {
            let session = conference.session(one);
            [session.same_as, session.part_of].into_iter().flatten().any(|of| of == id || of == *other)
        });
        let of_one_person = !others.is_disjoint(&people);
        if !is_related && !of_one_person {
            let diagnostic = Diagnostic::new(Code::DuplicateTitle, source_map.title(id));
            diagnostics.push(diagnostic.with("title", title(conference, id)));
        }
    }
    diagnostics
}

/// True for kinds of sessions whose title is usually their own.
fn is_about_something(session: &Session) -> bool {
    let is_common = matches!(
        session.kind,
        Some(
            Kind::Opening
                | Kind::Greeting
                | Kind::Lightning
                | Kind::Poster
                | Kind::Break
                | Kind::Meal
                | Kind::Social
                | Kind::Tour
                | Kind::Ceremony
                | Kind::Closing
        )
    );
    !is_common && !session.is_off()
}
