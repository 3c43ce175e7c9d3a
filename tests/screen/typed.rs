//! Parses keys, clicks and pastes as tests write them.

use kurultai::keymap::{Code, Key, Pointer, PointerKind};
use kurultai::tui::Msg;

/// Returns the messages of `jj`, `<Enter>`, `<C-c>`.
pub(crate) fn parse(keys: &str) -> Vec<Msg> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (msg, after) = match name {
            Some((name, after)) => (named(name), after),
            None => (Msg::Key(Key::char(c)), &rest[c.len_utf8()..]),
        };
        parsed.push(msg);
        rest = after;
    }
    parsed
}

/// Parses `<Enter>`, `<C-c>`, `<click 10,5>`, `<wheel-down 10,5>`, `<paste text>`, `<size 80,24>`.
fn named(name: &str) -> Msg {
    if let Some(c) = name.strip_prefix("C-").and_then(|rest| rest.chars().next()) {
        return Msg::Key(Key::ctrl(c));
    }
    let (word, rest) = name.split_once(' ').unwrap_or((name, ""));
    let pointer = |kind| {
        let (column, row) = rest.split_once(',').expect("column and row");
        let cell = |text: &str| text.parse().expect("a number");
        Msg::Pointer(Pointer { kind, column: cell(column), row: cell(row) })
    };
    Msg::Key(Key::plain(match word {
        "click" => return pointer(PointerKind::Press),
        "wheel-up" => return pointer(PointerKind::WheelUp),
        "wheel-down" => return pointer(PointerKind::WheelDown),
        "paste" => return Msg::Paste(rest.to_owned()),
        "tick" => return Msg::Tick(rest.parse().expect("a time")),
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "BS" => Code::Backspace,
        "Tab" => Code::Tab,
        "S-Tab" => Code::BackTab,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Home" => Code::Home,
        "End" => Code::End,
        other => panic!("no key <{other}>"),
    }))
}
