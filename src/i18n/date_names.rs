//! [`DateNames`]: formatters for dates.

use icu_calendar::Gregorian;
use icu_datetime::{FixedCalendarDateTimeFormatter as Formatter, fieldsets};
use icu_locale_core::Locale as Tag;

use super::unicode_data::provider;

/// Formatters for weekdays and dates, from the Unicode CLDR.
pub(super) struct DateNames {
    pub(super) weekday: Option<Formatter<Gregorian, fieldsets::E>>,
    pub(super) day_month: Option<Formatter<Gregorian, fieldsets::MD>>,
    pub(super) day_month_year: Option<Formatter<Gregorian, fieldsets::YMD>>,
}

impl DateNames {
    pub(super) fn new(tag: &Tag) -> Self {
        let Some(data) = provider() else {
            return Self { weekday: None, day_month: None, day_month_year: None };
        };
        Self {
            weekday: Formatter::try_new_with_buffer_provider(&data, tag.into(), fieldsets::E::short()).ok(),
            day_month: Formatter::try_new_with_buffer_provider(&data, tag.into(), fieldsets::MD::medium())
                .ok(),
            day_month_year: Formatter::try_new_with_buffer_provider(
                &data,
                tag.into(),
                fieldsets::YMD::medium(),
            )
            .ok(),
        }
    }
}
