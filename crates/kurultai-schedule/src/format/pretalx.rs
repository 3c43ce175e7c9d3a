//! JSON of the pretalx API: slots of a schedule, or submissions with slots.

pub(super) mod widget;

use super::builder::{ConferenceBuilder, Keys, SpeakerReference};
use super::field_parser;
use super::json::{Document, Json, Node};
use super::parsed::Parsed;
use super::time::RawTimes;
use crate::diagnostic::{Source, Span};
use crate::model::{
    Attachment, Kind, Link, LocalizedText, Participation, Person, Role, Room, RoomId, Rooms, Session,
    SessionId, Status, Times, Track,
};
use crate::text::SafeText;
use chrono::TimeDelta;
use std::collections::HashMap;

/// Reads a schedule; `None` for any other document.
pub(super) fn read(source: &Source, document: &Document) -> Option<Parsed> {
    let root = &document.root;
    // The name of the list depends on the API request.
    let lists = root.members().iter().map(|(_, node)| node.items());
    let slots = std::iter::once(root.items()).chain(lists).find(|list| list.iter().any(is_ours))?;
    let mut pretalx = Pretalx::new(source, document);
    for slot in slots {
        pretalx.slot(slot);
    }
    for pause in root.list("breaks") {
        pretalx.pause(pause);
    }
    Some(pretalx.builder.finish())
}

/// True for a submission, or a slot with one.
fn is_ours(node: &Node) -> bool {
    let has = |name: &str| node.members().iter().any(|(known, _)| known == name);
    let is_submission =
        has("code") && has("title") && (has("slot") || has("slots") || has("submission_type"));
    is_submission || (has("submission") && has("start"))
}

struct Pretalx {
    builder: ConferenceBuilder,
    /// Breaks by title and times, because each room has its own entry.
    breaks: HashMap<[String; 3], SessionId>,
}

impl Pretalx {
    /// Reads the conference.
    fn new(source: &Source, document: &Document) -> Self {
        let root = &document.root;
        let title = ["title", "name", "event"].iter().find_map(|key| root.localized_line(key));
        let mut pretalx =
            Self { builder: ConferenceBuilder::with_optional_title(source, title), breaks: HashMap::new() };
        pretalx.builder.diagnostics.extend_from_slice(&document.diagnostics);
        pretalx.builder.conference.version = root.text_line("version");
        if let Some(zone) = root.get("timezone").or_else(|| root.get("time_zone")) {
            pretalx.builder.zone(zone.as_text().unwrap_or_default(), zone.span);
        }
        pretalx
    }

    /// Reads a slot with its submission, a submission with its slots, or a slot with only a description,
    /// which is a break.
    fn slot(&mut self, node: &Node) {
        if let Some(submission) = node.get("submission").filter(|it| !it.members().is_empty()) {
            self.submission(submission, &[node], node.span);
        } else if node.get("title").is_none()
            && node.get("code").is_none()
            && node.get("description").is_some()
        {
            self.pause(node);
        } else if !node.members().is_empty() {
            let slots: Vec<&Node> =
                node.list("slots").iter().filter(|slot| !slot.members().is_empty()).collect();
            match node.get("slot") {
                Some(slot) => self.submission(node, &[slot], node.span),
                None if slots.is_empty() => self.submission(node, &[node], node.span),
                None => self.submission(node, &slots, node.span),
            }
        }
    }

    /// Adds a session for each slot; later slots repeat the first.
    fn submission(&mut self, node: &Node, slots: &[&Node], span: Span) {
        let status = match node.text("state").map(str::to_lowercase).as_deref() {
            None | Some("confirmed" | "accepted") => None,
            Some("canceled" | "cancelled") => Some(Status::Cancelled),
            Some(_) => return self.builder.left_out.push(span),
        };
        let source_type = named(node, "submission_type");
        let languages = self.builder.languages(node, "content_locale");
        let tag = |tag: &Node| {
            tag.as_text().map(|tag| LocalizedText::untagged(SafeText::line(tag))).or(named(tag, "tag"))
        };
        let mut tags: Vec<LocalizedText> = node.list("tags").iter().filter_map(tag).collect();
        field_parser::leave_languages_out(&mut tags, &languages);
        let mut session = Session {
            title: node.localized_line("title"),
            kind: source_type.as_ref().and_then(field_parser::kind),
            source_type,
            status,
            track: self.track(node),
            languages,
            tags,
            people: self.people(node),
            summary: node.localized_text("abstract"),
            description: node.localized_text("description"),
            do_not_record: node.flag("do_not_record"),
            attachments: self.resources(node),
            ..Session::default()
        };
        let mut first = None;
        for slot in slots {
            self.builder.fit(&mut session, span);
            let id = node.text_line("code").filter(|_| first.is_none());
            let session = Session {
                id: self.builder.unique_id(id, span),
                times: self.times(slot, node.number("duration"), span),
                rooms: Rooms::In(self.room(slot).into_iter().collect()),
                same_as: first,
                ..session.clone()
            };
            let Some(id) = self.builder.add_session(session, span) else { break };
            first = first.or(Some(id));
        }
    }

