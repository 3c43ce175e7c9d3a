//! `[[people]]`, `[[guests]]` and `[[speakers]]`.

use std::collections::HashSet;
use std::hash::Hash;

use super::fields::{Fields, Reference};
use super::keys;
use super::names::Names;
use super::tree::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Value;
use crate::model::{Person, PersonId, Role, Texts};

/// The people of a file, and who is meant by a name.
pub(super) struct People {
    pub(super) all: Vec<Person>,
    names: Names,
}

impl People {
    /// Reads the tables of people, each with the name of its table, in the order of the file. One id in two different
    /// tables is one human with the roles of both.
    pub(super) fn read(tables: &[(&'static str, &Table)], findings: &mut Vec<Diagnostic>) -> Self {
        let mut people = Self { all: Vec::new(), names: Names::new("person") };
        let mut from: Vec<&'static str> = Vec::new();
        let mut merged = HashSet::new();
        for (name, table) in tables {
            let mut fields = Fields::new(table, name, keys::PEOPLE, findings);
            let person = read_person(&mut fields, name);
            let known = person.id.as_ref().and_then(|id| people.names.by_id(id));
            match known {
                Some(index) if from[index] != *name => {
                    merge(&mut people.all[index], person, &mut fields);
                    merged.insert(index);
                }
                _ => {
                    let index = people.all.len();
                    let is_free = people.names.declare(index, person.id.as_ref(), person.name.as_ref());
                    if !is_free {
                        duplicate_id(&mut fields, person.id.as_ref());
                    }
                    people.all.push(Person { has_mistakes: fields.has_mistakes(), ..person });
                    from.push(name);
                }
            }
        }
        for index in merged {
            let person = &mut people.all[index];
            once(&mut person.roles);
            once(&mut person.positions);
            once(&mut person.links);
        }
        people
    }

    /// Who is meant by a name; somebody whom no table declares is made.
    pub(super) fn resolve(&mut self, reference: &Reference, findings: &mut Vec<Diagnostic>) -> PersonId {
        let all = &mut self.all;
        PersonId::new(self.names.resolve(reference, findings, |name| {
            all.push(Person { name: Some(Texts::plain(name.clone())), ..Person::default() });
            all.len() - 1
        }))
    }
}

/// Says that an id is taken.
pub(super) fn duplicate_id(fields: &mut Fields<'_, '_>, id: Option<&crate::text::Clean>) {
    if let Some(id) = id {
        let finding = Diagnostic::new(Code::DuplicateId, fields.span("id")).with("id", Value::from(id));
        fields.say(finding);
    }
}

fn read_person(fields: &mut Fields<'_, '_>, table: &str) -> Person {
    let mut roles: Vec<Role> = match table {
        "guests" => vec![Role::Guest],
        "speakers" => vec![Role::Speaker],
        _ => Vec::new(),
    };
    roles.extend(fields.open_words("roles", Role::KNOWN).iter().map(Role::from_word));
    once(&mut roles);
    Person {
        id: fields.text("id"),
        guid: fields.text("guid"),
        name: fields.needed_texts("name", false),
        sort_name: fields.text("sort_name"),
        roles,
        positions: fields.texts_list("position"),
        organization: fields.texts("organization"),
        country: fields.texts("country"),
        pronouns: fields.texts("pronouns"),
        bio: fields.prose("bio"),
        avatar: fields.text("avatar"),
        links: fields.links("links"),
        attendance: fields.attendance("attendance"),
        has_mistakes: false,
    }
}

/// Keeps the first of what is there several times.
fn once<T: Clone + Eq + Hash>(list: &mut Vec<T>) {
    let mut known = HashSet::new();
    list.retain(|one| known.insert(one.clone()));
}

/// What the second table says of somebody is added; where the two differ, the first one counts.
fn merge(known: &mut Person, second: Person, fields: &mut Fields<'_, '_>) {
    let Person {
        id: _, guid, name, sort_name, roles, positions, organization, country, pronouns, bio, ..
    } = second;
    let mut differs = false;
    fill(&mut known.guid, guid, &mut differs);
    fill(&mut known.name, name, &mut differs);
    fill(&mut known.sort_name, sort_name, &mut differs);
    fill(&mut known.organization, organization, &mut differs);
    fill(&mut known.country, country, &mut differs);
    fill(&mut known.pronouns, pronouns, &mut differs);
    fill(&mut known.bio, bio, &mut differs);
    fill(&mut known.avatar, second.avatar, &mut differs);
    fill(&mut known.attendance, second.attendance, &mut differs);
    known.roles.extend(roles);
    known.positions.extend(positions);
    known.links.extend(second.links);
    if differs && let Some(id) = &known.id {
        let finding = Diagnostic::new(Code::TwoAccounts, fields.span("id")).with("id", Value::from(id));
        fields.say(finding);
    }
    known.has_mistakes |= fields.has_mistakes();
}

fn fill<T: PartialEq>(known: &mut Option<T>, second: Option<T>, differs: &mut bool) {
    if known.is_none() {
        *known = second;
    } else if second.is_some() && *known != second {
        *differs = true;
    }
}
