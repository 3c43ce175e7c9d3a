//! What readers ask a document for. A null is nothing, and so is an empty text.

use super::{Json, Node};
use crate::model::LocalizedText;
use crate::text::{Lang, SafeText};

impl Node {
    /// What stands under a name; of two the last one, as in every language that programs are made with.
    pub(in crate::format) fn get(&self, name: &str) -> Option<&Self> {
        let found = self.members().iter().rev().find(|(known, _)| known == name);
        found.map(|(_, node)| node).filter(|node| node.value != Json::Null)
    }

    /// What stands under a name; when the name is damaged, what looks like it.
    pub(in crate::format) fn get_or_find(&self, name: &str, looks: impl Fn(&Self) -> bool) -> Option<&Self> {
        self.get(name).or_else(|| self.members().iter().map(|(_, node)| node).find(|node| looks(node)))
    }

    /// The names of an object with what stands under them.
    pub(in crate::format) fn members(&self) -> &[(String, Self)] {
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

    /// The items of the list under a name.
    pub(in crate::format) fn list(&self, name: &str) -> &[Self] {
        self.get(name).map(Self::items).unwrap_or_default()
    }

    /// A text, or a number as it is written: both are ids.
    pub(in crate::format) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Json::Text(text) | Json::Number(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    pub(in crate::format) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_text()
    }

    /// A text of one line.
    pub(in crate::format) fn text_line(&self, name: &str) -> Option<SafeText> {
        self.text(name).map(SafeText::line).filter(|line| !line.is_empty())
    }

    /// A text of one line, plain or by languages.
    pub(in crate::format) fn localized_line(&self, name: &str) -> Option<LocalizedText> {
        self.get(name)?.localized(SafeText::line)
    }

    /// A text of several lines, plain or by languages.
    pub(in crate::format) fn localized_text(&self, name: &str) -> Option<LocalizedText> {
        self.get(name)?.localized(SafeText::text)
    }

    /// A text, or `{"en": "…", "de": "…"}`.
    pub(in crate::format) fn localized(&self, clean: fn(&str) -> SafeText) -> Option<LocalizedText> {
        if let Some(text) = self.as_text() {
            return Some(LocalizedText::untagged(clean(text)));
        }
        self.by_language(|node| node.as_text().map(clean))
    }

    /// What stands under the names that are languages.
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
    Lang::parse(code).or_else(|meant| Lang::parse(meant.unwrap_or_default())).ok()
}
