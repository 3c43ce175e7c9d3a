//! Property tests: a generated conference is equal after writing it as an event file and reading it back.

use chrono::{Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use kurultai_schedule::format::{Export, LossKind, event_file};
use kurultai_schedule::model::{
    Attachment, Attendance, Color, Conference, Dates, Day, Delegation, Info, Kind, Link, LocalizedText,
    Organizer, Participation, Person, PersonId, Role, Room, RoomId, Rooms, Session, SessionId, Sponsor,
    Status, Tier, TierId, Times, Track, TrackId, Venue, WalkingTimes, Zone,
};
use kurultai_schedule::text::{Lang, SafeText};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;

use super::diagnostics_of_reader;
use super::written::conference as read;

/// Generates a single-line text with almost any characters.
fn line() -> impl Strategy<Value = SafeText> {
    let awkward = prop_oneof![
        "[a-cА-В]{1,3}",
        "[\"'\\\\\\[\\]{}=#, a]{1,9}",
        "\\PC{1,8}",
        any::<String>(),
        Just("a = 1 # \"\"\" '''".to_owned()),
        Just("\u{2067}שלום\u{2069} 👨\u{200D}👩\u{200D}👧 \u{FEFF}e\u{301}".to_owned()),
        Just("[[agenda]]".to_owned()),
        Just("*".to_owned()),
    ];
    awkward.prop_map(|raw| SafeText::line(&raw)).prop_filter("nothing", |text| !text.trim().is_empty())
}

/// Generates a multi-line text.
fn prose() -> impl Strategy<Value = SafeText> {
    let line = prop_oneof![
        3 => "[\"'\\\\\t a]{0,6}",
        1 => any::<String>(),
        1 => Just("[[agenda]]".to_owned()),
        1 => Just("title = \"x\"".to_owned()),
        1 => Just("\"\"\"".to_owned()),
        1 => Just("'''".to_owned()),
    ];
    let lines = vec(line, 1..5).prop_map(|lines| SafeText::text(&lines.join("\n")));
    lines.prop_filter("nothing", |text| !text.trim().is_empty())
}

fn in_languages(text: impl Strategy<Value = SafeText> + Clone + 'static) -> BoxedStrategy<LocalizedText> {
    let langs = ["ky", "ru", "pt-BR", "zh-Hant-TW", "sah"].map(|code| Lang::parse(code).unwrap());
    let plain = text.clone().prop_map(LocalizedText::untagged);
    let translated = (proptest::sample::subsequence(langs.to_vec(), 1..5).prop_shuffle(), vec(text, 5));
    let translated = translated
        .prop_map(|(langs, texts)| LocalizedText::translated(langs.into_iter().zip(texts)).unwrap());
    prop_oneof![2 => plain, 1 => translated].boxed()
}

fn texts() -> BoxedStrategy<LocalizedText> {
    in_languages(line().boxed())
}

fn long_texts() -> BoxedStrategy<LocalizedText> {
    in_languages(prose().boxed())
}

/// Generates names that are often equal or similar to each other, or to the id of another record.
fn name() -> BoxedStrategy<LocalizedText> {
    let near = prop_oneof![
        Just("Janson"),
        Just("Jansen"),
        Just("Ann"),
        Just("id 1"),
        Just("id-2"),
        Just("*"),
        Just("ann")
    ];
    let near = near.prop_map(SafeText::line).boxed();
    prop_oneof![3 => in_languages(near), 1 => texts()].boxed()
}

/// Generates ids that are unique by their index.
fn ids(places: usize) -> impl Strategy<Value = Vec<Option<SafeText>>> {
    let id = prop_oneof![Just("id "), Just("id-"), Just("ann-"), Just("\"'\\ ")];
    vec(weighted(0.3, id), places).prop_map(|ids| {
        let with_place = |(at, id): (usize, Option<&str>)| id.map(|id| SafeText::line(&format!("{id}{at}")));
        ids.into_iter().enumerate().map(with_place).collect()
    })
}

fn url() -> impl Strategy<Value = SafeText> {
    "(https://|http://|mailto:)[a-z][a-zé\"'\\\\]{0,4}".prop_map(|url| SafeText::line(&url))
}

fn links() -> impl Strategy<Value = Vec<Link>> {
    vec((of(texts()), url()).prop_map(|(label, url)| Link { label, url }), 0..3)
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let days = [(2025, 3, 29), (2025, 3, 30), (2025, 3, 31), (2025, 10, 26), (0, 1, 1), (9999, 12, 31)];
    proptest::sample::select(days.to_vec()).prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap())
}

