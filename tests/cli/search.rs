//! `kurultai search`.

use super::{Folder, check};

const EVENT: &str = "title = 'Days'\nstart = 2025-02-01\nend = 2025-02-02\ntimezone = 'Europe/Brussels'\nlanguage = 'en'\n\
    rooms = [{ id = 'a', name = 'Aula' }]\n\
    [[agenda]]\nid = '1'\nguid = 'g'\ntitle = { en = 'Rust', ky = 'Дат' }\ndate = 2025-02-01\nstart = '10:00'\nend = '10:30'\nroom = 'Aula'\n\
    track = 'T'\nkind = 'talk'\nlanguages = ['en']\nspeakers = ['A B']\nurl = 'https://example.org/1'\n\
    [[agenda]]\ntitle = 'Night of rust'\nday = 2025-02-01\nstart = '00:30'\nstatus = 'cancelled'\nroom = '*'\n\
    [[agenda]]\ntitle = 'Someday'\n";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    std::fs::create_dir_all(folder.0.join("events")).expect("a folder");
    folder.file("events/days.toml", EVENT);
    folder
}

#[test]
fn sessions_are_found_with_time_room_and_people() {
    let folder = folder("search");
    let rust = "Sat 1 Feb, 10:00–10:30 · Aula\n  Rust\n  A B\n";
    let night = "Sat 1 Feb, 00:30 – +1 · all rooms\n  Night of rust · cancelled\n";
    check(&folder.kurultai(&["search", "rust"]), &format!("{rust}\n{night}"), "", 0);
    check(&folder.kurultai(&["search", "rust room:aula", "events/days.toml"]), rust, "", 0);
    check(&folder.kurultai(&["search", "-rust"]), "Day not announced\n  Someday\n", "", 0);
}

#[test]
fn other_entities_are_found_under_their_kind() {
    let folder = folder("search-others");
    let result = folder.kurultai(&["search", "aula"]);
    check(&result, "Rooms\n  Aula\n\nSat 1 Feb, 10:00–10:30 · Aula\n  Rust\n  A B\n", "", 0);
    let result = folder.kurultai(&["search", "\"a b\""]);
    check(&result, "People\n  A B\n\nSat 1 Feb, 10:00–10:30 · Aula\n  Rust\n  A B\n", "", 0);
    check(
        &folder.kurultai(&["search", "\"a b\" -rust kind:talk"]),
        "",
        "Nothing found for “\"a b\" -rust kind:talk”.\n",
        0,
    );
}

#[test]
fn the_hour_is_that_of_the_venue() {
    let folder = folder("search-now");
    let rust = "Sat 1 Feb, 10:00–10:30 · Aula\n  Rust\n  A B\n";
    let at = |now: &str| folder.kurultai(&["search", "is:now", "--now", now]);
    check(&at("2025-02-01T10:00"), rust, "", 0);
    check(&at("2025-02-01T09:29:59Z"), rust, "", 0);
    check(&at("2025-02-01T09:30:00Z"), "", "Nothing found for “is:now”.\n", 0);
    let result = folder.kurultai(&["search", "is:now", "--now", "2025-02-01T10:00", "--tz", "Asia/Bishkek"]);
    let head = "Days · my time, Bishkek\n───────────────────────\n\n";
    check(&result, &format!("{head}Sat 1 Feb, 15:00–15:30 · Aula\n  Rust\n  A B\n"), "", 0);
}

#[test]
fn several_events_have_headings_and_share_values() {
    let folder = folder("search-several");
    folder.file(
        "events/early.toml",
        "title = 'Early'\ndate = 2024-05-01\n[[agenda]]\ntitle = 'Rust'\nroom = 'B'\n",
    );
    let result = folder.kurultai(&["search", "rust room:b,aula"]);
    check(
        &result,
        "Early\n─────\n\nWed 1 May · B\n  Rust\n\
         \nDays · Brussels time\n────────────────────\n\nSat 1 Feb, 10:00–10:30 · Aula\n  Rust\n  A B\n",
        "",
        0,
    );
    let result = folder.kurultai(&["search", "rust room:aulla"]);
    let mistake = "The schedule has no room `aulla`. Did you mean `Aula`?\n";
    check(&result, "", &format!("{mistake}Nothing found for “rust room:aulla”.\n"), 0);
}

