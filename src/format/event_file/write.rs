//! An event file out of any conference.
//!
//! What is written is TOML 1.0, its tables and keys in the order of docs/FORMAT.md, and only what is known. What is
//! lost is found by reading it back: so nothing can be lost that is not said.

mod page;
mod people;
mod references;
mod sessions;
mod text;
mod times;

use std::collections::HashSet;

use page::{TomlWriter, address, inline, links, text, texts};
use references::{ReferenceNames, things};

use super::read::{only_day, read};
use super::session_times::TimeContext;
use crate::diagnostic::Source;
use crate::format::roundtrip::{Export, ReadBack, diff};
use crate::model::{Attendance, Color, Conference, LocalizedText, Room, Rooms, Tier, Track, Zone};
use crate::text::SafeText;
pub(crate) use text::{block as block_text, quoted};
pub(crate) use times::{date as date_text, time as time_text};

/// Writes a conference as an event file.
///
/// ```
/// use kurultai::diagnostic::Source;
/// use kurultai::format::event_file;
/// let text = "title = \"Our day\"\ndate = 2026-03-07\n\n[[agenda]]\ntitle = \"Opening\"\nroom = \"Hall\"\n";
/// let conference = event_file::read(&Source::new("day.toml", text)).conference;
/// assert_eq!(event_file::write(&conference).text, text);
/// assert_eq!(event_file::write(&conference).lost, []);
/// ```
#[must_use]
pub fn write(conference: &Conference) -> Export {
    let text = Writer::new(conference).write();
    let read = read(&Source::new("", &text)).conference;
    Export { lost: diff(conference, &ReadBack::in_place(read)), text }
}

/// A conference, and what its things are called where they are named.
struct Writer<'a> {
    conference: &'a Conference,
    clock: TimeContext,
    rooms: ReferenceNames,
    tracks: ReferenceNames,
    people: ReferenceNames,
    sessions: ReferenceNames,
    tiers: ReferenceNames,
}

impl<'a> Writer<'a> {
    fn new(conference: &'a Conference) -> Self {
        let Conference { rooms, tracks, sessions, tiers, sponsors, .. } = conference;
        let clock = TimeContext {
            zone: conference.zone,
            day_change: conference.day_change,
            only_day: only_day(conference),
        };
        Self {
            conference,
            clock,
            rooms: {
                let things =
                    things(rooms, |room| (&room.id, &room.name), |name| Room { name, ..Room::default() });
                let named = sessions.iter().flat_map(|session| match &session.rooms {
                    Rooms::In(rooms) => &rooms[..],
                    Rooms::All => &[],
                });
                ReferenceNames::by_name("room", &things, &indices(named.copied()))
            },
            tracks: {
                let things = things(
                    tracks,
                    |track| (&track.id, &track.name),
                    |name| Track { name, ..Track::default() },
                );
                ReferenceNames::by_name(
                    "track",
                    &things,
                    &indices(sessions.iter().filter_map(|session| session.track)),
                )
            },
            people: people::called(conference),
            sessions: sessions::called(conference),
            tiers: {
                let things =
                    things(tiers, |tier| (&tier.id, &tier.name), |name| Tier { name, ..Tier::default() });
                ReferenceNames::by_name(
                    "tier",
                    &things,
                    &indices(sponsors.iter().filter_map(|sponsor| sponsor.tier)),
                )
            },
        }
    }

    fn write(&self) -> String {
        let mut page = TomlWriter::new();
        self.event(&mut page);
        self.days(&mut page);
        self.rooms(&mut page);
        self.tracks(&mut page);
        self.people(&mut page);
        self.agenda(&mut page);
        self.organizers(&mut page);
        self.sponsors(&mut page);
        self.delegations(&mut page);
        self.infos(&mut page);
        page.end()
    }

