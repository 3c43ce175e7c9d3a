//! `kurultai plan …`: plans as text, as JSON and as files, with whole outputs.

#[path = "plan/kept.rs"]
mod kept;
#[path = "plan/shared.rs"]
mod shared;

use super::*;

const DAY: &str = "title = 'Rivers'\nid = 'rivers'\nlanguage = 'en'\ntimezone = 'Europe/Berlin'\n\
    start = 2025-02-01\nend = 2025-02-02\n\
    agenda = [\n\
    { id = '1', title = 'Opening', date = 2025-02-01, start = '09:00', end = '09:30', room = 'Hall', speakers = ['A', 'B'] },\n\
    { id = '2', title = 'Ice', date = 2025-02-01, start = '10:00', end = '11:00', room = 'Hall' },\n\
    { id = '3', title = 'Dams', date = 2025-02-01, start = '10:30', end = '11:30', room = 'Yard' },\n\
    { id = '4', title = 'Fish', date = 2025-02-01, start = '14:00', end = '14:30', status = 'cancelled' },\n\
    { id = '5', title = 'Maps', date = 2025-02-01, start = '12:30', end = '13:30' },\n\
    { id = '6', title = 'Birds', date = 2025-02-02 },\n\
    { id = '7', title = 'Weather' },\n\
    { id = '8', title = 'Maps', date = 2025-02-02, start = '09:00', end = '10:00', same_as = '5' },\n\
    ]\n";
const PLAN: &str = "format = 1\nconference = 'rivers'\ntitle = 'Rivers'\n\
    picks = [\n\
    { id = '1', level = 'must' }, { id = '2', level = 'must' }, { id = '3', level = 'maybe' },\n\
    { id = '4', level = 'maybe' }, { id = '5' }, { id = '6' }, { title = 'Weather' },\n\
    { id = '9', level = 'maybe', title = 'Snow', date = 2025-02-02, start = '15:00', duration = '45m', rooms = ['*'], people = ['C'] },\n\
    ]\n\
    notes = [{ id = '2', text = \"Sit in front.\\nAsk.\" }, { id = '9', text = 'why?' }, { id = '8', text = 'again' }]\n\
    busy = [{ date = 2025-02-01, start = '12:00', end = '13:00', title = 'Lunch' }]\n\
    muted = [{ room = 'Yard' }, { track = 'Boats' }, { id = '3', title = 'Dams' }]\n";

/// Returns a folder with a schedule and the user's files.
pub(super) fn rivers(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("day.toml", DAY);
    folder
}

impl Folder {
    /// Runs the app with the user's files in this folder.
    pub(super) fn own(&self, arguments: &[&str]) -> RunOutput {
        let mut command = command(arguments);
        for name in ["DATA", "STATE", "CONFIG", "CACHE"] {
            command.env(format!("XDG_{name}_HOME"), self.0.join(name.to_lowercase()));
        }
        RunOutput::from(command.current_dir(&self.0).env("HOME", &self.0).output().expect("the program runs"))
    }

    /// Writes the user's own plan for the schedule.
    pub(super) fn own_plan(&self, text: &str) -> &Self {
        fs::create_dir_all(self.0.join("data/kurultai/plans")).expect("a folder");
        self.file("data/kurultai/plans/rivers.toml", text)
    }

    pub(super) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("a file")
    }
}

/// Returns the sentence about the unreadable part of a file.
pub(super) fn damaged(path: &str, line: usize) -> String {
    use kurultai::{i18n::Locale, presenter::store_warning, store::StoreWarning};
    use kurultai_schedule::text::SafeText;
    store_warning(&StoreWarning::Damaged { path: SafeText::line(path), line }, &Locale::english()) + "\n"
}

