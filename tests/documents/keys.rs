//! `docs/KEYS.md`: the table of actions is complete and has the default keys, and the examples are valid.

use kurultai::config::Config;
use kurultai::i18n::Locale;
use kurultai::keymap::{Action, Key};
use kurultai::tui::default_keymap;

use crate::file;

const PAGE: &str = "docs/KEYS.md";

/// Returns the code block of a page with this info string.
fn block(page: &str, info: &str) -> String {
    let page = file(page);
    let (_, rest) = page.split_once(&format!("```{info}\n")).expect("a block");
    rest.split_once("```").expect("its end").0.to_owned()
}

#[test]
fn the_table_has_every_action_with_its_keys() {
    let locale = Locale::english();
    let keymap = default_keymap();
    let row = |(action, keys): (Action, &[_])| {
        let keys: Vec<String> =
            keys.iter().map(|key: &kurultai::keymap::Binding| format!("`{key}`")).collect();
        format!("| `{}` | {} | {} |\n", action.name(), keys.join(" "), locale.text(action.message()))
    };
    let rows: String = keymap.bindings().map(row).collect();
    let page = file(PAGE);
    let (_, table) = page.split_once("| --- | --- | --- |\n").expect("a table");
    assert_eq!(table, rows);
}

#[test]
fn the_examples_are_valid() {
    let (config, errors) = Config::read(&block(PAGE, "toml,keys"), default_keymap());
    assert_eq!(errors, []);
    let name = |action| config.keymap.key_name(action);
    assert_eq!([Action::Quit, Action::EventList, Action::Last].map(name), ["x", "F2", "g e"]);
    assert_eq!(config.keymap.action(Key::ctrl('z')), None);
    let (config, errors) = Config::read(&block("README.md", "toml,settings"), default_keymap());
    let usual = Config::new(default_keymap());
    assert_eq!(
        (&config.theme.name, config.reminders, errors),
        (&usual.theme.name, usual.reminders, Vec::new())
    );
    assert_eq!((config.keymap, config.ascii), (usual.keymap, Some(false)));
}

#[test]
fn the_named_keys_exist() {
    let page = file(PAGE);
    let (_, names) = page.split_once("## Names of keys").expect("a heading");
    let (names, _) = names.split_once("## While").expect("a heading");
    let mut count = 0;
    for name in names.split('`').skip(1).step_by(2).filter(|name| *name != "shift-") {
        assert!(name.parse::<kurultai::keymap::Binding>().is_ok(), "{name}");
        count += 1;
    }
    assert!(count > 30, "{count} names");
}
