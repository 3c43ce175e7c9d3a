//! Reads rooms, tracks and people, which events reference by guid, slug, id or name.

use super::reader::Voc;
use crate::format::builder::{Keys, is_key};
use crate::format::field_parser;
use crate::format::json::{Json, Node};
use crate::model::{Person, Role, Room, RoomId, Track, TrackId};
use crate::text::SafeText;

/// Returns the rooms of a day with their events, from `{"room": […]}` or a list of rooms.
pub(super) fn rooms_of_day<'d>(rooms: &'d Node<'d>) -> Vec<(&'d str, &'d [Node<'d>])> {
    match &rooms.value {
        Json::Object(members) => members.iter().map(|(name, node)| (&**name, node.items())).collect(),
        Json::List(items) => {
            items.iter().map(|room| (room.text("name").unwrap_or_default(), room.list("events"))).collect()
        }
        _ => Vec::new(),
    }
}

/// The generator name of files written by this app.
pub(super) const OWN: &str = "kurultai";

const NAMES: [&str; 4] = ["guid", "slug", "id", "name"];

/// Returns all identifiers of an object.
fn names(node: &Node) -> impl Iterator<Item = String> {
    let own = node.as_text().into_iter();
    own.chain(NAMES.iter().filter_map(|name| node.text(name))).map(|name| SafeText::line(name).to_string())
}

impl Voc {
    /// Reads a room of the conference or of an event.
    pub(super) fn room(&mut self, node: &Node) -> Option<RoomId> {
        let guid = node.text_line("guid").filter(|guid| is_key(guid));
        let known = match &guid {
            Some(guid) => self.rooms.get(guid.as_str()).copied(),
            None => names(node).find_map(|name| self.rooms.get(&name).copied()),
        };
        if known.is_some() {
            return known;
        }
        let name = node.as_text().map(str::to_owned).or_else(|| names(node).last())?;
        let room = self.builder.room_with(guid.as_deref(), &name)?;
        let known: &mut Room = &mut self.builder.conference.rooms[room.index()];
        known.name = node.localized_line("name").or(known.name.take());
        known.id = known.id.take().or_else(|| node.text_line("slug"));
        known.capacity = node.number("capacity").filter(|capacity| *capacity > 0);
        known.description = node.localized_text("description");
        known.building = node.get("parent").and_then(|parent| {
            let is_building = parent.text("type").is_some_and(|word| word.eq_ignore_ascii_case("building"));
            parent.localized_line("name").filter(|_| is_building)
        });
        for name in names(node) {
            self.rooms.entry(name).or_insert(room);
        }
        Some(room)
    }

    pub(super) fn track(&mut self, node: &Node) -> Option<TrackId> {
        if let Some(track) = names(node).find_map(|name| self.tracks.get(&name).copied()) {
            return Some(track);
        }
        let key =
            names(node).last().or_else(|| Some(node.localized_line("name")?.iter().next()?.1.to_string()))?;
        let name = node.localized_line("name").or_else(|| node.localized(SafeText::line))?;
        let color = node.text("color").or_else(|| {
            let colors = node.get("colors")?;
            colors.text("light").or_else(|| colors.text("dark"))
        });
        let color = color.and_then(|text| {
            let color = field_parser::color(text);
            if color.is_none() {
                let span = node.get("color").map_or(node.span, |node| node.span);
                self.builder.invalid_value("color", text, span);
            }
            color
        });
        let track =
            self.builder.track_by_key(&key, Track { id: node.text_line("slug"), name: Some(name), color })?;
        self.tracks.extend(names(node).map(|name| (name, track)));
        Some(track)
    }

    /// Reads a person and their keys. E-mail addresses are private and therefore ignored.
    pub(super) fn read_person(&mut self, node: &Node) -> (Keys, Person) {
        let mut names = ["public_name", "name", "full_public_name", "display_name"].iter();
        let name = node.localized(SafeText::line).filter(|_| node.as_text().is_some());
        let name = name.or_else(|| names.find_map(|key| node.localized_line(key)));
        let [guid, code, id] = ["guid", "code", "id"].map(|key| node.text_line(key));
        let keys = Keys::new(guid.clone(), code.clone(), id.clone());
        let links = node.list("links").iter().filter_map(|link| self.builder.link(link));
        let mut links: Vec<_> = links.collect();
        links.extend(self.builder.url(node, "url").map(|url| crate::model::Link { label: None, url }));
        let person = Person {
            id: code.or(id),
            guid,
            name,
            bio: node
                .localized_text("biography")
                .or_else(|| node.localized_text("bio"))
                .or_else(|| node.localized_text("abstract")),
            avatar: self.builder.url(node, "avatar"),
            links,
            ..Person::default()
        };
        (keys, person)
    }
}

/// Returns the role of a person in an event: speaker by default, or unknown in files of this app.
pub(super) fn role(node: &Node, is_own: bool) -> Option<Role> {
    match node.text("role") {
        Some(word) => Some(Role::from_word(&SafeText::line(&word.to_lowercase()))),
        None => Some(Role::Speaker).filter(|_| !is_own),
    }
}
