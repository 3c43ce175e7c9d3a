//! Ids and names of sessions for diagnostics.

use crate::diagnostic::MessageArg;
use crate::model::{Conference, SessionId};

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
