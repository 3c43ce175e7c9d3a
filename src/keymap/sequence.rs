//! Decodes characters and escape sequences of keys and the mouse.
//!
//! Each function takes a whole sequence without its introducer. All of them first convert to crossterm
//! events, so that the same rules apply on every platform.

use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Key, Pointer, from_mouse, from_terminal};

/// A key press or a mouse event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// A key press.
    Key(Key),
    /// A mouse event.
    Pointer(Pointer),
}

/// Decodes a character, which may be a control character; `alt` if an escape precedes it.
#[must_use]
pub fn from_char(c: char, alt: bool) -> Option<Key> {
    let ctrl = |c: char| (KeyCode::Char(c), KeyModifiers::CONTROL);
    let plain = |code| (code, KeyModifiers::NONE);
    let (code, modifiers) = match c {
        '\r' => plain(KeyCode::Enter),
        '\t' => plain(KeyCode::Tab),
        '\u{7f}' => plain(KeyCode::Backspace),
        '\u{1b}' => plain(KeyCode::Esc),
        '\0' => ctrl(' '),
        '\u{1}'..='\u{1a}' => ctrl(shift_range(c, '\u{1}', 'a')),
        '\u{1c}'..='\u{1f}' => ctrl(shift_range(c, '\u{1c}', '4')),
        c if c.is_control() => return None,
        c => plain(KeyCode::Char(c)),
    };
    let alt = if alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
    from_terminal(&KeyEvent::new(code, modifiers | alt))
}

/// Maps a range of characters that starts at `from` to one that starts at `to`.
fn shift_range(c: char, from: char, to: char) -> char {
    char::from_u32(u32::from(c) - u32::from(from) + u32::from(to)).unwrap_or(c)
}

/// Decodes `ESC [ parameters last`; `None` for sequences other than keys and the mouse, such as replies of
/// the terminal.
#[must_use]
pub fn from_csi(parameters: &[u8], last: u8, alt: bool) -> Option<Pressed> {
    if let Some(parameters) = parameters.strip_prefix(b"<") {
        let [buttons, column, row] = numbers(parameters)?;
        let is_released = match last {
            b'M' => false,
            b'm' => true,
            _ => return None,
        };
        return pointer(buttons, column, row, is_released).map(Pressed::Pointer);
    }
    if last == b'M' {
        let [buttons, column, row] = numbers(parameters)?;
        return pointer(buttons.checked_sub(32)?, column, row, false).map(Pressed::Pointer);
    }
    // Private markers occur only in replies.
    if parameters.iter().any(|byte| !matches!(byte, b'0'..=b';')) {
        return None;
    }
    let mut fields = parameters.split(|byte| *byte == b';');
    let first = fields.next().unwrap_or_default();
    let second = fields.next().unwrap_or_default();
    let code = match last {
        // A cursor position report looks like F3 with a modifier, which also has other encodings.
        b'R' if !parameters.is_empty() => return None,
        b'~' => match number(first)? {
            27 => character(number(fields.next()?)?)?,
            number => tilde(number)?,
        },
        b'u' => character(number(first)?)?,
        _ => letter_key(last)?,
    };
    key(code, second, alt).map(Pressed::Key)
}

/// Decodes `ESC O parameters last`.
#[must_use]
pub fn from_ss3(parameters: &[u8], last: u8, alt: bool) -> Option<Key> {
    let code = match last {
        b'M' => KeyCode::Enter,
        // Operators and digits of the keypad.
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        b'X' => KeyCode::Char('='),
        _ => letter_key(last)?,
    };
    key(code, parameters.rsplit(|byte| *byte == b';').next().unwrap_or_default(), alt)
}

/// Decodes the three bytes after `ESC [ M`.
#[must_use]
pub fn from_bytes([buttons, column, row]: [u8; 3]) -> Option<Pointer> {
    let place = |byte: u8| u16::from(byte.saturating_sub(32));
    pointer(u16::from(buttons.checked_sub(32)?), place(column), place(row), false)
}

