//! Recordings, streams and slides are found in every format, and again in exports.

use kurultai::i18n::Locale;
use kurultai_schedule::format::{c3voc, event_file, ical, schedule_xml};
use kurultai_schedule::model::{Conference, LanguagePreference, LocalizedText, SessionId};

use crate::read;

/// Returns recording, stream and slides of each session, then its links and files.
fn media(conference: &Conference) -> Vec<String> {
    let written = |(label, url): (Option<&LocalizedText>, &str)| {
        let label = label.and_then(|label| label.iter().next()).map(|(_, label)| label.to_string());
        format!("{}<{url}>", label.unwrap_or_default())
    };
    let sessions = conference.sessions.iter().map(|session| {
        let places = [&session.recording, &session.stream, &session.slides];
        let places = places.map(|url| url.as_deref().unwrap_or("-").to_owned());
        let links = session.links.iter().map(|link| (link.label.as_ref(), &*link.url));
        let files = session.attachments.iter().map(|file| (file.label.as_ref(), &*file.url));
        places.into_iter().chain(links.chain(files).map(written)).collect::<Vec<_>>().join(" ")
    });
    sessions.collect()
}

/// Reads a link with this label in each format that has links.
fn classified(label: &str, url: &str) -> String {
    let labelled = if label.is_empty() { String::new() } else { format!(r#""title": "{label}", "#) };
    let (day, moment) = ("2025-02-01", "2025-02-01T10:00:00+01:00");
    let xml = |links: &str| {
        format!(
            "<schedule><conference><title>T</title><time_zone_name>Europe/Rome</time_zone_name></conference>\
             <day date='{day}'><room name='Hall'><event id='1'><date>{moment}</date><start>10:00</start>\
             <duration>00:30</duration><title>A walk</title>{links}</event></room></day></schedule>"
        )
    };
    let json = |links: &str| {
        format!(
            r#"{{"schedule": {{"conference": {{"title": "T", "time_zone_name": "Europe/Rome", "days": [{{"date": "{day}",
            "rooms": {{"Hall": [{{"id": 1, "date": "{moment}", "start": "10:00", "duration": "0:30", "title": "A walk",
            {links}}}]}}}}]}}}}}}"#
        )
    };
    let escaped = url.replace('&', "&amp;");
    let calendar = |line: &str| {
        format!(
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//b//EN\nBEGIN:VEVENT\nUID:1\nDTSTART:20250201T100000Z\n\
             SUMMARY:A walk\n{line}:{url}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let pretalx = format!(
        r#"{{"version": "0.1", "breaks": [], "slots": [{{"code": "A", "title": "A walk", "state": "confirmed", "speakers": [],
        "submission_type": "Talk", "slot": {{"room": "Hall", "start": "{moment}", "end": "2025-02-01T11:00:00+01:00"}},
        "resources": [{{"resource": "{url}", "description": "{label}"}}]}}]}}"#
    );
    let giggity = format!(
        "<schedule id='a' title='T' xmlns='http://gaa.st/giggity#sched'><line id='h' title='Hall'><item id='1' title='A walk' \
         startTime='1738400400' endTime='1738404000'><itemLink href='{escaped}' type='{label}'/></item></line></schedule>"
    );
    let key = if label.is_empty() { String::new() } else { format!("label = '{label}', ") };
    let table = |name: &str| {
        format!(
            "title = 'T'\n[[agenda]]\ntitle = 'A walk'\ndate = {day}\n{name} = [{{ {key}url = '{url}' }}]\n"
        )
    };
    let texts = [
        ("a.xml", xml(&format!("<links><link href='{escaped}'>{label}</link></links>"))),
        (
            "a.xml",
            xml(&format!("<attachments><attachment href='{escaped}'>{label}</attachment></attachments>")),
        ),
        ("a.json", json(&format!(r#""links": [{{{labelled}"url": "{url}"}}]"#))),
        ("a.json", json(&format!(r#""attachments": [{{{labelled}"url": "{url}"}}]"#))),
        ("a.json", pretalx),
        ("a.xml", giggity),
        ("a.ics", calendar(&format!("LINK;VALUE=URI;LABEL=\"{label}\""))),
        ("a.ics", calendar(&format!("ATTACH;FILENAME=\"{label}\""))),
        ("a.toml", table("links")),
        ("a.toml", table("attachments")),
    ];
    let classified: Vec<String> =
        texts.iter().map(|(name, text)| media(&read(name, text).conference).join("\n")).collect();
    for (one, (name, text)) in classified.iter().zip(&texts) {
        assert_eq!(*one, classified[0], "{name}: {text}");
    }
    classified[0].clone()
}

#[test]
fn every_format_classifies_alike() {
    let clip = "https://www.youtube.com/watch?v=abcdefghijk&t=3";
    assert_eq!(classified("Video", clip), format!("{clip} - -"));
    assert_eq!(
        classified("Recording (media.ccc.de)", "https://media.ccc.de/v/walk"),
        "https://media.ccc.de/v/walk - -"
    );
    assert_eq!(
        classified("Video recording (MP4) - 3 MB", "https://video.fosdem.org/a.mp4"),
        "https://video.fosdem.org/a.mp4 - - Video recording (MP4) - 3 MB<https://video.fosdem.org/a.mp4>"
    );
    assert_eq!(classified("Запись", "https://tube.example/talks/1"), "https://tube.example/talks/1 - -");
    assert_eq!(
        classified("Livestream", "https://example.org/hall/live"),
        "- https://example.org/hall/live -"
    );
    assert_eq!(
        classified("Slides (PDF)", "https://example.org/walk.pdf"),
        "- - https://example.org/walk.pdf"
    );
    assert_eq!(classified("Слайддар", "https://example.org/walk.odp"), "- - https://example.org/walk.odp");
    for (label, url) in [
        ("Video", "https://www.youtube.com/@club"),
        ("Recording", "https://example.org/"),
        ("Recording license", "https://creativecommons.org/licenses/by/4.0/"),
        ("Video: how to build a boat", "https://youtu.be/abcdefghijk"),
        ("Code", "https://example.org/code"),
    ] {
        assert_eq!(classified(label, url), format!("- - - {label}<{url}>"));
    }
}

/// Sessions with given media, media among links, or both.
const PROGRAM: &str = r#"
title = "T"
timezone = "Asia/Bishkek"
[[agenda]]
title = "Told"
start = 2025-02-01T09:00:00
duration = "30m"
links = [
  { label = "Video recording (WebM) - 3 MB", url = "https://example.org/a.webm" },
  { label = "Video recording (MP4) - 5 MB", url = "https://example.org/a.mp4" },
  { label = "Slides", url = "https://example.org/slides/1" },
  { label = "Watch live", url = "https://www.youtube.com/live/abcdefghijk" },
  { label = "Code", url = "https://example.org/code" },
]
[[agenda]]
title = "Given"
start = 2025-02-01T10:00:00
duration = "30m"
recording = "https://example.org/"
stream = "https://www.youtube.com/@club"
slides = "https://example.org/key"
links = [
  { label = "Recording", url = "https://media.ccc.de/v/other" },
  { label = "Livestream", url = "https://example.org/live/1" },
  { label = "Slides", url = "https://example.org/other.pdf" },
]
[[agenda]]
title = "Files"
start = 2025-02-01T11:00:00
duration = "30m"
attachments = [
  { label = "Maps in detail", url = "https://example.org/maps.pdf", type = "slides" },
  { label = "Slides, second part", url = "https://example.org/2.pdf", type = "slides" },
  { url = "https://example.org/3.pdf", type = "paper" },
]
[[agenda]]
title = "None"
start = 2025-02-01T12:00:00
duration = "30m"
links = [
  { label = "Video", url = "https://www.youtube.com/@club" },
  { label = "Recording license", url = "https://creativecommons.org/licenses/by/4.0/" },
]
"#;

#[test]
fn exported_media_are_found_again() {
    let conference = read("a.toml", PROGRAM).conference;
    let expected = media(&conference);
    assert_eq!(
        expected,
        [
            "https://example.org/a.mp4 https://www.youtube.com/live/abcdefghijk https://example.org/slides/1 \
             Video recording (WebM) - 3 MB<https://example.org/a.webm> \
             Video recording (MP4) - 5 MB<https://example.org/a.mp4> Code<https://example.org/code>",
            "https://example.org/ https://www.youtube.com/@club https://example.org/key \
             Recording<https://media.ccc.de/v/other> Livestream<https://example.org/live/1> \
             Slides<https://example.org/other.pdf>",
            "- - https://example.org/maps.pdf Maps in detail<https://example.org/maps.pdf> \
             Slides, second part<https://example.org/2.pdf> <https://example.org/3.pdf>",
            "- - - Video<https://www.youtube.com/@club> \
             Recording license<https://creativecommons.org/licenses/by/4.0/>",
        ]
    );
    let all: Vec<SessionId> = (0..conference.sessions.len()).map(SessionId::new).collect();
    let (reading, locale) = (LanguagePreference::default(), Locale::english());
    let options = ical::Options {
        reading: LanguagePreference::default(),
        words: &locale,
        busy: &[],
        sequence: None,
        plan: None,
    };
    for (name, written) in [
        ("a.json", c3voc::write(&conference, &reading).expect("it has days").text),
        ("a.xml", schedule_xml::write(&conference, &reading).expect("it has days").text),
        ("a.ics", ical::write(&conference, &all, &options).text),
        ("a.toml", event_file::write(&conference).text),
    ] {
        assert_eq!(media(&read(name, &written).conference), expected, "{name}: {written}");
    }
}
