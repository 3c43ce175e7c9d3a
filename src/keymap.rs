//! Which key does what: [`Key`] → [`Action`]. Help, hints and the README's table of keys are printed from here.
//!
//! What the mouse does is a [`Pointer`]; what that means depends on what stands there, so nothing is bound to it here.

mod action;
mod key;
mod layout;
mod pointer;
mod sequence;
mod terminal;

pub use action::{Action, BINDINGS, Group};
pub use key::{Code, Key};
pub use pointer::{Pointer, PointerKind};
pub use sequence::{Pressed, from_bytes, from_char, from_console, from_csi, from_ss3};
pub use terminal::{from_mouse, from_terminal};

/// Returns the action bound to a key; under a Cyrillic layout, to the Latin key in the same place.
#[must_use]
pub fn action(key: Key) -> Option<Action> {
    let bound = |key: Key| BINDINGS.iter().find(|(_, keys)| keys.contains(&key)).map(|(action, _)| *action);
    let in_same_place = || match key.code {
        Code::Char(c) => layout::to_latin(c).and_then(|latin| bound(Key { code: Code::Char(latin), ..key })),
        _ => None,
    };
    bound(key).or_else(in_same_place)
}

/// Returns the key that types a Cyrillic letter in the place of a Latin one, for users who read Cyrillic.
#[must_use]
pub fn cyrillic_twin(key: Key) -> Option<Key> {
    match key.code {
        Code::Char(c) => Some(Key { code: Code::Char(layout::to_cyrillic(c)?), ..key }),
        _ => None,
    }
}

/// The keys of an action, the one to show first.
#[must_use]
pub fn keys(action: Action) -> &'static [Key] {
    BINDINGS.iter().find(|(bound, _)| *bound == action).map_or(&[], |(_, keys)| keys)
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn a_cyrillic_layout_changes_no_binding() {
        for (action, keys) in BINDINGS {
            for key in *keys {
                let twin = cyrillic_twin(*key).unwrap_or(*key);
                assert_eq!(super::action(twin), Some(*action), "{twin}");
            }
        }
        assert_eq!(action(Key::char('.')), Some(Action::Search));
        assert_eq!(action(Key::char(',')), Some(Action::Help));
        assert_eq!(action(Key::ctrl('с')), Some(Action::Quit));
        assert_eq!(action(Key::char('ө')), Some(Action::Down));
        assert_eq!(action(Key::char('ң')), Some(Action::Copy));
    }

    #[test]
    fn no_key_does_two_things_and_no_action_is_bound_twice() {
        let mut by_key = HashMap::new();
        let mut actions = HashSet::new();
        for (action, keys) in BINDINGS {
            assert!(actions.insert(action), "{action:?}");
            assert!(!keys.is_empty(), "{action:?}");
            for key in *keys {
                assert_eq!(by_key.insert(key, action), None, "{key}");
            }
        }
    }
}
