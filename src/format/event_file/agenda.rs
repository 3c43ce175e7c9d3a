//! `[[agenda]]`: the sessions.

use std::collections::{BTreeMap, HashSet};

use super::keys;
use super::people::{People, duplicate_id};
use super::references::ReferenceTable;
use super::session_times::{TimeContext, times};
use super::spanned::Table;
use super::table_reader::{Reference, TableReader, TextOrTable};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span, closest_match};
use crate::format::media;
use crate::format::time::name_doubts;
use crate::model::{
    Attachment, Kind, LanguagePreference, LocalizedText, Participation, Role, Room, RoomId, Rooms, Session,
    SessionId, Status, Track, TrackId,
};
use crate::text::SafeText;

/// Everything that sessions name.
pub(super) struct Agenda<'a> {
    pub(super) clock: TimeContext,
    /// The language in which sessions are called in diagnostics.
    pub(super) reading: LanguagePreference,
    pub(super) people: &'a mut People,
    pub(super) rooms: &'a mut Vec<Room>,
    pub(super) room_names: &'a mut ReferenceTable,
    pub(super) tracks: &'a mut Vec<Track>,
    pub(super) track_names: &'a mut ReferenceTable,
}

/// A person, their role, and the name by which a session writes them.
type Part = (Reference, Option<Role>, Option<LocalizedText>);

/// What a session says of another one, until all are read.
struct Relations {
    part_of: Option<Reference>,
    same_as: Option<Reference>,
}

impl Agenda<'_> {
    /// Reads the sessions, in the order of the file.
    pub(super) fn read(
        &mut self,
        tables: &[(&'static str, &Table)],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Session> {
        let mut sessions = Vec::with_capacity(tables.len());
        let mut relations = Vec::with_capacity(tables.len());
        // In order, so that of two ids that are as near the same one is always meant.
        let mut ids = BTreeMap::new();
        for (name, table) in tables {
            let before = diagnostics.len();
            let mut fields = TableReader::new(table, name, keys::AGENDA, diagnostics);
            let mut session = read_session(&mut fields, &self.clock);
            relations.push(Relations {
                part_of: fields.reference("part_of"),
                same_as: fields.reference("same_as"),
            });
            if let Some(id) = &session.id {
                let index = sessions.len();
                if *ids.entry(id.clone()).or_insert(index) != index {
                    duplicate_id(&mut fields, Some(id));
                }
            }
            let rooms = fields.references("room");
            let track = fields.reference("track");
            let people = participants(&mut fields);
            session.has_mistakes = fields.has_mistakes();
            name_doubts(diagnostics.get_mut(before..).unwrap_or_default(), &session, &self.reading);
            self.resolve(&mut session, &rooms, track, people, diagnostics);
            sessions.push(session);
        }
        link_sessions(&mut sessions, &relations, &ids, diagnostics);
        sessions
    }

    fn resolve(
        &mut self,
        session: &mut Session,
        rooms: &[Reference],
        track: Option<Reference>,
        people: Vec<Part>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        session.rooms = if rooms.iter().any(|room| &*room.name == "*") {
            Rooms::All
        } else {
            let mut ids: Vec<RoomId> = rooms.iter().map(|room| self.room(room, diagnostics)).collect();
            let mut seen = HashSet::new();
            ids.retain(|id| seen.insert(*id));
            Rooms::In(ids)
        };
        session.track = track.map(|track| {
            let tracks = &mut *self.tracks;
            TrackId::new(self.track_names.resolve(&track, diagnostics, |name| {
                tracks.push(Track { name: Some(LocalizedText::untagged(name.clone())), ..Track::default() });
                tracks.len() - 1
            }))
        });
        let mut known = HashSet::new();
        for (reference, role, name) in people {
            let participation =
                Participation { person: self.people.resolve(&reference, diagnostics), role, name };
            if known.insert(participation.clone()) {
                session.people.push(participation);
            }
        }
    }

    fn room(&mut self, reference: &Reference, diagnostics: &mut Vec<Diagnostic>) -> RoomId {
        let rooms = &mut *self.rooms;
        RoomId::new(self.room_names.resolve(reference, diagnostics, |name| {
            rooms.push(Room { name: Some(LocalizedText::untagged(name.clone())), ..Room::default() });
            rooms.len() - 1
        }))
    }
}

fn read_session(fields: &mut TableReader<'_, '_>, clock: &TimeContext) -> Session {
    let mut session = Session {
        id: fields.text("id"),
        guid: fields.text("guid"),
        title: fields.required_text("title", false),
        subtitle: fields.texts("subtitle"),
        kind: fields.open_enum_value("kind", Kind::KNOWN).map(|word| Kind::from_word(&word)),
        source_type: fields.texts("type"),
        status: fields.open_enum_value("status", Status::KNOWN).map(|word| Status::from_word(&word)),
        attendance: fields.attendance("attendance"),
        times: times(fields, clock),
        languages: fields.lang_list("languages"),
        level: fields.texts("level"),
        tags: fields.texts_list("tags"),
        summary: fields.prose("abstract"),
        description: fields.prose("description"),
        content_note: fields.prose("content_note"),
        url: fields.url("url"),
        slides: fields.url("slides"),
        recording: fields.url("recording"),
        stream: fields.url("stream"),
        feedback: fields.url("feedback"),
        links: fields.links("links"),
        attachments: attachments(fields),
        recording_license: fields.text("recording_license"),
        do_not_record: fields.flag("do_not_record"),
        ..Session::default()
    };
    media::classify(&mut session);
    session
}

fn attachments(fields: &mut TableReader<'_, '_>) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for table in fields.tables("attachments") {
        let mut inner = fields.inner(table, "attachments", keys::ATTACHMENT);
        let (label, source_type) = (inner.texts("label"), inner.text("type"));
        attachments.extend(inner.needed_url().map(|url| Attachment { label, url, source_type }));
    }
    attachments
}

