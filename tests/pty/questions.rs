//! Questions on the command line, which are asked only in a terminal.

use std::fs;
use std::path::PathBuf;

use crate::PROGRAM;
use crate::session::{Session, Setup};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kurultai-questions-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[track_caller]
fn answer(session: &Session, question: &str, answer: &str) {
    session.wait_for_text(question);
    session.type_keys(&format!("{answer}\r"));
}

#[test]
fn new_asks_for_the_facts_until_they_are_valid() {
    let folder = folder("new");
    let session = Setup::new(PROGRAM, &["new"]).folder(&folder).variable("TZ", "Asia/Bishkek").start();
    answer(&session, "Title:", "Day of Water");
    answer(&session, "First day", "tomorrow");
    answer(&session, "This is not a date", "14 May 2027");
    answer(&session, "Last day", "");
    answer(&session, "City", "Naryn");
    answer(&session, "Rooms", "Hall, Yurt");
    answer(&session, "Time zone (Enter: Asia/Bishkek)", "");
    answer(&session, "Language", "ky");
    session.wait_for_text("status=0\n");
    let text = fs::read_to_string(folder.join("day-of-water.toml")).expect("a file");
    let facts: Vec<&str> = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let expected = [
        "title = \"Day of Water\"",
        "date = 2027-05-14",
        "timezone = \"Asia/Bishkek\"",
        "language = \"ky\"",
        "venue = { city = \"Naryn\" }",
        "[[rooms]]",
        "name = \"Hall\"",
        "[[rooms]]",
        "name = \"Yurt\"",
    ];
    assert_eq!(facts, expected);
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn fixes_are_written_only_after_a_yes() {
    let folder = folder("fix");
    let file = folder.join("day.toml");
    for (reply, expected, code) in
        [("", "title = Our day\n", 1), ("n", "title = Our day\n", 1), ("y", "title = \"Our day\"\n", 0)]
    {
        fs::write(&file, "title = Our day\n").expect("a file");
        let session = Setup::new(PROGRAM, &["check", "--fix", "day.toml"]).folder(&folder).start();
        answer(&session, "Write these changes to day.toml? [y/N]", reply);
        session.wait_for_text(&format!("status={code}\n"));
        assert_eq!(fs::read_to_string(&file).expect("text"), expected, "{reply}");
    }
    fs::remove_dir_all(folder).expect("it is there");
}
