//! Running and next sessions as text.

use super::Event;
use crate::cli::page::TextWriter;
use crate::cli::plan::rows;
use crate::i18n::Message;
use crate::index::{PlanLookup as _, RoomNow, time_until};
use crate::model::{SessionId, ViewerTimeZone};
use crate::presenter::Presenter;
use crate::text::{pad, width};

/// The event and its time, then running and next picks, then each room.
pub(super) fn text(words: &Presenter<'_>, event: &Event, own: ViewerTimeZone, columns: usize) -> String {
    let moment = event.moment;
    let late = format!("{}, {}", words.locale.weekday_day(words.moment(moment).date()), words.now(moment));
    // With several clocks, this one is the viewer's.
    let is_own = words.clocks.is_none() && words.index.has_several_clocks();
    let late = if is_own { format!("{late}, {}", words.own_clock(own)) } else { late };
    let facts = [words.text(&words.conference.title).to_string(), late];
    let head = facts.into_iter().chain(words.clock()).collect::<Vec<_>>().join(" · ");
    let mut page = TextWriter::new(columns);
    page.hanging("", &head);
    if event.rooms.is_empty() {
        page.hanging("", &words.word(Message::NowNothing));
    }
    let list = List::new(words, event);
    if !event.of_plan.is_empty() {
        page.blank();
        page.hanging("", &words.word(Message::ChangesInPlan));
        list.add(&event.of_plan.running, &event.of_plan.next, true, &mut page);
    }
    for RoomNow { room, running, next } in &event.rooms {
        let name = room.map_or_else(|| words.word(Message::NowElsewhere), |id| words.room(id));
        page.blank();
        page.hanging("", &name);
        list.add(running, next.as_slice(), false, &mut page);
    }
    page.text
}

/// Formats the sessions of a room or of the plan.
struct List<'a> {
    words: &'a Presenter<'a>,
    event: &'a Event,
    /// The labels of running and next sessions.
    labels: [String; 2],
    widest: usize,
    /// The width of the longest time.
    times: usize,
}

impl<'a> List<'a> {
    fn new(words: &'a Presenter<'a>, event: &'a Event) -> Self {
        let labels = [Message::NowRunning, Message::NowNext].map(|label| words.word(label));
        let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let of_rooms = event.rooms.iter().flat_map(|room| room.running.iter().chain(&room.next));
        let all = of_rooms.chain(&event.of_plan.running).chain(&event.of_plan.next);
        let times = all.map(|id| width(&time(words, *id))).max().unwrap_or(0);
        Self { words, event, labels, widest, times }
    }

    fn add(&self, running: &[SessionId], next: &[SessionId], shows_room: bool, page: &mut TextWriter) {
        let words = self.words;
        let running = running.iter().map(|id| (&self.labels[0], *id, None));
        let next = next
            .iter()
            .map(|id| (&self.labels[1], *id, time_until(words.conference, *id, self.event.moment)));
        for (label, id, wait) in running.chain(next) {
            let session = words.conference.session(id);
            let time = time(words, id);
            let wait = wait.map(|wait| words.in_time(wait));
            let level = self.event.own.planned.level(id).map(|wanted| rows::level(words, wanted));
            let title = words.title(session);
            let (title, level) = match level {
                Some((sign, word)) => (format!("{sign} {title}"), Some(word)),
                None => (title, None),
            };
            let room = words.rooms(session).filter(|_| shows_room);
            let said: Vec<String> = [title].into_iter().chain(level).chain(room).chain(wait).collect();
            let beginning = format!("  {}  {}  ", pad(label, self.widest), pad(&time, self.times));
            page.hanging(&beginning, &said.join(" · "));
        }
    }
}

fn time(words: &Presenter<'_>, id: SessionId) -> String {
    words.time_of_day(&words.conference.session(id).times).unwrap_or_default()
}
