//! [`Repeats`]: sessions that take place several times.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::session_tree::SessionTree;
use crate::model::{Conference, LocalizedText, PersonId, SessionId};
use crate::text::fold;

/// Groups of repeated sessions.
#[derive(Debug, Clone)]
pub(super) struct Repeats {
    /// The groups, each sorted by time.
    groups: Vec<Vec<SessionId>>,
    sessions: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    /// The index of its group.
    group: usize,
    /// The identifier of its group by `same_as` alone.
    declared: usize,
    start: Option<NaiveDateTime>,
}

impl Repeats {
    pub(super) fn new(conference: &Conference, tree: &SessionTree) -> Self {
        let mut declared = Sets::new(conference.sessions.len());
        for (at, session) in conference.sessions.iter().enumerate() {
            if let Some(same) = session.same_as {
                declared.join(at, same.index());
            }
        }
        let mut sets = declared.clone();
        for alike in alike(conference) {
            for pair in alike.windows(2) {
                if !tree.are_whole_and_part(pair[0], pair[1]) {
                    sets.join(pair[0].index(), pair[1].index());
                }
            }
        }
        let count = conference.sessions.len();
        let mut groups = vec![Vec::new(); count];
        let mut sessions = Vec::with_capacity(count);
        for (at, session) in conference.sessions.iter().enumerate() {
            let group = sets.find(at);
            groups[group].push(SessionId::new(at));
            sessions.push(Entry {
                group,
                declared: declared.find(at),
                start: session.times.start_datetime(),
            });
        }
        for group in &mut groups {
            let start = |id: &SessionId| sessions[id.index()].start;
            group.sort_by_key(|id| (start(id).is_none(), start(id)));
        }
        Self { groups, sessions }
    }

    /// Iterates over the repeats of a session. Sessions that match only by title and people must start at a
    /// different time: concurrent ones are not repeats.
    pub(super) fn of_session(&self, id: SessionId) -> impl Iterator<Item = SessionId> {
        let own = self.sessions[id.index()];
        let is_repeat = move |other: &SessionId| {
            let entry = self.sessions[other.index()];
            let is_elsewhen = || own.start.is_some() && entry.start.is_some() && own.start != entry.start;
            *other != id && (entry.declared == own.declared || is_elsewhen())
        };
        self.groups[own.group].iter().copied().filter(is_repeat)
    }
}

/// Groups sessions with the same title, in any language, and the same people.
fn alike(conference: &Conference) -> impl Iterator<Item = Vec<SessionId>> {
    let mut by_people: HashMap<Vec<PersonId>, Vec<SessionId>> = HashMap::new();
    for (at, session) in conference.sessions.iter().enumerate() {
        let mut people: Vec<PersonId> = session.people.iter().map(|part| part.person).collect();
        people.sort_unstable();
        people.dedup();
        if !people.is_empty() {
            by_people.entry(people).or_default().push(SessionId::new(at));
        }
    }
    // Most people have one session, whose title need not be folded.
    by_people.into_values().filter(|ids| ids.len() > 1).flat_map(|ids| with_one_title(conference, &ids))
}

/// Groups sessions with the same title, in any language.
fn with_one_title(
    conference: &Conference,
    ids: &[SessionId],
) -> impl Iterator<Item = Vec<SessionId>> + use<> {
    let mut alike: HashMap<String, Vec<SessionId>> = HashMap::new();
    for id in ids {
        for (_, title) in conference.session(*id).title.iter().flat_map(LocalizedText::iter) {
            let title = fold(title).split_whitespace().collect::<Vec<_>>().join(" ");
            alike.entry(title).or_default().push(*id);
        }
    }
    alike.into_values()
}

/// Disjoint sets, each represented by its minimum.
#[derive(Debug, Clone)]
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn find(&mut self, number: usize) -> usize {
        let mut at = number;
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[one.max(other)] = one.min(other);
    }
}
