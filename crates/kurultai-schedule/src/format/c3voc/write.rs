//! Writes schedule JSON, version 1.

use super::lists::OWN;
use crate::format::day_room_table::{Day, DayRoomTable, room, slug};
use crate::format::json::JsonOut;
use crate::format::media::Media;
use crate::format::stable_ids::is_uuid;
use crate::model::{Color, Link, Participation, Role, RoomId, SessionId};
use crate::text::is_link;

/// The link types of the format that are preserved.
const TYPES: [&str; 8] = ["slides", "paper", "web", "blog", "article", "media", "related", "activitypub"];
/// The duration of a session without an end. The format requires a duration; readers interpret this one as
/// unknown.
const NO_LENGTH: &str = "00:00";

/// Returns the whole document.
pub(super) fn document(grid: &DayRoomTable) -> JsonOut {
    let about = grid.conference;
    let [start, end] = grid.dates().map(|date| date.map(|date| JsonOut::Text(date.to_string())));
    let zone = about.zone.name().filter(|name| is_zone(name));
    let rooms = (0..about.rooms.len()).map(|index| room_of(grid, RoomId::new(index)));
    let tracks = about.tracks.iter().map(|track| {
        let name = grid.known(track.name.as_ref()).or(track.id.as_deref());
        let color = track
            .color
            .map(|Color(red, green, blue)| JsonOut::Text(format!("#{red:02x}{green:02x}{blue:02x}")));
        let slug = track.id.as_deref().filter(|id| is_slug(id)).map(JsonOut::text);
        JsonOut::known([("name", name.map(JsonOut::text)), ("slug", slug), ("color", color)])
    });
    let days = grid.days.iter().enumerate().map(|(index, day)| self::day(grid, index, day));
    let count = i64::try_from(grid.days.len()).unwrap_or_default();
    let conference = JsonOut::known([
        ("acronym", Some(JsonOut::text(&grid.acronym))),
        ("title", Some(JsonOut::text(grid.say(&about.title)))),
        ("description", grid.known(about.description.as_ref()).map(JsonOut::text)),
        ("start", start),
        ("end", end),
        ("daysCount", Some(JsonOut::Number(count))),
        ("timeslot_duration", Some(JsonOut::text("00:05"))),
        ("time_zone_name", zone.map(JsonOut::Text)),
        ("url", about.url.as_deref().and_then(uri)),
        ("rooms", Some(JsonOut::List(rooms.collect()))),
        ("tracks", Some(JsonOut::List(tracks.collect()))),
        ("days", Some(JsonOut::List(days.collect()))),
    ]);
    let version = about.version.as_deref().unwrap_or_default();
    let schedule =
        JsonOut::known([("version", Some(JsonOut::text(version))), ("conference", Some(conference))]);
    JsonOut::known([
        ("$schema", Some(JsonOut::text("https://c3voc.de/schedule/schema.json"))),
        ("generator", Some(JsonOut::known([("name", Some(JsonOut::text(OWN)))]))),
        ("schedule", Some(schedule)),
    ])
}

fn room_of(grid: &DayRoomTable, id: RoomId) -> JsonOut {
    let room = grid.conference.room(id);
    let name = grid.room_name(id);
    JsonOut::known([
        ("name", Some(JsonOut::text(name))),
        ("guid", Some(JsonOut::Text(grid.room_guid(id)))),
        ("slug", room.id.as_deref().filter(|id| is_slug(id)).map(JsonOut::text)),
        ("description", grid.known(room.description.as_ref()).map(JsonOut::text)),
        ("capacity", room.capacity.map(|capacity| JsonOut::Number(capacity.into()))),
    ])
}

fn day(grid: &DayRoomTable, index: usize, day: &Day) -> JsonOut {
    let mut rooms: Vec<(String, JsonOut)> = Vec::new();
    for (room, sessions) in day.rooms.iter().filter(|(_, sessions)| !sessions.is_empty()) {
        let events: Vec<JsonOut> = sessions.iter().map(|id| event(grid, *id)).collect();
        let key = room.map(|room| room_key(grid, room)).unwrap_or_default();
        match rooms.iter_mut().find(|(known, _)| *known == key) {
            Some((_, JsonOut::List(known))) => known.extend(events),
            _ => rooms.push((key, JsonOut::List(events))),
        }
    }
    JsonOut::known([
        ("index", Some(JsonOut::Number(i64::try_from(index).unwrap_or_default() + 1))),
        ("date", Some(JsonOut::Text(day.date.to_string()))),
        ("day_start", Some(JsonOut::Text(day.start.to_rfc3339()))),
        ("day_end", Some(JsonOut::Text(day.end.to_rfc3339()))),
        ("rooms", Some(JsonOut::Object(rooms))),
    ])
}

/// Returns the key of a room in a day: its name, or its guid if an earlier room has the same name.
fn room_key(grid: &DayRoomTable, id: RoomId) -> String {
    let name = grid.room_name(id);
    let mut earlier = (0..id.index()).map(RoomId::new);
    let is_shared = !name.is_empty() && earlier.any(|other| grid.room_name(other) == name);
    if is_shared { grid.room_guid(id) } else { name.to_owned() }
}

