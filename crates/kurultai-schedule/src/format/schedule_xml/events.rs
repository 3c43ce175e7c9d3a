//! Reads the sessions: `<event>`.

mod when;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::days::Listed;
use super::{Reading, line, long};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::field_parser;
use crate::format::media::{self, Media};
use crate::format::xml::Element;
use crate::model::{Attachment, Link, LocalizedText, RoomId, Rooms, Session, Status};
use crate::text::{Lang, SafeText};

/// The largest number of unknown language names to report in one file.
const MAX_LANGUAGES: usize = 100;

impl Reading<'_> {
    /// Reads a session, listed under a day and in a room.
    pub(super) fn event(&mut self, event: &Element<'_>, day: Option<NaiveDate>, room: Option<Listed<'_>>) {
        let mut session = Session {
            id: self.builder.unique_id(event.attribute("id").map(SafeText::line), event.tag),
            guid: event.attribute("guid").map(SafeText::line),
            title: line(event, "title").map(LocalizedText::untagged),
            subtitle: line(event, "subtitle").map(LocalizedText::untagged),
            summary: long(event, "abstract", self.text),
            description: long(event, "description", self.text),
            url: self.address(event, "url"),
            feedback: self.address(event, "feedback_url"),
            has_mistakes: self.damage.is_some_and(|damage| event.contains(damage.start)),
            ..Session::default()
        };
        if let Some(written) = line(event, "type") {
            session.source_type = Some(LocalizedText::untagged(written));
            session.kind = session.source_type.as_ref().and_then(field_parser::kind);
        }
        session.status = line(event, "status").map(|word| Status::from_word(&word)).filter(is_known);
        session.languages = self.languages(event);
        session.rooms = Rooms::In(self.room(event, room).into_iter().collect());
        if let Some(track) = event.child("track")
            && let Some(written) = track.text()
        {
            let name = self.name(written, track.tag);
            session.track = self.builder.track_named(&name);
        }
        self.participants(event, &mut session);
        self.recording(event, &mut session);
        self.files(event, &mut session);
        self.links(event, &mut session);
        self.when(event, day, &mut session);
        self.builder.add_session(session, event.tag);
    }

    /// Returns the room named by the session, or else the room that lists it.
    fn room(&mut self, event: &Element<'_>, listed: Option<Listed<'_>>) -> Option<RoomId> {
        let listed = listed.and_then(|room| self.builder.room_with(room.guid, room.name));
        let own = event.child("room").and_then(|room| Some((room.text()?, room.tag)));
        let (named, span) =
            own.map_or((None, event.tag), |(written, span)| (Some(self.name(written, span)), span));
        self.builder.room_of_session(listed, named.as_ref(), span)
    }

    /// Reads languages (`de`, `de, en`). Reports each unknown word once.
    fn languages(&mut self, event: &Element<'_>) -> Vec<Lang> {
        let Some(element) = event.child("language") else { return Vec::new() };
        let (mut languages, mut known) = (Vec::new(), HashSet::new());
        for code in element.text().unwrap_or_default().split([',', ';', '/', '|', '&', ' ', '\n', '\t']) {
            if code.is_empty() {
                continue;
            }
            let lang = Lang::parse(code);
            if let Err(meant) = &lang {
                self.no_language(&SafeText::line(code), *meant, element.tag);
            }
            let lang = lang.or_else(|meant| meant.map_or(Err(None), Lang::parse));
            languages.extend(lang.ok().filter(|lang| known.insert(lang.clone())));
        }
        languages
    }

    fn no_language(&mut self, code: &SafeText, meant: Option<&'static str>, span: Span) {
        if self.oddities.languages.len() < MAX_LANGUAGES && self.oddities.languages.insert(code.clone()) {
            let diagnostic =
                Diagnostic::new(Code::BadLanguage, span).with("value", MessageArg::from(code)).meant(meant);
            self.builder.report(diagnostic);
        }
    }

    /// Reads the recording, its license and the opt-out.
    fn recording(&mut self, event: &Element<'_>, session: &mut Session) {
        let own = ["video_download_url", "video"].into_iter().find_map(|name| self.address(event, name));
        let within = event.child("recording");
        session.recording = own.or_else(|| self.address(within?, "url"));
        session.recording_license = within.and_then(|recording| line(recording, "license"));
        let optout = within.and_then(|recording| line(recording, "optout"));
        session.do_not_record =
            optout.is_some_and(|word| matches!(&*word.to_lowercase(), "true" | "1" | "yes"));
    }

    /// Reads files; skips duplicates with the same label.
    fn files(&mut self, event: &Element<'_>, session: &mut Session) {
        let files: Vec<_> = event.all("attachments").flat_map(|files| files.all("attachment")).collect();
        let mut known = Known::default();
        for file in files.into_iter().chain(event.all("attachment")) {
            let Some((label, url)) = self.link(file) else { continue };
            let source_type = file.attribute("type").or_else(|| file.child_text("type")).map(SafeText::line);
            if self.is_own && Media::claim(session, source_type.as_deref(), label.as_ref(), &url) {
                continue;
            }
            if known.is_new(&url, label.as_ref()) {
                session.attachments.push(Attachment { label, url, source_type });
            }
        }
    }

    /// Reads links; skips duplicates.
    fn links(&mut self, event: &Element<'_>, session: &mut Session) {
        let origin = self.address(event, "origin_url");
        let links: Vec<_> = event.all("links").flat_map(|links| links.all("link")).collect();
        let links: Vec<_> = links
            .into_iter()
            .chain(event.all("link"))
            .filter_map(|link| Some((link.attribute("type"), self.link(link)?)))
            .chain(origin.map(|url| (None, (None, url))))
            .collect();
        let mut known = Known::default();
        for page in [&session.url, &session.feedback].into_iter().flatten() {
            known.is_new(page, None);
        }
        for (kind, (label, url)) in links {
            if self.is_own && Media::claim(session, kind, label.as_ref(), &url) {
                continue;
            }
            // Links to files keep their type.
            if let Some(kind) = kind.filter(|kind| Media::from_type(kind).is_some()) {
                let source_type = Some(SafeText::line(kind));
                session.attachments.push(Attachment { label, url, source_type });
                continue;
            }
            if known.is_new(&url, label.as_ref()) {
                session.links.push(Link { label, url });
            }
        }
    }

    /// Reads label and URL of a link from its attributes, text or children; drops a label that repeats the
    /// URL.
    fn link(&mut self, element: &Element<'_>) -> Option<(Option<LocalizedText>, SafeText)> {
        let first_text = |names: &[&'static str]| names.iter().find_map(|name| element.child_text(name));
        let label = element.text().or_else(|| first_text(&["title", "name", "label"])).map(SafeText::line);
        let written = element.attribute("href").or_else(|| element.attribute("url"));
        let written = written.or_else(|| first_text(&["href", "url"])).or_else(|| element.text())?;
        let url = self.builder.address(written, element.tag)?;
        Some((label.filter(|label| **label != *written.trim()).map(LocalizedText::untagged), url))
    }
}

/// The URLs of a list. The value is true if a label adds nothing to the URL.
#[derive(Default)]
struct Known(HashMap<SafeText, bool>);

impl Known {
    /// True for a new URL, and for a known one with a more specific label, such as the size of a recording.
    fn is_new(&mut self, url: &SafeText, label: Option<&LocalizedText>) -> bool {
        let says_more = media::says_more(label, url);
        let is_plain = label.is_some() && !says_more;
        match self.0.entry(url.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(is_plain);
                true
            }
            Entry::Occupied(mut entry) => says_more && entry.insert(false),
        }
    }
}

fn is_known(status: &Status) -> bool {
    !matches!(status, Status::Other(_))
}
