//! [`Plan`]: what somebody picked from a program, and what else belongs to their day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Conference, LanguagePreference, LocalizedText, Rooms, Session, SessionId};
use crate::text::SafeText;

/// What somebody picked from one conference. It names sessions by what was known of them, and so outlives every edition of
/// the program, and the program itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Which conference it is for: the first of its [`identities`](Conference::identities).
    pub conference: Option<SafeText>,
    /// What the conference is called, for people who read the plan.
    pub title: Option<SafeText>,
    /// What was picked.
    pub picks: Vec<Pick>,
    /// What was noted, to a session whether it is picked or not.
    pub notes: Vec<Note>,
    /// When one is busy with something else.
    pub busy: Vec<BusyBlock>,
    /// What one does not want to see.
    pub muted: Vec<HiddenSession>,
}

/// A session that was picked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pick {
    /// Which.
    pub session: SessionSnapshot,
    /// How much one wants it.
    pub level: Priority,
}

/// How much somebody wants to be in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// If nothing is in the way.
    Maybe,
    /// By all means.
    Must,
}

/// What somebody noted to a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note {
    /// Which.
    pub session: SessionSnapshot,
    /// The note.
    pub text: SafeText,
}

/// Time that is taken by something that is not in the program, on the venue's clock. It ends after it starts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusyBlock {
    /// From when on.
    pub start: NaiveDateTime,
    /// Until when; then one is free again.
    pub end: NaiveDateTime,
    /// With what.
    pub title: Option<SafeText>,
}

/// What somebody does not want to see.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenSession {
    /// A session.
    Session(SessionSnapshot),
    /// All sessions that are in this room and in no other, by its name.
    Room(SafeText),
    /// All sessions of this track, by its name.
    Track(SafeText),
}

/// A session as it was known once: enough to find it again in another edition of the program, and to say what it was when
/// it is gone. All times are the venue's clock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SessionSnapshot {
    /// Its globally unique id.
    pub guid: Option<SafeText>,
    /// Its id in the program.
    pub id: Option<SafeText>,
    /// Its page.
    pub url: Option<SafeText>,
    /// What it was called, in the program's own language.
    pub title: Option<SafeText>,
    /// The names of who takes part.
    pub people: Vec<SafeText>,
    /// The program day that it belongs to.
    pub day: Option<NaiveDate>,
    /// The calendar date of its start.
    pub date: Option<NaiveDate>,
    /// When it starts.
    pub start: Option<NaiveTime>,
    /// How long it takes, in whole minutes.
    pub length: Option<TimeDelta>,
    /// The names of the rooms it is in; `*` alone for all.
    pub rooms: Vec<SafeText>,
    /// Whether it was said not to take place.
    pub is_cancelled: bool,
}

/// Something that was done to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanChange {
    /// A session was picked, or its level changed.
    Pick(Pick),
    /// A pick was taken back.
    Unpick(SessionSnapshot),
    /// A session has this note now; none if it is empty.
    Note(Note),
    /// Something else takes time.
    Busy(BusyBlock),
    /// It does not any more.
    Free(BusyBlock),
    /// Something is not to be seen.
    Mute(HiddenSession),
    /// It is to be seen again.
    Unmute(HiddenSession),
}

/// By what a session is told from others without a look at any program: the strongest name that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SnapshotKey<'a> {
    /// A globally unique id.
    Guid(&'a str),
    /// An id of the program.
    Id(&'a str),
    /// A page.
    Url(&'a str),
    /// What it is called, who takes part, and when it starts.
    Title(&'a str, &'a [SafeText], Option<NaiveDate>, Option<NaiveTime>),
    /// Its day, its start and its rooms, where it has no title either.
    Place(Option<NaiveDate>, Option<NaiveTime>, &'a [SafeText]),
    /// Nothing is known that would tell it from others.
    Nothing,
}

impl SessionSnapshot {
    /// The strongest name that it has.
    #[must_use]
    pub fn name(&self) -> SnapshotKey<'_> {
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

    /// The start on the venue's clock, when date and time are known.
    #[must_use]
    pub fn starts(&self) -> Option<NaiveDateTime> {
        Some(self.date?.and_time(self.start?))
    }

    /// The end on the venue's clock, when it is known.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveDateTime> {
        self.starts()?.checked_add_signed(self.length?)
    }
}

impl HiddenSession {
    /// Whether both mute the same.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Session(one), Self::Session(other)) => one.name() == other.name(),
            _ => self == other,
        }
    }
}

