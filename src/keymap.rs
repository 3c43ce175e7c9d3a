//! [`Keymap`]: the actions and the keys that trigger them, and the decoding of key and mouse events.

mod action;
mod binding;
mod key;
mod key_name;
mod layout;
mod pointer;
mod sequence;
mod terminal;

pub use action::{Action, Group};
pub use binding::Binding;
pub use key::{Code, Key};
pub use key_name::UnknownKey;
pub use pointer::{Pointer, PointerKind};
pub use sequence::{Pressed, from_bytes, from_char, from_console, from_csi, from_ss3};
pub use terminal::{from_mouse, from_terminal};

/// The key that always quits, so that no setting can lock a user in.
pub const ALWAYS_QUITS: Key = Key::ctrl('c');

/// The keys of every action, in the order of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Action, Vec<Binding>)>,
}

/// The meaning of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// An action.
    Action(Action),
    /// The first of two keys.
    Prefix,
    /// None.
    Unbound,
}

impl Keymap {
    /// Returns the default bindings. `pane_keys` show the panes with a number, from 1.
    pub fn new(pane_keys: impl IntoIterator<Item = Key>) -> Self {
        let bound =
            |(action, keys): &(Action, &[Key])| (*action, keys.iter().copied().map(Binding::from).collect());
        let mut bindings: Vec<_> = action::DEFAULTS.iter().map(bound).collect();
        let panes = (1..).zip(pane_keys).map(|(number, key)| (Action::Pane(number), vec![key.into()]));
        let at = bindings.iter().position(|(action, _)| *action == Action::NextDay).unwrap_or(0);
        bindings.splice(at..at, panes);
        Self { bindings }
    }

    /// Returns the meaning of a key after the first of two keys; under a Cyrillic layout, of the Latin keys at the same
    /// positions.
    #[must_use]
    pub fn lookup(&self, first: Option<Key>, key: Key) -> Lookup {
        let known = |first: Option<Key>, key: Key| {
            let pressed = first.map_or(Binding::from(key), |first| Binding { first, second: Some(key) });
            if let Some(action) = self.bound(pressed) {
                return Some(Lookup::Action(action));
            }
            let all = self.bindings.iter().flat_map(|(_, bindings)| bindings);
            let mut prefixes = all.filter(|binding| binding.second.is_some());
            (first.is_none() && prefixes.any(|binding| binding.first == key)).then_some(Lookup::Prefix)
        };
        let latin = latin(key);
        let pairs = match first {
            None => [(None, Some(key)), (None, latin)],
            Some(first) => {
                [(Some(first), Some(key)), (Some(self::latin(first).unwrap_or(first)), latin.or(Some(key)))]
            }
        };
        let found = pairs.into_iter().find_map(|(first, key)| known(first, key?));
        found.unwrap_or(Lookup::Unbound)
    }

    /// Returns the action of a single key; under a Cyrillic layout, of the Latin key at the same position.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        match self.lookup(None, key) {
            Lookup::Action(action) => Some(action),
            Lookup::Prefix | Lookup::Unbound => None,
        }
    }

    /// Returns the action of a single key while letters are typed as text. Enter, Esc, Tab, the arrows and the like have
    /// their default actions there.
    #[must_use]
    pub fn action_while_typing(&self, key: Key) -> Option<Action> {
        if is_fixed_while_typing(key) { default_action(key) } else { self.action(key) }
    }

    fn bound(&self, binding: Binding) -> Option<Action> {
        Some(self.bindings.iter().find(|(_, bindings)| bindings.contains(&binding))?.0)
    }

    /// Returns the keys of an action, the preferred ones first.
    #[must_use]
    pub fn keys(&self, action: Action) -> &[Binding] {
        self.bindings.iter().find(|(bound, _)| *bound == action).map_or(&[], |(_, keys)| keys)
    }

    /// Returns the preferred key of an action that works while letters are typed as text.
    #[must_use]
    pub fn key_while_typing(&self, action: Action) -> Option<Key> {
        let fixed = action::DEFAULTS.iter().find(|(known, _)| *known == action);
        let fixed = fixed.and_then(|(_, keys)| keys.iter().copied().find(|key| is_fixed_while_typing(*key)));
        let is_text = |key: &Key| matches!(key, Key { code: Code::Char(_), ctrl: false, alt: false });
        let mut others = self.keys(action).iter().filter_map(|binding| binding.single());
        fixed.or_else(|| others.find(|key| !is_text(key) && !is_fixed_while_typing(*key)))
    }

    /// Returns the name of the preferred key of an action; empty if it has none.
    #[must_use]
    pub fn key_name(&self, action: Action) -> String {
        self.keys(action).first().map(ToString::to_string).unwrap_or_default()
    }

    /// Returns all actions with their keys.
    pub fn bindings(&self) -> impl Iterator<Item = (Action, &[Binding])> {
        self.bindings.iter().map(|(action, keys)| (*action, &keys[..]))
    }

    /// Returns the second keys after a first one, with their actions.
    pub fn after(&self, first: Key) -> impl Iterator<Item = (Key, Action)> {
        let first = if self.lookup(None, first) == Lookup::Prefix && !self.begins(first) {
            latin(first).unwrap_or(first)
        } else {
            first
        };
        let all =
            self.bindings.iter().flat_map(|(action, keys)| keys.iter().map(|binding| (*action, *binding)));
        all.filter_map(move |(action, binding)| {
            Some((binding.second.filter(|_| binding.first == first)?, action))
        })
    }

    /// True if a key is the first of two.
    fn begins(&self, key: Key) -> bool {
        let mut all = self.bindings.iter().flat_map(|(_, bindings)| bindings);
        all.any(|binding| binding.first == key && binding.second.is_some())
    }

    /// Replaces the keys of an action, and removes them from all other actions. [`ALWAYS_QUITS`] stays.
    pub fn bind(&mut self, action: Action, keys: &[Binding]) {
        let quits = Binding::from(ALWAYS_QUITS);
        let keys = || keys.iter().copied().filter(|key| !key.excludes(quits));
        for (bound, former) in &mut self.bindings {
            if *bound == action {
                *former = keys().chain((action == Action::Quit).then_some(quits)).collect();
            } else {
                former.retain(|former| !keys().any(|key| key.excludes(*former)));
            }
        }
    }
}

