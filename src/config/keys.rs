//! The table `[keys]`: the keys of actions.

use kurultai_schedule::diagnostic::{Span, closest_match};
use kurultai_schedule::text::SafeText;
use toml::Value;

use super::ConfigErrorKind;
use crate::keymap::{ALWAYS_QUITS, Action, Binding, Keymap};

/// The name of the table.
pub(super) const TABLE: &str = "keys";
/// The value of an action without a key.
const NONE: &str = "none";

/// The keys that the settings give to actions, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct BoundKeys {
    actions: Vec<(Action, Vec<(Binding, Span)>)>,
    errors: Vec<(Span, ConfigErrorKind)>,
}

/// The positions of a value and of its items, if it is an array.
#[derive(Debug, Clone)]
pub(super) struct ValueSpans<'a> {
    pub(super) name: Span,
    pub(super) value: Span,
    pub(super) items: &'a [Span],
}

impl BoundKeys {
    /// Reads a setting of the table.
    pub(super) fn read(&mut self, name: &str, value: &Value, spans: &ValueSpans<'_>, keymap: &Keymap) {
        let Some((action, _)) = keymap.bindings().find(|(action, _)| action.name() == name) else {
            self.errors.push((spans.name, unknown(name, value, keymap)));
            return;
        };
        let Some(words) = words(value) else {
            let write = ["q", "f5", NONE].map(|key| SafeText::line(&format!("{name} = \"{key}\"")));
            let kind = ConfigErrorKind::Value { key: full(name), write: write.to_vec() };
            self.errors.push((spans.value, kind));
            return;
        };
        if words == [NONE] {
            self.actions.push((action, Vec::new()));
            return;
        }
        let mut keys = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let span = spans.items.get(at).copied().unwrap_or(spans.value);
            match word.parse::<Binding>() {
                Ok(binding) => match self.refused(action, binding) {
                    Some(kind) => self.errors.push((span, kind)),
                    None if keys.iter().any(|(known, _)| *known == binding) => {}
                    None => keys.push((binding, span)),
                },
                Err(unknown) => {
                    let meant = unknown.meant.map(|meant| SafeText::line(&meant));
                    let kind = ConfigErrorKind::KeyName { key: SafeText::line(&unknown.name), meant };
                    self.errors.push((span, kind));
                }
            }
        }
        // Without a valid key, the default keys stay.
        if !keys.is_empty() || words.is_empty() {
            self.actions.push((action, keys));
        }
    }

    /// Returns the reason why an action cannot have a key.
    fn refused(&self, action: Action, binding: Binding) -> Option<ConfigErrorKind> {
        let line = |text: &str| SafeText::line(text);
        let key = line(&binding.to_string());
        if action != Action::Quit && binding.excludes(ALWAYS_QUITS.into()) {
            return Some(ConfigErrorKind::KeyReserved { key, action: line(&action.name()) });
        }
        let keys = self.actions.iter().flat_map(|(action, keys)| keys.iter().map(|(key, _)| (*action, *key)));
        let (other, former) = keys.clone().find(|(_, former)| former.excludes(binding))?;
        let (action, other) = (line(&other.name()), line(&action.name()));
        Some(if former == binding {
            ConfigErrorKind::KeyTwice { key, action, other }
        } else {
            let (key, other_key) = (line(&former.to_string()), key);
            ConfigErrorKind::KeyPrefix { key, action, other_key, other }
        })
    }

    /// Binds the keys, and returns all mistakes with their positions.
    pub(super) fn apply(self, keymap: &mut Keymap) -> Vec<(Span, ConfigErrorKind)> {
        let Self { actions, mut errors } = self;
        let had_key: Vec<Action> =
            keymap.bindings().filter(|(_, keys)| !keys.is_empty()).map(|(action, _)| action).collect();
        let before = keymap.clone();
        for (action, keys) in &actions {
            let keys: Vec<Binding> = keys.iter().map(|(key, _)| *key).collect();
            keymap.bind(*action, &keys);
        }
        let is_set = |action: Action| actions.iter().any(|(set, _)| *set == action);
        for other in had_key.into_iter().filter(|action| keymap.keys(*action).is_empty() && !is_set(*action))
        {
            let lost = before.keys(other);
            let bound = actions
                .iter()
                .flat_map(|(action, keys)| keys.iter().map(|(key, span)| (*action, *key, *span)));
            let mut takers = bound.filter(|(_, key, _)| lost.iter().any(|lost| lost.excludes(*key)));
            if let Some((action, key, span)) = takers.next() {
                let line = |text: &str| SafeText::line(text);
                let (action, other) = (line(&action.name()), line(&other.name()));
                errors.push((span, ConfigErrorKind::KeyTaken { key: line(&key.to_string()), action, other }));
            }
        }
        errors
    }
}

