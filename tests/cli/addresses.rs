//! URLs in place of files. Nothing is downloaded: these URLs are rejected before any request.

use super::*;

/// Runs every command that accepts a file with this argument.
fn run_all(place: &str) -> [RunOutput; 5] {
    let diff = ["diff", "events/showcase.toml"];
    let commands: [&[&str]; 5] = [&["show"], &["check"], &["export", "--to", "toml"], &diff, &[]];
    commands.map(|command| here(&[command, &[place]].concat()))
}

#[test]
fn forbidden_urls_are_reported_in_one_sentence() {
    for (place, sentence) in [
        (
            "http://fosdem.org/2026/schedule/xml",
            "schedules are fetched over https only; write https://fosdem.org/2026/schedule/xml",
        ),
        ("webcal://a.example/x.ics", "schedules are fetched over https only; write https://a.example/x.ics"),
        ("file:///etc/passwd", "schedules are fetched over https only; write https://…"),
        ("https://a@b.example/", "user names and passwords are not sent; leave out the part before the @."),
        (
            "https://127.0.0.1:1/x",
            "127.0.0.1 is this machine or in its own network, and nothing is fetched from there.",
        ),
        ("https://[::1]/", "[::1] is this machine or in its own network, and nothing is fetched from there."),
        (
            "https://localhost/$(touch x)",
            "not a complete URL; write it like https://fosdem.org/2026/schedule/xml",
        ),
    ] {
        for result in run_all(place) {
            check(&result, "", &format!("{place}: {sentence}\n"), 2);
        }
    }
}

#[test]
fn errors_about_urls_are_safe_to_display() {
    for result in run_all("https://a.example/\u{1b}]0;x\u{7}") {
        assert_eq!((result.out.as_str(), result.code), ("", Some(2)));
        assert!(!result.err.contains(['\u{1b}', '\u{7}']), "{:?}", result.err);
    }
}

#[test]
fn a_missing_scheme_is_suggested() {
    for result in run_all("fosdem.org/2026/schedule/xml") {
        let sentence = "fosdem.org/2026/schedule/xml: no such file; if it is a URL, write https://fosdem.org/2026/schedule/xml\n";
        check(&result, "", sentence, 2);
    }
    let folder = Folder::new("like-a-host");
    fs::create_dir_all(folder.0.join("fosdem.org")).expect("a folder");
    folder.file("fosdem.org/xml", "title = 'A'\ndate = 2025-02-01\n");
    check(&folder.kurultai(&["show", "fosdem.org/xml"]), "A\nSat 1 Feb 2025\n", "", 0);
}
