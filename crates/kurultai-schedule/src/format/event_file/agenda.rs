//! `[[agenda]]`: the sessions.

use std::collections::BTreeMap;

use super::read::{SESSIONS, read_tables};
use super::references::{ReadContext, Reference};
use super::spanned::Table;
use crate::diagnostic::{Code, Diagnostic, MessageArg, closest_match};
use crate::format::media;
use crate::format::time::name_doubts;
use crate::model::{LanguagePreference, Session, SessionId};
use crate::text::SafeText;

/// The number of unknown session ids per file for which the closest known id is searched.
const MOST_SUGGESTIONS: usize = 20;

/// Reads the sessions in the order of the file. `reading` is the language of their titles in diagnostics.
pub(super) fn read_sessions(
    root: &Table,
    reading: &LanguagePreference,
    context: &mut ReadContext,
) -> Vec<Session> {
    let mut sessions = Vec::new();
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
        let known = ids.keys().map(|id| &**id).filter(|_| unknown <= MOST_SUGGESTIONS);
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

/// Returns the sessions whose reference closes a cycle, each with the key of that reference.
pub(super) fn cycles(sessions: &[Session]) -> Vec<(&'static str, usize)> {
    let part_of = cycle_edges(sessions.len(), |index| sessions[index].part_of);
    let same_as = cycle_edges(sessions.len(), |index| sessions[index].same_as);
    let with_key =
        |key: &'static str, indices: Vec<usize>| indices.into_iter().map(move |index| (key, index));
    with_key("part_of", part_of).chain(with_key("same_as", same_as)).collect()
}

/// Returns the indices whose `next` closes a cycle. Visits each index once.
fn cycle_edges(len: usize, next: impl Fn(usize) -> Option<SessionId>) -> Vec<usize> {
    let mut walk_of = vec![usize::MAX; len];
    let mut edges = Vec::new();
    for start in 0..len {
        let mut index = start;
        while walk_of[index] == usize::MAX {
            walk_of[index] = start;
            let Some(id) = next(index) else { break };
            if walk_of[id.index()] == start {
                edges.push(index);
            }
            index = id.index();
        }
    }
    edges
}
