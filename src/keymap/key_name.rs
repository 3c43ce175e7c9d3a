//! Parses names of keys in the notations of several programs: `ctrl-p`, `Ctrl+P`, `C-p`, `<C-p>`, `Ctrl p`, `pageup`,
//! `PgUp`, `↑`.

use kurultai_schedule::text::closest_match;

use super::{Code, Key};

/// The names of keys other than characters; the first name of each key is suggested for typos.
const NAMES: &[(Code, &[&str])] = &[
    (Code::Char(' '), &["space", "spc"]),
    (Code::Char('-'), &["minus"]),
    (Code::Char('+'), &["plus"]),
    (Code::Char('<'), &["lt"]),
    (Code::Char('>'), &["gt"]),
    (Code::Enter, &["enter", "return", "ret", "cr"]),
    (Code::Esc, &["esc", "escape"]),
    (Code::Tab, &["tab"]),
    (Code::BackTab, &["backtab"]),
    (Code::Backspace, &["backspace", "bs"]),
    (Code::Up, &["up", "↑"]),
    (Code::Down, &["down", "↓"]),
    (Code::Left, &["left", "←"]),
    (Code::Right, &["right", "→"]),
    (Code::PageUp, &["pageup", "pgup", "page-up"]),
    (Code::PageDown, &["pagedown", "pgdn", "pgdown", "page-down"]),
    (Code::Home, &["home"]),
    (Code::End, &["end"]),
    (Code::Delete, &["delete", "del"]),
];

const MODIFIERS: &[(Modifier, &[&str])] = &[
    (Modifier::Ctrl, &["ctrl", "control", "c"]),
    (Modifier::Alt, &["alt", "meta", "option", "a", "m"]),
    (Modifier::Shift, &["shift", "s"]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Modifier {
    Ctrl,
    Alt,
    Shift,
}

/// A name that is no key which a terminal reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKey {
    /// The name as written.
    pub name: String,
    /// The closest name of a key.
    pub meant: Option<String>,
}

impl UnknownKey {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), meant: None }
    }
}

/// Splits a text into names of keys. A modifier alone belongs to the next name: `Ctrl p`.
pub(super) fn split(text: &str) -> Vec<String> {
    if text == " " {
        return vec!["space".to_owned()];
    }
    let mut names: Vec<String> = Vec::new();
    let mut before = String::new();
    for word in text.replace("><", "> <").split_whitespace() {
        // A letter alone is a key, although it may also be a modifier.
        if word.len() > 1 && modifier(word).is_some() {
            before.push_str(word);
            before.push('-');
        } else {
            names.push(std::mem::take(&mut before) + word);
        }
    }
    if !before.is_empty() {
        names.push(before);
    }
    names
}

/// Parses the name of a key.
pub(super) fn parse(name: &str) -> Result<Key, UnknownKey> {
    let inner =
        name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).filter(|name| !name.is_empty());
    let mut rest = inner.unwrap_or(name);
    let mut modifiers = Vec::new();
    while let Some((word, after)) =
        rest.split_once(['-', '+']).filter(|(word, after)| !word.is_empty() && !after.is_empty())
    {
        let Some(modifier) = modifier(word) else { break };
        modifiers.push(modifier);
        rest = after;
    }
    let key = code(rest).and_then(|code| with_modifiers(code, &modifiers));
    key.ok_or_else(|| UnknownKey { name: name.to_owned(), meant: meant(name) })
}

fn modifier(word: &str) -> Option<Modifier> {
    let word = word.to_lowercase();
    MODIFIERS.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(modifier, _)| *modifier)
}

fn code(name: &str) -> Option<Code> {
    let mut letters = name.chars();
    if let (Some(c), None) = (letters.next(), letters.next()) {
        let named = NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(code, _)| *code);
        return named.or_else(|| (!c.is_control() && !c.is_whitespace()).then_some(Code::Char(c)));
    }
    let name = name.to_lowercase();
    if let Some(number) = name.strip_prefix('f').and_then(|digits| digits.parse().ok()) {
        return (1..=20).contains(&number).then_some(Code::F(number));
    }
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(code, _)| *code)
}

/// Applies modifiers as terminals do; `None` for combinations that they do not report.
fn with_modifiers(code: Code, modifiers: &[Modifier]) -> Option<Key> {
    let has = |modifier| modifiers.contains(&modifier);
    let (ctrl, alt) = (has(Modifier::Ctrl), has(Modifier::Alt));
    let code = match code {
        Code::Char(c) if ctrl && c.is_alphabetic() && has(Modifier::Shift) => return None,
        Code::Char(c) if ctrl || (alt && !has(Modifier::Shift)) => Code::Char(single(c.to_lowercase())?),
        Code::Char(c) if has(Modifier::Shift) && c.is_alphabetic() => Code::Char(single(c.to_uppercase())?),
        Code::Tab if has(Modifier::Shift) => Code::BackTab,
        _ if has(Modifier::Shift) => return None,
        code => code,
    };
    let plain = |code| Some(Key { alt, ..Key::plain(code) });
    // Terminals report these as the same key.
    match code {
        Code::Char('j' | 'm') if ctrl => plain(Code::Enter),
        Code::Char('i') if ctrl => plain(Code::Tab),
        Code::Char('[') if ctrl => plain(Code::Esc),
        code => Some(Key { code, ctrl, alt }),
    }
}

fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}

/// Returns the closest name of a key, with the modifiers before it.
fn meant(name: &str) -> Option<String> {
    let (before, last) = name.rfind(['-', '+']).map_or(("", name), |at| name.split_at(at + 1));
    let keys = || NAMES.iter().map(|(_, names)| names[0]);
    let modifiers = before.trim_end_matches(['-', '+']);
    let known = ["ctrl", "alt", "shift"];
    let before = match modifiers {
        "" => String::new(),
        word if modifier(word).is_some() => before.to_owned(),
        word => format!("{}-", closest_match(word, known).or_else(|| prefix(word, &known))?),
    };
    let last = if code(last).is_some() { last } else { closest_match(last, keys())? };
    let meant = before + last;
    (meant != name && parse(&meant).is_ok()).then_some(meant)
}

/// Returns the known word that begins or ends like a short one.
fn prefix<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut letters = word.chars();
    let first = letters.next()?;
    known.iter().copied().find(|known| {
        word.len() >= 2 && known.starts_with(first) && letters.clone().all(|letter| known.contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use crate::keymap::{Binding, Code, Key};

    const CODES: [Code; 16] = [
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Backspace,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::PageUp,
        Code::PageDown,
        Code::Home,
        Code::End,
        Code::Delete,
        Code::F(1),
        Code::F(12),
    ];

    #[test]
    fn displayed_names_can_be_written() {
        let characters = (' '..='~').chain("йЖөҢ한".chars()).map(Code::Char);
        for code in characters.chain(CODES) {
            for (ctrl, alt) in [(false, false), (false, true), (true, false)] {
                let lower = !matches!(code, Code::Char(c) if c.is_uppercase());
                let is_alias = matches!(code, Code::Char('j' | 'm' | 'i' | '['));
                if ctrl && (!lower || is_alias || code == Code::BackTab) {
                    continue;
                }
                let key = Key { code, ctrl, alt };
                assert_eq!(key.to_string().parse(), Ok(Binding::from(key)), "{key}");
            }
        }
        let pair = Binding { first: Key::char('g'), second: Some(Key::ctrl('x')) };
        assert_eq!(pair.to_string(), "g Ctrl-X");
        assert_eq!(pair.to_string().parse(), Ok(pair));
    }

    #[test]
    fn notations_of_other_programs_are_understood() {
        let shift_tab = Key::plain(Code::BackTab);
        for (names, key) in [
            (
                &["ctrl-p", "Ctrl-P", "ctrl+p", "C-p", "c-p", "<C-p>", "Ctrl p", "control-p"][..],
                Key::ctrl('p'),
            ),
            (&["alt-x", "A-x", "<A-x>", "M-x", "Alt x", "alt+X"], Key { alt: true, ..Key::char('x') }),
            (&["alt-shift-x", "A-S-x", "S-A-X"], Key { alt: true, ..Key::char('X') }),
            (&["space", "Space", "<Space>", " ", "SPC"], Key::char(' ')),
            (&["shift-tab", "S-tab", "<S-Tab>", "backtab", "<BackTab>"], shift_tab),
            (&["shift-g", "S-g", "G"], Key::char('G')),
            (&["pageup", "PgUp", "<PageUp>", "page-up"], Key::plain(Code::PageUp)),
            (&["f5", "F5", "<F5>"], Key::plain(Code::F(5))),
            (&["ret", "enter", "<Enter>", "<CR>", "ctrl-m", "C-j"], Key::plain(Code::Enter)),
            (&["-", "minus"], Key::char('-')),
            (&["ctrl--", "C-minus"], Key::ctrl('-')),
            (&["<", "lt", "<lt>"], Key::char('<')),
            (&["c"], Key::char('c')),
            (&["й"], Key::char('й')),
        ] {
            for name in names {
                assert_eq!(name.parse(), Ok(Binding::from(key)), "{name}");
            }
        }
        for name in ["g g", "gg".split_at(1).0, "<g><g>"] {
            assert!(name.parse::<Binding>().is_ok(), "{name}");
        }
        assert_eq!("<g><g>".parse(), "g g".parse::<Binding>());
    }

    #[test]
    fn unknown_names_are_reported_with_the_closest_one() {
        for (name, meant) in [
            ("spcae", Some("space")),
            ("ctl-p", Some("ctrl-p")),
            ("crtl-p", Some("ctrl-p")),
            ("ctrl-entre", Some("ctrl-enter")),
            ("pagup", Some("pageup")),
            ("hyper-x", None),
            ("f99", None),
            ("shift-up", None),
            ("ctrl-shift-p", None),
            ("", None),
            ("ctrl", None),
            ("ctrl-", None),
            ("g g g", None),
            ("gg", None),
        ] {
            let error = name.parse::<Binding>().unwrap_err();
            assert_eq!(error.meant.as_deref(), meant, "{name}: {error:?}");
        }
    }
}
