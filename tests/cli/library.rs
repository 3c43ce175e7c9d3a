//! The library: `kurultai add`, `list` and `remove`.

use kurultai::fetch::{Cache, CachedResponse, Policy, ScheduleUrl};

use super::*;

const FOSDEM: &str = "title = 'FOSDEM 2025'\nstart = 2025-02-01\nend = 2025-02-02\nvenue = { city = 'Brussels' }\n[[agenda]]\ntitle = 'Opening'\n";

/// Returns a folder with two events, and its path, with which every path in the library begins.
fn folder(name: &str) -> (Folder, String) {
    let folder = Folder::new(name);
    fs::create_dir(folder.0.join("far")).expect("a folder");
    folder.file("far/fosdem.toml", FOSDEM).file("far/day.toml", "title = 'Our day'\n");
    let path = folder.0.canonicalize().expect("a folder").to_string_lossy().into_owned();
    (folder, path)
}

#[test]
fn events_are_put_into_the_library_listed_and_taken_out() {
    let (folder, path) = folder("library");
    let empty = "The library is empty; `kurultai add FILE` adds an event.\n";
    check(&folder.kurultai(&["list"]), "", empty, 0);
    check(&folder.kurultai(&["list", "--format", "json"]), "[]\n", "", 0);
    let added = "far/day.toml: added to the library.\nfar/fosdem.toml: added to the library.\n";
    check(&folder.kurultai(&["add", "far/day.toml", "far/fosdem.toml"]), added, "", 0);
    let again = "./far/../far/day.toml: already in the library.\n";
    check(&folder.kurultai(&["add", "./far/../far/day.toml"]), again, "", 0);
    // Use a large width, because long paths would wrap.
    let fosdem =
        format!("FOSDEM 2025\n  Sat 1 – Sun 2 Feb 2025 · Brussels · 1 session · {path}/far/fosdem.toml\n");
    let list = format!("{fosdem}Our day\n  {path}/far/day.toml\n");
    check(&folder.kurultai(&["list", "--width", "300"]), &list, "", 0);
    check(&folder.kurultai(&["--width", "300"]), &list, "", 0);
    let removed = format!("{path}/far/day.toml: removed from the library; the file itself is kept.\n");
    check(&folder.kurultai(&["remove", "our DAY"]), &removed, "", 0);
    check(&folder.kurultai(&["--width", "300"]), &fosdem, "", 0);
    let removed = format!("{path}/far/fosdem.toml: removed from the library; the file itself is kept.\n");
    check(&folder.kurultai(&["remove", "far/fosdem.toml", "far/fosdem.toml"]), &removed, "", 0);
    check(&folder.kurultai(&["list"]), "", empty, 0);
}

#[test]
fn the_library_is_listed_with_the_events_beside() {
    let (folder, _) = folder("library-beside");
    folder.kurultai(&["add", "far/fosdem.toml"]);
    fs::create_dir(folder.0.join("events")).expect("a folder");
    folder.file("events/a.toml", "title = 'A'\ndate = 2024-05-01\n");
    let result = folder.kurultai(&["--width", "300"]);
    let titles: Vec<&str> = result.out.lines().step_by(2).collect();
    assert_eq!((titles, result.code), (vec!["A", "FOSDEM 2025"], Some(0)));
    assert_eq!(folder.kurultai(&["events"]).out.lines().count(), 2, "who names a place means that place");
}

#[test]
fn missing_files_are_reported() {
    let (folder, path) = folder("library-gone");
    folder.kurultai(&["add", "far/fosdem.toml", "far/day.toml"]);
    fs::remove_file(folder.0.join("far/day.toml")).expect("no file");
    let gone = format!(
        "{path}/far/day.toml: this file of the library no longer exists; `kurultai remove` removes it from the library.\n"
    );
    for command in [&["list", "--width", "300"][..], &["--width", "300"]] {
        let result = folder.kurultai(command);
        assert_eq!(
            (result.out.lines().next(), result.err, result.code),
            (Some("FOSDEM 2025"), gone.clone(), Some(0))
        );
    }
    let json: serde_json::Value =
        serde_json::from_str(&folder.kurultai(&["list", "--format", "json"]).out).expect("JSON");
    let expected = serde_json::json!([
        { "title": "FOSDEM 2025", "path": format!("{path}/far/fosdem.toml"), "start": "2025-02-01", "end": "2025-02-02",
            "city": "Brussels", "sessions": 1, "mistakes": 0, "error": null, "fetched_at": null },
        { "title": "Our day", "path": format!("{path}/far/day.toml"), "start": null, "end": null, "city": null,
            "sessions": null, "mistakes": null, "fetched_at": null, "error": format!("{path}/far/day.toml: no such file.") },
    ]);
    assert_eq!(json, expected);
    let removed = format!("{path}/far/day.toml: removed from the library; the file itself is kept.\n");
    check(&folder.kurultai(&["remove", "Our day"]), &removed, "", 0);
}

