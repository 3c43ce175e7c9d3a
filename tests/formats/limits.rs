//! Schedules with more of something than any schedule has: the first ones are kept, and one diagnostic says so.

use std::fmt::Write as _;

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai_schedule::diagnostic::{self, Code, Source};
use kurultai_schedule::format::{self, Parsed};
use kurultai_schedule::model::{Conference, Rooms};

/// Reads a file, and returns it with all diagnostics about limits as `check` prints them, without the quoted line.
fn read(name: &str, text: &str) -> (Parsed, Vec<String>) {
    let source = Source::new(name, text);
    let mut parsed = format::read(&source);
    diagnostic::sort(&mut parsed.diagnostics);
    let of_limits = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::TooMany);
    let printed = of_limits.map(|diagnostic| {
        let printed = full(diagnostic, &source, &Locale::english(), 200);
        let lines: Vec<&str> = printed.lines().collect();
        format!("{}\n  {}", lines[0], lines[lines.len() - 1].trim_start())
    });
    let printed = printed.collect();
    (parsed, printed)
}

/// Returns the diagnostic about a whole file.
fn whole(name: &str, sentence: &str, help: &str) -> Vec<String> {
    vec![format!("{name}:1:1: error[too-many]: {sentence}\n  = help: {help}")]
}

/// Returns diagnostics without their positions.
fn without_position(printed: &[String]) -> Vec<&str> {
    printed.iter().filter_map(|printed| Some(printed.split_once(": ")?.1)).collect()
}

fn others(name: &str, count: usize, what: &str) -> Vec<String> {
    let sentence = format!("The schedule has more than {count} {what}; the others are left out.");
    whole(name, &sentence, "Split it into several files.")
}

fn repeat(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, index| {
        let _ = write!(text, "{}", item(index));
        text
    })
}

const TOML: &str = "title = 'T'\ndate = 2027-05-01\n";

fn toml(count: usize, item: impl Fn(usize) -> String) -> (Parsed, Vec<String>) {
    read("a.toml", &format!("{TOML}{}", repeat(count, item)))
}

/// Returns a schedule.xml with one room and these sessions.
fn xml(sessions: &str) -> String {
    format!(
        "<schedule><conference><title>T</title><time_zone_name>Europe/Rome</time_zone_name></conference>\
         <day date='2027-05-01'><room name='R'>{sessions}</room></day></schedule>"
    )
}

fn opass(session: &str, lists: &str) -> String {
    format!(
        "{{\"sessions\": [{{\"id\": \"a\", \"zh\": {{\"title\": \"s\"}}, \"start\": \"2027-05-01T10:00:00Z\"\
         {session}}}], \"session_types\": []{lists}}}"
    )
}

fn rooms(conference: &Conference, session: usize) -> usize {
    match &conference.sessions[session].rooms {
        Rooms::In(rooms) => rooms.len(),
        Rooms::All => panic!("all rooms"),
    }
}

