//! [`CityNames`]: the CLDR data of city names.

use icu_datetime::NoCalendarFormatter;
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_locale_core::Locale as Tag;
use icu_time::TimeZone;
use icu_time::zone::IanaParser;

use super::unicode_data::provider;

/// The city names of one language, which take long to load.
pub(super) struct CityNames {
    zones: IanaParser,
    format: NoCalendarFormatter<ExemplarCity>,
}

impl CityNames {
    /// Loads the names; `None` without data.
    pub(super) fn new(tag: &Tag) -> Option<Self> {
        let data = provider()?;
        let zones = IanaParser::try_new_with_buffer_provider(&data).ok()?;
        let format =
            NoCalendarFormatter::try_new_with_buffer_provider(&data, tag.into(), ExemplarCity).ok()?;
        Some(Self { zones, format })
    }

    /// Returns the city of a time zone; `None` for zones without a city.
    pub(super) fn city(&self, zone: &str) -> Option<String> {
        let zone = self.zones.as_borrowed().parse(zone);
        let city = |zone: TimeZone| self.format.format(&zone.without_offset()).to_string();
        Some(city(zone)).filter(|found| *found != city(TimeZone::UNKNOWN))
    }
}
