//! Visible facts of each entity. All model fields are listed by destructuring, so a new one does not compile until it is
//! compared or explicitly ignored.

use std::collections::HashSet;

use chrono::NaiveTime;

use super::{Details, Item, Thing};
use crate::markup;
use crate::model::{
    Attachment, Attendance, Conference, Dates, Day, Delegation, Info, Kind, Link, LocalizedText, Organizer,
    Participation, Person, PersonId, Role, Room, RoomId, Rooms, Session, SessionId, Sponsor, Status, Tier,
    Times, Track, TrackId, Venue, WalkingTimes, Zone,
};
use crate::plan::{About, Fact};
use crate::text::{SafeText, fnv1a};

/// The facts being collected.
#[derive(Default)]
struct Seen(Details);

impl Seen {
    fn items(&mut self, fact: Fact, items: impl IntoIterator<Item = Item>) {
        let items: Vec<Item> = items.into_iter().collect();
        if !items.is_empty() {
            self.0.insert(fact, items);
        }
    }

    fn text(&mut self, fact: Fact, texts: Option<&LocalizedText>) {
        self.texts(fact, texts);
    }

    fn texts<'a>(&mut self, fact: Fact, texts: impl IntoIterator<Item = &'a LocalizedText>) {
        self.items(fact, texts.into_iter().map(|texts| Item { texts: texts.clone(), note: None }));
    }

    /// Adds the digest of prose.
    fn long(&mut self, fact: Fact, texts: Option<&LocalizedText>) {
        self.items(fact, texts.map(|texts| Item { texts: digests(texts), note: None }));
    }

    fn word(&mut self, fact: Fact, word: Option<impl ToString>) {
        self.items(fact, word.map(|word| Item::plain(&word.to_string())));
    }

    fn time(&mut self, fact: Fact, time: Option<NaiveTime>) {
        self.word(fact, time.map(|time| time.format("%H:%M")));
    }

    fn words(&mut self, fact: Fact, words: impl IntoIterator<Item = impl ToString>) {
        self.items(fact, words.into_iter().map(|word| Item::plain(&word.to_string())));
    }

    fn links(&mut self, links: &[Link], conference: &Conference) {
        let item = |Link { label, url }: &Link| address(url, label.as_ref(), conference);
        self.items(Fact::Links, links.iter().map(item));
    }

    fn attendance(&mut self, attendance: Option<Attendance>) {
        let known = attendance.and_then(|way| Attendance::WORDS.iter().find(|(_, known)| *known == way));
        self.word(Fact::Attendance, known.map(|(word, _)| word));
    }

    fn people(&mut self, people: &[PersonId], conference: &Conference) {
        let people = people.iter().filter_map(|id| person_name(conference.person(*id)));
        self.items(Fact::People, people.map(|texts| Item { texts, note: None }));
    }
}

fn address(url: &SafeText, label: Option<&LocalizedText>, conference: &Conference) -> Item {
    let note = label.map(|label| label.get(&conference.reading(None)).clone());
    Item { texts: LocalizedText::untagged(url.clone()), note }
}

fn person_name(person: &Person) -> Option<LocalizedText> {
    person.name.clone().or_else(|| person.id.clone().map(LocalizedText::untagged))
}

/// Returns the digest of each version.
fn digests(texts: &LocalizedText) -> LocalizedText {
    texts.map(|text| SafeText::line(&digest(text)))
}

/// Returns the hash of prose as seen by a reader: words and link targets. Stored files depend on it.
fn digest(text: &str) -> String {
    let read = markup::read(text);
    let shown = read.running();
    let links = read.links.iter().map(markup::LinkUrl::as_str);
    let words = std::iter::once(shown.as_str()).chain(links).flat_map(str::split_whitespace);
    format!("{:016x}", fnv1a(words.flat_map(|word| word.bytes().chain([b' ']))))
}

