//! [`Overlay`]: a sheet of text that lies over the screen; letters narrow the help.

mod help;
mod mistakes;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::conference::ConferenceState;
use super::layout_cache::LayoutCache;
use super::view_context::ViewContext;
use super::widget::{Field, Line, Typed, scrollbar};
use crate::fetch::OpenError;
use crate::i18n::Message;
use crate::keymap::{Action, Code, Key};
use crate::text::{cut, width};
use crate::theme::Role;

/// A sheet that lies over the program, and how far it is scrolled.
#[derive(Debug, Clone)]
pub(super) struct Overlay {
    about: OverlayKind,
    /// The first line that is shown.
    top: usize,
    /// The frame in the middle of the screen, as high as its lines need.
    frame: Rect,
    title: String,
    /// The text that narrows the help.
    typed: Field,
    lines: Vec<Line>,
    arranged_for: Option<(u16, u16)>,
}

/// On a screen that is lower the sheet covers the hints, too.
const LOWEST: u16 = 6;

/// What stands on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OverlayKind {
    /// All keys.
    Help,
    /// What is wrong with the file of the program.
    Mistakes,
    /// Why a file cannot be read.
    Unreadable(OpenError),
}

/// The effect of a key on a sheet in which letters are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    /// The sheet stays.
    Stays,
    /// The sheet is closed.
    Closes,
    /// The sheet stays, and the key asks for something that is not about it.
    Asks(Action),
}

impl Overlay {
    pub(super) fn new(about: OverlayKind) -> Self {
        Self {
            about,
            top: 0,
            frame: Rect::ZERO,
            title: String::new(),
            typed: Field::new("", help::LONGEST),
            lines: Vec::new(),
            arranged_for: None,
        }
    }

    /// Makes the lines anew the next time, since what they say of has changed.
    pub(super) fn forget(&mut self) {
        self.arranged_for = None;
    }

    /// Makes the lines for the size of the screen.
    pub(super) fn arrange(
        &mut self,
        viewer: &ViewContext,
        state: Option<&ConferenceState>,
        cache: &LayoutCache,
    ) {
        if self.arranged_for == Some(viewer.size) {
            return;
        }
        self.arranged_for = Some(viewer.size);
        // The hints stay in sight where there is room for both.
        let (columns, rows) =
            (viewer.size.0, viewer.size.1.saturating_sub(u16::from(viewer.size.1 > LOWEST)));
        let widest = if self.about == OverlayKind::Help { help::WIDTH } else { mistakes::WIDTH };
        let frame_width = widest.min(columns);
        let room = usize::from(frame_width).saturating_sub(4);
        let titled = |(title, lines): (String, Vec<Line>)| {
            let height = lines.len();
            (title, lines, height)
        };
        // The frame stays where it is while the help is narrowed.
        let height;
        (self.title, self.lines, height) = match &self.about {
            OverlayKind::Help => {
                let (lines, height) = help::sheet(viewer, state, cache, self.typed.text(), room);
                (viewer.locale().text(Message::Help), lines, height)
            }
            OverlayKind::Mistakes => titled(mistakes::of_file(viewer.locale(), state, room)),
            OverlayKind::Unreadable(error) => titled(mistakes::unreadable(viewer.locale(), error, room)),
        };
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(2).min(rows);
        self.frame = Rect::new((columns - frame_width) / 2, (rows - height) / 2, frame_width, height);
        self.scroll_to(self.top);
    }

    /// True if letters are text here, and no keys.
    pub(super) fn types_text(&self) -> bool {
        self.about == OverlayKind::Help
    }

    /// True if something is typed that narrows the help.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.typed.text().is_empty()
    }

    /// Returns the cell for the cursor: where the next letter comes, or the first cell of the text.
    pub(super) fn cursor(&self) -> Position {
        if self.types_text() {
            let (_, room) = self.field();
            let column = usize::from(self.frame.x) + 2 + self.before_field() + self.typed.caret(room);
            return Position::new(u16::try_from(column).unwrap_or(u16::MAX), self.frame.y);
        }
        self.text_area().as_position()
    }

    /// The columns of the title before what is typed.
    fn before_field(&self) -> usize {
        width(&self.title) + 4
    }

    /// The part of the head in which the title and what is typed are drawn, and the columns that are left for the latter.
    fn field(&self) -> (Rect, usize) {
        let head = Rect { x: self.frame.x + 2, width: self.frame.width.saturating_sub(4), ..self.frame };
        (head, usize::from(head.width).saturating_sub(self.before_field() + 1))
    }

    /// Handles a key, and the action bound to it, while letters are text.
    pub(super) fn press(&mut self, key: Key, bound: Option<Action>) -> Pressed {
        let is_letter = matches!(key, Key { code: Code::Char(_), ctrl: false, alt: false });
        if bound == Some(Action::Help) && !self.is_narrowed() {
            return Pressed::Closes;
        }
        let edits = is_letter || (self.is_narrowed() && !matches!(key.code, Code::Home | Code::End));
        if edits && self.typed.press(key) == Typed::Changed {
            self.narrow();
        } else if !is_letter && let Some(bound) = bound {
            return match bound {
                Action::Quit | Action::Suspend => Pressed::Asks(bound),
                _ if self.act(bound) => Pressed::Stays,
                _ => Pressed::Closes,
            };
        }
        Pressed::Stays
    }

    /// Types a text that was pasted.
    pub(super) fn paste(&mut self, text: &str) {
        if self.types_text() && self.typed.push(text) == Typed::Changed {
            self.narrow();
        }
    }

    /// Begins anew at the first line, with the rows that fit what is typed.
    fn narrow(&mut self) {
        self.top = 0;
        self.forget();
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
            Action::Back if self.is_narrowed() => {
                self.typed = Field::new("", help::LONGEST);
                self.narrow();
                return true;
            }
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

    pub(super) fn draw(&self, buffer: &mut Buffer, viewer: &ViewContext) {
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
        let (head, room) = self.field();
        let title = format!(" {} ", cut(&self.title, usize::from(head.width).saturating_sub(2)));
        let mut title = Line::new(title, Role::Title);
        if self.types_text() && room > 0 {
            let field = match self.typed.text() {
                "" => Line::new(cut(&viewer.locale().text(Message::HelpType), room), Role::Dim),
                _ => self.typed.line(room),
            };
            title = title.and("· ", Role::Faint).join(field).and(" ", Role::Text);
        }
        title.draw(buffer, head, 0, theme);
        let area = self.text_area();
        for (row, line) in (0..area.height).zip(self.lines.iter().skip(self.top)) {
            line.draw(buffer, area, row, theme);
        }
        scrollbar(buffer, area, self.top, self.lines.len(), theme);
    }
}
