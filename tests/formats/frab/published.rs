//! The contents of published files.

use chrono::NaiveDate;
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::model::{LanguagePreference, LocalizedText, Session};

use super::corpus::{self, Counts};

#[test]
fn published_schedules_are_complete() {
    let files = [
        ("34c3-2017.xml", 169, 221, (4, 4), 8, 4),
        ("38c3-2024.xml", 1007, 571, (72, 72), 7, 4),
        ("debconf-2023.xml", 117, 87, (5, 5), 12, 8),
        ("emf-2024.xml", 482, 330, (44, 44), 4, 4),
        // This file lists only rooms with sessions.
        ("fosdem-2012.xml", 442, 513, (23, 23), 37, 2),
        ("fosdem-2023.xml", 780, 787, (35, 35), 61, 2),
        ("fosdem-2025-pretalx-full.xml", 1105, 1193, (35, 35), 78, 2),
        ("fosdem-2025.xml", 943, 992, (29, 40), 69, 2),
    ];
    for (name, sessions, people, rooms, tracks, days) in files {
        let Some(schedule) = corpus::schedule(&format!("frab-xml/{name}")) else { continue };
        let counts = Counts { sessions, people, rooms, tracks, days };
        assert_eq!(Counts::of(&schedule.conference, &schedule.index), counts, "{name}");
    }
}

fn session<'p>(schedule: &'p LoadedSchedule, title: &str) -> &'p Session {
    let named = |session: &&Session| session.title.as_ref().is_some_and(|texts| texts.has_version(title));
    schedule.conference.sessions.iter().find(named).unwrap_or_else(|| panic!("no {title}"))
}

#[test]
fn nights_belong_to_the_evening_before() {
    let Some(schedule) = corpus::schedule("frab-xml/38c3-2024.xml") else { return };
    let night = schedule.conference.sessions.iter().filter(|session| session.times.days_after() == 1);
    assert_eq!(night.count(), 58);
    let times = session(&schedule, "Paulina").times;
    let date = |day| NaiveDate::from_ymd_opt(2024, 12, day);
    assert_eq!((times.day, times.date), (date(27), date(28)));
    assert_eq!(schedule.conference.day_change.to_string(), "06:00:00");
}

#[test]
fn times_are_on_the_venue_clock() {
    let Some(schedule) = corpus::schedule("frab-xml/debconf-2023.xml") else { return };
    let times = session(&schedule, "Opening Ceremony").times;
    let starts = times.start_datetime().expect("a start");
    assert_eq!(starts.to_string(), "2023-09-10 10:30:00");
    let instant = schedule.conference.zone.instant(starts).expect("an instant");
    assert_eq!(instant.to_rfc3339(), "2023-09-10T05:00:00+00:00");
}

#[test]
fn sessions_may_last_for_days() {
    let Some(schedule) = corpus::schedule("frab-xml/emf-2024.xml") else { return };
    let mut long: Vec<_> = schedule
        .conference
        .sessions
        .iter()
        .filter_map(|session| Some(session.times.duration?.num_hours()))
        .collect();
    long.sort_unstable();
    assert_eq!(long[long.len() - 2..], [36, 54]);
}

#[test]
fn listed_people_are_in_the_session() {
    let Some(schedule) = corpus::schedule("frab-xml/emf-2024.xml") else { return };
    let name = |texts: &LocalizedText| texts.get(&LanguagePreference::default()).to_string();
    let shown = schedule.conference.sessions.iter().flat_map(|session| &session.people).filter_map(|one| {
        one.name.as_ref().or(schedule.conference.person(one.person).name.as_ref()).map(name)
    });
    let shown: std::collections::HashSet<String> = shown.collect();
    // One account submitted sessions of several people; two names have two spellings, and some people have
    // several accounts.
    assert_eq!((shown.len(), schedule.conference.people.len()), (306, 330));
    assert!(shown.contains("Tim Hunkin") && shown.contains("Alistair Aitcheson"));
}
