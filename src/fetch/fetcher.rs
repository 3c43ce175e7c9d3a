//! [`Fetcher`]: schedules by URL, from the network or the cache.

use std::io;
use std::panic::resume_unwind;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{Cache, CachedResponse, FetchError, FetchErrorKind, Fetched, Policy, ScheduleUrl, fetch};
use crate::schedule::{LoadedSchedule, ReaderPanic, run_reader};
use kurultai_schedule::text::SafeText;

/// The number of concurrent downloads.
const AT_ONCE: usize = 8;

/// Downloads and caches schedules. Holds no connections and is cheap to clone.
#[derive(Debug, Clone)]
pub struct Fetcher {
    policy: Policy,
    cache: Option<Cache>,
}

/// The result of a successful request.
#[derive(Debug)]
pub enum Refresh {
    /// A new schedule.
    New {
        /// The schedule.
        schedule: Box<LoadedSchedule>,
        /// The error if it could not be cached.
        unkept: Option<io::Error>,
    },
    /// Unchanged since it was cached.
    Unchanged,
}

/// The newest available schedule.
#[derive(Debug)]
pub struct FetchOutcome {
    /// The schedule.
    pub schedule: LoadedSchedule,
    /// The time of the server's last answer.
    pub fetched_at: DateTime<Utc>,
    /// The reason why the cached schedule is used.
    pub failure: Option<FetchError>,
    /// The error if it could not be cached.
    pub cache_error: Option<io::Error>,
}

impl Fetcher {
    /// Creates a fetcher. Without a cache it stores nothing.
    #[must_use]
    pub fn new(policy: Policy, cache: Option<Cache>) -> Self {
        Self { policy, cache }
    }

    /// Parses a URL.
    ///
    /// # Errors
    /// If it is not one, or the policy forbids it.
    pub fn address(&self, text: &str) -> Result<ScheduleUrl, FetchError> {
        ScheduleUrl::parse(text, &self.policy)
    }

    /// Returns the cached schedule of a URL with the time of the server's last answer, without a request.
    #[must_use]
    pub fn cached(&self, address: &ScheduleUrl) -> Option<(LoadedSchedule, DateTime<Utc>)> {
        let response = self.load_response(address)?;
        Some((self.schedule(address, &response).ok()?, response.fetched_at))
    }

    /// Requests a URL and caches the schedule if it changed. `tell` reports progress as in [`fetch()`].
    /// Blocks up to the time limit of the policy, once for the download and once for parsing.
    ///
    /// # Errors
    ///
    /// If the download fails or is not a schedule. The cached schedule is then kept. It is also kept if the
    /// new one has errors and lacks all of its content.
    pub fn refresh(
        &self,
        address: &ScheduleUrl,
        now: DateTime<Utc>,
        tell: &dyn Fn(u64, Option<u64>),
    ) -> Result<Refresh, FetchError> {
        let former = self.load_response(address);
        let former = former.and_then(|response| Some((self.schedule(address, &response).ok()?, response)));
        let asked_with = former.as_ref().map(|(_, response)| response);
        let (bytes, etag, last_modified, charset, from, is_delimited) =
            match (fetch(address, &self.policy, asked_with, tell)?, asked_with) {
                (Fetched::New { bytes, etag, last_modified, charset, from, is_delimited }, _) => {
                    (bytes, etag, last_modified, charset, from, is_delimited)
                }
                (Fetched::NotModified, Some(response)) => {
                    let response = response.clone();
                    (
                        response.bytes,
                        response.etag,
                        response.last_modified,
                        response.charset,
                        response.from,
                        true,
                    )
                }
                // A server must not answer a request without conditions like this.
                (Fetched::NotModified, None) => {
                    return Err(FetchError::new(address.as_str(), FetchErrorKind::NotASchedule));
                }
            };
        let response = CachedResponse { bytes, etag, last_modified, charset, fetched_at: now, from };
        let is_same =
            |former: &CachedResponse| former.bytes == response.bytes && former.charset == response.charset;
        if asked_with.is_some_and(is_same) {
            // If this fails, the only consequence is another request next time.
            let _ = self.cache.as_ref().map(|cache| cache.update_metadata(address, &response));
            return Ok(Refresh::Unchanged);
        }
        let schedule = self.schedule(address, &response)?;
        if !is_delimited && former.as_ref().is_some_and(|(former, _)| schedule.looks_truncated(former)) {
            return Err(FetchError::new(address.as_str(), FetchErrorKind::Incomplete));
        }
        // The old schedule is more useful, even though it is outdated.
        if former.is_some_and(|(former, _)| schedule.lost_everything_from(&former)) {
            return Ok(Refresh::New { schedule: Box::new(schedule), unkept: None });
        }
        let stored = self.cache.as_ref().map_or(Ok(()), |cache| cache.store(address, &response));
        Ok(Refresh::New { schedule: Box::new(schedule), unkept: stored.err() })
    }