fn event(grid: &DayRoomTable, id: SessionId) -> JsonOut {
    let session = grid.conference.session(id);
    let (moment, end) = (grid.moment(id), grid.end(id));
    let text = |text: &str| Some(JsonOut::text(text));
    let or_null = |text: Option<&str>| Some(text.map_or(JsonOut::Null, JsonOut::text));
    let room = room(session).map(|room| grid.room_name(room)).unwrap_or_default();
    let date = moment.map(|moment| JsonOut::Text(moment.to_rfc3339()));
    let start = moment.map(|moment| JsonOut::Text(moment.format("%H:%M").to_string()));
    let persons = session.people.iter().map(|one| person(grid, one));
    let slides = session.slides.iter().filter_map(|url| of_media(Media::Slides, "slides", url));
    let attachments = session.attachments.iter().filter_map(|file| {
        let kind = file.source_type.as_deref().filter(|kind| TYPES.contains(kind)).map(JsonOut::text);
        let label = grid.known(file.label.as_ref()).map(JsonOut::text);
        Some(JsonOut::known([("url", Some(uri(&file.url)?)), ("type", kind), ("title", label)]))
    });
    let media = [(Media::Recording, &session.recording), (Media::Stream, &session.stream)];
    let media = media.into_iter().filter_map(|(media, url)| of_media(media, Media::TYPE, url.as_ref()?));
    let page = session.url.as_deref().and_then(uri);
    JsonOut::known([
        ("guid", text(grid.guid(id))),
        ("id", Some(JsonOut::Number(grid.number(id)))),
        ("date", date),
        ("start", start),
        ("end", end.map(|(end, _)| JsonOut::Text(end.to_rfc3339()))),
        ("duration", Some(JsonOut::Text(duration(end.map(|(_, minutes)| minutes))))),
        ("room", text(room)),
        ("slug", Some(JsonOut::Text(grid.slug(id)))),
        ("url", page.or_else(|| Some(JsonOut::Text(format!("urn:uuid:{}", grid.guid(id)))))),
        ("title", text(grid.known(session.title.as_ref()).unwrap_or_default())),
        ("subtitle", or_null(grid.known(session.subtitle.as_ref()))),
        ("track", or_null(grid.track_name(session))),
        ("type", text(grid.kind(session))),
        ("language", or_null(DayRoomTable::languages(session).as_deref())),
        ("abstract", or_null(grid.known(session.summary.as_ref()))),
        ("description", or_null(grid.known(session.description.as_ref()))),
        ("recording_license", session.recording_license.as_deref().map(JsonOut::text)),
        ("do_not_record", session.do_not_record.then_some(JsonOut::Flag(true))),
        ("persons", Some(JsonOut::List(persons.collect()))),
        ("links", Some(JsonOut::List(media.chain(links(grid, &session.links)).collect()))),
        ("feedback_url", session.feedback.as_deref().and_then(uri)),
        ("attachments", Some(JsonOut::List(slides.chain(attachments).collect()))),
    ])
}

/// Returns a link with the closest type of the format.
fn of_media(media: Media, kind: &str, url: &str) -> Option<JsonOut> {
    let [kind, label] = [kind, media.label()].map(|text| Some(JsonOut::text(text)));
    Some(JsonOut::known([("url", Some(uri(url)?)), ("type", kind), ("title", label)]))
}

fn person(grid: &DayRoomTable, one: &Participation) -> JsonOut {
    let person = grid.conference.person(one.person);
    let name = grid.known(one.name.as_ref().or(person.name.as_ref())).or(person.id.as_deref());
    let code = person.id.as_deref().filter(|id| is_code(id)).map(JsonOut::text);
    JsonOut::known([
        ("name", Some(JsonOut::text(name.unwrap_or_default()))),
        ("guid", Some(JsonOut::text(grid.person(one.person)))),
        ("code", code),
        ("role", one.role.as_ref().map(Role::word).map(JsonOut::text)),
        ("avatar", person.avatar.as_deref().and_then(uri)),
        ("biography", grid.known(person.bio.as_ref()).map(JsonOut::text)),
        ("links", Some(JsonOut::List(links(grid, &person.links)))),
    ])
}

fn links(grid: &DayRoomTable, links: &[Link]) -> Vec<JsonOut> {
    let one = |link: &Link| {
        let label = grid.known(link.label.as_ref()).map(JsonOut::text);
        Some(JsonOut::known([("url", Some(uri(&link.url)?)), ("title", label)]))
    };
    links.iter().filter_map(one).collect()
}

/// Formats as hours and minutes, with any number of hours.
fn duration(minutes: Option<i64>) -> String {
    let minutes = minutes.filter(|minutes| *minutes > 0);
    minutes.map_or_else(|| NO_LENGTH.to_owned(), |minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

/// Returns a URL with non-URL characters percent-encoded, as the schema requires.
fn uri(url: &str) -> Option<JsonOut> {
    let is_scheme =
        |scheme: &str| scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_known = is_link(url) || url.split_once("://").is_some_and(|(scheme, _)| is_scheme(scheme));
    let mut out = String::with_capacity(url.len());
    let mut is_fragment = false;
    let bytes = url.as_bytes();
    for (at, byte) in url.bytes().enumerate() {
        let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        let stays = match byte {
            b'%' => is_hex(at + 1) && is_hex(at + 2),
            b'#' => !std::mem::replace(&mut is_fragment, true),
            byte => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
        };
        if stays {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    is_known.then_some(JsonOut::Text(out))
}

fn is_slug(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() > 1
        && text.bytes().all(|byte| is_letter(byte) || byte == b'-' || byte == b'_')
        && text.bytes().last().is_some_and(is_letter)
        && !is_uuid(text)
        && !slug(text, '-').is_empty()
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// True for zone names that the format allows: `Area/Place`.
fn is_zone(name: &str) -> bool {
    let is_word = |word: &str| {
        let lower =
            word.get(1..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_ascii_lowercase());
        word.starts_with(|c: char| c.is_ascii_uppercase()) && lower
    };
    let whole = |word: &str| is_word(word) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    name == "UTC" || name.split_once('/').is_some_and(|(area, place)| whole(area) && is_word(place))
}
