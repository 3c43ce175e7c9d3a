//! `kurultai new`.

use super::*;

const WRITTEN: &str = r#"#:schema ./event.schema.json
# An event file. Lines that begin with # are comments: remove the # to use one, and leave out
# what is not known yet. `kurultai check` finds mistakes in this file.

title = "Day of \"Water\""
# subtitle = "…"
start = 2027-05-14
end = 2027-05-15
timezone = "Asia/Bishkek"
language = "en"
venue = { city = "Naryn" }
# url = "https://…"

# The rooms: a table for each.
[[rooms]]
name = "Hall"
# capacity = 100

[[rooms]]
name = "Yurt"
# capacity = 100

# The speakers. A table is only needed for more than a name.
# [[speakers]]
# name = "…"
# organization = "…"
# bio = "…"

# The sessions, in the order of the schedule: a table for each.
# [[agenda]]
# title = "…"
# date = 2027-05-14
# start = "09:30"
# end = "10:15"
# room = "Hall"
# speakers = ["…"]
# abstract = "…"

# The sponsors.
# [[sponsors]]
# name = "…"
# url = "https://…"
"#;

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.0.join(name)).expect("text")
}

#[test]
fn options_become_an_event_file_without_problems() {
    let folder = Folder::new("new");
    let arguments = [
        "new",
        "--title",
        "Day of \"Water\"",
        "--start",
        "14 May 2027",
        "--end",
        "15.05.2027",
        "--city",
        "Naryn",
        "--room",
        "Hall",
        "--room",
        "Yurt",
        "--venue-tz",
        "Bishkek",
        "--language",
        "en",
    ];
    let notes = "day-of-water.toml: written. Fill it in with an editor; `kurultai check day-of-water.toml` finds mistakes, `kurultai day-of-water.toml` shows it.\nevent.schema.json: written; editors use it to complete and explain the keys.\n";
    check(&folder.kurultai(&arguments), "", notes, 0);
    assert_eq!(read(&folder, "day-of-water.toml"), WRITTEN);
    assert_eq!(read(&folder, "event.schema.json"), folder.kurultai(&["schema"]).out);
    check(&folder.kurultai(&["check", "day-of-water.toml"]), "", "day-of-water.toml: no problems.\n", 0);
    // With all its comments used, the file is an event, too; the placeholders are reported.
    let lines = WRITTEN.lines().map(|line| match line.strip_prefix("# ") {
        Some(key) if key.contains(" = ") || key.starts_with("[[") => key,
        _ => line,
    });
    folder.file("filled.toml", lines.flat_map(|line| [line, "\n"]).collect::<String>().replace('…', "x"));
    let filled = folder.kurultai(&["check", "filled.toml"]);
    assert!(!filled.out.contains("error["), "{}", filled.out);
}

#[test]
fn only_the_title_is_needed_and_nothing_is_overwritten() {
    let folder = Folder::new("new-title");
    assert_eq!(folder.kurultai(&["new", "--title", "Суу күнү"]).code, Some(0));
    let text = read(&folder, "event.toml");
    assert!(text.contains("\ntitle = \"Суу күнү\"\n") && text.contains("\n# date = "), "{text}");
    check(&folder.kurultai(&["check", "event.toml"]), "", "event.toml: no problems.\n", 0);
    let exists = "event.toml: this file already exists; `--force` replaces it.\n";
    check(&folder.kurultai(&["new", "--title", "Суу күнү"]), "", exists, 2);
    assert_eq!(read(&folder, "event.toml"), text);
    assert_eq!(folder.kurultai(&["new", "event.toml", "--title", "T", "--force"]).code, Some(0));
    assert!(read(&folder, "event.toml").contains("\ntitle = \"T\"\n"));
    // Without a terminal there is no question.
    check(&folder.kurultai(&["new"]), "", "An event needs a title: write `kurultai new --title \"…\"`.\n", 2);
    let contrary = ["new", "x.toml", "--title", "T", "--start", "2027-05-14", "--end", "2027-05-13"];
    let sentence = "The last day needs a first day that is not after it: write `--start` and `--end`.\n";
    check(&folder.kurultai(&contrary), "", sentence, 2);
    assert!(!folder.0.join("x.toml").exists());
}

#[test]
fn the_comments_are_in_the_language_of_the_user() {
    let folder = Folder::new("new-ky");
    let output = folder.kurultai(&["new", "a.toml", "--title", "Суу", "--ui-lang", "ky"]);
    assert_eq!(output.code, Some(0), "{output:?}");
    assert!(read(&folder, "a.toml").contains("\n# Залдар: ар бирине бирден таблица.\n# [[rooms]]\n"));
}

#[test]
fn a_spreadsheet_becomes_an_event_file() {
    let folder = Folder::new("new-from");
    folder.file("talks.csv", "Title;Date;Start;End;Room;Speakers\nSoil;14.05.2027;9:00 AM;09:45;Hall;Ann Lee\nRain;14.05.2027;soon;;Hall;\n");
    let notes = "talks.csv: 1 problem in this file; `kurultai check` shows it.\nday-of-water.toml: written. Fill it in with an editor; `kurultai check day-of-water.toml` finds mistakes, `kurultai day-of-water.toml` shows it.\nevent.schema.json: written; editors use it to complete and explain the keys.\n";
    let arguments = [
        "new",
        "--from",
        "talks.csv",
        "--title",
        "Day of Water",
        "--venue-tz",
        "Bishkek",
        "--language",
        "en",
    ];
    check(&folder.kurultai(&arguments), "", notes, 0);
    let text = "#:schema ./event.schema.json\ntitle = \"Day of Water\"\ntimezone = \"Asia/Bishkek\"\nlanguage = \"en\"\n\n[[agenda]]\ntitle = \"Soil\"\ndate = 2027-05-14\nstart = \"09:00\"\nend = \"09:45\"\nroom = \"Hall\"\nspeakers = [\"Ann Lee\"]\n\n[[agenda]]\ntitle = \"Rain\"\ndate = 2027-05-14\nroom = \"Hall\"\n";
    assert_eq!(read(&folder, "day-of-water.toml"), text);
    check(&folder.kurultai(&["check", "day-of-water.toml"]), "", "day-of-water.toml: no problems.\n", 0);
    let problem = "talks.csv:3:17: error[bad-time]: `soon` is not a valid time.";
    assert!(folder.kurultai(&["check", "talks.csv"]).out.starts_with(problem));
}
