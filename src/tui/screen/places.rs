//! Rooms and tracks: they have no pane of their own, and one detail together, their sessions.

use super::Item;
use crate::locale::Message;
use crate::model::{RoomId, SessionId, TrackId};
use crate::tui::widget::{Labels, Page};
use crate::wording::Wording;

pub(super) fn room(words: &Wording<'_>, id: RoomId, page: &mut Page<Item>) {
    let room = words.conference.room(id);
    page.title(&words.room(id));
    let mut facts = Labels::default();
    facts.add(words.word(Message::LabelBuilding), words.known(room.building.as_ref()));
    facts.add(words.word(Message::LabelFloor), words.known(room.floor.as_ref()));
    facts.add(words.word(Message::LabelCapacity), room.capacity.map(|capacity| capacity.to_string()));
    page.facts(facts);
    if let Some(description) = &room.description {
        page.prose(words.text(description));
    }
    sessions(words, words.index.of_room(id), page);
}

pub(super) fn track(words: &Wording<'_>, id: TrackId, page: &mut Page<Item>) {
    page.title(&words.track(id));
    sessions(words, words.index.of_track(id), page);
}

/// By day; each session with its time.
fn sessions(words: &Wording<'_>, sessions: &[SessionId], page: &mut Page<Item>) {
    let mut facts = Labels::default();
    let day_of = |id: &SessionId| words.conference.session(*id).times.day;
    for of_day in sessions.chunk_by(|one, two| day_of(one) == day_of(two)) {
        let day = of_day.first().and_then(day_of);
        let label =
            day.map_or_else(|| words.word(Message::LabelSessions), |day| words.locale.weekday_day(day));
        // Who speaks is asked as often as what about.
        let title = |id: &SessionId| {
            let session = words.conference.session(*id);
            let people =
                session.people.iter().map(|one| words.participant(one)).collect::<Vec<_>>().join(", ");
            let parts = [words.title(session), people].into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" · ")
        };
        facts.led_links(label, of_day.iter().map(|id| (words.start(*id), title(id), Item::Session(*id))));
    }
    page.facts(facts);
}
