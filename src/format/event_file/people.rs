//! `[[people]]`, `[[guests]]` and `[[speakers]]`.

use std::collections::HashSet;
use std::hash::Hash;

use super::keys;
use super::references::ReferenceTable;
use super::spanned::Table;
use super::table_reader::{Reference, TableReader};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{LocalizedText, Person, PersonId, Role};

/// The people of a file, and who is meant by a name.
pub(super) struct People {
    pub(super) all: Vec<Person>,
    names: ReferenceTable,
}

impl People {
    /// Reads the tables of people, each with the name of its table, in the order of the file. One id in two different
    /// tables is one human with the roles of both.
    pub(super) fn read(tables: &[(&'static str, &Table)], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut people = Self { all: Vec::new(), names: ReferenceTable::new("person") };
        let mut from: Vec<&'static str> = Vec::new();
        let mut merged = HashSet::new();
        for (name, table) in tables {
            let mut fields = TableReader::new(table, name, keys::PEOPLE, diagnostics);
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
    pub(super) fn resolve(&mut self, reference: &Reference, diagnostics: &mut Vec<Diagnostic>) -> PersonId {
        let all = &mut self.all;
        PersonId::new(self.names.resolve(reference, diagnostics, |name| {
            all.push(Person { name: Some(LocalizedText::untagged(name.clone())), ..Person::default() });
            all.len() - 1
        }))
    }
}

/// Says that an id is taken.
pub(super) fn duplicate_id(fields: &mut TableReader<'_, '_>, id: Option<&crate::text::SafeText>) {
    if let Some(id) = id {
        let diagnostic =
            Diagnostic::new(Code::DuplicateId, fields.span("id")).with("id", MessageArg::from(id));
        fields.report(diagnostic);
    }
}

fn read_person(fields: &mut TableReader<'_, '_>, table: &str) -> Person {
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
        name: fields.required_text("name", false),
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
fn merge(known: &mut Person, second: Person, fields: &mut TableReader<'_, '_>) {
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
        let diagnostic =
            Diagnostic::new(Code::TwoAccounts, fields.span("id")).with("id", MessageArg::from(id));
        fields.report(diagnostic);
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
