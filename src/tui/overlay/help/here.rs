//! Ranks the actions for the current location.

use crate::keymap::Action;
use crate::schedule::is_standard_input;
use crate::tui::conference::PaneItem;
use crate::tui::conference::{ConferenceState, Focus};
use crate::tui::layout_cache::LayoutCache;
use crate::tui::panes;
use crate::tui::view_context::ViewContext;
use kurultai_schedule::model::ClockFrom;

const PAGE: &[Action] = &[
    Action::Open,
    Action::Back,
    Action::HistoryBack,
    Action::Pick,
    Action::TogglePriority,
    Action::Note,
    Action::Hide,
    Action::Copy,
    Action::PageDown,
    Action::PageUp,
];

/// Returns the most useful actions, best first.
pub(in crate::tui::overlay) fn first(state: &ConferenceState) -> &'static [Action] {
    match state.focus {
        Focus::Detail => PAGE,
        Focus::List => panes::spec(state.pane).actions,
    }
}

/// True if an action has an effect at the current location.
pub(in crate::tui::overlay) fn works(
    state: &ConferenceState,
    cache: &LayoutCache,
    viewer: &ViewContext,
    action: Action,
) -> bool {
    let target = cache.plan_target(state);
    let is_page = state.focus == Focus::Detail;
    let conference = &state.schedule.conference;
    match action {
        Action::Left => is_page || state.is_on_timeline(),
        Action::Right => !is_page && state.current_item().is_some(),
        Action::Open if is_page => state.detail.link.is_some(),
        Action::Open => state.current_item().is_some(),
        Action::Back => is_page || state.pane.is_secondary || state.detail.instead.is_some(),
        Action::HistoryBack => !state.history.is_empty(),
        Action::NextGroup | Action::PreviousGroup => {
            !is_page && (state.is_on_timeline() || cache.list.has_headings())
        }
        Action::Timeline => state.is_on_timeline() || state.has_timeline(),
        Action::NextDay | Action::PreviousDay => state.shows_days(),
        Action::NextHit | Action::PreviousHit => !state.search.query.is_empty(),
        Action::ClearFilter => !state.filter.query.is_empty(),
        Action::ShowHidden => state.has_hidden(),
        Action::Pick => {
            matches!(target, Some(PaneItem::Session(_) | PaneItem::Gone(_) | PaneItem::Busy(_)))
        }
        Action::TogglePriority => matches!(target, Some(PaneItem::Session(_) | PaneItem::Gone(_))),
        Action::Undo => state.plan_context.can_undo(),
        Action::Note => matches!(target, Some(PaneItem::Session(_))),
        Action::Hide => {
            let is_whole = matches!(state.current_item(), Some(PaneItem::Room(_) | PaneItem::Track(_)));
            is_whole || matches!(target, Some(PaneItem::Session(_)))
        }
        Action::Busy => state.schedule.index.days().iter().any(|day| day.date.is_some()),
        Action::ExportPlan => state.plan_context.days.iter().any(|day| day.date.is_some()),
        Action::JumpToNow | Action::ShowNow | Action::FoldPast => state.running_day(viewer).is_some(),
        Action::Changes => !state.plan_context.changes.is_empty(),
        Action::Language => state.languages().len() > 1,
        Action::ToggleTimeZone => conference.clock_from != ClockFrom::Viewer && state.has_instants(),
        Action::Copy => state.text_to_copy(viewer, cache.link_target(state)).is_some(),
        Action::QrCode => state.web_address(cache.link_target(state)).is_some(),
        Action::Reload => !is_standard_input(&state.path),
        Action::Suspend => cfg!(unix),
        _ => true,
    }
}
