//! Written calendars: their syntax, parsing by another library, and reading them back.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use icalendar::{Calendar, CalendarComponent, Component};
use kurultai::i18n::Locale;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{Export, LossKind, event_file, ical};
use kurultai_schedule::model::{
    BusyBlock, Conference, LanguagePreference, LocalizedText, Session, SessionId, Times, Zone,
};
use kurultai_schedule::text::{Lang, SafeText};
use proptest::prelude::*;

use crate::exports::Format;
use crate::exports::published::ALL;

fn ids(conference: &Conference) -> Vec<SessionId> {
    (0..conference.sessions.len()).map(SessionId::new).collect()
}

fn write(conference: &Conference, sessions: &[SessionId]) -> Export {
    let locale = Locale::english();
    let options = ical::Options {
        reading: conference.reading(None),
        words: &locale,
        busy: &[],
        sequence: None,
        plan: None,
    };
    ical::write(conference, sessions, &options)
}

fn event(text: &str) -> Conference {
    event_file::read(&Source::new("event.toml", text)).conference
}

/// Returns the losses, one key per line.
fn lost(written: &Export) -> String {
    let lines = written.lost.iter().map(|loss| match &loss.lost {
        LossKind::All => format!("{} {}\n", loss.table, loss.name),
        LossKind::Key(key) => format!("{} {}: {key}\n", loss.table, loss.name),
        LossKind::Id(id) => format!("{} {}: {id}\n", loss.table, loss.name),
    });
    lines.collect()
}

/// Checks the syntax of a calendar and returns its events: lines end in CRLF and have at most 75 bytes, and
/// another library can parse them.
fn events(text: &str) -> Vec<icalendar::Event> {
    assert!(text.ends_with("\r\n"));
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
    }
    let calendar: Calendar = text.parse().expect("a calendar");
    let events = calendar.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

/// The keys that a calendar must preserve for a session with a date.
const HELD: [&str; 14] = [
    "date",
    "start",
    "duration",
    "all_day",
    "room",
    "people",
    "track",
    "tags",
    "status",
    "kind",
    "url",
    "slides",
    "stream",
    "recording",
];

#[test]
fn every_schedule_is_read_back_except_for_losses() {
    for published in ALL.iter() {
        let (path, conference) = (&published.path, &published.conference);
        let written = published.export(Format::Ics).expect("a calendar takes everything");
        let events = events(&written.text);
        let dated: Vec<&Session> =
            conference.sessions.iter().filter(|session| session.times.date.is_some()).collect();
        assert_eq!(events.len(), dated.len(), "{path}");
        let whole = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (event, session) in events.iter().zip(&dated) {
            let title = session.title.as_ref().map(|title| title.get(&conference.reading(None)).to_string());
            assert_eq!(event.get_summary().map(whole), title.as_deref().map(whole), "{path}");
        }
        let gone =
            written.lost.iter().filter(|loss| loss.table == "agenda" && loss.lost == LossKind::All).count();
        assert_eq!(gone, conference.sessions.len() - dated.len(), "{path}");
        let of_sessions = written.lost.iter().filter(|loss| loss.table == "agenda");
        let preserved: Vec<String> = of_sessions
            .filter_map(|loss| match loss.lost {
                LossKind::Key(key) if HELD.contains(&key) => Some(format!("{}: {key}", loss.name)),
                _ => None,
            })
            .collect();
        // A calendar has one language.
        let translated: Vec<String> = dated
            .iter()
            .filter(|session| session.tags.iter().any(|tag| tag.iter().count() > 1))
            .filter_map(|session| {
                Some(session.title.as_ref()?.get(&conference.reading(None)).to_string() + ": tags")
            })
            .collect();
        let is_known = |loss: &String| {
            if translated.contains(loss) {
                return true;
            }
            // People with the same name are merged; an offset is redundant if the zone is known.
            loss.ends_with(": people") || (loss.ends_with(": start") && conference.zone != Zone::Unknown)
        };
        assert_eq!(
            preserved.iter().filter(|loss| !is_known(loss)).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{path}"
        );
    }
}

#[test]
fn a_calendar_of_every_kind_of_session() {
    let everything = include_str!("written.toml");
    let written = write(&event(everything), &ids(&event(everything)));
    events(&written.text);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("written", written.text.replace("\r\n", "\n"));
        insta::assert_snapshot!("written-lost", lost(&written));
    });
}

#[test]
fn a_session_is_the_same_in_every_calendar() {
    let conference = event(include_str!("written.toml"));
    let locale = Locale::english();
    let moment = |hour| conference.dates.start.expect("a date").and_hms_opt(hour, 0, 0).expect("a time");
    let busy = [BusyBlock { start: moment(9), end: moment(10), title: None }];
    let sequence = |id: SessionId| u32::try_from(id.index()).expect("few");
    let options = ical::Options {
        reading: LanguagePreference { wanted: Lang::parse("ky").ok(), own: None },
        words: &locale,
        busy: &busy,
        sequence: Some(&sequence),
        plan: None,
    };
    let part = [3, 1, 1, 99].map(SessionId::new);
    let written = ical::write(&conference, &part, &options);
    let part = events(&written.text);
    let whole = events(&write(&conference, &ids(&conference)).text);
    let uids = |events: &[icalendar::Event]| -> Vec<String> {
        events.iter().map(|event| event.get_uid().expect("a UID").to_owned()).collect()
    };
    assert_eq!(part.len(), 3);
    assert_eq!(uids(&part)[..2], [uids(&whole)[3].clone(), uids(&whole)[1].clone()]);
    let sequences: Vec<_> = part.iter().map(|event| event.property_value("SEQUENCE")).collect();
    assert_eq!(sequences, [Some("3"), Some("1"), Some("13689360")]);
    assert_eq!(part[2].get_summary(), Some("busy"));
    // Losses of sessions that are not exported are not reported.
    assert_eq!(
        lost(&written),
        "event Our day: title\nevent Our day: id\nevent Our day: updated\nevent Our day: date\n\
         event Our day: language\nevent Our day: venue\nevent Our day: description\nrooms Hall B: building\n\
         agenda Talk: languages\nagenda Talk: abstract\nagenda Talk: description\n"
    );
}

