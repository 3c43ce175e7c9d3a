//! Every field of the model: each one is changed alone and must be named by the word for its key in all
//! outputs of `diff`.

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use kurultai::i18n::Locale;
use kurultai::presenter::Presenter;
use kurultai_schedule::index::Index;
use kurultai_schedule::model::{
    Attachment, Attendance, Color, Conference, Day, Delegation, DelegationId, Info, Kind, Link,
    LocalizedText, Organizer, Participation, Person, PersonId, Role, Room, RoomId, Rooms, Session, SessionId,
    Sponsor, Status, Tier, TierId, Track, TrackId, Venue, WalkingTimes, Zone,
};
use kurultai_schedule::plan::{About, Change, Edition, Fact, changes};
use kurultai_schedule::text::{Lang, SafeText};

#[expect(clippy::unnecessary_wraps, reason = "a field that is known")]
fn line(text: &str) -> Option<SafeText> {
    Some(SafeText::line(text))
}

#[expect(clippy::unnecessary_wraps, reason = "a field that is known")]
fn text(text: &str) -> Option<LocalizedText> {
    Some(LocalizedText::untagged(SafeText::line(text)))
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 2, day).expect("a date")
}

fn time(hour: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, 0, 0)
}

/// Returns one entity of each kind with only a name, and a second room, track, person and session to refer
/// to.
fn conference() -> Conference {
    let mut all = Conference::new(LocalizedText::untagged(SafeText::line("Rivers")));
    all.rooms = ["Hall", "Yard"].map(|name| Room { name: text(name), ..Room::default() }).to_vec();
    all.tracks = ["Ice", "Water"].map(|name| Track { name: text(name), ..Track::default() }).to_vec();
    all.people =
        ["Ada Vale", "Bo Lind"].map(|name| Person { name: text(name), ..Person::default() }).to_vec();
    all.sessions = ["Maps", "Dams"]
        .map(|title| Session { id: line(title), title: text(title), ..Session::default() })
        .to_vec();
    all.days = vec![Day { date: date(1), title: None, opens: None, closes: None }];
    all.organizers = vec![Organizer { name: text("Club"), ..Organizer::default() }];
    all.tiers = vec![Tier { id: line("gold"), name: text("Gold") }];
    all.sponsors = vec![Sponsor { name: text("Mill"), ..Sponsor::default() }];
    all.delegations = vec![Delegation { name: text("Court"), ..Delegation::default() }];
    all.infos = vec![Info { title: text("Way"), text: None }];
    all
}

type Edit = fn(&mut Conference);

/// A field of an entity, and a change of it.
type Case = (About, Fact, Edit);

fn link(label: &str) -> Link {
    Link { label: text(label), url: SafeText::line("https://example.org/a") }
}

const URL: &str = "https://example.org/u";

const SESSION: &[Case] = &[
    (About::Session, Fact::Title, |all| all.sessions[0].title = text("Map")),
    (About::Session, Fact::Subtitle, |all| all.sessions[0].subtitle = text("x")),
    (About::Session, Fact::Kind, |all| all.sessions[0].kind = Some(Kind::Panel)),
    (About::Session, Fact::Type, |all| all.sessions[0].source_type = text("x")),
    (About::Session, Fact::Status, |all| all.sessions[0].status = Some(Status::Tentative)),
    (About::Session, Fact::Cancelled, |all| all.sessions[0].status = Some(Status::Cancelled)),
    (About::Session, Fact::Attendance, |all| all.sessions[0].attendance = Some(Attendance::Online)),
    (About::Session, Fact::Time, |all| all.sessions[0].times.day = Some(date(1))),
    (About::Session, Fact::Time, |all| all.sessions[0].times.start = time(9)),
    (About::Session, Fact::Time, |all| all.sessions[0].times.duration = Some(TimeDelta::hours(1))),
    (About::Session, Fact::Time, |all| all.sessions[0].times.end_only = time(10)),
    (About::Session, Fact::Time, |all| all.sessions[0].times.all_day = true),
    (About::Session, Fact::Rooms, |all| all.sessions[0].rooms = Rooms::In(vec![RoomId::new(0)])),
    (About::Session, Fact::Track, |all| all.sessions[0].track = Some(TrackId::new(0))),
    (About::Session, Fact::Languages, |all| all.sessions[0].languages.extend(Lang::parse("ky"))),
    (About::Session, Fact::Level, |all| all.sessions[0].level = text("x")),
    (About::Session, Fact::Tags, |all| all.sessions[0].tags.extend(text("x"))),
    (About::Session, Fact::People, |all| {
        all.sessions[0].people.push(Participation { person: PersonId::new(0), role: None, name: None });
    }),
    (About::Session, Fact::PartOf, |all| all.sessions[0].part_of = Some(SessionId::new(1))),
    (About::Session, Fact::SameAs, |all| all.sessions[0].same_as = Some(SessionId::new(1))),
    (About::Session, Fact::Abstract, |all| all.sessions[0].summary = text("x")),
    (About::Session, Fact::Description, |all| all.sessions[0].description = text("x")),
    (About::Session, Fact::ContentNote, |all| all.sessions[0].content_note = text("x")),
    (About::Session, Fact::Url, |all| all.sessions[0].url = line(URL)),
    (About::Session, Fact::Slides, |all| all.sessions[0].slides = line(URL)),
    (About::Session, Fact::Recording, |all| all.sessions[0].recording = line(URL)),
    (About::Session, Fact::Stream, |all| all.sessions[0].stream = line(URL)),
    (About::Session, Fact::Feedback, |all| all.sessions[0].feedback = line(URL)),
    (About::Session, Fact::Links, |all| all.sessions[0].links.push(link("x"))),
    (About::Session, Fact::Attachments, |all| {
        let url = SafeText::line(URL);
        all.sessions[0].attachments.push(Attachment { label: None, url, source_type: None });
    }),
    (About::Session, Fact::RecordingLicense, |all| all.sessions[0].recording_license = line("CC BY")),
    (About::Session, Fact::DoNotRecord, |all| all.sessions[0].do_not_record = true),
];

