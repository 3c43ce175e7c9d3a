//! Selects among several versions of one event: the highest `SEQUENCE` wins.

use std::collections::{BTreeMap, HashMap};

use super::components::Component;
use super::session;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};

/// Properties that may differ between two copies of an event.
const OF_COPIES: [&str; 3] = ["DTSTAMP", "CREATED", "LAST-MODIFIED"];

/// The indices of the versions of an event by `SEQUENCE`. A cancellation sorts after an event with the same
/// number.
type Versions = BTreeMap<(i64, bool), Vec<usize>>;

/// Removes replaced events and reports their number.
///
/// Keeps all events with the same `UID` and `SEQUENCE`.
pub(super) fn newest(events: Vec<Component>) -> (Vec<Component>, Option<Diagnostic>) {
    let mut versions: HashMap<(String, String), Versions> = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        let Some(uid) = session::uid(event) else { continue };
        let again = event.line("RECURRENCE-ID").map_or("", |line| line.content());
        let of_uid = versions.entry((uid, again.to_ascii_uppercase())).or_default();
        // Some cancellations do not increase `SEQUENCE`.
        of_uid.entry((sequence(event), event.is_cancelled)).or_default().push(at);
    }
    let mut is_out = vec![false; events.len()];
    let (mut count, mut first) = (0, None);
    for of_uid in versions.values() {
        let Some((newest, with_newest)) = of_uid.last_key_value() else { continue };
        let older: Vec<usize> = of_uid.range(..newest).flat_map(|(_, at)| at.iter().copied()).collect();
        // Each earlier version occurs exactly once.
        if older.len() + 1 == of_uid.len() {
            count += older.len();
            first = older.iter().copied().chain(first).min();
            for at in older {
                is_out[at] = true;
            }
        }
        let [one, copies @ ..] = &with_newest[..] else { continue };
        for copy in copies {
            is_out[*copy] = is_copy(&events[*one], &events[*copy]);
        }
    }
    let diagnostic = first.map(|at| {
        Diagnostic::new(Code::OlderVersion, events[at].span).with("count", MessageArg::count(count))
    });
    let mut is_out = is_out.into_iter();
    let events = events.into_iter().filter(|_| !is_out.next().unwrap_or_default());
    (events.collect(), diagnostic)
}

fn sequence(event: &Component) -> i64 {
    event.line("SEQUENCE").and_then(|line| line.value().parse().ok()).unwrap_or_default()
}

/// True if two events differ only in their timestamps.
fn is_copy(one: &Component, other: &Component) -> bool {
    let lines = |event: &Component| -> Vec<String> {
        let is_own = |name: &str| !OF_COPIES.iter().any(|of_copies| name.eq_ignore_ascii_case(of_copies));
        event.lines.iter().filter(|line| is_own(line.name())).map(|line| line.content().to_owned()).collect()
    };
    one.lines.len().abs_diff(other.lines.len()) <= OF_COPIES.len() && lines(one) == lines(other)
}
