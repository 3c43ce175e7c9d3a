//! `repair`: certain fixes are applied, and everything else stays as it is.

use kurultai_schedule::diagnostic::{Code, Severity, Source};
use kurultai_schedule::format::event_file::{read, repair};

use super::diagnostics_of_reader;

#[track_caller]
fn repaired(text: &str, expected: &str) {
    assert_eq!(repair(&Source::new("event.toml", text)).text, expected);
}

#[track_caller]
fn unchanged(text: &str) {
    repaired(text, text);
}

#[test]
fn twenty_mistakes_in_one_file() {
    let text = r#"# Our day, 2027
title = What water knows
subtitle: "A day at the river" # to be confirmed
theme == "Water"
date = 14 May 2027
url = "htps://example.org"
topics = ["snow"; "ice" "rain"]
links = ("https://example.org/map")

[[room]]
name = “Hall”
capacity = "120"

[[speakers]]
name = "Ermek Bulakbekov
organisation = "Water office"

[agenda]
title = "He said "hello" to us"
start = 9:30
duration = 45 minutes
raum = "Hall"
speakers = ["Ermek Bulakbekov"

[[agenda]]
titel = "A path"
start = "10.15"
abstract = "It is in C:\maps"
do_not_record = yes
"#;
    let fixed = r#"# Our day, 2027
title = "What water knows"
subtitle = "A day at the river" # to be confirmed
theme = "Water"
date = 2027-05-14
url = "https://example.org"
topics = ["snow", "ice", "rain"]
links = ["https://example.org/map"]

[[rooms]]
name = "Hall"
capacity = 120

[[speakers]]
name = "Ermek Bulakbekov"
organization = "Water office"

[[agenda]]
title = "He said \"hello\" to us"
start = "09:30"
duration = "45m"
room = "Hall"
speakers = ["Ermek Bulakbekov"]

[[agenda]]
title = "A path"
start = "10:15"
abstract = "It is in C:\\maps"
do_not_record = true
"#;
    repaired(text, fixed);
    assert_eq!(diagnostics_of_reader(fixed), "");
    assert!(repair(&Source::new("event.toml", text)).codes.len() >= 20);
}

#[test]
fn what_a_person_has_to_decide_is_left_alone() {
    // The day or the month may come first.
    unchanged("title = \"T\"\ndate = 03/04/2027\n");
    // The comment may be a part of the text.
    unchanged("title = \"Working in C# and others\n");
    // The text may go on in the next line.
    unchanged("title = \"\"\"Our\nday\n");
    // The name may be right.
    unchanged(
        "title = \"T\"\npeople = [{ name = \"Ermek Bulakbekov\" }]\n[[agenda]]\ntitle = \"a\"\nspeakers = \"Ermek Bulakbekow\"\n",
    );
    // A value is missing.
    unchanged("title = \"T\"\nsubtitle =\n");
    // The right key is there, too.
    unchanged("title = \"T\"\ntitel = \"U\"\n");
    // Nothing is known about the key.
    unchanged("title = \"T\"\nweather = \"rain\"\n");
}

#[test]
fn a_line_keeps_its_comment_and_indentation() {
    repaired(
        "title = \"T\"\n[[agenda]]\n\ttitle = \"a\"\n\tstart = 9:30\t# after breakfast\n",
        "title = \"T\"\n[[agenda]]\n\ttitle = \"a\"\n\tstart = \"09:30\"\t# after breakfast\n",
    );
    repaired("title = Our day # 2027\r\n[[agenda]]\r\n", "title = \"Our day\" # 2027\r\n[[agenda]]\r\n");
    repaired(
        "title = \"T\"\n[[agenda]]\ntitle = \"a\"\n  start = \"9:00-10:30\"\n",
        "title = \"T\"\n[[agenda]]\ntitle = \"a\"\n  start = \"09:00\"\n  end = \"10:30\"\n",
    );
}

#[test]
fn repairing_adds_no_error_and_loses_no_session() {
    let errors = |text: &str| {
        let codes = read(&Source::new("event.toml", text)).diagnostics.into_iter().map(|it| it.code);
        codes.filter(|code| code.severity() == Severity::Error).collect::<Vec<Code>>()
    };
    let sessions = |text: &str| read(&Source::new("event.toml", text)).conference.sessions.len();
    let mut count = 0;
    for case in include_str!("diagnostics.txt").split("### ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a name");
        let (text, _) = rest.split_once("---\n").expect("an output");
        let repaired = repair(&Source::new("event.toml", text));
        assert_eq!(repaired.codes.is_empty(), repaired.text == text, "{name}");
        assert!(errors(&repaired.text).len() <= errors(text).len(), "{name}:\n{}", repaired.text);
        assert!(sessions(&repaired.text) >= sessions(text), "{name}:\n{}", repaired.text);
        assert_eq!(repair(&Source::new("event.toml", &repaired.text)).text, repaired.text, "{name}");
        count += usize::from(!repaired.codes.is_empty());
    }
    assert!(count > 30, "{count} cases are repaired");
}
