//! Rows shared by the plan commands.

use chrono::NaiveDate;

use crate::i18n::{Locale, Message};
use crate::presenter::Presenter;
use kurultai_schedule::model::{BusyBlock, Priority, SessionId, SessionSnapshot, Status, Times};

/// Returns the symbol and the word for a priority.
pub(in crate::cli) fn priority(presenter: &Presenter<'_>, priority: Priority) -> (&'static str, String) {
    match priority {
        Priority::Must => ("★", presenter.word(Message::PlanMust)),
        Priority::Maybe => ("☆", presenter.word(Message::PlanMaybe)),
    }
}

/// A row of a session: `09:30–09:50  ★ ` before `Title · must`, with rooms and people below.
pub(super) struct SessionRow {
    pub(super) beginning: String,
    pub(super) first: String,
    pub(super) others: Vec<String>,
}

pub(super) fn session(
    presenter: &Presenter<'_>,
    id: SessionId,
    day: Option<NaiveDate>,
    wanted: Priority,
) -> SessionRow {
    let session = presenter.conference.session(id);
    let status = session.status.iter().filter(|status| **status != Status::Confirmed);
    let status: Vec<String> = status.map(|status| presenter.status(status)).collect();
    let people: Vec<String> = session.people.iter().map(|person| presenter.participant(person)).collect();
    let people = Some(people.join(", ")).filter(|people| !people.is_empty());
    let beside: Vec<String> = presenter.rooms(session).into_iter().chain(people).collect();
    row(presenter, presenter.time_on(day, &session.times), presenter.title(session), wanted, status, &beside)
}

/// Returns the row of a pick that is missing from the schedule.
pub(super) fn missing(presenter: &Presenter<'_>, session: &SessionSnapshot, wanted: Priority) -> SessionRow {
    row(
        presenter,
        None,
        title(presenter.locale, session),
        wanted,
        Vec::new(),
        &snapshot_facts(presenter, session),
    )
}

fn row(
    presenter: &Presenter<'_>,
    time: Option<String>,
    title: String,
    wanted: Priority,
    status: Vec<String>,
    beside: &[String],
) -> SessionRow {
    let (sign, word) = priority(presenter, wanted);
    let time = time.map(|time| format!("{time}  ")).unwrap_or_default();
    let fields: Vec<String> = [title, word].into_iter().chain(status).collect();
    SessionRow {
        beginning: format!("{time}{sign} "),
        first: fields.join(" · "),
        others: join(beside).into_iter().collect(),
    }
}

/// Returns the title of a session snapshot, or else another identifier.
pub(in crate::cli) fn title(locale: &Locale, session: &SessionSnapshot) -> String {
    let SessionSnapshot { title, id, url, guid, .. } = session;
    let known = [title, id, url, guid].into_iter().flatten().next();
    known.map_or_else(|| locale.text(Message::Untitled), ToString::to_string)
}

/// Returns time, rooms and people of a session snapshot.
pub(super) fn snapshot_facts(presenter: &Presenter<'_>, session: &SessionSnapshot) -> Vec<String> {
    let people: Vec<String> = session.people.iter().map(ToString::to_string).collect();
    let people = Some(people.join(", ")).filter(|people| !people.is_empty());
    let when = presenter.when(&snapshot_times(session));
    when.into_iter().chain(presenter.remembered_rooms(session)).chain(people).collect()
}

/// Formats `12:00–13:00  ` and `Lunch · your own time`.
pub(super) fn busy(presenter: &Presenter<'_>, busy: &BusyBlock) -> (String, String) {
    let time = presenter.time_of_day(&presenter.busy_times(busy)).unwrap_or_default();
    let title = busy.title.as_ref().map(ToString::to_string);
    let fields: Vec<String> = title.into_iter().chain([presenter.word(Message::PlanBusy)]).collect();
    (format!("{time}  "), fields.join(" · "))
}

/// Formats `Note: Ask for the slides.`, with its line breaks.
pub(super) fn note(presenter: &Presenter<'_>, text: &str) -> String {
    let (first, rest) = text.split_once('\n').map_or((text, None), |(first, rest)| (first, Some(rest)));
    let first = presenter.locale.quoting(Message::PlanNote, first);
    [Some(first.as_str()), rest].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

pub(super) fn snapshot_times(session: &SessionSnapshot) -> Times {
    let SessionSnapshot { day, date, start, length, .. } = *session;
    Times { day, date, start, duration: length, ..Times::default() }
}

pub(super) fn join(parts: &[String]) -> Option<String> {
    Some(parts.join(" · ")).filter(|line| !line.is_empty())
}
