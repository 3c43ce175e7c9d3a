//! Shared plans: as files, as calendars, merged and compared.

use super::*;

const FOSDEM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/events/fosdem-2025-saturday.toml");
const ANNA: &str = "[[picks]]\nid = '6712'\n[[picks]]\nid = '5369'\nlevel = 'maybe'\n[[picks]]\nid = '6120'\n\
    [[busy]]\ndate = 2025-02-01\nstart = '12:00'\nend = '13:00'\ntitle = 'Lunch'\n\
    [[busy]]\ndate = 2025-02-01\nstart = '23:00'\nend = '01:00'\n";
/// Notes on two of these picks.
const NOTES: &str = "[[notes]]\nid = '6120'\ntext = '''Sit in front;\nbring, “the” paper.\n\nNote: \\\\ 1'''\n\
    [[notes]]\nid = '5369'\ntext = 'ask Ben'\n";
const BEN: &str = "[[picks]]\ntitle = 'Welcome to FOSDEM 2025'\nlevel = 'maybe'\n[[picks]]\nid = '5369'\n\
    [[picks]]\nid = '5649'\nlevel = 'maybe'\n[[notes]]\nid = '5649'\ntext = 'b'\n[[muted]]\nroom = 'Janson'\n";

/// Returns the ids of the picks, with a star for a must.
fn picked(plan: &str) -> String {
    let plan = kurultai::store::plan_file::read(plan).0;
    let mut picks: Vec<String> = plan
        .picks
        .iter()
        .map(|pick| {
            let star = if pick.priority == kurultai_schedule::model::Priority::Must { "*" } else { "" };
            format!("{}{star}", pick.session.id.as_deref().unwrap_or("?"))
        })
        .collect();
    picks.sort();
    picks.join(" ")
}

/// Returns the notes with the ids of their sessions, in the order of ids.
fn noted(plan: &str) -> Vec<(String, String)> {
    let plan = kurultai::store::plan_file::read(plan).0;
    let id = |note: &kurultai_schedule::model::Note| note.session.id.as_deref().unwrap_or("?").to_owned();
    let mut notes: Vec<_> = plan.notes.iter().map(|note| (id(note), note.text.to_string())).collect();
    notes.sort();
    notes
}

#[test]
fn a_calendar_brings_back_the_picks_that_it_was_made_of() {
    let folder = Folder::new("plan-round");
    folder.file("anna.toml", format!("{ANNA}{NOTES}"));
    let result = folder.own(&["plan", "export", "--plan", "anna.toml", "-o", "anna.ics", FOSDEM]);
    check(&result, "", "", 0);
    let again = folder.own(&["plan", "export", "--plan", "anna.toml", FOSDEM]);
    assert_eq!(again.out, folder.read("anna.ics"), "the same bytes");
    let result = folder.own(&["plan", "import", FOSDEM, "anna.ics"]);
    check(&result, "Added to the plan: 3 picks, 2 notes, 2 times of your own.\n", "", 0);
    let own = "data/kurultai/plans/fosdem-2025-saturday.toml";
    assert_eq!(picked(&folder.read(own)), "5369 6120* 6712*");
    assert_eq!(noted(&folder.read(own)), noted(NOTES));
    assert!(folder.read(own).contains("start = \"23:00\"\nend = \"01:00\"\nend_date = 2025-02-02\n"));
    let nothing = "Nothing new; the plan is unchanged.\n";
    let before = folder.read(own);
    check(&folder.own(&["plan", "import", FOSDEM, "anna.ics"]), nothing, "", 0);
    assert_eq!(folder.read(own), before);

    // Other apps may keep only the UID, or only page, title and start.
    let calendar = folder.read("anna.ics").replace("kurultai//EN", "other//EN");
    let lines = |kept: fn(&&str) -> bool| -> String {
        calendar.split_inclusive("\r\n").filter(kept).map(str::to_owned).collect()
    };
    folder.file(
        "uid.ics",
        lines(|line| {
            !line.starts_with("X-KURULTAI") && !line.starts_with("SUMMARY") && !line.starts_with("URL")
        }),
    );
    folder.file(
        "title.ics",
        lines(|line| !line.starts_with("X-KURULTAI") && !line.starts_with("UID") && !line.starts_with("URL")),
    );
    let import = |plan, calendar| folder.own(&["plan", "import", "--plan", plan, FOSDEM, calendar]);
    let unknown =
        "uid.ics: “15464820-df8b-5a51-8d45-5ae63ff35441” is not in the schedule and was not imported.\n";
    check(&import("uid.toml", "uid.ics"), "Added to the plan: 3 picks, 1 time of your own.\n", unknown, 0);
    let lunch = "title.ics: “Lunch” is not in the schedule and was not imported.\n\
        title.ics: “busy” is not in the schedule and was not imported.\n";
    check(&import("title.toml", "title.ics"), "Added to the plan: 3 picks.\n", lunch, 0);
    // All that is left of the maybe is that the session is tentative.
    assert_eq!(picked(&folder.read("uid.toml")), "5369 6120* 6712*");
    assert_eq!(picked(&folder.read("title.toml")), "5369* 6120* 6712*");
}

