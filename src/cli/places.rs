//! Selects the files, folders and URLs to open: the arguments, or the default ones.

use std::path::{Path, PathBuf};

use super::library;
use crate::schedule::is_standard_input;

/// The folder that is opened without arguments, in addition to the library.
const DEFAULT_FOLDER: &str = "events";

/// Returns the given places, or `./events` and the library if there are none.
pub(super) fn places(paths: &[PathBuf]) -> Vec<PathBuf> {
    if !paths.is_empty() {
        return paths.to_vec();
    }
    let folder = Some(PathBuf::from(DEFAULT_FOLDER)).filter(|folder| folder.is_dir());
    folder.into_iter().chain(library_paths()).collect()
}

/// Returns a file, its folder and the library: the event list for a single file.
pub(super) fn around(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), PathBuf::from);
    // Standard input and pipes can be read only once.
    let file = Some(path.to_owned()).filter(|path| !is_standard_input(path) && path.is_file());
    file.into_iter().chain([folder]).chain(library_paths()).collect()
}

fn library_paths() -> impl Iterator<Item = PathBuf> {
    library::events().into_iter().map(|event| event.path)
}
