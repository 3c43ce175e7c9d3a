//! [`ConfigError`]: a mistake in a setting, with its position.

use kurultai_schedule::text::SafeText;

/// An invalid setting, whose default is used. All other settings are applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted in characters from 1.
    pub column: usize,
    /// The kind of mistake.
    pub kind: ConfigErrorKind,
}

/// The kind of mistake in a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// Invalid TOML.
    Syntax,
    /// An unknown key.
    Unknown {
        /// The key with its table.
        key: SafeText,
        /// The closest known key.
        meant: Option<SafeText>,
    },
    /// An invalid value.
    Value {
        /// The key with its table.
        key: SafeText,
        /// Valid lines for the file: an example, or all alternatives.
        write: Vec<SafeText>,
    },
    /// A key of the keyboard as the name of a setting in `[keys]`.
    Reversed {
        /// The setting with its table.
        key: SafeText,
        /// The valid line.
        write: SafeText,
    },
    /// An unknown key of the keyboard.
    KeyName {
        /// The name as written.
        key: SafeText,
        /// The closest known name.
        meant: Option<SafeText>,
    },
    /// A key for two actions.
    KeyTwice {
        /// The key.
        key: SafeText,
        /// The action that has the key.
        action: SafeText,
        /// The later action, which does not get it.
        other: SafeText,
    },
    /// A key that is also the first of two keys.
    KeyPrefix {
        /// The key or keys of the earlier action.
        key: SafeText,
        /// The action that has them.
        action: SafeText,
        /// The key or keys of the later action.
        other_key: SafeText,
        /// The later action, which does not get them.
        other: SafeText,
    },
    /// The key that always quits, for another action.
    KeyReserved {
        /// The key.
        key: SafeText,
        /// The action.
        action: SafeText,
    },
    /// A key that leaves another action without one.
    KeyTaken {
        /// The key.
        key: SafeText,
        /// The action that gets the key.
        action: SafeText,
        /// The action without a key.
        other: SafeText,
    },
    /// An unknown theme.
    NoTheme {
        /// The name of the theme.
        name: SafeText,
        /// The closest known name.
        meant: Option<SafeText>,
    },
}
