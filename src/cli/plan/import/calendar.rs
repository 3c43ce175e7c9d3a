//! [`Calendars`]: finds what is in a calendar among the sessions of a program.

use std::collections::HashMap;

use super::union::Taken;
use crate::format::ical::Uids;
use crate::model::{Busy, Conference, Remembered, SessionId};
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

    /// The sessions of the program that a calendar has, the time in it that one is busy, and what is neither.
    pub(super) fn read(&self, calendar: &Conference) -> (Taken, Vec<Remembered>) {
        let (mut taken, mut missing) = (Taken::default(), Vec::new());
        for at in 0..calendar.sessions.len() {
            let session = calendar.remember(SessionId::new(at));
            let uid = calendar.sessions[at].guid.as_deref();
            let by_uid = uid.and_then(|uid| self.by_uid.get(uid).copied());
            if let Some(id) = by_uid.or_else(|| self.followed.find(&session)) {
                taken.listed.push(id);
            } else if let Some(busy) = self.busy(uid, &session) {
                taken.plan.busy.push(busy);
            } else {
                missing.push(session);
            }
        }
        (taken, missing)
    }

    /// Time of one's own, as our calendars have it: its `UID` says that it is.
    fn busy(&self, uid: Option<&str>, session: &Remembered) -> Option<Busy> {
        let (start, end) = (session.starts()?, session.ends()?);
        let titles = [session.title.clone(), None];
        let mut busy = titles.into_iter().map(|title| Busy { start, end, title });
        busy.find(|busy| uid == Some(self.uids.busy(busy).as_str()))
    }
}
