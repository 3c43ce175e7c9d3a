//! [`Described`]: a time zone defined in the file by a `VTIMEZONE`, as a list of transitions.

use chrono::{
    Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeDelta, TimeZone as _,
};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::components::Component;
use super::datetime::{self, DateOrDateTime, TimeZoneRef};
use super::rrule::{self, Limits, StopReason};
use crate::diagnostic::Span;
use crate::format::time;

/// The transitions of a zone.
#[derive(Debug)]
pub(super) struct Described {
    /// The transitions in chronological order.
    changes: Vec<Change>,
    /// The first unsupported statement; times in this zone may be wrong.
    pub(super) unfollowed: Option<Unfollowed>,
}

/// An unsupported statement of a time zone.
#[derive(Debug, Clone)]
pub(super) struct Unfollowed {
    pub(super) span: Span,
    pub(super) text: String,
}

/// A change of the offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    utc: NaiveDateTime,
    from: FixedOffset,
    to: FixedOffset,
}

/// The limits on expanding the rules of all zones of a file.
pub(super) struct Effort {
    /// The last year used in the file.
    pub(super) last_year: i32,
    /// The number of dates that may still be examined.
    pub(super) checks: usize,
}

/// The largest number of transitions of a zone: two per year for ten thousand years.
const MAX_TRANSITIONS: usize = 20_000;
/// Zones in files that span more years are not compared with the database.
const MAX_YEARS: i32 = 12;

/// One zone of the database per daylight saving rule: the most populous one.
const CHANGING: &str = "\
    Europe/Berlin Europe/London Europe/Kiev America/New_York America/Chicago America/Denver \
    America/Los_Angeles America/Halifax America/St_Johns America/Anchorage America/Havana America/Santiago \
    America/Adak America/Nuuk Atlantic/Azores Europe/Chisinau Asia/Jerusalem Asia/Beirut Africa/Cairo \
    Africa/Casablanca Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Auckland \
    Pacific/Chatham";

impl Described {
    /// Reads a `VTIMEZONE`; `None` if it has no offset.
    pub(super) fn read(zone: &Component, effort: &mut Effort) -> Option<Self> {
        let mut described = Self { changes: Vec::new(), unfollowed: None };
        for part in &zone.parts {
            described.part(part, &zone.parts, effort);
        }
        let changes = &mut described.changes;
        changes.sort_by_key(|change| (change.utc, change.to.local_minus_utc()));
        changes.dedup();
        (!changes.is_empty()).then_some(described)
    }

    /// Reads a `STANDARD` or `DAYLIGHT` with all its onsets.
    fn part(&mut self, part: &Component, parts: &[Component], effort: &mut Effort) {
        let offset_of =
            |part: &Component, name: &str| part.line(name).and_then(|line| time::offset(line.value()));
        let Some(to) = offset_of(part, "TZOFFSETTO") else {
            let line = part.line("TZOFFSETTO");
            self.fail(
                line.map_or(part.span, |line| line.span),
                line.map_or("TZOFFSETTO", |line| line.value()),
            );
            return;
        };
        let from = offset_of(part, "TZOFFSETFROM").or_else(|| {
            // With only two parts, each begins at the offset of the other.
            let other = parts.iter().find(|other| offset_of(other, "TZOFFSETTO") != Some(to));
            other.filter(|_| parts.len() == 2).and_then(|other| offset_of(other, "TZOFFSETTO"))
        });
        let from = from.unwrap_or(to);
        // An onset is given in the local time before the transition.
        let shown = |stamp: DateOrDateTime| match stamp.clock {
            TimeZoneRef::Fixed(offset) => {
                stamp.local + TimeDelta::seconds((from.local_minus_utc() - offset.local_minus_utc()).into())
            }
            _ => stamp.local,
        };
        let change = |local: NaiveDateTime| Some(Change { utc: local.checked_sub_offset(from)?, from, to });
        let read = |value: &str| datetime::parse(value, TimeZoneRef::Floating).map(shown);
        let start = match part.line("DTSTART") {
            None => NaiveDateTime::default(),
            Some(line) => match read(line.value()) {
                Some(start) => start,
                None => return self.fail(line.span, line.value()),
            },
        };
        self.changes.extend(change(start));
        for line in part.lines("RDATE") {
            for value in line.value().split(',').take(MAX_TRANSITIONS) {
                match read(value.split('/').next().unwrap_or_default()) {
                    Some(local) => self.changes.extend(change(local)),
                    None => self.fail(line.span, value),
                }
            }
        }
        for line in part.lines("RRULE") {
            let Some(rule) = rrule::read(line.value(), TimeZoneRef::Floating) else {
                self.fail(line.span, line.value());
                continue;
            };
            let until = rule.until.map(|until| {
                let is_day = until.is_date;
                let end = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
                if is_day { until.local.date().and_time(end) } else { shown(until) }
            });
            let last = NaiveDate::from_ymd_opt(effort.last_year, 12, 31).unwrap_or(NaiveDate::MAX);
            let mut limits =
                Limits { last_date: last, max_starts: MAX_TRANSITIONS, remaining_checks: effort.checks };
            let is_past = |local| until.is_some_and(|until| local > until);
            let (starts, stop_reason) = rule.starts(start, &mut limits, is_past);
            effort.checks = limits.remaining_checks;
            self.changes.extend(starts.into_iter().filter_map(change));
            if stop_reason == StopReason::Cut {
                self.fail(line.span, line.value());
            }
        }
        if let Some(line) = part.line("EXDATE").or_else(|| part.line("EXRULE")) {
            self.fail(line.span, line.value());
        }
    }

