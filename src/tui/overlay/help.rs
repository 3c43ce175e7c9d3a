//! The help: every action with its keys, printed from the keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::keymap::{Action, BINDINGS};
use crate::locale::Message;
use crate::text::width;
use crate::theme::Role;
use crate::tui::App;
use crate::tui::widget::Line;

/// Wider than this the help is not.
const WIDTH: u16 = 60;

/// Where a key leaves the help; `None` when it closes it.
pub(in crate::tui) fn act(app: &App, top: usize, action: Action) -> Option<usize> {
    let (lines, height) = (lines(app).len(), usize::from(text_area(app).height));
    let top = match action {
        Action::Help | Action::Back | Action::Open => return None,
        Action::Down => top + 1,
        Action::Up => top.saturating_sub(1),
        Action::PageDown => top + height.max(1),
        Action::PageUp => top.saturating_sub(height.max(1)),
        Action::First => 0,
        Action::Last => lines,
        _ => top,
    };
    Some(top.min(lines.saturating_sub(height)))
}

pub(in crate::tui) fn draw(app: &App, top: usize, buffer: &mut Buffer) {
    let theme = app.viewer.theme();
    let frame = frame(app);
    for y in frame.top()..frame.bottom() {
        // A letter of two columns that the frame cuts in half goes whole.
        if let Some(left) = frame.x.checked_sub(1).filter(|left| width(buffer[(*left, y)].symbol()) > 1) {
            buffer[(left, y)].set_symbol(" ");
        }
        let (left, fill, right) = match y {
            y if y == frame.top() => ("╭", "─", "╮"),
            y if y == frame.bottom() - 1 => ("╰", "─", "╯"),
            _ => ("│", " ", "│"),
        };
        let inside = usize::from(frame.width.saturating_sub(2));
        let row = Line::new(left, Role::Rule).and(fill.repeat(inside), Role::Rule).and(right, Role::Rule);
        row.draw(buffer, frame, y - frame.y, theme);
    }
    let title = format!(" {} ", app.viewer.locale().text(Message::Help));
    let head = Rect { x: frame.x + 2, width: frame.width.saturating_sub(4), ..frame };
    Line::new(title, Role::Title).draw(buffer, head, 0, theme);
    let area = text_area(app);
    for (row, line) in (0..area.height).zip(lines(app).iter().skip(top)) {
        line.draw(buffer, area, row, theme);
    }
}

/// The frame in the middle of the screen, as high as its lines need.
fn frame(app: &App) -> Rect {
    let (width, height) = app.viewer.size;
    let rows = u16::try_from(lines(app).len()).unwrap_or(u16::MAX).saturating_add(2).min(height);
    let columns = WIDTH.min(width);
    Rect::new((width - columns) / 2, (height - rows) / 2, columns, rows)
}

fn text_area(app: &App) -> Rect {
    let frame = frame(app);
    Rect::new(
        frame.x + 1.min(frame.width),
        frame.y + 1.min(frame.height),
        frame.width.saturating_sub(2),
        frame.height.saturating_sub(2),
    )
}

/// Panes have a row together: they differ in nothing but the number.
fn lines(app: &App) -> Vec<Line> {
    let locale = app.viewer.locale();
    let mut rows: Vec<(String, String)> = Vec::new();
    for (action, keys) in BINDINGS {
        let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
        let what = locale.text(action.message());
        match rows.last_mut() {
            Some((keys, last)) if *last == what => *keys = format!("{keys} {}", names.join(" ")),
            _ => rows.push((names.join(" "), what)),
        }
    }
    let keys = rows.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    rows.into_iter()
        .map(|(key, what)| Line::new(" ", Role::Text).and(key, Role::Key).to(keys + 3).and(what, Role::Text))
        .collect()
}
