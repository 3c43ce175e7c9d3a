//! City names of time zones.

use icu_datetime::NoCalendarFormatter;
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_locale_core::Locale as Tag;
use icu_time::TimeZone;
use icu_time::zone::IanaParser;

use super::Locale;
use super::unicode_data::provider;

/// The data of city names, which takes long to load.
pub(super) struct CityNames {
    zones: IanaParser,
    format: NoCalendarFormatter<ExemplarCity>,
}

impl CityNames {
    fn new(tag: &Tag) -> Option<Self> {
        let data = provider()?;
        let zones = IanaParser::try_new_with_buffer_provider(&data).ok()?;
        let format =
            NoCalendarFormatter::try_new_with_buffer_provider(&data, tag.into(), ExemplarCity).ok()?;
        Some(Self { zones, format })
    }
}

impl Locale {
    /// Returns the city of a time zone: `Brussels` for `Europe/Brussels`; `None` for zones without a city.
    #[must_use]
    pub fn city(&self, zone: &str) -> Option<String> {
        // CLDR also has a city for `CET`, although that is not a place.
        let zone = Some(zone).filter(|zone| zone.contains('/'))?;
        let CityNames { zones, format } = self.cities.get_or_init(|| CityNames::new(&self.tag)).as_ref()?;
        let zone = zones.as_borrowed().parse(zone);
        let city = |zone: TimeZone| format.format(&zone.without_offset()).to_string();
        Some(city(zone)).filter(|found| *found != city(TimeZone::UNKNOWN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurultai_schedule::text::Lang;

    #[test]
    fn cities_are_called_as_in_the_language() {
        for (lang, zone, city) in [
            ("en", "Europe/Brussels", Some("Brussels")),
            ("ky", "Europe/Brussels", Some("Брюссель")),
            ("ru", "Asia/Bishkek", Some("Бишкек")),
            ("en", "America/Argentina/Buenos_Aires", Some("Buenos Aires")),
            ("en", "Asia/Calcutta", Some("Kolkata")),
            ("ru", "Etc/GMT+3", None),
            ("ru", "UTC", None),
            ("ky", "CET", None),
        ] {
            let locale = Locale::for_language(&Lang::parse(lang).unwrap()).unwrap();
            assert_eq!(locale.city(zone).as_deref(), city, "{zone}");
        }
    }
}
