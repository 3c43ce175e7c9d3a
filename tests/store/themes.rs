//! The themes of the user: `themes/NAME.toml`.

use std::fs;

use kurultai::config::{ConfigError, ConfigErrorKind, ThemeName};
use kurultai::store::{LoadedTheme, StoreWarning, configured_theme, load_theme};
use kurultai::theme::{BaseTheme, TextRole};
use kurultai_schedule::text::SafeText;

use crate::Home;

#[test]
fn a_theme_is_a_file_of_the_user_or_one_of_the_app() {
    let home = Home::new();
    let folders = home.folders();
    let load = |name: &str| load_theme(Some(&folders), name);
    let dark = LoadedTheme { definition: BaseTheme::Dark.into(), file: None };
    assert_eq!(load("dark"), Ok((dark, Vec::new())));
    assert_eq!(load("drak"), Err(Some(SafeText::line("dark"))));
    assert_eq!(load_theme(None, "xyzzy"), Err(None));
    let themes = folders.config.join("themes");
    fs::create_dir_all(&themes).expect("a folder");
    fs::write(themes.join("mine.toml"), "extends = 'gruvbox-dark'\naccent = 'red'\n").expect("a file");
    let (mine, warnings) = load("mine").expect("it is there");
    assert_eq!((mine.definition.base, warnings), (BaseTheme::GruvboxDark, Vec::new()));
    assert!(mine.definition.changes.roles.contains_key(&TextRole::Accent));
    assert_eq!(mine.file, Some(themes.join("mine.toml")));
    assert_eq!(load("mein"), Err(None));
    assert_eq!(load("mines"), Err(Some(SafeText::line("mine"))));
    // A file with the name of a theme of the app, which it can extend.
    fs::write(themes.join("dark.toml"), "extends = 'dark'\n").expect("a file");
    assert_eq!(load("dark").expect("it is there").0.file, Some(themes.join("dark.toml")));
    // Only files in the folder.
    fs::write(folders.config.join("outside.toml"), "").expect("a file");
    for name in ["../outside", "..", ".", "", "mine.toml", "a/b", "C:mine"] {
        assert!(load(name).is_err(), "{name}");
    }
}

#[test]
fn mistakes_have_their_positions() {
    let home = Home::new();
    let folders = home.folders();
    let themes = folders.config.join("themes");
    fs::create_dir_all(&themes).expect("a folder");
    let path = themes.join("mine.toml");
    fs::write(&path, "extends = 'dark'\nlink = { fg = 'blue', bolt = true }\n").expect("a file");
    let (theme, warnings) = configured_theme(Some(&folders), &ThemeName::new("mine"));
    assert_eq!(theme.definition.base, BaseTheme::Dark);
    let meant = Some(SafeText::line("link.bold"));
    let kind = ConfigErrorKind::Unknown { key: SafeText::line("link.bolt"), meant };
    let path = SafeText::line(&path.to_string_lossy());
    assert_eq!(
        warnings,
        [StoreWarning::Setting { path, setting: ConfigError { line: 2, column: 23, kind } }]
    );
    let name = ThemeName { name: SafeText::line("minee"), line: 3, column: 9 };
    let (theme, warnings) = configured_theme(Some(&folders), &name);
    assert_eq!(theme, LoadedTheme::default());
    let kind = ConfigErrorKind::NoTheme { name: name.name, meant: Some(SafeText::line("mine")) };
    let path = SafeText::line(&folders.config.join("config.toml").to_string_lossy());
    assert_eq!(warnings, [StoreWarning::Setting { path, setting: ConfigError { line: 3, column: 9, kind } }]);
}