#[test]
fn rooms_are_counted_however_they_are_listed() {
    let names = |count| repeat(count, |index| format!("\"R{index}\","));
    let strings = |count| opass(&format!(", \"room\": \"A\", \"broadcast\": [{}\"Z\"]", names(count)), "");
    let (parsed, said) = read("a.json", &strings(6_500));
    assert_eq!(said, others("a.json", 6_500, "rooms"));
    assert_eq!((parsed.conference.rooms.len(), rooms(&parsed.conference, 0)), (6_500, 6_500));
    assert_eq!(read("a.json", &strings(6_498)).1, Vec::<String>::new());

    let listed =
        opass("", &format!(", \"rooms\": [{}{{}}]", repeat(6_501, |n| format!("{{\"id\": \"r{n}\"}},"))));
    assert_eq!(read("a.json", &listed).1, others("a.json", 6_500, "rooms"));

    let event = |index| format!("<event id='{index}'><title>s</title></event>");
    let in_xml =
        xml(&format!("{}</room>{}<room>", event(0), repeat(6_500, |n| format!("<room name='{n}'/>"))));
    let (parsed, said) = read("a.xml", &in_xml);
    assert_eq!(said, others("a.xml", 6_500, "rooms"));
    assert_eq!((parsed.conference.rooms.len(), parsed.conference.sessions.len()), (6_500, 1));

    let of_day = format!(
        "{{\"schedule\": {{\"conference\": {{\"title\": \"T\", \"days\": [{{\"date\": \"2027-05-01\", \"rooms\": {{{}\
         \"last\": [{{\"id\": 1, \"title\": \"s\"}}]}}}}]}}}}}}",
        repeat(6_500, |n| format!("\"r{n}\": [],"))
    );
    let (parsed, said) = read("a.json", &of_day);
    assert_eq!(said, others("a.json", 6_500, "rooms"));
    assert_eq!(rooms(&parsed.conference, 0), 0);

    let line = |n| format!("<line title='r{n}'/>");
    let giggity = format!(
        "<schedule xmlns='http://gaa.st/giggity'>{}<line title='z'><item id='1' title='s'/></line></schedule>",
        repeat(6_500, line)
    );
    let (parsed, said) = read("a.xml", &giggity);
    assert_eq!(said, others("a.xml", 6_500, "rooms"));
    assert_eq!(parsed.conference.sessions.len(), 1);

    let (parsed, said) = toml(6_501, |n| format!("[[agenda]]\ntitle = 's'\nroom = 'r{n}'\n"));
    assert_eq!(said, others("a.toml", 6_500, "rooms"));
    assert_eq!((parsed.conference.sessions.len(), rooms(&parsed.conference, 6_500)), (6_501, 0));
}

#[test]
fn sessions_are_counted_however_they_are_listed() {
    let xml = xml(&repeat(8_001, |n| format!("<event id='{n}'><title>s</title></event>")));
    let pretalx = format!(
        "{{\"slots\": [{}{{}}], \"breaks\": []}}",
        repeat(8_001, |n| format!(
            "{{\"code\": \"c{n}\", \"title\": \"s\", \"slot\": {{\"start\": \"2027-05-01T10:00:00Z\"}}}},"
        ))
    );
    let toml = format!("{TOML}{}", repeat(8_001, |_| "[[agenda]]\ntitle = 's'\n".to_owned()));
    let event = |n| format!("BEGIN:VEVENT\nUID:{n}\nSUMMARY:s\nDTSTART:20270501\nEND:VEVENT\n");
    let calendar = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", repeat(8_001, event));
    for (name, text) in [("a.xml", xml), ("a.json", pretalx), ("a.toml", toml), ("a.ics", calendar)] {
        let (parsed, said) = read(name, &text);
        assert_eq!(parsed.conference.sessions.len(), 8_000, "{name}");
        // It is at the first session that is left out.
        assert_eq!(without_position(&said), without_position(&others(name, 8_000, "sessions")), "{name}");
        assert!(name == "a.json" || !said[0].starts_with(&format!("{name}:1:1:")), "{said:?}");
    }
}

#[test]
fn people_are_counted_however_they_are_listed() {
    let of_session = xml(&format!(
        "<event id='1'><title>s</title><persons>{}</persons></event>",
        repeat(10_001, |n| format!("<person id='{}'>P{n}</person>", n + 1))
    ));
    let strings =
        opass(&format!(", \"speakers\": [{}{{}}]", repeat(10_001, |n| format!("{{\"id\": \"p{n}\"}},"))), "");
    let attendees = repeat(10_001, |n| format!("ATTENDEE;CN=P{n}:mailto:p{n}@example.org\n"));
    let calendar = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:s\nDTSTART:20270501\n{attendees}END:VEVENT\nEND:VCALENDAR\n"
    );
    let toml = format!("{TOML}{}", repeat(10_001, |n| format!("[[people]]\nname = 'P{n}'\n")));
    for (name, text) in [("a.xml", of_session), ("a.json", strings), ("a.ics", calendar), ("a.toml", toml)] {
        let (parsed, said) = read(name, &text);
        assert_eq!(said, others(name, 10_000, "people"), "{name}");
        assert_eq!(parsed.conference.people.len(), 10_000, "{name}");
    }
}

