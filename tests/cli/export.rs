//! `kurultai export`: a schedule in another format.

use super::*;

#[test]
fn export_writes_an_event_file_and_reports_losses() {
    let folder = Folder::new("export");
    folder.file("a.toml", "agenda = [{ start = 09:30:00, title = 'S' }]\ndate = 2025-02-01\ntitle = 'T'\n");
    folder.file("b.toml", "title = { ky = 'A', kg = 'B' }\n");
    let result = folder.kurultai(&["export", "--to", "toml", "a.toml"]);
    let written = "title = \"T\"\ndate = 2025-02-01\n\n[[agenda]]\ntitle = \"S\"\nstart = \"09:30\"\n";
    check(&result, written, "", 0);
    let result = folder.kurultai(&["export", "--to=toml", "b.toml"]);
    let lost = "Not in an event file: title (1).\n\
        b.toml: 1 problem in this file; `kurultai check` shows it.\n";
    check(&result, "title = { ky = \"A\" }\n", lost, 0);
    check(&folder.kurultai(&["export", "--to", "toml", "no"]), "", "no: no such file.\n", 2);
    let result = folder.kurultai(&["export", "--to", "toml", "--ui-lang", "ru", "b.toml"]);
    assert!(result.err.starts_with("Не записано в файл мероприятия: название (1).\n"), "{}", result.err);
    assert!(here(&["export", "--help"]).out.contains("kurultai export --to toml my-event.toml > tidy.toml"));
}

#[test]
fn export_writes_a_calendar_of_sessions_with_a_date() {
    let folder = Folder::new("calendar");
    folder.file("a.toml", "title = 'T'\ndate = 2025-07-01\n[[agenda]]\ntitle = 'A'\nstart = '09:30'\n");
    folder.file("b.toml", "title = 'T'\n[[agenda]]\ntitle = 'B'\nstart = '09:30'\n");
    let result = folder.kurultai(&["export", "--to", "ics", "a.toml"]);
    assert!(result.out.contains("\r\nDTSTART:20250701T093000\r\nSUMMARY:A\r\n"), "{}", result.out);
    assert_eq!(result.err, "Not in a calendar: dates (1).\n");
    let result = folder.kurultai(&["export", "--to", "ics", "--tz", "Asia/Bishkek", "a.toml"]);
    assert!(result.out.contains("\r\nDTSTART;TZID=Asia/Bishkek:20250701T093000\r\n"), "{}", result.out);
    let result = folder.kurultai(&["export", "--to", "ics", "--ui-lang", "ru", "b.toml"]);
    assert_eq!((result.err.as_str(), result.code), ("Не записано в календарь: сессии (1: «B»).\n", Some(0)));
}

#[test]
fn a_file_without_a_schedule_replaces_nothing() {
    let folder = Folder::new("none");
    folder.file("page.xml", "<html><body>502 Bad Gateway</body></html>").file("empty.toml", "");
    folder.file("hi.toml", "hi").file("good.ics", "good").file("a.toml", "title = 'T'\ndate = 2025-02-01\n");
    for (name, sentence) in [
        (
            "page.xml",
            "This is a web page; look on it for a link to schedule.xml, schedule JSON or iCalendar, and open that.",
        ),
        ("empty.toml", "The file is empty; an event file begins with title = \"…\"."),
        ("hi.toml", "This is text, but not a schedule; an event file begins with title = \"…\"."),
    ] {
        let sentence = format!("{name}: {sentence}\n");
        check(&folder.kurultai(&["show", name]), "", &sentence, 2);
        let checked = folder.kurultai(&["check", name]);
        assert_eq!(
            (checked.err.as_str(), checked.code),
            (&*format!("{name}: 1 error, 0 warnings.\n"), Some(2)),
            "{}",
            checked.out
        );
        check(
            &folder.kurultai(&["export", "--force", "--to", "ics", "-o", "good.ics", name]),
            "",
            &sentence,
            2,
        );
        check(&folder.kurultai(&["diff", "a.toml", name]), "", &sentence, 2);
        check(&folder.kurultai(&["add", name]), "", &sentence, 2);
    }
    assert_eq!(fs::read_to_string(folder.0.join("good.ics")).expect("text"), "good");
}

#[test]
fn a_hyphen_means_standard_output() {
    let folder = Folder::new("hyphen");
    folder.file("a.toml", "title = 'T'\n");
    check(&folder.kurultai(&["export", "--to", "toml", "-o", "-", "a.toml"]), "title = \"T\"\n", "", 0);
    assert!(!folder.0.join("-").exists());
}

#[test]
fn output_is_written_whole_and_over_nothing_that_was_not_given_up() {
    let folder = Folder::new("output");
    folder.file("a.toml", "title = 'T'\n").file("old.toml", "old");
    let to =
        |arguments: &[&str]| folder.kurultai(&[&["export", "--to", "toml", "a.toml"], arguments].concat());
    let text = |name: &str| fs::read_to_string(folder.0.join(name)).expect("text");
    check(&to(&["--output", "new.toml"]), "", "", 0);
    assert_eq!(text("new.toml"), "title = \"T\"\n");
    let there = "old.toml: this file already exists; `--force` replaces it.\n";
    check(&to(&["--output", "old.toml"]), "", there, 2);
    assert_eq!(text("old.toml"), "old");
    check(&to(&["-o", "old.toml", "--force"]), "", "", 0);
    assert_eq!(text("old.toml"), "title = \"T\"\n");
    let missing = to(&["--output", "no/such.toml"]);
    assert_eq!(
        (missing.code, missing.err.starts_with("no/such.toml: could not be written (")),
        (Some(2), true)
    );
    check(&to(&["-o", ".", "--force"]), "", ".: this is not a file that can be replaced.\n", 2);
    assert_eq!(to(&["--force"]).code, Some(2));
    // No temporary file is left.
    let mut names: Vec<_> = fs::read_dir(&folder.0)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["a.toml", "new.toml", "old.toml"]);
}

