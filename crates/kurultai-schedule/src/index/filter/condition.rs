//! Conditions compiled for one conference.

use std::collections::HashMap;

use chrono::{NaiveTime, TimeDelta};

use super::facet_values::FacetValues;
use super::time_states::TimeStates;
use super::{EvalContext, texts};
use crate::index::query::read_time;
use crate::index::{Condition, Index, Is, Key, Operand, QueryError, QueryErrorKind};
use crate::model::{Attendance, Conference, Moment, Priority, Rooms, Session, SessionId, Status, Times};

/// Limit on unknown values for which a suggestion is searched.
const MAX_SUGGESTIONS: usize = 20;

/// A condition with the sessions that satisfy it.
#[derive(Debug, Clone)]
pub(super) struct Compiled {
    pub(super) key: Key,
    pub(super) is_negated: bool,
    /// For each session, true if any static value holds.
    fixed: Vec<bool>,
    /// The values that depend on time or plan.
    moving: Vec<DynamicCondition>,
}

/// A value that depends on time or plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DynamicCondition {
    Is(Is),
    /// The schedule day is this many days after today.
    InDays(i64),
}

/// Compiles conditions; the values of a key are collected once.
pub(super) struct Lookup<'a> {
    conference: &'a Conference,
    index: &'a Index,
    things: HashMap<Key, FacetValues>,
    mistakes: Vec<QueryError>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(conference: &'a Conference, index: &'a Index) -> Self {
        Self { conference, index, things: HashMap::new(), mistakes: Vec::new() }
    }

    pub(super) fn mistakes(self) -> Vec<QueryError> {
        self.mistakes
    }

    pub(super) fn compile(&mut self, condition: &Condition) -> Compiled {
        let (key, is_negated) = (condition.key, condition.is_negated);
        let fixed = vec![false; self.conference.sessions.len()];
        let mut compiled = Compiled { key, is_negated, fixed, moving: Vec::new() };
        for term in &condition.values {
            self.value(key, term, &mut compiled);
        }
        compiled
    }

    fn value(&mut self, key: Key, term: &Operand, into: &mut Compiled) {
        let sessions = &self.conference.sessions;
        let value = term.text.as_str();
        match key {
            Key::Is => match Is::read(value) {
                Some(is) if is_moving(is) => into.moving.push(DynamicCondition::Is(is)),
                Some(is) => into.add(fixed(is, self.conference)),
                None => {}
            },
            Key::After => {
                if let Some(time) = read_time(value) {
                    let (change, bound) =
                        (self.conference.day_change, into_day(time, self.conference.day_change));
                    into.add(sessions.iter().map(|session| starts(&session.times, change) >= Some(bound)));
                }
            }
            Key::Before => {
                if let Some(time) = read_time(value) {
                    let change = self.conference.day_change;
                    // Before the hour of the day change means before the end of the day, not before its start.
                    let bound = into_day(time, change);
                    let bound = if bound.is_zero() { TimeDelta::days(1) } else { bound };
                    into.add(sessions.iter().map(|session| ends_by(&session.times, bound, change)));
                }
            }
            Key::Title => into.add(texts::titled(self.conference, value)),
            Key::Day if value.eq_ignore_ascii_case("today") => into.moving.push(DynamicCondition::InDays(0)),
            Key::Day if value.eq_ignore_ascii_case("tomorrow") => {
                into.moving.push(DynamicCondition::InDays(1));
            }
            Key::Room if value == "*" => {
                into.add(sessions.iter().map(|session| session.rooms == Rooms::All));
            }
            _ => self.thing(key, term, into),
        }
    }

    /// Compiles a value that names an entity.
    fn thing(&mut self, key: Key, term: &Operand, into: &mut Compiled) {
        let (conference, index) = (self.conference, self.index);
        let things = self
            .things
            .entry(key)
            .or_insert_with(|| FacetValues::of(key, conference, index, &conference.reading(None)));
        let named = things.named(&term.text);
        if named.is_empty() {
            // Distances are expensive; further mistakes get no suggestion.
            let meant = (self.mistakes.len() < MAX_SUGGESTIONS).then(|| things.nearest(&term.text)).flatten();
            let what = QueryErrorKind::NoSuch { key, written: term.text.clone(), meant };
            self.mistakes.push(QueryError { what, place: term.place.clone() });
        }
        for id in named.into_iter().flat_map(|at| &things.all[at].sessions) {
            into.fixed[id.index()] = true;
        }
    }
}

