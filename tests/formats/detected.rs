//! Format detection by content; a diagnostic names other kinds of files.

use kurultai::i18n::Locale;
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::format::zone::named;
use kurultai_schedule::model::Zone;

use crate::{agenda, diagnostics, localized, read};

const WIDGET: &str = r##"{"talks": [
  {"code": "AAA", "id": 7, "title": "Opening", "abstract": "x", "speakers": ["S1", "S2"], "track": 3,
   "start": "2026-05-01T09:00:00+02:00", "end": "2026-05-01T09:30:00+02:00", "room": 12, "duration": 30, "state": "confirmed",
   "content_locale": "en", "do_not_record": true},
  {"code": "BBB", "id": 9, "title": "Left out", "state": "rejected", "start": "2026-05-01T10:00:00+02:00", "room": 12},
  {"code": "CCC", "id": 10, "title": "Elsewhere", "state": null, "speakers": [], "track": null, "room": 99,
   "start": "2026-05-01T10:00:00+02:00", "end": "2026-05-01T11:00:00+02:00"},
  {"id": 8, "title": {"en": "Lunch", "de": "Mittagessen"}, "start": "2026-05-01T12:00:00+02:00",
   "end": "2026-05-01T13:00:00+02:00", "room": 12},
  {"id": 11, "title": {"en": "Lunch", "de": "Mittagessen"}, "start": "2026-05-01T12:00:00+02:00",
   "end": "2026-05-01T13:00:00+02:00", "room": 13}],
 "version": "0.3", "timezone": "Europe/Berlin", "event_start": "2026-05-01", "event_end": "2026-05-02",
 "tracks": [{"id": 3, "name": {"en": "Keys"}, "color": "#ff0000"}],
 "rooms": [{"id": 12, "name": {"en": "Main", "de": "Saal"}}, {"id": 13, "name": "Side"}],
 "speakers": [{"code": "S1", "name": "Ada One", "avatar": null}, {"code": "S2", "name": "Bea Two"}]}"##;

#[test]
fn the_widget_of_pretalx_keeps_its_tables() {
    let read = read("widget.json", WIDGET);
    let about = &read.conference;
    assert_eq!(
        agenda(about),
        [
            "2026-05-01 | 01 09:00 +30 | en=Main, de=Saal | Opening",
            "2026-05-01 | 01 10:00 +60 |  | Elsewhere",
            "2026-05-01 | 01 12:00 +60 | en=Main, de=Saal + Side | en=Lunch, de=Mittagessen",
        ]
    );
    let session = &about.sessions[0];
    let people: Vec<String> =
        session.people.iter().map(|one| localized(about.person(one.person).name.as_ref())).collect();
    assert_eq!(people, ["Ada One", "Bea Two"]);
    let track = session.track.map(|track| &about.tracks[track.index()]).expect("a track");
    assert_eq!(localized(track.name.as_ref()), "en=Keys");
    assert!(track.color.is_some() && session.do_not_record);
    assert_eq!(about.dates.start.map(|date| date.to_string()).as_deref(), Some("2026-05-01"));
    assert_eq!(about.dates.end.map(|date| date.to_string()).as_deref(), Some("2026-05-02"));
    let codes: Vec<_> = read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, [Code::LeftOut]);
}

const GIGGITY: &str = r#"<?xml version="1.0"?>
<schedule id="a.example.2026" title="Open Air" xmlns="http://gaa.st/giggity#sched"><linkType id="wiki" icon="x.png"/>
<line id="main" title="Main stage"><item id="one" title="Opening" startTime="1777636800" endTime="1777640400">
<itemDescription>First of all</itemDescription><itemLink type="wiki" href="https://a.example/one"/></item>
<item id="two" title="After" startTime="1777640400" endTime="1777644000"/></line>
<line id="side" title="Side stage"><item id="three" title="Beside" startTime="1777636800" endTime="1777638600"/></line>
</schedule>"#;

#[test]
fn the_xml_of_giggity_has_lines_for_rooms() {
    for text in [GIGGITY.to_owned(), GIGGITY.replace(" xmlns=\"http://gaa.st/giggity#sched\"", "")] {
        let read = read("giggity.xml", &text);
        assert_eq!(localized(Some(&read.conference.title)), "Open Air");
        assert_eq!(
            agenda(&read.conference),
            [
                "2026-05-01 | 01 12:00 +60 | Main stage | Opening",
                "2026-05-01 | 01 13:00 +60 | Main stage | After",
                "2026-05-01 | 01 12:00 +30 | Side stage | Beside",
            ]
        );
        let session = &read.conference.sessions[0];
        assert_eq!(localized(session.description.as_ref()), "First of all");
        assert_eq!(&*session.links[0].url, "https://a.example/one");
        let codes: Vec<_> = read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Code::TimesInUtc]);
    }
    // A truncated file is still recognized.
    let half = GIGGITY.split("</line>").next().expect("a line");
    let read = read("giggity.xml", half);
    assert_eq!(agenda(&read.conference).len(), 2);
    assert!(read.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::Damaged));
}