pub(super) fn session(conference: &Conference, session: &Session) -> Details {
    let Session {
        // Used for matching.
        id: _,
        guid: _,
        title,
        subtitle,
        kind,
        source_type,
        status,
        attendance,
        times,
        // Part of the snapshot.
        rooms: Rooms::All | Rooms::In(_),
        track,
        languages,
        level,
        tags,
        people,
        part_of,
        same_as,
        summary,
        description,
        content_note,
        url,
        slides,
        recording,
        stream,
        feedback,
        links,
        attachments,
        recording_license,
        do_not_record,
        // Not a fact of the schedule.
        has_mistakes: _,
    } = session;
    let mut seen = Seen::default();
    seen.text(Fact::Title, title.as_ref());
    seen.text(Fact::Subtitle, subtitle.as_ref());
    seen.word(Fact::Kind, kind.as_ref().map(Kind::word));
    // A type that is the word of the kind adds nothing: exports write it where there is no type.
    let is_kind = |word: &SafeText| kind.as_ref().is_some_and(|kind| kind.word() == word.as_str());
    let source_type = source_type.as_ref().filter(|it| !it.iter().all(|(_, word)| is_kind(word)));
    seen.text(Fact::Type, source_type);
    seen.word(Fact::Status, status.as_ref().map(Status::word));
    seen.attendance(*attendance);
    when(conference, times, &mut seen);
    seen.items(
        Fact::Track,
        track.and_then(|id| named(conference.track(id).name.as_ref(), conference.track(id).id.as_ref())),
    );
    seen.words(Fact::Languages, languages);
    seen.text(Fact::Level, level.as_ref());
    seen.texts(Fact::Tags, tags);
    let person = |Participation { person, role, name }: &Participation| {
        let texts = name.clone().or_else(|| person_name(conference.person(*person)))?;
        let note =
            role.as_ref().filter(|role| **role != Role::Speaker).map(|role| SafeText::line(role.word()));
        Some(Item { texts, note })
    };
    seen.items(Fact::People, people.iter().filter_map(person));
    let titled = |id: &SessionId| conference.session(*id).title.as_ref();
    seen.text(Fact::PartOf, part_of.as_ref().and_then(titled));
    seen.text(Fact::SameAs, same_as.as_ref().and_then(titled));
    seen.long(Fact::Abstract, summary.as_ref());
    seen.long(Fact::Description, description.as_ref());
    seen.long(Fact::ContentNote, content_note.as_ref());
    seen.word(Fact::Url, url.as_ref());
    seen.word(Fact::Slides, slides.as_ref());
    seen.word(Fact::Recording, recording.as_ref());
    seen.word(Fact::Stream, stream.as_ref());
    seen.word(Fact::Feedback, feedback.as_ref());
    seen.links(links, conference);
    // File types are not shown.
    let file =
        |Attachment { label, url, source_type: _ }: &Attachment| address(url, label.as_ref(), conference);
    seen.items(Fact::Attachments, attachments.iter().map(file));
    seen.word(Fact::RecordingLicense, recording_license.as_ref());
    seen.word(Fact::DoNotRecord, do_not_record.then_some("yes"));
    seen.0
}

/// Adds the parts of the times that are not in the snapshot.
fn when(conference: &Conference, times: &Times, seen: &mut Seen) {
    let Times {
        day: _,
        date: _,
        start: _,
        duration: _,
        end_only: end_alone,
        offset,
        all_day,
        instant: _,
        shift: _,
    } = times;
    let noted = |text: &str, note: &str| Item { note: Some(SafeText::line(note)), ..Item::plain(text) };
    let end = end_alone.map(|end| noted(&end.format("%H:%M").to_string(), "end"));
    seen.items(Fact::Time, end.into_iter().chain(all_day.then(|| noted("yes", "all_day"))));
    // A known zone determines the offset.
    seen.word(Fact::Timezone, offset.filter(|_| conference.zone == Zone::Unknown));
}

fn named(name: Option<&LocalizedText>, id: Option<&SafeText>) -> Option<Item> {
    let texts = name.cloned().or_else(|| id.cloned().map(LocalizedText::untagged))?;
    Some(Item { texts, note: None })
}

