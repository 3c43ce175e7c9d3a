//! The library and the settings as files.

use kurultai::config::{Config, ConfigError, ConfigErrorKind, Notify};
use kurultai::store::library::{self, Event};
use kurultai::store::{NO_CALLBACK, StoreWarning, load_config};
use kurultai::tui::default_keymap;

use super::*;

impl Home {
    /// Creates an event with its file.
    fn event(&self, name: &str, title: &str) -> Event {
        let path = self.0.join(name);
        fs::write(&path, "title = 'T'").expect("a file");
        Event::new(&path, Some(SafeText::line(title))).expect("its path is a text")
    }
}

#[test]
fn events_are_added_once_and_removed() {
    let home = Home::new();
    let folders = home.folders();
    assert_eq!(library::load(&folders), (Vec::new(), Vec::new()));
    let (a, b) = (home.event("a.toml", "A"), home.event("b \u{1b}.toml", "B"));
    assert_eq!(
        library::add(&folders, &[a.clone(), b.clone()], NO_CALLBACK),
        Ok((vec![true, true], Vec::new()))
    );
    let again = Event { path: home.0.join("data/../a.toml"), title: None };
    assert_eq!(
        library::add(&folders, &[a.clone(), again], NO_CALLBACK),
        Ok((vec![false, false], Vec::new()))
    );
    assert_eq!(library::load(&folders), (vec![a.clone(), b.clone()], Vec::new()));
    let path = home.0.display();
    let text = format!(
        "format = 1\n\n[[events]]\npath = \"{path}/a.toml\"\ntitle = \"A\"\n\n[[events]]\npath = \"{path}/b \\u001B.toml\"\ntitle = \"B\"\n"
    );
    assert_eq!(home.read("data/library.toml"), text);
    assert_eq!(library::remove(&folders, std::slice::from_ref(&a), NO_CALLBACK), Ok(Vec::new()));
    assert_eq!(library::load(&folders), (vec![b], Vec::new()));
    assert!(a.path.exists(), "the file stays where it is");
}

#[test]
fn user_content_of_the_library_is_preserved() {
    let home = Home::new();
    let a = home.event("a.toml", "A");
    let text =
        "# mine\n\n[[events]]\npath = '/no/b.toml'   # gone\nstars = 5\n\n[[events]]\ntitle = 'no path'\n";
    fs::create_dir_all(home.folders().data).expect("a folder");
    fs::write(home.0.join("data/library.toml"), text).expect("a file");
    let path = SafeText::line(&home.0.join("data/library.toml").to_string_lossy());
    assert_eq!(library::load(&home.folders()).1, [StoreWarning::Damaged { path: path.clone(), line: 7 }]);
    library::add(&home.folders(), std::slice::from_ref(&a), NO_CALLBACK).expect("it is saved");
    let own = format!("[[events]]\npath = \"{}\"\ntitle = \"A\"\n", a.path.display());
    let expected = "# mine\n\nformat = 1\n\n[[events]]\npath = '/no/b.toml'   # gone\nstars = 5\n\n";
    assert_eq!(home.read("data/library.toml"), format!("{expected}{own}\n[[events]]\ntitle = 'no path'\n"));

    fs::write(home.0.join("data/library.toml"), "[[events]\npath = '/no/b.toml'\n<<<<<<<\n").expect("a file");
    let copy = SafeText::line(&format!("{path}.damaged-1"));
    assert_eq!(
        library::add(&home.folders(), &[a], NO_CALLBACK),
        Ok((vec![true], vec![StoreWarning::SetAside { path, copy }]))
    );
    assert_eq!(library::load(&home.folders()).0.len(), 2);
}

#[test]
fn settings_are_read_from_their_file() {
    let home = Home::new();
    assert_eq!(load_config(&home.folders(), default_keymap()), (Config::new(default_keymap()), Vec::new()));
    fs::create_dir_all(home.folders().config).expect("a folder");
    let path = home.folders().config.join("config.toml");
    fs::write(&path, "[reminders]\nminutes = 5\nnotify = \"osc9\"\nsound = true\n").expect("a file");
    let (config, notices) = load_config(&home.folders(), default_keymap());
    assert_eq!((config.reminders.minutes, config.reminders.notify), (5, Notify::Osc9));
    let kind = ConfigErrorKind::Unknown { key: SafeText::line("reminders.sound"), meant: None };
    let path = SafeText::line(&path.to_string_lossy());
    assert_eq!(notices, [StoreWarning::Setting { path, setting: ConfigError { line: 4, column: 1, kind } }]);
}
