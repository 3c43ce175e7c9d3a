//! Writes a `VEVENT` for a session or busy block.

use std::collections::{HashMap, HashSet};

use super::options::{Options, Stamps};
use super::page::{IcsWriter, with_parameters};
use super::planned;
use super::stamp::{self, When};
use super::uids::Uids;
use crate::format::address::is_openable;
use crate::format::export::Planned;
use crate::format::ical::extensions;
use crate::markup;
use crate::model::{
    BusyBlock, Conference, LanguagePreference, LocalizedText, Participation, PersonId, Role, Room, RoomId,
    Rooms, Session, Status, Track, Zone,
};
use crate::text::SafeText;

/// Writes events of one conference.
pub(super) struct EventWriter<'a> {
    pub(super) conference: &'a Conference,
    pub(super) options: &'a Options<'a>,
    pub(super) stamps: &'a Stamps,
    pub(super) uids: &'a Uids,
    /// People whose names are ambiguous.
    pub(super) keyed: HashSet<PersonId>,
    /// Rooms whose names are ambiguous.
    pub(super) alike: HashSet<RoomId>,
}

/// Returns the rooms with the same name as another one, or with the name that means all rooms.
pub(super) fn ambiguous_rooms(conference: &Conference, reading: &LanguagePreference) -> HashSet<RoomId> {
    let mut by_name: HashMap<&str, Vec<RoomId>> = HashMap::new();
    for (at, room) in conference.rooms.iter().enumerate() {
        let name = room.name.as_ref().map(|name| name.get(reading)).or(room.id.as_ref());
        by_name.entry(name.map_or("", |name| name.trim())).or_default().push(RoomId::new(at));
    }
    by_name
        .into_iter()
        .filter(|(name, rooms)| rooms.len() > 1 || *name == extensions::ALL)
        .flat_map(|(_, rooms)| rooms)
        .collect()
}

/// Returns the people who share a name or have several.
pub(super) fn ambiguous_people(conference: &Conference) -> HashSet<PersonId> {
    let mut called: HashMap<&str, PersonId> = HashMap::new();
    let mut keyed = HashSet::new();
    let parts = || conference.sessions.iter().flat_map(|session| &session.people);
    let people = conference.people.iter().enumerate().map(|(at, person)| (PersonId::new(at), &person.name));
    for (id, name) in people.chain(parts().map(|part| (part.person, &part.name))) {
        // Names are compared in all languages.
        for name in name.iter().flat_map(|name| name.iter().map(|(_, name)| name.trim())) {
            let other = *called.entry(name).or_insert(id);
            if other != id {
                keyed.extend([other, id]);
            }
        }
    }
    keyed.extend(parts().filter(|part| part.name.is_some()).map(|part| part.person));
    keyed
}

