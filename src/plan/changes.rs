//! [`Change`]: what is different in a new edition of a program, one fact each.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime};

use super::trace::{as_read, tidy, to_minute};
use super::{Followed, Picks, pairs};
use crate::model::{Conference, Plan, Remembered, RoomId, Rooms, SessionId, Texts};

/// A fact that is different in a new edition of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of fact.
    pub fact: Fact,
    /// The session in the new edition; `None` where it is gone.
    pub session: Option<SessionId>,
    /// The session as it was; `None` where it is new.
    pub was: Option<Remembered>,
    /// The session as it is now; `None` where it is gone.
    pub is: Option<Remembered>,
}

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A session was not in the program before.
    New,
    /// A session is not in the program any more.
    Gone,
    /// It is in the program, but does not take place any more.
    Cancelled,
    /// It was cancelled, and takes place after all.
    Uncancelled,
    /// It is on another day, starts at another time, or takes longer or shorter; or any of this is only known now, or
    /// not any more.
    Time,
    /// It is in other rooms.
    Rooms,
    /// It is called otherwise.
    Title,
}

impl Fact {
    /// All of them, in the order in which those of one session are told.
    pub const ALL: [Self; 7] =
        [Self::New, Self::Gone, Self::Cancelled, Self::Uncancelled, Self::Time, Self::Rooms, Self::Title];

    /// What it is the other way round, from the new edition to the former one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::New => Self::Gone,
            Self::Gone => Self::New,
            Self::Cancelled => Self::Uncancelled,
            Self::Uncancelled => Self::Cancelled,
            Self::Time | Self::Rooms | Self::Title => self,
        }
    }
}

/// What is different in a program since it was last seen, in the order of the new one; what is gone stands where it was.
///
/// The order of people and rooms, blanks, case in the names of rooms, texts, and whether the zone is known are no changes.
/// A title is the same when it is so in any language of the program; another case makes it another title.
#[must_use]
pub fn changes(old: &[Remembered], new: &Conference) -> Vec<Change> {
    let now = new.remember_all();
    let pairs = pairs(old, new);
    let mut is_new = vec![true; now.len()];
    let mut changes = Vec::new();
    for (was, pair) in old.iter().zip(&pairs) {
        let Some(id) = *pair else {
            changes.push(Change { fact: Fact::Gone, session: None, was: Some(was.clone()), is: None });
            continue;
        };
        is_new[id.index()] = false;
        let is = &now[id.index()];
        let facts = [
            (Fact::Cancelled, is.is_cancelled && !was.is_cancelled),
            (Fact::Uncancelled, was.is_cancelled && !is.is_cancelled),
            (Fact::Time, !has_same_time(was, is)),
            (Fact::Rooms, !has_same_rooms(was, new, id)),
            (Fact::Title, !has_same_title(was, new, id)),
        ];
        for (fact, _) in facts.into_iter().filter(|(_, is_different)| *is_different) {
            changes.push(Change { fact, session: Some(id), was: Some(was.clone()), is: Some(is.clone()) });
        }
    }
    for (at, is) in now.into_iter().enumerate().filter(|(at, _)| is_new[*at]) {
        let session = Some(SessionId::new(at));
        changes.push(Change { fact: Fact::New, session, was: None, is: Some(is) });
    }
    // What is gone keeps its order.
    changes.sort_by_key(|change| (change.time_key(), change.session.is_none(), change.session, change.fact));
    changes
}

/// How many facts of each kind there are, in the order of [`Fact::ALL`].
#[must_use]
pub fn count(changes: &[Change]) -> [(Fact, usize); 7] {
    Fact::ALL.map(|fact| (fact, changes.iter().filter(|change| change.fact == fact).count()))
}

/// Which of these changes are about sessions that somebody picked, those that are gone among them. `picks` are those of
/// the plan in the new edition.
#[must_use]
pub fn mine(changes: &[Change], plan: &Plan, picks: &Picks) -> Vec<bool> {
    let gone: Vec<usize> = (0..changes.len()).filter(|at| changes[*at].fact == Fact::Gone).collect();
    let followed = Followed::among(gone.iter().filter_map(|at| changes[*at].was.as_ref()));
    let of_mine = picks.gone().filter_map(|pick| followed.place(&plan.picks[pick].session));
    let of_mine: HashSet<usize> = of_mine.map(|place| gone[place]).collect();
    let is_mine = |(at, change): (usize, &Change)| match change.session {
        Some(id) => picks.level(id).is_some(),
        None => of_mine.contains(&at),
    };
    changes.iter().enumerate().map(is_mine).collect()
}

/// The same changes, those about picked sessions first, and how many these are.
#[must_use]
pub fn mine_first(changes: Vec<Change>, plan: &Plan, picks: &Picks) -> (Vec<Change>, usize) {
    let mine = mine(&changes, plan, picks);
    let count = mine.iter().filter(|is_mine| **is_mine).count();
    let (own, others): (Vec<_>, Vec<_>) = changes.into_iter().zip(mine).partition(|(_, is_mine)| *is_mine);
    (own.into_iter().chain(others).map(|(change, _)| change).collect(), count)
}

impl Change {
    /// The session as it is now, or as it was if it is gone.
    #[must_use]
    pub fn known(&self) -> Option<&Remembered> {
        self.is.as_ref().or(self.was.as_ref())
    }

    /// The program day that it stands under: of the new edition, or of the former one if it is gone.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.known().and_then(|known| known.day)
    }

    fn time_key(&self) -> impl Ord + use<> {
        self.known()
            .map(|known| (known.day.is_none(), known.day, known.start.is_none(), known.date, known.start))
    }
}

fn has_same_time(was: &Remembered, is: &Remembered) -> bool {
    let start = |session: &Remembered| -> (Option<NaiveDate>, Option<NaiveTime>) {
        // To which program day a night belongs is told apart by another hour of the change of days, too.
        let date = if session.start.is_some() { session.date.or(session.day) } else { session.day };
        (date, session.start.map(to_minute))
    };
    start(was) == start(is) && was.length == is.length
}

fn has_same_rooms(was: &Remembered, conference: &Conference, id: SessionId) -> bool {
    let former: HashSet<String> = was.rooms.iter().map(|room| tidy(room)).collect();
    match &conference.session(id).rooms {
        Rooms::All => former.len() == 1 && former.contains("*"),
        Rooms::In(rooms) => {
            let names = |id: &RoomId| -> Vec<String> {
                let room = conference.room(*id);
                let names = room.name.iter().flat_map(Texts::iter).map(|(_, name)| tidy(name));
                let id = room.id.iter().filter(|_| room.name.is_none()).map(|id| tidy(id));
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

fn has_same_title(was: &Remembered, conference: &Conference, id: SessionId) -> bool {
    match (&was.title, &conference.session(id).title) {
        (None, None) => true,
        (Some(was), Some(is)) => {
            let was = as_read(was);
            is.iter().any(|(_, title)| as_read(title) == was)
        }
        _ => false,
    }
}
