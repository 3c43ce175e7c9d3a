//! `docs/THEMES.md`: it lists all themes and roles, and its example is valid.

use kurultai::config::read_theme;
use kurultai::theme::{BaseTheme, TextRole};

use crate::file;

const PAGE: &str = "docs/THEMES.md";

/// Returns the first column of the table with this heading.
fn column(page: &str, head: &str) -> Vec<String> {
    let (_, table) = page.split_once(&format!("| {head} |")).expect("a table");
    let (table, _) = table.split_once("\n\n").unwrap_or((table, ""));
    let rows = table.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()));
    rows.collect()
}

#[test]
fn all_themes_and_roles_are_listed_and_no_others() {
    let page = file(PAGE);
    assert_eq!(column(&page, "name"), BaseTheme::NAMES.map(|(name, _)| name));
    assert_eq!(column(&page, "role"), TextRole::NAMES.map(|(name, _)| name));
}

#[test]
fn the_example_is_valid() {
    let page = file(PAGE);
    let (_, example) = page.split_once("```toml,theme\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let (theme, errors) = read_theme(example);
    assert_eq!((theme.base, theme.changes.roles.len(), errors), (BaseTheme::Dark, 8, Vec::new()));
}

#[test]
fn the_option_names_all_themes() {
    for lang in ["en", "ky", "ru"] {
        let words = file(&format!("locales/{lang}.ftl"));
        let option = words.lines().find(|line| line.starts_with("cli-theme =")).expect("the option");
        for (name, _) in BaseTheme::NAMES {
            assert!(option.contains(name), "{name} in {lang}.ftl");
        }
    }
}