impl EventWriter<'_> {
    pub(super) fn session(
        &self,
        session: &Session,
        (uid, sequence): (&str, u32),
        when: When,
        planned: &Planned,
        page: &mut IcsWriter,
    ) {
        self.begin(uid, sequence, page);
        when.write(page);
        if let Some(title) = &session.title {
            let language = title.language(&self.options.reading).or(self.conference.language.as_ref());
            let language = language.map(crate::text::Lang::as_str);
            page.text(&with_parameters("SUMMARY", &[("LANGUAGE", language)]), self.say(title));
        }
        if !planned::write_status(planned, session.status.as_ref(), page)
            && let Some(word) = &session.status
        {
            status(word, page);
        }
        self.place(session, page);
        let track = session.track.map(|track| self.track(self.conference.track(track)));
        let tags = session.tags.iter().map(|tag| self.say(tag));
        page.list("CATEGORIES", track.into_iter().flatten().chain(tags));
        if let Some(track) = track.flatten() {
            page.text(extensions::TRACK, track);
        }
        for tag in &session.tags {
            page.text(extensions::TAG, self.say(tag));
        }
        let people: Vec<(&str, &Participation)> =
            session.people.iter().filter_map(|one| Some((self.person(one)?, one))).collect();
        self.description(session, &people, planned, page);
        for (name, one) in people {
            let key = self.keyed.contains(&one.person).then(|| self.uids.person(one.person.index()));
            let parameters = [(extensions::ROLE, one.role.as_ref().map(Role::word)), (extensions::KEY, key)];
            page.text(&with_parameters(extensions::PERSON, &parameters), name);
        }
        links(session, page);
        self.links(session, page);
        stamp::write_own(&session.times, when, page);
        if let Some(id) = &session.id {
            page.text(extensions::ID, id);
        }
        if let Some(kind) = &session.kind {
            page.text(extensions::KIND, kind.word());
        }
        let title = session.title.as_ref().map_or("", |title| self.say(title));
        planned::write_alarm(planned, title, when, session.status.as_ref(), page);
        page.property("END", "VEVENT");
    }

    pub(super) fn busy(&self, busy: &BusyBlock, uid: &str, page: &mut IcsWriter) {
        self.begin(uid, self.stamps.sequence, page);
        let zone = match self.conference.zone {
            Zone::Named(zone) if !stamp::is_utc(zone) => Some(zone),
            _ => None,
        };
        When::Local(zone, busy.start, Some(stamp::End::At(busy.end))).write(page);
        let word = || self.options.words.busy();
        page.text("SUMMARY", &busy.title.as_ref().map_or_else(word, ToString::to_string));
        page.property("CLASS", "PRIVATE");
        page.property("END", "VEVENT");
    }

    fn begin(&self, uid: &str, sequence: u32, page: &mut IcsWriter) {
        page.property("BEGIN", "VEVENT");
        page.text("UID", uid);
        page.property("DTSTAMP", &self.stamps.made);
        page.property("SEQUENCE", &sequence.to_string());
        if let Some(changed) = &self.stamps.changed {
            page.property("LAST-MODIFIED", changed);
        }
    }

    /// Writes the rooms with their buildings, followed by the venue, for maps.
    fn place(&self, session: &Session, page: &mut IcsWriter) {
        let all = self.options.words.all_rooms();
        let mut parts: Vec<&str> = Vec::new();
        let ids: &[RoomId] = match &session.rooms {
            Rooms::All => {
                parts.push(&all);
                &[]
            }
            Rooms::In(rooms) => rooms,
        };
        for room in ids.iter().map(|id| self.conference.room(*id)) {
            parts.extend(self.room(room));
            let building = room.building.as_ref().map(|building| self.say(building));
            // Rooms of one building are listed together.
            parts.extend(building.filter(|building| !parts.contains(building)));
        }
        if let Some(venue) = &self.conference.venue {
            let venue = [&venue.name, &venue.address, &venue.city, &venue.country];
            parts.extend(venue.into_iter().flatten().map(|text| self.say(text)));
        }
        if !parts.is_empty() {
            page.text("LOCATION", &parts.join(", "));
        }
        if session.rooms == Rooms::All {
            page.text(extensions::ROOM, extensions::ALL);
        }
        for id in ids {
            let Some(name) = self.room(self.conference.room(*id)) else { continue };
            let key = self.alike.contains(id).then(|| self.uids.room(id.index(), name));
            page.text(&with_parameters(extensions::ROOM, &[(extensions::KEY, key.as_deref())]), name);
        }
    }

    /// Writes people and all texts.
    fn description(
        &self,
        session: &Session,
        people: &[(&str, &Participation)],
        planned: &Planned,
        page: &mut IcsWriter,
    ) {
        let names: Vec<String> = people.iter().map(|(name, one)| self.with_role(name, one)).collect();
        let names = Some(names.join(", ")).filter(|names| !names.is_empty());
        let prose = [&session.content_note, &session.summary, &session.description];
        let prose = prose.into_iter().flatten().map(|text| markup::plain(self.say(text)));
        let subtitle = session.subtitle.as_ref().map(|subtitle| self.say(subtitle).to_owned());
        let note = planned::note_paragraph(planned, self.options.words);
        let parts = names.into_iter().chain(subtitle).chain(prose).chain(note);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            page.text("DESCRIPTION", &parts.join("\n\n"));
        }
        if let Some(note) = planned.written_note() {
            page.text(extensions::NOTE, note);
        }
    }

    /// Returns a name with the role, unless that is speaker.
    fn with_role(&self, name: &str, one: &Participation) -> String {
        match &one.role {
            None | Some(Role::Speaker) => name.to_owned(),
            Some(Role::Other(word)) => format!("{name} ({word})"),
            Some(role) => {
                format!("{name} ({})", self.options.words.role(role))
            }
        }
    }

    fn links(&self, session: &Session, page: &mut IcsWriter) {
        for link in session.links.iter().filter(|link| is_openable(&link.url)) {
            let label = link.label.as_ref().map(|label| self.say(label));
            let parameters = [("LINKREL", Some("related")), ("VALUE", Some("URI")), ("LABEL", label)];
            page.property(&with_parameters("LINK", &parameters), &link.url);
        }
        for file in session.attachments.iter().filter(|file| is_openable(&file.url)) {
            let label = file.label.as_ref().map(|label| self.say(label));
            let kind = file.source_type.as_deref().filter(|kind| is_media_type(kind));
            page.property(&with_parameters("ATTACH", &[("FMTTYPE", kind), ("FILENAME", label)]), &file.url);
        }
    }

    fn room<'a>(&'a self, room: &'a Room) -> Option<&'a str> {
        self.name_or_id(room.name.as_ref(), room.id.as_ref())
    }

    fn track<'a>(&'a self, track: &'a Track) -> Option<&'a str> {
        self.name_or_id(track.name.as_ref(), track.id.as_ref())
    }

    fn person<'a>(&'a self, one: &'a Participation) -> Option<&'a str> {
        let person = self.conference.person(one.person);
        self.name_or_id(one.name.as_ref().or(person.name.as_ref()), person.id.as_ref())
    }

    fn name_or_id<'a>(
        &'a self,
        name: Option<&'a LocalizedText>,
        id: Option<&'a SafeText>,
    ) -> Option<&'a str> {
        name.map(|name| self.say(name)).or(id.map(SafeText::as_str)).filter(|name| !name.is_empty())
    }

    fn say<'a>(&'a self, texts: &'a LocalizedText) -> &'a str {
        texts.get(&self.options.reading)
    }
}

