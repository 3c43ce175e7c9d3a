use kurultai_schedule::model::{Kind, Session};

use crate::{agenda, diagnostics, localized, read};

#[test]
fn what_is_said() {
    insta::assert_snapshot!(diagnostics("opass.json", include_str!("opass.json")));
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
    assert_eq!(localized(talk.description.as_ref()), "zh=全部");
    assert_eq!(talk.languages[0].as_str(), "zh");
    assert_eq!(tags(talk), ["zh=墨水, en=Ink", "other"]);
    let urls = [&talk.url, &talk.slides, &talk.recording].map(|url| url.as_deref().unwrap_or_default());
    assert_eq!(urls, ["https://u.example/1", "https://s.example/1", "https://r.example/1"]);
    let links: Vec<_> = talk.links.iter().map(|link| (localized(link.label.as_ref()), &*link.url)).collect();
    assert_eq!(links, [("Q&A".into(), "https://q.example/1"), ("co-write".into(), "https://c.example/1")]);
    assert_eq!((talk.feedback.clone(), talk.stream.clone()), (None, None));
    assert_eq!(
        conference.tracks.iter().map(|it| localized(it.name.as_ref())).collect::<Vec<_>>(),
        ["zh=主題演講, en=Keynote", "X"]
    );
    // The empty speaker is omitted.
    assert_eq!((conference.people.len(), talk.people.len()), (1, 1));
    assert_eq!(localized(conference.people[0].bio.as_ref()), "zh=畫家, en=Draws.");
    assert_eq!(localized(conference.rooms[0].description.as_ref()), "zh=一樓");
}

fn tags(session: &Session) -> Vec<String> {
    session.tags.iter().map(|tag| localized(Some(tag))).collect()
}

/// Returns a schedule with one session with these tags and this language.
fn tagged(tags: &str, language: &str) -> String {
    format!(
        r#"{{"sessions": [{{"id": "1", "zh": {{"title": "T"}}, "start": "2026-05-01T10:00:00+08:00", "language": "{language}",
            "tags": ["a", "b"]}}], "speakers": [], "rooms": [], "session_types": [], "tags": [{tags}]}}"#
    )
}

#[test]
fn the_language_of_a_session_is_no_tag_of_it() {
    let languages_and_tags = |of_schedule: &str, language: &str| {
        tags(&read("a.json", &tagged(of_schedule, language)).conference.sessions[0])
    };
    let both = r#"{"id": "a", "zh": {"name": "漢語"}, "en": {"name": "Mandarin"}}, {"id": "b", "zh": {"name": "英文"}, "en": {"name": "English"}}"#;
    assert_eq!(languages_and_tags(both, "漢語"), ["zh=英文, en=English"]);
    assert_eq!(languages_and_tags(both, "zh-TW"), ["zh=英文, en=English"]);
    assert_eq!(languages_and_tags(both, "English"), ["zh=漢語, en=Mandarin"]);
    // A tag in another language is kept.
    assert_eq!(languages_and_tags(both, "ja"), ["zh=漢語, en=Mandarin", "zh=英文, en=English"]);
    let plain = r#"{"id": "a", "name": "日本語"}, {"id": "b", "ja": {"name": "初心者向け"}}"#;
    assert_eq!(languages_and_tags(plain, "ja"), ["ja=初心者向け"]);
}

#[test]
fn tags_are_shown_in_the_language_that_is_asked_for_and_found_in_each() {
    use kurultai_schedule::index::{Index, SearchIndex, SearchTerm};
    for (zh, en) in [("新手適合", "for Beginners"), ("硬體", "Hardware"), ("資通安全", "Security")]
    {
        let tags = format!(r#"{{"id": "a", "zh": {{"name": "{zh}"}}, "en": {{"name": "{en}"}}}}"#);
        let conference = read("a.json", &tagged(&tags, "zh")).conference;
        let shown = |lang: &str| {
            let reading = conference.reading(kurultai_schedule::text::Lang::parse(lang).ok());
            conference.sessions[0].tags.iter().map(|tag| tag.get(&reading).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            (shown("en"), shown("zh")),
            (vec![en.to_owned(), "b".to_owned()], vec![zh.to_owned(), "b".to_owned()])
        );
        let index = Index::new(&conference);
        let search = SearchIndex::new(&conference, &index);
        for name in [zh, en] {
            let hits = search.find(&[SearchTerm { text: name.to_owned(), is_exact: true }]);
            assert_eq!(hits.len(), 1, "{name}");
        }
    }
}
