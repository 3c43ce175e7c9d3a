//! People of a published schedule: [`Keys`], what a file tells them by, and [`People`], those met so far.
//!
//! A person is a key with a name. The key is the guid, else the code, else the id; the same key with another name is another
//! person, since accounts enter sessions for others and merged files use the ids of several sources. Without a key the name is
//! the key.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::names::{initials, is_variant, weight};
use crate::model::{Conference, LocalizedText, Participation, Person, PersonId, Role};
use crate::text::{SafeText, fold};

/// The most people with one key and the same initials, and the most spellings of one name, that are compared.
const MOST_COMPARED: usize = 40;
/// The most names compared letter by letter in one file; beyond that, a name in other letters is another person.
const MOST_COMPARISONS: usize = 50_000;
/// The place of the guid among the keys.
const GUID: usize = 0;
/// Words that programs write where there is no value.
const NO_VALUE: [&str; 4] = ["null", "none", "undefined", "nan"];

/// The keys by which a file identifies a person, the most reliable first.
#[derive(Debug, Clone, Default)]
pub(in crate::format) struct Keys([Option<SafeText>; 3]);

impl Keys {
    /// The keys that identify: not 0, no negative number, and not nothing.
    pub(in crate::format) fn new(
        guid: Option<SafeText>,
        code: Option<SafeText>,
        id: Option<SafeText>,
    ) -> Self {
        Self([guid, code, id].map(|key| key.filter(|key| is_key(key))))
    }

