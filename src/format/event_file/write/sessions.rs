//! `[[agenda]]`.

use std::collections::HashSet;

use super::page::{TomlWriter, address, inline, links, text, texts};
use super::references::{ReferenceNames, things};
use super::text::quoted;
use super::times::times;
use super::{Writer, attendance};
use crate::format::event_file::agenda::cycles;
use crate::model::{Attachment, Conference, Participation, Role, Rooms, Session, SessionId};

/// What sessions are called; by their names they cannot be.
pub(super) fn called(conference: &Conference) -> ReferenceNames {
    let sessions = &conference.sessions;
    let things =
        things(sessions, |one| (&one.id, &one.title), |title| Session { title, ..Session::default() });
    let related = sessions.iter().flat_map(|session| session.part_of.into_iter().chain(session.same_as));
    ReferenceNames::by_id("session", &things, &super::indices(related))
}

impl Writer<'_> {
    pub(super) fn agenda(&self, page: &mut TomlWriter) {
        // A session that is a part of itself is none; the reader would say so.
        let circles: HashSet<_> = cycles(&self.conference.sessions).into_iter().collect();
        for (index, session) in self.conference.sessions.iter().enumerate() {
            page.table("agenda");
            let relation = |key: &'static str, other: Option<SessionId>| {
                let other = other.filter(|_| !circles.contains(&(key, index)))?;
                text(self.sessions.word(other.index()))
            };
            self.session(index, session, page);
            let is_plain = |one: &&Participation| one.role == Some(Role::Speaker) && one.name.is_none();
            let split = session.people.iter().take_while(is_plain).count();
            let (speakers, others) = session.people.split_at(split);
            let speakers: Vec<String> =
                speakers.iter().filter_map(|speaker| self.person(speaker.person)).collect();
            page.list("speakers", &speakers);
            let others: Vec<String> = others.iter().filter_map(|other| self.participation(other)).collect();
            page.list("people", &others);
            page.put("part_of", relation("part_of", session.part_of));
            page.put("same_as", relation("same_as", session.same_as));
            about(session, page);
        }
    }

    /// What a session is, when and where.
    fn session(&self, index: usize, session: &Session, page: &mut TomlWriter) {
        page.put("title", texts(session.title.as_ref()));
        page.put("subtitle", texts(session.subtitle.as_ref()));
        page.put("id", text(self.sessions.id(index, session.id.as_ref())));
        page.put("guid", text(session.guid.as_ref()));
        page.put("kind", session.kind.as_ref().map(|kind| quoted(kind.word())));
        page.put("type", texts(session.source_type.as_ref()));
        page.put("status", session.status.as_ref().map(|status| quoted(status.word())));
        page.put("attendance", attendance(session.attendance));
        for (key, value) in times(&session.times, &self.clock) {
            page.put(key, Some(value));
        }
        match &session.rooms {
            Rooms::All => page.put("room", Some(quoted("*"))),
            Rooms::In(rooms) => {
                let words = rooms.iter().filter_map(|room| text(self.rooms.word(room.index())));
                page.one_or_list("room", words.collect());
            }
        }
        page.put("track", session.track.and_then(|track| text(self.tracks.word(track.index()))));
        let languages: Vec<String> = session.languages.iter().map(|lang| quoted(lang.as_str())).collect();
        page.list("languages", &languages);
        page.put("level", texts(session.level.as_ref()));
        let tags: Vec<String> = session.tags.iter().filter_map(|tag| texts(Some(tag))).collect();
        page.list("tags", &tags);
    }

    /// A name alone, or with the role and the name that is written in the session.
    fn participation(&self, one: &Participation) -> Option<String> {
        let person = self.person(one.person)?;
        let role = one.role.as_ref().map(|role| quoted(role.word()));
        let name = texts(one.name.as_ref());
        if role.is_none() && name.is_none() {
            return Some(person);
        }
        Some(inline([("person", Some(person)), ("role", role), ("written", name)]))
    }
}

/// What is said of a session, and where else it is.
fn about(session: &Session, page: &mut TomlWriter) {
    page.prose("abstract", session.summary.as_ref());
    page.prose("description", session.description.as_ref());
    page.prose("content_note", session.content_note.as_ref());
    page.put("url", address(session.url.as_ref()));
    page.put("slides", address(session.slides.as_ref()));
    page.put("recording", address(session.recording.as_ref()));
    page.put("stream", address(session.stream.as_ref()));
    page.put("feedback", address(session.feedback.as_ref()));
    page.list("links", &links(&session.links));
    let attachments: Vec<String> = session.attachments.iter().filter_map(attachment).collect();
    page.list("attachments", &attachments);
    page.put("recording_license", text(session.recording_license.as_ref()));
    page.put("do_not_record", session.do_not_record.then(|| "true".to_owned()));
}

fn attachment(file: &Attachment) -> Option<String> {
    let url = address(Some(&file.url))?;
    let label = texts(file.label.as_ref());
    Some(inline([("label", label), ("url", Some(url)), ("type", text(file.source_type.as_ref()))]))
}
