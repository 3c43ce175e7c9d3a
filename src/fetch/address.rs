//! [`ScheduleUrl`]: the URL of a schedule.

use std::fmt;

use ureq::http::Uri;

use super::policy::PolicyError;
use super::{FetchError, FetchErrorKind, Policy};
use kurultai_schedule::markup;
use kurultai_schedule::text::{SafeText, any_scheme, split_scheme};

/// A URL that the policy allows.
///
/// It is normalized: lowercase scheme and host, no default port, no fragment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ScheduleUrl {
    url: String,
}

/// Schemes of web pages and calendars, for which `https://` is suggested.
const OTHER_SCHEMES: [&str; 3] = ["http://", "webcal://", "webcals://"];

impl ScheduleUrl {
    /// True if a text is a URL rather than a path: `https://fosdem.org`, but also `ftp://fosdem.org`.
    ///
    /// ```
    /// use kurultai::fetch::ScheduleUrl;
    /// assert!(ScheduleUrl::is_url("https://fosdem.org/2026/schedule/xml"));
    /// assert!(!ScheduleUrl::is_url("fosdem.org/2026/schedule/xml"));
    /// ```
    #[must_use]
    pub fn is_url(text: &str) -> bool {
        any_scheme(text.trim()).is_some_and(|(_, rest)| rest.starts_with("//"))
    }

    /// Parses a URL.
    ///
    /// # Errors
    /// If it is not one, or the policy forbids it.
    pub fn parse(text: &str, policy: &Policy) -> Result<Self, FetchError> {
        let text = text.trim();
        let fail = |why| FetchError::new(text, why);
        let uri = parse_uri(text);
        let refused = uri.as_ref().map_or(Ok(()), |uri| policy.check(uri));
        match (refused, uri) {
            // User info can disguise the host, so it is reported first.
            (Err(PolicyError::UserInfo), _) => Err(fail(FetchErrorKind::UserInfo)),
            (Err(PolicyError::NotHttps), _) => Err(fail(not_https(text))),
            (Err(PolicyError::NotPublic), Some(uri)) => {
                Err(fail(FetchErrorKind::NotPublic(SafeText::line(uri.host().unwrap_or_default()))))
            }
            (Ok(()), Some(uri)) => {
                Ok(Self { url: normalized(&uri).ok_or_else(|| fail(FetchErrorKind::BadAddress))? })
            }
            (_, None) if has_unsuited_scheme(text) => Err(fail(not_https(text))),
            (_, None) => Err(fail(FetchErrorKind::BadAddress)),
        }
    }

    /// Returns the URL as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }
}

impl fmt::Display for ScheduleUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

/// Parses a URL, with non-ASCII letters percent-encoded.
fn parse_uri(text: &str) -> Option<Uri> {
    let (scheme, rest) = text.split_once("://")?;
    // Rejects URLs that a browser would interpret as another host.
    markup::LinkUrl::read(&format!("https://{rest}"))?;
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let mut url = format!("{scheme}://{host}");
    for byte in path.bytes() {
        if byte.is_ascii() {
            url.push(char::from(byte));
        } else {
            url += &format!("%{byte:02X}");
        }
    }
    url.parse().ok()
}

fn normalized(uri: &Uri) -> Option<String> {
    let (scheme, authority) = (uri.scheme_str()?.to_ascii_lowercase(), uri.authority()?);
    let authority = authority.as_str().to_ascii_lowercase();
    let authority = if scheme == "https" { authority.trim_end_matches(":443") } else { &authority };
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("{scheme}://{authority}{slash}{path}"))
}

/// True if `https://` would not help, as for `file:///etc/passwd`.
fn has_unsuited_scheme(text: &str) -> bool {
    ScheduleUrl::is_url(text)
        && split_scheme(text, &["https://"]).or(split_scheme(text, &OTHER_SCHEMES)).is_none()
}

/// Returns the error for another scheme, with a suggestion if the rest may work.
fn not_https(text: &str) -> FetchErrorKind {
    let rest = split_scheme(text, &OTHER_SCHEMES).map(|(_, rest)| rest);
    FetchErrorKind::NotHttps(SafeText::line(&format!("https://{}", rest.unwrap_or("…"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn read(text: &str) -> String {
        match ScheduleUrl::parse(text, &Policy::public()) {
            Ok(address) => address.to_string(),
            Err(error) => error.sentence(&Locale::english()),
        }
    }

    #[test]
    fn urls_are_normalized() {
        for (text, url) in [
            ("https://fosdem.org/2026/schedule/xml", "https://fosdem.org/2026/schedule/xml"),
            (" HTTPS://FOSDEM.org:443/2026/Schedule?a=B#c ", "https://fosdem.org/2026/Schedule?a=B"),
            ("https://fosdem.org", "https://fosdem.org/"),
            ("https://fosdem.org?a", "https://fosdem.org/?a"),
            ("https://fosdem.org:8443/", "https://fosdem.org:8443/"),
            (
                "https://fosdem.org/программа",
                "https://fosdem.org/%D0%BF%D1%80%D0%BE%D0%B3%D1%80%D0%B0%D0%BC%D0%BC%D0%B0",
            ),
            ("https://1.1.1.1/", "https://1.1.1.1/"),
        ] {
            assert_eq!(read(text), url);
        }
    }

    #[test]
    fn invalid_urls_are_explained() {
        for (text, sentence) in [
            (
                "http://fosdem.org/xml",
                "http://fosdem.org/xml: schedules are fetched over https only; write https://fosdem.org/xml",
            ),
            (
                "webcal://a.example/x.ics",
                "webcal://a.example/x.ics: schedules are fetched over https only; write https://a.example/x.ics",
            ),
            (
                "ftp://fosdem.org/",
                "ftp://fosdem.org/: schedules are fetched over https only; write https://…",
            ),
            ("file:///etc/x", "file:///etc/x: schedules are fetched over https only; write https://…"),
            (
                "https://a@b.example/",
                "https://a@b.example/: user names and passwords are not sent; leave out the part before the @.",
            ),
            (
                "https://127.0.0.1/x",
                "https://127.0.0.1/x: 127.0.0.1 is this machine or in its own network, and nothing is fetched from there.",
            ),
            ("https://", "https://: not a complete URL; write it like https://fosdem.org/2026/schedule/xml"),
        ] {
            assert_eq!(read(text), sentence);
        }
        for text in
            ["https://a b/", "https://a\\@b/", "https://a.example/\u{1b}[2J", "https://a:b:c/", "https:///x"]
        {
            assert!(read(text).contains("not a complete URL"), "{}", read(text));
        }
    }

    #[test]
    fn paths_are_not_urls() {
        for text in ["fosdem.org/xml", "a.toml", "./https://x", "-", "", "://x", "1a://x", "C:\\x", "/a://b"]
        {
            assert!(!ScheduleUrl::is_url(text), "{text}");
        }
        for text in ["https://x", "HTTP://x", "file:///etc/passwd", "webcal://x"] {
            assert!(ScheduleUrl::is_url(text), "{text}");
        }
    }
}