    /// Adds a break, or adds a room to a known break.
    fn pause(&mut self, node: &Node) {
        let title = node.localized_line("description").or_else(|| node.localized_line("title"));
        let when = |key: &str| node.text(key).unwrap_or_default().to_owned();
        let room = self.room(node);
        let text = title.iter().flat_map(LocalizedText::iter).map(|(_, text)| text.as_str()).collect();
        let key = [text, when("start"), when("end")];
        if let Some(known) = self.breaks.get(&key) {
            let known = &mut self.builder.conference.sessions[known.index()];
            if let (Rooms::In(rooms), Some(room)) = (&mut known.rooms, room)
                && !rooms.contains(&room)
            {
                rooms.push(room);
            }
            return;
        }
        let kind = title.as_ref().and_then(field_parser::kind).unwrap_or(Kind::Break);
        let session = Session {
            title,
            kind: Some(kind),
            times: self.times(node, None, node.span),
            rooms: Rooms::In(room.into_iter().collect()),
            ..Session::default()
        };
        let id = self.builder.add_session(session, node.span);
        self.breaks.extend(id.map(|id| (key, id)));
    }

    /// Reads the times of a slot, which override the requested duration.
    fn times(&mut self, slot: &Node, minutes: Option<u32>, span: Span) -> Times {
        let moment = self.builder.moment(slot, "start");
        let end = self.builder.moment(slot, "end");
        let requested =
            minutes.filter(|minutes| *minutes > 0).map(|minutes| TimeDelta::minutes(minutes.into()));
        self.builder.times(RawTimes { moment, end, length: requested, ..RawTimes::default() }, span)
    }

    fn track(&mut self, node: &Node) -> Option<crate::model::TrackId> {
        let name = named(node, "track")?;
        let key = key_of(node, "track").or_else(|| Some(name.iter().next()?.1.to_string()))?;
        let color = node.get("track").and_then(|track| field_parser::color(track.text("color")?));
        self.builder.track_by_key(&key, Track { id: None, name: Some(name), color })
    }

    fn room(&mut self, slot: &Node) -> Option<RoomId> {
        let name = named(slot, "room");
        let key = key_of(slot, "room").or_else(|| Some(name.as_ref()?.iter().next()?.1.to_string()))?;
        let room = slot.get("room")?;
        let room = Room {
            name,
            capacity: room.number("capacity"),
            description: room.localized_text("description"),
            ..Room::default()
        };
        self.builder.room_by_key(&key, room)
    }

    fn people(&mut self, node: &Node) -> Vec<Participation> {
        let mut people: Vec<Participation> = Vec::new();
        for node in node.list("speakers") {
            // The widget refers to people by code.
            if let Some(code) =
                node.as_text().filter(|code| !matches!(self.builder.speaker(code), SpeakerReference::Unknown))
            {
                self.builder.add_speaker(&mut people, code, node.span);
                continue;
            }
            let (keys, person) = read_person(&mut self.builder, node);
            self.builder.add_participant(&mut people, &keys, person, Some(Role::Speaker));
        }
        people
    }

    fn resources(&mut self, node: &Node) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for node in node.list("resources") {
            let keys = ["resource", "url", "link"];
            let url = keys.iter().find_map(|key| self.builder.url(node, key));
            let Some(url) = url else { continue };
            let Link { label, url } = Link { label: node.localized_line("description"), url };
            attachments.push(Attachment { label, url, source_type: None });
        }
        attachments
    }
}

/// Returns a text, a text by language, or the name of an object.
fn named(node: &Node, key: &str) -> Option<LocalizedText> {
    let value = node.get(key)?;
    value.localized_line("name").or_else(|| value.localized(SafeText::line))
}

/// Returns the id of a room or track: `room_id` beside it, `id` within it, or a number.
fn key_of(node: &Node, key: &str) -> Option<String> {
    let beside = node.text(&format!("{key}_id")).map(str::to_owned);
    beside.or_else(|| {
        let value = node.get(key)?;
        let own = matches!(value.value, Json::Number(_)).then(|| value.as_text()).flatten();
        own.or_else(|| value.text("id")).map(str::to_owned)
    })
}

/// Reads a person and their keys.
pub(super) fn read_person(builder: &mut ConferenceBuilder, node: &Node) -> (Keys, Person) {
    let name = node.localized_line("name").or_else(|| node.localized_line("fullname"));
    let code = node.as_text().map(SafeText::line).or_else(|| node.text_line("code"));
    let id = node.text_line("id");
    let avatar = ["avatar_url", "avatar"].iter().find_map(|key| builder.url(node, key));
    let keys = Keys::new(None, code.clone(), id.clone());
    let bio = node.localized_text("biography");
    (keys, Person { id: code.or(id), name, bio, avatar, ..Person::default() })
}
