//! `kurultai now`: the running and next sessions of each room.

use super::*;

const PROGRAM: &str = "title = 'Rivers'\nlanguage = 'en'\ntimezone = 'Europe/Brussels'\nstart = 2025-02-01\nend = 2025-02-02\n\
    rooms = [{ name = { en = 'Hall', ky = 'Зал' } }, { name = 'Yard' }, { name = 'Shed' }]\n\
    agenda = [\n\
    { id = '1', title = 'Opening', date = 2025-02-01, start = '09:00', end = '10:00', room = 'Hall' },\n\
    { id = '2', title = 'Ice', date = 2025-02-01, start = '09:30', end = '10:30', room = 'Hall' },\n\
    { id = '3', title = 'Dams', date = 2025-02-01, start = '11:12', room = 'Hall' },\n\
    { id = '4', title = 'Maps', date = 2025-02-01, start = '10:00', end = '10:05', room = 'Yard' },\n\
    { id = '5', title = 'Lunch', date = 2025-02-01, start = '12:00', end = '13:00', room = '*' },\n\
    ]\n";

#[test]
fn each_room_has_its_running_and_next_sessions() {
    let folder = Folder::new("now");
    folder.file("a.toml", PROGRAM);
    let result = folder.kurultai(&["now", "--now", "2025-02-01T09:53", "--width", "44", "a.toml"]);
    let expected = "\
Rivers · Sat 1 Feb, now 09:53 · Brussels
time

all rooms or none
  next  12:00–13:00  Lunch · in 2 h 7 min

Hall
  now   09:00–10:00  Opening
  now   09:30–10:30  Ice
  next  11:12 –      Dams · in 1 h 19 min

Yard
  next  10:00–10:05  Maps · in 7 min
";
    check(&result, expected, "", 0);
    let result = folder.kurultai(&[
        "now",
        "--now",
        "2025-02-01T09:00:00Z",
        "--room",
        "зал",
        "--tz",
        "Asia/Bishkek",
        "--lang",
        "ky",
        "a.toml",
    ]);
    let expected = "\
Rivers · 1-фев., ишм., азыр 15:00 · менин убактым: Бишкек

Зал
  азыр     14:30–15:30  Ice
  кийинки  16:12 –      Dams · 1 саат 12 мүн калды
";
    check(&result, expected, "", 0);
    let result = folder.kurultai(&["now", "--now", "2025-02-01T13:00", "a.toml"]);
    assert!(
        result.out.ends_with("\nNothing is on now, and nothing else is announced for today.\n"),
        "{}",
        result.out
    );
}

#[test]
fn scripts_get_rooms() {
    let folder = Folder::new("now-json");
    folder.file("a.toml", PROGRAM);
    let result = folder.kurultai(&["now", "--format", "json", "--now", "2025-02-01T09:53", "a.toml"]);
    let events: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let event = &events[0];
    assert_eq!((&event["file"], &event["now"]), (&"a.toml".into(), &"2025-02-01T09:53:00+01:00".into()));
    let rooms = event["rooms"].as_array().expect("rooms");
    let names: Vec<_> = rooms.iter().map(|room| room["room"].as_str()).collect();
    assert_eq!(names, [None, Some("Hall"), Some("Yard")]);
    assert_eq!(rooms[1]["running"][1]["id"], "2");
    assert_eq!((&rooms[2]["next"]["title"], &rooms[2]["minutes"]), (&"Maps".into(), &7.into()));
    assert_eq!(rooms[2]["next"]["picked"], serde_json::Value::Null);
    assert_eq!(event["plan"], serde_json::json!({ "running": [], "next": [], "minutes": null }));
}