const CONFERENCE: &[Case] = &[
    (About::Conference, Fact::Title, |all| all.title = LocalizedText::untagged(SafeText::line("River"))),
    (About::Conference, Fact::Acronym, |all| all.acronym = line("R")),
    (About::Conference, Fact::Subtitle, |all| all.subtitle = text("x")),
    (About::Conference, Fact::Theme, |all| all.theme = text("x")),
    (About::Conference, Fact::Edition, |all| all.edition = Some(9)),
    (About::Conference, Fact::Version, |all| all.version = line("2")),
    (About::Conference, Fact::Updated, |all| all.updated = line("today")),
    (About::Conference, Fact::Dates, |all| all.dates.start = Some(date(1))),
    (About::Conference, Fact::Dates, |all| all.dates.end = Some(date(1))),
    (About::Conference, Fact::Timezone, |all| all.zone = Zone::Named(chrono_tz::Asia::Bishkek)),
    (About::Conference, Fact::Language, |all| all.language = Lang::parse("ky").ok()),
    (About::Conference, Fact::DayChange, |all| all.day_change = time(6).expect("a time")),
    (About::Conference, Fact::Venue, |all| all.venue = Some(Venue { name: text("x"), ..Venue::default() })),
    (About::Conference, Fact::Address, |all| {
        all.venue = Some(Venue { address: text("x"), ..Venue::default() });
    }),
    (About::Conference, Fact::City, |all| all.venue = Some(Venue { city: text("x"), ..Venue::default() })),
    (About::Conference, Fact::Country, |all| {
        all.venue = Some(Venue { country: text("x"), ..Venue::default() });
    }),
    (About::Conference, Fact::VenueUrl, |all| all.venue = Some(Venue { url: line(URL), ..Venue::default() })),
    (About::Conference, Fact::Url, |all| all.url = line(URL)),
    (About::Conference, Fact::Hashtag, |all| all.hashtag = line("#r")),
    (About::Conference, Fact::Contact, |all| all.contact = text("x")),
    (About::Conference, Fact::Description, |all| all.description = text("x")),
    (About::Conference, Fact::Topics, |all| all.topics.extend(text("x"))),
    (About::Conference, Fact::Links, |all| all.links.push(link("x"))),
    (About::Conference, Fact::Walking, |all| all.walking = Some(WalkingTimes { same: Some(5), other: None })),
    (About::Conference, Fact::Walking, |all| all.walking = Some(WalkingTimes { same: None, other: Some(5) })),
    (About::Day, Fact::Title, |all| all.days[0].title = text("x")),
    (About::Day, Fact::Opens, |all| all.days[0].opens = time(8)),
    (About::Day, Fact::Closes, |all| all.days[0].closes = time(20)),
    (About::Day, Fact::Gone, |all| all.days.clear()),
    (About::Info, Fact::Text, |all| all.infos[0].text = text("x")),
    (About::Info, Fact::Gone, |all| all.infos.clear()),
];

