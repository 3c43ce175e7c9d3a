//! The JSON of `OPass`, in which COSCUP and SITCON publish: texts in Chinese and English, and tables of types, rooms and
//! tags.

use std::collections::{HashMap, HashSet};

use super::Read;
use super::draft::{Draft, Keys};
use super::json::{Document, Node};
use super::time::Told;
use super::values::{self, Values};
use crate::diagnostic::Source;
use crate::model::{Link, Participation, Person, Role, Room, RoomId, Rooms, Session, Texts, Track, TrackId};
use crate::text::Clean;

/// Reads a program; `None` when the document is something else.
pub(super) fn read(source: &Source, document: &Document) -> Option<Read> {
    let root = &document.root;
    let sessions = root.like("sessions", |list| list.items().iter().any(is_ours)).map(Node::items)?;
    let has_types =
        root.get("session_types").is_some() && sessions.iter().any(|node| node.get("start").is_some());
    if !has_types && !sessions.iter().any(is_ours) {
        return None;
    }
    let mut opass = OPass {
        draft: Draft::with_or_without_title(source, text(root, "title")),
        values: Values::default(),
        rooms: HashMap::new(),
        types: HashMap::new(),
        tags: HashMap::new(),
    };
    opass.draft.findings.extend_from_slice(&document.findings);
    for room in root.list("rooms") {
        opass.list_room(room);
    }
    for kind in root.list("session_types") {
        opass.list_type(kind);
    }
    for tag in root.list("tags") {
        if let (Some(id), Some(name)) = (tag.text("id"), text(tag, "name")) {
            opass.tags.insert(id.to_owned(), name);
        }
    }
    for person in root.list("speakers") {
        let (keys, told) = opass.told(person);
        opass.draft.list_speaker(&keys, person.line("id"), told);
    }
    for session in sessions {
        opass.session(session);
    }
    Some(opass.draft.finish())
}

/// True for a session whose texts are grouped by their languages, which no other format does.
fn is_ours(node: &Node) -> bool {
    node.by_language(|texts| texts.line("title")).is_some() && node.get("start").is_some()
}

/// A text of one line by languages: `{"zh": {"title": "…"}, "en": {"title": "…"}}`.
fn text(node: &Node, key: &str) -> Option<Texts> {
    node.by_language(|texts| texts.line(key)).or_else(|| node.title(key))
}

fn body(node: &Node, key: &str) -> Option<Texts> {
    node.by_language(|texts| texts.text(key).map(Clean::text)).or_else(|| node.body(key))
}

struct OPass {
    draft: Draft,
    values: Values,
    rooms: HashMap<String, RoomId>,
    /// What COSCUP calls a type is a track.
    types: HashMap<String, TrackId>,
    tags: HashMap<String, Texts>,
}

impl OPass {
    fn list_room(&mut self, node: &Node) {
        let Some(id) = node.text("id") else { return };
        let name = text(node, "name").or_else(|| Some(Texts::plain(Clean::line(id))));
        let room =
            Room { id: node.line("id"), name, description: body(node, "description"), ..Room::default() };
        let room = self.draft.room_of(id, room);
        self.rooms.insert(id.to_owned(), room);
    }

    fn list_type(&mut self, node: &Node) {
        let Some(id) = node.text("id") else { return };
        let name = text(node, "name").or_else(|| Some(Texts::plain(Clean::line(id))));
        let track = self.draft.track_of(id, Track { id: node.line("id"), name, color: None });
        self.types.insert(id.to_owned(), track);
    }

    fn session(&mut self, node: &Node) {
        if node.members().is_empty() {
            return;
        }
        let track = node.text("type").map(|id| self.types.get(id).copied().ok_or(id));
        let track = track.and_then(|track| track.map_or_else(|name| self.draft.track(name), Some));
        let name = track.and_then(|track| self.draft.conference.tracks[track.index()].name.clone());
        let moment = self.values.moment(&mut self.draft, node, "start");
        let end = self.values.moment(&mut self.draft, node, "end");
        let languages = self.values.languages(&mut self.draft, node, "language");
        let tags = node.list("tags").iter().filter_map(Node::as_text);
        let tag = |id: &str| self.tags.get(id).cloned().unwrap_or_else(|| Texts::plain(Clean::line(id)));
        let mut tags: Vec<Texts> = tags.map(tag).collect();
        values::leave_languages_out(&mut tags, &languages);
        let session = Session {
            id: self.draft.unique_id(node.line("id"), node.span),
            title: text(node, "title"),
            kind: name.as_ref().and_then(values::kind),
            track,
            times: self.draft.times(Told { moment, end, ..Told::default() }, node.span),
            rooms: Rooms::In(self.rooms_of(node)),
            languages,
            tags,
            people: self.people(node),
            description: body(node, "description"),
            url: values::address(&mut self.draft, node, "uri"),
            slides: values::address(&mut self.draft, node, "slide"),
            recording: values::address(&mut self.draft, node, "record"),
            stream: values::address(&mut self.draft, node, "live"),
            links: self.links(node),
            ..Session::default()
        };
        self.draft.session(session, node.span);
    }

    /// Its room, and those that it is broadcast to.
    fn rooms_of(&mut self, node: &Node) -> Vec<RoomId> {
        let (mut rooms, mut known) = (Vec::new(), HashSet::new());
        for id in node.get("room").into_iter().chain(node.list("broadcast")).filter_map(Node::as_text) {
            let room = self.rooms.get(id).copied().or_else(|| self.draft.room(id));
            rooms.extend(room.filter(|room| known.insert(*room)));
        }
        rooms
    }

    /// Where one asks questions and writes along: neither is a place to say how it was.
    fn links(&mut self, node: &Node) -> Vec<Link> {
        let mut links = Vec::new();
        for (key, label) in [("qa", "Q&A"), ("co_write", "co-write")] {
            let url = values::address(&mut self.draft, node, key);
            links.extend(url.map(|url| Link { label: Some(Texts::plain(Clean::line(label))), url }));
        }
        links
    }

    fn people(&mut self, node: &Node) -> Vec<Participation> {
        let mut people: Vec<Participation> = Vec::new();
        for speaker in node.list("speakers") {
            if let Some(id) = speaker.as_text() {
                self.values.speaker(&mut self.draft, &mut people, id, speaker.span);
            } else {
                let (keys, person) = self.told(speaker);
                self.draft.take_part(&mut people, &keys, person, Some(Role::Speaker));
            }
        }
        people
    }

    /// Returns the key of a speaker, and the person.
    fn told(&mut self, node: &Node) -> (Keys, Person) {
        let person = Person {
            id: node.line("id"),
            name: text(node, "name"),
            bio: body(node, "bio"),
            avatar: values::address(&mut self.draft, node, "avatar"),
            ..Person::default()
        };
        (Keys::id(node.line("id")), person)
    }
}
