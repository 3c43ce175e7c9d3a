//! The line on stderr while a command works.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::process::Signal;

use crate::session::{Session, Setup};
use crate::{CTRL_C, PROGRAM};

const EVENT: &str = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'Opening'\nstart = '10:00'\n";

/// Creates a pipe. Reading it takes until it is written to.
fn pipe(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    let pipe = folder.join("slow.toml");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    pipe
}

fn fill(pipe: &Path) {
    let mut end = OpenOptions::new().write(true).open(pipe).expect("the pipe");
    end.write_all(EVENT.as_bytes()).expect("written");
}

fn show(pipe: &Path, variable: (&str, &str)) -> Session {
    let path = pipe.to_str().expect("text");
    Setup::new(PROGRAM, &["show", path]).variable(variable.0, variable.1).size((200, 24)).start()
}

#[test]
fn a_slow_file_is_named_until_it_has_been_read() {
    for (test, variable) in [("progress", ("LANG", "C")), ("progress-no-color", ("NO_COLOR", "1"))] {
        let pipe = pipe(test);
        let session = show(&pipe, variable);
        session.wait_for_text("Reading ");
        session.wait_for_text("slow.toml… 0:01");
        fill(&pipe);
        session.wait_for_text("status=0");
        session.look(|output| {
            assert!(!output.screen().contents().contains("Reading"), "the line is erased");
            assert!(output.screen().contents().contains("Opening"));
        });
    }
}

#[test]
fn the_line_is_in_the_users_language_and_fits() {
    let pipe = pipe("progress-russian");
    let path = pipe.to_str().expect("text");
    let setup = Setup::new(PROGRAM, &["show", path]).variable("LC_ALL", "ru_RU.UTF-8").size((20, 24));
    let session = setup.start();
    session.wait_for_text("Чтение: ");
    session.look(|output| assert_eq!(output.screen().contents().trim().lines().count(), 1));
    fill(&pipe);
    session.wait_for_text("status=0");
}

#[test]
fn ctrl_c_cancels_it() {
    let session = show(&pipe("progress-cancelled"), ("LANG", "C"));
    session.wait_for_text("Reading ");
    session.type_keys(CTRL_C);
    session.wait_for_text(&format!("status={}", 128 + Signal::INT.as_raw()));
}

#[test]
fn without_a_terminal_nothing_is_shown() {
    let pipe = pipe("progress-redirected");
    let command = Command::new(PROGRAM)
        .args(["show".as_ref(), pipe.as_os_str()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    // Longer than the line takes to appear.
    std::thread::sleep(std::time::Duration::from_millis(300));
    fill(&pipe);
    let output = command.wait_with_output().expect("its output");
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("Opening"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
