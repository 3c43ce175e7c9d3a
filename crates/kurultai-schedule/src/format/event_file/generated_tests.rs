//! Property tests: parsing by section gives the same conference as parsing the whole file.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use toml::de::DeTable;

use super::read::{read, read_document};
use super::spanned::Table;
use crate::diagnostic::Source;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_generated_event_is_read_the_same_in_sections(text in event_text()) {
        let source = Source::new("event.toml", &text);
        let (whole, errors) = DeTable::parse_recoverable(&text);
        prop_assert!(errors.is_empty(), "{:?}\n{}", errors, text);
        let whole = Table::convert(whole.get_ref(), &text, 0).unwrap();
        let whole = read_document(whole, Vec::new(), &source);
        let pieces = read(&source);
        prop_assert_eq!(pieces.conference, whole.conference);
    }
}

/// Generates valid TOML with values of every type, not always of the type that the key expects.
fn event_text() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        Just("\"one\""),
        Just("'''\n[[agenda]]\ntitle = \"x\"\n'''"),
        Just("{ ky = \"бир\", en = \"one\", ru = '''\n[event]''' }"),
        Just("\"\"\"\nlong # no comment\n\"\"\""),
        Just("9"),
    ];
    let top =
        prop_oneof![Just("title"), Just("theme"), Just("description"), Just("venue.name"), Just("nobody")];
    let pair = prop_oneof![
        text.clone().prop_map(|value| ("title", value)),
        text.clone().prop_map(|value| ("abstract", value)),
        Just(("date", "2025-02-01")),
        Just(("start", "\"23:30\"")),
        Just(("end", "01:00:00")),
        Just(("duration", "\"1h30m\"")),
        Just(("room", "[\n  \"A\", # first\n  \"B\",\n]")),
        Just(("speakers", "[\"a\", \"Somebody\"]")),
        Just(("people", "[{ person = \"a\", role = \"chair\" }, \"C\"]")),
        Just(("id", "\"a\"")),
        Just(("name", "\"Somebody\"")),
        Just(("links.url", "\"https://example.org\"")),
    ];
    let header = prop_oneof![
        4 => Just("[[agenda]]"),
        1 => Just("[[guests]] # c"),
        1 => Just("[[ speakers ]]"),
        1 => Just("[[sessions]]"),
        1 => Just("[[rooms]]"),
        1 => Just("[[sponsors]]"),
        1 => Just("[[info]]"),
        1 => Just("[[others]]"),
    ];
    let section = (header, vec(pair, 0..6)).prop_map(|(header, pairs)| {
        // Only the last value of a key counts.
        let pairs: BTreeMap<&str, &str> = pairs.into_iter().collect();
        format!("\n{header}\n{}", lines(&pairs))
    });
    (btree_map(top, text, 0..4), vec(section, 0..8), any::<bool>()).prop_map(|(top, sections, is_crlf)| {
        let text = lines(&top) + &sections.concat();
        if is_crlf { text.replace('\n', "\r\n") } else { text }
    })
}

fn lines(pairs: &BTreeMap<&str, &str>) -> String {
    pairs.iter().flat_map(|(key, value)| [key, " = ", value, "\n"]).collect()
}
