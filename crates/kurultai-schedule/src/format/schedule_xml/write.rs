//! Writes schedule.xml according to the c3voc schema.

mod page;

use page::XmlWriter;

use crate::format::day_room_table::{Day, DayRoomTable, room};
use crate::format::media::Media;
use crate::model::{Color, Participation, Session, SessionId};
use crate::text::is_web;

/// The generator name of files written by this app.
pub(super) const OWN: &str = "kurultai";

/// Returns the whole document.
pub(super) fn document(grid: &DayRoomTable) -> String {
    let mut page = XmlWriter::new();
    page.begin("schedule", &[]);
    page.empty("generator", &[("name", Some(OWN))]);
    page.text("version", grid.conference.version.as_deref().unwrap_or_default());
    about(grid, &mut page);
    for (index, day) in grid.days.iter().enumerate() {
        self::day(grid, index, day, &mut page);
    }
    page.end("schedule");
    page.finish()
}

fn about(grid: &DayRoomTable, page: &mut XmlWriter) {
    let about = grid.conference;
    page.begin("conference", &[]);
    page.text("title", grid.say(&about.title));
    page.text("acronym", &grid.acronym);
    let [start, end] = grid.dates();
    for (name, date) in [("start", start), ("end", end)] {
        page.known(name, date.map(|date| date.to_string()).as_deref());
    }
    page.text("days", &grid.days.len().to_string());
    page.text("timeslot_duration", "00:05");
    page.known("url", about.url.as_deref().filter(|url| is_web(url)));
    if let Some(zone) = about.zone.name() {
        page.text("time_zone_name", &zone);
    }
    for track in &about.tracks {
        let name = grid.known(track.name.as_ref()).or(track.id.as_deref());
        let color = track.color.map(|Color(red, green, blue)| format!("#{red:02x}{green:02x}{blue:02x}"));
        page.empty("track", &[("name", name.or(Some(""))), ("color", color.as_deref())]);
    }
    page.end("conference");
}

fn day(grid: &DayRoomTable, index: usize, day: &Day, page: &mut XmlWriter) {
    let (index, date) = ((index + 1).to_string(), day.date.to_string());
    let (start, end) = (day.start.to_rfc3339(), day.end.to_rfc3339());
    page.begin(
        "day",
        &[("index", Some(&index)), ("date", Some(&date)), ("start", Some(&start)), ("end", Some(&end))],
    );
    for (room, sessions) in &day.rooms {
        let name = room.map(|room| grid.room_name(room)).unwrap_or_default();
        let own = room.and_then(|room| grid.room_guid_if_needed(room));
        page.begin("room", &[("name", Some(name)), ("guid", own.as_deref())]);
        for id in sessions {
            event(grid, *id, page);
        }
        page.end("room");
    }
    page.end("day");
}

fn event(grid: &DayRoomTable, id: SessionId, page: &mut XmlWriter) {
    let session = grid.conference.session(id);
    page.begin("event", &[("guid", Some(grid.guid(id))), ("id", Some(&grid.number(id).to_string()))]);
    let moment = grid.moment(id);
    page.known("date", moment.map(|moment| moment.to_rfc3339()).as_deref());
    page.known("start", moment.map(|moment| moment.format("%H:%M").to_string()).as_deref());
    page.text("duration", &duration(grid.end(id).map_or(0, |(_, minutes)| minutes)));
    page.text("room", room(session).map(|room| grid.room_name(room)).unwrap_or_default());
    page.text("slug", &grid.slug(id));
    page.known("url", session.url.as_deref().filter(|url| is_web(url)));
    page.text("title", grid.known(session.title.as_ref()).unwrap_or_default());
    page.known("subtitle", grid.known(session.subtitle.as_ref()));
    page.text("track", grid.track_name(session).unwrap_or_default());
    page.text("type", grid.kind(session));
    page.known("language", DayRoomTable::languages(session).as_deref());
    page.text("abstract", grid.known(session.summary.as_ref()).unwrap_or_default());
    page.known("description", grid.known(session.description.as_ref()));
    page.known("feedback_url", session.feedback.as_deref().filter(|url| is_web(url)));
    recording(session, page);
    page.begin("persons", &[]);
    for one in &session.people {
        person(grid, one, page);
    }
    page.end("persons");
    page.begin("links", &[]);
    if let Some(stream) = &session.stream {
        page.with("link", &[("href", Some(stream)), ("type", Some("stream"))], Media::Stream.label());
    }
    for link in &session.links {
        page.with("link", &[("href", Some(&link.url))], grid.known(link.label.as_ref()).unwrap_or(&link.url));
    }
    page.end("links");
    page.begin("attachments", &[]);
    if let Some(slides) = &session.slides {
        page.with("attachment", &[("href", Some(slides)), ("type", Some("slides"))], Media::Slides.label());
    }
    for file in &session.attachments {
        let attributes = [("href", Some(file.url.as_str())), ("type", file.source_type.as_deref())];
        page.with("attachment", &attributes, grid.known(file.label.as_ref()).unwrap_or(&file.url));
    }
    page.end("attachments");
    page.end("event");
}

fn recording(session: &Session, page: &mut XmlWriter) {
    let url = session.recording.as_deref().filter(|url| is_web(url));
    if session.recording_license.is_none() && !session.do_not_record && url.is_none() {
        return;
    }
    page.begin("recording", &[]);
    page.text("license", session.recording_license.as_deref().unwrap_or_default());
    page.text("optout", if session.do_not_record { "true" } else { "false" });
    page.known("url", url);
    page.end("recording");
}

fn person(grid: &DayRoomTable, one: &Participation, page: &mut XmlWriter) {
    let person = grid.conference.person(one.person);
    let name = grid.known(one.name.as_ref().or(person.name.as_ref())).or(person.id.as_deref());
    let number = |id: &&str| id.parse::<i64>().is_ok_and(|number| number.to_string() == **id);
    let id = person.id.as_deref().filter(number);
    page.with("person", &[("id", id), ("guid", Some(grid.person(one.person)))], name.unwrap_or_default());
}

/// Formats as hours and minutes, with days above 99 hours.
fn duration(minutes: i64) -> String {
    let (days, hours) = (minutes / (24 * 60), minutes / 60);
    if minutes <= 0 || days > 9 {
        // Readers interpret this as unknown.
        "00:00".to_owned()
    } else if hours > 99 {
        format!("{days}:{:02}:{:02}", hours % 24, minutes % 60)
    } else {
        format!("{hours:02}:{:02}", minutes % 60)
    }
}
