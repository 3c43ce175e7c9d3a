//! Writes the data of the Unicode CLDR that the app needs for its languages: `cargo run -- ../icu.postcard`.
//!
//! The source is the data that the libraries of ICU4X bring for all languages. Run it again for a new interface
//! language, for another kind of date, or when a new version of the libraries has newer data.

extern crate alloc;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs::File;

use icu_collator::provider::*;
use icu_datetime::provider::names::*;
use icu_datetime::provider::semantic_skeletons::*;
use icu_datetime::provider::time_zones::*;
use icu_decimal::provider::*;
use icu_locale_fallback::LocaleFallbacker;
use icu_normalizer::provider::*;
use icu_provider::prelude::*;
use icu_provider_export::blob_exporter::BlobExporter;
use icu_provider_export::prelude::*;
use icu_time::provider::iana::*;

/// The locales for dates in `LANGUAGES` in src/i18n.rs, and the root of all.
const LOCALES: [&str; 4] = ["en-GB", "ky", "ru", "und"];

struct AppData;
/// Data in which a language lacks what it has in common with its parent.
struct Shared;

const _: () = {
    use icu_collator_data::*;
    mod icu {
        pub use icu_collator as collator;
        pub use icu_collections as collections;
    }
    make_provider!(AppData);
    impl_collation_diacritics_v1!(AppData, ITER);
    impl_collation_jamo_v1!(AppData);
    impl_collation_metadata_v1!(AppData, ITER);
    impl_collation_reordering_v1!(AppData, ITER);
    impl_collation_root_v1!(AppData);
    impl_collation_special_primaries_v1!(AppData);
    impl_collation_tailoring_v1!(AppData, ITER);
};
const _: () = {
    use icu_normalizer_data::*;
    mod icu {
        pub use icu_collections as collections;
        pub use icu_normalizer as normalizer;
    }
    impl_normalizer_nfd_data_v1!(AppData);
    impl_normalizer_nfd_tables_v1!(AppData);
};
const _: () = {
    use icu_decimal_data::*;
    mod icu {
        pub use icu_decimal as decimal;
    }
    impl_decimal_digits_v1!(AppData, ITER);
    impl_decimal_symbols_v1!(AppData, ITER);
};
const _: () = {
    use icu_time_data::*;
    mod icu {
        pub use icu_time as time;
    }
    impl_timezone_identifiers_iana_core_v1!(AppData);
};
const _: () = {
    use icu_datetime_data::*;
    mod icu {
        pub use icu_datetime as datetime;
    }
    make_provider!(Shared);
    impl_datetime_names_month_gregorian_v1!(Shared, ITER);
    impl_datetime_names_weekday_v1!(Shared, ITER);
    impl_datetime_names_year_gregorian_v1!(Shared, ITER);
    impl_datetime_patterns_date_gregorian_v1!(Shared, ITER);
    impl_timezone_names_cities_override_v1!(AppData, ITER);
    impl_timezone_names_cities_root_v1!(AppData, ITER);
    impl_timezone_names_locations_override_v1!(AppData, ITER);
    impl_timezone_names_locations_root_v1!(AppData, ITER);
};

/// Provides data that is the same in all languages. The macros above cannot list it.
macro_rules! of_no_language {
    ($($marker:ty),+ $(,)?) => { $(
        impl IterableDataProvider<$marker> for AppData {
            fn iter_ids(&self) -> Result<BTreeSet<DataIdentifierCow<'static>>, DataError> {
                Ok(BTreeSet::from([DataIdentifierCow::default()]))
            }
        }
    )+ };
}

of_no_language!(
    CollationJamoV1,
    CollationRootV1,
    CollationSpecialPrimariesV1,
    NormalizerNfdDataV1,
    NormalizerNfdTablesV1,
    TimezoneIdentifiersIanaCoreV1,
);

/// Provides the shared data for each language.
macro_rules! with_parents {
    ($($marker:ty),+ $(,)?) => { $(
        impl DataProvider<$marker> for AppData {
            fn load(&self, request: DataRequest) -> Result<DataResponse<$marker>, DataError> {
                let fallbacker = LocaleFallbacker::new().for_config(<$marker>::INFO.fallback_config);
                let mut locales = fallbacker.fallback_for(*request.id.locale);
                loop {
                    let attributes = request.id.marker_attributes;
                    let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, locales.get());
                    let found = DataProvider::<$marker>::load(&Shared, DataRequest { id, ..request });
                    if found.is_ok() || locales.get().is_unknown() {
                        return found;
                    }
                    locales.step();
                }
            }
        }

        impl IterableDataProvider<$marker> for AppData {
            fn iter_ids(&self) -> Result<BTreeSet<DataIdentifierCow<'static>>, DataError> {
                let mut ids = BTreeSet::new();
                for id in IterableDataProvider::<$marker>::iter_ids(&Shared)? {
                    for locale in LOCALES {
                        let locale = locale.parse().map_err(|_| DataError::custom("not a locale"))?;
                        let attributes = id.marker_attributes.clone().into_owned();
                        ids.insert(DataIdentifierCow::from_owned(attributes, locale));
                    }
                }
                Ok(ids)
            }
        }
    )+ };
}

with_parents!(
    DatetimeNamesMonthGregorianV1,
    DatetimeNamesWeekdayV1,
    DatetimeNamesYearGregorianV1,
    DatetimePatternsDateGregorianV1,
);

icu_provider::export::make_exportable_provider!(
    AppData,
    [
        CollationDiacriticsV1,
        CollationJamoV1,
        CollationMetadataV1,
        CollationReorderingV1,
        CollationRootV1,
        CollationSpecialPrimariesV1,
        CollationTailoringV1,
        DatetimeNamesMonthGregorianV1,
        DatetimeNamesWeekdayV1,
        DatetimeNamesYearGregorianV1,
        DatetimePatternsDateGregorianV1,
        DecimalDigitsV1,
        DecimalSymbolsV1,
        NormalizerNfdDataV1,
        NormalizerNfdTablesV1,
        TimezoneIdentifiersIanaCoreV1,
        TimezoneNamesCitiesOverrideV1,
        TimezoneNamesCitiesRootV1,
        TimezoneNamesLocationsOverrideV1,
        TimezoneNamesLocationsRootV1,
    ]
);

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: icu-export FILE")?;
    let locales = LOCALES.iter().map(|locale| locale.parse::<DataLocale>().map(DataLocaleFamily::single));
    let locales = locales.collect::<Result<Vec<_>, _>>()?;
    let sink = BlobExporter::new_with_sink(Box::new(File::create(path)?));
    ExportDriver::new(locales, DeduplicationStrategy::None.into(), LocaleFallbacker::new().static_to_owned())
        .export(&AppData, sink)?;
    Ok(())
}
