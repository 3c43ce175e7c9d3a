//! Groups for lists: people by role, sponsors by tier, delegations by attendance.

use super::Index;
use crate::model::{Attendance, Conference, DelegationId, PersonId, Role, SponsorId, TierId};

/// Items grouped by a key; `None` if unknown.
pub type Groups<K, T> = Vec<(Option<K>, Vec<T>)>;

/// Groups people by main role, in schedule order; those without a role come last.
#[must_use]
pub fn people_by_role<'a>(conference: &'a Conference, index: &Index) -> Groups<&'a Role, PersonId> {
    let people = (0..conference.people.len()).map(PersonId::new);
    let mut groups = group(people, |id| main_role(conference, index, *id));
    groups.sort_by_key(|(role, _)| role.is_none());
    groups
}

/// Groups sponsors by tier, in the order of the tiers; those without a tier come last.
#[must_use]
pub fn sponsors_by_tier(conference: &Conference) -> Groups<TierId, SponsorId> {
    let sponsors = (0..conference.sponsors.len()).map(SponsorId::new);
    let mut groups = group(sponsors, |id| conference.sponsor(*id).tier);
    groups.sort_by_key(|(tier, _)| (tier.is_none(), *tier));
    groups
}

/// Groups delegations by attendance, from unspecified, in person, hybrid and online to only invited.
#[must_use]
pub fn delegations_by_attendance(conference: &Conference) -> Groups<Attendance, DelegationId> {
    let delegations = (0..conference.delegations.len()).map(DelegationId::new);
    let mut groups = group(delegations, |id| conference.delegation(*id).attendance);
    groups.sort_by_key(|(attendance, _)| match attendance {
        None => 0,
        Some(Attendance::InPerson) => 1,
        Some(Attendance::Hybrid) => 2,
        Some(Attendance::Online) => 3,
        Some(Attendance::Invited) => 4,
    });
    groups
}

/// Returns the first role of a person in the conference, or else in a session.
fn main_role<'a>(conference: &'a Conference, index: &Index, id: PersonId) -> Option<&'a Role> {
    let own = conference.person(id).roles.first();
    own.or_else(|| index.participations(conference, id).find_map(|part| part.role.as_ref()))
}

fn group<K: PartialEq, T>(things: impl Iterator<Item = T>, key: impl Fn(&T) -> Option<K>) -> Groups<K, T> {
    let mut groups: Groups<K, T> = Vec::new();
    for thing in things {
        let of_thing = key(&thing);
        match groups.iter_mut().find(|(known, _)| *known == of_thing) {
            Some((_, things)) => things.push(thing),
            None => groups.push((of_thing, vec![thing])),
        }
    }
    groups
}
