//! On which clock a program is shown whose schedule does not say where the venue is.

use std::path::Path;

use clap::ArgMatches;

use super::library;
use super::streams::Streams;
use crate::format::zone;
use crate::locale::{Locale, Message, Value};
use crate::model::Zone;
use crate::program::Program;
use crate::store::{Folders, Identity, venues};
use crate::text::Clean;

/// Returns the zone that `--venue-tz` gives.
pub(super) fn given(matches: &ArgMatches) -> Option<Zone> {
    matches.try_get_one("venue-tz").ok().flatten().copied()
}

/// Shows a program on the clock that `--venue-tz` gives; where the schedule names its own zone, that is noted and counts.
pub(super) fn set(program: &mut Program, matches: &ArgMatches, locale: &Locale, streams: &mut Streams) {
    let Some(zone) = given(matches) else { return };
    if !program.set_venue(zone) && !program.conference.sessions.is_empty() {
        let known = program.conference.zone.name().unwrap_or_default();
        let values = [("path", Value::from(program.source.name())), ("zone", Value::text(&known))];
        streams.note(&locale.with(Message::VenueTzKnown, &values));
    }
}

/// Shows a program on the clock that was remembered for it.
pub(super) fn recall(program: &mut Program, path: &Path, folders: Option<&Folders>) {
    let Some(folders) = folders else { return };
    let remembered = venues::load(folders, &Identity::of(&program.conference, path));
    if let Some(zone) = remembered.and_then(|name| zone::named(&name)) {
        program.set_venue(zone);
    }
}

/// Shows a program on the clock that `--venue-tz` gives, which is remembered with the event; else on the one that was
/// remembered.
pub(super) fn set_or_recall(
    program: &mut Program,
    path: &Path,
    matches: &ArgMatches,
    folders: Option<&Folders>,
    locale: &Locale,
    streams: &mut Streams,
) {
    let Some(zone) = given(matches) else { return recall(program, path, folders) };
    set(program, matches, locale, streams);
    remember(program, path, zone, folders, locale, streams);
}

/// Applies the venue's zone to one schedule among several.
pub(super) fn set_quietly(
    program: &mut Program,
    path: &Path,
    zone: Option<Zone>,
    folders: Option<&Folders>,
    locale: &Locale,
) {
    let Some(zone) = zone else { return recall(program, path, folders) };
    if let (true, Some(folders), Some(name)) = (program.set_venue(zone), folders, zone.name()) {
        // A zone that could not be remembered is given again.
        let _ = venues::save(
            folders,
            &Identity::of(&program.conference, path),
            &Clean::line(&name),
            &library::waits(locale),
        );
    }
}

/// Remembers the zone that `--venue-tz` gives for an address of which nothing was fetched yet.
pub(super) fn remember_place(path: &Path, matches: &ArgMatches, folders: Option<&Folders>, locale: &Locale) {
    let zone = given(matches).and_then(|zone| zone.name());
    if let (Some(zone), Some(folders)) = (zone, folders) {
        let name = Clean::line(&path.to_string_lossy());
        let _ = venues::save(
            folders,
            &Identity { names: vec![name], title: None },
            &Clean::line(&zone),
            &library::waits(locale),
        );
    }
}

/// Remembers the clock of a venue with the event, if it was needed.
fn remember(
    program: &Program,
    path: &Path,
    zone: Zone,
    folders: Option<&Folders>,
    locale: &Locale,
    streams: &mut Streams,
) {
    let is_used =
        program.conference.zone == zone && program.conference.clock_from != crate::model::ClockFrom::Schedule;
    let (true, Some(folders), Some(name)) = (is_used, folders, zone.name()) else { return };
    let identity = Identity::of(&program.conference, path);
    if let Err(error) = venues::save(folders, &identity, &Clean::line(&name), &library::waits(locale)) {
        let values = [("path", Value::from(program.source.name())), ("error", Value::from(&error.error))];
        streams.note(&locale.with(Message::VenueTzUnsaved, &values));
    }
}
