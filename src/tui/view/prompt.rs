//! Draws the input line with its label and the current result.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::i18n::Message;
use crate::keymap::{Code, Key};
use crate::presenter;
use crate::theme::TextRole;
use crate::tui::app::App;
use crate::tui::prompt::{Prompt, PromptKind};
use crate::tui::widget::Line;
use kurultai_schedule::text::{cut, width};

/// The number of columns reserved for the text; the result beside it is dropped first.
const FIELD: usize = 20;

/// The input line.
pub(super) struct PromptView<'a> {
    pub(super) app: &'a App,
    pub(super) prompt: &'a Prompt,
}

impl Widget for PromptView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { app, prompt } = self;
        let columns = usize::from(area.width);
        let Parts { sign, message, role, room } = parts(app, prompt, columns);
        let field = prompt.field.line(room);
        let line =
            Line::new(" ", TextRole::Text).add(sign, TextRole::Key).add(" ", TextRole::Text).append(field);
        let mut line =
            if message.is_empty() { line } else { line.add("  ", TextRole::Text).add(message, role) };
        for (key, word) in keys(prompt) {
            let hint = Line::hint(key.to_string(), app.viewer.locale().text(word), TextRole::Dim);
            if line.width() + 3 + hint.width() < columns {
                line = line.add("   ", TextRole::Text).append(hint);
            }
        }
        line.themed(app.viewer.theme()).render(area, buffer);
    }
}

/// Returns the column of the text cursor; `None` if there is no space for it.
pub(super) fn caret(app: &App, prompt: &Prompt, columns: u16) -> Option<usize> {
    let columns = usize::from(columns);
    let Parts { sign, room, .. } = parts(app, prompt, columns);
    let column = width(&sign) + 2 + prompt.field.cursor_column(room);
    (room > 0 && column < columns).then_some(column)
}

/// The text of the line, and the number of columns left for typing.
struct Parts {
    sign: String,
    message: String,
    role: TextRole,
    room: usize,
}

fn parts(app: &App, prompt: &Prompt, columns: usize) -> Parts {
    let sign = sign(app, prompt.kind);
    let (message, role) = message(app, prompt);
    let room = columns.saturating_sub(width(&sign) + 3);
    // At least the beginning of an error must be readable; a count is dropped first.
    let left = room.saturating_sub(2 + (width(prompt.field.text()) + 1).max(FIELD).min(room / 2));
    let message = match role {
        TextRole::Warn => cut(&message, left).into_owned(),
        _ if width(&message) > left => String::new(),
        _ => message,
    };
    let beside = if message.is_empty() { 0 } else { width(&message) + 2 };
    Parts { sign, message, role, room: room.saturating_sub(beside) }
}

fn sign(app: &App, asks: PromptKind) -> String {
    match asks {
        PromptKind::Search => "/".to_owned(),
        PromptKind::Filter => app.viewer.locale().text(Message::PromptFilter),
        PromptKind::Note(_) => app.viewer.locale().text(Message::PromptNote),
        PromptKind::Busy => app.viewer.locale().text(Message::PromptBusy),
    }
}

/// Returns the error in the input, or else the result.
fn message(app: &App, prompt: &Prompt) -> (String, TextRole) {
    let Some(state) = &app.conference else { return (String::new(), TextRole::Dim) };
    let locale = app.viewer.locale();
    match prompt.kind {
        PromptKind::Search => match state.search.completed_error() {
            Some(mistake) => (presenter::query_error(mistake, locale), TextRole::Warn),
            None if state.search.is_pending => ("…".to_owned(), TextRole::Dim),
            None if state.search.query.is_empty() => (String::new(), TextRole::Dim),
            None => (locale.count(Message::CountHits, state.search.hits.len()), TextRole::Dim),
        },
        PromptKind::Filter => {
            let all = state.schedule.conference.sessions.len();
            (locale.of(Message::CountShown, state.filter.matching_count(all), all), TextRole::Dim)
        }
        PromptKind::Busy if prompt.field.text().is_empty() => {
            let is_own = state.shows_own_time;
            let help = if is_own { Message::PromptBusyVenue } else { Message::PromptBusyHelp };
            (locale.text(help), TextRole::Faint)
        }
        PromptKind::Busy | PromptKind::Note(_) => (String::new(), TextRole::Dim),
    }
}

/// Returns the keys of the input line, which no setting changes, and their effects.
fn keys(prompt: &Prompt) -> Vec<(Key, Message)> {
    let is_empty = prompt.field.text().is_empty();
    let [enter, esc] = [Code::Enter, Code::Esc].map(Key::plain);
    match prompt.kind {
        PromptKind::Search => vec![(enter, Message::HintOpen), (esc, Message::HintClose)],
        PromptKind::Filter if is_empty => {
            vec![(Key::char(' '), Message::HintChoose), (enter, Message::HintShow)]
        }
        PromptKind::Filter => vec![(enter, Message::HintChoose), (esc, Message::HintClear)],
        PromptKind::Note(_) | PromptKind::Busy => vec![(enter, Message::HintSave), (esc, Message::HintClose)],
    }
}
