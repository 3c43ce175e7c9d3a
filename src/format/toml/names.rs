//! [`Names`]: which thing a name in the file means.

mod doubts;

use std::collections::HashMap;

use super::fields::Reference;
use crate::diagnostic::{Code, Diagnostic};
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

    /// All that a name may mean, what it does mean first: the thing with this id, else those with this name.
    pub(super) fn meant(&self, name: &Clean) -> &[usize] {
        let named = || self.named.get(name).map_or(&[][..], Vec::as_slice);
        self.ids.get(name).map_or_else(named, std::slice::from_ref)
    }

    /// The thing that a name means: the one with this id, else the first with this name in any language. What no table
    /// declares is made by `make`, and known from then on.
    pub(super) fn resolve(
        &mut self,
        reference: &Reference,
        findings: &mut Vec<Diagnostic>,
        make: impl FnOnce(&Clean) -> usize,
    ) -> usize {
        match self.meant(&reference.name) {
            [] => {}
            [index] => return *index,
            [index, others @ ..] => {
                let count = Value::count(1 + others.len());
                findings.push(self.finding(Code::Ambiguous, reference).with("count", count));
                return *index;
            }
        }
        findings.extend(self.doubt(reference));
        let index = make(&reference.name);
        self.named.insert(reference.name.clone(), vec![index]);
        index
    }

    /// What is odd about a name that no table declares, if anything is.
    fn doubt(&self, reference: &Reference) -> Option<Diagnostic> {
        let name = &reference.name;
        if doubts::is_placeholder(name) {
            return Some(self.finding(Code::Placeholder, reference));
        }
        if let Some(meant) = nearest_declared(name, &self.declared) {
            return Some(self.finding(Code::NearName, reference).meant(Some(meant)));
        }
        if self.what == "person" {
            if let Some(meant) = doubts::same_human(name, &self.declared) {
                return Some(self.finding(Code::NearName, reference).meant(Some(meant)));
            }
            let several = doubts::several_humans(name, &self.declared)?;
            let several = several.iter().map(|name| format!("\"{}\"", name.replace('"', "\\\"")));
            let write = if reference.is_listed {
                format!("[{}]", several.collect::<Vec<_>>().join(", "))
            } else {
                several.map(|name| format!("{{ person = {name} }}")).collect::<Vec<_>>().join(", ")
            };
            return Some(self.finding(Code::SeveralNames, reference).write(&write));
        }
        if self.what == "room" && doubts::is_everywhere(name) {
            return Some(self.finding(Code::AllRooms, reference).write("room = \"*\""));
        }
        (!self.declared.is_empty()).then(|| self.finding(Code::UndeclaredName, reference))
    }

    fn finding(&self, code: Code, reference: &Reference) -> Diagnostic {
        Diagnostic::new(code, reference.span)
            .with("what", Value::Word(self.what))
            .with("name", Value::from(&reference.name))
    }
}

/// A declared name one edit away; capitals count as none. Names that differ in a digit are meant to: "Hall 1", "Hall 2".
fn nearest_declared<'a>(name: &Clean, declared: &'a [Clean]) -> Option<&'a str> {
    let letters = |text: &str| text.to_lowercase().chars().collect::<Vec<char>>();
    let written = letters(name);
    // Of names of one or two letters every other one is a letter away: "A1", "A2".
    let is_long = written.len() > 2;
    let is_near = |known: &&Clean| {
        if known.len().abs_diff(name.len()) > 4 {
            return false;
        }
        let known = letters(known);
        known == written || (is_long && is_one_edit(&known, &written))
    };
    declared.iter().find(is_near).map(|known| &**known)
}

/// Whether two words differ in one letter that is another, is missing, or has changed places with its neighbour.
fn is_one_edit(one: &[char], two: &[char]) -> bool {
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    let is_digit = |letters: &[char]| letters.first().is_some_and(char::is_ascii_digit);
    if is_digit(short) || is_digit(long) {
        return false;
    }
    match (short, long) {
        ([_, short @ ..], [_, long @ ..]) if short == long => true,
        ([a, b, short @ ..], [c, d, long @ ..]) if a == d && b == c && short == long => true,
        (short, [_, long @ ..]) => short == long,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_a_slip_of_a_finger() {
        let near = |one: &str, two: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let (one, two) = (letters(one), letters(two));
            assert_eq!(is_one_edit(&one, &two), is_one_edit(&two, &one));
            is_one_edit(&one, &two)
        };
        for (one, two) in
            [("janson", "jansen"), ("айжан", "айжна"), ("rust", "rus"), ("rust", "trust"), ("rust", "ruust")]
        {
            assert!(near(one, two), "{one} {two}");
        }
        for (one, two) in
            [("rust", "rust"), ("hall 1", "hall 2"), ("rust", "rost!"), ("ab", "cd"), ("abcd", "badc")]
        {
            assert!(!near(one, two), "{one} {two}");
        }
    }
}
