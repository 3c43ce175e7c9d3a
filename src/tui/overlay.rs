//! [`Overlay`]: help and diagnostics, above the screen.

mod help;
mod problems;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use super::conference::ConferenceState;
use super::layout_cache::LayoutCache;
use super::view_context::ViewContext;
use super::widget::{Edit, Field, Line, Scrollbar, Themed};
use crate::fetch::OpenError;
use crate::i18n::Message;
use crate::keymap::{Action, Code, Key};
use crate::theme::TextRole;
use kurultai_schedule::text::{cut, width};

/// A scrollable overlay.
#[derive(Debug, Clone)]
pub(super) struct Overlay {
    kind: OverlayKind,
    /// The first visible line.
    top: usize,
    /// The frame, centered and as high as its lines.
    frame: Rect,
    title: String,
    /// The text that filters the help.
    typed: Field,
    lines: Vec<Line>,
    laid_out_for: Option<(u16, u16)>,
}

/// The largest height of a screen on which the overlay covers the hints.
const LOWEST: u16 = 6;

/// The content of an overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OverlayKind {
    /// All keys.
    Help,
    /// The diagnostics of the schedule's file.
    Problems,
    /// The reason why a file cannot be read.
    Unreadable(OpenError),
}

/// The effect of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyEffect {
    /// Keeps the overlay open.
    Keep,
    /// Closes the overlay.
    Close,
    /// Keeps the overlay open and performs the action.
    Perform(Action),
}

impl Overlay {
    pub(super) fn new(about: OverlayKind) -> Self {
        Self {
            kind: about,
            top: 0,
            frame: Rect::ZERO,
            title: String::new(),
            typed: Field::new("", help::MAX_FILTER),
            lines: Vec::new(),
            laid_out_for: None,
        }
    }

    /// Requests a new layout.
    pub(super) fn invalidate(&mut self) {
        self.laid_out_for = None;
    }

    /// Lays the lines out for the size of the screen.
    pub(super) fn lay_out(
        &mut self,
        viewer: &ViewContext,
        state: Option<&ConferenceState>,
        cache: &LayoutCache,
    ) {
        if self.laid_out_for == Some(viewer.size) {
            return;
        }
        self.laid_out_for = Some(viewer.size);
        // Keep the hints visible if there is space for both.
        let (columns, rows) =
            (viewer.size.0, viewer.size.1.saturating_sub(u16::from(viewer.size.1 > LOWEST)));
        let widest = if self.kind == OverlayKind::Help { help::WIDTH } else { problems::WIDTH };
        let frame_width = widest.min(columns);
        let room = usize::from(frame_width).saturating_sub(4);
        let titled = |(title, lines): (String, Vec<Line>)| {
            let height = lines.len();
            (title, lines, height)
        };
        // The frame keeps its height while the help is filtered.
        let height;
        (self.title, self.lines, height) = match &self.kind {
            OverlayKind::Help => {
                let (lines, height) = help::sheet(viewer, state, cache, self.typed.text(), room);
                (viewer.locale().text(Message::Help), lines, height)
            }
            OverlayKind::Problems => titled(problems::of_file(viewer.locale(), state, room)),
            OverlayKind::Unreadable(error) => titled(problems::unreadable(viewer.locale(), error, room)),
        };
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(2).min(rows);
        self.frame = Rect::new((columns - frame_width) / 2, (rows - height) / 2, frame_width, height);
        self.scroll_to(self.top);
    }

    /// True if letters are typed as text.
    pub(super) fn types_text(&self) -> bool {
        self.kind == OverlayKind::Help
    }

    /// True if the help has a filter.
    pub(super) fn is_filtered(&self) -> bool {
        !self.typed.text().is_empty()
    }

    /// Returns the position of the text cursor, or the first cell of the text.
    pub(super) fn cursor(&self) -> Position {
        if self.types_text() {
            let (_, room) = self.field();
            let column = usize::from(self.frame.x) + 2 + self.before_field() + self.typed.cursor_column(room);
            return Position::new(u16::try_from(column).unwrap_or(u16::MAX), self.frame.y);
        }
        self.text_area().as_position()
    }

    /// Returns the columns before the typed text.
    fn before_field(&self) -> usize {
        width(&self.title) + 4
    }

