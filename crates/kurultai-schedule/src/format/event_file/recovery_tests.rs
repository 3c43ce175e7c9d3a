//! Tests that a mistake costs only its own statement, and that parsing by section agrees with the `toml`
//! crate.

use proptest::prelude::*;

use super::document::document;
use super::spanned::{Kind, Table};
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Code, Diagnostic, Position, Source};

const KNOWN: Vocabulary<'_> = Vocabulary {
    tables: &["event", "venue"],
    arrays: &["agenda", "people"],
    keys: &[&[
        "title",
        "abstract",
        "description",
        "room",
        "speakers",
        "start",
        "end",
        "tags",
        "venue",
        "language",
    ]],
    has_form: |key, form| (key, form) == ("do_not_record", "flag"),
    synonym: |_| None,
};

/// Returns a file with ten sessions, with `mistake` among the keys of the fourth.
fn ten_sessions(mistake: &str, with_long_texts: bool) -> String {
    let mut text = "title = \"Ten\"\nvenue = { name = \"Hall\" }\n".to_owned();
    if with_long_texts {
        text += "description = \"\"\"\n[[agenda]]\ntitle = 'not a session'\n\"\"\"\n";
    }
    for n in 1..=10 {
        text += &format!("\n[[agenda]]\ntitle = \"Session {n}\"\nstart = \"09:{n:02}\"\n");
        if with_long_texts {
            text +=
                &format!("abstract = \"\"\"\nAbout {n}, with [brackets] and it's\n\n# a heading\n\"\"\"\n");
        }
        if n == 4 {
            text += &format!("{mistake}\n");
        }
        text += &format!("room = \"Hall {n}\"\ntags = [\n  \"a\",\n  \"b\", # c\n]\n");
        if with_long_texts {
            text += "description = '''\nLong: \"\"\" inside\n'''\nspeakers = [\"A\"]\n";
        }
    }
    text
}

fn sessions<'t>(root: &'t Table) -> &'t [Table<'t>] {
    match root.get("agenda").map(|entry| &entry.value.kind) {
        Some(Kind::Tables(tables)) => tables,
        other => panic!("no agenda: {other:?}"),
    }
}

fn place(text: &str, diagnostic: &Diagnostic) -> (Code, usize) {
    let Position { line, .. } = Source::new("", text).position(diagnostic.span.start);
    (diagnostic.code, line)
}

const MISTAKES: [(&str, Code); 20] = [
    ("title = \"Again\"", Code::DuplicateKey),
    ("[a note in brackets]", Code::NotToml),
    ("language = \"en", Code::UnclosedText),
    ("language = \"\"\"en", Code::UnclosedText),
    ("language = '''en", Code::UnclosedText),
    ("language = \"\"\"\nen\n\nmore", Code::UnclosedText),
    ("language = [\"en\", \"de\"", Code::UnclosedBracket),
    ("language = [\n  \"en\",", Code::UnclosedBracket),
    ("language = [\"en\", \"de]", Code::UnclosedText),
    ("language = { en = \"x\", de = \"y\"", Code::UnclosedBracket),
    ("language \"en\"", Code::MissingEquals),
    ("language = ", Code::MissingValue),
    ("language: \"en\"", Code::ColonForEquals),
    ("It's a note that was left here.", Code::NotToml),
    ("language = “en”", Code::SmartQuotes),
    ("language = en", Code::UnquotedText),
    ("language = \"e\u{1}n\"", Code::ControlCharacter),
    ("start = 9:30", Code::BadTime),
    ("language = 1.12.2023", Code::BadDate),
    ("language = 99999999999999999999", Code::BadNumber),
];

#[test]
fn a_mistake_costs_its_own_statement() {
    for with_long_texts in [false, true] {
        for (mistake, code) in MISTAKES {
            let text = ten_sessions(mistake, with_long_texts);
            let line = text.lines().position(|line| Some(line) == mistake.lines().next()).unwrap() + 1;
            let (root, diagnostics) = document(&text, KNOWN);
            let case = format!("{mistake:?}, {with_long_texts}");
            let places: Vec<_> = diagnostics.iter().map(|diagnostic| place(&text, diagnostic)).collect();
            assert_eq!(places, [(code, line)], "{case}");

            let sessions = sessions(&root);
            assert_eq!(sessions.len(), 10, "{case}");
            for (n, session) in sessions.iter().enumerate() {
                let keys: Vec<&str> = session.entries.iter().map(|entry| &*entry.key).collect();
                let expected: &[&str] = if with_long_texts {
                    &["title", "start", "abstract", "room", "tags", "description", "speakers"]
                } else {
                    &["title", "start", "room", "tags"]
                };
                assert_eq!(keys, expected, "{case}, session {n}");
                assert_eq!(session.has_mistakes, n == 3, "{case}, session {n}");
            }
        }
    }
}

