//! Motions of the selection in a list.

use crate::keymap::Action;
use crate::tui::widget::List;

/// Returns the selection after a motion in a list with this many rows.
pub(super) fn selection_after<T: Copy + PartialEq>(
    list: &List<T>,
    selected: Option<T>,
    action: Action,
    height: usize,
) -> Option<T> {
    let page = isize::try_from(height.max(2) - 1).unwrap_or(isize::MAX);
    match action {
        Action::Down => list.step(selected, 1),
        Action::Up => list.step(selected, -1),
        Action::First => list.step(selected, isize::MIN),
        Action::Last => list.step(selected, isize::MAX),
        Action::PageDown => list.step_page(selected, page),
        Action::PageUp => list.step_page(selected, -page),
        Action::NextGroup => list.step_group(selected, true),
        Action::PreviousGroup => list.step_group(selected, false),
        Action::HalfPageDown => list.step_page(selected, (page / 2).max(1)),
        Action::HalfPageUp => list.step_page(selected, -(page / 2).max(1)),
        _ => selected,
    }
}