    /// Requests a URL. Returns the cached schedule if the request fails.
    ///
    /// # Errors
    /// If the request fails and nothing is cached.
    pub fn newest(&self, address: &ScheduleUrl, now: DateTime<Utc>) -> Result<FetchOutcome, FetchError> {
        let failure = match self.refresh(address, now, &|_, _| ()) {
            Ok(Refresh::New { schedule, unkept }) => {
                return Ok(FetchOutcome {
                    schedule: *schedule,
                    fetched_at: now,
                    failure: None,
                    cache_error: unkept,
                });
            }
            Ok(Refresh::Unchanged) => None,
            Err(error) => Some(error),
        };
        match (self.cached(address), failure) {
            (Some((schedule, fetched_at)), failure) => {
                Ok(FetchOutcome { schedule, fetched_at, failure, cache_error: None })
            }
            (None, Some(error)) => Err(error),
            // The cache was deleted in the meantime.
            (None, None) => Err(FetchError::new(address.as_str(), FetchErrorKind::NotASchedule)),
        }
    }

    /// Calls [`Self::newest`] for several URLs concurrently. Results are in the order of `texts`.
    #[must_use]
    pub fn newest_of(&self, texts: &[&str], now: DateTime<Utc>) -> Vec<Result<FetchOutcome, FetchError>> {
        let ask = |text: &str| self.address(text).and_then(|address| self.newest(&address, now));
        let mut newest = Vec::with_capacity(texts.len());
        for some in texts.chunks(AT_ONCE) {
            thread::scope(|scope| {
                let asked: Vec<_> = some.iter().map(|text| scope.spawn(move || ask(text))).collect();
                newest.extend(
                    asked.into_iter().map(|asked| asked.join().unwrap_or_else(|panic| resume_unwind(panic))),
                );
            });
        }
        newest
    }

    fn load_response(&self, address: &ScheduleUrl) -> Option<CachedResponse> {
        self.cache.as_ref()?.load(address)
    }

    fn schedule(
        &self,
        address: &ScheduleUrl,
        response: &CachedResponse,
    ) -> Result<LoadedSchedule, FetchError> {
        schedule(address, &response.bytes, response.charset.as_deref(), self.policy.total_timeout)
    }
}

/// Parses a downloaded body.
///
/// # Errors
///
/// If it is not a schedule (for example a login page), or if parsing takes longer than `patience`. A schedule
/// with mistakes is not an error.
pub fn schedule(
    address: &ScheduleUrl,
    bytes: &[u8],
    charset: Option<&str>,
    patience: Duration,
) -> Result<LoadedSchedule, FetchError> {
    let (name, owned) = (address.as_str().to_owned(), bytes.to_vec());
    let charset = charset.map(str::to_owned);
    let schedule =
        run_reader(Some(patience), move || LoadedSchedule::decode_as(&name, &owned, charset.as_deref()));
    let schedule = schedule.map_err(|fault| match fault {
        ReaderPanic::Panicked => FetchError::new(address.as_str(), FetchErrorKind::ReaderPanicked),
        ReaderPanic::TooSlow => FetchError::new(address.as_str(), FetchErrorKind::TimedOut),
        ReaderPanic::NoThread(error) => FetchError::new(
            address.as_str(),
            FetchErrorKind::NoConnection(SafeText::line(&error.to_string())),
        ),
    })?;
    if schedule.is_event() || !schedule.conference.sessions.is_empty() {
        return Ok(schedule);
    }
    let is_page = is_page(schedule.source.text());
    Err(FetchError::new(
        address.as_str(),
        if is_page { FetchErrorKind::Page } else { FetchErrorKind::NotASchedule },
    ))
}

