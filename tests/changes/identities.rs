//! Plans for older editions: a picked session is found even if its identifiers were lost or changed.

use kurultai::store::plan_file::{read, write};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;
use kurultai_schedule::model::{Conference, Pick, Plan, Priority, SessionId};
use kurultai_schedule::plan::ResolvedPlan;

/// A session of an edition; empty values are omitted.
#[derive(Clone, Copy)]
struct Event {
    guid: &'static str,
    id: &'static str,
    url: &'static str,
    title: &'static str,
    start: &'static str,
}

fn xml(events: &[Event]) -> Conference {
    let event = |event: &Event| {
        let Event { guid, id, url, title, start } = *event;
        let attribute = |key: &str, value: &str| match value {
            "" => String::new(),
            value => format!(" {key}=\"{value}\""),
        };
        let url = if url.is_empty() { String::new() } else { format!("<url>{url}</url>") };
        format!(
            "<event{}{}><title>{title}</title><date>2026-05-01T{start}:00+06:00</date><start>{start}</start>\
             <duration>00:30</duration>{url}</event>",
            attribute("guid", guid),
            attribute("id", id)
        )
    };
    let events: Vec<String> = events.iter().map(event).collect();
    let text = format!(
        "<schedule><conference><title>T</title><time_zone_name>Asia/Bishkek</time_zone_name></conference>\
         <day index=\"1\" date=\"2026-05-01\"><room name=\"Yurt\">{}</room></day></schedule>",
        events.concat()
    );
    format::read(&Source::new("a.xml", &text)).conference
}

fn json(events: &[Event]) -> Conference {
    let event = |event: &Event| {
        let Event { guid, id, url, title, start } = *event;
        let names = [("guid", guid), ("id", id), ("url", url)];
        let names = names.into_iter().filter(|(_, value)| !value.is_empty());
        let names: Vec<String> = names.map(|(key, value)| format!("\"{key}\": \"{value}\", ")).collect();
        format!(
            r#"{{{}"title": "{title}", "date": "2026-05-01T{start}:00+06:00", "start": "{start}", "duration": "00:30"}}"#,
            names.concat()
        )
    };
    let events: Vec<String> = events.iter().map(event).collect();
    let text = format!(
        r#"{{"schedule": {{"conference": {{"title": "T", "time_zone_name": "Asia/Bishkek",
            "days": [{{"index": 1, "date": "2026-05-01", "rooms": {{"Yurt": [{}]}}}}]}}}}}}"#,
        events.join(",")
    );
    format::read(&Source::new("a.json", &text)).conference
}

const GUID: &str = "7f6c1c52-7a5e-4b8e-9c0e-0000000000a1";
const OTHER_GUID: &str = "7f6c1c52-7a5e-4b8e-9c0e-0000000000b2";

const MAPS: Event = Event {
    guid: GUID,
    id: "101",
    url: "https://example.org/maps",
    title: "Maps of nowhere",
    start: "10:00",
};
/// The sessions before and after it in every edition.
const INK: Event = Event { guid: "", id: "7", url: "https://example.org/ink", title: "Ink", start: "09:00" };
const SALT: Event =
    Event { guid: "", id: "9", url: "https://example.org/salt", title: "Salt", start: "12:00" };

/// Returns the plan file with one session of a schedule.
fn plan(conference: &Conference, at: usize) -> Plan {
    let session = conference.snapshot(SessionId::new(at));
    let plan = Plan { picks: vec![Pick { session, priority: Priority::Must }], ..Plan::default() };
    let (read_back, damage) = read(&write(&plan, None));
    assert_eq!((damage, &read_back), (None, &plan));
    read_back
}

#[test]
fn picks_are_found_by_their_remaining_identifiers() {
    let moved = Event { title: "Maps of everywhere", start: "14:00", ..MAPS };
    let editions = [
        // By guid, although everything else has changed.
        (MAPS, Event { id: "202", url: "https://example.org/other", ..moved }),
        // By id: one edition or the other has no guids.
        (Event { guid: "", ..MAPS }, Event { url: "https://example.org/other", ..moved }),
        (MAPS, Event { guid: "", url: "https://example.org/other", ..moved }),
        // By page.
        (Event { guid: "", ..MAPS }, Event { id: "202", ..moved }),
        (MAPS, Event { guid: "", id: "202", ..moved }),
        // By title and day, even if all other identifiers have changed.
        (Event { guid: "", id: "", url: "", ..MAPS }, Event { start: "14:00", ..MAPS }),
        (MAPS, Event { guid: "", id: "", url: "", start: "14:00", ..MAPS }),
        (
            MAPS,
            Event { guid: OTHER_GUID, id: "202", url: "https://example.org/other", start: "14:00", ..MAPS },
        ),
    ];
    let reads = [xml as fn(&[Event]) -> Conference, json];
    for (place, (old, new)) in editions.into_iter().enumerate() {
        for was in reads {
            for is in reads {
                let plan = plan(&was(&[INK, old, SALT]), 1);
                let now = is(&[SALT, INK, new]);
                let title = |id: SessionId| now.snapshot(id).title.expect("a title").to_string();
                let found: Vec<String> =
                    ResolvedPlan::new(&plan, &now).sessions().map(|(id, _)| title(id)).collect();
                assert_eq!(found, [new.title], "edition {place}");
            }
        }
    }
}

#[test]
fn a_pick_that_is_gone_is_no_other_session() {
    for read in [xml as fn(&[Event]) -> Conference, json] {
        let plan = plan(&read(&[INK, MAPS, SALT]), 1);
        // The id now belongs to another session with another guid.
        let taken = Event { guid: OTHER_GUID, url: "", title: "Bread", ..MAPS };
        let picks = ResolvedPlan::new(&plan, &read(&[INK, SALT, taken]));
        assert_eq!((picks.count(), picks.missing().count()), (0, 1));
    }
}
