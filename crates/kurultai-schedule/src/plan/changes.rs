//! [`Change`]: a difference between two editions of a schedule.

use std::collections::{BTreeSet, HashSet};

use chrono::{NaiveDate, NaiveTime};

use super::edition::are_same;
use super::fingerprint::{as_read, normalize, to_minute};
use super::{
    About, Details, Edition, Fact, Item, ResolvedPlan, SessionMatcher, Thing, pair_sessions, same_things,
};
use crate::model::{Conference, LocalizedText, Plan, RoomId, Rooms, SessionId, SessionSnapshot};

/// A difference between two editions of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The type of entity.
    pub about: About,
    /// The attribute.
    pub fact: Fact,
    /// The session in the new edition, if it exists there.
    pub session: Option<SessionId>,
    /// The session in the old edition, if it existed there.
    pub was: Option<SessionSnapshot>,
    /// The session in the new edition as a snapshot.
    pub is: Option<SessionSnapshot>,
    /// The name of any other entity: the new name, unless it was removed.
    pub name: Option<LocalizedText>,
    /// The old value, unless the snapshot contains it.
    pub from: Vec<Item>,
    /// The new value.
    pub to: Vec<Item>,
}

/// A section of the list of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The conference as a whole.
    Conference,
    /// A schedule day, or sessions without a day.
    Day(Option<NaiveDate>),
    /// Entities of one type.
    Things(About),
}

/// Compares a schedule with an old edition. Changes of the conference come first, then days and sessions in
/// the order of the new edition, then all others. Removed entities are in their former positions.
///
/// Ignores the order of lists, white space, the case of room names, and languages that only one edition has.
/// A title is unchanged if it is unchanged in any language; its case matters.
#[must_use]
pub fn changes(old: &Edition, new: &Conference) -> Vec<Change> {
    let now = Edition::of(new);
    let pairs = pair_sessions(&old.sessions, new);
    let mut is_new = vec![true; now.sessions.len()];
    let mut changes = Vec::new();
    for (at, (was, pair)) in old.sessions.iter().zip(&pairs).enumerate() {
        let Some(id) = *pair else {
            changes.push(Change { was: Some(was.clone()), ..Change::of(About::Session, Fact::Gone) });
            continue;
        };
        is_new[id.index()] = false;
        let is = &now.sessions[id.index()];
        let details = |edition: &'_ Edition, at: usize| edition.details.as_ref()?.sessions.get(at).cloned();
        let details = details(old, at).zip(details(&now, id.index()));
        let change = |fact| Change {
            session: Some(id),
            was: Some(was.clone()),
            is: Some(is.clone()),
            ..Change::of(About::Session, fact)
        };
        let values = |fact: Fact| {
            let value = |details: &Details| details.get(&fact).cloned().unwrap_or_default();
            details.as_ref().map_or_else(Default::default, |(was, is)| (value(was), value(is)))
        };
        let (from, to) = values(Fact::Time);
        let has_same_title = has_same_title(was, new, id) && {
            let (from, to) = values(Fact::Title);
            are_same(&from, &to)
        };
        let facts = [
            (Fact::Cancelled, is.is_cancelled && !was.is_cancelled),
            (Fact::Uncancelled, was.is_cancelled && !is.is_cancelled),
            (Fact::Time, !has_same_time(was, is) || !are_same(&from, &to)),
            (Fact::Rooms, !has_same_rooms(was, new, id)),
            (Fact::Title, !has_same_title),
        ];
        for (fact, _) in facts.into_iter().filter(|(_, is_different)| *is_different) {
            let (from, to) = values(fact);
            changes.push(Change { from, to, ..change(fact) });
        }
        let is_told = |fact: Fact| {
            let is_status = was.is_cancelled != is.is_cancelled && fact == Fact::Status;
            is_status || matches!(fact, Fact::Time | Fact::Title)
        };
        let Some((was_seen, is_seen)) = &details else { continue };
        for (fact, from, to) in different(was_seen, is_seen) {
            // If only one edition has an offset, the other may have had the same.
            let is_unknown = fact == Fact::Timezone && (from.is_empty() || to.is_empty());
            if !is_told(fact) && !is_unknown {
                changes.push(Change { from, to, ..change(fact) });
            }
        }
    }
    for (at, is) in now.sessions.iter().enumerate().filter(|(at, _)| is_new[*at]) {
        let session = Some(SessionId::new(at));
        changes.push(Change { session, is: Some(is.clone()), ..Change::of(About::Session, Fact::New) });
    }
    if let (Some(was), Some(is)) = (&old.details, &now.details) {
        of_things(&was.things, &is.things, new, &mut changes);
    }
    // The sort is stable: removed entities keep their order.
    changes.sort_by_key(|change| (change.order(), change.session.is_none(), change.session));
    for of_one in changes.chunk_by_mut(Change::is_of_same) {
        of_one.sort_by_key(|change| change.fact);
    }
    changes
}

