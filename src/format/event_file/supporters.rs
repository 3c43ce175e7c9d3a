//! `[[organizers]]`, `[[tiers]]`, `[[sponsors]]` and `[[delegations]]`.

use super::keys;
use super::people::People;
use super::read::declare;
use super::references::ReferenceTable;
use super::spanned::Table;
use super::table_reader::TableReader;
use crate::diagnostic::Diagnostic;
use crate::model::{Delegation, LocalizedText, Organizer, PersonId, Sponsor, Tier, TierId};

pub(super) fn read_organizers(
    tables: &[(&'static str, &Table)],
    people: &mut People,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Organizer> {
    let mut organizers = Vec::new();
    for (name, table) in tables {
        let mut fields = TableReader::new(table, name, keys::ORGANIZERS, diagnostics);
        let is_human = fields.table.get("person").is_some();
        let organizer = Organizer {
            name: fields.required_text("name", is_human),
            role: fields.texts("role"),
            organization: fields.texts("organization"),
            url: fields.url("url"),
            contact: fields.texts("contact"),
            people: Vec::new(),
            person: None,
        };
        let (members, person) = (fields.references("people"), fields.reference("person"));
        let members: Vec<PersonId> =
            members.iter().map(|member| people.resolve(member, diagnostics)).collect();
        let person = person.map(|person| people.resolve(&person, diagnostics));
        organizers.push(Organizer { people: members, person, ..organizer });
    }
    organizers
}

/// The tiers, and the sponsors in them. A tier that no table declares stands where its first sponsor does.
pub(super) fn read_sponsors(
    tiers: &[(&'static str, &Table)],
    sponsors: &[(&'static str, &Table)],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Tier>, Vec<Sponsor>) {
    let mut names = ReferenceTable::new("tier");
    let mut read_tiers = Vec::new();
    for (name, table) in tiers {
        let mut fields = TableReader::new(table, name, keys::TIERS, diagnostics);
        let tier = Tier { id: fields.text("id"), name: fields.texts("name") };
        declare(&mut fields, &mut names, read_tiers.len(), tier.id.as_ref(), tier.name.as_ref());
        read_tiers.push(tier);
    }
    let mut read_sponsors = Vec::new();
    for (name, table) in sponsors {
        let mut fields = TableReader::new(table, name, keys::SPONSORS, diagnostics);
        let sponsor = Sponsor {
            name: fields.required_text("name", false),
            tier: None,
            project: fields.texts("project"),
            url: fields.url("url"),
            description: fields.prose("description"),
        };
        let tier = fields.reference("tier").map(|tier| {
            TierId::new(names.resolve(&tier, diagnostics, |name| {
                read_tiers.push(Tier { id: None, name: Some(LocalizedText::untagged(name.clone())) });
                read_tiers.len() - 1
            }))
        });
        read_sponsors.push(Sponsor { tier, ..sponsor });
    }
    (read_tiers, read_sponsors)
}

pub(super) fn read_delegations(
    tables: &[(&'static str, &Table)],
    people: &mut People,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Delegation> {
    let mut delegations = Vec::new();
    for (name, table) in tables {
        let mut fields = TableReader::new(table, name, keys::DELEGATIONS, diagnostics);
        let delegation = Delegation {
            name: fields.required_text("name", false),
            kind: fields
                .open_enum_value("kind", &["country", "union", "court", "institution", "organization"]),
            attendance: fields.attendance("attendance"),
            people: Vec::new(),
        };
        let members = fields.references("people");
        let members = members.iter().map(|member| people.resolve(member, diagnostics)).collect();
        delegations.push(Delegation { people: members, ..delegation });
    }
    delegations
}
