//! Entities with the same id or name remain separate in every export.

use kurultai_schedule::format::{LossKind, RoundTripLoss};
use kurultai_schedule::plan::{About, Edition, Fact, changes};

use super::{FORMATS, Facts, Format, read_back};

/// People with the same id, people with the same name, events with the same id and guid, rooms with the same
/// name, and a person without an event. All of it is invented.
const XML: &str = r#"<?xml version="1.0"?>
<schedule><conference><title>Rivers</title><acronym>rivers</acronym><time_zone_name>Europe/Berlin</time_zone_name></conference>
<day index="1" date="2026-03-28" start="2026-03-28T09:00:00+01:00" end="2026-03-29T04:00:00+02:00">
<room name="Hall" guid="11111111-2fa1-11d2-883f-0016d3cca427">
<event id="7" guid="1b4e28ba-2fa1-11d2-883f-0016d3cca427"><title>One</title><start>10:00</start><duration>01:00</duration>
<persons><person id="7">Ada Example</person><person id="7">Ben Example</person></persons></event>
<event id="7" guid="1b4e28ba-2fa1-11d2-883f-0016d3cca427"><title>Two</title><start>11:00</start><duration>01:00</duration>
<persons><person id="8">Ada Example</person><person id="9">Ada Example</person></persons></event>
</room>
<room name="Hall" guid="22222222-2fa1-11d2-883f-0016d3cca427">
<event id="7"><title>One</title><start>10:00</start><duration>01:00</duration>
<persons><person id="9">Ada Example</person></persons></event>
<event id="8"><title>Night &lt;b&gt;</title><start>01:30</start><duration>01:00</duration></event>
</room>
</day></schedule>"#;

#[test]
fn items_sharing_an_id_or_a_name_stay_separate() {
    let conference = read_back(XML);
    let reading = conference.reading(None);
    let facts = |of: &kurultai_schedule::model::Conference| -> Vec<Facts> {
        of.sessions.iter().map(|session| Facts::of(of, session, &reading)).collect()
    };
    let counts =
        |of: &kurultai_schedule::model::Conference| [of.sessions.len(), of.people.len(), of.rooms.len()];
    assert_eq!(counts(&conference), [4, 4, 2]);
    for format in FORMATS {
        let written = format.write(&conference).expect("it has dates and a zone");
        let back = read_back(&written.text);
        assert_eq!(counts(&back), [4, 4, 2], "{format:?}\n{}", written.text);
        assert_eq!(facts(&back), facts(&conference), "{format:?}\n{}", written.text);
        let people = |of: &kurultai_schedule::model::Conference| -> Vec<Vec<usize>> {
            let of_session = |session: &kurultai_schedule::model::Session| {
                session.people.iter().map(|one| one.person.index()).collect()
            };
            of.sessions.iter().map(of_session).collect()
        };
        assert_eq!(people(&back), people(&conference), "{format:?}");
        let rooms = |of: &kurultai_schedule::model::Conference| -> Vec<kurultai_schedule::model::Rooms> {
            of.sessions.iter().map(|session| session.rooms.clone()).collect()
        };
        assert_eq!(rooms(&back), rooms(&conference), "{format:?}\n{}", written.text);
        let is_kept = |loss: &RoundTripLoss| loss.table != "rooms" || matches!(loss.lost, LossKind::Id(_));
        assert!(written.lost.iter().all(is_kept), "{format:?}\n{:?}", written.lost);
    }
}

#[test]
fn generated_values_are_removed_when_read_back() {
    for (title, kind) in [("Rivers", "talk"), ("Суулар", "workshop"), ("R2", "meal")] {
        let text = format!(
            "title = \"{title}\"\ntimezone = \"Europe/Berlin\"\n\n[[agenda]]\ntitle = \"S\"\ndate = 2026-05-01\n\
             start = \"10:00\"\nduration = 30\nkind = \"{kind}\"\n"
        );
        let conference = read_back(&text);
        for format in [Format::Json, Format::Xml] {
            let written = format.write(&conference).expect("it has dates and a zone");
            let back = read_back(&written.text);
            assert_eq!(back.acronym, None, "{format:?}\n{}", written.text);
            let found = changes(&Edition::of(&conference), &back);
            let found: Vec<(About, Fact)> = found.iter().map(|change| (change.about, change.fact)).collect();
            // The dates of the sessions are also those of the conference.
            assert_eq!(found, [(About::Conference, Fact::Dates)], "{format:?}\n{}", written.text);
            let lost: Vec<&LossKind> = written.lost.iter().map(|loss| &loss.lost).collect();
            assert_eq!(lost, [&LossKind::Key("date")]);
        }
        // A short name that differs is a fact.
        let mut named = conference.clone();
        named.acronym = Some(kurultai_schedule::text::SafeText::line("riv26"));
        for format in [Format::Json, Format::Xml] {
            let written = format.write(&named).expect("it has dates and a zone");
            assert_eq!(read_back(&written.text).acronym, named.acronym, "{format:?}");
        }
    }
}
