//! Notes and busy blocks.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::plan;
use crate::i18n::Message;
use crate::keymap::Action;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::conference::ConferenceState;
use crate::tui::conference::PaneItem;
use crate::tui::prompt::PromptKind;
use kurultai_schedule::model::{BusyBlock, Note, PlanChange, SessionId, calendar_date};
use kurultai_schedule::text::SafeText;

/// Opens the input line for a note or a busy block.
pub(super) fn open(app: &mut App, action: Action) {
    let Some(state) = &app.conference else { return };
    match (action, app.layout_cache.plan_target(state)) {
        (Action::Note, Some(PaneItem::Session(id))) => {
            let note = editable_note(state, id);
            app.open_prompt(PromptKind::Note(id), &note);
        }
        (Action::Busy, _) if day(state).is_some() => app.open_prompt(PromptKind::Busy, ""),
        (Action::Busy, _) => app.notice = Some(Notice::Sentence(Message::NoticeNoDay)),
        _ => {}
    }
}

/// Saves the typed note.
pub(super) fn enter_note(app: &mut App, id: SessionId) -> Vec<Effect> {
    let (Some(written), Some(state)) = (app.prompt.take(), &app.conference) else { return Vec::new() };
    // An unchanged note keeps its line breaks.
    if written.field.text() == editable_note(state, id) {
        return Vec::new();
    }
    let Some(session) = plan::snapshot(app, id) else { return Vec::new() };
    let Some(state) = &app.conference else { return Vec::new() };
    // In an earlier edition of the schedule, the session of the note may have had another name.
    let former = state.plan_context.status.picks.noted_names(&state.plan_context.plan, id);
    let former = former.filter(|former| former.key() != session.key());
    let gone =
        former.map(|former| PlanChange::Note(Note { session: former.clone(), text: SafeText::default() }));
    let mut changes: Vec<PlanChange> = gone.collect();
    let text = written.field.text().trim().replace(LINE_END, "\n");
    let note = Note { session, text: SafeText::text(text.trim()) };
    let message = if note.text.as_str().is_empty() { Message::NoticeNoteGone } else { Message::NoticeNoted };
    let title = state.presenter(&app.viewer).title(state.schedule.conference.session(id));
    plan::notify(app, message, &title);
    changes.push(PlanChange::Note(note));
    plan::change(app, changes)
}

/// The line break displayed in the input line.
const LINE_END: char = '↵';

/// Returns the note of a session for the input line.
fn editable_note(state: &ConferenceState, id: SessionId) -> String {
    state.plan_context.status.picks.note(id).map(|note| single_line(note)).unwrap_or_default()
}

/// Replaces line breaks by [`LINE_END`].
pub(super) fn single_line(text: &str) -> String {
    let mark = LINE_END.to_string();
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    // Terminals paste line breaks as carriage returns.
    lines.collect::<Vec<_>>().join(&mark).replace('\r', &mark)
}

/// Adds the typed busy block: `12:00-13:00 lunch`.
pub(super) fn enter_busy(app: &mut App) -> Vec<Effect> {
    let (Some(written), Some(state)) = (&app.prompt, &app.conference) else { return Vec::new() };
    let text = written.field.text().to_owned();
    if text.trim().is_empty() {
        app.prompt = None;
        return Vec::new();
    }
    let busy = day(state).and_then(|day| parse(&text, day, state.schedule.conference.day_change));
    let Some(busy) = busy else {
        app.notice = Some(Notice::Sentence(Message::NoticeBadBusy));
        return Vec::new();
    };
    app.prompt = None;
    plan::notify(app, Message::NoticeBusy, text.trim());
    plan::change(app, vec![PlanChange::Busy(busy)])
}

/// Returns the day of a busy block: that of the current item, or else the displayed one.
fn day(state: &ConferenceState) -> Option<NaiveDate> {
    let of_selected = match state.current_item() {
        Some(PaneItem::Session(id)) => state.schedule.conference.session(id).times.day,
        Some(PaneItem::Busy(at)) => state.plan_context.plan.busy.get(at).map(|busy| busy.start.date()),
        _ => None,
    };
    let days = state.schedule.index.days();
    of_selected.or_else(|| days.get(state.day).and_then(|day| day.date)).or_else(|| days.first()?.date)
}

/// The longest busy block that continues after midnight.
const MAX_NIGHT: TimeDelta = TimeDelta::hours(12);

/// Parses two times and a title; times after midnight belong to the day before.
fn parse(text: &str, day: NaiveDate, day_change: NaiveTime) -> Option<BusyBlock> {
    let text = text.trim().replacen(['–', '—'], "-", 1);
    let (start, rest) = text.split_once('-')?;
    let rest = rest.trim_start();
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.');
    let (end, title) = rest.split_at(rest.find(|c| !is_of_time(c)).unwrap_or(rest.len()));
    if title.starts_with('-') {
        return None;
    }
    let title = title.trim_start_matches(',');
    let time = |text: &str| {
        let text = text.trim().replace('.', ":");
        let text = if text.contains(':') { text } else { format!("{text}:00") };
        NaiveTime::parse_from_str(&text, "%H:%M").ok()
    };
    let (start, end) = (time(start)?, time(end)?);
    let start = calendar_date(day, start, day_change).and_time(start);
    let mut end = start.date().and_time(end);
    if end <= start {
        end = end.checked_add_days(chrono::Days::new(1))?;
    }
    // A longer block is probably a typing error.
    if end - start > MAX_NIGHT && end.date() > start.date() {
        return None;
    }
    let title = Some(SafeText::line(title)).filter(|title| !title.is_empty());
    Some(BusyBlock { start, end, title })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        let day = NaiveDate::from_ymd_opt(2025, 2, 1)?;
        let busy = parse(text, day, NaiveTime::from_hms_opt(4, 0, 0)?)?;
        Some(format!("{} {} {}", busy.start, busy.end, busy.title.unwrap_or_default()))
    }

    #[test]
    fn times_as_people_write_them() {
        let lunch = Some("2025-02-01 12:00:00 2025-02-01 13:30:00 lunch, outside".to_owned());
        assert_eq!(parsed("12:00-13:30 lunch, outside"), lunch);
        assert_eq!(parsed(" 12 – 13.30  lunch, outside "), lunch);
        assert_eq!(parsed("12:00-13:30, lunch, outside"), lunch);
        assert_eq!(
            parsed("12-13 2nd lunch 🍕").as_deref(),
            Some("2025-02-01 12:00:00 2025-02-01 13:00:00 2nd lunch 🍕")
        );
        assert_eq!(parsed("22:00-01:00").as_deref(), Some("2025-02-01 22:00:00 2025-02-02 01:00:00 "));
        assert_eq!(parsed("01:00-02:00 x").as_deref(), Some("2025-02-02 01:00:00 2025-02-02 02:00:00 x"));
        for bad in [
            "lunch",
            "12:00 lunch",
            "12:00-25:00",
            "12:61-13:00",
            "-",
            "12:00-13:00-14:00",
            "13:00-12:00",
            "12-12",
        ] {
            assert_eq!(parsed(bad), None, "{bad}");
        }
    }
}