    /// Returns the area of the title and the typed text, and the columns left for the latter.
    fn field(&self) -> (Rect, usize) {
        let head = Rect { x: self.frame.x + 2, width: self.frame.width.saturating_sub(4), ..self.frame };
        (head, usize::from(head.width).saturating_sub(self.before_field() + 1))
    }

    /// Handles a key while letters are typed as text. `bound` is the action of the key.
    pub(super) fn press(&mut self, key: Key, bound: Option<Action>) -> KeyEffect {
        let is_letter = matches!(key, Key { code: Code::Char(_), ctrl: false, alt: false });
        if bound == Some(Action::Help) && !self.is_filtered() {
            return KeyEffect::Close;
        }
        let edits = is_letter || (self.is_filtered() && !matches!(key.code, Code::Home | Code::End));
        if edits && self.typed.press(key) == Edit::Changed {
            self.filter();
        } else if !is_letter && let Some(bound) = bound {
            return match bound {
                Action::Quit | Action::Suspend => KeyEffect::Perform(bound),
                _ if self.act(bound) => KeyEffect::Keep,
                _ => KeyEffect::Close,
            };
        }
        KeyEffect::Keep
    }

    /// Inserts a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        if self.types_text() && self.typed.insert(text) == Edit::Changed {
            self.filter();
        }
    }

    /// Filters the lines and scrolls to the first one.
    fn filter(&mut self) {
        self.top = 0;
        self.invalidate();
    }

    fn text_area(&self) -> Rect {
        let Rect { x, y, width, height } = self.frame;
        Rect::new(x + 1.min(width), y + 1.min(height), width.saturating_sub(2), height.saturating_sub(2))
    }

    fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.lines.len().saturating_sub(self.text_area().height.into()));
    }

    /// Performs an action. Returns false if it closes the overlay.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let page = usize::from(self.text_area().height).max(1);
        let top = match action {
            Action::Back if self.is_filtered() => {
                self.typed = Field::new("", help::MAX_FILTER);
                self.filter();
                return true;
            }
            Action::Help | Action::Problems | Action::Back | Action::Open => return false,
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

    /// True if the overlay covers a cell of the screen.
    pub(super) fn covers(&self, column: u16, row: u16) -> bool {
        self.frame.contains((column, row).into())
    }

    /// Returns the overlay as a widget.
    pub(super) fn view<'a>(&'a self, viewer: &'a ViewContext) -> OverlayView<'a> {
        OverlayView { overlay: self, viewer }
    }
}

/// An overlay above the screen.
pub(super) struct OverlayView<'a> {
    overlay: &'a Overlay,
    viewer: &'a ViewContext,
}

impl Widget for OverlayView<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let (overlay, theme) = (self.overlay, self.viewer.theme());
        let frame = overlay.frame;
        // Wide symbols that the frame covers by half are erased.
        if let Some(x) = frame.x.checked_sub(1) {
            for y in frame.top()..frame.bottom() {
                if width(buffer[(x, y)].symbol()) > 1 {
                    buffer[(x, y)].set_symbol(" ");
                }
            }
        }
        Clear.render(frame, buffer);
        buffer.set_style(frame, theme.screen());
        let border = Block::bordered().border_type(BorderType::Rounded);
        border.border_style(theme.style(TextRole::Rule)).render(frame, buffer);
        let (head, _) = overlay.field();
        self.title().themed(theme).render(head, buffer);
        let area = overlay.text_area();
        let lines = overlay.lines.get(overlay.top..).unwrap_or_default();
        Themed { widget: lines, theme }.render(area, buffer);
        Scrollbar { top: overlay.top, height: overlay.lines.len(), theme }.render(area, buffer);
    }
}

impl OverlayView<'_> {
    /// Builds the title and the typed text.
    fn title(&self) -> Line {
        let overlay = self.overlay;
        let (head, room) = overlay.field();
        let title = format!(" {} ", cut(&overlay.title, usize::from(head.width).saturating_sub(2)));
        let title = Line::new(title, TextRole::Title);
        if !overlay.types_text() || room == 0 {
            return title;
        }
        let field = match overlay.typed.text() {
            "" => Line::new(cut(&self.viewer.locale().text(Message::HelpType), room), TextRole::Dim),
            _ => overlay.typed.line(room),
        };
        title.add("· ", TextRole::Faint).append(field).add(" ", TextRole::Text)
    }
}
