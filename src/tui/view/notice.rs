//! Draws messages above the hints. They are wrapped, because the end of a sentence often contains the advice.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::theme::TextRole;
use crate::tui::app::{App, Notice};
use crate::tui::layout::ScreenLayout;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::{Line, Themed};
use kurultai_schedule::text::{cut, width, wrap};

/// The largest number of rows of a message, and its largest share of the screen.
const ROWS: usize = 4;
const PART: usize = 4;

/// The notice that the next key removes, or else the reminder. It covers the rule above the hints, and rows above it if
/// needed.
pub(super) struct NoticeView<'a> {
    pub(super) app: &'a App,
    pub(super) layout: &'a ScreenLayout,
}

impl Widget for NoticeView<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let (viewer, layout) = (&self.app.viewer, self.layout);
        let mut lines: Vec<Line> = match (&self.app.notice, self.app.shown_reminder()) {
            (Some(notice), _) => {
                let lines = lines(viewer, notice).into_iter();
                lines.map(|line| Line::new(" ", TextRole::Text).add(line, role(notice))).collect()
            }
            (None, Some(text)) => vec![reminder(self.app, &text, layout)],
            (None, None) => return,
        };
        let rows = u16::try_from(lines.len()).unwrap_or(1);
        let area = Rect { y: layout.hints.y.saturating_sub(rows), height: rows, ..layout.hints };
        for (row, line) in lines.iter_mut().enumerate() {
            let own = std::mem::take(line);
            *line = if row == 0 { filled(own, layout) } else { own.pad_to(area.width.into()) };
        }
        Themed { widget: &lines[..], theme: viewer.theme() }.render(area, buffer);
    }
}

/// Builds the line of a reminder, with the key that dismisses it.
fn reminder(app: &App, text: &str, layout: &ScreenLayout) -> Line {
    let key = app.viewer.keymap().key_name(Action::Back);
    let hint = app.viewer.locale().text(Message::HintDismiss);
    let room = usize::from(layout.hints.width).saturating_sub(width(&key) + width(&hint) + 6);
    let line = Line::new(" ", TextRole::Text)
        .add(cut(text, room).into_owned(), TextRole::Warn)
        .add("   ", TextRole::Text);
    line.append(Line::hint(key, hint, TextRole::Dim))
}

/// Fills the line with the rule that it covers, or with blanks.
fn filled(line: Line, layout: &ScreenLayout) -> Line {
    let columns = usize::from(layout.hints.width);
    match columns.checked_sub(line.width() + 1).filter(|_| layout.lower_rule.is_some()) {
        Some(rest) => line.add(" ", TextRole::Text).add("─".repeat(rest), TextRole::Rule),
        None => line.pad_to(columns),
    }
}

fn role(notice: &Notice) -> TextRole {
    match notice {
        Notice::Mistakes(_) | Notice::Sentence(_) | Notice::Warning(_) | Notice::Failed(_) => TextRole::Warn,
        Notice::Done(_) | Notice::Fetching(_) => TextRole::Dim,
    }
}

/// Returns the rows of the message on the screen.
pub(in crate::tui) fn rows(app: &App) -> Option<Range<u16>> {
    let layout = app.viewer.layout()?;
    let rows = match &app.notice {
        Some(notice) => lines(&app.viewer, notice).len(),
        None => usize::from(app.shown_reminder().is_some()),
    };
    let top = layout.hints.y.saturating_sub(u16::try_from(rows).unwrap_or(0));
    Some(top..layout.hints.y).filter(|rows| !rows.is_empty())
}

fn lines(viewer: &ViewContext, notice: &Notice) -> Vec<String> {
    let (columns, rows) = (usize::from(viewer.size.0).saturating_sub(2), usize::from(viewer.size.1));
    let most = ROWS.min(rows / PART).max(1);
    let sentence = sentence(notice, viewer);
    let mut lines = wrap(&sentence, columns);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut(&rest, columns).into_owned());
    }
    lines
}

fn sentence(notice: &Notice, viewer: &ViewContext) -> String {
    match notice {
        Notice::Mistakes(count) => {
            let key = viewer.keymap().key_name(Action::Problems);
            presenter::count_with_key(Message::NoticeMistakes, *count, &key, viewer.locale())
        }
        Notice::Sentence(message) => viewer.locale().text(*message),
        Notice::Done(sentence)
        | Notice::Fetching(sentence)
        | Notice::Warning(sentence)
        | Notice::Failed(sentence) => sentence.clone(),
    }
}