#[test]
fn written_zones_match_the_database() {
    proptest!(|(
        zone in prop_oneof!["Europe/Berlin", "America/New_York", "Asia/Bishkek", "Australia/Lord_Howe", "Africa/Casablanca", "America/Sao_Paulo"],
        times in proptest::collection::vec((0_u64..5000, 0_u32..86_400, 1_i64..3000), 1..6),
    )| {
        let mut conference = Conference::new(LocalizedText::untagged(SafeText::line("T")));
        conference.zone = Zone::Named(zone.parse().expect("a zone"));
        for (day, second, minutes) in times {
            let date = NaiveDate::from_ymd_opt(2018, 1, 1).and_then(|date| date.checked_add_days(Days::new(day)));
            let start = NaiveTime::from_num_seconds_from_midnight_opt(second / 60 * 60, 0);
            let duration = Some(TimeDelta::minutes(minutes));
            let times = Times { day: date, date, start, duration, ..Times::default() }.resolved(conference.zone);
            conference.sessions.push(Session { times, ..Session::default() });
        }
        let text = write(&conference, &ids(&conference)).text;
        let text = text.replace(&format!("X-WR-TIMEZONE:{zone}\r\n"), "").replace(&zone, "Somewhere");
        let back = crate::read("zone.ics", &text).conference;
        for (session, read) in conference.sessions.iter().zip(&back.sessions) {
            let instant = conference.starts_at(&session.times);
            // There is no such time in a skipped hour, and readers differ.
            let shown = instant.and_then(|instant| conference.zone.local(instant));
            if shown == session.times.start_datetime() {
                prop_assert_eq!(back.starts_at(&read.times), instant, "{}", text);
            }
        }
    });
}

/// Texts that contain delimiters or line breaks.
fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        "[\r\n;,:\\\\\"^=\u{1b}\u{85}\u{2028}\t a😀ү]{0,90}",
        Just("x".repeat(300)),
        Just("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y".to_owned()),
        Just("END:VEVENT".to_owned()),
        Just("\\nEND:VCALENDAR".to_owned()),
    ];
    proptest::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_text_breaks_a_calendar(texts in proptest::collection::vec(hostile(), 8), role in hostile()) {
        use kurultai_schedule::model::{Participation, Person, PersonId, Role, Room, RoomId, Rooms, Track, TrackId};
        let line = |at: usize| SafeText::line(&texts[at]);
        let named = |at: usize| Some(LocalizedText::untagged(line(at)));
        let mut conference = Conference::new(LocalizedText::untagged(line(0)));
        conference.description = Some(LocalizedText::untagged(SafeText::text(&texts[1])));
        conference.rooms.push(Room { name: named(2), ..Room::default() });
        conference.tracks.push(Track { name: named(3), ..Track::default() });
        conference.people.push(Person { name: named(4), ..Person::default() });
        let date = NaiveDate::from_ymd_opt(2025, 2, 1);
        let role = Some(Role::from_word(&SafeText::line(&role)));
        for title in 5..7 {
            conference.sessions.push(Session {
                title: named(title),
                description: Some(LocalizedText::untagged(SafeText::text(&texts[7]))),
                guid: Some(line(7)),
                tags: vec![LocalizedText::untagged(line(6)), LocalizedText::untagged(line(7))],
                rooms: Rooms::In(vec![RoomId::new(0)]),
                track: Some(TrackId::new(0)),
                people: vec![Participation { person: PersonId::new(0), role: role.clone(), name: None }],
                times: Times { day: date, date, start: NaiveTime::from_hms_opt(9, 0, 0), ..Times::default() },
                ..Session::default()
            });
        }
        let written = write(&conference, &ids(&conference));
        let events = events(&written.text);
        prop_assert_eq!(events.len(), 2);
        let back = crate::read("hostile.ics", &written.text).conference;
        prop_assert_eq!(back.sessions.len(), 2);
        for (session, read) in conference.sessions.iter().zip(&back.sessions) {
            // Unicode spaces at the ends of a value are trimmed, too.
            let trimmed = |title: &Option<LocalizedText>| crate::localized(title.as_ref()).trim().to_owned();
            prop_assert_eq!(trimmed(&session.title), trimmed(&read.title));
        }
        for loss in &written.lost {
            // An empty name counts as missing, and texts lose their markup; everything else is preserved.
            let is_known = matches!(loss.lost, LossKind::Key("description" | "guid" | "tags" | "people" | "title" | "room" | "track"));
            prop_assert!(is_known || matches!(loss.lost, LossKind::All), "{:?}", loss);
        }
    }
}
