//! The JSON of pretalx' schedule widget (`schedule/widget/v2.json`): talks beside tables of rooms, tracks and speakers.

use std::collections::HashSet;

use super::Pretalx;
use crate::diagnostic::Source;
use crate::format::Read;
use crate::format::json::{Document, Node};
use crate::format::time;
use crate::format::values;
use crate::model::{Dates, Room, Texts, Track};
use crate::text::Clean;

/// Keys beside the talks; no other format has most of them.
const KEYS: [&str; 7] = ["rooms", "tracks", "speakers", "timezone", "event_start", "event_end", "version"];
/// A file has at least so many of them.
const ENOUGH: usize = 4;

/// Reads a schedule; `None` for a document without the keys of the widget.
pub(in crate::format) fn read(source: &Source, document: &Document) -> Option<Read> {
    let root = &document.root;
    let talks = root.like("talks", |list| list.items().iter().any(is_talk))?.items();
    let keys = KEYS.iter().filter(|key| root.members().iter().any(|(name, _)| name == *key)).count();
    if keys < ENOUGH || !talks.iter().any(is_talk) {
        return None;
    }
    let mut pretalx = Pretalx::new(source, document);
    let date = |key: &str| root.text(key).and_then(time::date);
    pretalx.draft.conference.dates = Dates { start: date("event_start"), end: date("event_end") };
    for node in root.list("rooms") {
        let Some(id) = node.text("id") else { continue };
        let told =
            Room { name: node.title("name"), description: node.body("description"), ..Room::default() };
        pretalx.draft.room_of(id, told);
    }
    for node in root.list("tracks") {
        let Some(id) = node.text("id") else { continue };
        let color = node.text("color").and_then(values::color);
        pretalx.draft.track_of(id, Track { id: None, name: node.title("name"), color });
    }
    let known = [pretalx.draft.conference.rooms.len(), pretalx.draft.conference.tracks.len()];
    for node in root.list("speakers") {
        let (keys, person) = pretalx.told(node);
        pretalx.draft.list_speaker(&keys, node.line("code"), person);
    }
    for talk in talks {
        if talk.get("code").is_some() {
            pretalx.submission(talk, &[talk], talk.span);
        } else if talk.get("title").is_some() {
            pretalx.pause(talk);
        }
    }
    // A room or track that no table has is known by a number alone, which is no name.
    let forget = |name: &mut Option<Texts>, ids: &HashSet<Clean>| {
        name.take_if(|name| name.iter().any(|(_, name)| ids.contains(name)));
    };
    let numbers = |key: &str| -> HashSet<Clean> {
        talks.iter().filter_map(|talk| talk.text(key)).map(Clean::line).collect()
    };
    let (rooms, tracks) = (numbers("room"), numbers("track"));
    let conference = &mut pretalx.draft.conference;
    for room in conference.rooms.iter_mut().skip(known[0]) {
        forget(&mut room.name, &rooms);
    }
    for track in conference.tracks.iter_mut().skip(known[1]) {
        forget(&mut track.name, &tracks);
    }
    values::left_out(&mut pretalx.draft, &pretalx.left_out);
    Some(pretalx.draft.finish())
}

/// True for a talk or a break of the widget: a time and a title, and no slot of its own, as in the API.
fn is_talk(node: &Node) -> bool {
    let has = |name: &str| node.members().iter().any(|(known, _)| known == name);
    has("title") && has("start") && has("room") && !has("slot") && !has("slots")
}