impl Plan {
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.picks.is_empty() && self.notes.is_empty() && self.busy.is_empty() && self.muted.is_empty()
    }

    /// Does a change. What a change names is found by its [`name`](SessionSnapshot::name).
    pub fn apply(&mut self, change: PlanChange) {
        match change {
            PlanChange::Pick(pick) => {
                put(&mut self.picks, pick, |one, other| one.session.name() == other.session.name());
            }
            PlanChange::Unpick(session) => {
                self.picks.retain(|pick| pick.session.name() != session.name());
            }
            PlanChange::Note(note) if note.text.is_empty() => {
                self.notes.retain(|known| known.session.name() != note.session.name());
            }
            PlanChange::Note(note) => {
                put(&mut self.notes, note, |one, other| one.session.name() == other.session.name());
            }
            PlanChange::Busy(busy) => put(&mut self.busy, busy, |one, other| one == other),
            PlanChange::Free(busy) => self.busy.retain(|known| *known != busy),
            PlanChange::Mute(muted) => put(&mut self.muted, muted, HiddenSession::is),
            PlanChange::Unmute(muted) => self.muted.retain(|known| !known.is(&muted)),
        }
    }
}

/// Puts a thing in the place of the first that is the same, else at the end; others that are the same go.
fn put<T>(things: &mut Vec<T>, thing: T, is_same: impl Fn(&T, &T) -> bool) {
    let at = things.iter().position(|known| is_same(known, &thing)).unwrap_or(things.len());
    things.retain(|known| !is_same(known, &thing));
    things.insert(at, thing);
}

/// The names of a session that should be the only ones of their kind in a program.
const NAMES: [fn(&Session) -> Option<&SafeText>; 3] =
    [|session| session.guid.as_ref(), |session| session.id.as_ref(), |session| session.url.as_ref()];

impl Conference {
    /// What is known of a session, for a plan to find it again. A guid, an id or a page that several sessions of the
    /// program share tells none of them from the others, so it is left out.
    #[must_use]
    pub fn snapshot(&self, id: SessionId) -> SessionSnapshot {
        let session = self.session(id);
        let names = NAMES.map(|name| {
            let own = name(session)?;
            let count = self.sessions.iter().filter(|other| name(other) == Some(own)).take(2).count();
            (count == 1).then(|| own.clone())
        });
        self.remember_as(session, names)
    }

    /// What is known of all sessions, in program order: the edition that it is now, to compare a later one with.
    #[must_use]
    pub fn snapshots(&self) -> Vec<SessionSnapshot> {
        let remember = |session| self.remember_as(session, NAMES.map(|name| name(session).cloned()));
        self.sessions.iter().map(remember).collect()
    }

    fn remember_as(&self, session: &Session, [guid, id, url]: [Option<SafeText>; 3]) -> SessionSnapshot {
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

    /// What this conference is known by, for the plan and the library, the best first: its id, else its acronym with its
    /// first date, else its page, else the path of its file. Another edition of the program may know it by less.
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
    fn a_change_finds_what_it_means_by_its_name() {
        let mut plan = Plan::default();
        let pick = |title, level| PlanChange::Pick(Pick { session: session("1", title), level });
        plan.apply(pick("A", Priority::Maybe));
        plan.apply(PlanChange::Pick(Pick { session: session("2", "B"), level: Priority::Must }));
        plan.apply(pick("A, later", Priority::Must));
        assert_eq!(
            plan.picks.iter().map(|pick| (pick.session.title.as_deref(), pick.level)).collect::<Vec<_>>(),
            [(Some("A, later"), Priority::Must), (Some("B"), Priority::Must)]
        );
        plan.apply(PlanChange::Unpick(session("1", "C")));
        assert_eq!(plan.picks.len(), 1);
        plan.apply(PlanChange::Mute(HiddenSession::Session(session("2", "x"))));
        plan.apply(PlanChange::Mute(HiddenSession::Session(session("2", "y"))));
        assert_eq!(plan.muted.len(), 1);
        plan.apply(PlanChange::Unmute(HiddenSession::Session(session("2", "z"))));
        plan.apply(PlanChange::Note(Note { session: session("3", ""), text: SafeText::line("early") }));
        plan.apply(PlanChange::Note(Note { session: session("3", ""), text: SafeText::line("") }));
        plan.apply(PlanChange::Unpick(session("2", "")));
        assert!(plan.is_empty());
    }
}
