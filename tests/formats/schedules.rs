//! Exports to JSON and XML: valid according to their schemas, and equal when read back.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{Export, ExportError, LossKind, c3voc, event_file, schedule_xml};
use kurultai_schedule::model::Conference;

use crate::exports::Format;
use crate::exports::published::ALL;

type Writer = fn(&Conference, &kurultai_schedule::model::LanguagePreference) -> Result<Export, ExportError>;

fn schema(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/schema").join(name);
    if path.is_file() {
        return Some(path);
    }
    writeln!(std::io::stderr(), "{name} is not there: nothing was validated").expect("stderr takes it");
    None
}

/// Exports every event of the project and every published schedule.
fn each(format: Format, mut look: impl FnMut(&str, &Export)) {
    for published in ALL.iter() {
        match published.export(format) {
            Ok(written) => look(&published.path, written),
            Err(refused) => {
                assert_eq!(*refused, ExportError::NoDate, "{}", published.path);
                let mut sessions = published.conference.sessions.iter();
                assert!(
                    sessions.all(|session| session.times.start_datetime().is_none()),
                    "{}",
                    published.path
                );
            }
        }
    }
}

fn lost_of_sessions(written: &Export) -> String {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for loss in written.lost.iter().filter(|loss| loss.table == "agenda") {
        let key = match &loss.lost {
            LossKind::Key(key) => key,
            LossKind::Id(_) => "id",
            LossKind::All => "all",
        };
        *counts.entry(key).or_default() += 1;
    }
    counts.iter().fold(String::new(), |mut text, (key, count)| {
        let _ = write!(text, " {key}:{count}");
        text
    })
}

/// Returns the losses of sessions. A format must represent all of its own published schedules.
fn check(path: &str, written: &Export, but: &[(&str, &str)]) -> Option<String> {
    // Times, track, languages and URL of a session must never be lost.
    let messages = lost_of_sessions(written);
    let preserved =
        ["date", "duration", "end", "track", "url", "languages", "recording_license", "do_not_record"];
    let is_kept = |part: &str| part.split(':').next().is_some_and(|key| preserved.contains(&key));
    assert!(!messages.split_whitespace().any(is_kept), "{path}: {messages}");
    let expected = but.iter().find(|(known, _)| *known == path).map_or("", |(_, messages)| *messages);
    (path.starts_with("frab-xml/") && messages.trim() != expected).then(|| format!("{path}:{messages}"))
}

#[test]
fn every_schedule_in_json_is_valid_and_read_back() {
    let schema = schema("voc-json_schema.json").map(|path| {
        let text = std::fs::read_to_string(path).expect("text");
        let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        jsonschema::validator_for(&schema).expect("a schema")
    });
    // URLs with two `#` or with non-ASCII letters are percent-encoded. Unknown file types are lost.
    let but = [
        ("frab-xml/emf-2024.xml", "recording:2"),
        ("frab-xml/fosdem-2012.xml", "id:1"),
        ("frab-xml/fosdem-2023.xml", "attachments:23 links:780"),
        ("frab-xml/fosdem-2025-pretalx-full.xml", "links:1038"),
        ("frab-xml/fosdem-2025.xml", "links:2"),
        ("frab-xml/34c3-2017.xml", "description:1 links:1"),
    ];
    let mut others = Vec::new();
    each(Format::Json, |path, written| {
        let document: serde_json::Value = serde_json::from_str(&written.text).expect("JSON");
        let errors = schema.iter().flat_map(|schema| schema.iter_errors(&document));
        let errors: Vec<String> =
            errors.map(|error| format!("{}: {error}", error.instance_path())).take(3).collect();
        assert_eq!(errors, Vec::<String>::new(), "{path}");
        others.extend(check(path, written, &but));
    });
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn every_schedule_in_xml_is_valid_and_read_back() {
    let schema = schema("voc-xsd_schedule.xml.xsd");
    let but = [("frab-xml/fosdem-2012.xml", "id:1")];
    let mut others = Vec::new();
    each(Format::Xml, |name, written| {
        others.extend(check(name, written, &but));
        let Some(schema) = &schema else { return };
        let mut command = Command::new("xmllint");
        command.args(["--noout", "--schema"]).arg(schema).arg("-");
        let Ok(mut child) = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn() else {
            let messages = "xmllint is not there: nothing was validated";
            writeln!(std::io::stderr(), "{messages}").expect("stderr takes it");
            return;
        };
        child.stdin.take().expect("stdin").write_all(written.text.as_bytes()).expect("it reads");
        let output = child.wait_with_output().expect("it ends");
        let messages = String::from_utf8_lossy(&output.stderr).lines().take(3).collect::<Vec<_>>().join("\n");
        assert!(output.status.success(), "{name}: {messages}");
    });
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn a_schedule_without_dates_or_zone_is_not_written() {
    let event = |text: &str| event_file::read(&Source::new("", text)).conference;
    for write in [c3voc::write as Writer, schedule_xml::write as Writer] {
        let refused = |text: &str| {
            write(&event(text), &kurultai_schedule::model::LanguagePreference::default()).map(|_| ())
        };
        let session = "[[agenda]]\ntitle = 'A'\nstart = '09:30'\n";
        assert_eq!(
            refused(&format!("title = 'T'\ntimezone = 'Asia/Bishkek'\n{session}")),
            Err(ExportError::NoDate)
        );
        assert_eq!(refused(&format!("title = 'T'\ndate = 2025-07-01\n{session}")), Err(ExportError::NoZone));
        assert_eq!(
            refused(&format!("title = 'T'\ndate = 2025-07-01\ntimezone = 'Asia/Bishkek'\n{session}")),
            Ok(())
        );
    }
}

#[test]
fn a_schedule_of_every_kind_of_session() {
    let conference = event_file::read(&Source::new("", include_str!("ical/written.toml"))).conference;
    for (name, write) in [("json", c3voc::write as Writer), ("xml", schedule_xml::write as Writer)] {
        let written = write(&conference, &conference.reading(None)).expect("it has dates and a zone");
        let lost: Vec<String> = written
            .lost
            .iter()
            .map(|loss| format!("{} {}: {:?}", loss.table, loss.name, loss.lost))
            .collect();
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("written-{name}"), written.text);
            insta::assert_snapshot!(format!("written-{name}-lost"), lost.join("\n"));
        });
    }
}
