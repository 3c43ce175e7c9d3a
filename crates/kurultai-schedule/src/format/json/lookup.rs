//! Accessors for JSON values. `null` and empty texts count as absent.

use std::borrow::Cow;

use super::{Json, Node};
use crate::model::LocalizedText;
use crate::text::{Lang, SafeText};

impl<'t> Node<'t> {
    /// Returns the value of a member; the last one wins if names repeat.
    pub(in crate::format) fn get(&self, name: &str) -> Option<&Self> {
        let found = self.members().iter().rev().find(|(known, _)| known == name);
        found.map(|(_, node)| node).filter(|node| node.value != Json::Null)
    }

    /// Returns the members of an object.
    pub(in crate::format) fn members(&self) -> &[(Cow<'t, str>, Self)] {
        match &self.value {
            Json::Object(members) => members,
            _ => &[],
        }
    }

    pub(in crate::format) fn items(&self) -> &[Self] {
        match &self.value {
            Json::List(items) => items,
            _ => &[],
        }
    }

    /// Returns the items of the list under a name.
    pub(in crate::format) fn list(&self, name: &str) -> &[Self] {
        self.get(name).map(Self::items).unwrap_or_default()
    }

    /// Returns a text, or a number as written, because both occur as ids.
    pub(in crate::format) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Json::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Json::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(in crate::format) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_text()
    }

    /// Returns a single-line text.
    pub(in crate::format) fn text_line(&self, name: &str) -> Option<SafeText> {
        self.text(name).map(SafeText::line).filter(|line| !line.is_empty())
    }

    /// Returns a single-line text, plain or by language.
    pub(in crate::format) fn localized_line(&self, name: &str) -> Option<LocalizedText> {
        self.get(name)?.localized(SafeText::line)
    }

    /// Returns a text, plain or by language.
    pub(in crate::format) fn localized_text(&self, name: &str) -> Option<LocalizedText> {
        self.get(name)?.localized(SafeText::text)
    }

    /// Returns a text, plain or as `{"en": "…", "de": "…"}`.
    pub(in crate::format) fn localized(&self, clean: fn(&str) -> SafeText) -> Option<LocalizedText> {
        if let Some(text) = self.as_text() {
            return Some(LocalizedText::untagged(clean(text)));
        }
        self.by_language(|node| node.as_text().map(clean))
    }

    /// Returns the values of the members whose names are languages.
    pub(in crate::format) fn by_language(
        &self,
        read: impl Fn(&Self) -> Option<SafeText>,
    ) -> Option<LocalizedText> {
        let texts = self.members().iter().filter_map(|(code, node)| Some((language(code)?, read(node)?)));
        LocalizedText::translated(texts)
    }

    pub(in crate::format) fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(|node| node.value == Json::Bool(true))
    }

    pub(in crate::format) fn number(&self, name: &str) -> Option<u32> {
        self.text(name)?.parse().ok()
    }
}

fn language(code: &str) -> Option<Lang> {
    Lang::parse(code).or_else(|suggestion| Lang::parse(suggestion.unwrap_or_default())).ok()
}
