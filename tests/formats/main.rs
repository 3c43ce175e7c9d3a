//! Published formats: our own small files with every peculiarity, and published files if available.

#![cfg(test)]

mod addresses;
mod corpus;
mod damage;
mod detected;
mod encodings;
mod exports;
mod frab;
mod ical;
mod limits;
mod media;
mod moments;
mod one_line;
mod opass;
mod people;
mod pretalx;
mod schedules;
mod sessionize;
mod sheet;
mod times;
mod voc;
mod written;

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai_schedule::check::check;
use kurultai_schedule::diagnostic::{self, Source};
use kurultai_schedule::format::{self, Parsed};
use kurultai_schedule::model::{Conference, LocalizedText, Rooms, Session};

fn read(name: &str, text: &str) -> Parsed {
    format::read(&Source::new(name, text))
}

/// Returns all diagnostics of a file, as printed by `kurultai check`.
fn diagnostics(name: &str, text: &str) -> String {
    let source = Source::new(name, text);
    let read = format::read(&source);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(check(&read.conference, &read.source_map));
    diagnostic::sort(&mut diagnostics);
    let locale = Locale::english();
    diagnostics.iter().map(|diagnostic| full(diagnostic, &source, &locale, 80)).collect()
}

/// Returns a text in all its languages: `en=Talk, de=Vortrag`.
fn localized(texts: Option<&LocalizedText>) -> String {
    let texts = texts.into_iter().flat_map(LocalizedText::iter);
    let texts =
        texts.map(|(lang, text)| lang.map_or_else(|| text.to_string(), |lang| format!("{lang}={text}")));
    texts.collect::<Vec<_>>().join(", ")
}

fn rooms(conference: &Conference, session: &Session) -> String {
    match &session.rooms {
        Rooms::All => "everywhere".into(),
        Rooms::In(rooms) => rooms
            .iter()
            .map(|room| localized(conference.room(*room).name.as_ref()))
            .collect::<Vec<_>>()
            .join(" + "),
    }
}

/// Returns the sessions, one per line: schedule day, time, rooms and title.
fn agenda(conference: &Conference) -> Vec<String> {
    let line = |session: &Session| {
        let day = session.times.day.map_or("no day".into(), |day| day.to_string());
        let start = session
            .times
            .start_datetime()
            .map_or("no time".into(), |start| start.format("%d %H:%M").to_string());
        let length = session.times.duration.map_or("?".into(), |length| length.num_minutes().to_string());
        let offset = session.times.offset.map_or(String::new(), |offset| format!(" {offset}"));
        let room = rooms(conference, session);
        format!("{day} | {start}{offset} +{length} | {room} | {}", localized(session.title.as_ref()))
    };
    conference.sessions.iter().map(line).collect()
}

#[test]
fn other_json_is_no_schedule() {
    for text in ["{}", "[]", r#"{"name": "x", "version": "1"}"#, r#"[{"a": 1}]"#, r#"{"sessions": []}"#] {
        let codes: Vec<_> =
            read("a.json", text).diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [diagnostic::Code::UnknownFormat], "{text}");
    }
}
