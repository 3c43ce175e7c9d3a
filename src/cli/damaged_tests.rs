//! Passes damaged files of every format to every reader: nothing may panic.
//!
//! The mutations have a fixed seed, so every run tries the same cases.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::{env, fs, process, thread};

use super::command::{CommandContext, Outcome};
use super::language::Languages;
use super::streams::Streams;
use super::{command, show};
use crate::i18n::Locale;
use crate::presenter::diagnostic::{concise, full};
use crate::schedule::{LoadedSchedule, Summary};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;
use kurultai_schedule::index::Index;

const CASES: u64 = 20_000;
/// The interval of cases that are also printed as text.
const SHOWN: u64 = 16;

/// Small files of every format. All people and talks in them are invented.
const FILES: &[&str] = &[
    "Titel;Datum;Beginn;Ende;Raum;Referenten;Notiz\r\n\"Öl; und \"\"Wasser\"\"\";14.05.2027;9:00 AM;9.45;Aula;Ada Erfunden (host), Bo Erfunden;x\r\n\
     \"zwei\nZeilen\";2027-05-14;10:00-11:00;;Aula; Saal;;\r\n;;;;;\r\n",
    "title = \"Күн\"\ndate = 2025-02-01\ntimezone = \"Asia/Bishkek\"\n[[rooms]]\nid = \"a\"\nname = \"Аула\"\n\
     [[people]]\nname = { ky = \"Айгүл\", en = \"Aigul\" }\n[[agenda]]\ntitle = \"Ачылыш\"\nstart = 10:00\nroom = \"a\"\n\
     people = [\"Айгүл\", \"Эмил\"]\nabstract = \"\"\"\n*Көп* <b>сөз</b>\n\"\"\"\n",
    "title: Kün\nstart = 2025-02-01; end = 2025-02-03\ntopics = [\"a\" \"b\"; 'c']\n[Venue]\ncity == “Ош”\n[[agendas]\n\
     title = It's\u{a0}on\nwhen = 9h30\nduration = \"45 min\"\n[[agenda]]\ntitle = \"\"\"x\nstart = 25:61\n[[tracks]]\nname = 'T'\n",
    "<?xml version=\"1.0\"?><schedule><conference><title>Days &amp; Nights</title><start>2025-02-01</start>\
     <time_zone_name>Europe/Berlin</time_zone_name></conference><day index=\"1\" date=\"2025-02-01\"><room name=\"Höhle\">\
     <event id=\"1\" guid=\"g\"><date>2025-02-01T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration>\
     <title>Eins &lt;b&gt;</title><abstract><![CDATA[<p>ä</p>]]></abstract><persons><person id=\"2\">Bo Erfunden</person></persons>\
     <links><link href=\"https://a.example\">a</link></links></event></room></day></schedule>",
    "{\"schedule\":{\"version\":\"1\",\"base_url\":\"https://a.example/\",\"conference\":{\"acronym\":\"a\",\"title\":\"Ü\",\
     \"time_zone_name\":\"Europe/Berlin\",\"rooms\":[{\"name\":\"R\"}],\"days\":[{\"index\":1,\"date\":\"2025-02-01\",\"rooms\":{\"R\":[\
     {\"id\":1,\"guid\":\"g\",\"date\":\"2025-02-01T10:00:00+01:00\",\"start\":\"10:00\",\"duration\":\"0:45\",\"title\":\"é\",\
     \"persons\":[{\"id\":1,\"public_name\":\"Ada Erfunden\"}],\"links\":[{\"url\":\"x\",\"title\":\"y\"}]}]}}]}}}",
    "{\"$schema\":\"https://c3voc.de/schedule/schema\",\"schedule\":{\"conference\":{\"title\":\"Ö\",\"tracks\":[{\"name\":{\"en\":\"T\"},\
     \"guid\":\"t\"}],\"rooms\":[{\"name\":\"S\",\"guid\":\"r\"}],\"days\":[{\"date\":\"2025-02-01\",\"rooms\":{\"S\":[{\"guid\":\"e\",\
     \"title\":\"Z\",\"track\":\"T\",\"date\":\"2025-02-01T23:30:00Z\",\"duration\":\"00:30\",\"persons\":[{\"code\":\"P\",\"name\":\"Ñu\"}]}]}}]}}}",
    "{\"slots\":[{\"code\":\"A\",\"title\":\"Wörter\",\"state\":\"confirmed\",\"submission_type\":{\"en\":\"Talk\"},\"duration\":45,\
     \"speakers\":[{\"code\":\"P\",\"name\":\"Cy Erfunden\"}],\"slot\":{\"room\":{\"en\":\"H\"},\"start\":\"2025-02-01T10:00:00+02:00\",\
     \"end\":\"2025-02-01T10:30:00+02:00\"}}],\"breaks\":[{\"room\":\"H\",\"start\":\"2025-02-01T12:00:00Z\",\"description\":\"Essen\"}]}",
    "[{\"date\":\"2025-02-01T00:00:00\",\"isDefault\":true,\"rooms\":[{\"id\":1,\"name\":\"Hall\",\"sessions\":[{\"id\":\"1\",\"title\":\"紙\",\
     \"description\":\"<p>d</p>\",\"startsAt\":\"2025-02-01T10:00:00\",\"endsAt\":\"2025-02-01T10:50:00\",\"isServiceSession\":false,\
     \"speakers\":[{\"id\":\"s\",\"name\":\"Di Erfunden\"}],\"categories\":[{\"id\":2,\"name\":\"Level\",\"categoryItems\":[{\"id\":3,\"name\":\"x\"}]}],\
     \"roomId\":1,\"room\":\"Hall\"}]}],\"timeSlots\":[]}]",
    "{\"sessions\":[{\"id\":\"a\",\"type\":\"K\",\"room\":\"R\",\"start\":\"2025-02-01T09:00:00+08:00\",\"end\":\"2025-02-01T10:00:00+08:00\",\
     \"language\":\"漢語\",\"zh\":{\"title\":\"圖\",\"description\":\"全部\"},\"en\":{\"title\":\"Maps\"},\"speakers\":[\"p\"],\"tags\":[\"i\"]}],\
     \"speakers\":[{\"id\":\"p\",\"zh\":{\"name\":\"艾達\"},\"en\":{\"name\":\"Ada\"}}],\"session_types\":[{\"id\":\"K\",\"zh\":{\"name\":\"主題\"}}],\
     \"rooms\":[{\"id\":\"R\",\"zh\":{\"name\":\"大廳\"}}],\"tags\":[{\"id\":\"i\",\"en\":{\"name\":\"Ink\"}}]}",
    "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Жыйын\r\nX-WR-TIMEZONE:Asia/Bishkek\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Asia/Bishkek:20250201T100000\r\n\
     DURATION:PT45M\r\nSUMMARY:Узун\\, ба\r\n шталыш\r\nLOCATION:Аула\r\nRRULE:FREQ=DAILY;COUNT=3;INTERVAL=1\r\nATTENDEE;CN=\"Эмил\":mailto:a@b.example\r\n\
     CATEGORIES:a,b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
     RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:2\nSUMMARY:ü\nDTSTART;VALUE=DATE:20250201\n\
     DTEND;TZID=Own:20250203T120000\nEXDATE:20250202\nDESCRIPTION:<i>x</i>\\n2*3\nEND:VEVENT\nEND:VCALENDAR\n",
    "{\"talks\":[{\"code\":\"A\",\"id\":1,\"title\":{\"en\":\"Ärger\"},\"abstract\":\"*é*\",\"speakers\":[\"P\",\"Q\"],\"track\":2,\"room\":3,\
     \"start\":\"2025-02-01T10:00:00+02:00\",\"end\":\"2025-02-01T10:30:00+02:00\",\"duration\":30,\"state\":\"confirmed\"},\
     {\"title\":\"Essen\",\"room\":4,\"start\":\"2025-02-01T12:00:00Z\",\"end\":\"2025-02-01T13:00:00Z\"}],\"rooms\":[{\"id\":3,\"name\":{\"en\":\"H\"}}],\
     \"tracks\":[{\"id\":2,\"name\":\"T\",\"color\":\"#abc\"}],\"speakers\":[{\"code\":\"P\",\"name\":\"Cy Erfunden\",\"avatar\":null}],\
     \"timezone\":\"Europe/Berlin\",\"event_start\":\"2025-02-01\",\"event_end\":\"2025-02-02\",\"version\":7}",
    "<?xml version=\"1.0\"?><schedule xmlns=\"http://ggt.gaa.st/giggity\" title=\"Tage &amp; Nächte\"><line id=\"a\" title=\"Höhle\">\
     <item id=\"1\" startTime=\"1738400400\" endTime=\"1738404000\" title=\"Zwölf &lt;i&gt;\"><itemDescription>*x* ü</itemDescription>\
     <itemLink href=\"https://a.example\" type=\"www\"/></item><item id=\"1\" startTime=\"-1\" endTime=\"20250201T110000Z\" title=\"\"/></line></schedule>",
];

