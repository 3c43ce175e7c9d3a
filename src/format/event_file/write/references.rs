//! [`ReferenceNames`]: what references to the things of one kind say, and which of them need a table.

use std::collections::{HashMap, HashSet};

use crate::format::event_file::references::ReferenceTable;
use crate::model::LocalizedText;
use crate::text::SafeText;

/// A room, track, person, tier or session, as far as others can name it.
pub(super) struct Referable<'a> {
    pub(super) id: Option<&'a SafeText>,
    pub(super) name: Option<&'a LocalizedText>,
    /// Whether its name is all that is known of it.
    pub(super) is_bare: bool,
}

/// Things as others can name them; `known` gives the id and the name of one, `bare` makes one that has only a name.
pub(super) fn things<T: PartialEq>(
    all: &[T],
    known: fn(&T) -> (&Option<SafeText>, &Option<LocalizedText>),
    bare: fn(Option<LocalizedText>) -> T,
) -> Vec<Referable<'_>> {
    let thing = |thing| {
        let (id, name) = known(thing);
        let is_plain = name.as_ref().is_some_and(|name| name.iter().all(|(lang, _)| lang.is_none()));
        Referable { id: id.as_ref(), name: name.as_ref(), is_bare: is_plain && *thing == bare(name.clone()) }
    };
    all.iter().map(thing).collect()
}

/// How the things of one kind are called.
pub(super) struct ReferenceNames {
    words: Vec<Option<SafeText>>,
    made: HashMap<usize, SafeText>,
    /// So many, from the first, have a table; the others are made of their names, where they are named first.
    pub(super) tables: usize,
}

/// In the place of a room this is everywhere.
const EVERYWHERE: &str = "*";

impl ReferenceNames {
    /// How things are called that can be named by an id or a name. `references` are their places in the order in which
    /// the reader meets them.
    pub(super) fn by_name(what: &'static str, things: &[Referable<'_>], references: &[usize]) -> Self {
        let tables = tables(what, things, references);
        let mut names = ReferenceTable::new(what);
        for (index, thing) in things[..tables].iter().enumerate() {
            names.declare(index, thing.id, thing.name);
        }
        Self::new(what, things, tables, &names, references)
    }

    /// How things are called that can be named by an id alone.
    pub(super) fn by_id(what: &'static str, things: &[Referable<'_>], references: &[usize]) -> Self {
        let mut names = ReferenceTable::new(what);
        for (index, thing) in things.iter().enumerate() {
            names.declare(index, thing.id, None);
        }
        Self::new(what, things, things.len(), &names, references)
    }

    fn new(
        what: &'static str,
        things: &[Referable<'_>],
        tables: usize,
        names: &ReferenceTable,
        references: &[usize],
    ) -> Self {
        let mut called = Self { words: vec![None; things.len()], made: HashMap::new(), tables };
        let mut ids =
            Ids { taken: things.iter().flat_map(words).cloned().collect(), numbers: HashMap::new() };
        for index in references {
            let Some(thing) = things.get(*index).filter(|_| called.words[*index].is_none()) else { continue };
            let words = || words(thing).filter(|word| can_name(what, word));
            let sure = words().find(|word| *index >= tables || names.candidates(word) == [*index]);
            let word = sure.or_else(|| words().find(|word| names.candidates(word).first() == Some(index)));
            called.words[*index] = Some(word.cloned().unwrap_or_else(|| {
                let id = ids.make(what, thing.name);
                called.made.insert(*index, id.clone());
                id
            }));
        }
        called
    }

    /// What a reference says.
    pub(super) fn word(&self, index: usize) -> Option<&SafeText> {
        self.words.get(index)?.as_ref()
    }

    /// The id of a thing: its own, unless it needs one that was made.
    pub(super) fn id<'a>(&'a self, index: usize, own: Option<&'a SafeText>) -> Option<&'a SafeText> {
        self.made.get(&index).or(own)
    }
}

/// Everything that may stand for a thing: its id, then its name in each language.
fn words<'a>(thing: &Referable<'a>) -> impl Iterator<Item = &'a SafeText> {
    thing.id.into_iter().chain(thing.name.into_iter().flat_map(LocalizedText::iter).map(|(_, name)| name))
}

/// Whether a word can stand where something is named.
fn can_name(what: &str, word: &SafeText) -> bool {
    let is_everywhere = what == "room" && &**word == EVERYWHERE;
    !word.trim().is_empty() && !is_everywhere
}

/// How many things need a table. The reader makes a thing of a name that no table declares, behind those that have one;
/// so all of them may do without, where they are named in their own order, by names that nobody else has.
fn tables(what: &'static str, things: &[Referable<'_>], references: &[usize]) -> usize {
    let mut first = vec![usize::MAX; things.len()];
    for (place, index) in references.iter().enumerate().rev() {
        if let Some(first) = first.get_mut(*index) {
            *first = place;
        }
    }
    let mut owners: HashMap<&SafeText, usize> = HashMap::new();
    for thing in things {
        for word in words(thing).collect::<HashSet<_>>() {
            *owners.entry(word).or_default() += 1;
        }
    }
    let may_do_without = |index: usize| {
        let thing = &things[index];
        let is_in_order = first[index] < first.get(index + 1).copied().unwrap_or(usize::MAX);
        let is_clear = |name: &SafeText| owners[name] == 1 && can_name(what, name);
        thing.is_bare && is_in_order && words(thing).all(is_clear)
    };
    let mut tables = things.len();
    while tables > 0 && may_do_without(tables - 1) {
        tables -= 1;
    }
    // Where some are declared, one that is not would be taken for a slip.
    if tables > 0 { things.len() } else { 0 }
}

/// Ids that are made, each another one.
struct Ids {
    taken: HashSet<SafeText>,
    /// The number that was tried last behind a word.
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// A name in small letters with hyphens, and a number where that is taken.
    fn make(&mut self, what: &str, name: Option<&LocalizedText>) -> SafeText {
        let name = name.and_then(|name| name.iter().next()).map(|(_, name)| name.to_lowercase());
        let name = name.unwrap_or_default();
        let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let slug = parts.collect::<Vec<_>>().join("-");
        let slug: String = if slug.is_empty() { what.to_owned() } else { slug.chars().take(60).collect() };
        let number = self.numbers.entry(slug.clone()).or_default();
        loop {
            *number += 1;
            let id = SafeText::line(&if *number == 1 { slug.clone() } else { format!("{slug}-{number}") });
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
