//! The XML of the app Giggity: a `line` for each room, in it an `item` for each session, times in seconds since 1970.

use chrono::{DateTime, FixedOffset};

use super::Read;
use super::draft::Draft;
use super::time::{Moment, Told};
use super::values::Values;
use super::xml::{self, Element, Shape};
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::model::{Link, Room, RoomId, Rooms, Session, Texts};
use crate::text::Clean;

/// In every name of its namespace.
const NAMESPACE: &str = "gaa.st/giggity";

struct Lines;

impl Shape for Lines {
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

    fn gathers(name: &str) -> bool {
        name == "item"
    }

    fn holds_text(name: &str) -> bool {
        name == "itemDescription"
    }
}

/// Reads a schedule; `None` for a file without the elements of this format.
pub(super) fn read(source: &Source, text: &str) -> Option<Read> {
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
    let title = root.and_then(|root| root.attribute("title")).map(|title| Texts::plain(Clean::line(title)));
    let mut draft = Draft::new(source, title);
    if let Some(damage) = document.damage {
        draft.find(Diagnostic::new(Code::Damaged, damage));
    }
    // Seconds since 1970 say nothing of the clock at the venue, which the draft finds out.
    let mut values = Values::default();
    for line in lines {
        let place = room(&mut draft, line);
        for item in line.all("item") {
            session(&mut draft, &mut values, item, place);
        }
    }
    Some(draft.finish())
}

fn room(draft: &mut Draft, line: &Element<'_>) -> Option<RoomId> {
    let title = line.attribute("title").map(Clean::line);
    let name = title.clone().map(Texts::plain);
    let key = line.attribute("id").map(str::to_owned).or_else(|| title.map(|title| title.to_string()))?;
    Some(draft.room_of(&key, Room { name, ..Room::default() }))
}

fn session(draft: &mut Draft, values: &mut Values, item: &Element<'_>, room: Option<RoomId>) {
    let start = moment(draft, values, item, "startTime");
    let end = moment(draft, values, item, "endTime");
    let description = item.child("itemDescription").and_then(|text| text.text()).map(Clean::text);
    let id = item.attribute("id").map(Clean::line);
    let links = item.all("itemLink").filter_map(|link| {
        let url = draft.address(link.attribute("href")?, link.tag)?;
        let label =
            link.attribute("type").filter(|kind| *kind != "www").map(|kind| Texts::plain(Clean::line(kind)));
        Some(Link { label, url })
    });
    let links = links.collect();
    let session = Session {
        id: draft.unique_id(id, item.tag),
        title: item.attribute("title").map(|title| Texts::plain(Clean::line(title))),
        description: description.map(Texts::plain),
        times: draft.times(Told { moment: start, end, ..Told::default() }, item.tag),
        rooms: Rooms::In(room.into_iter().collect()),
        links,
        ..Session::default()
    };
    draft.session(session, item.tag);
}

fn moment(draft: &mut Draft, values: &mut Values, item: &Element<'_>, key: &'static str) -> Option<Moment> {
    let written = item.attribute(key)?;
    let seconds = written.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let moment = seconds.map(|time| Moment { local: time.naive_utc(), offset: FixedOffset::east_opt(0) });
    let moment = moment.or_else(|| Moment::read(written));
    if moment.is_none() {
        values.bad(draft, key, written, Span::new(item.tag.start, item.tag.end));
    }
    moment
}
