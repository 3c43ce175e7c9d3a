//! Downloads from local servers: requests, accepted responses, and errors.
//!
//! The servers use HTTP without TLS, which only the policy of a test allows. `src/fetch/policy.rs` tests the
//! public policy, and `certificate.rs` tests certificates if `openssl` is available.

#![cfg(test)]

mod certificate;
mod kept;
mod redirects;
mod server;

use std::cell::RefCell;
use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use kurultai::fetch::{CachedResponse, FetchError, Fetched, Policy, ScheduleUrl, fetch};
use kurultai::i18n::Locale;
use server::{Piece, Server, answer, chunked};

const PROGRAM: &str = "title = 'A'\ndate = 2025-02-01\n";

/// Fetches a path from a server. Returns the response, or the error without the name of the server.
fn fetched(server: &Server, path: &str, policy: &Policy) -> Result<Fetched, String> {
    let address = ScheduleUrl::parse(&server.url(path), policy).expect("an address");
    fetch(&address, policy, None, &|_, _| ()).map_err(|error| error_message(&error, server))
}

fn error_message(error: &FetchError, server: &Server) -> String {
    error.sentence(&Locale::english()).replace(&server.at.to_string(), "server")
}

/// Returns the error for a response.
fn refused(answer: Vec<u8>) -> String {
    let server = Server::saying(answer);
    fetched(&server, "/x", &server.policy()).expect_err("no program")
}

