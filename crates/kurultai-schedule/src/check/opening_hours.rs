//! Sessions outside the opening hours of their day.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Attendance, Conference, Day, calendar_date};

/// Finds sessions that start before the doors open, or end after they close.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let days: HashMap<NaiveDate, &Day> = conference.days.iter().map(|day| (day.date, day)).collect();
    let mut diagnostics = Vec::new();
    for id in ids(conference) {
        let session = conference.session(id);
        let times = &session.times;
        let day = times.day.and_then(|day| days.get(&day));
        let (Some(day), Some(start)) = (day, times.start_datetime()) else { continue };
        if session.is_off() || times.all_day || session.attendance == Some(Attendance::Online) {
            continue;
        }
        let at = |time: NaiveTime| calendar_date(day.date, time, conference.day_change).and_time(time);
        let is_before = |opens: &NaiveTime| start < at(*opens);
        let is_after = |closes: &NaiveTime| times.end_datetime().unwrap_or(start) > closing(day, *closes, at);
        let (how, limit) = match (day.opens.filter(is_before), day.closes.filter(is_after)) {
            (Some(opens), _) => ("before", opens),
            (None, Some(closes)) => ("after", closes),
            (None, None) => continue,
        };
        diagnostics.push(
            Diagnostic::new(Code::OutsideHours, source_map.start(id))
                .with("title", title(conference, id))
                .with("how", MessageArg::Word(how))
                .with("time", MessageArg::text(&limit.format("%H:%M").to_string())),
        );
    }
    diagnostics
}

/// Returns the closing time, which may be after midnight.
fn closing(day: &Day, closes: NaiveTime, at: impl Fn(NaiveTime) -> NaiveDateTime) -> NaiveDateTime {
    let closing = at(closes);
    match day.opens.map(at) {
        Some(opening) if closing <= opening => closing + chrono::TimeDelta::days(1),
        _ => closing,
    }
}