const OTHERS: &[Case] = &[
    (About::Room, Fact::Building, |all| all.rooms[0].building = text("x")),
    (About::Room, Fact::Floor, |all| all.rooms[0].floor = text("x")),
    (About::Room, Fact::Capacity, |all| all.rooms[0].capacity = Some(9)),
    (About::Room, Fact::Description, |all| all.rooms[0].description = text("x")),
    (About::Room, Fact::New, |all| all.rooms.push(Room { name: text("Tower"), ..Room::default() })),
    (About::Track, Fact::Color, |all| all.tracks[0].color = Some(Color(1, 2, 3))),
    (About::Track, Fact::New, |all| all.tracks.push(Track { name: text("Sand"), ..Track::default() })),
    (About::Person, Fact::New, |all| all.people.push(Person { name: text("Cy Moor"), ..Person::default() })),
    (About::Person, Fact::Roles, |all| all.people[0].roles.push(Role::Guest)),
    (About::Person, Fact::Position, |all| all.people[0].positions.extend(text("x"))),
    (About::Person, Fact::Organization, |all| all.people[0].organization = text("x")),
    (About::Person, Fact::Country, |all| all.people[0].country = text("x")),
    (About::Person, Fact::Pronouns, |all| all.people[0].pronouns = text("x")),
    (About::Person, Fact::Bio, |all| all.people[0].bio = text("x")),
    (About::Person, Fact::Avatar, |all| all.people[0].avatar = line(URL)),
    (About::Person, Fact::Links, |all| all.people[0].links.push(link("x"))),
    (About::Person, Fact::Attendance, |all| all.people[0].attendance = Some(Attendance::Invited)),
    (About::Organizer, Fact::New, |all| {
        all.organizers.push(Organizer { name: text("x"), ..Organizer::default() });
    }),
    (About::Organizer, Fact::Role, |all| all.organizers[0].role = text("x")),
    (About::Organizer, Fact::Organization, |all| all.organizers[0].organization = text("x")),
    (About::Organizer, Fact::Url, |all| all.organizers[0].url = line(URL)),
    (About::Organizer, Fact::Contact, |all| all.organizers[0].contact = text("x")),
    (About::Organizer, Fact::People, |all| all.organizers[0].people.push(PersonId::new(0))),
    (About::Organizer, Fact::Person, |all| all.organizers[0].person = Some(PersonId::new(0))),
    (About::Tier, Fact::Name, |all| all.tiers[0].name = text("Silver")),
    (About::Sponsor, Fact::Gone, |all| all.sponsors.clear()),
    (About::Sponsor, Fact::Tier, |all| all.sponsors[0].tier = Some(TierId::new(0))),
    (About::Sponsor, Fact::Project, |all| all.sponsors[0].project = text("x")),
    (About::Sponsor, Fact::Url, |all| all.sponsors[0].url = line(URL)),
    (About::Sponsor, Fact::Description, |all| all.sponsors[0].description = text("x")),
    (About::Delegation, Fact::New, |all| {
        all.delegations
            .push(Delegation { name: text("Bench"), ..all.delegation(DelegationId::new(0)).clone() });
    }),
    (About::Delegation, Fact::Kind, |all| all.delegations[0].kind = line("court")),
    (About::Delegation, Fact::Attendance, |all| all.delegations[0].attendance = Some(Attendance::Online)),
    (About::Delegation, Fact::People, |all| all.delegations[0].people.push(PersonId::new(0))),
];

fn all() -> impl Iterator<Item = Case> {
    [SESSION, CONFERENCE, OTHERS].into_iter().flatten().copied()
}

fn detected(old: &Conference, new: &Conference) -> Vec<(About, Fact)> {
    changes(&Edition::of(old), new).iter().map(|change| (change.about, change.fact)).collect()
}

/// Formats a change in an interface language.
fn message(new: &Conference, change: &Change, locale: &Locale) -> String {
    let (index, reading) = (Index::new(new), new.reading(None));
    Presenter { conference: new, index: &index, locale, reading: &reading, clocks: None }.change(change)
}

#[test]
fn each_changed_field_is_detected_alone_and_in_reverse() {
    for (about, fact, edit) in all() {
        let (old, mut new) = (conference(), conference());
        edit(&mut new);
        assert_eq!(detected(&old, &new), [(about, fact)], "{about:?} {fact:?}");
        assert_eq!(detected(&new, &old), [(about, fact.inverse())], "{about:?} {fact:?}, taken back");
    }
}

