//! Matches entities other than sessions between two editions of a schedule.

use std::collections::HashMap;

use super::fingerprint::normalize;
use super::{About, Thing};
use crate::model::LanguagePreference;

/// The key by which two entities match: their kind, and an id or a name.
type Key<'a> = (About, Option<&'a str>, Option<String>);

/// By what things are found, the strongest first.
#[derive(Clone, Copy)]
enum By {
    Guid,
    IdAndName,
    Name,
    Id,
}

/// For each thing of a former edition its place in the new one, and for each of the new edition whether it was not there. Each
/// thing is taken once, those that share the strongest names first; so it is the same the other way round.
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
        // There is one conference, whatever it is called.
        By::Name if thing.about == About::Conference => (None, None),
        By::Name => (None, Some(name()?)),
        By::Id => (Some(thing.id.as_deref()?), None),
    };
    Some((thing.about, id, name))
}
