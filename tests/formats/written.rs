//! Every published program that is at hand can be written as an event file, and is the same when that is read.

use kurultai::diagnostic::Source;
use kurultai::format::{self, toml};

use crate::corpus::text;

pub(crate) const PUBLISHED: [&str; 18] = [
    "frab-xml/34c3-2017.xml",
    "frab-xml/38c3-2024.xml",
    "frab-xml/debconf-2023.xml",
    "frab-xml/emf-2024.xml",
    "frab-xml/fosdem-2012.xml",
    "frab-xml/fosdem-2023.xml",
    "frab-xml/fosdem-2025-pretalx-full.xml",
    "frab-xml/fosdem-2025.xml",
    "schedule-json/frab-camp2019.json",
    "schedule-json/hub-schedule2.json",
    "schedule-json/invalid-example.json",
    "ics/emf-2024.ics",
    "ics/lca-2020.ics",
    "ics/moca-2024.ics",
    "opass/sitcon-2024.json",
    "sessionize/droidcon-berlin-2023-gridsmart.json",
    "pretalx-api/europython-2023-schedule.json",
    "toml/gophercon-sg-2025/schedule.toml",
];

#[test]
fn every_published_program_is_the_same_when_it_is_written_and_read() {
    for path in PUBLISHED {
        let Some(text) = text(path) else { continue };
        let conference = format::read(&Source::new(path, &text)).conference;
        let written = toml::write(&conference);
        let back = toml::read(&Source::new("written.toml", &written.text)).conference;
        assert_eq!(back.sessions.len(), conference.sessions.len(), "{path}");
        // What is lost is said, item by item; where nothing is said, nothing is.
        let mut known = conference;
        known.sessions.iter_mut().for_each(|session| session.has_mistakes = false);
        known.people.iter_mut().for_each(|person| person.has_mistakes = false);
        assert!(!written.lost.is_empty() || back == known, "{path}");
        let losses = written.lost.len();
        assert!(losses * 5 <= known.sessions.len() * 2, "{path}: {losses}");
    }
}

/// An address keeps everything but the letters of its scheme, whichever way it goes.
#[test]
fn an_address_with_a_scheme_in_capitals_is_an_address() {
    for (written, read) in [
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("hTTp://example.org/b", "http://example.org/b"),
        ("Https://example.org/c?D=E#F", "https://example.org/c?D=E#F"),
    ] {
        let text = format!(
            "title = 'T'\ndate = 2026-05-01\ntimezone = 'Asia/Bishkek'\n[[agenda]]\ntitle = 'A'\nstart = '10:00'\n\
             url = '{written}'\nlinks = ['{written}l']\n"
        );
        let source = Source::new("a.toml", &text);
        let event = format::read(&source);
        assert_eq!(event.findings, []);
        let conference = event.conference;
        let locale = kurultai::locale::Locale::english();
        let reading = conference.reading(None);
        let options = format::ical::Options {
            reading: reading.clone(),
            locale: &locale,
            busy: &[],
            sequence: None,
            plan: None,
        };
        let calendar = format::ical::write(&conference, &[kurultai::model::SessionId::new(0)], &options);
        let files = [
            toml::write(&conference),
            calendar,
            format::voc::write(&conference, &reading).expect("it has a zone"),
            format::frab::write(&conference, &reading).expect("it has a zone"),
        ];
        for file in files {
            // As others may write it.
            for text in [file.text.clone(), file.text.replace(read, written)] {
                let back = format::read(&Source::new("", &text)).conference;
                let session = &back.sessions[0];
                assert_eq!(session.url.as_deref(), Some(read), "{text}");
                assert_eq!(&*session.links[0].url, format!("{read}l"), "{text}");
            }
        }
    }
}
