//! URLs as people and schedules write them: complete, without scheme or host, misspelled, or with a scheme
//! that browsers cannot open. Shared by all formats.

use strsim::osa_distance;

use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::text::{LINKS, SafeText, any_scheme, is_link, split_scheme};

/// Schemes without `//` whose addresses are displayed.
const OPAQUE: [&str; 16] = [
    "tel", "sms", "sip", "sips", "xmpp", "matrix", "magnet", "geo", "doi", "news", "skype", "bitcoin",
    "callto", "feed", "ircs", "irc",
];
/// Schemes that are useless in a schedule: scripts, local files, other parts of a message.
const NOWHERE: [&str; 8] = ["javascript", "vbscript", "data", "file", "about", "blob", "cid", "mid"];
/// File extensions, which are not top-level domains.
const FILES: [&str; 12] =
    ["html", "htm", "pdf", "odp", "ppt", "pptx", "key", "txt", "tar", "gz", "zip", "webm"];

/// The interpretation of a text where a URL is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// A URL that can be opened.
    Link(SafeText),
    /// A URL that can be opened after a typing error was fixed.
    Mended(SafeText),
    /// An address with another scheme, which can only be shown.
    Shown(SafeText),
    /// Nothing, or a scheme alone.
    Empty,
    /// A path or file whose host is not known.
    Dead,
    /// Other words, such as `TBA`.
    NoAddress,
}

/// The base of relative URLs.
#[derive(Debug, Default)]
pub(super) struct Base {
    address: Option<String>,
    /// True if a path without a leading `/` is relative to the directory of the address.
    is_folder: bool,
}

/// The longest base in bytes. It is repeated in each resolved URL, and longer URLs do not work in browsers.
const MAX_BASE: usize = 2_000;

impl Base {
    /// Returns the base of a conference page: only paths that begin with `/` are resolved.
    pub(super) fn page(address: Option<&str>) -> Self {
        let address = address.filter(|address| address.len() <= MAX_BASE);
        Self { address: address.map(str::to_owned), is_folder: false }
    }

    /// Returns the base of all relative URLs.
    pub(super) fn folder(address: Option<&str>) -> Self {
        let address = address.filter(|address| address.len() <= MAX_BASE);
        let whole = address.and_then(|address| match read(address, &Self::default()) {
            Written::Link(whole) | Written::Mended(whole) => Some(whole.to_string()),
            _ => None,
        });
        Self { address: whole, is_folder: true }
    }

    /// Resolves a path.
    fn join(&self, path: &str) -> Option<String> {
        let base = self.address.as_deref()?;
        let (scheme, rest) = base.split_once("://")?;
        let server = rest.split(['/', '?', '#']).next()?;
        if path.starts_with('/') {
            return Some(format!("{scheme}://{server}{path}"));
        }
        if !self.is_folder || path.contains(':') {
            return None;
        }
        let folder = rest.rfind('/').map_or(rest, |at| &rest[..at]);
        Some(format!("{scheme}://{folder}/{path}"))
    }
}

/// Reads a text where a URL is expected. A host without a scheme gets `https`.
pub(super) fn read(written: &str, base: &Base) -> Written {
    let text = written.trim().trim_matches(['<', '>', '"']).trim();
    if text.is_empty() || text.contains(char::REPLACEMENT_CHARACTER) {
        return if text.is_empty() { Written::Empty } else { Written::NoAddress };
    }
    if let Some((scheme, rest)) = split_scheme(text, &LINKS) {
        return followed(scheme, rest);
    }
    if let Some(mended) = mended(text) {
        return mended;
    }
    if let Some((scheme, rest)) = any_scheme(text) {
        return other(text, scheme, rest);
    }
    if let Some(server) = text.strip_prefix("//") {
        return if names_server(server) { link("https://", server) } else { Written::Dead };
    }
    if is_placeholder(text) {
        return Written::NoAddress;
    }
    let has_blank = text.contains(char::is_whitespace);
    let is_path = text.contains('/') || text.starts_with(['#', '?', '.']) || is_file(text);
    let is_server = !has_blank && names_server(text) && !text.starts_with('/');
    if is_server && (!base.is_folder || base.address.is_none() || split_scheme(text, &["www."]).is_some()) {
        return link("https://", text);
    }
    if !has_blank && is_mailbox(text) {
        return Written::Mended(SafeText::line(&format!("mailto:{text}")));
    }
    if !has_blank && is_elsewhere(text) {
        return Written::Shown(SafeText::line(text));
    }
    if !has_blank || (is_path && text.starts_with('/')) {
        let is_joined = is_path || base.is_folder;
        if let Some(whole) = base.join(text).filter(|_| is_joined) {
            return link("", &whole);
        }
    }
    if is_path && (!has_blank || is_file(text)) { Written::Dead } else { Written::NoAddress }
}

