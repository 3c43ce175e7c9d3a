//! [`Field`]: a text field.

use tui_input::{Input, InputRequest};

use super::Line;
use crate::keymap::{Code, Key};
use crate::theme::TextRole;
use kurultai_schedule::text::{SafeText, width};

/// A single-line text field.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Field {
    input: Input,
    /// The maximum length in characters.
    longest: usize,
}

/// The effect of a key on a text field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Edit {
    /// The text changed.
    Changed,
    /// The text did not change: the cursor moved, or there was nothing to move, delete or insert.
    Moved,
    /// The key has no effect in a text field.
    Ignored,
}

impl Field {
    /// Creates a field with a text and the cursor at the end.
    pub(in crate::tui) fn new(text: &str, longest: usize) -> Self {
        Self { input: Input::new(text.to_owned()), longest }
    }

    pub(in crate::tui) fn text(&self) -> &str {
        self.input.value()
    }

    /// Handles a key.
    pub(in crate::tui) fn press(&mut self, key: Key) -> Edit {
        let request = match key {
            Key { code: Code::Char(c), ctrl: false, alt: false } => {
                return self.insert(c.encode_utf8(&mut [0; 4]));
            }
            Key { code: Code::Backspace, .. } | Key { code: Code::Char('h'), ctrl: true, .. } => {
                InputRequest::DeletePrevChar
            }
            Key { code: Code::Delete, .. } => InputRequest::DeleteNextChar,
            Key { code: Code::Left, .. } => InputRequest::GoToPrevChar,
            Key { code: Code::Right, .. } => InputRequest::GoToNextChar,
            Key { code: Code::Home, .. } | Key { code: Code::Char('a'), ctrl: true, .. } => {
                InputRequest::GoToStart
            }
            Key { code: Code::End, .. } | Key { code: Code::Char('e'), ctrl: true, .. } => {
                InputRequest::GoToEnd
            }
            Key { code: Code::Char('u'), ctrl: true, .. } => InputRequest::DeleteFromStart,
            Key { code: Code::Char('k'), ctrl: true, .. } => InputRequest::DeleteTillEnd,
            Key { code: Code::Char('w'), ctrl: true, .. } => InputRequest::DeletePrevWord,
            _ => return Edit::Ignored,
        };
        let before = self.text().to_owned();
        self.input.handle(request);
        if self.text() == before { Edit::Moved } else { Edit::Changed }
    }

    /// Inserts a text at the cursor; drops control characters.
    pub(in crate::tui) fn insert(&mut self, text: &str) -> Edit {
        let room = self.longest.saturating_sub(self.text().chars().count());
        let text = SafeText::verbatim(text);
        let letters = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        let letters: Vec<char> = letters.filter(|c| *c != char::REPLACEMENT_CHARACTER).take(room).collect();
        for letter in &letters {
            self.input.handle(InputRequest::InsertChar(*letter));
        }
        if letters.is_empty() { Edit::Moved } else { Edit::Changed }
    }

    /// Returns the part of the text around the cursor that fits, with the cursor drawn.
    pub(in crate::tui) fn line(&self, columns: usize) -> Line {
        let Some((before, after)) = self.around(columns) else { return Line::default() };
        Line::new(before, TextRole::Accent).add("▌", TextRole::Marker).add(after, TextRole::Accent)
    }

    /// Returns the column of the cursor.
    pub(in crate::tui) fn cursor_column(&self, columns: usize) -> usize {
        self.around(columns).map_or(0, |(before, _)| width(before))
    }

    /// Returns the visible text before and after the cursor; `None` without space for the cursor.
    fn around(&self, columns: usize) -> Option<(&str, &str)> {
        let room = columns.checked_sub(1)?;
        let at = self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at);
        let (before, after) = self.text().split_at(at);
        let behind =
            if width(before) + width(after) <= room { width(after) } else { width(after).min(room / 3) };
        let before = tail(before, room.saturating_sub(behind));
        let after = head(after, room.saturating_sub(width(before)));
        Some((before, after))
    }
}

/// Returns the end of a text that fits.
pub(in crate::tui) fn tail(text: &str, columns: usize) -> &str {
    let mut shown = text;
    while width(shown) > columns {
        let mut chars = shown.chars();
        chars.next();
        shown = chars.as_str();
    }
    shown
}

/// Returns the beginning of a text that fits.
fn head(text: &str, columns: usize) -> &str {
    let mut shown = text;
    while width(shown) > columns {
        let mut chars = shown.chars();
        chars.next_back();
        shown = chars.as_str();
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(field: &Field, columns: usize) -> String {
        let line = field.line(columns);
        assert!(line.width() <= columns);
        line.text()
    }

    #[test]
    fn typed_text_is_inserted_at_the_cursor() {
        let mut field = Field::new("ab", 10);
        assert_eq!(field.press(Key::plain(Code::Left)), Edit::Moved);
        assert_eq!(field.press(Key::char('ж')), Edit::Changed);
        assert_eq!((field.text(), shown(&field, 20).as_str()), ("aжb", "aж▌b"));
        assert_eq!(field.press(Key::ctrl('u')), Edit::Changed);
        assert_eq!(field.insert("\u{1b}[2J\nover ten letters"), Edit::Changed);
        assert_eq!(field.text(), "[2J over b");
        assert_eq!(field.press(Key::char('x')), Edit::Moved, "it is full");
        assert_eq!(field.press(Key::ctrl('w')), Edit::Changed);
        assert_eq!(field.press(Key::plain(Code::Up)), Edit::Ignored);
    }

    #[test]
    fn the_cursor_is_in_sight() {
        let mut field = Field::new("0123456789", 20);
        assert_eq!(shown(&field, 6), "56789▌");
        field.press(Key::plain(Code::Home));
        assert_eq!(shown(&field, 6), "▌01234");
        assert_eq!(shown(&field, 0), "");
        assert_eq!(shown(&Field::new("日本語", 9), 5), "本語▌");
    }
}
