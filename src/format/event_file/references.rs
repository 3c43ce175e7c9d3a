//! [`Names`]: which thing a name in the file means.

mod declared;
mod name_heuristics;

use std::collections::HashMap;

use self::declared::Declared;
use super::table_reader::Reference;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::LocalizedText;
use crate::text::SafeText;

/// The ids and names of the rooms, tracks, people or tiers of a file.
pub(super) struct ReferenceTable {
    /// What sentences call one of them.
    what: &'static str,
    ids: HashMap<SafeText, usize>,
    named: HashMap<SafeText, Vec<usize>>,
    /// What a table declares: only these are worth a "did you mean".
    declared: Declared,
}

impl ReferenceTable {
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, ids: HashMap::new(), named: HashMap::new(), declared: Declared::default() }
    }

    /// Declares the thing at `index`. `false` if its id is taken: then the id stays with the first.
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

    /// The thing with this id.
    pub(super) fn by_id(&self, id: &SafeText) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// All that a name may mean, what it does mean first: the thing with this id, else those with this name.
    pub(super) fn candidates(&self, name: &SafeText) -> &[usize] {
        let named = || self.named.get(name).map_or(&[][..], Vec::as_slice);
        self.ids.get(name).map_or_else(named, std::slice::from_ref)
    }

    /// The thing that a name means: the one with this id, else the first with this name in any language. What no table
    /// declares is made by `make`, and known from then on.
    pub(super) fn resolve(
        &mut self,
        reference: &Reference,
        diagnostics: &mut Vec<Diagnostic>,
        make: impl FnOnce(&SafeText) -> usize,
    ) -> usize {
        match self.candidates(&reference.name) {
            [] => {}
            [index] => return *index,
            [index, others @ ..] => {
                let count = MessageArg::count(1 + others.len());
                diagnostics.push(self.diagnostic(Code::Ambiguous, reference).with("count", count));
                return *index;
            }
        }
        diagnostics.extend(self.diagnose(reference));
        let index = make(&reference.name);
        self.named.insert(reference.name.clone(), vec![index]);
        index
    }

    /// What is odd about a name that no table declares, if anything is.
    fn diagnose(&mut self, reference: &Reference) -> Option<Diagnostic> {
        let name = &reference.name;
        if name_heuristics::is_placeholder(name) {
            return Some(self.diagnostic(Code::Placeholder, reference));
        }
        let is_person = self.what == "person";
        self.declared.look();
        let near = self.declared.nearest(name);
        if let Some(meant) = near.or_else(|| self.declared.same_person(name).filter(|_| is_person)) {
            return Some(self.diagnostic(Code::NearName, reference).meant(Some(meant)));
        }
        if is_person {
            let several = self.declared.several_people(name)?;
            let several = several.iter().map(|name| format!("\"{}\"", name.replace('"', "\\\"")));
            let write = if reference.is_listed {
                format!("[{}]", several.collect::<Vec<_>>().join(", "))
            } else {
                several.map(|name| format!("{{ person = {name} }}")).collect::<Vec<_>>().join(", ")
            };
            return Some(self.diagnostic(Code::SeveralNames, reference).replacement(&write));
        }
        if self.what == "room" && name_heuristics::is_everywhere(name) {
            return Some(self.diagnostic(Code::AllRooms, reference).replacement("room = \"*\""));
        }
        (!self.declared.is_empty()).then(|| self.diagnostic(Code::UndeclaredName, reference))
    }

    fn diagnostic(&self, code: Code, reference: &Reference) -> Diagnostic {
        Diagnostic::new(code, reference.span)
            .with("what", MessageArg::Word(self.what))
            .with("name", MessageArg::from(&reference.name))
    }
}