/// Inserted fragments: syntax of all formats, and characters of one to four bytes.
const PIECES: [&str; 56] = [
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "\u{2028}",
    "ü",
    "ж",
    "語",
    "\u{1f42f}",
    "e\u{301}",
    "\u{202e}",
    "\0",
    "\u{1b}",
    "\u{b}",
    "\u{85}",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "“",
    "[",
    "[[",
    "]",
    "]]",
    "{",
    "}",
    "(",
    ")",
    "=",
    "==",
    ":",
    ";",
    ",",
    "#",
    "\\",
    "\\u",
    "<",
    "</",
    ">",
    "<!--",
    "<![CDATA[",
    "]]>",
    "&",
    "&#x1b;",
    "*",
    "_",
    "`",
    "key: x\n",
    "[[agenda]]\n",
    "BEGIN:VEVENT\n",
    "<event>",
    "9999999999999999999",
];

/// A deterministic random number generator (`splitmix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// Returns a damaged file; the same number returns the same file.
fn damaged(case: u64) -> Vec<u8> {
    let mut random = Random(case);
    let mut file = random.pick(FILES).as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(file.len() + 1);
        let end = (at + 1 + random.below(12)).min(file.len());
        match random.below(9) {
            0 => drop(file.drain(at..end)),
            1 => {
                let again = file[at..end].to_vec();
                file.splice(at..at, again.repeat(1 + random.below(3)));
            }
            2..=4 => drop(file.splice(at..at, random.pick(&PIECES).bytes())),
            5 => drop(file.splice(at..end, random.pick(&PIECES).bytes())),
            6 => file.truncate(at),
            7 => {
                let mut lines: Vec<&[u8]> = file.split_inclusive(|byte| *byte == b'\n').collect();
                let (one, other) = (random.below(lines.len()), random.below(lines.len()));
                if !lines.is_empty() {
                    lines.swap(one, other);
                }
                file = lines.concat();
            }
            _ => {
                let other = random.pick(FILES).as_bytes();
                file.truncate(at);
                file.extend(&other[random.below(other.len())..]);
            }
        }
    }
    file
}