fn time() -> impl Strategy<Value = NaiveTime> {
    let seconds = prop_oneof![4 => (0..96_u32).prop_map(|quarter| quarter * 900), 1 => 0..86_400_u32];
    seconds.prop_map(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap())
}

fn attendance() -> impl Strategy<Value = Option<Attendance>> {
    of(proptest::sample::select(Attendance::WORDS.map(|(_, way)| way).to_vec()))
}

/// Generates times of the event file without a date.
fn times() -> impl Strategy<Value = Times> {
    let length = prop_oneof![
        (1..=600_i64).prop_map(TimeDelta::minutes),
        (1..=576_000_i64).prop_map(TimeDelta::minutes),
        (1..=43_200_i64).prop_map(TimeDelta::seconds),
    ];
    let minutes = (of(time()), of(length), of(time()), any::<bool>());
    minutes.prop_map(|(start, length, end, all_day)| Times {
        start,
        duration: length.filter(|length| start.is_some() || length.num_seconds() % 60 == 0),
        end_only: end.filter(|_| start.is_none()),
        all_day: all_day && start.is_none(),
        ..Times::default()
    })
}

/// Adds a date to times.
fn on(times: Times, date: Option<NaiveDate>, offset: Option<i32>) -> Times {
    // In another zone, a date may be in the year 10000, or a time in the hour skipped in spring.
    let days =
        [(2025, 3, 29), (2025, 3, 31), (2025, 10, 26)].map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
    let offset = offset.filter(|_| date.is_some() && days.contains(&date) && times.start.is_some());
    let offset = offset.and_then(|minutes| FixedOffset::east_opt(minutes * 60));
    Times { date, offset, ..times }
}

/// Returns the day of the schedule on which a time at the venue is.
fn day(date: NaiveDate, start: Option<NaiveTime>, day_change: NaiveTime) -> NaiveDate {
    match start {
        Some(start) if start < day_change => date.checked_sub_days(Days::new(1)).unwrap(),
        _ => date,
    }
}

prop_compose! {
    fn person()(
        name in weighted(0.95, name()),
        roles in proptest::sample::subsequence(vec!["guest", "speaker", "moderator", "juggler"], 0..3),
        positions in vec(texts(), 0..3),
        words in vec(of(line()), 3),
        organization in of(texts()),
        bio in of(long_texts()),
        links in links(),
        attendance in attendance(),
        is_bare in any::<bool>(),
    ) -> Person {
        let name_alone = Person { name: name.clone(), ..Person::default() };
        let roles = roles.into_iter().map(|role| Role::from_word(&SafeText::line(role))).collect();
        let [guid, sort_name, avatar] = <[_; 3]>::try_from(words).unwrap();
        let country = organization.clone();
        let all = Person { name, roles, positions, organization, country, bio, links, attendance, guid, sort_name, avatar, ..Person::default() };
        if is_bare { name_alone } else { all }
    }
}

prop_compose! {
    fn session()(
        title in weighted(0.95, texts()),
        some_texts in vec(of(texts()), 3),
        long in vec(weighted(0.3, long_texts()), 3),
        words in (weighted(0.3, proptest::sample::select(Kind::KNOWN)), weighted(0.3, proptest::sample::select(Status::KNOWN))),
        times in times(),
        tags in vec(texts(), 0..3),
        urls in vec(weighted(0.2, url()), 5),
        links in links(),
        files in vec((of(texts()), url(), of(line())), 0..2),
        flags in (any::<bool>(), attendance(), weighted(0.2, line())),
    ) -> Session {
        let [subtitle, source_type, level] = <[_; 3]>::try_from(some_texts).unwrap();
        let [summary, description, content_note] = <[_; 3]>::try_from(long).unwrap();
        let [url, slides, recording, stream, feedback] = <[_; 5]>::try_from(urls).unwrap();
        let attachments = files.into_iter().map(|(label, url, source_type)| Attachment { label, url, source_type });
        let (do_not_record, attendance, recording_license) = flags;
        Session {
            title, subtitle, source_type, level, summary, description, content_note, url, slides, recording, stream,
            feedback, times, tags, links, do_not_record, attendance, recording_license,
            guid: None,
            languages: vec![Lang::parse("ky").unwrap(); usize::from(do_not_record)],
            kind: words.0.map(|word| Kind::from_word(&SafeText::line(word))),
            status: words.1.map(|word| Status::from_word(&SafeText::line(word))),
            attachments: attachments.collect(),
            ..Session::default()
        }
    }
}

