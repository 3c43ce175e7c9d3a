//! A session in the timeline.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::i18n::Message;
use crate::theme::{TextRole, Theme};
use crate::tui::conference::PaneItem;
use crate::tui::panes::agenda::{is_over, people, plan_mark};
use crate::tui::panes::context::PaneContext;
use crate::tui::panes::rows;
use crate::tui::widget::{Line, TEXT_WIDTH, Themed};
use kurultai_schedule::index::Cell;
use kurultai_schedule::model::{Attendance, Session, SessionId, Status};
use kurultai_schedule::text::{cut, lines as lines_of, width};

/// The visible part of a cell: a thick bar at the start of the session, a thin one for its duration.
pub(super) struct CellView<'a> {
    pub(super) context: &'a PaneContext<'a>,
    pub(super) cell: &'a Cell,
    /// The first visible row of the timeline.
    pub(super) top: usize,
    pub(super) theme: &'a Theme,
}

impl Widget for CellView<'_> {
    fn render(self, place: Rect, buffer: &mut Buffer) {
        let Self { context, cell, top, theme } = self;
        let session = context.presenter.conference.session(cell.session);
        let has_tracks = context.presenter.conference.tracks.len() > 1;
        let role = session
            .track
            .filter(|_| has_tracks)
            .map_or(TextRole::Faint, |track| rows::track_role(context.presenter.conference, track));
        for (at, row) in (Rect { width: 1, ..place }).rows().enumerate() {
            let begins = at == 0 && cell.rows.start >= top;
            Line::new(if begins { "▌" } else { "│" }, role).themed(theme).render(row, buffer);
        }
        let text = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
        let columns = usize::from(text.width.min(TEXT_WIDTH));
        let mut lines = lines(context, cell.session, columns, usize::from(text.height));
        // The first line of a session in several rooms extends over them.
        if let Some(line) = lines.first_mut().filter(|_| cell.columns.len() > 1) {
            let rest = usize::from(place.width).saturating_sub(line.width() + 3);
            *line = std::mem::take(line).add(" ", TextRole::Text).add("─".repeat(rest), TextRole::Rule);
        }
        Themed { widget: &lines[..], theme }.render(text, buffer);
        self.tint(role, place, lines.len(), buffer);
    }
}

impl CellView<'_> {
    /// Tints the block with the color of its track, or that of a pick or a conflict. A blank last row and the last column
    /// separate it from its neighbors.
    fn tint(&self, track: TextRole, place: Rect, lines: usize, buffer: &mut Buffer) {
        let plan = &self.context.state.plan_context;
        let role = match plan.priority(self.cell.session) {
            Some(_) if plan.has_conflict(self.cell.session) => TextRole::Bad,
            Some(_) => TextRole::Pick,
            None => track,
        };
        let Some(color) = self.theme.tint(role) else { return };
        let has_blank_row = usize::from(place.height) > lines.max(1);
        let block = Rect {
            width: place.width.saturating_sub(1),
            height: place.height - u16::from(has_blank_row),
            ..place
        };
        buffer.set_style(block, Style::new().bg(color));
        let usual = self.theme.screen().fg;
        for position in block.positions() {
            if let Some(cell) = buffer.cell_mut(position).filter(|cell| Some(cell.fg) == usual) {
                cell.set_fg(self.theme.text_on_tint());
            }
        }
    }
}

/// Returns as many lines as fit: title, marks, speakers, time.
fn lines(context: &PaneContext<'_>, id: SessionId, columns: usize, rows: usize) -> Vec<Line> {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    let mut lines = title(context, id, columns, rows);
    let mut add = |text: String, role: TextRole, most: usize| {
        let room = rows.saturating_sub(lines.len()).min(most);
        lines.extend(fit(&text, columns, room).into_iter().map(|line| Line::new(line, role)));
    };
    if rows > 1 {
        for (mark, role) in marks(context, id, session) {
            add(mark, role, 1);
        }
    }
    add(people(presenter, session), TextRole::Dim, 2);
    let has_clock = presenter.clock_of(&session.times).is_some();
    let time = presenter.time_of_day(&session.times).filter(|time| !has_clock && width(time) <= columns);
    add(time.unwrap_or_default(), TextRole::Faint, 1);
    lines
}

