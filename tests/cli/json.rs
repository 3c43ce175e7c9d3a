//! docs/JSON.md has exactly the keys that are printed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;

/// A schedule with at least one of everything that `everything.toml` lacks.
const RIVERS: &str = "title = 'Rivers'\nlanguage = 'en'\ntimezone = 'Europe/Brussels'\ndate = 2025-02-01\n\
    walking = { same = 20, other = 30 }\nvenue = { name = 'Mill' }\nlinks = [{ url = 'https://example.org/a' }]\n\
    days = [{ date = 2025-02-01 }]\ntracks = [{ name = 'Ice' }]\n\
    rooms = [{ name = 'Hall', building = 'A' }, { name = 'Yard', building = 'B' }]\npeople = [{ name = 'Anna' }]\norganizers = [{ name = 'Club' }]\n\
    tiers = [{ name = 'Gold' }]\nsponsors = [{ name = 'Mill' }]\ndelegations = [{ name = 'Coast' }]\ninfo = [{ title = 'Wi-Fi' }]\n\
    agenda = [\n\
    { id = '1', title = 'Opening', start = '09:00', end = '10:00', room = 'Hall', people = ['Anna'], attachments = [{ url = 'https://example.org/b' }] },\n\
    { id = '2', title = 'Ice', start = '09:30', end = '10:30', room = 'Hall' },\n\
    { id = '3', title = 'Dams', start = '10:35', end = '11:00', room = 'Yard' },\n\
    { id = '4', title = 'Maps', start = '15:00', end = '16:00', room = 'Yard' },\n\
    ]\n";
const PLAN: &str = "conference = 'r'\n[[picks]]\nid = '1'\n[[picks]]\nid = '2'\nlevel = 'maybe'\n[[picks]]\nid = '3'\n[[picks]]\nid = '4'\n\
    [[picks]]\nid = '9'\ntitle = 'Fog'\n[[notes]]\nid = '8'\ntitle = 'Rain'\ntext = 'n'\n[[muted]]\nroom = 'Shed'\n[[muted]]\nid = '7'\ntitle = 'Mud'\n\
    [[busy]]\ndate = 2025-02-01\nstart = '09:15'\nend = '09:20'\n";

/// Returns the keys documented below each third-level heading of the page.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/JSON.md")).expect("a page");
    let sections = page.split("\n### ").skip(1).map(|section| {
        let section = section.split("\n## ").next().unwrap_or_default();
        let (name, rest) = section.split_once('\n').expect("a heading");
        let keys = rest.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        (name.to_owned(), keys.map(str::to_owned).collect())
    });
    sections.collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().cloned().collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a line for each section of the page")]
