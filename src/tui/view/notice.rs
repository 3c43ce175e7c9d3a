//! A sentence in place of the hints: in as many rows as it takes, for its end often says what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::locale::{Locale, Message};
use crate::text::{cut, wrap};
use crate::theme::Role;
use crate::tui::app::{App, Notice};
use crate::tui::layout::Layout;
use crate::tui::viewer::Viewer;
use crate::tui::widget::Line;

/// A sentence never has more rows than this, nor more than this part of the screen.
const ROWS: usize = 4;
const PART: usize = 4;

/// Draws the sentence upwards from the row of the hints. A rule that parts these from the program moves up with it.
pub(super) fn draw(viewer: &Viewer, notice: &Notice, layout: &Layout, buffer: &mut Buffer) {
    let lines = lines(viewer, notice);
    let more = u16::try_from(lines.len()).unwrap_or(1).saturating_sub(1);
    let area = Rect { y: layout.hints.y - more, height: more + 1, ..layout.hints };
    if let Some(rule) = layout.lower_rule {
        for x in rule.x..rule.right() {
            buffer[(x, rule.y - more)] = buffer[(x, rule.y)].clone();
        }
    }
    let role = match notice {
        Notice::Mistakes(_) | Notice::Sentence(_) | Notice::Warning(_) | Notice::Failed(_) => Role::Warn,
        Notice::Done(_) | Notice::Fetching(_) => Role::Dim,
    };
    for (row, line) in (0..).zip(lines) {
        let line = Line::new(" ", Role::Text).and(line, role).to(area.width.into());
        line.draw(buffer, area, row, viewer.theme());
    }
}

/// The first of the rows that a notice takes, if there is one.
pub(in crate::tui) fn top(app: &App) -> Option<u16> {
    let (notice, layout) = (app.notice.as_ref()?, app.viewer.layout()?);
    let more = lines(&app.viewer, notice).len().saturating_sub(1);
    Some(layout.hints.y - u16::try_from(more).unwrap_or(0))
}

fn lines(viewer: &Viewer, notice: &Notice) -> Vec<String> {
    let (columns, rows) = (usize::from(viewer.size.0).saturating_sub(2), usize::from(viewer.size.1));
    let most = ROWS.min(rows / PART).max(1);
    let sentence = sentence(notice, viewer.locale());
    let mut lines = wrap(&sentence, columns);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut(&rest, columns).into_owned());
    }
    lines
}

fn sentence(notice: &Notice, locale: &Locale) -> String {
    match notice {
        Notice::Mistakes(count) => locale.count(Message::NoticeMistakes, *count),
        Notice::Sentence(message) => locale.text(*message),
        Notice::Done(sentence)
        | Notice::Fetching(sentence)
        | Notice::Warning(sentence)
        | Notice::Failed(sentence) => sentence.clone(),
    }
}
