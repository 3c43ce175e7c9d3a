//! Ids and names for diagnostics.

use crate::diagnostic::MessageArg;
use crate::model::{Conference, LocalizedText, SessionId};
use crate::text::SafeText;

/// Iterates over all session ids.
pub(super) fn ids(conference: &Conference) -> impl Iterator<Item = SessionId> {
    (0..conference.sessions.len()).map(SessionId::new)
}

/// Returns the title of a session, or else its id.
pub(super) fn title(conference: &Conference, id: SessionId) -> MessageArg {
    let session = conference.session(id);
    let title = session.title.as_ref().map(|title| title.get(&conference.reading(None)));
    title
        .or(session.id.as_ref())
        .or(session.guid.as_ref())
        .map_or_else(|| MessageArg::text("?"), MessageArg::from)
}

/// Returns the name of an entity, or else its id.
pub(super) fn name(
    conference: &Conference,
    name: Option<&LocalizedText>,
    id: Option<&SafeText>,
) -> MessageArg {
    let name = name.map(|name| name.get(&conference.reading(None)));
    name.or(id).map_or_else(|| MessageArg::text("?"), MessageArg::from)
}
