//! Options before commands, misspelled commands, and options of all printing commands.

use super::*;

/// Two days; the first includes a night.
const PROGRAM: &str = "title = 'Rivers'\nlanguage = 'en'\ntimezone = 'Europe/Brussels'\nstart = 2025-02-01\nend = 2025-02-02\n\
    days = [{ date = 2025-02-01, title = 'Springs' }]\n\
    agenda = [\n\
    { id = '1', title = 'Opening', date = 2025-02-01, start = '09:00', end = '10:00', room = 'Hall' },\n\
    { id = '2', title = 'Ice', date = 2025-02-01, start = '22:30', end = '23:30', room = 'Hall' },\n\
    { id = '3', title = 'Stars', date = 2025-02-02, start = '01:30', room = 'Yard' },\n\
    { id = '4', title = 'Maps', date = 2025-02-02, start = '10:00', end = '10:05', room = 'Yard' },\n\
    ]\n";
/// A session without a date, to append to the schedule.
const UNDATED: &str = "{ id = '5', title = 'Songs', start = '20:00' },\n]\n";

#[test]
fn options_come_before_a_command_as_well() {
    let folder = Folder::new("before");
    folder.file("a.toml", PROGRAM);
    for (before, behind) in [
        (&["--lang", "ru", "check", "a.toml"][..], &["check", "--lang", "ru", "a.toml"][..]),
        (
            &["--ui-lang=ky", "--width", "40", "show", "a.toml"],
            &["show", "--ui-lang=ky", "--width", "40", "a.toml"],
        ),
        (
            &["--tz", "Asia/Tokyo", "--now", "2025-02-01T09:30", "now", "a.toml"],
            &["now", "--tz", "Asia/Tokyo", "--now", "2025-02-01T09:30", "a.toml"],
        ),
        (
            &["--lang", "ru", "plan", "--width", "40", "show", "a.toml"],
            &["plan", "show", "--lang", "ru", "--width", "40", "a.toml"],
        ),
        (&["--format", "json", "search", "ice", "a.toml"], &["search", "--format", "json", "ice", "a.toml"]),
    ] {
        let (result, expected) = (folder.kurultai(before), folder.kurultai(behind));
        assert_eq!(result, expected, "{before:?}");
        assert_ne!(result.code, Some(2), "{before:?}: {}", result.err);
    }
    check(&folder.kurultai(&["--lang", "ru", "check", "a.toml"]), "", "a.toml: ошибок не найдено.\n", 0);
}

#[test]
fn a_misspelled_command_is_no_file() {
    let folder = Folder::new("misspelled");
    folder.file("a.toml", PROGRAM).file("exprot", "title = 'A file'");
    for (arguments, result) in [
        (&["serach", "rust", "a.toml"][..], "no command or file `serach`; did you mean `search`?\n"),
        (&["Chekc", "a.toml"], "no command or file `Chekc`; did you mean `check`?\n"),
        (&["--lang", "ru", "shwo", "a.toml"], "нет ни команды, ни файла `shwo`; возможно, `show`?\n"),
        (&["validate", "a.toml"], "no command or file `validate`; did you mean `check`?\n"),
        (&["help"], "no command or file `help`; did you mean `--help`?\n"),
    ] {
        check(&folder.kurultai(arguments), "", result, 2);
    }
    // An existing file is opened, and a word unlike any command is treated as a file name.
    check(&folder.kurultai(&["exprot"]), "A file\n", "", 0);
    check(&folder.kurultai(&["rust.toml"]), "", "rust.toml: no such file.\n", 2);
}

#[test]
fn show_converts_days_and_times_and_names_the_clock() {
    let folder = Folder::new("show-tz");
    folder.file("a.toml", PROGRAM.trim_end_matches("]\n").to_owned() + UNDATED);
    let expected = "\
Rivers
Sat 1 – Sun 2 Feb 2025
my time, Tokyo

Agenda
──────

Sat 1 Feb 2025
  17:00–18:00    Opening · Hall

Sun 2 Feb 2025
  06:30–07:30    Ice · Hall
  09:30 –        Stars · Yard
  18:00–18:05    Maps · Yard

Day not announced
  20:00 –        Songs · Brussels time
";
    let mistakes = "a.toml: 1 problem in this file; `kurultai check` shows it.\n";
    check(&folder.kurultai(&["show", "--tz", "Asia/Tokyo", "a.toml"]), expected, mistakes, 0);
    // The output to a pipe is the same.
    check(&folder.kurultai(&["a.toml", "--tz", "Asia/Tokyo"]), expected, mistakes, 0);
    // West of the venue, the morning is on the previous day.
    let result = folder.kurultai(&["--tz", "Pacific/Honolulu", "show", "a.toml"]);
    assert!(
        result.out.contains(
            "\nFri 31 Jan 2025\n  22:00–23:00    Opening · Hall\n\nSat 1 Feb 2025\n  11:30–12:30    Ice"
        ),
        "{}",
        result.out
    );
}

