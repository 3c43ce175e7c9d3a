//! [`Overlay`]: help, commands and diagnostics, above the screen.

mod commands;
mod help;
mod problems;
mod qr;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::conference::ConferenceState;
use super::layout_cache::LayoutCache;
use super::view_context::ViewContext;
use super::widget::{Edit, Field, Highlight, Line, PopUp, Scrollbar, Themed};
use crate::fetch::OpenError;
use crate::i18n::Message;
use crate::keymap::{Action, Code, Key};
use crate::theme::TextRole;
use kurultai_schedule::text::{cut, width};

pub(super) use commands::Command;

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
    /// The commands of the lines in the palette.
    commands: Vec<Command>,
    /// The selected line of the palette.
    selected: usize,
    laid_out_for: Option<(u16, u16)>,
}

/// The largest height of a screen on which the overlay covers the hints.
const LOWEST: u16 = 6;

/// The content of an overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OverlayKind {
    /// All keys.
    Help,
    /// All commands by name.
    Commands,
    /// The diagnostics of the schedule's file.
    Problems,
    /// An address as a QR code.
    Qr(String),
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
    /// Closes the overlay and runs the command.
    Run(Command),
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
            commands: Vec::new(),
            selected: 0,
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
        let widest = match self.kind {
            OverlayKind::Help => help::WIDTH,
            OverlayKind::Commands => commands::WIDTH,
            OverlayKind::Problems | OverlayKind::Unreadable(_) | OverlayKind::Qr(_) => problems::WIDTH,
        };
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
            OverlayKind::Commands => {
                let listed = commands::list(viewer, state, cache, self.typed.text(), room);
                let (commands, lines): (Vec<Command>, Vec<Line>) = listed.into_iter().unzip();
                self.commands = commands;
                self.selected = self.selected.min(self.commands.len().saturating_sub(1));
                let nothing = || {
                    let text = viewer.locale().quoting(Message::CommandsNothing, self.typed.text().trim());
                    Line::new(" ", TextRole::Text).add(cut(&text, room), TextRole::Dim)
                };
                let lines = if lines.is_empty() { vec![nothing()] } else { lines };
                (viewer.locale().text(Message::Commands), lines, commands::HEIGHT)
            }
            OverlayKind::Qr(address) => {
                let size = (room + 2, usize::from(rows).saturating_sub(2));
                titled(qr::code(viewer.locale(), address, size, !viewer.settings.ascii))
            }
            OverlayKind::Problems => titled(problems::of_file(viewer.locale(), state, room)),
            OverlayKind::Unreadable(error) => titled(problems::unreadable(viewer.locale(), error, room)),
        };
        let frame_width = match self.kind {
            OverlayKind::Qr(_) => {
                let widest = self.lines.iter().map(Line::width).max().unwrap_or(0);
                let widest = widest.max(width(&self.title) + 4);
                u16::try_from(widest + 2).unwrap_or(u16::MAX).min(columns)
            }
            _ => frame_width,
        };
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(2).min(rows);
        self.frame = Rect::new((columns - frame_width) / 2, (rows - height) / 2, frame_width, height);
        self.scroll_to(self.top);
    }

    /// True if letters are typed as text.
    pub(super) fn types_text(&self) -> bool {
        matches!(self.kind, OverlayKind::Help | OverlayKind::Commands)
    }

    /// True for the palette, whose lines can be chosen.
    pub(super) fn lists_commands(&self) -> bool {
        self.kind == OverlayKind::Commands
    }

    /// True if a text is typed.
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
        let opens = if self.lists_commands() { Action::Commands } else { Action::Help };
        if bound == Some(opens) && !self.is_filtered() {
            return KeyEffect::Close;
        }
        if self.lists_commands() && key.code == Code::Enter {
            return self.commands.get(self.selected).copied().map_or(KeyEffect::Keep, KeyEffect::Run);
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
        (self.top, self.selected) = (0, 0);
        self.invalidate();
    }

    fn text_area(&self) -> Rect {
        let Rect { x, y, width, height } = self.frame;
        Rect::new(x + 1.min(width), y + 1.min(height), width.saturating_sub(2), height.saturating_sub(2))
    }

    fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.lines.len().saturating_sub(self.text_area().height.into()));
    }

    /// Selects a line of the palette and scrolls to it.
    fn select(&mut self, line: usize) {
        self.selected = line.min(self.commands.len().saturating_sub(1));
        let height = usize::from(self.text_area().height).max(1);
        self.scroll_to(self.top.clamp((self.selected + 1).saturating_sub(height), self.selected));
    }

    /// Returns the command at a cell of the screen.
    pub(super) fn command_at(&self, column: u16, row: u16) -> Option<Command> {
        let area = self.text_area();
        let line = row.checked_sub(area.y).filter(|_| area.contains((column, row).into()))?;
        self.commands.get(self.top + usize::from(line)).copied()
    }

    /// Performs an action. Returns false if it closes the overlay.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let page = usize::from(self.text_area().height).max(1);
        let from = if self.lists_commands() { self.selected } else { self.top };
        let to = match action {
            Action::Back if self.is_filtered() => {
                self.typed = Field::new("", help::MAX_FILTER);
                self.filter();
                return true;
            }
            Action::Help
            | Action::Problems
            | Action::Commands
            | Action::QrCode
            | Action::Back
            | Action::Open => return false,
            Action::Down => from + 1,
            Action::Up => from.saturating_sub(1),
            Action::PageDown => from + page,
            Action::PageUp => from.saturating_sub(page),
            Action::HalfPageDown => from + page.div_ceil(2),
            Action::HalfPageUp => from.saturating_sub(page.div_ceil(2)),
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => from,
        };
        if self.lists_commands() {
            self.select(to);
        } else {
            self.scroll_to(to);
        }
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
        PopUp { theme }.render(overlay.frame, buffer);
        let (head, _) = overlay.field();
        self.title().themed(theme).render(head, buffer);
        let area = overlay.text_area();
        let lines = overlay.lines.get(overlay.top..).unwrap_or_default();
        Themed { widget: lines, theme }.render(area, buffer);
        let selected = overlay.selected.checked_sub(overlay.top).filter(|_| !overlay.commands.is_empty());
        if let Some(row) = selected.and_then(|row| area.rows().nth(row)) {
            Highlight { has_focus: true, theme }.render(row, buffer);
        }
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
            "" => {
                let help = if overlay.lists_commands() { Message::CommandsType } else { Message::HelpType };
                Line::new(cut(&self.viewer.locale().text(help), room), TextRole::Dim)
            }
            _ => overlay.typed.line(room),
        };
        title.add("· ", TextRole::Faint).append(field).add(" ", TextRole::Text)
    }
}
