//! `kurultai now`: what is on now in each room, and what is next there.

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
fn each_room_with_what_runs_and_what_is_next() {
    let folder = Folder::new("now");
    folder.file("a.toml", PROGRAM);
    let said = folder.kurultai(&["now", "--now", "2025-02-01T09:53", "--width", "44", "a.toml"]);
    let expected = "\
Rivers · Sat 1 Feb, now 09:53 · Brussels
time

no room, or all
  next  12:00–13:00  Lunch · in 2 h 7 min

Hall
  now   09:00–10:00  Opening
  now   09:30–10:30  Ice
  next  11:12 –      Dams · in 1 h 19 min

Yard
  next  10:00–10:05  Maps · in 7 min
";
    check(&said, expected, "", 0);
    let said = folder.kurultai(&[
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
    check(&said, expected, "", 0);
    let said = folder.kurultai(&["now", "--now", "2025-02-01T13:00", "a.toml"]);
    assert!(
        said.out.ends_with("\nNothing is on now, and nothing more is announced for today.\n"),
        "{}",
        said.out
    );
}

#[test]
fn programs_get_rooms() {
    let folder = Folder::new("now-json");
    folder.file("a.toml", PROGRAM);
    let said = folder.kurultai(&["now", "--format", "json", "--now", "2025-02-01T09:53", "a.toml"]);
    let events: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let event = &events[0];
    assert_eq!((&event["file"], &event["now"]), (&"a.toml".into(), &"2025-02-01T09:53:00".into()));
    let rooms = event["rooms"].as_array().expect("rooms");
    let names: Vec<_> = rooms.iter().map(|room| room["room"].as_str()).collect();
    assert_eq!(names, [None, Some("Hall"), Some("Yard")]);
    assert_eq!(rooms[1]["running"][1]["id"], "2");
    assert_eq!((&rooms[2]["next"]["title"], &rooms[2]["minutes"]), (&"Maps".into(), &7.into()));
}

#[test]
fn without_a_file_the_events_that_run_today() {
    let folder = Folder::new("now-events");
    fs::create_dir_all(folder.0.join("events")).expect("a folder");
    folder.file("events/a.toml", PROGRAM).file("events/b.toml", "title = 'Later'\ndate = 2025-03-01\n");
    let said = folder.kurultai(&["now", "--now", "2025-02-01T09:53"]);
    assert!(said.out.starts_with("Rivers · ") && !said.out.contains("Later"), "{}", said.out);
    check(&folder.kurultai(&["now", "--now", "2025-02-05T09:53"]), "", "No event runs today.\n", 0);
    // What somebody names is told anyway.
    let said = folder.kurultai(&["now", "--now", "2025-02-05T09:53", "events/b.toml"]);
    assert!(said.out.starts_with("Later · Wed 5 Feb, now 09:53\nNothing is on now"), "{}", said.out);
    check(&folder.kurultai(&["now", "no.toml"]), "", "no.toml: there is no such file.\n", 2);
    let said = folder.kurultai(&["now", "--room", "Attic", "events/a.toml"]);
    check(&said, "", "No room is called “Attic”.\n", 2);
}
