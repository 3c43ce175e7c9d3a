//! The cache: downloads are cached, and used if a request fails.

use std::fs;
use std::path::PathBuf;
use std::sync::{Barrier, Mutex};

use chrono::{DateTime, Utc};
use kurultai::fetch::{Cache, FetchOutcome, Fetcher, Refresh};
use kurultai::schedule::LoadedSchedule;

use super::*;

const OTHER: &str = "title = 'B'\ndate = 2025-02-01\n";

/// A fetcher with a cache, and a server whose response changes.
struct Visitor {
    server: Server,
    says: std::sync::Arc<Mutex<Vec<u8>>>,
    fetcher: Fetcher,
    address: ScheduleUrl,
    folder: PathBuf,
}

impl Visitor {
    fn new(name: &str, says: Vec<u8>) -> Self {
        let says = std::sync::Arc::new(Mutex::new(says));
        let answer = std::sync::Arc::clone(&says);
        let server = Server::new(move |_, _| vec![Piece::Bytes(answer.lock().expect("an answer").clone())]);
        let folder = std::env::temp_dir().join(format!("kurultai-fetch-{name}-{}", std::process::id()));
        let fetcher = Fetcher::new(server.policy(), Some(Cache::new(folder.clone())));
        let address = fetcher.address(&server.url("/2025/schedule.xml")).expect("an address");
        Self { server, says, fetcher, address, folder }
    }

    fn says(&self, answer: Vec<u8>) {
        *self.says.lock().expect("an answer") = answer;
    }

    /// Refreshes at this hour of the day. Returns the title of a new schedule, `None` if it is unchanged, or
    /// the error.
    fn refresh(&self, hour: u32) -> Result<Option<String>, String> {
        match self.fetcher.refresh(&self.address, at(hour), &|_, _| ()) {
            Ok(Refresh::New { schedule, unkept: None }) => Ok(Some(title(&schedule))),
            Ok(Refresh::New { unkept: Some(error), .. }) => Err(error.to_string()),
            Ok(Refresh::Unchanged) => Ok(None),
            Err(error) => Err(error_message(&error, &self.server)),
        }
    }

    /// Returns the cached title, and the hour of the last answer.
    fn cached_copy(&self) -> Option<(String, u32)> {
        use chrono::Timelike as _;

        let (schedule, fetched_at) = self.fetcher.cached(&self.address)?;
        Some((title(&schedule), fetched_at.hour()))
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn title(schedule: &LoadedSchedule) -> String {
    schedule.conference.title.iter().map(|(_, text)| text.to_string()).collect()
}

fn at(hour: u32) -> DateTime<Utc> {
    format!("2025-02-01T{hour:02}:00:00Z").parse().expect("a time")
}

fn title_and_hour(title: &str, hour: u32) -> (String, u32) {
    (title.to_owned(), hour)
}

#[test]
fn a_schedule_is_cached_until_it_changes() {
    let visitor = Visitor::new("until", answer("200 OK", "ETag: \"a\"", PROGRAM));
    assert_eq!(visitor.cached_copy(), None);
    assert_eq!(visitor.refresh(8), Ok(Some("A".to_owned())));
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 8)));
    visitor.says(answer("304 Not Modified", "", ""));
    assert_eq!(visitor.refresh(9), Ok(None));
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 9)), "it is as old as the last answer");
    let request = visitor.server.asked()[1].to_ascii_lowercase();
    assert!(request.contains("if-none-match: \"a\"\r\n"), "{request}");
    visitor.says(answer("200 OK", "", PROGRAM));
    assert_eq!(visitor.refresh(10), Ok(None), "the same bytes, from a server that does not say so");
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 10)));
    visitor.says(answer("200 OK", "", OTHER));
    assert_eq!(visitor.refresh(11), Ok(Some("B".to_owned())));
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("B", 11)));
}

#[test]
fn the_declared_encoding_is_cached() {
    let visitor = Visitor::new("charset", Vec::new());
    let bytes = [&b"title = '\xF3\xCC\xCF\xCE'\ndate = 2025-02-01\n"[..]].concat();
    let with = |kind: &str| {
        let head =
            format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nContent-Type: {kind}\r\n\r\n", bytes.len());
        [head.as_bytes(), &bytes].concat()
    };
    visitor.says(with("text/plain; charset=koi8-r"));
    assert_eq!(visitor.refresh(8), Ok(Some("Слон".to_owned())));
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("Слон", 8)));
    assert_eq!(visitor.refresh(9), Ok(None));
    visitor.says(with("text/plain; charset=windows-1251"));
    assert_eq!(visitor.refresh(10), Ok(Some("уМПО".to_owned())), "the same bytes mean another text");
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("уМПО", 10)));
}

