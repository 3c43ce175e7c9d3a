//! The details of rooms and tracks, which have no pane.

use super::agenda::people;
use super::{PaneContext, PaneItem};
use crate::i18n::Message;
use crate::model::{RoomId, Session, SessionId, TrackId};
use crate::tui::widget::{DefinitionList, Page};

pub(super) fn room(context: &PaneContext<'_>, id: RoomId, page: &mut Page<PaneItem>) {
    let words = &context.presenter;
    let room = words.conference.room(id);
    page.title(&words.room(id));
    let mut facts = DefinitionList::default();
    facts.add(words.word(Message::LabelBuilding), words.known(room.building.as_ref()));
    facts.add(words.word(Message::LabelFloor), words.known(room.floor.as_ref()));
    facts.add(words.word(Message::LabelCapacity), room.capacity.map(|capacity| capacity.to_string()));
    let mut sessions = DefinitionList::default();
    let more = |session: &Session| vec![people(words, session)];
    super::sessions::add(context, words.index.of_room(id), &more, &mut sessions);
    page.align([&facts, &sessions]);
    page.facts(facts);
    if let Some(description) = &room.description {
        page.prose(words.text(description));
    }
    page.facts(sessions);
}

pub(super) fn track(context: &PaneContext<'_>, id: TrackId, page: &mut Page<PaneItem>) {
    let words = &context.presenter;
    page.title(&words.track(id));
    let sessions = words.index.of_track(id);
    let rooms = |id: &SessionId| &words.conference.session(*id).rooms;
    let is_in_one_room = sessions.windows(2).all(|pair| rooms(&pair[0]) == rooms(&pair[1]));
    let more = |session: &Session| {
        let place = words.rooms(session).filter(|_| !is_in_one_room);
        std::iter::once(people(words, session)).chain(place).collect()
    };
    let mut facts = DefinitionList::default();
    super::sessions::add(context, sessions, &more, &mut facts);
    page.facts(facts);
}
