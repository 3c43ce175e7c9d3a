//! JSON of Sessionize in its three views: a grid per day, sessions in groups, and everything.

mod categories;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::builder::{ConferenceBuilder, Keys};
use super::field_parser;
use super::json::{Document, Node};
use super::parsed::Parsed;
use super::time::{self, RawTimes, Timestamp};
use crate::diagnostic::Source;
use crate::model::{Link, LocalizedText, Person, Room, RoomId, Rooms, Session, SessionId, Status};
use crate::text::SafeText;
use categories::Categories;

/// Reads a schedule; `None` for any other document.
pub(super) fn read(source: &Source, document: &Document) -> Option<Parsed> {
    let root = &document.root;
    let lists = lists(root);
    if !lists.iter().any(|list| list.sessions.iter().any(is_ours)) {
        return None;
    }
    let mut sessionize = Sessionize {
        builder: ConferenceBuilder::with_optional_title(
            source,
            root.localized_line("title").or_else(|| root.localized_line("name")),
        ),
        known: HashMap::new(),
        rooms: HashMap::new(),
        categories: Categories::new(root.list("categories")),
    };
    sessionize.builder.diagnostics.extend_from_slice(&document.diagnostics);
    for room in root.list("rooms") {
        sessionize.room(room.text("id"), room.localized_line("name"));
    }
    for speaker in root.list("speakers") {
        let (keys, person) = read_person(&mut sessionize.builder, speaker);
        sessionize.builder.list_speaker(&keys, speaker.text_line("id"), person);
    }
    for list in lists {
        if let Some(room) = list.room {
            sessionize.room(room.text("id"), room.localized_line("name"));
        }
        for session in list.sessions {
            sessionize.session(session, &list);
        }
    }
    Some(sessionize.builder.finish())
}

/// A list of sessions with its day and room.
struct List<'d> {
    day: Option<NaiveDate>,
    room: Option<&'d Node<'d>>,
    sessions: &'d [Node<'d>],
}

fn lists<'d>(root: &'d Node<'d>) -> Vec<List<'d>> {
    let alone = |sessions| List { day: None, room: None, sessions };
    let mut lists = vec![alone(sessions(root))];
    if root.items().iter().any(is_ours) {
        lists.push(alone(root.items()));
    }
    for group in root.items() {
        lists.push(alone(sessions(group)));
        let day = group.text("date").and_then(time::date);
        let rooms = group.list("rooms");
        for room in rooms {
            lists.push(List { day, room: Some(room), sessions: sessions(room) });
        }
        if rooms.iter().any(|room| !sessions(room).is_empty()) {
            continue;
        }
        // The grid repeats sessions by time.
        for slot in group.list("timeSlots").iter().flat_map(|slot| slot.list("rooms")) {
            if let Some(session) = slot.get("session") {
                lists.push(List { day, room: Some(slot), sessions: std::slice::from_ref(session) });
            }
        }
    }
    lists
}

fn sessions<'d>(node: &'d Node<'d>) -> &'d [Node<'d>] {
    node.list("sessions")
}

fn is_ours(node: &Node) -> bool {
    let has = |name: &str| node.members().iter().any(|(known, _)| known == name);
    has("title") && has("startsAt")
}

struct Sessionize {
    builder: ConferenceBuilder,
    /// Sessions by id, because one may be listed in several rooms and groups.
    known: HashMap<String, SessionId>,
    rooms: HashMap<String, RoomId>,
    categories: Categories,
}

impl Sessionize {
    fn session(&mut self, node: &Node, list: &List<'_>) {
        if node.members().is_empty() {
            return;
        }
        let listed = list.room;
        let id = node.text("roomId").or_else(|| listed?.text("id"));
        let room = self.room(id, node.localized_line("room").or_else(|| listed?.localized_line("name")));
        if self.is_known(node, room) {
            return;
        }
        let status = match node.text("status").map(str::to_lowercase).as_deref() {
            Some("declined" | "decline_queue" | "waitlisted" | "nominated" | "accept_queue") => {
                return self.builder.left_out.push(node.span);
            }
            Some("cancelled" | "canceled") => Some(Status::Cancelled),
            _ => None,
        };
        let title = node.localized_line("title");
        let is_for_all = node.flag("isPlenumSession") && room.is_none();
        let mut session = Session {
            id: self.builder.unique_id(node.text_line("id"), node.span),
            // Service sessions have no type, but their title may imply a kind.
            kind: title.as_ref().filter(|_| node.flag("isServiceSession")).and_then(field_parser::kind),
            title,
            status,
            rooms: if is_for_all { Rooms::All } else { Rooms::In(room.into_iter().collect()) },
            description: node.localized_text("description"),
            stream: self.builder.url(node, "liveUrl"),
            recording: self.builder.url(node, "recordingUrl"),
            people: self.builder.speakers(node, read_person),
            ..Session::default()
        };
        let categories = std::mem::take(&mut self.categories);
        categories.tell(node, &mut session, &mut self.builder);
        self.categories = categories;
        let moment = self.builder.moment(node, "startsAt");
        let end = self.builder.moment(node, "endsAt");
        session.times =
            self.builder.times(RawTimes { day: list.day, moment, end, ..RawTimes::default() }, node.span);
        let session = self.builder.add_session(session, node.span);
        if let (Some(id), Some(session)) = (node.text("id"), session) {
            self.known.entry(id.to_owned()).or_insert(session);
        }
    }

    /// Returns true for a session already read, and adds the room to it.
    fn is_known(&mut self, node: &Node, room: Option<RoomId>) -> bool {
        let Some(known) = node.text("id").and_then(|id| self.known.get(id)) else { return false };
        let known = &mut self.builder.conference.sessions[known.index()];
        let starts = node.text("startsAt").and_then(Timestamp::read).map(|moment| moment.local);
        // The same id with a different title or time is another session.
        let is_same = known.title == node.localized_line("title") && known.times.start_datetime() == starts;
        if let (true, Rooms::In(rooms), Some(room)) = (is_same, &mut known.rooms, room)
            && !rooms.contains(&room)
        {
            rooms.push(room);
        }
        is_same
    }

    fn room(&mut self, id: Option<&str>, name: Option<LocalizedText>) -> Option<RoomId> {
        let key = id.map(str::to_owned).or_else(|| Some(name.as_ref()?.iter().next()?.1.to_string()))?;
        if let Some(room) = self.rooms.get(&key) {
            return Some(*room);
        }
        // A room without a name is displayed by its id.
        let name = name.or_else(|| Some(LocalizedText::untagged(SafeText::line(&key))));
        let room = self.builder.room_by_key(&key, Room { name, ..Room::default() })?;
        self.rooms.insert(key, room);
        Some(room)
    }
}

/// Reads a speaker and their keys.
fn read_person(builder: &mut ConferenceBuilder, node: &Node) -> (Keys, Person) {
    let parts = [node.text("firstName"), node.text("lastName")].into_iter().flatten();
    let whole = SafeText::line(&parts.collect::<Vec<_>>().join(" "));
    let name = node.localized_line("fullName").or_else(|| node.localized_line("name"));
    let name = name.or_else(|| Some(LocalizedText::untagged(whole)).filter(|name| !name.has_version("")));
    let links: Vec<Link> = node.list("links").iter().filter_map(|link| builder.link(link)).collect();
    let person = Person {
        id: node.text_line("id"),
        name,
        positions: node.localized_line("tagLine").into_iter().collect(),
        bio: node.localized_text("bio"),
        avatar: builder.url(node, "profilePicture"),
        links,
        ..Person::default()
    };
    (Keys::id(node.text_line("id")), person)
}
