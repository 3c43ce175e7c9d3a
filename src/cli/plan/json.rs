//! Plans as JSON; docs/JSON.md describes it.

use serde_json::{Value, json};

use super::plan_context::PlannedSchedule;
use crate::cli::json::{Scope, id_and_name, joined, priority, session, snapshot, venue_moment};
use crate::presenter::Presenter;
use kurultai_schedule::model::{BusyBlock, HiddenItem, Note, SessionId, SessionSnapshot};
use kurultai_schedule::plan::{Advice, Commitment, Conflict, ConflictChecker, ConflictKind, PlanDay, Row};
use kurultai_schedule::text::SafeText;

pub(super) fn plan(
    context: &PlannedSchedule,
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
) -> Value {
    let remembered = |session: &SessionSnapshot| snapshot(Scope::new(presenter), session);
    let gone = |place: usize| {
        let pick = &context.plan.picks[place];
        let notes = context.notes_of_gone(place).map(|note| note.text.as_str());
        json!({
            "level": priority(pick.priority),
            "session": remembered(&pick.session),
            "notes": notes.collect::<Vec<_>>(),
        })
    };
    let note = |note: &Note| json!({ "text": note.text.as_str(), "session": remembered(&note.session) });
    let name_of = |hidden: &HiddenItem| match hidden {
        HiddenItem::Session(session) => json!({ "type": "session", "session": remembered(session) }),
        HiddenItem::Room(name) => json!({ "type": "room", "name": name.as_str() }),
        HiddenItem::Track(name) => json!({ "type": "track", "name": name.as_str() }),
    };
    let mut days = checker.days();
    days.retain(|day| !day.rows.is_empty() || !day.untimed.is_empty());
    json!({
        "file": context.schedule.source.name().as_str(),
        "title": presenter.text(&presenter.conference.title).as_str(),
        "days": days.iter().map(|day| of_day(day, context, presenter, checker)).collect::<Vec<_>>(),
        "gone": context.picks.missing().map(gone).collect::<Vec<_>>(),
        "notes": context.other_notes().into_iter().map(|(of, _)| note(of)).collect::<Vec<_>>(),
        "muted": context.plan.hidden.iter().map(name_of).collect::<Vec<_>>(),
    })
}

fn of_day(
    day: &PlanDay,
    context: &PlannedSchedule,
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
) -> Value {
    let scope = Scope::new(presenter);
    let session = |id: SessionId, conflicts: &[(Conflict, Advice)]| {
        let conflicts =
            conflicts.iter().map(|(with, advice)| conflict(presenter, checker, *with, Some(*advice)));
        Some(json!({
            "type": "session",
            "level": priority(checker.priority(id)?),
            "session": session(scope, id),
            "note": context.picks.note(id).map(SafeText::as_str),
            "collisions": conflicts.collect::<Vec<_>>(),
        }))
    };
    let row = |row: &Row| match row {
        Row::Session(id, conflicts) => session(*id, conflicts),
        Row::Busy(at) => Some(busy(presenter, checker.busy(*at)?)),
        Row::Free { from, to } => Some(json!({
            "type": "free",
            "start": venue_moment(scope, *from),
            "end": venue_moment(scope, *to),
            "minutes": from.until(*to).num_minutes(),
        })),
    };
    let untimed = day.untimed.iter().filter_map(|id| session(*id, &[]));
    json!({
        "day": day.date.map(|day| day.to_string()),
        "entries": day.rows.iter().filter_map(row).chain(untimed).collect::<Vec<_>>(),
    })
}

fn busy(presenter: &Presenter<'_>, busy: &BusyBlock) -> Value {
    json!({
        "type": "busy",
        "title": busy.title.as_deref(),
        "start": venue_moment(Scope::new(presenter), busy.start),
        "end": venue_moment(Scope::new(presenter), busy.end),
    })
}

/// Returns a conflict of a pick, with the advice for it.
pub(super) fn conflict(
    presenter: &Presenter<'_>,
    checker: &ConflictChecker<'_>,
    conflict: Conflict,
    advice: Option<Advice>,
) -> Value {
    let with = match conflict.with {
        Commitment::Session(id) => {
            let session = presenter.conference.session(id);
            let named = id_and_name(session.id.as_ref(), session.title.as_ref(), presenter.reading);
            Some(joined(json!({ "type": "session" }), named))
        }
        Commitment::Busy(at) => checker.busy(at).map(|block| busy(presenter, block)),
    };
    let (minutes, walk) = match conflict.kind {
        ConflictKind::Overlap { minutes } => (minutes, None),
        ConflictKind::Walk { from, to, needed, free } => {
            let [from, to] = [from, to].map(|room| presenter.room(room));
            (None, Some(json!({ "from": from, "to": to, "free": free, "needed": needed })))
        }
    };
    json!({
        "with": with,
        "minutes": minutes,
        "walk": walk,
        "text": presenter.conflict(checker, conflict),
        "advice": advice.map(|advice| presenter.advice(advice)),
    })
}