/// True for a web page, such as the login page of a network.
fn is_page(text: &str) -> bool {
    let beginning: String = text.chars().take(1024).collect::<String>().to_ascii_lowercase();
    beginning.contains("<!doctype html") || beginning.contains("<html")
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn other_content_is_rejected() {
        let address = ScheduleUrl::parse("https://a.example/x", &Policy::public()).unwrap();
        let patience = Duration::from_secs(60);
        let why = |text: &str| {
            schedule(&address, text.as_bytes(), None, patience).map_err(|error| error.kind().clone()).err()
        };
        for text in [
            "title = 'A'\ndate = 2025-02-01\n",
            "[[agenda]]\ntitle = 's'\nstart = 'noon'\n",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:s\nEND:VEVENT\nEND:VCALENDAR\n",
            "<schedule><conference><title>A</title><start>2025-02-01</start></conference></schedule>",
        ] {
            assert_eq!(why(text), None, "{text}");
        }
        for (text, expected) in [
            ("<!DOCTYPE html><html><title>Welcome to the Wi-Fi</title></html>", FetchErrorKind::Page),
            ("\n<HTML lang=en><body>Log in</body></HTML>", FetchErrorKind::Page),
            ("", FetchErrorKind::NotASchedule),
            ("Service unavailable", FetchErrorKind::NotASchedule),
            ("{\"error\": \"not found\"}", FetchErrorKind::NotASchedule),
            (
                "<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>",
                FetchErrorKind::NotASchedule,
            ),
            ("title = 'A blog'\n", FetchErrorKind::NotASchedule),
            ("\u{0}\u{1}\u{2}", FetchErrorKind::NotASchedule),
            ("# panics in a test", FetchErrorKind::ReaderPanicked),
        ] {
            assert_eq!(why(text), Some(expected), "{text}");
        }
    }

    const ENDLESS: &[u8] = b"# does not end in a test";

    #[test]
    fn parsing_has_a_time_limit() {
        let policy = Policy { total_timeout: Duration::from_millis(1), ..Policy::public() };
        let address = ScheduleUrl::parse("https://a.example/x", &policy).unwrap();
        for text in [ENDLESS, b"# does not end in a test\n[[agenda]]\n"] {
            let error = schedule(&address, text, None, policy.total_timeout).unwrap_err();
            assert_eq!(*error.kind(), FetchErrorKind::TimedOut);
        }
        // A cached schedule that cannot be parsed in time counts as missing.
        let folder = std::env::temp_dir().join(format!("kurultai-endless-{}", std::process::id()));
        let cache = Cache::new(folder.clone());
        let response = CachedResponse {
            bytes: ENDLESS.to_vec(),
            etag: None,
            last_modified: None,
            charset: None,
            fetched_at: DateTime::UNIX_EPOCH,
            from: "https://a.example/x".to_owned(),
        };
        cache.store(&address, &response).unwrap();
        let fetcher = Fetcher::new(policy, Some(cache));
        assert!(fetcher.load_response(&address).is_some());
        assert!(fetcher.cached(&address).is_none());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn parsing_a_download_has_a_time_limit() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut question = [0; 4096];
            let read = stream.read(&mut question).unwrap();
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", ENDLESS.len());
            stream.write_all(&[head.as_bytes(), ENDLESS].concat()).unwrap();
            read
        });
        let whole = Duration::from_secs(1);
        let policy = Policy {
            allow_plain_http_to: Some(at),
            uses_proxy: false,
            total_timeout: whole,
            ..Policy::public()
        };
        let fetcher = Fetcher::new(policy, None);
        let address = fetcher.address(&format!("http://{at}/x")).unwrap();
        let come = std::cell::Cell::new(0);
        let error = fetcher.refresh(&address, DateTime::UNIX_EPOCH, &|bytes, _| come.set(bytes)).unwrap_err();
        assert_eq!(*error.kind(), FetchErrorKind::TimedOut);
        assert_eq!((server.join().unwrap() > 0, come.get()), (true, ENDLESS.len() as u64));
    }
}