/// Reads the rest of a URL with one of the schemes in [`LINKS`].
fn followed(scheme: &str, rest: &str) -> Written {
    let bare = rest.trim_matches(['/', ':', ' ']);
    if bare.is_empty() {
        return Written::Empty;
    }
    if scheme == "mailto:" {
        let rest = rest.trim_start_matches('/').trim();
        return if rest.contains(char::is_whitespace) { Written::NoAddress } else { link(scheme, rest) };
    }
    // Form fields are often prefilled with a scheme, and people paste a complete URL after it.
    let (mut known, mut inner) = (scheme, bare);
    while let Some((scheme, rest)) = split_scheme(inner, &LINKS) {
        (known, inner) = (scheme, rest.trim_start_matches('/'));
    }
    if let Some(mended) = mended(inner) {
        return mended;
    }
    if inner.len() < bare.len() || (rest.starts_with('/') && names_server(bare)) {
        let is_whole = names_server(inner) && !inner.contains(char::is_whitespace);
        return if is_whole {
            Written::Mended(SafeText::line(&format!("{known}{inner}")))
        } else {
            Written::NoAddress
        };
    }
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains(char::is_whitespace) { Written::NoAddress } else { link(scheme, rest.trim()) }
}

fn link(scheme: &str, rest: &str) -> Written {
    // Spaces in file names, encoded as browsers do.
    Written::Link(SafeText::line(&format!("{scheme}{}", rest.replace(char::is_whitespace, "%20"))))
}

/// Fixes a misspelled scheme: `htps://`, `thttps://`, `https;//`, `http//`, `https:/`, `mailto//`.
fn mended(text: &str) -> Option<Written> {
    let at = text.find(|c: char| !c.is_ascii_alphabetic()).filter(|at| *at <= 8)?;
    let (word, rest) = text.split_at(at);
    let word = word.to_ascii_lowercase();
    let end = rest.find(|c: char| !matches!(c, ':' | ';' | '.' | ',' | '/' | '\\' | ' '))?;
    let (marks, rest) = rest.split_at(end);
    if rest.contains(char::is_whitespace) {
        return None;
    }
    let whole = |scheme: &str| Some(Written::Mended(SafeText::line(&format!("{scheme}{rest}"))));
    if osa_distance(&word, "mailto") <= 1 && marks.starts_with([':', ';', '/']) && is_mailbox(rest) {
        return whole("mailto:");
    }
    let scheme = ["https", "http"].into_iter().find(|scheme| *scheme == word).or_else(|| {
        let is_shuffled = word.starts_with('h') && word.chars().all(|c| "htps".contains(c));
        let near = |scheme| osa_distance(&word, scheme) <= if is_shuffled { 2 } else { 1 };
        match (near("https"), near("http")) {
            (true, false) => Some("https"),
            (true, true) if word.ends_with('s') => Some("https"),
            (_, true) => Some("http"),
            (false, false) => None,
        }
    })?;
    let has_slash = marks.contains(['/', '\\']);
    let has_mark = marks.starts_with([':', ';']) && (scheme == word);
    (names_server(rest) && (has_slash || has_mark)).then(|| whole(&format!("{scheme}://")))?
}

/// Reads an address with a scheme that no browser opens.
fn other(text: &str, scheme: &str, rest: &str) -> Written {
    let is_of = |schemes: &[&str]| schemes.iter().any(|known| known.eq_ignore_ascii_case(scheme));
    let bare = rest.trim_matches(['/', ' ']);
    // Phone numbers contain spaces.
    let is_one = !bare.contains(char::is_whitespace) && (rest.starts_with("//") || is_of(&OPAQUE));
    let is_shown = is_one || is_of(&["tel", "sms", "callto"]);
    if is_of(&NOWHERE) {
        Written::Dead
    } else if is_of(&["urn"]) || (bare.is_empty() && (rest.starts_with("//") || is_of(&OPAQUE))) {
        // A URN is a name, not a location.
        Written::Empty
    } else if is_shown {
        Written::Shown(SafeText::line(text))
    } else {
        Written::NoAddress
    }
}

/// True if the address begins with a host name: `example.org/talk`, but not `talk.pdf`.
fn names_server(address: &str) -> bool {
    let server = address.split(['/', '?', '#']).next().unwrap_or_default();
    let has_path = server.len() < address.len();
    let (name, port) = server.split_once(':').unwrap_or((server, "0"));
    let parts: Vec<&str> = name.split('.').collect();
    let is_word = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = parts.last().copied().unwrap_or_default();
    parts.len() > 1
        && !port.is_empty()
        && port.chars().all(|c| c.is_ascii_digit())
        && parts.iter().all(is_word)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic)
        && (has_path || !FILES.contains(&last))
}

