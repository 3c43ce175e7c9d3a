//! The element structure of schedule.xml. It determines where a lost end tag was: before the next element
//! that cannot be nested.

use crate::format::xml::{Element, Schema};

pub(super) struct Schedule;

/// Elements that contain text or markup.
const TEXTS: &str = "\
    title acronym days timeslot_duration day_change base_url time_zone_name venue city version date start end \
    duration slug url subtitle track type language abstract description logo feedback_url origin_url \
    video_download_url";
/// Containers in an event.
const LISTS: &str = "persons links attachments recording answers";
/// The content of these containers.
const ITEMS: &str = "person link attachment license optout name biography extended_biography";
const FRAMES: &str = "schedule conference tracks day event";

fn is_in(name: &str, names: &str) -> bool {
    names.split(' ').any(|known| known == name)
}

impl Schema for Schedule {
    fn fits(open: &[Element<'_>], child: &Element<'_>) -> bool {
        let [.., parent] = open else { return true };
        // Other open elements in between do not matter, because events and fields do not nest.
        let any = |test: &dyn Fn(&str) -> bool| open.iter().any(|element| test(element.name));
        let is_in_event = || any(&|name| name == "event");
        let is_in_room = || open.windows(2).any(|pair| pair[0].name == "event" && pair[1].name == "room");
        let is_in_text = || is_in_room() || any(&|name| is_in(name, TEXTS));
        let is_in_list = || any(&|name| is_in(name, LISTS) || is_in(name, ITEMS));
        match child.name {
            "schedule" | "conference" | "day" => open.len() == 1 || parent.name == "schedule",
            "room" if child.attribute("name").is_some() => {
                let is_beside = matches!(parent.name, "room" | "conference" | "tracks");
                !is_in_event() && !is_in_text() && !is_in_list() && !is_beside
            }
            "event" => {
                let is_beside = matches!(parent.name, "conference" | "tracks");
                !is_in_event() && !is_in_text() && !is_in_list() && !is_beside
            }
            "person" | "link" | "attachment" => !is_in_text() && !is_in(parent.name, ITEMS),
            // People and the recording have text elements with the same names.
            "slug" | "url" | "description" | "title" if parent.name == "person" => true,
            "url" if parent.name == "recording" => true,
            name if is_in(name, LISTS) || is_in(name, TEXTS) || name == "room" => {
                !is_in_text() && !is_in_list()
            }
            _ => true,
        }
    }

    /// Rooms contain sessions, which have a `<room>` element. If its start tag is lost, `</room>` does not
    /// end the room around the session.
    fn closes(name: &str, open: &str) -> bool {
        name != "room" || open != "event"
    }

    fn is_known(name: &str) -> bool {
        name == "room" || [TEXTS, LISTS, ITEMS, FRAMES].iter().any(|names| is_in(name, names))
    }

    fn absorbs_text(name: &str) -> bool {
        matches!(name, "event" | "conference")
    }

    fn holds_text(name: &str) -> bool {
        (is_in(name, TEXTS) && name != "days")
            || is_in(name, "name license optout status release href label avatar video")
    }
}