#[test]
fn errors_do_not_stop_the_remaining_arguments() {
    let (folder, path) = folder("library-refused");
    folder.file("two.toml", "title = 'Our day'\n");
    let result = folder.kurultai(&["add", "far/day.toml", "no.toml", "-", "two.toml"]);
    let added = "far/day.toml: added to the library.\ntwo.toml: added to the library.\n";
    let refused =
        "no.toml: no such file.\n-: this is not a file, and the library only stores paths of files.\n";
    check(&result, added, refused, 2);
    let result = folder.kurultai(&["remove", "Our day", "nothing", "two.toml"]);
    let removed = format!("{path}/two.toml: removed from the library; the file itself is kept.\n");
    let refused = "The library has several events “Our day”; give the file of the one you mean.\n\
        The library has no event “nothing”; `kurultai list` shows what it has.\n";
    check(&result, &removed, refused, 2);
    folder.file(".home/data/kurultai/library.toml", "[[events]]\npath = '/no/a.toml'\ntitle = 'x\n");
    let library = folder.0.join(".home/data/kurultai/library.toml");
    let result = folder.kurultai(&["list"]);
    let damaged =
        format!("{}: line 3 has an entry that cannot be read; everything else is used.\n", library.display());
    assert!(result.err.starts_with(&damaged), "{}", result.err);
    let result = folder.kurultai(&["add", "two.toml"]);
    let aside = format!(
        "{0}: part of it could not be read; the original file was kept as {0}.damaged-1.\n",
        library.display()
    );
    check(&result, "two.toml: added to the library.\n", &aside, 0);
}

#[test]
fn without_a_home_nothing_is_saved_with_an_error() {
    let (folder, _) = folder("library-homeless");
    let homeless = |arguments: &[&str]| {
        let mut command = command(arguments);
        for name in ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env_remove(name);
        }
        RunOutput::from(command.current_dir(&folder.0).output().expect("the program runs"))
    };
    let no_home = "There is no home folder (HOME is not set), so no plan and no library can be saved.\n";
    for arguments in [&["add", "far/day.toml"][..], &["list"], &["remove", "x"]] {
        check(&homeless(arguments), "", no_home, 2);
    }
    let list = "FOSDEM 2025\n  Sat 1 – Sun 2 Feb 2025 · Brussels · 1 session · far/fosdem.toml\n";
    check(&homeless(&["far"]), list, "1 other file\n", 0);
}

#[cfg(unix)]
#[test]
fn no_hostile_file_name_reaches_a_stream() {
    let (folder, _) = folder("library-hostile");
    folder.file("\u{1b}]0;x\u{9b}\u{202e}.toml", "title = 'T'");
    let name = "\u{1b}]0;x\u{9b}\u{202e}.toml";
    for arguments in [&["add", name][..], &["list"], &["list", "--format", "json"], &["remove", "T"]] {
        let result = folder.kurultai(arguments);
        assert_eq!(result.code, Some(0), "{}", result.err);
        for stream in [&result.out, &result.err] {
            assert!(
                stream.chars().all(|c| c == '\n' || !c.is_control()) && !stream.contains('\u{202e}'),
                "{stream:?}"
            );
        }
        if let Ok(json) = serde_json::from_str::<serde_json::Value>(&result.out) {
            assert!(json[0]["path"].as_str().expect("a path").ends_with(name), "the path is as it is");
        }
    }
}

#[test]
fn urls_are_listed_from_the_cache_and_removed() {
    let folder = Folder::new("library-address");
    let url = "https://a.example/schedule.xml";
    let of_user = |name: &str| folder.0.join(".home").join(name).join("kurultai");
    fs::create_dir_all(of_user("data")).expect("a folder");
    let library = format!("format = 1\n\n[[events]]\npath = \"{url}\"\ntitle = \"Kept\"\n");
    fs::write(of_user("data").join("library.toml"), library).expect("a file");
    let unknown = format!("{url}: not fetched yet; `kurultai {url}` fetches it.\n");
    check(&folder.kurultai(&["list"]), "", &unknown, 0);
    let cached = CachedResponse {
        bytes: FOSDEM.as_bytes().to_vec(),
        etag: None,
        last_modified: None,
        charset: None,
        fetched_at: "2025-01-29T10:42:00Z".parse().expect("a time"),
        from: url.to_owned(),
    };
    let address = ScheduleUrl::parse(url, &Policy::public()).expect("an address");
    Cache::new(of_user("cache").join("programs")).store(&address, &cached).expect("a cache");
    let result = folder.kurultai(&["list", "--width", "300"]);
    let facts = "FOSDEM 2025\n  Sat 1 – Sun 2 Feb 2025 · Brussels · 1 session · as of ";
    assert!(
        result.out.starts_with(facts) && result.out.ends_with(&format!(" ago · {url}\n")),
        "{}",
        result.out
    );
    let json = folder.kurultai(&["list", "--format", "json"]).out;
    assert!(json.contains("\"fetched_at\": \"2025-01-29T10:42:00Z\""), "{json}");
    let found = folder.kurultai(&["search", "opening"]);
    assert!(found.out.contains("Opening") && found.err.is_empty(), "{} {}", found.out, found.err);
    let removed = format!("{url}: removed from the library.\n");
    check(&folder.kurultai(&["remove", "HTTPS://A.example/schedule.xml#now"]), &removed, "", 0);
    assert!(folder.kurultai(&["list"]).err.contains("The library is empty"));
}
