//! [`Facet`]: what a filter can be made of, with how many sessions there would be.

use std::cmp::Reverse;

use chrono::{Days, NaiveDate};

use super::condition::{fixed, is_moving, is_now};
use super::facet_values::FacetValues;
use super::{EvalContext, Filter};
use crate::index::{Index, Is, Key, Query};
use crate::model::{Conference, LanguagePreference, SessionId};

/// The values of one key that a program has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The key.
    pub key: Key,
    /// The values; at least one.
    pub choices: Vec<Choice>,
}

/// A value that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How it stands in the query: as somebody wrote it there, else in the words of the program.
    pub value: String,
    /// What it is called in the reader's language, as far as the program says; a word of the language, the code of a
    /// language or a date else.
    pub label: String,
    /// Which day it is, of a day.
    pub date: Option<NaiveDate>,
    /// How many sessions would be found with it: beside the others of its key, where these are alternatives, it would add
    /// so many.
    pub count: usize,
    /// Whether the query asks for it.
    pub is_chosen: bool,
    /// Whether the query excludes it.
    pub is_excluded: bool,
}

/// The keys that one chooses from, in the order in which they are shown.
const KEYS: [Key; 9] =
    [Key::Day, Key::Is, Key::Track, Key::Room, Key::Kind, Key::Type, Key::Lang, Key::Level, Key::Tag];

/// So many tags are offered; some programs have as many as sessions.
const TAGS: usize = 30;

impl Filter {
    /// What can be chosen, with how many sessions there would be: for each value those that have it and for which
    /// everything else of the query holds. Days, rooms and tracks stand in the order of the program; tags and languages by
    /// number.
    ///
    /// The filter is the one of this query.
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
        let today = at.now.map(|now| self.moments.day(now));
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

    /// For each session why it is not found.
    fn fails(&self, count: usize, at: &EvalContext<'_>) -> Vec<Fails> {
        let fails = |id| {
            if !self.has_texts(id) {
                return Fails::Always;
            }
            let mut fails = Fails::Never;
            let failing = self.conditions.iter().filter(|condition| !condition.holds(id, &self.moments, at));
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

    /// What sessions of the program are now and for whoever looks, beside everything that the query asks for.
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
                if is_moving(*is) { is_now(*is, id, &self.moments, at) } else { schedule[number] }
            };
            let with: Vec<usize> = (0..fails.len()).filter(|number| has(*number)).collect();
            let is_chosen = query.has(Key::Is, is.word());
            let is_excluded = query.excludes(Key::Is, is.word());
            // What every session is or none says nothing.
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

/// Why a session is not found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fails {
    Never,
    /// Only since it has none of the values that are asked for of this key.
    By(Key),
    Always,
}

/// The choices among the things of a key; `day_in` is the program day that runs in so many days.
fn choices(
    query: &Query,
    things: &FacetValues,
    key: Key,
    fails: &[Fails],
    day_in: &dyn Fn(u64) -> Option<NaiveDate>,
) -> Vec<Choice> {
    let mut values: Vec<String> = things.all.iter().map(|thing| thing.value.clone()).collect();
    // Where the query names one of them in other words, it is these that take it out again.
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
