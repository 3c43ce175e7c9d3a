//! URL schemes, compared without regard to case: `HTTPS://example.org`.

/// Schemes that can be opened.
pub const LINKS: [&str; 3] = ["https://", "http://", "mailto:"];
/// Schemes of web pages.
pub const WEB: [&str; 2] = ["https://", "http://"];

/// Strips the first matching prefix, ignoring ASCII case; returns that prefix and the rest.
///
/// ```
/// use kurultai_schedule::text::split_scheme;
/// assert_eq!(split_scheme("HTTP://example.org", &["https://", "http://"]), Some(("http://", "example.org")));
/// assert_eq!(split_scheme("example.org", &["https://"]), None);
/// ```
#[must_use]
pub fn split_scheme<'s, 't>(text: &'t str, schemes: &[&'s str]) -> Option<(&'s str, &'t str)> {
    schemes.iter().find_map(|scheme| {
        let (begins, rest) = text.split_at_checked(scheme.len())?;
        begins.eq_ignore_ascii_case(scheme).then_some((*scheme, rest))
    })
}

/// Splits off any scheme of RFC 3986.
#[must_use]
pub fn any_scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    // `example.org:8080` is a host with a port.
    let is_port = scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit());
    (is_scheme && !is_port).then_some((scheme, rest))
}

/// True for a nonempty web or `mailto:` URL.
#[must_use]
pub fn is_link(text: &str) -> bool {
    split_scheme(text, &LINKS).is_some_and(|(_, rest)| !rest.is_empty())
}

/// True for a nonempty web URL.
#[must_use]
pub fn is_web(text: &str) -> bool {
    split_scheme(text, &WEB).is_some_and(|(_, rest)| !rest.is_empty())
}

/// Removes a web or `mailto:` scheme.
#[must_use]
pub fn without_scheme(text: &str) -> &str {
    split_scheme(text, &LINKS).map_or(text, |(_, rest)| rest)
}

/// Lowercases a web or `mailto:` scheme, as some formats require; the rest is unchanged.
///
/// ```
/// use kurultai_schedule::text::small_scheme;
/// assert_eq!(small_scheme("HTTPS://Example.org/A"), "https://Example.org/A");
/// ```
#[must_use]
pub fn small_scheme(text: &str) -> String {
    split_scheme(text, &LINKS).map_or_else(|| text.to_owned(), |(scheme, rest)| scheme.to_owned() + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_make_no_difference() {
        for text in ["https://example.org", "HTTPS://Example.org/a", "hTTp://x", "HTTP://192.0.2.1/"] {
            assert!(is_link(text) && is_web(text), "{text}");
        }
        for text in ["mailto:a@example.org", "MailTo:a@example.org"] {
            assert!(is_link(text) && !is_web(text), "{text}");
        }
        for text in
            ["", "https://", "HTTPS:", "ftp://example.org", "httpé://x", "xhttps://example.org", "héé"]
        {
            assert!(!is_link(text) && !is_web(text), "{text}");
        }
        assert_eq!(small_scheme("MAILTO:A@example.org"), "mailto:A@example.org");
        assert_eq!(small_scheme("Ada"), "Ada");
    }
}
