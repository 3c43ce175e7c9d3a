//! The element structure of schedule.xml. It determines where a lost end tag was: before the next element
//! that cannot be nested.

use crate::format::xml::{Element, Schema};

pub(super) struct Schedule;

/// True for elements that contain text or markup.
fn is_text(name: &str) -> bool {
    matches!(
        name,
        "title"
            | "acronym"
            | "days"
            | "timeslot_duration"
            | "day_change"
            | "base_url"
            | "time_zone_name"
            | "venue"
            | "city"
            | "version"
            | "date"
            | "start"
            | "end"
            | "duration"
            | "slug"
            | "url"
            | "subtitle"
            | "track"
            | "type"
            | "language"
            | "abstract"
            | "description"
            | "logo"
            | "feedback_url"
            | "origin_url"
            | "video_download_url"
    )
}

/// True for the containers in an event.
fn is_list(name: &str) -> bool {
    matches!(name, "persons" | "links" | "attachments" | "recording" | "answers")
}

/// True for the content of these containers.
fn is_item(name: &str) -> bool {
    matches!(
        name,
        "person" | "link" | "attachment" | "license" | "optout" | "name" | "biography" | "extended_biography"
    )
}

/// True for events and the elements around them, except rooms.
fn is_frame(name: &str) -> bool {
    matches!(name, "schedule" | "conference" | "tracks" | "day" | "event")
}

impl Schema for Schedule {
    fn fits(open: &[Element<'_>], child: &Element<'_>) -> bool {
        let [.., parent] = open else { return true };
        // Other open elements in between do not matter, because events and fields do not nest.
        let any = |test: &dyn Fn(&str) -> bool| open.iter().any(|element| test(element.name));
        let is_in_event = || any(&|name| name == "event");
        let is_in_room = || open.windows(2).any(|pair| pair[0].name == "event" && pair[1].name == "room");
        let is_in_text = || is_in_room() || any(&is_text);
        let is_in_list = || any(&|name| is_list(name) || is_item(name));
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
            "person" | "link" | "attachment" => !is_in_text() && !is_item(parent.name),
            // People and the recording have text elements with the same names.
            "slug" | "url" | "description" | "title" if parent.name == "person" => true,
            "url" if parent.name == "recording" => true,
            name if is_list(name) || is_text(name) || name == "room" => !is_in_text() && !is_in_list(),
            _ => true,
        }
    }

    /// Rooms contain sessions, which have a `<room>` element. If its start tag is lost, `</room>` does not
    /// end the room around the session.
    fn closes(name: &str, open: &str) -> bool {
        name != "room" || open != "event"
    }

    fn is_known(name: &str) -> bool {
        name == "room" || is_text(name) || is_list(name) || is_item(name) || is_frame(name)
    }

    fn absorbs_text(name: &str) -> bool {
        matches!(name, "event" | "conference")
    }

    fn holds_text(name: &str) -> bool {
        let is_other = matches!(
            name,
            "name" | "license" | "optout" | "status" | "release" | "href" | "label" | "avatar" | "video"
        );
        is_other || (is_text(name) && name != "days")
    }
}