/// Returns the names of the keys; `None` for values of another type.
fn words(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(word) => Some(vec![word]),
        Value::Array(items) => items.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

fn full(name: &str) -> SafeText {
    SafeText::line(&format!("{TABLE}.{name}"))
}

/// Explains an unknown action.
fn unknown(name: &str, value: &Value, keymap: &Keymap) -> ConfigErrorKind {
    let names: Vec<String> = keymap.bindings().map(|(action, _)| action.name()).collect();
    let names = || names.iter().map(String::as_str);
    if let Some(action) = value.as_str().and_then(|word| names().find(|name| *name == word))
        && name.parse::<Binding>().is_ok()
    {
        return ConfigErrorKind::Reversed {
            key: full(name),
            write: SafeText::line(&format!("{action} = \"{name}\"")),
        };
    }
    let meant = closest_match(name, names()).map(full);
    ConfigErrorKind::Unknown { key: full(name), meant }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::keymap::{Code, Key, Lookup};

    fn keymap() -> Keymap {
        Keymap::new(['1', '2'].map(Key::char))
    }

    /// Returns the keys after settings in the table, and the lines of mistakes.
    fn read(table: &str) -> (Keymap, Vec<usize>) {
        let (config, errors) = Config::read(&format!("[keys]\n{table}"), keymap());
        (config.keymap, errors.into_iter().map(|error| error.line).collect())
    }

    #[test]
    fn actions_get_a_key_several_or_none() {
        let (keymap, errors) = read(
            "quit = 'x'\nopen = ['enter', 'ctrl-p', 'g o']\nfirst = 'Home'\nreload = 'none'\npane-2 = '5'\n",
        );
        assert_eq!(errors, Vec::<usize>::new());
        assert_eq!(keymap.action(Key::char('x')), Some(Action::Quit));
        assert_eq!(keymap.action(Key::char('q')), None);
        assert_eq!(keymap.action(Key::ctrl('p')), Some(Action::Open));
        assert_eq!(keymap.lookup(Some(Key::char('g')), Key::char('o')), Lookup::Action(Action::Open));
        assert_eq!(keymap.action(Key::char('r')), None);
        assert_eq!(keymap.action(Key::char('5')), Some(Action::Pane(2)));
        // Under a Russian layout, `ч` is on the key of `x`.
        assert_eq!(keymap.action(Key::char('ч')), Some(Action::Quit));
        assert_eq!(keymap.action(Key::char('й')), None);
        assert_eq!(read("quit = 'none'").0.keys(Action::Quit), [ALWAYS_QUITS.into()]);
    }

    #[test]
    fn keys_can_be_swapped_and_an_empty_list_is_none() {
        let (keymap, errors) = read("search = 'f'\nfilter = '/'\ncopy = []\n");
        assert_eq!(
            (keymap.key_name(Action::Search), keymap.key_name(Action::Filter)),
            ("f".into(), "/".into())
        );
        assert_eq!((keymap.keys(Action::Copy), errors), (&[][..], Vec::new()));
        assert_eq!(
            Config::read("keys = { quit = 'x' }", self::keymap()).0.keymap.key_name(Action::Quit),
            "x"
        );
        assert_eq!(Config::read("keys.quit = 'x'", self::keymap()).0.keymap.key_name(Action::Quit), "x");
    }

    #[test]
    fn a_mistake_costs_its_own_key() {
        let (keymap, errors) =
            read("open = ['nter', 'o', 'space']\npick = 'spcae'\nquit = 'x'\nback = 'x'\n");
        // `event-list` and `pick` lose their only keys.
        assert_eq!(errors, [2, 2, 2, 3, 5]);
        assert_eq!(keymap.keys(Action::Open), [Key::char('o').into(), Key::char(' ').into()]);
        assert_eq!(keymap.keys(Action::Pick), []);
        assert_eq!(keymap.key_name(Action::Quit), "x");
        assert_eq!(keymap.keys(Action::Back), [Key::plain(Code::Esc).into()]);
    }

    #[test]
    fn a_key_that_begins_another_binding_is_a_mistake() {
        for (table, lines) in [
            ("first = 'g g'\nlast = 'g'", &[3][..]),
            ("first = 'g'\nlast = 'g e'", &[3]),
            ("first = 'g g'\nlast = 'g e'", &[]),
            ("first = 'g g'\nlast = 'g g'", &[3]),
            ("first = ['g', 'g']", &[]),
            ("next-day = 'g'", &[]),
            ("search = 'ctrl-c x'", &[2]),
            // The only key of `copy`.
            ("search = 'y y'", &[2]),
            ("search = 'y y'\ncopy = 'none'", &[]),
        ] {
            assert_eq!(read(table).1, lines, "{table}");
        }
    }
}
