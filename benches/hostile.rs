//! Measures reading hostile files of about 5 MB, which must take less than 2 seconds: `cargo bench --bench hostile`.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::schedule::LoadedSchedule;

const SIZE: usize = 4_900_000;

/// Returns a file of [`SIZE`] bytes.
fn file(head: &str, tail: &str, item: impl Fn(usize) -> String) -> String {
    let mut text = head.to_owned();
    let mut index = 0;
    while text.len() + tail.len() < SIZE {
        let _ = write!(text, "{}", item(index));
        index += 1;
    }
    text + tail
}

fn calendar(item: impl Fn(usize) -> String) -> String {
    file("BEGIN:VCALENDAR\n", "END:VCALENDAR\n", item)
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nSUMMARY:s\nDTSTART:20270501T100000Z\n{lines}END:VEVENT\n")
}

fn of_event(item: impl Fn(usize) -> String) -> String {
    let (head, tail) = ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:s\n", "END:VEVENT\nEND:VCALENDAR\n");
    file(head, tail, item)
}

/// Returns the names and texts of the files.
fn files() -> Vec<(&'static str, String)> {
    let head = "<schedule><conference><title>T</title></conference><day date='2027-05-01'>";
    let tail = "</links></event></room></day></schedule>";
    let links = format!("{head}<room name='R'><event id='1'><title>s</title><links>");
    let broadcast = "{\"session_types\": [], \"sessions\": [{\"id\": \"a\", \"zh\": {\"title\": \"s\"}, \
                     \"start\": \"2027-05-01T10:00:00Z\", \"broadcast\": [";
    vec![
        ("calendar/nested", calendar(|_| "BEGIN:VEVENT\n".to_owned())),
        ("calendar/ends", calendar(|_| "END:VEVENT\n".to_owned())),
        ("calendar/damaged", of_event(|_| "x\n".to_owned())),
        ("calendar/folded", of_event(|index| if index == 0 { "DESCRIPTION:".into() } else { "a\n ".into() })),
        (
            "calendar/parameters",
            of_event(|index| if index == 0 { "ATTENDEE".into() } else { ";X=\"".into() }),
        ),
        (
            "calendar/attendees",
            of_event(|index| format!("ATTENDEE;CN=P{index}:mailto:p{index}@example.org\n")),
        ),
        ("calendar/repeated", calendar(|_| event("RRULE:FREQ=DAILY;COUNT=999999999\n"))),
        ("calendar/rooms", calendar(|index| event(&format!("LOCATION:R{index}\n")))),
        ("json/rooms", file(broadcast, "\"R\"]}]}", |index| format!("\"R{index}\","))),
        (
            "xml/rooms",
            file(head, "</day></schedule>", |index| {
                format!("<room name='R{index}'><event id='{index}'><title>s</title></event></room>")
            }),
        ),
        (
            "xml/links",
            file(&links, tail, |index| format!("<link href='https://example.org/{index}'>l</link>")),
        ),
        ("toml/rooms", file("title = 'T'\n", "", |index| format!("[[rooms]]\nname = 'R{index}'\n"))),
        (
            "toml/undeclared",
            file("title = 'T'\n[[agenda]]\ntitle = 's'\nroom = [", "]\n", |index| format!("'R{index}',")),
        ),
    ]
}

fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    for (name, text) in files() {
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(LoadedSchedule::decode("hostile", black_box(text.as_bytes()))));
        });
    }
    group.finish();
}

criterion_group!(benches, hostile);
criterion_main!(benches);
