//! Running and next sessions as text.

use super::event::Event;
use crate::cli::page::TextWriter;
use crate::cli::plan::rows;
use crate::i18n::Message;
use crate::presenter::Presenter;
use kurultai_schedule::index::{PlanLookup as _, RoomNow, time_until};
use kurultai_schedule::model::{Moment, SessionId, ViewerTimeZone};
use kurultai_schedule::text::{pad, width};

/// Formats the event and its time, then running and next picks, then each room.
pub(super) fn text(presenter: &Presenter<'_>, event: &Event, own: ViewerTimeZone, columns: usize) -> String {
    let moment = event.moment;
    let late = format!(
        "{}, {}",
        presenter.locale.weekday_day(presenter.moment(moment).date()),
        presenter.now(moment)
    );
    // With several zones, this time is in the viewer's.
    let is_own = presenter.clocks.is_none() && presenter.index.has_several_clocks();
    let late = if is_own { format!("{late}, {}", presenter.own_clock(own)) } else { late };
    let facts = [presenter.text(&presenter.conference.title).to_string(), late];
    let head = facts.into_iter().chain(presenter.clock()).collect::<Vec<_>>().join(" · ");
    let mut page = TextWriter::new(columns);
    page.hanging("", &head);
    if event.rooms.is_empty() {
        page.hanging("", &presenter.word(Message::NowNothing));
    }
    let list = List::new(presenter, event);
    if !event.plan_now.is_empty() {
        page.blank();
        page.hanging("", &presenter.word(Message::ChangesInPlan));
        list.add(&event.plan_now.running, &event.plan_now.next, true, &mut page);
    }
    for RoomNow { room, running, next } in &event.rooms {
        let name = room.map_or_else(|| presenter.word(Message::NowElsewhere), |id| presenter.room(id));
        page.blank();
        page.hanging("", &name);
        list.add(running, next.as_slice(), false, &mut page);
    }
    page.text
}

/// Formats the sessions of a room or of the plan.
struct List<'a> {
    presenter: &'a Presenter<'a>,
    event: &'a Event,
    /// The labels of running and next sessions.
    labels: [String; 2],
    widest: usize,
    /// The width of the longest time.
    times: usize,
}

impl<'a> List<'a> {
    fn new(presenter: &'a Presenter<'a>, event: &'a Event) -> Self {
        let labels = [Message::NowRunning, Message::NowNext].map(|label| presenter.word(label));
        let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let of_rooms = event.rooms.iter().flat_map(|room| room.running.iter().chain(&room.next));
        let all = of_rooms.chain(&event.plan_now.running).chain(&event.plan_now.next);
        let times = all.map(|id| width(&time(presenter, event.moment, *id))).max().unwrap_or(0);
        Self { presenter, event, labels, widest, times }
    }

    fn add(&self, running: &[SessionId], next: &[SessionId], shows_room: bool, page: &mut TextWriter) {
        let presenter = self.presenter;
        let running = running.iter().map(|id| (&self.labels[0], *id, None));
        let next = next
            .iter()
            .map(|id| (&self.labels[1], *id, time_until(presenter.conference, *id, self.event.moment)));
        for (label, id, wait) in running.chain(next) {
            let session = presenter.conference.session(id);
            let time = time(presenter, self.event.moment, id);
            let wait = wait.map(|wait| presenter.starts_in(wait));
            let priority = self.event.own.status.priority(id).map(|wanted| rows::priority(presenter, wanted));
            let title = presenter.title(session);
            let (title, priority) = match priority {
                Some((sign, word)) => (format!("{sign} {title}"), Some(word)),
                None => (title, None),
            };
            let room = presenter.rooms(session).filter(|_| shows_room);
            let parts: Vec<String> = [title].into_iter().chain(priority).chain(room).chain(wait).collect();
            let beginning = format!("  {}  {}  ", pad(label, self.widest), pad(&time, self.times));
            page.hanging(&beginning, &parts.join(" · "));
        }
    }
}

/// Returns the time of a session on the day of a moment.
fn time(presenter: &Presenter<'_>, moment: Moment, id: SessionId) -> String {
    let day = presenter.schedule_day(moment);
    presenter.time_on(Some(day), &presenter.conference.session(id).times).unwrap_or_default()
}
