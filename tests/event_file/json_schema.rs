//! The JSON Schema of the event file: it accepts valid files, rejects mistakes, and describes every key.

use std::path::Path;

use jsonschema::Validator;
use kurultai_schedule::format::event_file::{json_schema, tables};
use serde_json::{Map, Value};

use super::{EVERYTHING, diagnostics};

fn validator() -> Validator {
    jsonschema::draft202012::new(&json_schema()).expect("a schema")
}

/// Converts TOML as editors do: dates and times become texts.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(flag) => Value::from(*flag),
        toml::Value::Datetime(datetime) => Value::from(datetime.to_string()),
        toml::Value::Array(values) => values.iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.clone(), json(value))).collect())
        }
    }
}

/// Returns the errors in an event file, each with its place.
fn errors(validator: &Validator, text: &str) -> Vec<String> {
    let document = json(&toml::Value::Table(text.parse().expect("TOML")));
    let errors = validator.iter_errors(&document);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("text")
}

#[track_caller]
fn is_accepted(validator: &Validator, name: &str, text: &str) {
    assert_eq!(errors(validator, text), Vec::<String>::new(), "{name}:\n{text}");
}

#[test]
fn every_event_file_is_valid() {
    let validator = validator();
    let mut count = 0;
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("events")).expect("events/") {
        let path = entry.expect("an event").path();
        is_accepted(&validator, &path.display().to_string(), &std::fs::read_to_string(&path).expect("text"));
        count += 1;
    }
    assert!(count >= 4, "{count} events");
    is_accepted(&validator, "everything.toml", EVERYTHING);
}

#[test]
fn every_example_of_the_manual_is_valid() {
    let validator = validator();
    let mut count = 0;
    for page in ["docs/FORMAT.md", "README.md"] {
        for block in file(page).split("```").skip(1).step_by(2) {
            let (info, text) = block.split_once('\n').expect("a block has lines");
            let text = match info {
                "toml" => text.to_owned(),
                "toml,part" => format!("title = \"T\"\n{text}"),
                _ => continue,
            };
            is_accepted(&validator, page, &text);
            count += 1;
        }
    }
    assert!(count > 15, "{count} examples");
}

#[test]
fn every_written_file_is_valid() {
    let validator = validator();
    for path in
        ["events/fosdem-2025-saturday.toml", "events/showcase.toml", "tests/event_file/everything.toml"]
    {
        let source = kurultai_schedule::diagnostic::Source::new("event.toml", &file(path));
        let conference = kurultai_schedule::format::event_file::read(&source).conference;
        let written = kurultai_schedule::format::event_file::write(&conference).text;
        is_accepted(&validator, path, &written);
    }
}

#[test]
fn every_form_that_check_accepts_is_valid() {
    let validator = validator();
    let session =
        |lines: &str| format!("title = \"T\"\ndate = 2027-05-14\n[[agenda]]\ntitle = \"S\"\n{lines}");
    let top = |lines: &str| format!("title = \"T\"\n{lines}");
    for text in [
        session("start = \"9:30\""),
        session("start = 09:30:00"),
        session("start = \"09:30:15\"\nend = \"24:00\""),
        session(
            "start = 2027-05-14T09:30:00+06:00\nend = \"2027-05-14T10:00:00Z\"\n[[days]]\ndate = 2027-05-14",
        ),
        session("start = \"2027-05-14 09:30\""),
        session("start = \"09:30\"\nduration = \"1 h 30 min\""),
        session("start = \"09:30\"\nduration = \"2H\""),
        session("start = \"09:30\"\nduration = 30"),
        session("kind = \"Talk\"\nattendance = \"In Person\"\nstatus = \"CANCELLED\""),
        session(
            "kind = \"juggling\"\nlanguages = \"ky\"\ntags = \"one\"\nroom = \"Hall\"\nspeakers = \"A B\"",
        ),
        session("people = \"A B\"\nlinks = \"mailto:a@example.org\""),
        session(
            "people = { person = \"A B\", role = \"juggler\" }\nlinks = { url = \"HTTPS://example.org\" }",
        ),
        session("[agenda.abstract]\nky = \"Бир\"\npt-BR = \"Um\"\nzh_Hant = \"一\""),
        session(
            "[[agenda.people]]\nperson = \"A B\"\n[[agenda.attachments]]\nurl = \"https://example.org/суу.pdf\"",
        ),
        session("attachments = { url = \"https://example.org/a\" }"),
        "[event]\ntitle = \"T\"\n[[event.agenda]]\ntitle = \"S\"".to_owned(),
        "title = \"T\"\n[event]\nacronym = \"A\"".to_owned(),
        top("version = 3"),
        top("version = 1.5\nupdated = \"yesterday\""),
        top("updated = 2027-05-02\nday_change = 05:00:00\ntimezone = \"Berlin\""),
        top("[[rooms]]\nname = \"A\"\nfloor = -1\n[[rooms]]\nid = \"b\"\nfloor = { en = \"Ground\" }"),
        top("[[tracks]]\nname = \"A\"\ncolor = \"#56B4E9\"\n[[tracks]]\nid = \"b\"\ncolor = \"Teal\""),
        top(
            "[[organizers]]\nperson = \"A B\"\n[[people]]\nname = \"A B\"\nroles = \"chair\"\nposition = \"Chair\"",
        ),
        top("[[delegations]]\nname = \"A\"\nkind = \"choir\"\npeople = \"A B\""),
    ] {
        assert_eq!(diagnostics(&text), "", "{text}");
        is_accepted(&validator, "a form", &text);
    }
}

