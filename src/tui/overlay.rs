//! [`Overlay`]: a sheet of text that lies over the program.

mod help;
mod mistakes;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::viewer::Viewer;
use super::visit::Visit;
use super::widget::{Line, scrollbar};
use crate::fetch::OpenError;
use crate::keymap::Action;
use crate::text::{cut, width};
use crate::theme::Role;

/// A sheet that lies over the program, and how far it is scrolled.
#[derive(Debug, Clone)]
pub(super) struct Overlay {
    about: About,
    /// The first line that is shown.
    top: usize,
    /// The frame in the middle of the screen, as high as its lines need.
    frame: Rect,
    title: String,
    lines: Vec<Line>,
    arranged_for: Option<(u16, u16)>,
}

/// On a screen that is lower the sheet covers the hints, too.
const LOWEST: u16 = 6;

/// What stands on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// All keys.
    Help,
    /// What is wrong with the file of the program.
    Mistakes,
    /// Why a file cannot be read.
    Unreadable(OpenError),
}

impl Overlay {
    pub(super) fn new(about: About) -> Self {
        Self { about, top: 0, frame: Rect::ZERO, title: String::new(), lines: Vec::new(), arranged_for: None }
    }

    /// Makes the lines anew the next time, since what they say of has changed.
    pub(super) fn forget(&mut self) {
        self.arranged_for = None;
    }

    /// Makes the lines for the size of the screen.
    pub(super) fn arrange(&mut self, viewer: &Viewer, visit: Option<&Visit>) {
        if self.arranged_for == Some(viewer.size) {
            return;
        }
        self.arranged_for = Some(viewer.size);
        // The hints stay in sight where there is room for both.
        let (columns, rows) =
            (viewer.size.0, viewer.size.1.saturating_sub(u16::from(viewer.size.1 > LOWEST)));
        let widest = if self.about == About::Help { help::WIDTH } else { mistakes::WIDTH };
        let frame_width = widest.min(columns);
        let room = usize::from(frame_width).saturating_sub(4);
        (self.title, self.lines) = match &self.about {
            About::Help => help::sheet(viewer.locale(), room),
            About::Mistakes => mistakes::of_file(viewer.locale(), visit, room),
            About::Unreadable(error) => mistakes::unreadable(viewer.locale(), error, room),
        };
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(rows);
        self.frame = Rect::new((columns - frame_width) / 2, (rows - height) / 2, frame_width, height);
        self.scroll_to(self.top);
    }

    /// The first cell of its text.
    pub(super) fn origin(&self) -> Position {
        self.text_area().as_position()
    }

    fn text_area(&self) -> Rect {
        let Rect { x, y, width, height } = self.frame;
        Rect::new(x + 1.min(width), y + 1.min(height), width.saturating_sub(2), height.saturating_sub(2))
    }

    fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.lines.len().saturating_sub(self.text_area().height.into()));
    }

    /// Answers a key; false when it closes the sheet.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let page = usize::from(self.text_area().height).max(1);
        let top = match action {
            Action::Help | Action::Mistakes | Action::Back | Action::Open => return false,
            Action::Down => self.top + 1,
            Action::Up => self.top.saturating_sub(1),
            Action::PageDown => self.top + page,
            Action::PageUp => self.top.saturating_sub(page),
            Action::HalfPageDown => self.top + page.div_ceil(2),
            Action::HalfPageUp => self.top.saturating_sub(page.div_ceil(2)),
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => self.top,
        };
        self.scroll_to(top);
        true
    }

    /// Whether a cell of the screen is on the sheet.
    pub(super) fn covers(&self, column: u16, row: u16) -> bool {
        self.frame.contains((column, row).into())
    }

    pub(super) fn draw(&self, buffer: &mut Buffer, viewer: &Viewer) {
        let (theme, frame) = (viewer.theme(), self.frame);
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
        let head = Rect { x: frame.x + 2, width: frame.width.saturating_sub(4), ..frame };
        let title = format!(" {} ", cut(&self.title, usize::from(head.width).saturating_sub(2)));
        Line::new(title, Role::Title).draw(buffer, head, 0, theme);
        let area = self.text_area();
        for (row, line) in (0..area.height).zip(self.lines.iter().skip(self.top)) {
            line.draw(buffer, area, row, theme);
        }
        scrollbar(buffer, area, self.top, self.lines.len(), theme);
    }
}
