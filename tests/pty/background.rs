//! The app asks the terminal for its background, and chooses the colors for it.

use std::fs;
use std::time::Duration;

use super::live::folder;
use super::session::{Output, Session, Setup};
use super::{ARGUMENTS, ASK, AWAITED, ENTER, PROGRAM, QUIT, ends, opened};

const LIGHT: &str = "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}";
const DARK: &str = "\u{1b}]11;rgb:0000/2b2b/3636\u{1b}\\";
/// The answer that every terminal gives last.
const ANSWERED: &str = "\u{1b}[?62;22c";

/// Prepares the app with one more option.
fn with(option: &str) -> Setup {
    Setup::new(PROGRAM, &[&[option], ARGUMENTS].concat())
}

fn quiet(session: &Session) -> Vec<String> {
    session.wait_until_quiet(Duration::from_millis(200));
    session.look(looks)
}

/// Returns the appearance of all cells. A blank only has a background color.
fn looks(output: &Output) -> Vec<String> {
    let (rows, columns) = output.screen().size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    let look = |(row, column)| {
        let cell = output.screen().cell(row, column).unwrap();
        let text = cell.contents().trim_end();
        let front = if text.is_empty() { vt100::Color::Default } else { cell.fgcolor() };
        format!("{text} {front:?} on {:?} {}", cell.bgcolor(), cell.bold() && !text.is_empty())
    };
    cells.map(look).collect()
}

/// Returns the appearance of the screen with a chosen theme.
fn chosen(theme: &str) -> Vec<String> {
    quiet(&opened(with(&format!("--theme={theme}"))))
}

#[track_caller]
fn looks_like(session: &Session, expected: &[String]) {
    session.wait_until("it has those colors", |output| looks(output) == expected);
}

#[test]
fn the_colors_are_for_the_background_that_the_terminal_tells() {
    let (dark, light) = (chosen("dark"), chosen("light"));
    assert_ne!(dark, light);
    for (answer, expected) in [
        (format!("{LIGHT}{ANSWERED}"), &light),
        (format!("{DARK}{ANSWERED}"), &dark),
        (format!("\u{1b}]11;#fdf6e3\u{1b}\\{ANSWERED}"), &light),
        (format!("\u{1b}]11;rgba:ff/ff/ff/ff\u{1b}\\{ANSWERED}"), &light),
        (ANSWERED.to_owned(), &dark),
        // The other answer may arrive at any time.
        (format!("{ANSWERED}{LIGHT}"), &light),
        (String::new(), &dark),
    ] {
        let session = Setup::new(PROGRAM, ARGUMENTS).start();
        session.wait_until("it asks", |output| output.text().contains(ASK));
        session.type_keys(&answer);
        looks_like(&session, expected);
        session.type_keys(QUIT);
        ends(&session, 0);
    }
}

#[test]
fn the_colors_follow_the_background() {
    let (dark, light) = (chosen("dark"), chosen("light"));
    let session = opened(Setup::new(PROGRAM, ARGUMENTS));
    let asked = |count: usize| {
        session.wait_until("it asks again", |output| output.text().matches("\u{1b}]11;?").count() == count);
    };
    session.type_keys("\u{1b}[?997;2n");
    looks_like(&session, &light);
    asked(2);
    session.type_keys("\u{1b}[?997;1n");
    looks_like(&session, &dark);
    asked(3);
    // The reported background overrides the reported preference.
    session.type_keys(LIGHT);
    looks_like(&session, &light);
    session.type_keys(QUIT);
    ends(&session, 0);
}

#[test]
fn a_chosen_theme_disables_the_query() {
    let dark = chosen("dark");
    let session = opened(with("--theme=dark"));
    session.type_keys(LIGHT);
    session.type_keys("\u{1b}[?997;2n");
    assert_eq!(quiet(&session), dark);
    session.look(|output| assert!(!output.text().contains("]11;") && !output.text().contains("?2031")));
}

#[test]
fn a_terminal_that_cannot_answer_is_not_asked() {
    for (name, value) in [("TERM", "linux"), ("NO_COLOR", "1")] {
        let session = opened(Setup::new(PROGRAM, ARGUMENTS).variable(name, value));
        session.look(|output| {
            assert!(!output.text().contains("]11;") && !output.text().contains("?2031"), "{name}");
        });
    }
    let light = chosen("light");
    let session = opened(Setup::new(PROGRAM, ARGUMENTS).variable("COLORFGBG", "0;15"));
    assert_eq!(quiet(&session), light);
}

#[test]
fn a_theme_is_a_setting() {
    let (dark, light) = (chosen("dark"), chosen("light"));
    let config = folder("theme");
    fs::create_dir_all(config.join("kurultai")).unwrap();
    fs::write(config.join("kurultai/config.toml"), "theme = \"light\"\n").unwrap();
    let config = config.to_str().unwrap();
    let session = opened(Setup::new(PROGRAM, ARGUMENTS).variable("XDG_CONFIG_HOME", config));
    assert_eq!(quiet(&session), light);
    let session = opened(with("--theme=dark").variable("XDG_CONFIG_HOME", config));
    assert_eq!(quiet(&session), dark);
}

#[test]
fn the_first_frame_comes_without_an_answer() {
    let session = Setup::new(PROGRAM, ARGUMENTS).start();
    session.wait_for_text(AWAITED);
    // Keys pressed in the meantime are not lost.
    let session = Setup::new(PROGRAM, ARGUMENTS).start();
    session.wait_until("it has entered", |output| output.text().contains(ENTER));
    session.type_keys("?");
    session.wait_for_text("type to filter");
}

#[test]
fn a_theme_of_the_user_is_followed_while_it_is_edited() {
    let config = folder("own-theme");
    let themes = config.join("kurultai/themes");
    fs::create_dir_all(&themes).unwrap();
    let file = themes.join("mine.toml");
    fs::write(&file, "extends = 'dark'\n").unwrap();
    let own = |setup: Setup| opened(setup.variable("XDG_CONFIG_HOME", config.to_str().unwrap()));
    let session = own(with("--theme=mine"));
    assert_eq!(quiet(&session), chosen("dark"));
    fs::write(&file, "extends = 'light'\n").unwrap();
    looks_like(&session, &chosen("light"));
    fs::write(&file, "extends = 'light'\n[accent]\nfg = 'blu'\n").unwrap();
    session.wait_for_text("invalid value for `accent.fg`");
    // The next version has no mistakes.
    fs::write(&file, "extends = 'dark'\n").unwrap();
    looks_like(&session, &chosen("dark"));
    session.type_keys(QUIT);
    ends(&session, 0);
    fs::write(config.join("kurultai/config.toml"), "theme = 'mien'\n").unwrap();
    let session = own(Setup::new(PROGRAM, ARGUMENTS));
    session.wait_for_text("there is no theme `mien`");
}
