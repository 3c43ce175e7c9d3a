//! Sessions over several days, which are listed on each of their days and on no other; and sessions in
//! several time zones.

use super::*;

/// Returns a calendar with these properties in each of its events, which follow each other.
fn calendar(head: &str, events: &[(&str, &str)]) -> String {
    let mut text = format!("BEGIN:VCALENDAR\nX-WR-CALNAME:T\n{head}");
    for (number, (title, times)) in events.iter().enumerate() {
        text += &format!("BEGIN:VEVENT\nUID:{number}\nSUMMARY:{title}\n{times}\nEND:VEVENT\n");
    }
    text + "END:VCALENDAR\n"
}

const OSLO: &str = "X-WR-TIMEZONE:Europe/Oslo\n";

#[test]
fn sessions_over_several_days_are_listed_on_each() {
    let folder = Folder::new("days-several");
    let events = [
        ("Expo", "DTSTART;VALUE=DATE:20251002\nDTEND;VALUE=DATE:20251006"),
        ("Talk", "DTSTART:20251003T100000\nDTEND:20251003T110000"),
        ("Fair", "DTSTART:20251001T000000\nDTEND:20251003T000000"),
    ];
    folder.file("a.ics", calendar(OSLO, &events));
    let shown = "\
T
Wed 1 – Sun 5 Oct 2025
Oslo time

Agenda
──────

Wed 1 Oct 2025
  1–2 Oct        Fair

Thu 2 Oct 2025
  1–2 Oct        Fair
  2–5 Oct        Expo

Fri 3 Oct 2025
  2–5 Oct        Expo
  10:00–11:00    Talk

Sat 4 Oct 2025
  2–5 Oct        Expo

Sun 5 Oct 2025
  2–5 Oct        Expo
";
    check(&folder.kurultai(&["show", "a.ics"]), shown, "", 0);
    let now = |time: &str| folder.kurultai(&["now", "--now", time, "a.ics"]).out;
    assert_eq!(
        now("2025-10-05T09:00"),
        "T · Sun 5 Oct, now 09:00 · Oslo time\n\nall rooms or none\n  now   2–5 Oct  Expo\n"
    );
    assert!(now("2025-10-06T09:00").contains("Nothing is on now"), "{}", now("2025-10-06T09:00"));
    let found = |query: &str| folder.kurultai(&["search", query, "--now", "2025-10-04T12:00", "a.ics"]).out;
    assert_eq!(found("day:4"), "2–5 Oct\n  Expo\n");
    assert_eq!(found("day:today"), "2–5 Oct\n  Expo\n");
    assert_eq!(found("is:past"), "1–2 Oct\n  Fair\n\nFri 3 Oct, 10:00–11:00\n  Talk\n");
    // Every export contains it once, and reading it back gives the same output.
    for format in ["ics", "xml", "json", "toml"] {
        let text = folder.kurultai(&["export", "--to", format, "a.ics"]).out;
        assert_eq!(text.matches("Expo").count(), 1, "{format}: {text}");
        let name = format!("again.{format}");
        folder.file(&name, text);
        assert_eq!(folder.kurultai(&["show", &name]).out, shown, "{format}");
    }
    for format in ["md", "html", "csv"] {
        let text = folder.kurultai(&["export", "--to", format, "a.ics"]).out;
        assert_eq!(text.matches("Expo").count(), 1, "{format}: {text}");
    }
}

