//! [`Parsed`]: the result of every reader.

use crate::diagnostic::{Diagnostic, SourceMap};
use crate::model::Conference;

/// The result of reading a source: always a conference, however incomplete.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The conference.
    pub conference: Conference,
    /// The source positions of its sessions.
    pub source_map: SourceMap,
    /// The problems in the source, unsorted; see [`sort`](crate::diagnostic::sort).
    pub diagnostics: Vec<Diagnostic>,
}
