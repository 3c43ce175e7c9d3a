//! The time zones that users give for venues whose schedules have none; they are remembered.

use std::path::Path;

use clap::ArgMatches;

use super::library;
use super::streams::Streams;
use crate::i18n::{Locale, Message, MessageArg};
use crate::schedule::LoadedSchedule;
use crate::store::{ConferenceKey, Folders, venues};
use kurultai_schedule::format::zone;
use kurultai_schedule::model::Zone;
use kurultai_schedule::text::SafeText;

/// Returns the zone of `--venue-tz`.
pub(super) fn requested(matches: &ArgMatches) -> Option<Zone> {
    matches.try_get_one("venue-tz").ok().flatten().copied()
}

/// Applies `--venue-tz`; warns if the schedule has a zone.
pub(super) fn set(
    schedule: &mut LoadedSchedule,
    matches: &ArgMatches,
    locale: &Locale,
    streams: &mut Streams,
) {
    let Some(zone) = requested(matches) else { return };
    if !schedule.set_venue_zone(zone) && !schedule.conference.sessions.is_empty() {
        let known = schedule.conference.zone.name().unwrap_or_default();
        let values = [("path", MessageArg::from(schedule.source.name())), ("zone", MessageArg::text(&known))];
        streams.warn(&locale.with(Message::VenueTzKnown, &values));
    }
}

/// Applies the remembered zone.
pub(super) fn recall(schedule: &mut LoadedSchedule, path: &Path, folders: Option<&Folders>) {
    let Some(folders) = folders else { return };
    let remembered = venues::load(folders, &ConferenceKey::new(&schedule.conference, path));
    if let Some(zone) = remembered.and_then(|name| zone::named(&name)) {
        schedule.set_venue_zone(zone);
    }
}

/// Applies and remembers `--venue-tz`, or applies the remembered zone.
pub(super) fn set_or_recall(
    schedule: &mut LoadedSchedule,
    path: &Path,
    matches: &ArgMatches,
    folders: Option<&Folders>,
    locale: &Locale,
    streams: &mut Streams,
) {
    let Some(zone) = requested(matches) else { return recall(schedule, path, folders) };
    set(schedule, matches, locale, streams);
    remember(schedule, path, zone, folders, locale, streams);
}

/// Same as [`set_or_recall`] without warnings, for one schedule among several.
pub(super) fn set_quietly(
    schedule: &mut LoadedSchedule,
    path: &Path,
    zone: Option<Zone>,
    folders: Option<&Folders>,
    locale: &Locale,
) {
    let Some(zone) = zone else { return recall(schedule, path, folders) };
    if let (true, Some(folders), Some(name)) = (schedule.set_venue_zone(zone), folders, zone.name()) {
        // The user can give the zone again.
        let _ = venues::save(
            folders,
            &ConferenceKey::new(&schedule.conference, path),
            &SafeText::line(&name),
            &library::wait_callback(locale),
        );
    }
}

/// Remembers `--venue-tz` for a URL that is not downloaded yet.
pub(super) fn remember_place(path: &Path, matches: &ArgMatches, folders: Option<&Folders>, locale: &Locale) {
    let zone = requested(matches).and_then(|zone| zone.name());
    if let (Some(zone), Some(folders)) = (zone, folders) {
        let name = SafeText::line(&path.to_string_lossy());
        let _ = venues::save(
            folders,
            &ConferenceKey { names: vec![name], title: None },
            &SafeText::line(&zone),
            &library::wait_callback(locale),
        );
    }
}

/// Remembers a zone that has been applied.
fn remember(
    schedule: &LoadedSchedule,
    path: &Path,
    zone: Zone,
    folders: Option<&Folders>,
    locale: &Locale,
    streams: &mut Streams,
) {
    let is_used = schedule.conference.zone == zone
        && schedule.conference.clock_from != kurultai_schedule::model::ClockFrom::Schedule;
    let (true, Some(folders), Some(name)) = (is_used, folders, zone.name()) else { return };
    let identity = ConferenceKey::new(&schedule.conference, path);
    if let Err(error) =
        venues::save(folders, &identity, &SafeText::line(&name), &library::wait_callback(locale))
    {
        let values =
            [("path", MessageArg::from(schedule.source.name())), ("error", MessageArg::from(&error.error))];
        streams.warn(&locale.with(Message::VenueTzUnsaved, &values));
    }
}