#[test]
fn a_plan_is_shown_by_days() {
    let folder = rivers("plan-show");
    folder.own_plan(PLAN);
    let expected = "\
Rivers

Sat 1 Feb
─────────
09:00–09:30  ★ Opening · must
    Hall · A, B
09:30–10:00  30 min free
10:00–11:00  ★ Ice · must
    Hall
    ! overlaps “Dams” by 30 min: leave out “Dams”: it is only a maybe
    Note: Sit in front.
    Ask.
10:30–11:30  ☆ Dams · maybe
    Yard
    ! overlaps “Ice” (must) by 30 min: leave out “Dams”: it is only a maybe
11:30–12:00  30 min free
12:00–13:00  Lunch · your own time
12:30–13:30  ★ Maps · must
    ! overlaps “Lunch” (your own time) by 30 min: “Maps” has a repeat that fits:
    Sun 2 Feb 09:00
14:00–14:30  ☆ Fish · maybe · cancelled

Sun 2 Feb
─────────
★ Birds · must

Day not announced
─────────────────
★ Weather · must

No longer in the schedule
─────────────────────────
☆ Snow · maybe
    Sun 2 Feb, 15:00–15:45 (45 min) · all rooms · C
    Note: why?

Notes on other sessions
───────────────────────
Maps
    Sun 2 Feb, 09:00–10:00 (1 h)
    Note: again

Hidden
──────
room “Yard”
track “Boats”
“Dams”
";
    check(&folder.own(&["plan", "show", "day.toml"]), expected, "", 0);
    folder.file("other.toml", PLAN).own_plan("");
    check(&folder.own(&["plan", "show", "--plan", "other.toml", "day.toml"]), expected, "", 0);
    let narrow = folder.own(&["plan", "show", "--plan=other.toml", "--width", "30", "day.toml"]).out;
    assert!(narrow.lines().all(|line| kurultai_schedule::text::width(line) <= 30), "{narrow}");
}

#[test]
fn a_plan_is_shown_in_the_language_that_is_asked_for() {
    let folder = rivers("plan-languages");
    folder.file(
        "plan.toml",
        "[[picks]]\nid = '1'\n[[notes]]\nid = '8'\ntext = 'x'\n[[muted]]\nroom = 'Hall'\n",
    );
    let show = |lang| folder.own(&["plan", "show", "--plan", "plan.toml", "--ui-lang", lang, "day.toml"]);
    let kyrgyz = "Rivers\n\n1-фев., ишм.\n────────────\n09:00–09:30  ★ Opening · сөзсүз\n    Hall · A, B\n\n\
        Башка сессияларга эскертмелер\n─────────────────────────────\nMaps\n    2-фев., жек., 09:00–10:00 (1 саат)\n    Эскертме: x\n\n\
        Жашырылган\n──────────\nзал «Hall»\n";
    check(&show("ky"), kyrgyz, "", 0);
    assert!(show("ru").out.ends_with("\nЗаметки к другим сессиям\n────────────────────────\nMaps\n    вс, 2 февр., 09:00–10:00 (1 ч)\n    Заметка: x\n\nСкрыто\n──────\nзал «Hall»\n"), "{}", show("ru").out);
}

#[test]
fn scripts_get_the_plan_as_one_object() {
    let folder = rivers("plan-json");
    folder.own_plan(PLAN);
    let result = folder.own(&["plan", "show", "--format", "json", "day.toml"]);
    assert_eq!((result.err.as_str(), result.code), ("", Some(0)));
    let plan: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let keys: Vec<&String> = plan.as_object().expect("an object").keys().collect();
    assert_eq!(keys.len(), 6, "{keys:?}");
    assert_eq!((&plan["file"], &plan["title"]), (&"day.toml".into(), &"Rivers".into()));
    let days = plan["days"].as_array().expect("days");
    let result = |day: &serde_json::Value| {
        let entries = day["entries"].as_array().expect("entries").iter();
        let entries = entries.map(|entry| match entry["type"].as_str() {
            Some("session") => format!("{} {}", entry["level"], entry["session"]["id"]),
            _ => entry.to_string(),
        });
        entries.collect::<Vec<_>>().join(" ").replace('"', "")
    };
    let day = "must 1 {type:free,start:2025-02-01T09:30:00+01:00,end:2025-02-01T10:00:00+01:00,minutes:30} must 2 maybe 3 \
        {type:free,start:2025-02-01T11:30:00+01:00,end:2025-02-01T12:00:00+01:00,minutes:30} \
        {type:busy,title:Lunch,start:2025-02-01T12:00:00+01:00,end:2025-02-01T13:00:00+01:00} must 5 maybe 4";
    assert_eq!(days.iter().map(result).collect::<Vec<_>>(), [day, "must 6", "must 7"]);
    let ice = &days[0]["entries"][2];
    let collision = serde_json::json!({
        "with": { "type": "session", "id": "3", "name": "Dams" }, "minutes": 30, "walk": null,
        "text": "overlaps “Dams” by 30 min", "advice": "leave out “Dams”: it is only a maybe"
    });
    assert_eq!(
        (&ice["note"], &ice["collisions"]),
        (&"Sit in front.\nAsk.".into(), &[collision].to_vec().into())
    );
    let gone = &plan["gone"][0];
    assert_eq!(
        (&gone["level"], &gone["notes"][0], &gone["session"]["title"], &gone["session"]["start"]),
        (&"maybe".into(), &"why?".into(), &"Snow".into(), &"2025-02-02T15:00:00+01:00".into())
    );
    assert_eq!(
        (&plan["notes"][0]["text"], &plan["notes"][0]["session"]["id"]),
        (&"again".into(), &"8".into())
    );
    assert_eq!(plan["muted"][1], serde_json::json!({ "type": "track", "name": "Boats" }));
    assert_eq!(plan["muted"][2]["session"]["id"], "3");
}

