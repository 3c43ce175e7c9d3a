//! What people read to write an event of their own: it shows every key there is, and none that is not.

#![cfg(test)]

mod finding;
mod format;
mod planning;
mod showcase;
mod wishes;

use std::collections::{BTreeMap, BTreeSet};

use kurultai_schedule::format::event_file::tables;

/// The names of the tables that are one, the short forms last.
const SHORT_FORMS: [(&str, &[&str]); 2] = [("people", &["guests", "speakers"]), ("agenda", &["sessions"])];

/// The table that a name stands for.
fn whole(name: &str) -> &str {
    SHORT_FORMS.iter().find(|(_, short)| short.contains(&name)).map_or(name, |(whole, _)| whole)
}

/// Every key of the format, by its table; short forms are the tables that they stand for.
fn keys() -> BTreeMap<String, BTreeSet<String>> {
    tables()
        .map(|(name, keys)| (whole(name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect()))
        .collect()
}

/// A file of the project.
fn file(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(path).expect("the file is there").replace("\r\n", "\n")
}
