//! `kurultai diff`: the changes between two editions of a schedule.

use super::*;

const OLD: &str = "title = 'Rivers'\nlanguage = 'en'\nstart = 2025-02-01\nend = 2025-02-02\n\
    agenda = [\n\
    { id = '1', title = 'Opening', date = 2025-02-01, start = '09:00', end = '09:30', room = 'Hall' },\n\
    { id = '2', title = 'Ice *melts*', date = 2025-02-01, start = '10:00', end = '10:25', room = 'Hall' },\n\
    { id = '3', title = 'Maps', date = 2025-02-01, start = '11:00' },\n\
    { id = '4', title = 'Party', date = 2025-02-01, start = '22:00', duration = 90, room = 'Yard' },\n\
    { id = '5', title = 'Dams', date = 2025-02-02, start = '09:00', room = '*' },\n\
    { id = '6', title = 'Birds' },\n\
    { id = '7', title = 'Fish', date = 2025-02-01, start = '14:00', end = '14:30' },\n\
    ]\n";
const NEW: &str = "title = 'Rivers'\nlanguage = 'en'\nstart = 2025-02-01\nend = 2025-02-02\n\
    agenda = [\n\
    { id = '8', title = 'Lunch', date = 2025-02-01, start = '12:00', room = '*' },\n\
    { id = '1', title = 'Opening', date = 2025-02-01, start = '09:00', end = '09:30', room = 'Hall' },\n\
    { id = '2', title = 'Ice [melts]', date = 2025-02-01, start = '10:30', end = '10:55', room = ['Yard', 'Hall'], url = 'https://r/2' },\n\
    { id = '3', title = 'Maps', date = 2025-02-02, start = '11:00', duration = 30 },\n\
    { id = '4', title = 'Party', date = 2025-02-02, start = '00:30', duration = 90 },\n\
    { id = '5', title = 'Dams', date = 2025-02-02, start = '09:00', room = '*', status = 'cancelled' },\n\
    { id = '6', title = 'Birds', date = 2025-02-01, start = '15:00' },\n\
    { id = '9', title = 'Weather' },\n\
    ]\n";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("old.toml", OLD).file("new.toml", NEW);
    folder
}

#[test]
fn each_change_is_a_line_under_its_day() {
    let folder = folder("diff");
    let result = folder.kurultai(&["diff", "old.toml", "new.toml"]);
    let expected = "\
2 new, 1 gone, 1 cancelled, 4 new times, 2 new rooms, 1 new title, 1 other change

Sat 1 Feb
10:30  new time   Ice [melts] · 10:00–10:25 → 10:30–10:55
10:30  new room   Ice [melts] · Hall → Yard, Hall
10:30  new title  Ice *melts* → Ice [melts]
10:30  page       Ice [melts] · not announced → https://r/2
12:00  new        Lunch · all rooms
14:00  gone       Fish
15:00  new time   Birds · not announced → Sat 1 Feb 15:00
00:30  new time   Party · 22:00–23:30 → 00:30–02:00 +1
00:30  new room   Party · Yard → not announced

Sun 2 Feb
09:00  cancelled  Dams
11:00  new time   Maps · Sat 1 Feb 11:00 → Sun 2 Feb 11:00–11:30

Day not announced
       new        Weather
";
    check(&result, expected, "", 1);
    let result = folder.kurultai(&["diff", "new.toml", "old.toml"]);
    let summary = "1 new, 2 gone, 1 reinstated, 4 new times, 2 new rooms, 1 new title, 1 other change\n";
    assert!(result.out.starts_with(summary), "{}", result.out);
    check(&folder.kurultai(&["diff", "old.toml", "old.toml"]), "Nothing changed.\n", "", 0);
}

