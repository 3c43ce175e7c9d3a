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
        let (now, clock) = (viewer.now?, viewer.venue_clock(&self.program.conference)?);
        let starts = self.picked_starts().map(|(_, start)| start);
        let next =
            starts.filter_map(|start| start.checked_sub_signed(before)).filter(|at| *at > clock).min()?;
        // The clock may be put forward or back in between.
        let conference = &self.program.conference;
        let at = conference.zone.instant(next).or_else(|| viewer.settings.clock.instant(next));
        let at = at.filter(|at| *at > now).or_else(|| now.checked_add_signed(next - clock));
        at.filter(|_| !before.is_zero())
    }

    /// What begins within so many minutes and was not reminded of yet: a sentence each, the first to begin first.
    pub(super) fn remind(&mut self, viewer: &Viewer) -> Vec<String> {
        let before = TimeDelta::minutes(viewer.settings.reminders.minutes.into());
        let Some(clock) = viewer.venue_clock(&self.program.conference) else { return Vec::new() };
        let is_due = |start: NaiveDateTime| start > clock && start - clock <= before;
        let mut due: Vec<_> = self
            .picked_starts()
            .filter(|(id, start)| is_due(*start) && !self.mine.reminded.contains(&(*id, *start)))
            .collect();
        due.sort_by_key(|(id, start)| (*start, *id));
        let words = self.wording(viewer);
        let sentence = |(id, start): &(SessionId, NaiveDateTime)| {
            let session = words.conference.session(*id);
            // Begun minutes count: who reads “in 1 min” has less than two.
            let minutes = (*start - clock + TimeDelta::seconds(59)).num_minutes();
            let place = words.rooms(session).map(|rooms| format!(", {rooms}")).unwrap_or_default();
            let title = format!("{}{place}", words.title(session));
            wording::reminder(viewer.locale(), minutes, &title)
        };
        let sentences = due.iter().map(sentence).collect();
        self.mine.reminded.extend(due);
        sentences
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
