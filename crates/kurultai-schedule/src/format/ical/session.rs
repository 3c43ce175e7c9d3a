//! Converts a `VEVENT` to one session, or to several if it recurs.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::components::Component;
use super::datetime::{DateOrDateTime, MAX_DURATION, TimeZoneRef};
use super::extensions;
use super::lines::Line;
use super::people;
use super::rrule::{self, Limits, RecurrenceRule, StopReason};
use super::timezones::Zones;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};
use crate::format::address::is_openable;
use crate::format::builder::ConferenceBuilder;
use crate::format::time::{self, RawTimes};
use crate::model::{Attachment, Link, LocalizedText, Rooms, Session, SessionId, Status, Times};
use crate::text::{SafeText, small_scheme};

/// The largest number of recurrences per file.
const MAX_RECURRENCES: usize = 10_000;
/// The largest number of dates to examine for the rules of all sessions.
const MAX_CHECKS: usize = 4_000_000;

/// Builds sessions with the context of the whole file.
pub(super) struct Sessions {
    pub(super) builder: ConferenceBuilder,
    pub(super) zones: Zones,
    /// The number of sessions per `UID`.
    pub(super) uids: HashMap<String, usize>,
    /// Occurrences with a separate event, by `UID`.
    moved: HashMap<String, HashSet<NaiveDateTime>>,
    /// The organizer of the conference, omitted from its sessions.
    pub(super) holder: Option<SafeText>,
    /// True for a calendar written by this app.
    pub(super) is_own: bool,
    /// The number of recurrences still allowed.
    left: usize,
    /// The number of dates that may still be examined.
    checks: usize,
}

/// The end of a session, relative to its start.
#[derive(Debug, Clone, Copy)]
struct End {
    /// The zone in which it is given; `None` for a duration.
    clock: Option<TimeZoneRef>,
    later: TimeDelta,
}

pub(super) fn uid(event: &Component) -> Option<String> {
    event.line("UID").map(Line::text)
}

pub(super) fn is_repetition(event: &Component) -> bool {
    event.line("RECURRENCE-ID").is_some()
}

fn clean_line(line: &Line) -> Option<SafeText> {
    Some(SafeText::line(&line.text())).filter(|text| !text.is_empty())
}

/// Returns the beginning of a value for a diagnostic.
fn excerpt(line: &Line) -> MessageArg {
    MessageArg::text(&line.value().chars().take(80).collect::<String>())
}

fn text(text: &str) -> Option<LocalizedText> {
    let text = SafeText::text(text);
    (!text.trim().is_empty()).then(|| LocalizedText::untagged(text))
}

impl Sessions {
    pub(super) fn new(builder: ConferenceBuilder, mut zones: Zones, events: &[Component]) -> Self {
        let mut uids = HashMap::new();
        let mut moved: HashMap<String, HashSet<NaiveDateTime>> = HashMap::new();
        for event in events {
            let Some(uid) = uid(event) else { continue };
            if let Some(line) = event.line("RECURRENCE-ID") {
                zones.enter(event);
                let stamps = zones.values(line).into_iter().flatten();
                let clocks = stamps.map(|stamp| zones.on_clock(stamp, builder.conference.zone));
                moved.entry(uid).or_default().extend(clocks);
            } else {
                *uids.entry(uid).or_default() += 1;
            }
        }
        Self {
            builder,
            zones,
            uids,
            moved,
            holder: None,
            is_own: false,
            left: MAX_RECURRENCES,
            checks: MAX_CHECKS,
        }
    }

    /// Adds the sessions of an event.
    pub(super) fn add(&mut self, event: &Component) {
        let diagnostics = self.builder.diagnostics.len();
        self.zones.enter(event);
        let mut session = self.about(event);
        let start = self.first_stamp(event, "DTSTART");
        let end = start.and_then(|start| self.end(event, start));
        session.has_mistakes = self.builder.diagnostics[diagnostics..]
            .iter()
            .any(|diagnostic| diagnostic.code == Code::BadValue);
        let Some(start) = start else {
            self.builder.add_session(session, event.span);
            return;
        };
        let mut first: Option<SessionId> = None;
        for start in self.starts(event, start) {
            self.builder.fit(&mut session, event.span);
            let mut session = session.clone();
            session.times = self.times(event, start, end);
            if let Some(first) = first {
                session.guid = None;
                session.same_as = Some(first);
            }
            let Some(id) = self.builder.add_session(session, event.span) else { break };
            first = first.or(Some(id));
        }
    }

    /// Reads everything except the times.
    fn about(&mut self, event: &Component) -> Session {
        let description = event.line("DESCRIPTION").or_else(|| event.line("X-ALT-DESC")).map(Line::text);
        let description = description.unwrap_or_default();
        let (speakers, description) = if self.is_own {
            (Vec::new(), extensions::description(event, &description))
        } else {
            people::speakers(description.trim_start())
        };
        let cancelled = event.is_cancelled.then_some(Status::Cancelled);
        let mut session = Session {
            guid: self.guid(event),
            title: event.line("SUMMARY").and_then(clean_line).map(LocalizedText::untagged),
            description: text(description),
            status: cancelled.or_else(|| event.line("STATUS").and_then(clean_line).map(|word| status(&word))),
            people: people::people(&mut self.builder, event, speakers, self.holder.as_ref()),
            url: event.line("URL").and_then(|line| self.address(line)),
            ..Session::default()
        };
        if self.is_own {
            extensions::about(event, &mut session, &mut self.builder);
        } else {
            self.place(event, &mut session);
        }
        self.links(event, &mut session);
        session
    }

