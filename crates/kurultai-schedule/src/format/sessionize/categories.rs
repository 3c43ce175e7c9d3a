//! Categories: lists that each event defines to classify its sessions.

use std::collections::HashMap;

use crate::format::builder::ConferenceBuilder;
use crate::format::field_parser;
use crate::format::json::Node;
use crate::model::{LocalizedText, Session};
use crate::text::SafeText;

/// The items of all categories by id, each with the meaning of its category.
#[derive(Default)]
pub(super) struct Categories(HashMap<String, (Meaning, SafeText)>);

/// The meaning of a category, if its title is clear.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meaning {
    Type,
    Level,
    Language,
    Track,
    Other,
}

impl Meaning {
    fn of(title: &str) -> Self {
        let title = title.to_lowercase();
        match title.trim() {
            "session format" | "session type" | "format" | "type" | "session formats" => Self::Type,
            "level" | "session level" | "difficulty" | "difficulty level" | "audience level" => Self::Level,
            "language" | "languages" | "session language" | "spoken language" => Self::Language,
            "track" | "tracks" | "session track" => Self::Track,
            _ => Self::Other,
        }
    }
}

impl Categories {
    pub(super) fn new(categories: &[Node]) -> Self {
        let mut items = HashMap::new();
        for category in categories {
            let meaning = Meaning::of(title(category));
            for item in category.list("items") {
                if let (Some(id), Some(name)) = (item.text("id"), item.text_line("name")) {
                    items.insert(id.to_owned(), (meaning, name));
                }
            }
        }
        Self(items)
    }

    /// Applies the categories to a session.
    pub(super) fn tell(&self, node: &Node, session: &mut Session, builder: &mut ConferenceBuilder) {
        for item in node.list("categoryItems") {
            if let Some((meaning, name)) = item.as_text().and_then(|id| self.0.get(id)) {
                tell(*meaning, name.clone(), session, builder);
            }
        }
        for category in node.list("categories") {
            let meaning = Meaning::of(title(category));
            for item in category.list("categoryItems") {
                if let Some(name) = item.text_line("name").or_else(|| item.as_text().map(SafeText::line)) {
                    tell(meaning, name, session, builder);
                }
            }
        }
        field_parser::leave_languages_out(&mut session.tags, &session.languages);
    }
}

fn title<'d>(category: &'d Node) -> &'d str {
    category.text("title").or_else(|| category.text("name")).unwrap_or_default()
}

/// Sets type, level or track to the first item; further ones become tags.
fn tell(meaning: Meaning, name: SafeText, session: &mut Session, builder: &mut ConferenceBuilder) {
    match meaning {
        Meaning::Type if session.source_type.is_none() => {
            let published = LocalizedText::untagged(name);
            session.kind = session.kind.take().or_else(|| field_parser::kind(&published));
            session.source_type = Some(published);
        }
        Meaning::Level if session.level.is_none() => session.level = Some(LocalizedText::untagged(name)),
        Meaning::Track if session.track.is_none() => session.track = builder.track_named(&name),
        Meaning::Language => match field_parser::language(&name) {
            Some(lang) => session.languages.push(lang),
            None => session.tags.push(LocalizedText::untagged(name)),
        },
        _ => session.tags.push(LocalizedText::untagged(name)),
    }
}