    /// An id alone.
    pub(in crate::format) fn id(id: Option<SafeText>) -> Self {
        Self::new(None, None, id)
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    fn all(&self) -> impl Iterator<Item = (usize, &SafeText)> {
        self.0.iter().enumerate().filter_map(|(kind, key)| Some((kind, key.as_ref()?)))
    }

    /// True if the surest key that both have is the same.
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

/// True if a value identifies something: 0, negative numbers and empty guids are written where there is nothing to tell by.
pub(in crate::format) fn is_key(key: &str) -> bool {
    let key = key.trim();
    let is_nothing = key.chars().all(|c| matches!(c, '0' | '-' | '.'));
    let is_negative = key.parse::<f64>().is_ok_and(|number| number <= 0.0);
    !is_nothing && !is_negative && !NO_VALUE.iter().any(|word| key.eq_ignore_ascii_case(word))
}

/// A person as the file has written them so far.
#[derive(Debug, Default)]
struct Known {
    keys: Keys,
    /// Every way in which the name is written, the first one first.
    names: Vec<LocalizedText>,
}

/// The people met so far, in the order of [`Conference::people`].
#[derive(Debug, Default)]
pub(super) struct People {
    known: Vec<Known>,
    /// By a key and the name as it is compared.
    by_name: HashMap<(usize, SafeText, String), PersonId>,
    /// By a key and the initials of the name.
    by_initials: HashMap<(usize, SafeText, String), Vec<PersonId>>,
    /// By a key alone.
    by_key: HashMap<(usize, SafeText), Vec<PersonId>>,
    /// By the name, where there is no key.
    by_name_alone: HashMap<SafeText, PersonId>,
    /// By the words that a list calls them by, whether these identify or not.
    by_word: HashMap<SafeText, Vec<PersonId>>,
    /// Those in a list of speakers.
    speakers: HashSet<PersonId>,
    comparisons: usize,
}

/// A person that a file names by a word of its own.
pub(in crate::format) enum Meant {
    /// The only one who is called so.
    One(PersonId),
    /// One of several, who cannot be told apart.
    Several,
    /// None whom the file describes.
    Unknown,
}

impl People {
    /// The person with these keys and this name, if there is one.
    fn find(&mut self, keys: &Keys, name: Option<&LocalizedText>) -> Option<PersonId> {
        if keys.is_empty() {
            return name?.iter().find_map(|(_, name)| self.by_name_alone.get(name).copied());
        }
        let Some(name) = name else {
            // Of several with this key none is meant more than the others.
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
            let alike = alike.flat_map(|alike| alike.iter().take(MOST_COMPARED).copied());
            let candidates: Vec<PersonId> = exact.into_iter().chain(alike).collect();
            let called =
                candidates.into_iter().find(|id| self.agrees(*id, keys) && self.is_called(*id, name));
            called.or_else(|| {
                // A person who was named by the key alone.
                let [only] = self.by_key.get(&(kind, key.clone()))?[..] else { return None };
                let is_nameless = self.known[only.index()].names.is_empty();
                (is_nameless && self.agrees(only, keys)).then_some(only)
            })
        })
    }

    /// The person with this guid, whatever they are called.
    fn with_guid(&self, keys: &Keys) -> Option<PersonId> {
        let guid = keys.0[GUID].clone()?;
        self.by_key.get(&(GUID, guid))?.first().copied()
    }

    fn agrees(&self, id: PersonId, keys: &Keys) -> bool {
        self.known[id.index()].keys.agree(keys)
    }

    /// True if every way in which a name is written so far is a way to write this one.
    fn is_called(&mut self, id: PersonId, name: &LocalizedText) -> bool {
        let names = &self.known[id.index()].names;
        if names.contains(name) {
            return true;
        }
        self.comparisons += names.len();
        self.comparisons <= MOST_COMPARISONS
            && names.len() < MOST_COMPARED
            && names.iter().all(|known| is_variant_in_any(known, name))
    }

    /// Remembers how a person is told.
    fn learn(&mut self, id: PersonId, keys: &Keys, name: Option<&LocalizedText>) {
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

fn push(list: &mut Vec<PersonId>, id: PersonId) {
    if list.last() != Some(&id) && !list.iter().take(MOST_COMPARED).any(|known| *known == id) {
        list.push(id);
    }
}

/// True if two names are one in each language that both have; if they have none in common, in any.
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

/// True if a name says nothing that a person's own name does not.
fn is_part(name: &LocalizedText, own: &LocalizedText) -> bool {
    name.iter().all(|pair| own.iter().any(|known| known == pair))
}

impl super::ConferenceBuilder {
    /// The person with these keys and this name, made when they are met first. What is told of a person who is known already
    /// fills what was not known. `None` without a key and a name.
    pub(in crate::format) fn person(&mut self, keys: &Keys, person: Person) -> Option<PersonId> {
        Some(self.met(keys, person)?.0)
    }

    /// The person, and whether they are met first.
    pub(in crate::format) fn met(&mut self, keys: &Keys, mut person: Person) -> Option<(PersonId, bool)> {
        person.name = person.name.filter(|name| name.iter().any(|(_, name)| !name.trim().is_empty()));
        let people = &mut self.people;
        let name = person.name.clone();
        let exact = if self.is_exact { people.with_guid(keys) } else { None };
        if let Some(id) = exact.or_else(|| people.find(keys, name.as_ref())) {
            people.learn(id, keys, name.as_ref());
            super::fill(&mut self.conference.people[id.index()], person);
            return Some((id, false));
        }
        if keys.is_empty() && name.is_none() {
            return None;
        }
        if name.is_none() {
            // One of several: the key is all that is known.
            let is_shared = keys.all().any(|(kind, key)| people.by_key.contains_key(&(kind, key.clone())));
            person.name =
                keys.all().next().filter(|_| is_shared).map(|(_, key)| LocalizedText::untagged(key.clone()));
            if let Some(id) = people.find(keys, person.name.as_ref()).filter(|_| is_shared) {
                return Some((id, false));
            }
        }
        let id = PersonId::new(self.conference.people.len());
        people.learn(id, keys, person.name.as_ref());
        self.conference.people.push(person);
        Some((id, true))
    }

    /// Puts a person into a session, under the name that is written there. Returns true if the person is met first. A person who
    /// is put in again under the same name is taken out by [`once`].
    pub(in crate::format) fn take_part(
        &mut self,
        people: &mut Vec<Participation>,
        keys: &Keys,
        person: Person,
        role: Option<Role>,
    ) -> Option<bool> {
        let name = person.name.clone().filter(|name| name.iter().any(|(_, name)| !name.trim().is_empty()));
        let (person, is_new) = self.met(keys, person)?;
        people.push(Participation { person, role, name });
        Some(is_new)
    }

    /// Adds a person of a list that is called speakers, whom sessions name by a word.
    pub(in crate::format) fn list_speaker(&mut self, keys: &Keys, word: Option<SafeText>, person: Person) {
        let Some(id) = self.person(keys, person) else { return };
        self.people.speakers.insert(id);
        if let Some(word) = word {
            push(self.people.by_word.entry(word).or_default(), id);
        }
    }

    /// The person whom a list calls by a word.
    pub(in crate::format) fn meant(&self, word: &str) -> Meant {
        match self.people.by_word.get(&SafeText::line(word)).map(Vec::as_slice) {
            Some([one]) => Meant::One(*one),
            Some([_, ..]) => Meant::Several,
            _ => Meant::Unknown,
        }
    }
}

/// Keeps each person in a session once under each name, with the first role that is given. Takes a time in proportion to the list.
pub(super) fn once(people: &mut Vec<Participation>) {
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

/// Gives people the fullest of their names, keeps in sessions only names that say something else, and takes away what several
/// people share, since it identifies none of them.
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
    // Two names that were told apart may both be the person's own.
    conference.sessions.iter_mut().for_each(|session| once(&mut session.people));
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
    // Of somebody who is named by a key alone, the key is all there is to show.
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

    /// The places of people with these keys and names.
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
        // Each variant must be one of all names so far.
        let three =
            [(id("7"), "J. Doe"), (id("7"), "Jane Doe"), (id("7"), "John Doe"), (id("7"), "John Doe")];
        assert_eq!(places(&three), [0, 0, 1, 1]);
    }

    #[test]
    fn zero_and_negative_ids_identify_nobody() {
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
    fn the_surest_key_counts() {
        let ann = "Ann Arbor";
        assert_eq!(places(&[(["g", "", "1"], ann), (["h", "", "1"], ann)]), [0, 1]);
        assert_eq!(places(&[(["", "A", "1"], ann), (["", "B", "1"], ann)]), [0, 1]);
        assert_eq!(places(&[(["g", "", "1"], ann), (["g", "", "2"], ann)]), [0, 0]);
        // A list may give an id alone, a session the guid with it.
        assert_eq!(places(&[(["g", "", "1"], ann), (["", "", "1"], ann)]), [0, 0]);
        // A code is no id.
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
        // Which of the two, is not known.
        assert_eq!(builder.person(&key, Person::default()).map(PersonId::index), Some(2));
        assert_eq!(builder.person(&Keys::default(), Person::default()), None);
        let conference = builder.finish().conference;
        let names: Vec<_> = conference.people.iter().map(|person| person.name.clone()).collect();
        assert_eq!(
            names,
            ["Ann", "Bob", "7"].map(|name| Some(LocalizedText::untagged(SafeText::line(name))))
        );
    }

    /// The people of one session, by their names there, with their roles; each is put in by a key, a name and a role.
    fn in_session(put: &[(&str, &str, Option<Role>)]) -> Vec<(usize, Option<String>, Option<Role>)> {
        let mut builder = builder();
        let mut people = Vec::new();
        for (id, name, role) in put {
            builder.take_part(&mut people, &keys(["", "", id]), named(name), role.clone());
        }
        builder.session(Session { people, ..Session::default() }, Span::default());
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
        // Two spellings of one name say no more than the fuller of them.
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
    fn many_people_of_one_key_are_all_there() {
        let mut builder = builder();
        let key = keys(["", "", "7"]);
        for n in 0..2_000 {
            builder.person(&key, named(&format!("Ann A{n}")));
        }
        assert_eq!(builder.conference.people.len(), 2_000);
    }
}