    /// Reads room and track.
    fn place(&mut self, event: &Component, session: &mut Session) {
        let categories = event.lines("CATEGORIES").flat_map(Line::list);
        let mut categories: Vec<SafeText> = categories
            .map(|category| SafeText::line(&category))
            .filter(|category| !category.is_empty())
            .collect();
        let mut seen = HashSet::new();
        categories.retain(|category| seen.insert(category.clone()));
        match &categories[..] {
            [track] => session.track = self.builder.track_named(track),
            _ => session.tags = categories.into_iter().map(LocalizedText::untagged).collect(),
        }
        if let Some(place) = event.line("LOCATION").and_then(clean_line) {
            if is_openable(&place) {
                session.links.push(Link { label: None, url: SafeText::line(&small_scheme(&place)) });
            } else {
                session.rooms = Rooms::In(self.builder.room_named(&place).into_iter().collect());
            }
        }
    }

    fn links(&mut self, event: &Component, session: &mut Session) {
        for line in event.lines("CONFERENCE").chain(event.lines("LINK")) {
            let label =
                line.parameter("LABEL").map(|label| SafeText::line(&label)).map(LocalizedText::untagged);
            session.links.extend(self.address(line).map(|url| Link { label, url }));
        }
        for line in event.lines("ATTACH") {
            // Embedded files have no URL.
            if line.parameter("ENCODING").is_some() || line.value().starts_with("CID:") {
                continue;
            }
            let label = line.parameter("FILENAME").or_else(|| line.parameter("LABEL"));
            let label = label.map(|label| LocalizedText::untagged(SafeText::line(&label)));
            let source_type = line.parameter("FMTTYPE").map(|kind| SafeText::line(&kind));
            let url = self.address(line);
            session.attachments.extend(url.map(|url| Attachment { label, url, source_type }));
        }
    }

    /// Returns the `UID` if it is unique, since some writers repeat it.
    fn guid(&self, event: &Component) -> Option<SafeText> {
        let uid = uid(event).filter(|_| !is_repetition(event))?;
        (self.uids.get(&uid) == Some(&1)).then(|| SafeText::line(&uid))
    }

    fn address(&mut self, line: &Line) -> Option<SafeText> {
        self.builder.address(line.value(), line.span)
    }

    fn bad(&mut self, line: &Line) {
        let diagnostic = Diagnostic::new(Code::BadValue, line.span)
            .with("key", MessageArg::text(&line.name().to_ascii_uppercase()))
            .with("value", excerpt(line));
        self.builder.report(diagnostic);
    }

    fn first_stamp(&mut self, event: &Component, name: &str) -> Option<DateOrDateTime> {
        let line = event.line(name)?;
        let stamp = self.zones.values(line).into_iter().next()?.ok();
        if stamp.is_none() {
            self.bad(line);
        }
        stamp
    }

    /// Reads `DTEND` or `DURATION`; an end date is exclusive.
    fn end(&mut self, event: &Component, start: DateOrDateTime) -> Option<End> {
        let (line, end) = if let Some(line) = event.line("DTEND") {
            let end = self.first_stamp(event, "DTEND")?;
            // With one known and one unknown zone, only local times can be compared.
            let later = if end.clock == start.clock || start.is_date || end.is_date {
                end.local - start.local
            } else {
                let instant = |stamp| self.zones.utc(stamp, self.builder.conference.zone);
                instant(end).zip(instant(start)).map_or(end.local - start.local, |(end, start)| end - start)
            };
            (line, Some((End { clock: Some(end.clock).filter(|_| !end.is_date), later }, later)))
        } else {
            let line = event.line("DURATION")?;
            (line, time::duration(line.value()).map(|length| (End { clock: None, later: length }, length)))
        };
        let Some((end, _)) = end.filter(|(_, length)| *length <= MAX_DURATION) else {
            self.bad(line);
            return None;
        };
        Some(end)
    }

    fn times(&mut self, event: &Component, start: DateOrDateTime, end: Option<End>) -> Times {
        let mut times = self.clock_times(event, start, end);
        if self.is_own {
            extensions::times(event, self.builder.conference.zone, &mut times);
        }
        times
    }

