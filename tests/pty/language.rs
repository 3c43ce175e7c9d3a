//! The language of the screen, by environment and arguments.

use crate::session::Setup;
use crate::{PROGRAM, QUIT, ends};

/// Checks the tab bar, for an event without texts in several languages.
#[track_caller]
fn speaks(environment: &str, arguments: &[&str], tab: &str) {
    let arguments = [&["events/minimal.toml"], arguments].concat();
    let session = Setup::new(PROGRAM, &arguments).variable("LC_ALL", environment).start();
    session.wait_for_text(&format!("1 {tab} "));
    session.type_keys(QUIT);
    ends(&session, 0);
}

#[test]
fn the_language_follows_environment_and_arguments() {
    speaks("ky_KG.UTF-8", &[], "Программа");
    speaks("de_DE.UTF-8", &[], "Agenda");
    speaks("ru_RU.UTF-8", &["--ui-lang", "en"], "Agenda");
    speaks("C", &["--lang", "ru"], "Программа");
}
