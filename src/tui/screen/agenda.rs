//! The agenda: the sessions of a day by the hour, those without a time by number.

use chrono::{NaiveDateTime, Timelike};

use super::Item;
use crate::index::ProgramDay;
use crate::locale::Message;
use crate::model::{Session, SessionId, Status, Times};
use crate::text::{cut, width, wrap};
use crate::theme::Role;
use crate::tui::widget::{Entry, Labels, Line, prose};
use crate::wording::Wording;

/// The mark of the selection, the time or number, `+1`, a blank.
const BEFORE_TITLE: usize = 9;
/// Narrower than this a list has no column of rooms.
const WITH_ROOMS: usize = 44;
/// A title is cut after so many lines.
const TITLE_LINES: usize = 2;

pub(super) fn list(
    words: &Wording<'_>,
    day: usize,
    columns: usize,
    now: Option<NaiveDateTime>,
) -> Vec<Entry<Item>> {
    let Some(day) = words.index.days().get(day) else { return Vec::new() };
    if day.timed.is_empty() && day.untimed.is_empty() {
        let line = Line::new(" ", Role::Text).and(words.word(Message::NoSessions), Role::Dim);
        return vec![Entry::head(line)];
    }
    let side = side_width(words, day, columns);
    let mut entries = timed(words, day, columns, side, now);
    if !day.untimed.is_empty() {
        entries.push(head(&words.word(Message::NoTimesAnnounced), columns));
        for (n, id) in day.untimed.iter().enumerate() {
            let number = Line::new(format!("{:>6}", n + 1), Role::Faint).and("   ", Role::Text);
            entries.push(row(words, *id, number, columns, side));
        }
    }
    entries
}

fn timed(
    words: &Wording<'_>,
    day: &ProgramDay,
    columns: usize,
    side: usize,
    now: Option<NaiveDateTime>,
) -> Vec<Entry<Item>> {
    let mut entries = Vec::new();
    let mut hour = None;
    let mut now = now;
    for id in &day.timed {
        let times = &words.conference.session(*id).times;
        // The line that says how late it is stands before the first session that has not begun.
        if let Some(moment) = now.filter(|now| times.starts().is_some_and(|start| start > *now)) {
            entries.push(now_line(words, moment, columns));
            now = None;
        }
        let of_session = times.start.map(|start| start.hour());
        if of_session.is_some() && of_session != hour {
            hour = of_session;
            entries.push(head(&format!("{:02}:00", of_session.unwrap_or(0)), columns));
        }
        entries.push(row(words, *id, time_columns(words, times), columns, side));
    }
    if let Some(moment) = now.filter(|_| !day.timed.is_empty()) {
        entries.push(now_line(words, moment, columns));
    }
    entries
}

/// `10:00 ─────`
fn head(text: &str, columns: usize) -> Entry<Item> {
    let rule = "─".repeat(columns.saturating_sub(width(text) + 3));
    Entry::head(Line::new(" ", Role::Text).and(format!("{text} "), Role::Faint).and(rule, Role::Rule))
}

fn now_line(words: &Wording<'_>, now: NaiveDateTime, columns: usize) -> Entry<Item> {
    let text = words.now(now.time());
    let rule = "─".repeat(columns.saturating_sub(width(&text) + 6));
    Entry::head(Line::new(" ", Role::Text).and(format!("── {text} {rule}"), Role::Now))
}

fn time_columns(words: &Wording<'_>, times: &Times) -> Line {
    let time = match (times.start, times.end_alone) {
        (Some(start), _) => words.locale.time(start),
        (None, Some(end)) => format!("–{}", words.locale.time(end)),
        _ => String::new(),
    };
    let after_midnight = if times.starts_after_midnight() { "+1" } else { "" };
    Line::new(format!("{time:>6}"), Role::Text).and(format!("{after_midnight:<3}"), Role::Faint)
}

fn row(words: &Wording<'_>, id: SessionId, before: Line, columns: usize, side: usize) -> Entry<Item> {
    let session = words.conference.session(id);
    let gap = if side > 0 { side + 2 } else { 0 };
    let room = columns.saturating_sub(BEFORE_TITLE + gap + 1).max(1);
    let mut lines = Vec::new();
    let mut before = before;
    for title in title_lines(words, session, room) {
        lines.push(before.join(title));
        before = Line::new(" ".repeat(BEFORE_TITLE), Role::Text);
    }
    if let (true, Some(first)) = (side > 0, lines.first_mut()) {
        let text = side_text(words, session);
        let text = cut(&text, side);
        let at = columns.saturating_sub(width(&text) + 1);
        *first = std::mem::take(first).to(at).and(text, Role::Dim);
    }
    Entry::row(Item::Session(id), lines)
}

