//! Extracts names from published files by other means: libraries for XML and JSON, and line by line.

use std::collections::HashMap;

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;

use super::{Names, one_line};

/// Adds the names of a session.
fn add(names: &mut Names, title: &str, of_session: impl IntoIterator<Item = String>) {
    let of_session = of_session.into_iter().map(|name| one_line(&name)).filter(|name| !name.is_empty());
    names.entry(one_line(title)).or_default().extend(of_session);
}

/// Reads `event > title` and `event > persons > person` of schedule.xml.
pub(super) fn xml(text: &str) -> Names {
    let mut reader = Reader::from_str(text);
    let (mut names, mut path) = (Names::new(), Vec::<String>::new());
    let (mut title, mut people, mut names_in) = (String::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(start) => {
                path.push(start.local_name().as_ref().to_owned());
                names_in.clear();
            }
            Event::Text(text) => names_in += &text.xml_content(XmlVersion::Implicit1_0),
            Event::CData(text) => names_in += &text.xml_content(XmlVersion::Implicit1_0),
            Event::GeneralRef(reference) => {
                let name = reference.xml_content(XmlVersion::Implicit1_0);
                let c = reference.resolve_char_ref().expect("a character").map(String::from);
                names_in += &c.unwrap_or_else(|| {
                    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or("?").to_owned()
                });
            }
            Event::End(_) => {
                let path_now: Vec<&str> = path.iter().rev().map(String::as_str).collect();
                match path_now[..] {
                    ["title", "event", ..] => title = std::mem::take(&mut names_in),
                    ["person", "persons", "event", ..] => people.push(std::mem::take(&mut names_in)),
                    ["event", ..] => add(&mut names, &title, people.drain(..)),
                    _ => {}
                }
                path.pop();
            }
            Event::Eof => return names,
            _ => {}
        }
    }
}

fn list<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    value[key].as_array().into_iter().flatten().collect()
}

/// Returns a text, or the first one by language.
fn text(value: &Value) -> String {
    let first = value.as_object().and_then(|texts| texts.values().next());
    first.unwrap_or(value).as_str().unwrap_or_default().to_owned()
}

/// Reads schedule JSON of both versions.
pub(super) fn voc(value: &Value) -> Names {
    let mut names = Names::new();
    let schedule = &value["schedule"];
    let days = list(&schedule["conference"], "days").into_iter().chain(list(schedule, "days"));
    let rooms = days.filter_map(|day| day["rooms"].as_object()).flat_map(|rooms| rooms.values());
    let in_rooms = rooms.filter_map(Value::as_array).flatten();
    for event in in_rooms.chain(list(schedule, "events")) {
        let people = list(event, "persons").into_iter().chain(list(event, "participants"));
        let name = |person: &Value| {
            let known = ["public_name", "name"].map(|key| text(&person[key]));
            known.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
        };
        add(&mut names, &text(&event["title"]), people.map(name));
    }
    names
}

/// Reads the API of pretalx.
pub(super) fn pretalx(value: &Value) -> Names {
    let mut names = Names::new();
    for slot in list(value, "slots") {
        let people = list(slot, "speakers").into_iter().map(|person| text(&person["name"]));
        add(&mut names, &text(&slot["title"]), people);
    }
    names
}

/// Reads the grid of Sessionize.
pub(super) fn sessionize(value: &Value) -> Names {
    let mut names = Names::new();
    for room in value.as_array().into_iter().flatten().flat_map(|day| list(day, "rooms")) {
        for session in list(room, "sessions") {
            let people = list(session, "speakers").into_iter().map(|person| text(&person["name"]));
            add(&mut names, &text(&session["title"]), people);
        }
    }
    names
}

/// Reads `OPass`, in Chinese.
pub(super) fn opass(value: &Value) -> Names {
    let id = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
    let speakers: HashMap<String, String> = list(value, "speakers")
        .into_iter()
        .map(|speaker| (id(speaker), speaker["zh"]["name"].as_str().unwrap_or_default().to_owned()))
        .collect();
    let mut names = Names::new();
    for session in list(value, "sessions") {
        let people = list(session, "speakers").into_iter();
        let people = people.filter_map(|id| speakers.get(id.as_str()?).cloned());
        add(&mut names, session["zh"]["title"].as_str().unwrap_or_default(), people);
    }
    names
}

/// Reads iCalendar: `CN` of `ATTENDEE` and `ORGANIZER`, and a description that begins with `Speaker: `.
pub(super) fn ics(text: &str) -> Names {
    let mut names = Names::new();
    let unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let (mut title, mut people) = (String::new(), Vec::new());
    for line in unfolded.lines() {
        let plain = |value: &str| value.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n");
        if line.starts_with("ORGANIZER") || line.starts_with("ATTENDEE") {
            let name = line.split(";CN=").nth(1).unwrap_or_default();
            people.push(plain(name.split([':', ';']).next().unwrap_or_default().trim_matches('"')));
        } else if let Some(value) = line.strip_prefix("SUMMARY:") {
            title = plain(value);
        } else if let Some(value) = line.strip_prefix("DESCRIPTION:") {
            let value = plain(value);
            let first = value.lines().next().unwrap_or_default();
            people.extend(first.strip_prefix("Speaker: ").map(str::to_owned));
            let several = first.strip_prefix("Speakers: ").unwrap_or_default();
            people.extend(several.split(", ").filter(|name| !name.is_empty()).map(str::to_owned));
        } else if line == "END:VEVENT" {
            add(&mut names, &title, people.drain(..));
            title.clear();
        }
    }
    names
}
