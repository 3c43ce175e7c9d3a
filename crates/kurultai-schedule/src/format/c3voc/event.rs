//! Reads an event of either version.

use chrono::{NaiveDate, TimeDelta};

use super::lists::role;
use super::reader::Voc;
use crate::format::field_parser;
use crate::format::json::Node;
use crate::format::media::Media;
use crate::format::time::{self, RawTimes};
use crate::model::{Attachment, Link, RoomId, Rooms, Session, Status};
use crate::text::SafeText;

impl Voc {
    /// Reads an event; returns the day on which it is listed.
    pub(super) fn event(
        &mut self,
        event: &Node,
        day: Option<NaiveDate>,
        room: Option<RoomId>,
    ) -> Option<NaiveDate> {
        if event.members().is_empty() {
            return day;
        }
        let status = match event.text("state").map(str::to_ascii_uppercase).as_deref() {
            Some("DRAFT" | "SUBMITTED" | "REJECTED" | "WITHDRAWN" | "DELETED") => {
                self.builder.left_out.push(event.span);
                return day;
            }
            Some("CANCELED" | "CANCELLED") => Some(Status::Cancelled),
            _ => None,
        };
        let id = ["id", "code"].iter().find_map(|key| event.text_line(key));
        let room = self.room_of(event, room);
        let source_type = event.localized_line("type");
        let mut session = Session {
            id: self.builder.unique_id(id, event.span),
            guid: event.text_line("guid"),
            title: event.localized_line("title"),
            subtitle: event.localized_line("subtitle"),
            kind: source_type.as_ref().and_then(field_parser::kind),
            source_type,
            status,
            rooms: Rooms::In(room.into_iter().collect()),
            track: event.get("track").and_then(|track| self.track(track)),
            languages: self.builder.languages(event, "language"),
            summary: event.localized_text("abstract"),
            description: event.localized_text("description"),
            url: self.builder.url(event, "url"),
            recording: self.builder.url(event, "video_download_url"),
            feedback: self.builder.url(event, "feedback_url"),
            recording_license: event.text_line("recording_license"),
            do_not_record: event.flag("do_not_record"),
            ..Session::default()
        };
        let people = ["persons", "participants"].iter().flat_map(|key| event.list(key));
        for node in people {
            let (keys, person) = self.read_person(node);
            self.builder.add_participant(&mut session.people, &keys, person, role(node, self.is_own));
        }
        self.links(event, &mut session);
        session.times = self.times(event, day);
        let shown = session.times.day;
        self.builder.add_session(session, event.span);
        shown
    }

    /// Returns the room named by the event, or else the room that lists it.
    fn room_of(&mut self, event: &Node, listed: Option<RoomId>) -> Option<RoomId> {
        let Some(node) = event.get("room") else { return listed };
        match (listed, node.as_text().map(SafeText::line)) {
            (Some(_), Some(name)) if self.rooms.get(name.as_str()).copied() == listed => listed,
            (Some(_), Some(name)) => self.builder.room_of_session(listed, Some(&name), node.span),
            (Some(_), None) => listed,
            (None, _) => self.room(node),
        }
    }

    fn times(&mut self, event: &Node, day: Option<NaiveDate>) -> crate::model::Times {
        // `start` is a wall-clock time in version 1 and a timestamp in version 2.
        let start = event.text("start").and_then(time::hour);
        let key = if event.get("date").is_some() || start.is_some() { "date" } else { "start" };
        let moment = self.builder.moment(event, key);
        let end = self.builder.moment(event, "end").filter(|_| moment.is_some());
        let length = if end.is_none() { self.duration(event) } else { None };
        self.builder.times(RawTimes { day, moment, start, end, length, ..RawTimes::default() }, event.span)
    }

    fn duration(&mut self, event: &Node) -> Option<TimeDelta> {
        let text = event.text("duration")?;
        let length = time::duration(text);
        if length.is_none() {
            self.builder.invalid_value("duration", text, event.span);
        }
        length
    }

    fn links(&mut self, event: &Node, session: &mut Session) {
        for node in event.list("links") {
            let Some(link) = self.builder.link(node) else { continue };
            let kind = node.text_line("type");
            if self.is_own && Media::claim(session, kind.as_deref(), link.label.as_ref(), &link.url) {
                continue;
            }
            // Links to files keep their type.
            if kind.as_deref().and_then(Media::from_type).is_some() {
                let Link { label, url } = link;
                session.attachments.push(Attachment { label, url, source_type: kind });
                continue;
            }
            let is_feedback = node.text("type").is_some_and(|word| word.eq_ignore_ascii_case("feedback"));
            if is_feedback && session.feedback.is_none() {
                session.feedback = Some(link.url);
            } else {
                session.links.push(link);
            }
        }
        if let Some(url) = self.builder.url(event, "origin_url") {
            session.links.push(Link { label: None, url });
        }
        for node in event.list("attachments") {
            let source_type = node.text_line("type");
            let Some(Link { label, url }) = self.builder.link(node) else { continue };
            if self.is_own && Media::claim(session, source_type.as_deref(), label.as_ref(), &url) {
                continue;
            }
            session.attachments.push(Attachment { label, url, source_type });
        }
    }
}