#[test]
fn solve_prints_the_kept_picks_and_reasons() {
    let folder = rivers("plan-solve");
    folder.own_plan(PLAN);
    let expected = "\
Rivers

Sat 1 Feb
─────────
09:00–09:30  ★ Opening · must
    Hall · A, B
10:00–11:00  ★ Ice · must
    Hall

Sun 2 Feb
─────────
09:00–10:00  ★ Maps · must
    “Maps” is moved to its repeat: Sun 2 Feb 09:00
★ Birds · must

Day not announced
─────────────────
★ Weather · must

Left out
────────
“Dams” is left out: overlaps “Ice” (must) by 30 min
“Fish” is left out: cancelled
";
    check(&folder.own(&["plan", "solve", "day.toml"]), expected, "", 0);
    assert_eq!(folder.read("data/kurultai/plans/rivers.toml"), PLAN, "nothing is changed");
    let result = folder.own(&["plan", "solve", "--format=json", "day.toml"]);
    let solution: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let ids = |of: &str| -> Vec<(String, String)> {
        let id = |session: &serde_json::Value| session["id"].to_string().replace('"', "");
        let other = if of == "kept" { "instead_of" } else { "collisions" };
        let list = solution[of].as_array().expect("a list").iter();
        list.map(|one| {
            (id(&one["session"]), if other == "kept" { String::new() } else { id(&one["instead_of"]) })
        })
        .collect()
    };
    let pair = |(one, other): (&str, &str)| (one.to_owned(), other.to_owned());
    assert_eq!(
        ids("kept"),
        [("1", "null"), ("2", "null"), ("8", "5"), ("6", "null"), ("7", "null")].map(pair)
    );
    assert_eq!(solution["exact"], true);
    let left = &solution["left_out"];
    assert_eq!((&left[0]["held"], &left[1]["held"]), (&true.into(), &false.into()));
    assert_eq!(left[0]["collisions"][0]["with"]["id"], "2");
    assert_eq!(left[0]["text"], "“Dams” is left out: overlaps “Ice” (must) by 30 min");
}