/// True for the keys whose action no setting changes while letters are typed as text.
fn is_fixed_while_typing(key: Key) -> bool {
    !key.ctrl && !key.alt && !matches!(key.code, Code::Char(_) | Code::F(_))
}

/// Returns the default action of a key.
fn default_action(key: Key) -> Option<Action> {
    Some(action::DEFAULTS.iter().find(|(_, keys)| keys.contains(&key))?.0)
}

/// Returns the Latin key at the position of a Cyrillic one.
fn latin(key: Key) -> Option<Key> {
    match key.code {
        Code::Char(c) => Some(Key { code: Code::Char(layout::to_latin(c)?), ..key }),
        _ => None,
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
            for key in keys.iter().filter_map(|binding| binding.single()) {
                let twin = cyrillic_twin(key).unwrap_or(key);
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

    #[track_caller]
    fn bind(keymap: &mut Keymap, action: Action, keys: &[&str]) {
        let keys: Vec<Binding> = keys.iter().map(|key| key.parse().unwrap()).collect();
        keymap.bind(action, &keys);
    }

    #[test]
    fn a_key_that_is_bound_again_leaves_its_former_action() {
        let mut keymap = keymap();
        bind(&mut keymap, Action::Help, &["f1", "q"]);
        assert_eq!(keymap.key_name(Action::Help), "F1");
        assert_eq!(keymap.action(Key::char('?')), None);
        assert_eq!(keymap.action(Key::char('q')), Some(Action::Help));
        assert_eq!(keymap.keys(Action::Quit), [Key::ctrl('c').into()]);
        assert_eq!(keymap.key_name(Action::Quit), "Ctrl-C");
        bind(&mut keymap, Action::Quit, &["x"]);
        assert_eq!(keymap.keys(Action::Quit), [Key::char('x').into(), Key::ctrl('c').into()]);
        bind(&mut keymap, Action::Pick, &["ctrl-c", "ctrl-c x"]);
        assert_eq!(keymap.action(Key::ctrl('c')), Some(Action::Quit));
        bind(&mut keymap, Action::Quit, &[]);
        assert_eq!(keymap.key_name(Action::Quit), "Ctrl-C");
    }

    #[test]
    fn two_keys_can_be_bound_one_after_the_other() {
        let mut keymap = keymap();
        bind(&mut keymap, Action::Last, &["g e", "end"]);
        bind(&mut keymap, Action::PreviousDay, &["g ["]);
        let (g, e) = (Key::char('g'), Key::char('e'));
        assert_eq!(keymap.lookup(None, g), Lookup::Prefix);
        assert_eq!(keymap.lookup(Some(g), e), Lookup::Action(Action::Last));
        assert_eq!(keymap.lookup(Some(g), g), Lookup::Unbound);
        assert_eq!(keymap.lookup(None, e), Lookup::Action(Action::ExportPlan));
        assert_eq!(keymap.key_name(Action::First), "Home");
        assert_eq!(keymap.key_name(Action::Last), "g e");
        // Under a Russian layout, the keys at the same positions.
        assert_eq!(keymap.lookup(None, Key::char('п')), Lookup::Prefix);
        assert_eq!(keymap.lookup(Some(Key::char('п')), Key::char('у')), Lookup::Action(Action::Last));
        assert_eq!(keymap.lookup(Some(Key::char('п')), Key::char('х')), Lookup::Action(Action::PreviousDay));
        let expected = [(e, Action::Last), (Key::char('['), Action::PreviousDay)];
        for first in [g, Key::char('п')] {
            let mut after: Vec<_> = keymap.after(first).collect();
            after.sort_unstable_by_key(|(key, _)| std::cmp::Reverse(*key));
            assert_eq!(after, expected);
        }
    }

    #[test]
    fn named_keys_keep_their_actions_while_typing() {
        let mut keymap = keymap();
        bind(&mut keymap, Action::Back, &["x"]);
        bind(&mut keymap, Action::Pick, &["enter"]);
        bind(&mut keymap, Action::PageDown, &["alt-v", "space"]);
        let (enter, esc) = (Key::plain(Code::Enter), Key::plain(Code::Esc));
        assert_eq!(keymap.action(enter), Some(Action::Pick));
        assert_eq!(keymap.action_while_typing(enter), Some(Action::Open));
        assert_eq!(keymap.action(esc), None);
        assert_eq!(keymap.action_while_typing(esc), Some(Action::Back));
        assert_eq!(keymap.key_while_typing(Action::Back), Some(esc));
        assert_eq!(keymap.key_while_typing(Action::Open), Some(enter));
        assert_eq!(keymap.key_while_typing(Action::PageDown), Some(Key::plain(Code::PageDown)));
        assert_eq!(keymap.key_while_typing(Action::Quit), Some(Key::ctrl('c')));
        assert_eq!(keymap.key_while_typing(Action::Pick), None);
    }

    #[test]
    fn actions_have_names() {
        let keymap = keymap();
        let names: Vec<String> = keymap.bindings().map(|(action, _)| action.name()).collect();
        for name in ["down", "half-page-down", "pane-2", "toggle-time-zone", "quit"] {
            assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
        }
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    }
}
