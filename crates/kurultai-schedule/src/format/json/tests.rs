use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Converts a node to a value without positions.
fn plain(node: &Node) -> serde_json::Value {
    match &node.value {
        Json::Null => serde_json::Value::Null,
        Json::Bool(flag) => (*flag).into(),
        Json::Number(number) => {
            let whole = number.parse::<i64>().ok().filter(|_| *number != "-0");
            whole.map_or_else(|| number.parse::<f64>().unwrap().into(), Into::into)
        }
        Json::Text(text) => text.clone().into(),
        Json::List(items) => items.iter().map(plain).collect(),
        Json::Object(members) => serde_json::Value::Object(
            members.iter().map(|(name, node)| (name.to_string(), plain(node))).collect(),
        ),
    }
}

/// Returns the parsed value, and the errors as byte and message.
fn read(text: &str) -> (String, Vec<String>) {
    let document = parse(text);
    let diagnostics = document.diagnostics.iter();
    let diagnostics = diagnostics.map(|it| format!("{}: {:?}", it.span.start, it.args[0].1)).collect();
    (plain(&document.root).to_string(), diagnostics)
}

#[track_caller]
fn check(text: &str, left: &str, diagnostics: &[&str]) {
    let (seen, said) = read(text);
    let expected: serde_json::Value = serde_json::from_str(left).unwrap();
    let diagnostics: Vec<String> = diagnostics
        .iter()
        .map(|it| {
            let (at, what) = it.split_once(": ").unwrap();
            format!("{at}: Text({what:?})")
        })
        .collect();
    assert_eq!((seen, said), (expected.to_string(), diagnostics), "{text}");
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (-1e9..1e9).prop_map(|number: f64| number.into()),
        "[a-zé\"\\\\\n,:\\[\\]{} 😀]{0,12}".prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec(("[a-z\"]{0,3}", inner), 0..6)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Generates JSON in unusual spellings: escapes, exponents, whitespace, repeated names.
fn spelled() -> impl Strategy<Value = String> {
    let blank = "[ \t\r\n]{0,2}";
    let part = prop_oneof![
        "[ -!#-\\[\\]-~é😀\u{7f}\u{2028}\u{feff}\u{fffd}]{0,4}",
        prop::sample::select(vec![
            r"\\",
            r#"\""#,
            r"\/",
            r"\b",
            r"\f",
            r"\n",
            r"\r",
            r"\t",
            r"\u0000",
            r"\u00e9",
            r"\uD83D\uDE00",
            r"\ufffd",
            r"\uFEFF",
            r"\u002F",
            "', '",
            "}], [{",
            "//",
            "/* */",
            "#",
            "NaN",
        ])
        .prop_map(str::to_owned),
    ];
    let text = prop::collection::vec(part, 0..4).prop_map(|parts| format!("\"{}\"", parts.concat()));
    let number = "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?([eE][+-]?[0-9])?";
    let word = prop::sample::select(vec!["null", "true", "false", "[]", "{}", "[ ]", "{\n}"]);
    let leaf = prop_oneof![text.clone(), number.prop_map(String::from), word.prop_map(str::to_owned)];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        let item =
            (blank, inner.clone(), blank).prop_map(|(before, item, after)| format!("{before}{item}{after}"));
        let member = (blank, text.clone(), blank, item.clone())
            .prop_map(|(before, name, after, item)| format!("{before}{name}{after}:{item}"));
        prop_oneof![
            prop::collection::vec(item, 1..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 1..6).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

proptest! {
    #[test]
    fn valid_files_are_read_like_serde_json(value in json()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let document = parse(&text);
            prop_assert_eq!(&plain(&document.root), &value);
            prop_assert_eq!(document.diagnostics, vec![]);
        }
    }

    #[test]
    fn valid_json_is_never_reported(text in spelled()) {
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) {
            let document = parse(&text);
            prop_assert_eq!(document.diagnostics, vec![], "{}", &text);
            prop_assert_eq!(plain(&document.root), value, "{}", &text);
        }
    }

    #[test]
    fn changed_files_are_damaged_only_if_serde_json_rejects_them(
        value in json(), at in any::<prop::sample::Index>(), with in "[\\[\\]{},:\"\\\\a0 .\n/-]{0,2}", takes in 0_usize..3
    ) {
        let chars: Vec<char> = value.to_string().chars().collect();
        let at = at.index(chars.len());
        let rest = chars.iter().skip(at + takes);
        let text: String = chars[..at].iter().copied().chain(with.chars()).chain(rest.copied()).collect();
        let is_strict = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        prop_assert!(!is_strict || parse(&text).diagnostics.is_empty(), "{}", &text);
    }

    #[test]
    fn parsing_terminates(text in "[\\[\\]{},:\"\\\\a1 ué-]{0,80}") {
        parse(&text);
    }
}

#[test]
fn spans_are_those_of_the_values() {
    let text = r#" {"a": [1, "é"]}"#;
    let root = parse(text).root;
    assert_eq!(&text[root.span.start..root.span.end], r#"{"a": [1, "é"]}"#);
    let items = root.list("a");
    assert_eq!(&text[items[1].span.start..items[1].span.end], "\"é\"");
}

#[test]
fn an_error_costs_the_rest_of_the_file() {
    // A quote, of a text and of a name.
    check(r#"[{"t": "A, b, "u": 1}, 2]"#, r"[{}]", &["15: a comma or a closing bracket is expected"]);
    check(r#"[{"a": 1, "t": xA, b", "u": 1}, 2]"#, r#"[{"a": 1}]"#, &["15: a value is expected"]);
    check(r#"[{"a": 1, xt": 1, "u": 2}, 3]"#, r#"[{"a": 1}]"#, &["10: a name in quotes is expected"]);
    check(r#"[{"tx: 1, "u": 2}, 3]"#, r"[{}]", &["11: a colon is expected"]);
    check(
        "[{\"a\": 1, \"t\": \"x,\n\"u\": 2}]",
        r#"[{"a": 1}]"#,
        &["18: a control character stands in a text"],
    );
    check(r#"[1, "say "hi" to", 2]"#, "[1]", &["10: a comma or a closing bracket is expected"]);
    // A bracket.
    check(r#"[{"a": 1},  "a": 2}]"#, r#"[{"a": 1}]"#, &["15: a comma or a closing bracket is expected"]);
    check(r#"[{"a": "1" , {"a": 2}]"#, r#"[{"a": "1"}]"#, &["13: a name in quotes is expected"]);
    check(r#"[{"a": ["b"}, "c": 1}, 2]"#, r#"[{"a": ["b"]}]"#, &["11: this bracket closes nothing"]);
    check(r#"{"a": {{"b": 1}], "c": 3}"#, r#"{"a": {}}"#, &["7: a name in quotes is expected"]);
    check(r#"{"a": 1]}"#, r#"{"a": 1}"#, &["7: this bracket closes nothing"]);
    check("[1]\n[2]", "[1]", &["4: something stands behind the end"]);
    // A comma, a colon and a number.
    check(r#"[{"a": 1} {"a": 2}]"#, r#"[{"a": 1}]"#, &["10: a comma or a closing bracket is expected"]);
    check(r#"{"b": 1, "a"x"b"}"#, r#"{"b": 1}"#, &["12: a colon is expected"]);
    check(r#"{"b": 1, "a": 1x4, "c": 1}"#, r#"{"b": 1}"#, &["14: a value is expected"]);
}

#[test]
fn a_truncated_file_keeps_complete_values() {
    check(r#"[{"a": 1}, {"a": 2, "b": "x"#, r#"[{"a": 1}, {"a": 2}]"#, &["27: the file ends too early"]);
    check(r#"[{"a": 1}, {"a": 23"#, r#"[{"a": 1}, {}]"#, &["17: a value is expected"]);
    check(r#"[{"a": 1}, {"a": "b""#, r#"[{"a": 1}, {"a": "b"}]"#, &["20: the file ends too early"]);
    check(r#"[{"a": 1}, {"a"#, r#"[{"a": 1}, {}]"#, &["14: the file ends too early"]);
    check("[1, ", "[1]", &["3: the file ends too early"]);
    check("", "null", &["0: the file ends too early"]);
}

#[test]
fn harmless_errors_cost_nothing() {
    check("[1, 2,]", "[1, 2]", &["6: a value is expected"]);
    check(r#"{"a": 1,}"#, r#"{"a": 1}"#, &["8: a value is expected"]);
    check("[NaN, 1, -Infinity]", "[null, 1, null]", &["1: a value is expected"]);
    check("[\"a\nb\", \"c\nd\"]", r#"["a\nb", "c\nd"]"#, &["3: a control character stands in a text"]);
}

#[test]
fn hostile_values_are_harmless() {
    check(
        r#"["\ud800", "\ud83d\ude00", "\ud800\u0041"]"#,
        "[\"\u{fffd}\", \"😀\", \"\u{fffd}A\"]",
        &["2: half of a character stands here"],
    );
    check(
        r#"["\x", 1, "\u12"]"#,
        r#"["\\x", 1, "\\u12"]"#,
        &["2: \\ has a meaning of its own in a text", "11: \\u needs four digits"],
    );
    check("\u{feff}[1]", "[1]", &[]);
    assert_eq!(parse("[1e999, 18446744073709551616]").root.items()[0].value, Json::Number("1e999"));
    let twice = parse(r#"{"a": 1, "a": 2}"#).root;
    assert_eq!((twice.members().len(), twice.text("a")), (2, Some("2")));
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(parse(&deep(128)).diagnostics, vec![]);
    assert_eq!(read(&deep(129)).1, ["128: Text(\"it is nested too deep\")"]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "what takes time can only be measured with a clock")]
fn hostile_files_take_linear_time() {
    let long = 300_000;
    for part in [
        "[", "{", "[{", "x ", "[x", "{a},", "[{a,", "{[a", "\"", "{\"a\":", "]", "}", "[}", "{]", "\"a\":",
        "\"a\" x", "{\"a\" [", "\\\"", ",", ":", "\"\\", "\"}", "[\"]", " ",
    ] {
        for text in [
            part.repeat(long / part.len()),
            format!("[{}", part.repeat(long / part.len())),
            format!("{{\"a\": [\"{}", part.repeat(long / part.len())),
        ] {
            let begin = Instant::now();
            assert!(parse(&text).diagnostics.len() <= 20);
            let took = begin.elapsed();
            assert!(took < Duration::from_secs(3), "{part:?} took {took:?}");
        }
    }
}