#[test]
fn giggity_seconds_do_not_reveal_the_venue_clock() {
    // A morning and an evening in India, an evening in California that continues after midnight in UTC, a day
    // in Berlin.
    for (starts, zone, clocks) in [
        ([1_777_606_200, 1_777_642_200], "Asia/Kolkata", ["05-01 09:00", "05-01 19:00"]),
        ([1_777_676_400, 1_777_687_200], "Los Angeles", ["05-01 16:00", "05-01 19:00"]),
        ([1_777_615_200, 1_777_647_600], "Europe/Berlin", ["05-01 08:00", "05-01 17:00"]),
    ] {
        let item = |start: i64| format!("<item title='S' startTime='{start}' endTime='{}'/>", start + 1800);
        let items = starts.map(item).concat();
        let text = format!("<schedule title='T'><line id='a' title='A'>{items}</line></schedule>");
        let read = read("giggity.xml", &text);
        let mut conference = read.conference;
        assert_eq!(conference.zone, Zone::Utc, "{zone}");
        assert_eq!(conference.sessions[0].times.day, conference.sessions[1].times.day, "{zone}");
        let codes: Vec<_> = read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Code::TimesInUtc], "{zone}");
        assert!(conference.set_venue_zone(named(zone).expect("a zone")), "{zone}");
        let starts = conference.sessions.iter().filter_map(|session| session.times.start_datetime());
        let message_line: Vec<_> = starts.map(|start| start.format("%m-%d %H:%M").to_string()).collect();
        assert_eq!(message_line, clocks, "{zone}");
    }
}

/// Returns the diagnostics of a file on one line.
fn message_line(bytes: &[u8]) -> String {
    let schedule = LoadedSchedule::decode("file", bytes);
    assert!(schedule.is_empty());
    let [diagnostic] = &schedule.diagnostics[..] else { panic!("{:?}", schedule.diagnostics) };
    assert_eq!(diagnostic.code, Code::UnknownFormat);
    Locale::english().find(&diagnostic.code.message_id(), None, &diagnostic.args).expect("a sentence")
}