    fn event(&self, page: &mut TomlWriter) {
        let about = self.conference;
        page.put("title", texts(Some(&about.title)));
        page.put("id", text(about.id.as_ref()));
        page.put("acronym", text(about.acronym.as_ref()));
        page.put("subtitle", texts(about.subtitle.as_ref()));
        page.put("theme", texts(about.theme.as_ref()));
        page.put("edition", about.edition.map(|edition| edition.to_string()));
        page.put("version", text(about.version.as_ref()));
        page.put("updated", about.updated.as_ref().and_then(updated));
        if let Some(day) = about.dates.only_day() {
            page.put("date", times::date(day));
        } else {
            page.put("start", about.dates.start.and_then(times::date));
            let end = about.dates.end.filter(|end| about.dates.start.is_none_or(|start| start <= *end));
            page.put("end", end.and_then(times::date));
        }
        if let Some(zone) = about.zone.name().filter(|_| about.zone != Zone::Utc) {
            page.put("timezone", Some(quoted(&zone)));
        }
        page.put("language", about.language.as_ref().map(|lang| quoted(lang.as_str())));
        let usual = Conference::new(about.title.clone()).day_change;
        page.put("day_change", Some(about.day_change).filter(|time| *time != usual).map(times::time));
        page.put(
            "venue",
            about.venue.as_ref().map(|venue| {
                inline([
                    ("name", texts(venue.name.as_ref())),
                    ("address", texts(venue.address.as_ref())),
                    ("city", texts(venue.city.as_ref())),
                    ("country", texts(venue.country.as_ref())),
                    ("url", address(venue.url.as_ref())),
                ])
            }),
        );
        page.put("url", address(about.url.as_ref()));
        page.put("hashtag", text(about.hashtag.as_ref()));
        page.put("contact", texts(about.contact.as_ref()));
        page.prose("description", about.description.as_ref());
        page.list("topics", &list(&about.topics));
        page.list("links", &links(&about.links));
        page.put(
            "walking",
            about.walking.map(|walking| {
                let minutes = |minutes: Option<u32>| minutes.map(|minutes| minutes.to_string());
                inline([("same", minutes(walking.same)), ("other", minutes(walking.other))])
            }),
        );
    }

    fn days(&self, page: &mut TomlWriter) {
        let mut written = HashSet::new();
        for day in &self.conference.days {
            // A day without a date would be a mistake, and so would be the same day twice.
            let Some(date) = times::date(day.date).filter(|_| written.insert(day.date)) else { continue };
            page.table("days");
            page.put("date", Some(date));
            page.put("title", texts(day.title.as_ref()));
            page.put("opens", day.opens.map(times::time));
            page.put("closes", day.closes.map(times::time));
        }
    }

    fn rooms(&self, page: &mut TomlWriter) {
        for (index, room) in self.conference.rooms.iter().enumerate().take(self.rooms.tables) {
            page.table("rooms");
            page.put("id", text(self.rooms.id(index, room.id.as_ref())));
            page.put("name", texts(room.name.as_ref()));
            page.put("building", texts(room.building.as_ref()));
            page.put("floor", texts(room.floor.as_ref()));
            page.put("capacity", room.capacity.map(|capacity| capacity.to_string()));
            page.prose("description", room.description.as_ref());
        }
    }

    fn tracks(&self, page: &mut TomlWriter) {
        for (index, track) in self.conference.tracks.iter().enumerate().take(self.tracks.tables) {
            page.table("tracks");
            page.put("id", text(self.tracks.id(index, track.id.as_ref())));
            page.put("name", texts(track.name.as_ref()));
            let color = |Color(red, green, blue): Color| quoted(&format!("#{red:02x}{green:02x}{blue:02x}"));
            page.put("color", track.color.map(color));
        }
    }

    fn sponsors(&self, page: &mut TomlWriter) {
        for (index, tier) in self.conference.tiers.iter().enumerate().take(self.tiers.tables) {
            page.table("tiers");
            page.put("id", text(self.tiers.id(index, tier.id.as_ref())));
            page.put("name", texts(tier.name.as_ref()));
        }
        for sponsor in &self.conference.sponsors {
            page.table("sponsors");
            page.put("name", texts(sponsor.name.as_ref()));
            page.put("tier", sponsor.tier.and_then(|tier| text(self.tiers.word(tier.index()))));
            page.put("project", texts(sponsor.project.as_ref()));
            page.put("url", address(sponsor.url.as_ref()));
            page.prose("description", sponsor.description.as_ref());
        }
    }

    fn infos(&self, page: &mut TomlWriter) {
        for info in &self.conference.infos {
            page.table("info");
            page.put("title", texts(info.title.as_ref()));
            page.prose("text", info.text.as_ref());
        }
    }
}

/// The places of things that are named.
fn indices(ids: impl Iterator<Item = impl Into<usize>>) -> Vec<usize> {
    ids.map(Into::into).collect()
}

/// Texts of one line, each in one language or several.
fn list(all: &[LocalizedText]) -> Vec<String> {
    all.iter().filter_map(|one| texts(Some(one))).collect()
}

/// The word of a way to take part.
fn attendance(way: Option<Attendance>) -> Option<String> {
    let (word, _) = Attendance::WORDS.into_iter().find(|(_, known)| Some(*known) == way)?;
    Some(quoted(word))
}

/// A date is written as one, any other words in quotes.
fn updated(words: &SafeText) -> Option<String> {
    let is_date = words.parse::<toml::value::Datetime>().is_ok_and(|date| date.to_string() == **words);
    if is_date { Some(words.to_string()) } else { text(Some(words)) }
}