#[test]
fn a_calendar_does_not_change_the_priority_of_picks() {
    let folder = rivers("plan-listed");
    folder.own_plan("[[picks]]\nid = '2'\nlevel = 'maybe'\n");
    let event = |uid: &str, title: &str, start: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;TZID=Europe/Berlin:2025020{start}00\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        )
    };
    let events = [
        event("a@phone", "Ice", "1T1000"),
        event("b@phone", "opening", "1T0900"),
        event("c@phone", "Maps", "2T0900"),
        event("d@phone", "Dentist", "1T1600"),
    ];
    folder
        .file("phone.ics", format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", events.concat()));
    let result = folder.own(&["plan", "import", "day.toml", "phone.ics"]);
    let missing = "phone.ics: “Dentist” is not in the schedule and was not imported.\n";
    check(&result, "Added to the plan: 2 picks.\n", missing, 0);
    assert_eq!(picked(&folder.read("data/kurultai/plans/rivers.toml")), "1* 2 8*");
    let result = folder.own(&["plan", "import", "--ui-lang", "ru", "day.toml", "phone.ics"]);
    check(
        &result,
        "Ничего нового; план остался прежним.\n",
        "phone.ics: этого нет в программе, поэтому не взято: «Dentist».\n",
        0,
    );
}

#[test]
fn the_plan_of_another_is_added_and_nothing_is_lost() {
    let folder = rivers("plan-import");
    let own =
        "# mine\n\n[[picks]]\nid = '1'   # first\nlevel = 'maybe'\n\n[[notes]]\nid = '1'\ntext = 'mine'\n";
    folder.own_plan(own).file("friend.toml", PLAN).file("other.toml", "[[picks]]\nid = 'x'\ntitle = 'Y'\n");
    let result = folder.own(&["plan", "import", "day.toml", "friend.toml", "other.toml", "no.toml"]);
    let err = "friend.toml: “Snow” is no longer in the schedule; it is in the plan all the same.\n\
        other.toml: no session of this plan is in the schedule, so nothing was imported.\n\
        no.toml: no such file.\n";
    let new = "Added to the plan: 7 picks, 1 from maybe to must, 3 notes, 1 time of your own, 3 hidden.\n";
    assert_eq!((result.err.as_str(), result.code), (err, Some(2)));
    assert_eq!(result.out, new);
    let text = folder.read("data/kurultai/plans/rivers.toml");
    assert_eq!(picked(&text), "1* 2* 3 4 5* 6* 7* 9");
    assert!(
        text.starts_with("# mine\n\nformat = 1\nconference = \"rivers\"\ntitle = \"Rivers\"\n"),
        "{text}"
    );
    assert!(text.contains("text = 'mine'") && text.contains("id = '1'   # first"), "{text}");
    let result = folder.own(&["plan", "import", "day.toml", "friend.toml"]);
    assert_eq!(result.out, "Nothing new; the plan is unchanged.\n");
    assert_eq!(folder.read("data/kurultai/plans/rivers.toml"), text);
}

