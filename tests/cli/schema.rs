//! `kurultai schema`.

use super::*;

#[test]
fn the_schema_is_printed_and_accepts_the_file_that_names_it() {
    let folder = Folder::new("schema");
    let result = folder.kurultai(&["schema"]);
    assert_eq!((result.err.as_str(), result.code), ("", Some(0)));
    let schema: serde_json::Value = serde_json::from_str(&result.out).expect("JSON");
    assert_eq!(schema, kurultai_schedule::format::event_file::json_schema());
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:kurultai:event-file:1");
    assert_eq!(schema["title"], "Event file of kurultai");
    assert!(jsonschema::meta::is_valid(&schema));
    assert!(jsonschema::draft202012::is_valid(&schema, &serde_json::json!({ "title": "T" })));
    folder.file("event.schema.json", &result.out);
    folder.file(
        "a.toml",
        "#:schema ./event.schema.json\ntitle = \"Our day\"\n[[agenda]]\ntitle = \"Opening\"\n",
    );
    check(&folder.kurultai(&["check", "a.toml"]), "", "a.toml: no problems.\n", 0);
    // It has no language: the descriptions are those of the manual.
    assert_eq!(folder.kurultai(&["--ui-lang", "ru", "schema"]).out, result.out);
}

#[test]
fn the_help_says_how_to_use_the_schema() {
    let folder = Folder::new("schema-help");
    for language in ["en", "ky", "ru"] {
        let help = folder.kurultai(&["schema", "--help", "--ui-lang", language]).out;
        for part in
            ["JSON Schema", "kurultai schema > event.schema.json", "#:schema ./event.schema.json", "Tombi"]
        {
            assert!(help.contains(part), "{help}");
        }
        assert!(folder.kurultai(&["--help", "--ui-lang", language]).out.contains("\n  schema "));
    }
    let result = folder.kurultai(&["schema", "a.toml"]);
    assert!(result.err.starts_with("error: unexpected argument 'a.toml' found"), "{}", result.err);
    assert_eq!((result.out.as_str(), result.code), ("", Some(2)));
    let meant = "no command or file `shcema`; did you mean `schema`?\n";
    check(&folder.kurultai(&["shcema"]), "", meant, 2);
}
