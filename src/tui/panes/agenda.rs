//! The agenda: the sessions of a day by hour, then those without a time.

use chrono::{NaiveDate, TimeDelta, Timelike};

use super::context::PaneContext;
use super::rows;
use super::titles::{room_columns, title_rows};
use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter::Presenter;
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Entry, Line, Page, PrefixedLink};
use kurultai_schedule::index::ScheduleDay;
use kurultai_schedule::model::{
    Attendance, Conference, Moment, Priority, Rooms, Session, SessionId, Status, Times,
};
use kurultai_schedule::plan::Commitment;
use kurultai_schedule::text::{Lang, cut, width};

/// The smallest width of a list with rooms.
const WITH_ROOMS: usize = 44;
/// The smallest width of a list with end times.
const WITH_ENDS: usize = 70;
/// The smallest widths of lists with speakers and with tracks.
const WITH_SPEAKERS: usize = 104;
const WITH_TRACKS: usize = 130;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let PaneContext { presenter, columns, .. } = context;
    let columns = *columns;
    let why = context.state.schedule.empty_reason();
    if let Some(sentence) = why.and_then(|why| presenter.locale.find(&why.code.message_id(), None, &why.args))
    {
        return rows::sentence(&sentence, columns);
    }
    let Some(day) = presenter.index.days().get(context.state.day) else { return Vec::new() };
    let listed: Vec<SessionId> = day.listed().collect();
    if listed.is_empty() && day.untimed.is_empty() {
        return rows::nothing(presenter, Message::NoSessions, columns);
    }
    let shown = |ids: &[SessionId]| ids.iter().copied().filter(|id| context.state.lists(*id)).collect();
    let (timed_ids, untimed) = (shown(&listed), shown(&day.untimed));
    let day = &ScheduleDay { date: day.date, timed: timed_ids, untimed, ongoing: Vec::new() };
    if day.timed.is_empty() && day.untimed.is_empty() {
        return rows::sentence(&context.word_with_key(Message::NothingShown, Action::ClearFilter), columns);
    }
    let table = Columns::of(presenter, day, columns);
    let mut entries = timed(context, day, &table);
    if !day.untimed.is_empty() {
        entries.push(head(&presenter.word(Message::NoTimesAnnounced), columns));
        for (n, id) in day.untimed.iter().enumerate() {
            let number = Line::new(format!("{:>6}", n + 1), TextRole::Faint).pad_to(table.before_mark());
            entries.push(table.row(context, *id, number));
        }
    }
    entries
}

fn timed(context: &PaneContext<'_>, day: &ScheduleDay, table: &Columns) -> Vec<Entry<PaneItem>> {
    let presenter = &context.presenter;
    let mut entries = Vec::new();
    let mut hour = None;
    let mut now = context.now;
    let (over, listed): (Vec<SessionId>, Vec<SessionId>) =
        day.timed.iter().partition(|id| context.state.is_folded(**id, context.now));
    if !over.is_empty() {
        entries.push(folded(context, over.len()));
    }
    for id in &listed {
        let times = &presenter.conference.session(*id).times;
        // The line of the current time comes before the first session that has not begun, below the heading
        // of its hour.
        let mut due = now.filter(|now| times.begins().is_some_and(|start| now.is_before(start)));
        let is_later = presenter.later_day(day.date, times).is_some();
        let of_session = presenter.shown(times).start.map(|start| start.hour()).filter(|_| !is_later);
        let is_this_hour = due.is_some_and(|now| {
            let begun = now.clock.with_minute(0).and_then(|now| now.with_second(0));
            times
                .start_datetime()
                .zip(begun)
                .is_some_and(|(start, begun)| start - begun < TimeDelta::hours(1))
        });
        if let Some(moment) = due.take_if(|_| !is_this_hour) {
            entries.push(now_line(presenter, moment, table.all));
            now = None;
        }
        if of_session.is_some() && of_session != hour {
            hour = of_session;
            entries.push(head(&format!("{:02}:00", of_session.unwrap_or(0)), table.all));
        }
        if let Some(moment) = due {
            entries.push(now_line(presenter, moment, table.all));
            now = None;
        }
        let is_running = context.now.is_some_and(|now| times.covers(now));
        entries.push(table.row(context, *id, table.time(context, day.date, times)).with_running(is_running));
    }
    if let Some(moment) = now.filter(|_| !day.timed.is_empty()) {
        entries.push(now_line(presenter, moment, table.all));
    }
    entries
}

