//! Counts of published schedules, which are not in the repository. Without them, the tests print a notice and
//! pass.

use std::path::Path;

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::index::{EvalContext, Filter, Index, Key, NoPlan, Query};
use kurultai_schedule::model::{Session, SessionId};

use crate::moment;

/// Returns the bytes of a published schedule, if available.
fn published(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("{} is not there, so it is not tested", path.display());
    }
    bytes
}

/// True if an event of an XML file has a link to a video of FOSDEM.
fn has_video_link(event: &str) -> bool {
    event.split("<link href=\"").skip(1).any(|link| {
        let url = link.split('"').next().unwrap_or_default();
        let is_video = [".mp4", ".webm", ".ogv"].iter().any(|extension| url.ends_with(extension));
        url.contains("://video.fosdem.org/") && is_video
    })
}

/// True if an event of an XML file has a recording.
fn has_recording(event: &str) -> bool {
    let within = event.split("<recording>").nth(1).unwrap_or_default();
    within.split("</recording>").next().unwrap_or_default().contains("<url>http")
}

/// True if an event of an XML file has an attachment of the type of slides that is not a picture, video, demo
/// or transcript.
fn has_slides(event: &str) -> bool {
    event.split("<attachment ").skip(1).any(|file| {
        let (tag, rest) = file.split_once('>').unwrap_or((file, ""));
        let label = rest.split('<').next().unwrap_or_default().to_lowercase();
        let is_picture =
            [".png\"", ".jpg\"", ".jpeg\"", ".gif\"", ".mp4\"", ".mov\""].iter().any(|end| tag.contains(end));
        let is_other =
            !label.contains("slides") && ["demo", "transcript"].iter().any(|it| label.contains(it));
        tag.contains("type=\"slides\"") && !is_picture && !is_other
    })
}

/// Returns a published schedule and the text of each of its events.
fn events(name: &str) -> Option<(LoadedSchedule, Vec<String>)> {
    let bytes = published(name)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let events = text.split("<event ").skip(1);
    let events = events.map(|event| event.split("</event>").next().unwrap_or_default().to_owned());
    let events: Vec<String> = events.collect();
    let schedule = LoadedSchedule::decode(name, &bytes);
    assert_eq!(schedule.conference.sessions.len(), events.len(), "{name}");
    Some((schedule, events))
}

/// Returns for each session if a query matches it.
fn matching(schedule: &LoadedSchedule, text: &str) -> Vec<bool> {
    let (query, _) = Query::read(text);
    let (filter, _) = Filter::new(&query, &schedule.conference, &schedule.index);
    let at = EvalContext { now: None, plan: &NoPlan };
    (0..schedule.conference.sessions.len()).map(|id| filter.matches(SessionId::new(id), &at)).collect()
}

#[test]
fn recordings_are_found_by_their_links() {
    for (name, is_recorded, others) in [
        ("frab-xml/fosdem-2025-pretalx-full.xml", has_video_link as fn(&str) -> bool, 0),
        // One session has a file with a video type, but without a label.
        ("frab-xml/fosdem-2023.xml", has_video_link, 1),
        ("frab-xml/fosdem-2012.xml", has_video_link, 0),
        ("frab-xml/emf-2024.xml", has_recording, 0),
    ] {
        let Some((schedule, events)) = events(name) else { continue };
        let expected: Vec<bool> = events.iter().map(|event| is_recorded(event)).collect();
        assert!(expected.iter().any(|is_recorded| *is_recorded), "{name}");
        let found = matching(&schedule, "is:recorded");
        let sessions = schedule.conference.sessions.iter().zip(found).zip(&expected);
        let (mut missing, mut more) = (Vec::new(), Vec::new());
        for ((session, found), expected) in sessions {
            let url = |session: &Session| session.recording.as_ref().map(ToString::to_string);
            match (found, expected) {
                (false, true) => missing.push(session.title.clone()),
                (true, false) => more.push(url(session)),
                _ => {}
            }
        }
        assert_eq!(missing, [], "{name}");
        assert_eq!(more.len(), others, "{name}: {more:?}");
        // A video of the conference takes precedence over others.
        let own = schedule.conference.sessions.iter().zip(&events).filter(|(_, event)| has_video_link(event));
        for (session, _) in own {
            let url = session.recording.as_deref().unwrap_or_default();
            assert!(url.contains("://video.fosdem.org/"), "{name}: {url}");
        }
    }
}

#[test]
fn slides_are_found_by_their_files() {
    for name in
        ["frab-xml/fosdem-2025-pretalx-full.xml", "frab-xml/fosdem-2023.xml", "frab-xml/fosdem-2025.xml"]
    {
        let Some((schedule, events)) = events(name) else { continue };
        let found = matching(&schedule, "is:slides");
        assert!(events.iter().any(|event| has_slides(event)), "{name}");
        for ((session, found), event) in schedule.conference.sessions.iter().zip(found).zip(&events) {
            assert!(found || !has_slides(event), "{name}: {:?}", session.title);
            let url = session.slides.as_deref().unwrap_or_default();
            let is_escaped = event.contains(&url.replace('&', "&amp;")) || event.contains(url);
            assert!(is_escaped, "{name}: {url}");
        }
    }
}

#[test]
fn a_large_schedule_is_counted() {
    let Some(bytes) = published("frab-xml/fosdem-2025-pretalx-full.xml") else { return };
    let schedule = LoadedSchedule::decode("fosdem.xml", &bytes);
    let (conference, index): (_, &Index) = (&schedule.conference, &schedule.index);
    let at = EvalContext { now: Some(moment("2025-02-01T11:42")), plan: &NoPlan };
    let count = |text: &str| {
        let (query, mistakes) = Query::read(text);
        let (filter, unknown) = Filter::new(&query, conference, index);
        assert_eq!((mistakes, unknown), (Vec::new(), Vec::new()), "{text}");
        (0..conference.sessions.len()).filter(|id| filter.matches(SessionId::new(*id), &at)).count()
    };
    // Also counted in the XML by other means.
    for (text, expected) in [
        ("", 1105),
        ("day:sat", 543),
        ("day:sun", 562),
        ("room:janson", 20),
        ("room:ub2", 74),
        ("track:rust", 12),
        ("lang:en", 1105),
        ("rust", 34),
        ("is:now", 30),
        ("is:next", 35),
        ("is:past", 71),
        ("is:recorded", 955),
        ("day:sat after:14:00 before:18:00 -is:past room:k", 60),
    ] {
        assert_eq!(count(text), expected, "{text}");
    }
    let (query, _) = Query::read("day:sat room:ub2 lang:en");
    let (filter, _) = Filter::new(&query, conference, index);
    let facets = filter.facets(&query, conference, index, &at, &conference.reading(None));
    let count_of = |key| facets.iter().find(|facet| facet.key == key).map_or(0, |facet| facet.choices.len());
    assert_eq!([Key::Day, Key::Room, Key::Track, Key::Lang, Key::Type].map(count_of), [2, 35, 78, 1, 6]);
    let sum = |key| {
        let facet = facets.iter().find(|facet| facet.key == key).expect("the program has it");
        facet.choices.iter().map(|choice| choice.count).sum::<usize>()
    };
    assert_eq!((sum(Key::Day), sum(Key::Room)), (74, 543), "each without what is asked of itself");
}
