//! Draws the event list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::i18n::Message;
use crate::presenter;
use crate::theme::TextRole;
use crate::tui::app::{App, PendingLoad};
use crate::tui::event_list::{EventList, Progress, WIDEST};
use crate::tui::layout::ScreenLayout;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::{Line, Rule, Themed, tail};
use kurultai_schedule::text::{width, wrap};

/// The screen of the event list.
pub(super) struct EventListView<'a> {
    pub(super) app: &'a App,
    pub(super) layout: &'a ScreenLayout,
}

impl Widget for EventListView<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let Self { app, layout } = self;
        let (viewer, events, theme) = (&app.viewer, &app.events, app.viewer.theme());
        header(viewer, events, layout.header.width.into()).themed(theme).render(layout.header, buffer);
        filter(viewer, events, layout.tabs.width.into()).themed(theme).render(layout.tabs, buffer);
        for rule in layout.upper_rule.iter().chain(&layout.lower_rule) {
            Rule { theme }.render(*rule, buffer);
        }
        events.list.view(events.top, theme).selected(events.selected()).render(layout.body, buffer);
        if events.list.height() == 0 {
            let room = usize::from(layout.body.width).saturating_sub(2);
            let texts = nothing(app);
            let lines = texts.iter().flat_map(|text| wrap(text, room));
            let lines: Vec<Line> =
                lines.map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Dim)).collect();
            Themed { widget: &lines[..], theme }.render(layout.body, buffer);
        }
    }
}

/// Builds the title, and the counts on the right.
fn header(viewer: &ViewContext, events: &EventList, columns: usize) -> Line {
    let columns = columns.saturating_sub(1).min(WIDEST);
    let locale = viewer.locale();
    let mut facts = Vec::new();
    if events.progress == Progress::Reading {
        facts.push(locale.text(Message::NoticeReading));
    }
    facts.push(locale.count(Message::CountEvents, events.count()));
    if events.other_files > 0 {
        facts.push(locale.count(Message::CountOtherFiles, events.other_files));
    }
    let title = locale.text(Message::Events);
    // The count of other files is dropped first.
    while facts.len() > 1 && width(&facts.join(" · ")) + width(&title) + 4 > columns {
        facts.pop();
    }
    let facts = facts.join(" · ");
    let line = Line::new(" ", TextRole::Text).add(title, TextRole::Title);
    let at = columns.saturating_sub(width(&facts) + 1);
    if at > line.width() { line.pad_to(at).add(facts, TextRole::Dim) } else { line }
}

/// Builds the line of the filter.
fn filter(viewer: &ViewContext, events: &EventList, columns: usize) -> Line {
    let line = Line::new(" ", TextRole::Text);
    if events.filter.is_empty() {
        return line.add(viewer.locale().text(Message::FilterHint), TextRole::Faint);
    }
    let label = viewer.locale().text(Message::Filter);
    let shown = typed(events, &label, columns);
    line.add(label, TextRole::Faint)
        .add("  ", TextRole::Text)
        .add(shown, TextRole::Accent)
        .add("▌", TextRole::Marker)
}

/// Returns the end of the filter text, as much as fits beside the label.
fn typed<'a>(events: &'a EventList, label: &str, columns: usize) -> &'a str {
    tail(&events.filter, columns.saturating_sub(width(label) + 5))
}

/// Returns the column of the text cursor; `None` if nothing is typed.
pub(super) fn caret(app: &App, columns: usize) -> Option<usize> {
    let label = app.viewer.locale().text(Message::Filter);
    let shown = typed(&app.events, &label, columns);
    (!app.events.filter.is_empty()).then(|| 1 + width(&label) + 2 + width(shown))
}

/// Returns the text in place of an empty list.
fn nothing(app: &App) -> Vec<String> {
    let (locale, events) = (app.viewer.locale(), &app.events);
    if let Some(fetching) = app.fetching.as_ref().filter(|_| app.is_loading()) {
        return vec![presenter::first_fetch(locale, &fetching.path.to_string_lossy())];
    }
    if let Some(PendingLoad::Open(path)) = app.pending_load.as_ref().filter(|_| app.is_loading()) {
        return vec![presenter::reading(locale, &path.to_string_lossy())];
    }
    match events.progress {
        Progress::NotBegun | Progress::Reading => Vec::new(),
        Progress::Done if events.count() > 0 => {
            vec![locale.quoting(Message::NoEventHas, &events.filter)]
        }
        Progress::Done => {
            vec![locale.text(Message::NoEvents), String::new(), locale.text(Message::NoEventsHelp)]
        }
    }
}
