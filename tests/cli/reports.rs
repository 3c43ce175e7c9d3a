//! `kurultai check --format github` and `--format sarif`.

use serde_json::{Value, json};

use super::*;

const BAD: &str = "title = \"Our day, 100 % wet\"\nedtion = 9\ndate = \"2027-05-14\"\n[[agenda]]\ntitle = \"Opening\"\nstart = 9:30\n";

#[test]
fn github_shows_diagnostics_beside_the_lines() {
    let folder = Folder::new("github");
    folder.file("a.toml", BAD).file("good.toml", "title = 'T'\n");
    check(
        &folder.kurultai(&["check", "--format", "github", "a.toml", "good.toml"]),
        "::warning file=a.toml,line=2,col=1,endLine=2,endColumn=7,title=unknown-key::The conference has no key `edtion`.%0ADid you mean `edition`?\n\
         ::notice file=a.toml,line=3,col=8,endLine=3,endColumn=20,title=quoted-date::`2027-05-14` is a date, and dates have no quotes.%0AWrite 2027-05-14 without quotes.\n\
         ::error file=a.toml,line=6,col=9,endLine=6,endColumn=13,title=bad-time::`9:30` is not a valid time.%0AWrite `\"09:30\"`.\n",
        "a.toml: 1 error, 1 warning.\ngood.toml: no problems.\n",
        1,
    );
    let ru = folder.kurultai(&["check", "--format", "github", "--lang", "ru", "a.toml"]);
    let last = ru.out.lines().last();
    assert_eq!(
        last,
        Some(
            "::error file=a.toml,line=6,col=9,endLine=6,endColumn=13,title=bad-time::Неверное время: `9:30`.%0AНапишите: `\"09:30\"`."
        )
    );
}

#[test]
fn github_gets_all_diagnostics_with_special_characters_escaped() {
    let folder = Folder::new("github-escapes");
    folder.file("x,y 100%:.toml", "title = 'T'\nurl = '100%25 ::error::, yes'\n");
    check(
        &folder.kurultai(&["check", "--format", "github", "x,y 100%:.toml", "none,.toml"]),
        "::error file=x%2Cy 100%25%3A.toml,line=2,col=7,endLine=2,endColumn=30,title=bad-url::`100%2525 ::error::, yes` is not a valid URL.%0AWrite the whole URL, beginning with https://.\n\
         ::error file=none%2C.toml::none,.toml: no such file.\n",
        "x,y 100%:.toml: 1 error, 0 warnings.\nnone,.toml: no such file.\n",
        2,
    );
    let keys: Vec<String> = (0..5).map(|n| format!("key{n} = 1\n")).collect();
    folder.file("many.toml", format!("title = 'T'\n{}", keys.concat()));
    let many = folder.kurultai(&["check", "--format", "github", "many.toml"]);
    assert_eq!(many.out.matches("::warning file=many.toml,line=").count(), 5, "{}", many.out);
    // Columns are only for places within a line.
    folder.file("long.toml", "title = 'T'\nedition = \"\"\"\na\nb\"\"\"\n");
    check(
        &folder.kurultai(&["check", "--format", "github", "long.toml"]),
        "::error file=long.toml,line=2,endLine=4,title=wrong-type::`edition` takes a whole number of 0 or more; this is a text.%0AWrite `edition = 9`.\n",
        "long.toml: 1 error, 0 warnings.\n",
        1,
    );
}

/// Returns the SARIF log of files, without error messages.
fn sarif(folder: &Folder, arguments: &[&str], code: i32) -> Value {
    let result = folder.kurultai(&[&["check", "--format", "sarif"], arguments].concat());
    assert_eq!(result.code, Some(code), "{}", result.err);
    serde_json::from_str(&result.out).expect("JSON")
}

const HELP: &str = "\
warning[unknown-key]

A table has a key that the format does not know, usually a typo. Its value is
not shown.

Bad (event.toml):

    title = \"Pond days\"
    tehme = \"Frogs\"

event.toml:2:1: warning[unknown-key]: The conference has no key `tehme`.
  |
2 | tehme = \"Frogs\"
  | ^^^^^
  = help: Did you mean `theme`?

Good:

    title = \"Pond days\"
    theme = \"Frogs\"
";

const MARKDOWN: &str = "\
A table has a key that the format does not know, usually a typo. Its value is not shown.

Bad (event.toml):

```toml
title = \"Pond days\"
tehme = \"Frogs\"
```

```text
event.toml:2:1: warning[unknown-key]: The conference has no key `tehme`.
  |
2 | tehme = \"Frogs\"
  | ^^^^^
  = help: Did you mean `theme`?
```

Good:

```toml
title = \"Pond days\"
theme = \"Frogs\"
```
";

#[test]
fn sarif_has_rules_and_results() {
    let folder = Folder::new("sarif");
    folder.file("a.toml", "title = 'T'\nedtion = 9\n");
    let expected = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "kurultai",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": [{
                    "id": "unknown-key",
                    "shortDescription": {
                        "text": "A table has a key that the format does not know, usually a typo.",
                    },
                    "fullDescription": {
                        "text": "A table has a key that the format does not know, usually a typo. Its value is not shown.",
                    },
                    "help": { "text": HELP, "markdown": MARKDOWN },
                    "defaultConfiguration": { "level": "warning" },
                }],
            } },
            "language": "en",
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": [] }],
            "results": [{
                "ruleId": "unknown-key",
                "ruleIndex": 0,
                "level": "warning",
                "message": { "text": "The conference has no key `edtion`. Did you mean `edition`?" },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": "a.toml" },
                    "region": { "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 7 },
                } }],
            }],
        }],
    });
    assert_eq!(sarif(&folder, &["a.toml"], 1), expected);
}

