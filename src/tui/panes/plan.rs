//! The plan: picks and busy blocks by day, conflicts with advice, and free time.

use chrono::NaiveDate;

use super::agenda::{beside_title, plan_mark};
use super::context::PaneContext;
use super::rows;
use super::titles::{room_columns, title_rows, title_width};
use crate::i18n::Message;
use crate::keymap::Action;
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Entry, Line, Page};
use kurultai_schedule::model::{Moment, Pick, SessionId, Times, schedule_day};
use kurultai_schedule::plan::{Advice, Conflict, PlanDay, Row};
use kurultai_schedule::text::{cut, width, wrap};

/// The smallest width of a list with end times and rooms.
const WITH_ENDS: usize = 50;
const WITH_ROOMS: usize = 44;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let presenter = &context.presenter;
    let plan_context = &context.state.plan_context;
    let gone: Vec<usize> = plan_context.status.picks.missing().collect();
    let noted: Vec<SessionId> = plan_context.status.picks.noted().collect();
    if plan_context.days.is_empty() && gone.is_empty() && noted.is_empty() {
        return rows::sentence(&context.word_with_key(Message::NothingPicked, Action::Pick), context.columns);
    }
    let mut entries = Vec::new();
    let mut now = context.now;
    for day in &plan_context.days {
        let head = day.date.map_or_else(
            || presenter.word(Message::DayNotAnnounced),
            |date| presenter.locale.weekday_day(date),
        );
        entries.extend(rows::group(head, entries.is_empty()));
        self::day(context, day, &mut now, &mut entries);
    }
    if !gone.is_empty() {
        entries.extend(rows::group(presenter.word(Message::PlanGone), entries.is_empty()));
        entries.extend(gone.into_iter().map(|at| self::gone(context, at)));
    }
    if !noted.is_empty() {
        entries.extend(rows::group(presenter.word(Message::PlanOtherNotes), entries.is_empty()));
        entries.extend(noted.into_iter().map(|id| session(context, id, None, &[])));
    }
    entries
}

fn day(
    context: &PaneContext<'_>,
    day: &PlanDay,
    now: &mut Option<Moment>,
    entries: &mut Vec<Entry<PaneItem>>,
) {
    let presenter = &context.presenter;
    let today = context
        .now
        .map(|now| schedule_day(now.clock.date(), now.clock.time(), presenter.conference.day_change));
    let is_today = today.is_some() && today == day.date;
    let mut line_of_now = now.filter(|_| is_today);
    // A pick is selected on its first day, because the list finds the selection by session.
    let ongoing = day.ongoing.iter().flat_map(|id| session_lines(context, *id, day.date, &[]));
    entries.extend(ongoing.map(Entry::separator));
    for row in &day.rows {
        let start = match row {
            Row::Session(id, _) => presenter.conference.session(*id).times.begins(),
            Row::Busy(at) => context
                .state
                .plan_context
                .plan
                .busy
                .get(*at)
                .map(|busy| presenter.conference.moment(busy.start)),
            Row::Free { from, .. } => Some(*from),
        };
        if let Some(moment) = line_of_now.filter(|now| start.is_some_and(|start| now.is_before(start))) {
            entries.push(super::agenda::now_line(presenter, moment, context.columns));
            line_of_now = None;
        }
        match row {
            Row::Session(id, conflicts) => entries.push(session(context, *id, day.date, conflicts)),
            Row::Busy(at) => entries.extend(busy(context, *at)),
            Row::Free { from, to } => {
                let text = presenter.free_time(*from, *to);
                let line = Line::default().pad_to(before(context)).add(text, TextRole::Faint);
                entries.push(Entry::separator(line));
            }
        }
    }
    if let Some(moment) = line_of_now {
        entries.push(super::agenda::now_line(presenter, moment, context.columns));
    }
    if is_today {
        *now = None;
    }
    if !day.untimed.is_empty() && !day.rows.is_empty() {
        let line =
            Line::new(" ", TextRole::Text).add(presenter.word(Message::NoTimesAnnounced), TextRole::Faint);
        entries.push(Entry::separator(line));
    }
    entries.extend(day.untimed.iter().map(|id| session(context, *id, day.date, &[])));
}

/// Returns the width before a title: time and pick mark.
fn before(context: &PaneContext<'_>) -> usize {
    if context.columns >= WITH_ENDS { 17 } else { 11 }
}