/// Adds the changes of entities other than sessions.
fn of_things(old: &[Thing], new: &[Thing], conference: &Conference, changes: &mut Vec<Change>) {
    let reading = conference.reading(None);
    let of = |thing: &Thing, fact| {
        let name = thing.name.clone().or_else(|| thing.id.clone().map(LocalizedText::untagged));
        Change { name, ..Change::of(thing.about, fact) }
    };
    let (pairs, is_new) = same_things(old, new, &reading);
    for (was, pair) in old.iter().zip(pairs) {
        let Some(is) = pair.and_then(|at| new.get(at)) else {
            changes.extend((!was.is_in_sessions).then(|| of(was, Fact::Gone)));
            continue;
        };
        for (fact, from, to) in different(&was.details, &is.details) {
            // Case is ignored in room names.
            let tidied = |items: &[Item]| -> HashSet<String> {
                items.iter().flat_map(|item| item.texts.iter()).map(|(_, name)| normalize(name)).collect()
            };
            let is_room_name = is.about == About::Room && fact == Fact::Name;
            if !is_room_name || tidied(&from) != tidied(&to) {
                changes.push(Change { from, to, ..of(is, fact) });
            }
        }
    }
    let come = new.iter().zip(is_new).filter(|(thing, is_new)| *is_new && !thing.is_in_sessions);
    changes.extend(come.map(|(thing, _)| of(thing, Fact::New)));
}

/// Returns the facts that differ, with their values.
fn different<'a>(
    was: &'a Details,
    is: &'a Details,
) -> impl Iterator<Item = (Fact, Vec<Item>, Vec<Item>)> + 'a {
    let facts: BTreeSet<Fact> = was.keys().chain(is.keys()).copied().collect();
    let value = |details: &Details, fact| details.get(&fact).cloned().unwrap_or_default();
    let values = facts.into_iter().map(move |fact| (fact, value(was, fact), value(is, fact)));
    values.filter(|(fact, from, to)| !are_same(from, to) && !is_only_confirmed(*fact, from, to))
}

/// True if the status only changed between none and confirmed.
fn is_only_confirmed(fact: Fact, from: &[Item], to: &[Item]) -> bool {
    let is_confirmed = |items: &[Item]| items.iter().all(|item| item.texts.has_version("confirmed"));
    fact == Fact::Status && is_confirmed(from) && is_confirmed(to)
}

/// Counts changes of sessions for each fact in `COUNTED`, and all others under `None`.
#[must_use]
pub fn count(changes: &[Change]) -> Vec<(Option<Fact>, usize)> {
    let counted = |change: &Change| {
        let is_counted = change.about == About::Session && COUNTED.contains(&change.fact);
        is_counted.then_some(change.fact)
    };
    let count = |fact| (fact, changes.iter().filter(|change| counted(change) == fact).count());
    COUNTED.iter().map(|fact| count(Some(*fact))).chain([count(None)]).collect()
}

/// Facts of sessions that are counted separately.
const COUNTED: &[Fact] = &[
    Fact::New,
    Fact::Gone,
    Fact::Cancelled,
    Fact::Uncancelled,
    Fact::Time,
    Fact::Rooms,
    Fact::People,
    Fact::Title,
];

/// Returns for each change if it concerns a picked session, even a removed one. `picks` is the plan in the
/// new edition.
#[must_use]
pub fn concern_picks(changes: &[Change], plan: &Plan, picks: &ResolvedPlan) -> Vec<bool> {
    let gone: Vec<usize> = (0..changes.len()).filter(|at| changes[*at].is_gone_session()).collect();
    let followed = SessionMatcher::among(gone.iter().filter_map(|at| changes[*at].was.as_ref()));
    let of_mine = picks.missing().filter_map(|pick| followed.index_of(&plan.picks[pick].session));
    let of_mine: HashSet<usize> = of_mine.map(|place| gone[place]).collect();
    let is_mine = |(at, change): (usize, &Change)| match change.session {
        Some(id) => picks.priority(id).is_some(),
        // Only sessions are in plans.
        None => of_mine.contains(&at),
    };
    changes.iter().enumerate().map(is_mine).collect()
}

