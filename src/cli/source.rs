//! Where the program of a command comes from: a file, standard input, or an address.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::open;
use super::streams::Streams;
use crate::fetch::{Address, Cache, FetchError, Fetcher, Newest, Policy};
use crate::locale::{Locale, Message, Value};
use crate::program::{self, Program};
use crate::store::Folders;
use crate::text::Clean;
use crate::tui::{Clock, Opened};
use crate::wording;

/// Reads the program that somebody named on the command line: the file at a path, or what is at an address now, and where
/// that cannot be had what was kept of it. What is worth saying beside the answer is noted; without a program, that is why
/// there is none.
pub(super) fn read(named: &Path, locale: &Locale, streams: &mut Streams) -> Option<Program> {
    let Some(text) = Address::meant(named) else {
        return program::read(named).map_err(|error| streams.note(&error.sentence(locale))).ok();
    };
    fetched(&fetcher(), &[text], locale, streams).pop().flatten()
}

/// The same for whoever writes down what comes of it: what is no program is refused, so that it takes the place of nothing.
pub(super) fn read_program(named: &Path, locale: &Locale, streams: &mut Streams) -> Option<Program> {
    let program = read(named, locale, streams)?;
    (!says_nothing(&program, locale, streams)).then_some(program)
}

/// True if nothing of a schedule could be read; why is noted.
pub(super) fn says_nothing(program: &Program, locale: &Locale, streams: &mut Streams) -> bool {
    if !program.is_none() {
        return false;
    }
    let path = ("path", Value::from(program.source.name()));
    let why = program.why_none();
    let sentence = why.and_then(|why| locale.find(&why.code.message_id(), None, &why.values));
    streams.note(&match sentence {
        Some(sentence) => locale.with(Message::NothingRead, &[path, ("sentence", Value::text(&sentence))]),
        None => locale.with(Message::NoProgram, &[path]),
    });
    true
}

/// Does something with each program in the places that somebody named, or where nobody did in the usual ones. Addresses
/// that were named are asked; of those of the library it is what was kept, so that nobody waits for what they did not ask for.
/// What cannot be read, or is no schedule, is noted; false where somebody named it.
pub(super) fn open<T: Send>(
    named: &[PathBuf],
    locale: &Locale,
    streams: &mut Streams,
    work: impl Fn(&Path, Program) -> T + Sync,
) -> (Vec<T>, bool) {
    let (addresses, files): (Vec<PathBuf>, Vec<PathBuf>) =
        open::places(named).into_iter().partition(|place| Address::meant(place).is_some());
    let (mut done, mut is_fine) = (Vec::new(), true);
    let programs = if named.is_empty() {
        addresses.iter().map(|place| kept(place, locale, streams)).collect()
    } else {
        let texts: Vec<&str> = addresses.iter().filter_map(|place| Address::meant(place)).collect();
        fetched(&fetcher(), &texts, locale, streams)
    };
    for (place, program) in addresses.iter().zip(programs) {
        let program = program.filter(|program| !says_nothing(program, locale, streams));
        is_fine &= program.is_some() || named.is_empty();
        done.extend(program.map(|program| work(place, program)));
    }
    let work = |path: &Path, program: Program| {
        if program.is_none() { Err(Box::new(program)) } else { Ok(work(path, program)) }
    };
    for (_, of) in program::open(&files, work) {
        match of {
            Ok(Ok(of)) => done.push(of),
            Ok(Err(program)) => is_fine &= !says_nothing(&program, locale, streams) || named.is_empty(),
            Err(error) => {
                streams.note(&error.sentence(locale));
                is_fine &= named.is_empty();
            }
        }
    }
    (done, is_fine)
}

fn kept(place: &Path, locale: &Locale, streams: &mut Streams) -> Option<Program> {
    let opened = Opened::read(place, None, &fetcher());
    let opened = opened.map_err(|error| streams.note(&error.sentence(locale))).ok()?;
    Arc::try_unwrap(opened.program).ok()
}

/// Fetches as everybody may, and keeps what it fetched in the user's cache, where there is a home for it.
pub(super) fn fetcher() -> Fetcher {
    let cache = Folders::find().map(|folders| Cache::new(folders.cache.join("programs")));
    Fetcher::new(Policy::public(), cache)
}

/// What is at these addresses now, asked for at the same time.
fn fetched(
    fetcher: &Fetcher,
    texts: &[&str],
    locale: &Locale,
    streams: &mut Streams,
) -> Vec<Option<Program>> {
    let now = Clock::System.now();
    let newest = fetcher.newest_of(texts, now);
    newest.into_iter().map(|newest| said(newest, now, locale, streams)).collect()
}

/// The program that there is, with what is to be said of how it came.
fn said(
    newest: Result<Newest, FetchError>,
    now: DateTime<Utc>,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<Program> {
    let Newest { program, fetched_at, failure, unkept } =
        newest.map_err(|error| streams.note(&error.sentence(locale))).ok()?;
    let url = ("url", Value::from(program.source.name()));
    if let Some(failure) = failure {
        streams.note(&failure.sentence(locale));
        let age = Value::text(&wording::age(locale, fetched_at, now));
        streams.note(&locale.with(Message::FetchKeptUsed, &[url.clone(), ("age", age)]));
    }
    if let Some(error) = unkept {
        let error = Value::from(&Clean::line(&error.to_string()));
        streams.note(&locale.with(Message::FetchNotKept, &[url, ("error", error)]));
    }
    Some(program)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::net::TcpListener;

    use super::*;
    use crate::fetch::Kept;

    #[test]
    fn what_was_kept_is_used_where_nothing_comes_and_its_age_is_said() {
        // A port that nobody listens at any more.
        let plain = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).unwrap();
        let folder = std::env::temp_dir().join(format!("kurultai-source-{}", std::process::id()));
        let cache = Cache::new(folder.clone());
        let policy = Policy { plain: Some(plain), uses_proxy: false, ..Policy::public() };
        let fetcher = Fetcher::new(policy, Some(cache.clone()));
        let url = format!("http://{plain}/x");
        let now = "2025-02-01T10:42:00Z".parse().unwrap();
        let read = || {
            let mut streams = Streams::new();
            let newest = fetcher.newest_of(&[&url], now).pop().unwrap();
            let program = said(newest, now, &Locale::english(), &mut streams);
            // The words of the system differ.
            let noted = streams.noted().lines().map(|line| line.split(" (").next().unwrap().to_owned());
            (program.map(|program| program.conference.sessions.len()), noted.collect::<Vec<_>>())
        };
        let no_connection = format!("{url}: there is no connection");
        assert_eq!(read(), (None, vec![no_connection.clone()]));
        let kept = Kept {
            bytes: b"title = 'A'\n[[agenda]]\ntitle = 's'\n".to_vec(),
            etag: None,
            last_modified: None,
            charset: None,
            fetched_at: "2025-01-29T10:42:00Z".parse().unwrap(),
            from: url.clone(),
        };
        cache.store(&fetcher.address(&url).unwrap(), &kept).unwrap();
        let used = format!("{url}: the program that was fetched 3 days ago is used.");
        assert_eq!(read(), (Some(1), vec![no_connection, used]));
        fs::remove_dir_all(folder).unwrap();
    }
}
