//! Plans for programs.
//!
//! `plan show` answers with one object; every key is always there, and `null` is what is not known:
//!
//! ```json
//! {
//!   "file": "fosdem.xml", "title": "FOSDEM 2025",
//!   "days": [
//!     {
//!       "day": "2025-02-01",
//!       "entries": [
//!         { "type": "session", "level": "must", "session": { … }, "note": null,
//!           "collisions": [
//!             { "with": { "type": "session", "id": "42", "name": "…" }, "minutes": 20, "walk": null,
//!               "text": "overlaps “…” by 20 min", "advice": "leave out “…”, which is only maybe" }
//!           ] },
//!         { "type": "free", "start": "2025-02-01T11:00:00+01:00", "end": "…", "minutes": 45 },
//!         { "type": "busy", "title": "Lunch", "start": "…", "end": "…" }
//!       ]
//!     }
//!   ],
//!   "gone": [{ "level": "must", "session": { … }, "notes": ["…"] }],
//!   "notes": [{ "text": "…", "session": { … } }],
//!   "muted": [{ "type": "room", "name": "…" }, { "type": "session", "session": { … } }]
//! }
//! ```
//!
//! Sessions are as `json::Session` has them; those of `gone`, `notes` and `muted` as the plan remembers them. `notes` are those to sessions that are not picked. Of a collision `minutes` are
//! those at one time, `null` where an end is not known; `walk` stands where only the way is too long:
//! `{ "from": "…", "to": "…", "free": 5, "needed": 8 }`. The day of picks without one is `null`.

use serde::Serialize;

use super::plan_context::PlanContext;
use super::show::{notes_of_gone, notes_to_others};
use crate::cli::json::{Named, Scope, Session, level, moment_of};
use crate::model::{self, HiddenSession, SessionId};
use crate::plan::{Advice, ConflictChecker, ConflictKind, PlanDay, Row};
use crate::presenter::Presenter;

/// The answer of `plan show`.
#[derive(Serialize)]
pub(super) struct Plan<'a> {
    file: String,
    title: String,
    days: Vec<Day>,
    gone: Vec<Gone<'a>>,
    notes: Vec<Note<'a>>,
    muted: Vec<Hidden<'a>>,
}

#[derive(Serialize)]
struct Day {
    day: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Entry {
    Session { level: &'static str, session: Box<Session>, note: Option<String>, collisions: Vec<Collision> },
    Busy(Busy),
    Free { start: String, end: String, minutes: i64 },
}

/// Time of one's own.
#[derive(Serialize)]
pub(super) struct Busy {
    title: Option<String>,
    start: String,
    end: String,
}

/// What something collides with, and how.
#[derive(Serialize)]
pub(super) struct Collision {
    with: Party,
    minutes: Option<u32>,
    walk: Option<Walk>,
    text: String,
    advice: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Party {
    Session(Named),
    Busy(Busy),
}

#[derive(Serialize)]
struct Walk {
    from: String,
    to: String,
    free: u32,
    needed: u32,
}

#[derive(Serialize)]
struct Gone<'a> {
    level: &'static str,
    session: Box<Session>,
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Note<'a> {
    text: &'a str,
    session: Box<Session>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Hidden<'a> {
    Session { session: Box<Session> },
    Room { name: &'a str },
    Track { name: &'a str },
}

impl<'a> Plan<'a> {
    pub(super) fn of(
        plan_context: &'a PlanContext,
        words: &Presenter<'_>,
        calendar: &ConflictChecker<'_>,
    ) -> Self {
        let remembered = |session| Box::new(Session::remembered(Scope::of(words), session));
        let gone = |place: usize| {
            let pick = &plan_context.plan.picks[place];
            Gone {
                level: level(pick.level),
                session: remembered(&pick.session),
                notes: notes_of_gone(plan_context, place).map(|note| note.text.as_str()).collect(),
            }
        };
        let note = |(note, _): (&'a model::Note, Option<SessionId>)| Note {
            text: &note.text,
            session: remembered(&note.session),
        };
        let hidden = |muted: &'a HiddenSession| match muted {
            HiddenSession::Session(session) => Hidden::Session { session: remembered(session) },
            HiddenSession::Room(name) => Hidden::Room { name },
            HiddenSession::Track(name) => Hidden::Track { name },
        };
        Self {
            file: plan_context.schedule.source.name().to_string(),
            title: words.text(&words.conference.title).to_string(),
            days: calendar.days().iter().map(|day| Day::of(day, plan_context, words, calendar)).collect(),
            gone: plan_context.picks.missing().map(gone).collect(),
            notes: notes_to_others(plan_context).into_iter().map(note).collect(),
            muted: plan_context.plan.muted.iter().map(hidden).collect(),
        }
    }
}

impl Day {
    fn of(
        day: &PlanDay,
        plan_context: &PlanContext,
        words: &Presenter<'_>,
        calendar: &ConflictChecker<'_>,
    ) -> Self {
        let session = |id: SessionId, collisions: Vec<Collision>| {
            Some(Entry::Session {
                level: level(calendar.level(id)?),
                session: Box::new(Session::of(Scope::of(words), id)),
                note: plan_context.picks.note(id).map(ToString::to_string),
                collisions,
            })
        };
        let row = |row: &Row| match row {
            Row::Session(id, collisions) => {
                let said = collisions.iter();
                let said = said.map(|(with, advice)| collision(words, calendar, *with, Some(*advice)));
                session(*id, said.collect())
            }
            Row::Busy(at) => Some(Entry::Busy(Busy::of(words, calendar.busy(*at)?))),
            Row::Free { from, to } => Some(Entry::Free {
                start: moment_of(Scope::of(words), *from),
                end: moment_of(Scope::of(words), *to),
                minutes: from.until(*to).num_minutes(),
            }),
        };
        let untimed = day.untimed.iter().filter_map(|id| session(*id, Vec::new()));
        Self {
            day: day.date.map(|day| day.to_string()),
            entries: day.rows.iter().filter_map(row).chain(untimed).collect(),
        }
    }
}

impl Busy {
    fn of(words: &Presenter<'_>, busy: &model::BusyBlock) -> Self {
        Self {
            title: busy.title.as_ref().map(ToString::to_string),
            start: moment_of(Scope::of(words), busy.start),
            end: moment_of(Scope::of(words), busy.end),
        }
    }
}

pub(super) fn collision(
    words: &Presenter<'_>,
    calendar: &ConflictChecker<'_>,
    collision: crate::plan::Conflict,
    advice: Option<Advice>,
) -> Collision {
    let with = match collision.with {
        crate::plan::Commitment::Session(id) => {
            let session = words.conference.session(id);
            Party::Session(Named::of(session.id.as_ref(), session.title.as_ref(), words.reading))
        }
        crate::plan::Commitment::Busy(at) => {
            // Every place of a collision is one of the plan.
            let busy = calendar.busy(at).map(|busy| Busy::of(words, busy));
            Party::Busy(busy.unwrap_or(Busy { title: None, start: String::new(), end: String::new() }))
        }
    };
    let (minutes, walk) = match collision.clash {
        ConflictKind::Overlap { minutes } => (minutes, None),
        ConflictKind::Walk { from, to, needed, free } => {
            let [from, to] = [from, to].map(|room| words.room(room));
            (None, Some(Walk { from, to, free, needed }))
        }
    };
    let text = words.collision(calendar, collision);
    Collision { with, minutes, walk, text, advice: advice.map(|advice| words.advice(advice)) }
}
