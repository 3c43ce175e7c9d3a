//! Writes a calendar for calendar apps (RFC 5545).

mod event;
mod options;
mod page;
mod planned;
mod stamp;
mod uids;
mod words;
mod zone;

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;

use self::event::EventWriter;
pub use self::options::Options;
use self::options::Stamps;
use self::page::IcsWriter;
use self::stamp::When;
pub use self::uids::Uids;
pub use self::words::{CalendarWords, EnglishWords};
use super::extensions;
use crate::format::address::is_openable;
use crate::format::export::Planned;
use crate::markup;
use crate::model::{BusyBlock, Conference, SessionId, Zone};

/// A written calendar.
pub(super) struct Calendar {
    pub(super) text: String,
    /// The indices of the written sessions in the list that was passed.
    pub(super) places: Vec<usize>,
    pub(super) uids: Uids,
}

/// Writes sessions; the list must have no duplicates.
pub(super) fn calendar(conference: &Conference, sessions: &[SessionId], options: &Options) -> Calendar {
    let stamps = Stamps::new(conference);
    let uids = Uids::new(conference);
    let times = |(at, id): (usize, &SessionId)| {
        Some((at, *id, stamp::when(conference, &conference.session(*id).times)?))
    };
    let whens: Vec<(usize, SessionId, When)> = sessions.iter().enumerate().filter_map(times).collect();
    let mut page = IcsWriter::default();
    page.property("BEGIN", "VCALENDAR");
    header(conference, options, &stamps, &mut page);
    zones(conference, whens.iter().map(|(.., when)| *when), options.busy, &mut page);
    let keyed = event::ambiguous_people(conference);
    let alike = event::ambiguous_rooms(conference, &options.reading);
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
    page.property("END", "VCALENDAR");
    Calendar { text: page.end(), places: whens.iter().map(|(at, ..)| *at).collect(), uids }
}

fn header(conference: &Conference, options: &Options, stamps: &Stamps, page: &mut IcsWriter) {
    let text_of = |texts: &crate::model::LocalizedText| texts.get(&options.reading).to_string();
    page.property("VERSION", "2.0");
    page.property("PRODID", extensions::PRODUCT);
    page.property("CALSCALE", "GREGORIAN");
    page.property("METHOD", "PUBLISH");
    let title = text_of(&conference.title);
    page.text("NAME", &title);
    page.text("X-WR-CALNAME", &title);
    if let Some(description) = &conference.description {
        page.text("X-WR-CALDESC", &markup::plain(&text_of(description)));
    }
    if let Some(url) = conference.url.as_ref().filter(|url| is_openable(url)) {
        page.property("URL", url);
    }
    page.list("CATEGORIES", conference.topics.iter().map(|topic| topic.get(&options.reading).as_str()));
    if let Some(changed) = &stamps.changed {
        page.property("LAST-MODIFIED", changed);
    }
    if let Some(zone) = conference.zone.name() {
        page.property("X-WR-TIMEZONE", &zone);
    }
}

/// Writes the definitions of all zones in use, for apps that do not know their names.
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
