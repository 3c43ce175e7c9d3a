//! [`Searched`]: an event with its hits.

use std::path::Path;

use crate::cli::user_plan::UserPlan;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index::{
    EntityRef, EvalContext, Field, Filter, Highlighter, Hit, Query, QueryError, SearchIndex, find_names,
    group_by_kind,
};
use kurultai_schedule::model::{LanguagePreference, Moment};
use kurultai_schedule::text::SafeText;

/// An event with its hits.
pub(super) struct Searched {
    pub(super) file: SafeText,
    pub(super) schedule: LoadedSchedule,
    pub(super) own: UserPlan,
    /// The hits, best first, grouped by kind.
    pub(super) hits: Vec<Hit>,
    /// Finds the matched line; `None` if the query has no words.
    pub(super) marker: Option<Highlighter>,
    /// Values in the query that are not in the schedule.
    pub(super) mistakes: Vec<QueryError>,
    pub(super) needs_plan: bool,
}

impl Searched {
    pub(super) fn new(
        query: &Query,
        path: &Path,
        schedule: LoadedSchedule,
        own: UserPlan,
        now: Moment,
    ) -> Self {
        let LoadedSchedule { conference, index, .. } = &schedule;
        // Words are searched separately.
        let conditions = Query { required: Vec::new(), ..query.clone() };
        let (filter, mistakes) = Filter::new(&conditions, conference, index);
        let at = EvalContext { now: Some(now), plan: &own.status };
        let search = (!query.required.is_empty()).then(|| SearchIndex::new(conference, index));
        let hits = match &search {
            Some(search) => search.find(&query.required),
            None => all_sessions(&schedule),
        };
        let excluded: Vec<EntityRef> = query
            .excluded
            .iter()
            .flat_map(|needle| find_names(conference, index, std::slice::from_ref(needle)))
            .collect();
        let fits = |hit: &Hit| match hit.item {
            EntityRef::Session(id) => filter.matches(id, &at),
            // Conditions apply only to sessions.
            item => query.conditions.is_empty() && !excluded.contains(&item),
        };
        let hits = group_by_kind(hits.into_iter().filter(fits).collect());
        let marker = search.map(|search| search.marker(&query.required));
        let needs_plan = filter.needs_plan();
        let file = SafeText::line(&path.to_string_lossy());
        Self { file, schedule, own, hits, marker, mistakes, needs_plan }
    }

    /// Returns the matching line, unless the name matches.
    pub(super) fn excerpt(&self, hit: &Hit, reading: &LanguagePreference, columns: usize) -> Option<String> {
        let marker = self.marker.as_ref().filter(|_| hit.farthest > Field::Name)?;
        marker.line(&self.schedule.conference, hit.item, reading, columns)
    }
}

/// Returns all sessions in chronological order.
fn all_sessions(schedule: &LoadedSchedule) -> Vec<Hit> {
    let hit = |id| Hit { item: EntityRef::Session(id), field: Field::Name, farthest: Field::Name };
    let days = schedule.index.days().iter();
    days.flat_map(|day| day.timed.iter().chain(&day.untimed)).map(|id| hit(*id)).collect()
}
