//! The word that is being typed, and its completions.

use kurultai_schedule::index::{CompletionContext, Key};

/// Checks the key, the text and the position of the word that is being typed.
#[track_caller]
fn types(text: &str, key: Option<Key>, word: &str, from: usize) {
    let typing = CompletionContext::at_end(text);
    let end = text.chars().count();
    assert_eq!((typing.key, typing.text.as_str(), typing.place), (key, word, from..end), "{text:?}");
}

#[test]
fn the_last_word_is_typed() {
    types("", None, "", 0);
    types("rust ro", None, "ro", 5);
    types("rust ", None, "", 5);
    types("room:", Some(Key::Room), "", 5);
    types("x -room:jan", Some(Key::Room), "jan", 8);
    types("room:Aula,jan", Some(Key::Room), "jan", 10);
    types("room:\"Aula x\",\"ja n", Some(Key::Room), "ja n", 14);
    types("room:a, ", None, "", 8);
    types("\"exactly th", None, "exactly th", 0);
    types("foo:ba", None, "foo:ba", 0);
    types("өз", None, "өз", 0);
    types("-", None, "", 1);
}

#[test]
fn it_is_finished_as_a_key_or_a_value() {
    let typing = CompletionContext::at_end("rust -t");
    assert_eq!(typing.keys().collect::<Vec<_>>(), [Key::Track, Key::Type, Key::Tag, Key::Title]);
    assert_eq!(typing.with_key("rust -t", Key::Tag), "rust -tag:");
    assert_eq!(typing.with_value("rust -t", Key::Tag, "t, u"), "rust -tag:\"t, u\" ");
    let text = "room:Aula,\"mö";
    let typing = CompletionContext::at_end(text);
    assert_eq!(typing.keys().count(), 0);
    assert!(typing.may_be("Hall B (Mobius)", "") && !typing.may_be("Aula", "Aula"));
    assert_eq!(typing.with_value(text, Key::Room, "Hall B"), "room:Aula,\"Hall B\" ");
    assert_eq!(CompletionContext::at_end("x ").keys().count(), 0);
}