#[test]
fn mistakes_are_rejected_where_they_are() {
    let validator = validator();
    let cases = [
        ("titel = \"T\"\ntitle = \"T\"", ": Additional properties are not allowed ('titel' was unexpected)"),
        ("title = 5", "/title: 5 is not of types \"string\", \"object\""),
        ("title = \"\"", "/title: \"\" is shorter than 1 character"),
        ("title = { ky = 5 }", "/title/ky: 5 is not of type \"string\""),
        (
            "title = { kyrgyz = \"T\" }",
            "/title: \"kyrgyz\" does not match \"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{1,8})*$\"",
        ),
        (
            "title = \"T\"\ndate = \"14 May 2027\"",
            "/date: \"14 May 2027\" does not match \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"",
        ),
        ("title = \"T\"\ndate = 2027", "/date: 2027 is not of type \"string\""),
        ("title = \"T\"\nedition = \"4\"", "/edition: \"4\" is not of type \"integer\""),
        ("title = \"T\"\nedition = -4", "/edition: -4 is less than the minimum of 0"),
        ("title = \"T\"\nvenue = \"Hall\"", "/venue: \"Hall\" is not of type \"object\""),
        (
            "title = \"T\"\n[venue]\ntown = \"A\"",
            "/venue: Additional properties are not allowed ('town' was unexpected)",
        ),
        (
            "title = \"T\"\nurl = \"example.org\"",
            "/url: \"example.org\" does not match \"^\\s*[A-Za-z][A-Za-z0-9+.-]*:\\S\"",
        ),
        ("title = \"T\"\nlinks = [5]", "/links/0: 5 is not of types \"string\", \"object\""),
        ("title = \"T\"\nlinks = [{ label = \"A\" }]", "/links/0: \"url\" is a required property"),
        ("title = \"T\"\ntopics = [\"A\", 5]", "/topics/1: 5 is not of types \"string\", \"object\""),
        (
            "[event]\ntitel = \"T\"\ntitle = \"T\"",
            "/event: Additional properties are not allowed ('titel' was unexpected)",
        ),
        ("title = \"T\"\n[agenda]\ntitle = \"S\"", "/agenda: {\"title\":\"S\"} is not of type \"array\""),
        (
            "title = \"T\"\n[[agenda]]\nname = \"S\"\ntitle = \"S\"",
            "/agenda/0: Additional properties are not allowed ('name' was unexpected)",
        ),
        ("title = \"T\"\n[[agenda]]\nkind = \"talk\"", "/agenda/0: \"title\" is a required property"),
        ("title = \"T\"\n[[agenda]]\ntitle = \"S\"\nkind = 5", "/agenda/0/kind: 5 is not of type \"string\""),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\ndo_not_record = \"yes\"",
            "/agenda/0/do_not_record: \"yes\" is not of type \"boolean\"",
        ),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\nduration = 0",
            "/agenda/0/duration: 0 is less than the minimum of 1",
        ),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\nduration = true",
            "/agenda/0/duration: true is not of types \"integer\", \"string\"",
        ),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\nstart = 9.30",
            "/agenda/0/start: 9.3 is not valid under any of the schemas listed in the 'anyOf' keyword",
        ),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\nstart = \"noon\"",
            "/agenda/0/start: \"noon\" is not valid under any of the schemas listed in the 'anyOf' keyword",
        ),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\nroom = [{ name = \"A\" }]",
            "/agenda/0/room/0: {\"name\":\"A\"} is not of type \"string\"",
        ),
        (
            "title = \"T\"\n[[agenda]]\ntitle = \"S\"\npeople = [{ role = \"chair\" }]",
            "/agenda/0/people/0: \"person\" is a required property",
        ),
        (
            "title = \"T\"\n[[sessions]]\ntitle = \"S\"\nlanguages = [\"English\"]",
            "/sessions/0/languages/0: \"English\" does not match \"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{1,8})*$\"",
        ),
        ("title = \"T\"\n[[guests]]\nid = \"a\"", "/guests/0: \"name\" is a required property"),
        (
            "title = \"T\"\n[[guests]]\nname = \"A\"\nattendance = \"maybe\"",
            "/guests/0/attendance: \"maybe\" does not match",
        ),
        (
            "title = \"T\"\n[[rooms]]\ncapacity = 100",
            "/rooms/0: {\"capacity\":100} is not valid under any of the schemas listed in the 'anyOf' keyword",
        ),
        (
            "title = \"T\"\n[[tracks]]\nname = \"A\"\ncolor = \"#56b\"",
            "/tracks/0/color: \"#56b\" does not match",
        ),
        ("title = \"T\"\n[[days]]\ntitle = \"A\"", "/days/0: \"date\" is a required property"),
        (
            "title = \"T\"\n[[talks]]\ntitle = \"S\"",
            ": Additional properties are not allowed ('talks' was unexpected)",
        ),
    ];
    for (text, expected) in cases {
        let found = errors(&validator, text);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{text}\n{found:?}");
        assert_ne!(diagnostics(text), "", "{text}");
    }
}

