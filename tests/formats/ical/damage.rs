//! Truncated, damaged and hostile calendars.

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::Code;

use super::{all_facts, calendar, check, event, found, read};

fn at(hour: u32, lines: &str) -> String {
    event(&format!(
        "UID:{hour}\nSUMMARY:Talk {hour}\nDTSTART;TZID=Europe/Rome:20240913T{hour:02}0000\n{lines}"
    ))
}

fn three() -> String {
    calendar(&(at(9, "DESCRIPTION:One\\, two\n  three\n") + &at(10, "LOCATION:Hall\n") + &at(11, "")))
}

const NINE: &str = "09-13, 09:00, “Talk 9”, guid 9, \"One, two three\"";
const TEN: &str = "09-13, 10:00, “Talk 10”, in Hall, guid 10";
const ELEVEN: &str = "09-13, 11:00, “Talk 11”, guid 11";

#[test]
fn lines_may_end_in_any_way() {
    let text = three();
    for text in [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        format!("\u{feff}\u{feff}{text}"),
        format!("\n\n {text}\n\nrest"),
        text.to_lowercase().replace("talk", "Talk"),
    ] {
        assert_eq!(read(&text).conference.sessions.len(), 3, "{text}");
    }
    check(&text.replace('\n', "\r\n"), &[NINE, TEN, ELEVEN], &[]);
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(all_facts(&LoadedSchedule::decode("invented.ics", &utf16)), [NINE, TEN, ELEVEN]);
}

#[test]
fn blanks_before_a_calendar_are_no_damage() {
    let text = three();
    let two = format!("{text}{}", calendar("X-WR-CALNAME:Empty\n"));
    let indented = format!("    {}", text.replace('\n', "\n    "));
    for text in [
        format!("\r\n\r\n  {text}"),
        format!("\n\t{text}"),
        format!("  \n\n \t \n   {text}"),
        format!("\u{feff} {text}"),
        two.replace("BEGIN:VCALENDAR", "  BEGIN:VCALENDAR"),
        two.replace("BEGIN:VCALENDAR", "\n \tBegin:vCalendar").replace("END:VCALENDAR", "\n  END:VCALENDAR"),
        indented.clone(),
        indented.replace("    ", "\t\t").replace('\n', "\r\n"),
    ] {
        let read = read(&text);
        assert_eq!(all_facts(&read), [NINE, TEN, ELEVEN], "{text}");
        assert!(read.diagnostics.iter().all(|it| it.code == Code::NoTitle), "{text}: {:?}", read.diagnostics);
    }
}

#[test]
fn unclosed_components_are_read() {
    let text = three();
    check(&text.replace("END:VCALENDAR\n", ""), &[NINE, TEN, ELEVEN], &[("broken-component", 1)]);
    check(&text.replacen("END:VEVENT\n", "", 1), &[NINE, TEN, ELEVEN], &[("broken-component", 4)]);
    check(
        &text.replacen("END:VEVENT\n", "END:VEVEMT\n", 1),
        &[NINE, TEN, ELEVEN],
        &[("broken-component", 10)],
    );
    check(
        &text.replacen("BEGIN:VEVENT\n", "BEGIM:VEVENT\n", 1),
        &[NINE, TEN, ELEVEN],
        &[("broken-component", 4)],
    );
    check(&text.replacen("BEGIN:VEVENT\n", "", 1), &[NINE, TEN, ELEVEN], &[("broken-component", 9)]);
    check(
        &text.replacen("BEGIN:VCALENDAR", "BEGIN:VCALENDAX", 1),
        &[NINE, TEN, ELEVEN],
        &[("broken-component", 1)],
    );
    check(
        &text.replacen("END:VEVENT\nBEGIN", "END:VEVENT?BEGIN", 1),
        &[NINE, TEN, ELEVEN],
        &[("broken-component", 10)],
    );
    check(&text.replacen("Hall\nEND", "Hall?END", 1), &[NINE, TEN, ELEVEN], &[("broken-component", 15)]);
    let alarm = text.replacen("END:VEVENT\n", "BEGIN:VALARM\nSUMMARY:ring\nEND:VEVENT\n", 1);
    check(&alarm, &[NINE, TEN, ELEVEN], &[]);
}

#[test]
fn texts_whose_newlines_are_not_escaped_go_on() {
    let text =
        calendar(&at(9, "DESCRIPTION:One\ntwo\nNote: three\n\nhttps://example.org\nLOCATION:Hall\nlost\n"));
    check(
        &text,
        &["09-13, 09:00, “Talk 9”, in Hall, guid 9, \"One\\ntwo\\nNote: three\\nhttps://example.org\""],
        &[("no-calendar-line", 9)],
    );
}