#[cfg(unix)]
#[test]
fn output_follows_no_link_and_keeps_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("links");
    folder.file("a.toml", "title = 'T'\n").file("old.toml", "old");
    symlink("old.toml", folder.0.join("link.toml")).expect("a link");
    let to = |name: &str| folder.kurultai(&["export", "--to", "toml", "a.toml", "--force", "-o", name]);
    check(&to("link.toml"), "", "link.toml: this is a link; give the file that it leads to.\n", 2);
    let old = folder.0.join("old.toml");
    assert_eq!(fs::read_to_string(&old).expect("text"), "old");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o600)).expect("permissions");
    check(&to("old.toml"), "", "", 0);
    assert_eq!(fs::metadata(&old).expect("metadata").permissions().mode() & 0o777, 0o600);
}

#[test]
fn schedules_need_dates_and_a_clock() {
    let folder = Folder::new("schedules");
    let session = "[[agenda]]\ntitle = 'A'\nstart = '09:30'\n";
    folder.file("undated.toml", format!("title = 'T'\n{session}"));
    folder.file("dated.toml", format!("title = 'T'\ndate = 2025-07-01\n{session}"));
    let result = folder.kurultai(&["export", "--to", "json", "undated.toml", "-o", "x.json"]);
    let refused = "undated.toml: no session has a date and a time, which a JSON file requires.\n";
    check(&result, "", refused, 2);
    assert!(!folder.0.join("x.json").exists());
    let result = folder.kurultai(&["export", "--to", "xml", "dated.toml"]);
    let refused = "dated.toml: an XML file requires a time zone, and the schedule gives none; add `--tz`.\n";
    check(&result, "", refused, 2);
    let result = folder.kurultai(&["export", "--to", "xml", "--tz", "Asia/Bishkek", "dated.toml"]);
    assert!(result.out.contains("<date>2025-07-01T09:30:00+06:00</date>"), "{}", result.out);
    assert_eq!((result.err.as_str(), result.code), ("", Some(0)));
}

#[test]
fn plans_are_exported_in_every_format() {
    let folder = Folder::new("export-plan");
    let day = "title = 'T'\nid = 't'\ndate = 2025-07-01\ntimezone = 'Europe/Berlin'\nsponsors = [{ name = 'Z' }]\n\
        agenda = [\n{ id = '1', title = 'Ice', start = '09:30', end = '10:00', speakers = ['A'] },\n\
        { id = '2', title = 'Dams', start = '09:30', end = '10:00', speakers = ['B'] },\n]\n";
    let plan = "picks = [{ id = '2', level = 'maybe' }, { id = '3', title = 'Snow' }]\n\
        [[busy]]\ndate = 2025-07-01\nstart = '12:00'\nend = '13:00'\n";
    folder.file("day.toml", day).file("plan.toml", plan);
    let export = |format: &str| folder.kurultai(&["export", "--to", format, "--plan=plan.toml", "day.toml"]);
    let gone = "day.toml: “Snow” is no longer in the schedule and was left out.\n";
    for format in ["toml", "json", "xml", "md", "html", "csv"] {
        let result = export(format);
        assert!(result.out.contains("Dams") && !result.out.contains("Ice"), "{format}: {}", result.out);
        assert!(!result.out.contains('Z') || format == "xml", "{format}: {}", result.out);
        let left = format!("{gone}Not exported from the plan: 1 maybe, 1 time of your own.\n");
        assert!(result.err.starts_with(&left) && result.code == Some(0), "{format}: {}", result.err);
    }
    let calendar = export("ics");
    assert!(calendar.err.starts_with(gone) && !calendar.err.contains("maybe"), "{}", calendar.err);
    let events = calendar.out.lines().filter(|line| line.starts_with("DTSTART")).collect::<Vec<_>>();
    let expected =
        ["DTSTART;TZID=Europe/Berlin:20250701T093000", "DTSTART;TZID=Europe/Berlin:20250701T120000"];
    assert_eq!(events[events.len() - 2..], expected);
    assert_eq!(calendar.out, folder.kurultai(&["plan", "export", "--plan", "plan.toml", "day.toml"]).out);

    // Without a value, it is the user's own plan.
    let own = ["export", "--to", "csv", "--plan", "day.toml"];
    check(&folder.kurultai(&own), "", "The plan for “T” is empty.\n", 0);
    fs::create_dir_all(folder.0.join(".home/data/kurultai/plans")).expect("a folder");
    folder.file(".home/data/kurultai/plans/t.toml", "picks = [{ id = '1' }]\n");
    let result = folder.kurultai(&own);
    assert!(result.out.contains("Ice") && !result.out.contains("Dams"), "{result:?}");
}