#[test]
fn unknown_files_are_named_by_kind() {
    for (text, kind) in [
        ("", "The file is empty;"),
        (" \r\n\t\n", "The file is empty;"),
        ("<!DOCTYPE html><html><head><title>Schedule</title></head></html>", "This is a web page;"),
        ("\n<HTML lang=en><BODY>Soon</BODY></HTML>", "This is a web page;"),
        (
            "<?xml version='1.0'?><iCalendar><vcalendar><vevent/></vcalendar></iCalendar>",
            "This is a calendar in XML (xCal);",
        ),
        (
            "<icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar/></icalendar>",
            "This is a calendar in XML (xCal);",
        ),
        ("<rss version='2.0'><channel><title>News</title></channel></rss>", "This is a news feed;"),
        ("<schedule><shift>late</shift></schedule>", "This is XML, but not a schedule;"),
        ("[\"vcalendar\", [[\"version\", {}, \"text\", \"2.0\"]], []]", "This is a calendar in JSON (jCal);"),
        ("%PDF-1.7\n%\u{e2}\u{e3}", "This is a PDF document;"),
        ("PK\u{3}\u{4}\u{14}\0\u{6}\0", "This is an archive or an office document;"),
        ("GIF89a\u{1}\0\u{1}", "This is an image;"),
        ("{\\rtf1\\ansi Hello}", "This is a text document (RTF);"),
        ("a\0b\0\0\0", "This is not a text file;"),
        (
            "name: DevDay\ndays:\n  - date: 2026-05-01\n    sessions:\n      - title: Opening\n",
            "This is a YAML file;",
        ),
        ("---\ntitle: Post\ndate: 2026-05-01\n---\n", "This is a YAML file;"),
        ("- title: One\n  start: \"09:00\"\n- title: Two\n", "This is a YAML file;"),
        (
            "Item,Count,Price\nCoffee,9,Main\n\"A, b\",10,Main\n",
            "This is a table (CSV) without a column of titles;",
        ),
        ("Menge;Preis\nEins;9:00\nZwei;10:00\n", "This is a table (CSV) without a column of titles;"),
        ("Item\tCount\nOne\t9:00\n", "This is a table (CSV) without a column of titles;"),
        ("Service unavailable", "This is text, but not a schedule;"),
        ("# Programme\n\nWe meet at nine.\n", "This is text, but not a schedule;"),
        (
            r#"{"count": 1, "_type": "HTTPAPIResult", "results": {"17": {"20260501": {}}}}"#,
            "This is Indico JSON;",
        ),
        (
            r#"{"schedule": {"2026-05-01": {"tracks": [], "timeslots": []}}, "sessions": {"1": {"title": "a"}}}"#,
            "This is Hoverboard JSON;",
        ),
        (r#"[{"title": "a", "starts-at": "2026-05-01T09:00", "microlocation": null}]"#, "This is Open Event"),
        (
            r#"[{"title": "a", "start_date": "2026-05-01 09:00:00", "end_date": "x", "venue": "v"}]"#,
            "This is a list of events in JSON, as Electromagnetic Field publishes it;",
        ),
        (r#"[{"id": "1", "fullName": "Ada One", "bio": "x"}]"#, "This is a list of people without sessions;"),
        (
            r#"{"speakers": [{"name": "Ada One", "avatar": "x"}]}"#,
            "This is a list of people without sessions;",
        ),
        (r#"{"rooms": [{"name": "Hall"}]}"#, "These are parts of a schedule without its sessions;"),
        (
            r#"{"sessions": [{"title": "a", "start": "2026-05-01T09:00:00"}], "name": "x"}"#,
            "This is JSON with times, but in an unknown format;",
        ),
        ("{}", "This JSON file is empty;"),
        (r#"{"error": "not found"}"#, "This is JSON, but not a schedule;"),
    ] {
        assert!(message_line(text.as_bytes()).starts_with(kind), "{text}: {}", message_line(text.as_bytes()));
    }
    assert!(message_line(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").starts_with("This is an image;"));
    assert!(message_line(b"\xff\xd8\xff\xe0\0\x10JFIF\0").starts_with("This is an image;"));
    assert!(
        message_line(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0")
            .starts_with("This is an archive or an office document;")
    );
    assert_eq!(
        message_line(b"name: x\ndays:\n- a: 1\n"),
        "This is a YAML file; write its contents as an event file in TOML, or open schedule.xml, schedule JSON or iCalendar."
    );
}

#[test]
fn an_event_file_with_mistakes_is_not_another_kind() {
    for text in
        ["title = T", "[[agenda]\ntitle = 'x'", "title: \"x\"\ndate: 2026-05-01\n", "title \"x\"", "# soon"]
    {
        let found = diagnostics("event.toml", text);
        assert!(!found.contains("unknown-format"), "{text}: {found}");
    }
}

#[test]
fn a_quote_and_a_colon_at_the_beginning_of_a_title_make_no_json() {
    for (text, title) in [
        ("title = \"\\\":\"\n", "\":"),
        ("title=\"\\\": a smile\"\nagenda = []\n", "\": a smile"),
        ("title = { ky = \"\\\":\" }\n", "ky=\":"),
    ] {
        assert_eq!(localized(Some(&read("", text).conference.title)), title, "{text}");
    }
}

#[test]
fn a_published_file_without_sessions_is_reported() {
    let calendar = |inner: &str| format!("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Soon\r\n{inner}END:VCALENDAR\r\n");
    let todo = "BEGIN:VTODO\r\nSUMMARY:Do\r\nDTSTART:20260905T090000Z\r\nEND:VTODO\r\n";
    let journal = "BEGIN:VJOURNAL\r\nSUMMARY:Done\r\nEND:VJOURNAL\r\n";
    let none = "The file has no sessions; look for a newer one, or for the one that has them.";
    for (text, sentence) in [
        (calendar(""), none),
        (
            calendar(todo),
            "The calendar has no sessions, only 1 other entry, such as a to-do; open the one that has the sessions.",
        ),
        (
            calendar(&format!("{todo}{journal}")),
            "The calendar has no sessions, only 2 other entries, such as to-dos; open the one that has the sessions.",
        ),
        ("<schedule><conference><title>Soon</title></conference></schedule>".to_owned(), none),
        (r#"{"schedule": {"conference": {"title": "Soon", "days": []}}}"#.to_owned(), none),
    ] {
        let schedule = LoadedSchedule::decode("file", text.as_bytes());
        assert!(schedule.is_empty(), "{text}");
        let why = schedule.empty_reason().expect("a reason");
        let message_line = Locale::english().find(&why.code.message_id(), None, &why.args);
        assert_eq!(message_line.as_deref(), Some(sentence), "{text}");
    }
    let dated = "<schedule><conference><title>Soon</title><start>2026-05-01</start></conference></schedule>";
    let schedule = LoadedSchedule::decode("file", dated.as_bytes());
    assert!(!schedule.is_empty() && schedule.empty_reason().is_some());
}