#[test]
fn without_a_file_the_events_that_run_today() {
    let folder = Folder::new("now-events");
    fs::create_dir_all(folder.0.join("events")).expect("a folder");
    folder.file("events/a.toml", PROGRAM).file("events/b.toml", "title = 'Later'\ndate = 2025-03-01\n");
    let result = folder.kurultai(&["now", "--now", "2025-02-01T09:53"]);
    assert!(result.out.starts_with("Rivers · ") && !result.out.contains("Later"), "{}", result.out);
    check(&folder.kurultai(&["now", "--now", "2025-02-05T09:53"]), "", "No events today.\n", 0);
    // An event named by the user is always listed.
    let result = folder.kurultai(&["now", "--now", "2025-02-05T09:53", "events/b.toml"]);
    assert!(result.out.starts_with("Later · Wed 5 Feb, now 09:53\nNothing is on now"), "{}", result.out);
    check(&folder.kurultai(&["now", "no.toml"]), "", "no.toml: no such file.\n", 2);
    let result = folder.kurultai(&["now", "--room", "Attic", "events/a.toml"]);
    check(&result, "", "No room matches “Attic”.\n", 2);
}

#[test]
fn picks_are_marked_and_come_first() {
    let folder = Folder::new("now-plan");
    folder.file("a.toml", format!("id = 'rivers'\n{PROGRAM}"));
    fs::create_dir_all(folder.0.join(".home/data/kurultai/plans")).expect("a folder");
    let picks = "picks = [{ id = '2' }, { id = '4', level = 'maybe' }, { id = '5' }]\n";
    folder.file(".home/data/kurultai/plans/rivers.toml", picks);
    let now = ["now", "--now", "2025-02-01T09:53", "a.toml"];
    let expected = "\
Rivers · Sat 1 Feb, now 09:53 · Brussels time

In your plan
  now   09:30–10:30  ★ Ice · must · Hall
  next  10:00–10:05  ☆ Maps · maybe · Yard · in 7 min
  next  12:00–13:00  ★ Lunch · must · all rooms · in 2 h 7 min

all rooms or none
  next  12:00–13:00  ★ Lunch · must · in 2 h 7 min

Hall
  now   09:00–10:00  Opening
  now   09:30–10:30  ★ Ice · must
  next  11:12 –      Dams · in 1 h 19 min

Yard
  next  10:00–10:05  ☆ Maps · maybe · in 7 min
";
    check(&folder.kurultai(&now), expected, "", 0);
    let yard = "Rivers · Sat 1 Feb, now 09:53 · Brussels time\n\nYard\n  next  10:00–10:05  ☆ Maps · maybe · in 7 min\n";
    check(&folder.kurultai(&[&now[..], &["--room", "yard"]].concat()), yard, "", 0);
    let result = folder.kurultai(&[&now[..], &["--format", "json"]].concat());
    let events: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let plan = &events[0]["plan"];
    let pick_of = |session: &serde_json::Value| (session["id"].clone(), session["picked"].clone());
    assert_eq!(pick_of(&plan["running"][0]), ("2".into(), "must".into()));
    assert_eq!((pick_of(&plan["next"][0]), &plan["minutes"]), (("4".into(), "maybe".into()), &7.into()));
    let hall = &events[0]["rooms"][1]["running"];
    assert_eq!([pick_of(&hall[0]).1, pick_of(&hall[1]).1], [serde_json::Value::Null, "must".into()]);
}

#[test]
fn a_building_is_asked_for_like_a_room() {
    let folder = Folder::new("now-building");
    let rooms = "{ name = 'Yard', building = 'Old mill' }";
    folder.file("a.toml", PROGRAM.replace("{ name = 'Yard' }", rooms));
    let result = folder.kurultai(&["now", "--now", "2025-02-01T09:53", "--room", "mill", "a.toml"]);
    let yard =
        "Rivers · Sat 1 Feb, now 09:53 · Brussels time\n\nYard\n  next  10:00–10:05  Maps · in 7 min\n";
    check(&result, yard, "", 0);
}

#[test]
fn the_events_of_the_library_count_from_everywhere() {
    let folder = Folder::new("now-library");
    folder.file("a.toml", PROGRAM).file("b.toml", "title = 'Gone'\ndate = 2025-02-01\n");
    folder.kurultai(&["add", "a.toml", "b.toml"]);
    fs::remove_file(folder.0.join("b.toml")).expect("it was there");
    let result = folder.kurultai(&["now", "--now", "2025-02-01T09:53"]);
    assert!(result.out.starts_with("Rivers · ") && result.code == Some(0), "{result:?}");
    assert!(result.err.ends_with("b.toml: no such file.\n"), "{}", result.err);
}