/// Returns the schema of a table by its name in `tables()`.
fn table<'a>(schema: &'a Value, name: &str) -> &'a Map<String, Value> {
    let definition = |list: &str| {
        let reference = schema["properties"][list]["items"]["$ref"].as_str().expect("a reference");
        schema.pointer(&reference[1..]).expect("a definition")
    };
    let of_sessions = |key: &str| &definition("agenda")["properties"][key]["items"];
    let table = match name.split_once('.') {
        Some((_, key)) => of_sessions(key),
        None if name == "event" => schema,
        None if name == "links" => &schema["properties"]["links"]["items"],
        None if schema["properties"][name]["type"] == "array" => definition(name),
        None => &schema["properties"][name],
    };
    table["properties"].as_object().unwrap_or_else(|| panic!("{name} has no keys"))
}

#[test]
fn every_key_of_every_table_is_described() {
    let schema = json_schema();
    let mut count = 0;
    for (name, keys) in tables() {
        let table = table(&schema, name);
        for key in keys {
            let about = table.get(*key).and_then(|key| key["description"].as_str());
            let about = about.unwrap_or_else(|| panic!("no description of {key} in {name}"));
            assert!(about.ends_with('.') && about.len() > 4, "{name}.{key}: {about}");
            assert!(table[*key].get("type").is_some() || table[*key].get("anyOf").is_some(), "{name}.{key}");
            count += 1;
        }
        assert!(table.contains_key("allow"), "{name}");
        if name != "event" {
            assert_eq!(table.len(), keys.len() + 1, "{name}");
        }
    }
    assert!(count > 150, "{count} keys");
}

/// Returns the meaning of a key in the manual as a sentence: without links and the note about its use.
fn sentence(meaning: &str) -> String {
    let mut text = String::new();
    for (at, part) in meaning.trim_end_matches("; kept").split('[').enumerate() {
        let (word, rest) =
            part.split_once("](").map_or((part, None), |(word, rest)| (word, rest.split_once(')')));
        match rest {
            Some((_, rest)) if text.ends_with(", ") => {
                text.truncate(text.len() - 2);
                text.push_str(rest);
            }
            Some((_, rest)) => text += &format!("{word}{rest}"),
            None if at == 0 => text.push_str(part),
            None => text += &format!("[{part}"),
        }
    }
    let first = text.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", text.chars().skip(1).collect::<String>())
}

#[test]
fn descriptions_have_the_words_of_the_manual() {
    let schema = json_schema();
    let page = file("docs/FORMAT.md");
    let (_, reference) = page.split_once("\n## Reference\n").expect("a reference");
    let mut count = 0;
    for section in reference.split("\n### ").skip(1) {
        let (heading, section) = section.split_once('\n').expect("a heading");
        let section = section.split("\n## ").next().unwrap_or_default();
        let Some(name) = heading.split('`').nth(1).map(|name| name.trim_matches(['[', ']'])) else {
            continue;
        };
        for row in section.lines().filter(|line| line.starts_with("| `")) {
            let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
            let key = cells[0].trim_matches(['|', ' ', '`']);
            assert_eq!(table(&schema, name)[key]["description"], sentence(cells[2]), "{name}.{key}");
            count += 1;
        }
    }
    assert!(count > 100, "{count} keys");
}

#[test]
fn the_file_as_a_whole_has_no_condition() {
    let schema = json_schema();
    // With one, editors miss unknown keys of the conference, or warn about each key.
    for keyword in ["if", "allOf", "anyOf", "oneOf", "not"] {
        assert_eq!(schema.get(keyword), None, "{keyword}");
    }
    let validator = validator();
    is_accepted(&validator, "a title in `[event]`", "[event]\ntitle = \"T\"");
    is_accepted(&validator, "a title above `[event]`", "title = \"T\"\n[event]\nedition = 2");
}

#[test]
fn a_small_table_is_defined_in_place() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("schema-room", format!("{:#}", json_schema()["$defs"]["room"]));
    });
}

#[test]
fn the_line_that_names_the_schema_is_a_comment() {
    for line in [
        "#:schema ./event.schema.json\n",
        "#:schema https://example.org/a.json\r\n",
        "\u{feff}#:schema a\n\n",
    ] {
        let text = format!("{line}title = \"T\"\n[[agenda]]\ntitle = \"S\"\n");
        assert_eq!(diagnostics(&text), "", "{line}");
        let source = kurultai_schedule::diagnostic::Source::new("event.toml", &text);
        let read = kurultai_schedule::format::read(&source);
        assert_eq!(read.conference.sessions.len(), 1, "{line}");
    }
}
