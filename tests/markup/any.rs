//! Property tests with arbitrary texts.

use std::time::{Duration, Instant};

use kurultai_schedule::markup::read;
use kurultai_schedule::text::width;
use proptest::prelude::*;

/// Generates words, and characters with a meaning between them.
fn piece() -> impl Strategy<Value = String> {
    let signs = [
        "\n",
        "\n\n",
        " ",
        "  \n",
        "\t",
        "    ",
        "- ",
        "1. ",
        "> ",
        "# ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "<",
        ">",
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<b>",
        "</b>",
        "<a href='https://a.example'>",
        "</a>",
        "<br>",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "<!--",
        "&#27;",
        "&amp;",
        "&",
        "|",
        "---\n",
        "===\n",
        "https://a.example/",
        "www.",
        "[x](https://b.example)",
        "[0]: https://c.example\n",
        "•",
        "\\",
        "\u{1b}",
        "\r",
        "\u{202e}",
        "e\u{301}",
        "日本",
        "👨\u{200d}👩",
    ];
    prop_oneof![2 => "[a-zA-ZәөүА-Я0-9]{1,12}", 3 => prop::sample::select(signs.to_vec()).prop_map(str::to_owned)]
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

proptest! {
    #[test]
    fn nothing_hostile_comes_out_and_no_line_is_too_wide(
        pieces in prop::collection::vec(piece(), 0..60),
        columns in 2_usize..60,
    ) {
        let markup = read(&pieces.concat());
        for block in &markup.blocks {
            for span in &block.spans {
                prop_assert!(!span.text.is_empty());
                prop_assert!(span.text.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", span);
                let turns = span.text.contains('\u{202e}');
                prop_assert!(!turns);
                prop_assert!(span.link.is_none_or(|link| link < markup.links.len()));
            }
        }
        let text: String = markup.blocks.iter().flat_map(|block| &block.spans).map(|span| span.text.as_str()).collect();
        let rows = markup.rows(columns);
        let shown: String = rows.iter().flat_map(|row| &row.pieces).map(|piece| piece.text.as_str()).collect();
        for row in &rows {
            prop_assert!(width(&row.text()) <= columns, "{:?}", row);
        }
        for line in markup.plain(columns) {
            prop_assert!(width(&line) <= columns, "{:?}", line);
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&shown), letters(&text));
    }

    #[test]
    fn any_characters_are_read(text in any::<String>()) {
        let _ = read(&text).plain(40);
    }

    #[test]
    fn plain_text_keeps_its_words(lines in prop::collection::vec("([a-zA-ZәөүА-Я0-9]{1,12}[ ,.;:!?-]{0,2}){0,20}", 0..12)) {
        let text = lines.join("\n");
        let shown = read(&text).plain(1000).join(" ");
        prop_assert_eq!(words(&shown), words(&text));
    }
}

#[expect(clippy::disallowed_methods, reason = "it measures how long something takes")]
fn now() -> Instant {
    Instant::now()
}

#[test]
fn no_text_takes_longer_than_its_length() {
    let texts = [
        ("div", "<div>".repeat(100_000)),
        ("ul", "<ul><li>".repeat(100_000)),
        ("blockquote", "<blockquote>".repeat(100_000)),
        ("b", "<p>".to_owned() + &"<b>x".repeat(100_000)),
        ("b in Markdown", "<b>x".repeat(100_000)),
        ("quotes", ">".repeat(100_000)),
        ("quotes with text", "> ".repeat(100_000) + "x"),
        ("brackets", "[".repeat(50_000)),
        ("brackets with more", "[a](".repeat(50_000)),
        ("pictures", "![".repeat(50_000)),
        ("stars", "*".repeat(100_000)),
        ("stars and letters", "*a **b ".repeat(50_000)),
        ("ticks", (1..1_000).map(|n| "`".repeat(n) + " ").collect()),
        ("angles", "<".repeat(100_000)),
        ("comments", "<!--".repeat(50_000)),
        ("lists", (0..1_000).map(|n| "  ".repeat(n) + "- a\n").collect()),
        ("entities", "&amp".repeat(100_000)),
        (
            "definitions",
            (0..20_000)
                .flat_map(|n| ["[".to_owned(), n.to_string(), "]: https://a.example\n".to_owned()])
                .collect(),
        ),
        ("addresses", "https://a.example/ ".repeat(20_000)),
        ("schemes", "https://".repeat(50_000)),
        ("lines", "a\n".repeat(100_000)),
        ("zero width", "\u{200b}".repeat(100_000)),
        ("spans", "<p>".to_owned() + &"<b>a</b>b ".repeat(50_000)),
        ("tables", "|".repeat(50_000) + "\n" + &"-|".repeat(50_000) + "\n" + &"|a\n".repeat(1_000)),
        ("a megabyte", "word ".repeat(200_000)),
    ];
    for (name, text) in texts {
        let begun = now();
        let lines = read(&text).plain(80).len();
        let needed = begun.elapsed();
        println!("{name}: {needed:?}, {lines} lines");
        // The limit is for an unoptimized build; quadratic time would take minutes.
        assert!(needed < Duration::from_secs(20), "{name} took {needed:?}");
    }
}

/// Run with `cargo test --release --test markup -- --ignored --nocapture`.
#[test]
#[ignore = "measures, and says something of release builds alone"]
fn ten_megabytes_in_one_line() {
    for (name, text) in
        [("plain", "word ".repeat(2_000_000)), ("html", "<p>".to_owned() + &"wörd <i>x</i> ".repeat(700_000))]
    {
        let begun = now();
        let markup = read(&text);
        let read_in = begun.elapsed();
        let rows = markup.rows(88).len();
        println!("{name}: read in {read_in:?}, {rows} rows in {:?}", begun.elapsed());
        assert!(begun.elapsed() < Duration::from_secs(4));
    }
}
