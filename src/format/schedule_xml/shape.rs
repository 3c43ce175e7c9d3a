//! Which element of schedule.xml stands in which: where an end tag is lost, the next element tells where it stood.

use crate::format::xml::{Element, Schema};

pub(super) struct Schedule;

/// What holds text alone, or markup.
const TEXTS: [&str; 26] = [
    "title",
    "acronym",
    "days",
    "timeslot_duration",
    "day_change",
    "base_url",
    "time_zone_name",
    "venue",
    "city",
    "version",
    "date",
    "start",
    "end",
    "duration",
    "slug",
    "url",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
    "logo",
    "feedback_url",
    "origin_url",
    "video_download_url",
];
/// What holds the lists and the small print of an event.
const LISTS: [&str; 5] = ["persons", "links", "attachments", "recording", "answers"];
/// What these lists hold.
const ITEMS: [&str; 8] =
    ["person", "link", "attachment", "license", "optout", "name", "biography", "extended_biography"];
const FRAMES: [&str; 5] = ["schedule", "conference", "tracks", "day", "event"];

impl Schema for Schedule {
    fn fits(open: &[Element<'_>], child: &Element<'_>) -> bool {
        let [.., parent] = open else { return true };
        // Whatever else is open between the two, in an event there is no other one, and no field in a field.
        let any = |test: &dyn Fn(&str) -> bool| open.iter().any(|element| test(element.name));
        let is_in_event = any(&|name| name == "event");
        let is_in_room = open.windows(2).any(|pair| pair[0].name == "event" && pair[1].name == "room");
        let is_in_text = is_in_room || any(&|name| TEXTS.contains(&name));
        let is_in_list = any(&|name| LISTS.contains(&name) || ITEMS.contains(&name));
        match child.name {
            "schedule" | "conference" | "day" => open.len() == 1 || parent.name == "schedule",
            "room" if child.attribute("name").is_some() => {
                let is_beside = matches!(parent.name, "room" | "conference" | "tracks");
                !is_in_event && !is_in_text && !is_in_list && !is_beside
            }
            "event" => {
                let is_beside = matches!(parent.name, "conference" | "tracks");
                !is_in_event && !is_in_text && !is_in_list && !is_beside
            }
            "person" | "link" | "attachment" => !is_in_text && !ITEMS.contains(&parent.name),
            // People, and the recording, have texts of their own under the same names.
            "slug" | "url" | "description" | "title" if parent.name == "person" => true,
            "url" if parent.name == "recording" => true,
            name if LISTS.contains(&name) || TEXTS.contains(&name) || name == "room" => {
                !is_in_text && !is_in_list
            }
            _ => true,
        }
    }

    /// Sessions stand in rooms and name their rooms. One whose `<room>` is lost still has `</room>`, which does not end
    /// the room that it stands in.
    fn closes(name: &str, open: &str) -> bool {
        name != "room" || open != "event"
    }

    fn is_known(name: &str) -> bool {
        name == "room" || [&TEXTS[..], &LISTS, &ITEMS, &FRAMES].iter().any(|names| names.contains(&name))
    }

    fn absorbs_text(name: &str) -> bool {
        matches!(name, "event" | "conference")
    }

    fn holds_text(name: &str) -> bool {
        (TEXTS.contains(&name) && name != "days")
            || matches!(
                name,
                "name" | "license" | "optout" | "status" | "release" | "href" | "label" | "avatar" | "video"
            )
    }
}
