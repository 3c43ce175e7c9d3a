//! City names of time zones.

use super::Locale;
use super::city_names::CityNames;

impl Locale {
    /// Returns the city of a time zone: `Brussels` for `Europe/Brussels`; `None` for zones without a city.
    #[must_use]
    pub fn city(&self, zone: &str) -> Option<String> {
        // CLDR also has a city for `CET`, although that is not a place.
        let zone = Some(zone).filter(|zone| zone.contains('/'))?;
        self.cities.get_or_init(|| CityNames::new(&self.tag)).as_ref()?.city(zone)
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
