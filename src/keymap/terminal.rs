//! Converts crossterm's key and mouse events.

use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Code, Key, Pointer, PointerKind};

/// Modifiers that no binding can have.
const UNSUPPORTED: KeyModifiers = KeyModifiers::SUPER.union(KeyModifiers::HYPER).union(KeyModifiers::META);

/// Converts a key event; `None` for a release and for keys that no binding can have.
#[must_use]
pub fn from_terminal(event: &KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(UNSUPPORTED) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    // Enter arrives as a line feed, which is Ctrl-J, if it was typed before the terminal entered raw mode.
    if ctrl && !alt && matches!(event.code, KeyCode::Char('j' | 'J')) {
        return Some(Key::plain(Code::Enter));
    }
    let code = match event.code {
        // With Ctrl, capitals come from Caps Lock or Windows.
        KeyCode::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::Delete => Code::Delete,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, ctrl, alt })
}

/// Converts a mouse event; `None` for releases, moves and other buttons.
///
/// Events with a modifier belong to the terminal, which selects text, opens links or zooms. Some terminals also report
/// them.
#[must_use]
pub fn from_mouse(event: &MouseEvent) -> Option<Pointer> {
    if !event.modifiers.is_empty() {
        return None;
    }
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => PointerKind::Press,
        MouseEventKind::ScrollUp => PointerKind::WheelUp,
        MouseEventKind::ScrollDown => PointerKind::WheelDown,
        _ => return None,
    };
    Some(Pointer { kind, column: event.column, row: event.row })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::{Pressed, from_char, from_csi};

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        from_terminal(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn capitals_have_no_shift_modifier() {
        assert_eq!(pressed(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(pressed(KeyCode::Char('Ж'), KeyModifiers::SHIFT), Some(Key::char('Ж')));
    }

    #[test]
    fn ctrl_ignores_case() {
        assert_eq!(pressed(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::ctrl('c')));
        assert_eq!(
            pressed(KeyCode::Char('C'), KeyModifiers::CONTROL | KeyModifiers::SHIFT),
            Some(Key::ctrl('c'))
        );
    }

    #[test]
    fn a_line_feed_is_enter() {
        let enter = Some(Key::plain(Code::Enter));
        for c in ['j', 'J'] {
            assert_eq!(pressed(KeyCode::Char(c), KeyModifiers::CONTROL), enter);
            assert_eq!(pressed(KeyCode::Char(c), KeyModifiers::NONE), Some(Key::char(c)));
        }
        assert_eq!(from_char('\n', false), enter);
        assert_eq!(from_csi(b"106;5", b'u', false), enter.map(Pressed::Key));
        let alt = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('j'), alt), Some(Key { alt: true, ..Key::ctrl('j') }));
    }

    #[test]
    fn shift_tab_is_back_tab() {
        for code in [KeyCode::Tab, KeyCode::BackTab] {
            assert_eq!(pressed(code, KeyModifiers::SHIFT), Some(Key::plain(Code::BackTab)));
        }
    }

    #[test]
    fn releases_are_ignored() {
        let kinds = [KeyEventKind::Press, KeyEventKind::Repeat, KeyEventKind::Release];
        let acts = kinds.map(|kind| {
            from_terminal(&KeyEvent::new_with_kind(KeyCode::Up, KeyModifiers::NONE, kind)).is_some()
        });
        assert_eq!(acts, [true, true, false]);
    }

    #[test]
    fn unsupported_keys_are_ignored() {
        assert_eq!(pressed(KeyCode::CapsLock, KeyModifiers::NONE), None);
        assert_eq!(pressed(KeyCode::Char('q'), KeyModifiers::SUPER), None);
    }

    fn pointed(kind: MouseEventKind, modifiers: KeyModifiers) -> Option<Pointer> {
        from_mouse(&MouseEvent { kind, column: 7, row: 3, modifiers })
    }

    #[test]
    fn presses_and_the_wheel_keep_their_position() {
        let kinds = [
            (MouseEventKind::Down(MouseButton::Left), PointerKind::Press),
            (MouseEventKind::ScrollUp, PointerKind::WheelUp),
            (MouseEventKind::ScrollDown, PointerKind::WheelDown),
        ];
        for (event, kind) in kinds {
            assert_eq!(pointed(event, KeyModifiers::NONE), Some(Pointer { kind, column: 7, row: 3 }));
        }
    }

    #[test]
    fn other_mouse_events_are_ignored() {
        let left = MouseButton::Left;
        for kind in [
            MouseEventKind::Up(left),
            MouseEventKind::Drag(left),
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::Down(MouseButton::Middle),
            MouseEventKind::Moved,
            MouseEventKind::ScrollLeft,
            MouseEventKind::ScrollRight,
        ] {
            assert_eq!(pointed(kind, KeyModifiers::NONE), None, "{kind:?}");
        }
    }

    #[test]
    fn mouse_events_with_a_modifier_are_ignored() {
        for modifier in [KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT] {
            for kind in [MouseEventKind::Down(MouseButton::Left), MouseEventKind::ScrollUp] {
                assert_eq!(pointed(kind, modifier), None, "{kind:?} {modifier:?}");
            }
        }
    }
}
