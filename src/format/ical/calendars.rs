//! Several calendars in one file: each has a clock and a method of its own.

use std::collections::HashSet;

use super::components::Component;
use super::lines::Line;
use super::timezones::{self, TimeZoneRef, Zones};

/// The properties that name a calendar's clock; the last one is not standard, but found in files.
pub(super) const ZONES: [&str; 5] = ["X-WR-TIMEZONE", "TIMEZONE-ID", "X-TIMEZONE", "TZID", "VTIMEZONE"];

/// Gives each calendar of a file its clock where they name different ones, and takes these names out of the header then:
/// none of them is that of the whole file.
///
/// `begins` are the places in the header at which the lines of each calendar begin.
pub(super) fn clocks(header: &mut Component, begins: &[usize], zones: &mut Zones) {
    let mut clocks: Vec<Option<TimeZoneRef>> = Vec::new();
    for lines in of_each(header, begins) {
        let is_zone =
            |name: &str| lines.iter().find(|line| line.is(name) && timezones::named(line.value()).is_some());
        let line = ZONES.iter().find_map(|name| is_zone(name));
        clocks.push(line.map(|line| zones.clock(line.value(), line.span)));
    }
    let named: HashSet<TimeZoneRef> = clocks.iter().flatten().copied().collect();
    if named.len() > 1 {
        header.lines.retain(|line| !ZONES.iter().any(|name| line.is(name)));
        zones.of_calendars = clocks;
    }
}

/// Marks the sessions of each calendar that cancels what is in it: `METHOD:CANCEL`, RFC 5546.
pub(super) fn cancel(header: &Component, begins: &[usize], events: &mut [Component]) {
    let is_cancel = |line: &Line| line.is("METHOD") && line.value().trim().eq_ignore_ascii_case("CANCEL");
    let cancels: Vec<bool> = of_each(header, begins).map(|lines| lines.iter().any(is_cancel)).collect();
    for event in events {
        event.is_cancelled = cancels.get(event.calendar).copied().unwrap_or_default();
    }
}

/// Returns the lines of the header that each calendar has.
fn of_each<'h, 'a>(header: &'h Component<'a>, begins: &'h [usize]) -> impl Iterator<Item = &'h [Line<'a>]> {
    begins.iter().enumerate().map(|(at, begin)| {
        let end = begins.get(at + 1).copied().unwrap_or(header.lines.len()).min(header.lines.len());
        header.lines.get(*begin..end).unwrap_or_default()
    })
}
