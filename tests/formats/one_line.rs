//! HTML in single-line texts of published formats and event files.

use kurultai_schedule::model::LanguagePreference;

use super::read;

/// Returns titles, rooms, tracks and names of people.
fn texts(name: &str, text: &str) -> Vec<String> {
    let conference = read(name, text).conference;
    let reading = LanguagePreference::default();
    let rooms = conference.rooms.iter().filter_map(|room| room.name.as_ref());
    let tracks = conference.tracks.iter().filter_map(|track| track.name.as_ref());
    let people = conference.people.iter().filter_map(|person| person.name.as_ref());
    let titles = conference.sessions.iter().filter_map(|session| session.title.as_ref());
    let all = std::iter::once(&conference.title).chain(titles).chain(rooms).chain(tracks).chain(people);
    all.map(|text| text.get(&reading).to_string()).collect()
}

#[test]
fn calendars() {
    let text = "BEGIN:VCALENDAR\nX-WR-CALNAME:Q&amp;A Days\nBEGIN:VEVENT\nSUMMARY:Q&amp\\;A: <em>Rust</em> &lt\\;3 C&#43\\;&#43\\;\n\
        LOCATION:Hall A &amp\\; B\nATTENDEE;CN=\"Zo&euml; &#x41;mple\":mailto:z@example.org\nDTSTART:20260905T090000\n\
        CATEGORIES:Tools &amp\\; Tricks\nEND:VEVENT\nEND:VCALENDAR\n";
    let expected = ["Q&A Days", "Q&A: Rust <3 C++", "Hall A & B", "Tools & Tricks", "Zoë Ample"];
    assert_eq!(texts("a.ics", text), expected);
}

#[test]
fn schedules_in_xml_and_json() {
    let xml = "<schedule><conference><title>Q&amp;amp;A Days</title></conference><day date='2026-09-05'><room name='A &amp;amp; B'>\
        <event id='1'><title>&lt;i&gt;Rust&lt;/i&gt; &amp;lt;3</title><start>09:00</start><duration>00:30</duration>\
        <track>R&amp;amp;D</track><persons><person id='1'>Zo&amp;euml;</person></persons></event></room></day></schedule>";
    assert_eq!(texts("a.xml", xml), ["Q&A Days", "Rust <3", "A & B", "R&D", "Zoë"]);
    let json = r#"{"schedule": {"conference": {"title": "Q&amp;A Days", "days": [{"date": "2026-09-05", "rooms": {"A &amp; B": [
        {"id": 1, "title": "<b>Rust</b> &hearts;", "date": "2026-09-05T09:00:00+02:00", "start": "09:00", "duration": "00:30",
         "track": "R&amp;D", "persons": [{"id": 1, "public_name": "Zo&euml;"}]}]}}]}}}"#;
    assert_eq!(texts("a.json", json), ["Q&A Days", "Rust ♥", "A & B", "R&D", "Zoë"]);
}

#[test]
fn event_file_texts_are_literal() {
    let toml = "title = 'Q&amp;A'\nagenda = [{ title = '<em>x</em> &lt;' }]\n";
    assert_eq!(texts("a.toml", toml), ["Q&amp;A", "<em>x</em> &lt;"]);
    // Texts in calendars of this app are unchanged, too.
    let own =
        "BEGIN:VCALENDAR\r\nPRODID:-//kurultai//kurultai//EN\r\nX-WR-CALNAME:Q&amp\\;A\r\nEND:VCALENDAR\r\n";
    assert_eq!(texts("a.ics", own), ["Q&amp;A"]);
}
