//! All peculiarities of published files in one invented file.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::model::{
    Color, Conference, Kind, LanguagePreference, LocalizedText, PersonId, Role, Rooms, Session, Zone,
};
use kurultai_schedule::text::{Lang, SafeText};

const INVENTED: &str = include_str!("invented.xml");

fn schedule(text: &str) -> LoadedSchedule {
    LoadedSchedule::decode("schedule.xml", text.as_bytes())
}

fn invented() -> Conference {
    schedule(INVENTED).conference
}

fn english_text(texts: Option<&LocalizedText>) -> Option<&str> {
    texts.map(|texts| texts.get(&LanguagePreference::default()).as_str())
}

fn plain(clean: Option<&SafeText>) -> Option<&str> {
    clean.map(SafeText::as_str)
}

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2017, month, day)
}

fn time(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Returns date, start, schedule day and minutes.
fn when(session: &Session) -> (Option<NaiveDate>, Option<NaiveTime>, Option<NaiveDate>, Option<i64>) {
    let times = &session.times;
    (times.date, times.start, times.day, times.duration.map(|length| length.num_minutes()))
}

#[test]
fn the_conference() {
    let about = invented();
    assert_eq!(about.title.get(&LanguagePreference::default()).as_str(), "Invented & Imagined\u{a0}Camp");
    assert_eq!(plain(about.acronym.as_ref()), Some("iic"));
    assert_eq!(english_text(about.subtitle.as_ref()), Some("A camp that never was"));
    assert_eq!(plain(about.version.as_ref()), Some("1.2 invented"));
    assert_eq!(about.updated, None);
    let venue = about.venue.expect("a venue");
    assert_eq!(
        (english_text(venue.name.as_ref()), english_text(venue.city.as_ref())),
        (Some("The Meadow"), Some("Nowhere"))
    );
    // In Vienna it is already the 28th.
    assert_eq!((about.dates.start, about.dates.end), (day(10, 28), day(10, 31)));
    assert_eq!(about.zone, Zone::Named(chrono_tz::Europe::Vienna));
    assert_eq!(Some(about.day_change), time(4, 0));
    assert_eq!(plain(about.url.as_ref()), Some("https://camp.example.org/2017/"));
    // A day without sessions is still a day of the schedule.
    assert_eq!(about.days.iter().map(|day| Some(day.date)).collect::<Vec<_>>(), [day(10, 30)]);
}

#[test]
fn rooms_tracks_and_people() {
    let about = invented();
    let rooms: Vec<_> = about.rooms.iter().map(|room| english_text(room.name.as_ref())).collect();
    assert_eq!(rooms, [Some("Barn"), Some("Empty"), Some("Tent")]);
    let tracks: Vec<_> =
        about.tracks.iter().map(|track| (english_text(track.name.as_ref()), track.color)).collect();
    let expected = [
        (Some("Making"), Some(Color(0xf9, 0xb0, 0))),
        (Some("Bad color"), None),
        (Some("Care"), None),
        (Some("Unused"), None),
    ];
    assert_eq!(tracks, expected);
    let people: Vec<_> = about
        .people
        .iter()
        .map(|person| {
            (plain(person.id.as_ref()), english_text(person.name.as_ref()), english_text(person.bio.as_ref()))
        })
        .collect();
    let expected = [
        (Some("7"), Some("Ada Invented"), Some("<p>Short.</p>\n\nLong.")),
        (Some("8"), Some("Only Listed"), None),
        // The account that submitted both sessions belongs to neither person.
        (None, Some("Bea Invented, Cid Made Up"), None),
        (None, Some("Without Id"), None),
        (None, Some("Dee Imagined"), None),
    ];
    assert_eq!(people, expected);
    let participants_of =
        |at: usize| about.sessions[at].people.iter().map(|one| one.person).collect::<Vec<_>>();
    assert_eq!(participants_of(0), [0, 2, 3].map(PersonId::new));
    // The people of a session are the listed ones, not the account that submitted it.
    assert_eq!(participants_of(1), [3, 4].map(PersonId::new));
    assert!(about.sessions[0].people.iter().all(|one| one.role == Some(Role::Speaker)));
}

#[test]
fn a_session() {
    let about = invented();
    let session = &about.sessions[0];
    assert_eq!((plain(session.id.as_ref()), plain(session.guid.as_ref())), (Some("1"), Some("0000-1")));
    assert_eq!(english_text(session.title.as_ref()), Some("A & B <C> &camp; D"));
    assert_eq!(english_text(session.subtitle.as_ref()), Some("Below"));
    assert_eq!(
        (session.kind.clone(), english_text(session.source_type.as_ref())),
        (Some(Kind::Talk), Some("lecture"))
    );
    assert_eq!(session.languages.iter().map(Lang::as_str).collect::<Vec<_>>(), ["de", "en"]);
    assert_eq!(english_text(session.summary.as_ref()), Some("Short\ntext"));
    assert_eq!(english_text(session.description.as_ref()), Some("<p>With <b>markup</b></p>"));
    assert_eq!(plain(session.recording_license.as_ref()), Some("CC BY 4.0"));
    assert!(session.do_not_record);
    let pages = [&session.url, &session.slides, &session.recording, &session.feedback];
    let expected = [
        "https://camp.example.org/2017/events/1.html",
        "https://camp.example.org/system/talk.pdf",
        "https://media.example.org/1",
        "https://camp.example.org/feedback/1",
    ];
    assert_eq!(pages.map(|page| plain(page.as_ref())), expected.map(Some));
    let links: Vec<_> =
        session.links.iter().map(|link| (english_text(link.label.as_ref()), &*link.url)).collect();
    let expected = [
        (None, "https://example.org/a?b=1#c"),
        (Some("Notes"), "https://notes.example.org/1"),
        (None, "https://origin.example.org/1"),
    ];
    assert_eq!(links, expected);
    let files: Vec<_> = session
        .attachments
        .iter()
        .map(|file| (english_text(file.label.as_ref()), &*file.url, plain(file.source_type.as_ref())))
        .collect();
    assert_eq!(files, [(Some("Paper"), "https://example.org/paper.pdf", Some("paper"))]);
    assert_eq!(session.status, None);
}

#[test]
fn times() {
    let about = invented();
    let sessions = &about.sessions;
    // Date and day are in UTC; the local time at the venue is 10:30 on the 28th.
    assert_eq!(when(&sessions[0]), (day(10, 28), time(10, 30), day(10, 28), Some(45)));
    let instant =
        about.zone.instant(sessions[0].times.start_datetime().expect("a start")).expect("an instant");
    assert_eq!(instant.to_rfc3339(), "2017-10-28T08:30:00+00:00");
    // The night belongs to the evening before. Clocks are set back in that night, so it ends three hours
    // later although the local times differ by two.
    assert_eq!(when(&sessions[1]), (day(10, 29), time(1, 30), day(10, 28), Some(180)));
    assert_eq!(sessions[1].times.end(), time(3, 30));
    assert!(sessions[1].times.days_after() == 1);
    assert_eq!(sessions[2].times.duration, Some(TimeDelta::hours(54)));
    // Without a date, a time after midnight is in the night after the listed day.
    assert_eq!(when(&sessions[3]), (day(10, 30), time(0, 15), day(10, 29), None));
    // The date overrides the listed day.
    assert_eq!(when(&sessions[4]), (day(10, 31), time(12, 0), day(10, 31), None));
    assert_eq!(
        sessions.iter().map(|one| one.has_mistakes).collect::<Vec<_>>(),
        [false, false, false, false, true]
    );
    assert_eq!(sessions[1].rooms, sessions[0].rooms);
    assert_eq!(sessions[4].rooms, Rooms::In(Vec::new()));
    assert_eq!((&sessions[1].id, &sessions[2].id), (&None, &None));
}

#[test]
fn every_oddity_is_reported() {
    let schedule = schedule(INVENTED);
    let locale = Locale::english();
    let english_text: String = schedule
        .diagnostics
        .iter()
        .map(|diagnostic| full(diagnostic, &schedule.source, &locale, 80))
        .collect();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("frab-diagnostics", english_text);
    });
}