/// Returns all entities other than sessions.
pub(super) fn things(all: &Conference) -> Vec<Thing> {
    let Conference {
        clock_from: _,
        title: _,
        id: _,
        acronym: _,
        subtitle: _,
        theme: _,
        edition: _,
        version: _,
        updated: _,
        dates: _,
        zone: _,
        language: _,
        day_change: _,
        venue: _,
        url: _,
        hashtag: _,
        contact: _,
        description: _,
        topics: _,
        links: _,
        walking: _,
        days,
        rooms,
        tracks,
        people,
        sessions,
        organizers,
        tiers,
        sponsors,
        delegations,
        infos,
    } = all;
    let in_sessions = SessionEntities::of(sessions);
    let rooms = rooms.iter().enumerate();
    let rooms = rooms.map(|(at, one)| told_if(in_sessions.rooms.contains(&RoomId::new(at)), room(one)));
    let tracks = tracks.iter().enumerate();
    let tracks = tracks.map(|(at, one)| told_if(in_sessions.tracks.contains(&TrackId::new(at)), track(one)));
    let people = people.iter().enumerate();
    let people =
        people.map(|(at, one)| told_if(in_sessions.people.contains(&PersonId::new(at)), person(all, one)));
    std::iter::once(thing(About::Conference, None, None, conference(all)))
        .chain(infos.iter().map(info))
        .chain(days.iter().map(day))
        .chain(rooms)
        .chain(tracks)
        .chain(people)
        .chain(organizers.iter().map(|one| organizer(all, one)))
        .chain(tiers.iter().map(tier))
        .chain(sponsors.iter().map(|one| sponsor(all, one)))
        .chain(delegations.iter().map(|one| delegation(all, one)))
        .collect()
}

/// The entities used by sessions.
#[derive(Default)]
struct SessionEntities {
    rooms: HashSet<RoomId>,
    tracks: HashSet<TrackId>,
    people: HashSet<PersonId>,
}

impl SessionEntities {
    fn of(sessions: &[Session]) -> Self {
        let mut in_sessions = Self::default();
        for session in sessions {
            in_sessions.people.extend(session.people.iter().map(|part| part.person));
            in_sessions.tracks.extend(session.track);
            if let Rooms::In(rooms) = &session.rooms {
                in_sessions.rooms.extend(rooms);
            }
        }
        in_sessions
    }
}

fn told_if(is_in_sessions: bool, thing: Thing) -> Thing {
    Thing { is_in_sessions, ..thing }
}

fn thing(about: About, id: Option<&SafeText>, name: Option<&LocalizedText>, seen: Seen) -> Thing {
    let (id, name) = (id.cloned(), name.cloned());
    Thing { about, guid: None, id, name, is_in_sessions: false, details: seen.0 }
}

fn conference(all: &Conference) -> Seen {
    let Conference {
        clock_from: _,
        title,
        // Used for matching.
        id: _,
        acronym,
        subtitle,
        theme,
        edition,
        version,
        updated,
        dates: Dates { start, end },
        zone,
        language,
        day_change,
        venue,
        url,
        hashtag,
        contact,
        description,
        topics,
        links,
        walking,
        days: _,
        rooms: _,
        tracks: _,
        people: _,
        sessions: _,
        organizers: _,
        tiers: _,
        sponsors: _,
        delegations: _,
        infos: _,
    } = all;
    let mut seen = Seen::default();
    let noted = |text: String, note: &str| Item { note: Some(SafeText::line(note)), ..Item::plain(&text) };
    seen.text(Fact::Title, Some(title));
    seen.word(Fact::Acronym, acronym.as_ref());
    seen.text(Fact::Subtitle, subtitle.as_ref());
    seen.text(Fact::Theme, theme.as_ref());
    seen.word(Fact::Edition, *edition);
    seen.word(Fact::Version, version.as_ref());
    seen.word(Fact::Updated, updated.as_ref());
    let start = start.map(|date| noted(date.to_string(), "start"));
    seen.items(Fact::Dates, start.into_iter().chain(end.map(|date| noted(date.to_string(), "end"))));
    let zone = zone.name();
    seen.word(Fact::Timezone, zone);
    seen.word(Fact::Language, language.as_ref());
    seen.time(Fact::DayChange, Some(*day_change));
    if let Some(Venue { name, address, city, country, url }) = venue {
        seen.text(Fact::Venue, name.as_ref());
        seen.text(Fact::Address, address.as_ref());
        seen.text(Fact::City, city.as_ref());
        seen.text(Fact::Country, country.as_ref());
        seen.word(Fact::VenueUrl, url.as_ref());
    }
    seen.word(Fact::Url, url.as_ref());
    seen.word(Fact::Hashtag, hashtag.as_ref());
    seen.text(Fact::Contact, contact.as_ref());
    seen.long(Fact::Description, description.as_ref());
    seen.texts(Fact::Topics, topics);
    seen.links(links, all);
    if let Some(WalkingTimes { same, other }) = walking {
        let same = same.map(|minutes| noted(minutes.to_string(), "same"));
        let other = other.map(|minutes| noted(minutes.to_string(), "other"));
        seen.items(Fact::Walking, same.into_iter().chain(other));
    }
    seen
}

