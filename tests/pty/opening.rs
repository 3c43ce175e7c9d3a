//! Opening URLs: which command is started with which arguments, and its restrictions.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::session::{Session, Setup};
use crate::{PROGRAM, QUIT, ends};

/// A URL that a shell would interpret.
const ADDRESS: &str = "https://example.org/;a=1&b='$(id)'*";

/// Opens a page with a link, with these browsers and without a desktop.
fn on_a_link(event: &Path, browser: &str) -> Session {
    let event = event.to_str().expect("text");
    let setup = Setup::new(PROGRAM, &[event]).variable("BROWSER", browser);
    // A remote session, so that the browser of the person who runs the tests is not opened.
    let session = setup.variable("SSH_TTY", "/dev/null").start();
    session.wait_for_text("Agenda");
    session.type_keys("5\r");
    session.wait_for_text("opens example.org");
    session
}

/// Creates a folder for one test, with an event in it.
fn event(test: &str) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    let event = folder.join("event.toml");
    fs::write(&event, format!("title = 'T'\nurl = \"{ADDRESS}\"\n")).expect("a file");
    (folder, event)
}

fn script(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
    path.to_str().expect("text").to_owned()
}

#[test]
fn the_browser_gets_the_address_and_nothing_of_the_terminal() {
    let (folder, event) = event("browser");
    let told = folder.join("told");
    let text = format!(
        "echo drawn; echo drawn >&2; read -r line && echo \"read $line\"\nprintf '%s\\n' \"$#\" \"$@\" > '{0}.new'; mv '{0}.new' '{0}'",
        told.display()
    );
    let browser = script(&folder, "browser", &text);
    // The first does not exist, the second is a browser in the terminal, the third fails.
    let failing = script(&folder, "failing", "exit 3");
    let session = on_a_link(&event, &format!("{}/none:w3m:{failing} -x:{browser} --new", folder.display()));
    session.type_keys("\r");
    session.wait_for_text("Opening example.org");
    for _ in 0..800 {
        if told.exists() {
            break;
        }
        thread::sleep(Duration::from_millis(25));
    }
    assert_eq!(fs::read_to_string(&told).expect("a file"), format!("2\n--new\n{ADDRESS}\n"));
    session.type_keys("\u{1b}");
    session.wait_for_text("Enter open");
    session.look(|output| assert!(!output.screen().contents().contains("drawn")));
    session.wait_until_quiet(Duration::from_millis(300));
    assert_eq!(ended_children(), "", "children that nobody asked how they ended");
    session.type_keys(QUIT);
    ends(&session, 0);
}

/// Returns the zombie children of the app.
fn ended_children() -> String {
    let listed = Command::new("ps").args(["-A", "-o", "stat=,comm="]).output().map(|output| output.stdout);
    let listed = String::from_utf8_lossy(&listed.unwrap_or_default()).into_owned();
    let is_ours =
        |line: &&str| line.starts_with('Z') && (line.contains("browser") || line.contains("failing"));
    listed.lines().filter(is_ours).collect()
}

#[test]
fn without_a_browser_the_address_goes_to_the_clipboard() {
    let (_, event) = event("no-browser");
    let session = on_a_link(&event, "");
    session.type_keys("\r");
    session.wait_for_text("No browser here; sent to the clipboard: https://example.org/");
    // https://example.org/ in base64, as far as it does not depend on the following characters.
    session.wait_until("it was copied", |output| {
        output.text().contains("\u{1b}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy")
    });
    session.type_keys(QUIT);
    ends(&session, 0);
}

/// Sets invalid settings for the next start.
fn with_bad_settings(setup: Setup, folder: &Path) -> Setup {
    fs::create_dir_all(folder.join("config/kurultai")).unwrap();
    fs::write(folder.join("config/kurultai/config.toml"), "[reminders]\nminutes = -1\n").unwrap();
    setup.variable("XDG_CONFIG_HOME", folder.join("config").to_str().unwrap()).folder(folder)
}

#[test]
fn invalid_settings_are_displayed_at_any_start() {
    let folder = crate::live::folder("settings");
    fs::create_dir_all(folder.join("events")).unwrap();
    fs::write(folder.join("events/a.toml"), "title = 'First'\ndate = 2025-02-01\n").unwrap();
    fs::write(folder.join("events/b.toml"), "title = 'Second'\ndate = 2025-02-01\n").unwrap();
    for arguments in [&["events/a.toml"][..], &["events"], &[], &["events/a.toml", "events/b.toml"]] {
        let session = with_bad_settings(Setup::new(PROGRAM, arguments), &folder).start();
        session.wait_for_text("First");
        session.wait_for_text("invalid value for `reminders.minutes`");
        session.type_keys(crate::CTRL_C);
        ends(&session, 0);
    }
}