#[test]
fn an_exported_plan_is_the_same_merged_with_itself() {
    let folder = rivers("plan-toml");
    folder.own_plan(PLAN);
    let text = folder.own(&["plan", "export", "--to", "toml", "day.toml"]);
    assert_eq!((text.err.as_str(), text.code), ("", Some(0)));
    folder.file("out.toml", &text.out);
    check(&folder.own(&["plan", "merge", "out.toml", "out.toml"]), &text.out, "", 0);
    check(
        &folder.own(&["plan", "merge", "out.toml", "out.toml", "-o", "out.toml"]),
        "",
        "out.toml: this file already exists; `--force` replaces it.\n",
        2,
    );
    check(&folder.own(&["plan", "merge", "out.toml", "out.toml", "-o", "out.toml", "--force"]), "", "", 0);
    assert_eq!(folder.read("out.toml"), text.out);
    assert_eq!(
        folder.own(&["plan", "show", "day.toml"]),
        folder.own(&["plan", "show", "--plan", "out.toml", "day.toml"])
    );
}

#[test]
fn it_makes_no_difference_which_plan_is_merged_first() {
    let folder = rivers("plan-merge");
    folder.file("anna.toml", ANNA).file("ben.toml", BEN).file("c.toml", PLAN);
    let merged = folder.own(&["plan", "merge", "anna.toml", "ben.toml", "c.toml"]);
    assert_eq!((merged.err.as_str(), merged.code), ("", Some(0)));
    for order in [["ben.toml", "anna.toml", "c.toml"], ["c.toml", "ben.toml", "anna.toml"]] {
        assert_eq!(folder.own(&["plan", "merge", order[0], order[1], order[2]]), merged);
    }
    let result = folder.own(&["plan", "merge", "ben.toml", "anna.toml"]);
    let expected = "\
format = 1

[[picks]]
level = \"must\"
id = \"5369\"

[[picks]]
level = \"maybe\"
id = \"5649\"

[[picks]]
level = \"must\"
id = \"6120\"

[[picks]]
level = \"must\"
id = \"6712\"

[[picks]]
level = \"maybe\"
title = \"Welcome to FOSDEM 2025\"

[[notes]]
text = \"b\"
id = \"5649\"

[[busy]]
date = 2025-02-01
start = \"12:00\"
end = \"13:00\"
title = \"Lunch\"

[[busy]]
date = 2025-02-01
start = \"23:00\"
end = \"01:00\"
end_date = 2025-02-02

[[muted]]
room = \"Janson\"
";
    check(&result, expected, "", 0);
}

#[test]
fn two_plans_are_compared_by_the_sessions_of_the_schedule() {
    let folder = rivers("plan-compare");
    folder.file("a.toml", "[[picks]]\nid = '1'\n[[picks]]\nid = '2'\n[[picks]]\nid = 'z'\ntitle = 'Zoo'\n");
    folder.file("b.toml", "[[picks]]\ntitle = 'opening'\nlevel = 'maybe'\n[[picks]]\nid = '2'\n[[picks]]\ntitle = 'Dams'\nlevel = 'maybe'\n");
    let result = folder.own(&["plan", "compare", "--in", "day.toml", "a.toml", "b.toml"]);
    let expected = "\
In both plans
─────────────
Sat 1 Feb, 09:00–09:30 (30 min) · Opening · ★ must / ☆ maybe
Sat 1 Feb, 10:00–11:00 (1 h) · Ice · ★ must

Only in a.toml
──────────────
Zoo · ★ must · no longer in the schedule

Only in b.toml
──────────────
Sat 1 Feb, 10:30–11:30 (1 h) · Dams · ☆ maybe
";
    check(&result, expected, "", 0);
    folder.own_plan("[[picks]]\nid = '3'\n[[picks]]\nid = '7'\n");
    let result = folder.own(&["plan", "compare", "--in", "day.toml", "b.toml"]);
    let own = "\
In both plans
─────────────
Sat 1 Feb, 10:30–11:30 (1 h) · Dams · ★ must / ☆ maybe

Only in your own plan
─────────────────────
Weather · ★ must

Only in b.toml
──────────────
Sat 1 Feb, 09:00–09:30 (30 min) · Opening · ☆ maybe
Sat 1 Feb, 10:00–11:00 (1 h) · Ice · ★ must
";
    check(&result, own, "", 0);
    let result = folder.own(&["plan", "compare", "a.toml", "b.toml"]);
    let without = "\
In both plans
─────────────
2 · ★ must

Only in a.toml
──────────────
1 · ★ must
Zoo · ★ must

Only in b.toml
──────────────
Dams · ☆ maybe
opening · ☆ maybe
";
    check(&result, without, "", 0);
    folder.file("none.toml", "");
    check(
        &folder.own(&["plan", "compare", "none.toml", "none.toml"]),
        "",
        "Nothing is picked in these plans.\n",
        0,
    );
}