/// Numbers to be converted to indices of a list of any length.
type Pointers = Vec<u32>;

fn at(pointer: u32, len: usize) -> Option<usize> {
    (pointer as usize).checked_rem(len)
}

prop_compose! {
    /// Generates a conference without lists.
    fn top()(
        title in texts(),
        some_texts in vec(of(texts()), 4),
        words in vec(of(line()), 5),
        description in of(long_texts()),
        dates in (of(date()), of(date())),
        zone in proptest::sample::select(vec![Zone::Unknown, Zone::Named(chrono_tz::Europe::Brussels), Zone::Named(chrono_tz::Asia::Bishkek)]),
        day_change in prop_oneof![Just(NaiveTime::from_hms_opt(4, 0, 0).unwrap()), time()],
        topics in vec(texts(), 0..3),
        links in links(),
        venue in of((of(texts()), of(url()))),
        walking in of((of(0..9_u32), of(any::<u32>()))),
        days in proptest::collection::btree_map(date(), (of(texts()), of(time())), 0..3),
        edition in of(any::<u32>()),
    ) -> Conference {
        let [subtitle, theme, contact, city] = <[_; 4]>::try_from(some_texts).unwrap();
        let [id, acronym, version, updated, hashtag] = <[_; 5]>::try_from(words).unwrap();
        let end = dates.1.filter(|end| dates.0.is_none_or(|start| start <= *end));
        let days = days.into_iter().map(|(date, (title, opens))| Day { date, title, opens, closes: None });
        Conference {
            id, acronym, subtitle, theme, contact, version, updated, hashtag, description, zone, day_change, topics,
            links, edition,
            dates: Dates { start: dates.0, end },
            venue: venue.map(|(name, url)| Venue { name, city, url, ..Venue::default() }),
            walking: walking.map(|(same, other)| WalkingTimes { same, other }),
            days: days.collect(),
            ..Conference::new(title)
        }
    }
}

prop_compose! {
    fn conference()(
        top in top(),
        rooms in vec((name(), weighted(0.3, texts()), weighted(0.3, long_texts())), 0..4),
        tracks in vec((name(), weighted(0.3, any::<[u8; 3]>())), 0..4),
        people in vec(person(), 0..5),
        sessions in vec((session(), of(date()), weighted(0.3, -720..=840_i32), vec(any::<u32>(), 0..6)), 0..5),
        tiers in vec(name(), 0..4),
        others in vec((of(texts()), of(long_texts()), attendance(), vec(any::<u32>(), 0..4)), 0..4),
        ids in vec(ids(5), 5),
    ) -> Conference {
        let id = |list: usize, at: usize| ids[list][at].clone();
        let mut conference = top;
        conference.rooms = rooms.into_iter().enumerate().map(|(at, (name, floor, description))| {
            Room { id: id(0, at), name: Some(name), floor, description, ..Room::default() }
        }).collect();
        conference.tracks = tracks.into_iter().enumerate().map(|(at, (name, color))| {
            let color = color.map(|[red, green, blue]| Color(red, green, blue));
            Track { id: id(1, at), name: Some(name), color }
        }).collect();
        conference.people = people.into_iter().enumerate().map(|(at, person)| Person { id: id(2, at), ..person }).collect();
        conference.tiers = tiers.into_iter().enumerate().map(|(at, name)| Tier { id: id(3, at), name: Some(name) }).collect();
        let only_day = match (conference.dates, &conference.days[..]) {
            (Dates { start: None, end: None }, [day]) => Some(day.date),
            (dates, _) => dates.only_day(),
        };
        for (place, (session, date, offset, pointers)) in sessions.into_iter().enumerate() {
            let offset = offset.filter(|_| conference.zone == Zone::Unknown);
            let times = on(session.times, date.or(only_day), offset).resolved(conference.zone);
            let day = times.date.map(|date| day(date, times.start, conference.day_change));
            let times = Times { day, ..times };
            let session = Session { id: id(4, place), times, ..session };
            let session = related(&conference, session, &pointers);
            conference.sessions.push(session);
        }
        for (name, long, attendance, pointers) in others {
            let people: Vec<PersonId> = pointers.iter().filter_map(|to| at(*to, conference.people.len())).map(PersonId::new).collect();
            let tier = pointers.first().and_then(|to| at(*to, conference.tiers.len())).map(TierId::new);
            conference.organizers.push(Organizer { name: name.clone(), people: people.clone(), person: people.first().copied(), ..Organizer::default() });
            conference.sponsors.push(Sponsor { name: name.clone(), tier, description: long.clone(), ..Sponsor::default() });
            conference.delegations.push(Delegation { name: name.clone(), kind: None, attendance, people });
            conference.infos.push(Info { title: name, text: long });
        }
        conference
    }
}

