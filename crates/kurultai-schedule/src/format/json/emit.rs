//! JSON output. `serde_json::Value` would sort the members.

use serde::{Serialize, Serializer};

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

    /// Returns an object with the members that have a value.
    pub(in crate::format) fn known<'a>(
        members: impl IntoIterator<Item = (&'a str, Option<JsonOut>)>,
    ) -> Self {
        let known = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Self::Object(known.collect())
    }

    /// Returns the document, indented by two spaces per level.
    pub(in crate::format) fn document(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl Serialize for JsonOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn members_keep_their_order() {
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
        fn every_text_round_trips(text in any::<String>()) {
            let read: serde_json::Value = serde_json::from_str(&JsonOut::text(&text).document()).unwrap();
            prop_assert_eq!(read.as_str(), Some(&*text));
        }
    }
}
