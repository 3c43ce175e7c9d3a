//! Identifies people in a published schedule: [`Keys`] of one entry, and [`People`], everyone seen so far.
//!
//! A person is identified by a key and a name. The key is the guid, else the code, else the id. The same key
//! with a different name is another person, because accounts submit sessions for others and merged files mix
//! ids of several sources. Without a key, the name identifies the person.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::names::{initials, is_variant, weight};
use crate::model::{Conference, LocalizedText, Participation, Person, PersonId, Role};
use crate::text::{SafeText, fold};

/// The number of people with one key and the same initials, and of spellings of one name, to compare.
const MAX_COMPARED: usize = 40;
/// The number of name comparisons in one file. Beyond it, a different spelling is a different person.
const MAX_COMPARISONS: usize = 50_000;
/// The index of the guid in [`Keys`].
const GUID: usize = 0;
/// Words for a missing value.
const NO_VALUE: [&str; 4] = ["null", "none", "undefined", "nan"];

/// The keys that identify a person, the most reliable first.
#[derive(Debug, Clone, Default)]
pub(in crate::format) struct Keys([Option<SafeText>; 3]);

impl Keys {
    /// Keeps the keys that are valid: not 0, negative or empty.
    pub(in crate::format) fn new(
        guid: Option<SafeText>,
        code: Option<SafeText>,
        id: Option<SafeText>,
    ) -> Self {
        Self([guid, code, id].map(|key| key.filter(|key| is_key(key))))
    }

    /// Creates keys from an id alone.
    pub(in crate::format) fn id(id: Option<SafeText>) -> Self {
        Self::new(None, None, id)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &SafeText)> {
        self.0.iter().enumerate().filter_map(|(kind, key)| Some((kind, key.as_ref()?)))
    }

    /// True if the most reliable key that both have is the same.
    fn agree(&self, other: &Self) -> bool {
        let both = self.0.iter().zip(&other.0).find_map(|(one, two)| Some((one.as_ref()?, two.as_ref()?)));
        both.is_some_and(|(one, two)| one == two)
    }

    fn add(&mut self, other: &Self) {
        for (key, other) in self.0.iter_mut().zip(&other.0) {
            if key.is_none() {
                key.clone_from(other);
            }
        }
    }
}

/// True if a value can identify a person. 0, negative numbers and empty guids are placeholders.
pub(in crate::format) fn is_key(key: &str) -> bool {
    let key = key.trim();
    let is_nothing = key.chars().all(|c| matches!(c, '0' | '-' | '.'));
    let is_negative = key.parse::<f64>().is_ok_and(|number| number <= 0.0);
    !is_nothing && !is_negative && !NO_VALUE.iter().any(|word| key.eq_ignore_ascii_case(word))
}

/// A person known so far.
#[derive(Debug, Default)]
struct Known {
    keys: Keys,
    /// All spellings of the name, in order of occurrence.
    names: Vec<LocalizedText>,
}

/// The people seen so far, in the order of [`Conference::people`].
#[derive(Debug, Default)]
pub(super) struct People {
    known: Vec<Known>,
    /// By key and folded name.
    by_name: HashMap<(usize, SafeText, String), PersonId>,
    /// By key and initials.
    by_initials: HashMap<(usize, SafeText, String), Vec<PersonId>>,
    /// By key.
    pub(super) by_key: HashMap<(usize, SafeText), Vec<PersonId>>,
    /// By name, for people without a key.
    by_name_alone: HashMap<SafeText, PersonId>,
    /// By the reference in a speaker list, even if it is not a valid key.
    pub(super) by_word: HashMap<SafeText, Vec<PersonId>>,
    /// People in a list of speakers.
    pub(super) speakers: HashSet<PersonId>,
    comparisons: usize,
}

/// The result of resolving a reference to a person.
pub(in crate::format) enum SpeakerReference {
    /// The only person with this reference.
    Found(PersonId),
    /// Several people share the reference.
    Ambiguous,
    /// The file does not describe this person.
    Unknown,
}

