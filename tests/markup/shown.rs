//! The layout of texts in lines.

use kurultai_schedule::markup::read;

const TEXT: &str = "# What to bring\nA [laptop](https://a.example/), `ssh` and **much** patience, as \
    https://b.example/ says:\n\n- one thing that needs two lines\n  1. first\n  2. second\n- another\n\n> Said *so*.\n\n\
    ```\nif a {\n    b\n}\n```\n\n---\n\n[https://c.example](https://c.example/)";

#[test]
fn plain_text_has_no_markup_and_has_the_urls_of_links() {
    assert_eq!(
        read(TEXT).plain(30),
        [
            "What to bring",
            "A laptop (https://a.example/),",
            "ssh and much patience, as",
            "https://b.example/ says:",
            "",
            "– one thing that needs two",
            "  lines",
            "  1. first",
            "  2. second",
            "– another",
            "",
            "│ Said so.",
            "",
            "  if a {",
            "      b",
            "  }",
            "",
            "────────────────────────",
            "",
            "https://c.example",
        ]
    );
}

#[test]
fn a_url_is_not_repeated() {
    let text = "<p><a href='https://evil.example/'>https://<b>bank</b>.example</a>, <a href='mailto:a@b.example'>a@b.example</a></p>";
    assert_eq!(read(text).plain(80), ["https://bank.example (https://evil.example/), a@b.example"]);
}

#[test]
fn markers_are_omitted_without_space() {
    let deep = "<ul><li>".repeat(10) + "deep and long";
    assert_eq!(read(&deep).plain(12), ["– deep and", "  long"]);
}

#[test]
fn styles_stay_with_their_words_where_lines_break() {
    let rows = read("one **two three** four [five six](https://a.example)").rows(9);
    let texts_and_links: Vec<Vec<(&str, Option<usize>)>> = rows
        .iter()
        .map(|row| row.pieces.iter().map(|piece| (piece.text.as_str(), piece.link)).collect())
        .collect();
    assert_eq!(
        texts_and_links,
        [
            vec![("one ", None), ("two", None)],
            vec![("three", None)],
            vec![("four ", None), ("five", Some(0))].into_iter().take(2).collect(),
            vec![("six", Some(0))],
        ]
    );
}
