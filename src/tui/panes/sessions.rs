//! The sessions of a room, a track or a person by day, with times and marks.

use super::agenda::{is_over, plan_mark};
use super::context::PaneContext;
use crate::i18n::Message;
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Line, PrefixedLink};
use kurultai_schedule::index::{RoomNow, time_until};
use kurultai_schedule::model::{Session, SessionId, Status};
use kurultai_schedule::text::width;

/// Adds a row for each day of these sessions, which must be in order of time. `more` returns further details
/// of a session.
pub(super) fn add(
    context: &PaneContext<'_>,
    ids: &[SessionId],
    more: &dyn Fn(&Session) -> Vec<String>,
    facts: &mut DefinitionList<PaneItem>,
) {
    let presenter = &context.presenter;
    let list = List::new(context, ids);
    let day_of = |id: &SessionId| presenter.conference.session(*id).times.day;
    for of_day in ids.chunk_by(|id, next| day_of(id) == day_of(next)) {
        let day = of_day.first().and_then(day_of);
        let label = day
            .map_or_else(|| presenter.word(Message::LabelSessions), |day| presenter.locale.weekday_day(day));
        facts.prefixed_links(label, of_day.iter().map(|id| list.row(*id, more)));
    }
}

struct List<'a> {
    context: &'a PaneContext<'a>,
    /// The current and next sessions, on a day of the conference.
    at: Option<RoomNow>,
    /// The width of the times.
    times: usize,
    has_signs: bool,
    has_picks: bool,
}

impl<'a> List<'a> {
    fn new(context: &'a PaneContext<'a>, ids: &[SessionId]) -> Self {
        let presenter = &context.presenter;
        let at = context.now.map(|now| RoomNow::select(presenter.conference, None, ids, now));
        let is_any = |at: &RoomNow| !at.running.is_empty() || at.next.is_some();
        let mut list =
            Self { context, times: 0, has_signs: at.as_ref().is_some_and(is_any), has_picks: false, at };
        list.times = ids.iter().map(|id| width(&list.time(*id))).max().unwrap_or(0);
        list.has_picks = ids.iter().any(|id| context.state.plan_context.priority(*id).is_some());
        list
    }

    fn time(&self, id: SessionId) -> String {
        let presenter = &self.context.presenter;
        presenter.time_of_day(&presenter.conference.session(id).times).unwrap_or_default()
    }

    /// Returns `● 13:00–13:50 ★  Title · more`.
    fn row(&self, id: SessionId, more: &dyn Fn(&Session) -> Vec<String>) -> PrefixedLink<PaneItem> {
        let PaneContext { presenter, now, state, .. } = self.context;
        let session = presenter.conference.session(id);
        let is_running = self.at.as_ref().is_some_and(|at| at.running.contains(&id));
        let is_next = self.at.as_ref().is_some_and(|at| at.next == Some(id));
        let is_over = !is_running && is_over(*now, &session.times);
        let (sign, role) = match (is_running, is_next) {
            (true, _) => ("●", TextRole::Now),
            (_, true) => ("○", TextRole::Now),
            _ => (" ", TextRole::Text),
        };
        let sign =
            if self.has_signs { Line::new(sign, role).add(" ", TextRole::Text) } else { Line::default() };
        let role = if is_over { TextRole::Dim } else { TextRole::Text };
        let mut lead = sign.append(Line::new(self.time(id), role).pad_to(self.times));
        if self.has_picks {
            lead = lead
                .add(if self.times > 0 { " " } else { "" }, TextRole::Text)
                .append(plan_mark(state.plan_context.priority(id)));
        }
        let status = session.status.as_ref().filter(|status| **status != Status::Confirmed);
        let wait = now.filter(|_| is_next).and_then(|now| time_until(presenter.conference, id, now));
        let status = status.map(|status| presenter.status(status)).into_iter();
        let more = status.chain(wait.map(|wait| presenter.starts_in(wait))).chain(more(session));
        PrefixedLink {
            prefix: lead,
            text: presenter.title(session),
            role: if is_over || session.is_off() { TextRole::Dim } else { TextRole::Link },
            suffix: more.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
            target: PaneItem::Session(id),
            is_first: is_running || is_next,
        }
    }
}
