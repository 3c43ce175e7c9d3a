//! `kurultai check`: the diagnostics of files.

use super::*;

#[test]
fn check_reports_line_and_column() {
    let folder = Folder::new("check");
    folder.file("day.toml", "title = \"Our day\"\nedtion = 9\n[[agenda]]\ntitle = 'Opening'\nstart = 9:30\n");
    check(
        &folder.kurultai(&["check", "day.toml"]),
        "day.toml:2:1: warning[unknown-key]: The conference has no key `edtion`.\n\
         \x20 |\n\
         2 | edtion = 9\n\
         \x20 | ^^^^^^\n\
         \x20 = help: Did you mean `edition`?\n\
         \n\
         day.toml:5:9: error[bad-time]: `9:30` is not a valid time.\n\
         \x20 |\n\
         5 | start = 9:30\n\
         \x20 |         ^^^^\n\
         \x20 = help: Write `\"09:30\"`.\n",
        "day.toml: 1 error, 1 warning.\n",
        1,
    );
}

#[test]
fn check_of_good_files_is_silent_on_stdout() {
    let folder = Folder::new("good");
    folder.file("a.toml", "title = 'A'").file("b.toml", "title = 'B'\nstart = '2025-02-01'\n");
    let result = folder.kurultai(&["check", "a.toml"]);
    check(&result, "", "a.toml: no problems.\n", 0);
    let result = folder.kurultai(&["check", "a.toml", "b.toml"]);
    assert!(result.out.starts_with("b.toml:2:9: hint[quoted-date]: "), "{}", result.out);
    assert_eq!(
        (result.err.as_str(), result.code),
        ("a.toml: no problems.\nb.toml: no problems; 1 hint.\n", Some(0))
    );
}

#[test]
fn of_many_diagnostics_of_a_kind_three_are_printed_and_the_rest_counted() {
    let folder = Folder::new("flood");
    let session = |n: usize| format!("[[agenda]]\ntitle = 'S{n}'\ndate = 2026-01-0{}\n", n + 1);
    let many = (0..7).map(session).collect::<Vec<_>>().concat();
    folder.file("a.toml", format!("title = 'T'\ndate = 2025-02-01\ncolour = 'red'\n{many}"));
    let result = folder.kurultai(&["check", "a.toml"]);
    assert_eq!(result.out.matches("warning[outside-dates]: ").count(), 3, "{}", result.out);
    assert!(
        result.out.contains("\n\na.toml: 4 more `outside-dates`; `kurultai check --all` shows them.\n"),
        "{}",
        result.out
    );
    assert_eq!(result.out.matches("warning[unknown-key]: ").count(), 1, "{}", result.out);
    assert_eq!((result.err.as_str(), result.code), ("a.toml: 0 errors, 8 warnings.\n", Some(1)));
    let all = folder.kurultai(&["check", "--all", "a.toml"]);
    assert_eq!(all.out.matches("warning[outside-dates]: ").count(), 7, "{}", all.out);
    assert!(!all.out.contains(" more `"), "{}", all.out);
    folder.file(
        "b.toml",
        format!("title = 'T'\ndate = 2025-02-01\n{}", (0..3).map(session).collect::<Vec<_>>().concat()),
    );
    assert!(!folder.kurultai(&["check", "b.toml"]).out.contains(" more `"));
}

#[test]
fn diagnostics_name_the_session_and_show_its_title() {
    let folder = Folder::new("named");
    folder.file(
        "a.ics",
        "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:T\nX-WR-TIMEZONE:Europe/Berlin\n\
         BEGIN:VEVENT\nUID:1\nDTSTART:20250201T100000\nDTEND:20250201T110000\nSUMMARY:Ice\nLOCATION:Hall\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nDTSTART:20250201T103000\nDTEND:20250201T104500\nSUMMARY:Fog\nLOCATION:Hall\nEND:VEVENT\n\
         END:VCALENDAR\n",
    );
    let result = folder.kurultai(&["check", "a.ics"]).out;
    let expected = "a.ics:16:9: warning[room-overlap]: When “Fog” begins, “Ice” is still in Hall.\n   |\n\
                    16 | SUMMARY:Fog\n   |         ^^^\n";
    assert!(result.contains(expected), "{result}");
    // A session with dozens of parts is reported once.
    let part = |n: usize| {
        let hour = n / 2 + 9;
        format!("[[agenda]]\ntitle = 'P{n}'\nstart = '{hour:02}:30'\nend = '{hour:02}:45'\nroom = 'Hall'\n")
    };
    let parts = (0..24).map(part).collect::<Vec<_>>().concat();
    let all = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'Exhibition'\nstart = '09:00'\nend = '23:00'\nroom = 'Hall'\n";
    folder.file("b.toml", format!("{all}{parts}"));
    let result = folder.kurultai(&["check", "b.toml"]).out;
    let sentence = "b.toml:4:10: warning[room-overlap]: While “Exhibition” is in Hall, 24 other sessions begin there, “P0” first.\n";
    assert!(result.starts_with(sentence), "{result}");
    assert_eq!(result.matches("“Exhibition”").count(), 1, "{result}");
}

