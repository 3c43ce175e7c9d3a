//! [`Fetcher`]: programs by their addresses, from the network or from what was kept.

use std::io;
use std::panic::resume_unwind;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{Address, Cache, FetchError, Fetched, Kept, Policy, Why, fetch};
use crate::program::{Fault, Program, contained};
use crate::text::Clean;

/// So many addresses are asked at once.
const AT_ONCE: usize = 8;

/// Fetches programs and keeps them. It holds no connection: to have one costs nothing, and threads may have their own.
#[derive(Debug, Clone)]
pub struct Fetcher {
    policy: Policy,
    cache: Option<Cache>,
}

/// What a fetch gave that came to its end.
#[derive(Debug)]
pub enum Refreshed {
    /// There is another program than the one that was kept, or none was kept.
    New {
        /// It.
        program: Box<Program>,
        /// Why it could not be kept, if it should have been.
        unkept: Option<io::Error>,
    },
    /// There still is the one that was kept.
    Same,
}

/// The newest program that can be had.
#[derive(Debug)]
pub struct Newest {
    /// It.
    pub program: Program,
    /// When the server last said that this is what it has.
    pub fetched_at: DateTime<Utc>,
    /// Why it is the one that was kept and nobody knows whether there is another one by now.
    pub failure: Option<FetchError>,
    /// Why it could not be kept, if it should have been.
    pub unkept: Option<io::Error>,
}

impl Fetcher {
    /// Fetches by a policy, and keeps what it fetches where there is a place for it.
    #[must_use]
    pub fn new(policy: Policy, cache: Option<Cache>) -> Self {
        Self { policy, cache }
    }

    /// Reads an address that it may fetch from.
    ///
    /// # Errors
    /// When it is none, or none that the policy allows.
    pub fn address(&self, text: &str) -> Result<Address, FetchError> {
        Address::read(text, &self.policy)
    }

    /// The program that was kept of an address, with the time when the server last said that this is what it has. Nobody is
    /// asked.
    #[must_use]
    pub fn kept(&self, address: &Address) -> Option<(Program, DateTime<Utc>)> {
        let kept = self.load(address)?;
        Some((self.program(address, &kept).ok()?, kept.fetched_at))
    }

    /// Asks whether there is another program at an address than the one that was kept, fetches and keeps it. `now` is how
    /// late it is; how much has come is told as [`fetch()`] tells it. Fetching takes as long as the policy allows, and so does reading
    /// what came.
    ///
    /// # Errors
    /// When nothing came, or no program, or the connection ended within one; what was kept is kept. So it is, too, when a program came that has mistakes and
    /// nothing left of the one that was kept.
    pub fn refresh(
        &self,
        address: &Address,
        now: DateTime<Utc>,
        tell: &dyn Fn(u64, Option<u64>),
    ) -> Result<Refreshed, FetchError> {
        let former = self.load(address);
        let former = former.and_then(|kept| Some((self.program(address, &kept).ok()?, kept)));
        let asked_with = former.as_ref().map(|(_, kept)| kept);
        let (bytes, etag, last_modified, charset, from, is_delimited) =
            match (fetch(address, &self.policy, asked_with, tell)?, asked_with) {
                (Fetched::New { bytes, etag, last_modified, charset, from, is_delimited }, _) => {
                    (bytes, etag, last_modified, charset, from, is_delimited)
                }
                (Fetched::Same, Some(kept)) => {
                    let kept = kept.clone();
                    (kept.bytes, kept.etag, kept.last_modified, kept.charset, kept.from, true)
                }
                // Nobody was told that there is a former one.
                (Fetched::Same, None) => return Err(FetchError::new(address, Why::NoProgram)),
            };
        let kept = Kept { bytes, etag, last_modified, charset, fetched_at: now, from };
        let is_same = |former: &Kept| former.bytes == kept.bytes && former.charset == kept.charset;
        if asked_with.is_some_and(is_same) {
            // That it could not be noted costs no more than a question at the next time.
            let _ = self.cache.as_ref().map(|cache| cache.confirm(address, &kept));
            return Ok(Refreshed::Same);
        }
        let program = self.program(address, &kept)?;
        if !is_delimited && former.as_ref().is_some_and(|(former, _)| program.is_broken_off(former)) {
            return Err(FetchError::new(address, Why::BrokenOff));
        }
        // Who starts without a network would rather have the former one.
        if former.is_some_and(|(former, _)| program.has_nothing_left_of(&former)) {
            return Ok(Refreshed::New { program: Box::new(program), unkept: None });
        }
        let stored = self.cache.as_ref().map_or(Ok(()), |cache| cache.store(address, &kept));
        Ok(Refreshed::New { program: Box::new(program), unkept: stored.err() })
    }

    /// The program at an address, and where that cannot be had, the one that was kept of it.
    ///
    /// # Errors
    /// When nothing came, or no program, and none was kept.
    pub fn newest(&self, address: &Address, now: DateTime<Utc>) -> Result<Newest, FetchError> {
        let failure = match self.refresh(address, now, &|_, _| ()) {
            Ok(Refreshed::New { program, unkept }) => {
                return Ok(Newest { program: *program, fetched_at: now, failure: None, unkept });
            }
            Ok(Refreshed::Same) => None,
            Err(error) => Some(error),
        };
        match (self.kept(address), failure) {
            (Some((program, fetched_at)), failure) => {
                Ok(Newest { program, fetched_at, failure, unkept: None })
            }
            (None, Some(error)) => Err(error),
            // What was kept a moment ago is gone.
            (None, None) => Err(FetchError::new(address, Why::NoProgram)),
        }
    }

