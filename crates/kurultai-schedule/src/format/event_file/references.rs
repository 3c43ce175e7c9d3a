//! Resolves references to people, rooms, tracks and tiers.

mod declared;
mod name_heuristics;

use std::collections::HashMap;

use self::declared::Declared;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};
use crate::model::{LocalizedText, Person, Room, Session, Tier, Track};
use crate::text::SafeText;

/// A name in the file that refers to another table.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) name: SafeText,
    pub(super) span: Span,
    /// True if the value may be a list: `["…", "…"]`.
    pub(super) is_listed: bool,
}

/// A record that can be referenced by its id or name.
pub(super) trait Entity: Default + PartialEq {
    /// The word for this kind of entity in diagnostics.
    const KIND: &'static str;
    fn id(&self) -> Option<&SafeText>;
    fn name(&self) -> Option<&LocalizedText>;
    fn with_name(name: LocalizedText) -> Self;
}

macro_rules! entities {
    ($($kind:literal $entity:ident.$name:ident;)+) => {$(
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
    )+};
}

entities! {
    "person" Person.name;
    "room" Room.name;
    "track" Track.name;
    "tier" Tier.name;
    "session" Session.title;
}

/// The entities of one kind, in the order of the file.
pub(super) struct Entities<T> {
    pub(super) all: Vec<T>,
    /// The spans of the declared entities, which come first.
    pub(super) spans: Vec<Span>,
    names: ReferenceTable,
}

impl<T: Entity> Entities<T> {
    pub(super) fn new() -> Self {
        Self { all: Vec::new(), spans: Vec::new(), names: ReferenceTable::new(T::KIND) }
    }

    pub(super) fn index_of_id(&self, id: &SafeText) -> Option<usize> {
        self.names.ids.get(id).copied()
    }

    /// Adds an entity that a table declares. Returns `false` if its id is taken; the first entity keeps the
    /// id.
    pub(super) fn declare(&mut self, entity: T, span: Span) -> bool {
        let is_free = self.names.declare(self.all.len(), entity.id(), entity.name());
        self.all.push(entity);
        self.spans.push(span);
        is_free
    }

    /// Returns the index of the referenced entity. Adds the entity if it is not declared.
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