#[test]
fn errors_in_queries_do_not_prevent_hits() {
    let folder = folder("search-mistakes");
    let rust = "Sat 1 Feb, 10:00–10:30 · Aula\n  Rust\n  A B\n";
    let result = folder.kurultai(&["search", "kind:talk after:25:00"]);
    check(&result, rust, "`25:00` is not a valid time; write `after:14:00`.\n", 0);
    check(
        &folder.kurultai(&["search", "after:25:00"]),
        "",
        "`25:00` is not a valid time; write `after:14:00`.\n",
        2,
    );
    let result = folder.kurultai(&["search", "after:25:00", "--lang", "ru"]);
    check(&result, "", "`25:00` — неверное время; напишите `after:14:00`.\n", 2);
    let nothing = "The query is empty; write words, or conditions such as `room:Janson`.\n";
    check(&folder.kurultai(&["search", " "]), "", nothing, 2);
    check(&folder.kurultai(&["search", "x", "no.toml"]), "", "no.toml: no such file.\n", 2);
    let result = folder.kurultai(&["search", "kind:talk", "no.toml", "events/days.toml"]);
    check(&result, rust, "no.toml: no such file.\n", 2);
}

#[test]
fn scripts_get_json_with_every_key() {
    let folder = folder("search-json");
    let result = folder.kurultai(&["search", "--format", "json", "rust", "--lang", "ky", "--ui-lang", "en"]);
    let expected = r#"{
  "query": "rust",
  "events": [
    {
      "file": "events/days.toml",
      "title": "Days",
      "hits": [
        {
          "type": "session",
          "excerpt": null,
          "picked": null,
          "id": "1",
          "guid": "g",
          "title": "Дат",
          "subtitle": null,
          "day": "2025-02-01",
          "start": "2025-02-01T10:00:00+01:00",
          "end": "2025-02-01T10:30:00+01:00",
          "minutes": 30,
          "rooms": [
            "Aula"
          ],
          "track": "T",
          "kind": "talk",
          "status": null,
          "languages": [
            "en"
          ],
          "people": [
            "A B"
          ],
          "url": "https://example.org/1"
        },
        {
          "type": "session",
          "excerpt": null,
          "picked": null,
          "id": null,
          "guid": null,
          "title": "Night of rust",
          "subtitle": null,
          "day": "2025-02-01",
          "start": "2025-02-02T00:30:00+01:00",
          "end": null,
          "minutes": null,
          "rooms": [
            "*"
          ],
          "track": null,
          "kind": null,
          "status": "cancelled",
          "languages": [],
          "people": [],
          "url": null
        }
      ]
    }
  ]
}
"#;
    check(&result, expected, "", 0);
    let result = folder.kurultai(&["search", "--format", "json", "aula"]);
    let hit = "\"hits\": [\n        {\n          \"type\": \"room\",\n          \"excerpt\": null,\n          \"id\": \"a\",\n          \"name\": \"Aula\"\n        },";
    assert!(result.out.contains(hit), "{}", result.out);
    let result = folder.kurultai(&["search", "--format", "json", "nothing \"so\""]);
    let empty = "{\n  \"query\": \"nothing \\\"so\\\"\",\n  \"events\": [\n    {\n      \"file\": \"events/days.toml\",\n      \
        \"title\": \"Days\",\n      \"hits\": []\n    }\n  ]\n}\n";
    check(&result, empty, "Nothing found for “nothing \"so\"”.\n", 0);
}

#[test]
fn no_events_is_an_error() {
    let folder = Folder::new("search-nowhere");
    let result = folder.kurultai(&["search", "x"]);
    assert_eq!((result.out.as_str(), result.code), ("", Some(2)));
    assert!(result.err.starts_with("No events here. An event is a TOML file"), "{}", result.err);
}

const TALKS: &str = "title = 'Talks'\nid = 'talks'\ndate = 2025-02-01\nlanguage = 'en'\n\
    [[agenda]]\nid = '1'\ntitle = 'Clouds'\nstart = '10:00'\nend = '11:00'\ndescription = 'How *Kubernetes* is run on bare hills.'\n\
    [[agenda]]\nid = '2'\ntitle = 'Kubernetes for herds'\nstart = '12:00'\nend = '13:00'\nroom = 'Yard'\n\
    [[agenda]]\nid = '3'\ntitle = 'Herds'\nstart = '10:30'\nend = '11:30'\n\
    [[people]]\nname = 'A B'\nbio = 'Brought kubernetes to the pastures.'\n";

