//! [`Filter`]: the sessions that match a query, and the number of matches for each facet value.

mod condition;
mod context;
mod facet_values;
mod facets;
mod texts;
mod time_states;

use super::{Index, Query, QueryError, SearchTerm};
use crate::model::{Conference, SessionId};
use condition::{Compiled, Lookup};
use time_states::TimeStates;

pub use context::{EvalContext, NoPlan, PlanLookup};
pub use facets::{Choice, Facet};
pub use texts::find_names;

/// A query compiled for one conference.
#[derive(Debug, Clone)]
pub struct Filter {
    conditions: Vec<Compiled>,
    /// For each session, true if it contains all search terms.
    found: Option<Vec<bool>>,
    /// For each session, true if it contains an excluded term.
    excluded: Option<Vec<bool>>,
    time_states: TimeStates,
}

impl Filter {
    /// Compiles a query that searches titles and names. Values that the schedule does not have are reported; no session
    /// matches them.
    #[must_use]
    pub fn new(query: &Query, conference: &Conference, index: &Index) -> (Self, Vec<QueryError>) {
        Self::with_search(query, conference, index, |needles| texts::sessions(conference, needles))
    }

    /// Compiles a query with another text search, which returns for each session if it contains all given terms. It is
    /// called once for all search terms, and once for each excluded term.
    #[must_use]
    pub fn with_search(
        query: &Query,
        conference: &Conference,
        index: &Index,
        mut search: impl FnMut(&[SearchTerm]) -> Vec<bool>,
    ) -> (Self, Vec<QueryError>) {
        let mut lookup = Lookup::new(conference, index);
        let conditions = query.conditions.iter().map(|condition| lookup.compile(condition)).collect();
        let found = (!query.required.is_empty()).then(|| search(&query.required));
        let excluded = query.excluded.iter().map(|needle| search(std::slice::from_ref(needle)));
        let excluded = excluded.reduce(|mut all, one| {
            all.iter_mut().zip(one).for_each(|(all, one)| *all |= one);
            all
        });
        let moments = TimeStates::of(conference, index);
        (Self { conditions, found, excluded, time_states: moments }, lookup.mistakes())
    }

    /// True if the filter matches every session.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.found.is_none() && self.excluded.is_none()
    }

    /// True if the result depends on the current time.
    #[must_use]
    pub fn needs_clock(&self) -> bool {
        self.conditions.iter().any(Compiled::needs_clock)
    }

    /// True if the result depends on the plan.
    #[must_use]
    pub fn needs_plan(&self) -> bool {
        self.conditions.iter().any(Compiled::needs_plan)
    }

    /// True if a session matches.
    #[must_use]
    pub fn matches(&self, id: SessionId, at: &EvalContext<'_>) -> bool {
        self.has_texts(id)
            && self.conditions.iter().all(|condition| condition.holds(id, &self.time_states, at))
    }

    fn has_texts(&self, id: SessionId) -> bool {
        let is_in = |sessions: &Vec<bool>| sessions.get(id.index()).copied().unwrap_or(false);
        self.found.as_ref().is_none_or(is_in) && !self.excluded.as_ref().is_some_and(is_in)
    }
}
