//! Matching entities other than sessions between two editions.

use std::collections::HashMap;

use super::fingerprint::normalize;
use super::{About, Thing};
use crate::model::LanguagePreference;

/// The key by which two entities match: type, and id or name.
type Key<'a> = (About, Option<&'a str>, Option<String>);

/// The attribute to match by, strongest first.
#[derive(Clone, Copy)]
enum By {
    Guid,
    IdAndName,
    Name,
    Id,
}

/// Returns for each old entity its index among the new ones, and for each new entity if it was added. Entities are paired
/// one to one, strongest attributes first; the result is symmetric.
pub(super) fn same_things(
    old: &[Thing],
    new: &[Thing],
    reading: &LanguagePreference,
) -> (Vec<Option<usize>>, Vec<bool>) {
    let mut places = vec![None; old.len()];
    let mut is_new = vec![true; new.len()];
    for by in [By::Guid, By::IdAndName, By::Name, By::Id] {
        let mut by_key: HashMap<Key<'_>, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (place, thing) in old.iter().enumerate().filter(|(place, _)| places[*place].is_none()) {
            if let Some(key) = key(thing, by, reading) {
                by_key.entry(key).or_default().0.push(place);
            }
        }
        for (place, thing) in new.iter().enumerate().filter(|(place, _)| is_new[*place]) {
            if let Some(key) = key(thing, by, reading) {
                by_key.entry(key).or_default().1.push(place);
            }
        }
        for (old, new) in by_key.into_values() {
            for (old, new) in old.into_iter().zip(new) {
                places[old] = Some(new);
                is_new[new] = false;
            }
        }
    }
    (places, is_new)
}

fn key<'a>(thing: &'a Thing, by: By, reading: &LanguagePreference) -> Option<Key<'a>> {
    let name = || thing.name.as_ref().map(|name| normalize(name.get(reading)));
    let (id, name) = match by {
        By::Guid => (Some(thing.guid.as_deref()?), None),
        By::IdAndName => (Some(thing.id.as_deref()?), Some(name()?)),
        // There is one conference, even if it was renamed.
        By::Name if thing.about == About::Conference => (None, None),
        By::Name => (None, Some(name()?)),
        By::Id => (Some(thing.id.as_deref()?), None),
    };
    Some((thing.about, id, name))
}