fn is_mailbox(text: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && who.chars().all(is_name) && names_server(host) && !host.contains(['/', ':'])
    })
}

/// True for Matrix rooms and users (`#room:example.org`) and SSH locations (`git@example.org:a/b.git`).
fn is_elsewhere(text: &str) -> bool {
    let is_matrix = text.strip_prefix(['#', '@', '!']).and_then(|rest| rest.split_once(':'));
    let is_ssh = text.split_once('@').and_then(|(who, rest)| {
        let (host, path) = rest.split_once(':')?;
        (!who.is_empty() && !path.is_empty()).then_some(host)
    });
    is_matrix.is_some_and(|(name, host)| !name.is_empty() && names_server(host))
        || is_ssh.is_some_and(names_server)
}

/// True for a file name: `talk.pdf`, `slides.tar.gz`.
fn is_file(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && (2..=5).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// True for a complete URL that can be opened.
pub(super) fn is_openable(text: &str) -> bool {
    is_link(text) && !text.contains([' ', '\u{FFFD}'])
}

/// True for placeholders.
fn is_placeholder(text: &str) -> bool {
    let word: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    word.is_empty()
        || "tba tbc tbd na none null nil todo soon later pending unknown undefined false"
            .split(' ')
            .any(|known| known == word)
}

/// Counts the addresses that cannot be opened, for one diagnostic per kind.
#[derive(Debug, Default)]
pub(super) struct Counts(Vec<Count>);

#[derive(Debug)]
struct Count {
    code: Code,
    /// The position of the first one.
    span: Span,
    number: usize,
    first: SafeText,
    /// The first address as displayed.
    shown: Option<SafeText>,
}

impl Counts {
    /// Counts an address under a code.
    pub(super) fn add(&mut self, code: Code, span: Span, written: &str, shown: Option<&SafeText>) {
        if let Some(count) = self.0.iter_mut().find(|count| count.code == code) {
            count.number += 1;
        } else {
            let (first, shown) = (SafeText::line(written.trim()), shown.cloned());
            self.0.push(Count { code, span, number: 1, first, shown });
        }
    }

    /// Returns one diagnostic per kind, at its first address, with the count.
    pub(super) fn diagnostics(&mut self) -> Vec<Diagnostic> {
        const ORDER: [Code; 4] = [Code::MendedLink, Code::OtherScheme, Code::DeadLink, Code::NoAddress];
        self.0.sort_by_key(|count| ORDER.iter().position(|code| *code == count.code));
        let diagnostics = self.0.drain(..).map(|count| {
            let diagnostic = Diagnostic::new(count.code, count.span)
                .with("count", MessageArg::count(count.number))
                .with("value", MessageArg::from(&count.first));
            match &count.shown {
                Some(shown) => diagnostic.with("shown", MessageArg::from(shown)),
                None => diagnostic,
            }
        });
        diagnostics.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the kind of a text and the URL read: `mended https://example.org`.
    fn say(written: &str, base: &Base) -> String {
        match read(written, base) {
            Written::Link(url) => url.to_string(),
            Written::Mended(url) => format!("mended {url}"),
            Written::Shown(url) => format!("shown {url}"),
            Written::Empty => "empty".to_owned(),
            Written::Dead => "dead".to_owned(),
            Written::NoAddress => "none".to_owned(),
        }
    }

    #[track_caller]
    fn check(base: &Base, rows: &[(&str, &str)]) {
        for (written, expected) in rows {
            assert_eq!(say(written, base), *expected, "{written}");
        }
    }

    #[test]
    fn urls_that_can_be_opened() {
        check(
            &Base::default(),
            &[
                (" https://example.org/a?b#c ", "https://example.org/a?b#c"),
                ("HTTP://Example.org", "http://Example.org"),
                ("mailto:a@example.org", "mailto:a@example.org"),
                ("//example.org/a/", "https://example.org/a/"),
                ("example.org/robotmusic", "https://example.org/robotmusic"),
                ("idiot.example", "https://idiot.example"),
                ("www.example.org:8080/a", "https://www.example.org:8080/a"),
                ("<https://example.org/>", "https://example.org/"),
                ("https://localhost/a", "https://localhost/a"),
                (
                    "https://example.org/K (La Fontaine)/a.webm",
                    "https://example.org/K%20(La%20Fontaine)/a.webm",
                ),
            ],
        );
    }

    #[test]
    fn misspelled_schemes_are_fixed() {
        for scheme in [
            "https;//",
            "https//",
            "htps://",
            "thttps://",
            "httpss://",
            "hhtps://",
            "ttps://",
            "https:/",
            "https:////",
            "https:\\\\",
            "https: //",
            "https.://",
            "HTPPS://",
            "https:",
            "http://https://",
            "https://https//",
        ] {
            let url = format!("{scheme}example.org/a");
            assert_eq!(say(&url, &Base::default()), "mended https://example.org/a", "{scheme}");
        }
        for scheme in
            ["http//", "http;//", "htp://", "ttp://", "thttp://", "http:/", "htttp://", "hppt://", "http:"]
        {
            let url = format!("{scheme}example.org");
            assert_eq!(say(&url, &Base::default()), "mended http://example.org", "{scheme}");
        }
        check(
            &Base::default(),
            &[
                ("mailto;a@example.org", "mended mailto:a@example.org"),
                ("maito:a@example.org", "mended mailto:a@example.org"),
                ("a.b@example.org", "mended mailto:a.b@example.org"),
                ("http-server.example", "https://http-server.example"),
                ("https.example.org/a", "https://https.example.org/a"),
            ],
        );
    }

    #[test]
    fn other_schemes_are_shown() {
        for text in [
            "git://example.org/a.git",
            "bzr://example.org/a",
            "dat://0a1b2c",
            "irc://irc.example.org/#room",
            "gopher://example.org",
            "ftp://example.org/a.pdf",
            "svn+ssh://example.org/a",
            "gemini://example.org/",
            "magnet:?xt=urn:btih:0a",
            "tel:+1-555-0100",
            "tel:+1 555 0100",
            "xmpp:room@example.org",
            "ipfs://a",
            "#room:example.org",
            "@ada:example.org",
            "git@example.org:a/b.git",
            "GIT://Example.org/A",
            "hxxps://a.example",
        ] {
            assert_eq!(say(text, &Base::default()), format!("shown {text}"));
        }
    }

    #[test]
    fn texts_that_are_no_url() {
        check(
            &Base::default(),
            &[
                ("", "empty"),
                (" \n", "empty"),
                ("http://", "empty"),
                ("HTTPS:///", "empty"),
                ("mailto:", "empty"),
                ("git://", "empty"),
                ("urn:uuid:0a", "empty"),
                ("//", "dead"),
                ("talk.pdf", "dead"),
                ("/system/talk.pdf", "dead"),
                ("489/70_talk.pdf", "dead"),
                ("../../certification.html", "dead"),
                ("#day-2", "dead"),
                ("javascript:alert(1)", "dead"),
                ("file:///etc/passwd", "dead"),
                ("no upload", "none"),
                ("TBA", "none"),
                ("n/a", "none"),
                ("n/a in 2027", "none"),
                ("-", "none"),
                ("Note: later", "none"),
                ("//example.org two", "dead"),
                ("https://a b", "none"),
                ("https://no upload", "none"),
                ("https://a\u{fffd}.example", "none"),
            ],
        );
    }

    #[test]
    fn a_base_that_is_too_long_resolves_nothing() {
        let base = |length: usize| format!("https://a.example/{}", "a".repeat(length - 18));
        check(&Base::folder(Some(&base(MAX_BASE))), &[("/x", "https://a.example/x")]);
        for long in [MAX_BASE + 1, 1_000_000].map(base) {
            for none in [Base::folder(Some(&long)), Base::page(Some(&long))] {
                check(&none, &[("/x", "dead"), ("https://b.example/x", "https://b.example/x")]);
            }
        }
    }

    #[test]
    fn paths_are_resolved_by_their_base() {
        let page = Base::page(Some("https://example.org:8080/2025/schedule/"));
        check(
            &page,
            &[
                ("/system/talk.pdf", "https://example.org:8080/system/talk.pdf"),
                ("/system/my talk.pdf", "https://example.org:8080/system/my%20talk.pdf"),
                ("talk.pdf", "dead"),
                ("TBA", "none"),
            ],
        );
        check(
            &Base::folder(Some("https://a.example/2024/talks/")),
            &[
                ("HTTP://b.example", "http://b.example"),
                ("//b.example/x", "https://b.example/x"),
                ("/x.pdf", "https://a.example/x.pdf"),
                ("x.pdf", "https://a.example/2024/talks/x.pdf"),
                ("x", "https://a.example/2024/talks/x"),
                ("no upload", "none"),
                ("tba", "none"),
                ("git://b.example", "shown git://b.example"),
                ("javascript:alert(1)", "dead"),
            ],
        );
        check(&Base::folder(Some("https://a.example")), &[("x", "https://a.example/x")]);
        check(&Base::folder(Some("//a.example/b/")), &[("/x", "https://a.example/x")]);
        check(&Base::folder(Some("")), &[("/x", "dead")]);
    }
}