/// Returns `★` for must and `☆` for maybe.
pub(super) fn plan_mark(priority: Option<Priority>) -> Line {
    match priority {
        Some(Priority::Must) => Line::new("★", TextRole::Pick),
        Some(Priority::Maybe) => Line::new("☆", TextRole::Pick),
        None => Line::default(),
    }
}

/// Returns `10:00 ─────`.
fn head(text: &str, columns: usize) -> Entry<PaneItem> {
    let rule = "─".repeat(columns.saturating_sub(width(text) + 3));
    Entry::heading(
        Line::new(" ", TextRole::Text).add(format!("{text} "), TextRole::Faint).add(rule, TextRole::Rule),
    )
}

/// Returns ` ▸ 43 sessions are over  p show`, with the key that shows them.
fn folded(context: &PaneContext<'_>, count: usize) -> Entry<PaneItem> {
    let presenter = &context.presenter;
    let key = context.keymap.key_name(Action::FoldPast);
    let text = presenter.locale.count(Message::CountOver, count);
    let line = Line::new(" ▸ ", TextRole::Faint).add(text, TextRole::Dim).add("  ", TextRole::Text);
    Entry::heading(line.append(Line::hint(key, presenter.word(Message::HintUnfold), TextRole::Dim)))
}

pub(super) fn now_line(presenter: &Presenter<'_>, now: Moment, columns: usize) -> Entry<PaneItem> {
    let text = presenter.now(now);
    let rule = "─".repeat(columns.saturating_sub(width(&text) + 6));
    Entry::now(Line::new(" ", TextRole::Text).add(format!("── {text} {rule}"), TextRole::Now))
}

/// The columns of a list: time, title, and the details that fit on the right.
struct Columns {
    all: usize,
    /// The width of selection mark, time or number, `+1`, pick mark and track bar.
    before_title: usize,
    title: usize,
    /// The widths of speakers, rooms and tracks; 0 if omitted.
    right: [usize; 3],
    has_ends: bool,
    has_tracks: bool,
}

impl Columns {
    fn of(presenter: &Presenter<'_>, day: &ScheduleDay, all: usize) -> Self {
        let longest = |text: &dyn Fn(&Session) -> String| {
            let sessions = day.timed.iter().chain(&day.untimed).map(|id| presenter.conference.session(*id));
            sessions.map(|session| width(&text(session))).max().unwrap_or(0)
        };
        let fit = |from: usize, most: usize, text: &dyn Fn(&Session) -> String| {
            if all < from { 0 } else { longest(text).min(most) }
        };
        let right = [
            fit(WITH_SPEAKERS, all / 5, &|session| people(presenter, session)),
            fit(WITH_ROOMS, room_columns(all), &|session| presenter.rooms(session).unwrap_or_default()),
            fit(WITH_TRACKS, all / 6, &|session| track(presenter, session)),
        ];
        let has_ends = all >= WITH_ENDS && !day.timed.is_empty();
        let times = if has_ends { 15 } else { 9 } + if all < WITH_ROOMS { 1 } else { 2 };
        // The words for all-day sessions must fit, too.
        let sessions = day.timed.iter().map(|id| &presenter.conference.session(*id).times);
        let all_day = sessions.filter(|times| times.all_day).filter_map(|times| presenter.time_of_day(times));
        let sessions = day.timed.iter().map(|id| &presenter.conference.session(*id).times);
        let long = sessions.filter_map(|times| long_time(presenter, day.date, times, has_ends));
        let before_title =
            all_day.map(|text| width(&text) + 2).chain(long.map(|text| width(&text) + 4)).max();
        let before_title = before_title.map_or(times, |longest| longest.max(times));
        let gaps: usize = right.iter().filter(|width| **width > 0).map(|width| width + 2).sum();
        let title = all.saturating_sub(before_title + gaps + 1).max(1);
        let has_tracks = presenter.conference.tracks.len() > 1;
        Self { all, before_title, title, right, has_ends, has_tracks }
    }

