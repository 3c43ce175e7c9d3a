//! The names that Windows gives to time zones, as calendars from there write them.

use chrono_tz::Tz;

/// Names without the `Standard Time` that most of them end in, each with the zone that CLDR gives it.
const ZONES: &str = "\
Dateline=Etc/GMT+12|UTC-11=Etc/GMT+11|Aleutian=America/Adak|Hawaiian=Pacific/Honolulu|Marquesas=Pacific/Marquesas|\
Alaskan=America/Anchorage|Pacific=America/Los_Angeles|Pacific Standard Time (Mexico)=America/Tijuana|\
US Mountain=America/Phoenix|Mountain=America/Denver|Mountain Standard Time (Mexico)=America/Mazatlan|Yukon=America/Whitehorse|\
Central America=America/Guatemala|Central=America/Chicago|Easter Island=Pacific/Easter|\
Central Standard Time (Mexico)=America/Mexico_City|Canada Central=America/Regina|SA Pacific=America/Bogota|\
Eastern Standard Time (Mexico)=America/Cancun|Eastern=America/New_York|Haiti=America/Port-au-Prince|Cuba=America/Havana|\
US Eastern=America/Indianapolis|Turks And Caicos=America/Grand_Turk|Paraguay=America/Asuncion|Atlantic=America/Halifax|\
Venezuela=America/Caracas|Central Brazilian=America/Cuiaba|SA Western=America/La_Paz|Pacific SA=America/Santiago|\
Newfoundland=America/St_Johns|Tocantins=America/Araguaina|E. South America=America/Sao_Paulo|SA Eastern=America/Cayenne|\
Argentina=America/Buenos_Aires|Greenland=America/Godthab|Montevideo=America/Montevideo|Magallanes=America/Punta_Arenas|\
Saint Pierre=America/Miquelon|Bahia=America/Bahia|Azores=Atlantic/Azores|Cape Verde=Atlantic/Cape_Verde|\
GMT=Europe/London|Greenwich=Atlantic/Reykjavik|Sao Tome=Africa/Sao_Tome|Morocco=Africa/Casablanca|\
W. Europe=Europe/Berlin|Central Europe=Europe/Budapest|Romance=Europe/Paris|Central European=Europe/Warsaw|\
W. Central Africa=Africa/Lagos|Jordan=Asia/Amman|GTB=Europe/Bucharest|Middle East=Asia/Beirut|Egypt=Africa/Cairo|\
E. Europe=Europe/Chisinau|Syria=Asia/Damascus|West Bank=Asia/Hebron|South Africa=Africa/Johannesburg|FLE=Europe/Kiev|\
Israel=Asia/Jerusalem|South Sudan=Africa/Juba|Kaliningrad=Europe/Kaliningrad|Sudan=Africa/Khartoum|Libya=Africa/Tripoli|\
Namibia=Africa/Windhoek|Arabic=Asia/Baghdad|Turkey=Europe/Istanbul|Arab=Asia/Riyadh|Belarus=Europe/Minsk|\
Russian=Europe/Moscow|E. Africa=Africa/Nairobi|Volgograd=Europe/Volgograd|Iran=Asia/Tehran|Arabian=Asia/Dubai|\
Astrakhan=Europe/Astrakhan|Azerbaijan=Asia/Baku|Russia Time Zone 3=Europe/Samara|Mauritius=Indian/Mauritius|\
Saratov=Europe/Saratov|Georgian=Asia/Tbilisi|Caucasus=Asia/Yerevan|Afghanistan=Asia/Kabul|West Asia=Asia/Tashkent|\
Qyzylorda=Asia/Qyzylorda|Ekaterinburg=Asia/Yekaterinburg|Pakistan=Asia/Karachi|India=Asia/Calcutta|Sri Lanka=Asia/Colombo|\
Nepal=Asia/Katmandu|Central Asia=Asia/Bishkek|Bangladesh=Asia/Dhaka|Omsk=Asia/Omsk|Myanmar=Asia/Rangoon|\
SE Asia=Asia/Bangkok|Altai=Asia/Barnaul|W. Mongolia=Asia/Hovd|North Asia=Asia/Krasnoyarsk|\
N. Central Asia=Asia/Novosibirsk|Tomsk=Asia/Tomsk|China=Asia/Shanghai|North Asia East=Asia/Irkutsk|\
Singapore=Asia/Singapore|W. Australia=Australia/Perth|Taipei=Asia/Taipei|Ulaanbaatar=Asia/Ulaanbaatar|\
Aus Central W.=Australia/Eucla|Transbaikal=Asia/Chita|Tokyo=Asia/Tokyo|North Korea=Asia/Pyongyang|Korea=Asia/Seoul|\
Yakutsk=Asia/Yakutsk|Cen. Australia=Australia/Adelaide|AUS Central=Australia/Darwin|E. Australia=Australia/Brisbane|\
AUS Eastern=Australia/Sydney|West Pacific=Pacific/Port_Moresby|Tasmania=Australia/Hobart|Vladivostok=Asia/Vladivostok|\
Lord Howe=Australia/Lord_Howe|Bougainville=Pacific/Bougainville|Russia Time Zone 10=Asia/Srednekolymsk|\
Magadan=Asia/Magadan|Norfolk=Pacific/Norfolk|Sakhalin=Asia/Sakhalin|Central Pacific=Pacific/Guadalcanal|\
Russia Time Zone 11=Asia/Kamchatka|New Zealand=Pacific/Auckland|Fiji=Pacific/Fiji|Chatham Islands=Pacific/Chatham|\
UTC+13=Etc/GMT-13|Tonga=Pacific/Tongatapu|Samoa=Pacific/Apia|Line Islands=Pacific/Kiritimati";

