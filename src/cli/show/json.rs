//! A whole schedule as JSON; docs/JSON.md has every key.
//!
//! Structs of the model are taken apart without `..`, so that a new field is either printed or named as left out.

use serde::Serialize;

use crate::cli::json::{Scope, Session as Common};
use crate::markup;
use crate::model::{
    self, Attachment, Attendance, Color, Conference, LocalizedText, Participation, PersonId, Rooms,
    SessionId, TierId, TrackId, Venue, WalkingTimes,
};
use crate::presenter::Presenter;
use crate::schedule::LoadedSchedule;
use crate::text::SafeText;

/// The answer of `show --format json`.
#[derive(Debug, Serialize)]
pub(super) struct Schedule {
    file: String,
    conference: About,
    days: Vec<Day>,
    rooms: Vec<Room>,
    tracks: Vec<Track>,
    people: Vec<Person>,
    sessions: Vec<Session>,
    organizers: Vec<Organizer>,
    tiers: Vec<Tier>,
    sponsors: Vec<Sponsor>,
    delegations: Vec<Delegation>,
    info: Vec<Info>,
    diagnostics: Counts,
}

#[derive(Debug, Serialize)]
struct About {
    id: Option<String>,
    title: String,
    acronym: Option<String>,
    subtitle: Option<String>,
    theme: Option<String>,
    edition: Option<u32>,
    version: Option<String>,
    updated: Option<String>,
    start: Option<String>,
    end: Option<String>,
    time_zone: Option<String>,
    day_change: String,
    language: Option<String>,
    venue: Option<Place>,
    url: Option<String>,
    hashtag: Option<String>,
    contact: Option<String>,
    description: Option<String>,
    topics: Vec<String>,
    links: Vec<Link>,
    walking: Option<Walk>,
}