#[test]
fn days_of_two_months_name_both() {
    let folder = Folder::new("days-months");
    let long = [("Camp", "DTSTART;VALUE=DATE:20251230\nDTEND;VALUE=DATE:20260102")];
    folder.file("a.ics", calendar(OSLO, &long));
    let days = |lang: &str| {
        let shown = folder.kurultai(&["--lang", lang, "show", "a.ics"]).out;
        shown.lines().filter(|line| line.contains("Camp")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(days("en"), ["  30 Dec – 1 Jan Camp"; 3]);
    assert_eq!(days("ru"), ["  30 дек. – 1 янв. Camp"; 3]);
}

#[test]
fn from_midnight_to_midnight_is_all_day() {
    let folder = Folder::new("days-midnight");
    let ics = |start: &str, end: &str, zone: &str| {
        let times = format!("DTSTART{start}\nDTEND{end}");
        calendar(zone, &[("Expo", &times), ("Doors", "DTSTART:20260910T053000\nDTEND:20260910T060000")])
    };
    let xml = |inner: &str| {
        format!(
            "<schedule><conference><title>T</title><time_zone_name>Europe/Oslo</time_zone_name></conference><day date='2026-09-10'><room name='R'>\
             <event id='1'><title>Expo</title>{inner}</event>\
             <event id='2'><title>Doors</title><start>05:30</start><duration>0:30</duration></event></room></day></schedule>"
        )
    };
    let toml = |inner: &str| {
        format!(
            "title = 'T'\nlanguage = 'en'\ntimezone = 'Europe/Oslo'\nagenda = [{{ title = 'Expo', {inner} }}, {{ title = 'Doors', date = 2026-09-10, start = '05:30', duration = 30 }}]\n"
        )
    };
    for (name, text) in [
        ("a.ics", ics(":20260910T000000", ":20260911T000000", OSLO)),
        ("a.ics", ics(":20260910T000000", ":20260910T235900", OSLO)),
        ("a.ics", ics(":20260910T000000", ":20260911T000000", "")),
        (
            "a.ics",
            ics(
                ";TZID=Asia/Tokyo:20260910T000000",
                ";TZID=Asia/Tokyo:20260911T000000",
                "X-WR-TIMEZONE:Asia/Tokyo\n",
            ),
        ),
        ("a.ics", ics(":20260909T220000Z", ":20260910T220000Z", OSLO)),
        ("a.xml", xml("<start>00:00</start><duration>24:00</duration>")),
        (
            "a.xml",
            xml("<date>2026-09-10T00:00:00+02:00</date><start>00:00</start><duration>1:00:00</duration>"),
        ),
        ("a.toml", toml("date = 2026-09-10, start = '00:00', end = '24:00'")),
        ("a.toml", toml("day = 2026-09-10, start = '00:00', end = '24:00'")),
        ("a.toml", toml("start = 2026-09-10T00:00:00+02:00, duration = '24h'")),
    ] {
        folder.file(name, &text);
        let shown = folder.kurultai(&["show", name]).out;
        let days = shown.matches(" 2026\n").count();
        assert!(shown.contains("\nThu 10 Sept 2026\n  all day        Expo"), "{text}\n{shown}");
        // The date of the event, and one day of the agenda.
        assert_eq!(days, 2, "{text}\n{shown}");
    }
    // A session that is a day longer, an hour shorter, or begins later.
    for (text, time) in [
        (ics(":20260910T000000", ":20260912T000000", OSLO), "10–11 Sept"),
        (ics(":20260910T000000", ":20260910T230000", OSLO), "00:00–23:00 +1"),
        (ics(":20260910T060000", ":20260911T060000", OSLO), "06:00–Fri 11 Sept 06:00"),
        (ics(":20260910T000000Z", ":20260911T000000Z", OSLO), "02:00–Fri 11 Sept 02:00 +1"),
    ] {
        folder.file("b.ics", &text);
        let shown = folder.kurultai(&["show", "b.ics"]).out;
        assert!(shown.contains(&format!("  {time}")), "{text}\n{shown}");
    }
}

#[test]
fn sessions_in_several_time_zones_show_their_offset() {
    let folder = Folder::new("clocks-several");
    let two = |one: &str, two: &str| {
        let calendar = |zone: &str, title: &str| {
            calendar(
                &format!("X-WR-TIMEZONE:{zone}\n"),
                &[(title, "DTSTART:20260905T090000\nDTEND:20260905T100000")],
            )
        };
        calendar(one, "A") + &calendar(two, "B")
    };
    for (text, rows) in [
        (two("Europe/Paris", "Asia/Tokyo"), ["09:00–10:00 UTC+9 B", "09:00–10:00 UTC+2 A"]),
        (two("America/Lima", "Asia/Kathmandu"), ["09:00–10:00 UTC+5:45 B", "09:00–10:00 UTC−5 A"]),
        // The offsets differ by an hour, as before and after a DST change, but both are on one morning.
        (two("Europe/London", "Europe/Berlin"), ["09:00–10:00 UTC+2 B", "09:00–10:00 UTC+1 A"]),
    ] {
        folder.file("a.ics", &text);
        let shown = folder.kurultai(&["show", "a.ics"]).out;
        assert!(shown.contains("\nseveral time zones\n"), "{shown}");
        let found: Vec<_> = shown.lines().filter(|line| line.contains("UTC")).map(str::trim).collect();
        assert_eq!(found, rows, "{shown}");
        let page = folder.kurultai(&["export", "--to", "md", "a.ics"]).out;
        assert!(page.contains("several time zones") && page.matches("UTC").count() == 2, "{page}");
        let result = folder.kurultai(&["check", "a.ics"]).out;
        assert_eq!(result.matches("[several-zones]").count(), 1, "{result}");
    }
    // The viewer's time zone is only one.
    folder.file("a.ics", two("Europe/Paris", "Asia/Tokyo"));
    let row = |out: String, title: &str| out.lines().find(|line| line.contains(title)).map(str::to_owned);
    let csv = folder.kurultai(&["export", "--to", "csv", "a.ics"]);
    assert!(csv.out.starts_with("id,guid,title,") && csv.out.contains(",feedback,clock\r\n"), "{}", csv.out);
    assert!(row(csv.out.clone(), ",A,").is_some_and(|row| row.ends_with(",UTC+2")), "{}", csv.out);
    assert!(row(csv.out.clone(), ",B,").is_some_and(|row| row.ends_with(",UTC+9")), "{}", csv.out);
    assert!(csv.err.starts_with("Not in a CSV file: title (1).\n"), "{}", csv.err);
    let now = folder.kurultai(&["now", "--now", "2026-09-05T00:30:00Z", "a.ics"]).out;
    assert!(now.contains("  now   09:00–10:00 UTC+9  B"), "{now}");
    let found = folder.kurultai(&["search", "-is:past", "--now", "2026-01-01T00:00", "a.ics"]).out;
    assert_eq!(
        found,
        "T · several time zones\n──────────────────────\n\nSat 5 Sept, 09:00–10:00 UTC+9\n  B\n\nSat 5 Sept, 09:00–10:00 UTC+2\n  A\n"
    );
    let head = "T · Sat 5 Sept, now 00:30, my time, UTC · several time zones\n";
    let in_utc = |out: &str| out.replace("my time, UTC", "my time");
    assert!(in_utc(&now).starts_with(&in_utc(head)), "{now}");
    // The plan orders them by instant and computes free time between instants.
    let later =
        calendar("X-WR-TIMEZONE:Asia/Tokyo\n", &[("C", "DTSTART:20260905T173000\nDTEND:20260905T180000")]);
    let text = two("Europe/Paris", "Asia/Tokyo") + &later.replace("UID:0", "UID:c");
    folder.file("b.ics", text.replacen("UID:0", "UID:a", 1).replacen("UID:0", "UID:b", 1));
    folder.file("plan.toml", "picks = [{ title = 'A' }, { title = 'B' }, { title = 'C' }]\n");
    let plan = folder.kurultai(&["plan", "show", "--plan", "plan.toml", "b.ics"]).out;
    let rows: Vec<_> =
        plan.lines().filter(|line| line.contains('–') || line.contains("free")).map(str::trim).collect();
    let expected = [
        "09:00–10:00 UTC+9  ★ B · must",
        "6 h free",
        "09:00–10:00 UTC+2  ★ A · must",
        "30 min free",
        "17:30–18:00 UTC+9  ★ C · must",
    ];
    assert_eq!(rows, expected, "{plan}");
    let shown = folder.kurultai(&["show", "--tz", "Asia/Tokyo", "a.ics"]).out;
    assert!(shown.contains("my time, Tokyo") && !shown.contains("UTC"), "{shown}");
}

#[test]
fn a_session_in_utc_among_others_without_a_zone_is_marked() {
    let folder = Folder::new("clocks-utc");
    let local = ("A", "DTSTART:20260905T090000\nDTEND:20260905T100000");
    for (utc, time) in [("20260905T090000Z", "09:00 – UTC"), ("20260905T073000Z", "07:30 – UTC")] {
        folder.file("a.ics", calendar("", &[local, ("B", &format!("DTSTART:{utc}"))]));
        let shown = folder.kurultai(&["show", "a.ics"]).out;
        assert!(shown.contains(&format!("  {time}")), "{shown}");
        assert!(shown.contains("  09:00–10:00 venue time A"), "{shown}");
        assert!(shown.contains("\nseveral time zones\n"), "{shown}");
        let result = folder.kurultai(&["check", "a.ics"]).out;
        assert!(result.contains("hint[several-zones]") && !result.contains("times-in-utc"), "{result}");
    }
    // The only zone in the file is that of the venue, and all times are converted to it.
    for (offset, time) in [("+0400", "11:00–12:00"), ("+0345", "10:45–11:45"), ("-0330", "03:30–04:30")]
    {
        let zone = format!(
            "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE\n"
        );
        let there = ("A", "DTSTART;TZID=Ours:20260905T100000\nDTEND;TZID=Ours:20260905T110000");
        let utc = ("B", "DTSTART:20260905T070000Z\nDTEND:20260905T080000Z");
        folder.file("a.ics", calendar(&zone, &[there, utc]));
        let shown = folder.kurultai(&["show", "a.ics"]).out;
        let row = shown.lines().find(|line| line.ends_with(" B")).unwrap_or_default();
        assert_eq!(
            row.trim_end_matches(" B").trim(),
            time.replace("03:30–04:30", "03:30–04:30 +1"),
            "{shown}"
        );
        assert!(!folder.kurultai(&["check", "a.ics"]).out.contains("times-in-utc"));
    }
}

#[test]
fn a_dst_change_is_not_a_second_time_zone() {
    let folder = Folder::new("clocks-one");
    let xml = |first: &str, second: &str| {
        let event = |id: u32, date: &str| {
            format!(
                "<event id='{id}'><title>S{id}</title><date>{date}</date><start>{}</start><duration>1:00</duration></event>",
                &date[11..16]
            )
        };
        format!(
            "<schedule><conference><title>T</title></conference><day date='{}'><room name='R'>{}</room></day><day date='{}'><room name='R'>{}</room></day></schedule>",
            &first[..10],
            event(1, first),
            &second[..10],
            event(2, second)
        )
    };
    for (first, second, header) in [
        ("2026-10-24T10:00:00+02:00", "2026-10-25T10:00:00+01:00", "venue time"),
        ("2026-10-31T10:00:00-07:00", "2026-11-01T10:00:00-08:00", "venue time"),
        ("2026-10-24T10:00:00+02:00", "2026-10-24T12:00:00+01:00", "several time zones"),
        ("2026-10-24T10:00:00+02:00", "2026-10-25T10:00:00+09:00", "several time zones"),
    ] {
        folder.file("a.xml", xml(first, second));
        let shown = folder.kurultai(&["show", "a.xml"]).out;
        assert!(shown.contains(&format!("\n{header}\n")), "{shown}");
        assert_eq!(shown.contains("UTC"), header == "several time zones", "{shown}");
    }
}

#[test]
fn skipped_and_repeated_times_of_a_given_zone_are_reported() {
    let folder = Folder::new("clocks-given");
    let times = [
        ("A", "DTSTART:20260329T023000"),
        ("B", "DTSTART:20261025T013000\nDTEND:20261025T021500"),
        ("C", "DTSTART:20261024T100000"),
    ];
    folder.file("a.ics", calendar("", &times));
    folder.file(
        "a.toml",
        "title = 'T'\nagenda = [{ title = 'A', date = 2026-03-29, start = '02:30' }, { title = 'B', date = 2026-10-25, start = '01:30', end = '02:15' }]\n",
    );
    for name in ["a.ics", "a.toml"] {
        let result = |zone: &str| {
            let out = folder.kurultai(&["check", "--venue-tz", zone, name]).out;
            let about = |line: &&str| line.contains("-time]");
            out.lines()
                .filter(about)
                .map(|line| line.split("]: ").last().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            result("Berlin"),
            [
                "“A” begins or ends at 02:30, which is skipped that night when clocks go forward; it is read as an hour later.",
                "“B” begins or ends at 02:15, which comes twice that night when clocks go back; the first one is used.",
            ],
            "{name}"
        );
        assert_eq!(result("Asia/Tokyo"), Vec::<String>::new(), "{name}");
        assert_eq!(result("Europe/London").len(), 1, "{name}: 01:30 comes twice there");
    }
}

/// Writes a schedule with sessions of several days in every format, and returns the names of the files.
fn write_long_sessions(folder: &Folder) -> [&'static str; 5] {
    let ics = calendar(
        "X-WR-TIMEZONE:Europe/Berlin\n",
        &[
            ("Camp", "DTSTART:20260501T090000\nDTEND:20260503T180000"),
            ("Talk", "DTSTART:20260502T100000\nDTEND:20260502T110000"),
            ("Party", "DTSTART:20260501T220000\nDTEND:20260502T060000"),
            ("Hike", "DTSTART:20260502T200000\nDTEND:20260503T120000"),
            ("Late", "DTSTART:20260503T230000\nDTEND:20260504T050000"),
        ],
    );
    let xml = |id: u32, title: &str, start: &str, length: &str| {
        format!(
            "<event id='{id}'><title>{title}</title><date>2026-05-{start}:00+02:00</date><start>{}</start><duration>{length}</duration></event>",
            &start[3..]
        )
    };
    let day = |date: &str, events: &[String]| {
        format!("<day date='{date}'><room name='R'>{}</room></day>", events.concat())
    };
    let xml = [
        "<schedule><conference><title>T</title><time_zone_name>Europe/Berlin</time_zone_name></conference>"
            .to_owned(),
        day("2026-05-01", &[xml(1, "Camp", "01T09:00", "57:00"), xml(3, "Party", "01T22:00", "8:00")]),
        day("2026-05-02", &[xml(2, "Talk", "02T10:00", "1:00"), xml(4, "Hike", "02T20:00", "16:00")]),
        day("2026-05-03", &[xml(5, "Late", "03T23:00", "6:00")]),
        "</schedule>".to_owned(),
    ];
    let session = |title: &str, start: &str, end: &str| {
        format!("[[agenda]]\ntitle = '{title}'\nstart = 2026-05-{start}:00\nend = 2026-05-{end}:00\n")
    };
    let toml = [
        "title = 'T'\nlanguage = 'en'\ntimezone = 'Europe/Berlin'\n".to_owned(),
        session("Camp", "01T09:00", "03T18:00"),
        session("Talk", "02T10:00", "02T11:00"),
        session("Party", "01T22:00", "02T06:00"),
        session("Hike", "02T20:00", "03T12:00"),
        session("Late", "03T23:00", "04T05:00"),
    ];
    folder.file("a.ics", ics);
    folder.file("a.xml", xml.concat());
    folder.file("a.toml", toml.concat());
    folder.file("a.json", folder.kurultai(&["export", "--to", "json", "a.toml"]).out);
    folder.file("b.ics", folder.kurultai(&["export", "--to", "ics", "a.xml"]).out);
    ["a.ics", "a.xml", "a.toml", "a.json", "b.ics"]
}

#[test]
fn a_session_with_times_over_several_days_is_listed_on_each() {
    let folder = Folder::new("days-timed");
    let names = write_long_sessions(&folder);
    let agenda = "
Fri 1 May 2026
  09:00–Sun 3 May 18:00 Camp
  22:00–06:00    Party

Sat 2 May 2026
  until Sun 18:00 Camp
  until 06:00    Party
  10:00–11:00    Talk
  20:00–12:00    Hike

Sun 3 May 2026
  until 18:00    Camp
  until 12:00    Hike
  23:00–05:00    Late
";
    for name in names {
        // Omit the rooms, which not every format has, to compare the rest.
        let shown = folder.kurultai(&["show", name]).out.replace(" · R\n", "\n");
        let shown = shown.split("\n\nRooms").next().unwrap_or_default().to_owned();
        assert!(shown.contains(agenda.trim_end()), "{name}\n{shown}");
        assert!(shown.contains("Fri 1 – Sun 3 May 2026\n"), "{name}\n{shown}");
        for (query, titles) in [
            ("day:sat", "Camp Party Talk Hike"),
            ("day:3", "Camp Hike Late"),
            ("day:today", "Camp Party Talk Hike"),
            ("day:fri", "Camp Party"),
        ] {
            let found = folder.kurultai(&["search", query, "--now", "2026-05-02T12:00", name]).out;
            let found: Vec<_> = found
                .lines()
                .filter_map(|line| line.strip_prefix("  "))
                .map(|line| &line[..line.find(" · ").unwrap_or(line.len())])
                .collect();
            assert_eq!(found.join(" "), titles, "{name} {query}");
        }
    }
    let camp = |lang: &str| {
        let shown = folder.kurultai(&["--lang", lang, "show", "a.toml"]).out;
        shown
            .lines()
            .filter(|line| line.ends_with("Camp"))
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(camp("ru"), ["09:00–вс, 3 мая 18:00 Camp", "до вс 18:00    Camp", "до 18:00       Camp"]);
    assert_eq!(camp("ky"), ["09:00–3-май, жек. 18:00 Camp", "аягы: жек. 18:00 Camp", "аягы: 18:00    Camp"]);
}

#[test]
fn a_session_over_several_days_is_in_now_and_in_the_plan_of_each() {
    let folder = Folder::new("days-timed-plan");
    write_long_sessions(&folder);
    let now = |time: &str| folder.kurultai(&["now", "--now", time, "a.toml"]).out;
    assert!(
        now("2026-05-02T12:00").contains("  now   until Sun 18:00  Camp\n"),
        "{}",
        now("2026-05-02T12:00")
    );
    assert!(now("2026-05-03T12:30").contains("  now   until 18:00  Camp\n"), "{}", now("2026-05-03T12:30"));
    assert!(now("2026-05-02T05:00").contains("until 06:00      Party\n"), "{}", now("2026-05-02T05:00"));
    folder.file("plan.toml", "picks = [{ title = 'Camp' }, { title = 'Talk' }, { title = 'Party' }]\n");
    let plan = folder.kurultai(&["plan", "show", "--plan", "plan.toml", "a.toml"]).out;
    let rows: Vec<_> = plan.lines().filter(|line| !line.starts_with("    ")).collect();
    assert_eq!(
        rows,
        [
            "T",
            "",
            "Fri 1 May",
            "─────────",
            "09:00–Sun 3 May 18:00  ★ Camp · must",
            "22:00–06:00  ★ Party · must",
            "",
            "Sat 2 May",
            "─────────",
            "until Sun 18:00  ★ Camp · must",
            "until 06:00  ★ Party · must",
            "10:00–11:00  ★ Talk · must",
            "",
            "Sun 3 May",
            "─────────",
            "until 18:00  ★ Camp · must",
        ],
        "{plan}"
    );
}