#[test]
fn typos_of_one_character_cost_nothing() {
    for (typo, codes) in [
        ("language = [\"en\" \"de\"]", vec![Code::MissingComma]),
        ("language = [\"en\"; \"de\"\n\"ru\"]", vec![Code::MissingComma; 2]),
        ("language == \"en\"", vec![Code::DoubledEquals]),
        ("language = (\"en\", \"de\")", vec![Code::RoundBrackets]),
        ("language = { ky: \"a\" en = \"b\" }", vec![Code::ColonForEquals, Code::MissingComma]),
        ("\u{a0}language =\u{a0}\"en\"", vec![Code::OddBlank; 2]),
    ] {
        let text = ten_sessions(typo, false);
        let (root, diagnostics) = document(&text, KNOWN);
        assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), codes, "{typo}");
        let keys: Vec<&str> = sessions(&root)[3].entries.iter().map(|entry| &*entry.key).collect();
        assert_eq!(keys, ["title", "start", "language", "room", "tags"], "{typo}");
        assert!(sessions(&root)[3].has_mistakes, "{typo}");
    }
}

#[test]
fn broken_headers_are_read_as_meant() {
    for (header, code) in [
        ("[agenda]", Code::OneBracket),
        ("[[agenda]", Code::BrokenHeader),
        ("[agenda]]", Code::BrokenHeader),
        ("[[agenda", Code::BrokenHeader),
        ("[[agenda]] 5", Code::BrokenHeader),
    ] {
        for with_long_texts in [false, true] {
            let text = ten_sessions("tag = 1", with_long_texts);
            let at = text.find("\n[[agenda]]\ntitle = \"Session 4\"").unwrap() + 1;
            let text = format!("{}{header}{}", &text[..at], &text[at + "[[agenda]]".len()..]);
            let line = text[..at].lines().count() + 1;
            let (root, diagnostics) = document(&text, KNOWN);
            let places: Vec<_> = diagnostics.iter().map(|diagnostic| place(&text, diagnostic)).collect();
            assert_eq!(places, [(code, line)], "{header}");
            assert_eq!(sessions(&root).len(), 10, "{header}");
        }
    }
}

#[test]
fn duplicate_keys_and_tables_are_reported() {
    for (text, expected) in [
        ("title = 'a'\ntitle = 'b'\n", vec![(Code::DuplicateKey, 2)]),
        ("title = 'a'\nprose here\ntitle = 'b'\n", vec![(Code::NotToml, 2), (Code::DuplicateKey, 3)]),
        (
            "venue.name = 'a'\nprose here\nvenue.city = 'b'\nvenue.name = 'c'\n",
            vec![(Code::NotToml, 2), (Code::DuplicateKey, 4)],
        ),
        ("[venue]\nname = 'a'\n[venue]\nname = 'b'\ncity = 'c'\n", vec![(Code::DuplicateTable, 3)]),
        ("venue = 1\n[venue.city]\n", vec![(Code::DuplicateTable, 2)]),
        ("agenda = [{ title = 'a' }]\n[[agenda]]\ntitle = 'b'\n", vec![(Code::MixedTable, 2)]),
        ("[[venue]]\nname = 'a'\n", vec![(Code::TwoBrackets, 1)]),
        ("[other]\na = 1\n[other]\n", vec![(Code::DuplicateTable, 3)]),
    ] {
        let (_, diagnostics) = document(text, KNOWN);
        let places: Vec<_> = diagnostics.iter().map(|diagnostic| place(text, diagnostic)).collect();
        assert_eq!(places, expected, "{text}");
    }
    let (root, _) = document("agenda = [{ title = 'a' }]\n[[agenda]]\ntitle = 'b'\n", KNOWN);
    assert_eq!(sessions(&root).len(), 2);
}

#[test]
fn several_mistakes_are_all_reported() {
    let text = ten_sessions("language = \"\"\"en\nspeakers = [\"A\", \"B\"\ntitle: \"x\"", true);
    let (root, diagnostics) = document(&text, KNOWN);
    let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, [Code::UnclosedText, Code::UnclosedBracket, Code::ColonForEquals]);
    assert_eq!(sessions(&root).len(), 10);
}

