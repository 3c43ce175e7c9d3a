//! `[[agenda]]`: the sessions.

use std::collections::BTreeMap;

use super::cycles::cycles;
use super::read_context::ReadContext;
use super::record::{SESSIONS, count_tables, read_tables};
use super::references::Reference;
use super::spanned::Table;
use crate::diagnostic::{Code, Diagnostic, MessageArg, closest_match};
use crate::format::media;
use crate::format::time::name_doubts;
use crate::model::{LanguagePreference, Session, SessionId};
use crate::text::SafeText;

/// The number of unknown session ids per file for which the closest known id is searched.
const MAX_SUGGESTIONS: usize = 20;

/// Reads the sessions in the order of the file. `reading` is the language of their titles in diagnostics.
pub(super) fn read_sessions(
    root: &Table,
    reading: &LanguagePreference,
    context: &mut ReadContext,
) -> Vec<Session> {
    let mut sessions = Vec::with_capacity(count_tables(root, SESSIONS));
    let mut related = Vec::new();
    // Sorted, so that ties between similar ids are always broken the same way.
    let mut ids = BTreeMap::new();
    read_tables(root, SESSIONS, context, |mut session: Session, reader| {
        let index = sessions.len();
        if let Some(id) = &session.id
            && *ids.entry(id.clone()).or_insert(index) != index
        {
            reader.duplicate_id(id);
        }
        session.has_mistakes = reader.has_mistakes();
        media::classify(&mut session);
        name_doubts(reader.diagnostics(), &session, reading);
        let references = std::mem::take(&mut reader.context.related);
        related.extend(references.into_iter().map(|(key, reference)| (index, key, reference)));
        sessions.push(session);
    });
    link_sessions(&mut sessions, &related, &ids, &mut context.diagnostics);
    sessions
}

/// Returns the field of a key that refers to another session.
fn relation<'a>(session: &'a mut Session, key: &str) -> &'a mut Option<SessionId> {
    if key == "part_of" { &mut session.part_of } else { &mut session.same_as }
}

/// Resolves `part_of` and `same_as`. Reports sessions that are directly or indirectly part of themselves.
fn link_sessions(
    sessions: &mut [Session],
    related: &[(usize, &'static str, Reference)],
    ids: &BTreeMap<SafeText, usize>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut unknown = 0;
    for (index, key, reference) in related {
        let session = &mut sessions[*index];
        if let Some(target) = ids.get(&reference.name) {
            *relation(session, key) = Some(SessionId::new(*target));
            continue;
        }
        session.has_mistakes = true;
        unknown += 1;
        let known = ids.keys().map(|id| &**id).filter(|_| unknown <= MAX_SUGGESTIONS);
        let diagnostic = Diagnostic::new(Code::UnknownSession, reference.span)
            .with("key", MessageArg::Word(key))
            .with("id", MessageArg::from(&reference.name));
        diagnostics.push(diagnostic.meant(closest_match(&reference.name, known)));
    }
    for (key, index) in cycles(sessions) {
        *relation(&mut sessions[index], key) = None;
        sessions[index].has_mistakes = true;
        let is_this =
            |(session, other, _): &&(usize, &'static str, Reference)| (*other, *session) == (key, index);
        if let Some((_, _, reference)) = related.iter().find(is_this) {
            let diagnostic = Diagnostic::new(Code::CircularSession, reference.span);
            diagnostics.push(diagnostic.with("key", MessageArg::Word(key)));
        }
    }
}