/// Moves changes of picked sessions to the front and returns their number.
#[must_use]
pub fn picked_first(changes: Vec<Change>, plan: &Plan, picks: &ResolvedPlan) -> (Vec<Change>, usize) {
    let are_mine = concern_picks(&changes, plan, picks);
    let count = are_mine.iter().filter(|is_mine| **is_mine).count();
    let (own, others): (Vec<_>, Vec<_>) =
        changes.into_iter().zip(are_mine).partition(|(_, is_mine)| *is_mine);
    (own.into_iter().chain(others).map(|(change, _)| change).collect(), count)
}

impl Change {
    /// Returns the new snapshot, or the old one of a removed session.
    #[must_use]
    pub fn known(&self) -> Option<&SessionSnapshot> {
        self.is.as_ref().or(self.was.as_ref())
    }

    /// Returns the section: for a session its day in the new edition, or its old day if it was removed.
    #[must_use]
    pub fn section(&self) -> Section {
        match self.about {
            About::Conference | About::Info => Section::Conference,
            About::Session => Section::Day(self.known().and_then(|known| known.day)),
            About::Day => Section::Day(self.date()),
            About::Tier | About::Sponsor => Section::Things(About::Sponsor),
            about => Section::Things(about),
        }
    }

    /// Returns the date of a change of a day.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        let (_, name) = self.name.as_ref().filter(|_| self.about == About::Day)?.iter().next()?;
        name.parse().ok()
    }

    /// True if both changes are of the same entity.
    #[must_use]
    pub fn is_of_same(&self, other: &Self) -> bool {
        self.about == other.about
            && self.session == other.session
            && self.name == other.name
            // Added and removed sessions are distinct, even with equal snapshots.
            && (self.about != About::Session || self.session.is_some())
    }

    fn of(about: About, fact: Fact) -> Self {
        let (from, to) = (Vec::new(), Vec::new());
        Self { about, fact, session: None, was: None, is: None, name: None, from, to }
    }

    fn is_gone_session(&self) -> bool {
        self.about == About::Session && self.fact == Fact::Gone
    }

    fn order(&self) -> impl Ord + use<> {
        let section = match self.section() {
            Section::Conference => (0, About::Conference),
            Section::Day(_) => (1, About::Day),
            Section::Things(about) => (2, about),
        };
        let is_day = self.about == About::Day;
        let day = match self.section() {
            Section::Day(day) => day,
            _ => None,
        };
        let start = self.known().map(|known| (known.start.is_none(), known.date, known.start));
        (section, day.is_none(), day, !is_day, start, self.about)
    }
}

fn has_same_time(was: &SessionSnapshot, is: &SessionSnapshot) -> bool {
    let start = |session: &SessionSnapshot| -> (Option<NaiveDate>, Option<NaiveTime>) {
        // Compare calendar dates: schedule days also depend on the day change.
        let date = if session.start.is_some() { session.date.or(session.day) } else { session.day };
        (date, session.start.map(to_minute))
    };
    start(was) == start(is) && was.length == is.length
}

fn has_same_rooms(was: &SessionSnapshot, conference: &Conference, id: SessionId) -> bool {
    let former: HashSet<String> = was.rooms.iter().map(|room| normalize(room)).collect();
    match &conference.session(id).rooms {
        Rooms::All => former.len() == 1 && former.contains("*"),
        Rooms::In(rooms) => {
            let names = |id: &RoomId| -> Vec<String> {
                let room = conference.room(*id);
                let names = room.name.iter().flat_map(LocalizedText::iter).map(|(_, name)| normalize(name));
                let id = room.id.iter().filter(|_| room.name.is_none()).map(|id| normalize(id));
                names.chain(id).collect()
            };
            let rooms: Vec<Vec<String>> =
                rooms.iter().map(names).filter(|names: &Vec<String>| !names.is_empty()).collect();
            let now: HashSet<&String> = rooms.iter().flatten().collect();
            former.iter().all(|room| now.contains(room))
                && rooms.iter().all(|names| names.iter().any(|name| former.contains(name)))
        }
    }
}

fn has_same_title(was: &SessionSnapshot, conference: &Conference, id: SessionId) -> bool {
    match (&was.title, &conference.session(id).title) {
        (None, None) => true,
        (Some(was), Some(is)) => {
            let was = as_read(was);
            is.iter().any(|(_, title)| as_read(title) == was)
        }
        _ => false,
    }
}
