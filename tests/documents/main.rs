//! The documentation for users names exactly the existing keys, commands and options.

#![cfg(test)]

mod checks;
mod finding;
mod format;
mod keys;
mod planning;
mod showcase;
mod themes;
mod wishes;

use std::collections::{BTreeMap, BTreeSet};

use kurultai_schedule::format::event_file::tables;

/// The tables with several names, the short forms last.
const SHORT_FORMS: [(&str, &[&str]); 2] = [("people", &["guests", "speakers"]), ("agenda", &["sessions"])];

/// Returns the full name of a table.
fn whole(name: &str) -> &str {
    SHORT_FORMS.iter().find(|(_, short)| short.contains(&name)).map_or(name, |(whole, _)| whole)
}

/// Returns every key of the format by table; short forms are replaced by full names.
fn keys() -> BTreeMap<String, BTreeSet<String>> {
    tables()
        .map(|(name, keys)| (whole(name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect()))
        .collect()
}

/// Reads a file of the project.
fn file(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(path).expect("the file is there").replace("\r\n", "\n")
}
