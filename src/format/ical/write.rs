//! A calendar out of any conference, as RFC 5545 wants it: for the programs in which people keep their days.

mod event;
mod page;
mod planned;
mod stamp;
mod uids;
mod words;
mod zone;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use self::event::EventWriter;
use self::page::IcsWriter;
use self::stamp::When;
use super::extensions;
use super::session::is_address;
use super::timezones::TimeZoneRef;
use crate::diagnostic::Source;
use crate::format::roundtrip::{Export, ReadBack, diff};
use crate::markup;
use crate::model::{BusyBlock, Conference, LanguagePreference, SessionId, Zone};
use crate::text::SafeText;

pub use planned::Planned;
pub use uids::Uids;
pub use words::{CalendarWords, EnglishWords};

/// How a calendar is written.
#[derive(Clone)]
pub struct Options<'a> {
    /// In which language: a calendar has one.
    pub reading: LanguagePreference,
    /// The words that are not in the schedule.
    pub words: &'a dyn CalendarWords,
    /// Time that is taken by something else, on the venue's clock.
    pub busy: &'a [BusyBlock],
    /// How often a session changed (`SEQUENCE`), for whoever remembers it. Else it is a number that grows with the time at
    /// which the program was last changed; where that is not known, 0.
    pub sequence: Option<&'a dyn Fn(SessionId) -> u32>,
    /// The plan's entry for each session.
    pub plan: Option<&'a dyn Fn(SessionId) -> Planned>,
}

/// When the calendar and what is in it was made.
struct Stamps {
    /// `DTSTAMP`, which everything must have.
    made: String,
    /// When the program was last changed, if that is known to the second.
    changed: Option<String>,
    sequence: u32,
}

/// Writes some sessions of a conference as a calendar; all of them, and it is the whole program.
///
/// The same arguments give the same bytes. A session has the same `UID` in every calendar, whichever others are in it.
/// What is lost is found by reading the calendar back; of a part of the program, it is said of that part alone.
///
/// ```
/// use kurultai::diagnostic::Source;
/// use kurultai::format::{event_file, ical};
/// use kurultai::model::{LanguagePreference, SessionId};
/// let text = "title = 'Our day'\ndate = 2026-03-07\n[[agenda]]\ntitle = 'Opening'\nstart = '09:30'\nroom = 'Hall'\n";
/// let conference = event_file::read(&Source::new("day.toml", text)).conference;
/// let options = ical::Options { reading: LanguagePreference::default(), words: &ical::EnglishWords, busy: &[], sequence: None, plan: None };
/// let calendar = ical::write(&conference, &[SessionId::new(0)], &options).text;
/// assert!(calendar.contains("\r\nDTSTART:20260307T093000\r\nSUMMARY:Opening\r\nLOCATION:Hall\r\n"));
/// ```
#[must_use]
pub fn write(conference: &Conference, sessions: &[SessionId], options: &Options) -> Export {
    let mut is_taken = vec![false; conference.sessions.len()];
    let sessions: Vec<SessionId> = sessions
        .iter()
        .copied()
        .filter(|id| is_taken.get_mut(id.index()).is_some_and(|is_taken| !std::mem::replace(is_taken, true)))
        .collect();
    let stamps = Stamps::of(conference);
    let uids = Uids::new(conference);
    let whens: Vec<(usize, SessionId, When)> = sessions
        .iter()
        .enumerate()
        .filter_map(|(at, id)| Some((at, *id, stamp::when(conference, &conference.session(*id).times)?)))
        .collect();
    let mut page = IcsWriter::default();
    page.put("BEGIN", "VCALENDAR");
    header(conference, options, &stamps, &mut page);
    zones(conference, whens.iter().map(|(.., when)| *when), options.busy, &mut page);
    let keyed = event::keyed(conference);
    let alike = event::alike(conference, &options.reading);
    let events = EventWriter { conference, options, stamps: &stamps, uids: &uids, keyed, alike };
    for (_, id, when) in &whens {
        let sequence = options.sequence.map_or(stamps.sequence, |sequence| sequence(*id));
        let uid = uids.session(id.index());
        let planned = options.plan.map_or_else(Planned::default, |plan| plan(*id));
        events.session(conference.session(*id), (uid, sequence), *when, &planned, &mut page);
    }
    for busy in options.busy {
        events.busy(busy, &uids.busy(busy), &mut page);
    }
    page.put("END", "VCALENDAR");
    let text = page.end();
    let mut read = super::read(&Source::new("", &text)).conference;
    // What somebody is busy with is no part of the program.
    read.sessions.truncate(whens.len());
    let places: Vec<usize> = whens.iter().map(|(at, ..)| *at).collect();
    let is_whole = sessions.iter().copied().eq((0..conference.sessions.len()).map(SessionId::new));
    let written = if is_whole { conference.clone() } else { conference.subset(&sessions) };
    // Guids of a part are those of the whole, in other places.
    let guids = if is_whole { uids.people() } else { &[] };
    let back = ReadBack::matched(&written, read, &places, guids, &options.reading);
    Export { lost: diff(&written, &back), text }
}

