//! `[[people]]`, `[[guests]]` and `[[speakers]]`.

use std::collections::HashSet;

use super::read_context::ReadContext;
use super::record::read_tables;
use super::spanned::Table;
use super::table_reader::{TableReader, unique};
use crate::diagnostic::{Code, Diagnostic, MessageArg};
use crate::model::Person;

/// Reads the people in file order. An id in two different tables is one person with the roles of both.
pub(super) fn read_people(root: &Table, context: &mut ReadContext) {
    let mut table_of: Vec<&'static str> = Vec::new();
    let mut merged = HashSet::new();
    read_tables(root, &["people", "guests", "speakers"], context, |person: Person, reader| {
        let id = person.id.clone();
        let known = id.as_ref().and_then(|id| reader.context.people.index_of_id(id));
        if let Some(index) = known.filter(|index| table_of[*index] != reader.name) {
            merge(index, person, reader);
            merged.insert(index);
            return;
        }
        let span = reader.span("name");
        reader.declare(id.as_ref(), |context| context.people.declare(person, span));
        table_of.push(reader.name);
        reader.context.people.all[table_of.len() - 1].has_mistakes = reader.has_mistakes();
    });
    for index in merged {
        let person = &mut context.people.all[index];
        person.roles = unique(std::mem::take(&mut person.roles));
        person.positions = unique(std::mem::take(&mut person.positions));
        person.links = unique(std::mem::take(&mut person.links));
    }
}

/// Merges a second table about the same person; the first one wins where they differ.
fn merge(index: usize, second: Person, reader: &mut TableReader<'_, '_>) {
    let known = &mut reader.context.people.all[index];
    let mut differs = false;
    macro_rules! fill {
        ($($field:ident)+) => {$(
            if known.$field.is_none() {
                known.$field = second.$field;
            } else if second.$field.is_some() && known.$field != second.$field {
                differs = true;
            }
        )+};
    }
    fill!(guid name sort_name organization country pronouns bio avatar attendance);
    known.roles.extend(second.roles);
    known.positions.extend(second.positions);
    known.links.extend(second.links);
    if differs && let Some(id) = known.id.clone() {
        let diagnostic = Diagnostic::new(Code::TwoAccounts, reader.span("id"));
        reader.report(diagnostic.with("id", MessageArg::from(&id)));
    }
    reader.context.people.all[index].has_mistakes |= reader.has_mistakes();
}