impl People {
    /// Finds the person with these keys and this name.
    pub(super) fn find(&mut self, keys: &Keys, name: Option<&LocalizedText>) -> Option<PersonId> {
        if keys.is_empty() {
            return name?.iter().find_map(|(_, name)| self.by_name_alone.get(name).copied());
        }
        let Some(name) = name else {
            // Without a name, a key shared by several people is ambiguous.
            return keys.all().find_map(|(kind, key)| {
                let with_key = self.by_key.get(&(kind, key.clone()))?;
                if let [only] = with_key[..] { self.agrees(only, keys).then_some(only) } else { None }
            });
        };
        keys.all().find_map(|(kind, key)| {
            let exact = name
                .iter()
                .find_map(|(_, text)| self.by_name.get(&(kind, key.clone(), fold(text.trim()))).copied());
            let alike = name
                .iter()
                .filter_map(|(_, text)| self.by_initials.get(&(kind, key.clone(), initials(text))));
            let alike = alike.flat_map(|alike| alike.iter().take(MAX_COMPARED).copied());
            let candidates: Vec<PersonId> = exact.into_iter().chain(alike).collect();
            let called =
                candidates.into_iter().find(|id| self.agrees(*id, keys) && self.is_called(*id, name));
            called.or_else(|| {
                // The person was known only by the key.
                let [only] = self.by_key.get(&(kind, key.clone()))?[..] else { return None };
                let is_nameless = self.known[only.index()].names.is_empty();
                (is_nameless && self.agrees(only, keys)).then_some(only)
            })
        })
    }

    /// Finds the person with this guid, regardless of the name.
    pub(super) fn with_guid(&self, keys: &Keys) -> Option<PersonId> {
        let guid = keys.0[GUID].clone()?;
        self.by_key.get(&(GUID, guid))?.first().copied()
    }

    fn agrees(&self, id: PersonId, keys: &Keys) -> bool {
        self.known[id.index()].keys.agree(keys)
    }

    /// True if all spellings so far are variants of this name.
    fn is_called(&mut self, id: PersonId, name: &LocalizedText) -> bool {
        let names = &self.known[id.index()].names;
        if names.contains(name) {
            return true;
        }
        self.comparisons += names.len();
        self.comparisons <= MAX_COMPARISONS
            && names.len() < MAX_COMPARED
            && names.iter().all(|known| is_variant_in_any(known, name))
    }

    /// Adds keys and a name to a person.
    pub(super) fn record(&mut self, id: PersonId, keys: &Keys, name: Option<&LocalizedText>) {
        if self.known.len() <= id.index() {
            self.known.resize_with(id.index() + 1, Known::default);
        }
        let known = &mut self.known[id.index()];
        known.keys.add(keys);
        if let Some(name) = name.filter(|name| !known.names.contains(name)) {
            known.names.push(name.clone());
        }
        let keys = known.keys.clone();
        for (kind, key) in keys.all() {
            push(self.by_key.entry((kind, key.clone())).or_default(), id);
            for (_, text) in name.into_iter().flat_map(LocalizedText::iter) {
                self.by_name.entry((kind, key.clone(), fold(text.trim()))).or_insert(id);
                push(self.by_initials.entry((kind, key.clone(), initials(text))).or_default(), id);
            }
        }
        if keys.is_empty() {
            for (_, text) in name.into_iter().flat_map(LocalizedText::iter) {
                self.by_name_alone.entry(text.clone()).or_insert(id);
            }
        }
    }
}

pub(super) fn push(list: &mut Vec<PersonId>, id: PersonId) {
    if list.last() != Some(&id) && !list.iter().take(MAX_COMPARED).any(|known| *known == id) {
        list.push(id);
    }
}

/// True if the names are variants in each language that both have, or in any if they share none.
fn is_variant_in_any(one: &LocalizedText, two: &LocalizedText) -> bool {
    let pairs = || one.iter().flat_map(|one| two.iter().map(move |two| (one, two)));
    let is_common = |((one, _), (two, _)): &((Option<_>, _), (Option<_>, _))| one == two;
    let mut common = pairs().filter(is_common).peekable();
    if common.peek().is_some() {
        common.all(|((_, one), (_, two))| is_variant(one, two))
    } else {
        pairs().any(|((_, one), (_, two))| is_variant(one, two))
    }
}

/// True if a name adds nothing to the person's main name.
fn is_part(name: &LocalizedText, own: &LocalizedText) -> bool {
    name.iter().all(|pair| own.iter().any(|known| known == pair))
}

/// Removes repeated people of a session with the same name, keeping the first role, in linear time.
pub(super) fn deduplicate(people: &mut Vec<Participation>) {
    if people.len() < 2 {
        return;
    }
    let mut known: HashMap<(PersonId, Option<LocalizedText>), usize> = HashMap::new();
    let mut kept: Vec<Participation> = Vec::new();
    for one in people.drain(..) {
        match known.entry((one.person, one.name.clone())) {
            Entry::Occupied(place) => {
                let role = &mut kept[*place.get()].role;
                *role = role.take().or(one.role);
            }
            Entry::Vacant(place) => {
                place.insert(kept.len());
                kept.push(one);
            }
        }
    }
    *people = kept;
}

