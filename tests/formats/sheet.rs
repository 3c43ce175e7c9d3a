//! Spreadsheets as CSV.

use kurultai_schedule::diagnostic::{Code, Source};
use kurultai_schedule::format::{self, csv, event_file};
use kurultai_schedule::model::{Conference, Rooms};

/// Returns the sessions as lines: date, start, end, title, rooms and people with roles.
fn sessions(conference: &Conference) -> Vec<String> {
    let word = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let reading = conference.reading(None);
    let line = |session: &kurultai_schedule::model::Session| {
        let rooms: Vec<String> = match &session.rooms {
            Rooms::All => vec!["*".to_owned()],
            Rooms::In(rooms) => {
                let names = rooms.iter().filter_map(|room| conference.room(*room).name.as_ref());
                names.map(|name| name.get(&reading).to_string()).collect()
            }
        };
        let people = session.people.iter().map(|one| {
            let name = conference.person(one.person).name.as_ref().map(|name| name.get(&reading).to_string());
            let role = one.role.as_ref().map_or("-", |role| role.word()).to_owned();
            format!("{} {role}", word(name))
        });
        format!(
            "{} {} {} {} [{}] [{}]",
            word(session.times.date.map(|date| date.to_string())),
            word(session.times.start.map(|time| time.format("%H:%M").to_string())),
            word(session.times.end().map(|time| time.format("%H:%M").to_string())),
            word(session.title.as_ref().map(|title| title.get(&reading).to_string())),
            rooms.join("+"),
            people.collect::<Vec<_>>().join("+"),
        )
    };
    conference.sessions.iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str], codes: &[Code]) {
    let parsed = format::read(&Source::new("day of water.csv", text));
    assert_eq!(sessions(&parsed.conference), expected);
    let found: Vec<Code> = parsed.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(found, codes);
}

#[test]
fn columns_have_names_in_any_language() {
    let expected = ["2027-05-14 09:00 09:45 Opening [Hall] [Ann Lee speaker+Bo Chen speaker]"];
    check(
        "Title,Date,Start,End,Room,Speakers\nOpening,2027-05-14,9:00 AM,9.45,Hall,\"Ann Lee, Bo Chen\"\n",
        &expected,
        &[],
    );
    check(
        "Titel;Datum;Beginn;Dauer;Raum;Referenten\nOpening;14.05.2027;9:00;45 min;Hall;Ann Lee; Bo Chen\n",
        &["2027-05-14 09:00 09:45 Opening [Hall] [Ann Lee speaker]"],
        &[],
    );
    check(
        "Название\tДата\tНачало\tКонец\tЗал\tДокладчики\nOpening\t14 мая 2027\t09:00\t09:45\tHall\tAnn Lee; Bo Chen\n",
        &expected,
        &[],
    );
    check(
        "\u{feff}Аталышы;Күнү;Башталышы;Аягы;Зал;Баяндамачылар\r\nOpening;14.05.2027;09:00;09:45;Hall;Ann Lee & Bo Chen\r\n",
        &expected,
        &[],
    );
}

#[test]
fn times_are_written_in_many_ways() {
    check(
        "title,date,time\nA,2027-05-14,9:00-10:30\nB,14 May 2027,2 PM\nC,\"May 14, 2027\",24:30\n",
        &["2027-05-14 09:00 10:30 A [] []", "2027-05-14 14:00 - B [] []", "2027-05-14 - - C [] []"],
        &[Code::BadTime],
    );
    check("title,start,end\nA,2027-05-14 09:00,14.05.2027 10:30\n", &["2027-05-14 09:00 10:30 A [] []"], &[]);
    // One date shows the order of all.
    let expected = ["2027-04-03 - - A [] []", "2027-05-31 - - B [] []"];
    check("title,date\nA,03/04/2027\nB,31/05/2027\n", &expected, &[]);
    let expected = ["2027-03-04 - - A [] []", "2027-05-31 - - B [] []"];
    check("title,date\nA,03/04/2027\nB,5/31/2027\n", &expected, &[]);
    check("title,date\nA,03/04/2027\n", &["- - - A [] []"], &[Code::BadDate]);
}

#[test]
fn mistakes_are_reported_at_their_cell() {
    let text = "title,date,start,room,E-mail\nOpening,2027-05-14,soon,Hall,a@example.org\n,2027-05-14,09:00,Hall,\n\n";
    let source = Source::new("a.csv", text);
    let parsed = format::read(&source);
    let found: Vec<String> = parsed
        .diagnostics
        .iter()
        .map(|it| {
            format!(
                "{} {} {}",
                it.code.as_str(),
                source.position(it.span.start).line,
                &text[it.span.start..it.span.end]
            )
        })
        .collect();
    let expected = ["unknown-column 1 E-mail", "bad-time 2 soon", "missing-key 3 ,2027-05-14,09:00,Hall,"];
    assert_eq!(found, expected);
}

#[test]
fn other_tables_are_not_schedules() {
    for text in ["name,amount\nCoffee,3\n", "title\nOpening\n", "Title of the day, and more of it\n"] {
        let parsed = format::read(&Source::new("a.csv", text));
        assert_eq!(parsed.diagnostics[0].code, Code::UnknownFormat, "{text}");
    }
}

#[test]
fn an_exported_table_is_read_back() {
    let text = "title = 'T'\nstart = 2027-05-14\nend = 2027-05-15\n[[agenda]]\ntitle = '=1+1; \"a\"'\nid = 'x'\ndate = 2027-05-14\nstart = '23:30'\nend = '00:30'\nroom = ['Hall', 'Yurt']\nlanguages = ['ky', 'en']\ntags = ['a', 'b']\nkind = 'talk'\nspeakers = ['Ann Lee']\npeople = [{ person = 'Bo Chen', role = 'host' }]\n[[agenda]]\ntitle = 'Lunch'\ndate = 2027-05-15\nstart = '01:00'\nroom = '*'\n";
    let conference = event_file::read(&Source::new("a.toml", text)).conference;
    let table = csv::write(&conference, &conference.reading(None)).text;
    let parsed = format::read(&Source::new("a.csv", &table));
    assert_eq!(sessions(&parsed.conference), sessions(&conference));
    let facts = |conference: &Conference| {
        let facts = conference
            .sessions
            .iter()
            .map(|it| (it.id.clone(), it.kind.clone(), it.languages.clone(), it.tags.clone()));
        facts.collect::<Vec<_>>()
    };
    assert_eq!(facts(&parsed.conference), facts(&conference));
}