#[test]
fn show_marks_running_sessions() {
    let folder = Folder::new("show-now");
    folder.file("a.toml", PROGRAM);
    for arguments in
        [&["show", "--now", "2025-02-01T23:00", "a.toml"][..], &["a.toml", "--now", "2025-02-01T22:00:00Z"]]
    {
        let result = folder.kurultai(arguments);
        assert!(result.out.contains("  22:30–23:30    Ice · now · Hall\n"), "{}", result.out);
        assert_eq!(result.out.matches("· now").count(), 1, "{}", result.out);
    }
    assert!(!folder.kurultai(&["show", "a.toml"]).out.contains("· now"));
}

#[test]
fn a_schedule_without_a_zone_is_not_converted_with_a_warning() {
    let folder = Folder::new("no-zone");
    folder.file("a.toml", PROGRAM.replace("timezone = 'Europe/Brussels'\n", ""));
    let plain = folder.kurultai(&["show", "a.toml"]).out;
    let result = folder.kurultai(&["show", "--tz", "Asia/Tokyo", "a.toml"]);
    assert!(
        result.out.contains("\nvenue time\n") && result.out.contains("  09:00–10:00    Opening"),
        "{}",
        result.out
    );
    assert_eq!(result.err, "The schedule does not give its time zone, so `--tz` cannot convert its times.\n");
    assert!(plain.contains("\nvenue time\n"));
}

#[test]
fn plan_search_and_diff_convert_days_and_times() {
    let folder = Folder::new("others-tz");
    folder.file("a.toml", PROGRAM).file("b.toml", PROGRAM.replace("start = '22:30'", "start = '22:45'"));
    folder.file(
        "plan.toml",
        "[[picks]]\nid = '2'\ntitle = 'Ice'\n[[picks]]\nid = '3'\ntitle = 'Stars'\n[[busy]]\ntitle = 'Tea'\n\
         date = 2025-02-01\nstart = '15:30'\nend = '16:30'\n",
    );
    let tokyo = |arguments: &[&str]| folder.kurultai(&[&["--tz", "Asia/Tokyo"], arguments].concat());
    let result = tokyo(&["plan", "show", "--plan", "plan.toml", "a.toml"]);
    assert!(
        result.out.starts_with(
            "Rivers · my time, Tokyo\n\nSat 1 Feb\n─────────\n23:30–00:30  Tea · your own time\n"
        ),
        "{}",
        result.out
    );
    let sunday = "\nSun 2 Feb\n─────────\n00:30–06:30  6 h free\n06:30–07:30  ★ Ice · must\n";
    assert!(result.out.contains(sunday), "{}", result.out);
    let result = tokyo(&["search", "ice", "a.toml"]);
    assert_eq!(
        result.out,
        "Rivers · my time, Tokyo\n───────────────────────\n\nSun 2 Feb, 06:30–07:30 · Hall\n  Ice\n"
    );
    let result = tokyo(&["diff", "a.toml", "b.toml"]);
    let expected =
        "1 new time · my time, Tokyo\n\nSun 2 Feb\n06:45  new time  Ice · 06:30–07:30 → 06:45–07:30\n";
    check(&result, expected, "", 1);
    let result = tokyo(&["plan", "show", "--format", "json", "--plan", "plan.toml", "a.toml"]);
    let plan: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    assert_eq!(plan["days"][0]["entries"][0]["start"], "2025-02-01T23:30:00+09:00");
    let result = tokyo(&["diff", "--format", "json", "a.toml", "b.toml"]);
    let changes: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    assert_eq!(changes[0]["was"]["start"], "2025-02-02T06:30:00+09:00");
}

#[test]
fn invalid_settings_are_reported_at_every_start() {
    let folder = Folder::new("settings");
    fs::create_dir_all(folder.0.join(".home/config/kurultai")).expect("a folder");
    folder.file(".home/config/kurultai/config.toml", "[reminders]\nminutes = -1\n");
    fs::create_dir(folder.0.join("events")).expect("a folder");
    folder.file("a.toml", "title = 'A'").file("events/b.toml", "title = 'B'\ndate = 2025-02-01\n");
    let path = folder.0.join(".home/config/kurultai/config.toml");
    let sentence = format!(
        "{}: line 2, column 11: invalid value for `reminders.minutes`; the default is used. Write `minutes = 10`.\n",
        path.display()
    );
    check(&folder.kurultai(&["a.toml"]), "A\n", &sentence, 0);
    check(&folder.kurultai(&["events"]), "B\n  Sat 1 Feb 2025 · events/b.toml\n", &sentence, 0);
    check(&folder.kurultai(&[]), "B\n  Sat 1 Feb 2025 · events/b.toml\n", &sentence, 0);
    let is_fine = |end: &str| format!("{sentence}{end}");
    check(&folder.kurultai(&["check", "a.toml"]), "", &is_fine("a.toml: no problems.\n"), 0);
    check(&folder.kurultai(&["show", "a.toml"]), "A\n", &sentence, 0);
    check(&folder.kurultai(&["diff", "a.toml", "a.toml"]), "Nothing changed.\n", &sentence, 0);
    check(&folder.kurultai(&["list", "--format", "json"]), "[]\n", &sentence, 0);
    let nothing = is_fine("The plan for “A” is empty.\n");
    check(&folder.kurultai(&["plan", "show", "a.toml"]), "", &nothing, 0);
}

