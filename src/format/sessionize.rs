//! The JSON of Sessionize.

use super::Read;
use super::json::Document;
use crate::diagnostic::Source;

/// Reads a program; `None` when the document is something else.
pub(super) fn read(_source: &Source, _document: &Document) -> Option<Read> {
    None
}