/// Decodes a function key of the Linux console: `A` to `E` are F1 to F5.
#[must_use]
pub fn from_console(last: u8) -> Option<Key> {
    let number = (b'A'..=b'E').contains(&last).then(|| last - b'A' + 1)?;
    key(KeyCode::F(number), b"", false)
}

/// Returns the key of a sequence with this final letter.
fn letter_key(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        b'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

/// Returns the key of a sequence with this number and a final `~`.
fn tilde(number: u16) -> Option<KeyCode> {
    let f = |from: u16, first: u8| KeyCode::F(u8::try_from(number - from).unwrap_or(0) + first);
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => f(11, 1),
        17..=21 => f(17, 6),
        23..=26 => f(23, 11),
        28 | 29 => f(28, 15),
        31..=34 => f(31, 17),
        _ => return None,
    })
}

/// Returns the key with this code point, or with this number of the kitty protocol (from 57,344 on).
fn character(number: u16) -> Option<KeyCode> {
    Some(match number {
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        57399..=57408 => KeyCode::Char(shift_range(char::from_u32(u32::from(number))?, '\u{e037}', '0')),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57426 => KeyCode::Delete,
        57344.. => return None,
        _ => KeyCode::Char(char::from_u32(u32::from(number)).filter(|c| !c.is_control())?),
    })
}

/// Adds modifiers, given as `modifiers:kind`: 1 plus a bit set; kind 1 is press, 2 repeat, 3 release.
fn key(code: KeyCode, modifiers: &[u8], alt: bool) -> Option<Key> {
    let mut fields = modifiers.split(|byte| *byte == b':');
    let bits = fields.next().and_then(number).unwrap_or(1).saturating_sub(1);
    let kind = match fields.next().and_then(number) {
        Some(3) => KeyEventKind::Release,
        Some(2) => KeyEventKind::Repeat,
        _ => KeyEventKind::Press,
    };
    let bits_and_modifiers = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ];
    let pressed =
        bits_and_modifiers.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, modifier)| modifier);
    let mut modifiers: KeyModifiers = pressed.collect();
    if alt {
        modifiers |= KeyModifiers::ALT;
    }
    // A protocol that reports Shift may send the lowercase letter with it.
    let code = match code {
        KeyCode::Char(c) if modifiers.contains(KeyModifiers::SHIFT) && c.is_lowercase() => {
            let mut upper = c.to_uppercase();
            KeyCode::Char(upper.next().filter(|_| upper.next().is_none()).unwrap_or(c))
        }
        code => code,
    };
    from_terminal(&KeyEvent::new_with_kind(code, modifiers, kind))
}

