//! Resolves `TZID` with the IANA database, or else with a `VTIMEZONE` of the file.

use std::collections::HashMap;

use chrono::{Datelike as _, FixedOffset, NaiveDateTime, Offset as _};
use chrono_tz::Tz;

use super::components::Component;
use super::datetime::{self, DateOrDateTime, TimeZoneRef};
use super::described::{Described, Effort, Unfollowed};
use super::lines::Line;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::time::Timestamp;
use crate::format::zone;
use crate::model::Zone;

/// The zones of a file.
pub(super) struct Zones {
    names: HashMap<String, TimeZoneRef>,
    described: Vec<Described>,
    /// Zones found by comparing offsets, until their first use is reported.
    by_rules: HashMap<String, (Tz, Span)>,
    /// The zone of each calendar, if they differ.
    pub(super) of_calendars: Vec<Option<TimeZoneRef>>,
    /// The zone of floating times in the current calendar.
    pub(super) floating: TimeZoneRef,
    /// The index of the described zone used as the venue zone.
    venue: Option<usize>,
    /// Unknown zones, each reported once.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The largest number of dates to examine for the rules of all zones.
const MAX_CHECKS: usize = 2_000_000;
/// The largest number of zones in a file to compare with the database.
const MAX_MATCHED: usize = 20;

impl Zones {
    /// Reads the zones of a file, for the years of its events.
    pub(super) fn new(components: &[Component], events: &[Component]) -> Self {
        let mut zones = Self {
            names: HashMap::new(),
            described: Vec::new(),
            by_rules: HashMap::new(),
            of_calendars: Vec::new(),
            floating: TimeZoneRef::Floating,
            venue: None,
            diagnostics: Vec::new(),
        };
        let years = years(events);
        let mut effort = Effort { last_year: years.1, checks: MAX_CHECKS };
        for component in components {
            let Some(name) = component.line("TZID").map(Line::text) else { continue };
            let location = component.line("X-LIC-LOCATION").and_then(|line| named(line.value()));
            // Names without a slash are ambiguous.
            let is_meant = |clock: &TimeZoneRef, effort: &mut Effort| match clock {
                TimeZoneRef::Named(zone) if !name.contains('/') => !Described::read(component, effort)
                    .is_some_and(|described| described.contradicts(*zone, years)),
                _ => true,
            };
            let of_name = named(&name).filter(|clock| is_meant(clock, &mut effort));
            let clock = of_name.or(location).or_else(|| {
                let described = Described::read(component, &mut effort)?;
                let is_few = zones.described.len() < MAX_MATCHED;
                let known = is_few.then(|| described.known(&name, years)).flatten();
                if let Some(zone) = known {
                    zones.by_rules.insert(name.clone(), (zone, component.span));
                }
                zones.described.push(described);
                Some(known.map_or(TimeZoneRef::Described(zones.described.len() - 1), TimeZoneRef::Named))
            });
            if let Some(clock) = clock {
                zones.names.entry(name).or_insert(clock);
            }
        }
        zones
    }

    /// Returns the zone with this name. An unknown name means the zone of the venue and is reported once.
    pub(super) fn clock(&mut self, name: &str, span: Span) -> TimeZoneRef {
        if let Some(clock) = self.names.get(name).copied() {
            self.use_described(clock, name);
            if let Some((zone, span)) = self.by_rules.remove(name) {
                let diagnostic =
                    Diagnostic::new(Code::ZoneByRules, span).with("value", MessageArg::text(name));
                self.diagnostics.push(diagnostic.with("zone", MessageArg::text(zone.name())));
            }
            return clock;
        }
        let clock = named(name).unwrap_or(TimeZoneRef::Floating);
        if clock == TimeZoneRef::Floating {
            self.diagnostics.push(Diagnostic::new(Code::BadZone, span).with("value", MessageArg::text(name)));
        }
        self.names.insert(name.to_owned(), clock);
        clock
    }

    /// Parses the values of a line; some properties have several.
    pub(super) fn values(&mut self, line: &Line) -> Vec<Result<DateOrDateTime, ()>> {
        let zone = line.parameter("TZID").map_or(self.floating, |name| self.clock(&name, line.span));
        // Of a period, only the start counts; some dates are written with slashes.
        let start = |value: &str| datetime::parse(value.split('/').next().unwrap_or_default(), zone);
        let values = line.value().split(',');
        values.map(|value| datetime::parse(value, zone).or_else(|| start(value)).ok_or(())).collect()
    }

    /// Selects the calendar of an event, which determines the zone of floating times.
    pub(super) fn enter(&mut self, event: &Component) {
        self.floating =
            self.of_calendars.get(event.calendar).copied().flatten().unwrap_or(TimeZoneRef::Floating);
    }

