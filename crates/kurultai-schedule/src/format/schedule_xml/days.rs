//! Reads the days and the time at which they change.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};

use super::Reading;
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic};
use crate::format::time::{self, Timestamp};
use crate::format::xml::Element;
use crate::model::{Conference, Day};

/// The latest end of a day after midnight.
const LATEST: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The room element around a session.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) guid: Option<&'a str>,
    pub(super) name: &'a str,
}

impl Reading<'_> {
    /// Reads the sessions of all days and those outside of days.
    pub(super) fn days(&mut self, roots: &[&Element<'_>]) {
        let days: Vec<&Element<'_>> = roots.iter().flat_map(|root| root.within("day")).collect();
        let says_change =
            roots.iter().flat_map(|root| root.all("conference")).any(|it| it.child("day_change").is_some());
        if !says_change && let Some(change) = days.iter().filter_map(|day| self.ends(day)).max() {
            self.builder.conference.day_change = change;
        }
        // The first day that lists the rooms determines their order, even without sessions.
        for room in days.iter().flat_map(|day| day.all("room")) {
            if let Some(written) = room.attribute("name") {
                let name = self.name(written, room.tag);
                self.builder.room_with(room.attribute("guid"), &name);
            }
        }
        self.compare(roots);
        let mut listed = Vec::new();
        for day in days {
            let date = self.date(day);
            let before = self.builder.conference.sessions.len();
            self.rooms(day, date, None);
            if let Some(date) = date {
                listed.push(date);
                self.outside(day, date, before);
            }
        }
        for root in roots {
            self.rooms(root, None, None);
        }
        self.builder.conference.days = empty(&self.builder.conference, listed);
    }

    /// Compares the dates of all sessions with their wall-clock times.
    fn compare(&mut self, roots: &[&Element<'_>]) {
        let mut pairs = Vec::new();
        let mut open: Vec<&Element<'_>> = roots.to_vec();
        while let Some(element) = open.pop() {
            if element.name != "event" {
                open.extend(&element.children);
                continue;
            }
            let moment = element.child_text("date").and_then(Timestamp::read);
            let start = element.child_text("start").and_then(time::time);
            pairs.extend(moment.filter(|moment| moment.offset.is_some()).zip(start));
        }
        let zone =
            roots.iter().flat_map(|root| root.all("conference")).find_map(|it| it.child("time_zone_name"));
        self.builder.choose_date_reading(&pairs, zone.map(|zone| zone.tag).unwrap_or_default());
    }

    /// Reads the sessions of a day, within rooms or beside them.
    fn rooms(&mut self, within: &Element<'_>, date: Option<NaiveDate>, room: Option<Listed<'_>>) {
        for child in &within.children {
            match child.name {
                "event" => {
                    self.event(child, date, room);
                    // A session may be nested in another one.
                    self.rooms(child, date, room);
                }
                "day" => {}
                // An element with a damaged name may be a room or within one.
                _ => {
                    let own = child.attribute("name");
                    let own = own.map(|name| Listed { guid: child.attribute("guid"), name });
                    self.rooms(child, date, own.or(room));
                }
            }
        }
    }

    /// Returns the date of a day. Its start overrides its date, because wafer writes the UTC date of the
    /// start.
    fn date(&mut self, day: &Element<'_>) -> Option<NaiveDate> {
        let written = day.attribute("date");
        let date = written.and_then(time::date);
        if let (Some(written), None) = (written, date) {
            self.bad_value("date", written, day.tag);
        }
        let begins = day.attribute("start").and_then(Timestamp::read);
        let begins =
            begins.filter(|moment| moment.offset.is_some_and(|offset| offset.local_minus_utc() == 0));
        begins.map(|moment| self.at_venue(moment).date()).or(date)
    }

    /// Returns the time at which a day ends on the next morning.
    fn ends(&self, day: &Element<'_>) -> Option<NaiveTime> {
        let [start, end] = ["start", "end"].map(|name| day.attribute(name).and_then(Timestamp::read));
        let (start, end) = (self.at_venue(start?), self.at_venue(end?));
        // Some tools write the last minute of a day, others the first of the next one.
        let is_last_minute = end.minute() == 59;
        let end =
            if is_last_minute { end.with_minute(0)?.with_second(0)? + TimeDelta::hours(1) } else { end };
        let is_next_day = start.date().succ_opt() == Some(end.date());
        Some(end.time()).filter(|time| is_next_day && *time <= LATEST)
    }

    /// Reports sessions that are listed under another day than their own, once per day.
    fn outside(&mut self, day: &Element<'_>, date: NaiveDate, before: usize) {
        let sessions = self.builder.conference.sessions.iter().skip(before);
        let count = sessions.filter(|session| session.times.day.is_some_and(|day| day != date)).count();
        if count > 0 {
            let diagnostic =
                Diagnostic::new(Code::OutsideDay, day.tag).with("count", MessageArg::count(count));
            self.builder.report(diagnostic.with("day", MessageArg::text(&date.to_string())));
        }
    }
}

/// Returns the days without sessions.
fn empty(conference: &Conference, mut listed: Vec<NaiveDate>) -> Vec<Day> {
    let used: HashSet<_> = conference.sessions.iter().filter_map(|session| session.times.day).collect();
    listed.retain(|date| !used.contains(date));
    listed.sort_unstable();
    listed.dedup();
    listed.into_iter().map(|date| Day { date, title: None, opens: None, closes: None }).collect()
}
