//! [`cursor()`]: the position of the terminal's cursor.
//!
//! Input methods open their windows at the cursor even if it is hidden, and screen readers read its row.

use ratatui::layout::{Position, Rect};

use crate::tui::app::App;
use crate::tui::conference::{ConferenceState, Focus};
use crate::tui::layout::ScreenLayout;
use crate::tui::panes::timeline::selected_cell;

/// The position of the terminal's cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The cell of the cursor.
    pub at: Position,
    /// True while the user types.
    pub is_shown: bool,
}

/// Returns the position of the text cursor, or else the hidden cursor at the selection; `None` if nothing is drawn.
#[must_use]
pub fn cursor(app: &App) -> Option<Cursor> {
    let viewer = &app.viewer;
    let layout = viewer.layout()?;
    let caret = caret(app, &layout);
    let (at, area) = match &app.overlay {
        Some(overlay) => (overlay.cursor(), Rect::new(0, 0, viewer.size.0, viewer.size.1)),
        None => match (caret, app.shown_state()) {
            (Some((column, row)), _) => (Position::new(row.x.saturating_add(column), row.y), row),
            (None, Some(state)) => {
                let layout = state.layout(viewer)?;
                (selected(app, state, &layout), layout.body)
            }
            (None, None) => {
                let (events, body) = (&app.events, layout.body);
                let row = events.list.row_of(events.selected(), events.top, body.height).unwrap_or(0);
                (Position::new(body.x, body.y + row), body)
            }
        },
    };
    let at = Position::new(
        at.x.clamp(area.x, area.right().saturating_sub(1).max(area.x)),
        at.y.clamp(area.y, area.bottom().saturating_sub(1).max(area.y)),
    );
    let is_shown = match &app.overlay {
        Some(overlay) => overlay.is_filtered(),
        None => caret.is_some(),
    };
    Some(Cursor { at, is_shown })
}

/// Returns the column and the row of the text cursor; `None` unless the user types.
fn caret(app: &App, layout: &ScreenLayout) -> Option<(u16, Rect)> {
    let (column, row) = match &app.prompt {
        Some(prompt) if app.has_prompt() => {
            // A notice that covers the line disappears at the next key.
            let is_covered = app.notice.is_some();
            (super::prompt::caret(app, prompt, layout.hints.width).filter(|_| !is_covered)?, layout.hints)
        }
        _ if app.shown_state().is_none() => {
            (super::events::caret(app, layout.tabs.width.into())?, layout.tabs)
        }
        _ => return None,
    };
    Some((u16::try_from(column).unwrap_or(u16::MAX), row))
}

/// Returns the position of the selection.
fn selected(app: &App, state: &ConferenceState, layout: &ScreenLayout) -> Position {
    let (viewer, lines) = (&app.viewer, &app.layout_cache);
    if state.focus == Focus::Detail || !state.shows_list(viewer) {
        let area = layout.detail();
        let place = lines.page(state, viewer).and_then(|page| page.position_of(state.detail.link));
        let row = place.and_then(|(line, _)| line.checked_sub(state.detail.top));
        let row = row.and_then(|row| u16::try_from(row).ok()).filter(|row| *row < area.height);
        let column = row.and(place).and_then(|(_, column)| u16::try_from(column).ok()).unwrap_or(0);
        return Position::new(area.x.saturating_add(column), area.y + row.unwrap_or(0));
    }
    let area = layout.list();
    let above = state.rows_above().min(area.height.saturating_sub(1));
    let body = Rect { y: area.y + above, height: area.height - above, ..area };
    if state.is_on_timeline() {
        return selected_cell(state, &lines.timeline, body).unwrap_or(body.as_position());
    }
    let place = state.cursor();
    let row = lines.list.row_of(place.selected, place.top, body.height).unwrap_or(0);
    Position::new(body.x, body.y + row)
}
