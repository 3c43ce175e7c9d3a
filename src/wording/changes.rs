//! What changed in a program, fact by fact.

use chrono::NaiveDate;

use super::Wording;
use crate::locale::{Locale, Message, Value};
use crate::model::{Remembered, Times};
use crate::plan::{Change, Fact, count};

/// What separates the parts of a line.
const SEPARATOR: &str = " · ";

/// What kind of change it is, as the head of a line: `other time`.
#[must_use]
pub fn change_kind(locale: &Locale, fact: Fact) -> String {
    locale.with(Message::Change, &[("fact", Value::Word(word(fact)))])
}

/// That so many facts are new since somebody last looked, `own` of them about what they picked.
#[must_use]
pub fn change_notice(locale: &Locale, all: usize, own: usize) -> String {
    let message = if own > 0 { Message::NoticeChangesOwn } else { Message::NoticeChanges };
    locale.with(message, &[("count", Value::count(all)), ("own", Value::count(own))])
}

/// How many changes of each kind there are, in a line: `192 new, 30 gone, 74 other times`; that there are none.
#[must_use]
pub fn change_counts(locale: &Locale, changes: &[Change]) -> String {
    let known = count(changes).into_iter().filter(|(_, count)| *count > 0);
    let say = |(fact, count)| {
        let values = [("fact", Value::Word(word(fact))), ("count", Value::count(count))];
        locale.with(Message::ChangeCounts, &values)
    };
    let parts: Vec<String> = known.map(say).collect();
    if parts.is_empty() { locale.text(Message::ChangesNone) } else { parts.join(", ") }
}

/// The word that the messages tell a fact by, which is its name in JSON, too.
#[must_use]
pub(crate) fn word(fact: Fact) -> &'static str {
    match fact {
        Fact::New => "new",
        Fact::Gone => "gone",
        Fact::Cancelled => "cancelled",
        Fact::Uncancelled => "uncancelled",
        Fact::Time => "time",
        Fact::Rooms => "rooms",
        Fact::Title => "title",
    }
}

/// The changes of a program; [`Wording::conference`] is its new edition.
impl Wording<'_> {
    /// A change in a line: its kind, the session, and what it was and is: `other time · Title · 10:00 → 10:30`.
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        let kind = change_kind(self.locale, change.fact);
        [kind].into_iter().chain(self.change_parts(change)).collect::<Vec<_>>().join(SEPARATOR)
    }

    /// The same without its kind: `Title · 10:00 → 10:30`.
    #[must_use]
    pub fn change_text(&self, change: &Change) -> String {
        self.change_parts(change).collect::<Vec<_>>().join(SEPARATOR)
    }

    fn change_parts(&self, change: &Change) -> impl Iterator<Item = String> {
        // A new title says itself of what it is the title.
        let title = (change.fact != Fact::Title).then(|| self.change_title(change));
        title.into_iter().chain(self.change_detail(change))
    }

    /// The session that a change is about: its title now, or the one that it had if it is gone.
    #[must_use]
    pub fn change_title(&self, change: &Change) -> String {
        match change.session {
            Some(id) => self.title(self.conference.session(id)),
            None => self.remembered_title(change.was.as_ref()),
        }
    }

    /// When that session starts, or started if it is gone; empty where that is not known.
    #[must_use]
    pub fn change_start(&self, change: &Change) -> String {
        self.change_times(change).start.map(|start| self.locale.time(start)).unwrap_or_default()
    }

    /// The day under which a change is listed; `None` where it is not known.
    #[must_use]
    pub fn change_day(&self, change: &Change) -> Option<NaiveDate> {
        self.change_times(change).day
    }

    fn change_times(&self, change: &Change) -> Times {
        let times = match (change.session, &change.was) {
            (Some(id), _) => self.conference.session(id).times,
            (None, Some(was)) => times_of(was),
            (None, None) => Times::default(),
        };
        self.shown(&times)
    }

    /// What it was and what it is: `10:00 → 10:30`, `Hall → not announced`; where something new is, or was that is gone.
    /// Nothing more is to say of what is cancelled.
    #[must_use]
    pub fn change_detail(&self, change: &Change) -> Option<String> {
        match change.fact {
            Fact::New => self.rooms(self.conference.session(change.session?)),
            Fact::Gone => self.remembered_rooms(change.was.as_ref()?),
            Fact::Cancelled | Fact::Uncancelled => None,
            Fact::Time => {
                let session = self.conference.session(change.session?);
                let is = session.times;
                // Whose clock it is, is the same before and after.
                let was = Times { offset: is.offset, ..times_of(change.was.as_ref()?) };
                let with_day = self.shown(&was).day != self.shown(&is).day;
                Some(self.arrow(self.place_in_time(&was, with_day), self.place_in_time(&is, with_day)))
            }
            Fact::Rooms => {
                let session = self.conference.session(change.session?);
                Some(self.arrow(self.remembered_rooms(change.was.as_ref()?), self.rooms(session)))
            }
            Fact::Title => {
                let [was, is] = [&change.was, &change.is].map(|side| self.remembered_title(side.as_ref()));
                Some(self.arrow(Some(was), Some(is)))
            }
        }
    }

    fn arrow(&self, from: Option<String>, to: Option<String>) -> String {
        let known = |text: Option<String>| text.unwrap_or_else(|| self.word(Message::ChangeNotAnnounced));
        let values = [("from", Value::text(&known(from))), ("to", Value::text(&known(to)))];
        self.locale.with(Message::ChangeFromTo, &values)
    }

    /// Day and time as far as they are known, else how long it takes: `Sat 1 Feb 10:00–10:25`, `10:00`, `45 min`.
    fn place_in_time(&self, times: &Times, with_day: bool) -> Option<String> {
        let shown = self.shown(times);
        let day = shown.day.filter(|_| with_day).map(|day| self.locale.weekday_day(day));
        let time = if let (Some(start), None) = (shown.start, shown.length) {
            // A dash behind a time whose end is not known would stand beside the arrow.
            format!("{} {}", self.locale.time(start), Self::day_mark(&shown)).trim_end().to_owned()
        } else {
            let length = || times.length.map(|length| self.locale.duration(length));
            self.time_of_day(times).or_else(length).unwrap_or_default()
        };
        let parts: Vec<String> = day.into_iter().chain(Some(time).filter(|time| !time.is_empty())).collect();
        Some(parts.join(" ")).filter(|text| !text.is_empty())
    }

    fn remembered_title(&self, session: Option<&Remembered>) -> String {
        let title = session.and_then(|session| session.title.as_ref()).map(ToString::to_string);
        title.unwrap_or_else(|| self.word(Message::Untitled))
    }

    /// The rooms in which a session was when it was last seen.
    pub(crate) fn remembered_rooms(&self, session: &Remembered) -> Option<String> {
        match &session.rooms[..] {
            [] => None,
            [all] if all.as_str() == "*" => Some(self.word(Message::AllRooms)),
            rooms => Some(rooms.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        }
    }
}