#[test]
fn sessions_without_a_start_are_listed() {
    let none = event("SUMMARY:A\n") + &event("SUMMARY:B\n");
    check(&calendar(&none), &["no day, “A”", "no day, “B”"], &[("no-start", 4)]);
    check(&calendar(&event("")), &["no day"], &[("no-start", 4)]);
    check(&calendar(""), &[], &[("no-sessions", 1)]);
}

#[test]
fn a_truncated_calendar_keeps_complete_events() {
    let text = three();
    let ends: Vec<usize> = text.match_indices("END:VEVENT").map(|(at, end)| at + end.len()).collect();
    for cut in "BEGIN:VCALENDAR".len()..text.len() {
        let schedule = read(&text[..cut]);
        let facts = all_facts(&schedule);
        for (n, whole) in [NINE, TEN, ELEVEN].iter().enumerate().filter(|(n, _)| ends[*n] <= cut) {
            assert_eq!(facts.get(n), Some(&(*whole).to_owned()), "cut at {cut}");
        }
        let mistakes: Vec<_> = found(&schedule)
            .into_iter()
            .filter(|(code, _)| !["no-start", "no-zone", "no-title"].contains(code))
            .collect();
        // Nothing is lost if only the last newline is missing.
        let is_whole = text[cut..].trim().is_empty();
        assert_eq!(mistakes.len(), usize::from(!is_whole), "cut at {cut}: {mistakes:?}");
    }
}

/// A generator of pseudo-random numbers with a fixed seed (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("it is below")
    }
}

/// Changes single bytes: all other sessions are unchanged.
#[test]
fn one_broken_byte_breaks_one_session() {
    let text = three().replace('\n', "\r\n");
    let mut numbers = Numbers(0x5EED);
    for _ in 0..1000 {
        let (place, byte) = (numbers.below(text.len()), numbers.below(256));
        let mut bytes = text.clone().into_bytes();
        bytes[place] = u8::try_from(byte).expect("a byte");
        let schedule = LoadedSchedule::decode("invented.ics", &bytes);
        let facts = all_facts(&schedule);
        let whole = |fact: &&str| facts.iter().any(|seen| seen == *fact);
        let count = [NINE, TEN, ELEVEN].iter().filter(|fact| whole(fact)).count();
        assert!(count >= 2 && facts.len() == 3, "byte {byte} at {place}: {facts:#?}\n{:?}", found(&schedule));
        let codes: Vec<_> = found(&schedule).iter().map(|(code, _)| *code).collect();
        assert!(codes.len() <= 3, "byte {byte} at {place}: {codes:?}");
    }
}

#[test]
fn hostile_calendars_have_few_sessions_and_diagnostics() {
    let nested = |name: &str, count: usize| format!("BEGIN:{name}\n").repeat(count);
    let endless = event("RRULE:FREQ=DAILY;COUNT=999999999\nDTSTART:99981231T000000\n");
    let texts = [
        calendar(&nested("VEVENT", 2_000)),
        calendar(&nested("VALARM", 2_000)),
        calendar(&(nested("X", 2_000) + &"END:X\n".repeat(2_000) + &at(9, ""))),
        calendar(&"END:VEVENT\n".repeat(2_000)),
        calendar(&at(9, &"x\n".repeat(2_000))),
        calendar(&at(9, &format!("DESCRIPTION:a\n{}", "x\n".repeat(2_000)))),
        calendar(&at(9, &format!("LOCATION:{}\n", ";,\\\"".repeat(5_000)))),
        calendar(&at(9, &format!("ATTENDEE;{}CN=A:b\n", "X=\"".repeat(5_000)))),
        calendar(&at(9, &format!("DESCRIPTION:{}\n", "a\n ".repeat(5_000)))),
        calendar(&endless.repeat(100)),
        calendar(&event("DTSTART:00000101T000000Z\nDTEND:99991231T235959Z\n")),
        format!(
            "X-WR-TIMEZONE:Pacific/Apia\n{}",
            calendar(&event("DTSTART:99991231T235959Z\nDURATION:P400D\n"))
        ),
        calendar(&event("DTSTART;TZID=a:00000101T000000\nRRULE:;;==\nEXDATE:,,,\nRDATE:/\nCATEGORIES:\\\n")),
        calendar("BEGIN\nEND\n:\n;\n=:\nBEGIN:\nEND:\n\u{0}\u{1b}[31m:\u{0}\nX:\u{fffd}\n"),
    ];
    let mut counts = Vec::new();
    for text in texts {
        let schedule = read(&text);
        let start = &text[..text.len().min(200)];
        assert!(schedule.diagnostics.len() <= 2_010, "{} diagnostics: {start}", schedule.diagnostics.len());
        counts.push(schedule.conference.sessions.len());
    }
    assert_eq!(counts, [0, 0, 1, 0, 1, 1, 1, 1, 1, 8_000, 1, 0, 1, 0]);
}