#[test]
fn scripts_get_the_comparison_as_one_object() {
    let folder = rivers("plan-compare-json");
    folder
        .file("a.toml", "[[picks]]\nid = '2'\n[[picks]]\nid = 'z'\n")
        .file("b.toml", "[[picks]]\nid = '2'\nlevel = 'maybe'\n");
    let compare = |arguments: &[&str]| -> serde_json::Value {
        let result =
            folder.own(&[&["plan", "compare", "--format", "json", "a.toml", "b.toml"], arguments].concat());
        serde_json::from_str(&result.out).expect("JSON")
    };
    let answer = compare(&["--in", "day.toml"]);
    assert_eq!((&answer["first"], &answer["second"]), (&"a.toml".into(), &"b.toml".into()));
    let both = &answer["both"][0];
    assert_eq!(
        (&both["first"], &both["second"], &both["gone"]),
        (&"must".into(), &"maybe".into(), &false.into())
    );
    assert_eq!(
        (&both["session"]["title"], &both["session"]["start"]),
        (&"Ice".into(), &"2025-02-01T10:00:00+01:00".into())
    );
    let only = &answer["only_first"][0];
    assert_eq!(
        (&only["session"]["id"], &only["gone"], &only["level"]),
        (&"z".into(), &true.into(), &"must".into())
    );
    assert_eq!(answer["only_second"], serde_json::json!([]));
    assert_eq!(compare(&[])["only_first"][0]["gone"], serde_json::Value::Null);
}

#[test]
fn diff_can_be_limited_to_the_plan() {
    let folder = rivers("plan-diff");
    let new = DAY.replace("start = '10:00', end = '11:00'", "start = '10:15', end = '11:15'");
    let new = new.replace("{ id = '7', title = 'Weather' },\n", "").replace("Birds", "Owls");
    folder.file("new.toml", new);
    let diff = |arguments: &[&str]| folder.own(&[&["diff"], arguments].concat());
    let all = diff(&["day.toml", "new.toml"]);
    assert!(all.out.starts_with("1 gone, 1 new time, 1 new title\n"), "{}", all.out);
    folder
        .own_plan("[[picks]]\nid = '2'\n[[picks]]\nid = '7'\ntitle = 'Weather'\n")
        .file("b.toml", "[[picks]]\nid = '6'\n");
    let own = "1 gone, 1 new time\n\nSat 1 Feb\n10:15  new time  Ice · 10:00–11:00 → 10:15–11:15\n\n\
        Day not announced\n       gone      Weather\n";
    check(&diff(&["--plan", "day.toml", "new.toml"]), own, "", 1);
    check(&diff(&["day.toml", "new.toml", "--plan"]), own, "", 1);
    let other = "1 new title\n\nSun 2 Feb\n       new title  Birds → Owls\n";
    check(&diff(&["day.toml", "new.toml", "--plan=b.toml"]), other, "", 1);
    folder.file("c.toml", "[[picks]]\nid = '1'\n");
    check(&diff(&["day.toml", "new.toml", "--plan=c.toml"]), "Nothing changed.\n", "", 0);
    check(&diff(&["day.toml", "new.toml", "--plan=no.toml"]), "", "no.toml: no such file.\n", 2);
}
