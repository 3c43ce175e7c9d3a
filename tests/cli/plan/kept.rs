//! The plan in calendars for other apps: their contents, and folders of calendars.

use std::collections::BTreeMap;

use super::*;

const DAY: &str = "title = 'T'\nid = 't'\ndate = 2025-07-01\ntimezone = 'Europe/Berlin'\n\
    agenda = [\n{ id = '1', title = 'Ice', start = '09:30', end = '10:00', speakers = ['Ann Ample'], guid = '1@t' },\n\
    { id = '2', title = 'Dams', start = '10:30', end = '11:00', status = 'cancelled' },\n\
    { id = '3', title = 'Walk', all_day = true },\n{ id = '4', title = 'Fog', start = '12:00' },\n]\n";
const PLAN: &str = "picks = [{ id = '1', level = 'maybe' }, { id = '2', level = 'maybe' }, { id = '3' }]\n\
    notes = [{ id = '1', text = \"Ask for slides, and; more\\nTwice\" }, { id = '4', text = 'x' }]\n";

/// Returns the lines of each session of a calendar, by title.
fn sessions(calendar: &str) -> BTreeMap<String, Vec<String>> {
    let unfolded = calendar.replace("\r\n ", "");
    let sessions = unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|session| {
        let lines: Vec<String> = session.lines().map(str::to_owned).collect();
        let title = lines
            .iter()
            .find_map(|line| line.split_once(':').filter(|(name, _)| name.starts_with("SUMMARY")));
        (title.expect("a title").1.to_owned(), lines)
    });
    sessions.collect()
}

#[test]
fn a_calendar_has_maybes_notes_and_reminders() {
    let folder = Folder::new("plan-kept");
    folder.file("day.toml", DAY).file("plan.toml", PLAN);
    let export = || folder.own(&["plan", "export", "--plan", "plan.toml", "day.toml"]);
    let result = export();
    assert_eq!(
        (result.err.as_str(), result.code),
        ("A calendar cannot represent these, `--to toml` can: 1 note.\n", Some(0))
    );
    let session_lines = sessions(&result.out);
    let has = |title: &str, line: &str| session_lines[title].iter().any(|known| known == line);
    assert!(has("Ice", "STATUS:TENTATIVE"));
    assert!(
        has("Ice", "DESCRIPTION:Ann Ample\\n\\nNote: Ask for slides\\, and\\; more\\nTwice"),
        "{session_lines:?}"
    );
    let alarm =
        ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:Ice", "END:VALARM", "END:VEVENT"];
    assert!(session_lines["Ice"].windows(6).any(|lines| lines == alarm), "{session_lines:?}");
    // A session that does not take place keeps its status, and has no reminder, like one without a time.
    assert!(has("Dams", "STATUS:CANCELLED") && !has("Dams", "BEGIN:VALARM"));
    assert!(
        !has("Walk", "BEGIN:VALARM") && !session_lines["Walk"].iter().any(|line| line.starts_with("STATUS"))
    );
    // Read back by this app, it is the schedule without the plan.
    folder.file("plan.ics", &result.out);
    let shown = folder.own(&["show", "plan.ics"]).out;
    assert!(!shown.contains("slides") && !shown.contains("entative"), "{shown}");

    fs::create_dir_all(folder.0.join("config/kurultai")).expect("a folder");
    folder.file("config/kurultai/config.toml", "reminders.minutes = 25\n");
    assert!(export().out.contains("\r\nTRIGGER:-PT25M\r\n"));
    folder.file("config/kurultai/config.toml", "reminders.minutes = 0\n");
    assert!(!export().out.contains("VALARM"));
    let same = folder.own(&["export", "--to", "ics", "--plan=plan.toml", "day.toml"]).out;
    assert_eq!(same, export().out);
}

/// Returns the names of the files in a folder of calendars.
fn names(folder: &Folder, session_lines: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.0.join(session_lines)).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_folder_of_calendars_has_a_file_for_each_session() {
    let folder = Folder::new("plan-vdir");
    let busy = "[[busy]]\ndate = 2025-07-01\nstart = '12:00'\nend = '13:00'\n";
    folder.file("day.toml", DAY).file("plan.toml", PLAN.to_owned() + busy);
    let export = |arguments: &[&str]| {
        folder.own(&[&["plan", "export", "--plan", "plan.toml"][..], arguments].concat())
    };
    check(&export(&["--to", "vdir", "cal", "day.toml"]), "", "", 0);
    let written = names(&folder, "cal");
    assert!(written.len() == 4 && written.contains(&"1@t.ics".to_owned()), "{written:?}");
    for name in &written {
        let text = folder.read(&format!("cal/{name}"));
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
        assert!(!text.contains("\r\nMETHOD:") && text.contains("\r\nUID:"), "{text}");
        text.parse::<icalendar::Calendar>().expect("a calendar");
    }
    // Other ways to specify the folder.
    check(&export(&["day.toml", "--to", "vdir", "cal"]), "", "", 0);
    check(&export(&["--to", "vdir", "-o", "cal", "day.toml"]), "", "", 0);
    assert_eq!(names(&folder, "cal"), written);

    // Files of others are kept, whatever their names; files of removed picks are deleted.
    folder.file("cal/own.ics", "BEGIN:VCALENDAR\r\nPRODID:-//kurultai//kurultai//EN\r\nEND:VCALENDAR\r\n");
    folder.file("cal/color", "#ff0000");
    folder.file("other.toml", "picks = [{ id = '4' }]\n");
    check(
        &folder.own(&["plan", "export", "--plan", "other.toml", "--to", "vdir", "cal", "day.toml"]),
        "",
        "",
        0,
    );
    assert_eq!(names(&folder, "cal").len(), 7);
    folder.file("plan.toml", "picks = [{ id = '1' }]\n");
    check(&export(&["--to", "vdir", "cal", "day.toml"]), "", "", 0);
    let left = names(&folder, "cal");
    assert!(
        left.len() == 4
            && ["1@t.ics", "own.ics", "color"].iter().all(|name| left.contains(&(*name).to_owned())),
        "{left:?}"
    );
    assert!(!folder.read("cal/1@t.ics").contains("TENTATIVE"));

    // A file of others with the name of a session is kept, with a warning.
    folder.file("cal/1@t.ics", "mine");
    let foreign =
        "cal/1@t.ics: this file does not belong to the plan and was left as it is; choose another folder.\n";
    check(&export(&["--to", "vdir", "cal", "day.toml"]), "", foreign, 2);
    assert_eq!(folder.read("cal/1@t.ics"), "mine");
    // An empty plan leaves no files of this app.
    folder.file("plan.toml", "");
    let result = export(&["--to", "vdir", "cal", "day.toml"]);
    assert_eq!(result.code, Some(0), "{}", result.err);
    assert_eq!(names(&folder, "cal").len(), 4);
}

#[test]
fn a_folder_of_calendars_must_be_named() {
    let folder = Folder::new("plan-no-vdir");
    folder.file("day.toml", DAY).file("plan.toml", PLAN);
    let export = |arguments: &[&str]| {
        folder.own(&[&["plan", "export", "--plan", "plan.toml"][..], arguments].concat())
    };
    let how = "Give the folder and the schedule: `kurultai plan export --to vdir DIR FILE`.\n";
    check(&export(&["--to", "vdir", "day.toml"]), "", how, 2);
    check(&export(&["--to", "vdir", "-o", "cal", "cal", "day.toml"]), "", how, 2);
    check(&export(&["cal", "day.toml"]), "", "Give one FILE; a folder is only for `--to vdir`.\n", 2);
}
