//! Several calendars in one file, each with its own zone and method.

use std::collections::HashSet;

use super::components::Component;
use super::datetime::TimeZoneRef;
use super::lines::Line;
use super::timezones::{self, Zones};

/// The properties for the zone of a calendar. The last property is not in the standard, but widely used.
pub(super) const ZONES: [&str; 5] = ["X-WR-TIMEZONE", "TIMEZONE-ID", "X-TIMEZONE", "TZID", "VTIMEZONE"];

/// Assigns zones to the calendars of a file if they differ, and removes the zones from the common header.
/// `begins` are the header indices of the first lines of each calendar.
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

/// Marks the sessions of each calendar with `METHOD:CANCEL` (RFC 5546).
pub(super) fn cancel(header: &Component, begins: &[usize], events: &mut [Component]) {
    let is_cancel = |line: &Line| line.is("METHOD") && line.value().trim().eq_ignore_ascii_case("CANCEL");
    let cancels: Vec<bool> = of_each(header, begins).map(|lines| lines.iter().any(is_cancel)).collect();
    for event in events {
        event.is_cancelled = cancels.get(event.calendar).copied().unwrap_or_default();
    }
}

/// Returns the header lines of each calendar.
fn of_each<'h, 'a>(header: &'h Component<'a>, begins: &'h [usize]) -> impl Iterator<Item = &'h [Line<'a>]> {
    begins.iter().enumerate().map(|(at, begin)| {
        let end = begins.get(at + 1).copied().unwrap_or(header.lines.len()).min(header.lines.len());
        header.lines.get(*begin..end).unwrap_or_default()
    })
}
