//! Rooms of a published schedule: by guid where the file has guids, else by name.

use std::collections::HashMap;

use super::Draft;
use super::people::is_key;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::locale::Value;
use crate::model::{Room, RoomId, Texts};
use crate::text::{Clean, fold};

/// The rooms met so far.
#[derive(Debug, Default)]
pub(super) struct Rooms {
    /// Those of each name, with their guids.
    by_name: HashMap<Clean, Vec<(Option<Clean>, RoomId)>>,
    /// By a key of the file.
    by_key: HashMap<String, RoomId>,
}

impl Draft {
    /// The room with this name, made when it is met first; blanks around it do not count. `None` without a name.
    pub(in crate::format) fn room(&mut self, name: &str) -> Option<RoomId> {
        self.room_with(None, name)
    }

    /// The room with this guid and name, made when it is met first. Rooms of one name with different guids are different
    /// rooms; one guid with another name is another room, since nothing would show that name.
    pub(in crate::format) fn room_with(&mut self, guid: Option<&str>, name: &str) -> Option<RoomId> {
        let name = Clean::line(name);
        let guid = guid.map(Clean::line).filter(|guid| is_key(guid));
        if name.trim().is_empty() {
            return None;
        }
        let rooms = &mut self.conference.rooms;
        let called = self.rooms.by_name.entry(name.clone()).or_default();
        let known = if guid.is_some() {
            let with_guid = called.iter().position(|(known, _)| *known == guid);
            let place = with_guid.or_else(|| called.iter().position(|(known, _)| known.is_none()));
            place.and_then(|place| called.get_mut(place))
        } else {
            called.first_mut()
        };
        if let Some((known, id)) = known {
            *known = known.take().or(guid);
            return Some(*id);
        }
        rooms.push(Room { name: Some(Texts::plain(name)), ..Room::default() });
        let id = RoomId::new(rooms.len() - 1);
        called.push((guid, id));
        Some(id)
    }

    /// The room that a file calls by a key of its own, with everything that it says of it.
    pub(in crate::format) fn room_of(&mut self, key: &str, room: Room) -> RoomId {
        let rooms = &mut self.conference.rooms;
        *self.rooms.by_key.entry(key.to_owned()).or_insert_with(|| {
            rooms.push(room);
            RoomId::new(rooms.len() - 1)
        })
    }

    /// The room of a session that is listed in one and names one itself: the one that it names. If the two are different
    /// rooms, that is said.
    pub(in crate::format) fn room_of_session(
        &mut self,
        listed: Option<RoomId>,
        named: Option<&Clean>,
        span: Span,
    ) -> Option<RoomId> {
        let Some(named) = named.filter(|name| !name.trim().is_empty()) else { return listed };
        let Some(listed) = listed else { return self.room(named) };
        let room = &self.conference.rooms[listed.index()];
        let words = room.name.iter().flat_map(Texts::iter).map(|(_, name)| name).chain(&room.id);
        if words.into_iter().any(|name| fold(name.trim()) == fold(named.trim())) {
            return Some(listed);
        }
        let name = room.name.as_ref().and_then(|name| name.iter().next()).map(|(_, name)| name.clone());
        let finding = Diagnostic::new(Code::RoomConflict, span).with("room", Value::from(named));
        self.find(finding.with("listed", Value::from(&name.unwrap_or_default())));
        self.room(named)
    }
}
