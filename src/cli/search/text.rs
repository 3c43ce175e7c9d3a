//! Hits as text.

use super::searched::Searched;
use crate::cli::plan::rows;
use crate::i18n::{Locale, Message};
use crate::presenter::{Clocks, Presenter};
use kurultai_schedule::index::{EntityRef, PlanLookup as _};
use kurultai_schedule::model::{SessionId, Status};
use kurultai_schedule::text::{Lang, width, wrap};

/// Formats the hits of all events.
pub(super) struct HitWriter<'a> {
    pub(super) columns: usize,
    pub(super) locale: &'a Locale,
    pub(super) lang: Option<Lang>,
    /// The time zone of the output, unless it is the venue's.
    pub(super) clocks: Option<Clocks>,
}

impl HitWriter<'_> {
    /// Formats the events with hits. They have headings if there are several events, or if the time zone is
    /// not the venue's.
    pub(super) fn write(&self, events: &[Searched]) -> String {
        let parts = events.iter().filter(|event| !event.hits.is_empty()).map(|event| {
            let reading = event.schedule.conference.reading(self.lang.clone());
            let presenter = Presenter {
                conference: &event.schedule.conference,
                index: &event.schedule.index,
                locale: self.locale,
                reading: &reading,
                clocks: self.clocks,
            };
            let head = (events.len() > 1 || presenter.other_clock().is_some()).then(|| self.head(&presenter));
            let blocks = self.blocks(&presenter, event);
            let blocks = blocks.iter().map(|block| self.block(block));
            head.into_iter().chain(blocks).collect::<Vec<_>>().join("\n")
        });
        parts.collect::<Vec<_>>().join("\n")
    }

    /// Returns the title of an event and its time zone.
    fn head(&self, presenter: &Presenter<'_>) -> String {
        let title = presenter.text(&presenter.conference.title).to_string();
        let head: Vec<String> = [title].into_iter().chain(presenter.clock()).collect();
        let lines = wrap(&head.join(" · "), self.columns);
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or_default();
        format!("{}\n{}\n", lines.join("\n"), "─".repeat(widest))
    }

    fn block(&self, block: &[Line]) -> String {
        let mut text = String::new();
        for Line { indent, text: part } in block {
            for line in wrap(part, self.columns.saturating_sub(*indent).max(1)) {
                text += &format!("{}{line}\n", " ".repeat(*indent));
            }
        }
        text
    }

    /// Returns a block for each session, and one for each group of other hits.
    fn blocks(&self, presenter: &Presenter<'_>, event: &Searched) -> Vec<Vec<Line>> {
        let mut blocks: Vec<Vec<Line>> = Vec::new();
        let mut last: Option<EntityRef> = None;
        for hit in &event.hits {
            let Some((head, name)) = named(presenter, hit.item) else {
                if let EntityRef::Session(id) = hit.item {
                    let mut block = session(presenter, event, id);
                    let excerpt = event.excerpt(hit, presenter.reading, self.columns.saturating_sub(BELOW));
                    let is_repeated =
                        |line: &String| block.iter().any(|above| above.text.contains(line.as_str()));
                    block.extend(
                        excerpt.filter(|line| !is_repeated(line)).map(|text| Line { indent: BELOW, text }),
                    );
                    blocks.push(block);
                }
                continue;
            };
            let mut lines = vec![Line { indent: BELOW, text: name }];
            let excerpt = event.excerpt(hit, presenter.reading, self.columns.saturating_sub(2 * BELOW));
            lines.extend(excerpt.map(|text| Line { indent: 2 * BELOW, text }));
            let is_of_group = last.is_some_and(|last| last.is_kind_of(hit.item));
            if let Some(group) = blocks.last_mut().filter(|_| is_of_group) {
                group.extend(lines);
            } else {
                let head = Line { indent: 0, text: presenter.word(head) };
                blocks.push([head].into_iter().chain(lines).collect());
            }
            last = Some(hit.item);
        }
        blocks
    }
}

struct Line {
    /// The indentation in columns.
    indent: usize,
    text: String,
}

/// The additional indentation of details.
const BELOW: usize = 2;

/// Returns the group and the name of a hit other than a session.
fn named(presenter: &Presenter<'_>, item: EntityRef) -> Option<(Message, String)> {
    let conference = presenter.conference;
    Some(match item {
        EntityRef::Person(id) => (Message::PanePeople, presenter.person(conference.person(id))),
        EntityRef::Organizer(id) => (Message::Organizers, presenter.organizer(conference.organizer(id))),
        EntityRef::Sponsor(id) => {
            (Message::Sponsors, presenter.name(conference.sponsor(id).name.as_ref(), None))
        }
        EntityRef::Room(id) => (Message::Rooms, presenter.room(id)),
        EntityRef::Track(id) => (Message::Tracks, presenter.track(id)),
        EntityRef::Delegation(id) => {
            (Message::Delegations, presenter.name(conference.delegation(id).name.as_ref(), None))
        }
        EntityRef::Info(id) => {
            (Message::AboutConference, presenter.name(conference.info(id).title.as_ref(), None))
        }
        EntityRef::Conference => {
            (Message::AboutConference, presenter.text(&presenter.conference.title).to_string())
        }
        EntityRef::Session(_) => return None,
    })
}

fn session(presenter: &Presenter<'_>, event: &Searched, id: SessionId) -> Vec<Line> {
    let session = presenter.conference.session(id);
    let day = match presenter.shown(&session.times).day {
        Some(day) => presenter.locale.weekday_day(day),
        None => presenter.word(Message::DayNotAnnounced),
    };
    // For several days, the time includes them.
    let day = Some(day).filter(|_| session.times.last_day().is_none());
    let when: Vec<String> = day.into_iter().chain(presenter.time_of_day(&session.times)).collect();
    let first: Vec<String> = [when.join(", ")].into_iter().chain(presenter.rooms(session)).collect();
    let status = session.status.iter().filter(|status| **status != Status::Confirmed);
    let status = status.map(|status| presenter.status(status));
    let planned = &event.own.status;
    let (title, priority) = match planned.priority(id).map(|wanted| rows::priority(presenter, wanted)) {
        Some((sign, word)) => (format!("{sign} {}", presenter.title(session)), Some(word)),
        None => (presenter.title(session), None),
    };
    let hidden = planned.is_hidden(id).then(|| presenter.word(Message::PlanHiddenMark));
    let title = [title].into_iter().chain(priority).chain(status).chain(hidden);
    let people: Vec<String> = session.people.iter().map(|person| presenter.participant(person)).collect();
    let lines = [
        Line { indent: 0, text: first.join(" · ") },
        Line { indent: BELOW, text: title.collect::<Vec<_>>().join(" · ") },
        Line { indent: BELOW, text: people.join(", ") },
    ];
    lines.into_iter().filter(|line| !line.text.is_empty()).collect()
}
