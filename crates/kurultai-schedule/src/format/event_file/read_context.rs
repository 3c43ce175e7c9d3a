//! [`ReadContext`]: the state that is shared by all tables of a file while they are read.

use super::references::{Entities, Reference};
use super::time_context::{TimeContext, unknown_conference};
use crate::diagnostic::Diagnostic;
use crate::model::{Person, Room, Tier, Track};
use crate::text::SafeText;

/// The state shared by all tables while a file is read.
pub(super) struct ReadContext {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The file name without its extension: the title if the file has none.
    pub(super) file_stem: SafeText,
    pub(super) clock: TimeContext,
    pub(super) people: Entities<Person>,
    pub(super) rooms: Entities<Room>,
    pub(super) tracks: Entities<Track>,
    pub(super) tiers: Entities<Tier>,
    /// The references from the current session to other sessions, by key.
    pub(super) related: Vec<(&'static str, Reference)>,
}

impl ReadContext {
    pub(super) fn new(diagnostics: Vec<Diagnostic>, file_stem: SafeText) -> Self {
        Self {
            diagnostics,
            file_stem,
            clock: TimeContext::from(&unknown_conference()),
            people: Entities::new(),
            rooms: Entities::new(),
            tracks: Entities::new(),
            tiers: Entities::new(),
            related: Vec::new(),
        }
    }
}
