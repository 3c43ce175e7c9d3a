//! Colors of tracks that cannot be seen.

use super::subject::name;
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap, Span};
use crate::model::{Color, Conference};

/// The smallest contrast of a track's color with a background.
const MIN_CONTRAST: f64 = 1.5;
const BACKGROUNDS: [(&str, Color); 2] = [("dark", Color(0, 0, 0)), ("light", Color(255, 255, 255))];

/// Finds tracks whose color nearly is that of a dark or light background.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let spans = &source_map.declared().tracks;
    let mut diagnostics = Vec::new();
    for (at, track) in conference.tracks.iter().enumerate() {
        let Some(color) = track.color else { continue };
        let faint = BACKGROUNDS.iter().find(|(_, background)| color.contrast(*background) < MIN_CONTRAST);
        let Some((background, _)) = faint else { continue };
        let span = spans.get(at).copied().unwrap_or_else(Span::default);
        let Color(red, green, blue) = color;
        diagnostics.push(
            Diagnostic::new(Code::FaintColor, span)
                .with("color", MessageArg::text(&format!("#{red:02x}{green:02x}{blue:02x}")))
                .with("name", name(conference, track.name.as_ref(), track.id.as_ref()))
                .with("background", MessageArg::Word(background)),
        );
    }
    diagnostics
}
