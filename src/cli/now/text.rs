//! What is on and what is next, for people.

use super::Event;
use crate::cli::plan::rows;
use crate::i18n::{Message, MessageArg};
use crate::index::{PlanLookup as _, RoomNow, time_until};
use crate::model::{SessionId, ViewerTimeZone};
use crate::presenter::Presenter;
use crate::text::{pad, width, wrap};

/// The event and how late it is there; what of the plan is on and comes next; below each room what runs in it, and what is
/// next.
pub(super) fn text(words: &Presenter<'_>, event: &Event, own: ViewerTimeZone, columns: usize) -> String {
    let moment = event.moment;
    let late = format!("{}, {}", words.locale.weekday_day(words.moment(moment).date()), words.now(moment));
    // Of several clocks, the one that shows this is the reader's.
    let is_own = words.clocks.is_none() && words.index.has_several_clocks();
    let late = if is_own { format!("{late}, {}", words.own_clock(own)) } else { late };
    let facts = [words.text(&words.conference.title).to_string(), late];
    let head = facts.into_iter().chain(words.clock()).collect::<Vec<_>>().join(" · ");
    let mut page = lines("", &head, columns);
    if event.rooms.is_empty() {
        page += &lines("", &words.word(Message::NowNothing), columns);
    }
    let list = List::new(words, event, columns);
    if !event.of_plan.is_empty() {
        page += &format!("\n{}", lines("", &words.word(Message::ChangesInPlan), columns));
        page += &list.of(&event.of_plan.running, &event.of_plan.next, true);
    }
    for RoomNow { room, running, next } in &event.rooms {
        let name = room.map_or_else(|| words.word(Message::NowElsewhere), |id| words.room(id));
        page += &format!("\n{}", lines("", &name, columns));
        page += &list.of(running, next.as_slice(), false);
    }
    page
}

/// How the sessions of a room, or of the plan, are listed.
struct List<'a> {
    words: &'a Presenter<'a>,
    event: &'a Event,
    columns: usize,
    /// What stands before what runs, and before what comes.
    labels: [String; 2],
    widest: usize,
    /// The columns of the longest time.
    times: usize,
}

impl<'a> List<'a> {
    fn new(words: &'a Presenter<'a>, event: &'a Event, columns: usize) -> Self {
        let labels = [Message::NowRunning, Message::NowNext].map(|label| words.word(label));
        let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let of_rooms = event.rooms.iter().flat_map(|room| room.running.iter().chain(&room.next));
        let all = of_rooms.chain(&event.of_plan.running).chain(&event.of_plan.next);
        let times = all.map(|id| width(&time(words, *id))).max().unwrap_or(0);
        Self { words, event, columns, labels, widest, times }
    }

    fn of(&self, running: &[SessionId], next: &[SessionId], says_room: bool) -> String {
        let words = self.words;
        let running = running.iter().map(|id| (&self.labels[0], *id, None));
        let next = next
            .iter()
            .map(|id| (&self.labels[1], *id, time_until(words.conference, *id, self.event.moment)));
        let mut text = String::new();
        for (label, id, wait) in running.chain(next) {
            let session = words.conference.session(id);
            let time = time(words, id);
            let wait = wait.map(|wait| {
                let duration = MessageArg::text(&words.locale.duration(wait));
                words.locale.with(Message::NowIn, &[("duration", duration)])
            });
            let level = self.event.own.planned.level(id).map(|wanted| rows::level(words, wanted));
            let title = words.title(session);
            let (title, level) = match level {
                Some((sign, word)) => (format!("{sign} {title}"), Some(word)),
                None => (title, None),
            };
            let room = words.rooms(session).filter(|_| says_room);
            let said: Vec<String> = [title].into_iter().chain(level).chain(room).chain(wait).collect();
            let beginning = format!("  {}  {}  ", pad(label, self.widest), pad(&time, self.times));
            text += &lines(&beginning, &said.join(" · "), self.columns);
        }
        text
    }
}

/// The time of a session, as far as it is known.
fn time(words: &Presenter<'_>, id: SessionId) -> String {
    words.time_of_day(&words.conference.session(id).times).unwrap_or_default()
}

/// Text behind a beginning; its further lines stand under the first.
fn lines(beginning: &str, text: &str, columns: usize) -> String {
    let indent = width(beginning);
    let mut before = beginning.to_owned();
    let mut lines = String::new();
    for line in wrap(text, columns.saturating_sub(indent).max(1)) {
        lines += &format!("{before}{line}\n");
        before = " ".repeat(indent);
    }
    lines
}