#[test]
fn a_file_that_is_no_schedule_is_refused_by_every_command() {
    let folder = Folder::new("no-schedule");
    folder.file("a.toml", PROGRAM).file("empty", "").file("b.yaml", "name: X\ntalks:\n  - title: Y\n");
    folder.file("c.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
    let sentences = [
        ("empty", "The file is empty; an event file begins with title = \"…\"."),
        (
            "b.yaml",
            "This is a YAML file; write its contents as an event file in TOML, or open schedule.xml, schedule JSON or iCalendar.",
        ),
        ("c.ics", "The file has no sessions; look for a newer one, or for the one that has them."),
    ];
    for (file, sentence) in sentences {
        let sentence = format!("{file}: {sentence}\n");
        for command in [
            &["show"][..],
            &["now"],
            &["search", "ice"],
            &["plan", "show"],
            &["plan", "solve"],
            &["plan", "export", "--to", "ics"],
            &["diff", "a.toml"],
            &["export", "--to", "csv"],
            &["add"],
        ] {
            check(&folder.kurultai(&[command, &[file]].concat()), "", &sentence, 2);
        }
        check(&folder.kurultai(&["plan", "import", file, "a.toml"]), "", &sentence, 2);
        // Readable files are searched in spite of the error.
        let result = folder.kurultai(&["search", "ice", "a.toml", file]);
        assert_eq!((result.err, result.code), (sentence, Some(2)));
        assert!(result.out.contains("Ice"), "{}", result.out);
    }
}

#[test]
fn misspelled_commands_are_reported_with_any_options() {
    let folder = Folder::new("misspelled-options");
    folder.file("a.toml", PROGRAM);
    for (arguments, name, meant) in [
        (&["exprot", "--to", "ics", "a.toml"][..], "exprot", "export"),
        (&["serach", "ice", "a.toml", "--format", "json"], "serach", "search"),
        (&["--lang", "en", "dif", "--only", "time", "a.toml", "a.toml"], "dif", "diff"),
        (&["convert", "--to=ics", "a.toml"], "convert", "export"),
    ] {
        let sentence = format!("no command or file `{name}`; did you mean `{meant}`?\n");
        check(&folder.kurultai(arguments), "", &sentence, 2);
    }
    // The argument is a file, so the error is about the option.
    let result = folder.kurultai(&["a.toml", "--to", "ics"]);
    assert!(result.err.starts_with("error: unexpected argument '--to' found"), "{}", result.err);
}

#[test]
fn venue_tz_is_in_the_help_of_every_command_that_accepts_it() {
    let folder = Folder::new("help-venue");
    folder.file("a.toml", PROGRAM);
    let commands = [
        "",
        "show",
        "now",
        "search",
        "check",
        "diff",
        "export",
        "plan show",
        "plan solve",
        "plan export",
        "plan import",
        "plan merge",
        "plan compare",
        "add",
        "list",
        "remove",
        "schema",
    ];
    let mut with = Vec::new();
    for command in commands {
        let words: Vec<&str> = command.split_whitespace().collect();
        // A command reports an option that it does not have.
        let unknown = folder.kurultai(&[&words[..], &["--venue-tz", "Atlantis"]].concat()).err;
        let is_taken = unknown.contains("not a known time zone");
        for (language, sentence) in [
            ("en", "Time zone of the venue, if the schedule does not give it"),
            ("ru", "Часовой пояс"),
            ("ky", "убакыт алкагы"),
        ] {
            let help = folder.kurultai(&[&words[..], &["--help", "--ui-lang", language]].concat()).out;
            let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
            let option = help
                .split_once("--venue-tz")
                .map(|(_, behind)| behind.split(" -").next().unwrap_or_default());
            assert_eq!(option.is_some(), is_taken, "{command}: {help}");
            assert!(option.is_none_or(|option| option.contains(sentence)), "{command}: {option:?}");
        }
        if is_taken {
            with.push(command);
        }
    }
    assert_eq!(
        with,
        ["", "show", "now", "search", "check", "diff", "export", "plan show", "plan solve", "plan export",]
    );
}
