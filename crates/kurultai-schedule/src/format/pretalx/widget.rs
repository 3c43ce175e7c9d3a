//! JSON of the pretalx schedule widget (`schedule/widget/v2.json`): talks, and tables of rooms, tracks and
//! speakers.

use std::collections::HashSet;

use super::{Pretalx, read_person};
use crate::diagnostic::Source;
use crate::format::field_parser;
use crate::format::json::{Document, Node};
use crate::format::parsed::Parsed;
use crate::format::time;
use crate::model::{Dates, LocalizedText, Room, Track};
use crate::text::SafeText;

/// Keys beside the talks, most of which occur in no other format.
const KEYS: [&str; 7] = ["rooms", "tracks", "speakers", "timezone", "event_start", "event_end", "version"];
/// The smallest number of these keys in a file.
const ENOUGH: usize = 4;

/// Reads a schedule; `None` for a document without the keys of the widget.
pub(in crate::format) fn read(source: &Source, document: &Document) -> Option<Parsed> {
    let root = &document.root;
    let talks = root.list("talks");
    let keys = KEYS.iter().filter(|key| root.members().iter().any(|(name, _)| name == *key)).count();
    if keys < ENOUGH || !talks.iter().any(is_talk) {
        return None;
    }
    let mut pretalx = Pretalx::new(source, document);
    let date = |key: &str| root.text(key).and_then(time::date);
    pretalx.builder.conference.dates = Dates { start: date("event_start"), end: date("event_end") };
    for node in root.list("rooms") {
        let Some(id) = node.text("id") else { continue };
        let described = Room {
            name: node.localized_line("name"),
            description: node.localized_text("description"),
            ..Room::default()
        };
        pretalx.builder.room_by_key(id, described);
    }
    for node in root.list("tracks") {
        let Some(id) = node.text("id") else { continue };
        let color = node.text("color").and_then(field_parser::color);
        pretalx.builder.track_by_key(id, Track { id: None, name: node.localized_line("name"), color });
    }
    let known = [pretalx.builder.conference.rooms.len(), pretalx.builder.conference.tracks.len()];
    for node in root.list("speakers") {
        let (keys, person) = read_person(&mut pretalx.builder, node);
        pretalx.builder.list_speaker(&keys, node.text_line("code"), person);
    }
    for talk in talks {
        if talk.get("code").is_some() {
            pretalx.submission(talk, &[talk], talk.span);
        } else if talk.get("title").is_some() {
            pretalx.pause(talk);
        }
    }
    // A room or track missing from the tables has only a number.
    let forget = |name: &mut Option<LocalizedText>, ids: &HashSet<SafeText>| {
        name.take_if(|name| name.iter().any(|(_, name)| ids.contains(name)));
    };
    let numbers = |key: &str| -> HashSet<SafeText> {
        talks.iter().filter_map(|talk| talk.text(key)).map(SafeText::line).collect()
    };
    let (rooms, tracks) = (numbers("room"), numbers("track"));
    let conference = &mut pretalx.builder.conference;
    for room in conference.rooms.iter_mut().skip(known[0]) {
        forget(&mut room.name, &rooms);
    }
    for track in conference.tracks.iter_mut().skip(known[1]) {
        forget(&mut track.name, &tracks);
    }
    Some(pretalx.builder.finish())
}

/// True for a talk or break of the widget: with title, time and room, but without the slots of the API.
fn is_talk(node: &Node) -> bool {
    let has = |name: &str| node.members().iter().any(|(known, _)| known == name);
    has("title") && has("start") && has("room") && !has("slot") && !has("slots")
}
