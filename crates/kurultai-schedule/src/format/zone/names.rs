//! Time zone names of other systems, as `name=zone`, separated by `|`. Outlook calendars contain Windows
//! names; OSEM, pretalx importers and other conference tools write Ruby on Rails names.

/// Names without `Standard Time`, with the zones that CLDR assigns.
pub(super) const WINDOWS: &str = "\
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

/// Localized names, as written by Outlook.
pub(super) const WINDOWS_TRANSLATED: &str = "\
Mitteleuropäische Zeit=Europe/Berlin|Mitteleuropäische Normalzeit=Europe/Berlin|Westeuropäische Normalzeit=Europe/Berlin|\
Westeuropäische Zeit=Europe/London|Osteuropäische Zeit=Europe/Bucharest|Romance (heure standard)=Europe/Paris|\
Europe de l’Ouest (heure standard)=Europe/Berlin|Paris, Madrid=Europe/Paris|Hora estándar romance=Europe/Madrid|\
ora solare Europa occidentale=Europe/Rome|West-Europa (standaardtijd)=Europe/Amsterdam|\
Środkowoeuropejski czas stand.=Europe/Warsaw|RTZ 2 (зима)=Europe/Moscow|Москва, стандартное время=Europe/Moscow";

/// Names in `ActiveSupport::TimeZone` that differ from the last part of the zone name.
pub(super) const RAILS: &str = "\
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
