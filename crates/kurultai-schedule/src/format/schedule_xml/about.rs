//! Reads the properties of the conference.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Reading, line};
use crate::format::address::Base;
use crate::format::day_room_table::generated_acronym;
use crate::format::time::{self, Timestamp};
use crate::format::xml::Element;
use crate::model::{Color, LocalizedText, Track, Venue};
use crate::text::SafeText;

impl Reading<'_> {
    pub(super) fn about(&mut self, about: &Element<'_>) {
        if let Some(zone) = about.child("time_zone_name")
            && let Some(name) = zone.text()
        {
            self.builder.zone(name, zone.tag);
        }
        let start = self.first_or_last_day(about, "start");
        let end = self.first_or_last_day(about, "end");
        let change = about.child("day_change");
        let changes = change.and_then(|change| time::time(change.text()?));
        if let (Some(change), None) = (change, changes) {
            self.bad_value("day_change", change.text().unwrap_or_default(), change.tag);
        }
        let venue = Venue {
            name: line(about, "venue").map(LocalizedText::untagged),
            city: line(about, "city").map(LocalizedText::untagged),
            ..Venue::default()
        };
        let [url, base] = ["url", "base_url"].map(|name| self.address(about, name));
        self.builder.base = Base::page(base.as_deref().or(url.as_deref()));
        let conference = &mut self.builder.conference;
        let is_generated = |acronym: &SafeText| {
            let title = line(about, "title").unwrap_or_default();
            self.is_own && acronym.as_str() == generated_acronym(&title)
        };
        conference.acronym = line(about, "acronym").filter(|acronym| !is_generated(acronym));
        conference.subtitle = line(about, "subtitle").map(LocalizedText::untagged);
        conference.dates.start = start;
        conference.dates.end = end;
        conference.day_change = changes.unwrap_or(conference.day_change);
        conference.venue = Some(venue).filter(|venue| *venue != Venue::default());
        conference.url = url.or(base);
        self.version(line(about, "release"));
    }

    /// Reads a date, or a timestamp as the date at the venue.
    fn first_or_last_day(&mut self, about: &Element<'_>, name: &'static str) -> Option<NaiveDate> {
        let element = about.child(name)?;
        let written = element.text()?;
        let date = match Timestamp::read(written) {
            Some(moment) => Some(self.at_venue(moment).date()),
            None => time::date(written),
        };
        if date.is_none() {
            self.bad_value(name, written, element.tag);
        }
        date
    }

    /// Converts a timestamp to local time at the venue, if the zone is known.
    pub(super) fn at_venue(&self, moment: Timestamp) -> NaiveDateTime {
        let shown = moment.utc().and_then(|utc| self.builder.conference.zone.local(utc.and_utc()));
        shown.unwrap_or(moment.local)
    }

    /// Sets the version, unless it is the time of the export, which some tools write there.
    fn version(&mut self, version: Option<SafeText>) {
        let Some(version) = version else { return };
        let conference = &mut self.builder.conference;
        let place = if Timestamp::read(&version).is_some() {
            &mut conference.updated
        } else {
            &mut conference.version
        };
        place.get_or_insert(version);
    }

    /// Reads the elements before the days: version, tracks and people.
    pub(super) fn lists(&mut self, root: &Element<'_>) {
        self.version(line(root, "version"));
        let about = root.all("conference").flat_map(|about| about.all("track"));
        let tracks = about.chain(root.all("tracks").flat_map(|tracks| tracks.all("track")));
        tracks.for_each(|track| self.track(track));
        for person in root.all("persons").flat_map(|people| people.all("person")) {
            self.person(person);
        }
    }

    fn track(&mut self, track: &Element<'_>) {
        let written = track.attribute("name").or_else(|| track.child_text("name")).or_else(|| track.text());
        let Some(written) = written else { return };
        let name = self.name(written, track.tag);
        let color = track.attribute("color").and_then(|written| {
            let color = Color::parse(written.trim());
            if color.is_none() {
                self.bad_value("color", written, track.tag);
            }
            color
        });
        let track = Track { id: None, name: Some(LocalizedText::untagged(name.clone())), color };
        self.builder.track_by_key(&name, track);
    }
}
