//! `docs/PLANNING.md`: its example plan is valid and has every key of a plan file, each key is explained, and
//! its settings are valid.

use std::collections::BTreeSet;

use kurultai::config::{Config, Reminders};
use kurultai::store::plan_file;
use kurultai::tui::default_keymap;
use kurultai_schedule::model::{HiddenItem, Priority};

use crate::file;

const PAGE: &str = "docs/PLANNING.md";

/// Returns the code block with this info string.
fn block(info: &str) -> String {
    let page = file(PAGE);
    let (_, rest) = page.split_once(&format!("```{info}\n")).expect("a block");
    rest.split_once("```").expect("its end").0.to_owned()
}

/// Returns the keys of a file in all tables.
fn keys(text: &str) -> BTreeSet<&str> {
    text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

#[test]
fn the_plan_is_read_without_damage() {
    let text = block("toml,plan");
    let (plan, damage) = plan_file::read(&text);
    assert_eq!(damage, None);
    let levels: Vec<Priority> = plan.picks.iter().map(|pick| pick.priority).collect();
    assert_eq!(levels, [Priority::Must, Priority::Maybe]);
    assert_eq!((plan.notes.len(), plan.busy.len()), (1, 2));
    assert!(
        matches!(plan.hidden[..], [HiddenItem::Room(_), HiddenItem::Track(_), HiddenItem::Session(_)]),
        "{:?}",
        plan.hidden
    );
    assert_eq!(plan_file::write(&plan, Some(&text)), text, "it is as the program writes it");
}

#[test]
fn every_key_of_a_plan_is_shown_and_explained_and_no_other() {
    let text = block("toml,plan");
    // Unknown keys would not be written.
    let written = plan_file::write(&plan_file::read(&text).0, None);
    assert_eq!(keys(&text), keys(&written));
    let page = file(PAGE);
    let (_, table) = page.split_once("| key ").expect("the table of keys");
    let (table, _) = table.split_once("\n\n").expect("its end");
    let rows = table.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0));
    assert_eq!(rows.collect::<BTreeSet<_>>(), keys(&text));
}

#[test]
fn the_settings_are_the_usual_ones() {
    let (config, bad) = Config::read(&block("toml,config"), default_keymap());
    assert_eq!((config.reminders, bad), (Reminders::default(), Vec::new()));
}
