//! The sessions, which this format calls events.

mod when;

use std::collections::HashSet;

use chrono::NaiveDate;

use super::days::Listed;
use super::{Reading, line, long};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::xml::Element;
use crate::locale::Value;
use crate::model::{Attachment, Kind, Link, RoomId, Rooms, Session, Status, Texts};
use crate::text::{Clean, Lang};

impl Reading<'_> {
    /// A session that is listed under a day and in a room.
    pub(super) fn event(&mut self, event: &Element<'_>, day: Option<NaiveDate>, room: Option<Listed<'_>>) {
        let mut session = Session {
            id: self.id(event),
            guid: event.attribute("guid").map(Clean::line),
            title: line(event, "title").map(Texts::plain),
            subtitle: line(event, "subtitle").map(Texts::plain),
            summary: long(event, "abstract", self.text),
            description: long(event, "description", self.text),
            url: event.said("url").and_then(|url| self.address(url)),
            feedback: event.said("feedback_url").and_then(|url| self.address(url)),
            has_mistakes: self.damage.is_some_and(|damage| event.contains(damage.start)),
            ..Session::default()
        };
        if let Some(written) = line(event, "type") {
            session.kind = kind(&written);
            session.published_type = Some(Texts::plain(written));
        }
        session.status = line(event, "status").map(|word| Status::from_word(&word)).filter(is_known);
        session.languages = self.languages(event);
        session.rooms = Rooms::In(self.room(event, room).into_iter().collect());
        if let Some(track) = event.child("track")
            && let Some(written) = track.text()
        {
            let name = self.name(written, track.tag);
            session.track = self.draft.track(&name);
        }
        self.participants(event, &mut session);
        self.recording(event, &mut session);
        self.files(event, &mut session);
        self.links(event, &mut session);
        self.when(event, day, &mut session);
        self.draft.session(session, event.tag);
    }

    /// The id, unless another session has it.
    fn id(&mut self, event: &Element<'_>) -> Option<Clean> {
        let id = event.attribute("id").map(Clean::line)?;
        if self.ids.insert(id.clone()) {
            return Some(id);
        }
        let finding = Diagnostic::new(Code::RepeatedId, event.tag).with("id", Value::from(&id));
        self.draft.find(finding);
        None
    }

    /// The room that the session names, else the one that it is listed in.
    fn room(&mut self, event: &Element<'_>, listed: Option<Listed<'_>>) -> Option<RoomId> {
        let listed = listed.and_then(|room| self.draft.room_with(room.guid, room.name));
        let own = event.child("room").and_then(|room| Some((room.text()?, room.tag)));
        let (named, span) =
            own.map_or((None, event.tag), |(written, span)| (Some(self.name(written, span)), span));
        self.draft.room_of_session(listed, named.as_ref(), span)
    }

    /// The languages: `de`, `de, en`. What is none is said once.
    fn languages(&mut self, event: &Element<'_>) -> Vec<Lang> {
        let Some(element) = event.child("language") else { return Vec::new() };
        let mut languages = Vec::new();
        for code in element.text().unwrap_or_default().split([',', ';', '/', '|', '&', ' ', '\n', '\t']) {
            if code.is_empty() {
                continue;
            }
            let lang = Lang::parse(code);
            if let Err(meant) = &lang {
                self.no_language(Clean::line(code), *meant, element.tag);
            }
            let lang = lang.or_else(|meant| meant.map_or(Err(None), Lang::parse));
            languages.extend(lang.ok().filter(|lang| !languages.contains(lang)));
        }
        languages
    }

    fn no_language(&mut self, code: Clean, meant: Option<&'static str>, span: Span) {
        if !self.oddities.languages.contains(&code) {
            let finding =
                Diagnostic::new(Code::BadLanguage, span).with("value", Value::from(&code)).meant(meant);
            self.draft.find(finding);
            self.oddities.languages.push(code);
        }
    }

    /// Where the recording is, its license, and whether there may be one.
    fn recording(&self, event: &Element<'_>, session: &mut Session) {
        let own = ["video_download_url", "video"].into_iter().find_map(|name| event.said(name));
        let within = event.child("recording");
        let address = own.or_else(|| within.and_then(|recording| recording.said("url")));
        session.recording = address.and_then(|url| self.address(url));
        session.recording_license = within.and_then(|recording| line(recording, "license"));
        let optout = within.and_then(|recording| line(recording, "optout"));
        session.do_not_record =
            optout.is_some_and(|word| matches!(&*word.to_lowercase(), "true" | "1" | "yes"));
    }

    /// Files; the first slides have a place of their own.
    fn files(&mut self, event: &Element<'_>, session: &mut Session) {
        let files: Vec<_> = event.all("attachments").flat_map(|files| files.all("attachment")).collect();
        for file in files.into_iter().chain(event.all("attachment")) {
            let Some((label, url)) = self.link(file) else { continue };
            let published_type = file.attribute("type").or_else(|| file.said("type")).map(Clean::line);
            let is_slides = published_type.as_deref().is_some_and(|it| it.eq_ignore_ascii_case("slides"));
            if is_slides && session.slides.is_none() {
                session.slides = Some(url);
            } else if session.attachments.iter().all(|known| known.url != url) {
                session.attachments.push(Attachment { label, url, published_type });
            }
        }
    }

    /// Other pages, each once.
    fn links(&mut self, event: &Element<'_>, session: &mut Session) {
        let origin =
            event.said("origin_url").and_then(|url| self.address(url)).map(|url| Link { label: None, url });
        let links: Vec<_> = event.all("links").flat_map(|links| links.all("link")).collect();
        let links = links.into_iter().chain(event.all("link"));
        let links: Vec<_> =
            links.filter_map(|link| self.link(link)).map(|(label, url)| Link { label, url }).collect();
        let known = [&session.url, &session.feedback, &session.recording, &session.slides];
        let mut known: HashSet<Clean> = known.into_iter().flatten().cloned().collect();
        for link in links.into_iter().chain(origin) {
            if known.insert(link.url.clone()) {
                session.links.push(link);
            }
        }
    }

    /// Label and address of a link, from its attributes, its text or the elements in it; a text that is the address itself
    /// is no label.
    fn link(&mut self, element: &Element<'_>) -> Option<(Option<Texts>, Clean)> {
        let said = |names: &[&'static str]| names.iter().find_map(|name| element.said(name));
        let label = element.text().or_else(|| said(&["title", "name", "label"])).map(Clean::line);
        let written = element.attribute("href").or_else(|| element.attribute("url"));
        let written = written.or_else(|| said(&["href", "url"])).or_else(|| element.text())?;
        let Some(url) = self.address(written) else {
            self.oddities.dead.get_or_insert_with(|| (element.tag, 0, Clean::line(written))).1 += 1;
            return None;
        };
        Some((label.filter(|label| **label != *written.trim()).map(Texts::plain), url))
    }
}

fn is_known(status: &Status) -> bool {
    !matches!(status, Status::Other(_))
}

/// What kind a type is, where it is one of the words that everybody uses. The type itself is kept as well.
fn kind(published: &Clean) -> Option<Kind> {
    match &*published.to_lowercase() {
        "lecture" => Some(Kind::Talk),
        "lightning talk" | "lightningtalk" | "lightning_talk" => Some(Kind::Lightning),
        "panel discussion" => Some(Kind::Panel),
        _ => Some(Kind::from_word(published)).filter(|kind| !matches!(kind, Kind::Other(_))),
    }
}
