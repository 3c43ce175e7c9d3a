//! Exported tables and pages: each name and each title is in them as text.

use std::path::Path;

use html5gum::{Token, Tokenizer};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;
use kurultai_schedule::model::{Conference, LocalizedText};
use kurultai_schedule::text::SafeText;

use super::*;

/// An event with names and titles that have a special meaning in one of the formats. All of it is invented.
const AWKWARD: &str = r##"
title = "<b>Rivers</b> & *Maps*"
date = 2026-03-07
timezone = "Asia/Bishkek"

[[people]]
name = "Example, Ada; \"Ben\" 'x'"
[[people]]
name = "=Ada+1"
[[people]]
name = "Ада «Үлгү» \u2067עדה\u2069 `x`"
[[people]]
name = "&lt;Ben&gt; \\* [a](b) <https://example.org>"
[[people]]
name = "_In no session_ # 1. ~x~"

[[agenda]]
title = "1. <script>x</script> & \"y\", 'z'; \\n"
start = "09:00"
room = "Hall; A, \"B\""
people = ["Example, Ada; \"Ben\" 'x'", "=Ada+1"]

[[agenda]]
title = "- not a list | **not** bold &amp; $x$"
start = "10:00"
people = ["Ада «Үлгү» \u2067עדה\u2069 `x`", "&lt;Ben&gt; \\* [a](b) <https://example.org>"]

[[agenda]]
title = "# +1 == @home ``x`` ![a](b) https://example.org/a_b_c"
start = "23:30"
duration = "2h"

[[agenda]]
title = "'=no time ^x^ \\"
people = ["=Ada+1"]
"##;

/// Returns the texts of an RFC 4180 table, one cell per line, without the character that a spreadsheet hides
/// before a formula.
fn text_of_csv(table: &str) -> String {
    let (mut text, mut is_quoted) = (String::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => text.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ',' | '\r' | '\n' if !is_quoted => text.push('\n'),
            letter => text.push(letter),
        }
    }
    let is_formula = |cell: &str| cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@']);
    let shown = |cell: &str| cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell).to_owned();
    text.lines().map(shown).collect::<Vec<_>>().join("\n")
}

fn text_of_markdown(page: &str) -> String {
    use pulldown_cmark::{Event, Parser, TagEnd};
    let mut text = String::new();
    for event in Parser::new(page) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item) => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn text_of_html(page: &str) -> String {
    let mut text = String::new();
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::String(part) => text.push_str(&String::from_utf8_lossy(&part)),
            Token::EndTag(_) => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// Returns the names and titles that are on no line of a text.
fn missing<'c>(
    texts: impl Iterator<Item = Option<&'c LocalizedText>>,
    conference: &Conference,
    text: &str,
) -> Vec<SafeText> {
    let blanks = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text: Vec<String> = text.lines().map(blanks).collect();
    let reading = conference.reading(None);
    let known = texts.flatten().map(|texts| texts.get(&reading).clone());
    known.filter(|known| !text.iter().any(|line| line.contains(&blanks(known)))).collect()
}

#[test]
fn every_name_and_title_is_in_tables_and_pages() {
    let folder = Folder::new("exported");
    folder.file("awkward.toml", AWKWARD);
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = project.join("../shared/corpus");
    // One file of each kind. The largest would take as long as all others and adds nothing.
    let published = [
        "frab-xml/debconf-2023.xml",
        "schedule-json/frab-camp2019.json",
        "ics/moca-2024.ics",
        "opass/sitcon-2024.json",
    ];
    let published = published.map(|path| corpus.join(path));
    let events = ["fosdem-2025-saturday", "kawj-2023", "showcase"]
        .map(|name| project.join(format!("events/{name}.toml")));
    for path in [folder.0.join("awkward.toml")].into_iter().chain(events).chain(published) {
        let Ok(text) = fs::read_to_string(&path) else {
            println!("{} is not there, so it is not tested", path.display());
            continue;
        };
        let name = path.to_str().expect("a path in UTF-8");
        let conference = format::read(&Source::new(name, &text)).conference;
        assert!(!conference.sessions.is_empty(), "{name}");
        let titles = || conference.sessions.iter().map(|session| session.title.as_ref());
        let rooms = || conference.rooms.iter().map(|room| room.name.as_ref());
        let in_sessions = || {
            let people = conference.sessions.iter().flat_map(|session| &session.people);
            people.map(|one| one.name.as_ref().or(conference.person(one.person).name.as_ref()))
        };
        let all = || conference.people.iter().map(|person| person.name.as_ref());
        let export = |format: &str| folder.kurultai(&["export", "--to", format, name]).out;
        let table = text_of_csv(&export("csv"));
        assert_eq!(missing(titles().chain(in_sessions()), &conference, &table), [], "{name}");
        for page in [text_of_markdown(&export("md")), text_of_html(&export("html"))] {
            let names = titles().chain(in_sessions()).chain(all()).chain(rooms());
            assert_eq!(missing(names, &conference, &page), [], "{name}: {page}");
        }
    }
}
