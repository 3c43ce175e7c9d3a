//! [`Keymap`]: the actions and the keys that trigger them, and the decoding of key and mouse events.

mod action;
mod key;
mod layout;
mod pointer;
mod sequence;
mod terminal;

pub use action::{Action, Group};
pub use key::{Code, Key};
pub use pointer::{Pointer, PointerKind};
pub use sequence::{Pressed, from_bytes, from_char, from_console, from_csi, from_ss3};
pub use terminal::{from_mouse, from_terminal};

/// The keys of every action, in the order of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Action, Vec<Key>)>,
}

impl Keymap {
    /// Returns the default bindings. `pane_keys` show the panes with a number, from 1.
    pub fn new(pane_keys: impl IntoIterator<Item = Key>) -> Self {
        let bound = |(action, keys): &(Action, &[Key])| (*action, keys.to_vec());
        let mut bindings: Vec<_> = action::DEFAULTS.iter().map(bound).collect();
        let panes = (1..).zip(pane_keys).map(|(number, key)| (Action::Pane(number), vec![key]));
        let at = bindings.iter().position(|(action, _)| *action == Action::NextDay).unwrap_or(0);
        bindings.splice(at..at, panes);
        Self { bindings }
    }

    /// Returns the action of a key; under a Cyrillic layout, of the Latin key at the same position.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        let bound = |key: Key| Some(self.bindings.iter().find(|(_, keys)| keys.contains(&key))?.0);
        bound(key).or_else(|| match key.code {
            Code::Char(c) => bound(Key { code: Code::Char(layout::to_latin(c)?), ..key }),
            _ => None,
        })
    }

    /// Returns the keys of an action, the preferred one first.
    #[must_use]
    pub fn keys(&self, action: Action) -> &[Key] {
        self.bindings.iter().find(|(bound, _)| *bound == action).map_or(&[], |(_, keys)| keys)
    }

    /// Returns the name of the preferred key of an action; empty if it has none.
    #[must_use]
    pub fn key_name(&self, action: Action) -> String {
        self.keys(action).first().map(ToString::to_string).unwrap_or_default()
    }

    /// Returns all actions with their keys.
    pub fn bindings(&self) -> impl Iterator<Item = (Action, &[Key])> {
        self.bindings.iter().map(|(action, keys)| (*action, &keys[..]))
    }

    /// Replaces the keys of an action, and removes them from all other actions.
    pub fn bind(&mut self, action: Action, keys: &[Key]) {
        for (bound, former) in &mut self.bindings {
            if *bound == action {
                *former = keys.to_vec();
            } else {
                former.retain(|key| !keys.contains(key));
            }
        }
    }
}

/// Returns the Cyrillic letter on the key of a Latin letter.
#[must_use]
pub fn cyrillic_twin(key: Key) -> Option<Key> {
    match key.code {
        Code::Char(c) => Some(Key { code: Code::Char(layout::to_cyrillic(c)?), ..key }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    fn keymap() -> Keymap {
        Keymap::new(['1', '2'].map(Key::char))
    }

    #[test]
    fn cyrillic_layouts_trigger_the_same_actions() {
        let keymap = keymap();
        for (action, keys) in keymap.bindings() {
            for key in keys {
                let twin = cyrillic_twin(*key).unwrap_or(*key);
                assert_eq!(keymap.action(twin), Some(action), "{twin}");
            }
        }
        assert_eq!(keymap.action(Key::char('.')), Some(Action::Search));
        assert_eq!(keymap.action(Key::char(',')), Some(Action::Help));
        assert_eq!(keymap.action(Key::ctrl('с')), Some(Action::Quit));
        assert_eq!(keymap.action(Key::char('ө')), Some(Action::Down));
        assert_eq!(keymap.action(Key::char('ң')), Some(Action::Copy));
    }

    #[test]
    fn default_keys_are_unique() {
        let keymap = keymap();
        let mut by_key = HashMap::new();
        let mut actions = HashSet::new();
        for (action, keys) in keymap.bindings() {
            assert!(actions.insert(action), "{action:?}");
            assert!(!keys.is_empty(), "{action:?}");
            for key in keys {
                assert_eq!(by_key.insert(*key, action), None, "{key}");
            }
        }
        assert_eq!(keymap.action(Key::char('2')), Some(Action::Pane(2)));
        assert_eq!(keymap.action(Key::char('3')), None);
    }

    #[test]
    fn a_key_that_is_bound_again_leaves_its_former_action() {
        let mut keymap = keymap();
        keymap.bind(Action::Help, &[Key::plain(Code::F(1)), Key::char('q')]);
        assert_eq!(keymap.key_name(Action::Help), "F1");
        assert_eq!(keymap.action(Key::char('?')), None);
        assert_eq!(keymap.action(Key::char('q')), Some(Action::Help));
        assert_eq!(keymap.keys(Action::Quit), [Key::ctrl('c')]);
        assert_eq!(keymap.key_name(Action::Quit), "Ctrl-C");
    }
}
