//! A whole schedule as JSON; docs/JSON.md describes every key.
//!
//! Model structs are destructured without `..`, so a new field must be either printed or explicitly ignored.

use serde_json::{Value, json};

use crate::cli::json::{Scope, joined, session as common};
use crate::presenter::Presenter;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::markup;
use kurultai_schedule::model::{
    self, Attachment, Attendance, Color, Conference, LocalizedText, Participation, PersonId, Role, Rooms,
    SessionId, TierId, TrackId, Venue, WalkingTimes,
};

pub(super) fn schedule(schedule: &LoadedSchedule, presenter: &Presenter<'_>) -> Value {
    fn list<T>(items: &[T], value: impl FnMut(&T) -> Value) -> Vec<Value> {
        items.iter().map(value).collect()
    }
    let (errors, warnings) = schedule.counts();
    let hints = schedule.diagnostics.len() - errors - warnings;
    let writer = Writer { presenter, scope: Scope::new(presenter) };
    let about = &schedule.conference;
    let sessions = (0..about.sessions.len()).map(|at| writer.session(SessionId::new(at)));
    json!({
        "file": schedule.source.name().as_str(),
        "conference": writer.about(about),
        "days": list(&about.days, |day| writer.day(day)),
        "rooms": list(&about.rooms, |room| writer.room(room)),
        "tracks": list(&about.tracks, |track| writer.track(track)),
        "people": list(&about.people, |person| writer.person(person)),
        "sessions": sessions.collect::<Vec<_>>(),
        "organizers": list(&about.organizers, |organizer| writer.organizer(organizer)),
        "tiers": list(&about.tiers, |tier| writer.tier(tier)),
        "sponsors": list(&about.sponsors, |sponsor| writer.sponsor(sponsor)),
        "delegations": list(&about.delegations, |delegation| writer.delegation(delegation)),
        "info": list(&about.infos, |info| writer.info(info)),
        "diagnostics": { "errors": errors, "warnings": warnings, "hints": hints },
    })
}

/// Converts the model to JSON in one language.
struct Writer<'a> {
    presenter: &'a Presenter<'a>,
    scope: Scope<'a>,
}

