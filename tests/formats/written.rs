//! Every published schedule in the corpus is equal after writing it as an event file and reading it back.

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{self, event_file};

use crate::exports::Format;
use crate::exports::published::ALL;

#[test]
fn every_published_schedule_is_the_same_when_it_is_written_and_read() {
    for published in ALL.iter() {
        let (path, conference) = (&published.path, &published.conference);
        let written = published.export(Format::Toml).expect("an event file takes everything");
        let back = event_file::read(&Source::new("written.toml", &written.text)).conference;
        assert_eq!(back.sessions.len(), conference.sessions.len(), "{path}");
        // Losses are reported item by item; if there are none, both are equal.
        assert!(!written.lost.is_empty() || back == *conference, "{path}");
        let losses = written.lost.len();
        assert!(losses * 5 <= conference.sessions.len() * 2, "{path}: {losses}");
    }
}

/// A URL keeps everything except the case of its scheme in all formats.
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
        assert_eq!(event.diagnostics, []);
        let conference = event.conference;
        let locale = kurultai::i18n::Locale::english();
        let reading = conference.reading(None);
        let options = format::ical::Options {
            reading: reading.clone(),
            words: &locale,
            busy: &[],
            sequence: None,
            plan: None,
        };
        let calendar =
            format::ical::write(&conference, &[kurultai_schedule::model::SessionId::new(0)], &options);
        let files = [
            event_file::write(&conference),
            calendar,
            format::c3voc::write(&conference, &reading).expect("it has a zone"),
            format::schedule_xml::write(&conference, &reading).expect("it has a zone"),
        ];
        for file in files {
            // Uppercase schemes.
            for text in [file.text.clone(), file.text.replace(read, written)] {
                let back = format::read(&Source::new("", &text)).conference;
                let session = &back.sessions[0];
                assert_eq!(session.url.as_deref(), Some(read), "{text}");
                assert_eq!(&*session.links[0].url, format!("{read}l"), "{text}");
            }
        }
    }
}