/// Decodes button bits and a position counted from 1.
fn pointer(buttons: u16, column: u16, row: u16, is_released: bool) -> Option<Pointer> {
    let is_moved = buttons & 32 != 0;
    let kind = match buttons & !0b11100 {
        0 if is_released => MouseEventKind::Up(MouseButton::Left),
        0 => MouseEventKind::Down(MouseButton::Left),
        64 => MouseEventKind::ScrollUp,
        65 => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let modifiers = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    let modifiers =
        modifiers.into_iter().filter(|(bit, _)| buttons & bit != 0).map(|(_, modifier)| modifier).collect();
    // Some terminals count from 0.
    let (column, row) = (column.saturating_sub(1), row.saturating_sub(1));
    let event = MouseEvent { kind, column, row, modifiers };
    from_mouse(&event).filter(|_| !is_moved)
}

fn number(digits: &[u8]) -> Option<u16> {
    // Alternative key codes follow after a colon.
    let digits = digits.split(|byte| *byte == b':').next()?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn numbers(parameters: &[u8]) -> Option<[u16; 3]> {
    let mut fields = parameters.split(|byte| *byte == b';').map(number);
    let numbers = [fields.next()??, fields.next()??, fields.next()??];
    fields.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::{Code, PointerKind};

    #[track_caller]
    fn check(sequence: &str, expected: Option<Key>) {
        let (parameters, last) = sequence.as_bytes().split_at(sequence.len() - 1);
        assert_eq!(from_csi(parameters, last[0], false), expected.map(Pressed::Key), "{sequence}");
    }

    #[test]
    fn keys_have_several_encodings() {
        for (sequences, code) in [
            (&["A", "1;1A", "57419u"][..], Code::Up),
            (&["H", "1~", "7~", "1;1H"], Code::Home),
            (&["F", "4~", "8~"], Code::End),
            (&["3~"], Code::Delete),
            (&["5~"], Code::PageUp),
            (&["6~"], Code::PageDown),
            (&["Z", "9;2u"], Code::BackTab),
            (&["P", "11~"], Code::F(1)),
            (&["15~"], Code::F(5)),
            (&["24~"], Code::F(12)),
            (&["27u"], Code::Esc),
            (&["13u", "57414u"], Code::Enter),
            (&["127u"], Code::Backspace),
            (&["113u", "113;1:1u", "113;1:2u", "27;1;113~"], Code::Char('q')),
            (&["1078u"], Code::Char('ж')),
            (&["103;2u", "103:71;2u", "27;2;103~"], Code::Char('G')),
            (&["57400u"], Code::Char('1')),
        ] {
            for sequence in sequences {
                check(sequence, Some(Key::plain(code)));
            }
        }
        check("99;5u", Some(Key::ctrl('c')));
        check("27;5;99~", Some(Key::ctrl('c')));
        check("1;3A", Some(Key { code: Code::Up, ctrl: false, alt: true }));
        check("1;5D", Some(Key { code: Code::Left, ctrl: true, alt: false }));
    }

    #[test]
    fn replies_releases_and_unknown_keys_are_ignored() {
        for sequence in [
            "113;1:3u",
            "1;1:3A",
            "2~",
            "201~",
            "99~",
            "?0u",
            "?1u",
            "12;40R",
            "1;2R",
            "0n",
            "?62;22c",
            ">0;95;0c",
            "?2026;2$y",
            "8;24;80t",
            "I",
            "O",
            "99999999999u",
            "113;9u",
            "57441u",
            "3;0u",
            ";u",
            "~",
            "u",
            "m",
        ] {
            check(sequence, None);
        }
    }

    #[test]
    fn the_mouse_has_three_encodings() {
        let at = |kind, column, row| Some(Pressed::Pointer(Pointer { kind, column, row }));
        assert_eq!(from_csi(b"<0;8;4", b'M', false), at(PointerKind::Press, 7, 3));
        assert_eq!(from_csi(b"32;8;4", b'M', false), at(PointerKind::Press, 7, 3));
        assert_eq!(from_bytes(*b" ($").map(Pressed::Pointer), at(PointerKind::Press, 7, 3));
        assert_eq!(from_csi(b"<64;1;1", b'M', false), at(PointerKind::WheelUp, 0, 0));
        assert_eq!(from_csi(b"<65;1;1", b'M', false), at(PointerKind::WheelDown, 0, 0));
        assert_eq!(from_csi(b"<0;0;0", b'M', false), at(PointerKind::Press, 0, 0));
        for ignored in
            ["<0;8;4m", "<4;8;4M", "<1;8;4M", "<2;8;4M", "<35;8;4M", "<32;8;4M", "<66;8;4M", "<255;1;1M"]
        {
            let (parameters, last) = ignored.as_bytes().split_at(ignored.len() - 1);
            assert_eq!(from_csi(parameters, last[0], false), None, "{ignored}");
        }
        for broken in ["<;;M", "<M", "<0;-1;-1M", "<0;1M", "<0;1;1;1M", "<99999;1;1M", "0;1;1M"] {
            let (parameters, last) = broken.as_bytes().split_at(broken.len() - 1);
            assert_eq!(from_csi(parameters, last[0], false), None, "{broken}");
        }
    }
}
