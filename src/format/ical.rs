//! iCalendar, RFC 5545.

use super::{Read, unknown};
use crate::diagnostic::Source;

pub(super) fn read(source: &Source) -> Read {
    unknown(source)
}
