//! Where the program of a command comes from: a file, standard input, or an address.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::open;
use super::streams::Streams;
use crate::fetch::{Cache, FetchError, FetchOutcome, Fetcher, Policy, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter;
use crate::schedule::{self, LoadedSchedule};
use crate::store::Folders;
use crate::text::SafeText;
use crate::tui::{Clock, Loaded};

/// Reads the program that somebody named on the command line: the file at a path, or what is at an address now, and where
/// that cannot be had what was kept of it. What is worth saying beside the answer is noted; without a program, that is why
/// there is none.
pub(super) fn read(named: &Path, locale: &Locale, streams: &mut Streams) -> Option<LoadedSchedule> {
    let Some(text) = ScheduleUrl::from_path(named) else {
        return schedule::read(named).map_err(|error| streams.warn(&error.sentence(locale))).ok();
    };
    fetched(&fetcher(), &[text], locale, streams).pop().flatten()
}

/// The same for whoever writes down what comes of it: what is no program is refused, so that it takes the place of nothing.
pub(super) fn read_schedule(named: &Path, locale: &Locale, streams: &mut Streams) -> Option<LoadedSchedule> {
    let schedule = read(named, locale, streams)?;
    (!says_nothing(&schedule, locale, streams)).then_some(schedule)
}

/// True if nothing of a schedule could be read; why is noted.
pub(super) fn says_nothing(schedule: &LoadedSchedule, locale: &Locale, streams: &mut Streams) -> bool {
    if !schedule.is_none() {
        return false;
    }
    let path = ("path", MessageArg::from(schedule.source.name()));
    let why = schedule.why_none();
    let sentence = why.and_then(|why| locale.find(&why.code.message_id(), None, &why.args));
    streams.warn(&match sentence {
        Some(sentence) => {
            locale.with(Message::NothingRead, &[path, ("sentence", MessageArg::text(&sentence))])
        }
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
    work: impl Fn(&Path, LoadedSchedule) -> T + Sync,
) -> (Vec<T>, bool) {
    let (addresses, files): (Vec<PathBuf>, Vec<PathBuf>) =
        open::places(named).into_iter().partition(|place| ScheduleUrl::from_path(place).is_some());
    let (mut done, mut is_fine) = (Vec::new(), true);
    let schedules = if named.is_empty() {
        addresses.iter().map(|place| from_cache(place, locale, streams)).collect()
    } else {
        let texts: Vec<&str> = addresses.iter().filter_map(|place| ScheduleUrl::from_path(place)).collect();
        fetched(&fetcher(), &texts, locale, streams)
    };
    for (place, schedule) in addresses.iter().zip(schedules) {
        let schedule = schedule.filter(|schedule| !says_nothing(schedule, locale, streams));
        is_fine &= schedule.is_some() || named.is_empty();
        done.extend(schedule.map(|schedule| work(place, schedule)));
    }
    let work = |path: &Path, schedule: LoadedSchedule| {
        if schedule.is_none() { Err(Box::new(schedule)) } else { Ok(work(path, schedule)) }
    };
    for (_, of) in schedule::open(&files, work) {
        match of {
            Ok(Ok(of)) => done.push(of),
            Ok(Err(schedule)) => is_fine &= !says_nothing(&schedule, locale, streams) || named.is_empty(),
            Err(error) => {
                streams.warn(&error.sentence(locale));
                is_fine &= named.is_empty();
            }
        }
    }
    (done, is_fine)
}

fn from_cache(place: &Path, locale: &Locale, streams: &mut Streams) -> Option<LoadedSchedule> {
    let opened = Loaded::read(place, None, &fetcher());
    let opened = opened.map_err(|error| streams.warn(&error.sentence(locale))).ok()?;
    Arc::try_unwrap(opened.schedule).ok()
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
) -> Vec<Option<LoadedSchedule>> {
    let now = Clock::System.now();
    let newest = fetcher.newest_of(texts, now);
    newest.into_iter().map(|newest| report_fetch(newest, now, locale, streams)).collect()
}

/// The program that there is, with what is to be said of how it came.
fn report_fetch(
    newest: Result<FetchOutcome, FetchError>,
    now: DateTime<Utc>,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<LoadedSchedule> {
    let FetchOutcome { schedule, fetched_at, failure, unkept } =
        newest.map_err(|error| streams.warn(&error.sentence(locale))).ok()?;
    let url = ("url", MessageArg::from(schedule.source.name()));
    if let Some(failure) = failure {
        streams.warn(&failure.sentence(locale));
        let age = MessageArg::text(&presenter::age(locale, fetched_at, now));
        streams.warn(&locale.with(Message::FetchKeptUsed, &[url.clone(), ("age", age)]));
    }
    if let Some(error) = unkept {
        let error = MessageArg::from(&SafeText::line(&error.to_string()));
        streams.warn(&locale.with(Message::FetchNotKept, &[url, ("error", error)]));
    }
    Some(schedule)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::net::TcpListener;

    use super::*;
    use crate::fetch::CachedResponse;

    #[test]
    fn what_was_kept_is_used_where_nothing_comes_and_its_age_is_said() {
        // A port that nobody listens at any more.
        let plain = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).unwrap();
        let folder = std::env::temp_dir().join(format!("kurultai-source-{}", std::process::id()));
        let cache = Cache::new(folder.clone());
        let policy = Policy { allow_plain_http_to: Some(plain), uses_proxy: false, ..Policy::public() };
        let fetcher = Fetcher::new(policy, Some(cache.clone()));
        let url = format!("http://{plain}/x");
        let now = "2025-02-01T10:42:00Z".parse().unwrap();
        let read = || {
            let mut streams = Streams::new();
            let newest = fetcher.newest_of(&[&url], now).pop().unwrap();
            let schedule = report_fetch(newest, now, &Locale::english(), &mut streams);
            // The words of the system differ.
            let noted = streams.noted().lines().map(|line| line.split(" (").next().unwrap().to_owned());
            (schedule.map(|schedule| schedule.conference.sessions.len()), noted.collect::<Vec<_>>())
        };
        let no_connection = format!("{url}: there is no connection");
        assert_eq!(read(), (None, vec![no_connection.clone()]));
        let kept = CachedResponse {
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