/// Returns the body of a response.
fn body(answer: Vec<u8>) -> Vec<u8> {
    let server = Server::saying(answer);
    match fetched(&server, "/x", &server.policy()) {
        Ok(Fetched::New { bytes, .. }) => bytes,
        other => panic!("{other:?}"),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

#[test]
fn a_response_has_the_headers_for_conditional_requests() {
    let server = Server::saying(answer(
        "200 OK",
        "ETag: \"one\"\nLast-Modified: Sat, 01 Feb 2025 10:42:00 GMT\nContent-Type: text/plain; a=b; Charset=\"utf-8\"",
        PROGRAM,
    ));
    let new = Fetched::New {
        bytes: PROGRAM.into(),
        etag: Some("\"one\"".to_owned()),
        last_modified: Some("Sat, 01 Feb 2025 10:42:00 GMT".to_owned()),
        charset: Some("utf-8".to_owned()),
        from: server.url("/a?b=c"),
        is_delimited: true,
    };
    assert_eq!(fetched(&server, "/a?b=c#d", &server.policy()), Ok(new));
    let request = server.asked().concat().to_ascii_lowercase();
    let agent = format!("user-agent: kurultai/{}\r\n", env!("CARGO_PKG_VERSION"));
    for line in ["get /a?b=c http/1.1\r\n", &agent, "accept-encoding: gzip\r\n", "accept: application/xml,"] {
        assert!(request.contains(line), "{line} in {request}");
    }
    assert!(!request.contains("if-none-match") && !request.contains("cookie"), "{request}");
}

#[test]
fn unchanged_schedules_are_not_sent_again() {
    let server = Server::new(|_, head| {
        let head = head.to_ascii_lowercase();
        let is_same =
            head.contains("if-none-match: \"one\"\r\n") && head.contains("if-modified-since: then\r\n");
        let status = if is_same { "304 Not Modified" } else { "200 OK" };
        vec![Piece::Bytes(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").into_bytes())]
    });
    let policy = server.policy();
    let address = ScheduleUrl::parse(&server.url("/x"), &policy).expect("an address");
    let cached = |etag: &str| CachedResponse {
        bytes: PROGRAM.into(),
        etag: Some(etag.to_owned()),
        last_modified: Some("then".to_owned()),
        charset: None,
        fetched_at: "2025-02-01T10:42:00Z".parse().expect("a time"),
        from: server.url("/x"),
    };
    let fetched = |cached: &CachedResponse| fetch(&address, &policy, Some(cached), &|_, _| ());
    assert_eq!(fetched(&cached("\"one\"")), Ok(Fetched::NotModified));
    assert!(matches!(fetched(&cached("\"two\"")), Ok(Fetched::New { .. })));
}

#[test]
fn a_server_that_sends_no_schedule_is_quoted() {
    for (status, sentence) in [
        ("404 Not Found", "http://server/x: not found (404)."),
        ("410 Gone", "http://server/x: not found (410)."),
        ("403 Forbidden", "http://server/x: access denied (403)."),
        ("429 Too Many Requests", "http://server/x: too many requests; try again later (429)."),
        ("500 Internal Server Error", "http://server/x: server error; try again later (500)."),
        ("503 Service Unavailable", "http://server/x: server error; try again later (503)."),
        ("204 No Content", "http://server/x: the server sent no schedule (204)."),
        ("206 Partial Content", "http://server/x: the server sent no schedule (206)."),
        // The request was not conditional.
        ("304 Not Modified", "http://server/x: the server sent no schedule (304)."),
    ] {
        assert_eq!(refused(answer(status, "", "")), sentence);
    }
    let nonsense = refused(b"SSH-2.0-OpenSSH_9.6\r\n\r\n".to_vec());
    assert!(nonsense.starts_with("http://server/x: the response is not valid ("), "{nonsense}");
}

#[test]
fn servers_that_do_not_answer_are_reported() {
    let server = Server::saying(Vec::new());
    let silent = fetched(&server, "/x", &server.policy()).expect_err("no answer");
    assert!(silent.starts_with("http://server/x: no connection ("), "{silent}");
    // A port without a listener.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let policy = Policy { allow_plain_http_to: gone.ok(), uses_proxy: false, ..Policy::public() };
    let url = format!("http://{}/x", policy.allow_plain_http_to.expect("a port"));
    let address = ScheduleUrl::parse(&url, &policy).expect("an address");
    let error = fetch(&address, &policy, None, &|_, _| ()).expect_err("nobody there");
    let sentence = error.sentence(&Locale::english());
    assert!(sentence.starts_with(&format!("{url}: no connection (")), "{sentence}");
}

#[test]
fn packed_bodies_are_unpacked_however_they_are_packed() {
    assert_eq!(body(chunked("", &[b"title", b" = 'A'"])), b"title = 'A'");
    assert_eq!(
        body(answer("200 OK", "Content-Encoding: gzip", gzip(PROGRAM.as_bytes()))),
        PROGRAM.as_bytes()
    );
    assert_eq!(body(chunked("Content-Encoding: gzip", &[&gzip(PROGRAM.as_bytes())])), PROGRAM.as_bytes());
    // A file that is published compressed.
    assert_eq!(
        body(answer("200 OK", "Content-Type: application/gzip", gzip(PROGRAM.as_bytes()))),
        PROGRAM.as_bytes()
    );
    let twice = gzip(&gzip(PROGRAM.as_bytes()));
    assert_eq!(body(answer("200 OK", "Content-Encoding: gzip", twice)), PROGRAM.as_bytes());
    // Without a length, the end of the connection is the end of the body.
    assert_eq!(body([b"HTTP/1.0 200 OK\r\n\r\n", PROGRAM.as_bytes()].concat()), PROGRAM.as_bytes());
}

#[test]
fn half_an_answer_is_none() {
    let broken = "http://server/x: the response ended early.";
    let half = |whole: Vec<u8>, less: usize| whole[..whole.len() - less].to_vec();
    assert_eq!(refused(half(answer("200 OK", "", PROGRAM), 1)), broken);
    assert_eq!(refused(half(chunked("", &[PROGRAM.as_bytes()]), 5)), broken);
    assert_eq!(refused(half(chunked("", &[PROGRAM.as_bytes()]), 12)), broken);
    let packed = gzip(PROGRAM.as_bytes());
    assert_eq!(refused(answer("200 OK", "Content-Encoding: gzip", &packed[..packed.len() - 9])), broken);
    assert_eq!(refused(chunked("Content-Encoding: gzip", &[&packed[..packed.len() - 9]])), broken);
    assert_eq!(refused(answer("200 OK", "", &packed[..packed.len() - 9])), broken);
    assert_eq!(refused(answer("200 OK", "Content-Encoding: gzip", PROGRAM)), broken, "it is not packed");
}

#[test]
fn too_large_responses_are_not_read_completely() {
    // A declared length that is too large is an error before the body arrives.
    let length = "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n";
    let sentence = "http://server/x: the response is larger than 32 MB, which is too large for a schedule.";
    assert_eq!(refused(length.as_bytes().to_vec()), sentence);
    let cap = 1 << 20;
    let fetched = |answer: Vec<u8>| {
        let server = Server::saying(answer);
        let policy = Policy { max_bytes: cap as u64, ..server.policy() };
        match fetched(&server, "/x", &policy) {
            Ok(Fetched::New { bytes, .. }) => Ok(bytes.len()),
            Ok(Fetched::NotModified) => panic!("nothing was there before"),
            Err(sentence) => Err(sentence),
        }
    };
    let sentence = "http://server/x: the response is larger than 1 MB, which is too large for a schedule.";
    let (blanks, many) = (vec![b' '; cap], vec![b' '; cap + 1]);
    for body in [&blanks, &gzip(&blanks)] {
        assert_eq!(fetched(answer("200 OK", "", body)), Ok(cap), "the last byte that is allowed");
    }
    // The body is a thousand times as large after decompression, of the transfer, of the file, or of both.
    let bomb = gzip(&vec![b' '; 8 * cap]);
    assert!(bomb.len() < cap / 100, "{}", bomb.len());
    for answer in [
        answer("200 OK", "", &many),
        chunked("", &[&many]),
        [b"HTTP/1.0 200 OK\r\n\r\n".to_vec(), many].concat(),
        answer("200 OK", "Content-Encoding: gzip", &bomb),
        answer("200 OK", "", &bomb),
        answer("200 OK", "Content-Encoding: gzip", gzip(&bomb)),
    ] {
        assert_eq!(fetched(answer), Err(sentence.to_owned()));
    }
}

#[test]
fn slow_servers_time_out() {
    let late = "http://server/x: timed out.";
    let dripping = |head: &str| {
        let drop = [Piece::Pause(Duration::from_millis(20)), Piece::Bytes(b"x".to_vec())];
        let drops = drop.into_iter().cycle().take(1000);
        [Piece::Bytes(head.as_bytes().to_vec())].into_iter().chain(drops).collect::<Vec<_>>()
    };
    let (body, length) = ("HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
    // Headers that never end, a body that never ends, and no response at all.
    let answers = [dripping("HTTP/1.1 200 OK\r\nX: "), dripping(body), dripping(length)];
    let silent = vec![Piece::Pause(Duration::from_secs(30))];
    for pieces in answers.into_iter().chain([silent]) {
        let server = Server::new(move |_, _| pieces.clone());
        let policy = Policy { total_timeout: Duration::from_millis(400), ..server.policy() };
        assert_eq!(fetched(&server, "/x", &policy), Err(late.to_owned()));
    }
}

#[test]
fn progress_is_reported() {
    let progress = |answer: Vec<u8>| {
        let server = Server::saying(answer);
        let policy = server.policy();
        let address = ScheduleUrl::parse(&server.url("/x"), &policy).expect("an address");
        let progress = RefCell::new(Vec::new());
        let tell = |count, of| progress.borrow_mut().push((count, of));
        fetch(&address, &policy, None, &tell).expect("it comes");
        progress.into_inner()
    };
    let body = vec![b' '; 300_000];
    let steps = progress(answer("200 OK", "", &body));
    assert!(
        steps.len() > 3 && steps.is_sorted() && steps.iter().all(|(_, of)| *of == Some(300_000)),
        "{steps:?}"
    );
    assert_eq!(steps.last(), Some(&(300_000, Some(300_000))));
    let packed = progress(answer("200 OK", "Content-Encoding: gzip", gzip(&body)));
    assert_eq!(packed.last(), Some(&(300_000, None)), "how much there will be is not known");
}
