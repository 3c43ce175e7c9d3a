//! Encodings other than UTF-8: declared ones, detected ones, and invalid bytes.

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai::schedule::LoadedSchedule;

use crate::{localized, rooms};

/// Returns the title of the conference, the first session with its room, and the diagnostics.
fn read(bytes: &[u8]) -> ([String; 3], Vec<String>) {
    let schedule = LoadedSchedule::decode("file", bytes);
    let about = &schedule.conference;
    let session = &about.sessions[0];
    let locale = Locale::english();
    let found = schedule
        .diagnostics
        .iter()
        .map(|diagnostic| full(diagnostic, &schedule.source, &locale, 80))
        .collect();
    ([localized(Some(&about.title)), localized(session.title.as_ref()), rooms(about, session)], found)
}

/// Encodes a text whose characters are at most U+00FF as Latin-1.
fn bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a byte")).collect()
}

fn xml(encoding: &str, title: &str, room: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<schedule><conference><title>Days</title><time_zone_name>\
         Asia/Tokyo</time_zone_name></conference><day date='2026-05-01'><room name='{room}'><event id='1'><title>{title}\
         </title><start>10:00</start><duration>00:30</duration></event></room></day></schedule>"
    )
}

fn ics(parameters: &str, title: &str, room: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Days\r\nX-WR-TIMEZONE:Asia/Bishkek\r\nBEGIN:VEVENT\r\nUID:u\r\n\
         SUMMARY{parameters}:{title}\r\nLOCATION{parameters}:{room}\r\nDTSTART:20260510T090000\r\n\
         DTEND:20260510T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

const GUESSED: &str = "The file is not UTF-8 and does not name its encoding; it is read as";

#[track_caller]
fn check(bytes: &[u8], title: &str, room: &str, found: &[&str]) {
    let (read, messages) = read(bytes);
    assert_eq!(read, ["Days", title, room]);
    let sentence = |messages: &String| {
        let line = messages.lines().next().and_then(|line| line.split_once("]: "));
        line.map_or_else(String::new, |(_, sentence)| sentence.to_owned())
    };
    let messages: Vec<String> = messages.iter().map(sentence).collect();
    assert_eq!(messages, found);
}

#[test]
fn the_declaration_of_an_xml_file_counts() {
    check(
        &bytes(&xml("ISO-8859-1", "Er\u{f6}ffnung: Stra\u{df}e", "Gro\u{df}e Aula")),
        "Eröffnung: Straße",
        "Große Aula",
        &[],
    );
    let sjis = bytes(&xml("Shift_JIS", "\u{8a}J\u{89}\u{ef}\u{8e}\u{ae}", "\u{83}z\u{81}[\u{83}\u{8b}"));
    check(&sjis, "開会式", "ホール", &[]);
    check(
        &bytes(&xml(
            "windows-1251",
            "\u{ce}\u{f2}\u{ea}\u{f0}\u{fb}\u{f2}\u{e8}\u{e5}",
            "\u{c7}\u{e0}\u{eb}",
        )),
        "Открытие",
        "Зал",
        &[],
    );
    check(
        &bytes(&xml("koi8-r", "\u{ef}\u{d4}\u{cb}\u{d2}\u{d9}\u{d4}\u{c9}\u{c5}", "\u{fa}\u{c1}\u{cc}")),
        "Открытие",
        "Зал",
        &[],
    );
}

#[test]
fn the_charset_of_a_calendar_counts() {
    let open = "\u{ce}\u{f2}\u{ea}\u{f0}\u{fb}\u{f2}\u{e8}\u{e5}";
    check(&bytes(&ics(";CHARSET=windows-1251", open, "\u{c7}\u{e0}\u{eb}")), "Открытие", "Зал", &[]);
    check(
        &bytes(&ics(";LANGUAGE=pl;CHARSET=\"ISO-8859-2\"", "Otwarcie \u{b1}", "Sala \u{a3}")),
        "Otwarcie ą",
        "Sala Ł",
        &[],
    );
    let quoted = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE";
    check(ics(quoted, "Er=C3=B6ff=\r\nnung", "Gro=C3=9Fer Saal").as_bytes(), "Eröffnung", "Großer Saal", &[]);
    let quoted = ";ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251";
    check(ics(quoted, "=CE=F2=EA=F0=FB=F2=E8=E5", "=C7=E0=EB 3=2E5").as_bytes(), "Открытие", "Зал 3.5", &[]);
}

#[test]
fn undeclared_encodings_are_detected_and_reported_once() {
    let latin = bytes(&ics("", "Begr\u{fc}\u{df}ung und \u{d6}kologie", "Gro\u{df}er Saal"));
    check(&latin, "Begrüßung und Ökologie", "Großer Saal", &[&format!("{GUESSED} windows-1252.")]);
    let cyrillic = bytes(&ics(
        "",
        "\u{ce}\u{f2}\u{ea}\u{f0}\u{fb}\u{f2}\u{e8}\u{e5}",
        "\u{c1}\u{ee}\u{eb}\u{fc}\u{f8}\u{ee}\u{e9} \u{e7}\u{e0}\u{eb}",
    ));
    check(&cyrillic, "Открытие", "Большой зал", &[&format!("{GUESSED} windows-1251.")]);
    let xml = xml("UTF-8", "Er\u{f6}ffnung", "Gro\u{df}e Aula");
    check(&bytes(&xml), "Eröffnung", "Große Aula", &[&format!("{GUESSED} windows-1252.")]);
    let toml = "title = \"Days\"\ntimezone = \"Europe/Paris\"\n[[agenda]]\ntitle = \"\u{c9}t\u{e9} \u{e0} Paris\"\nroom = \"Caf\u{e9}\"\n\
                date = 2026-05-01\nstart = \"10:00\"\n[[rooms]]\nname = \"Caf\u{e9}\"\n";
    check(&bytes(toml), "Été à Paris", "Café", &[&format!("{GUESSED} windows-1252.")]);
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let messages = "The file is UTF-16; it is read, but other software expects UTF-8.";
    for text in [ics("", "Begrüßung", "Өзөк"), xml("UTF-16", "Begrüßung", "Өзөк")] {
        for mark in ["", "\u{feff}"] {
            let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            check(&little, "Begrüßung", "Өзөк", &[messages]);
            check(&big, "Begrüßung", "Өзөк", &[messages]);
        }
    }
}

#[test]
fn invalid_bytes_affect_nothing_else() {
    let mut damaged = ics("", "Begrüßung", "Өзөк").into_bytes();
    let at = damaged.iter().position(|byte| *byte == 0xBC).expect("it is there");
    damaged[at] = b'x';
    let messages = format!("The file is not valid UTF-8: byte {} is not part of a character.", at - 1);
    check(&damaged, "Begr\u{fffd}xßung", "Өзөк", &[&messages]);
    let sjis = bytes(&xml("Shift_JIS", "\u{8a}J\u{89}\u{ef}\u{ff}", "\u{83}z\u{81}[\u{83}\u{8b}"));
    let messages = "Bytes here are not valid in Shift_JIS, the encoding of the file.";
    check(&sjis, "開会\u{fffd}", "ホール", &[messages]);
    check(xml("ISO-8859-1", "Eröffnung", "Große Aula").as_bytes(), "Eröffnung", "Große Aula", &[]);
}
