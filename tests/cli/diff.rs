//! `kurultai diff`: what changed between two editions of a program.

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
    let said = folder.kurultai(&["diff", "old.toml", "new.toml"]);
    let expected = "\
2 new, 1 gone, 1 cancelled, 4 other times, 2 other rooms, 1 other title

Sat 1 Feb
10:30  other time   Ice [melts] · 10:00–10:25 → 10:30–10:55
10:30  other room   Ice [melts] · Hall → Yard, Hall
10:30  other title  Ice *melts* → Ice [melts]
12:00  new          Lunch · all rooms
14:00  gone         Fish
15:00  other time   Birds · not announced → Sat 1 Feb 15:00
00:30  other time   Party · 22:00–23:30 → 00:30–02:00 +1
00:30  other room   Party · Yard → not announced

Sun 2 Feb
09:00  cancelled    Dams
11:00  other time   Maps · Sat 1 Feb 11:00 → Sun 2 Feb 11:00–11:30

Day not announced
       new          Weather
";
    check(&said, expected, "", 1);
    let said = folder.kurultai(&["diff", "new.toml", "old.toml"]);
    let summary = "1 new, 2 gone, 1 on again, 4 other times, 2 other rooms, 1 other title\n";
    assert!(said.out.starts_with(summary), "{}", said.out);
    check(&folder.kurultai(&["diff", "old.toml", "old.toml"]), "Nothing changed.\n", "", 0);
}

#[test]
fn lines_break_where_somebody_says_so() {
    let said = folder("diff-width").kurultai(&["diff", "--width", "40", "old.toml", "new.toml"]);
    let lines: Vec<&str> = said.out.lines().skip(3).take(4).collect();
    let expected = [
        "10:30  other time   Ice [melts] · 10:00–",
        "                    10:25 → 10:30–10:55",
        "10:30  other room   Ice [melts] · Hall →",
        "                    Yard, Hall",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn an_announcement_is_markdown_in_the_language_of_the_event() {
    let folder = folder("diff-md");
    folder.file("ru.toml", NEW.replace("'en'", "'ru'"));
    let said = folder.kurultai(&["diff", "--format", "md", "old.toml", "ru.toml"]);
    let expected = "\
# Rivers

новое: 2, удалено: 1, отменено: 1, другое время: 4, другой зал: 2, другое название: 1

## сб, 1 февр.

- 10:30 **другое время**: [Ice \\[melts\\]](https://r/2) · 10:00–10:25 → 10:30–10:55
- 10:30 **другой зал**: [Ice \\[melts\\]](https://r/2) · Hall → Yard, Hall
- 10:30 **другое название**: [Ice \\*melts\\* → Ice \\[melts\\]](https://r/2)
- 12:00 **новое**: Lunch · все залы
";
    assert!(said.out.starts_with(expected), "{}", said.out);
    assert_eq!(said.code, Some(1));
    let said = folder.kurultai(&["diff", "--lang", "ky", "old.toml", "old.toml"]);
    check(&said, "Эч нерсе өзгөргөн жок.\n", "", 0);
}

#[test]
fn programs_get_facts() {
    let folder = folder("diff-json");
    let said = folder.kurultai(&["diff", "--format", "json", "old.toml", "new.toml"]);
    let facts: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let facts = facts.as_array().expect("a list");
    let names: Vec<_> = facts.iter().map(|fact| fact["fact"].as_str().expect("a name")).collect();
    let expected =
        ["time", "rooms", "title", "new", "gone", "time", "time", "rooms", "cancelled", "time", "new"];
    assert_eq!(names, expected);
    let was = serde_json::json!({
        "id": "4", "guid": null, "title": "Party", "subtitle": null, "day": "2025-02-01",
        "start": "2025-02-01T22:00:00", "end": "2025-02-01T23:30:00", "minutes": 90, "rooms": ["Yard"],
        "track": null, "kind": null, "status": null, "languages": [], "people": [], "url": null
    });
    assert_eq!((&facts[6]["was"], &facts[4]["is"]), (&was, &serde_json::Value::Null));
    assert_eq!(facts[6]["is"]["start"], "2025-02-02T00:30:00");
    assert_eq!(
        (&facts[8]["was"]["status"], &facts[8]["is"]["status"]),
        (&serde_json::Value::Null, &"cancelled".into())
    );
    check(&folder.kurultai(&["diff", "--format=json", "new.toml", "new.toml"]), "[]\n", "", 0);
}

#[test]
fn what_cannot_be_read_ends_it() {
    let folder = folder("diff-unreadable");
    let said = folder.kurultai(&["diff", "no.toml", "new.toml"]);
    check(&said, "", "no.toml: there is no such file.\n", 2);
    let said = folder.kurultai(&["diff", "old.toml"]);
    assert_eq!((said.out.as_str(), said.code), ("", Some(2)));
    folder.file("slip.toml", format!("edtion = 1\n{OLD}"));
    let mistake = "slip.toml: there is a mistake in this file; `kurultai check` says which.\n";
    check(&folder.kurultai(&["diff", "slip.toml", "old.toml"]), "Nothing changed.\n", mistake, 0);
    let help = here(&["diff", "--help"]).out;
    assert!(help.contains("<OLD> <NEW>") && help.contains("  <OLD>  The former edition\n  <NEW>"), "{help}");
}
