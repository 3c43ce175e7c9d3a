//! [`Binding`]: a key, or two keys pressed one after the other.

use std::fmt;
use std::str::FromStr;

use super::{Key, UnknownKey, key_name};

/// A key, or two keys pressed one after the other: `q`, `Ctrl-P`, `g g`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Binding {
    /// The key, or the first of two.
    pub first: Key,
    /// The second key.
    pub second: Option<Key>,
}

impl Binding {
    /// Returns the key if there is only one.
    #[must_use]
    pub fn single(self) -> Option<Key> {
        self.second.is_none().then_some(self.first)
    }

    /// True if the two bindings conflict: they are equal, or one is the first key of the other.
    #[must_use]
    pub fn excludes(self, other: Self) -> bool {
        self.first == other.first
            && (self.second.is_none() || other.second.is_none() || self.second == other.second)
    }
}

impl From<Key> for Binding {
    fn from(first: Key) -> Self {
        Self { first, second: None }
    }
}

/// Formats the keys for help and hints, separated by a space.
impl fmt::Display for Binding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.second.map_or(Ok(()), |second| write!(f, " {second}"))
    }
}

/// Parses one or two names of keys as people write them: `q`, `ctrl-p`, `C-p`, `<C-p>`, `Ctrl p`, `space`, `f5`, `g g`.
impl FromStr for Binding {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let mut keys = key_name::split(text).into_iter().map(|name| key_name::parse(&name));
        let first = keys.next().ok_or_else(|| UnknownKey::new(text))??;
        let second = keys.next().transpose()?;
        if keys.next().is_some() {
            return Err(UnknownKey::new(text));
        }
        Ok(Self { first, second })
    }
}
