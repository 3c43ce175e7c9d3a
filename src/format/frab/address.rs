//! Addresses as schedules write them: some without their scheme or their server.

use crate::text::{Clean, is_link, small_scheme};

/// An address that can be opened. Pages of a server that is named without a scheme are asked for over `https`; what
/// begins with `/` is on the server of the program, which is `home`. What is an address only within a page
/// (`../talk.pdf`) is none.
pub(super) fn read(written: &str, home: Option<&str>) -> Option<Clean> {
    let written = written.trim();
    if is_link(written) {
        // Some name files with blanks in their names, which browsers write as this.
        Some(Clean::line(&small_scheme(written).replace(char::is_whitespace, "%20")))
    } else if written.contains(char::is_whitespace) {
        None
    } else if let Some(server) = written.strip_prefix("//") {
        Some(Clean::line(&format!("https://{server}"))).filter(|_| names_server(server))
    } else if written.starts_with('/') {
        Some(Clean::line(&format!("{}{written}", server(home?)?)))
    } else {
        Some(Clean::line(&format!("https://{written}"))).filter(|_| names_server(written))
    }
}

/// Scheme and server of an address: `https://example.org` of `https://example.org/talks/`.
fn server(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let server = rest.split(['/', '?', '#']).next()?;
    address.get(..scheme.len() + "://".len() + server.len())
}

/// Whether an address begins with the name of a server: `example.org/talk`. A file, `talk.pdf`, is none.
fn names_server(address: &str) -> bool {
    const FILES: [&str; 12] =
        ["html", "htm", "pdf", "odp", "ppt", "pptx", "key", "txt", "tar", "gz", "zip", "webm"];
    let server = address.split(['/', '?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = server.split('.').collect();
    let is_word = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = parts.last().copied().unwrap_or_default();
    let has_path = server.len() < address.len();
    parts.len() > 1
        && parts.iter().all(is_word)
        && last.len() > 1
        && last.chars().all(char::is_alphabetic)
        && (has_path || !FILES.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_opened() {
        for (written, address) in [
            (" https://example.org/a?b#c ", Some("https://example.org/a?b#c")),
            ("HTTP://Example.org", Some("http://Example.org")),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("//example.org/a/", Some("https://example.org/a/")),
            ("example.org/robotmusic", Some("https://example.org/robotmusic")),
            ("idiot.example", Some("https://idiot.example")),
            ("", None),
            ("//", None),
            ("talk.pdf", None),
            ("/system/talk.pdf", None),
            ("489/70_talk.pdf", None),
            ("../../certification.html", None),
            ("#room:example.org", None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            (
                "https://example.org/K (La Fontaine)/a.webm",
                Some("https://example.org/K%20(La%20Fontaine)/a.webm"),
            ),
            ("//example.org two", None),
        ] {
            assert_eq!(read(written, None).as_deref(), address, "{written}");
        }
        let home = Some("https://example.org:8080/2025/schedule/");
        assert_eq!(
            read("/system/talk.pdf", home).as_deref(),
            Some("https://example.org:8080/system/talk.pdf")
        );
        assert_eq!(read("talk.pdf", home), None);
    }
}