    /// Returns `09:30` or `09:30–09:50`, and `+1` after midnight.
    fn time(&self, context: &PaneContext<'_>, day: Option<NaiveDate>, times: &Times) -> Line {
        let (presenter, has_ends, role) = (&context.presenter, self.has_ends, time_role(context, times));
        if let Some(text) = long_time(presenter, day, times, has_ends) {
            return Line::new(format!(" {text}"), role).pad_to(self.before_mark());
        }
        let times = &presenter.shown(times);
        let time = |time| presenter.locale.time(time);
        let text = match (times.start, times.end()) {
            (Some(start), Some(end)) if has_ends => format!(" {}–{}", time(start), time(end)),
            (Some(start), _) => format!("{:>6}", time(start)),
            (None, Some(end)) => format!("{:>6}", format!("–{}", time(end))),
            (None, None) if times.all_day => {
                format!(" {}", presenter.time_of_day(times).unwrap_or_default())
            }
            (None, None) => String::new(),
        };
        let line = Line::new(text, role).add(Presenter::day_mark(times), TextRole::Faint);
        line.pad_to(self.before_mark())
    }

    /// Returns the width before the pick mark.
    fn before_mark(&self) -> usize {
        self.before_title - if self.all < WITH_ROOMS { 2 } else { 3 }
    }

    fn row(&self, context: &PaneContext<'_>, id: SessionId, before: Line) -> Entry<PaneItem> {
        let presenter = &context.presenter;
        let session = presenter.conference.session(id);
        let mut lines = Vec::new();
        let mark = plan_mark(context.state.plan_context.priority(id));
        let mut before = before.append(mark).pad_to(self.before_title - 1);
        let beside = self.beside(presenter, session);
        let edge = self.all.saturating_sub(1);
        let end = beside.first().map_or(edge, |(at, _)| at.saturating_sub(2));
        let columns = |end: usize| end.saturating_sub(self.before_title).max(1);
        for title in title_lines(context, id, columns(end), columns(edge)) {
            lines.push(before.append(self.bar(presenter.conference, session)).append(title));
            before = Line::default().pad_to(self.before_title - 1);
        }
        if let Some(first) = lines.first_mut() {
            for (at, text) in beside {
                *first = std::mem::take(first).pad_to(at).add(text, TextRole::Dim);
            }
        }
        Entry::row(PaneItem::Session(id), lines)
    }

    /// Returns the track bar, unless there is only one track.
    fn bar(&self, conference: &Conference, session: &Session) -> Line {
        match session.track.filter(|_| self.has_tracks) {
            Some(track) => Line::new("▌", rows::track_role(conference, track)),
            None => Line::new(" ", TextRole::Text),
        }
    }

    /// Returns the texts to the right of a title with their columns: speakers left-aligned, rooms and tracks
    /// right-aligned.
    fn beside(&self, presenter: &Presenter<'_>, session: &Session) -> Vec<(usize, String)> {
        let texts: [&dyn Fn() -> String; 3] =
            [&|| people(presenter, session), &|| presenter.rooms(session).unwrap_or_default(), &|| {
                track(presenter, session)
            }];
        let mut from = self.before_title + self.title;
        let mut beside = Vec::new();
        for (n, (text, columns)) in texts.into_iter().zip(self.right).enumerate() {
            if columns == 0 {
                continue;
            }
            let text = cut(&text(), columns).into_owned();
            let blanks = if n == 0 { 2 } else { 2 + columns - width(&text) };
            beside.extend((!text.is_empty()).then_some((from + blanks, text)));
            from += 2 + columns;
        }
        beside
    }
}

/// Returns the time of a session over several days: `09:00–Sun 18:00` on its first day, and its end on later
/// days.
pub(super) fn long_time(
    presenter: &Presenter<'_>,
    day: Option<NaiveDate>,
    times: &Times,
    has_ends: bool,
) -> Option<String> {
    if presenter.later_day(day, times).is_some() {
        return presenter.time_on(day, times);
    }
    let shown = presenter.shown(times);
    let is_long = has_ends && !shown.all_day && shown.duration? >= TimeDelta::days(1);
    let (start, end) = shown.start_datetime().zip(shown.end_datetime()).filter(|_| is_long)?;
    let mark = Presenter::day_mark(&shown);
    let end = presenter.end_on(start.date(), end);
    Some(format!("{}{mark}–{end}", presenter.locale.time(start.time())))
}

pub(super) fn people(presenter: &Presenter<'_>, session: &Session) -> String {
    session.people.iter().map(|one| presenter.participant(one)).collect::<Vec<_>>().join(", ")
}

fn track(presenter: &Presenter<'_>, session: &Session) -> String {
    session.track.map(|track| presenter.track(track)).unwrap_or_default()
}

