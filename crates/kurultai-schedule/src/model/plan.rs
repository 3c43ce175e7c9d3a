//! [`Plan`]: the sessions picked from a schedule, with notes and busy times.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Conference, LanguagePreference, LocalizedText, Rooms, Session, SessionId, Times, schedule_day};
use crate::text::SafeText;

/// A user's plan for one conference. It stores snapshots of sessions, so it survives later editions of the schedule and even
/// the loss of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The conference: the first of its [`identities`](Conference::identities).
    pub conference: Option<SafeText>,
    /// The title of the conference, for human readers of the plan file.
    pub title: Option<SafeText>,
    /// The picked sessions.
    pub picks: Vec<Pick>,
    /// Notes on sessions, picked or not.
    pub notes: Vec<Note>,
    /// Times at which the user is busy.
    pub busy: Vec<BusyBlock>,
    /// Hidden sessions, rooms and tracks.
    pub hidden: Vec<HiddenItem>,
}

/// A picked session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pick {
    /// The session.
    pub session: SessionSnapshot,
    /// The priority.
    pub priority: Priority,
}

/// The priority of a pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Attend if nothing else is on.
    Maybe,
    /// Attend in any case.
    Must,
}

/// A note on a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note {
    /// The session.
    pub session: SessionSnapshot,
    /// The text.
    pub text: SafeText,
}

/// A time, in the venue's zone, that is taken by something outside the schedule. It ends after it starts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusyBlock {
    /// The start.
    pub start: NaiveDateTime,
    /// The end, exclusive.
    pub end: NaiveDateTime,
    /// The reason.
    pub title: Option<SafeText>,
}

impl BusyBlock {
    /// Returns the times as the clocks of a venue show them.
    #[must_use]
    pub fn times(&self, conference: &Conference) -> Times {
        let zone = conference.zone;
        let (date, start) = (Some(self.start.date()), Some(self.start.time()));
        let times = Times { date, start, ..Times::default() }.resolved(zone);
        let duration = times.until(self.end, zone).unwrap_or(self.end - self.start);
        let times = Times { duration: Some(duration), ..times }.resolved(zone);
        let day =
            times.date.zip(times.start).map(|(date, start)| schedule_day(date, start, conference.day_change));
        Times { day, ..times }
    }
}

/// Something the user has hidden.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenItem {
    /// A session.
    Session(SessionSnapshot),
    /// All sessions in this room and no other, by name.
    Room(SafeText),
    /// All sessions of this track, by name.
    Track(SafeText),
}

/// A session as it was when picked: enough to find it in a later edition, and to describe it when it is gone. Times are in
/// the venue's zone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SessionSnapshot {
    /// The globally unique id.
    pub guid: Option<SafeText>,
    /// The id in the schedule.
    pub id: Option<SafeText>,
    /// The web page.
    pub url: Option<SafeText>,
    /// The title, in the schedule's language.
    pub title: Option<SafeText>,
    /// The names of the participants.
    pub people: Vec<SafeText>,
    /// The schedule day.
    pub day: Option<NaiveDate>,
    /// The calendar date of the start.
    pub date: Option<NaiveDate>,
    /// The start time.
    pub start: Option<NaiveTime>,
    /// The duration, in whole minutes.
    pub length: Option<TimeDelta>,
    /// The names of the rooms; `*` for all rooms.
    pub rooms: Vec<SafeText>,
    /// True if the session was cancelled.
    pub is_cancelled: bool,
}

/// A change to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanChange {
    /// Pick a session, or change its priority.
    Pick(Pick),
    /// Remove a pick.
    Unpick(SessionSnapshot),
    /// Set the note on a session, or remove it if the note is empty.
    Note(Note),
    /// Add a busy time.
    Busy(BusyBlock),
    /// Remove a busy time.
    Free(BusyBlock),
    /// Hide something.
    Hide(HiddenItem),
    /// Show it again.
    Unhide(HiddenItem),
}

/// The strongest identifier of a session snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SnapshotKey<'a> {
    /// The globally unique id.
    Guid(&'a str),
    /// The id in the schedule.
    Id(&'a str),
    /// The web page.
    Url(&'a str),
    /// Title, participants and start.
    Title(&'a str, &'a [SafeText], Option<NaiveDate>, Option<NaiveTime>),
    /// Day, start and rooms, for sessions without a title.
    Place(Option<NaiveDate>, Option<NaiveTime>, &'a [SafeText]),
    /// No identifier is known.
    Nothing,
}

impl SessionSnapshot {
    /// Returns the strongest identifier.
    #[must_use]
    pub fn key(&self) -> SnapshotKey<'_> {
        match self {
            Self { guid: Some(guid), .. } => SnapshotKey::Guid(guid),
            Self { id: Some(id), .. } => SnapshotKey::Id(id),
            Self { url: Some(url), .. } => SnapshotKey::Url(url),
            Self { title: Some(title), .. } => SnapshotKey::Title(title, &self.people, self.date, self.start),
            _ => match (self.date.or(self.day), self.start) {
                (None, None) => SnapshotKey::Nothing,
                (day, start) => SnapshotKey::Place(day, start, &self.rooms),
            },
        }
    }

    /// Returns the start in the venue's zone, if date and time are known.
    #[must_use]
    pub fn start_datetime(&self) -> Option<NaiveDateTime> {
        Some(self.date?.and_time(self.start?))
    }

    /// Returns the end in the venue's zone, if it is known.
    #[must_use]
    pub fn end_datetime(&self) -> Option<NaiveDateTime> {
        self.start_datetime()?.checked_add_signed(self.length?)
    }
}

impl HiddenItem {
    /// True if both hide the same thing.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Session(one), Self::Session(other)) => one.key() == other.key(),
            _ => self == other,
        }
    }
}

