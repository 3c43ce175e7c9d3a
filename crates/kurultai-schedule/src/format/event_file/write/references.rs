//! [`ReferenceNames`]: the id or name with which references name each entity, and the entities that need a
//! table.

use std::collections::{HashMap, HashSet};

use crate::format::event_file::references::{Entity, ReferenceTable};
use crate::model::LocalizedText;
use crate::text::SafeText;

/// The ids and names with which entities of one kind are referenced.
pub(crate) struct ReferenceNames {
    words: Vec<Option<SafeText>>,
    made: HashMap<usize, SafeText>,
    /// The number of leading entities with a table. The reader creates the others from references.
    pub(super) tables: usize,
}

/// The reference to all rooms.
const EVERYWHERE: &str = "*";

impl ReferenceNames {
    /// Names entities by id or name. `references` are their indices in the order in which the reader
    /// encounters them.
    pub(super) fn by_name<T: Entity>(
        entities: &[T],
        references: impl IntoIterator<Item = impl Into<usize>>,
    ) -> Self {
        let references: Vec<usize> = references.into_iter().map(Into::into).collect();
        let tables = count_tables(entities, &references);
        let mut names = ReferenceTable::new(T::KIND);
        for (index, entity) in entities[..tables].iter().enumerate() {
            names.declare(index, entity.id(), entity.name());
        }
        Self::new(entities, tables, &names, &references)
    }

    /// Names entities by id only.
    pub(super) fn by_id<T: Entity>(
        entities: &[T],
        references: impl IntoIterator<Item = impl Into<usize>>,
    ) -> Self {
        let references: Vec<usize> = references.into_iter().map(Into::into).collect();
        let mut names = ReferenceTable::new(T::KIND);
        for (index, entity) in entities.iter().enumerate() {
            names.declare(index, entity.id(), None);
        }
        Self::new(entities, entities.len(), &names, &references)
    }

    fn new<T: Entity>(entities: &[T], tables: usize, names: &ReferenceTable, references: &[usize]) -> Self {
        let mut chosen = Self { words: vec![None; entities.len()], made: HashMap::new(), tables };
        let mut ids =
            Ids { taken: entities.iter().flat_map(words).cloned().collect(), numbers: HashMap::new() };
        for index in references {
            let Some(entity) = entities.get(*index).filter(|_| chosen.words[*index].is_none()) else {
                continue;
            };
            let words = || words(entity).filter(|word| is_name::<T>(word));
            let unique = words().find(|word| *index >= tables || names.candidates(word) == [*index]);
            let word = unique.or_else(|| words().find(|word| names.candidates(word).first() == Some(index)));
            chosen.words[*index] = Some(word.cloned().unwrap_or_else(|| {
                let id = ids.make(T::KIND, entity.name());
                chosen.made.insert(*index, id.clone());
                id
            }));
        }
        chosen
    }

    /// Returns the text of a reference.
    pub(super) fn word(&self, index: usize) -> Option<&SafeText> {
        self.words.get(index)?.as_ref()
    }

    /// Returns the id that was generated for an entity without a unique name.
    pub(super) fn made_id(&self, index: usize) -> Option<&SafeText> {
        self.made.get(&index)
    }
}

/// Returns all texts that may reference an entity: its id, then its name in each language.
fn words<T: Entity>(entity: &T) -> impl Iterator<Item = &SafeText> {
    entity
        .id()
        .into_iter()
        .chain(entity.name().into_iter().flat_map(LocalizedText::iter).map(|(_, name)| name))
}

fn is_name<T: Entity>(word: &SafeText) -> bool {
    let is_everywhere = T::KIND == "room" && &**word == EVERYWHERE;
    !word.trim().is_empty() && !is_everywhere
}

/// Returns the number of entities that need a table. The reader appends undeclared entities after the
/// declared ones, so the last entities need no table if they are referenced in their own order by unique
/// names.
fn count_tables<T: Entity>(entities: &[T], references: &[usize]) -> usize {
    let mut first = vec![usize::MAX; entities.len()];
    for (position, index) in references.iter().enumerate().rev() {
        if let Some(first) = first.get_mut(*index) {
            *first = position;
        }
    }
    let mut owners: HashMap<&SafeText, usize> = HashMap::new();
    for entity in entities {
        for word in words(entity).collect::<HashSet<_>>() {
            *owners.entry(word).or_default() += 1;
        }
    }
    let needs_none = |index: usize| {
        let entity = &entities[index];
        let is_in_order = first[index] < first.get(index + 1).copied().unwrap_or(usize::MAX);
        let is_unique = |name: &SafeText| owners[name] == 1 && is_name::<T>(name);
        is_only_name(entity) && is_in_order && words(entity).all(is_unique)
    };
    let tables = entities.len() - (0..entities.len()).rev().take_while(|index| needs_none(*index)).count();
    // Beside declared entities, the reader would report an undeclared one as a typo.
    if tables > 0 { entities.len() } else { 0 }
}

/// True if an entity has only a name, without a language.
fn is_only_name<T: Entity>(entity: &T) -> bool {
    entity.name().is_some_and(|name| {
        name.iter().all(|(lang, _)| lang.is_none()) && *entity == T::with_name(name.clone())
    })
}

/// Generates unique ids.
struct Ids {
    taken: HashSet<SafeText>,
    /// The last number tried for each word.
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// Generates an id: the name in lower case with hyphens, plus a number if that is taken.
    fn make(&mut self, kind: &str, name: Option<&LocalizedText>) -> SafeText {
        let name = name.and_then(|name| name.iter().next()).map(|(_, name)| name.to_lowercase());
        let name = name.unwrap_or_default();
        let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let slug = parts.collect::<Vec<_>>().join("-");
        let slug: String = if slug.is_empty() { kind.to_owned() } else { slug.chars().take(60).collect() };
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
