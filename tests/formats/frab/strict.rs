//! Well-formed files are never reported as damaged, regardless of the nesting of elements; damage has only
//! local effects.

use std::fmt::Write as _;
use std::path::Path;

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::Code;
use proptest::prelude::*;

use crate::{agenda, localized};

fn schedule(text: &str) -> LoadedSchedule {
    LoadedSchedule::decode("schedule.xml", text.as_bytes())
}

fn is_damaged(schedule: &LoadedSchedule) -> bool {
    schedule.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::Damaged)
}

/// Returns a schedule around the elements of one session, checked by an independent parser to be well-formed.
fn published(event: &str) -> String {
    let text = format!(
        "<?xml version='1.0'?>\n<schedule><conference><title>t</title><time_zone_name>Europe/Rome</time_zone_name>\
         </conference><day index='1' date='2025-02-01'><room name='Hall'><event id='1'><date>2025-02-01T10:00:00+01:00\
         </date><start>10:00</start><duration>00:30</duration>{event}</event></room></day></schedule>"
    );
    roxmltree::Document::parse_with_options(
        &text,
        roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
    )
    .expect("well-formed");
    text
}

/// Returns title, links and attachments of the first session.
fn session(text: &str) -> (String, Vec<String>) {
    let schedule = schedule(text);
    assert!(!is_damaged(&schedule), "{text}");
    let session = &schedule.conference.sessions[0];
    let links = session.links.iter().map(|link| format!("{} {}", localized(link.label.as_ref()), link.url));
    let files = session.attachments.iter().map(|file| {
        format!(
            "{} {} ({})",
            localized(file.label.as_ref()),
            file.url,
            file.source_type.as_deref().unwrap_or("?")
        )
    });
    (localized(session.title.as_ref()), links.chain(files).collect())
}

#[test]
fn elements_in_links_and_files_belong_to_them() {
    for (event, title, links) in [
        (
            "<link href='https://a.example/x'><type>related</type><title>My page</title></link><title>Talk</title>",
            "Talk",
            vec!["My page https://a.example/x"],
        ),
        (
            "<links><link><url>https://a.example/y</url><name>Notes</name><description>d</description></link></links>\
             <title>Talk</title>",
            "Talk",
            vec!["Notes https://a.example/y"],
        ),
        (
            "<attachments><attachment href='https://a.example/z.txt'><type>notes</type><title>Text</title>\
             <language>de</language></attachment></attachments><title>Talk</title>",
            "Talk",
            vec!["Text https://a.example/z.txt (notes)"],
        ),
        (
            "<persons><person id='1'><name>Ada</name><links><link href='https://a.example/ada'>a</link></links>\
             <title>Dr</title></person></persons><title>Talk</title>",
            "Talk",
            vec![],
        ),
        (
            "<answers><answer><title>Q</title><url>x</url></answer></answers><title>Talk</title>",
            "Talk",
            vec![],
        ),
    ] {
        let links: Vec<String> = links.into_iter().map(str::to_owned).collect();
        assert_eq!(session(&published(event)), (title.to_owned(), links), "{event}");
    }
}

#[test]
fn parts_that_are_marked_in_a_text_belong_to_it() {
    for (written, title) in [
        ("My <em>big</em> talk", "My big talk"),
        ("<b>Rust</b> <i>and</i> you", "Rust and you"),
        ("H<sub>2</sub>O in <span class='x'>the <strong>river</strong></span>", "H2O in the river"),
        ("One<br/>two <a href='https://a.example'>three</a>", "One two three"),
        ("<foreign>Ça</foreign> va", "Ça va"),
        ("<p>One</p><p>two</p>", "One two"),
        ("<x:em xmlns:x='urn:x'>All</x:em>", "All"),
        ("a <em><![CDATA[& b]]></em> <!-- no --><u/>c", "a & b c"),
    ] {
        assert_eq!(session(&published(&format!("<title>{written}</title>"))).0, title, "{written}");
        let text = published(&format!(
            "<title>T</title><subtitle>{written}</subtitle><type>{written}</type><track>{written}</track>"
        ));
        let conference = schedule(&text).conference;
        let session = &conference.sessions[0];
        let track = session.track.map(|track| &conference.tracks[track.index()]);
        for texts in [
            localized(session.subtitle.as_ref()),
            localized(session.source_type.as_ref()),
            localized(track.and_then(|track| track.name.as_ref())),
        ] {
            assert_eq!(texts, title, "{written}");
        }
        // Damage in another place does not change it.
        let damaged = published(&format!("<title>{written}</title>")).replace("</schedule>", "");
        assert_eq!(localized(schedule(&damaged).conference.sessions[0].title.as_ref()), title, "{written}");
    }
    let event = "<title>T</title><persons><person id='1'>Ada <b>L.</b></person></persons>\
                 <links><link href='https://a.example/x'>My <em>page</em></link></links>";
    let text = published(event);
    assert_eq!(session(&text).1, ["My page https://a.example/x"]);
    assert_eq!(localized(schedule(&text).conference.people[0].name.as_ref()), "Ada L.");
}

