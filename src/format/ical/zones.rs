//! Whose clock a time is on: what `TZID` names, by the IANA database or by what the file says of a zone of its own.

use std::collections::HashMap;

use chrono::{Datelike as _, Days, FixedOffset, NaiveDate, NaiveDateTime, Offset as _, Weekday};
use chrono_tz::Tz;

use super::components::Component;
use super::lines::Line;
use super::stamp::{Stamp, stamp};
use super::windows;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::clock::Moment;
use crate::locale::Value;
use crate::model::Zone;

/// A clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
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
    names: HashMap<String, Clock>,
    described: Vec<Vec<Observance>>,
    /// That a zone is not known, once for each.
    pub(super) findings: Vec<Diagnostic>,
}

/// A part of the year, or of history, in which a clock is so far from UTC.
#[derive(Debug)]
struct Observance {
    from: FixedOffset,
    to: FixedOffset,
    /// When it began first.
    start: NaiveDateTime,
    /// When else it begins.
    dates: Vec<NaiveDateTime>,
    yearly: Option<Yearly>,
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
#[derive(Debug)]
struct Yearly {
    month: u32,
    weekday: Weekday,
    /// Which of the month, from its end when it is negative.
    nth: i32,
    until: Option<NaiveDateTime>,
}

impl Zones {
    pub(super) fn new(components: &[Component]) -> Self {
        let mut zones = Self { names: HashMap::new(), described: Vec::new(), findings: Vec::new() };
        for component in components {
            let Some(name) = component.line("TZID").map(Line::text) else { continue };
            let location = component.line("X-LIC-LOCATION").and_then(|line| named(line.value()));
            let clock = named(&name).or(location).map(clock_of).or_else(|| {
                let observances: Vec<_> = component.parts.iter().filter_map(observance).collect();
                (!observances.is_empty()).then(|| {
                    zones.described.push(observances);
                    Clock::Described(zones.described.len() - 1)
                })
            });
            if let Some(clock) = clock {
                zones.names.entry(name).or_insert(clock);
            }
        }
        zones
    }

    /// The clock that has this name; one that nobody knows is the venue's, and that is said once.
    pub(super) fn clock(&mut self, name: &str, span: Span) -> Clock {
        if let Some(clock) = self.names.get(name) {
            return *clock;
        }
        let clock = named(name).map_or(Clock::Floating, clock_of);
        if clock == Clock::Floating {
            self.findings.push(Diagnostic::new(Code::BadZone, span).with("value", Value::text(name)));
        }
        self.names.insert(name.to_owned(), clock);
        clock
    }

    /// The only zone that the file describes, if the IANA database knows it.
    pub(super) fn only_named(&self) -> Option<Tz> {
        let mut zones = self.names.values();
        match (zones.next(), zones.next()) {
            (Some(Clock::Named(zone)), None) => Some(*zone),
            _ => None,
        }
    }

    /// A stamp as the reader of times takes it: without an offset when it is on the conference's own clock.
    pub(super) fn moment(&self, stamp: Stamp, own: Zone) -> Moment {
        let Stamp { local, clock, .. } = stamp;
        match clock {
            Clock::Floating => Moment { local, offset: None },
            Clock::Fixed(offset) => Moment { local, offset: Some(offset) },
            Clock::Named(zone) if own == Zone::Named(zone) => Moment { local, offset: None },
            Clock::Named(zone) => match Zone::Named(zone).instant(local) {
                Some(instant) => {
                    let there = instant.with_timezone(&zone);
                    Moment { local: there.naive_local(), offset: Some(there.offset().fix()) }
                }
                None => Moment { local, offset: None },
            },
            Clock::Described(index) => {
                let offset = self.described.get(index).and_then(|zone| offset(zone, local));
                Moment { local, offset }
            }
        }
    }

