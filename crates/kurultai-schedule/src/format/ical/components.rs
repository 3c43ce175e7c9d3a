//! Splits a file into its header, events and time zones in one pass without recursion, because components may
//! be nested to any depth.

use super::lines::{Line, lines};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};

/// A component: `VEVENT`, `VTIMEZONE`, `STANDARD`.
#[derive(Debug, Clone, Default)]
pub(super) struct Component<'a> {
    /// The line with its `BEGIN`.
    pub(super) span: Span,
    pub(super) lines: Vec<Line<'a>>,
    /// The components in a time zone.
    pub(super) parts: Vec<Component<'a>>,
    /// The index of its calendar in the file.
    pub(super) calendar: usize,
    /// True if its calendar cancels it.
    pub(super) is_cancelled: bool,
}

impl<'a> Component<'a> {
    fn new(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// Returns the first line with this name and a value.
    pub(super) fn line(&self, name: &str) -> Option<&Line<'a>> {
        self.lines(name).next()
    }

    /// Returns all lines with this name and a value.
    pub(super) fn lines(&self, name: &str) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(move |line| line.is(name) && !line.value().is_empty())
    }
}

/// The components of a file.
#[derive(Default)]
pub(super) struct Calendar<'a> {
    /// The properties of the calendar.
    pub(super) header: Component<'a>,
    pub(super) events: Vec<Component<'a>>,
    pub(super) zones: Vec<Component<'a>>,
    /// The header indices of the first lines of each calendar.
    pub(super) begins: Vec<usize>,
    pub(super) diagnostics: Vec<Diagnostic>,
    open: Open<'a>,
    /// The number of header lines above the last `BEGIN` or `END`.
    header_above: usize,
    /// The first invalid line, the end of the last one, and their number.
    broken: Option<(Span, usize, usize)>,
}

/// The open components.
#[derive(Default)]
struct Open<'a> {
    calendar: Option<Span>,
    event: Option<Component<'a>>,
    zone: Option<Component<'a>>,
    /// `STANDARD` or `DAYLIGHT` in a time zone.
    part: Option<Component<'a>>,
    /// The number of open components of other kinds: alarms, to-dos.
    others: usize,
}

/// The delimiters that are recognized even with one wrong byte.
const FRAMES: [&str; 4] = ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR"];
/// Properties that may continue on a line without a name, because some writers do not escape newlines.
const TEXTS: [&str; 3] = ["DESCRIPTION", "SUMMARY", "X-WR-CALDESC"];
/// Properties that some writers put in lower case. Other lowercase words before a colon are prose.
const NAMES: &str = "BEGIN END SUMMARY DESCRIPTION LOCATION DTSTART DTEND DTSTAMP DURATION UID URL CATEGORIES STATUS \
    ATTENDEE ORGANIZER RRULE";

pub(super) fn read(text: &str) -> Calendar<'_> {
    let mut calendar = Calendar::default();
    for line in lines(text) {
        calendar.take(line);
    }
    calendar.end(text.len());
    calendar
}

impl<'a> Calendar<'a> {
    fn take(&mut self, line: Line<'a>) {
        let is_frame = (line.is("BEGIN") || line.is("END"))
            && ["VEVENT", "VCALENDAR"].iter().any(|name| line.value().eq_ignore_ascii_case(name));
        if is_frame || !self.mend(&line) {
            self.property(line);
        }
    }

    /// Handles a line with a damaged `BEGIN` or `END`: a wrong byte or a lost line break.
    fn mend(&mut self, line: &Line<'a>) -> bool {
        let content = line.content().trim();
        let is_near = |frame: &&&str| {
            let differ = content.chars().zip(frame.chars()).filter(|(one, two)| one != two).count();
            let count = content.chars().take(frame.len() + 1).count();
            // A truncated file may lack the last letter.
            differ <= 1 && count == frame.len() || differ == 0 && count + 1 == frame.len()
        };
        let near = FRAMES.iter().find(is_near);
        let first = FRAMES.iter().find(|frame| content.starts_with(**frame));
        let last = FRAMES.iter().find(|frame| content.ends_with(**frame));
        let parts: Vec<String> = if let Some(frame) = near {
            vec![(*frame).to_owned()]
        } else if first.is_some() || last.is_some() {
            // The character that replaced the line break belongs to neither part.
            let start = first.map_or(0, |frame| frame.len());
            let end = content.len() - last.map_or(0, |frame| frame.len());
            let mut rest = content.get(start..end).unwrap_or_default().chars();
            if first.is_some() {
                rest.next();
            }
            if last.is_some() {
                rest.next_back();
            }
            let rest = rest.as_str().trim().to_owned();
            let [first, last] = [first, last].map(|frame| frame.map(|frame| (*frame).to_owned()));
            first.into_iter().chain(Some(rest).filter(|rest| !rest.is_empty())).chain(last).collect()
        } else {
            return false;
        };
        let name = parts.iter().find_map(|part| part.split_once(":V")).map_or("", |(_, name)| name);
        self.find_component(line.span, &format!("V{name}"));
        for part in parts {
            self.property(Line::new(part.into(), line.span));
        }
        true
    }

