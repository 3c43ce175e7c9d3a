//! Which key does what: [`Key`] → [`Action`]. Help, hints and the README's table of keys are printed from here.
//!
//! What the mouse does is a [`Pointer`]; what that means depends on what stands there, so nothing is bound to it here.

mod action;
mod key;
mod pointer;
mod terminal;

pub use action::{Action, BINDINGS};
pub use key::{Code, Key};
pub use pointer::{Pointer, PointerKind};
pub use terminal::{from_mouse, from_terminal};

/// What a key does.
#[must_use]
pub fn action(key: Key) -> Option<Action> {
    BINDINGS.iter().find(|(_, keys)| keys.contains(&key)).map(|(action, _)| *action)
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