/// Returns the advice of `check` for an event file, line by line.
fn advice(folder: &Folder, text: &str) -> Vec<String> {
    folder.file("a.toml", text);
    let result = folder.kurultai(&["check", "--all", "a.toml"]).out;
    result.lines().filter_map(|line| line.split_once("= help: ")).map(|(_, help)| help.to_owned()).collect()
}

#[test]
fn advice_is_based_on_the_value_and_valid() {
    let folder = Folder::new("advice");
    let times = [
        "10.15",
        "9.30",
        "9",
        "\"9\"",
        "\"9h30\"",
        "\"9pm\"",
        "\"9:30 am\"",
        "9h30",
        "\"0930\"",
        "\"9.30 Uhr\"",
    ];
    for written in times {
        let line = |value: &str| {
            format!("title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'A'\nstart = {value}\n")
        };
        let result = advice(&folder, &line(written));
        let value = result.first().and_then(|help| help.strip_prefix("Write `")?.strip_suffix("`."));
        let value = value.unwrap_or_else(|| panic!("{written}: {result:?}"));
        assert_eq!(advice(&folder, &line(value)), Vec::<String>::new(), "{written}: {value}");
    }
    let dates = [
        "12.09.2027",
        "\"12.9.27\"",
        "\"10 September 2027\"",
        "\"Fri, 10 Sept 2027\"",
        "\"10 сентября 2027\"",
        "\"2027/9/10\"",
    ];
    for written in dates {
        let line = |value: &str| format!("title = 'T'\ndate = {value}\n");
        let result = advice(&folder, &line(written));
        let value = result.first().and_then(|help| help.strip_prefix("Write `")?.strip_suffix("`."));
        let value = value.unwrap_or_else(|| panic!("{written}: {result:?}"));
        assert_eq!(advice(&folder, &line(value)), Vec::<String>::new(), "{written}: {value}");
    }
    for written in [
        "12.09.2027 - 13.09.2027",
        "\"12.09.2027 - 13.09.2027\"",
        "\"12.–13.09.2027\"",
        "12.09.2027–13.09.2027",
    ] {
        let result = advice(&folder, &format!("title = 'T'\ndate = {written}\n"));
        let expected = "Write `start = 2027-09-12`, and below it `end = 2027-09-13`.";
        assert_eq!(result, [expected], "{written}");
    }
    assert_eq!(
        advice(&folder, "title = 'T'\ndate = \"12/09/2027\"\n"),
        ["Write one of these: 2027-09-12, 2027-12-09."]
    );
}

#[test]
fn advice_guesses_nothing() {
    let folder = Folder::new("no-guess");
    let session = |line: &str| format!("title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'A'\n{line}\n");
    assert_eq!(
        advice(&folder, &session("all_day = maybe")),
        ["Write one of these: all_day = true, all_day = false."]
    );
    assert_eq!(advice(&folder, &session("all_day = yes")), ["Write `all_day = true`."]);
    assert_eq!(advice(&folder, &session("do_not_record = нет")), ["Write `do_not_record = false`."]);
    let result = advice(&folder, "title = 'T'\n[[people]]\nname = 'A'\nlogo = 'x'\nvenu = 'y'\n");
    let few = "Write one of these: avatar, links.";
    assert!(result.iter().all(|help| help.len() < 80), "{result:?}");
    assert!(result.iter().any(|help| help == few || help.contains("avatar")), "{result:?}");
    // An invalid date at the top level causes only one diagnostic.
    let sessions =
        (0..5).map(|n| format!("[[agenda]]\ntitle = 'S{n}'\nstart = '1{n}:00'\n")).collect::<Vec<_>>();
    folder.file("b.toml", format!("title = 'T'\ndate = soon\n{}", sessions.concat()));
    let result = folder.kurultai(&["check", "--all", "b.toml"]);
    assert_eq!(result.err, "b.toml: 1 error, 0 warnings.\n", "{}", result.out);
}