/// The title on two lines at most, and behind it what one must not miss: that it is cancelled, online, or broken.
fn title_lines(words: &Wording<'_>, session: &Session, columns: usize) -> Vec<Line> {
    let title = words.title(session);
    let mut marks = Vec::new();
    if session.has_mistakes {
        marks.push((words.word(Message::Broken), Role::Bad));
    }
    if let Some(status) = session.status.as_ref().filter(|status| **status != Status::Confirmed) {
        marks.push((words.status(status), Role::Warn));
    }
    if let Some(attendance) = session.attendance {
        marks.push((words.attendance(attendance), Role::Dim));
    }
    let role = if session.status == Some(Status::Cancelled) { Role::Dim } else { Role::Text };
    let mut wrapped = wrap(&title, columns);
    if wrapped.len() > TITLE_LINES {
        let rest = wrapped.split_off(TITLE_LINES - 1).join(" ");
        wrapped.push(cut(&rest, columns).into_owned());
    }
    let mut lines: Vec<Line> = wrapped.into_iter().map(|line| Line::new(line, role)).collect();
    for (mark, role) in marks {
        match lines.last_mut() {
            Some(last) if last.width() + width(&mark) + 3 <= columns => {
                *last = std::mem::take(last).and(" · ", Role::Faint).and(mark, role);
            }
            _ => lines.push(Line::new(cut(&mark, columns), role)),
        }
    }
    lines
}

/// What stands at the right: the room, or the kind where there is no room.
fn side_text(words: &Wording<'_>, session: &Session) -> String {
    let kind = || session.kind.as_ref().map(|kind| words.kind(kind));
    words.rooms(session).or_else(kind).unwrap_or_default()
}

/// How wide the column at the right is: as its longest text, a third of the list at most.
fn side_width(words: &Wording<'_>, day: &ProgramDay, columns: usize) -> usize {
    if columns < WITH_ROOMS {
        return 0;
    }
    let sessions = day.timed.iter().chain(&day.untimed).map(|id| words.conference.session(*id));
    sessions.map(|session| width(&side_text(words, session))).max().unwrap_or(0).min(columns * 3 / 10)
}

pub(super) fn detail(words: &Wording<'_>, id: SessionId, columns: usize) -> Vec<Line> {
    let session = words.conference.session(id);
    let mut lines = prose(&words.title(session), columns, Role::Title);
    if let Some(subtitle) = &session.subtitle {
        lines.extend(prose(words.text(subtitle), columns, Role::Dim));
    }
    lines.push(Line::default());
    let facts = facts(words, id).lines(columns);
    let has_facts = !facts.is_empty();
    lines.extend(facts);
    let texts = [&session.content_note, &session.summary, &session.description];
    for text in texts.into_iter().flatten() {
        if has_facts || lines.last() != Some(&Line::default()) {
            lines.push(Line::default());
        }
        lines.extend(prose(words.text(text), columns, Role::Text));
    }
    lines
}

fn facts(words: &Wording<'_>, id: SessionId) -> Labels {
    let session = words.conference.session(id);
    let mut facts = Labels::default();
    let mut add = |label, values: Vec<String>| facts.add(words.word(label), values);
    if session.has_mistakes {
        add(Message::LabelMistakes, vec![words.word(Message::BrokenSession)]);
    }
    add(Message::LabelStatus, session.status.iter().map(|status| words.status(status)).collect());
    add(Message::LabelWhen, words.when(&session.times).into_iter().collect());
    add(Message::LabelWhere, words.rooms(session).into_iter().collect());
    add(Message::LabelTrack, session.track.map(|id| words.track(id)).into_iter().collect());
    add(Message::LabelKind, session.kind.iter().map(|kind| words.kind(kind)).collect());
    add(Message::LabelType, words.known(session.published_type.as_ref()).into_iter().collect());
    add(Message::LabelPeople, session.people.iter().map(|person| words.participant(person)).collect());
    let title = |id: SessionId| words.title(words.conference.session(id));
    add(Message::LabelPartOf, session.part_of.map(title).into_iter().collect());
    add(Message::LabelParts, words.index.parts(id).iter().map(|id| title(*id)).collect());
    add(Message::LabelSameAs, session.same_as.map(title).into_iter().collect());
    add(Message::LabelAttendance, session.attendance.map(|how| words.attendance(how)).into_iter().collect());
    let languages: Vec<&str> = session.languages.iter().map(crate::text::Lang::as_str).collect();
    add(
        Message::LabelLanguages,
        Some(languages.join(", ")).filter(|text| !text.is_empty()).into_iter().collect(),
    );
    add(Message::LabelLevel, words.known(session.level.as_ref()).into_iter().collect());
    let tags: Vec<&str> = session.tags.iter().map(|tag| &**tag).collect();
    add(Message::LabelTags, Some(tags.join(", ")).filter(|text| !text.is_empty()).into_iter().collect());
    if session.do_not_record {
        add(Message::LabelRecording, vec![words.word(Message::DoNotRecord)]);
    }
    add_links(words, session, &mut facts);
    facts
}

fn add_links(words: &Wording<'_>, session: &Session, facts: &mut Labels) {
    let known = [
        (Message::LabelPage, &session.url),
        (Message::LabelSlides, &session.slides),
        (Message::LabelRecording, &session.recording),
        (Message::LabelStream, &session.stream),
        (Message::LabelFeedback, &session.feedback),
    ];
    for (label, url) in known {
        facts.add_as(words.word(label), url.iter().map(ToString::to_string), Role::Link);
    }
    facts.add(words.word(Message::LabelLicense), session.recording_license.iter().map(ToString::to_string));
    let attachments = session.attachments.iter().map(|file| (file.label.as_ref(), &file.url));
    let links = session.links.iter().map(|link| (link.label.as_ref(), &link.url)).chain(attachments);
    for (label, url) in links {
        let label = words.known(label).unwrap_or_else(|| words.word(Message::LabelLink));
        facts.add_as(label, [url.to_string()], Role::Link);
    }
}
