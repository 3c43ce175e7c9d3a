//! [`Followed`]: finds remembered sessions in a program.

use std::collections::HashMap;

use crate::model::{Conference, Name, Remembered, SessionId};

/// The sessions of a program, to be found by what is remembered of them.
#[derive(Debug, Clone)]
pub struct Followed {
    known: Vec<Remembered>,
}

impl Followed {
    /// Looks all sessions of a program up.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        let ids = (0..conference.sessions.len()).map(SessionId::new);
        Self { known: ids.map(|id| conference.remember(id)).collect() }
    }

    /// Which session of the program this is; `None` when it is not there any more.
    #[must_use]
    pub fn find(&self, session: &Remembered) -> Option<SessionId> {
        let by_name: HashMap<Name<'_>, usize> =
            self.known.iter().enumerate().rev().map(|(at, known)| (known.name(), at)).collect();
        by_name.get(&session.name()).map(|at| SessionId::new(*at))
    }
}