    /// What the conference's clock shows then; without a zone, UTC where that is known.
    pub(super) fn on_clock(&self, stamp: Stamp, own: Zone) -> NaiveDateTime {
        let Moment { local, offset } = self.moment(stamp, own);
        let Some(offset) = offset else { return local };
        let utc = local.checked_sub_offset(offset).unwrap_or(local);
        own.local(utc.and_utc()).unwrap_or(utc)
    }
}

pub(super) fn clock_of(zone: Tz) -> Clock {
    let is_utc = ["UTC", "UCT", "Zulu", "Universal"].contains(&zone.name().trim_start_matches("Etc/"));
    match FixedOffset::east_opt(0) {
        Some(utc) if is_utc => Clock::Fixed(utc),
        _ => Clock::Named(zone),
    }
}

/// A zone by its IANA name, also behind the path of a program (`/freeassociation.sourceforge.net/Europe/London`), or by
/// the name that Windows gives it.
pub(super) fn named(name: &str) -> Option<Tz> {
    let name = name.trim().trim_matches('"').replace(' ', "_");
    let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    let of_last = |count: usize| {
        let start = parts.len().checked_sub(count)?;
        parts[start..].join("/").parse::<Tz>().ok()
    };
    let iana = if parts.len() <= 1 { name.parse().ok() } else { of_last(3).or_else(|| of_last(2)) };
    iana.or_else(|| windows::zone(&name.replace('_', " ")))
}

fn observance(part: &Component) -> Option<Observance> {
    let offset_of = |name: &str| part.line(name).and_then(|line| offset_from(line.value()));
    let to = offset_of("TZOFFSETTO")?;
    let moment = |text: &str| stamp(text, Clock::Floating).map(|stamp| stamp.local);
    let start = part.line("DTSTART").and_then(|line| moment(line.value())).unwrap_or_default();
    let dates = part.lines("RDATE").flat_map(|line| line.value().split(',')).filter_map(moment);
    Some(Observance {
        from: offset_of("TZOFFSETFROM").unwrap_or(to),
        to,
        start,
        dates: dates.collect(),
        yearly: part.line("RRULE").and_then(|line| yearly(line.value(), start)),
    })
}

/// `+0100`, `-033000`.
pub(super) fn offset_from(text: &str) -> Option<FixedOffset> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.trim_start_matches(['+', '-']);
    let number = |at: usize| digits.get(at..at + 2)?.parse::<u8>().ok().map(i32::from);
    FixedOffset::east_opt(sign * (number(0)? * 3600 + number(2)? * 60 + number(4).unwrap_or(0)))
}

fn yearly(rule: &str, start: NaiveDateTime) -> Option<Yearly> {
    let part = |name: &str| {
        let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
        parts.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    };
    part("FREQ").filter(|frequency| frequency.eq_ignore_ascii_case("YEARLY"))?;
    let day = part("BYDAY")?;
    let (nth, weekday) = day.split_at_checked(day.len().checked_sub(2)?)?;
    Some(Yearly {
        month: part("BYMONTH").map_or(Some(start.month()), |month| month.parse().ok())?,
        weekday: super::rule::weekday(weekday)?,
        nth: nth.parse().ok()?,
        until: part("UNTIL").and_then(|until| stamp(until, Clock::Floating)).map(|stamp| stamp.local),
    })
}

impl Yearly {
    fn date(&self, year: i32) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, self.month, 1)?;
        if self.nth > 0 {
            return NaiveDate::from_weekday_of_month_opt(
                year,
                self.month,
                self.weekday,
                u8::try_from(self.nth).ok()?,
            );
        }
        let last = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
        let back = u64::from(last.weekday().days_since(self.weekday));
        let weeks = u64::from(self.nth.unsigned_abs()).checked_sub(1)?;
        last.checked_sub_days(Days::new(back + 7 * weeks.min(4)))
    }
}

impl Observance {
    /// When it began last before this.
    fn onset(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let years = [local.year(), local.year() - 1];
        let by_rule = self.yearly.iter().flat_map(|yearly| {
            let onsets =
                years.iter().filter_map(|year| Some(yearly.date(*year)?.and_time(self.start.time())));
            onsets.filter(|onset| *onset >= self.start && yearly.until.is_none_or(|until| *onset <= until))
        });
        let all = by_rule.chain([self.start]).chain(self.dates.iter().copied());
        all.filter(|onset| *onset <= local).max()
    }
}

/// How far a clock that the file describes is from UTC.
fn offset(zone: &[Observance], local: NaiveDateTime) -> Option<FixedOffset> {
    let begun = zone.iter().filter_map(|part| Some((part.onset(local)?, part.to)));
    let last = begun.max_by_key(|(onset, _)| *onset).map(|(_, to)| to);
    last.or_else(|| zone.iter().min_by_key(|part| part.start).map(|part| part.from))
}
