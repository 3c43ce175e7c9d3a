//! [`Calendars`]: finds what is in a calendar among the sessions of a program.

use std::collections::HashMap;

use crate::format::ical::Uids;
use crate::model::{Busy, Conference, Level, Pick, Plan, Remembered, SessionId};
use crate::plan::Followed;

/// The sessions of a program, to be found by what calendars say of them: by the `UID` that ours give them, else as a plan finds
/// a session: by guid or id, page, title, people and start.
pub(super) struct Calendars {
    uids: Uids,
    by_uid: HashMap<String, SessionId>,
    followed: Followed,
}

impl Calendars {
    pub(super) fn new(conference: &Conference) -> Self {
        let uids = Uids::new(conference);
        let places = 0..conference.sessions.len();
        let by_uid = places.map(|at| (uids.session(at).to_owned(), SessionId::new(at))).collect();
        Self { uids, by_uid, followed: Followed::new(conference) }
    }

    pub(super) fn followed(&self) -> &Followed {
        &self.followed
    }

    /// The sessions of a calendar as picks of a program, the time in it that one is busy as such, and what is neither. A
    /// calendar does not say how much one wants something; what is in it must be.
    pub(super) fn read(&self, calendar: &Conference, program: &Conference) -> (Plan, Vec<Remembered>) {
        let (mut plan, mut missing) = (Plan::default(), Vec::new());
        for at in 0..calendar.sessions.len() {
            let session = calendar.remember(SessionId::new(at));
            let uid = calendar.sessions[at].guid.as_deref();
            let by_uid = uid.and_then(|uid| self.by_uid.get(uid).copied());
            if let Some(id) = by_uid.or_else(|| self.followed.find(&session)) {
                plan.picks.push(Pick { session: program.remember(id), level: Level::Must });
            } else if let Some(busy) = self.busy(uid, &session) {
                plan.busy.push(busy);
            } else {
                missing.push(session);
            }
        }
        (plan, missing)
    }

    /// Time of one's own, as our calendars have it: its `UID` says that it is.
    fn busy(&self, uid: Option<&str>, session: &Remembered) -> Option<Busy> {
        let (start, end) = (session.starts()?, session.ends()?);
        let titles = [session.title.clone(), None];
        let mut busy = titles.into_iter().map(|title| Busy { start, end, title });
        busy.find(|busy| uid == Some(self.uids.busy(busy).as_str()))
    }
}
