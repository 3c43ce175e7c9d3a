//! Matching entities other than sessions between two editions.

use super::fingerprint::normalize;
use super::pairing::{Pairing, Pairs};
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
    let mut pairs = Pairs::new(old, new);
    for by in [By::Guid, By::IdAndName, By::Name, By::Id] {
        pairs.round(Pairing::InOrder, &|_, _| true, |thing| key(thing, by, reading));
    }
    (pairs.to_new, pairs.is_taken.into_iter().map(|is_taken| !is_taken).collect())
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
