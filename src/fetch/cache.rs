//! [`Cache`]: downloaded schedules.
//!
//! Each URL has a folder with the bytes in `body` and their metadata in `about.toml`, which includes length and
//! checksum. Both are written atomically, so a reader finds a matching pair or nothing, even during a write.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use flate2::Crc;
use serde::{Deserialize, Serialize};

use super::ScheduleUrl;
use crate::atomic_file::{self, IfExists};
use kurultai_schedule::text::fnv1a;

/// A cached response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CachedResponse {
    /// The body, decompressed.
    pub bytes: Vec<u8>,
    /// The `ETag` header.
    pub etag: Option<String>,
    /// The `Last-Modified` header.
    pub last_modified: Option<String>,
    /// The charset of the `Content-Type` header.
    pub charset: Option<String>,
    /// The time of the server's last answer.
    pub fetched_at: DateTime<Utc>,
    /// The final URL after redirects.
    pub from: String,
}

/// The folder of cached schedules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
}

/// The metadata file.
#[derive(Debug, Serialize, Deserialize)]
struct Metadata {
    url: String,
    from: String,
    etag: Option<String>,
    last_modified: Option<String>,
    charset: Option<String>,
    /// RFC 3339, in UTC.
    fetched_at: String,
    /// The length of the body.
    length: u64,
    /// The CRC-32 of the body.
    sum: u32,
}

const BODY: &str = "body";
const METADATA: &str = "about.toml";
/// The size limit of the metadata file.
const MAX_METADATA: u64 = 64 << 10;
/// The largest length of the readable part of a folder name.
const MAX_SLUG: usize = 60;

impl Cache {
    /// Creates a cache in a folder, which need not exist.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Returns the cached response of a URL. Damaged or incomplete entries count as missing.
    #[must_use]
    pub fn load(&self, address: &ScheduleUrl) -> Option<CachedResponse> {
        let folder = self.folder.join(folder_name(address));
        let about = fs::metadata(folder.join(METADATA)).ok().filter(|about| about.len() <= MAX_METADATA);
        let about = fs::read_to_string(about.map(|_| folder.join(METADATA))?).ok()?;
        let about: Metadata = toml::from_str(&about).ok()?;
        let body = folder.join(BODY);
        if about.url != address.as_str() || fs::metadata(&body).ok()?.len() != about.length {
            return None;
        }
        let bytes = fs::read(body).ok()?;
        let is_whole = bytes.len() as u64 == about.length && checksum(&bytes) == about.sum;
        is_whole.then_some(())?;
        Some(CachedResponse {
            bytes,
            etag: about.etag.filter(|etag| is_header_value(etag)),
            last_modified: about.last_modified.filter(|time| is_header_value(time)),
            charset: about.charset,
            fetched_at: DateTime::parse_from_rfc3339(&about.fetched_at).ok()?.to_utc(),
            from: about.from,
        })
    }

    /// Replaces the cached response of a URL.
    ///
    /// # Errors
    ///
    /// If it cannot be written. The old response may remain, or none.
    pub fn store(&self, address: &ScheduleUrl, response: &CachedResponse) -> io::Result<()> {
        let folder = self.folder.join(folder_name(address));
        fs::create_dir_all(&folder)?;
        write(&folder.join(BODY), &response.bytes)?;
        self.update_metadata(address, response)
    }

    /// Updates only the metadata.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn update_metadata(&self, address: &ScheduleUrl, response: &CachedResponse) -> io::Result<()> {
        let about = Metadata {
            url: address.as_str().to_owned(),
            from: response.from.clone(),
            etag: response.etag.clone(),
            last_modified: response.last_modified.clone(),
            charset: response.charset.clone(),
            fetched_at: response.fetched_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            length: response.bytes.len() as u64,
            sum: checksum(&response.bytes),
        };
        let about = toml::to_string(&about).map_err(io::Error::other)?;
        write(&self.folder.join(folder_name(address)).join(METADATA), about.as_bytes())
    }
}