    fn property(&mut self, line: Line<'a>) {
        let word = line.value().to_ascii_uppercase();
        if line.is("BEGIN") && line.is_whole() {
            self.begin(&word, line.span);
            self.header_above = self.header.lines.len();
            return;
        }
        if line.is("END") && line.is_whole() {
            self.finish(&word, line.span);
            self.header_above = self.header.lines.len();
            return;
        }
        if self.open.others > 0 {
            return;
        }
        let is_shouted = !line.name().bytes().any(|byte| byte.is_ascii_lowercase());
        let is_known = is_shouted
            || line.name().get(..2).is_some_and(|start| start.eq_ignore_ascii_case("x-"))
            || NAMES.split(' ').any(|name| line.is(name));
        let open = &mut self.open;
        let component =
            open.part.as_mut().or(open.event.as_mut()).or(open.zone.as_mut()).unwrap_or(&mut self.header);
        if line.is_whole() && is_known {
            component.lines.push(line);
            return;
        }
        let (_, end, count) = self.broken.get_or_insert((line.span, 0, 0));
        (*end, *count) = (line.span.end, *count + 1);
        let before = component.lines.last_mut();
        if let Some(before) = before.filter(|before| TEXTS.iter().any(|name| before.is(name))) {
            before.lengthen(&line);
        }
    }

    fn begin(&mut self, name: &str, span: Span) {
        match name {
            "VCALENDAR" => {
                self.close();
                self.open.calendar = Some(span);
                self.begins.push(self.header.lines.len());
            }
            "VEVENT" => {
                self.close();
                let calendar = self.begins.len().saturating_sub(1);
                self.open.event = Some(Component { calendar, ..Component::new(span) });
            }
            "VTIMEZONE" => {
                self.close();
                self.open.zone = Some(Component::new(span));
            }
            "STANDARD" | "DAYLIGHT" if self.open.zone.is_some() && self.open.others == 0 => {
                self.end_part();
                self.open.part = Some(Component::new(span));
            }
            _ => self.open.others += 1,
        }
    }

    fn finish(&mut self, name: &str, span: Span) {
        match name {
            "VCALENDAR" => {
                self.close();
                self.open.calendar = None;
            }
            "VEVENT" => match self.open.event.take() {
                Some(event) => {
                    self.open.others = 0;
                    self.events.push(event);
                }
                None => self.headless(span),
            },
            "VTIMEZONE" => {
                self.end_part();
                self.open.others = 0;
                self.zones.extend(self.open.zone.take());
            }
            "STANDARD" | "DAYLIGHT" if self.open.part.is_some() => self.end_part(),
            _ => self.open.others = self.open.others.saturating_sub(1),
        }
    }

    fn end_part(&mut self) {
        if let (Some(part), Some(zone)) = (self.open.part.take(), &mut self.open.zone) {
            zone.parts.push(part);
        }
    }

    /// Closes the components that lack an `END`.
    fn close(&mut self) {
        self.end_part();
        self.open.others = 0;
        if let Some(event) = self.open.event.take() {
            self.find_component(event.span, "VEVENT");
            if !event.lines.is_empty() {
                self.events.push(event);
            }
        }
        if let Some(zone) = self.open.zone.take() {
            self.find_component(zone.span, "VTIMEZONE");
            self.zones.push(zone);
        }
    }

    /// Closes an event without a `BEGIN`, whose lines were added to the header.
    fn headless(&mut self, span: Span) {
        let mut lines = self.header.lines.split_off(self.header_above);
        if self.events.is_empty() && self.zones.is_empty() {
            let of_events = ["UID", "DTSTART", "DTEND", "DTSTAMP", "DURATION", "LOCATION"];
            let is_of_event = |line: &Line| of_events.iter().any(|name| line.is(name));
            let first = lines.iter().position(is_of_event).unwrap_or(lines.len());
            let own = lines.split_off(first);
            self.header.lines.append(&mut lines);
            lines = own;
        }
        self.find_component(span, "VEVENT");
        if let Some(first) = lines.first() {
            let calendar = self.begins.len().saturating_sub(1);
            self.events.push(Component { span: first.span, lines, calendar, ..Component::default() });
        }
    }

    /// Ends the file. The last line of a truncated file may be incomplete; it is kept only if it is a text.
    fn end(&mut self, end: usize) {
        if let Some(event) = &mut self.open.event {
            event.lines.pop_if(|line| line.span.end == end && !TEXTS.iter().any(|name| line.is(name)));
        }
        let is_open = self.open.event.is_some() || self.open.zone.is_some();
        let is_said = self.diagnostics.iter().any(|diagnostic| diagnostic.span.end == end);
        self.close();
        if let (Some(span), false) = (self.open.calendar, is_open || is_said) {
            self.find_component(span, "VCALENDAR");
        }
        if let Some((span, last, mut count)) = self.broken {
            // The missing `END` has already been reported.
            count -= usize::from(last == end && self.open.calendar.is_some());
            if count > 0 {
                let diagnostic = Diagnostic::new(Code::NoCalendarLine, span);
                self.diagnostics.push(diagnostic.with("count", MessageArg::count(count)));
            }
        }
    }

    fn find_component(&mut self, span: Span, name: &str) {
        let diagnostic = Diagnostic::new(Code::BrokenComponent, span);
        self.diagnostics.push(diagnostic.with("name", MessageArg::text(name)));
    }
}
