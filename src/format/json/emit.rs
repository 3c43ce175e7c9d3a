//! JSON that is written: values in the order in which they were put.

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format) enum JsonOut {
    Null,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<JsonOut>),
    Object(Vec<(String, JsonOut)>),
}

impl JsonOut {
    pub(in crate::format) fn text(text: impl AsRef<str>) -> Self {
        Self::Text(text.as_ref().to_owned())
    }

    /// An object of what is known.
    pub(in crate::format) fn known<'a>(
        members: impl IntoIterator<Item = (&'a str, Option<JsonOut>)>,
    ) -> Self {
        let known = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Self::Object(known.collect())
    }

    /// The document, two blanks for each level.
    pub(in crate::format) fn document(&self) -> String {
        let mut text = String::new();
        self.write(0, &mut text);
        text.push('\n');
        text
    }

    fn write(&self, depth: usize, text: &mut String) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => text.push_str(&number.to_string()),
            Self::Text(value) => quoted(value, text),
            Self::List(items) if items.is_empty() => text.push_str("[]"),
            Self::Object(members) if members.is_empty() => text.push_str("{}"),
            Self::List(items) => {
                text.push('[');
                for (at, item) in items.iter().enumerate() {
                    begin(at, depth + 1, text);
                    item.write(depth + 1, text);
                }
                end(depth, text);
                text.push(']');
            }
            Self::Object(members) => {
                text.push('{');
                for (at, (name, value)) in members.iter().enumerate() {
                    begin(at, depth + 1, text);
                    quoted(name, text);
                    text.push_str(": ");
                    value.write(depth + 1, text);
                }
                end(depth, text);
                text.push('}');
            }
        }
    }
}

fn begin(at: usize, depth: usize, text: &mut String) {
    if at > 0 {
        text.push(',');
    }
    end(depth, text);
}

fn end(depth: usize, text: &mut String) {
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
}

fn quoted(value: &str, text: &mut String) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            c if c.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_document_has_its_values_in_order() {
        let all = [
            ("b", Some(JsonOut::List(vec![JsonOut::Null, JsonOut::Flag(true)]))),
            ("x", None),
            ("a", Some(JsonOut::Number(-1))),
        ];
        let document = JsonOut::known(all).document();
        assert_eq!(document, "{\n  \"b\": [\n    null,\n    true\n  ],\n  \"a\": -1\n}\n");
        assert_eq!(JsonOut::List(vec![JsonOut::Object(Vec::new())]).document(), "[\n  {}\n]\n");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            let read: serde_json::Value = serde_json::from_str(&JsonOut::text(&text).document()).unwrap();
            prop_assert_eq!(read.as_str(), Some(&*text));
        }
    }
}