/// Returns the title in at most two lines of these widths, followed by marks: conflict, diagnostics, status, time zone,
/// attendance, and the kind of a session without a title.
fn title_lines(context: &PaneContext<'_>, id: SessionId, first: usize, others: usize) -> Vec<Line> {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    let mut marks = Vec::new();
    if context.state.plan_context.has_conflict(id) {
        marks.push((presenter.word(Message::PlanOverlaps), TextRole::Warn));
    }
    if session.has_mistakes {
        marks.push((presenter.word(Message::Broken), TextRole::Bad));
    }
    if let Some(status) = session.status.as_ref().filter(|status| **status != Status::Confirmed) {
        marks.push((presenter.status(status), TextRole::Warn));
    }
    marks.extend(presenter.clock_of(&session.times).map(|clock| (clock, TextRole::Dim)));
    if let Some(attendance) = session.attendance.filter(|how| *how != Attendance::InPerson) {
        marks.push((presenter.attendance(attendance), TextRole::Dim));
    }
    let role = if session.is_off() { TextRole::Dim } else { time_role(context, &session.times) };
    let rows = title_rows(&presenter.title(session), first, others).into_iter();
    let mut lines: Vec<Line> = rows.map(|line| Line::new(line, role)).collect();
    for (mark, role) in marks {
        if let Some(mark) = beside_title(&mut lines, mark, role, (first, others)) {
            lines.push(Line::new(cut(&mark, others), role));
        }
    }
    if session.title.is_none()
        && let Some(kind) = presenter.kind_unless_in_title(session)
    {
        beside_title(&mut lines, kind, TextRole::Dim, (first, others));
    }
    lines
}

/// Appends a mark to the last line of a title. Returns the mark if it does not fit. `first` and `others` are
/// the widths of the first line and of all others.
pub(super) fn beside_title(
    lines: &mut [Line],
    mark: String,
    role: TextRole,
    (first, others): (usize, usize),
) -> Option<String> {
    let columns = if lines.len() > 1 { others } else { first };
    match lines.last_mut() {
        Some(last) if last.width() + width(&mark) + 3 <= columns => {
            *last = std::mem::take(last).add(" · ", TextRole::Faint).add(mark, role);
            None
        }
        _ => Some(mark),
    }
}

/// True if these times have ended.
pub(super) fn is_over(now: Option<Moment>, times: &Times) -> bool {
    now.is_some_and(|now| times.finishes().is_some_and(|end| !now.is_before(end)))
}

/// Returns the role for time and title.
pub(super) fn time_role(context: &PaneContext<'_>, times: &Times) -> TextRole {
    if is_over(context.now, times) { TextRole::Dim } else { TextRole::Text }
}

pub(super) fn detail(context: &PaneContext<'_>, id: SessionId, page: &mut Page<PaneItem>) {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    page.title(&presenter.title(session));
    if let Some(subtitle) = &session.subtitle {
        page.subtitle(presenter.text(subtitle));
    }
    let (facts, elsewhere) = (facts(context, id), elsewhere(presenter, session));
    page.align([&facts, &elsewhere]);
    page.facts(facts);
    let texts = [&session.content_note, &session.summary, &session.description];
    for text in texts.into_iter().flatten() {
        page.prose(presenter.text(text));
    }
    page.facts(elsewhere);
}

