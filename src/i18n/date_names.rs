//! [`DateNames`]: formatters for dates.

use icu_calendar::Gregorian;
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu_locale_core::Locale as Tag;

/// Formatters for weekdays and dates, from the Unicode CLDR.
pub(super) struct DateNames {
    pub(super) weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, fieldsets::E>>,
    pub(super) day_month: Option<FixedCalendarDateTimeFormatter<Gregorian, fieldsets::MD>>,
    pub(super) day_month_year: Option<FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>>,
}

impl DateNames {
    pub(super) fn new(tag: &Tag) -> Self {
        Self {
            weekday: FixedCalendarDateTimeFormatter::try_new(tag.into(), fieldsets::E::short()).ok(),
            day_month: FixedCalendarDateTimeFormatter::try_new(tag.into(), fieldsets::MD::medium()).ok(),
            day_month_year: FixedCalendarDateTimeFormatter::try_new(tag.into(), fieldsets::YMD::medium())
                .ok(),
        }
    }
}