#[test]
fn width_wraps_lines() {
    let result = folder("diff-width").kurultai(&["diff", "--width", "40", "old.toml", "new.toml"]);
    let lines: Vec<&str> = result.out.lines().skip(3).take(4).collect();
    let expected = [
        "10:30  new time   Ice [melts] · 10:00–",
        "                  10:25 → 10:30–10:55",
        "10:30  new room   Ice [melts] · Hall →",
        "                  Yard, Hall",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn an_announcement_is_markdown_in_the_language_of_the_event() {
    let folder = folder("diff-md");
    folder.file("ru.toml", NEW.replace("'en'", "'ru'"));
    let result = folder.kurultai(&["diff", "--format", "md", "old.toml", "ru.toml"]);
    let expected = "\
# Rivers

новое: 2, удалено: 1, отменено: 1, другое время: 4, другой зал: 2, другое название: 1, прочее: 2

## О мероприятии

- **язык**: en → ru

## сб, 1 февр.

- 10:30 **другое время**: [Ice \\[melts\\]](https://r/2) · 10:00–10:25 → 10:30–10:55
- 10:30 **другой зал**: [Ice \\[melts\\]](https://r/2) · Hall → Yard, Hall
- 10:30 **другое название**: [Ice \\*melts\\* → Ice \\[melts\\]](https://r/2)
- 10:30 **страница**: [Ice \\[melts\\]](https://r/2) · не объявлено → https://r/2
- 12:00 **новое**: Lunch · все залы
";
    assert!(result.out.starts_with(expected), "{}", result.out);
    assert_eq!(result.code, Some(1));
    let result = folder.kurultai(&["diff", "--lang", "ky", "old.toml", "old.toml"]);
    check(&result, "Эч нерсе өзгөргөн жок.\n", "", 0);
}

#[test]
fn scripts_get_facts() {
    let folder = folder("diff-json");
    let result = folder.kurultai(&["diff", "--format", "json", "old.toml", "new.toml"]);
    let facts: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let facts = facts.as_array().expect("a list");
    let names: Vec<_> = facts.iter().map(|fact| fact["fact"].as_str().expect("a name")).collect();
    let expected =
        ["time", "rooms", "title", "url", "new", "gone", "time", "time", "rooms", "cancelled", "time", "new"];
    assert_eq!(names, expected);
    let was = serde_json::json!({
        "id": "4", "guid": null, "title": "Party", "subtitle": null, "day": "2025-02-01",
        "start": "2025-02-01T22:00:00", "end": "2025-02-01T23:30:00", "minutes": 90, "rooms": ["Yard"],
        "track": null, "kind": null, "status": null, "languages": [], "people": [], "url": null
    });
    assert_eq!((&facts[7]["was"], &facts[5]["is"]), (&was, &serde_json::Value::Null));
    let values = serde_json::json!([[], ["https://r/2"], "session", null]);
    assert_eq!(
        serde_json::json!([facts[3]["from"], facts[3]["to"], facts[3]["about"], facts[3]["name"]]),
        values
    );
    assert_eq!(facts[7]["is"]["start"], "2025-02-02T00:30:00");
    assert_eq!(
        (&facts[9]["was"]["status"], &facts[9]["is"]["status"]),
        (&serde_json::Value::Null, &"cancelled".into())
    );
    check(&folder.kurultai(&["diff", "--format=json", "new.toml", "new.toml"]), "[]\n", "", 0);
}

#[test]
fn unreadable_editions_are_errors() {
    let folder = folder("diff-unreadable");
    let result = folder.kurultai(&["diff", "no.toml", "new.toml"]);
    check(&result, "", "no.toml: no such file.\n", 2);
    let result = folder.kurultai(&["diff", "old.toml"]);
    assert_eq!((result.out.as_str(), result.code), ("", Some(2)));
    folder.file("slip.toml", format!("edtion = 1\n{OLD}"));
    let mistake = "slip.toml: 1 problem in this file; `kurultai check` shows it.\n";
    check(&folder.kurultai(&["diff", "slip.toml", "old.toml"]), "Nothing changed.\n", mistake, 0);
    let help = here(&["diff", "--help"]).out;
    assert!(help.contains("<OLD> <NEW>") && help.contains("  <OLD>  The old edition\n  <NEW>"), "{help}");
}

const DETAILED: &str = "title = 'Rivers'\nlanguage = 'en'\ndate = 2025-02-01\n\
    [[agenda]]\nid = '1'\ntitle = 'Maps'\nstart = '10:00'\nroom = 'Hall'\nspeakers = ['Ada Vale']\ntrack = 'Ice'\n\
    languages = ['en']\nkind = 'talk'\nabstract = 'of rivers'\ntags = ['a', 'b']\n\
    links = [{ label = 'Code', url = 'https://example.org/code' }]\n\
    [[people]]\nname = 'Ada Vale'\nbio = 'Draws maps.'\n\
    [[rooms]]\nname = 'Hall'\ncapacity = 10\n";

fn edited() -> String {
    let edits = [
        ("['Ada Vale']", "['Ada Vale', 'Bo Lind']\npeople = [{ person = 'Cy Moor', role = 'moderator' }]"),
        ("'Ice'", "'Water'"),
        ("languages = ['en']", "languages = ['ru', 'ky']"),
        ("'talk'", "'workshop'"),
        ("of rivers", "of seas"),
        ("['a', 'b']", "['b', 'c']\ndo_not_record = true"),
        ("'Code', url = 'https://example.org/code'", "'Forge', url = 'https://example.org/forge'"),
        ("Draws maps.", "Draws seas."),
        ("capacity = 10", "capacity = 20"),
        ("date = 2025-02-01", "date = 2025-02-01\ntimezone = 'Asia/Bishkek'\ntheme = 'Ice'"),
    ];
    edits.iter().fold(DETAILED.to_owned(), |text, (from, to)| text.replacen(from, to, 1))
}

#[test]
fn every_detail_that_readers_see_is_compared() {
    let folder = Folder::new("diff-details");
    folder.file("old.toml", DETAILED).file("new.toml", edited());
    let expected = "\
1 with changed people, 11 other changes

About the conference
       theme           not announced → Ice
       time zone       not announced → Asia/Bishkek

Sat 1 Feb
10:00  people changed  Maps · Ada Vale → Ada Vale, Bo Lind, Cy Moor (moderator)
10:00  track           Maps · Ice → Water
10:00  languages       Maps · en → ru, ky
10:00  kind            Maps · talk → workshop
10:00  tags            Maps · − a, + c
10:00  recording       Maps · not announced → not to be recorded
10:00  link            Maps · − Code, + Forge
10:00  abstract        Maps · text changed

Rooms
       capacity        Hall · 10 → 20

People
       biography       Ada Vale · text changed
";
    check(&folder.kurultai(&["diff", "old.toml", "new.toml"]), expected, "", 1);
    let result = folder.kurultai(&["diff", "--format", "md", "old.toml", "new.toml"]);
    assert!(result.out.contains("- 10:00 **track**: Maps · Ice → Water\n"), "{}", result.out);
    assert!(
        result.out.contains("\n## People\n\n- **biography**: Ada Vale · text changed\n"),
        "{}",
        result.out
    );
}

#[test]
fn only_limits_the_changes() {
    let folder = Folder::new("diff-only");
    folder.file("old.toml", DETAILED).file("new.toml", edited());
    let only = |words: &str| folder.kurultai(&["diff", "--only", words, "old.toml", "new.toml"]);
    let people = "\
1 with changed people, 1 other change

Sat 1 Feb
10:00  people changed  Maps · Ada Vale → Ada Vale, Bo Lind, Cy Moor (moderator)

People
       biography       Ada Vale · text changed
";
    check(&only("people"), people, "", 1);
    let two = "\
2 other changes

Sat 1 Feb
10:00  track     Maps · Ice → Water

Rooms
       capacity  Hall · 10 → 20
";
    check(&only("track, room"), two, "", 1);
    check(&only("time"), "Nothing changed.\n", "", 0);
    assert!(only("do_not_record").out.ends_with("Maps · not announced → not to be recorded\n"));
    let wrong = "`tme` is not a kind of change; use some of these, separated by commas, or the name of a fact in --format json: \
        new, gone, cancelled, time, room, people, title, track, language, kind, tags, text, links, recording, conference, \
        organizers, sponsors, delegations.\n";
    check(&only("room,tme"), "", wrong, 2);
}