impl Plan {
    /// True if the plan has no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.picks.is_empty() && self.notes.is_empty() && self.busy.is_empty() && self.hidden.is_empty()
    }

    /// Applies a change. Sessions are matched by their [`key`](SessionSnapshot::key).
    pub fn apply(&mut self, change: PlanChange) {
        match change {
            PlanChange::Pick(pick) => {
                replace_or_push(&mut self.picks, pick, |one, other| one.session.key() == other.session.key());
            }
            PlanChange::Unpick(session) => {
                self.picks.retain(|pick| pick.session.key() != session.key());
            }
            PlanChange::Note(note) if note.text.is_empty() => {
                self.notes.retain(|known| known.session.key() != note.session.key());
            }
            PlanChange::Note(note) => {
                replace_or_push(&mut self.notes, note, |one, other| one.session.key() == other.session.key());
            }
            PlanChange::Busy(busy) => replace_or_push(&mut self.busy, busy, |one, other| one == other),
            PlanChange::Free(busy) => self.busy.retain(|known| *known != busy),
            PlanChange::Hide(hidden) => replace_or_push(&mut self.hidden, hidden, HiddenItem::is_same),
            PlanChange::Unhide(hidden) => self.hidden.retain(|known| !known.is_same(&hidden)),
        }
    }
}

impl Plan {
    /// Returns the changes that revert these changes of the plan, in the order in which to apply them.
    ///
    /// ```
    /// use kurultai_schedule::model::{HiddenItem, Plan, PlanChange};
    /// use kurultai_schedule::text::SafeText;
    /// let hide = PlanChange::Hide(HiddenItem::Room(SafeText::line("Hall")));
    /// let show = PlanChange::Unhide(HiddenItem::Room(SafeText::line("Hall")));
    /// assert_eq!(Plan::default().inverse(&[hide.clone()]), [show.clone()]);
    /// assert_eq!(Plan::default().inverse(&[hide.clone(), show.clone()]), [hide, show]);
    /// ```
    #[must_use]
    pub fn inverse(&self, changes: &[PlanChange]) -> Vec<PlanChange> {
        let mut plan = self.clone();
        let mut inverse = Vec::new();
        for change in changes {
            inverse.push(plan.inverse_of(change));
            plan.apply(change.clone());
        }
        inverse.into_iter().rev().flatten().collect()
    }

    /// Returns the changes that revert one change.
    fn inverse_of(&self, change: &PlanChange) -> Vec<PlanChange> {
        let picked = |session: &SessionSnapshot| {
            let same = self.picks.iter().filter(|pick| pick.session.key() == session.key());
            same.cloned().map(PlanChange::Pick).collect::<Vec<_>>()
        };
        match change {
            PlanChange::Pick(pick) => match picked(&pick.session) {
                former if former.is_empty() => vec![PlanChange::Unpick(pick.session.clone())],
                former => former,
            },
            PlanChange::Unpick(session) => picked(session),
            PlanChange::Note(note) => {
                let former = self.notes.iter().find(|known| known.session.key() == note.session.key());
                let empty = || Note { session: note.session.clone(), text: SafeText::default() };
                vec![PlanChange::Note(former.cloned().unwrap_or_else(empty))]
            }
            PlanChange::Busy(busy) if self.busy.contains(busy) => Vec::new(),
            PlanChange::Busy(busy) => vec![PlanChange::Free(busy.clone())],
            PlanChange::Free(busy) if self.busy.contains(busy) => vec![PlanChange::Busy(busy.clone())],
            PlanChange::Free(_) => Vec::new(),
            PlanChange::Hide(hidden) => match self.hidden.iter().find(|known| known.is_same(hidden)) {
                Some(former) => vec![PlanChange::Hide(former.clone())],
                None => vec![PlanChange::Unhide(hidden.clone())],
            },
            PlanChange::Unhide(hidden) => {
                let former = self.hidden.iter().filter(|known| known.is_same(hidden));
                former.cloned().map(PlanChange::Hide).collect()
            }
        }
    }
}

