//! [`provider`]: the data of the Unicode CLDR for the interface languages, which is in the binary.
//!
//! The data of all languages, which the libraries bring, would be four times as large, and the system would relocate it
//! at every start. `assets/icu` writes the file.

use icu_provider_blob::BlobDataProvider;

/// Names of days and months, patterns of dates, cities of time zones, and alphabetical order.
const DATA: &[u8] = include_bytes!("../../assets/icu.postcard");

/// Returns the data. Looking it up takes little, so nothing is kept.
pub(super) fn provider() -> Option<BlobDataProvider> {
    BlobDataProvider::try_new_from_static_blob(DATA).ok()
}
