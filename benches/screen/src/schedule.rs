//! [`Schedule`]: a generated schedule, before it is written in a format.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::words::Words;
use crate::{FIRST, FIRST_TEXT, LAST};

/// The sessions that a room has in a day.
const SLOTS: usize = 16;
/// The length of a session, in minutes.
const MINUTES: i64 = 30;
const TRACKS: usize = 60;
/// The largest number of people, as in conferences that repeat every year.
const MAX_PEOPLE: usize = 9_000;

/// The size of a schedule.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// The number of sessions.
    pub sessions: usize,
    /// The number of rooms; as many sessions run at the same time.
    pub rooms: usize,
    /// The length of the first abstract in bytes, if it is not the usual one.
    pub first_text: Option<usize>,
}

impl Size {
    /// Returns the size of a conference in 35 rooms, which takes place on as many weekends as necessary.
    #[must_use]
    pub fn of(sessions: usize) -> Self {
        Self { sessions, rooms: 35, first_text: None }
    }
}

/// A generated schedule.
#[derive(Debug)]
pub struct Schedule {
    pub(crate) title: String,
    pub(crate) rooms: Vec<String>,
    pub(crate) tracks: Vec<String>,
    pub(crate) people: Vec<String>,
    pub(crate) sessions: Vec<Session>,
}

/// A generated session. Room, track and people are positions in the lists of the schedule.
#[derive(Debug)]
pub struct Session {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) start: NaiveDateTime,
    pub(crate) room: usize,
    pub(crate) track: usize,
    pub(crate) people: Vec<usize>,
    pub(crate) text: String,
}

impl Session {
    pub(crate) const LENGTH: TimeDelta = TimeDelta::minutes(MINUTES);
}

impl Schedule {
    /// Generates a schedule. Its sessions are in order of time.
    #[must_use]
    pub fn new(size: Size) -> Self {
        let mut words = Words::new(1);
        let rooms = (1..=size.rooms.max(1)).map(|number| format!("Room {number}")).collect::<Vec<_>>();
        let tracks = (1..=TRACKS).map(|number| format!("{} {number}", words.capitalized(1))).collect();
        let people = (size.sessions * 11 / 10).clamp(1, MAX_PEOPLE);
        let people: Vec<String> = (1..=people).map(|number| words.name(number)).collect();
        let mut schedule = Self {
            title: format!("A schedule of {} sessions", size.sessions),
            rooms,
            tracks,
            people,
            sessions: vec![],
        };
        for index in 0..size.sessions {
            let session = schedule.session(index, &mut words);
            schedule.sessions.push(session);
        }
        if let Some(last) = schedule.sessions.last_mut() {
            last.title = format!("{LAST} {}", last.title);
        }
        if let Some(first) = schedule.sessions.first_mut() {
            first.title = format!("{FIRST} {}", first.title);
            let text =
                size.first_text.map_or_else(|| std::mem::take(&mut first.text), |bytes| words.text(bytes));
            first.text = format!("{FIRST_TEXT} {text}");
        }
        schedule
    }

    fn session(&self, index: usize, words: &mut Words) -> Session {
        let (slot, room) = (index / self.rooms.len(), index % self.rooms.len());
        let (day, slot) = (slot / SLOTS, slot % SLOTS);
        // Saturdays and Sundays.
        let date = NaiveDate::from_ymd_opt(2027, 5, 1).unwrap_or_default();
        let date = date + Days::new(u64::try_from(day / 2 * 7 + day % 2).unwrap_or_default());
        let morning = date.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
        let minutes = i64::try_from(slot).unwrap_or_default() * MINUTES;
        let track = words.below(self.tracks.len());
        let mut people: Vec<usize> =
            (0..=words.below(8) / 6).map(|_| words.below(self.people.len())).collect();
        people.dedup();
        let bytes = 200 + words.below(1_300);
        Session {
            id: format!("s{index}"),
            title: words.title(),
            start: morning + TimeDelta::minutes(minutes),
            room,
            track,
            people,
            text: words.text(bytes),
        }
    }
}
