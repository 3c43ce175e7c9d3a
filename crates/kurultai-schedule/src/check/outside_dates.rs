//! Sessions outside the dates of the conference.

use chrono::NaiveDate;

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Conference, Dates};

/// Finds sessions before the first day or after the last.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let Dates { start, end } = conference.dates;
    let is_outside =
        |day: NaiveDate| start.is_some_and(|start| day < start) || end.is_some_and(|end| day > end);
    let days = ids(conference).filter_map(|id| Some((id, conference.session(id).times.day?)));
    let outside = days.filter(|(_, day)| is_outside(*day));
    outside
        .map(|(id, day)| {
            Diagnostic::new(Code::OutsideDates, source_map.date(id))
                .with("date", MessageArg::text(&day.to_string()))
                .with("dates", MessageArg::text(&range(conference.dates)))
                .with("title", title(conference, id))
        })
        .collect()
}

/// Formats dates as in the file.
fn range(dates: Dates) -> String {
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    match dates.only_day() {
        Some(day) => day.to_string(),
        None => format!("{} – {}", text(dates.start), text(dates.end)).trim().to_owned(),
    }
}