/// Adds rooms, a track, people, and references to earlier sessions.
fn related(conference: &Conference, mut session: Session, pointers: &Pointers) -> Session {
    let mut rooms: Vec<RoomId> = Vec::new();
    for to in pointers {
        rooms.extend(at(*to, conference.rooms.len()).map(RoomId::new).filter(|room| !rooms.contains(room)));
        let role = [None, Some(Role::Speaker), Some(Role::Chair)][*to as usize % 3].clone();
        let person = at(*to / 3, conference.people.len()).map(PersonId::new);
        let one = person.map(|person| Participation { person, role, name: None });
        session.people.extend(one.filter(|one| !session.people.contains(one)));
        session.track = at(*to / 5, conference.tracks.len()).map(TrackId::new);
        session.part_of = at(*to / 7, conference.sessions.len()).map(SessionId::new);
        session.same_as = at(*to / 11, conference.sessions.len()).map(SessionId::new);
    }
    session.rooms = if pointers.len() == 5 { Rooms::All } else { Rooms::In(rooms) };
    session
}

/// Codes of diagnostics about the schedule rather than about its file.
const OF_SCHEDULE: [&str; 14] = [
    "missing-key",
    "missing-date",
    "no-dates",
    "outside-dates",
    "room-overlap",
    "person-overlap",
    "skipped-time",
    "repeated-time",
    "offset-conflict",
    "ambiguous-name",
    "several-names",
    "all-rooms",
    "placeholder",
    "own-word",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_generated_conference_is_read_back_as_it_was(conference in conference()) {
        let written = event_file::write(&conference);
        let mut expected = conference;
        // The only losses are ids generated for references.
        for loss in &written.lost {
            prop_assert!(matches!(loss.lost, LossKind::Id(_)), "{:?}\n{}", loss, written.text);
        }
        let back = read(&written.text);
        if !written.lost.is_empty() {
            let ids = |one: &mut Conference, two: &Conference| {
                one.rooms.iter_mut().zip(&two.rooms).for_each(|(one, two)| one.id.clone_from(&two.id));
                one.tracks.iter_mut().zip(&two.tracks).for_each(|(one, two)| one.id.clone_from(&two.id));
                one.people.iter_mut().zip(&two.people).for_each(|(one, two)| one.id.clone_from(&two.id));
                one.tiers.iter_mut().zip(&two.tiers).for_each(|(one, two)| one.id.clone_from(&two.id));
                one.sessions.iter_mut().zip(&two.sessions).for_each(|(one, two)| one.id.clone_from(&two.id));
            };
            ids(&mut expected, &back);
        }
        prop_assert_eq!(&back, &expected, "{}", written.text);
        for line in diagnostics_of_reader(&written.text).lines().filter(|line| line.starts_with("event.toml:")) {
            prop_assert!(OF_SCHEDULE.iter().any(|code| line.contains(code)), "{}\n{}", line, written.text);
        }
        // Writing it again gives the same file.
        let again = event_file::write(&back);
        prop_assert_eq!(again, Export { text: written.text, lost: Vec::new() });
    }

    #[test]
    fn any_times_are_read_back_or_reported(
        (day, date, start) in (of(date()), of(date()), of((time(), 0..2_000_000_000_u32))),
        duration in of(-90_000..40_000_000_i64), end_only in of(time()), offset in of(-86_399..86_400_i32),
        all_day in any::<bool>(), top in top(),
    ) {
        let start = start.and_then(|(time, nanos)| chrono::Timelike::with_nanosecond(&time, nanos)).or(start.map(|(time, _)| time));
        let times = Times {
            day, date, start, end_only, all_day,
            duration: duration.map(TimeDelta::seconds),
            offset: offset.and_then(FixedOffset::east_opt),
            ..Times::default()
        };
        let times = times.resolved(top.zone);
        let title = Some(LocalizedText::untagged(SafeText::line("S")));
        let conference = Conference { sessions: vec![Session { title, times, ..Session::default() }], ..top };
        let written = event_file::write(&conference);
        let back = read(&written.text);
        prop_assert_eq!(written.lost.is_empty(), back == conference, "{:?}\n{}", written.lost, written.text);
        // Everything that was read can be written.
        let again = event_file::write(&back);
        prop_assert_eq!(&again.lost, &vec![], "{}\n{}", written.text, again.text);
        prop_assert_eq!(read(&again.text), back);
    }
}