#[derive(Debug, Serialize)]
struct Place {
    name: Option<String>,
    address: Option<String>,
    city: Option<String>,
    country: Option<String>,
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Walk {
    same_building: Option<u32>,
    other_building: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Link {
    label: Option<String>,
    url: String,
}

#[derive(Debug, Serialize)]
struct File {
    label: Option<String>,
    url: String,
    #[serde(rename = "type")]
    source_type: Option<String>,
}

#[derive(Debug, Serialize)]
struct Day {
    date: String,
    title: Option<String>,
    opens: Option<String>,
    closes: Option<String>,
}

#[derive(Debug, Serialize)]
struct Room {
    id: Option<String>,
    name: Option<String>,
    building: Option<String>,
    floor: Option<String>,
    capacity: Option<u32>,
    description: Option<String>,
}

#[derive(Debug, Serialize)]
struct Track {
    id: Option<String>,
    name: Option<String>,
    color: Option<String>,
}

#[derive(Debug, Serialize)]
struct Person {
    id: Option<String>,
    guid: Option<String>,
    name: Option<String>,
    sort_name: Option<String>,
    roles: Vec<String>,
    positions: Vec<String>,
    organization: Option<String>,
    country: Option<String>,
    pronouns: Option<String>,
    attendance: Option<&'static str>,
    bio: Option<String>,
    avatar: Option<String>,
    links: Vec<Link>,
    incomplete: bool,
}

/// A session in full: the keys of every session, and those that only a whole schedule has.
#[derive(Debug, Serialize)]
struct Session {
    #[serde(flatten)]
    common: Common,
    all_day: bool,
    #[serde(rename = "type")]
    source_type: Option<String>,
    attendance: Option<&'static str>,
    room_indexes: Vec<usize>,
    track_index: Option<usize>,
    participants: Vec<Participant>,
    part_of_index: Option<usize>,
    same_as_index: Option<usize>,
    level: Option<String>,
    tags: Vec<String>,
    #[serde(rename = "abstract")]
    summary: Option<String>,
    description: Option<String>,
    content_note: Option<String>,
    slides: Option<String>,
    recording: Option<String>,
    stream: Option<String>,
    feedback: Option<String>,
    links: Vec<Link>,
    attachments: Vec<File>,
    recording_license: Option<String>,
    do_not_record: bool,
    incomplete: bool,
}

#[derive(Debug, Serialize)]
struct Participant {
    name: Option<String>,
    person_index: usize,
    role: Option<String>,
}

#[derive(Debug, Serialize)]
struct Organizer {
    name: Option<String>,
    role: Option<String>,
    organization: Option<String>,
    url: Option<String>,
    contact: Option<String>,
    person_index: Option<usize>,
    people_indexes: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct Tier {
    id: Option<String>,
    name: Option<String>,
}

#[derive(Debug, Serialize)]
struct Sponsor {
    name: Option<String>,
    tier_index: Option<usize>,
    project: Option<String>,
    url: Option<String>,
    description: Option<String>,
}

#[derive(Debug, Serialize)]
struct Delegation {
    name: Option<String>,
    kind: Option<String>,
    attendance: Option<&'static str>,
    people_indexes: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct Info {
    title: Option<String>,
    text: Option<String>,
}

/// The number of diagnostics that `check` reports for the file.
#[derive(Debug, Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    hints: usize,
}

impl Schedule {
    pub(super) fn of(schedule: &LoadedSchedule, words: &Presenter<'_>) -> Self {
        let (errors, warnings) = schedule.counts();
        let hints = schedule.diagnostics.len() - errors - warnings;
        let to = Writer { words, scope: Scope::of(words) };
        let about = &schedule.conference;
        Self {
            file: schedule.source.name().to_string(),
            conference: to.about(about),
            days: about.days.iter().map(|day| to.day(day)).collect(),
            rooms: about.rooms.iter().map(|room| to.room(room)).collect(),
            tracks: about.tracks.iter().map(|track| to.track(track)).collect(),
            people: about.people.iter().map(|person| to.person(person)).collect(),
            sessions: (0..about.sessions.len()).map(|at| to.session(SessionId::new(at))).collect(),
            organizers: about.organizers.iter().map(|organizer| to.organizer(organizer)).collect(),
            tiers: about.tiers.iter().map(|tier| to.tier(tier)).collect(),
            sponsors: about.sponsors.iter().map(|sponsor| to.sponsor(sponsor)).collect(),
            delegations: about.delegations.iter().map(|delegation| to.delegation(delegation)).collect(),
            info: about.infos.iter().map(|info| to.info(info)).collect(),
            diagnostics: Counts { errors, warnings, hints },
        }
    }
}

/// Writes the model in one language.
struct Writer<'a> {
    words: &'a Presenter<'a>,
    scope: Scope<'a>,
}

impl Writer<'_> {
    fn text(&self, texts: Option<&LocalizedText>) -> Option<String> {
        texts.map(|texts| texts.get(self.words.reading).to_string())
    }

    fn texts(&self, texts: &[LocalizedText]) -> Vec<String> {
        texts.iter().map(|texts| texts.get(self.words.reading).to_string()).collect()
    }

    /// A text of several lines, with its markup read.
    fn prose(&self, texts: Option<&LocalizedText>) -> Option<String> {
        self.text(texts).map(|text| markup::plain(&text))
    }

    fn links(&self, links: &[model::Link]) -> Vec<Link> {
        let link = |model::Link { label, url }: &model::Link| Link {
            label: self.text(label.as_ref()),
            url: url.to_string(),
        };
        links.iter().map(link).collect()
    }

    fn about(&self, about: &Conference) -> About {
        // What it consists of is written beside it.
        let Conference {
            clock_from: _,
            id,
            title,
            acronym,
            subtitle,
            theme,
            edition,
            version,
            updated,
            dates,
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
        } = about;
        About {
            id: string(id.as_ref()),
            title: title.get(self.words.reading).to_string(),
            acronym: string(acronym.as_ref()),
            subtitle: self.text(subtitle.as_ref()),
            theme: self.text(theme.as_ref()),
            edition: *edition,
            version: string(version.as_ref()),
            updated: string(updated.as_ref()),
            start: dates.start.map(|date| date.to_string()),
            end: dates.end.map(|date| date.to_string()),
            time_zone: zone.name(),
            day_change: time(*day_change),
            language: language.as_ref().map(ToString::to_string),
            venue: venue.as_ref().map(|venue| self.venue(venue)),
            url: string(url.as_ref()),
            hashtag: string(hashtag.as_ref()),
            contact: self.text(contact.as_ref()),
            description: self.prose(description.as_ref()),
            topics: self.texts(topics),
            links: self.links(links),
            walking: walking
                .map(|WalkingTimes { same, other }| Walk { same_building: same, other_building: other }),
        }
    }

    fn venue(&self, venue: &Venue) -> Place {
        let Venue { name, address, city, country, url } = venue;
        Place {
            name: self.text(name.as_ref()),
            address: self.text(address.as_ref()),
            city: self.text(city.as_ref()),
            country: self.text(country.as_ref()),
            url: string(url.as_ref()),
        }
    }

    fn day(&self, day: &model::Day) -> Day {
        let model::Day { date, title, opens, closes } = day;
        Day {
            date: date.to_string(),
            title: self.text(title.as_ref()),
            opens: opens.map(time),
            closes: closes.map(time),
        }
    }

    fn room(&self, room: &model::Room) -> Room {
        let model::Room { id, name, building, floor, capacity, description } = room;
        Room {
            id: string(id.as_ref()),
            name: self.text(name.as_ref()),
            building: self.text(building.as_ref()),
            floor: self.text(floor.as_ref()),
            capacity: *capacity,
            description: self.prose(description.as_ref()),
        }
    }

    fn track(&self, track: &model::Track) -> Track {
        let model::Track { id, name, color } = track;
        let color = color.map(|Color(red, green, blue)| format!("#{red:02x}{green:02x}{blue:02x}"));
        Track { id: string(id.as_ref()), name: self.text(name.as_ref()), color }
    }

    fn person(&self, person: &model::Person) -> Person {
        let model::Person {
            id,
            guid,
            name,
            sort_name,
            roles,
            positions,
            organization,
            country,
            pronouns,
            bio,
            avatar,
            links,
            attendance,
            has_mistakes,
        } = person;
        Person {
            id: string(id.as_ref()),
            guid: string(guid.as_ref()),
            name: self.text(name.as_ref()),
            sort_name: string(sort_name.as_ref()),
            roles: roles.iter().map(|role| role.word().to_owned()).collect(),
            positions: self.texts(positions),
            organization: self.text(organization.as_ref()),
            country: self.text(country.as_ref()),
            pronouns: self.text(pronouns.as_ref()),
            attendance: attendance.map(way),
            bio: self.prose(bio.as_ref()),
            avatar: string(avatar.as_ref()),
            links: self.links(links),
            incomplete: *has_mistakes,
        }
    }

    fn session(&self, at: SessionId) -> Session {
        let model::Session {
            source_type,
            attendance,
            times,
            rooms,
            track,
            level,
            tags,
            people,
            part_of,
            same_as,
            summary,
            description,
            content_note,
            slides,
            recording,
            stream,
            feedback,
            links,
            attachments,
            recording_license,
            do_not_record,
            has_mistakes,
            // The keys of every session.
            id: _,
            guid: _,
            title: _,
            subtitle: _,
            kind: _,
            status: _,
            languages: _,
            url: _,
        } = self.words.conference.session(at);
        let file = |Attachment { label, url, source_type }: &Attachment| File {
            label: self.text(label.as_ref()),
            url: url.to_string(),
            source_type: string(source_type.as_ref()),
        };
        Session {
            common: Common::of(self.scope, at),
            all_day: times.all_day,
            source_type: self.text(source_type.as_ref()),
            attendance: attendance.map(way),
            room_indexes: match rooms {
                Rooms::All => Vec::new(),
                Rooms::In(rooms) => rooms.iter().map(|room| room.index()).collect(),
            },
            track_index: track.map(TrackId::index),
            participants: people.iter().map(|part| self.participant(part)).collect(),
            part_of_index: part_of.map(SessionId::index),
            same_as_index: same_as.map(SessionId::index),
            level: self.text(level.as_ref()),
            tags: self.texts(tags),
            summary: self.prose(summary.as_ref()),
            description: self.prose(description.as_ref()),
            content_note: self.prose(content_note.as_ref()),
            slides: string(slides.as_ref()),
            recording: string(recording.as_ref()),
            stream: string(stream.as_ref()),
            feedback: string(feedback.as_ref()),
            links: self.links(links),
            attachments: attachments.iter().map(file).collect(),
            recording_license: string(recording_license.as_ref()),
            do_not_record: *do_not_record,
            incomplete: *has_mistakes,
        }
    }

    fn participant(&self, part: &Participation) -> Participant {
        let Participation { person, role, name } = part;
        let known = self.words.conference.person(*person).name.as_ref();
        Participant {
            name: self.text(name.as_ref().or(known)),
            person_index: person.index(),
            role: role.as_ref().map(|role| role.word().to_owned()),
        }
    }

    fn organizer(&self, organizer: &model::Organizer) -> Organizer {
        let model::Organizer { name, role, organization, url, contact, people, person } = organizer;
        Organizer {
            name: self.text(name.as_ref()),
            role: self.text(role.as_ref()),
            organization: self.text(organization.as_ref()),
            url: string(url.as_ref()),
            contact: self.text(contact.as_ref()),
            person_index: person.map(PersonId::index),
            people_indexes: people.iter().map(|person| person.index()).collect(),
        }
    }

    fn tier(&self, tier: &model::Tier) -> Tier {
        let model::Tier { id, name } = tier;
        Tier { id: string(id.as_ref()), name: self.text(name.as_ref()) }
    }

    fn sponsor(&self, sponsor: &model::Sponsor) -> Sponsor {
        let model::Sponsor { name, tier, project, url, description } = sponsor;
        Sponsor {
            name: self.text(name.as_ref()),
            tier_index: tier.map(TierId::index),
            project: self.text(project.as_ref()),
            url: string(url.as_ref()),
            description: self.prose(description.as_ref()),
        }
    }

    fn delegation(&self, delegation: &model::Delegation) -> Delegation {
        let model::Delegation { name, kind, attendance, people } = delegation;
        Delegation {
            name: self.text(name.as_ref()),
            kind: string(kind.as_ref()),
            attendance: attendance.map(way),
            people_indexes: people.iter().map(|person| person.index()).collect(),
        }
    }

    fn info(&self, info: &model::Info) -> Info {
        let model::Info { title, text } = info;
        Info { title: self.text(title.as_ref()), text: self.prose(text.as_ref()) }
    }
}

fn string(text: Option<&SafeText>) -> Option<String> {
    text.map(ToString::to_string)
}

fn time(time: chrono::NaiveTime) -> String {
    time.format("%H:%M:%S").to_string()
}

/// A way to take part, in the words of the event file.
fn way(attendance: Attendance) -> &'static str {
    let word = Attendance::WORDS.iter().find(|(_, known)| *known == attendance);
    word.map_or("", |(word, _)| word)
}
