//! Current and next sessions of the plan and of each room.

use std::collections::HashSet;

use super::agenda::plan_mark;
use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{Entry, Line};
use kurultai_schedule::index::{RoomNow, now, time_until};
use kurultai_schedule::model::{Moment, RoomId, SessionId};
use kurultai_schedule::plan::PlanNow;
use kurultai_schedule::text::{cut, width};

/// The smallest width of a list with rooms beside the sessions instead of above them.
const BESIDE: usize = 70;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let presenter = &context.presenter;
    let Some(moment) = context.now else {
        return rows::nothing(presenter, Message::NoticeNotToday, context.columns);
    };
    let rooms = now(presenter.conference, presenter.index, moment);
    let rooms: Vec<&RoomNow> =
        rooms.iter().filter(|room| !room.running.is_empty() || room.next.is_some()).collect();
    let of_plan =
        PlanNow::at_moment(presenter.conference, presenter.index, &context.state.picks_at_now, moment);
    let mut table = Table { context, moment, room: 0, listed: HashSet::new(), entries: Vec::new() };
    table.entries.push(super::agenda::now_line(presenter, moment, context.columns));
    if rooms.is_empty() {
        table.entries.extend(rows::nothing(presenter, Message::NowNothing, context.columns));
    }
    if !of_plan.is_empty() {
        let head =
            Line::new(" ", TextRole::Text).add(presenter.word(Message::ChangesInPlan), TextRole::Faint);
        table.entries.push(Entry::heading(head));
        table.sessions(&of_plan.running, &of_plan.next, None);
        table.entries.push(Entry::heading(Line::default()));
    }
    if context.columns >= BESIDE {
        let names = rooms.iter().map(|room| width(&table.room_name(room.room)));
        table.room = names.max().unwrap_or(0).min(context.columns / 4);
    }
    for room in rooms {
        let next: Vec<SessionId> = room.next.into_iter().collect();
        let name = table.room_name(room.room);
        table.sessions(&room.running, &next, Some(&name));
    }
    table.entries
}

struct Table<'a> {
    context: &'a PaneContext<'a>,
    moment: Moment,
    /// The width of the room column, 0 if there is none.
    room: usize,
    /// The sessions that already have a row.
    listed: HashSet<SessionId>,
    entries: Vec<Entry<PaneItem>>,
}

impl Table<'_> {
    fn room_name(&self, room: Option<RoomId>) -> String {
        let presenter = &self.context.presenter;
        room.map_or_else(|| presenter.word(Message::NowElsewhere), |room| presenter.room(room))
    }

    /// Adds the current and next sessions of a room or of the plan.
    fn sessions(&mut self, running: &[SessionId], next: &[SessionId], room: Option<&str>) {
        let mut name = room.unwrap_or_default().to_owned();
        if self.room == 0 && room.is_some() {
            let head = cut(&name, self.context.columns.saturating_sub(2)).into_owned();
            self.entries.push(Entry::heading(Line::new(" ", TextRole::Text).add(head, TextRole::Faint)));
            name = String::new();
        }
        let ids = running.iter().map(|id| (*id, true)).chain(next.iter().map(|id| (*id, false)));
        for (id, is_running) in ids {
            let line = self.line(id, is_running, &name, room.is_none());
            let entry = if self.listed.insert(id) {
                Entry::row(PaneItem::Session(id), vec![line])
            } else {
                Entry::separator(line)
            };
            self.entries.push(entry);
            name = String::new();
        }
    }

    /// Returns ` Janson  ● ★ Title of a session                until 13:50`.
    fn line(&self, id: SessionId, is_running: bool, room: &str, says_room: bool) -> Line {
        let presenter = &self.context.presenter;
        let session = presenter.conference.session(id);
        let when = self.when(id, is_running);
        let (sign, role) = if is_running { ("●", TextRole::Now) } else { ("○", TextRole::Faint) };
        let before = if self.room > 0 { self.room + 2 } else { 0 };
        let room = cut(room, self.room).into_owned();
        let line = Line::new(" ", TextRole::Text).add(room, TextRole::Dim).pad_to(1 + before);
        let line = line.add(sign, role).add(" ", TextRole::Text);
        let line = line.append(plan_mark(self.context.state.plan_context.priority(id)).pad_to(2));
        let at = self.context.columns.saturating_sub(width(&when) + 1);
        let room = at.saturating_sub(line.width() + 1);
        // Truncate the title, never the room.
        let place = presenter.rooms(session).filter(|_| says_room).unwrap_or_default();
        let place = cut(&place, room / 2).into_owned();
        let gap = if place.is_empty() { 0 } else { 2 };
        let title = cut(&presenter.title(session), room.saturating_sub(width(&place) + gap)).into_owned();
        let role = if is_running { TextRole::Text } else { TextRole::Dim };
        let line = line.add(title, role).pad_to(at.saturating_sub(width(&place) + 1 + usize::from(gap > 0)));
        line.add(place, TextRole::Dim).pad_to(at).add(when, TextRole::Dim)
    }

    /// Returns `until 13:50` or `14:00 · in 12 min`.
    fn when(&self, id: SessionId, is_running: bool) -> String {
        let presenter = &self.context.presenter;
        let session = presenter.conference.session(id);
        let times = presenter.shown(&session.times);
        let time = |time| presenter.locale.time(time);
        if is_running {
            let until = presenter.until_on(presenter.schedule_day(self.moment), &session.times);
            return until.into_iter().chain(presenter.clock_of(&session.times)).collect::<Vec<_>>().join(" ");
        }
        let start = times.start.map(time);
        let wait = time_until(presenter.conference, id, self.moment).map(|wait| presenter.starts_in(wait));
        // On a narrow screen, the waiting time replaces the start.
        let start = start.filter(|_| self.context.columns >= BESIDE);
        let start = start.map(|start| {
            [start].into_iter().chain(presenter.clock_of(&session.times)).collect::<Vec<_>>().join(" ")
        });
        start.into_iter().chain(wait).collect::<Vec<_>>().join(" · ")
    }
}
