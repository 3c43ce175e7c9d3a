//! The entries of a plan file.

use chrono::Days;

use super::super::fields::{Fields, KeyValue, Writer};
use super::super::list_file::Entry;
use super::super::session;
use super::{BusyBlock, HiddenItem, Note, Pick, SafeText};
use kurultai_schedule::format::event_file::quoted;
use kurultai_schedule::model::Priority;

const LEVELS: [(&str, Priority); 2] = [("must", Priority::Must), ("maybe", Priority::Maybe)];

impl Entry for Pick {
    const TABLE: &'static str = "picks";

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        // Without a level, a pick is a must.
        let priority = fields.word("level", &LEVELS).unwrap_or(Priority::Must);
        Some(Self { session: session::read(fields)?, priority })
    }

    fn key_values(&self) -> Vec<KeyValue> {
        let word =
            LEVELS.iter().find(|(_, priority)| *priority == self.priority).map(|(word, _)| quoted(word));
        let mut keys = Writer::default();
        keys.value("level", word);
        keys.0.extend(session::key_values(&self.session));
        keys.0
    }

    fn is_same_entry(&self, other: &Self) -> bool {
        self.session.key() == other.session.key()
    }
}

impl Entry for Note {
    const TABLE: &'static str = "notes";

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let text = fields.text("text").filter(|text| !text.is_empty());
        Some(Self { session: session::read(fields)?, text: text? })
    }

    fn key_values(&self) -> Vec<KeyValue> {
        let mut keys = Writer::default();
        keys.text("text", Some(&self.text));
        keys.0.extend(session::key_values(&self.session));
        keys.0
    }

    fn is_same_entry(&self, other: &Self) -> bool {
        self.session.key() == other.session.key()
    }
}

impl Entry for BusyBlock {
    const TABLE: &'static str = "busy";

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (date, start, end) = (fields.date("date"), fields.time("start"), fields.time("end"));
        let (end_date, title) = (fields.date("end_date"), fields.line("title"));
        let start = date?.and_time(start?);
        let end = end_date.or(date)?.and_time(end?);
        // A block that ends before its start ends on the next day.
        let is_night = end < start && end_date.is_none();
        let end = if is_night { end.checked_add_days(Days::new(1)) } else { Some(end) };
        Some(Self { start, end: end.filter(|end| *end > start)?, title })
    }

    fn key_values(&self) -> Vec<KeyValue> {
        let mut keys = Writer::default();
        let (date, end_date) = (self.start.date(), self.end.date());
        keys.date("date", Some(date));
        keys.time("start", Some(self.start.time()));
        keys.time("end", Some(self.end.time()));
        keys.date("end_date", Some(end_date).filter(|end_date| *end_date != date));
        keys.text("title", self.title.as_ref());
        keys.0
    }

    fn is_same_entry(&self, other: &Self) -> bool {
        self == other
    }
}

impl Entry for HiddenItem {
    const TABLE: &'static str = "muted";

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let filled = |name: Option<SafeText>| name.filter(|name| !name.is_empty());
        if fields.has("room") {
            return filled(fields.line("room")).map(Self::Room);
        }
        if fields.has("track") {
            return filled(fields.line("track")).map(Self::Track);
        }
        session::read(fields).map(Self::Session)
    }

    fn key_values(&self) -> Vec<KeyValue> {
        let mut keys = Writer::default();
        match self {
            Self::Room(name) => keys.text("room", Some(name)),
            Self::Track(name) => keys.text("track", Some(name)),
            Self::Session(session) => keys.0 = session::key_values(session),
        }
        keys.0
    }

    fn is_same_entry(&self, other: &Self) -> bool {
        HiddenItem::is_same(self, other)
    }
}
