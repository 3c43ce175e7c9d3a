//! Resolves references to people, rooms, tracks and tiers.

mod declared;
mod name_heuristics;

use std::collections::HashMap;

use self::declared::Declared;
use super::session_times::{TimeContext, unknown_conference};
use super::write::{ReferenceNames, WriteContext};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};
use crate::model::{LocalizedText, Person, PersonId, Room, RoomId, Session, Tier, TierId, Track, TrackId};
use crate::text::SafeText;

/// A name in the file that refers to another table.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) name: SafeText,
    pub(super) span: Span,
    /// True if the value may be a list: `["…", "…"]`.
    pub(super) is_listed: bool,
}

/// The state shared by all tables while a file is read.
pub(super) struct ReadContext {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The file name without its extension: the title if the file has none.
    pub(super) file_stem: SafeText,
    pub(super) clock: TimeContext,
    pub(super) people: Entities<Person>,
    pub(super) rooms: Entities<Room>,
    pub(super) tracks: Entities<Track>,
    pub(super) tiers: Entities<Tier>,
    /// The references from the current session to other sessions, by key.
    pub(super) related: Vec<(&'static str, Reference)>,
}

impl ReadContext {
    pub(super) fn new(diagnostics: Vec<Diagnostic>, file_stem: SafeText) -> Self {
        Self {
            diagnostics,
            file_stem,
            clock: TimeContext::from(&unknown_conference()),
            people: Entities::new(),
            rooms: Entities::new(),
            tracks: Entities::new(),
            tiers: Entities::new(),
            related: Vec::new(),
        }
    }
}

/// A record that can be referenced by its id or name.
pub(super) trait Entity: Default + PartialEq {
    /// The word for this kind of entity in diagnostics.
    const KIND: &'static str;
    fn id(&self) -> Option<&SafeText>;
    fn name(&self) -> Option<&LocalizedText>;
    fn with_name(name: LocalizedText) -> Self;
}

/// The index of an entity in its list in the conference.
pub(super) trait EntityId: Copy + Into<usize> {
    type Entity: Entity;
    fn from_index(index: usize) -> Self;
    fn entities(context: &mut ReadContext) -> (&mut Entities<Self::Entity>, &mut Vec<Diagnostic>);
    fn names(context: &WriteContext) -> &ReferenceNames;
}

macro_rules! entities {
    ($($kind:literal $entity:ident.$name:ident $($id:ident in $list:ident)?;)+) => {$(
        impl Entity for $entity {
            const KIND: &'static str = $kind;

            fn id(&self) -> Option<&SafeText> {
                self.id.as_ref()
            }

            fn name(&self) -> Option<&LocalizedText> {
                self.$name.as_ref()
            }

            fn with_name(name: LocalizedText) -> Self {
                Self { $name: Some(name), ..Self::default() }
            }
        }

        $(impl EntityId for $id {
            type Entity = $entity;

            fn from_index(index: usize) -> Self {
                Self::new(index)
            }

            fn entities(context: &mut ReadContext) -> (&mut Entities<$entity>, &mut Vec<Diagnostic>) {
                (&mut context.$list, &mut context.diagnostics)
            }

            fn names(context: &WriteContext) -> &ReferenceNames {
                &context.$list
            }
        })?
    )+};
}

entities! {
    "person" Person.name PersonId in people;
    "room" Room.name RoomId in rooms;
    "track" Track.name TrackId in tracks;
    "tier" Tier.name TierId in tiers;
    "session" Session.title;
}

pub(super) struct Entities<T> {
    pub(super) all: Vec<T>,
    names: ReferenceTable,
}

impl<T: Entity> Entities<T> {
    fn new() -> Self {
        Self { all: Vec::new(), names: ReferenceTable::new(T::KIND) }
    }

    pub(super) fn index_of_id(&self, id: &SafeText) -> Option<usize> {
        self.names.ids.get(id).copied()
    }