/// Returns a result with its region: first line and column, last line, and the column after the end.
fn result(rule: (&str, usize, &str), text: &str, uri: &str, region: [u32; 4]) -> Value {
    let (id, index, level) = rule;
    let [start_line, start_column, end_line, end_column] = region;
    json!({
        "ruleId": id,
        "ruleIndex": index,
        "level": level,
        "message": { "text": text },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": {
                "startLine": start_line,
                "startColumn": start_column,
                "endLine": end_line,
                "endColumn": end_column,
            },
        } }],
    })
}

#[test]
fn sarif_has_the_results_of_all_files_and_those_that_cannot_be_read() {
    let folder = Folder::new("sarif-files");
    folder.file("a.toml", BAD).file("күн 1.toml", "title = 'Ү'\ntheme = 'ү' x\nурл = 1\n");
    folder.file("good.toml", "title = 'T'\n");
    let log = sarif(&folder, &["./a.toml", "none.toml", "күн 1.toml", "good.toml"], 2);
    let run = &log["runs"][0];
    let other = "%D0%BA%D2%AF%D0%BD%201.toml";
    let expected = [
        result(
            ("unknown-key", 4, "warning"),
            "The conference has no key `edtion`. Did you mean `edition`?",
            "a.toml",
            [2, 1, 2, 7],
        ),
        result(
            ("quoted-date", 3, "note"),
            "`2027-05-14` is a date, and dates have no quotes. Write 2027-05-14 without quotes.",
            "a.toml",
            [3, 8, 3, 20],
        ),
        result(
            ("bad-time", 2, "error"),
            "`9:30` is not a valid time. Write `\"09:30\"`.",
            "a.toml",
            [6, 9, 6, 13],
        ),
        result(
            ("after-value", 1, "error"),
            "There is something after the value on this line. End the line with its value; a comment begins with #, a list is written [\"…\", \"…\"].",
            other,
            [2, 13, 2, 13],
        ),
        result(
            ("bad-key", 0, "error"),
            "`урл` is not a valid key. Write a key as one word of Latin letters, digits, _ and -.",
            other,
            [3, 1, 3, 4],
        ),
    ];
    assert_eq!(run["results"], json!(expected));
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
    assert_eq!(ids, ["bad-key", "after-value", "bad-time", "quoted-date", "unknown-key"]);
    assert_eq!(
        run["invocations"],
        json!([{
            "executionSuccessful": false,
            "toolExecutionNotifications": [{
                "level": "error",
                "message": { "text": "none.toml: no such file." },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "none.toml" } } }],
            }],
        }])
    );
}

#[test]
fn sarif_is_in_the_language_of_the_arguments() {
    let folder = Folder::new("sarif-language");
    folder.file("a.toml", "title = 'T'\njust a note\n");
    let log = sarif(&folder, &["--lang", "ky", "a.toml"], 1);
    let run = &log["runs"][0];
    assert_eq!(run["language"], "ky");
    let rule = &run["tool"]["driver"]["rules"][0];
    let short = "Сап TOML түрүндө эмес, мисалы, # белгиси жок түшүндүрмө.";
    assert_eq!(rule["shortDescription"]["text"], short);
    assert_eq!(rule["fullDescription"]["text"], format!("{short} Ал эске алынбайт."));
}

#[test]
fn other_commands_have_only_text_and_json() {
    let folder = Folder::new("formats");
    folder.file("a.toml", "title = 'T'\n");
    for command in [&["show"][..], &["search", "x"], &["now"]] {
        let result = folder.kurultai(&[command, &["--format", "sarif", "a.toml"]].concat());
        assert_eq!((result.out.as_str(), result.code), ("", Some(2)), "{command:?}");
    }
    let result = folder.kurultai(&["check", "--format", "xml", "a.toml"]);
    assert_eq!((result.out.as_str(), result.code), ("", Some(2)));
    // An explanation is text in all formats but JSON.
    let text = folder.kurultai(&["check", "--explain", "bad-time"]);
    assert_eq!(folder.kurultai(&["check", "--explain", "bad-time", "--format", "sarif"]), text);
}

#[test]
fn fixes_are_shown_beside_the_report_and_not_in_it() {
    let folder = Folder::new("formats-fix");
    for format in ["json", "sarif", "github"] {
        folder.file("a.toml", "title = 'T'\ntheme: 'x'\n");
        let result = folder.kurultai(&["check", "--fix", "--format", format, "a.toml"]);
        assert_eq!(result.code, Some(0), "{}", result.err);
        let diff = "--- a.toml\n+++ a.toml\n@@ -1,2 +1,2 @@\n title = 'T'\n-theme: 'x'\n+theme = 'x'\na.toml: fixed 1 problem.\n";
        assert!(result.err.starts_with(diff), "{format}: {}", result.err);
        if format == "github" {
            assert_eq!(result.out, "");
        } else {
            assert!(serde_json::from_str::<Value>(&result.out).is_ok(), "{format}: {}", result.out);
        }
    }
}
