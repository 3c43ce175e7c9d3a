//! The state of reading a document.

use std::collections::HashMap;

use crate::format::builder::ConferenceBuilder;
use crate::model::{RoomId, TrackId};

/// A document being read.
pub(super) struct Voc {
    pub(super) builder: ConferenceBuilder,
    /// Rooms by guid, slug and name; the same for tracks.
    pub(super) rooms: HashMap<String, RoomId>,
    pub(super) tracks: HashMap<String, TrackId>,
    /// True if this app wrote the file; a missing role is then unknown.
    pub(super) is_own: bool,
}
