//! Loads the settings and the user's themes.

use std::path::{Path, PathBuf};

use super::{Folders, StoreWarning, file};
use crate::config::{Config, ConfigError, ConfigErrorKind, ThemeName, read_theme};
use crate::keymap::Keymap;
use crate::theme::{BaseTheme, ThemeDefinition};
use kurultai_schedule::text::{SafeText, closest_match};

const FILE: &str = "config.toml";
/// The folder of the user's themes.
const THEMES: &str = "themes";
/// The ending of their files.
const ENDING: &str = "toml";

/// Loads the settings. Missing and invalid ones get their defaults; `keymap` has the default keys.
#[must_use]
pub fn load_config(folders: &Folders, keymap: Keymap) -> (Config, Vec<StoreWarning>) {
    let path = folders.config.join(FILE);
    let text = match file::read(&path) {
        Ok(content) => content.text,
        Err(error) => return (Config::new(keymap), vec![StoreWarning::Unreadable(error)]),
    };
    let (config, bad) = Config::read(&text, keymap);
    (config, warnings(&path, bad))
}

/// A theme with its file, if it is the user's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LoadedTheme {
    /// The theme.
    pub definition: ThemeDefinition,
    /// The file, which may change.
    pub file: Option<PathBuf>,
}

/// Finds a theme: a file of the user, or a theme of the app. `Err` has the closest known name.
///
/// # Errors
///
/// If there is no such theme.
pub fn load_theme(
    folders: Option<&Folders>,
    name: &str,
) -> Result<(LoadedTheme, Vec<StoreWarning>), Option<SafeText>> {
    let themes = folders.map(|folders| folders.config.join(THEMES));
    let is_file_name = !name.contains(['/', '\\', ':', '\0']) && !name.starts_with('.');
    let path = themes.as_ref().filter(|_| is_file_name).map(|themes| themes.join(format!("{name}.{ENDING}")));
    if let Some(path) = path.filter(|path| path.is_file()) {
        let (definition, warnings) = load_theme_file(&path);
        return Ok((LoadedTheme { definition, file: Some(path) }, warnings));
    }
    if let Some(base) = BaseTheme::from_name(name) {
        return Ok((LoadedTheme { definition: base.into(), file: None }, Vec::new()));
    }
    let own = themes.as_deref().map(names).unwrap_or_default();
    let known = BaseTheme::NAMES.iter().map(|(name, _)| *name).chain(own.iter().map(String::as_str));
    Err(closest_match(name, known).map(SafeText::line))
}

/// Finds the theme of the settings; the default theme, with a warning, if there is no such theme.
#[must_use]
pub fn configured_theme(folders: Option<&Folders>, theme: &ThemeName) -> (LoadedTheme, Vec<StoreWarning>) {
    load_theme(folders, &theme.name).unwrap_or_else(|meant| {
        let kind = ConfigErrorKind::NoTheme { name: theme.name.clone(), meant };
        let error = ConfigError { line: theme.line, column: theme.column, kind };
        let path = folders.map(|folders| folders.config.join(FILE)).unwrap_or_default();
        (LoadedTheme::default(), warnings(&path, vec![error]))
    })
}

/// Reads the file of a theme.
#[must_use]
pub fn load_theme_file(path: &Path) -> (ThemeDefinition, Vec<StoreWarning>) {
    match file::read(path) {
        Ok(content) => {
            let (definition, bad) = read_theme(&content.text);
            (definition, warnings(path, bad))
        }
        Err(error) => (ThemeDefinition::default(), vec![StoreWarning::Unreadable(error)]),
    }
}

/// Returns the names of the user's themes.
fn names(themes: &Path) -> Vec<String> {
    let paths = themes.read_dir().into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let themes = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    themes.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect()
}

fn warnings(path: &Path, bad: Vec<ConfigError>) -> Vec<StoreWarning> {
    let path = SafeText::line(&path.to_string_lossy());
    bad.into_iter().map(|setting| StoreWarning::Setting { path: path.clone(), setting }).collect()
}