    /// Returns the times given by the standard properties.
    fn clock_times(&mut self, event: &Component, start: DateOrDateTime, end: Option<End>) -> Times {
        if start.is_date {
            let date = Some(start.local.date());
            // An end on the same day means a single day, which needs no duration.
            let length = end.map(|end| end.later).filter(|length| *length > TimeDelta::days(1));
            return Times { day: date, date, duration: length, all_day: true, ..Times::default() };
        }
        let zone = self.builder.conference.zone;
        let moment = self.zones.moment(start, zone);
        let mut raw = RawTimes { moment: Some(moment), ..RawTimes::default() };
        match end {
            Some(End { clock: Some(clock), later }) if clock == start.clock => {
                let local = start.local.checked_add_signed(later);
                raw.end = local.map(|local| self.zones.moment(DateOrDateTime { local, ..start }, zone));
            }
            // An end in another zone becomes a duration.
            Some(End { later, .. }) => raw.length = Some(later),
            None => {}
        }
        self.builder.times(raw, event.span)
    }

    /// Returns all starts except the excluded and the moved ones.
    fn starts(&mut self, event: &Component, first: DateOrDateTime) -> Vec<DateOrDateTime> {
        let zone = self.builder.conference.zone;
        let repeats = ["RRULE", "RDATE"].iter().any(|name| event.line(name).is_some());
        if !repeats || is_repetition(event) {
            return vec![first];
        }
        let mut starts = vec![first];
        for line in event.lines("RRULE") {
            let again = self.by_rule(line, first);
            starts.extend(again.into_iter().map(|local| DateOrDateTime { local, ..first }));
        }
        for line in event.lines("RDATE") {
            starts.extend(self.zones.values(line).into_iter().flatten());
        }
        self.limit(&mut starts, event);
        let mut without: HashSet<NaiveDateTime> = HashSet::new();
        let mut days: HashSet<NaiveDate> = HashSet::new();
        for line in event.lines("EXDATE") {
            for stamp in self.zones.values(line).into_iter().flatten() {
                if stamp.is_date {
                    days.insert(stamp.local.date());
                } else {
                    without.insert(self.zones.on_clock(stamp, zone));
                }
            }
        }
        for line in event.lines("EXRULE") {
            let zone = self.builder.conference.zone;
            let not = self.by_rule(line, first);
            without.extend(
                not.into_iter().map(|local| self.zones.on_clock(DateOrDateTime { local, ..first }, zone)),
            );
        }
        let moved = uid(event).and_then(|uid| self.moved.get(&uid));
        let mut seen = HashSet::new();
        starts.retain(|start| {
            let clock = self.zones.on_clock(*start, zone);
            let is_out = without.contains(&clock)
                || days.contains(&start.local.date())
                || moved.is_some_and(|moved| moved.contains(&clock));
            !is_out && seen.insert(clock)
        });
        if starts.is_empty() && moved.is_none() {
            starts.push(first);
        }
        self.left = self.left.saturating_sub(starts.len().saturating_sub(1));
        starts
    }

    /// Expands a rule to the starts after the first one; reports unsupported parts.
    fn by_rule(&mut self, line: &Line, first: DateOrDateTime) -> Vec<NaiveDateTime> {
        let last = first.local.date().checked_add_signed(MAX_DURATION).unwrap_or(NaiveDate::MAX);
        let mut limits = Limits { last_date: last, max_starts: self.left, remaining_checks: self.checks };
        let rule = rrule::read(line.value(), first.clock);
        let found =
            rule.map(|rule| rule.starts(first.local, &mut limits, |start| self.is_past(&rule, first, start)));
        self.checks = limits.remaining_checks;
        let (starts, stop_reason) = found.unwrap_or((Vec::new(), StopReason::Cut));
        if stop_reason != StopReason::End {
            let code = if stop_reason == StopReason::Last { Code::RepeatsOn } else { Code::RuleNotFollowed };
            let diagnostic = Diagnostic::new(code, line.span).with("rule", excerpt(line));
            let last = MessageArg::text(&last.format("%Y-%m-%d").to_string());
            self.builder.report(if stop_reason == StopReason::Last {
                diagnostic.with("date", last)
            } else {
                diagnostic
            });
        }
        starts
    }

    /// True if a start is after the end of the rule.
    fn is_past(&self, rule: &RecurrenceRule, first: DateOrDateTime, start: NaiveDateTime) -> bool {
        let Some(until) = rule.until else { return false };
        if until.is_date {
            return start.date() > until.local.date();
        }
        let zone = self.builder.conference.zone;
        if first.is_date {
            return start.date() > self.zones.on_clock(until, zone).date();
        }
        if until.clock == first.clock {
            return start > until.local;
        }
        let instants =
            self.zones.utc(DateOrDateTime { local: start, ..first }, zone).zip(self.zones.utc(until, zone));
        // Without a zone, compares local times.
        instants.map_or(start > until.local, |(start, until)| start > until)
    }

    /// Limits the number of recurrences in a file; reports an excess.
    fn limit(&mut self, starts: &mut Vec<DateOrDateTime>, event: &Component) {
        if starts.len() > self.left + 1 {
            starts.truncate(self.left + 1);
            if let Some(line) = event.line("RDATE") {
                let diagnostic = Diagnostic::new(Code::RuleNotFollowed, line.span);
                self.builder.report(diagnostic.with("rule", excerpt(line)));
            }
        }
    }
}

fn status(word: &SafeText) -> Status {
    match word.to_ascii_lowercase().as_str() {
        "canceled" => Status::Cancelled,
        _ => Status::from_word(word),
    }
}