/// Reads a file with every reader and formats all diagnostics.
fn read(bytes: &[u8], locale: &Locale) {
    let (source, _) = Source::decode("file", bytes);
    for read in format::read_as_each(&source) {
        let index = Index::new(&read.conference);
        let conference = &read.conference;
        let times = conference.sessions.iter().map(|session| &session.times);
        let days = times.filter_map(|times| Some((conference.last_day(times)? - times.day?).num_days()));
        let days = usize::try_from(days.sum::<i64>()).unwrap();
        assert!(index.days().len() <= conference.sessions.len() + days + 1);
    }
    let schedule = LoadedSchedule::decode("file", bytes);
    let _ = Summary::new(&schedule);
    for diagnostic in &schedule.diagnostics {
        let _ = concise(diagnostic, schedule.source.position(diagnostic.span.start).line, locale);
        let _ = full(diagnostic, &schedule.source, locale, 80);
    }
}

/// Prints a file like `kurultai show`.
fn show(bytes: &[u8], path: &Path, languages: &Languages) {
    fs::write(path, bytes).unwrap();
    let mut streams = Streams::new();
    let context = CommandContext { user_locale: Locale::english(), languages, streams: &mut streams };
    let matches = command(None).get_matches_from(["kurultai", "file"]);
    let outcome = show::print(path, &matches, context);
    // Only a file without any schedule may fail; the cases are neither compressed nor too large.
    let is_said = outcome == Outcome::Failed && LoadedSchedule::decode("file", bytes).is_empty();
    assert!(is_said || outcome == Outcome::Ok, "{}", streams.warnings());
}

#[test]
fn no_reader_panics_on_damaged_files() {
    let failed = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let work = |first: u64| {
        let locale = Locale::english();
        let languages = Languages::new(&[], |_| None);
        let path = env::temp_dir().join(format!("kurultai-damaged-{}-{first}", process::id()));
        for case in (first..CASES).step_by(usize::try_from(threads).unwrap()) {
            let bytes = damaged(case);
            let tried = catch_unwind(AssertUnwindSafe(|| {
                read(&bytes, &locale);
                if case % SHOWN < threads {
                    show(&bytes, &path, &languages);
                }
            }));
            if tried.is_err() {
                failed.lock().unwrap().push(format!("{case}: {:?}", String::from_utf8_lossy(&bytes)));
            }
        }
        drop(fs::remove_file(path));
    };
    thread::scope(|scope| {
        for first in 0..threads {
            scope.spawn(move || work(first));
        }
    });
    assert_eq!(failed.into_inner().unwrap(), Vec::<String>::new());
}

#[test]
fn typos_beside_multi_byte_characters_are_fixed_or_reported() {
    let printed = |text: &str| {
        let schedule = LoadedSchedule::decode("file.toml", text.as_bytes());
        let codes: Vec<&str> =
            schedule.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        codes.join(" ")
    };
    let cases = [
        "title = \"T\"\n\u{feff}key: x\n",
        "title = \"T\"\n\u{feff}city: \"Ош\"\n",
        "title = \"T\"\nүкү: 1\n",
        "title = \"T\"\nlinks = [{ 語url: \"https://a.example\" }]\n",
        "title = \"T\"\ntopics = [\"ү\";\u{a0}\"語\" \"\u{1f42f}\"]\n",
        "title = (\"ү\")\n\u{200b}hashtag: \"Ош\"\n",
    ];
    let expected = [
        "not-toml",
        "unknown-key colon-for-equals",
        "not-toml",
        "syntax",
        "missing-comma odd-blank missing-comma",
        "round-brackets wrong-type odd-blank colon-for-equals",
    ];
    assert_eq!(cases.map(printed), expected);
}