/// Speakers first, then the people with roles of their own; a name alone among those has no role that is known.
fn participants(fields: &mut TableReader<'_, '_>) -> Vec<Part> {
    let mut people: Vec<_> = fields
        .references("speakers")
        .into_iter()
        .map(|speaker| (speaker, Some(Role::Speaker), None))
        .collect();
    for entry in fields.texts_or_tables("people", "participations") {
        let table = match entry {
            TextOrTable::Text(value) => {
                let person = fields.reference_of("people", value);
                people.extend(person.map(|person| (Reference { is_listed: true, ..person }, None, None)));
                continue;
            }
            TextOrTable::Table(table) => table,
        };
        let mut inner = fields.inner(table, "participation", keys::PARTICIPATION);
        let role = inner.open_enum_value("role", Role::KNOWN).map(|word| Role::from_word(&word));
        let name = inner.texts("written");
        if inner.table.get("person").is_none() {
            inner.missing("person");
        }
        people.extend(inner.reference("person").map(|person| (person, role, name)));
    }
    people
}

/// Finds the sessions that `part_of` and `same_as` name. A part of itself, over however many others, is none.
fn link_sessions(
    sessions: &mut [Session],
    relations: &[Relations],
    ids: &BTreeMap<SafeText, usize>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut unknown = 0;
    let mut find = |reference: &Option<Reference>, key: &'static str| {
        let reference = reference.as_ref()?;
        let found = ids.get(&reference.name).copied();
        if found.is_none() {
            unknown += 1;
            // The first few are worth a look at every id; who has more has another problem.
            let known = ids.keys().map(|id| &**id).filter(|_| unknown <= 20);
            let meant = closest_match(&reference.name, known);
            let diagnostic = Diagnostic::new(Code::UnknownSession, reference.span)
                .with("key", MessageArg::Word(key))
                .with("id", MessageArg::from(&reference.name));
            diagnostics.push(diagnostic.meant(meant));
        }
        found
    };
    for (session, relation) in sessions.iter_mut().zip(relations) {
        session.part_of = find(&relation.part_of, "part_of").map(SessionId::new);
        session.same_as = find(&relation.same_as, "same_as").map(SessionId::new);
        session.has_mistakes |= relation.part_of.is_some() != session.part_of.is_some();
        session.has_mistakes |= relation.same_as.is_some() != session.same_as.is_some();
    }
    for (key, next) in cycles(sessions) {
        let relation = &relations[next];
        let (reference, relation) = match key {
            "part_of" => (&relation.part_of, &mut sessions[next].part_of),
            _ => (&relation.same_as, &mut sessions[next].same_as),
        };
        *relation = None;
        sessions[next].has_mistakes = true;
        let span = reference.as_ref().map_or_else(Span::default, |reference| reference.span);
        diagnostics.push(Diagnostic::new(Code::CircularSession, span).with("key", MessageArg::Word(key)));
    }
}

/// The sessions that close a circle, each with the key that does.
pub(super) fn cycles(sessions: &[Session]) -> Vec<(&'static str, usize)> {
    let part_of = cycle_edges(sessions.len(), |index| sessions[index].part_of);
    let same_as = cycle_edges(sessions.len(), |index| sessions[index].same_as);
    let named = |key: &'static str, indices: Vec<usize>| indices.into_iter().map(move |index| (key, index));
    named("part_of", part_of).chain(named("same_as", same_as)).collect()
}

/// The indices whose `next` closes a circle; each index is walked over once.
fn cycle_edges(len: usize, next: impl Fn(usize) -> Option<SessionId>) -> Vec<usize> {
    let mut walk_of = vec![usize::MAX; len];
    let mut closing = Vec::new();
    for start in 0..len {
        let mut at = start;
        while walk_of[at] == usize::MAX {
            walk_of[at] = start;
            let Some(id) = next(at) else { break };
            if walk_of[id.index()] == start {
                closing.push(at);
            }
            at = id.index();
        }
    }
    closing
}
