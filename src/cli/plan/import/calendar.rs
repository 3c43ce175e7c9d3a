//! [`Calendars`]: matches the sessions of a calendar with a schedule.

use std::collections::HashMap;

use super::merge::Imported;
use kurultai_schedule::format::ical::{Planned, Uids};
use kurultai_schedule::model::{BusyBlock, Conference, Note, Priority, SessionId, SessionSnapshot, Status};
use kurultai_schedule::plan::SessionMatcher;

/// Finds sessions by the `UID` in calendars of this app, or else like the sessions of a plan.
pub(super) struct Calendars<'a> {
    conference: &'a Conference,
    uids: Uids,
    by_uid: HashMap<String, SessionId>,
    followed: SessionMatcher,
}

impl<'a> Calendars<'a> {
    pub(super) fn new(conference: &'a Conference) -> Self {
        let uids = Uids::new(conference);
        let places = 0..conference.sessions.len();
        let by_uid = places.map(|at| (uids.session(at).to_owned(), SessionId::new(at))).collect();
        Self { conference, uids, by_uid, followed: SessionMatcher::new(conference) }
    }

    pub(super) fn matcher(&self) -> &SessionMatcher {
        &self.followed
    }

    /// Returns the matched sessions and busy blocks of a calendar, and the unmatched sessions. `plan`
    /// contains priorities and notes by `UID`.
    pub(super) fn read(
        &self,
        calendar: &Conference,
        plan: &HashMap<String, Planned>,
    ) -> (Imported, Vec<SessionSnapshot>) {
        let (mut taken, mut missing) = (Imported::default(), Vec::new());
        for (at, listed) in calendar.sessions.iter().enumerate() {
            let session = calendar.snapshot(SessionId::new(at));
            let uid = listed.guid.as_deref();
            let by_uid = uid.and_then(|uid| self.by_uid.get(uid).copied());
            if let Some(id) = by_uid.or_else(|| self.followed.find(&session)) {
                let planned = uid.and_then(|uid| plan.get(uid));
                // Calendar apps may drop our properties but preserve the status.
                let is_tentative = by_uid.is_some()
                    && listed.status == Some(Status::Tentative)
                    && self.conference.session(id).status != Some(Status::Tentative);
                let is_maybe = is_tentative || planned.is_some_and(|planned| planned.is_maybe);
                taken.listed.push((id, if is_maybe { Priority::Maybe } else { Priority::Must }));
                let note = planned.and_then(|planned| planned.note.clone());
                let session = || self.conference.snapshot(id);
                taken.plan.notes.extend(note.map(|text| Note { session: session(), text }));
            } else if let Some(busy) = self.busy(uid, &session) {
                taken.plan.busy.push(busy);
            } else {
                missing.push(session);
            }
        }
        (taken, missing)
    }

    /// Returns a busy block, recognized by the `UID` in calendars of this app.
    fn busy(&self, uid: Option<&str>, session: &SessionSnapshot) -> Option<BusyBlock> {
        let (start, end) = (session.start_datetime()?, session.end_datetime()?);
        let titles = [session.title.clone(), None];
        let mut busy = titles.into_iter().map(|title| BusyBlock { start, end, title });
        busy.find(|busy| uid == Some(self.uids.busy(busy).as_str()))
    }
}
