//! Whose clock a time is on: what `TZID` names, by the IANA database or by what the file says of a zone of its own.

use std::collections::HashMap;

use chrono::{Datelike as _, FixedOffset, NaiveDateTime, Offset as _};
use chrono_tz::Tz;

use super::components::Component;
use super::datetime::{DateOrDateTime, stamp, stamps};
use super::described::{Described, Effort, Unfollowed};
use super::lines::Line;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::time::Timestamp;
use crate::format::zone;
use crate::model::Zone;

/// A clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TimeZoneRef {
    /// The venue's, whichever that is.
    Floating,
    /// One so far from UTC.
    Fixed(FixedOffset),
    Named(Tz),
    /// One that the file describes: a place in [`Zones::described`].
    Described(usize),
}

/// The zones of a file.
pub(super) struct Zones {
    names: HashMap<String, TimeZoneRef>,
    described: Vec<Described>,
    /// The zones that were known by what the file describes, until they are used.
    by_rules: HashMap<String, (Tz, Span)>,
    /// The clock of each calendar of the file, where they have different ones.
    pub(super) of_calendars: Vec<Option<TimeZoneRef>>,
    /// The clock of times that name none, in the calendar that is being read.
    pub(super) floating: TimeZoneRef,
    /// The described zone that is the venue's: a place in `described`.
    venue: Option<usize>,
    /// That a zone is not known, once for each.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// At most so many dates are looked at to follow the rules of all zones of a file.
const MOST_CHECKS: usize = 2_000_000;
/// At most so many zones of a file are compared with those of the database.
const MOST_MATCHED: usize = 20;

impl Zones {
    /// The zones that a file describes, as far as times of the events need them.
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
        let mut effort = Effort { last_year: years.1, checks: MOST_CHECKS };
        for component in components {
            let Some(name) = component.line("TZID").map(Line::text) else { continue };
            let location = component.line("X-LIC-LOCATION").and_then(|line| named(line.value()));
            // Words mean several zones, unlike the names of the database.
            let is_meant = |clock: &TimeZoneRef, effort: &mut Effort| match clock {
                TimeZoneRef::Named(zone) if !name.contains('/') => !Described::read(component, effort)
                    .is_some_and(|described| described.contradicts(*zone, years)),
                _ => true,
            };
            let of_name = named(&name).filter(|clock| is_meant(clock, &mut effort));
            let clock = of_name.or(location).or_else(|| {
                let described = Described::read(component, &mut effort)?;
                let is_few = zones.described.len() < MOST_MATCHED;
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

    /// The clock that has this name; one that nobody knows is the venue's, and that is said once.
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

    /// Goes on to the times of an event: those that name no clock are on that of its calendar.
    pub(super) fn enter(&mut self, event: &Component) {
        self.floating =
            self.of_calendars.get(event.calendar).copied().flatten().unwrap_or(TimeZoneRef::Floating);
    }

    /// Takes the only zone that sessions are in beside UTC for the venue's, if the file describes it.
    pub(super) fn set_venue(&mut self, events: &[Component]) {
        let mut clocks: Vec<TimeZoneRef> = Vec::new();
        for event in events.iter().filter(|event| event.line("RECURRENCE-ID").is_none()) {
            self.enter(event);
            let stamps = event.line("DTSTART").map(|line| stamps(line, self)).unwrap_or_default();
            let used = stamps.into_iter().flatten().filter(|stamp| !stamp.is_date).map(|stamp| stamp.clock);
            for clock in used {
                let is_utc = matches!(clock, TimeZoneRef::Fixed(offset) if offset.local_minus_utc() == 0);
                if !is_utc && clock != TimeZoneRef::Floating && clocks.len() < 2 && !clocks.contains(&clock) {
                    clocks.push(clock);
                }
            }
        }
        if let [TimeZoneRef::Described(index)] = clocks[..] {
            self.venue = Some(index);
        }
    }

    /// Says of a zone that is used, once, that it is not wholly followed.
    fn use_described(&mut self, clock: TimeZoneRef, name: &str) {
        let TimeZoneRef::Described(index) = clock else { return };
        let unfollowed = self.described.get_mut(index).and_then(|zone| zone.unfollowed.take());
        if let Some(Unfollowed { span, text }) = unfollowed {
            let diagnostic = Diagnostic::new(Code::ZoneNotFollowed, span);
            let values = [("zone", MessageArg::text(name)), ("value", MessageArg::text(&text))];
            let [zone, value] = values;
            self.diagnostics.push(diagnostic.with(zone.0, zone.1).with(value.0, value.1));
        }
    }

    /// The only zone that the file describes, if the IANA database knows it.
    pub(super) fn only_named(&self) -> Option<Tz> {
        let mut zones = self.names.values();
        match (zones.next(), zones.next()) {
            (Some(TimeZoneRef::Named(zone)), None) => Some(*zone),
            _ => None,
        }
    }

    /// A stamp as the reader of times takes it: without an offset when it is on the conference's own clock.
    pub(super) fn moment(&self, stamp: DateOrDateTime, own: Zone) -> Timestamp {
        let DateOrDateTime { local, clock, .. } = stamp;
        match clock {
            TimeZoneRef::Floating => Timestamp { local, offset: None },
            TimeZoneRef::Fixed(offset) => {
                let venue = self.venue.filter(|_| own == Zone::Unknown && offset.local_minus_utc() == 0);
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

    /// The instant of a stamp, as a clock in UTC shows it; `None` where its clock is not known.
    pub(super) fn utc(&self, stamp: DateOrDateTime, own: Zone) -> Option<NaiveDateTime> {
        match self.moment(stamp, own) {
            Timestamp { local, offset: Some(offset) } => local.checked_sub_offset(offset),
            Timestamp { local, offset: None } => own.instant(local).map(|instant| instant.naive_utc()),
        }
    }

    /// What the conference's clock shows then; without a zone, UTC where that is known.
    pub(super) fn on_clock(&self, stamp: DateOrDateTime, own: Zone) -> NaiveDateTime {
        let Timestamp { local, offset } = self.moment(stamp, own);
        let Some(offset) = offset else { return local };
        let utc = local.checked_sub_offset(offset).unwrap_or(local);
        own.local(utc.and_utc()).unwrap_or(utc)
    }
}

/// The first year in which anything begins or ends, and the second one after the last: what begins last may repeat.
fn years(events: &[Component]) -> (i32, i32) {
    let is_time = |line: &&Line| ["DTSTART", "DTEND", "RDATE"].iter().any(|name| line.is(name));
    let lines = events.iter().flat_map(|event| event.lines.iter().filter(is_time));
    let stamps = lines
        .flat_map(|line| line.value().split(','))
        .filter_map(|value| stamp(value, TimeZoneRef::Floating));
    let years: Vec<i32> = stamps.map(|stamp| stamp.local.year()).collect();
    let (first, last) = (years.iter().min(), years.iter().max());
    (first.copied().unwrap_or_default(), last.copied().unwrap_or_default().saturating_add(2))
}

/// A zone by any of its names.
pub(super) fn named(name: &str) -> Option<TimeZoneRef> {
    match zone::named(name)? {
        Zone::Named(zone) => Some(TimeZoneRef::Named(zone)),
        Zone::Fixed(offset) => Some(TimeZoneRef::Fixed(offset)),
        Zone::Utc => FixedOffset::east_opt(0).map(TimeZoneRef::Fixed),
        Zone::Unknown => None,
    }
}

/// `+0100`, `-033000`.
pub(super) fn offset_from(text: &str) -> Option<FixedOffset> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.trim_start_matches(['+', '-']);
    let number = |at: usize| digits.get(at..at + 2)?.parse::<u8>().ok().map(i32::from);
    FixedOffset::east_opt(sign * (number(0)? * 3600 + number(2)? * 60 + number(4).unwrap_or(0)))
}
