//! The names that Ruby on Rails gives to time zones: OSEM, pretalx importers and many other conference tools write them.

use chrono_tz::Tz;

/// Names that are not the last part of the zone's own name, as `ActiveSupport::TimeZone` has them.
const ZONES: &str = "\
International Date Line West=Etc/GMT+12|American Samoa=Pacific/Pago_Pago|Midway Island=Pacific/Midway|\
Hawaii=Pacific/Honolulu|Alaska=America/Juneau|Pacific Time (US & Canada)=America/Los_Angeles|\
Mountain Time (US & Canada)=America/Denver|Arizona=America/Phoenix|Central Time (US & Canada)=America/Chicago|\
Saskatchewan=America/Regina|Guadalajara=America/Mexico_City|Central America=America/Guatemala|\
Eastern Time (US & Canada)=America/New_York|Indiana (East)=America/Indiana/Indianapolis|Quito=America/Lima|\
Atlantic Time (Canada)=America/Halifax|Georgetown=America/Guyana|Newfoundland=America/St_Johns|\
Brasilia=America/Sao_Paulo|Greenland=America/Godthab|Mid-Atlantic=Atlantic/South_Georgia|\
Cape Verde Is.=Atlantic/Cape_Verde|Edinburgh=Europe/London|Bern=Europe/Zurich|West Central Africa=Africa/Algiers|\
Pretoria=Africa/Johannesburg|St. Petersburg=Europe/Moscow|Abu Dhabi=Asia/Muscat|Islamabad=Asia/Karachi|\
Ekaterinburg=Asia/Yekaterinburg|Chennai=Asia/Kolkata|Mumbai=Asia/Kolkata|New Delhi=Asia/Kolkata|\
Sri Jayawardenepura=Asia/Colombo|Astana=Asia/Almaty|Hanoi=Asia/Bangkok|Beijing=Asia/Shanghai|Osaka=Asia/Tokyo|\
Sapporo=Asia/Tokyo|Canberra=Australia/Canberra|Solomon Is.=Pacific/Guadalcanal|New Caledonia=Pacific/Noumea|\
Marshall Is.=Pacific/Majuro|Wellington=Pacific/Auckland|Nuku'alofa=Pacific/Tongatapu|Tokelau Is.=Pacific/Fakaofo|\
Chatham Is.=Pacific/Chatham|Samoa=Pacific/Apia|Ulaan Bataar=Asia/Ulaanbaatar|Kyiv=Europe/Kyiv";

/// Returns the zone that Rails calls so.
pub(super) fn zone(name: &str) -> Option<Tz> {
    let mut zones = ZONES.split('|').filter_map(|zone| zone.split_once('='));
    let (_, zone) = zones.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    zone.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_that_of_a_zone() {
        for (name, zone) in ZONES.split('|').map(|zone| zone.split_once('=').unwrap()) {
            assert!(zone.parse::<Tz>().is_ok(), "{name}: {zone}");
        }
        assert_eq!(zone("Eastern Time (US & Canada)"), Some(Tz::America__New_York));
        assert_eq!(zone("Nowhere"), None);
    }
}
