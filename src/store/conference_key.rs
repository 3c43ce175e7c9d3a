//! [`ConferenceKey`]: identifies a conference in the user's files, and determines their names.

use std::path::{Path, PathBuf};

use crate::fetch::{Policy, ScheduleUrl};
use kurultai_schedule::model::Conference;
use kurultai_schedule::text::{SafeText, fnv1a};

/// The identity of a conference in the user's files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConferenceKey {
    /// Identifiers, best first.
    pub names: Vec<SafeText>,
    /// The title, for human readers.
    pub title: Option<SafeText>,
}

/// The largest length in bytes of the readable part of a file name.
const MAX_BYTES: usize = 60;

/// Reserved file names on Windows, with any extension.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

impl ConferenceKey {
    /// Creates the key of a conference read from a path or URL; `-` is standard input.
    #[must_use]
    pub fn new(conference: &Conference, path: &Path) -> Self {
        let title = conference.title.get(&conference.reading(None)).clone();
        // Standard input may be a different file each time, so the title is the best identifier.
        let path = if path == Path::new("-") {
            title.to_string()
        } else {
            normalized(path).to_string_lossy().into_owned()
        };
        Self { names: conference.identities(&path), title: Some(title) }
    }

    /// Returns the best identifier.
    pub(super) fn name(&self) -> SafeText {
        self.names.first().or(self.title.as_ref()).cloned().unwrap_or_default()
    }

    /// True if a file with this identifier belongs to the conference.
    pub(super) fn matches(&self, name: &str) -> bool {
        self.names.iter().any(|known| **known == *name)
    }

    /// Returns its file in a folder: an existing one for any identifier, or else the name for the best
    /// identifier.
    pub(super) fn file(&self, folder: &Path) -> PathBuf {
        let file = |name: &SafeText| folder.join(format!("{}.toml", file_name(name)));
        let known = self.names.iter().map(file).find(|path| path.symlink_metadata().is_ok());
        known.unwrap_or_else(|| file(&self.name()))
    }
}

/// Normalizes a URL, or makes a path absolute.
pub(super) fn normalized(path: &Path) -> PathBuf {
    let Some(url) = ScheduleUrl::from_path(path) else { return absolute(path) };
    ScheduleUrl::parse(url, &Policy::public()).map_or_else(|_| path.to_path_buf(), |url| url.as_str().into())
}

/// Makes a path absolute. Resolves symlinks in its folders, but not the file itself.
fn absolute(path: &Path) -> PathBuf {
    let parent =
        path.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
    let parent = parent.and_then(|parent| parent.canonicalize().ok());
    let whole = parent.zip(path.file_name()).map(|(parent, name)| parent.join(name));
    whole.or_else(|| std::path::absolute(path).ok()).unwrap_or_else(|| path.to_path_buf())
}

/// Returns the file name for an identifier: the identifier itself if it is a short lowercase slug, or else a
/// slug and a hash. At most 69 bytes, valid on every system.
fn file_name(identity: &str) -> String {
    let mut slug = String::new();
    for c in identity.chars() {
        if slug.len() >= MAX_BYTES {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    if slug == identity && !slug.is_empty() && !is_reserved(slug) {
        return slug.to_owned();
    }
    let slug = if slug.is_empty() { "event" } else { slug };
    format!("{slug}-{:08x}", hash(identity))
}

fn is_reserved(name: &str) -> bool {
    let is_port = |port: &str| name.strip_prefix(port).is_some_and(|number| number.len() == 1);
    RESERVED.contains(&name) || is_port("com") || is_port("lpt")
}

/// Returns a hash that must never change: FNV-1a, folded to 32 bits.
fn hash(text: &str) -> u32 {
    let hash = fnv1a(text.bytes());
    u32::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::schedule::LoadedSchedule;
    use kurultai_schedule::diagnostic::Source;

    #[test]
    fn file_names_are_slugs() {
        for (identity, name) in [
            ("fosdem-2025", "fosdem-2025"),
            ("FOSDEM 2025-02-01", "fosdem-2025-02-01-a797e14d"),
            ("fosdem 2025-02-01", "fosdem-2025-02-01-1f30b5ed"),
            ("Курултай", "event-e3bb6029"),
            ("../x", "x-f2be8f5c"),
            ("/etc/passwd", "etc-passwd-dbe6ae2d"),
            ("CON", "con-a1fd9952"),
            ("nul", "nul-044143f9"),
            ("com1", "com1-12ad7a8c"),
            ("common", "common"),
            ("-rf", "rf-01859b7f"),
            ("", "event-4fd0bfc1"),
        ] {
            assert_eq!(file_name(identity), name, "{identity}");
        }
        assert_eq!(file_name(&"a".repeat(300)).len(), 69);
    }

    #[test]
    fn the_best_identifier_comes_first() {
        let identity = |text: &str, path: &str| {
            let schedule = LoadedSchedule::new(Source::new("a.toml", text));
            let names = ConferenceKey::new(&schedule.conference, Path::new(path)).names;
            names.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            identity("title = 'T'\nid = 'i'\nurl = 'https://a'", "/no/a.toml"),
            ["i", "https://a", "/no/a.toml"]
        );
        assert_eq!(
            identity("title = 'T'\nacronym = 'A'\nstart = 2025-02-01", "/no/a.toml"),
            ["A 2025-02-01", "/no/a.toml"]
        );
        assert_eq!(identity("title = 'T'", "-"), ["T"]);
        assert_eq!(identity("title = 'T'", "https://a.example/b/?c"), ["https://a.example/b/?c"]);
        assert_eq!(identity("title = 'T'", "HTTPS://A.example:443/b#c"), ["https://a.example/b"]);
        let here = std::env::current_dir().unwrap().canonicalize().unwrap().join("a.toml");
        assert_eq!(identity("title = 'T'", "a.toml"), [here.to_string_lossy()]);
        assert_eq!(identity("title = 'T'", "./src/../a.toml"), [here.to_string_lossy()]);
    }

    proptest! {
        #[test]
        fn file_names_are_valid_everywhere(identity in any::<String>()) {
            let name = file_name(&identity);
            prop_assert!((1..=69).contains(&name.len()));
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            prop_assert!(!name.starts_with('-') && !is_reserved(&name));
        }
    }
}
