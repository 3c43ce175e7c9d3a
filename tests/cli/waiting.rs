//! Commands that wait for the lock of another process report it immediately.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use super::*;

const DAY: &str = "title = 'Rivers'\nid = 'rivers'\n[[agenda]]\nid = '1'\ntitle = 'Ice'\ndate = 2025-02-01\nstart = '10:00'\n";

/// Runs a command while a file of the user is locked. The first line on stderr is written during the wait;
/// then the lock is released.
#[track_caller]
fn waits(name: &str, lang: &str, arguments: &[&str], locked: &str, line: &str, ends: (&str, &str)) {
    let folder = Folder::new(name);
    folder.file("day.toml", DAY).file("plan.toml", "[[picks]]\nid = '1'\n");
    let home = folder.0.join(".home");
    let file = home.join(locked);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let lock = File::create(home.join(format!("{locked}.lock"))).expect("a file");
    lock.lock().expect("a lock");
    let mut command = command(arguments);
    at_home(&mut command, &home).current_dir(&folder.0).args(["--ui-lang", lang]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    let mut err = BufReader::new(child.stderr.take().expect("stderr"));
    let mut first = String::new();
    err.read_line(&mut first).expect("a line");
    assert_eq!(first, line.replace("FILE", &file.to_string_lossy()) + "\n");
    assert_eq!(child.try_wait().expect("a process"), None, "it waits");
    lock.unlock().expect("no lock");
    let mut rest = String::new();
    err.read_to_string(&mut rest).expect("text");
    let result = RunOutput::from(child.wait_with_output().expect("the program ends"));
    assert_eq!((result.out.as_str(), rest.as_str(), result.code), (ends.0, ends.1, Some(0)));
}

const LINE: &str = "FILE: waiting up to a minute for another process that is writing this file.";

#[test]
fn a_locked_plan_is_named() {
    let plan = "data/kurultai/plans/rivers.toml";
    let import = ["plan", "import", "day.toml", "plan.toml"];
    waits("waits-plan", "en", &import, plan, LINE, ("Added to the plan: 1 pick.\n", ""));
}

#[test]
fn the_library_and_the_venues_are_named_too() {
    let library = "data/kurultai/library.toml";
    waits("waits-add", "en", &["add", "day.toml"], library, LINE, ("day.toml: added to the library.\n", ""));
    let venues = "state/kurultai/venues.toml";
    let show = ["plan", "show", "day.toml", "--venue-tz", "Asia/Bishkek"];
    waits("waits-venue", "en", &show, venues, LINE, ("", "The plan for “Rivers” is empty.\n"));
}

#[test]
fn the_notice_is_in_the_interface_language() {
    let library = "data/kurultai/library.toml";
    let line = "FILE: этот файл записывает другой процесс; ждём его не дольше минуты.";
    waits("waits-ru", "ru", &["add", "day.toml"], library, line, ("day.toml: добавлено в библиотеку.\n", ""));
}
