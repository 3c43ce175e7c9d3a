//! Reads schedules given as arguments: files, standard input, URLs.

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::places::places;
use super::progress::Progress;
use super::streams::Streams;
use crate::clock::Clock;
use crate::fetch::{Cache, FetchError, FetchOutcome, Fetcher, Policy, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::loaded::Loaded;
use crate::presenter;
use crate::schedule::{self, LoadedSchedule};
use crate::store::Folders;
use kurultai_schedule::text::SafeText;

/// Reads a file or downloads a URL, falling back to the cache. Prints warnings, and errors if there is no
/// schedule.
pub(super) fn read(named: &Path, locale: &Locale, streams: &mut Streams) -> Option<LoadedSchedule> {
    let Some(text) = ScheduleUrl::from_path(named) else {
        let _progress = reading(named, locale);
        return schedule::read(named).map_err(|error| streams.warn(&error.sentence(locale))).ok();
    };
    download(&fetcher(), &[text], locale, streams).pop().flatten()
}

/// Shows that a file is read, unless it is typed.
fn reading(path: &Path, locale: &Locale) -> Option<Progress> {
    let is_typed = schedule::is_standard_input(path) && io::stdin().is_terminal();
    let shown = SafeText::line(&path.to_string_lossy());
    (!is_typed).then(|| Progress::start(|| presenter::reading(locale, shown.as_str())))
}

/// Same as [`read`], but rejects a file without any schedule, so that it cannot replace anything.
pub(super) fn read_schedule(named: &Path, locale: &Locale, streams: &mut Streams) -> Option<LoadedSchedule> {
    let schedule = read(named, locale, streams)?;
    (!report_empty(&schedule, locale, streams)).then_some(schedule)
}

/// True if no schedule could be read; reports the reason.
pub(super) fn report_empty(schedule: &LoadedSchedule, locale: &Locale, streams: &mut Streams) -> bool {
    if !schedule.is_empty() {
        return false;
    }
    let path = ("path", MessageArg::from(schedule.source.name()));
    let why = schedule.empty_reason();
    let sentence = why.and_then(|why| locale.find(&why.code.message_id(), None, &why.args));
    streams.warn(&match sentence {
        Some(sentence) => {
            locale.with(Message::NothingRead, &[path, ("sentence", MessageArg::text(&sentence))])
        }
        None => locale.with(Message::NoProgram, &[path]),
    });
    true
}

/// Calls `work` with each schedule at the given places, or at the default places. Downloads URLs from the
/// arguments; reads URLs in the library from the cache. Prints errors. Returns false if reading a place in
/// the arguments failed.
pub(super) fn open<T: Send>(
    named: &[PathBuf],
    locale: &Locale,
    streams: &mut Streams,
    work: impl Fn(&Path, LoadedSchedule) -> T + Sync,
) -> (Vec<T>, bool) {
    let (addresses, files): (Vec<PathBuf>, Vec<PathBuf>) =
        places(named).into_iter().partition(|place| ScheduleUrl::from_path(place).is_some());
    let (mut done, mut is_fine) = (Vec::new(), true);
    let schedules = if named.is_empty() {
        addresses.iter().map(|place| from_cache(place, locale, streams)).collect()
    } else {
        let texts: Vec<&str> = addresses.iter().filter_map(|place| ScheduleUrl::from_path(place)).collect();
        download(&fetcher(), &texts, locale, streams)
    };
    for (place, schedule) in addresses.iter().zip(schedules) {
        let schedule = schedule.filter(|schedule| !report_empty(schedule, locale, streams));
        is_fine &= schedule.is_some() || named.is_empty();
        done.extend(schedule.map(|schedule| work(place, schedule)));
    }
    let work = |path: &Path, schedule: LoadedSchedule| {
        if schedule.is_empty() { Err(Box::new(schedule)) } else { Ok(work(path, schedule)) }
    };
    let progress = files.first().and_then(|first| reading(first, locale));
    let opened = schedule::open(&files, work);
    drop(progress);
    for (_, of) in opened {
        match of {
            Ok(Ok(of)) => done.push(of),
            Ok(Err(schedule)) => is_fine &= !report_empty(&schedule, locale, streams) || named.is_empty(),
            Err(error) => {
                streams.warn(&error.sentence(locale));
                is_fine &= named.is_empty();
            }
        }
    }
    (done, is_fine)
}

/// Warns that a schedule has mistakes.
pub(super) fn warn_mistakes(schedule: &LoadedSchedule, locale: &Locale, streams: &mut Streams) {
    let mistakes = schedule.mistakes();
    if mistakes > 0 {
        let values =
            [("path", MessageArg::from(schedule.source.name())), ("count", MessageArg::count(mistakes))];
        streams.warn(&locale.with(Message::ShowMistakes, &values));
    }
}

fn from_cache(place: &Path, locale: &Locale, streams: &mut Streams) -> Option<LoadedSchedule> {
    let opened = Loaded::read(place, None, &fetcher());
    let opened = opened.map_err(|error| streams.warn(&error.sentence(locale))).ok()?;
    Arc::try_unwrap(opened.schedule).ok()
}

/// Creates a fetcher with the user's cache.
pub(super) fn fetcher() -> Fetcher {
    let cache = Folders::find().map(|folders| Cache::new(folders.cache.join("programs")));
    Fetcher::new(Policy::public(), cache)
}

/// Downloads URLs concurrently.
fn download(
    fetcher: &Fetcher,
    texts: &[&str],
    locale: &Locale,
    streams: &mut Streams,
) -> Vec<Option<LoadedSchedule>> {
    let now = Clock::System.now();
    let _progress = texts.first().map(|first| Progress::start(|| presenter::fetching(locale, first, None)));
    let newest = fetcher.newest_of(texts, now);
    newest.into_iter().map(|newest| report_fetch(newest, now, locale, streams)).collect()
}

/// Returns the schedule; reports errors of the download or the cache.
fn report_fetch(
    newest: Result<FetchOutcome, FetchError>,
    now: DateTime<Utc>,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<LoadedSchedule> {
    let FetchOutcome { schedule, fetched_at, failure, cache_error: unkept } =
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
    fn the_cache_is_used_without_a_connection() {
        // No process listens on this port.
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
            // The system's messages differ between systems.
            let noted = streams.warnings().lines().map(|line| line.split(" (").next().unwrap().to_owned());
            (schedule.map(|schedule| schedule.conference.sessions.len()), noted.collect::<Vec<_>>())
        };
        let no_connection = format!("{url}: no connection");
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
        let used = format!("{url}: using the copy fetched 3 days ago.");
        assert_eq!(read(), (Some(1), vec![no_connection, used]));
        fs::remove_dir_all(folder).unwrap();
    }
}
