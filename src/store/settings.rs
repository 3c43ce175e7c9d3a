//! Loads the settings.

use super::{Folders, StoreWarning, file};
use crate::config::Config;
use crate::keymap::Keymap;
use kurultai_schedule::text::SafeText;

const FILE: &str = "config.toml";

/// Loads the settings. Missing and invalid ones get their defaults; `keymap` has the default keys.
#[must_use]
pub fn load_config(folders: &Folders, keymap: Keymap) -> (Config, Vec<StoreWarning>) {
    let path = folders.config.join(FILE);
    let text = match file::read(&path) {
        Ok(content) => content.text,
        Err(error) => return (Config::new(keymap), vec![StoreWarning::Unreadable(error)]),
    };
    let (config, bad) = Config::read(&text, keymap);
    let path = SafeText::line(&path.to_string_lossy());
    (config, bad.into_iter().map(|setting| StoreWarning::Setting { path: path.clone(), setting }).collect())
}
