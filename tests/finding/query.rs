//! Parsing and formatting of queries.

use kurultai_schedule::index::{Key, Query};

use crate::errors;

/// Checks a parsed query by its formatted form.
#[track_caller]
fn reads(text: &str, expected: &str) {
    let (query, _) = Query::read(text);
    assert_eq!(query.to_string(), expected, "{text}");
    assert_eq!(Query::read(expected).0, query, "{expected}");
}

#[test]
fn words_texts_and_conditions() {
    reads("  rust  kernel ", "rust kernel");
    reads("ROOM:Janson rust", "rust room:Janson");
    reads("-rust -\"exactly so\" x", "x -rust -\"exactly so\"");
    reads("-track:Rust", "-track:Rust");
    reads("room:\"UB2.252A (Lameere)\"", "room:\"UB2.252A (Lameere)\"");
    reads("lang:en,de", "lang:en,de");
    reads("person:ada language:ky", "speaker:ada lang:ky");
    reads("after:14:00 before:18:00", "after:14:00 before:18:00");
    reads("http://x foo:bar 5\" a:b", "http://x foo:bar 5\" a:b");
}

#[test]
fn quotes_of_every_kind() {
    for text in ["\"a b\"", "“a b”", "„a b“", "«a b»", "»a b«", "”a b”", "“a b\"", "\"a b", "« a b »"]
    {
        reads(text, "\"a b\"");
    }
    reads("\"the \"\"big\"\" one\"x", "\"the \"\"big\"\" one\" x");
    reads("\"a “b” c\"", "\"a “b” c\"");
    reads("room:«a b»,c,“d, e”", "room:\"a b\",c,\"d, e\"");
    reads("\"\" \" \" - -\"\"", "");
}

#[test]
fn values_of_one_key_are_alternatives_but_states_are_not() {
    reads("room:a x room:b room:A -room:c -room:d", "x room:a,b -room:c,d");
    reads(
        "is:now is:picked is:must,maybe is:NOW -is:past -is:hidden",
        "is:now is:picked is:must,maybe -is:past,hidden",
    );
    reads("lang:en,,de, lang:en", "lang:en,de");
    reads("after:9 after:10", "after:9 after:10");
}

#[test]
fn a_hyphen_alone_and_two_are_no_condition() {
    reads("- -- --room:a a-b", "a-b -- --room:a");
}

#[test]
fn each_chip_has_one_condition() {
    let (query, _) = Query::read("room:Janson,\"K 1\" -track:Rust x");
    let chips: Vec<String> = query.conditions.iter().map(kurultai_schedule::index::Condition::chip).collect();
    assert_eq!(chips, ["room: Janson, K 1", "-track: Rust"]);
    assert_eq!(query.without(0).to_string(), "x -track:Rust");
    assert_eq!(query.without(2), query);
}

#[test]
fn values_are_put_in_and_taken_out() {
    let mut query = Query::default();
    let mut toggled = |key, value: &str| {
        query.toggle(key, value);
        query.to_string()
    };
    assert_eq!(toggled(Key::Room, "Janson"), "room:Janson");
    assert_eq!(toggled(Key::Room, "K, \"1\""), "room:Janson,\"K, \"\"1\"\"\"");
    assert_eq!(toggled(Key::Is, "now"), "room:Janson,\"K, \"\"1\"\"\" is:now");
    assert_eq!(toggled(Key::Is, "picked"), "room:Janson,\"K, \"\"1\"\"\" is:now is:picked");
    assert_eq!(toggled(Key::Room, "JANSON"), "room:\"K, \"\"1\"\"\" is:now is:picked");
    assert_eq!(toggled(Key::Is, "now"), "room:\"K, \"\"1\"\"\" is:picked");
    query.toggle_excluded(Key::Is, "picked");
    query.toggle_excluded(Key::Tag, "x");
    assert_eq!(query.to_string(), "room:\"K, \"\"1\"\"\" -is:picked -tag:x");
    assert!(query.excludes(Key::Tag, "X") && !query.has(Key::Tag, "x") && query.has(Key::Room, "k, \"1\""));
    query.toggle(Key::Tag, "x");
    query.toggle(Key::Tag, "x");
    query.toggle_excluded(Key::Is, "picked");
    assert_eq!(query.to_string(), "room:\"K, \"\"1\"\"\"");
}

#[test]
fn errors_have_positions_and_affect_nothing_else() {
    let text = "rooom:x is:nwo,past is:blue after:25:00 before:18:00 lang: tag:,";
    reads(text, "rooom:x is:past before:18:00");
    assert_eq!(
        errors(text, "en"),
        [
            "0–5 `rooom:` is not a condition; it is searched as text. Did you mean `room:`?",
            "11–14 `is:nwo` is not a condition. Did you mean `now`?",
            "23–27 `is:blue` is not a condition. Write one of these: now, next, past, picked, must, maybe, \
             collides, free, noted, hidden, online, streamed, recorded, slides, repeated, cancelled.",
            "34–39 `25:00` is not a valid time; write `after:14:00`.",
            "53–58 `lang:` has no value; write one right after the colon, without a space.",
            "59–64 `tag:` has no value; write one right after the colon, without a space.",
        ]
    );
}

#[test]
fn unknown_values_are_reported_with_a_suggestion() {
    assert_eq!(
        errors("room:Aulla room:mobuis speaker:омурбег day:satturday day:mon track:x kind:tlak", "en"),
        [
            "5–10 The schedule has no room `Aulla`. Did you mean `Aula`?",
            "16–22 The schedule has no room `mobuis`. Did you mean `Hall B (Möbius)`?",
            "31–38 The schedule has no person `омурбег`. Did you mean `Өмүрбек Ж`?",
            "43–52 The schedule has no day `satturday`. Did you mean `saturday`?",
            "57–60 The schedule has no day `mon`.",
            "74–78 No session is of the kind `tlak`. Did you mean `talk`?",
        ]
    );
    assert_eq!(
        errors("lang:kg lang:fr type:devrom level:x tag:Jaba", "en"),
        [
            "5–7 No session is in the language `kg`. Did you mean `ky`?",
            "13–15 No session is in the language `fr`.",
            "21–27 No session is of the type `devrom`. Did you mean `Devroom`?",
            "34–35 No session has the level `x`.",
            "40–44 No session has the tag `Jaba`. Did you mean `Java`?",
        ]
    );
}

#[test]
fn errors_are_translated() {
    let text = "rooom:x is:blue after:x lang: day:7";
    assert_eq!(
        errors(text, "ru"),
        [
            "0–5 `rooom:` — не условие; ищется как текст. Возможно, `room:`?",
            "11–15 Нет такого условия: `is:blue`. Напишите одно из этих слов: now, next, past, picked, must, maybe, \
             collides, free, noted, hidden, online, streamed, recorded, slides, repeated, cancelled.",
            "22–23 `x` — неверное время; напишите `after:14:00`.",
            "24–29 У `lang:` нет значения; напишите его сразу за двоеточием, без пробела.",
            "34–35 В программе нет такого дня: `7`.",
        ]
    );
    assert_eq!(
        errors("is:nwo before:9:5 room:Auta", "ky"),
        [
            "3–6 Мындай шарт жок: `is:nwo`. `now` эмеспи?",
            "14–17 `9:5` — убакыт эмес; `before:14:00` деп жазыңыз.",
            "23–27 Программада мындай зал жок: `Auta`. `Aula` эмеспи?",
        ]
    );
}