#[test]
fn marks_in_comments_sections_and_instructions_are_no_damage() {
    for event in [
        "<title>Talk</title><!-- <event> & </room> - > -->",
        "<title><![CDATA[Talk]]></title><abstract><![CDATA[a <![CDATA[ b </event>]]></abstract>",
        "<?php if (a < b) { echo '</event>'; } ?><title>Talk</title>",
        "<title>Talk</title><ns:x xmlns:ns='urn:x' a='1 > 0' b=\"'\"/><ж/><\u{1F980}>x</\u{1F980}>",
        "<title >Talk</title\n><url\t/>",
    ] {
        assert_eq!(session(&published(event)).0, "Talk", "{event}");
    }
}

#[test]
fn deep_nesting_is_no_damage_and_loses_no_session() {
    let event = "<event id='2'><title>In</title></event>";
    for depth in [10, 57, 64, 65, 300, 900] {
        let text =
            published(&format!("<title>Talk</title>{}{event}{}", "<x>".repeat(depth), "</x>".repeat(depth)));
        let schedule = schedule(&text);
        assert!(!is_damaged(&schedule), "{depth}");
        let agenda = agenda(&schedule.conference);
        assert_eq!(
            agenda,
            ["2025-02-01 | 01 10:00 +30 | Hall | Talk", "2025-02-01 | no time +? | Hall | In"]
        );
    }
}

#[test]
fn days_and_sessions_are_found_wherever_they_are_nested() {
    let event = |id: u8| format!("<event id='{id}'><title>S{id}</title><start>10:00</start></event>");
    let day = |date: &str, id| format!("<day date='{date}'><room name='R'>{}</room></day>", event(id));
    for text in [
        format!("<schedule><conference><title>t</title>{}</conference></schedule>", day("2025-02-01", 1)),
        format!("<data><schedule><days>{}</days></schedule></data>", day("2025-02-01", 1)),
        format!(
            "<schedule><day date='2025-02-01'><rooms><room name='R'>{}</room></rooms></day></schedule>",
            event(1)
        ),
    ] {
        roxmltree::Document::parse(&text).expect("well-formed");
        let schedule = schedule(&text);
        assert!(!is_damaged(&schedule), "{text}");
        assert_eq!(agenda(&schedule.conference), ["2025-02-01 | 01 10:00 +? | R | S1"], "{text}");
    }
}

#[test]
fn damage_elsewhere_moves_nothing_out_of_a_closed_element() {
    let event = "<link href='https://a.example/x'><type>related</type><title>My page</title></link><title>Talk</title>";
    let whole = published(event);
    for text in [
        whole.replace("</schedule>", ""),
        whole.replace("</room></day></schedule>", "</room></dxy></schedule>"),
        whole.replace("<title>t</title>", "<title>t<title>"),
        whole.replace("<room name='Hall'>", ""),
    ] {
        let schedule = schedule(&text);
        assert!(is_damaged(&schedule), "{text}");
        let session = &schedule.conference.sessions[0];
        let link = &session.links[0];
        let seen = (localized(session.title.as_ref()), localized(link.label.as_ref()), link.url.to_string());
        assert_eq!(seen, ("Talk".into(), "My page".into(), "https://a.example/x".into()), "{text}");
    }
}

/// Generates nested elements with names of the format.
fn nested() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "event",
        "room",
        "day",
        "title",
        "link",
        "links",
        "persons",
        "person",
        "conference",
        "track",
        "type",
        "url",
        "attachment",
        "abstract",
        "p",
        "x:y",
    ]);
    let leaf =
        prop::sample::select(vec!["", "text", "a &amp; b", "<!-- <room> -->", "<![CDATA[</day>]]>", "<br/>"]);
    let leaf = leaf.prop_map(str::to_owned);
    leaf.prop_recursive(6, 40, 5, move |inner| {
        (name.clone(), prop::collection::vec(inner, 0..5), any::<bool>()).prop_map(
            |(name, parts, has_name)| {
                let attribute =
                    if has_name { " name='R' href='https://a.example' date='2025-02-01'" } else { "" };
                format!("<{name}{attribute}>{}</{name}>", parts.concat())
            },
        )
    })
}

proptest! {
    #[test]
    fn well_formed_files_are_never_damaged(inner in nested()) {
        let text = format!("<schedule xmlns:x='urn:x'><conference><title>t</title></conference>{inner}</schedule>");
        prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{}", text);
        let schedule = schedule(&text);
        prop_assert!(!is_damaged(&schedule), "{}", text);
        let events = roxmltree::Document::parse(&text).map(|document| {
            document.descendants().filter(|node| node.has_tag_name("event")).count()
        });
        prop_assert_eq!(Ok(schedule.conference.sessions.len()), events, "{}", text);
    }
}

#[test]
fn published_files_that_are_well_formed_are_not_damaged() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/frab-xml");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("there are no published files, so they are not tested");
        return;
    };
    let mut damaged = String::new();
    for file in files.flatten() {
        let Ok(text) = std::fs::read_to_string(file.path()) else { continue };
        let is_well_formed = roxmltree::Document::parse(&text).is_ok();
        if is_well_formed && is_damaged(&schedule(&text)) {
            writeln!(damaged, "{}", file.path().display()).expect("a text takes it");
        }
    }
    assert_eq!(damaged, "");
}
