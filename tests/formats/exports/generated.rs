//! Property tests with schedules whose sessions, people and rooms are hard to distinguish or to write.

use chrono::{Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use kurultai_schedule::format::{Export, LossKind, RoundTripLoss};
use kurultai_schedule::model::{
    Conference, LocalInstants, LocalizedText, Participation, Person, PersonId, Role, Room, RoomId, Rooms,
    Session, Status, Times, Zone,
};
use kurultai_schedule::text::{Lang, SafeText};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use super::{FORMATS, Format, read_back, unreported};

/// Names that have a special meaning in some format.
const NAMES: [&str; 30] = [
    "Ada Example",
    "ada example",
    "Ada  Exámple",
    "A. Example",
    "Ada Example",
    "Ben",
    "Example, Ada",
    "Ada; Ben",
    "Ada & Ben",
    "Ada and Ben",
    "Ada\nBen",
    "Ada\\nBen",
    "\"Ada\" 'O\"Example",
    "'''Ada\"\"\"",
    "<b>Ada</b> Ben",
    "Ada &amp; Ben",
    "Ada (chair)",
    "=Ada",
    "Ada:VEVENT",
    "END:VEVENT",
    "*",
    "0",
    "null",
    "TBA",
    "-",
    "\u{2067}עדה, בן\u{2069} Ada",
    "\u{200f}עדה\u{200f}",
    "\u{202b}Ada\u{202c}; Ben",
    "Ада «Үлгү»^'n",
    "[[agenda]]",
];

fn name() -> impl Strategy<Value = SafeText> {
    let known = proptest::sample::select(NAMES.to_vec()).prop_map(str::to_owned);
    let raw = prop_oneof![6 => known, 1 => any::<String>(), 1 => "[\"'\\\\,;:^<>&\n a\u{2066}\u{2069}\u{5d0}]{1,9}"];
    raw.prop_map(|raw| SafeText::line(&raw)).prop_filter("nothing", |text| !text.trim().is_empty())
}

fn texts() -> impl Strategy<Value = LocalizedText> {
    let translated = (name(), name()).prop_map(|(one, two)| {
        let lang = |code| Lang::parse(code).unwrap();
        LocalizedText::translated([(lang("ky"), one), (lang("ru"), two)]).unwrap()
    });
    prop_oneof![5 => name().prop_map(LocalizedText::untagged), 1 => translated]
}

/// Generates ids that may be shared or invalid.
fn id() -> impl Strategy<Value = Option<SafeText>> {
    let ids = ["7", "8", "a", "A", "0", "-1", "null", "a, b; c\"'"];
    weighted(0.6, proptest::sample::select(ids.to_vec()).prop_map(SafeText::line))
}

fn guid() -> impl Strategy<Value = Option<SafeText>> {
    let guids = [
        "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        "2e770e82-f65d-56f5-b6cc-323987c0083a",
        "a@example.org",
        "x",
    ];
    weighted(0.4, proptest::sample::select(guids.to_vec()).prop_map(SafeText::line))
}

fn zone() -> impl Strategy<Value = Zone> {
    use chrono_tz::{Asia, Australia, Europe};
    let zones = [
        Zone::Named(Europe::Brussels),
        Zone::Named(Asia::Bishkek),
        Zone::Named(Australia::Lord_Howe),
        Zone::Fixed(FixedOffset::east_opt(5 * 3600 + 1800).unwrap()),
        Zone::Utc,
        Zone::Unknown,
    ];
    proptest::sample::select(zones.to_vec())
}

/// Generates days around DST changes in Brussels and on Lord Howe Island.
fn date() -> impl Strategy<Value = NaiveDate> {
    let days = [(3, 28), (3, 29), (3, 30), (4, 4), (4, 5), (10, 4), (10, 24), (10, 25), (12, 31)];
    proptest::sample::select(days.to_vec()).prop_map(|(m, d)| NaiveDate::from_ymd_opt(2026, m, d).unwrap())
}

prop_compose! {
    fn times()(
        date in weighted(0.9, date()),
        start in weighted(0.85, prop_oneof![0..288_u32, 0..48_u32, 264..288_u32]),
        length in weighted(0.8, prop_oneof![1..=180_i64, 1..=3000_i64]),
        offset in weighted(0.5, -12..=14_i32),
        all_day in weighted(0.1, 1..4_i64),
    ) -> Times {
        if let (Some(days), true) = (all_day, date.is_some()) {
            let duration = Some(TimeDelta::days(days)).filter(|_| days > 1);
            return Times { date, day: date, all_day: true, duration, ..Times::default() };
        }
        let start = start.and_then(|start| NaiveTime::from_num_seconds_from_midnight_opt(start * 300, 0));
        let duration = length.map(TimeDelta::minutes).filter(|_| start.is_some());
        // If all times are in UTC, so is the zone.
        let offset = offset.filter(|hours| *hours != 0 && date.is_some() && start.is_some());
        let offset = offset.and_then(|hours| FixedOffset::east_opt(hours * 3600));
        Times { date, start, duration, offset, ..Times::default() }
    }
}

fn settled(times: Times, zone: Zone, day_change: NaiveTime) -> Times {
    let offset = times.offset.filter(|_| zone == Zone::Unknown);
    let day = match (times.date, times.start) {
        (Some(date), Some(start)) if start < day_change => date.checked_sub_days(Days::new(1)),
        (date, _) => date,
    };
    let times = Times { offset, day, ..times }.resolved(zone);
    // A session from midnight to midnight is an all-day session if the venue zone is known.
    if times.is_in_utc(zone) { times } else { times.as_whole_days() }
}

prop_compose! {
    fn person()(name in weighted(0.95, texts()), id in id(), guid in guid()) -> Person {
        Person { name, id, guid, ..Person::default() }
    }
}

prop_compose! {
    fn room()(name in weighted(0.95, texts()), id in id()) -> Room {
        Room { name, id, ..Room::default() }
    }
}

prop_compose! {
    fn session()(
        title in weighted(0.9, texts()),
        id in id(),
        guid in guid(),
        times in times(),
        people in vec((any::<usize>(), 0..4_usize, weighted(0.1, texts())), 0..4),
        rooms in vec(any::<usize>(), 0..3),
        is_everywhere in weighted(0.1, Just(())),
        status in weighted(0.2, proptest::sample::select(Status::KNOWN.to_vec())),
        description in weighted(0.3, name()),
    ) -> (Session, Vec<(usize, usize, Option<LocalizedText>)>, Vec<usize>) {
        let rooms_of = if is_everywhere.is_some() { Rooms::All } else { Rooms::default() };
        let status = status.map(|word| Status::from_word(&SafeText::line(word)));
        let description = description.map(LocalizedText::untagged);
        let session = Session { title, id, guid, times, rooms: rooms_of, status, description, ..Session::default() };
        (session, people, rooms)
    }
}

prop_compose! {
    /// Generates a schedule. Each session has a unique URL, by which it is matched.
    fn conference()(
        title in texts(),
        language in weighted(0.3, Just(Lang::parse("ru").unwrap())),
        zone in zone(),
        day_change in prop_oneof![2 => Just(4), 1 => Just(0), 1 => Just(6)],
        people in vec(person(), 0..6),
        rooms in vec(room(), 0..4),
        sessions in vec(session(), 0..7),
    ) -> Conference {
        let day_change = NaiveTime::from_hms_opt(day_change, 0, 0).unwrap();
        let (mut people, mut rooms) = (people, rooms);
        // Entities without a name are displayed by id.
        for (at, person) in people.iter_mut().enumerate().filter(|(_, person)| person.name.is_none()) {
            person.id = Some(SafeText::line(&format!("person {at}")));
        }
        for (at, room) in rooms.iter_mut().enumerate().filter(|(_, room)| room.name.is_none()) {
            room.id = Some(SafeText::line(&format!("room {at}")));
        }
        let mut conference = Conference { language, zone, day_change, people, rooms, ..Conference::new(title) };
        for (at, (mut session, people, rooms)) in sessions.into_iter().enumerate() {
            session.times = settled(session.times, zone, day_change);
            session.url = Some(SafeText::line(&format!("https://example.org/{at}")));
            for (person, role, name) in people.into_iter().filter(|_| !conference.people.is_empty()) {
                let person = PersonId::new(person % conference.people.len());
                let role = [None, Some(Role::Speaker), Some(Role::Chair), Some(Role::Moderator)][role].clone();
                if session.people.iter().all(|other| other.person != person) {
                    session.people.push(Participation { person, role, name });
                }
            }
            if let Rooms::In(of_session) = &mut session.rooms {
                for room in rooms.into_iter().filter(|_| !conference.rooms.is_empty()) {
                    let room = RoomId::new(room % conference.rooms.len());
                    if !of_session.contains(&room) {
                        of_session.push(room);
                    }
                }
            }
            conference.sessions.push(session);
        }
        conference
    }
}

/// Matches the sessions of the file to the exported ones by URL.
fn pairs(conference: &Conference, back: &Conference) -> Vec<Option<usize>> {
    let place = |session: &Session| back.sessions.iter().position(|read| read.url == session.url);
    conference.sessions.iter().map(place).collect()
}

/// True if a format with one language may change a text: it has several languages, none, or surrounding blanks.
fn may_be_lost(texts: Option<&LocalizedText>) -> bool {
    texts.is_none_or(|texts| {
        texts.iter().any(|(lang, text)| lang.is_some() || text.trim().len() != text.len())
    })
}

/// A session as the format can represent it.
struct Held<'a> {
    format: Format,
    conference: &'a Conference,
}