fn header(conference: &Conference, options: &Options, stamps: &Stamps, page: &mut IcsWriter) {
    let say = |texts: &crate::model::LocalizedText| texts.get(&options.reading).to_string();
    page.put("VERSION", "2.0");
    page.put("PRODID", extensions::PRODUCT);
    page.put("CALSCALE", "GREGORIAN");
    page.put("METHOD", "PUBLISH");
    let title = say(&conference.title);
    page.text("NAME", &title);
    page.text("X-WR-CALNAME", &title);
    if let Some(description) = &conference.description {
        page.text("X-WR-CALDESC", &markup::plain(&say(description)));
    }
    if let Some(url) = conference.url.as_ref().filter(|url| is_address(url)) {
        page.put("URL", url);
    }
    page.list("CATEGORIES", conference.topics.iter().map(|topic| topic.get(&options.reading).as_str()));
    if let Some(changed) = &stamps.changed {
        page.put("LAST-MODIFIED", changed);
    }
    if let Some(zone) = conference.zone.name() {
        page.put("X-WR-TIMEZONE", &zone);
    }
}

/// Describes the zones that times are in, for programs that do not know them by their names.
fn zones(
    conference: &Conference,
    whens: impl Iterator<Item = When>,
    busy: &[BusyBlock],
    page: &mut IcsWriter,
) {
    let mut zones: BTreeMap<&str, (Tz, BTreeSet<i32>)> = BTreeMap::new();
    let of_busy = busy.iter().filter_map(|busy| match conference.zone {
        Zone::Named(zone) if !stamp::is_utc(zone) => Some((zone, busy.start, busy.end)),
        _ => None,
    });
    for (zone, start, end) in whens.filter_map(When::in_zone).chain(of_busy) {
        let (_, years) = zones.entry(zone.name()).or_insert((zone, BTreeSet::new()));
        years.extend(zone::years(start, end));
    }
    for (zone, years) in zones.values() {
        zone::write(*zone, years, page);
    }
}

impl Stamps {
    /// The time at which the program was last changed, else the day on which it begins: nothing here looks at a clock.
    fn of(conference: &Conference) -> Self {
        let updated = conference.updated.as_ref().and_then(|text| changed(text, conference.zone));
        let first = || conference.sessions.iter().filter_map(|session| session.times.date).min();
        let begins = || {
            let day = conference.dates.start.or_else(first)?;
            Some(day.and_time(NaiveTime::MIN).and_utc())
        };
        let made = updated.map(|(instant, _)| instant).or_else(begins);
        let stamp = |instant: DateTime<Utc>| stamp::utc(instant);
        let minutes = |instant: DateTime<Utc>| {
            let since = instant.signed_duration_since(DateTime::from_timestamp(SINCE, 0)?);
            u32::try_from(since.num_minutes()).ok().filter(|minutes| *minutes <= MOST)
        };
        Self {
            made: made.and_then(stamp).unwrap_or_else(|| "19700101T000000Z".to_owned()),
            changed: updated.filter(|(_, is_exact)| *is_exact).and_then(|(instant, _)| stamp(instant)),
            sequence: updated.and_then(|(instant, _)| minutes(instant)).unwrap_or_default(),
        }
    }
}

/// The beginning of the year 2000: no program on the net was changed before.
const SINCE: i64 = 946_684_800;
/// iCalendar has numbers of 31 bits.
const MOST: u32 = i32::MAX.unsigned_abs();

/// When a program was changed, and whether that is known to the second.
fn changed(text: &SafeText, zone: Zone) -> Option<(DateTime<Utc>, bool)> {
    let stamp = super::datetime::stamp(text, TimeZoneRef::Floating)?;
    match stamp.clock {
        TimeZoneRef::Fixed(offset) => {
            let east = TimeDelta::seconds(offset.local_minus_utc().into());
            Some((stamp.local.checked_sub_signed(east)?.and_utc(), true))
        }
        _ if stamp.is_date => Some((stamp.local.and_utc(), false)),
        _ => {
            Some(zone.instant(stamp.local).map_or((stamp.local.and_utc(), false), |instant| (instant, true)))
        }
    }
}