#[test]
fn each_changed_field_is_detected_among_all_others() {
    let (old, mut new) = (conference(), conference());
    for (_, _, edit) in SESSION {
        edit(&mut new);
    }
    let facts: Vec<Fact> = changes(&Edition::of(&old), &new).iter().map(|change| change.fact).collect();
    let mut expected: Vec<Fact> = SESSION.iter().map(|(_, fact, _)| *fact).collect();
    // The last status counts; the order is that of the facts.
    expected.retain(|fact| *fact != Fact::Status);
    expected.sort();
    expected.dedup();
    assert_eq!(facts, expected);
}

#[test]
fn no_kind_of_fact_is_without_a_case() {
    let covered: Vec<Fact> = all().map(|(_, fact, _)| fact).collect();
    let missing =
        Fact::ALL.iter().filter(|fact| !covered.contains(fact) && !covered.contains(&fact.inverse()));
    assert_eq!(missing.collect::<Vec<_>>(), [&Fact::Name; 0]);
    let kinds: Vec<About> = all().map(|(about, ..)| about).collect();
    assert!(About::ALL.iter().all(|about| kinds.contains(about)));
}

#[test]
fn each_fact_has_a_distinct_text_in_every_language() {
    for lang in ["en", "ky", "ru"] {
        let locale = Locale::for_language(&Lang::parse(lang).expect("a code")).expect("a locale");
        for (about, fact, edit) in all() {
            let (old, mut new) = (conference(), conference());
            edit(&mut new);
            for change in changes(&Edition::of(&old), &new) {
                let message = message(&new, &change, &locale);
                assert!(!message.contains(fact.word()) || lang == "en", "{about:?} {fact:?}: {message}");
                assert!(message.chars().count() > 2, "{about:?} {fact:?}: {message}");
            }
        }
    }
}

/// Entities with an id change their names without being removed and added.
#[test]
fn entities_with_an_id_can_be_renamed() {
    let named = |id: &str, name: &str| {
        let mut all = conference();
        all.rooms = vec![Room { id: line(id), name: text(name), ..Room::default() }];
        all.tracks = vec![Track { id: line(id), name: text(name), ..Track::default() }];
        all.people = vec![Person { id: line(id), name: text(name), ..Person::default() }];
        all
    };
    let facts = |old: &Conference, new: &Conference| detected(old, new);
    let renamed = [About::Room, About::Track, About::Person].map(|about| (about, Fact::Name));
    assert_eq!(facts(&named("a", "A"), &named("a", "B")), renamed);
    assert_eq!(facts(&named("a", "A"), &named("b", "A")), []);
    // If the id now belongs to another entity, the names count.
    let two = |first: &str, second: &str| {
        let mut all = conference();
        all.people = [("1", first), ("2", second)]
            .map(|(id, name)| Person { id: line(id), name: text(name), ..Person::default() })
            .to_vec();
        all
    };
    assert_eq!(facts(&two("A", "B"), &two("B", "A")), []);
    assert_eq!(
        facts(&two("A", "B"), &two("C", "A")),
        [(About::Person, Fact::Gone), (About::Person, Fact::New)]
    );
}

#[test]
fn a_changed_offset_is_detected() {
    let at = |offset: Option<i32>| {
        let mut all = conference();
        all.sessions[0].times.offset = offset.and_then(|hours| FixedOffset::east_opt(hours * 3600));
        all
    };
    assert_eq!(detected(&at(Some(1)), &at(Some(2))), [(About::Session, Fact::Timezone)]);
    assert_eq!(detected(&at(Some(1)), &at(None)), []);
}

#[test]
fn only_the_language_that_changed_counts() {
    let titled = |texts: &[(&str, &str)]| {
        let mut all = conference();
        all.language = Lang::parse("ky").ok();
        let texts =
            texts.iter().map(|(lang, text)| (Lang::parse(lang).expect("a code"), SafeText::line(text)));
        all.sessions[0].level = LocalizedText::translated(texts);
        all
    };
    let (ky, both) = (titled(&[("ky", "жөнөкөй")]), titled(&[("ky", "жөнөкөй"), ("ru", "простой")]));
    assert_eq!(detected(&ky, &both), []);
    assert_eq!(
        detected(&both, &titled(&[("ky", "жөнөкөй"), ("ru", "лёгкий")])),
        [(About::Session, Fact::Level)]
    );
    assert_eq!(detected(&ky, &titled(&[("ru", "простой")])), [(About::Session, Fact::Level)]);
}