impl Held<'_> {
    /// True if the format can represent a session: a calendar requires a day, the others a time in a known
    /// zone.
    fn has(&self, session: &Session) -> bool {
        let times = &session.times;
        let has_clock = self.conference.zone != Zone::Unknown || times.offset.is_some();
        match self.format {
            Format::Toml => true,
            Format::Ics => times.date.is_some(),
            Format::Json | Format::Xml => {
                times.date.is_some() && (times.start.is_some() || times.all_day) && has_clock
            }
        }
    }

    /// True if a format may lose a property of a session.
    fn may_lose(&self, session: &Session, lost: &LossKind) -> bool {
        let in_grid = matches!(self.format, Format::Json | Format::Xml);
        match lost {
            LossKind::All => !self.has(session),
            LossKind::Key("title") => may_be_lost(session.title.as_ref()),
            // Schedule JSON has only named zones, so this one is reduced to an offset.
            LossKind::Key("start")
                if self.format == Format::Json && matches!(self.conference.zone, Zone::Fixed(_)) =>
            {
                true
            }
            LossKind::Key("start") if self.format == Format::Toml && self.is_in_utc_in_part() => true,
            // In a repeated hour, the first time needs no offset and may be read back with one.
            LossKind::Key("start") if self.comes_twice(session) => true,
            LossKind::Key("date" | "start" | "duration" | "all_day") => {
                // All-day sessions, if the venue zone is unknown.
                in_grid && session.times.all_day && self.conference.zone == Zone::Utc
            }
            LossKind::Key("room") => match &session.rooms {
                Rooms::All => in_grid,
                Rooms::In(rooms) => rooms.iter().any(|id| {
                    let room = self.conference.room(*id);
                    in_grid && rooms.len() > 1 || may_be_lost(room.name.as_ref())
                }),
            },
            LossKind::Key("people") => session.people.iter().any(|one| {
                let person = self.conference.person(one.person);
                // All people of schedule.xml are speakers.
                let has_role = self.format == Format::Xml && one.role != Some(Role::Speaker);
                has_role || self.is_named_otherwise(one.person.index()) || may_be_lost(person.name.as_ref())
            }),
            _ => true,
        }
    }

    /// True if a session has a different name for a person, which may become the person's main name.
    fn is_named_otherwise(&self, person: usize) -> bool {
        let mut parts = self.conference.sessions.iter().flat_map(|session| &session.people);
        parts.any(|one| one.person.index() == person && one.name.is_some())
    }

    /// True if an event file cannot express that all times are in UTC, because one of them has no date.
    fn is_in_utc_in_part(&self) -> bool {
        let mut times = self.conference.sessions.iter().map(|session| &session.times);
        self.conference.zone == Zone::Utc && times.any(|times| times.start.is_some() && times.date.is_none())
    }

    fn comes_twice(&self, session: &Session) -> bool {
        let shown = session.times.start_datetime().map(|start| self.conference.zone.instants_at(start));
        matches!(shown, Some(LocalInstants::Twice(..)))
    }

    /// Returns the losses without an explanation.
    fn unexplained(&self, written: &Export) -> Vec<RoundTripLoss> {
        let reading = self.conference.reading(None);
        let is_called = |texts: Option<&LocalizedText>, at: usize, name: &str| match texts {
            Some(texts) => texts.get(&reading).as_str() == name,
            None => (at + 1).to_string() == name,
        };
        let is_in = |person: usize| {
            self.conference.sessions.iter().any(|session| {
                self.has(session) && session.people.iter().any(|one| one.person.index() == person)
            })
        };
        let holds = |room: usize| {
            self.conference.sessions.iter().any(|session| {
                self.has(session)
                    && matches!(&session.rooms, Rooms::In(rooms) if rooms.iter().any(|id| id.index() == room))
            })
        };
        let is_explained = |loss: &&RoundTripLoss| {
            let (name, lost) = (loss.name.as_str(), &loss.lost);
            let is_of_whole = matches!(lost, LossKind::All | LossKind::Key("name"));
            match loss.table {
                "agenda" => {
                    let called =
                        |(at, session): &(usize, &Session)| is_called(session.title.as_ref(), *at, name);
                    self.conference
                        .sessions
                        .iter()
                        .enumerate()
                        .filter(called)
                        .any(|(_, it)| self.may_lose(it, lost))
                }
                "people" if is_of_whole => {
                    let called = |(at, person): &(usize, &Person)| is_called(person.name.as_ref(), *at, name);
                    let mut people = self.conference.people.iter().enumerate().filter(called);
                    people.any(|(at, person)| {
                        !is_in(at) || self.is_named_otherwise(at) || may_be_lost(person.name.as_ref())
                    })
                }
                "rooms" if is_of_whole => {
                    let called = |(at, room): &(usize, &Room)| is_called(room.name.as_ref(), *at, name);
                    let mut rooms = self.conference.rooms.iter().enumerate().filter(called);
                    rooms.any(|(at, room)| !holds(at) || may_be_lost(room.name.as_ref()))
                }
                _ => true,
            }
        };
        written.lost.iter().filter(|loss| !is_explained(loss)).cloned().collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_loss_is_reported(conference in conference()) {
        for format in FORMATS {
            let Ok(written) = format.write(&conference) else { continue };
            let back = read_back(&written.text);
            let complaints = unreported(&conference, &written, &back, &pairs(&conference, &back));
            prop_assert!(complaints.is_empty(), "{format:?}\n{}\n{:#?}\n{}", written.text, written.lost, complaints.join("\n"));
        }
    }

    #[test]
    fn representable_facts_are_kept(conference in conference()) {
        for format in FORMATS {
            let Ok(written) = format.write(&conference) else { continue };
            let unexplained = Held { format, conference: &conference }.unexplained(&written);
            prop_assert!(unexplained.is_empty(), "{format:?}\n{}\n{unexplained:#?}", written.text);
        }
    }
}
