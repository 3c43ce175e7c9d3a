//! The agenda: the sessions of a day by the hour, those without a time by number.

use chrono::{NaiveDateTime, Timelike};

use super::Item;
use crate::index::ProgramDay;
use crate::locale::Message;
use crate::model::{Rooms, Session, SessionId, Status, Times};
use crate::text::{Lang, cut, width, wrap};
use crate::theme::Role;
use crate::tui::widget::{Entry, Labels, Line, Page};
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

pub(super) fn detail(words: &Wording<'_>, id: SessionId, page: &mut Page<Item>) {
    let session = words.conference.session(id);
    page.title(&words.title(session));
    if let Some(subtitle) = &session.subtitle {
        page.subtitle(words.text(subtitle));
    }
    page.facts(facts(words, id));
    let texts = [&session.content_note, &session.summary, &session.description];
    for text in texts.into_iter().flatten() {
        page.prose(words.text(text));
    }
}

fn facts(words: &Wording<'_>, id: SessionId) -> Labels<Item> {
    let session = words.conference.session(id);
    let mut facts = Labels::default();
    let word = |message| words.word(message);
    let joined = |texts: Vec<&str>| Some(texts.join(", ")).filter(|text| !text.is_empty());
    let titled = |id: SessionId| (words.title(words.conference.session(id)), Item::Session(id));
    let rooms = match &session.rooms {
        Rooms::In(rooms) => rooms.as_slice(),
        Rooms::All => &[],
    };
    let people = session.people.iter().map(|one| (words.participant(one), Item::Person(one.person)));

    facts.add(word(Message::LabelMistakes), session.has_mistakes.then(|| word(Message::BrokenSession)));
    facts.add(word(Message::LabelStatus), session.status.iter().map(|status| words.status(status)));
    facts.add(word(Message::LabelWhen), words.when(&session.times));
    facts.add(word(Message::LabelWhere), (session.rooms == Rooms::All).then(|| word(Message::AllRooms)));
    facts.links(word(Message::LabelWhere), rooms.iter().map(|id| (words.room(*id), Item::Room(*id))));
    facts.links(word(Message::LabelTrack), session.track.map(|id| (words.track(id), Item::Track(id))));
    facts.add(word(Message::LabelKind), session.kind.iter().map(|kind| words.kind(kind)));
    facts.add(word(Message::LabelType), words.known(session.published_type.as_ref()));
    facts.links(word(Message::LabelPeople), people);
    facts.links(word(Message::LabelPartOf), session.part_of.map(titled));
    facts.links(word(Message::LabelParts), words.index.parts(id).iter().map(|id| titled(*id)));
    facts.links(word(Message::LabelSameAs), session.same_as.map(titled));
    facts.add(word(Message::LabelAttendance), session.attendance.map(|how| words.attendance(how)));
    facts.add(word(Message::LabelLanguages), joined(session.languages.iter().map(Lang::as_str).collect()));
    facts.add(word(Message::LabelLevel), words.known(session.level.as_ref()));
    facts.add(word(Message::LabelTags), joined(session.tags.iter().map(|tag| &**tag).collect()));
    facts.add(word(Message::LabelRecording), session.do_not_record.then(|| word(Message::DoNotRecord)));
    add_addresses(words, session, &mut facts);
    facts
}

fn add_addresses(words: &Wording<'_>, session: &Session, facts: &mut Labels<Item>) {
    let known = [
        (Message::LabelPage, &session.url),
        (Message::LabelSlides, &session.slides),
        (Message::LabelRecording, &session.recording),
        (Message::LabelStream, &session.stream),
        (Message::LabelFeedback, &session.feedback),
    ];
    for (label, url) in known {
        facts.addresses(words.word(label), url.iter().map(ToString::to_string));
    }
    facts.add(words.word(Message::LabelLicense), session.recording_license.iter().map(ToString::to_string));
    let attachments = session.attachments.iter().map(|file| (file.label.as_ref(), &file.url));
    let links = session.links.iter().map(|link| (link.label.as_ref(), &link.url)).chain(attachments);
    for (label, url) in links {
        let label = words.known(label).unwrap_or_else(|| words.word(Message::LabelLink));
        facts.addresses(label, [url.to_string()]);
    }
}