/// Names that Windows shows in other languages, which Outlook writes there.
const TRANSLATED: &str = "\
Mitteleuropäische Zeit=Europe/Berlin|Mitteleuropäische Normalzeit=Europe/Berlin|Westeuropäische Normalzeit=Europe/Berlin|\
Westeuropäische Zeit=Europe/London|Osteuropäische Zeit=Europe/Bucharest|Romance (heure standard)=Europe/Paris|\
Europe de l’Ouest (heure standard)=Europe/Berlin|Paris, Madrid=Europe/Paris|Hora estándar romance=Europe/Madrid|\
ora solare Europa occidentale=Europe/Rome|West-Europa (standaardtijd)=Europe/Amsterdam|\
Środkowoeuropejski czas stand.=Europe/Warsaw|RTZ 2 (зима)=Europe/Moscow|Москва, стандартное время=Europe/Moscow";

/// Returns the zone that Windows calls so.
pub(super) fn zone(name: &str) -> Option<Tz> {
    let ends = [" Standard Time", " Daylight Time", " Summer Time"];
    let is_end = |end: &&&str| {
        let at = name.len().checked_sub(end.len());
        at.and_then(|at| name.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    let end = ends.iter().find(is_end);
    let of = |zones: &'static str, name: &str| {
        let mut zones = zones.split('|').filter_map(|zone| zone.split_once('='));
        let (_, zone) = zones.find(|(known, _)| known.to_lowercase() == name.to_lowercase())?;
        zone.parse().ok()
    };
    let short = end.map(|end| &name[..name.len() - end.len()]);
    // Without the words that end them, the names are those of oceans and countries.
    let is_whole = name.to_lowercase().contains(" time");
    of(ZONES, name).filter(|_| is_whole).or_else(|| of(ZONES, short?)).or_else(|| of(TRANSLATED, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_that_of_a_zone() {
        let all = ZONES.split('|').chain(TRANSLATED.split('|'));
        for (name, zone) in all.map(|zone| zone.split_once('=').unwrap()) {
            assert!(zone.parse::<Tz>().is_ok(), "{name}: {zone}");
        }
        assert_eq!(zone("W. Europe Standard Time"), Some(Tz::Europe__Berlin));
        assert_eq!(zone("Central Standard Time (Mexico)"), Some(Tz::America__Mexico_City));
        assert_eq!(zone("Nowhere Standard Time"), None);
    }
}