#[test]
fn the_best_hit_comes_first_and_prose_has_an_excerpt() {
    let folder = Folder::new("search-ranked");
    folder.file("talks.toml", TALKS);
    let herds = "Sat 1 Feb, 12:00–13:00 · Yard\n  Kubernetes for herds\n";
    let expected = format!(
        "{herds}\nSat 1 Feb, 10:00–11:00\n  Clouds\n  How Kubernetes is run on bare hills.\n\n\
         People\n  A B\n    Brought kubernetes to the pastures.\n"
    );
    check(&folder.kurultai(&["search", "kubernetes", "talks.toml"]), &expected, "", 0);
    // One typo is allowed in a word of a title or name.
    check(&folder.kurultai(&["search", "kubernets", "talks.toml"]), herds, "", 0);
    check(&folder.kurultai(&["search", "kubernetes -clouds after:9", "talks.toml"]), herds, "", 0);
    let result = folder.kurultai(&["search", "--format", "json", "kubernetes", "talks.toml"]);
    let answer: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    let hits = answer["events"][0]["hits"].as_array().expect("hits");
    let excerpts: Vec<_> = hits.iter().map(|hit| (hit["type"].as_str(), hit["excerpt"].as_str())).collect();
    let expected = [
        (Some("session"), None),
        (Some("session"), Some("How Kubernetes is run on bare hills.")),
        (Some("person"), Some("Brought kubernetes to the pastures.")),
    ];
    assert_eq!(excerpts, expected);
}

#[test]
fn conditions_know_the_plan() {
    let folder = Folder::new("search-plan");
    folder.file("talks.toml", TALKS);
    let search = |query: &str| folder.kurultai(&["search", query, "talks.toml"]);
    let nothing = "You have no plan for what was searched; pick sessions in the app, or import a plan with `kurultai plan import`.\n";
    check(&search("is:picked"), "", &format!("{nothing}Nothing found for “is:picked”.\n"), 0);
    std::fs::create_dir_all(folder.0.join(".home/data/kurultai/plans")).expect("a folder");
    let plan = "picks = [{ id = '1' }]\nmuted = [{ id = '2' }]\n[[notes]]\nid = '3'\ntext = 'x'\n";
    folder.file(".home/data/kurultai/plans/talks.toml", plan);
    let clouds = "Sat 1 Feb, 10:00–11:00\n  ★ Clouds · must\n";
    let hidden = "Sat 1 Feb, 12:00–13:00 · Yard\n  Kubernetes for herds · hidden\n";
    let herds = "Sat 1 Feb, 10:30–11:30\n  Herds\n";
    check(&search("is:must"), clouds, "", 0);
    check(&search("is:free"), &format!("{clouds}\n{hidden}"), "", 0);
    check(&search("-is:free"), herds, "", 0);
    check(&search("is:noted"), herds, "", 0);
    // Hidden sessions are found and marked as hidden.
    check(&search("herds"), &format!("{herds}\n{hidden}"), "", 0);
    check(&search("herds -is:muted"), herds, "", 0);
    let result = folder.kurultai(&["search", "--format", "json", "is:picked", "talks.toml"]);
    assert!(result.out.contains("\"picked\": \"must\""), "{}", result.out);
}

#[test]
fn control_characters_are_escaped_in_json() {
    let folder = Folder::new("search-hostile");
    folder.file(
        "a.toml",
        "title = 'A'\n[[agenda]]\ntitle = \"x \\u200e\\u202ey\"\nurl = \"https://a/\\u009b\"\n",
    );
    let result = folder.kurultai(&["search", "--format", "json", "x", "a.toml"]);
    assert!(result.out.chars().all(|c| c == '\n' || !c.is_control()), "{}", result.out);
    assert!(!result.out.contains(['\u{200e}', '\u{202e}']), "{}", result.out);
}

#[test]
fn days_are_named_in_every_language_of_the_interface() {
    let folder = Folder::new("weekdays");
    folder.file("a.toml", "title = 'T'\nagenda = [{ title = 'Ice', date = 2025-02-01 }, { title = 'Fog', date = 2025-02-02 }]\n");
    for day in ["вс", "Воскресенье", "воскресенья", "жек.", "жекшемби", "sun"]
    {
        let result = folder.kurultai(&["search", &format!("day:{day}"), "a.toml"]);
        check(&result, "Sun 2 Feb\n  Fog\n", "", 0);
    }
}