/// Returns ` 09:30–09:50  ★ Title                    Janson`, followed by its conflicts.
fn session(
    context: &PaneContext<'_>,
    id: SessionId,
    day: Option<NaiveDate>,
    conflicts: &[(Conflict, Advice)],
) -> Entry<PaneItem> {
    Entry::row(PaneItem::Session(id), session_lines(context, id, day, conflicts))
}

fn session_lines(
    context: &PaneContext<'_>,
    id: SessionId,
    day: Option<NaiveDate>,
    conflicts: &[(Conflict, Advice)],
) -> Vec<Line> {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    let until = super::agenda::long_time(presenter, day, &session.times, true).and_then(|_| {
        // The time column has no space for another day.
        let day = presenter.later_day(day, &session.times).or(presenter.shown(&session.times).date)?;
        presenter.until_on(day, &session.times)
    });
    let mut times = presenter.shown(&session.times);
    if until.is_some() {
        let start = times.start.filter(|_| presenter.later_day(day, &session.times).is_none());
        times = Times {
            start,
            duration: None,
            end_only: None,
            date: times.date.filter(|_| start.is_some()),
            ..times
        };
    }
    let mark = plan_mark(context.state.plan_context.priority(id));
    let of_time = super::agenda::time_role(context, &session.times);
    let role = if session.is_off() { TextRole::Dim } else { of_time };
    let place = presenter.rooms(session).filter(|_| context.columns >= WITH_ROOMS).unwrap_or_default();
    let title = (&*presenter.title(session), presenter.clock_of(&session.times));
    let mut lines = row(context, (&times, of_time), mark, title, role, &place);
    let below = |text: String, role| {
        let room = context.columns.saturating_sub(before(context) + 1).max(1);
        let indent = before(context);
        wrap(&text, room)
            .into_iter()
            .map(move |line| Line::default().pad_to(indent).add(line, role))
            .collect::<Vec<_>>()
    };
    lines.extend(until.into_iter().flat_map(|until| below(until, TextRole::Dim)));
    if let Some(status) = session.status.as_ref().filter(|_| session.is_off()) {
        lines.extend(below(presenter.status(status), TextRole::Warn));
    }
    // Show only the conflict and the advice for this session; the detail has everything.
    let room = context.columns.saturating_sub(before(context) + 1);
    let line =
        |text: &str, role| Line::default().pad_to(before(context)).add(cut(text, room).into_owned(), role);
    let checker = context.state.plan_context.conflict_checker(&context.state.schedule);
    let conflict = match conflicts {
        [] => None,
        [(conflict, _)] => Some(presenter.short_conflict(&checker, *conflict)),
        several => Some(presenter.locale.count(Message::ConflictShortSeveral, several.len())),
    };
    lines.extend(conflict.map(|conflict| line(&format!("✗ {conflict}"), TextRole::Warn)));
    let mut advice = context.state.plan_context.advice(id);
    advice.retain(|advice| advice.subject().is_none_or(|subject| subject == id));
    // Advice about a specific session replaces general advice.
    if advice.iter().any(|advice| advice.subject().is_some()) {
        advice.retain(|advice| advice.subject().is_some());
    }
    for advice in advice {
        lines
            .push(line(&format!("→ {}", presenter.advice_below(id, conflicts.len(), advice)), TextRole::Dim));
    }
    if let Some(note) = context.state.plan_context.status.picks.note(id) {
        let first = note.lines().next().unwrap_or_default();
        let room = context.columns.saturating_sub(before(context) + 3);
        lines.extend(below(format!("· {}", cut(first, room)), TextRole::Emphasis));
    }
    lines
}

fn busy(context: &PaneContext<'_>, at: usize) -> Option<Entry<PaneItem>> {
    let busy = context.state.plan_context.plan.busy.get(at)?;
    let title =
        busy.title.as_ref().map_or_else(|| context.presenter.word(Message::PlanBusy), ToString::to_string);
    let mark = Line::new("·", TextRole::Faint);
    let times = Times { day: None, ..busy.times(context.presenter.conference) };
    let role = super::agenda::time_role(context, &times);
    let times = context.presenter.shown(&times);
    Some(Entry::row(
        PaneItem::Busy(at),
        row(context, (&times, role), mark, (&title, None), TextRole::Dim, ""),
    ))
}