#[test]
fn days_without_rooms_zones_or_dates() {
    let about = schedule(
        "<schedule><conference><acronym>o</acronym><release>PREVIEW</release><day_change>09:00:00</day_change>\
         <url>https://example.org</url></conference><day date='2012-02-04' index='1'>\
         <event id='0'><start>13:30</start><end>14:00</end><room> R </room><title>a</title></event>\
         <event id='1'><start>00:30</start><duration>1:00</duration><title>b</title></event>\
         <event id='2'><start>later</start><title>c</title></event></day>\
         <event id='3'><title>d</title></event></schedule>",
    )
    .conference;
    assert_eq!(about.title.get(&LanguagePreference::default()).as_str(), "o");
    assert_eq!(plain(about.version.as_ref()), Some("PREVIEW"));
    assert_eq!(about.zone, Zone::Unknown);
    let date = |day| NaiveDate::from_ymd_opt(2012, 2, day);
    let found: Vec<_> = about.sessions.iter().map(when).collect();
    let expected = [
        (date(4), time(13, 30), date(4), Some(30)),
        (date(5), time(0, 30), date(4), Some(60)),
        (date(4), None, date(4), None),
        (None, None, None, None),
    ];
    assert_eq!(found, expected);
}

#[test]
fn files_without_a_schedule() {
    for text in
        ["<html><body>Not found</body></html>", "<?xml version='1.0'?>", "<", "<schedul", "<conference/>"]
    {
        let codes: Vec<_> =
            schedule(text).diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        assert_eq!(codes, ["unknown-format"], "{text}");
    }
}

