//! URLs that cannot be opened, in every format: shown as text, fixed or omitted, and counted by kind.

use kurultai::i18n::Locale;
use kurultai_schedule::diagnostic::{Code, Diagnostic, Source};
use kurultai_schedule::format::Parsed;
use kurultai_schedule::model::Session;

/// A value, its display, and the code of its diagnostic.
const ROWS: [(&str, Option<&str>, Option<Code>); 16] = [
    ("https://a.example/x", Some("https://a.example/x"), None),
    ("HTTPS://A.example/y", Some("https://A.example/y"), None),
    ("git://a.example/x.git", Some("git://a.example/x.git"), Some(Code::OtherScheme)),
    ("bzr://a.example/x", Some("bzr://a.example/x"), Some(Code::OtherScheme)),
    ("dat://0a1b2c3d", Some("dat://0a1b2c3d"), Some(Code::OtherScheme)),
    ("gopher://a.example", Some("gopher://a.example"), Some(Code::OtherScheme)),
    ("irc://irc.a.example/room", Some("irc://irc.a.example/room"), Some(Code::OtherScheme)),
    ("thttps://a.example/1", Some("https://a.example/1"), Some(Code::MendedLink)),
    ("https;//a.example/2", Some("https://a.example/2"), Some(Code::MendedLink)),
    ("http//a.example/3", Some("http://a.example/3"), Some(Code::MendedLink)),
    ("htps://a.example/4", Some("https://a.example/4"), Some(Code::MendedLink)),
    ("http://", None, None),
    ("https:///", None, None),
    ("no upload", None, Some(Code::NoAddress)),
    ("TBA", None, Some(Code::NoAddress)),
    ("will follow soon", None, Some(Code::NoAddress)),
];

