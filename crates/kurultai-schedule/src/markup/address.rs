//! [`LinkUrl`]: a link target that is safe to open.

use std::fmt;

use crate::text::{SafeText, split_scheme};

/// Browsers accept no longer URLs.
const MAX_URL: usize = 2083;

/// A web or `mailto:` URL that is safe to open.
///
/// It has no white space, quotes or brackets, and its host contains no deceptive characters, so [`LinkUrl::place`] shows
/// the real destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkUrl {
    url: SafeText,
    place: SafeText,
    is_mailbox: bool,
}

impl LinkUrl {
    /// Parses a URL; `None` if it should not be opened.
    ///
    /// ```
    /// use kurultai_schedule::markup::LinkUrl;
    /// let place = |url| LinkUrl::read(url).map(|address| address.place().to_string());
    /// assert_eq!(place("https://bank.example@fosdem.org:8080/a?b").as_deref(), Some("fosdem.org:8080"));
    /// assert_eq!(place("mailto:salam@example.org?subject=x").as_deref(), Some("salam@example.org"));
    /// assert_eq!(place("javascript:alert(1)"), None);
    /// ```
    #[must_use]
    pub fn read(url: &str) -> Option<Self> {
        let url = url.trim();
        let is_forbidden =
            |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`' | '\\');
        let (scheme, rest) = split_scheme(url, &["mailto:", "https:", "http:"])?;
        if url.len() > MAX_URL || url.contains(is_forbidden) {
            return None;
        }
        let is_mailbox = scheme == "mailto:";
        let place = if is_mailbox { mailbox(rest)? } else { host(rest.strip_prefix("//")?)? };
        let clean = SafeText::line(url);
        // A URL that changes when sanitized does not lead where it seems to.
        (&*clean == url).then(|| Self { url: clean, place: SafeText::line(&place), is_mailbox })
    }

    /// Returns the URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Returns the host or mailbox, to show before the link is opened.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// True for `mailto:` URLs.
    #[must_use]
    pub fn is_mailbox(&self) -> bool {
        self.is_mailbox
    }
}

impl fmt::Display for LinkUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.url.fmt(f)
    }
}

fn mailbox(rest: &str) -> Option<String> {
    let mailbox = rest.split('?').next()?;
    let (name, host) = mailbox.rsplit_once('@')?;
    (!name.is_empty() && is_host(host)).then(|| mailbox.to_owned())
}

/// Returns the host and port without user info, which may look like another host.
fn host(rest: &str) -> Option<String> {
    let authority = rest.split(['/', '?', '#']).next()?;
    let authority = authority.rsplit('@').next()?;
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_port = port.is_none_or(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_number =
        bare.is_some_and(|bare| bare.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':'));
    ((is_number || is_host(host)) && is_port).then(|| authority.to_lowercase())
}

/// True for a plain host name: browsers would decode `%2e` and similar characters to another host.
fn is_host(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_where_it_leads() {
        for (url, place) in [
            ("https://fosdem.org", "fosdem.org"),
            ("HTTP://FOSDEM.org/2025/?a=b#c", "fosdem.org"),
            ("https://fosdem.org:443@evil.example/", "evil.example"),
            ("https://evil.example#@fosdem.org", "evil.example"),
            ("https://evil.example?@fosdem.org", "evil.example"),
            ("https://пример.рф/", "пример.рф"),
            ("http://[::1]:80/", "[::1]:80"),
            ("mailto:a@b.example", "a@b.example"),
        ] {
            assert_eq!(LinkUrl::read(url).map(|address| address.place().to_owned()).as_deref(), Some(place));
        }
    }

    #[test]
    fn unsafe_urls_are_rejected() {
        for url in [
            "",
            "fosdem.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "ftp://fosdem.org",
            "https:fosdem.org",
            "https://",
            "https://fosdem.org\\@evil.example/",
            "https://fosdem.org%2eevil.example/",
            "https://fosdem.org。evil.example/",
            "https://a b.example/",
            "https://a.example/\u{202e}gpj.exe",
            "https://a.example/\u{1b}]0;x\u{7}",
            "https://a.example:80x/",
            "mailto:--attach=x",
            "-https://a.example",
        ] {
            assert_eq!(LinkUrl::read(url), None, "{url:?}");
        }
        assert_eq!(LinkUrl::read(&format!("https://a.example/{}", "x".repeat(MAX_URL))), None);
    }
}
