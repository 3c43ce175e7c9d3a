//! Redirects.

use super::*;

fn leading_to(target: &str) -> Vec<u8> {
    answer("302 Found", &format!("Location: {target}"), "moved")
}

#[test]
fn a_server_may_lead_on() {
    let server = Server::new(|path, _| {
        let answer = match path {
            "/a" => leading_to("/b/c?d"),
            "/b/c?d" => answer("301 Moved Permanently", "Location: e", ""),
            "/b/e" => answer("307 Temporary Redirect", "Location: ../f", ""),
            "/f" => answer("308 Permanent Redirect", "Location: /g#h", ""),
            "/g" => answer("200 OK", "", PROGRAM),
            _ => answer("404 Not Found", "", ""),
        };
        vec![Piece::Bytes(answer)]
    });
    let Ok(Fetched::New { bytes, from, .. }) = fetched(&server, "/a", &server.policy()) else { panic!() };
    assert_eq!((bytes, from), (PROGRAM.into(), server.url("/g")));
    assert_eq!(server.paths(), ["/a", "/b/c?d", "/b/e", "/f", "/g"]);
}

#[test]
fn ten_times_are_enough() {
    let counting = || {
        Server::new(|path, _| {
            let left: u32 = path[1..].parse().expect("a number");
            let next =
                if left == 0 { answer("200 OK", "", PROGRAM) } else { leading_to(&format!("/{}", left - 1)) };
            vec![Piece::Bytes(next)]
        })
    };
    let server = counting();
    assert!(fetched(&server, "/10", &server.policy()).is_ok());
    let server = counting();
    let sentence = "http://server/11: more than 10 redirects.";
    assert_eq!(fetched(&server, "/11", &server.policy()), Err(sentence.to_owned()));
    assert_eq!(server.paths().len(), 11);
    let server = Server::new(|_, _| vec![Piece::Bytes(leading_to("/x"))]);
    assert!(fetched(&server, "/x", &server.policy()).is_err(), "one that leads to itself");
}

#[test]
fn redirects_lead_only_to_allowed_urls() {
    let other = Server::saying(answer("200 OK", "", PROGRAM));
    let port = other.at.port();
    let not_followed =
        |target: &str| format!("http://server/x: redirects to {target}, which is not followed.");
    let here = |host: &str| {
        format!(
            "http://server/x: {host} is this machine or in its own network, and nothing is fetched from there."
        )
    };
    for (target, sentence) in [
        (format!("http://127.0.0.1:{port}/"), not_followed(&format!("http://127.0.0.1:{port}/"))),
        (format!("//127.0.0.1:{port}/"), not_followed(&format!("http://127.0.0.1:{port}/"))),
        ("http://fosdem.org/".to_owned(), not_followed("http://fosdem.org/")),
        (
            "http://169.254.169.254/latest/meta-data/".to_owned(),
            not_followed("http://169.254.169.254/latest/meta-data/"),
        ),
        (
            "ftp://fosdem.org/".to_owned(),
            "http://server/x: the response is not valid (bad uri: unknown scheme: ftp).".to_owned(),
        ),
        ("https://a:b@fosdem.org/".to_owned(), not_followed("https://a:b@fosdem.org/")),
        (format!("https://127.0.0.1:{port}/"), here("127.0.0.1")),
        ("https://169.254.169.254/".to_owned(), here("169.254.169.254")),
        ("https://10.0.0.1/".to_owned(), here("10.0.0.1")),
        (format!("https://[::1]:{port}/"), here("[::1]")),
        (format!("https://localhost:{port}/"), here("localhost")),
        // The system interprets this number as an IPv4 address after the name lookup.
        (format!("https://2130706433:{port}/"), here("2130706433")),
    ] {
        let location = target.clone();
        let server = Server::new(move |_, _| vec![Piece::Bytes(leading_to(&location))]);
        let message = fetched(&server, "/x", &server.policy()).expect_err("not followed");
        assert_eq!(message, sentence, "{target}");
    }
    assert_eq!(other.asked(), Vec::<String>::new());
}

#[test]
fn invalid_redirects_are_reported() {
    for location in
        ["", "Location: ", "Location: http://", "Location: file:///etc/passwd", "Location: javascript:x"]
    {
        let server = Server::saying(answer("302 Found", location, ""));
        let message = fetched(&server, "/x", &server.policy()).expect_err("nowhere");
        println!("{location:?}: {message}");
        assert!(message.starts_with("http://server/x: "), "{message}");
    }
}