fn info(info: &Info) -> Thing {
    let Info { title, text } = info;
    let mut seen = Seen::default();
    seen.text(Fact::Title, title.as_ref());
    seen.long(Fact::Text, text.as_ref());
    thing(About::Info, None, title.as_ref(), seen)
}

fn day(day: &Day) -> Thing {
    let Day { date, title, opens, closes } = day;
    let mut seen = Seen::default();
    seen.text(Fact::Title, title.as_ref());
    seen.time(Fact::Opens, *opens);
    seen.time(Fact::Closes, *closes);
    thing(About::Day, None, Some(&LocalizedText::untagged(SafeText::line(&date.to_string()))), seen)
}

fn room(room: &Room) -> Thing {
    let Room { id, name, building, floor, capacity, description } = room;
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    seen.text(Fact::Building, building.as_ref());
    seen.text(Fact::Floor, floor.as_ref());
    seen.word(Fact::Capacity, *capacity);
    seen.long(Fact::Description, description.as_ref());
    thing(About::Room, id.as_ref(), name.as_ref(), seen)
}

fn track(track: &Track) -> Thing {
    let Track { id, name, color } = track;
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    seen.word(Fact::Color, color.map(|color| format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)));
    thing(About::Track, id.as_ref(), name.as_ref(), seen)
}

fn person(all: &Conference, person: &Person) -> Thing {
    let Person {
        id,
        guid,
        name,
        // Affects sorting only.
        sort_name: _,
        roles,
        positions,
        organization,
        country,
        pronouns,
        bio,
        avatar,
        links,
        attendance,
        has_mistakes: _,
    } = person;
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    seen.words(Fact::Roles, roles.iter().map(Role::word));
    seen.texts(Fact::Position, positions);
    seen.text(Fact::Organization, organization.as_ref());
    seen.text(Fact::Country, country.as_ref());
    seen.text(Fact::Pronouns, pronouns.as_ref());
    seen.long(Fact::Bio, bio.as_ref());
    seen.word(Fact::Avatar, avatar.as_ref());
    seen.links(links, all);
    seen.attendance(*attendance);
    Thing { guid: guid.clone(), ..thing(About::Person, id.as_ref(), name.as_ref(), seen) }
}

fn organizer(all: &Conference, organizer: &Organizer) -> Thing {
    let Organizer { name, role, organization, url, contact, people, person } = organizer;
    let human = person.and_then(|id| person_name(all.person(id)));
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    seen.text(Fact::Role, role.as_ref());
    seen.text(Fact::Organization, organization.as_ref());
    seen.word(Fact::Url, url.as_ref());
    seen.text(Fact::Contact, contact.as_ref());
    seen.people(people, all);
    seen.text(Fact::Person, human.as_ref());
    thing(About::Organizer, None, name.as_ref().or(human.as_ref()), seen)
}

fn tier(tier: &Tier) -> Thing {
    let Tier { id, name } = tier;
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    thing(About::Tier, id.as_ref(), name.as_ref(), seen)
}

fn sponsor(all: &Conference, sponsor: &Sponsor) -> Thing {
    let Sponsor { name, tier, project, url, description } = sponsor;
    let tier = tier.map(|id| all.tier(id));
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    seen.items(Fact::Tier, tier.and_then(|tier| named(tier.name.as_ref(), tier.id.as_ref())));
    seen.text(Fact::Project, project.as_ref());
    seen.word(Fact::Url, url.as_ref());
    seen.long(Fact::Description, description.as_ref());
    thing(About::Sponsor, None, name.as_ref(), seen)
}

fn delegation(all: &Conference, delegation: &Delegation) -> Thing {
    let Delegation { name, kind, attendance, people } = delegation;
    let mut seen = Seen::default();
    seen.text(Fact::Name, name.as_ref());
    seen.word(Fact::Kind, kind.as_ref());
    seen.attendance(*attendance);
    seen.people(people, all);
    thing(About::Delegation, None, name.as_ref(), seen)
}
