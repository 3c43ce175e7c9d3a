//! `docs/FINDING.md`: every example is a valid query, and the page names exactly the existing keys and words.

use kurultai_schedule::index::{Is, Key, Query};

use crate::file;

const PAGE: &str = "docs/FINDING.md";

#[test]
fn every_example_is_right() {
    let page = file(PAGE);
    let mut count = 0;
    for block in page.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("query\n")) {
        for line in block.lines() {
            assert_eq!(Query::read(line).1, [], "{line}");
            assert!(!Query::read(line).0.is_empty(), "{line}");
            count += 1;
        }
    }
    assert!(count >= 15, "{count} examples");
}

/// Returns the rows of the table with this head: the word in the first cell, and the code in the last.
fn rows(page: &str, head: &str) -> Vec<(String, Vec<String>)> {
    let (_, table) = page.split_once(&format!("\n| {head} ")).expect("the table");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let code = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        (code(cells[0]).concat(), code(cells[cells.len() - 1]))
    };
    table.lines().skip(2).take_while(|line| line.starts_with('|')).map(row).collect()
}

#[test]
fn every_key_is_named_and_no_other() {
    let rows = rows(&file(PAGE), "key");
    let keys: Vec<&str> = rows.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, Key::ALL.iter().map(|key| key.word()).collect::<Vec<_>>());
    for (key, examples) in &rows {
        assert!(!examples.is_empty(), "{key}");
        for example in examples {
            let (query, mistakes) = Query::read(example);
            assert_eq!(mistakes, [], "{example}");
            assert_eq!(query.conditions.first().map(|condition| condition.key.word()), Some(key.as_str()));
        }
    }
}

#[test]
fn every_state_of_a_session_is_documented_and_no_other() {
    let rows = rows(&file(PAGE), "word");
    let words: Vec<&str> = rows.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, Is::ALL.iter().map(|is| is.word()).collect::<Vec<_>>());
}
