//! [`Names`]: which thing a name in the file means.

use std::collections::HashMap;

use super::fields::Reference;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::locale::Value;
use crate::model::Texts;
use crate::text::Clean;

/// The ids and names of the rooms, tracks, people or tiers of a file.
pub(super) struct Names {
    /// What sentences call one of them.
    what: &'static str,
    ids: HashMap<Clean, usize>,
    named: HashMap<Clean, Vec<usize>>,
    /// What a table declares: only these are worth a "did you mean".
    declared: Vec<Clean>,
}

impl Names {
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, ids: HashMap::new(), named: HashMap::new(), declared: Vec::new() }
    }

    /// Declares the thing at `index`. `false` if its id is taken: then the id stays with the first.
    pub(super) fn declare(&mut self, index: usize, id: Option<&Clean>, name: Option<&Texts>) -> bool {
        let mut is_free = true;
        if let Some(id) = id {
            self.declared.push(id.clone());
            is_free = *self.ids.entry(id.clone()).or_insert(index) == index;
        }
        for (_, name) in name.into_iter().flat_map(Texts::iter) {
            self.declared.push(name.clone());
            let known = self.named.entry(name.clone()).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
        is_free
    }

    /// The thing with this id.
    pub(super) fn by_id(&self, id: &Clean) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The thing that a name means: the one with this id, else the first with this name in any language. What no table
    /// declares is made by `make`, and known from then on.
    pub(super) fn resolve(
        &mut self,
        reference: &Reference,
        findings: &mut Vec<Diagnostic>,
        make: impl FnOnce(&Clean) -> usize,
    ) -> usize {
        if let Some(index) = self.ids.get(&reference.name) {
            return *index;
        }
        if let Some(known) = self.named.get(&reference.name) {
            if known.len() > 1 {
                findings
                    .push(self.finding(Code::Ambiguous, reference).with("count", Value::count(known.len())));
            }
            return known[0];
        }
        let near = nearest_declared(&reference.name, &self.declared);
        if let Some(meant) = near {
            findings.push(self.finding(Code::NearName, reference).meant(Some(meant)));
        }
        let index = make(&reference.name);
        self.named.insert(reference.name.clone(), vec![index]);
        index
    }

    fn finding(&self, code: Code, reference: &Reference) -> Diagnostic {
        Diagnostic::new(code, reference.span)
            .with("what", Value::Word(self.what))
            .with("name", Value::from(&reference.name))
    }
}

/// A declared name one edit away; capitals count as none.
fn nearest_declared<'a>(name: &Clean, declared: &'a [Clean]) -> Option<&'a str> {
    let lower = name.to_lowercase();
    // Of names of one or two letters every other one is a letter away: "A1", "A2".
    let allowed = usize::from(name.chars().count() > 2);
    let is_near = |known: &&Clean| {
        known.len().abs_diff(name.len()) <= 4
            && strsim::osa_distance(&known.to_lowercase(), &lower) <= allowed
    };
    // Long names differ in more than one letter when they are slips, too.
    declared.iter().find(is_near).map(|known| &**known).or_else(|| {
        let long = declared.iter().map(|known| &**known).filter(|known| known.len() > 8);
        nearest(name, long).filter(|_| name.chars().count() > 12)
    })
}