/// Returns the title after the pick mark, with highlighted matches.
fn title(context: &PaneContext<'_>, id: SessionId, columns: usize, rows: usize) -> Vec<Line> {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    let plan_context = &context.state.plan_context;
    let pick = plan_mark(plan_context.priority(id));
    let conflict = if plan_context.has_conflict(id) { "✗" } else { "" };
    let before = pick.add(conflict, TextRole::Warn);
    let before = if before.width() > 0 { before.add(" ", TextRole::Text) } else { before };
    let mut title = presenter.title(session);
    if rows == 1
        && let Some((mark, _)) =
            marks(context, id, session).into_iter().find(|(_, role)| *role != TextRole::Dim)
    {
        title = format!("{mark} · {title}");
    }
    let day = presenter.index.days().get(context.state.day).and_then(|day| day.date);
    if presenter.later_day(day, &session.times).is_some() {
        title =
            presenter.time_on(day, &session.times).into_iter().chain([title]).collect::<Vec<_>>().join(" · ");
    }
    // Reserve space for the mark.
    let blanks = "\u{a0}".repeat(before.width());
    let role =
        if session.is_off() || is_over(context.now, &session.times) { TextRole::Dim } else { TextRole::Text };
    let texts = fit(&format!("{blanks}{title}"), columns, rows);
    let is_hit = is_hit(context, id);
    let marker = context.state.search.highlighter.as_ref().filter(|_| is_hit);
    let has_mark = |text: &String| marker.is_some_and(|marker| !marker.marks(text).is_empty());
    let is_elsewhere = is_hit && !texts.iter().any(has_mark);
    let mut lines = Vec::with_capacity(texts.len());
    for (at, text) in texts.into_iter().enumerate() {
        let (mut line, text) = match text.strip_prefix(&blanks) {
            Some(rest) if at == 0 => (before.clone(), rest.to_owned()),
            _ => (Line::default(), text),
        };
        let mut from = 0;
        for place in marker.iter().flat_map(|marker| marker.marks(&text)) {
            line = line.add(&text[from..place.start], role).add(&text[place.clone()], TextRole::Hit);
            from = place.end;
        }
        // If the match is in another text, highlight the whole title.
        let rest = if is_elsewhere { TextRole::Hit } else { role };
        lines.push(line.add(&text[from..], rest));
    }
    lines
}

/// True if the session is a hit of the search.
fn is_hit(context: &PaneContext<'_>, id: SessionId) -> bool {
    let found = &context.state.search;
    !found.query.is_empty() && found.hits.iter().any(|hit| PaneItem::from(hit.item) == PaneItem::Session(id))
}

/// Returns the marks: status, diagnostics, conflict, time zone, attendance.
fn marks(context: &PaneContext<'_>, id: SessionId, session: &Session) -> Vec<(String, TextRole)> {
    let presenter = &context.presenter;
    let mut marks = Vec::new();
    if let Some(status) = session.status.as_ref().filter(|status| **status != Status::Confirmed) {
        marks.push((presenter.status(status), TextRole::Warn));
    }
    if session.has_mistakes {
        marks.push((presenter.word(Message::Broken), TextRole::Bad));
    }
    if context.state.plan_context.has_conflict(id) {
        marks.push((presenter.word(Message::PlanOverlaps), TextRole::Warn));
    }
    // Rows use the time zone of each session, so a different one needs a mark.
    let on_another = presenter.clock_of(&session.times).and_then(|_| presenter.time_of_day(&session.times));
    marks.extend(on_another.map(|time| (time, TextRole::Dim)));
    if let Some(attendance) = session.attendance.filter(|how| *how != Attendance::InPerson) {
        marks.push((presenter.attendance(attendance), TextRole::Dim));
    }
    marks
}

/// Breaks a text into at most `rows` lines and cuts the rest.
fn fit(text: &str, columns: usize, rows: usize) -> Vec<String> {
    if text.is_empty() || rows == 0 || columns == 0 {
        return Vec::new();
    }
    let mut places = lines_of(text, columns);
    let rest = places.get(rows - 1).map(|place| place.start);
    let is_cut = places.len() > rows;
    places.truncate(if is_cut { rows - 1 } else { rows });
    let mut lines: Vec<String> = places.into_iter().map(|place| text[place].to_owned()).collect();
    if let Some(rest) = rest.filter(|_| is_cut) {
        lines.push(cut(&text[rest..], columns).into_owned());
    }
    lines
}