#[test]
fn tracks_are_counted_however_they_are_listed() {
    let event = |n| format!("<event id='{n}'><title>s</title><track>T{n}</track></event>");
    let types = repeat(5_001, |n| format!("{{\"id\": \"t{n}\"}},"));
    let opass =
        opass("", &types).replace("\"session_types\": []{", "\"session_types\": [{").replace("},}", "}]}");
    let toml = format!("{TOML}{}", repeat(5_001, |n| format!("[[tracks]]\nname = 'T{n}'\n")));
    for (name, text) in [("a.xml", xml(&repeat(5_001, event))), ("a.json", opass), ("a.toml", toml)] {
        let (parsed, said) = read(name, &text);
        assert_eq!(said, others(name, 5_000, "tracks"), "{name}");
        assert_eq!(parsed.conference.tracks.len(), 5_000, "{name}");
    }
}

#[test]
fn tables_of_event_files_are_counted() {
    type Length = fn(&Conference) -> usize;
    let lists: [(&str, &str, Length); 5] = [
        ("[[organizers]]\nname = 'O'\n", "organizers", |it| it.organizers.len()),
        ("[[tiers]]\nname = 'T'\n", "sponsor tiers", |it| it.tiers.len()),
        ("[[sponsors]]\nname = 'S'\n", "sponsors", |it| it.sponsors.len()),
        ("[[delegations]]\nname = 'D'\n", "delegations", |it| it.delegations.len()),
        ("[[info]]\ntitle = 'I'\n", "sections of practical information", |it| it.infos.len()),
    ];
    for (table, what, length) in lists {
        let (parsed, said) = toml(5_001, |_| table.to_owned());
        assert_eq!((said, length(&parsed.conference)), (others("a.toml", 5_000, what), 5_000), "{what}");
    }
    let day = |n| format!("[[days]]\ndate = {}-{:02}-{:02}\n", 2000 + n / 336, 1 + n / 28 % 12, 1 + n % 28);
    let (parsed, said) = toml(5_001, day);
    assert_eq!((said, parsed.conference.days.len()), (others("a.toml", 5_000, "days"), 5_000));
}

#[test]
fn lists_of_sessions_are_counted_together() {
    let session = |lists: &str| format!("[[agenda]]\ntitle = 's'\n{lists}\n");
    let of_key = |key: &str, count: usize, item: &dyn Fn(usize) -> String| {
        session(&format!("{key} = [{}]", repeat(count, |n| format!("{},", item(n)))))
    };
    let of_session = |count: usize, what: &str, line: usize| {
        let sentence = format!("The schedule has more than {count} {what}; the others are left out.");
        vec![format!("a.toml:{line}:1: error[too-many]: {sentence}\n  = help: Split it into several files.")]
    };
    let place = |n: usize| format!("'R{n}'");
    let person = |n: usize| format!("'P{n}'");
    let tag = |n: usize| format!("'t{n}'");
    let link = |n: usize| format!("'https://example.org/{n}'");
    let each = ", each counted once per session";
    for (key, count, item, limit, what) in [
        ("room", 6_000, &place as &dyn Fn(usize) -> String, 50_000, format!("rooms of sessions{each}")),
        ("people", 9_000, &person, 50_000, format!("people in sessions{each}")),
        ("tags", 9_000, &tag, 50_000, "tags".to_owned()),
        ("links", 9_000, &link, 50_000, "links".to_owned()),
    ] {
        let sessions = limit / count + 1;
        let text = format!("{TOML}{}", of_key(key, count, &item).repeat(sessions));
        let (parsed, said) = read("a.toml", &text);
        assert_eq!(said, of_session(limit, &what, 3 * sessions));
        let last = parsed.conference.sessions.last().expect("a session");
        let of_last = match key {
            "room" => rooms(&parsed.conference, sessions - 1),
            "people" => last.people.len(),
            "tags" => last.tags.len(),
            _ => last.links.len(),
        };
        assert_eq!(of_last, limit % count, "{key}");
    }
}