    /// The same of several addresses, some at once: what stands for each is in the order of the texts, which need not be
    /// addresses.
    #[must_use]
    pub fn newest_of(&self, texts: &[&str], now: DateTime<Utc>) -> Vec<Result<Newest, FetchError>> {
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

    fn load(&self, address: &Address) -> Option<Kept> {
        self.cache.as_ref()?.load(address)
    }

    /// Reads what came from an address, within the time that the policy allows.
    fn program(&self, address: &Address, kept: &Kept) -> Result<Program, FetchError> {
        program(address, &kept.bytes, kept.charset.as_deref(), self.policy.whole)
    }
}

/// The program in what came from an address, whose name it gets.
///
/// # Errors
/// When it is none: a page that asks to log in, a message of mistake, or anything else that no program consists of. A
/// program with mistakes is one. Also when reading it is not done within `patience`.
pub fn program(
    address: &Address,
    bytes: &[u8],
    charset: Option<&str>,
    patience: Duration,
) -> Result<Program, FetchError> {
    let (name, owned) = (address.as_str().to_owned(), bytes.to_vec());
    let charset = charset.map(str::to_owned);
    let program = contained(Some(patience), move || Program::decode_as(&name, &owned, charset.as_deref()));
    let program = program.map_err(|fault| match fault {
        Fault::Panicked => FetchError::new(address, Why::Fault),
        Fault::TooSlow => FetchError::new(address, Why::TimedOut),
        Fault::NoThread(error) => {
            FetchError::new(address, Why::NoConnection(Clean::line(&error.to_string())))
        }
    })?;
    if program.is_event() || !program.conference.sessions.is_empty() {
        return Ok(program);
    }
    let is_page = is_page(program.source.text());
    Err(FetchError::new(address, if is_page { Why::Page } else { Why::NoProgram }))
}

/// Whether this is a page for browsers, as networks show it to whom they want to log in.
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
    fn what_is_no_program_is_told_from_one_with_mistakes() {
        let address = Address::read("https://a.example/x", &Policy::public()).unwrap();
        let patience = Duration::from_secs(60);
        let why = |text: &str| {
            program(&address, text.as_bytes(), None, patience).map_err(|error| error.why().clone()).err()
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
            ("<!DOCTYPE html><html><title>Welcome to the Wi-Fi</title></html>", Why::Page),
            ("\n<HTML lang=en><body>Log in</body></HTML>", Why::Page),
            ("", Why::NoProgram),
            ("Service unavailable", Why::NoProgram),
            ("{\"error\": \"not found\"}", Why::NoProgram),
            ("<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>", Why::NoProgram),
            ("title = 'A blog'\n", Why::NoProgram),
            ("\u{0}\u{1}\u{2}", Why::NoProgram),
            ("# panics in a test", Why::Fault),
        ] {
            assert_eq!(why(text), Some(expected), "{text}");
        }
    }

    const ENDLESS: &[u8] = b"# does not end in a test";

    #[test]
    fn reading_is_given_up_in_the_time_that_the_policy_allows() {
        let policy = Policy { whole: Duration::from_millis(1), ..Policy::public() };
        let address = Address::read("https://a.example/x", &policy).unwrap();
        for text in [ENDLESS, b"# does not end in a test\n[[agenda]]\n"] {
            let error = program(&address, text, None, policy.whole).unwrap_err();
            assert_eq!(*error.why(), Why::TimedOut);
        }
        // What was kept and cannot be read in time is as if nothing was kept.
        let folder = std::env::temp_dir().join(format!("kurultai-endless-{}", std::process::id()));
        let cache = Cache::new(folder.clone());
        let kept = Kept {
            bytes: ENDLESS.to_vec(),
            etag: None,
            last_modified: None,
            charset: None,
            fetched_at: DateTime::UNIX_EPOCH,
            from: "https://a.example/x".to_owned(),
        };
        cache.store(&address, &kept).unwrap();
        let fetcher = Fetcher::new(policy, Some(cache));
        assert!(fetcher.load(&address).is_some());
        assert!(fetcher.kept(&address).is_none());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_comes_and_cannot_be_read_in_time_is_an_error() {
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
        let policy = Policy { plain: Some(at), uses_proxy: false, whole, ..Policy::public() };
        let fetcher = Fetcher::new(policy, None);
        let address = fetcher.address(&format!("http://{at}/x")).unwrap();
        let come = std::cell::Cell::new(0);
        let error = fetcher.refresh(&address, DateTime::UNIX_EPOCH, &|bytes, _| come.set(bytes)).unwrap_err();
        assert_eq!(*error.why(), Why::TimedOut);
        assert_eq!((server.join().unwrap() > 0, come.get()), (true, ENDLESS.len() as u64));
    }
}