    /// Adds an entity that a table declares. Returns `false` if its id is taken; the first entity keeps the
    /// id.
    pub(super) fn declare(&mut self, entity: T) -> bool {
        let is_free = self.names.declare(self.all.len(), entity.id(), entity.name());
        self.all.push(entity);
        is_free
    }

    /// Returns the index of the referenced entity. An undeclared one is added.
    pub(super) fn resolve(&mut self, reference: &Reference, diagnostics: &mut Vec<Diagnostic>) -> usize {
        match self.names.candidates(&reference.name) {
            [] => {}
            [index] => return *index,
            [index, others @ ..] => {
                let count = MessageArg::count(1 + others.len());
                diagnostics.push(self.names.diagnostic(Code::Ambiguous, reference).with("count", count));
                return *index;
            }
        }
        diagnostics.extend(self.names.diagnose(reference));
        let index = self.all.len();
        self.all.push(T::with_name(LocalizedText::untagged(reference.name.clone())));
        self.names.named.insert(reference.name.clone(), vec![index]);
        index
    }
}

/// The ids and names of the entities of one kind.
pub(super) struct ReferenceTable {
    /// The word for this kind of entity in diagnostics.
    kind: &'static str,
    ids: HashMap<SafeText, usize>,
    named: HashMap<SafeText, Vec<usize>>,
    /// The declared names, the only ones to suggest.
    declared: Declared,
}

impl ReferenceTable {
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, ids: HashMap::new(), named: HashMap::new(), declared: Declared::default() }
    }

    /// Adds the id and name of the entity at `index`. Returns `false` if its id is taken; the first entity
    /// keeps the id.
    pub(super) fn declare(
        &mut self,
        index: usize,
        id: Option<&SafeText>,
        name: Option<&LocalizedText>,
    ) -> bool {
        let mut is_free = true;
        if let Some(id) = id {
            self.declared.add(id);
            is_free = *self.ids.entry(id.clone()).or_insert(index) == index;
        }
        for (_, name) in name.into_iter().flat_map(LocalizedText::iter) {
            self.declared.add(name);
            let known = self.named.entry(name.clone()).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
        is_free
    }

    /// Returns the entity with this id, or else all entities with this name in any language.
    pub(super) fn candidates(&self, name: &SafeText) -> &[usize] {
        let named = || self.named.get(name).map_or(&[][..], Vec::as_slice);
        self.ids.get(name).map_or_else(named, std::slice::from_ref)
    }

    /// Returns a diagnostic if this undeclared name is suspicious.
    fn diagnose(&mut self, reference: &Reference) -> Option<Diagnostic> {
        let name = &reference.name;
        if name_heuristics::is_placeholder(name) {
            return Some(self.diagnostic(Code::Placeholder, reference));
        }
        let is_person = self.kind == Person::KIND;
        self.declared.prepare();
        let nearest = self.declared.nearest(name);
        if let Some(nearest) = nearest.or_else(|| self.declared.same_person(name).filter(|_| is_person)) {
            return Some(self.diagnostic(Code::NearName, reference).meant(Some(nearest)));
        }
        if is_person {
            let people = self.declared.several_people(name)?;
            let people = people.iter().map(|name| format!("\"{}\"", name.replace('"', "\\\"")));
            let replacement = if reference.is_listed {
                format!("[{}]", people.collect::<Vec<_>>().join(", "))
            } else {
                people.map(|name| format!("{{ person = {name} }}")).collect::<Vec<_>>().join(", ")
            };
            return Some(self.diagnostic(Code::SeveralNames, reference).replacement(&replacement));
        }
        if self.kind == Room::KIND && name_heuristics::is_everywhere(name) {
            return Some(self.diagnostic(Code::AllRooms, reference).replacement("room = \"*\""));
        }
        (!self.declared.is_empty()).then(|| self.diagnostic(Code::UndeclaredName, reference))
    }

    fn diagnostic(&self, code: Code, reference: &Reference) -> Diagnostic {
        Diagnostic::new(code, reference.span)
            .with("what", MessageArg::Word(self.kind))
            .with("name", MessageArg::from(&reference.name))
    }
}