/// Writes the status in terms of iCalendar.
fn status(status: &Status, page: &mut IcsWriter) {
    let word = match status {
        Status::Confirmed => Some("CONFIRMED"),
        Status::Tentative => Some("TENTATIVE"),
        // A postponed session does not take place at this time.
        Status::Cancelled | Status::Postponed => Some("CANCELLED"),
        Status::Other(_) => None,
    };
    if let Some(word) = word {
        page.property("STATUS", word);
    }
    if matches!(status, Status::Postponed | Status::Other(_)) {
        page.text(extensions::STATUS, status.word());
    }
}

fn links(session: &Session, page: &mut IcsWriter) {
    let pages = [
        ("URL", &session.url),
        (extensions::SLIDES, &session.slides),
        (extensions::RECORDING, &session.recording),
        (extensions::STREAM, &session.stream),
        (extensions::FEEDBACK, &session.feedback),
    ];
    for (name, url) in pages {
        if let Some(url) = url.as_ref().filter(|url| is_openable(url)) {
            page.property(name, url);
        }
    }
}

/// True for `application/pdf`.
fn is_media_type(word: &str) -> bool {
    let is_name = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+.".contains(&byte))
    };
    word.split_once('/').is_some_and(|(kind, rest)| is_name(kind) && is_name(rest))
}
