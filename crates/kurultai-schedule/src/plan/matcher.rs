//! [`SessionMatcher`]: finds snapshots in a schedule.

use std::collections::HashMap;

use super::fingerprint::Fingerprint;
use crate::model::{Conference, SessionId, SessionSnapshot};
use crate::text::SafeText;

/// Finds snapshots among sessions by guid or id, else by URL, else by unique title, else by title and people, else by title
/// and start.
///
/// Ids are weaker than guids, because some software renumbers them in each edition. An id counts only with
/// the same title if the session has a different guid; it does not count if the title has changed and exists,
/// with its people, under another id.
#[derive(Debug, Clone, Default)]
pub struct SessionMatcher {
    known: Vec<Fingerprint>,
    by_guid: HashMap<SafeText, Vec<usize>>,
    by_id: HashMap<SafeText, Vec<usize>>,
    by_url: HashMap<SafeText, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    untitled: Vec<usize>,
}

/// The attribute by which a session was found, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchedBy {
    Title,
    Url,
    Id,
    Guid,
}

impl SessionMatcher {
    /// Creates a matcher for all sessions of a schedule.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        Self::of(Fingerprint::of_schedule(conference, &conference.snapshots()))
    }

    /// Creates a matcher for snapshots; results are indices into them.
    pub(super) fn among<'a>(sessions: impl IntoIterator<Item = &'a SessionSnapshot>) -> Self {
        Self::of(sessions.into_iter().map(Fingerprint::of).collect())
    }

    fn of(known: Vec<Fingerprint>) -> Self {
        let mut followed = Self::default();
        for (at, trace) in known.iter().enumerate() {
            let names = [
                (&mut followed.by_guid, &trace.guid),
                (&mut followed.by_id, &trace.id),
                (&mut followed.by_url, &trace.url),
            ];
            for (map, name) in names {
                if let Some(name) = name {
                    map.entry(name.clone()).or_default().push(at);
                }
            }
            for title in &trace.titles {
                followed.by_title.entry(title.clone()).or_default().push(at);
            }
            if trace.titles.is_empty() {
                followed.untitled.push(at);
            }
        }
        Self { known, ..followed }
    }

    /// Returns the session of a snapshot; `None` if it is gone.
    #[must_use]
    pub fn find(&self, session: &SessionSnapshot) -> Option<SessionId> {
        self.index_of(session).map(SessionId::new)
    }

    /// Same as [`Self::find`], but returns an index.
    pub(super) fn index_of(&self, session: &SessionSnapshot) -> Option<usize> {
        self.find_fingerprint(&Fingerprint::of(session)).map(|(_, at)| at)
    }

    /// Returns the session of each snapshot. A session that one snapshot identifies by more than its title is not
    /// returned for another one by title alone: of two lunches in a plan, only the one that is left is found.
    #[must_use]
    pub fn find_all<'a>(
        &self,
        sessions: impl IntoIterator<Item = &'a SessionSnapshot>,
    ) -> Vec<Option<SessionId>> {
        let traces: Vec<Fingerprint> = sessions.into_iter().map(Fingerprint::of).collect();
        let found: Vec<_> = traces.iter().map(|trace| self.find_fingerprint(trace)).collect();
        let reason = |place: usize| {
            let (by, at) = found[place]?;
            let (trace, known) = (&traces[place], &self.known[at]);
            Some((by, trace.start == known.start, trace.rooms == known.rooms))
        };
        let mut best: HashMap<usize, usize> = HashMap::new();
        for (place, found) in found.iter().enumerate() {
            if let Some((_, at)) = found {
                let known = best.entry(*at).or_insert(place);
                if reason(place) > reason(*known) {
                    *known = place;
                }
            }
        }
        let place = |place: usize| {
            let (by, at) = found[place]?;
            let other = best.get(&at).copied().unwrap_or(place);
            let is_taken = by == MatchedBy::Title
                && reason(other) > reason(place)
                && are_different(&traces[place], &traces[other]);
            (!is_taken).then(|| SessionId::new(at))
        };
        (0..traces.len()).map(place).collect()
    }

    fn find_fingerprint(&self, session: &Fingerprint) -> Option<(MatchedBy, usize)> {
        let by_guid = Self::named(&self.by_guid, session.guid.as_ref());
        if let Some(at) = self.closest(session, by_guid.iter().copied()) {
            return Some((MatchedBy::Guid, at));
        }
        let by_id = Self::named(&self.by_id, session.id.as_ref());
        let by_url = Self::named(&self.by_url, session.url.as_ref());
        if !by_id.is_empty() || !by_url.is_empty() {
            let titled = self.titled(session);
            let is_elsewhere = |at: usize| {
                let has_title = self.known[at].has_title_of(session);
                !has_title && titled.is_some()
            };
            let may_be = |at: &usize| self.known[*at].may_have_id_of(session) && !is_elsewhere(*at);
            if let Some(at) = self.closest(session, by_id.iter().copied().filter(may_be)) {
                return Some((MatchedBy::Id, at));
            }
            // A URL of several sessions is the page of the whole schedule.
            let is_own = by_url.len() == 1;
            let may_be = |at: &usize| self.known[*at].has_title_of(session) || (is_own && !is_elsewhere(*at));
            if let Some(at) = self.closest(session, by_url.iter().copied().filter(may_be)) {
                return Some((MatchedBy::Url, at));
            }
        }
        self.by_title(session).map(|at| (MatchedBy::Title, at))
    }

    fn named<'a>(map: &'a HashMap<SafeText, Vec<usize>>, name: Option<&SafeText>) -> &'a [usize] {
        name.and_then(|name| map.get(name)).map_or(&[], Vec::as_slice)
    }

    /// Returns the sessions with the same title.
    fn called(&self, session: &Fingerprint) -> &[usize] {
        if session.titles.is_empty() {
            return &self.untitled;
        }
        session.titles.iter().find_map(|title| self.by_title.get(title)).map_or(&[], Vec::as_slice)
    }

    /// Returns the only session with the same title and people.
    fn titled(&self, session: &Fingerprint) -> Option<usize> {
        let has_title = !session.titles.is_empty();
        let called = self.called(session).iter().copied().filter(|_| has_title);
        only(called.filter(|at| self.known[*at].people == session.people))
    }

    fn by_title(&self, session: &Fingerprint) -> Option<usize> {
        let called = self.called(session);
        let those = |test: &dyn Fn(&Fingerprint) -> bool| -> Vec<usize> {
            called.iter().copied().filter(|at| test(&self.known[*at])).collect()
        };
        let one = |test: &dyn Fn(&Fingerprint) -> bool| only(those(test));
        if let Some(at) = those(&|known| known.is_alike(session)).first() {
            return Some(*at);
        }
        if session.titles.is_empty() {
            return self.titled_since(session);
        }
        let has_people = |known: &Fingerprint| !session.people.is_empty() && known.people == session.people;
        let is_that_day = |known: &Fingerprint| {
            session.day.is_some() && known.day == session.day && !known.has_other_guid(session)
        };
        only(called.iter().copied())
            .or_else(|| one(&has_people))
            .or_else(|| {
                let starts = |known: &Fingerprint| session.start.is_some() && known.start == session.start;
                self.closest(session, those(&starts))
            })
            .or_else(|| one(&|known| has_people(known) && is_that_day(known)))
            .or_else(|| one(&is_that_day))
    }

    /// Finds the only session in the room and at the time of a session that had no title and no identifiers.
    /// It may have a title now.
    fn titled_since(&self, session: &Fingerprint) -> Option<usize> {
        let has_name = session.guid.is_some() || session.id.is_some() || session.url.is_some();
        if has_name || session.start.is_none() {
            return None;
        }
        let is_there = |known: &Fingerprint| {
            (known.day, known.start, &known.rooms) == (session.day, session.start, &session.rooms)
        };
        only((0..self.known.len()).filter(|at| is_there(&self.known[*at])))
    }

    /// Returns the candidate with most in common: title, then start, then rooms.
    fn closest(&self, session: &Fingerprint, places: impl IntoIterator<Item = usize>) -> Option<usize> {
        let common = |at: usize| {
            let known = &self.known[at];
            (known.has_title_of(session), known.start == session.start, known.rooms == session.rooms)
        };
        let better = |best: usize, at: usize| if common(at) > common(best) { at } else { best };
        places.into_iter().reduce(better)
    }
}

/// True if two snapshots are certainly different, by the strongest identifier that both have.
fn are_different(one: &Fingerprint, other: &Fingerprint) -> bool {
    let pairs = [(&one.guid, &other.guid), (&one.id, &other.id), (&one.url, &other.url)];
    let common = pairs.into_iter().find(|(one, other)| one.is_some() && other.is_some());
    let has_none = |trace: &Fingerprint| trace.guid.is_none() && trace.id.is_none() && trace.url.is_none();
    common.map_or_else(
        || has_none(one) && has_none(other) && one.start != other.start,
        |(one, other)| one != other,
    )
}

/// Returns the only element.
fn only(places: impl IntoIterator<Item = usize>) -> Option<usize> {
    let mut places = places.into_iter();
    let first = places.next()?;
    places.next().is_none().then_some(first)
}