fn every_key_is_on_the_page_and_every_key_of_the_page_is_printed() {
    let folder = Folder::new("json");
    folder
        .file("r.toml", RIVERS)
        .file("p.toml", PLAN)
        .file("q.toml", "[[picks]]\nid = '1'\n[[picks]]\nid = '4'\n[[picks]]\nid = '6'\ntitle = 'Dew'\n");
    folder
        .file("s.toml", RIVERS.replace("'15:00'", "'15:30'"))
        .file("bad.toml", "title = 'B'\n[[agenda]]\ntitle = 'A'\nstart = 9:30\n");
    let answer_of = |arguments: &[&str]| -> Value {
        let result = folder.kurultai(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&result.out)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}{}", result.out, result.err))
    };
    assert_eq!(folder.kurultai(&["add", "r.toml"]).code, Some(0));
    assert_eq!(folder.kurultai(&["plan", "import", "r.toml", "p.toml"]).code, Some(0));
    let pages = documented();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut check_keys = |name: &'static str, value: &Value| {
        let printed = keys(value);
        let mut expected = pages.get(name).unwrap_or_else(|| panic!("no section {name}")).clone();
        if ["Session in full", "Session hit", "Session with pick"].contains(&name) {
            expected.extend(pages["Session"].iter().cloned());
        }
        assert_eq!(printed, expected, "{name}");
        seen.insert(name);
    };

    let show = answer_of(&["show", "r.toml"]);
    check_keys("Schedule", &show);
    for (name, list) in [
        ("Day", "days"),
        ("Room", "rooms"),
        ("Track", "tracks"),
        ("Person", "people"),
        ("Session in full", "sessions"),
        ("Organizer", "organizers"),
        ("Tier", "tiers"),
        ("Sponsor", "sponsors"),
        ("Delegation", "delegations"),
        ("Info", "info"),
    ] {
        check_keys(name, &show[list][0]);
    }
    check_keys("Conference", &show["conference"]);
    check_keys("Venue", &show["conference"]["venue"]);
    check_keys("Walking", &show["conference"]["walking"]);
    check_keys("Link", &show["conference"]["links"][0]);
    check_keys("Attachment", &show["sessions"][0]["attachments"][0]);
    check_keys("Participant", &show["sessions"][0]["participants"][0]);
    check_keys("Counts", &show["diagnostics"]);

    let check = answer_of(&["check", "bad.toml", "none.toml"]);
    check_keys("Check", &check);
    check_keys("Checked file", &check["files"][0]);
    check_keys("Checked file", &check["files"][1]);
    check_keys("Diagnostic", &check["files"][0]["diagnostics"][0]);

    let explanation = answer_of(&["check", "--explain", "bad-time"]);
    check_keys("Explanation", &explanation);
    check_keys("Example", &explanation["bad"]);
    check_keys("Example", &explanation["good"]);
    check_keys("Diagnostic", &explanation["bad"]["diagnostics"][0]);

    let search = answer_of(&["search", "ice", "r.toml"]);
    check_keys("Search", &search);
    check_keys("Searched event", &search["events"][0]);
    let hits = search["events"][0]["hits"].as_array().expect("hits");
    for hit in hits {
        check_keys(if hit["type"] == "session" { "Session hit" } else { "Other hit" }, hit);
    }

    let now = answer_of(&["now", "--now", "2025-02-01T08:45", "r.toml"]);
    check_keys("Event now", &now[0]);
    check_keys("Plan now", &now[0]["plan"]);
    check_keys("Room now", &now[0]["rooms"][0]);
    check_keys("Session with pick", &now[0]["rooms"][0]["next"]);

    check_keys("Listed event", &answer_of(&["list"])[0]);
    let diff = answer_of(&["diff", "r.toml", "s.toml"]);
    check_keys("Change", &diff[0]);
    check_keys("Session", &diff[0]["was"]);
    check_keys("Session", &diff[0]["is"]);

    check_keys("Listed plan", &answer_of(&["plan", "show"])[0]);
    let plan = answer_of(&["plan", "show", "r.toml"]);
    check_keys("Plan", &plan);
    check_keys("Plan day", &plan["days"][0]);
    for entry in plan["days"][0]["entries"].as_array().expect("entries") {
        let (session, busy) = (entry["type"] == "session", entry["type"] == "busy");
        check_keys(
            if session {
                "Picked session"
            } else if busy {
                "Busy time"
            } else {
                "Free time"
            },
            entry,
        );
        for collision in entry["collisions"].as_array().into_iter().flatten() {
            check_keys("Collision", collision);
            check_keys(
                if collision["with"]["type"] == "busy" { "Busy time" } else { "Colliding session" },
                &collision["with"],
            );
            if !collision["walk"].is_null() {
                check_keys("Walk", &collision["walk"]);
            }
        }
    }
    check_keys("Gone pick", &plan["gone"][0]);
    check_keys("Other note", &plan["notes"][0]);
    for hidden in plan["muted"].as_array().expect("a list") {
        check_keys(if hidden["type"] == "session" { "Muted session" } else { "Muted name" }, hidden);
    }
    let solution = answer_of(&["plan", "solve", "r.toml"]);
    check_keys("Solution", &solution);
    check_keys("Kept pick", &solution["kept"][0]);
    check_keys("Left out pick", &solution["left_out"][0]);
    check_keys("Collision", &solution["left_out"][0]["collisions"][0]);
    let comparison = answer_of(&["plan", "compare", "p.toml", "q.toml"]);
    check_keys("Comparison", &comparison);
    check_keys("Common pick", &comparison["both"][0]);
    check_keys("Single pick", &comparison["only_first"][0]);
    check_keys("Single pick", &comparison["only_second"][0]);

    let left: Vec<&String> = pages.keys().filter(|name| !seen.contains(name.as_str())).collect();
    assert_eq!(left, Vec::<&String>::new(), "sections that nothing prints");
}