#[test]
fn offsets_without_a_zone() {
    let about = schedule(
        "<schedule><conference><title>t</title></conference><day date='2017-10-28'>\
         <event id='1'><date>2017-10-28T23:00:00+02:00</date><start>23:00</start><title>a</title></event></day>\
         <day date='2017-10-29'>\
         <event id='2'><date>2017-10-29T10:00:00+01:00</date><start>10:00</start><title>b</title></event>\
         <event id='3'><date>2017-10-29T05:00:00+00:00</date><start>10:30</start><title>c</title></event>\
         </day></schedule>",
    )
    .conference;
    let times = about.sessions.iter().map(|session| &session.times);
    let found: Vec<_> =
        times.map(|times| (times.date, times.start, times.offset.map(|it| it.to_string()))).collect();
    let expected = [
        (day(10, 28), time(23, 0), Some("+02:00".to_owned())),
        (day(10, 29), time(10, 0), Some("+01:00".to_owned())),
        // The date is in UTC; the local time at the venue reveals the offset.
        (day(10, 29), time(10, 30), Some("+05:30".to_owned())),
    ];
    assert_eq!((about.zone, found), (Zone::Unknown, expected.to_vec()));
}

#[test]
fn durations_across_a_clock_change_are_elapsed_time() {
    let participants_of = |zone: &str, date: &str, duration: &str| {
        let text = format!(
            "<schedule><conference><title>T</title><time_zone_name>{zone}</time_zone_name></conference>\
             <day index='1' date='2025-03-29'><room name='R'><event id='1'><date>{date}</date>\
             <duration>{duration}</duration><title>S</title></event></room></day></schedule>"
        );
        let times = schedule(&text).conference.sessions[0].times;
        (times.end_datetime().map(|end| end.to_string()), times.duration.map(|length| length.num_minutes()))
    };
    let end = |text: &str| Some(text.to_owned());
    // Local time advances by an hour more than the elapsed time in spring, and by an hour less in autumn.
    let spring = participants_of("Europe/Berlin", "2025-03-29T23:00:00+01:00", "04:00");
    assert_eq!(spring, (end("2025-03-30 04:00:00"), Some(240)));
    let autumn = participants_of("Europe/Berlin", "2025-10-25T23:00:00+02:00", "05:00");
    assert_eq!(autumn, (end("2025-10-26 03:00:00"), Some(300)));
    // In a repeated hour, the given duration is used.
    let twice = participants_of("Europe/Berlin", "2025-10-26T02:30:00+02:00", "00:45");
    assert_eq!(twice, (end("2025-10-26 02:15:00"), Some(45)));
    assert_eq!(participants_of("Asia/Bishkek", "2025-03-29T23:00:00+06:00", "04:00").1, Some(240));
}