#[test]
fn files_full_of_unclosed_brackets_are_read() {
    for line in ["title = [\n", "title = \"\"\"\n", "[[agenda]]\ntitle = {\n", "x\n", "[\n", "title = \"\n"] {
        let text = line.repeat(20_000);
        let (_, diagnostics) = document(&text, KNOWN);
        assert!(!diagnostics.is_empty());
    }
    let deep = format!("[{}]\n", vec!["a"; 10_000].join("."));
    assert_eq!(document(&deep, KNOWN).1[0].code, Code::TooDeep);
    assert_eq!(document(&format!("a = {}", "[".repeat(100_000)), KNOWN).1.len(), 1);
}

/// Generates texts that are TOML or almost TOML.
fn toml_text() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        "[abc]",
        Just("title".to_owned()),
        Just("'q k'".to_owned()),
        Just("a.b".to_owned()),
        Just("b . \"c\"".to_owned()),
    ];
    let text = "[a-c өү#=\\[\\]{}']{0,8}";
    let value = prop_oneof![
        text.prop_map(|text| format!("\"{text}\"")),
        text.prop_map(|text| format!("\"\"\"{text}\n[[agenda]]\ntitle = \\\"x\\\"\n\"\"\"")),
        text.prop_map(|text| format!("'''\n{}\n[[agenda]] # no\n'''", text.replace('\'', ""))),
        Just("[\n  1, # one\n[[2], [3]],\n]".to_owned()),
        Just("[[agenda]]".replace("agenda", "1")),
        Just("{ a = 1, b.c = [2] }".to_owned()),
        Just("{\n  a = '''\n]''',\n}".to_owned()),
        Just("1979-05-27T07:32:00Z".to_owned()),
        Just("07:32".to_owned()),
        Just("-1_000.5e3".to_owned()),
        Just("0xff".to_owned()),
        Just("true".to_owned()),
    ];
    let line = prop_oneof![
        6 => (key, value).prop_map(|(key, value)| format!("{key} = {value} # c")),
        1 => Just("# [[agenda]]".to_owned()),
        1 => Just(String::new()),
        1 => prop_oneof![Just("[a]"), Just("[ a . b ] # c"), Just("[a.b.c]"), Just("['q k'.d]"), Just("[agenda.links]")]
            .prop_map(str::to_owned),
        2 => prop_oneof![Just("[[agenda]]"), Just("[[agenda]] # c"), Just("[[agenda.links]]"), Just("[[c.d]]"), Just("[[a]]")]
            .prop_map(str::to_owned),
    ];
    (proptest::collection::vec(line, 0..12), any::<bool>()).prop_map(|(lines, is_crlf)| {
        let text = lines.join("\n") + "\n";
        if is_crlf { text.replace('\n', "\r\n") } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn parsing_in_sections_gives_the_result_of_the_toml_crate(text in toml_text()) {
        // Without table names, brackets are not corrected.
        let known = Vocabulary { tables: &[], arrays: &[], ..KNOWN };
        let whole = text.parse::<toml::Table>();
        let (pieces, diagnostics) = document(&text, known);
        match whole {
            Ok(whole) => {
                prop_assert_eq!(&diagnostics, &vec![]);
                prop_assert_eq!(toml::Table::from(pieces), whole);
            }
            Err(error) => prop_assert!(!diagnostics.is_empty(), "{}", error),
        }
    }

    #[test]
    fn any_text_is_parsed_without_panic(text in "([a-c=\\[\\]{}\"'#:.\\\\ \\n“ө\u{1}]|\"\"\"|'''|title = |\\[\\[agenda\\]\\]\\n){0,60}") {
        let (_, diagnostics) = document(&text, KNOWN);
        for diagnostic in diagnostics {
            prop_assert!(text.get(diagnostic.span.start..diagnostic.span.end).is_some(), "{:?}", diagnostic);
        }
    }

    #[test]
    fn a_truncated_file_keeps_the_sessions_before_the_end(cut in 0_usize..2000) {
        // A header in the description would be ambiguous in a file that ends inside it.
        let text = ten_sessions("tag = 1", true).replacen("[[agenda]]\ntitle = 'not", "agenda\ntitle 'not", 1);
        let cut = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let (root, diagnostics) = document(&text[..cut], KNOWN);
        let begun = text[..cut].matches("\n[[agenda]]\ntitle = \"S").count();
        let shown = root.get("agenda").map_or(0, |entry| match &entry.value.kind {
            Kind::Tables(tables) => tables.len(),
            _ => 0,
        });
        prop_assert!(shown >= begun, "{} of {}", shown, begun);
        prop_assert!(diagnostics.len() <= 1, "{:?}", diagnostics);
    }
}