#[test]
fn plans_are_listed_from_their_files_alone() {
    let folder = rivers("plan-list");
    check(&folder.own(&["plan", "show"]), "", "There are no plans yet.\n", 0);
    folder.own_plan(PLAN).file("data/kurultai/plans/b.toml", "conference = 'b'\n[[picks]]\nid = '1'\n");
    folder.file("data/kurultai/plans/b.toml.lock", "").file("data/kurultai/plans/b.toml.damaged-1", "x");
    let path = |name: &str| folder.0.join("data/kurultai/plans").join(name).to_string_lossy().into_owned();
    let width = ["plan", "show", "--width", "500"];
    let list = format!("b · 1 pick\n    {}\nRivers · 8 picks\n    {}\n", path("b.toml"), path("rivers.toml"));
    check(&folder.own(&width), &list, "", 0);
    let result = folder.own(&["plan", "show", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let rivers = serde_json::json!({
        "file": path("rivers.toml"), "title": "Rivers", "conference": "rivers",
        "picks": 8, "must": 5, "notes": 3, "busy": 1, "muted": 3
    });
    assert_eq!((list.as_array().map(Vec::len), &list[1]), (Some(2), &rivers));
}

#[test]
fn an_empty_plan_is_one_sentence() {
    let folder = rivers("plan-empty");
    let empty = "The plan for “Rivers” is empty.\n";
    for command in ["show", "solve", "export"] {
        check(&folder.own(&["plan", command, "day.toml"]), "", empty, 0);
    }
    let result = folder.own(&["plan", "show", "--format", "json", "day.toml"]);
    assert_eq!((result.err.as_str(), result.code), (empty, Some(0)));
    assert!(result.out.contains("\"days\": []"), "{}", result.out);
    folder.own_plan("[[busy]]\ndate = 2025-02-01\nstart = '12:00'\nend = '13:00'\n");
    check(&folder.own(&["plan", "solve", "day.toml"]), "", "No session of this schedule is picked.\n", 0);
}

#[test]
fn files_that_are_not_plans_are_rejected() {
    let folder = rivers("plan-refused");
    folder.file("binary", [0, 159, 146, 150]);
    for (arguments, err) in [
        (&["plan", "show", "no.toml"][..], "no.toml: no such file.\n"),
        (&["plan", "show", "--plan", "no.toml", "day.toml"], "no.toml: no such file.\n"),
        (
            &["plan", "show", "--plan", "day.toml", "day.toml"],
            "day.toml: not a plan file, which would have `[[picks]]`.\n",
        ),
        (&["plan", "merge", "binary"], "binary: not a plan file, which would have `[[picks]]`.\n"),
        (
            &["plan", "import", "--plan", "day.toml", "day.toml", "day.toml"],
            "day.toml: not a plan file, which would have `[[picks]]`.\n",
        ),
        (
            &["plan", "compare", "binary"],
            "Give two plan files; or one and, with `--in`, the schedule, to compare it with your own plan.\n",
        ),
    ] {
        check(&folder.own(arguments), "", err, 2);
    }
    assert_eq!(folder.read("day.toml"), DAY);
    for arguments in [&["plan"][..], &["plan", "sow"], &["plan", "solve"], &["plan", "show", "--plan", "a"]] {
        let result = folder.own(arguments);
        assert_eq!((result.out.as_str(), result.code), ("", Some(2)), "{arguments:?}");
    }
    let mut homeless = command(&["plan", "show", "day.toml"]);
    for name in
        ["HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"]
    {
        homeless.env_remove(name);
    }
    let result = RunOutput::from(homeless.current_dir(&folder.0).output().expect("the program runs"));
    check(
        &result,
        "",
        "There is no home folder (HOME is not set), so no plan and no library can be saved.\n",
        2,
    );
}

#[test]
fn a_damaged_plan_gives_what_can_be_read_and_a_sentence() {
    let folder = rivers("plan-damaged");
    let text = "[[picks]]\nid = '1'\n\n[[picks]]\nid = '2\n\n[[picks]]\nid = '6'\n";
    folder.own_plan(text).file("plan.toml", text);
    let shown = "Rivers\n\nSat 1 Feb\n─────────\n09:00–09:30  ★ Opening · must\n    Hall · A, B\n\n\
        Sun 2 Feb\n─────────\n★ Birds · must\n";
    let path = folder.0.join("data/kurultai/plans/rivers.toml");
    check(&folder.own(&["plan", "show", "day.toml"]), shown, &damaged(&path.to_string_lossy(), 5), 0);
    check(
        &folder.own(&["plan", "show", "--plan", "plan.toml", "day.toml"]),
        shown,
        &damaged("plan.toml", 5),
        0,
    );
    assert_eq!(folder.read("plan.toml"), text);
    let merged =
        "format = 1\n\n[[picks]]\nlevel = \"must\"\nid = \"1\"\n\n[[picks]]\nlevel = \"must\"\nid = \"6\"\n";
    check(&folder.own(&["plan", "merge", "plan.toml"]), merged, &damaged("plan.toml", 5), 0);
}
