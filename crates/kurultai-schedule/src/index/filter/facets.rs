//! [`Facet`]: the values to filter by, with their numbers of sessions.

use std::cmp::Reverse;

use chrono::{Days, NaiveDate};

use super::condition::{fixed, is_moving, is_now};
use super::facet_values::FacetValues;
use super::{EvalContext, Filter};
use crate::index::{Index, Is, Key, Query};
use crate::model::{Conference, LanguagePreference, SessionId};

/// The values of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The key.
    pub key: Key,
    /// The values; at least one.
    pub choices: Vec<Choice>,
}

/// A value that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The spelling in the query: as typed there, else as in the schedule.
    pub value: String,
    /// The name in the viewer's language, if the schedule has one; otherwise a query word, a language code or a date.
    pub label: String,
    /// The date, for days.
    pub date: Option<NaiveDate>,
    /// The number of sessions that selecting it would match, or add if the values of the key are alternatives.
    pub count: usize,
    /// True if the query requires it.
    pub is_chosen: bool,
    /// True if the query excludes it.
    pub is_excluded: bool,
}

/// The keys offered, in order.
const KEYS: [Key; 9] =
    [Key::Day, Key::Is, Key::Track, Key::Room, Key::Kind, Key::Type, Key::Lang, Key::Level, Key::Tag];

/// Limit on tags offered; some schedules have as many tags as sessions.
const TAGS: usize = 30;

impl Filter {
    /// Returns the values to filter by. The count of a value includes the sessions that have it and match the rest of the
    /// query. Days, rooms and tracks are in schedule order; tags and languages are sorted by count.
    ///
    /// The filter must be compiled from `query`.
    #[must_use]
    pub fn facets(
        &self,
        query: &Query,
        conference: &Conference,
        index: &Index,
        at: &EvalContext<'_>,
        reading: &LanguagePreference,
    ) -> Vec<Facet> {
        let fails = self.fails(conference.sessions.len(), at);
        let today = at.now.map(|now| self.time_states.day(now));
        let today = |days| today.and_then(|today| today.checked_add_days(Days::new(days)));
        let facets = KEYS.into_iter().map(|key| {
            let choices = match key {
                Key::Is => self.properties(query, conference, at, &fails),
                _ => choices(query, &FacetValues::of(key, conference, index, reading), key, &fails, &today),
            };
            Facet { key, choices }
        });
        facets.filter(|facet| !facet.choices.is_empty()).collect()
    }

    /// Determines for each session why it does not match.
    fn fails(&self, count: usize, at: &EvalContext<'_>) -> Vec<Fails> {
        let fails = |id| {
            if !self.has_texts(id) {
                return Fails::Always;
            }
            let mut fails = Fails::Never;
            let failing =
                self.conditions.iter().filter(|condition| !condition.holds(id, &self.time_states, at));
            for condition in failing {
                let is_choice = !condition.is_negated && condition.key.has_alternatives();
                if !is_choice || fails != Fails::Never {
                    return Fails::Always;
                }
                fails = Fails::By(condition.key);
            }
            fails
        };
        (0..count).map(|at| fails(SessionId::new(at))).collect()
    }

    /// Returns the choices of [`Key::Is`].
    fn properties(
        &self,
        query: &Query,
        conference: &Conference,
        at: &EvalContext<'_>,
        fails: &[Fails],
    ) -> Vec<Choice> {
        let choices = Is::ALL.iter().filter_map(|is| {
            let schedule = fixed(*is, conference);
            let has = |number: usize| {
                let id = SessionId::new(number);
                if is_moving(*is) { is_now(*is, id, &self.time_states, at) } else { schedule[number] }
            };
            let with: Vec<usize> = (0..fails.len()).filter(|number| has(*number)).collect();
            let is_chosen = query.has(Key::Is, is.word());
            let is_excluded = query.excludes(Key::Is, is.word());
            // A property of all sessions or of none is useless as a filter.
            let says = !with.is_empty() && with.len() < fails.len();
            (says || is_chosen || is_excluded).then(|| Choice {
                value: is.word().to_owned(),
                label: is.word().to_owned(),
                date: None,
                count: with.iter().filter(|number| fails[**number] == Fails::Never).count(),
                is_chosen,
                is_excluded,
            })
        });
        choices.collect()
    }
}

/// The reason why a session does not match.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fails {
    Never,
    /// Only for lack of a required value of this key.
    By(Key),
    Always,
}

/// Returns the choices of a key; `day_in` is the schedule day in the given number of days.
fn choices(
    query: &Query,
    things: &FacetValues,
    key: Key,
    fails: &[Fails],
    day_in: &dyn Fn(u64) -> Option<NaiveDate>,
) -> Vec<Choice> {
    let mut values: Vec<String> = things.all.iter().map(|thing| thing.value.clone()).collect();
    // A value keeps its spelling in the query, so that selecting it again removes it.
    let conditions = query.conditions.iter().filter(|condition| condition.key == key);
    for term in conditions.flat_map(|condition| &condition.values) {
        let day = match term.text.to_ascii_lowercase().as_str() {
            "today" if key == Key::Day => day_in(0),
            "tomorrow" if key == Key::Day => day_in(1),
            _ => None,
        };
        let day = day.map(|day| day.to_string());
        if let [at] = things.named(day.as_deref().unwrap_or(&term.text))[..] {
            values[at].clone_from(&term.text);
        }
    }
    let counts =
        |id: &&SessionId| matches!(fails[id.index()], Fails::Never) || fails[id.index()] == Fails::By(key);
    let choices = things.all.iter().zip(values).filter(|(thing, _)| !thing.sessions.is_empty());
    let choices = choices.map(|(thing, value)| Choice {
        label: thing.label.clone(),
        date: thing.date,
        count: thing.sessions.iter().filter(counts).count(),
        is_chosen: query.has(key, &value),
        is_excluded: query.excludes(key, &value),
        value,
    });
    let mut choices: Vec<Choice> = choices.collect();
    if matches!(key, Key::Tag | Key::Lang) {
        choices.sort_by_key(|choice| Reverse(choice.count));
    }
    if key == Key::Tag {
        let mut kept = 0;
        choices.retain(|choice| {
            kept += 1;
            kept <= TAGS || choice.is_chosen || choice.is_excluded
        });
    }
    choices
}