/// Returns the folder name for a URL: a slug and a hash.
fn folder_name(address: &ScheduleUrl) -> String {
    let url = address.as_str();
    let words = url.split_once("://").map_or(url, |(_, rest)| rest);
    let words = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    let mut slug: String = words.collect::<Vec<_>>().join("-").trim_matches('.').to_owned();
    slug.truncate(MAX_SLUG);
    format!("{slug}-{:016x}", fnv1a(url.bytes()))
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

/// True if a text from the metadata file is safe in a request header.
fn is_header_value(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    atomic_file::write(path, bytes, None, IfExists::Replace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::Policy;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("kurultai-cache-{name}-{}", std::process::id()));
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn address(text: &str) -> ScheduleUrl {
        ScheduleUrl::parse(text, &Policy::public()).unwrap()
    }

    fn response(bytes: &[u8]) -> CachedResponse {
        CachedResponse {
            bytes: bytes.to_vec(),
            etag: Some("\"a\"".to_owned()),
            last_modified: None,
            charset: Some("koi8-r".to_owned()),
            fetched_at: "2025-02-01T10:42:00Z".parse().unwrap(),
            from: "https://b.example/x".to_owned(),
        }
    }

    #[test]
    fn responses_are_cached_by_url() {
        let folder = Folder::new("kept");
        let cache = Cache::new(folder.0.join("not/there"));
        let (one, other) = (address("https://a.example/x?y=1"), address("https://a.example/x?y=2"));
        assert_eq!(cache.load(&one), None);
        cache.store(&one, &response(b"one")).unwrap();
        cache.store(&other, &response(b"other")).unwrap();
        assert_eq!(cache.load(&one), Some(response(b"one")));
        assert_eq!(cache.load(&other), Some(response(b"other")));
        cache.store(&one, &response(b"")).unwrap();
        assert_eq!(cache.load(&one), Some(response(b"")), "what is kept later stands in place of it");
        let later =
            CachedResponse { fetched_at: "2026-01-01T00:00:00Z".parse().unwrap(), ..response(b"other") };
        cache.update_metadata(&other, &later).unwrap();
        assert_eq!(cache.load(&other), Some(later));
        let names: Vec<_> =
            fs::read_dir(folder.0.join("not/there").join(folder_name(&one))).unwrap().collect();
        assert_eq!(names.len(), 2, "nothing unfinished is left: {names:?}");
    }

    #[test]
    fn damaged_entries_are_ignored_and_replaced() {
        let folder = Folder::new("damaged");
        let cache = Cache::new(folder.0.clone());
        let one = address("https://a.example/x");
        let at = |name_of: &str| folder.0.join(folder_name(&one)).join(name_of);
        let damages: [(&str, &dyn Fn()); 8] = [
            ("another body", &|| fs::write(at(BODY), b"two").unwrap()),
            ("half a body", &|| fs::write(at(BODY), b"on").unwrap()),
            ("no body", &|| fs::remove_file(at(BODY)).unwrap()),
            ("no about", &|| fs::remove_file(at(METADATA)).unwrap()),
            ("half an about", &|| {
                let about = fs::read_to_string(at(METADATA)).unwrap();
                fs::write(at(METADATA), &about[..about.len() / 2]).unwrap();
            }),
            ("no text", &|| fs::write(at(METADATA), [0xff; 9]).unwrap()),
            ("another address", &|| {
                let about = fs::read_to_string(at(METADATA)).unwrap();
                fs::write(at(METADATA), about.replace("a.example", "c.example")).unwrap();
            }),
            ("no time", &|| {
                let about = fs::read_to_string(at(METADATA)).unwrap();
                fs::write(at(METADATA), about.replace("2025-02-01", "2025-02-31")).unwrap();
            }),
        ];
        for (what, damage) in damages {
            cache.store(&one, &response(b"one")).unwrap();
            assert!(cache.load(&one).is_some(), "before {what}");
            damage();
            assert_eq!(cache.load(&one), None, "{what}");
        }
        cache.store(&one, &response(b"one")).unwrap();
        let about = fs::read_to_string(at(METADATA)).unwrap();
        fs::write(at(METADATA), about.replace("'\"a\"'", "\"a\\nb\"")).unwrap();
        assert_eq!(cache.load(&one).unwrap().etag, None, "{about}");
    }

    #[test]
    fn folder_names_stay_inside_the_cache() {
        for (url, expected) in [
            ("https://fosdem.org/2026/schedule/xml", "fosdem.org-2026-schedule-xml-329e92c79d0d26df"),
            ("https://a.example/../../x", "a.example-..-..-x-"),
            ("https://a.example/%2e%2e/", "a.example-2e-2e-"),
        ] {
            assert!(folder_name(&address(url)).starts_with(expected), "{}", folder_name(&address(url)));
        }
        let long = address(&format!("https://a.example/{}", "x".repeat(900)));
        assert_eq!(folder_name(&long).len(), MAX_SLUG + 17);
    }

    #[test]
    fn unwritable_caches_are_errors() {
        let folder = Folder::new("file");
        fs::write(&folder.0, b"").unwrap();
        assert!(
            Cache::new(folder.0.clone()).store(&address("https://a.example/"), &response(b"one")).is_err()
        );
        fs::remove_file(&folder.0).unwrap();
    }
}