#[test]
fn repeated_sessions_repeat_a_limited_text() {
    let text = "w".repeat(40_000);
    let calendar = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:\nDESCRIPTION:{text}\nDTSTART:20270501\n\
         RRULE:FREQ=DAILY;COUNT=300\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    let slots = repeat(300, |n| format!("{{\"room\": \"R{n}\", \"start\": \"2027-05-01T10:00:00Z\"}},"));
    let pretalx = format!(
        "{{\"results\": [{{\"code\": \"c\", \"title\": \"\", \"submission_type\": \"x\", \"description\": \"{text}\", \
         \"slots\": [{slots}{{}}]}}]}}"
    );
    let sentence =
        "The texts of repeated sessions have more than 10000000 bytes; the other repetitions are left out.";
    for (name, text) in [("a.ics", calendar), ("a.json", pretalx)] {
        let (parsed, said) = read(name, &text);
        assert_eq!(parsed.conference.sessions.len(), 251, "{name}");
        let expected = whole(name, sentence, "Shorten the texts of repeated sessions.");
        assert_eq!(without_position(&said), without_position(&expected), "{name}");
    }
}

/// The diagnostic about cut names.
const NAMES_CUT: &str = "Names and titles are cut off after 200 characters: they are very long, and too much of the schedule \
                         refers to them.";

/// Returns a name of 60,000 bytes, and its cut form.
fn long_name() -> (String, String) {
    ("Zа".repeat(20_000), format!("{} […]", "Zа".repeat(100)))
}

#[test]
fn long_names_are_cut_if_sessions_repeat_them_too_often() {
    let (name, cut) = long_name();
    let text = |sessions: usize| {
        let session = "[[agenda]]\ntitle = 's'\nroom = 'r'\ntrack = 't'\npeople = ['p']\n".repeat(sessions);
        format!(
            "{TOML}[[rooms]]\nid = 'r'\nname = '{name}'\n[[tracks]]\nid = 't'\nname = '{name}'\n\
             [[people]]\nid = 'p'\nname = '{name}'\n{session}"
        )
    };
    let names = |conference: &Conference| {
        let one = |name: &Option<kurultai_schedule::model::LocalizedText>| {
            name.as_ref().map(|name| name.get(&conference.reading(None)).to_string())
        };
        [&conference.rooms[0].name, &conference.tracks[0].name, &conference.people[0].name].map(one)
    };
    let (parsed, said) = read("a.toml", &text(60));
    assert_eq!(said, whole("a.toml", NAMES_CUT, "Shorten the names."));
    assert_eq!(names(&parsed.conference), [(); 3].map(|()| Some(cut.clone())));
    let (parsed, said) = read("a.toml", &text(40));
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(names(&parsed.conference), [(); 3].map(|()| Some(name.clone())));
}

#[test]
fn long_names_of_the_venue_are_cut_if_there_are_many_sessions() {
    let (name, cut) = long_name();
    for key in ["name", "city", "address", "country"] {
        let venue = |sessions: usize| {
            let session = "[[agenda]]\ntitle = 's'\n".repeat(sessions);
            let text = format!("{TOML}[venue]\n{key} = '{name}'\n{session}");
            let (parsed, diagnostics) = read("a.toml", &text);
            let venue = parsed.conference.venue.clone().expect("a venue");
            let texts = [venue.name, venue.city, venue.address, venue.country];
            let text = texts.into_iter().flatten().next().expect("a text");
            (text.get(&parsed.conference.reading(None)).to_string(), diagnostics)
        };
        assert_eq!(venue(170), (cut.clone(), whole("a.toml", NAMES_CUT, "Shorten the names.")));
        assert_eq!(venue(160), (name.clone(), Vec::new()));
    }
}

#[test]
fn languages_of_sessions_are_counted_together() {
    let session =
        "[[agenda]]\ntitle = 's'\nlanguages = ['de', 'en', 'es', 'fr', 'it', 'ky', 'nl', 'pl', 'pt', 'ru']\n";
    let (parsed, said) = read("a.toml", &format!("{TOML}{}", session.repeat(3_001)));
    let expected = others("a.toml", 30_000, "languages of sessions, each counted once per session");
    assert_eq!(without_position(&said), without_position(&expected));
    let counts = parsed.conference.sessions.iter().map(|session| session.languages.len());
    assert_eq!(counts.collect::<Vec<_>>(), [vec![10; 3_000], vec![0]].concat());
}
