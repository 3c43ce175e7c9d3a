//! Details of rooms and tracks, which have no pane.

use super::agenda::people;
use super::context::PaneContext;
use crate::presenter::LabeledValue;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Page};
use kurultai_schedule::model::{RoomId, Session, SessionId, TrackId};

pub(super) fn room(context: &PaneContext<'_>, id: RoomId, page: &mut Page<PaneItem>) {
    let presenter = &context.presenter;
    let room = presenter.conference.room(id);
    page.title(&presenter.room(id));
    let mut facts = DefinitionList::default();
    for LabeledValue { label, value } in presenter.room_facts(room) {
        facts.add(label, [value]);
    }
    let mut sessions = DefinitionList::default();
    let more = |session: &Session| vec![people(presenter, session)];
    super::sessions::add(context, presenter.index.of_room(id), &more, &mut sessions);
    page.align([&facts, &sessions]);
    page.facts(facts);
    if let Some(description) = &room.description {
        page.prose(presenter.text(description));
    }
    page.facts(sessions);
}

pub(super) fn track(context: &PaneContext<'_>, id: TrackId, page: &mut Page<PaneItem>) {
    let presenter = &context.presenter;
    page.title(&presenter.track(id));
    let sessions = presenter.index.of_track(id);
    let rooms = |id: &SessionId| &presenter.conference.session(*id).rooms;
    let is_in_one_room = sessions.windows(2).all(|pair| rooms(&pair[0]) == rooms(&pair[1]));
    let more = |session: &Session| {
        let place = presenter.rooms(session).filter(|_| !is_in_one_room);
        std::iter::once(people(presenter, session)).chain(place).collect()
    };
    let mut facts = DefinitionList::default();
    super::sessions::add(context, sessions, &more, &mut facts);
    page.facts(facts);
}