#[test]
fn show_has_the_whole_schedule() {
    let folder = Folder::new("json-show");
    folder.file("r.toml", RIVERS);
    let read = |arguments: &[&str]| -> Value {
        serde_json::from_str(&folder.kurultai(arguments).out).expect("JSON")
    };
    let show = read(&["show", "--format", "json", "r.toml"]);
    assert_eq!(show["conference"]["time_zone"], "Europe/Brussels");
    assert_eq!(
        show["conference"]["walking"],
        serde_json::json!({ "same_building": 20, "other_building": 30 })
    );
    let opening = &show["sessions"][0];
    assert_eq!(opening["start"], "2025-02-01T09:00:00+01:00");
    assert_eq!((&opening["room_indexes"][0], &opening["rooms"][0]), (&0.into(), &"Hall".into()));
    assert_eq!(
        opening["participants"],
        serde_json::json!([{ "name": "Anna", "person_index": 0, "role": null }])
    );
    assert_eq!(show["diagnostics"], serde_json::json!({ "errors": 0, "warnings": 1, "hints": 0 }));
    let tokyo = read(&["--tz", "Asia/Tokyo", "show", "--format", "json", "r.toml"]);
    assert_eq!(tokyo["sessions"][0]["start"], "2025-02-01T17:00:00+09:00");
    folder.file("f.toml", RIVERS.replace("timezone = 'Europe/Brussels'\n", ""));
    let floating = read(&["show", "--format", "json", "f.toml"]);
    assert_eq!(floating["sessions"][0]["start"], "2025-02-01T09:00:00");
}

#[test]
fn check_has_all_diagnostics_and_the_same_exit_code() {
    let folder = Folder::new("json-check");
    let session = |n: usize| format!("[[agenda]]\ntitle = 'S{n}'\nstart = '9.{n}x'\n");
    let sessions = (0..6).map(session).collect::<Vec<_>>().concat();
    folder.file("bad.toml", format!("title = 'B'\n{sessions}"));
    let result = folder.kurultai(&["check", "--format", "json", "bad.toml", "none.toml"]);
    let check: Value = serde_json::from_str(&result.out).expect("JSON");
    assert_eq!((result.err.as_str(), result.code), ("none.toml: no such file.\n", Some(2)));
    assert_eq!(check["files"][0]["diagnostics"].as_array().map(Vec::len), Some(6));
    let first = &check["files"][0]["diagnostics"][0];
    assert_eq!(
        (&first["code"], &first["line"], &first["column"]),
        (&"bad-time".into(), &4.into(), &9.into())
    );
    assert_eq!((&first["end_line"], &first["end_column"]), (&4.into(), &15.into()));
    assert_eq!(check["files"][1]["error"], "none.toml: no such file.");
    let fine = folder.file("fine.toml", "title = 'F'\ndate = 2025-02-01\n").kurultai(&[
        "check",
        "--format",
        "json",
        "fine.toml",
    ]);
    assert_eq!((fine.err.as_str(), fine.code), ("", Some(0)));
}

#[test]
fn explanations_have_the_examples_and_their_diagnostics() {
    let folder = Folder::new("json-explain");
    let read = |arguments: &[&str]| -> Value {
        let result = folder.kurultai(&[&["check", "--format", "json", "--explain"], arguments].concat());
        assert_eq!((result.err.as_str(), result.code), ("", Some(0)));
        serde_json::from_str(&result.out).expect("JSON")
    };
    assert_eq!(
        read(&["not-toml", "--lang", "ru"]),
        serde_json::json!({
            "code": "not-toml",
            "severity": "error",
            "meaning": "Строка записана не по правилам TOML, например это примечание без #. Она пропущена.",
            "bad": {
                "file": "event.toml",
                "text": "title = \"Pond days\"\nWe still have to ask the city.",
                "has_bytes": false,
                "diagnostics": [{
                    "code": "not-toml",
                    "severity": "error",
                    "line": 2,
                    "column": 1,
                    "end_line": 2,
                    "end_column": 31,
                    "session": null,
                    "message": "Эта строка — не `key = \"value\"` и не `[[table]]`.",
                    "help": ["Примечание начинается с #, текст в несколько строк пишется в \"\"\"…\"\"\"."],
                }],
            },
            "good": {
                "file": "event.toml",
                "text": "title = \"Pond days\"\n# We still have to ask the city.",
                "has_bytes": false,
                "diagnostics": [],
            },
        })
    );
    let without = read(&["bad-archive"]);
    assert_eq!((&without["bad"], &without["good"]), (&Value::Null, &Value::Null));
    let bytes = read(&["control-character"]);
    assert_eq!((&bytes["bad"]["has_bytes"], &bytes["good"]["has_bytes"]), (&true.into(), &false.into()));
}