#[test]
fn a_truncated_schedule_without_a_length_keeps_the_cached_one() {
    let three =
        |session: &dyn Fn(&str) -> String, between: &str| ["one", "two", "three"].map(session).join(between);
    let toml = three(&|title| format!("[[agenda]]\ntitle = '{title}'\n"), "");
    let xml = three(&|title| format!("<event><title>{title}</title></event>"), "");
    let ics =
        three(&|title| format!("BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART:20250201T100000\nEND:VEVENT\n"), "");
    let json =
        three(&|title| format!("{{\"title\": \"{title}\", \"startsAt\": \"2025-02-01T10:00:00\"}}"), ", ");
    let ended = |body: &str| format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{body}").into_bytes();
    for (name, whole) in [
        ("toml", format!("title = 'A'\ndate = 2025-02-01\n{toml}")),
        (
            "xml",
            format!(
                "<schedule><conference><title>A</title></conference><day date='2025-02-01'>{xml}</day></schedule>"
            ),
        ),
        ("ics", format!("BEGIN:VCALENDAR\nX-WR-CALNAME:A\n{ics}END:VCALENDAR\n")),
        ("json", format!("{{\"title\": \"A\", \"sessions\": [{json}]}}")),
    ] {
        let half = &whole[..=whole.find("two").expect("a session")];
        let visitor = Visitor::new(&format!("half-{name}"), ended(&whole));
        assert_eq!(visitor.refresh(8), Ok(Some("A".to_owned())), "{name}");
        visitor.says(ended(half));
        let sentence = "http://server/2025/schedule.xml: the response ended early.";
        assert_eq!(visitor.refresh(9), Err(sentence.to_owned()), "{name}");
        assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 8)), "{name}");
        // If the server declares a length, a shorter body is an error.
        visitor.says(answer("200 OK", "", half));
        assert_eq!(visitor.refresh(10), Ok(Some("A".to_owned())), "{name}");
        // Without a cached schedule, half of one is better than none.
        let other = Visitor::new(&format!("half-new-{name}"), ended(half));
        assert_eq!(other.refresh(8), Ok(Some("A".to_owned())), "{name}");
        // A complete file without a declared length is accepted.
        let visitor = Visitor::new(&format!("fewer-{name}"), ended(&whole.replace("two", "2")));
        assert_eq!(visitor.refresh(8), Ok(Some("A".to_owned())), "{name}");
        visitor.says(ended(&whole));
        assert_eq!(visitor.refresh(9), Ok(Some("A".to_owned())), "{name}");
    }
}

#[test]
fn other_responses_keep_the_cached_schedule() {
    let visitor = Visitor::new("leaves", answer("200 OK", "ETag: \"a\"", PROGRAM));
    assert_eq!(visitor.refresh(8), Ok(Some("A".to_owned())));
    let page = "<!DOCTYPE html><html><body>Welcome to the hotel</body></html>";
    for (says, sentence) in [
        (
            answer("200 OK", "Content-Type: text/html", page),
            "the response is a web page, not a schedule; the network may require a login, or the schedule may have another URL.",
        ),
        (
            answer("200 OK", "Content-Type: application/xml", "{\"error\": 1}"),
            "the response is not a schedule in a known format.",
        ),
        (answer("200 OK", "", ""), "the response is not a schedule in a known format."),
        (answer("500 Internal Server Error", "", OTHER), "server error; try again later (500)."),
        (answer("404 Not Found", "", OTHER), "not found (404)."),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n".to_vec(), "the response ended early."),
    ] {
        visitor.says(says);
        assert_eq!(visitor.refresh(9), Err(format!("http://server/2025/schedule.xml: {sentence}")));
        assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 8)));
        let newest = visitor.fetcher.newest(&visitor.address, at(9)).expect("what was kept");
        let FetchOutcome { schedule, fetched_at, failure, .. } = newest;
        assert_eq!((title(&schedule), fetched_at), ("A".to_owned(), at(8)));
        assert!(failure.is_some());
    }
}