/// Returns a file of each published format with a session for each of these URLs.
fn in_every_format(urls: &[&str]) -> [(&'static str, String); 8] {
    let all = |session: &dyn Fn(usize, &str) -> String, between: &str| {
        let sessions = urls.iter().enumerate().map(|(index, url)| session(index, url));
        sessions.collect::<Vec<_>>().join(between)
    };
    let xml = |index, url: &str| {
        format!(
            "<event id='{index}'><title>S</title><start>10:00</start><video_download_url>{url}</video_download_url></event>"
        )
    };
    let links = |index, url: &str| {
        format!(
            "<event id='{index}'><title>S</title><start>10:00</start><links><link href='{url}'>L</link></links></event>"
        )
    };
    let schedule = |events: String| {
        format!(
            "<schedule><conference><title>T</title></conference><day date='2026-10-12'><room name='R'>{events}</room></day></schedule>"
        )
    };
    let json = |index, url: &str| {
        format!(
            r#"{{"id": {index}, "title": "S", "date": "2026-10-12T10:00:00+02:00", "start": "10:00", "video_download_url": "{url}"}}"#
        )
    };
    let opass = |index, url: &str| {
        format!(
            r#"{{"id": "{index}", "zh": {{"title": "S"}}, "start": "2026-10-12T10:00:00+02:00", "record": "{url}"}}"#
        )
    };
    let sessionize = |index, url: &str| {
        format!(
            r#"{{"id": "{index}", "title": "S", "startsAt": "2026-10-12T10:00:00", "recordingUrl": "{url}"}}"#
        )
    };
    let pretalx = |index, url: &str| {
        format!(
            r#"{{"code": "C{index}", "title": "S", "submission_type": "Talk", "slot": {{"start": "2026-10-12T10:00:00+02:00"}}, "resources": [{{"resource": "{url}", "description": "R"}}]}}"#
        )
    };
    let giggity = |index, url: &str| {
        format!(
            "<item id='{index}' title='S' startTime='1777636800' endTime='1777640400'><itemLink href='{url}'/></item>"
        )
    };
    let ical = |index, url: &str| {
        format!("BEGIN:VEVENT\nUID:{index}\nSUMMARY:S\nDTSTART:20261012T100000\nURL:{url}\nEND:VEVENT\n")
    };
    [
        ("recording.xml", schedule(all(&xml, ""))),
        ("links.xml", schedule(all(&links, ""))),
        (
            "frab.json",
            format!(
                r#"{{"schedule": {{"conference": {{"title": "T", "days": [{{"date": "2026-10-12", "rooms": {{"R": [{}]}}}}]}}}}}}"#,
                all(&json, ", ")
            ),
        ),
        (
            "opass.json",
            format!(r#"{{"session_types": [], "rooms": [], "sessions": [{}]}}"#, all(&opass, ", ")),
        ),
        ("sessionize.json", format!(r#"{{"sessions": [{}]}}"#, all(&sessionize, ", "))),
        ("pretalx.json", format!(r#"{{"slots": [{}]}}"#, all(&pretalx, ", "))),
        (
            "giggity.xml",
            format!("<schedule title='T'><line id='a' title='A'>{}</line></schedule>", all(&giggity, "")),
        ),
        ("invented.ics", format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", all(&ical, ""))),
    ]
}

/// Returns the only URL of a session.
fn address(session: &Session) -> Option<String> {
    let links = session.links.iter().map(|link| &link.url);
    let files = session.attachments.iter().map(|file| &file.url);
    let all: Vec<_> = session.url.iter().chain(&session.recording).chain(links).chain(files).collect();
    assert!(all.len() < 2, "{all:?}");
    all.first().map(ToString::to_string)
}

fn of_addresses(read: &Parsed) -> Vec<&Diagnostic> {
    let is_of = |diagnostic: &&Diagnostic| {
        let codes = [
            Code::OtherScheme,
            Code::MendedLink,
            Code::NoAddress,
            Code::DeadLink,
            Code::BadValue,
            Code::BadUrl,
        ];
        codes.contains(&diagnostic.code)
    };
    read.diagnostics.iter().filter(is_of).collect()
}

fn sentence(diagnostic: &Diagnostic) -> String {
    Locale::english().find(&diagnostic.code.message_id(), None, &diagnostic.args).expect("a sentence")
}

#[test]
fn every_published_format_reads_addresses_alike() {
    let urls = ROWS.map(|(written, ..)| written);
    for (name, text) in in_every_format(&urls) {
        let read = crate::read(name, &text);
        let seen: Vec<_> = read.conference.sessions.iter().map(address).collect();
        let expected: Vec<_> = ROWS.iter().map(|(_, shown, _)| shown.map(str::to_owned)).collect();
        assert_eq!(seen, expected, "{name}");
        let messages: Vec<_> = of_addresses(&read).into_iter().map(sentence).collect();
        assert_eq!(
            messages,
            [
                "4 URLs are misspelled; the first, “thttps://a.example/1”, is read as “https://a.example/1”.",
                "Browsers do not open 5 of the URLs (the first is “git://a.example/x.git”); they are shown as text.",
                "3 texts are written in place of URLs (the first is “no upload”); they are left out.",
            ],
            "{name}"
        );
    }
}

#[test]
fn each_kind_is_reported_at_its_first_url() {
    for (written, _, code) in ROWS {
        for (name, text) in in_every_format(&[written]) {
            let read = crate::read(name, &text);
            let codes: Vec<_> = of_addresses(&read).iter().map(|diagnostic| diagnostic.code).collect();
            assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{name}: {written}");
            for diagnostic in of_addresses(&read) {
                let place = &text[diagnostic.span.start..diagnostic.span.end];
                assert!(place.contains(written) || place.starts_with(['<', '"']), "{name}: {place}");
            }
        }
    }
}

#[test]
fn event_files_keep_other_schemes_and_get_suggestions() {
    for (written, shown, code) in ROWS {
        let text = format!(
            "title = \"T\"\ndate = 2026-10-12\n[[agenda]]\ntitle = \"S\"\nrecording = \"{written}\"\n"
        );
        let read = kurultai_schedule::format::read(&Source::new("event.toml", &text));
        let diagnostic = read
            .diagnostics
            .iter()
            .find(|diagnostic| matches!(diagnostic.code, Code::BadUrl | Code::OtherScheme));
        let write =
            diagnostic.and_then(|diagnostic| diagnostic.args.iter().find(|(name, _)| *name == "write"));
        let write = write.map(|(_, value)| format!("{value:?}")).unwrap_or_default();
        let recording = read.conference.sessions[0].recording.as_ref().map(ToString::to_string);
        match code {
            Some(Code::MendedLink) => {
                assert_eq!(recording, None, "{written}");
                assert!(write.contains(shown.expect("meant")), "{written}: {write}");
            }
            Some(Code::NoAddress) => assert_eq!((recording, write), (None, String::new()), "{written}"),
            _ => assert_eq!(recording.as_deref(), shown, "{written}"),
        }
        let expected = match (code, shown) {
            (Some(Code::OtherScheme), _) => Some(Code::OtherScheme),
            (None, Some(_)) => None,
            _ => Some(Code::BadUrl),
        };
        assert_eq!(diagnostic.map(|diagnostic| diagnostic.code), expected, "{written}");
    }
}
