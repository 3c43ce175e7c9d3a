//! [`Filter`]: which sessions of a program a query finds, and how many there would be of every value.

mod condition;
mod facet_values;
mod facets;
mod texts;
mod time_states;

use super::{Index, Query, QueryError, SearchTerm};
use crate::model::{Conference, Moment, Priority, SessionId};
use condition::{Compiled, Lookup};
use time_states::TimeStates;

pub use facets::{Choice, Facet};
pub use texts::find_names;

/// A query, looked up in one program.
#[derive(Debug, Clone)]
pub struct Filter {
    conditions: Vec<Compiled>,
    /// For each session whether it has all texts that are looked for.
    found: Option<Vec<bool>>,
    /// For each session whether it has one of the texts that it may not have.
    excluded: Option<Vec<bool>>,
    moments: TimeStates,
}

/// What a filter depends on beside the program.
#[derive(Clone, Copy)]
pub struct EvalContext<'a> {
    /// What the venue's clock shows; `None` is that this is not known, and then nothing runs, is next or past, and no day is
    /// today.
    pub now: Option<Moment>,
    /// How sessions stand with what somebody planned.
    pub standing: &'a dyn PlanLookup,
}

/// How sessions stand with what somebody planned.
pub trait PlanLookup {
    /// How much a session is wanted; `None` where it is not picked.
    fn level(&self, id: SessionId) -> Option<Priority>;
    /// Whether it is not to be seen.
    fn is_muted(&self, id: SessionId) -> bool;
    /// Whether something is noted to it.
    fn is_noted(&self, id: SessionId) -> bool;
    /// Whether it overlaps with a pick other than itself, or with anything else that takes time, whether it is picked or not.
    fn collides(&self, id: SessionId) -> bool;
}

/// Where nothing is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoPlan;

impl Filter {
    /// Looks a query up in a program; its texts are found in titles and names. What the program does not have is told, and
    /// no session has it.
    #[must_use]
    pub fn new(query: &Query, conference: &Conference, index: &Index) -> (Self, Vec<QueryError>) {
        Self::with_search(query, conference, index, |needles| texts::sessions(conference, needles))
    }

    /// The same with another search for texts, which says for each session whether it has all of them. It is asked once for
    /// all texts that are looked for, and once for each that is excluded.
    #[must_use]
    pub fn with_search(
        query: &Query,
        conference: &Conference,
        index: &Index,
        mut search: impl FnMut(&[SearchTerm]) -> Vec<bool>,
    ) -> (Self, Vec<QueryError>) {
        let mut lookup = Lookup::new(conference, index);
        let conditions = query.conditions.iter().map(|condition| lookup.compile(condition)).collect();
        let found = (!query.needles.is_empty()).then(|| search(&query.needles));
        let excluded = query.excluded.iter().map(|needle| search(std::slice::from_ref(needle)));
        let excluded = excluded.reduce(|mut all, one| {
            all.iter_mut().zip(one).for_each(|(all, one)| *all |= one);
            all
        });
        let moments = TimeStates::of(conference, index);
        (Self { conditions, found, excluded, moments }, lookup.mistakes())
    }

    /// Whether every session is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.found.is_none() && self.excluded.is_none()
    }

    /// Whether what is found depends on how late it is.
    #[must_use]
    pub fn needs_clock(&self) -> bool {
        self.conditions.iter().any(Compiled::needs_clock)
    }

    /// Whether what is found depends on what somebody planned.
    #[must_use]
    pub fn needs_plan(&self) -> bool {
        self.conditions.iter().any(Compiled::needs_plan)
    }

    /// Whether a session is found.
    #[must_use]
    pub fn matches(&self, id: SessionId, at: &EvalContext<'_>) -> bool {
        self.has_texts(id) && self.conditions.iter().all(|condition| condition.holds(id, &self.moments, at))
    }

    fn has_texts(&self, id: SessionId) -> bool {
        let is_in = |sessions: &Vec<bool>| sessions.get(id.index()).copied().unwrap_or(false);
        self.found.as_ref().is_none_or(is_in) && !self.excluded.as_ref().is_some_and(is_in)
    }
}

impl PlanLookup for NoPlan {
    fn level(&self, _: SessionId) -> Option<Priority> {
        None
    }

    fn is_muted(&self, _: SessionId) -> bool {
        false
    }

    fn is_noted(&self, _: SessionId) -> bool {
        false
    }

    fn collides(&self, _: SessionId) -> bool {
        false
    }
}
