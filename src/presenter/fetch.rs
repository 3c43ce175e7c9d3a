//! Notices about reading and fetching schedules.

use chrono::{DateTime, Utc};

use super::age;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::markup::LinkUrl;
use kurultai_schedule::text::SafeText;

/// Returns the notice while a file is read.
#[must_use]
pub fn reading(locale: &Locale, path: &str) -> String {
    locale.with(Message::ReadingFile, &[("path", MessageArg::text(path))])
}

/// Formats the age of a cached schedule: `as of 3 days ago`.
#[must_use]
pub fn as_of(locale: &Locale, fetched_at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    locale.with(Message::AsOf, &[("age", MessageArg::text(&age(locale, fetched_at, now)))])
}

/// Returns the notice during a download, with the bytes received and expected.
#[must_use]
pub fn fetching(locale: &Locale, url: &str, progress: Option<(u64, Option<u64>)>) -> String {
    let kilobytes = |name, bytes: u64| (name, MessageArg::text(&bytes.div_ceil(1024).to_string()));
    match progress {
        None => locale.with(Message::NoticeFetching, &[host(url)]),
        Some((size, None)) => locale.with(Message::NoticeFetched, &[host(url), kilobytes("size", size)]),
        Some((size, Some(all))) => {
            let values = [host(url), kilobytes("size", size), kilobytes("all", all)];
            locale.with(Message::NoticeFetchedOf, &values)
        }
    }
}

/// Returns the page displayed during the first download of a URL.
#[must_use]
pub fn first_fetch(locale: &Locale, url: &str) -> String {
    locale.with(Message::FetchLoading, &[("url", MessageArg::text(url))])
}

/// Returns the notice that a schedule has not changed.
#[must_use]
pub fn not_modified(locale: &Locale, url: &str) -> String {
    locale.with(Message::NoticeNothingNew, &[host(url)])
}

/// Returns the notice that a schedule could not be cached.
#[must_use]
pub fn cache_failed(locale: &Locale, url: &str, error: &SafeText) -> String {
    locale.with(Message::FetchNotKept, &[("url", MessageArg::text(url)), ("error", MessageArg::from(error))])
}

/// Returns the host of a URL as a message argument.
fn host(url: &str) -> (&'static str, MessageArg) {
    let address = LinkUrl::read(url);
    ("place", MessageArg::text(address.as_ref().map_or(url, LinkUrl::place)))
}