    fn fail(&mut self, span: Span, text: &str) {
        let text = || text.chars().take(80).collect();
        self.unfollowed.get_or_insert_with(|| Unfollowed { span, text: text() });
    }

    /// Returns the offset at a local time: the first one in a repeated hour, the earlier one in a skipped
    /// hour.
    pub(super) fn offset(&self, local: NaiveDateTime) -> Option<FixedOffset> {
        let is_over = |change: &Change| {
            let later = change.from.local_minus_utc().max(change.to.local_minus_utc());
            change
                .utc
                .checked_add_signed(TimeDelta::seconds(later.into()))
                .is_some_and(|shown| shown <= local)
        };
        self.after(is_over)
    }

    /// Returns the offset at an instant.
    pub(super) fn offset_at(&self, utc: NaiveDateTime) -> Option<FixedOffset> {
        self.after(|change| change.utc <= utc)
    }

    fn after(&self, is_over: impl Fn(&Change) -> bool) -> Option<FixedOffset> {
        let over = self.changes.partition_point(is_over);
        let last = over.checked_sub(1).and_then(|last| self.changes.get(last)).map(|change| change.to);
        last.or_else(|| self.changes.first().map(|change| change.from))
    }

    /// Finds the database zone with the same offsets in these years. A zone mentioned in the name takes
    /// precedence; otherwise only zones with transitions are compared, because a fixed offset matches too
    /// many places.
    pub(super) fn known(&self, name: &str, years: (i32, i32)) -> Option<Tz> {
        if self.unfollowed.is_some() || years.1.saturating_sub(years.0) > MAX_YEARS {
            return None;
        }
        let lower = name.to_lowercase();
        let is_named = |zone: &&Tz| {
            let city = zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ").to_lowercase();
            zone.name().contains('/')
                && !zone.name().starts_with("Etc/")
                && city.len() > 3
                && lower.contains(&city)
        };
        let is_same = |zone: &Tz| self.is_same(*zone, years);
        let by_name = TZ_VARIANTS.iter().filter(is_named).copied().find(is_same);
        let changes = || self.changes.iter().any(|change| (years.0..=years.1).contains(&change.utc.year()));
        by_name.or_else(|| {
            let changing = CHANGING.split(' ').filter_map(|name| name.parse().ok());
            changing.filter(|_| changes()).find(is_same)
        })
    }

    /// True if the offsets of `zone` differ in both summer and winter. The name then has another meaning
    /// here, such as `Eastern Standard Time` in Australia.
    pub(super) fn contradicts(&self, zone: Tz, years: (i32, i32)) -> bool {
        let dates = [1, 7].map(|month| NaiveDate::from_ymd_opt(years.0, month, 1).unwrap_or_default());
        let is_other = |utc: NaiveDateTime| {
            let offset = self.offset_at(utc);
            offset.is_some_and(|offset| offset != zone.offset_from_utc_datetime(&utc).fix())
        };
        self.unfollowed.is_none() && dates.into_iter().all(|date| is_other(date.and_time(NaiveTime::MIN)))
    }

    /// True if a zone has the same offset on each day of these years and around each transition.
    fn is_same(&self, zone: Tz, years: (i32, i32)) -> bool {
        let in_years = |utc: &NaiveDateTime| (years.0..=years.1).contains(&utc.year());
        let changes = self.changes.iter().map(|change| change.utc).filter(in_years);
        let around = changes.flat_map(|utc| [utc, utc - TimeDelta::seconds(1)]);
        let first = NaiveDate::from_ymd_opt(years.0, 1, 1).unwrap_or_default();
        let days = first.iter_days().take_while(|day| day.year() <= years.1);
        let days = days.map(|day| day.and_time(NaiveTime::MIN));
        around.chain(days).all(|utc| self.offset_at(utc) == Some(zone.offset_from_utc_datetime(&utc).fix()))
    }
}
