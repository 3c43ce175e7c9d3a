//! Adds rooms, identified by guid if the file has guids, or else by name.

use super::people::is_key;
use super::{ConferenceBuilder, Counted};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::{LocalizedText, Room, RoomId};
use crate::text::{SafeText, fold};

impl ConferenceBuilder {
    /// Returns the room with this name, trimmed, or creates it. `None` without a name.
    pub(in crate::format) fn room_named(&mut self, name: &str) -> Option<RoomId> {
        self.room_with(None, name)
    }

    /// Returns the room with this guid and name, or creates it. One guid with two names makes two rooms;
    /// otherwise the second name would be lost. `None` beyond the limit.
    pub(in crate::format) fn room_with(&mut self, guid: Option<&str>, name: &str) -> Option<RoomId> {
        let name = SafeText::line(&self.limits.name(name));
        let guid = guid.map(SafeText::line).filter(|guid| is_key(guid));
        if name.trim().is_empty() {
            return None;
        }
        let known = &mut self.rooms;
        let id = match &guid {
            None => known.by_name.get(&name).copied(),
            Some(guid) => {
                let key = (name.clone(), guid.clone());
                let id = known.by_guid.get(&key).copied().or_else(|| known.without_guid.remove(&name));
                if let Some(id) = id {
                    known.by_guid.insert(key, id);
                }
                id
            }
        };
        if id.is_some() {
            return id;
        }
        let id = RoomId::new(self.conference.rooms.len());
        if !self.limits.allow(Counted::Rooms, id.index(), Span::default()) {
            return None;
        }
        self.conference
            .rooms
            .push(Room { name: Some(LocalizedText::untagged(name.clone())), ..Room::default() });
        match guid {
            Some(guid) => {
                known.by_guid.insert((name.clone(), guid), id);
            }
            None => {
                known.without_guid.insert(name.clone(), id);
            }
        }
        known.by_name.entry(name).or_insert(id);
        Some(id)
    }

    /// Returns the room with this key, or creates it. `None` beyond the limit.
    pub(in crate::format) fn room_by_key(&mut self, key: &str, room: Room) -> Option<RoomId> {
        if let Some(known) = self.rooms.by_key.get(key) {
            return Some(*known);
        }
        let id = RoomId::new(self.conference.rooms.len());
        if !self.limits.allow(Counted::Rooms, id.index(), Span::default()) {
            return None;
        }
        self.conference.rooms.push(room);
        self.rooms.by_key.insert(key.to_owned(), id);
        Some(id)
    }

    /// Returns the room that a session names, or else the one that lists the session. Reports a conflict.
    pub(in crate::format) fn room_of_session(
        &mut self,
        listed: Option<RoomId>,
        named: Option<&SafeText>,
        span: Span,
    ) -> Option<RoomId> {
        let Some(named) = named.filter(|name| !name.trim().is_empty()) else { return listed };
        let Some(listed) = listed else { return self.room_named(named) };
        let room = &self.conference.rooms[listed.index()];
        let words = room.name.iter().flat_map(LocalizedText::iter).map(|(_, name)| name).chain(&room.id);
        let is_same = |name: &SafeText| {
            let (name, named) = (name.trim(), named.trim());
            name == named || fold(name) == fold(named)
        };
        if words.into_iter().any(is_same) {
            return Some(listed);
        }
        let name = room.name.as_ref().and_then(|name| name.iter().next()).map(|(_, name)| name.clone());
        let diagnostic = Diagnostic::new(Code::RoomConflict, span).with("room", MessageArg::from(named));
        self.report(diagnostic.with("listed", MessageArg::from(&name.unwrap_or_default())));
        self.room_named(named)
    }
}