/// Gives each person the fullest of their names, drops redundant names in sessions, and removes ids shared by
/// several people.
pub(super) fn settle(people: &People, conference: &mut Conference) {
    for (known, person) in people.known.iter().zip(&mut conference.people) {
        let weight =
            |name: &LocalizedText| name.iter().map(|(_, text)| weight(text)).max().unwrap_or_default();
        let mut fullest: Option<&LocalizedText> = None;
        for name in &known.names {
            if fullest.is_none_or(|fullest| weight(name) > weight(fullest)) {
                fullest = Some(name);
            }
        }
        let is_better =
            |name: &&LocalizedText| person.name.as_ref().is_none_or(|own| weight(name) > weight(own));
        if let Some(name) = fullest.filter(is_better) {
            person.name = Some(name.clone());
        }
    }
    let mut named = HashSet::new();
    for participation in conference.sessions.iter_mut().flat_map(|session| &mut session.people) {
        named.insert(participation.person);
        let own = conference.people[participation.person.index()].name.as_ref();
        let is_own = |name: &LocalizedText| own.is_some_and(|own| is_part(name, own));
        participation.name = participation.name.take().filter(|name| !is_own(name));
    }
    // Names that were different are now equal if both belong to one person.
    conference.sessions.iter_mut().for_each(|session| deduplicate(&mut session.people));
    for id in people.speakers.difference(&named) {
        conference.people[id.index()].roles.push(Role::Speaker);
    }
    let fields: [fn(&mut Person) -> &mut Option<SafeText>; 2] =
        [|person| &mut person.guid, |person| &mut person.id];
    for field in fields {
        let mut count: HashMap<SafeText, usize> = HashMap::new();
        for person in &mut conference.people {
            let key = field(person);
            *key = key.take().filter(|key| is_key(key));
            if let Some(key) = key {
                *count.entry(key.clone()).or_default() += 1;
            }
        }
        for person in &mut conference.people {
            let key = field(person);
            *key = key.take().filter(|key| count.get(key) == Some(&1));
        }
    }
    // People without a name are displayed by their key.
    for (known, person) in people.known.iter().zip(&mut conference.people) {
        if person.name.is_none() {
            person.name = known.keys.all().next().map(|(_, key)| LocalizedText::untagged(key.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Source, Span};
    use crate::format::builder::ConferenceBuilder;
    use crate::model::{LanguagePreference, Session};

    fn builder() -> ConferenceBuilder {
        ConferenceBuilder::new(&Source::new("a", ""), Some(LocalizedText::untagged(SafeText::line("T"))))
    }

    fn keys([guid, code, id]: [&str; 3]) -> Keys {
        let key = |key: &str| Some(SafeText::line(key)).filter(|key| !key.is_empty());
        Keys::new(key(guid), key(code), key(id))
    }

    fn named(name: &str) -> Person {
        Person { name: Some(LocalizedText::untagged(SafeText::line(name))), ..Person::default() }
    }

    /// Returns the index of the person for each key and name.
    fn places(people: &[([&str; 3], &str)]) -> Vec<usize> {
        let mut builder = builder();
        let mut place = |keys_of: &[&str; 3], name: &str| {
            builder.person(&keys(*keys_of), named(name)).expect("somebody").index()
        };
        people.iter().map(|(keys, name)| place(keys, name)).collect()
    }

    #[test]
    fn a_key_with_another_name_is_another_person() {
        let id = |id| ["", "", id];
        assert_eq!(
            places(&[(id("7"), "Ann Arbor"), (id("7"), "Bob Berg"), (id("7"), "ann  arbor")]),
            [0, 1, 0]
        );
        assert_eq!(places(&[(id("7"), "Ann Arbor"), (id("8"), "Ann Arbor")]), [0, 1]);
        // Each spelling must be a variant of all previous ones.
        let three =
            [(id("7"), "J. Doe"), (id("7"), "Jane Doe"), (id("7"), "John Doe"), (id("7"), "John Doe")];
        assert_eq!(places(&three), [0, 0, 1, 1]);
    }

    #[test]
    fn zero_and_negative_ids_identify_no_person() {
        for key in ["0", "-1", "00", "-204", "0.0", "00000000-0000-0000-0000-000000000000", "null", "NaN"] {
            let people =
                [(["", "", key], "Ann Arbor"), (["", "", key], "Bob Berg"), (["", "", ""], "Ann Arbor")];
            assert_eq!(places(&people), [0, 1, 0], "{key}");
        }
        for key in ["7", "-a", "A0", "2e770e82-f65d-56f5-b6cc-323987c0083a"] {
            assert!(is_key(key), "{key}");
        }
    }

    #[test]
    fn the_most_reliable_key_counts() {
        let ann = "Ann Arbor";
        assert_eq!(places(&[(["g", "", "1"], ann), (["h", "", "1"], ann)]), [0, 1]);
        assert_eq!(places(&[(["", "A", "1"], ann), (["", "B", "1"], ann)]), [0, 1]);
        assert_eq!(places(&[(["g", "", "1"], ann), (["g", "", "2"], ann)]), [0, 0]);
        // A list may have only an id, and a session the guid as well.
        assert_eq!(places(&[(["g", "", "1"], ann), (["", "", "1"], ann)]), [0, 0]);
        // A code is not an id.
        assert_eq!(places(&[(["", "1", ""], ann), (["", "", "1"], ann)]), [0, 1]);
    }

    #[test]
    fn a_nameless_person_is_the_only_one_with_the_key() {
        let mut builder = builder();
        let key = keys(["", "", "7"]);
        assert_eq!(builder.person(&key, Person::default()).map(PersonId::index), Some(0));
        assert_eq!(builder.person(&key, named("Ann")).map(PersonId::index), Some(0));
        assert_eq!(builder.person(&key, Person::default()).map(PersonId::index), Some(0));
        assert_eq!(builder.person(&key, named("Bob")).map(PersonId::index), Some(1));
        // The person is ambiguous.
        assert_eq!(builder.person(&key, Person::default()).map(PersonId::index), Some(2));
        assert_eq!(builder.person(&Keys::default(), Person::default()), None);
        let conference = builder.finish().conference;
        let names: Vec<_> = conference.people.iter().map(|person| person.name.clone()).collect();
        assert_eq!(
            names,
            ["Ann", "Bob", "7"].map(|name| Some(LocalizedText::untagged(SafeText::line(name))))
        );
    }

    /// Returns the people of one session, with names and roles, added by key, name and role.
    fn in_session(put: &[(&str, &str, Option<Role>)]) -> Vec<(usize, Option<String>, Option<Role>)> {
        let mut builder = builder();
        let mut people = Vec::new();
        for (id, name, role) in put {
            builder.add_participant(&mut people, &keys(["", "", id]), named(name), role.clone());
        }
        builder.add_session(Session { people, ..Session::default() }, Span::default());
        let session = builder.finish().conference.sessions.remove(0);
        let shown = |name: LocalizedText| name.get(&LanguagePreference::default()).to_string();
        session.people.into_iter().map(|one| (one.person.index(), one.name.map(shown), one.role)).collect()
    }

    #[test]
    fn a_person_is_in_a_session_once_under_each_name_with_the_first_role() {
        let (chair, speaker) = (Some(Role::Chair), Some(Role::Speaker));
        let (ann, bob) = (("7", "Ann", None), ("8", "Bob", None));
        assert_eq!(in_session(&[ann.clone(), bob.clone(), ann.clone()]), [(0, None, None), (1, None, None)]);
        let put = [ann, ("7", "Ann", chair.clone()), bob, ("7", "Ann", speaker.clone())];
        assert_eq!(in_session(&put), [(0, None, chair), (1, None, None)]);
        // Of two spellings, only the fuller one remains.
        let put = [("7", "Ann M Arbor", speaker.clone()), ("7", "Ann M. Arbor", None)];
        let people = in_session(&put);
        assert_eq!(people.iter().map(|(person, ..)| *person).collect::<Vec<_>>(), [0, 0]);
        assert_eq!(people[0].2, speaker);
    }

    #[test]
    fn all_of_very_many_people_are_in_each_session() {
        let names: Vec<String> = (0..3_000).map(|n| format!("Ann A{n}")).collect();
        let put: Vec<(&str, &str, Option<Role>)> =
            names.iter().map(|name| ("", name.as_str(), None)).collect();
        let twice = [put.clone(), put].concat();
        let people: Vec<usize> = in_session(&twice).into_iter().map(|(person, ..)| person).collect();
        assert_eq!(people, (0..3_000).collect::<Vec<_>>());
    }

    #[test]
    fn many_people_with_one_key_are_all_kept() {
        let mut builder = builder();
        let key = keys(["", "", "7"]);
        for n in 0..2_000 {
            builder.person(&key, named(&format!("Ann A{n}")));
        }
        assert_eq!(builder.conference.people.len(), 2_000);
    }
}