fn facts(context: &PaneContext<'_>, id: SessionId) -> DefinitionList<PaneItem> {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    let mut facts = DefinitionList::default();
    let word = |message| presenter.word(message);
    let joined = |texts: Vec<&str>| Some(texts.join(", ")).filter(|text| !text.is_empty());
    let titled = |id: SessionId| (presenter.title(presenter.conference.session(id)), PaneItem::Session(id));
    let rooms = match &session.rooms {
        Rooms::In(rooms) => rooms.as_slice(),
        Rooms::All => &[],
    };
    let people = session.people.iter().map(|one| (presenter.participant(one), PaneItem::Person(one.person)));

    facts.add(
        word(Message::LabelMistakes),
        session.has_mistakes.then(|| format!("{} {}", word(Message::BrokenSession), context.see_mistakes())),
    );
    // If all sessions are confirmed, the status carries no information.
    let status = session
        .status
        .iter()
        .filter(|status| **status != Status::Confirmed || !presenter.conference.is_all_confirmed());
    facts.add(word(Message::LabelStatus), status.map(|status| presenter.status(status)));
    let when = presenter.when(&session.times).into_iter().chain(presenter.other_clock_time(&session.times));
    facts.add(word(Message::LabelWhen), when);
    in_plan(context, id, &mut facts);
    facts.add(word(Message::LabelWhere), (session.rooms == Rooms::All).then(|| word(Message::AllRooms)));
    facts.links(word(Message::LabelWhere), rooms.iter().map(|id| (presenter.room(*id), PaneItem::Room(*id))));
    facts
        .links(word(Message::LabelTrack), session.track.map(|id| (presenter.track(id), PaneItem::Track(id))));
    facts.add(word(Message::LabelKind), session.kind.iter().map(|kind| presenter.kind(kind)));
    facts.add(word(Message::LabelType), presenter.type_unless_kind(session));
    facts.links(word(Message::LabelPeople), people);
    facts.links(word(Message::LabelPartOf), session.part_of.map(titled));
    facts.links(word(Message::LabelParts), presenter.index.parts(id).iter().map(|id| titled(*id)));
    facts.links(word(Message::LabelSameAs), session.same_as.map(titled));
    facts.add(word(Message::LabelAttendance), session.attendance.map(|how| presenter.attendance(how)));
    facts.add(word(Message::LabelLanguages), joined(session.languages.iter().map(Lang::as_str).collect()));
    facts.add(word(Message::LabelLevel), presenter.known(session.level.as_ref()));
    facts.add(
        word(Message::LabelTags),
        joined(session.tags.iter().map(|tag| &**presenter.text(tag)).collect()),
    );
    facts.add(word(Message::LabelRecording), session.do_not_record.then(|| word(Message::DoNotRecord)));
    facts
}

/// Adds pick, conflicts, advice, repetitions and note.
fn in_plan(context: &PaneContext<'_>, id: SessionId, facts: &mut DefinitionList<PaneItem>) {
    let (presenter, plan_context) = (&context.presenter, &context.state.plan_context);
    let priority = plan_context.priority(id).map(|priority| match priority {
        Priority::Must => format!("★ {}", presenter.word(Message::PlanMust)),
        Priority::Maybe => format!("☆ {}", presenter.word(Message::PlanMaybe)),
    });
    let is_hidden = plan_context.status.picks.is_hidden(id).then(|| presenter.word(Message::PlanHiddenMark));
    facts.add(presenter.word(Message::LabelPlan), priority.into_iter().chain(is_hidden));
    let checker = plan_context.conflict_checker(&context.state.schedule);
    let conflicts = checker.conflicts(id);
    for conflict in &conflicts {
        let text = format!("✗ {}", presenter.conflict(&checker, *conflict));
        let item = match conflict.with {
            Commitment::Session(other) => PaneItem::Session(other),
            Commitment::Busy(at) => PaneItem::Busy(at),
        };
        facts.links(String::new(), [(text, item)]);
    }
    let advice = plan_context.advice(id).into_iter();
    let advice = advice.map(|advice| format!("→ {}", presenter.advice_below(id, conflicts.len(), advice)));
    facts.add(String::new(), advice);
    let repeats = plan_context.repeats(id).map(|id| {
        let rooms = presenter.rooms(presenter.conference.session(id)).unwrap_or_default();
        let lead = Line::new(presenter.day_and_start(id), TextRole::Link);
        let target = PaneItem::Session(id);
        PrefixedLink {
            prefix: lead,
            text: rooms,
            role: TextRole::Link,
            suffix: String::new(),
            target,
            is_first: false,
        }
    });
    facts.prefixed_links(presenter.word(Message::LabelAgain), repeats);
    facts
        .add(presenter.word(Message::LabelNote), plan_context.status.picks.note(id).map(ToString::to_string));
}

/// Returns the links to other resources, which follow the text.
fn elsewhere(presenter: &Presenter<'_>, session: &Session) -> DefinitionList<PaneItem> {
    let mut facts = DefinitionList::default();
    let known = [
        (Message::LabelPage, &session.url),
        (Message::LabelSlides, &session.slides),
        (Message::LabelRecording, &session.recording),
        (Message::LabelStream, &session.stream),
        (Message::LabelFeedback, &session.feedback),
    ];
    for (label, url) in known {
        facts.addresses(presenter.word(label), url.iter().map(ToString::to_string));
    }
    facts.add(
        presenter.word(Message::LabelLicense),
        session.recording_license.iter().map(ToString::to_string),
    );
    let files = session.attachments.iter();
    let files = files.map(|file| (presenter.known(file.label.as_ref()), file.url.to_string()));
    facts.pages(presenter.word(Message::LabelLink), rows::pages(presenter, &session.links).chain(files));
    facts
}