impl Compiled {
    fn add(&mut self, applies: impl IntoIterator<Item = bool>) {
        self.fixed.iter_mut().zip(applies).for_each(|(known, applies)| *known |= applies);
    }

    pub(super) fn holds(&self, id: SessionId, moments: &TimeStates, at: &EvalContext<'_>) -> bool {
        let moves = || {
            self.moving.iter().any(|moving| match moving {
                DynamicCondition::Is(is) => is_now(*is, id, moments, at),
                DynamicCondition::InDays(days) => {
                    at.now.is_some_and(|now| moments.is_in_days(id, *days, now))
                }
            })
        };
        (self.fixed[id.index()] || moves()) != self.is_negated
    }

    pub(super) fn needs_clock(&self) -> bool {
        self.moving.iter().any(|moving| match moving {
            DynamicCondition::Is(is) => is.needs_clock(),
            DynamicCondition::InDays(_) => true,
        })
    }

    pub(super) fn needs_plan(&self) -> bool {
        self.moving.iter().any(|moving| matches!(moving, DynamicCondition::Is(is) if is.needs_plan()))
    }
}

/// True if the property depends on time or plan.
pub(super) fn is_moving(is: Is) -> bool {
    let of_schedule = [Is::Online, Is::Streamed, Is::Recorded, Is::Slides, Is::Repeated, Is::Cancelled];
    !of_schedule.contains(&is)
}

/// True if a session currently has the property.
pub(super) fn is_now(is: Is, id: SessionId, moments: &TimeStates, at: &EvalContext<'_>) -> bool {
    let priority = || at.plan.priority(id);
    let by_clock =
        |test: fn(&TimeStates, SessionId, Moment) -> bool| at.now.is_some_and(|now| test(moments, id, now));
    match is {
        Is::Now => by_clock(TimeStates::is_running),
        Is::Next => by_clock(TimeStates::is_next),
        Is::Past => by_clock(TimeStates::is_past),
        Is::Picked => priority().is_some(),
        Is::Must => priority() == Some(Priority::Must),
        Is::Maybe => priority() == Some(Priority::Maybe),
        Is::Collides => priority().is_some() && at.plan.has_conflict(id),
        Is::Free => !at.plan.has_conflict(id),
        Is::Noted => at.plan.is_noted(id),
        Is::Hidden => at.plan.is_hidden(id),
        Is::Online | Is::Streamed | Is::Recorded | Is::Slides | Is::Repeated | Is::Cancelled => false,
    }
}

/// Returns for each session if it has the static property.
pub(super) fn fixed(is: Is, conference: &Conference) -> Vec<bool> {
    let sessions = &conference.sessions;
    let each = |test: fn(&Session) -> bool| sessions.iter().map(test).collect();
    match is {
        Is::Online => {
            each(|session| matches!(session.attendance, Some(Attendance::Online | Attendance::Hybrid)))
        }
        Is::Streamed => each(|session| session.stream.is_some()),
        Is::Recorded => each(|session| session.recording.is_some()),
        Is::Slides => each(|session| session.slides.is_some()),
        Is::Cancelled => each(|session| session.status == Some(Status::Cancelled)),
        Is::Repeated => {
            let mut repeated: Vec<bool> = each(|session| session.same_as.is_some());
            for id in sessions.iter().filter_map(|session| session.same_as) {
                repeated[id.index()] = true;
            }
            repeated
        }
        _ => vec![false; sessions.len()],
    }
}

/// Returns the time since the day change.
fn into_day(time: NaiveTime, change: NaiveTime) -> TimeDelta {
    let passed = time.signed_duration_since(change);
    if passed < TimeDelta::zero() { passed + TimeDelta::days(1) } else { passed }
}

/// Returns the time from the beginning of the schedule day to the start of a session.
fn starts(times: &Times, change: NaiveTime) -> Option<TimeDelta> {
    let start = times.start?;
    match (times.day, times.start_datetime()) {
        (Some(day), Some(start)) => Some(start.signed_duration_since(day.and_time(change))),
        _ => Some(into_day(start, change)),
    }
}

/// True if a session ends by `bound`; one of unknown end must start before it.
fn ends_by(times: &Times, bound: TimeDelta, change: NaiveTime) -> bool {
    let shown = times.duration.and_then(|length| length.checked_add(&times.shift));
    match (starts(times, change), shown, times.end_only) {
        (Some(start), Some(length), _) => start.checked_add(&length).is_some_and(|end| end <= bound),
        (Some(start), None, _) => start < bound,
        (None, _, Some(end)) => into_day(end, change) <= bound,
        (None, _, None) => false,
    }
}
