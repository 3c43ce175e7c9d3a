//! Ranks the actions for the current place, and finds those without effect there.

use crate::keymap::Action;
use crate::model::ClockFrom;
use crate::program::is_standard_input;
use crate::tui::screen::Item;
use crate::tui::viewer::Viewer;
use crate::tui::visit::{Focus, Pane, Visit};

const AGENDA: &[Action] = &[
    Action::Pick,
    Action::Open,
    Action::Level,
    Action::Note,
    Action::Mute,
    Action::Filter,
    Action::ClearFilter,
    Action::NextDay,
    Action::PreviousDay,
    Action::NextGroup,
    Action::PreviousGroup,
    Action::Timeline,
    Action::Today,
    Action::FoldPast,
    Action::ShowHidden,
];
const PLAN: &[Action] = &[
    Action::Pick,
    Action::Level,
    Action::Open,
    Action::Note,
    Action::Busy,
    Action::ExportPlan,
    Action::NextGroup,
    Action::PreviousGroup,
    Action::Now,
];
/// Lists of sessions that lie over a pane.
const OVER: &[Action] = &[
    Action::Open,
    Action::Pick,
    Action::Level,
    Action::Note,
    Action::NextGroup,
    Action::PreviousGroup,
    Action::Back,
];
const FOUND: &[Action] = &[
    Action::Open,
    Action::Pick,
    Action::Level,
    Action::Note,
    Action::NextHit,
    Action::PreviousHit,
    Action::Back,
];
/// People, organizers, sponsors, and what there is to know about the conference.
const OTHERS: &[Action] = &[Action::Open, Action::Copy, Action::NextGroup, Action::PreviousGroup];
const PAGE: &[Action] = &[
    Action::Open,
    Action::Back,
    Action::Return,
    Action::Pick,
    Action::Level,
    Action::Note,
    Action::Mute,
    Action::Copy,
    Action::PageDown,
    Action::PageUp,
];

/// Returns what one most likely wants to do in the place that is shown, that first.
pub(super) fn first(visit: &Visit) -> &'static [Action] {
    match (visit.focus, visit.pane) {
        (Focus::Detail, _) => PAGE,
        (Focus::List, Pane::Agenda) => AGENDA,
        (Focus::List, Pane::Plan) => PLAN,
        (Focus::List, Pane::Found) => FOUND,
        (Focus::List, Pane::Now | Pane::Changes | Pane::Facets) => OVER,
        (Focus::List, Pane::People | Pane::Organizers | Pane::Sponsors | Pane::About) => OTHERS,
    }
}

/// True if an action has an effect in the place that is shown.
pub(super) fn works(visit: &Visit, viewer: &Viewer, action: Action) -> bool {
    let is_page = visit.focus == Focus::Detail;
    let conference = &visit.program.conference;
    match action {
        Action::Left => is_page || visit.is_on_timeline(),
        Action::Right => !is_page && visit.shown().is_some(),
        Action::Open if is_page => visit.detail.link.is_some(),
        Action::Open => visit.shown().is_some(),
        Action::Back => is_page || !visit.pane.is_tab() || visit.detail.instead.is_some(),
        Action::Return => !visit.history.is_empty(),
        Action::NextGroup | Action::PreviousGroup => {
            !is_page && (visit.is_on_timeline() || visit.arranged.list.has_groups())
        }
        Action::NextDay | Action::PreviousDay => visit.shows_days(),
        Action::NextHit | Action::PreviousHit => !visit.found.query.is_empty(),
        Action::ClearFilter => !visit.filtered.query.is_empty(),
        Action::ShowHidden => visit.muted() > 0,
        Action::Pick => matches!(visit.target(), Some(Item::Session(_) | Item::Gone(_) | Item::Busy(_))),
        Action::Level => matches!(visit.target(), Some(Item::Session(_) | Item::Gone(_))),
        Action::Note => matches!(visit.target(), Some(Item::Session(_))),
        Action::Mute => {
            let is_whole = matches!(visit.shown(), Some(Item::Room(_) | Item::Track(_)));
            is_whole || matches!(visit.target(), Some(Item::Session(_)))
        }
        Action::Busy => visit.program.index.days().iter().any(|day| day.date.is_some()),
        Action::ExportPlan => visit.mine.days.iter().any(|day| day.date.is_some()),
        Action::Today | Action::Now | Action::FoldPast => visit.running_day(viewer).is_some(),
        Action::Changes => !visit.mine.changes.is_empty(),
        Action::Language => visit.languages().len() > 1,
        Action::Clock => conference.clock_from != ClockFrom::Reader && visit.has_instants(),
        Action::Copy => visit.text_to_copy(viewer).is_some(),
        Action::Reload => !is_standard_input(&visit.path),
        Action::Suspend => cfg!(unix),
        _ => true,
    }
}
