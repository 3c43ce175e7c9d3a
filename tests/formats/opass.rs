use kurultai::model::Kind;
use kurultai::text::Clean;

use crate::{agenda, findings, read, say};

#[test]
fn what_is_said() {
    insta::assert_snapshot!(findings("opass.json", include_str!("opass.json")));
}

#[test]
fn texts_are_in_two_languages_and_things_in_tables() {
    let conference = read("opass.json", include_str!("opass.json")).conference;
    assert_eq!(
        agenda(&conference),
        [
            "2024-03-09 | 09 09:00 +08:00 +60 | zh=大廳, en=Hall + zh=閣樓, en=Attic | zh=無處之圖, en=Maps of nowhere",
            "2024-03-09 | 09 10:00 +08:00 +? | R9 | zh=紙",
        ]
    );
    let talk = &conference.sessions[0];
    assert_eq!((talk.id.as_deref(), talk.kind.clone()), (Some("a1"), Some(Kind::Keynote)));
    assert_eq!(say(talk.description.as_ref()), "zh=全部");
    assert_eq!(talk.languages[0].as_str(), "zh");
    let tags: Vec<&str> = talk.tags.iter().map(Clean::as_str).collect();
    assert_eq!(tags, ["墨水", "other"]);
    let urls = [&talk.url, &talk.slides, &talk.recording].map(|url| url.as_deref().unwrap_or_default());
    assert_eq!(urls, ["https://u.example/1", "https://s.example/1", "https://r.example/1"]);
    let links: Vec<_> = talk.links.iter().map(|link| (say(link.label.as_ref()), &*link.url)).collect();
    assert_eq!(links, [("Q&A".into(), "https://q.example/1"), ("co-write".into(), "https://c.example/1")]);
    assert_eq!((talk.feedback.clone(), talk.stream.clone()), (None, None));
    assert_eq!(
        conference.tracks.iter().map(|it| say(it.name.as_ref())).collect::<Vec<_>>(),
        ["zh=主題演講, en=Keynote", "X"]
    );
    // The empty speaker is nobody.
    assert_eq!((conference.people.len(), talk.people.len()), (1, 1));
    assert_eq!(say(conference.people[0].bio.as_ref()), "zh=畫家, en=Draws.");
    assert_eq!(say(conference.rooms[0].description.as_ref()), "zh=一樓");
}
