//! The answer as text: for each session when it is, and below that what, where and who.

use super::{Found, Hits};
use crate::index::Item;
use crate::locale::{Locale, Message};
use crate::model::{OwnClock, SessionId, Status};
use crate::text::{Lang, width, wrap};
use crate::wording::{Clocks, Wording};

/// How text is written.
pub(super) struct Page<'a> {
    pub(super) columns: usize,
    pub(super) locale: &'a Locale,
    pub(super) lang: Option<Lang>,
    /// The clock that times are said by, if it is not the venue's.
    pub(super) own: Option<OwnClock>,
}

impl Page<'_> {
    /// The answer. Events in which nothing was found are left out; where there are several, or times are by another clock,
    /// each has a head.
    pub(super) fn write(&self, events: &[Hits]) -> String {
        let parts = events.iter().filter(|event| !event.found.is_empty()).map(|event| {
            let reading = event.program.conference.reading(self.lang.clone());
            let words = Wording {
                conference: &event.program.conference,
                index: &event.program.index,
                locale: self.locale,
                reading: &reading,
                clocks: self.own.map(|own| Clocks { own, shows_own: true }),
            };
            let head = (events.len() > 1 || self.own.is_some()).then(|| self.head(&words));
            let blocks = blocks(&words, &event.found);
            let blocks = blocks.iter().map(|block| self.block(block));
            head.into_iter().chain(blocks).collect::<Vec<_>>().join("\n")
        });
        parts.collect::<Vec<_>>().join("\n")
    }

    /// The title of an event, and whose clock its times are.
    fn head(&self, words: &Wording<'_>) -> String {
        let title = words.text(&words.conference.title).to_string();
        let head: Vec<String> = [title].into_iter().chain(words.clock()).collect();
        let lines = wrap(&head.join(" · "), self.columns);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or_default();
        format!("{}\n{}\n", lines.join("\n"), "─".repeat(widest))
    }

    /// A first line, and the others standing in below it.
    fn block(&self, block: &[String]) -> String {
        let mut text = String::new();
        for (at, part) in block.iter().enumerate() {
            let indent = if at == 0 { "" } else { "  " };
            for line in wrap(part, self.columns.saturating_sub(indent.len()).max(1)) {
                text += &format!("{indent}{line}\n");
            }
        }
        text
    }
}

/// What was found: a block for each session, and one for each of the other lists.
fn blocks(words: &Wording<'_>, found: &[Found]) -> Vec<Vec<String>> {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for Found { item, excerpt } in found {
        let Some((head, name)) = named(words, *item) else {
            if let Item::Session(id) = item {
                let mut block = session(words, *id);
                block.extend(excerpt.as_ref().map(ToString::to_string));
                blocks.push(block);
            }
            continue;
        };
        match blocks.last_mut().filter(|_| last == Some(head)) {
            Some(block) => block.push(name),
            None => blocks.push(vec![words.word(head), name]),
        }
        last = Some(head);
    }
    blocks
}

/// The name of what is no session, and what is said above it.
fn named(words: &Wording<'_>, item: Item) -> Option<(Message, String)> {
    let conference = words.conference;
    Some(match item {
        Item::Person(id) => (Message::PanePeople, words.person(conference.person(id))),
        Item::Organizer(id) => (Message::Organizers, words.organizer(conference.organizer(id))),
        Item::Sponsor(id) => (Message::Sponsors, words.name(conference.sponsor(id).name.as_ref(), None)),
        Item::Room(id) => (Message::Rooms, words.room(id)),
        Item::Track(id) => (Message::Tracks, words.track(id)),
        Item::Delegation(id) => {
            (Message::Delegations, words.name(conference.delegation(id).name.as_ref(), None))
        }
        Item::Info(id) => (Message::AboutConference, words.name(conference.info(id).title.as_ref(), None)),
        Item::Session(_) | Item::Conference | Item::Numbers => return None,
    })
}

fn session(words: &Wording<'_>, id: SessionId) -> Vec<String> {
    let session = words.conference.session(id);
    let day = match session.times.day {
        Some(day) => words.locale.weekday_day(day),
        None => words.word(Message::DayNotAnnounced),
    };
    let when: Vec<String> = [day].into_iter().chain(words.time_of_day(&session.times)).collect();
    let first: Vec<String> = [when.join(", ")].into_iter().chain(words.rooms(session)).collect();
    let status = session.status.iter().filter(|status| **status != Status::Confirmed);
    let title = [words.title(session)].into_iter().chain(status.map(|status| words.status(status)));
    let people: Vec<String> = session.people.iter().map(|person| words.participant(person)).collect();
    let lines = [first.join(" · "), title.collect::<Vec<_>>().join(" · "), people.join(", ")];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