/// Replaces the first matching item and removes other matches, or appends.
fn replace_or_push<T>(items: &mut Vec<T>, item: T, is_same: impl Fn(&T, &T) -> bool) {
    let at = items.iter().position(|known| is_same(known, &item)).unwrap_or(items.len());
    items.retain(|known| !is_same(known, &item));
    items.insert(at, item);
}

/// Identifiers that should be unique in a schedule.
const NAMES: [fn(&Session) -> Option<&SafeText>; 3] =
    [|session| session.guid.as_ref(), |session| session.id.as_ref(), |session| session.url.as_ref()];

impl Conference {
    /// Takes a snapshot of a session. Identifiers shared by several sessions are left out.
    #[must_use]
    pub fn snapshot(&self, id: SessionId) -> SessionSnapshot {
        let session = self.session(id);
        let names = NAMES.map(|name| {
            let own = name(session)?;
            let count = self.sessions.iter().filter(|other| name(other) == Some(own)).take(2).count();
            (count == 1).then(|| own.clone())
        });
        self.snapshot_with(session, names)
    }

    /// Takes snapshots of all sessions, for comparison with a later edition.
    #[must_use]
    pub fn snapshots(&self) -> Vec<SessionSnapshot> {
        let remember = |session| self.snapshot_with(session, NAMES.map(|name| name(session).cloned()));
        self.sessions.iter().map(remember).collect()
    }

    fn snapshot_with(&self, session: &Session, [guid, id, url]: [Option<SafeText>; 3]) -> SessionSnapshot {
        let reading: LanguagePreference = self.reading(None);
        let text = |texts: &Option<LocalizedText>| texts.as_ref().map(|texts| texts.get(&reading).clone());
        let rooms = match &session.rooms {
            Rooms::All => vec![SafeText::line("*")],
            Rooms::In(rooms) => {
                let name = |id: &super::RoomId| {
                    let room = self.room(*id);
                    text(&room.name).or_else(|| room.id.clone())
                };
                rooms.iter().filter_map(name).collect()
            }
        };
        let person = |part: &super::Participation| {
            let person = self.person(part.person);
            text(&part.name).or_else(|| text(&person.name)).or_else(|| person.id.clone())
        };
        let times = self.published_times(&session.times);
        SessionSnapshot {
            guid,
            id,
            url,
            title: text(&session.title),
            people: session.people.iter().filter_map(person).collect(),
            day: times.day,
            date: times.date,
            start: times.start,
            length: times.duration.map(|length| TimeDelta::minutes(length.num_minutes())),
            rooms,
            is_cancelled: session.status == Some(super::Status::Cancelled),
        }
    }

    /// Returns the identities of a conference for plans and the library, best first: its id, its acronym with its first date,
    /// its page, the path of its file. Another edition may lack some of them.
    #[must_use]
    pub fn identities(&self, path: &str) -> Vec<SafeText> {
        let acronym = self.acronym.as_ref().zip(self.dates.start);
        let acronym = acronym.map(|(acronym, start)| SafeText::line(&format!("{acronym} {start}")));
        let path = SafeText::line(path);
        self.id.iter().cloned().chain(acronym).chain(self.url.clone()).chain([path]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(id: &str, title: &str) -> SessionSnapshot {
        SessionSnapshot {
            id: Some(SafeText::line(id)),
            title: Some(SafeText::line(title)),
            ..SessionSnapshot::default()
        }
    }

    #[test]
    fn changes_find_their_entry_by_key() {
        let mut plan = Plan::default();
        let pick = |title, priority| PlanChange::Pick(Pick { session: session("1", title), priority });
        plan.apply(pick("A", Priority::Maybe));
        plan.apply(PlanChange::Pick(Pick { session: session("2", "B"), priority: Priority::Must }));
        plan.apply(pick("A, later", Priority::Must));
        assert_eq!(
            plan.picks.iter().map(|pick| (pick.session.title.as_deref(), pick.priority)).collect::<Vec<_>>(),
            [(Some("A, later"), Priority::Must), (Some("B"), Priority::Must)]
        );
        plan.apply(PlanChange::Unpick(session("1", "C")));
        assert_eq!(plan.picks.len(), 1);
        plan.apply(PlanChange::Hide(HiddenItem::Session(session("2", "x"))));
        plan.apply(PlanChange::Hide(HiddenItem::Session(session("2", "y"))));
        assert_eq!(plan.hidden.len(), 1);
        plan.apply(PlanChange::Unhide(HiddenItem::Session(session("2", "z"))));
        plan.apply(PlanChange::Note(Note { session: session("3", ""), text: SafeText::line("early") }));
        plan.apply(PlanChange::Note(Note { session: session("3", ""), text: SafeText::line("") }));
        plan.apply(PlanChange::Unpick(session("2", "")));
        assert!(plan.is_empty());
    }
}
