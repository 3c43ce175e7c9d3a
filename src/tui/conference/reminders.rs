//! Reminders of picks that are about to begin.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::state::ConferenceState;
use crate::presenter;
use crate::tui::view_context::ViewContext;
use kurultai_schedule::model::{Conference, Moment, SessionId};

impl ConferenceState {
    /// Returns the instant of the next reminder.
    pub(in crate::tui) fn next_reminder(&self, viewer: &ViewContext) -> Option<DateTime<Utc>> {
        let before = TimeDelta::minutes(viewer.settings.reminders.minutes.into());
        let (now, moment) = (viewer.now?, viewer.venue_clock(&self.schedule.conference)?);
        let conference = &self.schedule.conference;
        let reminder = |start: Moment| {
            let wait = moment.until(start).checked_sub(&before)?;
            // The UTC offset may change in between.
            let at = start.instant.or_else(|| viewer.settings.clock.instant(start.clock));
            let at = at.and_then(|at| at.checked_sub_signed(before)).filter(|at| *at > now);
            (wait > TimeDelta::zero()).then(|| at.or_else(|| now.checked_add_signed(wait)))?
        };
        let starts = self.plan_context.status.picks.sessions().filter_map(|(id, _)| begins(conference, id));
        let at = starts.filter_map(reminder).min();
        at.filter(|_| !before.is_zero())
    }

    /// Returns a sentence for each new reminder in order of time, and adds them to [`Self::reminders`].
    pub(in crate::tui) fn remind(&mut self, viewer: &ViewContext) -> Vec<String> {
        let due = self.due(viewer);
        let new: Vec<_> = due.into_iter().filter(|due| !self.plan_context.reminded.contains(due)).collect();
        let sentences = self.sentences(viewer, &new);
        self.plan_context.reminded.extend(new);
        sentences
    }

    /// Returns a sentence for each reminder that has not been dismissed.
    pub(in crate::tui) fn reminders(&self, viewer: &ViewContext) -> Vec<String> {
        let due = self.due(viewer);
        let is_shown = |due: &(SessionId, NaiveDateTime)| {
            self.plan_context.reminded.contains(due) && !self.plan_context.dismissed.contains(due)
        };
        self.sentences(viewer, &due.into_iter().filter(is_shown).collect::<Vec<_>>())
    }

    /// Dismisses all current reminders.
    pub(in crate::tui) fn dismiss_reminders(&mut self, viewer: &ViewContext) {
        let due = self.due(viewer);
        self.plan_context.dismissed.extend(due);
    }

    /// Returns the picks that begin within the minutes of the settings, with their start, in order of time.
    fn due(&self, viewer: &ViewContext) -> Vec<(SessionId, NaiveDateTime)> {
        let before = TimeDelta::minutes(viewer.settings.reminders.minutes.into());
        let Some(moment) = viewer.venue_clock(&self.schedule.conference) else { return Vec::new() };
        let conference = &self.schedule.conference;
        let picked = self
            .plan_context
            .status
            .picks
            .sessions()
            .filter_map(|(id, _)| Some((id, begins(conference, id)?)));
        let is_due = |start: &Moment| {
            let wait = moment.until(*start);
            wait > TimeDelta::zero() && wait <= before
        };
        let mut due: Vec<_> = picked.filter(|(_, start)| is_due(start)).collect();
        due.sort_by_key(|(id, start)| (moment.until(*start), *id));
        due.into_iter().map(|(id, start)| (id, start.clock)).collect()
    }

    fn sentences(&self, viewer: &ViewContext, due: &[(SessionId, NaiveDateTime)]) -> Vec<String> {
        let Some(moment) = viewer.venue_clock(&self.schedule.conference) else { return Vec::new() };
        let presenter = self.presenter(viewer);
        let sentence = |(id, _): &(SessionId, NaiveDateTime)| {
            let session = presenter.conference.session(*id);
            let wait = session.times.begins().map(|start| moment.until(start)).unwrap_or_default();
            // Round up: “in 1 min” means less than two minutes.
            let minutes = (wait + TimeDelta::seconds(59)).num_minutes();
            let place = presenter.rooms(session).map(|rooms| format!(", {rooms}")).unwrap_or_default();
            let title = format!("{}{place}", presenter.title(session));
            presenter::reminder(viewer.locale(), minutes, &title)
        };
        due.iter().map(sentence).collect()
    }
}

/// Returns the start of a session that takes place.
fn begins(conference: &Conference, id: SessionId) -> Option<Moment> {
    let session = conference.session(id);
    session.times.begins().filter(|_| !session.is_off() && !session.times.all_day)
}