#[test]
fn a_schedule_that_lost_everything_keeps_the_cached_one() {
    let with_session = format!("{PROGRAM}[[agenda]]\ntitle = 's'\n");
    let visitor = Visitor::new("nothing", answer("200 OK", "", &with_session));
    assert_eq!(visitor.refresh(8), Ok(Some("A".to_owned())));
    visitor.says(answer("200 OK", "", "title = 'C'\ndate = 2025-02-01\nrooms = ["));
    assert_eq!(visitor.refresh(9), Ok(Some("C".to_owned())));
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 8)));
    // A schedule without sessions is valid.
    visitor.says(answer("200 OK", "", OTHER));
    assert_eq!(visitor.refresh(10), Ok(Some("B".to_owned())));
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("B", 10)));
}

#[test]
fn the_newest_is_downloaded_or_else_cached() {
    let visitor = Visitor::new("newest", answer("500 Internal Server Error", "", ""));
    let newest = || visitor.fetcher.newest(&visitor.address, at(9));
    let error = newest().expect_err("nothing came, and nothing was kept");
    let sentence = "http://server/2025/schedule.xml: server error; try again later (500).";
    assert_eq!(error_message(&error, &visitor.server), sentence);
    visitor.says(answer("200 OK", "", PROGRAM));
    let shown = |newest: FetchOutcome| {
        (
            newest.schedule.source.name().to_string(),
            newest.fetched_at,
            newest.failure,
            newest.cache_error.is_none(),
        )
    };
    assert_eq!(shown(newest().expect("it comes")), (visitor.address.to_string(), at(9), None, true));
    visitor.says(answer("304 Not Modified", "", ""));
    assert_eq!(shown(newest().expect("it is the same")), (visitor.address.to_string(), at(9), None, true));
}

#[test]
fn several_urls_are_requested_concurrently_in_order() {
    // The server waits for all requests before answering any.
    let all = Barrier::new(3);
    let server = Server::new(move |path, _| {
        all.wait();
        vec![Piece::Bytes(answer("200 OK", "", if path == "/b" { OTHER } else { PROGRAM }))]
    });
    let fetcher = Fetcher::new(server.policy(), None);
    let newest =
        fetcher.newest_of(&[&server.url("/a"), "http://", &server.url("/b"), &server.url("/a")], at(8));
    let titles: Vec<_> =
        newest.iter().map(|newest| newest.as_ref().ok().map(|newest| title(&newest.schedule))).collect();
    assert_eq!(titles, [Some("A".to_owned()), None, Some("B".to_owned()), Some("A".to_owned())]);
}

#[test]
fn a_damaged_keepsake_is_fetched_anew() {
    let visitor = Visitor::new("damaged", answer("200 OK", "ETag: \"a\"", PROGRAM));
    assert_eq!(visitor.refresh(8), Ok(Some("A".to_owned())));
    let folder = fs::read_dir(&visitor.folder).expect("a cache").next().expect("an entry").expect("an entry");
    fs::write(folder.path().join("body"), "half").expect("a file");
    assert_eq!(visitor.cached_copy(), None);
    assert_eq!(visitor.refresh(9), Ok(Some("A".to_owned())));
    let request = visitor.server.asked()[1].to_ascii_lowercase();
    assert!(!request.contains("if-none-match"), "nobody asks whether it is still the same: {request}");
    assert_eq!(visitor.cached_copy(), Some(title_and_hour("A", 9)));
}

#[test]
fn without_a_place_to_keep_it_a_schedule_is_fetched_all_the_same() {
    let server = Server::saying(answer("200 OK", "ETag: \"a\"", PROGRAM));
    let fetcher = Fetcher::new(server.policy(), None);
    let address = fetcher.address(&server.url("/x")).expect("an address");
    for _ in 0..2 {
        let newest = fetcher.newest(&address, at(8)).expect("it comes");
        assert!(newest.failure.is_none() && newest.cache_error.is_none());
    }
    assert!(fetcher.cached(&address).is_none());
    // A folder in which nothing can be written.
    let file = std::env::temp_dir().join(format!("kurultai-fetch-file-{}", std::process::id()));
    fs::write(&file, "").expect("a file");
    let newest = Fetcher::new(server.policy(), Some(Cache::new(file.clone()))).newest(&address, at(8));
    assert!(newest.is_ok_and(|newest| newest.cache_error.is_some()));
    fs::remove_file(file).expect("it is there");
}