fn gone(context: &PaneContext<'_>, at: usize) -> Entry<PaneItem> {
    let pick: Option<&Pick> = context.state.plan_context.plan.picks.get(at);
    let Some(Pick { session, priority }) = pick else { return Entry::spacer() };
    let presenter = &context.presenter;
    let title = session.title.as_ref().map_or_else(|| presenter.word(Message::Untitled), ToString::to_string);
    let mark = plan_mark(Some(*priority));
    let when = presenter.when(&presenter.conference.snapshot_times(session));
    let mut lines =
        row(context, (&Times::default(), TextRole::Text), mark, (&title, None), TextRole::Dim, "");
    let facts: Vec<String> = when.into_iter().chain(session.rooms.iter().map(ToString::to_string)).collect();
    if !facts.is_empty() {
        let room = context.columns.saturating_sub(before(context) + 1);
        let text = cut(&facts.join(" · "), room).into_owned();
        lines.push(Line::default().pad_to(before(context)).add(text, TextRole::Faint));
    }
    Entry::row(PaneItem::Gone(at), lines)
}

/// Returns the lines of a row: time, mark, title with the time zone, and place.
fn row(
    context: &PaneContext<'_>,
    (times, of_time): (&Times, TextRole),
    mark: Line,
    (title, clock): (&str, Option<String>),
    role: TextRole,
    place: &str,
) -> Vec<Line> {
    let presenter = &context.presenter;
    let time = |time| presenter.locale.time(time);
    let text = match (times.start, times.end()) {
        _ if times.all_day => format!(" {}", presenter.word(Message::AllDay)),
        (Some(start), Some(end)) if context.columns >= WITH_ENDS => format!(" {}–{}", time(start), time(end)),
        (Some(start), _) => format!(" {}", time(start)),
        (None, Some(end)) => format!(" –{}", time(end)),
        (None, None) => String::new(),
    };
    let before = before(context);
    let line = Line::new(text, of_time).add(crate::presenter::Presenter::day_mark(times), TextRole::Faint);
    let mut begin = line.pad_to(before - 3).add(" ", TextRole::Text).append(mark).pad_to(before);
    let place = cut(place, room_columns(context.columns)).into_owned();
    let mut lines = Vec::new();
    let first = title_width(context.columns, before, &place);
    let others = title_width(context.columns, before, "");
    for title in title_rows(title, first, others) {
        lines.push(std::mem::take(&mut begin).add(title, role));
        begin = Line::default().pad_to(before);
    }
    let columns = (before + first, before + others);
    if let Some(clock) = clock.and_then(|clock| beside_title(&mut lines, clock, TextRole::Dim, columns)) {
        lines.push(begin.add(cut(&clock, others), TextRole::Dim));
    }
    if let Some(first) = lines.first_mut() {
        let at = context.columns.saturating_sub(width(&place) + 1);
        *first = std::mem::take(first).pad_to(at).add(place, TextRole::Dim);
    }
    lines
}

/// Adds the details of a pick that is missing from the schedule.
pub(super) fn gone_detail(context: &PaneContext<'_>, at: usize, page: &mut Page<PaneItem>) {
    let presenter = &context.presenter;
    let Some(Pick { session, .. }) = context.state.plan_context.plan.picks.get(at) else { return };
    page.title(
        &session.title.as_ref().map_or_else(|| presenter.word(Message::Untitled), ToString::to_string),
    );
    let mut facts = DefinitionList::default();
    facts.add(presenter.word(Message::LabelStatus), [presenter.word(Message::PlanGone)]);
    facts.add(
        presenter.word(Message::LabelWhen),
        presenter.when(&presenter.conference.snapshot_times(session)),
    );
    facts.add(presenter.word(Message::LabelWhere), session.rooms.iter().map(ToString::to_string));
    facts.add(presenter.word(Message::LabelPeople), session.people.iter().map(ToString::to_string));
    facts.addresses(presenter.word(Message::LabelPage), session.url.iter().map(ToString::to_string));
    page.facts(facts);
    page.plain(&context.word_with_key(Message::PlanGoneHelp, Action::Pick));
}

pub(super) fn busy_detail(context: &PaneContext<'_>, at: usize, page: &mut Page<PaneItem>) {
    let presenter = &context.presenter;
    let Some(busy) = context.state.plan_context.plan.busy.get(at) else { return };
    page.title(&busy.title.as_ref().map_or_else(|| presenter.word(Message::PlanBusy), ToString::to_string));
    let mut facts = DefinitionList::default();
    facts.add(presenter.word(Message::LabelWhen), presenter.when(&busy.times(presenter.conference)));
    page.facts(facts);
    page.plain(&context.word_with_key(Message::PlanBusyHelp, Action::Pick));
}
