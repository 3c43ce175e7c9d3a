//! Sessions without a date.

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Conference, Session};

/// Finds sessions with a time but without a day, if any other session has a day. If none has one, the author
/// probably expects the day to be implied: only the first session is reported, with the number of sessions.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let days = conference.sessions.iter().filter_map(|session| session.times.day);
    let has_days = days.clone().next().is_some();
    let first = conference.dates.start.or(conference.dates.end);
    let Some(first) = first.or_else(|| Some(conference.days.first()?.date)).or_else(|| days.min()) else {
        return Vec::new();
    };
    let mut day = first;
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut missing = 0;
    for id in ids(conference) {
        let session = conference.session(id);
        day = session.times.day.unwrap_or(day);
        if !is_without_day(session) {
            continue;
        }
        missing += 1;
        if has_days || diagnostics.is_empty() {
            let diagnostic = Diagnostic::new(Code::MissingDate, source_map.start(id))
                .with("date", MessageArg::text(&day.to_string()));
            diagnostics.push(diagnostic.with("title", title(conference, id)));
        }
    }
    let count = if has_days { 1 } else { missing };
    diagnostics.into_iter().map(|diagnostic| diagnostic.with("count", MessageArg::count(count))).collect()
}

/// True for sessions that should have a day: neither cancelled nor postponed, and without a reported mistake.
fn is_without_day(session: &Session) -> bool {
    let times = &session.times;
    times.day.is_none() && times.start.is_some() && !session.is_off() && !session.has_mistakes
}
