//! Reminders: what is picked and about to begin.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::viewer::Viewer;
use super::visit::Visit;
use crate::model::{SessionId, Status};
use crate::wording;

/// What was reminded of, each at the time that it had then: one that is moved is reminded of again.
pub(super) type Reminded = HashSet<(SessionId, NaiveDateTime)>;

impl Visit {
    /// The next instant at which somebody is to be reminded of something.
    pub(super) fn next_reminder(&self, viewer: &Viewer) -> Option<DateTime<Utc>> {
        let before = TimeDelta::minutes(viewer.settings.reminders.minutes.into());
        let (now, clock) = (viewer.now?, viewer.venue_clock(&self.program.conference)?.clock);
        let starts = self.picked_starts().map(|(_, start)| start);
        let next =
            starts.filter_map(|start| start.checked_sub_signed(before)).filter(|at| *at > clock).min()?;
        // The clock may be put forward or back in between.
        let conference = &self.program.conference;
        let at = conference.zone.instant(next).or_else(|| viewer.settings.clock.instant(next));
        let at = at.filter(|at| *at > now).or_else(|| now.checked_add_signed(next - clock));
        at.filter(|_| !before.is_zero())
    }

    /// Returns what begins within the minutes of the settings and was not reminded of yet: a sentence each, the first to begin
    /// first. From then on it is among [`Self::reminders`].
    pub(super) fn remind(&mut self, viewer: &Viewer) -> Vec<String> {
        let due = self.due(viewer);
        let new: Vec<_> = due.into_iter().filter(|one| !self.mine.reminded.contains(one)).collect();
        let sentences = self.sentences(viewer, &new);
        self.mine.reminded.extend(new);
        sentences
    }

    /// Returns what is about to begin and was not dismissed, a sentence each.
    pub(super) fn reminders(&self, viewer: &Viewer) -> Vec<String> {
        let due = self.due(viewer);
        let is_shown = |one: &(SessionId, NaiveDateTime)| {
            self.mine.reminded.contains(one) && !self.mine.dismissed.contains(one)
        };
        self.sentences(viewer, &due.into_iter().filter(is_shown).collect::<Vec<_>>())
    }

    /// Takes the reminders away that are shown.
    pub(super) fn dismiss_reminders(&mut self, viewer: &Viewer) {
        let due = self.due(viewer);
        self.mine.dismissed.extend(due);
    }

    /// Returns the picks that begin within the minutes of the settings, with their starts, the first to begin first.
    fn due(&self, viewer: &Viewer) -> Vec<(SessionId, NaiveDateTime)> {
        let before = TimeDelta::minutes(viewer.settings.reminders.minutes.into());
        let Some(clock) = viewer.venue_clock(&self.program.conference) else { return Vec::new() };
        let clock = clock.clock;
        let is_due = |start: NaiveDateTime| start > clock && start - clock <= before;
        let mut due: Vec<_> = self.picked_starts().filter(|(_, start)| is_due(*start)).collect();
        due.sort_by_key(|(id, start)| (*start, *id));
        due
    }

    fn sentences(&self, viewer: &Viewer, due: &[(SessionId, NaiveDateTime)]) -> Vec<String> {
        let Some(clock) = viewer.venue_clock(&self.program.conference) else { return Vec::new() };
        let clock = clock.clock;
        let words = self.wording(viewer);
        let sentence = |(id, start): &(SessionId, NaiveDateTime)| {
            let session = words.conference.session(*id);
            // Begun minutes count: who reads “in 1 min” has less than two.
            let minutes = (*start - clock + TimeDelta::seconds(59)).num_minutes();
            let place = words.rooms(session).map(|rooms| format!(", {rooms}")).unwrap_or_default();
            let title = format!("{}{place}", words.title(session));
            wording::reminder(viewer.locale(), minutes, &title)
        };
        due.iter().map(sentence).collect()
    }

    /// What is picked and takes place, with its start on the venue's clock.
    fn picked_starts(&self) -> impl Iterator<Item = (SessionId, NaiveDateTime)> {
        let conference = &self.program.conference;
        self.mine.planned.picks.sessions().filter_map(|(id, _)| {
            let session = conference.session(id);
            let is_off = matches!(session.status, Some(Status::Cancelled | Status::Postponed));
            Some((id, session.times.starts()?)).filter(|_| !is_off && !session.times.all_day)
        })
    }
}
