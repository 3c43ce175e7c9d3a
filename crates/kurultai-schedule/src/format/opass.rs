//! JSON of `OPass`, published by COSCUP and SITCON: texts in Chinese and English, and tables of types, rooms
//! and tags.

use std::collections::{HashMap, HashSet};

use super::builder::{ConferenceBuilder, Keys};
use super::field_parser;
use super::json::{Document, Node};
use super::parsed::Parsed;
use super::time::RawTimes;
use crate::diagnostic::Source;
use crate::model::{Link, LocalizedText, Person, Room, RoomId, Rooms, Session, Track, TrackId};
use crate::text::SafeText;

/// Reads a schedule; `None` for any other document.
pub(super) fn read(source: &Source, document: &Document) -> Option<Parsed> {
    let root = &document.root;
    let sessions = root.get("sessions").map(Node::items)?;
    let has_types =
        root.get("session_types").is_some() && sessions.iter().any(|node| node.get("start").is_some());
    if !has_types && !sessions.iter().any(is_ours) {
        return None;
    }
    let mut opass = OPass {
        builder: ConferenceBuilder::with_optional_title(source, text(root, "title")),
        rooms: HashMap::new(),
        types: HashMap::new(),
        tags: HashMap::new(),
    };
    opass.builder.diagnostics.extend_from_slice(&document.diagnostics);
    for room in root.list("rooms") {
        opass.add_room(room);
    }
    for kind in root.list("session_types") {
        opass.list_type(kind);
    }
    for tag in root.list("tags") {
        if let (Some(id), Some(name)) = (tag.text("id"), text(tag, "name")) {
            opass.tags.insert(id.to_owned(), name);
        }
    }
    for node in root.list("speakers") {
        let (keys, person) = read_person(&mut opass.builder, node);
        opass.builder.list_speaker(&keys, node.text_line("id"), person);
    }
    for session in sessions {
        opass.session(session);
    }
    Some(opass.builder.finish())
}

/// True for a session with texts grouped by language, which only this format has.
fn is_ours(node: &Node) -> bool {
    node.by_language(|texts| texts.text_line("title")).is_some() && node.get("start").is_some()
}

/// Returns a single-line text by language: `{"zh": {"title": "…"}, "en": {"title": "…"}}`.
fn text(node: &Node, key: &str) -> Option<LocalizedText> {
    node.by_language(|texts| texts.text_line(key)).or_else(|| node.localized_line(key))
}

fn body(node: &Node, key: &str) -> Option<LocalizedText> {
    node.by_language(|texts| texts.text(key).map(SafeText::text)).or_else(|| node.localized_text(key))
}

struct OPass {
    builder: ConferenceBuilder,
    rooms: HashMap<String, RoomId>,
    /// COSCUP uses types as tracks.
    types: HashMap<String, TrackId>,
    tags: HashMap<String, LocalizedText>,
}

impl OPass {
    fn add_room(&mut self, node: &Node) {
        let Some(id) = node.text("id") else { return };
        let name = text(node, "name").or_else(|| Some(LocalizedText::untagged(SafeText::line(id))));
        let room = Room {
            id: node.text_line("id"),
            name,
            description: body(node, "description"),
            ..Room::default()
        };
        let Some(room) = self.builder.room_by_key(id, room) else { return };
        self.rooms.insert(id.to_owned(), room);
    }

    fn list_type(&mut self, node: &Node) {
        let Some(id) = node.text("id") else { return };
        let name = text(node, "name").or_else(|| Some(LocalizedText::untagged(SafeText::line(id))));
        let track = self.builder.track_by_key(id, Track { id: node.text_line("id"), name, color: None });
        self.types.extend(track.map(|track| (id.to_owned(), track)));
    }

    fn session(&mut self, node: &Node) {
        if node.members().is_empty() {
            return;
        }
        let track = node.text("type").map(|id| self.types.get(id).copied().ok_or(id));
        let track = track.and_then(|track| track.map_or_else(|name| self.builder.track_named(name), Some));
        let name = track.and_then(|track| self.builder.conference.tracks[track.index()].name.clone());
        let moment = self.builder.moment(node, "start");
        let end = self.builder.moment(node, "end");
        let languages = self.builder.languages(node, "language");
        let tags = node.list("tags").iter().filter_map(Node::as_text);
        let tag = |id: &str| {
            self.tags.get(id).cloned().unwrap_or_else(|| LocalizedText::untagged(SafeText::line(id)))
        };
        let mut tags: Vec<LocalizedText> = tags.map(tag).collect();
        field_parser::leave_languages_out(&mut tags, &languages);
        let session = Session {
            id: self.builder.unique_id(node.text_line("id"), node.span),
            title: text(node, "title"),
            kind: name.as_ref().and_then(field_parser::kind),
            track,
            times: self.builder.times(RawTimes { moment, end, ..RawTimes::default() }, node.span),
            rooms: Rooms::In(self.rooms_of(node)),
            languages,
            tags,
            people: self.builder.speakers(node, read_person),
            description: body(node, "description"),
            url: self.builder.url(node, "uri"),
            slides: self.builder.url(node, "slide"),
            recording: self.builder.url(node, "record"),
            stream: self.builder.url(node, "live"),
            links: self.links(node),
            ..Session::default()
        };
        self.builder.add_session(session, node.span);
    }

    /// Returns the room and the rooms to which the session is broadcast.
    fn rooms_of(&mut self, node: &Node) -> Vec<RoomId> {
        let (mut rooms, mut known) = (Vec::new(), HashSet::new());
        for id in node.get("room").into_iter().chain(node.list("broadcast")).filter_map(Node::as_text) {
            let room = self.rooms.get(id).copied().or_else(|| self.builder.room_named(id));
            rooms.extend(room.filter(|room| known.insert(*room)));
        }
        rooms
    }

    /// Returns the pages for questions and shared notes. Neither is for feedback.
    fn links(&mut self, node: &Node) -> Vec<Link> {
        let mut links = Vec::new();
        for (key, label) in [("qa", "Q&A"), ("co_write", "co-write")] {
            let url = self.builder.url(node, key);
            links.extend(
                url.map(|url| Link { label: Some(LocalizedText::untagged(SafeText::line(label))), url }),
            );
        }
        links
    }
}

/// Reads a speaker and their keys.
fn read_person(builder: &mut ConferenceBuilder, node: &Node) -> (Keys, Person) {
    let person = Person {
        id: node.text_line("id"),
        name: text(node, "name"),
        bio: body(node, "bio"),
        avatar: builder.url(node, "avatar"),
        ..Person::default()
    };
    (Keys::id(node.text_line("id")), person)
}