    /// Sets the venue zone to the only zone of the sessions other than UTC, if the file describes it.
    pub(super) fn set_venue(&mut self, events: &[Component]) {
        let mut clocks: Vec<TimeZoneRef> = Vec::new();
        for event in events.iter().filter(|event| event.line("RECURRENCE-ID").is_none()) {
            self.enter(event);
            let stamps = event.line("DTSTART").map(|line| self.values(line)).unwrap_or_default();
            let used = stamps.into_iter().flatten().filter(|stamp| !stamp.is_date).map(|stamp| stamp.clock);
            for clock in used {
                if !clock.is_utc()
                    && clock != TimeZoneRef::Floating
                    && clocks.len() < 2
                    && !clocks.contains(&clock)
                {
                    clocks.push(clock);
                }
            }
        }
        if let [TimeZoneRef::Described(index)] = clocks[..] {
            self.venue = Some(index);
        }
    }

    /// Reports the first use of a zone with unsupported statements.
    fn use_described(&mut self, clock: TimeZoneRef, name: &str) {
        let TimeZoneRef::Described(index) = clock else { return };
        let unfollowed = self.described.get_mut(index).and_then(|zone| zone.unfollowed.take());
        if let Some(Unfollowed { span, text }) = unfollowed {
            let diagnostic = Diagnostic::new(Code::ZoneNotFollowed, span);
            let diagnostic = diagnostic.with("zone", MessageArg::text(name));
            self.diagnostics.push(diagnostic.with("value", MessageArg::text(&text)));
        }
    }

    /// Returns the only zone in the file, if the database has it.
    pub(super) fn only_named(&self) -> Option<Tz> {
        let mut zones = self.names.values();
        match (zones.next(), zones.next()) {
            (Some(TimeZoneRef::Named(zone)), None) => Some(*zone),
            _ => None,
        }
    }

    /// Returns a timestamp, without an offset for the zone of the conference.
    pub(super) fn moment(&self, stamp: DateOrDateTime, own: Zone) -> Timestamp {
        let DateOrDateTime { local, clock, .. } = stamp;
        match clock {
            TimeZoneRef::Floating => Timestamp { local, offset: None },
            TimeZoneRef::Fixed(offset) => {
                let venue = self.venue.filter(|_| own == Zone::Unknown && clock.is_utc());
                let there =
                    venue.and_then(|index| self.described.get(index)?.offset_at(local)).unwrap_or(offset);
                let local = local.checked_add_offset(there).and_then(|it| it.checked_sub_offset(offset));
                Timestamp { local: local.unwrap_or(stamp.local), offset: Some(there) }
            }
            TimeZoneRef::Named(zone) if own == Zone::Named(zone) => Timestamp { local, offset: None },
            TimeZoneRef::Named(zone) => match Zone::Named(zone).instant(local) {
                Some(instant) => {
                    let there = instant.with_timezone(&zone);
                    Timestamp { local: there.naive_local(), offset: Some(there.offset().fix()) }
                }
                None => Timestamp { local, offset: None },
            },
            TimeZoneRef::Described(index) => {
                let offset = self.described.get(index).and_then(|zone| zone.offset(local));
                Timestamp { local, offset }
            }
        }
    }

    /// Returns the instant in UTC; `None` if the zone is unknown.
    pub(super) fn utc(&self, stamp: DateOrDateTime, own: Zone) -> Option<NaiveDateTime> {
        let moment = self.moment(stamp, own);
        match moment.offset {
            Some(_) => moment.utc(),
            None => own.instant(moment.local).map(|instant| instant.naive_utc()),
        }
    }

    /// Returns the local time in the zone of the conference; without a zone, in UTC if possible.
    pub(super) fn on_clock(&self, stamp: DateOrDateTime, own: Zone) -> NaiveDateTime {
        let moment = self.moment(stamp, own);
        if moment.offset.is_none() {
            return moment.local;
        }
        let utc = moment.utc().unwrap_or(moment.local);
        own.local(utc.and_utc()).unwrap_or(utc)
    }
}

/// Returns the first year of all times, and the second year after the last one to cover recurrences.
fn years(events: &[Component]) -> (i32, i32) {
    let is_time = |line: &&Line| ["DTSTART", "DTEND", "RDATE"].iter().any(|name| line.is(name));
    let lines = events.iter().flat_map(|event| event.lines.iter().filter(is_time));
    let stamps = lines
        .flat_map(|line| line.value().split(','))
        .filter_map(|value| datetime::parse(value, TimeZoneRef::Floating));
    let years: Vec<i32> = stamps.map(|stamp| stamp.local.year()).collect();
    let (first, last) = (years.iter().min(), years.iter().max());
    (first.copied().unwrap_or_default(), last.copied().unwrap_or_default().saturating_add(2))
}

/// Finds a zone by any of its names.
pub(super) fn named(name: &str) -> Option<TimeZoneRef> {
    match zone::named(name)? {
        Zone::Named(zone) => Some(TimeZoneRef::Named(zone)),
        Zone::Fixed(offset) => Some(TimeZoneRef::Fixed(offset)),
        Zone::Utc => FixedOffset::east_opt(0).map(TimeZoneRef::Fixed),
        Zone::Unknown => None,
    }
}
