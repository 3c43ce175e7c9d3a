//! Counts of published schedules, which are not in the repository. Without them, the tests print a notice and
//! pass.

use std::collections::HashSet;
use std::path::Path;

use kurultai_schedule::format::Parsed;
use kurultai_schedule::model::{Kind, Rooms};

/// Returns the text of a published schedule.
pub(crate) fn text(path: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let text = std::fs::read_to_string(folder.join(path)).ok();
    if text.is_none() {
        println!("{path} is not there, so it is not tested");
    }
    text
}

/// Counts sessions without breaks, people, rooms in use, rooms, tracks, and days with sessions.
fn count(read: &Parsed) -> [usize; 6] {
    let conference = &read.conference;
    let is_break = |kind: &Option<Kind>| matches!(kind, Some(Kind::Break | Kind::Meal));
    let sessions =
        conference.sessions.iter().filter(|session| session.people.is_empty() && is_break(&session.kind));
    let breaks = sessions.count();
    let rooms: HashSet<_> = conference
        .sessions
        .iter()
        .flat_map(|session| match &session.rooms {
            Rooms::In(rooms) => rooms.clone(),
            Rooms::All => Vec::new(),
        })
        .collect();
    let days: HashSet<_> = conference.sessions.iter().filter_map(|session| session.times.day).collect();
    [
        conference.sessions.len() - breaks,
        conference.people.len(),
        rooms.len(),
        conference.rooms.len(),
        conference.tracks.len(),
        days.len(),
    ]
}

#[test]
fn real_schedules_are_read_whole() {
    let rows = [
        ("schedule-json/frab-camp2019.json", 0, [79, 90, 2, 2, 7, 5]),
        // Two sessions are in two of the five rooms.
        ("schedule-json/hub-schedule2.json", 0, [2, 4, 2, 5, 7, 1]),
        // Of the 64 entries in its list of speakers, 25 have neither id nor name.
        ("opass/sitcon-2024.json", 0, [43, 39, 5, 5, 8, 1]),
        // 195 sessions include breaks and meals, which have no speakers.
        ("sessionize/droidcon-berlin-2023-gridsmart.json", 85, [110, 115, 5, 5, 0, 3]),
        // 84 breaks, one for each room, become 15 breaks in several rooms.
        ("pretalx-api/europython-2023-schedule.json", 15, [184, 185, 13, 13, 21, 5]),
    ];
    for (path, breaks, counts) in rows {
        let Some(text) = text(path) else { continue };
        let read = crate::read(path, &text);
        assert_eq!(count(&read), counts, "{path}");
        assert_eq!(read.conference.sessions.len(), counts[0] + breaks, "{path}");
    }
}
