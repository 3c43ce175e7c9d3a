//! [`act`]: performs actions.

use super::{
    changes, conference, events, export, facets, load, navigation, plan, plan_input, search, timeline,
};
use crate::i18n::Message;
use crate::keymap::Action;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::overlay::{Overlay, OverlayKind};

/// Performs an action.
pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return conference::quit(app),
        Action::Suspend => return vec![Effect::Suspend],
        _ => {}
    }
    if let Some(overlay) = &mut app.overlay {
        if !overlay.act(action) {
            app.overlay = None;
        }
        return Vec::new();
    }
    match action {
        Action::Help => app.overlay = Some(Overlay::new(OverlayKind::Help)),
        Action::Problems if app.conference.is_some() => {
            app.overlay = Some(Overlay::new(OverlayKind::Problems));
        }
        Action::Commands => app.overlay = Some(Overlay::new(OverlayKind::Commands)),
        Action::EventList => return show_event_list(app),
        Action::Reload => return load::reload(app),
        Action::Copy => return navigation::copy(app),
        Action::QrCode => show_qr_code(app),
        Action::Open if search::is_in_hits(app) => search::go_to_selected(app),
        Action::Search => return search::open(app),
        Action::Filter => return facets::open(app),
        Action::ClearFilter => facets::clear(app),
        Action::ShowHidden => facets::show_hidden(app),
        Action::Note | Action::Busy => plan_input::open(app, action),
        Action::NextHit => search::step(app, 1),
        Action::PreviousHit => search::step(app, -1),
        Action::Pick | Action::TogglePriority | Action::Hide => return plan::act(app, action),
        Action::Undo => return plan::undo(app),
        Action::JumpToNow => changes::jump_to_now(app),
        Action::ShowNow => changes::now(app),
        Action::FoldPast => changes::fold_past(app),
        Action::Changes => return changes::changes(app),
        Action::ExportPlan => return export::plan(app),
        Action::Timeline => timeline::toggle(app),
        Action::Language => navigation::next_language(app),
        Action::ToggleTimeZone => navigation::toggle_time_zone(app),
        _ => return navigation::perform(app, action),
    }
    Vec::new()
}

/// Shows the event list and loads it again.
fn show_event_list(app: &mut App) -> Vec<Effect> {
    app.shows_events = true;
    events::load(&mut app.events)
}

/// Shows the address of the selected link or item as a QR code.
fn show_qr_code(app: &mut App) {
    let Some(state) = &app.conference else { return };
    match state.web_address(app.layout_cache.link_target(state)) {
        Some(address) => app.overlay = Some(Overlay::new(OverlayKind::Qr(address))),
        None => app.notice = Some(Notice::Sentence(Message::NoticeNoAddress)),
    }
}