fn times_of(session: &Remembered) -> Times {
    let Remembered { day, date, start, length, .. } = *session;
    Times { day, date, start, length, ..Times::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::toml;
    use crate::index::Index;
    use crate::model::OwnClock;
    use crate::plan::changes;
    use crate::text::Lang;
    use crate::wording::Clocks;

    /// The changes of a session in a language, by the clock of the venue and by that of Bishkek.
    fn say(old: &str, new: &str, lang: &str) -> [Vec<String>; 2] {
        let read = |session: &str| {
            let head = "title = 't'\ntimezone = 'Europe/Brussels'\ndate = 2025-02-01\n";
            toml::read(&Source::new("a.toml", &format!("{head}agenda = [{{ id = 'a', {session} }}]\n")))
                .conference
        };
        let (old, new) = (read(old), read(new));
        let changes = changes(&old.remember_all(), &new);
        let locale = Locale::for_language(&Lang::parse(lang).unwrap()).unwrap();
        [false, true].map(|shows_own| {
            let clocks =
                Clocks { own: OwnClock::Named(chrono_tz::Asia::Bishkek), shows_own, moves_days: false };
            let (index, reading) = (Index::new(&new), new.reading(None));
            let clocks = Some(clocks);
            let words =
                Wording { conference: &new, index: &index, locale: &locale, reading: &reading, clocks };
            changes
                .iter()
                .map(|change| format!("{} {}", words.change_start(change), words.change(change)))
                .collect()
        })
    }

    #[test]
    fn changes_are_said_by_the_clock_that_is_shown() {
        let (old, new) = ("title = 'A', start = '10:00'", "title = 'A', start = '20:30', duration = 30");
        assert_eq!(
            say(old, new, "en"),
            [
                ["20:30 other time · A · 10:00 → 20:30–21:00"],
                ["01:30 other time · A · 15:00 → 01:30–02:00 +1"]
            ]
        );
        assert_eq!(
            say("title = 'A', duration = 45", "title = 'A', duration = 90", "ru")[0],
            [" другое время · A · 45 мин → 1 ч 30 мин",]
        );
    }

    #[test]
    fn changes_are_said_in_every_language() {
        let (old, new) = ("status = 'cancelled', room = 'Зал'", "title = 'Суу'");
        assert_eq!(
            say(old, new, "ky")[0],
            [
                " кайра өтөт · Суу",
                " башка зал · Суу · Зал → жарыяланган эмес",
                " башка аталыш · (аталышы жок) → Суу",
            ]
        );
        assert_eq!(say(old, new, "ru")[0][0], " снова состоится · Суу");
    }
}
