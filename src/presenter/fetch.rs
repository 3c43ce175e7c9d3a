//! What there is to say of programs that are fetched.

use chrono::{DateTime, Utc};

use super::age;
use crate::i18n::{Locale, Message, MessageArg};
use crate::markup::LinkUrl;
use crate::text::SafeText;

/// The sentence for a file that is being read.
#[must_use]
pub fn reading(locale: &Locale, path: &str) -> String {
    locale.with(Message::ReadingFile, &[("path", MessageArg::text(path))])
}

/// How old what is shown is: `as of 3 days ago`.
#[must_use]
pub fn as_of(locale: &Locale, fetched_at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    locale.with(Message::AsOf, &[("age", MessageArg::text(&age(locale, fetched_at, now)))])
}

/// That an address is being asked, with how many bytes have come and, if that is known, how many there are.
#[must_use]
pub fn fetching(locale: &Locale, url: &str, progress: Option<(u64, Option<u64>)>) -> String {
    let kilobytes = |name, bytes: u64| (name, MessageArg::text(&bytes.div_ceil(1024).to_string()));
    match progress {
        None => locale.with(Message::NoticeFetching, &[place(url)]),
        Some((size, None)) => locale.with(Message::NoticeFetched, &[place(url), kilobytes("size", size)]),
        Some((size, Some(all))) => {
            let values = [place(url), kilobytes("size", size), kilobytes("all", all)];
            locale.with(Message::NoticeFetchedOf, &values)
        }
    }
}

/// What is fetched for the first time, and what that is good for.
#[must_use]
pub fn first_fetch(locale: &Locale, url: &str) -> String {
    locale.with(Message::FetchLoading, &[("url", MessageArg::text(url))])
}

/// That an address was asked for nothing.
#[must_use]
pub fn nothing_new(locale: &Locale, url: &str) -> String {
    locale.with(Message::NoticeNothingNew, &[place(url)])
}

/// That what was fetched is not kept, in the words of the system.
#[must_use]
pub fn not_kept(locale: &Locale, url: &str, error: &SafeText) -> String {
    locale.with(Message::FetchNotKept, &[("url", MessageArg::text(url)), ("error", MessageArg::from(error))])
}

/// The machine that is asked, for people.
fn place(url: &str) -> (&'static str, MessageArg) {
    let address = LinkUrl::read(url);
    ("place", MessageArg::text(address.as_ref().map_or(url, LinkUrl::place)))
}
