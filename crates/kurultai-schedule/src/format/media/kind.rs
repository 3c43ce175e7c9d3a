//! [`Media`]: links with a separate field in the model.

use crate::model::{LocalizedText, Session};
use crate::text::SafeText;

/// A link with a separate field in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Media {
    Recording,
    Stream,
    Slides,
}

impl Media {
    pub(super) const ALL: [Self; 3] = [Self::Recording, Self::Stream, Self::Slides];

    /// Returns the label of such links in formats without a field for them.
    pub(in crate::format) fn label(self) -> &'static str {
        match self {
            Self::Recording => "Recording",
            Self::Stream => "Livestream",
            Self::Slides => "Slides",
        }
    }

    /// Returns the media of a published type: `slides`, `video/mp4`.
    pub(in crate::format) fn from_type(written: &str) -> Option<Self> {
        match written.trim().to_lowercase().as_str() {
            "slides" | "slide" | "presentation" => Some(Self::Slides),
            "video" | "recording" => Some(Self::Recording),
            "stream" | "livestream" => Some(Self::Stream),
            kind if kind.contains("presentation") || kind.contains("powerpoint") => Some(Self::Slides),
            kind if kind.starts_with("video/") => Some(Self::Recording),
            _ => None,
        }
    }

    /// The type of such links in formats without a specific type.
    pub(in crate::format) const TYPE: &str = "media";

    /// Moves a link written by this app to its field.
    pub(in crate::format) fn claim(
        session: &mut Session,
        kind: Option<&str>,
        label: Option<&LocalizedText>,
        url: &SafeText,
    ) -> bool {
        let Some(media) =
            label.and_then(|label| Self::ALL.into_iter().find(|it| label.has_version(it.label())))
        else {
            return false;
        };
        let is_own = kind.is_some_and(|kind| kind == Self::TYPE || Self::from_type(kind) == Some(media));
        let field = media.field(session);
        let is_free = is_own && field.is_none();
        if is_free {
            *field = Some(url.clone());
        }
        is_free
    }

    pub(super) fn field(self, session: &mut Session) -> &mut Option<SafeText> {
        match self {
            Self::Recording => &mut session.recording,
            Self::Stream => &mut session.stream,
            Self::Slides => &mut session.slides,
        }
    }
}
