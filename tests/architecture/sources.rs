//! Rust files of the project.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source folders of the two crates: the app, and the library below it.
pub(crate) const CRATES: [&str; 2] = ["src", LIBRARY];
pub(crate) const LIBRARY: &str = "crates/kurultai-schedule/src";

/// Returns the sources of both crates.
pub(crate) fn all_sources() -> Vec<(String, String)> {
    CRATES.into_iter().flat_map(sources).collect()
}

/// Returns the path of a source file within its crate: `format/json.rs`.
pub(crate) fn in_crate(path: &str) -> Option<&str> {
    CRATES.into_iter().find_map(|folder| path.strip_prefix(folder)?.strip_prefix('/'))
}

/// Returns the Rust files below a folder as pairs of path and text; paths use `/`.
pub(crate) fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name =
                    path.strip_prefix(root()).expect("in the project").to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

/// True for files that contain only tests.
pub(crate) fn is_tests(path: &str) -> bool {
    path.ends_with("tests.rs")
}

/// Returns the production code of a file: without comment lines and items under `#[cfg(test)]`.
pub(crate) fn code(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        if trimmed == "#[cfg(test)]" {
            let end = format!("{}}}", &line[..line.len() - trimmed.len()]);
            for line in lines.by_ref() {
                if line.ends_with(';') && !line.starts_with(' ') || line == end {
                    break;
                }
            }
        } else if !trimmed.starts_with("//") {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}
