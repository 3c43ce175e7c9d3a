//! XML of the app Giggity: a `line` per room, an `item` per session, times in seconds since 1970.

use chrono::{DateTime, FixedOffset};

use super::builder::ConferenceBuilder;
use super::parsed::Parsed;
use super::time::{RawTimes, Timestamp};
use super::xml::{self, Element, Schema};
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::model::{Link, LocalizedText, Room, RoomId, Rooms, Session};
use crate::text::SafeText;

/// A part of its namespace in all versions.
const NAMESPACE: &str = "gaa.st/giggity";

struct Lines;

impl Schema for Lines {
    fn fits(open: &[Element<'_>], child: &Element<'_>) -> bool {
        let any = |name: &str| open.iter().any(|element| element.name == name);
        match child.name {
            "line" => !any("line"),
            "item" => !any("item"),
            _ => true,
        }
    }

    fn closes(name: &str, open: &str) -> bool {
        name != "line" || open != "schedule"
    }

    fn is_known(name: &str) -> bool {
        matches!(name, "schedule" | "line" | "item" | "itemDescription" | "itemLink" | "linkType")
    }

    fn absorbs_text(name: &str) -> bool {
        name == "item"
    }

    fn holds_text(name: &str) -> bool {
        name == "itemDescription"
    }
}

/// Reads a schedule; `None` for a file without the elements of this format.
pub(super) fn read(source: &Source, text: &str) -> Option<Parsed> {
    let has_names = text.contains("<line") && text.contains("<item") && text.contains("startTime");
    if !has_names && !text.contains(NAMESPACE) {
        return None;
    }
    let document = xml::parse::<Lines>(source.text());
    let lines = document.top.within("line");
    let root = document.top.within("schedule").into_iter().next();
    let is_ours =
        lines.iter().any(|line| line.children.iter().any(|item| item.attribute("startTime").is_some()));
    let is_named =
        root.is_some_and(|root| root.attribute("xmlns").is_some_and(|name| name.contains(NAMESPACE)));
    if !is_ours && !is_named {
        return None;
    }
    let title = root
        .and_then(|root| root.attribute("title"))
        .map(|title| LocalizedText::untagged(SafeText::line(title)));
    let mut builder = ConferenceBuilder::new(source, title);
    if let Some(damage) = document.damage {
        builder.report(Diagnostic::new(Code::Damaged, damage));
    }
    // Seconds since 1970 contain no local time; the builder chooses the zone.
    for line in lines {
        let place = room(&mut builder, line);
        for item in line.all("item") {
            session(&mut builder, item, place);
        }
    }
    Some(builder.finish())
}

fn room(builder: &mut ConferenceBuilder, line: &Element<'_>) -> Option<RoomId> {
    let title = line.attribute("title").map(SafeText::line);
    let name = title.clone().map(LocalizedText::untagged);
    let key = line.attribute("id").map(str::to_owned).or_else(|| title.map(|title| title.to_string()))?;
    builder.room_by_key(&key, Room { name, ..Room::default() })
}

fn session(builder: &mut ConferenceBuilder, item: &Element<'_>, room: Option<RoomId>) {
    let start = moment(builder, item, "startTime");
    let end = moment(builder, item, "endTime");
    let description = item.child("itemDescription").and_then(|text| text.text()).map(SafeText::text);
    let id = item.attribute("id").map(SafeText::line);
    let links = item.all("itemLink").filter_map(|link| {
        let url = builder.address(link.attribute("href")?, link.tag)?;
        let label = link
            .attribute("type")
            .filter(|kind| *kind != "www")
            .map(|kind| LocalizedText::untagged(SafeText::line(kind)));
        Some(Link { label, url })
    });
    let links = links.collect();
    let session = Session {
        id: builder.unique_id(id, item.tag),
        title: item.attribute("title").map(|title| LocalizedText::untagged(SafeText::line(title))),
        description: description.map(LocalizedText::untagged),
        times: builder.times(RawTimes { moment: start, end, ..RawTimes::default() }, item.tag),
        rooms: Rooms::In(room.into_iter().collect()),
        links,
        ..Session::default()
    };
    builder.add_session(session, item.tag);
}

fn moment(builder: &mut ConferenceBuilder, item: &Element<'_>, key: &'static str) -> Option<Timestamp> {
    let written = item.attribute(key)?;
    let seconds = written.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let moment = seconds.map(|time| Timestamp { local: time.naive_utc(), offset: FixedOffset::east_opt(0) });
    let moment = moment.or_else(|| Timestamp::read(written));
    if moment.is_none() {
        builder.invalid_value(key, written, Span::new(item.tag.start, item.tag.end));
    }
    moment
}