impl Writer<'_> {
    fn text<'t>(&self, texts: Option<&'t LocalizedText>) -> Option<&'t str> {
        texts.map(|texts| texts.get(self.presenter.reading).as_str())
    }

    fn texts<'t>(&self, texts: &'t [LocalizedText]) -> Vec<&'t str> {
        texts.iter().map(|texts| texts.get(self.presenter.reading).as_str()).collect()
    }

    /// Converts a multi-line text to plain text.
    fn prose(&self, texts: Option<&LocalizedText>) -> Option<String> {
        self.text(texts).map(markup::plain)
    }

    fn links(&self, links: &[model::Link]) -> Vec<Value> {
        let link = |model::Link { label, url }: &model::Link| json!({ "label": self.text(label.as_ref()), "url": url.as_str() });
        links.iter().map(link).collect()
    }

    fn about(&self, about: &Conference) -> Value {
        // The lists are written separately.
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
        let walk = |WalkingTimes { same, other }| json!({ "same_building": same, "other_building": other });
        json!({
            "id": id.as_deref(),
            "title": self.text(Some(title)),
            "acronym": acronym.as_deref(),
            "subtitle": self.text(subtitle.as_ref()),
            "theme": self.text(theme.as_ref()),
            "edition": edition,
            "version": version.as_deref(),
            "updated": updated.as_deref(),
            "start": dates.start.map(|date| date.to_string()),
            "end": dates.end.map(|date| date.to_string()),
            "time_zone": zone.name(),
            "day_change": time(*day_change),
            "language": language.as_ref().map(ToString::to_string),
            "venue": venue.as_ref().map(|venue| self.venue(venue)),
            "url": url.as_deref(),
            "hashtag": hashtag.as_deref(),
            "contact": self.text(contact.as_ref()),
            "description": self.prose(description.as_ref()),
            "topics": self.texts(topics),
            "links": self.links(links),
            "walking": walking.map(walk),
        })
    }

    fn venue(&self, venue: &Venue) -> Value {
        let Venue { name, address, city, country, url } = venue;
        json!({
            "name": self.text(name.as_ref()),
            "address": self.text(address.as_ref()),
            "city": self.text(city.as_ref()),
            "country": self.text(country.as_ref()),
            "url": url.as_deref(),
        })
    }

    fn day(&self, day: &model::Day) -> Value {
        let model::Day { date, title, opens, closes } = day;
        json!({
            "date": date.to_string(),
            "title": self.text(title.as_ref()),
            "opens": opens.map(time),
            "closes": closes.map(time),
        })
    }

    fn room(&self, room: &model::Room) -> Value {
        let model::Room { id, name, building, floor, capacity, description } = room;
        json!({
            "id": id.as_deref(),
            "name": self.text(name.as_ref()),
            "building": self.text(building.as_ref()),
            "floor": self.text(floor.as_ref()),
            "capacity": capacity,
            "description": self.prose(description.as_ref()),
        })
    }

    fn track(&self, track: &model::Track) -> Value {
        let model::Track { id, name, color } = track;
        let color = color.map(|Color(red, green, blue)| format!("#{red:02x}{green:02x}{blue:02x}"));
        json!({ "id": id.as_deref(), "name": self.text(name.as_ref()), "color": color })
    }

    fn person(&self, person: &model::Person) -> Value {
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
        json!({
            "id": id.as_deref(),
            "guid": guid.as_deref(),
            "name": self.text(name.as_ref()),
            "sort_name": sort_name.as_deref(),
            "roles": roles.iter().map(Role::word).collect::<Vec<_>>(),
            "positions": self.texts(positions),
            "organization": self.text(organization.as_ref()),
            "country": self.text(country.as_ref()),
            "pronouns": self.text(pronouns.as_ref()),
            "attendance": attendance.map(way),
            "bio": self.prose(bio.as_ref()),
            "avatar": avatar.as_deref(),
            "links": self.links(links),
            "incomplete": has_mistakes,
        })
    }

    fn session(&self, id: SessionId) -> Value {
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
            // `common` writes these.
            id: _,
            guid: _,
            title: _,
            subtitle: _,
            kind: _,
            status: _,
            languages: _,
            url: _,
        } = self.presenter.conference.session(id);
        let file = |Attachment { label, url, source_type }: &Attachment| {
            json!({
                "label": self.text(label.as_ref()),
                "url": url.as_str(),
                "type": source_type.as_deref(),
            })
        };
        let rooms = match rooms {
            Rooms::All => Vec::new(),
            Rooms::In(rooms) => rooms.iter().map(|room| room.index()).collect(),
        };
        let keys = json!({
            "all_day": times.all_day,
            "type": self.text(source_type.as_ref()),
            "attendance": attendance.map(way),
            "room_indexes": rooms,
            "track_index": track.map(TrackId::index),
            "participants": people.iter().map(|part| self.participant(part)).collect::<Vec<_>>(),
            "part_of_index": part_of.map(SessionId::index),
            "same_as_index": same_as.map(SessionId::index),
            "level": self.text(level.as_ref()),
            "tags": self.texts(tags),
            "abstract": self.prose(summary.as_ref()),
            "description": self.prose(description.as_ref()),
            "content_note": self.prose(content_note.as_ref()),
            "slides": slides.as_deref(),
            "recording": recording.as_deref(),
            "stream": stream.as_deref(),
            "feedback": feedback.as_deref(),
            "links": self.links(links),
            "attachments": attachments.iter().map(file).collect::<Vec<_>>(),
            "recording_license": recording_license.as_deref(),
            "do_not_record": do_not_record,
            "incomplete": has_mistakes,
        });
        joined(common(self.scope, id), keys)
    }

    fn participant(&self, part: &Participation) -> Value {
        let Participation { person, role, name } = part;
        let known = self.presenter.conference.person(*person).name.as_ref();
        json!({
            "name": self.text(name.as_ref().or(known)),
            "person_index": person.index(),
            "role": role.as_ref().map(Role::word),
        })
    }

    fn organizer(&self, organizer: &model::Organizer) -> Value {
        let model::Organizer { name, role, organization, url, contact, people, person } = organizer;
        json!({
            "name": self.text(name.as_ref()),
            "role": self.text(role.as_ref()),
            "organization": self.text(organization.as_ref()),
            "url": url.as_deref(),
            "contact": self.text(contact.as_ref()),
            "person_index": person.map(PersonId::index),
            "people_indexes": indexes(people),
        })
    }

    fn tier(&self, tier: &model::Tier) -> Value {
        let model::Tier { id, name } = tier;
        json!({ "id": id.as_deref(), "name": self.text(name.as_ref()) })
    }

    fn sponsor(&self, sponsor: &model::Sponsor) -> Value {
        let model::Sponsor { name, tier, project, url, description } = sponsor;
        json!({
            "name": self.text(name.as_ref()),
            "tier_index": tier.map(TierId::index),
            "project": self.text(project.as_ref()),
            "url": url.as_deref(),
            "description": self.prose(description.as_ref()),
        })
    }

    fn delegation(&self, delegation: &model::Delegation) -> Value {
        let model::Delegation { name, kind, attendance, people } = delegation;
        json!({
            "name": self.text(name.as_ref()),
            "kind": kind.as_deref(),
            "attendance": attendance.map(way),
            "people_indexes": indexes(people),
        })
    }

    fn info(&self, info: &model::Info) -> Value {
        let model::Info { title, text } = info;
        json!({ "title": self.text(title.as_ref()), "text": self.prose(text.as_ref()) })
    }
}

fn time(time: chrono::NaiveTime) -> String {
    time.format("%H:%M:%S").to_string()
}

fn indexes(people: &[PersonId]) -> Vec<usize> {
    people.iter().map(|person| person.index()).collect()
}

/// Returns the event file's word for an attendance.
fn way(attendance: Attendance) -> &'static str {
    let word = Attendance::WORDS.iter().find(|(_, known)| *known == attendance);
    word.map_or("", |(word, _)| word)
}
